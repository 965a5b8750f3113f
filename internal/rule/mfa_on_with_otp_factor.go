package rule

import "userpoolplayground/internal/diagnostic"

// The words were measured on SetUserPoolMfaConfig; that CreateUserPool asks the same in
// one call is the best reading.
var mfaOnWithOTPFactor = Rule{
	ID:        "mfa-on-with-otp-factor",
	Fields:    []string{"/Policies/SignInPolicy/AllowedFirstAuthFactors/*", "/MfaConfiguration"},
	Says:      "Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled",
	Message:   "{factor} cannot be a first factor while MFA is ON: make MFA OPTIONAL, or leave the one-time codes out.",
	InGeneral: "A one-time code cannot be a first factor while MFA is ON: make MFA OPTIONAL, or leave the one-time codes out.",
	Why:       "A one-time code counts as one factor, and MFA ON asks everybody for two. With OPTIONAL both are accepted.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/go-to-k/cdkd/pull/2069"},
	Since:     tiersSince,
	Bad:       `{"PoolName": "pool", "MfaConfiguration": "ON", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "pool"}, "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"]}}}`,
	Good:      `{"PoolName": "pool", "MfaConfiguration": "OPTIONAL", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "pool"}, "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"]}}}`,
	Check: func(c *Case) {
		mfa := c.Get("MfaConfiguration")
		factors := c.Get("Policies", "SignInPolicy", "AllowedFirstAuthFactors")
		if factor := factors.Has("EMAIL_OTP", "SMS_OTP"); factor != nil && mfa.Is("ON") {
			c.Break(factor, "factor", factor.Text()).
				Related(mfa, "MFA is ON here.").
				Fix("Make MFA OPTIONAL", c.Replace(mfa, `"OPTIONAL"`)).
				Fix("Leave only PASSWORD", c.Replace(factors, `["PASSWORD"]`))
		}
	},
}
