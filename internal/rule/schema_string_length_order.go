package rule

import "userpoolplayground/internal/diagnostic"

var schemaStringLengthOrder = Rule{
	ID:        "schema-string-length-order",
	Fields:    []string{"/Schema/*/StringAttributeConstraints/MaxLength", "/Schema/*/StringAttributeConstraints/MinLength", "/Schema/*/AttributeDataType", "/Schema/*/Name"},
	Calls:     ofAttributes,
	Says:      "Attribute custom:{name} cannot have a max length shorter than it's min length",
	Message:   "{name} must have at least {low} characters and at most {high}: no value fits.",
	InGeneral: "MinLength cannot be more than MaxLength: no value fits.",
	Why:       "MaxLength may equal MinLength but not be below it. Both are fixed for ever once the attribute is made.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-schema-attr-length-order/meta.yaml"},
	Bad:       `{"PoolName": "pool", "Schema": [{"Name": "team", "AttributeDataType": "String", "StringAttributeConstraints": {"MinLength": "20", "MaxLength": "10"}}]}`,
	Good:      `{"PoolName": "pool", "Schema": [{"Name": "team", "AttributeDataType": "String", "StringAttributeConstraints": {"MinLength": "10", "MaxLength": "20"}}]}`,
	Check: func(c *Case) {
		c.checkOrder("String", "StringAttributeConstraints", "MinLength", "MaxLength", custom)
	},
}
