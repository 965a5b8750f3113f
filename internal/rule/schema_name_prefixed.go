package rule

import (
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/source"
)

var schemaNamePrefixed = Rule{
	ID:        "schema-name-prefixed",
	Severity:  diagnostic.Warning,
	Fields:    []string{"/Schema/*/Name"},
	Message:   "This attribute will be called custom:{name}; write its name without the prefix {prefix}",
	InGeneral: "Cognito puts custom: before the name of a custom attribute: write the name without this prefix.",
	Why:       "Cognito puts custom: before the name of every attribute of yours, also where it is there already, and an attribute cannot be renamed.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/awsdocs/aws-cloudformation-user-guide/issues/932"},
	Bad:       `{"PoolName": "pool", "Schema": [{"Name": "custom:team", "AttributeDataType": "String"}]}`,
	Good:      `{"PoolName": "pool", "Schema": [{"Name": "team", "AttributeDataType": "String"}]}`,
	Check: func(c *Case) {
		for _, entry := range c.Get("Schema").Elements() {
			name := entry.Get("Name")
			for _, prefix := range []string{"custom:", "dev:"} {
				rest, found := strings.CutPrefix(name.Text(), prefix)
				if !found {
					continue
				}
				b := c.Break(name, "name", name.Text(), "prefix", prefix)
				start := name.Node.Start + 1
				switch {
				case rest == "":
				case c.Document.Foreign():
					b.Fix("Remove "+prefix, c.Replace(name, source.Quote(rest)))
				case strings.HasPrefix(c.Document.Text[start:], prefix): // as it stands, without escapes
					b.Fix("Remove "+prefix, []source.Edit{{Start: start, End: start + len(prefix)}})
				}
			}
		}
	},
}
