package rule

import "userpoolplayground/internal/diagnostic"

var schemaDeveloperOnly = Rule{
	ID:       "schema-developer-only",
	Severity: diagnostic.Note,
	Fields:   []string{"/Schema/*/DeveloperOnlyAttribute", "/Schema/*/Name"},
	Message:  "DeveloperOnlyAttribute is a legacy switch: better take the attribute out of the app client's WriteAttributes.",
	Why:      "It makes dev:custom:{name}, which only calls with AWS credentials can write. An app client's read and write permissions do the same and can be changed.",
	Evidence: diagnostic.Documented,
	Bad:      `{"PoolName": "pool", "Schema": [{"Name": "risk", "AttributeDataType": "String", "DeveloperOnlyAttribute": true}]}`,
	Good:     `{"PoolName": "pool", "Schema": [{"Name": "risk", "AttributeDataType": "String"}]}`,
	Check: func(c *Case) {
		for _, entry := range c.Get("Schema").Elements() {
			if switched := entry.Get("DeveloperOnlyAttribute"); switched.Bool() && custom(entry) {
				c.Break(switched, "name", entry.Get("Name").Text()).
					Fix("Set DeveloperOnlyAttribute to false", c.Replace(switched, "false"))
			}
		}
	},
}
