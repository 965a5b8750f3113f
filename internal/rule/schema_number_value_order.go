package rule

import "userpoolplayground/internal/diagnostic"

var schemaNumberValueOrder = Rule{
	ID:        "schema-number-value-order",
	Fields:    []string{"/Schema/*/NumberAttributeConstraints/MaxValue", "/Schema/*/NumberAttributeConstraints/MinValue", "/Schema/*/AttributeDataType", "/Schema/*/Name"},
	Calls:     ofAttributes,
	Says:      "Attribute custom:{name} cannot have a max value smaller than it's min value",
	Message:   "{name} must be at least {low} and at most {high}: no value fits.",
	InGeneral: "MinValue cannot be more than MaxValue: no value fits.",
	Why:       "MaxValue may equal MinValue but not be below it. Both are fixed for ever once the attribute is made.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-schema-number-min-max-order/meta.yaml"},
	Bad:       `{"PoolName": "pool", "Schema": [{"Name": "seats", "AttributeDataType": "Number", "NumberAttributeConstraints": {"MinValue": "10", "MaxValue": "9"}}]}`,
	Good:      `{"PoolName": "pool", "Schema": [{"Name": "seats", "AttributeDataType": "Number", "NumberAttributeConstraints": {"MinValue": "9", "MaxValue": "10"}}]}`,
	Check: func(c *Case) {
		c.checkOrder("Number", "NumberAttributeConstraints", "MinValue", "MaxValue", custom)
	},
}
