package rule

import (
	"slices"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

// reserved are the words that no prefix may have.
var reserved = []string{"aws", "amazon", "cognito"}

var domainReservedWord = Rule{
	ID:        "domain-reserved-word",
	Fields:    []string{"/Domain"},
	Calls:     []string{CreateUserPoolDomain},
	Says:      "Domain cannot contain reserved word: {word}",
	Message:   "A prefix must not have the word {word}: choose another.",
	InGeneral: "A prefix must have none of the words aws, amazon and cognito between its hyphens.",
	Why:       "Nobody should take a pool's sign-in pages for those of Amazon itself.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/aws-solutions/content-analysis-on-aws/issues/8", "https://github.com/aws-amplify/amplify-cli/issues/3854", "https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-domain-reserved-word/meta.yaml"},
	Standing:  `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop"}}`,
	Bad:       `{"UserPoolId": "us-east-1_Example01", "Domain": "my-aws-shop"}`,
	Good:      `{"UserPoolId": "us-east-1_Example01", "Domain": "my-shop"}`,
	Check: func(c *Case) {
		domain := c.prefix()
		for _, word := range strings.Split(domain.Text(), "-") {
			if slices.Contains(reserved, word) {
				c.Break(domain, "word", word)
				return
			}
		}
	},
}

// Sources differ: newcognito was refused in 2020, awsome taken in 2026 beside a control.
var domainReservedPart = Rule{
	ID:        "domain-reserved-part",
	Severity:  diagnostic.Warning,
	Fields:    []string{"/Domain"},
	Calls:     []string{CreateUserPoolDomain},
	Message:   "{word} has {part} in it, which is reserved, and sources differ on whether that is enough to be refused: it was in 2020 for newcognito, and was not in 2026 for awsome. It is taken here.",
	InGeneral: "A prefix with aws, amazon or cognito inside a longer word may be refused.",
	Why:       "As a word of its own, it is refused: Domain cannot contain reserved word.",
	Evidence:  diagnostic.Disputed,
	Links:     []string{"https://github.com/aws-amplify/amplify-cli/issues/3854", "https://github.com/awslabs/nx-plugin-for-aws/pull/693", "https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-domain-reserved-word/meta.yaml"},
	Standing:  `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop"}}`,
	Bad:       `{"UserPoolId": "us-east-1_Example01", "Domain": "my-newcognito"}`,
	Good:      `{"UserPoolId": "us-east-1_Example01", "Domain": "my-shop"}`,
	Check: func(c *Case) {
		domain := c.prefix()
		for _, word := range strings.Split(domain.Text(), "-") {
			for _, part := range reserved {
				if word != part && strings.Contains(word, part) {
					c.Break(domain, "word", word, "part", part)
					return
				}
			}
		}
	},
}

// prefix is the Domain of a call that is not about a domain of one's own.
func (c *Case) prefix() *request.Value {
	if c.Get("CustomDomainConfig") != nil {
		return nil
	}
	return c.Get("Domain")
}
