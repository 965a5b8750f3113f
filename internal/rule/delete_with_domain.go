package rule

import "userpoolplayground/internal/diagnostic"

var deleteWithDomain = Rule{
	ID:        "delete-with-domain",
	Fields:    []string{"/UserPoolId"},
	Calls:     []string{DeleteUserPool},
	Says:      "User pool cannot be deleted. It has a domain configured that should be deleted first.",
	Message:   "The pool has the domain {domain}: delete that with DeleteUserPoolDomain first.",
	InGeneral: "A pool that has a domain cannot be deleted: delete the domain with DeleteUserPoolDomain first.",
	Why:       "The domain's sign-in pages would be those of a pool that is no more.",
	Evidence:  diagnostic.Observed,
	Since:     "2017-12-11",
	Standing:  `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop", "Domain": "shop"}}`,
	Bad:       `{"UserPoolId": "us-east-1_Example01"}`,
	Check: func(c *Case) {
		domain := c.Pool.Domain
		if domain == "" {
			domain = c.Pool.CustomDomain
		}
		if id := c.Get("UserPoolId"); domain != "" && c.Pool.ID == id.Text() {
			c.Break(id, "domain", domain)
		}
	},
}
