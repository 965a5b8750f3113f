package rule

import (
	"strconv"
	"strings"

	"userpoolplayground/internal/diagnostic"
)

const mostTags = 50

var tagsOver50 = Rule{
	ID:        "tags-over-50",
	Fields:    []string{"/UserPoolTags"},
	Exception: tagging,
	Message:   "The pool would have {count} tags; it can have 50 at most.",
	InGeneral: "A pool can have 50 tags at most.",
	Why:       "50 tags is the quota of every AWS resource.",
	Evidence:  diagnostic.Documented,
	Links:     []string{taggingGuide},
	Since:     taggingSince,
	Bad:       tagged(mostTags + 1),
	Good:      tagged(mostTags),
	Check: func(c *Case) {
		tags := c.Get("UserPoolTags")
		if n := len(tags.Elements()); n > mostTags {
			c.Break(tags, "count", strconv.Itoa(n)).
				Fix("Keep the first 50", c.RemoveAll(tags.Elements()[mostTags:]))
		}
	},
}

// tagged returns a request with this many tags.
func tagged(n int) string {
	tags := make([]string, n)
	for i := range tags {
		tags[i] = `"tag-` + strconv.Itoa(i+1) + `": ""`
	}
	return `{"PoolName": "pool", "UserPoolTags": {` + strings.Join(tags, ", ") + `}}`
}
