package rule

import (
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

var emailDailyLimit = Rule{
	ID:       "email-daily-limit",
	Severity: diagnostic.Note,
	Fields:   []string{"/AutoVerifiedAttributes/*", "/Policies/SignInPolicy/AllowedFirstAuthFactors/*", "/AdminCreateUserConfig/InviteMessageTemplate/EmailMessage", "/EmailConfiguration", "/LambdaConfig/CustomEmailSender"},
	Message:  "This pool sends email with Cognito's own sender, which stops at 50 messages a day.",
	Why:      "The limit is one for the whole account and cannot be raised. EmailSendingAccount DEVELOPER with an identity of yours in Amazon SES has that service's limits instead.",
	Evidence: diagnostic.Documented,
	Links:    []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html", "https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html"},
	Since:    "2019-04-16",
	Bad:      `{"PoolName": "pool", "AutoVerifiedAttributes": ["email"]}`,
	Good:     `{"PoolName": "pool", "AutoVerifiedAttributes": ["email"], "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:us-east-1:123456789012:identity/support@example.com"}}`,
	Check: func(c *Case) {
		if c.Get("EmailConfiguration", "EmailSendingAccount").Is("DEVELOPER") || c.Get("LambdaConfig", "CustomEmailSender") != nil {
			return
		}
		for _, sends := range []*request.Value{
			c.Get("AutoVerifiedAttributes").Has("email"),
			c.Get("Policies", "SignInPolicy", "AllowedFirstAuthFactors").Has("EMAIL_OTP"),
			c.Get("AdminCreateUserConfig", "InviteMessageTemplate", "EmailMessage"),
		} {
			if sends != nil {
				c.Break(sends).Related(c.Get("EmailConfiguration"), "The sender.")
				return
			}
		}
	},
}
