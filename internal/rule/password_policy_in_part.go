package rule

import (
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/source"
)

// classes are the switches of a password policy that the standard policy has on, and a policy
// that is given has off.
var classes = []struct{ member, letters string }{
	{"RequireUppercase", "upper-case letters"}, {"RequireLowercase", "lower-case letters"},
	{"RequireNumbers", "digits"}, {"RequireSymbols", "symbols"},
}

var passwordPolicyInPart = Rule{
	ID:       "password-policy-in-part",
	Severity: diagnostic.Warning,
	Fields: []string{
		"/Policies/PasswordPolicy", "/Policies/PasswordPolicy/RequireUppercase", "/Policies/PasswordPolicy/RequireLowercase",
		"/Policies/PasswordPolicy/RequireNumbers", "/Policies/PasswordPolicy/RequireSymbols",
	},
	Message:   "A policy that is given demands only what it names: {classes} are not demanded now.",
	InGeneral: "A password policy that is given demands only what it names.",
	Why:       "A pool without a password policy demands all four character classes. A policy that is given takes the place of the standard one as a whole, and a class that it does not name is off.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/go-to-k/cdk-real-drift/issues/1701"},
	Bad:       `{"PoolName": "pool", "Policies": {"PasswordPolicy": {"MinimumLength": 14}}}`,
	Good:      `{"PoolName": "pool", "Policies": {"PasswordPolicy": {"MinimumLength": 14, "RequireUppercase": true, "RequireLowercase": true, "RequireNumbers": true, "RequireSymbols": true}}}`,
	Check: func(c *Case) {
		policy := c.Get("Policies", "PasswordPolicy")
		if policy == nil {
			return
		}
		var letters []string
		var absent []source.Setting
		for _, class := range classes {
			if policy.Get(class.member) == nil {
				letters, absent = append(letters, class.letters), append(absent, source.Setting{Name: class.member, JSON: "true"})
			}
		}
		title := "Demand " + listed(letters) + ", too"
		if len(absent) == len(classes) {
			title = "Demand all four, as without a policy"
		}
		if len(absent) > 0 {
			c.Break(policy, "classes", listed(letters)).Fix(title, c.SetAll(policy, absent))
		}
	},
}
