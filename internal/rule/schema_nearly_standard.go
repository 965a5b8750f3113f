package rule

import (
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
)

var schemaNearlyStandard = Rule{
	ID:        "schema-nearly-standard",
	Severity:  diagnostic.Warning,
	Fields:    []string{"/Schema/*/Name"},
	Calls:     ofAttributes,
	Message:   "{name} becomes custom:{name}, for ever. The standard attribute is {standard}.",
	InGeneral: "An attribute that is spelt nearly like a standard one becomes a custom one, for ever.",
	Why:       "Standard attributes are known by their exact names, in small letters. Any other name makes an attribute of the pool's own, which cannot be removed, and which no code or sign-in uses.",
	Evidence:  diagnostic.Documented,
	Links:     []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html"},
	Bad:       `{"PoolName": "pool", "Schema": [{"Name": "phoneNumber", "AttributeDataType": "String"}]}`,
	Good:      `{"PoolName": "pool", "Schema": [{"Name": "phone_number", "AttributeDataType": "String"}]}`,
	Check: func(c *Case) {
		for _, entry := range c.Get("Schema").Elements() {
			name := entry.Get("Name")
			if !custom(entry) || name.Text() == "" {
				continue
			}
			for _, s := range contract.StandardNames() {
				if s != "sub" && folded(s) == folded(name.Text()) {
					c.Break(name, "name", name.Text(), "standard", s).Fix("Make it the standard attribute", c.Set(entry, "Name", `"`+s+`"`))
				}
			}
		}
	},
}

// folded is a name whatever its letters and what stands between its words.
func folded(name string) string {
	return strings.ToLower(strings.NewReplacer("_", "", "-", "").Replace(name))
}
