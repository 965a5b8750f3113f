package rule

import "userpoolplayground/internal/diagnostic"

var domainTaken = Rule{
	ID:        "domain-taken",
	Fields:    []string{"/Domain"},
	Calls:     []string{CreateUserPoolDomain},
	Says:      "Domain already associated with another user pool.",
	Message:   "Another pool has this domain: choose another.",
	InGeneral: "A domain belongs to one pool, of any account: choose another.",
	Why:       "A prefix belongs to one pool in its Region, whosever pool that is.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/aws-samples/aws-cdk-examples/issues/402"},
	Check: func(c *Case) {
		if domain := c.Get("Domain"); domain != nil && c.Pool.ID != "" && c.ownDomain() == "" && c.Pool.Taken(domain.Text()) {
			c.Break(domain)
		}
	},
}
