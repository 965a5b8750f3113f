package rule

import "userpoolplayground/internal/diagnostic"

var signinPolicyNeedsPassword = Rule{
	ID:       "signin-policy-needs-password",
	Fields:   []string{"/Policies/SignInPolicy/AllowedFirstAuthFactors"},
	Says:     "Password should be configured as one of the allowed first auth factors.",
	Message:  "AllowedFirstAuthFactors lacks PASSWORD, which every pool has to allow.",
	Why:      "One-time codes and passkeys come beside the password and not in its place. An app can still offer only those.",
	Evidence: diagnostic.Observed,
	Links:    []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-signin-policy-password-required/meta.yaml"},
	Since:    "2024-11-22",
	Bad:      `{"PoolName": "pool", "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["WEB_AUTHN"]}}}`,
	Good:     `{"PoolName": "pool", "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}}}`,
	Check: func(c *Case) {
		factors := c.Get("Policies", "SignInPolicy", "AllowedFirstAuthFactors")
		if factors != nil && factors.Has("PASSWORD") == nil {
			c.Break(factors).Fix("Add PASSWORD", c.Append(factors, `"PASSWORD"`))
		}
	},
}
