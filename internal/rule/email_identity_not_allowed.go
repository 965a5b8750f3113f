package rule

import (
	"userpoolplayground/internal/account"
	"userpoolplayground/internal/diagnostic"
)

// A SourceArn without EmailSendingAccount is of this kind as well: these are the service's
// words from the years before that member.
var emailIdentityNotAllowed = Rule{
	ID:        "email-identity-not-allowed",
	Fields:    []string{"/EmailConfiguration/SourceArn", "/EmailConfiguration/EmailSendingAccount"},
	Exception: "InvalidEmailRoleAccessPolicyException",
	Says:      "Cognito is not allowed to use your email identity",
	Message:   "{identity} is not an identity of this account that Cognito may use: choose EmailSendingAccount DEVELOPER with a verified one, or remove SourceArn.",
	InGeneral: "Without EmailSendingAccount DEVELOPER, SourceArn has to name an identity of this account that Cognito may use.",
	Why:       "With COGNITO_DEFAULT the identity needs a sending policy of its own that lets Cognito use it. DEVELOPER needs none.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-email-cognito-default-with-sourcearn/meta.yaml"},
	Stage:     diagnostic.Account,
	Since:     "2016-07-29",
	Around:    account.Account{SESKnown: true, SESIdentities: []string{"support@example.com"}},
	Bad:       `{"PoolName": "pool", "EmailConfiguration": {"EmailSendingAccount": "COGNITO_DEFAULT", "SourceArn": "arn:aws:ses:us-east-1:123456789012:identity/news@example.com"}}`,
	Good:      `{"PoolName": "pool", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:us-east-1:123456789012:identity/support@example.com"}}`,
	Check: func(c *Case) {
		config := c.Get("EmailConfiguration")
		if !config.Get("EmailSendingAccount").Is("DEVELOPER") {
			c.checkIdentity(config.Get("SourceArn"))
		}
	},
}
