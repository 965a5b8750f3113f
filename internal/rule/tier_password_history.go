package rule

import "userpoolplayground/internal/diagnostic"

// What the service calls this feature in its message is not public.
var tierPasswordHistory = Rule{
	ID:        "tier-password-history",
	Fields:    []string{"/Policies/PasswordPolicy/PasswordHistorySize", "/UserPoolTier"},
	Exception: featureUnavailable,
	Message:   "Remembering earlier passwords is not in the {tier} tier: choose ESSENTIALS or PLUS, or set PasswordHistorySize to 0.",
	InGeneral: "Remembering earlier passwords is in the ESSENTIALS and PLUS tiers only.",
	Why:       "PasswordHistorySize keeps people from using an old password again, which belongs to ESSENTIALS.",
	Evidence:  diagnostic.Documented,
	Links:     []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html"},
	Since:     tiersSince,
	Bad:       `{"PoolName": "pool", "UserPoolTier": "LITE", "Policies": {"PasswordPolicy": {"PasswordHistorySize": 5}}}`,
	Good:      `{"PoolName": "pool", "UserPoolTier": "ESSENTIALS", "Policies": {"PasswordPolicy": {"PasswordHistorySize": 5}}}`,
	Check: func(c *Case) {
		history := c.Get("Policies", "PasswordPolicy", "PasswordHistorySize")
		if history.Int() > 0 && c.tier() == "LITE" {
			c.breakTier(history).
				Fix("Set PasswordHistorySize to 0", c.Replace(history, "0"))
		}
	},
}
