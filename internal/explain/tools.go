package explain

import (
	"regexp"
	"sync"

	"userpoolplayground/internal/refusal"
)

// tools are the patterns of this package.
type tools struct {
	escapes, exceptionName, hole, wordBegins *regexp.Regexp
	// violation is what the service says of a value that is not what its member must be: what it
	// is, where, and which constraint it fails.
	violation *regexp.Regexp
	// operand is what differs between two days in the wording of one constraint: a bound, a
	// pattern, a set of values.
	operand *regexp.Regexp
	// element is the place of an element in a JSON Pointer.
	element *regexp.Regexp
	// routes are what is printed around a message by what prints it, the surer ones first.
	routes []route
	// wordings are those of all rules and refusals, of all days, and of tools.
	wordings []wording
}

type route struct {
	name  string
	signs *regexp.Regexp
}

var made struct {
	sync.Once
	*tools
}

// kit returns the patterns. They are put together when one is first asked for, and not before: few
// visits bring a message, and the program that answers calls has this package and none of its use.
func kit() *tools {
	made.Do(func() { made.tools = newTools() })
	return made.tools
}

func newTools() *tools {
	t := &tools{
		escapes:       regexp.MustCompile("\x1b\\[[0-9;]*[A-Za-z]"),
		exceptionName: regexp.MustCompile(`\b[A-Z][A-Za-z]+Exception\b`),
		hole:          regexp.MustCompile(`\{[A-Za-z][A-Za-z-]*\}`),
		wordBegins:    regexp.MustCompile(`^\w`),
		violation:     regexp.MustCompile(`(?i)Value (null|'(.*?)') at '([\w.]+)' failed to satisfy constraint: `),
		operand:       regexp.MustCompile(`(\d+|: .*)$`),
		element:       regexp.MustCompile(`/\d+(/|$)`),
	}
	for _, r := range [][2]string{
		{"cdk", `❌|\bcdk (deploy|synth)\b|aws-cdk`},
		{"terraform", `aws_cognito_user_pool|(creating|updating) Cognito User Pool|[Tt]erraform|hashicorp/aws`},
		{"pulumi", `\bpulumi\b|aws:cognito(/userPool)?:UserPool`},
		{"java", `software\.amazon\.awssdk|com\.amazonaws`},
		{"cloudformation", `AWS::Cognito::UserPool|Resource handler returned message|HandlerErrorCode|\(Service: (Amazon)?Cognito|(CREATE|UPDATE)_FAILED`},
		{"boto3", `botocore|boto3|Traceback \(most recent call last\)`},
		{"aws-cli", `An error occurred \(|\baws cognito-idp\b`},
		{"javascript", `@aws-sdk|\$fault|\$metadata|\bat .*\(?node:|node_modules`},
		{"go", `operation error Cognito Identity Provider|https response error StatusCode`},
		{"dotnet", `Amazon\.CognitoIdentityProvider`},
		{"ruby", `Aws::CognitoIdentityProvider`},
		{"php", `Aws\\CognitoIdentityProvider`},
		{"rust", `aws_sdk_cognitoidentityprovider|aws_smithy`},
		{"wire", `"__type"|x-amzn-ErrorType`},
	} {
		t.routes = append(t.routes, route{r[0], regexp.MustCompile(r[1])})
	}
	add := func(about func(map[string]string) Match, says, until string) {
		says = squeezed(says)
		if t.hole.ReplaceAllString(says, "") != "" {
			t.wordings = append(t.wordings, t.read(about, says, until))
		}
	}
	for _, r := range everyRule() {
		about := func(values map[string]string) Match { return about(r, values) }
		add(about, r.Says, "")
		for _, e := range r.Earlier {
			add(about, e.Says, e.Until)
		}
	}
	for _, of := range ofTools {
		add(func(values map[string]string) Match { return ofTool(of.id, of.pointer, of.message, values) }, of.says, "")
	}
	for _, of := range beforeCalls {
		add(func(values map[string]string) Match { return beforeCall(of.id, of.message, of.why, values) }, of.says, "")
	}
	for _, r := range refusal.All {
		about := func(values map[string]string) Match { return refused(r, values) }
		add(about, r.Says, "")
		for _, b := range r.Before {
			add(about, b.Says, b.Until)
		}
		for _, words := range r.Words {
			add(about, words, "")
		}
	}
	return t
}
