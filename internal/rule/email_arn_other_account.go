package rule

import (
	"userpoolplayground/internal/account"
	"userpoolplayground/internal/arn"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

// The report shows the words and not the ARN; that it was of another account is read
// from them.
var emailARNOtherAccount = Rule{
	ID:        "email-arn-other-account",
	Fields:    []string{"/EmailConfiguration/SourceArn"},
	Exception: "NotAuthorizedException",
	Says:      "Email arn does not belong to your account.",
	Message:   "This identity belongs to account {owner}, and the pool to {account}: use one of the pool's own account.",
	InGeneral: "An identity for sending email has to belong to the pool's own account.",
	Why:       "Cognito sends only from identities of the account that makes the pool.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/aws/aws-cdk/issues/25115"},
	Stage:     diagnostic.Account,
	Since:     "2016-07-29",
	Around:    account.Account{ID: "123456789012"},
	Bad:       `{"PoolName": "pool", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:us-east-1:210987654321:identity/support@example.com"}}`,
	Good:      `{"PoolName": "pool", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:us-east-1:123456789012:identity/support@example.com"}}`,
	Check: func(c *Case) {
		from := c.Get("EmailConfiguration", "SourceArn")
		if owner := c.stranger(from); owner != "" {
			c.Break(from, "owner", owner, "account", c.Account.ID).
				Fix("Change its account to "+c.Account.ID, c.readdress(from, arnAccount, c.Account.ID))
		}
	},
}

// stranger returns the account that an ARN names when it is another than the caller's.
func (c *Case) stranger(v *request.Value) string {
	if arn, ok := arn.Parse(v.Text()); ok && arn.Account != c.Account.ID {
		return arn.Account
	}
	return ""
}
