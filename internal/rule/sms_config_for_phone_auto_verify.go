package rule

import "userpoolplayground/internal/diagnostic"

var smsConfigForPhoneAutoVerify = Rule{
	ID:       "sms-config-for-phone-auto-verify",
	Fields:   []string{"/AutoVerifiedAttributes/*", "/SmsConfiguration"},
	Says:     "SMS configuration is required when phone_number is selected for auto verification",
	Message:  "AutoVerifiedAttributes has phone_number, so Cognito must send text messages, and there is no SmsConfiguration to send them with.",
	Why:      "A phone number is verified by a code in a text message. Cognito sends it through a role of yours that SmsConfiguration names.",
	Evidence: diagnostic.Observed,
	Links:    []string{"https://github.com/aws-amplify/amplify-backend/pull/1523"},
	Bad:      `{"PoolName": "pool", "AutoVerifiedAttributes": ["phone_number"]}`,
	Good:     `{"PoolName": "pool", "AutoVerifiedAttributes": ["phone_number"], "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "pool"}}`,
	Check: func(c *Case) {
		verified := c.Get("AutoVerifiedAttributes")
		phone := verified.Has("phone_number")
		if phone != nil && c.Get("SmsConfiguration") == nil {
			c.Break(phone).
				Fix("Do not verify phone numbers", c.takeOut(verified, "phone_number")).
				FixToFillIn("Add an SmsConfiguration to fill in", c.addSMSConfiguration())
		}
	},
}
