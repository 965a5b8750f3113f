package rule

import "userpoolplayground/internal/diagnostic"

var tierACR = Rule{
	ID:        "tier-acr",
	Fields:    []string{"/AcrConfiguration", "/UserPoolTier"},
	Exception: featureUnavailable,
	Message:   "AcrConfiguration is not in the {tier} tier: choose ESSENTIALS or PLUS, or remove it.",
	InGeneral: "AcrConfiguration is in the ESSENTIALS and PLUS tiers only.",
	Why:       "Names for assurance levels belong to ESSENTIALS.",
	Evidence:  diagnostic.Documented,
	Since:     acrSince,
	Bad:       `{"PoolName": "pool", "UserPoolTier": "LITE", "AcrConfiguration": {"Level1": {"AcrValue": "urn:example:low"}}}`,
	Good:      `{"PoolName": "pool", "UserPoolTier": "ESSENTIALS", "AcrConfiguration": {"Level1": {"AcrValue": "urn:example:low"}}}`,
	Check: func(c *Case) {
		acr := c.Get("AcrConfiguration")
		if len(acr.Elements()) > 0 && c.tier() == "LITE" {
			c.breakTier(acr).Fix("Remove AcrConfiguration", c.Remove(acr))
		}
	},
}
