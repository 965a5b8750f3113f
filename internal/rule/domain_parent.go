package rule

import (
	"strings"

	"userpoolplayground/internal/diagnostic"
)

var domainParent = Rule{
	ID:       "domain-parent",
	Fields:   []string{"/Domain"},
	Calls:    []string{CreateUserPoolDomain},
	Says:     "Custom domain is not a valid subdomain: Was not able to resolve a DNS A record for the parent domain or domain parent is a top-level domain.",
	Message:  "A domain of your own has to be below another domain of yours, as auth.example.com is below example.com. Leave CustomDomainConfig out where a prefix is meant.",
	Why:      "The service asks the DNS for an address of the parent, to be sure that somebody holds it. A top-level domain has none.",
	Evidence: diagnostic.Observed,
	Links:    []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-custom-domain-fqdn/meta.yaml"},
	Since:    "2018-08-24",
	Standing: `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop"}}`,
	Bad:      `{"UserPoolId": "us-east-1_Example01", "Domain": "example.com", "CustomDomainConfig": {"CertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1"}}`,
	Good:     `{"UserPoolId": "us-east-1_Example01", "Domain": "auth.example.com", "CustomDomainConfig": {"CertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1"}}`,
	Check: func(c *Case) {
		domain := c.Get("Domain")
		if domain != nil && c.Get("CustomDomainConfig") != nil && strings.Count(domain.Text(), ".") < 2 {
			c.Break(domain)
		}
	},
}

var domainParentNotKnown = Rule{
	ID:        "domain-parent-not-known",
	Severity:  diagnostic.Note,
	Fields:    []string{"/Domain"},
	Calls:     []string{CreateUserPoolDomain},
	Message:   "Whether the DNS has an A record for {parent} is not known here. If there is none, the service answers InvalidParameterException: " + domainParent.Says,
	InGeneral: "The parent of a domain of your own needs an A record in the DNS.",
	Why:       "The service asks the DNS for an address of the parent. Any address does, also one that nothing answers at.",
	Evidence:  domainParent.Evidence,
	Links:     domainParent.Links,
	Since:     domainParent.Since,
	Standing:  domainParent.Standing,
	Bad:       domainParent.Good,
	Good:      `{"UserPoolId": "us-east-1_Example01", "Domain": "my-shop"}`,
	Check: func(c *Case) {
		domain := c.Get("Domain")
		if _, parent, _ := strings.Cut(domain.Text(), "."); c.Get("CustomDomainConfig") != nil && strings.Contains(parent, ".") {
			c.Break(domain, "parent", parent)
		}
	},
}
