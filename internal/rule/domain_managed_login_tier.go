package rule

import "userpoolplayground/internal/diagnostic"

var domainManagedLoginTier = Rule{
	ID:        "domain-managed-login-tier",
	Fields:    []string{"/ManagedLoginVersion"},
	Calls:     []string{CreateUserPoolDomain},
	Exception: featureUnavailable,
	Says:      "The following feature is not available for the {tier} pricing tier configured: Managed Login Version 2",
	Message:   "Managed login, which is version 2, is not in the {tier} tier: take version 1, or choose ESSENTIALS or PLUS for the pool.",
	InGeneral: "Managed login, which is version 2, is in the ESSENTIALS and PLUS tiers only.",
	Why:       "Managed login came with the ESSENTIALS tier. LITE has the classic hosted UI.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-managed-login-version-tier/meta.yaml"},
	Since:     tiersSince,
	Standing:  `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop", "UserPoolTier": "LITE"}}`,
	Bad:       `{"UserPoolId": "us-east-1_Example01", "Domain": "my-shop", "ManagedLoginVersion": 2}`,
	Good:      `{"UserPoolId": "us-east-1_Example01", "Domain": "my-shop", "ManagedLoginVersion": 1}`,
	Check: func(c *Case) {
		if version := c.Get("ManagedLoginVersion"); version.Int() == 2 && c.Pool.Tier == "LITE" {
			c.Break(version, "tier", c.Pool.Tier).Fix("Take version 1", c.Replace(version, "1"))
		}
	},
}
