package rule

import "userpoolplayground/internal/diagnostic"

// Negative numbers and fractions are left alone: only a text that is no number at all is
// known to be refused.
var schemaNumberConstraintNotANumber = Rule{
	ID:        "schema-number-constraint-not-a-number",
	Fields:    []string{"/Schema/*/NumberAttributeConstraints/MinValue", "/Schema/*/NumberAttributeConstraints/MaxValue", "/Schema/*/AttributeDataType", "/Schema/*/Name"},
	Calls:     ofAttributes,
	Says:      "Invalid NumberAttributeConstraints for schema attribute {name}",
	Message:   "The {bound} of {name} has to be a number, in quotes.",
	InGeneral: "The bounds of a Number attribute have to be numbers, in quotes.",
	Why:       "MinValue and MaxValue are numbers that the API carries as text, so only the service reads them.",
	Evidence:  diagnostic.Inferred,
	Bad:       `{"PoolName": "pool", "Schema": [{"Name": "seats", "AttributeDataType": "Number", "NumberAttributeConstraints": {"MinValue": "one"}}]}`,
	Good:      `{"PoolName": "pool", "Schema": [{"Name": "seats", "AttributeDataType": "Number", "NumberAttributeConstraints": {"MinValue": "1"}}]}`,
	Check: func(c *Case) {
		for _, entry := range c.entriesOfType("Number") {
			for _, name := range []string{"MinValue", "MaxValue"} {
				given := entry.Get("NumberAttributeConstraints", name)
				if _, known, ok := bound(given); known && !ok {
					c.Break(given, "name", entry.Get("Name").Text(), "bound", name).
						Fix("Remove "+name, c.Remove(given))
				}
			}
		}
	},
}
