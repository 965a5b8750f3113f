package export

import (
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/source"
)

const formatVersion, resourceType = "2010-09-09", "AWS::Cognito::UserPool"

var cloudFormationYAML = Target{
	ID: "cloudformation-yaml", Title: "CloudFormation, YAML", Language: "yaml", FileName: "user-pool.yaml",
	called: "CloudFormation", names: "cloudformation", factors: propertiesOfCloudFormation,
	// A function that stands in a block would have to be laid out anew.
	expresses: func(_ *contract.Member, expression string) bool {
		return onOneLine(expression) && (strings.HasPrefix(expression, "!") || strings.HasPrefix(expression, "{"))
	},
	write: func(j *job) {
		j.WriteString("AWSTemplateFormatVersion: \"" + formatVersion + "\"\nResources:\n  UserPool:\n    Type: " + resourceType + "\n    Properties:")
		j.yaml(j.root, "      ")
		j.WriteByte('\n')
		j.resolved()
	},
}

var cloudFormationJSON = Target{
	ID: "cloudformation-json", Title: "CloudFormation, JSON", Language: "json", FileName: "user-pool.template.json",
	called: "CloudFormation", names: "cloudformation", factors: propertiesOfCloudFormation,
	expresses: func(_ *contract.Member, expression string) bool { return !source.Parse(expression).Malformed() },
	write: func(j *job) {
		j.WriteString("{\n  \"AWSTemplateFormatVersion\": " + source.Quote(formatVersion) + ",\n  \"Resources\": {\n    \"UserPool\": {\n")
		j.WriteString("      \"Type\": " + source.Quote(resourceType) + ",\n      \"Properties\": ")
		j.value(prettyJSON, j.root, "      ")
		j.WriteString("\n    }\n  }\n}\n")
		j.resolved()
	},
}

// onOneLine reports whether an expression can stand behind a name and be all of its line.
func onOneLine(expression string) bool { return !strings.ContainsAny(expression, "\r\n") }

// resolved names the strings in which CloudFormation would see a dynamic reference, for
// which it has no escape.
func (j *job) resolved() {
	var visit func(p *part)
	visit = func(p *part) {
		if p.shape.Kind == contract.String && strings.Contains(p.text, "{{resolve:") {
			j.note("%s holds {{resolve:, which CloudFormation takes for a dynamic reference and replaces.", path(p.pointer))
		}
		for _, c := range p.children {
			visit(c)
		}
	}
	visit(j.root)
}
