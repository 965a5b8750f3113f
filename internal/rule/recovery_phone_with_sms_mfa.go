package rule

import "userpoolplayground/internal/diagnostic"

// Where the service draws the line is not known. It was seen to refuse required MFA with
// phone_number as the only verified attribute; pools with optional MFA and recovery by
// phone are common. Only what was seen is refused here.
var recoveryPhoneWithSMSMFA = Rule{
	ID:       "recovery-phone-with-sms-mfa",
	Fields:   []string{"/AccountRecoverySetting/RecoveryMechanisms/*/Name", "/MfaConfiguration", "/SmsConfiguration", "/AutoVerifiedAttributes/*"},
	Says:     "Invalid account recovery setting parameter. Account Recovery Setting cannot use verified_phone_number as a recovery mechanism when SMS MFA is configured.",
	Message:  "verified_phone_number cannot recover accounts here: MFA is ON, and a text message is the second factor already.",
	Why:      "One phone would then be enough to reset the password and to pass MFA.",
	Evidence: diagnostic.Observed,
	Links:    []string{"https://github.com/aws/aws-cdk/issues/11478"},
	Bad:      `{"PoolName": "pool", "MfaConfiguration": "ON", "AutoVerifiedAttributes": ["phone_number"], "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "pool"}, "AccountRecoverySetting": {"RecoveryMechanisms": [{"Priority": 1, "Name": "verified_email"}, {"Priority": 2, "Name": "verified_phone_number"}]}}`,
	Good:     `{"PoolName": "pool", "MfaConfiguration": "ON", "AutoVerifiedAttributes": ["phone_number"], "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "pool"}, "AccountRecoverySetting": {"RecoveryMechanisms": [{"Priority": 1, "Name": "verified_email"}]}}`,
	Check: func(c *Case) {
		mfa, verified := c.Get("MfaConfiguration"), c.Get("AutoVerifiedAttributes")
		if !mfa.Is("ON") || c.Get("SmsConfiguration") == nil || verified.Has("phone_number") == nil || verified.Has("email") != nil {
			return
		}
		mechanisms := c.Get("AccountRecoverySetting", "RecoveryMechanisms").Elements()
		for _, m := range mechanisms {
			if name := m.Get("Name"); name.Is("verified_phone_number") {
				b := c.Break(name).Related(mfa, "MFA is ON here.")
				if len(mechanisms) > 1 {
					b.Fix("Remove this mechanism", c.Remove(m))
				}
			}
		}
	},
}
