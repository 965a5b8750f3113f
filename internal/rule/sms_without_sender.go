package rule

import "userpoolplayground/internal/diagnostic"

// Before the day SnsCallerArn was required, and constraint validation spoke.
var smsWithoutSender = Rule{
	ID:       "sms-without-sender",
	Severity: diagnostic.Warning,
	Fields:   []string{"/SmsConfiguration", "/SmsConfiguration/SnsCallerArn", "/SmsConfiguration/EumsSms"},
	Message:  "This SmsConfiguration names nothing to send with: give SnsCallerArn or EumsSms.",
	Why:      "SnsCallerArn is a role that sends through Amazon SNS; EumsSms sends through AWS End User Messaging. Both are optional, but one has to be there for a message to go out.",
	Evidence: diagnostic.Documented,
	Since:    eumsSince,
	Bad:      `{"PoolName": "pool", "SmsConfiguration": {"ExternalId": "pool"}}`,
	Good:     `{"PoolName": "pool", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "pool"}}`,
	Check: func(c *Case) {
		config := c.Get("SmsConfiguration")
		if config.Unknown() != nil {
			return // as with isGiven: a block that is made later names something
		}
		if config != nil && !isGiven(config.Get("SnsCallerArn")) && config.Get("EumsSms") == nil {
			c.Break(config).Fix("Add an SnsCallerArn to fill in", c.Set(config, "SnsCallerArn", c.smsRole()))
		}
	},
}
