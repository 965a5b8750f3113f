package rule

import (
	"slices"
	"strings"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/arn"
	"userpoolplayground/internal/diagnostic"
)

// sesRegions are the Regions that a pool may send from, by its own. us-east-1 was
// measured; every other Region is said to add itself to these three, which leaves the
// list of two of them as it is. Of the rest no list is public, and nothing is refused.
var sesRegions = map[string][]string{
	"eu-west-1": {"eu-west-1", "us-east-1", "us-west-2"},
	"us-east-1": {"eu-west-1", "us-east-1", "us-west-2"},
	"us-west-2": {"eu-west-1", "us-east-1", "us-west-2"},
}

var emailSourceARNRegion = Rule{
	ID:        "email-source-arn-region",
	Fields:    []string{"/EmailConfiguration/SourceArn"},
	Says:      "Invalid EmailConfiguration.SourceArn. Provided SourceArn must be in one of the following SES regions: {regions}.",
	Message:   "This identity is in {region}; a pool in {pool} sends from {regions} only.",
	InGeneral: "A pool sends email through the identities of certain Regions only.",
	Why:       "Cognito reaches Amazon SES in a few Regions. Verify the address or domain in one of them.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-email-sourcearn-region/meta.yaml"},
	Around:    account.Account{Region: "us-east-1"},
	Bad:       `{"PoolName": "pool", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:eu-central-1:123456789012:identity/support@example.com"}}`,
	Good:      `{"PoolName": "pool", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:us-west-2:123456789012:identity/support@example.com"}}`,
	Check: func(c *Case) {
		from := c.Get("EmailConfiguration", "SourceArn")
		arn, ok := arn.Parse(from.Text())
		allowed := sesRegions[c.Account.Region]
		if ok && allowed != nil && arn.Region != "" && !slices.Contains(allowed, arn.Region) {
			c.Break(from, "region", arn.Region, "pool", c.Account.Region, "regions", strings.Join(allowed, ", ")).
				Fix("Change its Region to "+c.Account.Region, c.readdress(from, arnRegion, c.Account.Region))
		}
	},
}
