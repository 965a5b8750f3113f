package rule

import (
	"regexp"

	"userpoolplayground/internal/diagnostic"
)

// prefixPattern is the form of a prefix, whose length is a constraint's. A domain of one's own
// has full stops, too.
var prefixPattern = regexp.MustCompile(`^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$`)

var domainCharacters = Rule{
	ID:       "domain-characters",
	Fields:   []string{"/Domain"},
	Calls:    []string{CreateUserPoolDomain},
	Says:     `The domain name contains an invalid character. Domain names can only contain lower-case letters, numbers, and hyphens. Please enter a different name that follows this format: ^[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?$`,
	Message:  "A prefix has lower-case letters, digits and hyphens, and begins and ends with none of the hyphens. A domain of your own, which has full stops, needs CustomDomainConfig beside it.",
	Why:      "The prefix becomes a part of a name in the DNS: PREFIX.auth.REGION.amazoncognito.com.",
	Evidence: diagnostic.Observed,
	Links:    []string{"https://github.com/mineiros-io/terraform-aws-cognito-user-pool/issues/69", "https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-domain-prefix-format/meta.yaml"},
	Standing: `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop"}}`,
	Bad:      `{"UserPoolId": "us-east-1_Example01", "Domain": "My_Shop"}`,
	Good:     `{"UserPoolId": "us-east-1_Example01", "Domain": "my-shop"}`,
	Check: func(c *Case) {
		if domain := c.Get("Domain"); domain != nil && c.Get("CustomDomainConfig") == nil && !prefixPattern.MatchString(domain.Text()) {
			c.Break(domain)
		}
	},
}
