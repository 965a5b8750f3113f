package rule

import "userpoolplayground/internal/diagnostic"

var recoveryAdminOnlyAlone = Rule{
	ID:       "recovery-admin-only-alone",
	Fields:   []string{"/AccountRecoverySetting/RecoveryMechanisms/*", "/AccountRecoverySetting/RecoveryMechanisms/*/Name"},
	Says:     "Invalid account recovery setting parameter. Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.",
	Message:  "admin_only stands beside another way of recovery; it can only stand alone.",
	Why:      "admin_only means that nobody resets a password without an administrator. Another mechanism would contradict it.",
	Evidence: diagnostic.Observed,
	Bad:      `{"PoolName": "pool", "AccountRecoverySetting": {"RecoveryMechanisms": [{"Priority": 1, "Name": "admin_only"}, {"Priority": 2, "Name": "verified_email"}]}}`,
	Good:     `{"PoolName": "pool", "AccountRecoverySetting": {"RecoveryMechanisms": [{"Priority": 1, "Name": "admin_only"}]}}`,
	Check: func(c *Case) {
		mechanisms := c.Get("AccountRecoverySetting", "RecoveryMechanisms").Elements()
		for _, m := range mechanisms {
			if !m.Get("Name").Is("admin_only") {
				continue
			}
			for _, other := range mechanisms {
				if !other.Get("Name").Is("admin_only") {
					c.Break(m).
						Related(other, "The other mechanism.").
						Fix("Remove admin_only", c.Remove(m))
					return
				}
			}
		}
	},
}
