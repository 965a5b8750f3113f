package rule

import (
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

var tierThreatProtection = Rule{
	ID:        "tier-threat-protection",
	Fields:    []string{"/UserPoolAddOns/AdvancedSecurityMode", "/UserPoolAddOns/AdvancedSecurityAdditionalFlows/CustomAuthMode", "/UserPoolTier"},
	Exception: featureUnavailable,
	Says:      "The following features need to be disabled for the {tier} pricing tier configured: Threat Protection",
	Message:   "Threat protection is only in the PLUS tier, and this pool is {tier}: choose PLUS, or switch it off.",
	InGeneral: "Threat protection is in the PLUS tier only: choose PLUS, or switch it off.",
	Why:       "AdvancedSecurityMode AUDIT and ENFORCED, and a mode for custom authentication, belong to PLUS. A request without UserPoolTier makes an ESSENTIALS pool.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/hashicorp/terraform-provider-aws/pull/40734"},
	Since:     tiersSince,
	Bad:       `{"PoolName": "pool", "UserPoolAddOns": {"AdvancedSecurityMode": "ENFORCED"}}`,
	Good:      `{"PoolName": "pool", "UserPoolAddOns": {"AdvancedSecurityMode": "ENFORCED"}, "UserPoolTier": "PLUS"}`,
	Check: func(c *Case) {
		if c.tier() == "PLUS" {
			return
		}
		mode, custom := threatProtection(c.Get("UserPoolAddOns"))
		fix := source.Fix{Title: "Set AdvancedSecurityMode to OFF"}
		switch {
		case mode != nil:
			fix.Edits = c.Replace(mode, `"OFF"`)
			if custom != nil {
				fix = source.Fix{Title: "Remove UserPoolAddOns", Edits: c.Remove(c.Get("UserPoolAddOns"))}
			}
		case custom != nil:
			mode = custom
			fix = source.Fix{Title: "Remove CustomAuthMode", Edits: c.Remove(custom)}
		default:
			return
		}
		c.Break(mode, "tier", c.tier()).
			Related(c.Get("UserPoolTier"), "The tier that lacks it.").
			Fix("Choose PLUS", c.Set(c.Root(), "UserPoolTier", `"PLUS"`)).
			Fix(fix.Title, fix.Edits)
	},
}

// threatProtection returns what of the add-ons asks for threat protection: the mode, nil for
// OFF, and the mode for custom authentication.
func threatProtection(addOns *request.Value) (mode, custom *request.Value) {
	if mode = addOns.Get("AdvancedSecurityMode"); !mode.Is("AUDIT", "ENFORCED") {
		mode = nil
	}
	return mode, addOns.Get("AdvancedSecurityAdditionalFlows", "CustomAuthMode")
}

// NeedsPlus reports whether a request asks for what only the PLUS tier has.
func NeedsPlus(r *request.Request) bool {
	mode, custom := threatProtection(r.Get("UserPoolAddOns"))
	return mode != nil || custom != nil
}
