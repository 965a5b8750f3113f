package rule

import "userpoolplayground/internal/diagnostic"

// The exception is the one that the reference has for what is not there; its words were not found.
var domainNotThere = Rule{
	ID:        "domain-not-there",
	Fields:    []string{"/Domain"},
	Calls:     []string{DeleteUserPoolDomain},
	Exception: "ResourceNotFoundException",
	Message:   "The pool has no domain {domain}.",
	InGeneral: "The pool has no domain of this name.",
	Why:       "Only a domain that the pool has can be taken away from it.",
	Evidence:  diagnostic.Inferred,
	Standing:  `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop", "Domain": "shop"}}`,
	Bad:       `{"UserPoolId": "us-east-1_Example01", "Domain": "market"}`,
	Good:      `{"UserPoolId": "us-east-1_Example01", "Domain": "shop"}`,
	Check: func(c *Case) {
		if domain := c.Get("Domain"); domain != nil && domain.Text() != c.Pool.Domain && domain.Text() != c.Pool.CustomDomain {
			c.Break(domain, "domain", domain.Text())
		}
	},
}
