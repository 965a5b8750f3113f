package rule

import (
	"slices"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/source"
)

var setmfaOnWithWebAuthn = Rule{
	ID:       "setmfa-on-with-web-authn-single",
	Fields:   []string{"/WebAuthnConfiguration/FactorConfiguration", "/MfaConfiguration"},
	Calls:    []string{SetUserPoolMfaConfig},
	Says:     "Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor",
	Message:  "The pool lets a sign-in begin with a passkey, so that MFA ON needs WebAuthnConfiguration with FactorConfiguration MULTI_FACTOR_WITH_USER_VERIFICATION in the same call.",
	Why:      "A FactorConfiguration that is left out is SINGLE_FACTOR, whatever the pool has.",
	Evidence: diagnostic.Observed,
	Links:    []string{"https://github.com/go-to-k/cdkd/issues/2064"},
	Since:    tiersSince,
	Standing: `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop", "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}}}}`,
	Bad:      `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": {"Enabled": true}}`,
	Good:     `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": {"Enabled": true}, "WebAuthnConfiguration": {"FactorConfiguration": "MULTI_FACTOR_WITH_USER_VERIFICATION"}}`,
	Check: func(c *Case) {
		mode, given := c.Get("MfaConfiguration"), c.Get("WebAuthnConfiguration", "FactorConfiguration")
		if !mode.Is("ON") || given.Is(multiFactor) || !slices.Contains(c.Pool.FirstFactors, "WEB_AUTHN") {
			return
		}
		blamed := mode
		if given != nil {
			blamed = given
		}
		b := c.Break(blamed)
		if block := c.Get("WebAuthnConfiguration"); block != nil {
			b.Fix("Let a passkey count as both factors", c.Set(block, "FactorConfiguration", source.Quote(multiFactor)))
		} else {
			b.Fix("Let a passkey count as both factors", c.Set(c.Root(), "WebAuthnConfiguration", `{"FactorConfiguration": "`+multiFactor+`"}`))
		}
		b.Fix("Make MFA OPTIONAL", c.Replace(mode, `"OPTIONAL"`))
	},
}
