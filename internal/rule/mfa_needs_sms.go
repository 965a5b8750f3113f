package rule

import "userpoolplayground/internal/diagnostic"

var mfaNeedsSMS = Rule{
	ID:        "mfa-needs-sms",
	Fields:    []string{"/MfaConfiguration", "/SmsConfiguration"},
	Calls:     ofCreation,
	Says:      "SMS configuration and Auto verification for phone_number are required when MFA is required/optional",
	Message:   "MfaConfiguration is {mfa} but there is no SmsConfiguration, and SMS is the only second factor that CreateUserPool can switch on.",
	InGeneral: "MFA that is ON or OPTIONAL needs an SmsConfiguration, since SMS is the only second factor that CreateUserPool can switch on.",
	Why:       "For authenticator apps or email as second factor, create the pool without MfaConfiguration and then call SetUserPoolMfaConfig. That phone_number has to be verified too is what the message says; requests that give SmsConfiguration without it have been accepted.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/aws/aws-cdk/issues/12075", "https://github.com/hashicorp/terraform-provider-aws/issues/7261"},
	Bad:       `{"PoolName": "pool", "MfaConfiguration": "ON"}`,
	Good:      `{"PoolName": "pool", "MfaConfiguration": "ON", "AutoVerifiedAttributes": ["phone_number"], "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "pool"}}`,
	Check: func(c *Case) {
		mfa := c.Get("MfaConfiguration")
		if mfa.Is("ON", "OPTIONAL") && c.Get("SmsConfiguration") == nil {
			c.Break(mfa, "mfa", mfa.Text()).
				Fix("Make the pool with OFF, and call SetUserPoolMfaConfig then", c.Replace(mfa, `"OFF"`)).
				FixToFillIn("Add an SmsConfiguration to fill in", c.addSMSConfiguration())
		}
	},
}
