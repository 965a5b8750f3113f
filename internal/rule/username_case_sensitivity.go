package rule

import "userpoolplayground/internal/diagnostic"

// A phone number has no letters, so signing in with it alone is left alone.
var usernameCaseSensitivity = Rule{
	ID:       "username-case-sensitivity",
	Severity: diagnostic.Note,
	Fields:   []string{"/UsernameAttributes", "/AliasAttributes", "/UsernameConfiguration"},
	Calls:    ofCreation,
	Message:  "Without UsernameConfiguration, Jane@example.com and jane@example.com are two users.",
	Why:      "User names and aliases are case sensitive unless UsernameConfiguration says CaseSensitive false, which AWS recommends. It cannot be changed later.",
	Evidence: diagnostic.Observed,
	Links:    []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-case-sensitivity.html"},
	Since:    "2020-02-11",
	Bad:      `{"PoolName": "pool", "UsernameAttributes": ["email"]}`,
	Good:     `{"PoolName": "pool", "UsernameAttributes": ["email"], "UsernameConfiguration": {"CaseSensitive": false}}`,
	Check: func(c *Case) {
		if c.Get("UsernameConfiguration") != nil {
			return
		}
		for _, name := range []string{"UsernameAttributes", "AliasAttributes"} {
			if given := c.Get(name); given.Has("email", "preferred_username") != nil {
				c.Break(given).
					Fix("Make upper and lower case the same", c.Set(c.Root(), "UsernameConfiguration", `{ "CaseSensitive": false }`))
				return
			}
		}
	},
}
