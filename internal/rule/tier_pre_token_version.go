package rule

import "userpoolplayground/internal/diagnostic"

// Seen with V2_0; V3_0, which came later, is named in the same way by analogy.
var tierPreTokenVersion = Rule{
	ID:        "tier-pre-token-version",
	Fields:    []string{"/LambdaConfig/PreTokenGenerationConfig/LambdaVersion", "/UserPoolTier"},
	Exception: featureUnavailable,
	Says:      "The following features need to be disabled for the {tier} pricing tier configured: Token Customization with Pre-Token Generation Lambda {version}",
	Message:   "Event version {version} of the pre token generation trigger is not in the {tier} tier: choose ESSENTIALS or PLUS, or V1_0.",
	InGeneral: "Later event versions of the pre token generation trigger are in the ESSENTIALS and PLUS tiers only.",
	Why:       "V1_0 changes ID tokens only, which every tier may. Access tokens can be changed from ESSENTIALS on.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-pre-token-generation-config-tier/meta.yaml"},
	Since:     tiersSince,
	Bad:       `{"PoolName": "pool", "UserPoolTier": "LITE", "LambdaConfig": {"PreTokenGenerationConfig": {"LambdaVersion": "V2_0", "LambdaArn": "arn:aws:lambda:us-east-1:123456789012:function:claims"}}}`,
	Good:      `{"PoolName": "pool", "UserPoolTier": "LITE", "LambdaConfig": {"PreTokenGenerationConfig": {"LambdaVersion": "V1_0", "LambdaArn": "arn:aws:lambda:us-east-1:123456789012:function:claims"}}}`,
	Check: func(c *Case) {
		version := c.Get("LambdaConfig", "PreTokenGenerationConfig", "LambdaVersion")
		if version.Is("V2_0", "V3_0") && c.tier() == "LITE" {
			c.breakTier(version, "version", version.Text()).
				Fix("Use event version V1_0", c.Replace(version, `"V1_0"`))
		}
	},
}
