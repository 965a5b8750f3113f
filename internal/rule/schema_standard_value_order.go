package rule

import "userpoolplayground/internal/diagnostic"

// updated_at is the only standard attribute of type Number.
var schemaStandardValueOrder = Rule{
	ID:        "schema-standard-value-order",
	Fields:    []string{"/Schema/*/NumberAttributeConstraints/MaxValue", "/Schema/*/NumberAttributeConstraints/MinValue", "/Schema/*/AttributeDataType", "/Schema/*/Name"},
	Calls:     ofCreation,
	Says:      "user.{name}: Max value cannot be less than min value.",
	Message:   "{name} must be at least {low} and at most {high}: no value fits.",
	InGeneral: "MinValue of a standard attribute cannot be more than its MaxValue: no value fits.",
	Why:       "A standard attribute's bounds can be narrowed, but MaxValue cannot be below MinValue.",
	Evidence:  diagnostic.Inferred,
	Bad:       `{"PoolName": "pool", "Schema": [{"Name": "updated_at", "AttributeDataType": "Number", "NumberAttributeConstraints": {"MinValue": "10", "MaxValue": "9"}}]}`,
	Good:      `{"PoolName": "pool", "Schema": [{"Name": "updated_at", "AttributeDataType": "Number", "NumberAttributeConstraints": {"MinValue": "9", "MaxValue": "10"}}]}`,
	Check: func(c *Case) {
		c.checkOrder("Number", "NumberAttributeConstraints", "MinValue", "MaxValue", standard)
	},
}
