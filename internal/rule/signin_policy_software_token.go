package rule

import "userpoolplayground/internal/diagnostic"

var signinPolicySoftwareToken = Rule{
	ID:       "signin-policy-software-token",
	Fields:   []string{"/Policies/SignInPolicy/AllowedFirstAuthFactors/*"},
	Message:  "SOFTWARE_TOKEN is in the API's list of values but must not be sent: take it out.",
	Why:      "An authenticator app is a second factor only. The reference says not to send the value; that it is refused is inferred from that.",
	Evidence: diagnostic.Inferred,
	Since:    "2026-07-24",
	Bad:      `{"PoolName": "pool", "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "SOFTWARE_TOKEN"]}}}`,
	Good:     `{"PoolName": "pool", "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD"]}}}`,
	Check: func(c *Case) {
		factors := c.Get("Policies", "SignInPolicy", "AllowedFirstAuthFactors")
		if token := factors.Has("SOFTWARE_TOKEN"); token != nil {
			c.Break(token).Fix("Take SOFTWARE_TOKEN out", c.takeOut(factors, "SOFTWARE_TOKEN"))
		}
	},
}
