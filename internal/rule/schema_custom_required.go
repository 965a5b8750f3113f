package rule

import "userpoolplayground/internal/diagnostic"

var schemaCustomRequired = Rule{
	ID:        "schema-custom-required",
	Fields:    []string{"/Schema/*/Required", "/Schema/*/Name"},
	Calls:     ofAttributes,
	Says:      "Required custom attributes are not supported currently.",
	Message:   "{name} is a custom attribute, and only standard attributes can be required.",
	InGeneral: "A custom attribute cannot be required; only standard attributes can.",
	Why:       "Standard attributes are the ones of OpenID Connect, spelt as there: email, given_name, … Every other name makes a custom attribute, username and user_id too.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/boto/boto3/issues/2317", "https://github.com/hashicorp/terraform-provider-aws/issues/18430"},
	Bad:       `{"PoolName": "pool", "Schema": [{"Name": "team", "AttributeDataType": "String", "Required": true}]}`,
	Good:      `{"PoolName": "pool", "Schema": [{"Name": "team", "AttributeDataType": "String"}]}`,
	Check: func(c *Case) {
		for _, entry := range c.Get("Schema").Elements() {
			required := entry.Get("Required")
			if required.Bool() && custom(entry) {
				c.Break(required, "name", entry.Get("Name").Text()).
					Fix("Set Required to false", c.Replace(required, "false"))
			}
		}
	},
}
