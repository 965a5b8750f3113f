package rule

import "userpoolplayground/internal/diagnostic"

var mfaSecondFactors = Rule{
	ID:        "mfa-second-factors",
	Severity:  diagnostic.Note,
	Fields:    []string{"/MfaConfiguration", "/SmsConfiguration"},
	Calls:     ofCreation,
	Message:   "With MFA {mfa} {who}, and the only second factor that CreateUserPool switches on is a text message.",
	InGeneral: "With MFA that is ON or OPTIONAL, the only second factor that CreateUserPool switches on is a text message.",
	Why:       "Authenticator apps and codes by email are switched on afterwards, with SetUserPoolMfaConfig. ON can be chosen while the pool is made; a pool made with OFF gets it only after a factor is switched on.",
	Evidence:  diagnostic.Documented,
	Links:     []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html"},
	Bad:       `{"PoolName": "pool", "MfaConfiguration": "OPTIONAL", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "pool"}}`,
	Good:      `{"PoolName": "pool", "MfaConfiguration": "OFF", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "pool"}}`,
	Check: func(c *Case) {
		mfa := c.Get("MfaConfiguration")
		if c.Get("SmsConfiguration") == nil {
			return // refused, by a rule of its own
		}
		switch {
		case mfa.Is("ON"):
			c.Break(mfa, "mfa", "ON", "who", "everybody needs a phone number")
		case mfa.Is("OPTIONAL"):
			c.Break(mfa, "mfa", "OPTIONAL", "who", "only people who set up a second factor themselves are asked for it")
		}
	},
}
