package language

import (
	"slices"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/names"
)

// CloudControl is Terraform's provider on AWS's Cloud Control API: a tool of its own in Terraform's language.
const CloudControl = "awscc"

// Spelling returns how the tool of a kind of texts calls members.
func Spelling(kind string) names.Style { return spellings[kind] }

var spellings = map[string]names.Style{
	CloudFormation: {Key: "cloudformation"},
	Terraform:      {Key: "terraform", Spell: names.Snake},
	CDK:            {Key: "cloudformation", Spell: names.Camel},
	CloudControl:   {Key: "cloudformation", Spell: names.Snake},
	CDKTF:          {Key: "terraform", Spell: names.Camel},
	Kubernetes:     {Spell: names.Camel},
	Go:             {Key: "go"},
	Java:           {Spell: names.Camel},
	Kotlin:         {Spell: names.Camel},
	Ruby:           {Spell: names.Snake},
	Rust:           {Spell: names.Snake},
}

// Called returns what the tool of a kind of texts calls a member.
func Called(kind string, m *contract.Member) string {
	if kind == AWSCLI && m.Of.Operation() == "CreateUserPool" {
		return names.Option(m)
	}
	if name, _ := Spelling(kind).Of(m); name != "" {
		return name
	}
	return m.Name
}

// refuser is a tool that holds a request against something before it calls the service: it refuses
// what it finds itself, in its own words, and the service never speaks.
type refuser struct {
	called string
	// types is set where it refuses a value of another type.
	types bool
	// keywords are the constraints of the API's model that it holds a value to.
	keywords []string
	// own names the schema that it has of its own, "" for none: the contract tells what that has in common with the API's.
	own string
}

// The SDKs' own checks are in their validators: botocore/validate.py, Aws\Api\Validator, Aws::ParamValidator,
// validators.go. They know what is required and the lower bounds, no upper ones.
var refusers = map[string]refuser{
	Terraform:      {called: "Terraform", types: true, keywords: []string{"enum", "elements"}, own: Terraform},
	CDKTF:          {called: "Terraform", types: true, keywords: []string{"enum", "elements"}, own: Terraform},
	CloudFormation: {called: "CloudFormation", types: true},
	Boto3:          {called: "boto3", types: true, keywords: []string{"required", "minimum", "minLength"}},
	AWSCLI:         {called: "The AWS CLI", types: true, keywords: []string{"required", "minimum", "minLength"}},
	PHP:            {called: "The SDK", types: true, keywords: []string{"required", "minimum", "minLength"}},
	Ruby:           {called: "The SDK", types: true, keywords: []string{"required"}},
	Go:             {called: "The SDK", keywords: []string{"required"}},
}

// RefusesType returns who refuses a value of another type in a kind of texts before it calls the service, "" where
// nobody does.
func RefusesType(kind string) string {
	if r := refusers[kind]; r.types {
		return r.called
	}
	return ""
}

// Checks reports whether the tool of a kind of texts asks a rule by itself that some tools do.
func Checks(kind string, tools []string) bool {
	return slices.Contains(tools, kind) || slices.Contains(tools, refusers[kind].own)
}

// Refuses is [RefusesType] for a value that breaks a constraint.
func Refuses(kind, keyword string, m *contract.Member) string {
	r := refusers[kind]
	switch {
	case slices.Contains(r.keywords, keyword), r.own != "" && m.CheckedBy(r.own, keyword), r.own != "" && keyword == "required" && m.RequiredBy(r.own):
		return r.called
	}
	return ""
}
