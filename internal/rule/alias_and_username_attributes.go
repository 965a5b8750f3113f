package rule

import "userpoolplayground/internal/diagnostic"

var aliasAndUsernameAttributes = Rule{
	ID:        "alias-and-username-attributes",
	Fields:    []string{"/AliasAttributes", "/UsernameAttributes"},
	Calls:     ofCreation,
	Exclusive: true,
	Says:      "Only one of the aliasAttributes or usernameAttributes can be set in a User pool.",
	Message:   "AliasAttributes and UsernameAttributes are both given; a pool can have only one of them.",
	Why:       "UsernameAttributes makes the email address or phone number the user name itself; AliasAttributes lets people sign in with it beside a user name of their own. The choice is made once and for ever.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-alias-username-exclusive/meta.yaml"},
	CheckedBy: []string{"terraform"},
	Bad:       `{"PoolName": "pool", "AliasAttributes": ["email"], "UsernameAttributes": ["email"]}`,
	Good:      `{"PoolName": "pool", "UsernameAttributes": ["email"]}`,
	Check: func(c *Case) {
		alias, username := c.Get("AliasAttributes"), c.Get("UsernameAttributes")
		if len(alias.Elements()) > 0 && len(username.Elements()) > 0 {
			c.Break(alias).
				Related(username, "The other one.").
				Fix("Remove AliasAttributes", c.Remove(alias)).
				Fix("Remove UsernameAttributes", c.Remove(username))
		}
	},
}
