package rule

import (
	"strconv"

	"userpoolplayground/internal/diagnostic"
)

const mostCustom = 50

var addAttributeOver50 = Rule{
	ID:        "add-attribute-over-50",
	Fields:    []string{"/CustomAttributes"},
	Calls:     []string{AddCustomAttributes},
	Message:   "The pool would have {count} custom attributes, and 50 are allowed.",
	InGeneral: "A pool can have 50 custom attributes at most.",
	Why:       "The quota cannot be raised, and an attribute cannot be taken away.",
	Evidence:  diagnostic.Documented,
	Links:     []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html"},
	Check: func(c *Case) {
		added := c.Get("CustomAttributes")
		if all := c.Pool.Custom + len(added.Elements()); all > mostCustom {
			c.Break(added, "count", strconv.Itoa(all))
		}
	},
}
