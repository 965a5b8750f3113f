package rule

import (
	"strconv"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

// Seen with equal priorities; that equal names are refused is in the text.
var recoveryDuplicates = Rule{
	ID:        "recovery-duplicates",
	Fields:    []string{"/AccountRecoverySetting/RecoveryMechanisms/*/Priority", "/AccountRecoverySetting/RecoveryMechanisms/*/Name"},
	Says:      "Invalid account recovery setting parameter. Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.",
	Message:   "Two recovery mechanisms have the same {member}, {value}: each priority and each mechanism can be there once.",
	InGeneral: "Each priority and each recovery mechanism can be there once.",
	Why:       "Cognito tries the mechanism of priority 1 first and then that of priority 2.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-recovery-duplicate/meta.yaml", "https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-recovery-duplicate/rule.rego"},
	Bad:       `{"PoolName": "pool", "AccountRecoverySetting": {"RecoveryMechanisms": [{"Priority": 1, "Name": "verified_email"}, {"Priority": 1, "Name": "verified_phone_number"}]}}`,
	Good:      `{"PoolName": "pool", "AccountRecoverySetting": {"RecoveryMechanisms": [{"Priority": 1, "Name": "verified_email"}, {"Priority": 2, "Name": "verified_phone_number"}]}}`,
	Check: func(c *Case) {
		mechanisms := c.Get("AccountRecoverySetting", "RecoveryMechanisms").Elements()
		names, priorities := map[string]*request.Value{}, map[int64]*request.Value{}
		for _, m := range mechanisms {
			name, priority := m.Get("Name"), m.Get("Priority")
			if name == nil || priority == nil {
				continue // both are required, and constraint validation speaks
			}
			sameName, samePriority := names[name.Text()], priorities[priority.Int()]
			names[name.Text()], priorities[priority.Int()] = name, priority
			switch {
			case sameName != nil:
				c.Break(name, "member", "Name", "value", name.Text()).
					Related(sameName, "The first one.").
					Fix("Remove this mechanism", c.Remove(m))
			case samePriority != nil:
				b := c.Break(priority, "member", "Priority", "value", strconv.FormatInt(priority.Int(), 10)).
					Related(samePriority, "The first one.")
				if other := 3 - priority.Int(); len(mechanisms) == 2 && (other == 1 || other == 2) {
					b.Fix("Change this priority to "+strconv.FormatInt(other, 10), c.Replace(priority, strconv.FormatInt(other, 10)))
				}
			}
		}
	},
}
