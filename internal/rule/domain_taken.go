package rule

import "userpoolplayground/internal/diagnostic"

// That these are refused is what the reference says; the service's words were not found.
var domainTaken = Rule{
	ID:        "domain-taken",
	Fields:    []string{"/Domain"},
	Calls:     []string{CreateUserPoolDomain},
	Message:   "{why}: choose another, or delete that one first.",
	InGeneral: "A domain can belong to one pool only, and a pool has one prefix domain: choose another, or delete that one first.",
	Why:       "A prefix belongs to one pool in its Region, and a pool has one prefix and one domain of its own.",
	Evidence:  diagnostic.Documented,
	Standing:  `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop", "Domain": "shop"}}`,
	Bad:       `{"UserPoolId": "us-east-1_Example01", "Domain": "market"}`,
	Good:      `{"UserPoolId": "us-east-1_Example01", "Domain": "auth.example.com", "CustomDomainConfig": {"CertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1"}}`,
	Check: func(c *Case) {
		domain, own := c.Get("Domain"), c.Pool.Domain
		if c.Get("CustomDomainConfig") != nil {
			own = c.Pool.CustomDomain
		}
		switch {
		case domain == nil || c.Pool.ID == "":
		case own != "":
			c.Break(domain, "why", "The pool has the domain "+own+" already")
		case c.Pool.Taken(domain.Text()):
			c.Break(domain, "why", "Another pool has this domain")
		}
	},
}
