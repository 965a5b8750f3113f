package rule

import (
	"userpoolplayground/internal/account"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/source"
)

// eumsSince is the day on which AWS End User Messaging came to SmsConfiguration.
const eumsSince = "2026-07-17"

var smsEUMSRegion = Rule{
	ID:        "sms-eums-region",
	Fields:    []string{"/SmsConfiguration/EumsSms/Region"},
	Message:   "EumsSms.Region is {region}, and the pool is in {pool}: it can only be the pool's own Region.",
	InGeneral: "EumsSms.Region can only be the pool's own Region.",
	Why:       "Cognito reaches AWS End User Messaging in its own Region only. Left out, Region is right by itself.",
	Evidence:  diagnostic.Documented,
	Since:     eumsSince,
	Around:    account.Account{Region: "us-east-1"},
	Bad:       `{"PoolName": "pool", "SmsConfiguration": {"EumsSms": {"CallerArn": "arn:aws:iam::123456789012:role/sms-role", "Region": "eu-west-1"}}}`,
	Good:      `{"PoolName": "pool", "SmsConfiguration": {"EumsSms": {"CallerArn": "arn:aws:iam::123456789012:role/sms-role", "Region": "us-east-1"}}}`,
	Check: func(c *Case) {
		region, own := c.Get("SmsConfiguration", "EumsSms", "Region"), c.Account.Region
		if region != nil && c.regionOf(region) != own {
			c.Break(region, "region", c.regionOf(region), "pool", own).
				Fix("Change it to "+own, c.Replace(region, source.Quote(own))).
				Fix("Remove Region", c.Remove(region))
		}
	},
}
