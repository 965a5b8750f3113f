package rule

import "userpoolplayground/internal/diagnostic"

// The words for a standard attribute are those of an emulator that copies the service's
// elsewhere; from the service itself only the words for a custom attribute were seen.
var schemaStandardLengthOrder = Rule{
	ID:        "schema-standard-length-order",
	Fields:    []string{"/Schema/*/StringAttributeConstraints/MaxLength", "/Schema/*/StringAttributeConstraints/MinLength", "/Schema/*/AttributeDataType", "/Schema/*/Name"},
	Calls:     ofCreation,
	Says:      "user.{name}: Max length cannot be less than min length.",
	Message:   "{name} must have at least {low} characters and at most {high}: no value fits.",
	InGeneral: "MinLength of a standard attribute cannot be more than its MaxLength: no value fits.",
	Why:       "A standard attribute's bounds can be narrowed, but MaxLength cannot be below MinLength.",
	Evidence:  diagnostic.Inferred,
	Bad:       `{"PoolName": "pool", "Schema": [{"Name": "nickname", "AttributeDataType": "String", "StringAttributeConstraints": {"MinLength": "20", "MaxLength": "10"}}]}`,
	Good:      `{"PoolName": "pool", "Schema": [{"Name": "nickname", "AttributeDataType": "String", "StringAttributeConstraints": {"MinLength": "10", "MaxLength": "20"}}]}`,
	Check: func(c *Case) {
		c.checkOrder("String", "StringAttributeConstraints", "MinLength", "MaxLength", standard)
	},
}
