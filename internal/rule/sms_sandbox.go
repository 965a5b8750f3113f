package rule

import "userpoolplayground/internal/diagnostic"

var smsSandbox = Rule{
	ID:       "sms-sandbox",
	Severity: diagnostic.Note,
	Fields:   []string{"/SmsConfiguration", "/LambdaConfig/CustomSMSSender"},
	Message:  "A new account sends text messages to verified numbers only, and to the United States only from a registered number.",
	Why:      "Accounts start in the SMS sandbox until AWS lets them out. The pool is made all the same; the messages just do not arrive.",
	Evidence: diagnostic.Documented,
	Links:    []string{"https://docs.aws.amazon.com/sns/latest/dg/sns-sms-sandbox.html", "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html"},
	Since:    "2021-06-01",
	Bad:      `{"PoolName": "pool", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "pool"}}`,
	Good:     `{"PoolName": "pool", "AutoVerifiedAttributes": ["email"]}`,
	Check: func(c *Case) {
		config := c.Get("SmsConfiguration")
		if config != nil && len(config.Children) > 0 && c.Get("LambdaConfig", "CustomSMSSender") == nil {
			c.Break(config)
		}
	},
}
