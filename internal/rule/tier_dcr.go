package rule

import "userpoolplayground/internal/diagnostic"

// Whether LITE takes a block that switches registration off is not known; it is let pass.
var tierDCR = Rule{
	ID:        "tier-dcr",
	Fields:    []string{"/DcrConfiguration", "/UserPoolTier"},
	Exception: featureUnavailable,
	Message:   "Dynamic client registration is not in the {tier} tier: choose ESSENTIALS or PLUS, or remove DcrConfiguration.",
	InGeneral: "Dynamic client registration is in the ESSENTIALS and PLUS tiers only.",
	Why:       "A DcrConfiguration without EnableStatus switches registration on, and that belongs to ESSENTIALS.",
	Evidence:  diagnostic.Documented,
	Since:     "2026-11-13",
	Bad:       `{"PoolName": "pool", "UserPoolTier": "LITE", "DcrConfiguration": {"EnableStatus": "Enabled"}}`,
	Good:      `{"PoolName": "pool", "UserPoolTier": "ESSENTIALS", "DcrConfiguration": {"EnableStatus": "Enabled"}}`,
	Check: func(c *Case) {
		dcr := c.Get("DcrConfiguration")
		if dcr != nil && !dcr.Get("EnableStatus").Is("Disabled") && c.tier() == "LITE" {
			c.breakTier(dcr).Fix("Remove DcrConfiguration", c.Remove(dcr))
		}
	},
}
