package rule

import "userpoolplayground/internal/diagnostic"

var emailDeveloperNeedsSourceARN = Rule{
	ID:       "email-developer-needs-source-arn",
	Fields:   []string{"/EmailConfiguration/EmailSendingAccount", "/EmailConfiguration/SourceArn"},
	Says:     "Source ARN is required to use DEVELOPER email sending owner",
	Message:  "EmailSendingAccount is DEVELOPER and there is no SourceArn: name the Amazon SES identity to send from.",
	Why:      "DEVELOPER sends through your own Amazon SES, from an identity that is verified there.",
	Evidence: diagnostic.Observed,
	Links:    []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-email-developer-requires-sourcearn/meta.yaml"},
	Since:    "2019-04-16",
	Bad:      `{"PoolName": "pool", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER"}}`,
	Good:     `{"PoolName": "pool", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:us-east-1:123456789012:identity/support@example.com"}}`,
	Check: func(c *Case) {
		config := c.Get("EmailConfiguration")
		sending := config.Get("EmailSendingAccount")
		if sending.Is("DEVELOPER") && config.Get("SourceArn") == nil {
			c.Break(sending).
				Fix("Add a SourceArn to fill in", c.Set(config, "SourceArn", c.sesIdentity())).
				Fix("Let Cognito send", c.Replace(sending, `"COGNITO_DEFAULT"`))
		}
	},
}
