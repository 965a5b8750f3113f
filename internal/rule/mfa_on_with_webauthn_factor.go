package rule

import "userpoolplayground/internal/diagnostic"

// Measured on SetUserPoolMfaConfig, which alone can set the FactorConfiguration that
// lifts it; a pool being made never has it. For CreateUserPool neither the refusal nor its
// words were seen.
var mfaOnWithWebauthnFactor = Rule{
	ID:       "mfa-on-with-webauthn-factor",
	Fields:   []string{"/Policies/SignInPolicy/AllowedFirstAuthFactors/*", "/MfaConfiguration"},
	Calls:    ofCreation,
	Says:     "Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor",
	Message:  "WEB_AUTHN cannot be a first factor of a new pool with MFA ON: make MFA OPTIONAL, or add passkeys afterwards.",
	Why:      "A passkey counts as both factors only after SetUserPoolMfaConfig has set its FactorConfiguration to MULTI_FACTOR_WITH_USER_VERIFICATION, and that needs the pool.",
	Evidence: diagnostic.Inferred,
	Links:    []string{"https://github.com/go-to-k/cdkd/issues/2064"},
	Since:    tiersSince,
	Bad:      `{"PoolName": "pool", "MfaConfiguration": "ON", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "pool"}, "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}}}`,
	Good:     `{"PoolName": "pool", "MfaConfiguration": "OPTIONAL", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "pool"}, "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}}}`,
	Check: func(c *Case) {
		mfa := c.Get("MfaConfiguration")
		factors := c.Get("Policies", "SignInPolicy", "AllowedFirstAuthFactors")
		if passkey := factors.Has("WEB_AUTHN"); passkey != nil && mfa.Is("ON") {
			c.Break(passkey).
				Related(mfa, "MFA is ON here.").
				Fix("Make MFA OPTIONAL", c.Replace(mfa, `"OPTIONAL"`)).
				Fix("Take WEB_AUTHN out", c.takeOut(factors, "WEB_AUTHN"))
		}
	},
}
