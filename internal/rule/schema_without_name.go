package rule

import "userpoolplayground/internal/diagnostic"

var schemaWithoutName = Rule{
	ID:       "schema-without-name",
	Severity: diagnostic.Warning,
	Fields:   []string{"/Schema/*", "/Schema/*/Name"},
	Message:  "This attribute has no Name: the service takes it, and no call can name it.",
	Why:      "AWS's reference does not call Name required, so that the request is not refused for it. An attribute cannot be removed or renamed once it is in a pool.",
	Evidence: diagnostic.Inferred,
	Bad:      `{"PoolName": "pool", "Schema": [{"AttributeDataType": "String"}]}`,
	Good:     `{"PoolName": "pool", "Schema": [{"Name": "tenant", "AttributeDataType": "String"}]}`,
	Check: func(c *Case) {
		for _, entry := range c.Get("Schema").Elements() {
			if entry.Get("Name") == nil && entry.Open() == nil {
				c.Break(entry).
					FixToFillIn("Add a Name to fill in", c.Set(entry, "Name", `"attribute-name"`)).
					Fix("Remove the attribute", c.Remove(entry))
			}
		}
	},
}
