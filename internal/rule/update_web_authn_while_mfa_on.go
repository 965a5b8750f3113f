package rule

import "userpoolplayground/internal/diagnostic"

const multiFactor = "MULTI_FACTOR_WITH_USER_VERIFICATION"

var updateWebAuthnWhileMfaOn = Rule{
	ID:       "update-web-authn-while-mfa-on",
	Fields:   []string{"/Policies/SignInPolicy/AllowedFirstAuthFactors/*", "/MfaConfiguration"},
	Calls:    []string{UpdateUserPool},
	Says:     "WEB_AUTHN cannot be used as an auth factor when MFA is enabled if not configured for MFA",
	Message:  "WEB_AUTHN cannot be a first factor while MFA is ON, since a passkey counts as one factor in this pool: set its FactorConfiguration with SetUserPoolMfaConfig first, or make MFA OPTIONAL.",
	Why:      "With MFA ON a passkey has to count as both factors: WebAuthnConfiguration.FactorConfiguration MULTI_FACTOR_WITH_USER_VERIFICATION, which only SetUserPoolMfaConfig can set.",
	Evidence: diagnostic.Observed,
	Links:    []string{"https://github.com/hashicorp/terraform-provider-aws/issues/50110", "https://github.com/go-to-k/cdkd/issues/2064"},
	Since:    tiersSince,
	Standing: `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop", "MfaConfiguration": "ON"}, "GetUserPoolMfaConfig": {"MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": {"Enabled": true}}}`,
	Bad:      `{"UserPoolId": "us-east-1_Example01", "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}}}`,
	Good:     `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OPTIONAL", "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}}}`,
	Check: func(c *Case) {
		mfa := c.Get("MfaConfiguration")
		factors := c.Get("Policies", "SignInPolicy", "AllowedFirstAuthFactors")
		if passkey := factors.Has("WEB_AUTHN"); passkey != nil && mfa.Is("ON") && c.Pool.WebAuthn != multiFactor {
			c.Break(passkey).
				Related(mfa, "MFA is ON.").
				Fix("Make MFA OPTIONAL", c.Replace(mfa, `"OPTIONAL"`)).
				Fix("Take WEB_AUTHN out", c.takeOut(factors, "WEB_AUTHN"))
		}
	},
}
