package rule

import "userpoolplayground/internal/diagnostic"

var signinPolicySMSOTPNeedsSMS = Rule{
	ID:       "signin-policy-sms-otp-needs-sms",
	Fields:   []string{"/Policies/SignInPolicy/AllowedFirstAuthFactors/*", "/SmsConfiguration"},
	Says:     "SMS_OTP can not be configured as AuthFactor as user pool is missing valid SMS configuration",
	Message:  "SMS_OTP sends a code as a text message, and there is no SmsConfiguration to send it with.",
	Why:      "Cognito sends text messages through a role of yours that SmsConfiguration names.",
	Evidence: diagnostic.Observed,
	Links:    []string{"https://github.com/go-to-k/cdkd/blob/HEAD/src/provisioning/providers/cognito-provider.ts"},
	Since:    tiersSince,
	Bad:      `{"PoolName": "pool", "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "SMS_OTP"]}}}`,
	Good:     `{"PoolName": "pool", "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "SMS_OTP"]}}, "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "pool"}}`,
	Check: func(c *Case) {
		factors := c.Get("Policies", "SignInPolicy", "AllowedFirstAuthFactors")
		if code := factors.Has("SMS_OTP"); code != nil && c.Get("SmsConfiguration") == nil {
			c.Break(code).
				Fix("Take SMS_OTP out", c.takeOut(factors, "SMS_OTP")).
				FixToFillIn("Add an SmsConfiguration to fill in", c.addSMSConfiguration())
		}
	},
}
