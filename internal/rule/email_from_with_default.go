package rule

import "userpoolplayground/internal/diagnostic"

var emailFromWithDefault = Rule{
	ID:       "email-from-with-default",
	Fields:   []string{"/EmailConfiguration/From", "/EmailConfiguration/EmailSendingAccount", "/EmailConfiguration/SourceArn"},
	Says:     "Cannot configure From email address for default email configuration",
	Message:  "From is given, but Cognito sends with its own address here: give EmailSendingAccount DEVELOPER and a SourceArn, or remove From.",
	Why:      "The default sender is no-reply@verificationemail.com. Another one has to be an identity of yours in Amazon SES.",
	Evidence: diagnostic.Observed,
	Links:    []string{"https://github.com/aws/aws-cdk/issues/9739"},
	Since:    "2019-11-15",
	Bad:      `{"PoolName": "pool", "EmailConfiguration": {"From": "support@example.com"}}`,
	Good:     `{"PoolName": "pool", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:us-east-1:123456789012:identity/support@example.com", "From": "support@example.com"}}`,
	Check: func(c *Case) {
		config := c.Get("EmailConfiguration")
		from, source := config.Get("From"), config.Get("SourceArn")
		// Amazon SES is not in ap-east-2, and a pool there was refused with a SourceArn too.
		usable := source != nil && c.Account.Region != "ap-east-2"
		if from != nil && !usable && !config.Get("EmailSendingAccount").Is("DEVELOPER") {
			c.Break(from).
				Related(config.Get("EmailSendingAccount"), "The default sender.").
				Fix("Remove From", c.Remove(from))
		}
	},
}
