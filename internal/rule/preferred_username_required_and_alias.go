package rule

import "userpoolplayground/internal/diagnostic"

var preferredUsernameRequiredAndAlias = Rule{
	ID:       "preferred-username-required-and-alias",
	Fields:   []string{"/AliasAttributes/*", "/Schema/*/Required", "/Schema/*/Name"},
	Calls:    ofCreation,
	Message:  "preferred_username is required and an alias at once; it can be only one of the two.",
	Why:      "As an alias, preferred_username can only be set after the account is confirmed, so sign-up cannot demand it.",
	Evidence: diagnostic.Documented,
	Links:    []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html"},
	Bad:      `{"PoolName": "pool", "AliasAttributes": ["preferred_username"], "Schema": [{"Name": "preferred_username", "Required": true}]}`,
	Good:     `{"PoolName": "pool", "AliasAttributes": ["preferred_username"]}`,
	Check: func(c *Case) {
		aliases := c.Get("AliasAttributes")
		alias := aliases.Has("preferred_username")
		if alias == nil {
			return
		}
		for _, entry := range c.Get("Schema").Elements() {
			if required := entry.Get("Required"); required.Bool() && entry.Get("Name").Is("preferred_username") {
				c.Break(alias).
					Related(required, "Required here.").
					Fix("Set Required to false", c.Replace(required, "false")).
					Fix("Take it out of AliasAttributes", c.takeOut(aliases, "preferred_username"))
				return
			}
		}
	},
}
