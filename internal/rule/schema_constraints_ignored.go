package rule

import "userpoolplayground/internal/diagnostic"

// boundsOf names the member that bounds an attribute, by its type.
var boundsOf = map[string]string{"String": "StringAttributeConstraints", "Number": "NumberAttributeConstraints"}

var schemaConstraintsIgnored = Rule{
	ID:        "schema-constraints-ignored",
	Severity:  diagnostic.Warning,
	Fields:    []string{"/Schema/*/StringAttributeConstraints", "/Schema/*/NumberAttributeConstraints", "/Schema/*/AttributeDataType"},
	Message:   "{given} does nothing for an attribute of type {type}.",
	InGeneral: "Constraints of another type than the attribute's do nothing.",
	Why:       "Text is bounded by StringAttributeConstraints, numbers by NumberAttributeConstraints, and nothing else can be. Bounds cannot be added once the pool is made.",
	Evidence:  diagnostic.Documented,
	Links:     []string{"https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html#API_CreateUserPool_Examples"},
	Bad:       `{"PoolName": "pool", "Schema": [{"Name": "seats", "AttributeDataType": "Number", "StringAttributeConstraints": {"MaxLength": "3"}}]}`,
	Good:      `{"PoolName": "pool", "Schema": [{"Name": "seats", "AttributeDataType": "Number", "NumberAttributeConstraints": {"MaxValue": "999"}}]}`,
	Check: func(c *Case) {
		for _, entry := range c.Get("Schema").Elements() {
			dataType := entry.Get("AttributeDataType")
			if dataType == nil || entry.Get(boundsOf[dataType.Text()]) != nil {
				continue // beside bounds of its own kind the other ones are harmless
			}
			for _, name := range []string{"StringAttributeConstraints", "NumberAttributeConstraints"} {
				if given := entry.Get(name); given != nil && len(given.Children) > 0 {
					c.Break(given, "given", name, "type", dataType.Text()).Fix("Remove "+name, c.Remove(given))
				}
			}
		}
	},
}
