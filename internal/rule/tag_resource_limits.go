package rule

import (
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/diagnostic"
)

// The limits are those of all tags in AWS; which exception TagResource answers with, and its
// words, were not found.
var tagResourceLimits = Rule{
	ID:        "tag-resource-limits",
	Fields:    []string{"/Tags", "/Tags/*"},
	Calls:     []string{TagResource},
	Message:   "{why}.",
	InGeneral: "Tags have limits: in number, in length and in their characters.",
	Why:       "A resource has at most 50 tags, and keys that begin with aws: are AWS's own.",
	Evidence:  diagnostic.Documented,
	Since:     "2019-03-21",
	Standing:  `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop"}}`,
	Bad:       `{"ResourceArn": "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Example01", "Tags": {"aws:team": "shop"}}`,
	Good:      `{"ResourceArn": "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Example01", "Tags": {"team": "shop"}}`,
	Check: func(c *Case) {
		tags := c.Get("Tags")
		count := len(c.Pool.Tags)
		for _, tag := range tags.Elements() {
			if strings.HasPrefix(strings.ToLower(tag.Name), "aws:") {
				c.Break(tag, "why", "The key "+tag.Name+" begins with aws:, which is AWS's own").Fix("Leave it out", c.Remove(tag))
			}
			if !slices.Contains(c.Pool.Tags, tag.Name) {
				count++
			}
		}
		if count > mostTags {
			c.Break(tags, "why", "The pool would have "+strconv.Itoa(count)+" tags, and 50 are allowed")
		}
	},
}
