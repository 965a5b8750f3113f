package rule

import (
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

// featureUnavailable is the exception of what a plan does not include. How the service
// strings several such features together is not public: the first one alone speaks.
const featureUnavailable = "FeatureUnavailableInTierException"

// tiersSince is the day on which plans began.
const tiersSince = "2024-11-22"

var tierPasswordless = Rule{
	ID:        "tier-passwordless",
	Fields:    []string{"/Policies/SignInPolicy/AllowedFirstAuthFactors", "/UserPoolTier"},
	Exception: featureUnavailable,
	Says:      "The following features need to be disabled for the {tier} pricing tier configured: Passwordless Sign-In",
	Message:   "One-time codes and passkeys as first factor are not in the {tier} tier: choose ESSENTIALS or PLUS, or leave only PASSWORD.",
	InGeneral: "One-time codes and passkeys as first factor are in the ESSENTIALS and PLUS tiers only.",
	Why:       "Passwordless sign-in came with the ESSENTIALS tier. LITE has the features that pools had before.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/aws-amplify/amplify-backend/issues/2805"},
	Since:     tiersSince,
	Bad:       `{"PoolName": "pool", "UserPoolTier": "LITE", "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"]}}}`,
	Good:      `{"PoolName": "pool", "UserPoolTier": "ESSENTIALS", "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"]}}}`,
	Check: func(c *Case) {
		factors := c.Get("Policies", "SignInPolicy", "AllowedFirstAuthFactors")
		if factors.Has("EMAIL_OTP", "SMS_OTP", "WEB_AUTHN") != nil && c.tier() == "LITE" {
			c.breakTier(factors).
				Fix("Leave only PASSWORD", c.Replace(factors, `["PASSWORD"]`))
		}
	},
}

// breakTier blames what the pool's tier, LITE, does not have.
func (c *Case) breakTier(v *request.Value, args ...string) *Break {
	tier := c.Get("UserPoolTier")
	return c.Break(v, append(args, "tier", tier.Text())...).
		Related(tier, "The tier that lacks it.").
		Fix("Choose ESSENTIALS", c.Replace(tier, `"ESSENTIALS"`))
}

// tier returns the plan in force: one left out counts as ESSENTIALS.
func (c *Case) tier() string {
	if tier := c.Get("UserPoolTier"); tier != nil {
		return tier.Text()
	}
	return "ESSENTIALS"
}
