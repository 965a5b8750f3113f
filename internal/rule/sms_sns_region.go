package rule

import (
	"userpoolplayground/internal/account"
	"userpoolplayground/internal/diagnostic"
)

var smsSNSRegion = Rule{
	ID:        "sms-sns-region",
	Fields:    []string{"/SmsConfiguration/SnsRegion"},
	Says:      "Invalid snsRegion. Allowed SNS region for {pool} is {allowed}",
	Message:   "A pool in {pool} sends text messages through {allowed} only, and SnsRegion is {region}.",
	InGeneral: "A pool sends text messages through certain Regions only; SnsRegion has to be one of them.",
	Why:       "Most pools use the SNS of their own Region; Seoul uses Tokyo's. Left out, SnsRegion is right by itself.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SmsConfigurationType.html"},
	Since:     "2022-03-15",
	Around:    account.Account{Region: "us-east-1"},
	Bad:       `{"PoolName": "pool", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "pool", "SnsRegion": "eu-west-1"}}`,
	Good:      `{"PoolName": "pool", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "pool", "SnsRegion": "us-east-1"}}`,
	Check: func(c *Case) {
		region, allowed := c.Get("SmsConfiguration", "SnsRegion"), c.Account.SNSRegion()
		if region != nil && allowed != "" && c.regionOf(region) != allowed {
			c.Break(region, "region", c.regionOf(region), "pool", c.Account.Region, "allowed", allowed).
				Fix("Change it to "+allowed, c.Replace(region, `"`+allowed+`"`)).
				Fix("Remove SnsRegion", c.Remove(region))
		}
	},
}
