package rule

import (
	"strconv"

	"userpoolplayground/internal/diagnostic"
)

var unusedAccountValidityDays = Rule{
	ID:       "unused-account-validity-days",
	Severity: diagnostic.Note,
	Fields:   []string{"/AdminCreateUserConfig/UnusedAccountValidityDays", "/Policies/PasswordPolicy"},
	Message:  "UnusedAccountValidityDays is out of use: TemporaryPasswordValidityDays in Policies.PasswordPolicy takes its place.",
	Why:      "The older name still works, but not beside the newer one.",
	Evidence: diagnostic.Documented,
	Since:    "2019-05-03",
	Bad:      `{"PoolName": "pool", "Policies": {"PasswordPolicy": {"MinimumLength": 12}}, "AdminCreateUserConfig": {"UnusedAccountValidityDays": 30}}`,
	Good:     `{"PoolName": "pool", "Policies": {"PasswordPolicy": {"MinimumLength": 12, "TemporaryPasswordValidityDays": 30}}}`,
	Check: func(c *Case) {
		days, policy := c.Get("AdminCreateUserConfig", "UnusedAccountValidityDays"), c.Get("Policies", "PasswordPolicy")
		if days == nil || policy.Get("TemporaryPasswordValidityDays") != nil {
			return
		}
		b := c.Break(days)
		// A new PasswordPolicy block would change more than the days: what it leaves out is
		// not demanded any more.
		if policy == nil || days.Int() == 0 {
			return
		}
		remove, set := c.Remove(days), c.Set(policy, "TemporaryPasswordValidityDays", strconv.FormatInt(days.Int(), 10))
		b.Fix("Move it into the password policy", together(remove, set))
	},
}
