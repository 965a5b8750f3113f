package rule

import "userpoolplayground/internal/diagnostic"

var lambdaCustomSenderNeedsKMS = Rule{
	ID:        "lambda-custom-sender-needs-kms",
	Fields:    []string{"/LambdaConfig/CustomEmailSender", "/LambdaConfig/CustomSMSSender", "/LambdaConfig/KMSKeyID"},
	Says:      "KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.",
	Message:   "{sender} needs a KMSKeyID beside it.",
	InGeneral: "A custom sender needs a KMSKeyID beside it.",
	Why:       "A custom sender gets codes and passwords encrypted, with a KMS key of yours.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-custom-email-sender-kms/meta.yaml", "https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-custom-sms-sender-kms/meta.yaml"},
	Since:     "2020-11-24",
	CheckedBy: []string{"terraform"},
	Bad:       `{"PoolName": "pool", "LambdaConfig": {"CustomEmailSender": {"LambdaVersion": "V1_0", "LambdaArn": "arn:aws:lambda:us-east-1:123456789012:function:mailer"}}}`,
	Good:      `{"PoolName": "pool", "LambdaConfig": {"CustomEmailSender": {"LambdaVersion": "V1_0", "LambdaArn": "arn:aws:lambda:us-east-1:123456789012:function:mailer"}, "KMSKeyID": "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000"}}`,
	Check: func(c *Case) {
		config := c.Get("LambdaConfig")
		if config.Get("KMSKeyID") != nil {
			return
		}
		email, sms := config.Get("CustomEmailSender"), config.Get("CustomSMSSender")
		sender := email
		if sender == nil {
			sender = sms
		}
		if sender == nil {
			return
		}
		b := c.Break(sender, "sender", sender.Name)
		if sender != sms {
			b.Related(sms, "This one needs it too.")
		}
		b.Fix("Add a KMSKeyID to fill in", c.Set(config, "KMSKeyID", c.kmsKey()))
		if email == nil || sms == nil {
			b.Fix("Remove "+sender.Name, c.Remove(sender))
		}
	},
}
