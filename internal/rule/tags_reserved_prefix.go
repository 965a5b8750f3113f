package rule

import (
	"strings"

	"userpoolplayground/internal/diagnostic"
)

const (
	tagging      = "UserPoolTaggingException"
	taggingSince = "2016-12-15"
	taggingGuide = "https://docs.aws.amazon.com/cognito/latest/developerguide/tagging.html"
)

var tagsReservedPrefix = Rule{
	ID:        "tags-reserved-prefix",
	Fields:    []string{"/UserPoolTags/*"},
	Exception: tagging,
	Message:   "The tag {key} begins with aws:, which only AWS may write: choose another key.",
	InGeneral: "Only AWS may write tags that begin with aws:; choose another key.",
	Why:       "Keys with this prefix, in any letter case, are made by AWS services.",
	Evidence:  diagnostic.Documented,
	Links:     []string{taggingGuide},
	Since:     taggingSince,
	Bad:       `{"PoolName": "pool", "UserPoolTags": {"aws:team": "web"}}`,
	Good:      `{"PoolName": "pool", "UserPoolTags": {"team": "web"}}`,
	Check: func(c *Case) {
		for _, tag := range c.Get("UserPoolTags").Elements() {
			if strings.HasPrefix(strings.ToLower(tag.Name), "aws:") {
				c.Break(tag, "key", tag.Name).Fix("Remove this tag", c.Remove(tag))
			}
		}
	},
}
