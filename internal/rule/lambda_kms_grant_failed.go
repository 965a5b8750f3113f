package rule

import (
	"userpoolplayground/internal/account"
	"userpoolplayground/internal/arn"
	"userpoolplayground/internal/diagnostic"
)

// Of the many ways in which a grant can fail, a key of another Region is the one that the
// request shows.
var lambdaKMSGrantFailed = Rule{
	ID:        "lambda-kms-grant-failed",
	Fields:    []string{"/LambdaConfig/KMSKeyID"},
	Says:      "Encountered error when CreateGrant was attempted on the input KMS key - Invalid arn {region}",
	Message:   "This key is in {region}, and the pool in {pool}: the key has to be in the pool's Region.",
	InGeneral: "The key of the custom senders has to be in the pool's Region.",
	Why:       "Cognito makes a grant on the key when the pool is made, with the KMS of its own Region.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-custom-sender-kms-region/meta.yaml"},
	Stage:     diagnostic.Account,
	Since:     "2020-11-24",
	Around:    account.Account{Region: "us-east-1"},
	Bad:       `{"PoolName": "pool", "LambdaConfig": {"CustomEmailSender": {"LambdaVersion": "V1_0", "LambdaArn": "arn:aws:lambda:us-east-1:123456789012:function:mailer"}, "KMSKeyID": "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-0000-0000-000000000000"}}`,
	Good:      `{"PoolName": "pool", "LambdaConfig": {"CustomEmailSender": {"LambdaVersion": "V1_0", "LambdaArn": "arn:aws:lambda:us-east-1:123456789012:function:mailer"}, "KMSKeyID": "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000"}}`,
	Check: func(c *Case) {
		key := c.Get("LambdaConfig", "KMSKeyID")
		if arn, ok := arn.Parse(key.Text()); ok && arn.Service == "kms" && arn.Region != "" && arn.Region != c.Account.Region {
			c.Break(key, "region", arn.Region, "pool", c.Account.Region).
				Fix("Change its Region to "+c.Account.Region, c.readdress(key, arnRegion, c.Account.Region))
		}
	},
}
