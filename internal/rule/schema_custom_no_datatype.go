package rule

import "userpoolplayground/internal/diagnostic"

var schemaCustomNoDatatype = Rule{
	ID:        "schema-custom-no-datatype",
	Fields:    []string{"/Schema/*", "/Schema/*/AttributeDataType", "/Schema/*/Name"},
	Calls:     ofAttributes,
	Says:      "Invalid AttributeDataType input, consider using the provided AttributeDataType enum.",
	Message:   "{name} is a custom attribute and has no AttributeDataType: give String, Number, DateTime or Boolean.",
	InGeneral: "A custom attribute needs an AttributeDataType: String, Number, DateTime or Boolean.",
	Why:       "Only standard attributes have a type of their own. A custom attribute's type is fixed for ever once the pool is made.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/aws/aws-cdk/issues/8585"},
	Bad:       `{"PoolName": "pool", "Schema": [{"Name": "team"}]}`,
	Good:      `{"PoolName": "pool", "Schema": [{"Name": "team", "AttributeDataType": "String"}]}`,
	Check: func(c *Case) {
		for _, entry := range c.Get("Schema").Elements() {
			if custom(entry) && entry.Get("AttributeDataType") == nil {
				c.Break(entry, "name", entry.Get("Name").Text()).
					Fix("Make it a String", c.Set(entry, "AttributeDataType", `"String"`)).
					Fix("Make it a Number", c.Set(entry, "AttributeDataType", `"Number"`))
			}
		}
	},
}
