package rule

import "userpoolplayground/internal/diagnostic"

// keySince is the day on which pools got keys of their own.
const keySince = "2026-06-01"

var keyWithoutARN = Rule{
	ID:       "key-without-arn",
	Severity: diagnostic.Warning,
	Fields:   []string{"/KeyConfiguration/KeyType", "/KeyConfiguration/KmsKeyArn"},
	Message:  "KeyType is CUSTOMER_MANAGED_KEY and no KmsKeyArn says which key.",
	Why:      "The reference says that without a KmsKeyArn the pool is encrypted with keys of AWS. Whether the service refuses the pair is not known.",
	Evidence: diagnostic.Documented,
	Since:    keySince,
	Bad:      `{"PoolName": "pool", "KeyConfiguration": {"KeyType": "CUSTOMER_MANAGED_KEY"}}`,
	Good:     `{"PoolName": "pool", "KeyConfiguration": {"KeyType": "AWS_OWNED_KEY"}}`,
	Check: func(c *Case) {
		config := c.Get("KeyConfiguration")
		key := config.Get("KeyType")
		if key.Is("CUSTOMER_MANAGED_KEY") && config.Get("KmsKeyArn") == nil {
			c.Break(key).
				Fix("Add a KmsKeyArn to fill in", c.Set(config, "KmsKeyArn", c.kmsKey())).
				Fix("Use a key that AWS owns", c.Replace(key, `"AWS_OWNED_KEY"`))
		}
	},
}
