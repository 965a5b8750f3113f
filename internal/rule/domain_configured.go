package rule

import "userpoolplayground/internal/diagnostic"

var domainConfigured = Rule{
	ID:        "domain-configured",
	Fields:    []string{"/Domain"},
	Calls:     []string{CreateUserPoolDomain},
	Says:      "User pool already has a domain configured.",
	Message:   "The pool has the domain {domain} already: delete that with DeleteUserPoolDomain first.",
	InGeneral: "A pool has one prefix domain and one domain of its own. To have another, delete the one that is there with DeleteUserPoolDomain first; what deploys a new name in the place of an old one makes the new one first, and fails.",
	Why:       "A pool has one prefix and one domain of its own.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/aws/aws-cdk/issues/10062"},
	Standing:  `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop", "Domain": "shop"}}`,
	Bad:       `{"UserPoolId": "us-east-1_Example01", "Domain": "market"}`,
	Good:      `{"UserPoolId": "us-east-1_Example01", "Domain": "auth.example.com", "CustomDomainConfig": {"CertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1"}}`,
	Check: func(c *Case) {
		if domain, own := c.Get("Domain"), c.ownDomain(); domain != nil && own != "" {
			c.Break(domain, "domain", own)
		}
	},
}

// ownDomain is the pool's domain of the kind that the call makes, "" for none.
func (c *Case) ownDomain() string {
	if c.Get("CustomDomainConfig") != nil {
		return c.Pool.CustomDomain
	}
	return c.Pool.Domain
}
