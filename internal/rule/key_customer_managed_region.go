package rule

import (
	"userpoolplayground/internal/account"
	"userpoolplayground/internal/arn"
	"userpoolplayground/internal/diagnostic"
)

// A condition of AWS's guide, as in keyCustomerManagedTier.
var keyCustomerManagedRegion = Rule{
	ID:        "key-customer-managed-region",
	Severity:  diagnostic.Warning,
	Fields:    []string{"/KeyConfiguration/KmsKeyArn"},
	Message:   "This key is in {region}, and the pool in {pool}: the key has to be in the pool's Region.",
	InGeneral: "A key of your own has to be in the pool's Region.",
	Why:       "AWS's guide says so. In which words the service refuses another is not known.",
	Evidence:  diagnostic.Documented,
	Links:     []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/"},
	Since:     keySince,
	Bad:       `{"PoolName": "pool", "KeyConfiguration": {"KeyType": "CUSTOMER_MANAGED_KEY", "KmsKeyArn": "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-0000-0000-000000000000"}}`,
	Good:      `{"PoolName": "pool", "KeyConfiguration": {"KeyType": "CUSTOMER_MANAGED_KEY", "KmsKeyArn": "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000"}}`,
	Around:    account.Account{Region: "us-east-1"},
	Check: func(c *Case) {
		key := c.Get("KeyConfiguration", "KmsKeyArn")
		if arn, ok := arn.Parse(key.Text()); ok && arn.Service == "kms" && arn.Region != "" && arn.Region != c.Account.Region {
			c.Break(key, "region", arn.Region, "pool", c.Account.Region).
				Fix("Change its Region to "+c.Account.Region, c.readdress(key, arnRegion, c.Account.Region))
		}
	},
}
