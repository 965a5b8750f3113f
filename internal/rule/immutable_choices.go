package rule

import (
	"slices"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

var immutableChoices = Rule{
	ID:        "immutable-choices",
	Severity:  diagnostic.Note,
	Fields:    []string{"/UsernameAttributes", "/AliasAttributes", "/UsernameConfiguration", "/Schema"},
	Calls:     ofCreation,
	Message:   "{names} cannot be changed once the pool is made{but}.",
	InGeneral: "Some members cannot be changed once the pool is made.",
	Why:       "How people sign in and which attributes are required is settled by CreateUserPool. Later on, custom attributes can only be added.",
	Evidence:  diagnostic.Documented,
	Links:     []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html"},
	Bad:       `{"PoolName": "pool", "UsernameAttributes": ["email"]}`,
	Good:      `{"PoolName": "pool", "AutoVerifiedAttributes": ["email"]}`,
	Check: func(c *Case) {
		var choices []*request.Value
		for _, member := range c.Root().Children { // in the order of the text
			switch member.Name {
			case "UsernameAttributes", "AliasAttributes", "UsernameConfiguration", "Schema":
				if len(member.Children) > 0 {
					choices = append(choices, member)
				}
			}
		}
		if len(choices) == 0 {
			return
		}
		but := ""
		if slices.ContainsFunc(choices, func(v *request.Value) bool { return v.Name == "Schema" }) {
			but = "; custom attributes can be added to Schema"
		}
		b := c.Break(choices[0], "names", names(choices), "but", but)
		for _, choice := range choices[1:] {
			b.Related(choice, choice.Name+" too.")
		}
	},
}
