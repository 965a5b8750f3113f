package rule

import (
	"regexp"

	"userpoolplayground/internal/diagnostic"
)

var senderForm = regexp.MustCompile(`^[^@\s]+@[^@\s]+$|<[^@\s]+@[^@\s]+>$`)

var emailFromInvalid = Rule{
	ID:       "email-from-invalid",
	Fields:   []string{"/EmailConfiguration/From"},
	Says:     "Provided From email address is invalid",
	Message:  "From has to be an address, support@example.com, or a name and an address, Support <support@example.com>.",
	Why:      "It becomes the sender that people see. The API takes any text there, and only then is it read as an address.",
	Evidence: diagnostic.Observed,
	Links:    []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-email-from-format/meta.yaml", "https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-email-from-format/rule.rego"},
	Since:    "2019-11-15",
	Bad:      `{"PoolName": "pool", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:us-east-1:123456789012:identity/support@example.com", "From": "Support"}}`,
	Good:     `{"PoolName": "pool", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:us-east-1:123456789012:identity/support@example.com", "From": "Support <support@example.com>"}}`,
	Check: func(c *Case) {
		from := c.Get("EmailConfiguration", "From")
		if from != nil && !senderForm.MatchString(from.Text()) {
			c.Break(from).Fix("Remove From", c.Remove(from))
		}
	},
}
