package rule

import "userpoolplayground/internal/diagnostic"

var setmfaOnWithOTPFactor = Rule{
	ID:        "setmfa-on-with-otp-first-factor",
	Fields:    []string{"/MfaConfiguration"},
	Calls:     []string{SetUserPoolMfaConfig},
	Says:      "Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled",
	Message:   "MFA cannot be ON while a sign-in may begin with {factor}: make it OPTIONAL, or take the one-time codes out of the pool's SignInPolicy first.",
	InGeneral: "MFA cannot be ON while a sign-in may begin with a one-time code: make it OPTIONAL, or take the one-time codes out of the pool's SignInPolicy first.",
	Why:       "A one-time code counts as one factor, and MFA ON asks everybody for two.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/go-to-k/cdkd/pull/2069"},
	Since:     tiersSince,
	Standing:  `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop", "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"]}}}}`,
	Bad:       `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": {"Enabled": true}}`,
	Good:      `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OPTIONAL", "SoftwareTokenMfaConfiguration": {"Enabled": true}}`,
	Check: func(c *Case) {
		mode := c.Get("MfaConfiguration")
		for _, factor := range c.Pool.FirstFactors {
			if mode.Is("ON") && (factor == "EMAIL_OTP" || factor == "SMS_OTP") {
				c.Break(mode, "factor", factor).Fix("Make MFA OPTIONAL", c.Replace(mode, `"OPTIONAL"`))
				return
			}
		}
	},
}
