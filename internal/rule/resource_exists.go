package rule

import "userpoolplayground/internal/diagnostic"

// The exception is the reference's; its words were not found.
var resourceExists = Rule{
	ID:        "resource-exists",
	Fields:    []string{"/ResourceArn"},
	Calls:     []string{TagResource, "UntagResource", "ListTagsForResource"},
	Exception: "ResourceNotFoundException",
	Message:   "There is no pool {arn} here.",
	InGeneral: "A call on a resource needs one that is there.",
	Why:       "Tags are set by the pool's ARN, in which its Region, its account and its Id have to be right.",
	Evidence:  diagnostic.Documented,
	Since:     "2019-03-21",
	Standing:  `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop", "Arn": "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Example01"}}`,
	Bad:       `{"ResourceArn": "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Another01", "Tags": {"team": "shop"}}`,
	Good:      `{"ResourceArn": "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Example01", "Tags": {"team": "shop"}}`,
	Check: func(c *Case) {
		if arn := c.Get("ResourceArn"); arn != nil && (c.Pool.ID == "" || arn.Text() != c.Pool.ARN) {
			b := c.Break(arn, "arn", arn.Text())
			if c.Pool.ID != "" {
				b.Fix("Name the pool that is here", c.Replace(arn, `"`+c.Pool.ARN+`"`))
			}
		}
	},
}
