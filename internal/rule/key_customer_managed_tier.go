package rule

import (
	"userpoolplayground/internal/account"
	"userpoolplayground/internal/diagnostic"
)

// AWS's guide names both conditions. No refusal was seen and no text is public, so neither is
// an error here.
var keyCustomerManagedTier = Rule{
	ID:       "key-customer-managed-tier",
	Severity: diagnostic.Warning,
	Fields:   []string{"/KeyConfiguration/KeyType", "/UserPoolTier"},
	Message:  "A customer managed key needs the ESSENTIALS or PLUS tier, and this pool is LITE.",
	Why:      "AWS's guide says so. Whether the service refuses the pair, and in which words, is not known.",
	Evidence: diagnostic.Documented,
	Links:    []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/"},
	Since:    keySince,
	Bad:      `{"PoolName": "pool", "UserPoolTier": "LITE", "KeyConfiguration": {"KeyType": "CUSTOMER_MANAGED_KEY", "KmsKeyArn": "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000"}}`,
	Good:     `{"PoolName": "pool", "UserPoolTier": "ESSENTIALS", "KeyConfiguration": {"KeyType": "CUSTOMER_MANAGED_KEY", "KmsKeyArn": "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000"}}`,
	Around:   account.Account{Region: "us-east-1"},
	Check: func(c *Case) {
		key := c.Get("KeyConfiguration", "KeyType")
		if key.Is("CUSTOMER_MANAGED_KEY") && c.tier() == "LITE" {
			tier := c.Get("UserPoolTier")
			c.Break(key).
				Related(tier, "The tier that lacks it.").
				Fix("Choose ESSENTIALS", c.Replace(tier, `"ESSENTIALS"`))
		}
	},
}
