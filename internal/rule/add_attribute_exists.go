package rule

import (
	"slices"

	"userpoolplayground/internal/diagnostic"
)

var addAttributeExists = Rule{
	ID:        "add-attribute-exists",
	Fields:    []string{"/CustomAttributes/*/Name"},
	Calls:     []string{AddCustomAttributes},
	Says:      "custom:{name}: Existing attribute already has name {there}.",
	Message:   "The pool has {there} already: leave it out, or choose another name.",
	InGeneral: "The pool has an attribute of this name already: leave it out, or choose another name.",
	Why:       "The service puts custom: before each name, also before one that has it. An attribute cannot be changed or made again once it is there.",
	Evidence:  diagnostic.Observed,
	Standing:  `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop", "SchemaAttributes": [{"Name": "custom:size", "AttributeDataType": "String"}]}}`,
	Bad:       `{"UserPoolId": "us-east-1_Example01", "CustomAttributes": [{"Name": "size", "AttributeDataType": "String"}]}`,
	Good:      `{"UserPoolId": "us-east-1_Example01", "CustomAttributes": [{"Name": "colour", "AttributeDataType": "String"}]}`,
	Check: func(c *Case) {
		for _, entry := range c.Get("CustomAttributes").Elements() {
			name := entry.Get("Name")
			for _, prefix := range []string{"custom:", "dev:custom:"} {
				if there := prefix + name.Text(); name != nil && slices.Contains(c.Pool.Attributes, there) {
					c.Break(name, "name", name.Text(), "there", there).Fix("Leave it out", c.Remove(entry))
					break
				}
			}
		}
	},
}
