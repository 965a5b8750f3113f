package rule

import (
	"strings"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/diagnostic"
)

// Seen from us-gov-west-1 in 2021, with OFF. The GovCloud guide named the feature as missing until
// a day that is not public; the plans' first day is taken as the end, after which nothing
// more is known.
var advancedSecurityRegion = Rule{
	ID:        "advanced-security-region",
	Fields:    []string{"/UserPoolAddOns/AdvancedSecurityMode"},
	Says:      "The advanced security features are not supported in this region.",
	Message:   "Threat protection is not offered in {region}: leave UserPoolAddOns out, since OFF is refused too.",
	InGeneral: "Threat protection is not offered in every Region: leave UserPoolAddOns out there, since OFF is refused too.",
	Why:       "AWS GovCloud (US) did not have the advanced security features then.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/hashicorp/terraform-provider-aws/pull/16502", "https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html"},
	Since:     "2017-11-28",
	Until:     tiersSince,
	Around:    account.Account{Region: "us-gov-west-1"},
	Bad:       `{"PoolName": "pool", "UserPoolAddOns": {"AdvancedSecurityMode": "OFF"}}`,
	Good:      `{"PoolName": "pool"}`,
	Check: func(c *Case) {
		mode := c.Get("UserPoolAddOns", "AdvancedSecurityMode")
		if mode != nil && strings.HasPrefix(c.Account.Region, "us-gov-") {
			c.Break(mode, "region", c.Account.Region).
				Fix("Remove UserPoolAddOns", c.Remove(c.Get("UserPoolAddOns")))
		}
	},
}
