package rule

import (
	"math/big"

	"userpoolplayground/internal/diagnostic"
)

var schemaStringOver2048 = Rule{
	ID:        "schema-string-over-2048",
	Fields:    []string{"/Schema/*/StringAttributeConstraints/MaxLength", "/Schema/*/StringAttributeConstraints/MinLength", "/Schema/*/AttributeDataType", "/Schema/*/Name"},
	Calls:     ofAttributes,
	Says:      "user.{name}: String attributes cannot have a length of more than 2048",
	Message:   "{name} has a {bound} of {given}; a text attribute holds at most 2048 characters.",
	InGeneral: "A text attribute holds at most 2048 characters.",
	Why:       "2048 is the quota of every text attribute and cannot be raised.",
	Evidence:  diagnostic.Inferred,
	Links:     []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html"},
	Bad:       `{"PoolName": "pool", "Schema": [{"Name": "notes", "AttributeDataType": "String", "StringAttributeConstraints": {"MaxLength": "4096"}}]}`,
	Good:      `{"PoolName": "pool", "Schema": [{"Name": "notes", "AttributeDataType": "String", "StringAttributeConstraints": {"MaxLength": "2048"}}]}`,
	Check: func(c *Case) {
		most := big.NewFloat(2048)
		for _, entry := range c.entriesOfType("String") {
			for _, name := range []string{"MinLength", "MaxLength"} {
				given := entry.Get("StringAttributeConstraints", name)
				if n, _, ok := bound(given); ok && n.Cmp(most) > 0 {
					c.Break(given, "name", entry.Get("Name").Text(), "bound", name, "given", given.Text()).
						Fix("Change it to 2048", c.Replace(given, `"2048"`))
				}
			}
		}
	},
}
