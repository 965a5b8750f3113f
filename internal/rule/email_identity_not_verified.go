package rule

import (
	"strings"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/arn"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

var emailIdentityNotVerified = Rule{
	ID:        "email-identity-not-verified",
	Fields:    []string{"/EmailConfiguration/SourceArn"},
	Says:      "Cognito received the following error from Amazon SES when attempting to send email: Email address is not verified. The following identities failed the check in region {REGION}: {arn}",
	Message:   "{identity} is not verified in Amazon SES: verify it there first, or name an identity that is.",
	InGeneral: "The identity that sends the email has to be verified in Amazon SES first.",
	Why:       "Cognito tries the identity in SourceArn when the pool is made. It has to be verified as it is written there: that of an address does not follow from its domain's.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/aws/aws-cdk/issues/18964", "https://github.com/aws/aws-cdk/issues/19787"},
	Stage:     diagnostic.Account,
	Since:     "2019-04-16",
	Around:    account.Account{SESKnown: true, SESIdentities: []string{"support@example.com"}},
	Bad:       `{"PoolName": "pool", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:us-east-1:123456789012:identity/news@example.com"}}`,
	Good:      `{"PoolName": "pool", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:us-east-1:123456789012:identity/support@example.com"}}`,
	Check: func(c *Case) {
		config := c.Get("EmailConfiguration")
		if config.Get("EmailSendingAccount").Is("DEVELOPER") {
			c.checkIdentity(config.Get("SourceArn"))
		}
	},
}

// checkIdentity breaks the rule when it is known that an identity is not verified.
func (c *Case) checkIdentity(from *request.Value) {
	arn, ok := arn.Parse(from.Text())
	if !ok || c.stranger(from) != "" || !c.Account.SESKnown {
		return
	}
	identity := strings.TrimPrefix(arn.Resource, "identity/")
	if c.Account.Verified(identity) {
		return
	}
	b := c.Break(from, "REGION", strings.ToUpper(arn.Region), "arn", from.Text(), "identity", identity)
	before := strings.TrimSuffix(from.Text(), arn.Resource)
	offer := func(identity string) {
		b.Fix("Name "+identity+", which is verified", c.Replace(from, source.Quote(before+"identity/"+identity)))
	}
	_, domain, _ := strings.Cut(identity, "@")
	if domain != "" && c.Account.Verified(domain) {
		offer(domain)
	}
	const enough = 3
	for _, verified := range c.Account.SESIdentities[:min(enough, len(c.Account.SESIdentities))] {
		if verified != domain {
			offer(verified)
		}
	}
}
