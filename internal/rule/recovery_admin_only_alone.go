package rule

import (
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

var recoveryAdminOnlyAlone = Rule{
	ID:       "recovery-admin-only-alone",
	Fields:   []string{"/AccountRecoverySetting/RecoveryMechanisms/*", "/AccountRecoverySetting/RecoveryMechanisms/*/Name"},
	Says:     "Invalid account recovery setting parameter. Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.",
	Message:  "admin_only stands beside another way of recovery; it can only stand alone.",
	Why:      "admin_only means that nobody resets a password without an administrator. Another mechanism would contradict it.",
	Evidence: diagnostic.Observed,
	Links:    []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-recovery-admin-only-alone/meta.yaml"},
	Bad:      `{"PoolName": "pool", "AccountRecoverySetting": {"RecoveryMechanisms": [{"Priority": 1, "Name": "admin_only"}, {"Priority": 2, "Name": "verified_email"}]}}`,
	Good:     `{"PoolName": "pool", "AccountRecoverySetting": {"RecoveryMechanisms": [{"Priority": 1, "Name": "admin_only"}]}}`,
	Check: func(c *Case) {
		var adminOnly, others []*request.Value
		for _, m := range c.Get("AccountRecoverySetting", "RecoveryMechanisms").Elements() {
			if m.Get("Name").Is("admin_only") {
				adminOnly = append(adminOnly, m)
			} else {
				others = append(others, m)
			}
		}
		if len(adminOnly) > 0 && len(others) > 0 {
			c.Break(adminOnly[0]).
				Related(others[0], "The other mechanism.").
				Fix("Remove admin_only", c.RemoveAll(adminOnly))
		}
	},
}
