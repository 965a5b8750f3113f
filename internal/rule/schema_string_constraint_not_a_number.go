package rule

import "userpoolplayground/internal/diagnostic"

var schemaStringConstraintNotANumber = Rule{
	ID:        "schema-string-constraint-not-a-number",
	Fields:    []string{"/Schema/*/StringAttributeConstraints/MinLength", "/Schema/*/StringAttributeConstraints/MaxLength", "/Schema/*/AttributeDataType", "/Schema/*/Name"},
	Calls:     ofAttributes,
	Says:      "Invalid StringAttributeConstraints for schema attribute {name}",
	Message:   "The {bound} of {name} has to be a whole number of 0 or more, in quotes.",
	InGeneral: "The bounds of a String attribute have to be whole numbers of 0 or more, in quotes.",
	Why:       "MinLength and MaxLength count characters. The API carries them as text, so only the service reads the number.",
	Evidence:  diagnostic.Inferred,
	Bad:       `{"PoolName": "pool", "Schema": [{"Name": "team", "AttributeDataType": "String", "StringAttributeConstraints": {"MinLength": "short"}}]}`,
	Good:      `{"PoolName": "pool", "Schema": [{"Name": "team", "AttributeDataType": "String", "StringAttributeConstraints": {"MinLength": "1"}}]}`,
	Check: func(c *Case) {
		for _, entry := range c.entriesOfType("String") {
			for _, name := range []string{"MinLength", "MaxLength"} {
				given := entry.Get("StringAttributeConstraints", name)
				n, known, ok := bound(given)
				if known && (!ok || n.Sign() < 0 || !n.IsInt()) {
					c.Break(given, "name", entry.Get("Name").Text(), "bound", name).
						Fix("Remove "+name, c.Remove(given))
				}
			}
		}
	},
}
