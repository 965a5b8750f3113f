package rule

import "userpoolplayground/internal/diagnostic"

var smsSNSAndEUMS = Rule{
	ID:        "sms-sns-and-eums",
	Fields:    []string{"/SmsConfiguration/SnsCallerArn", "/SmsConfiguration/EumsSms"},
	Exclusive: true,
	Message:   "SnsCallerArn and EumsSms are both given: text messages go out one way or the other.",
	Why:       "SnsCallerArn sends through Amazon SNS, EumsSms through AWS End User Messaging.",
	Evidence:  diagnostic.Documented,
	Since:     eumsSince,
	Bad:       `{"PoolName": "pool", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "EumsSms": {"CallerArn": "arn:aws:iam::123456789012:role/sms-role"}}}`,
	Good:      `{"PoolName": "pool", "SmsConfiguration": {"EumsSms": {"CallerArn": "arn:aws:iam::123456789012:role/sms-role"}}}`,
	Check: func(c *Case) {
		config := c.Get("SmsConfiguration")
		sns, eums := config.Get("SnsCallerArn"), config.Get("EumsSms")
		if sns.Text() != "" && eums != nil { // an empty SnsCallerArn stands for none
			c.Break(sns).
				Related(eums, "The other way.").
				Fix("Remove SnsCallerArn", c.Remove(sns)).
				Fix("Remove EumsSms", c.Remove(eums))
		}
	},
}
