package rule

import (
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

var schemaStandardDatatype = Rule{
	ID:        "schema-standard-datatype",
	Fields:    []string{"/Schema/*/AttributeDataType", "/Schema/*/DeveloperOnlyAttribute", "/Schema/*/Name"},
	Calls:     ofCreation,
	Says:      "You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute {name}",
	Message:   "{name} is a standard attribute: its type is {type} and it cannot be for developers only.",
	InGeneral: "A standard attribute has a type of its own, and cannot be for developers only.",
	Why:       "A standard attribute keeps the type that OpenID Connect gives it. Required, Mutable and its bounds can be changed.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/hashicorp/terraform-provider-aws/issues/23181"},
	Bad:       `{"PoolName": "pool", "Schema": [{"Name": "email", "AttributeDataType": "Number"}]}`,
	Good:      `{"PoolName": "pool", "Schema": [{"Name": "email", "AttributeDataType": "String", "Required": true}]}`,
	Check: func(c *Case) {
		for _, entry := range c.Get("Schema").Elements() {
			name := entry.Get("Name").Text()
			standard := contract.StandardAttribute(name)
			if standard == nil || name == "sub" {
				continue // of sub with a type of its own it is only known that pools were made with it
			}
			blame := func(v *request.Value, title, json string) {
				c.Break(v, "name", name, "type", standard.DataType).Fix(title, c.Replace(v, json))
			}
			if given := entry.Get("AttributeDataType"); given != nil && !given.Is(standard.DataType) {
				blame(given, "Change it to "+standard.DataType, `"`+standard.DataType+`"`)
			}
			if developer := entry.Get("DeveloperOnlyAttribute"); developer.Bool() {
				blame(developer, "Set DeveloperOnlyAttribute to false", "false")
			}
		}
	},
}

// custom reports whether a Schema entry makes a custom attribute.
func custom(entry *request.Value) bool {
	name := entry.Get("Name")
	return name != nil && contract.StandardAttribute(name.Text()) == nil
}
