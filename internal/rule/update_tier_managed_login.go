package rule

import "userpoolplayground/internal/diagnostic"

var updateTierManagedLogin = Rule{
	ID:       "update-tier-managed-login",
	Severity: diagnostic.Warning,
	Fields:   []string{"/UserPoolTier"},
	Calls:    []string{UpdateUserPool},
	Message:  "A domain of the pool shows managed login, which LITE does not have: set ManagedLoginVersion 1 for it first. The service may refuse the change, in words that were never published; it is taken here.",
	Why:      "A pool has to give up what a lower tier lacks before it goes there. A new domain with managed login is refused in LITE.",
	Evidence: diagnostic.Inferred,
	Links:    domainManagedLoginTier.Links,
	Since:    tiersSince,
	Check: func(c *Case) {
		if tier := c.Get("UserPoolTier"); tier.Is("LITE") && !c.kept(tier) && c.Pool.ManagedLogin {
			c.Break(tier)
		}
	},
}
