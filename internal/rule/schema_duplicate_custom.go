package rule

import (
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

var schemaDuplicateCustom = Rule{
	ID:        "schema-duplicate-custom",
	Fields:    []string{"/Schema/*/Name"},
	Calls:     ofAttributes,
	Says:      "Duplicate custom attribute names custom:{name} are not allowed in a user pool schema.",
	Message:   "The custom attribute {name} is listed twice: remove one, or give it another name.",
	InGeneral: "A custom attribute can be listed once.",
	Why:       "A custom attribute is known by its name, custom:{name}; it can be made only once.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-schema-name-duplicate/meta.yaml"},
	Bad:       `{"PoolName": "pool", "Schema": [{"Name": "team", "AttributeDataType": "String"}, {"Name": "team", "AttributeDataType": "String"}]}`,
	Good:      `{"PoolName": "pool", "Schema": [{"Name": "team", "AttributeDataType": "String"}, {"Name": "squad", "AttributeDataType": "String"}]}`,
	Check: func(c *Case) {
		first := map[string]*request.Value{}
		for _, entry := range c.Get("Schema").Elements() {
			if !custom(entry) {
				continue // what a standard name listed twice gives is not known
			}
			name := entry.Get("Name")
			if other := first[name.Text()]; other != nil {
				c.Break(name, "name", name.Text()).
					Related(other, "The first one of this name.").
					Fix("Remove this attribute", c.Remove(entry))
				continue
			}
			first[name.Text()] = name
		}
	},
}
