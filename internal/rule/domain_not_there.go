package rule

import "userpoolplayground/internal/diagnostic"

var domainNotThere = Rule{
	ID:        "domain-not-there",
	Fields:    []string{"/Domain"},
	Calls:     []string{DeleteUserPoolDomain},
	Says:      "No such domain or user pool exists.",
	Message:   "The pool has no domain {domain}.",
	InGeneral: "The pool has no domain of this name.",
	Why:       "Only a domain that the pool has can be taken away from it.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/aws-amplify/amplify-cli/blob/HEAD/packages/amplify-e2e-tests/src/__tests__/auth/hosted-ui.test.ts"},
	Standing:  `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop", "Domain": "shop"}}`,
	Bad:       `{"UserPoolId": "us-east-1_Example01", "Domain": "market"}`,
	Good:      `{"UserPoolId": "us-east-1_Example01", "Domain": "shop"}`,
	Check: func(c *Case) {
		if domain := c.Get("Domain"); domain != nil && domain.Text() != c.Pool.Domain && domain.Text() != c.Pool.CustomDomain {
			c.Break(domain, "domain", domain.Text())
		}
	},
}
