// Package language says what a text is: a request or an answer of the service in JSON, or a
// user pool in another tool's language. It looks at the language's own syntax and not at one
// word, and costs time in proportion to the text. What the languages mean is package foreign's
// to say, in another program.
package language

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

// What a text of each kind cannot do without. The readers and the importers find out whether
// it really is one.
// The kinds of texts.
const (
	Request        = "request"
	Answer         = "answer"
	AWSCLI         = "aws-cli"
	CloudFormation = "cloudformation"
	Terraform      = "terraform"
	Boto3          = "boto3"
	Paws           = "paws"
)

// JSON names the reader of a text that needs none of package readers and is no request or
// answer.
const JSON = "json"

var (
	jsonStart     = regexp.MustCompile(`^[\s\x{FEFF}]*[\[{]`)
	command       = regexp.MustCompile("\\bcognito-idp(?:[\\s\\\\`^]+|['\"]?,\\s*['\"]?)create-user-pool(?:[\\s\\\\`^\"']|$)")
	continued     = regexp.MustCompile(`\bcreate-user-pool\b[^\n]*\\\r?\n`)
	powerShell    = regexp.MustCompile("(?m)`[ \\t]*\\r?$|^[ \\t]*\\$\\w+[ \\t]*=[ \\t]|@['\"][ \\t]*\\r?$|\\bNew-TemporaryFile\\b")
	terraform     = regexp.MustCompile(`(?m)^[\s\x{FEFF}]*resource[ \t]+"?aws_cognito_user_pool"?[ \t]`)
	resourceType  = regexp.MustCompile(`AWS::Cognito::UserPool(?:["'\s,}]|$)`)
	call          = regexp.MustCompile(`\b(?:\w+_)?create_user_pool\s*\(`)
	inR           = regexp.MustCompile(`<-|\$create_user_pool\s*\(|cognitoidentityprovider|\blist\s*\(\s*(?:["'\w]+\s*=|\))|=\s*(?:TRUE|FALSE|NULL|c\()|\bpaws\b`)
	quoted        = regexp.MustCompile(`(?s)"""(?:[^\\]|\\.)*?"""|'''(?:[^\\]|\\.)*?'''|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|#[^\n]*`)
	pythonKey     = regexp.MustCompile(`'PoolName'\s*:`)
	anyKey        = regexp.MustCompile(`["']PoolName["']\s*:`)
	pythonWord    = regexp.MustCompile(`[:\[,]\s*(?:True|False|None)\b`)
	argument      = regexp.MustCompile(`(?:^|[\s(,])["'` + "`" + `]?PoolName["'` + "`" + `]?\s*=[^=]`)
	yamlRequest   = regexp.MustCompile(`(?m)^[ \t]*PoolName[ \t]*:`)
	yamlResource  = regexp.MustCompile(`(?m)^[ \t]*UserPoolName[ \t]*:`)
	answerMembers = regexp.MustCompile(`"(?:UserPool|SchemaAttributes)"\s*:`)
)

// LikeJSON reports whether a text that was not recognised is better taken for a request in JSON
// that is still to be written: it is empty, broken, or has members of one.
func LikeJSON(text string) bool {
	d := source.Parse(text)
	switch {
	case strings.TrimSpace(text) == "":
		return true
	case !jsonStart.MatchString(text):
		return false
	case d.Root == nil || d.Malformed() || d.Root.Kind != source.Object || len(d.Root.Children) == 0:
		return true
	}
	return slices.ContainsFunc(d.Root.Children, func(n *source.Node) bool { return contract.Newest().Request.Member(n.Name) != nil })
}

// Recognise says what a text is and which reader it needs, "" for none.
func Recognise(text string, d *source.Document) (kind, reader string) {
	if jsonStart.MatchString(text) {
		return recogniseJSON(text, d)
	}
	// A longer text is not read, so that it does not matter what else it has.
	text = text[:min(len(text), reading.MaxBytes)]
	switch {
	case terraform.MatchString(text):
		return Terraform, "hcl"
	case resourceType.MatchString(text):
		return CloudFormation, "yaml"
	case command.MatchString(text) && powerShell.MatchString(text) && !continued.MatchString(text):
		return AWSCLI, "powershell"
	case command.MatchString(text):
		return AWSCLI, "shell"
	case (call.MatchString(text) || argument.MatchString(text)) && inR.MatchString(quoted.ReplaceAllString(text, `""`)):
		return Paws, "r"
	case call.MatchString(text), argument.MatchString(text), anyKey.MatchString(text):
		return Boto3, "python"
	case yamlResource.MatchString(text):
		return CloudFormation, "yaml"
	case yamlRequest.MatchString(text):
		return Request, "yaml"
	}
	return "", ""
}

func recogniseJSON(text string, d *source.Document) (kind, reader string) {
	root := d.Root
	if d.OverLimit && len(text) > reading.MaxBytes {
		return "", ""
	}
	pythonic := pythonKey.MatchString(text) || anyKey.MatchString(text) && pythonWord.MatchString(text)
	switch {
	case d.Malformed() && pythonic:
		return Boto3, "python"
	case root == nil || root.Kind != source.Object && !resourceType.MatchString(text):
		return "", ""
	case root.Member("PoolName") != nil:
		return Request, ""
	case resourceType.MatchString(text), root.Member("UserPoolName") != nil:
		return CloudFormation, JSON
	case root.Member("UserPool") != nil, answerMembers.MatchString(text), root.Member("__type") != nil, isAnswer(root):
		return Answer, ""
	case isRequest(root):
		return Request, ""
	}
	return "", ""
}

// isAnswer reports whether a text has members of a UserPool that no other document would.
func isAnswer(root *source.Node) bool {
	pool, request := contract.Newest().UserPool, contract.Newest().Request
	own := 0
	for _, n := range root.Children {
		if pool.Member(n.Name) != nil {
			own++
		}
		if request.Member(n.Name) == nil && pool.Member(n.Name) == nil {
			own -= 2
		}
	}
	return own > 1 && root.Member("Name") != nil
}

// isRequest reports whether a text has nothing but members of a request: its name is still
// to be written.
func isRequest(root *source.Node) bool {
	return len(root.Children) > 0 && !slices.ContainsFunc(root.Children, func(n *source.Node) bool {
		return contract.Newest().Request.Member(n.Name) == nil
	})
}

// Looked says what was looked for in an unrecognised text and what of it was found.
func Looked(text string, d *source.Document) []string {
	var all []string
	say := func(format string, args ...any) { all = append(all, fmt.Sprintf(format, args...)) }
	found := func(what string, pattern *regexp.Regexp, none string) {
		matches := pattern.FindAllString(text, 200)
		for i, m := range matches {
			matches[i] = strings.Join(strings.Fields(m), " ")
		}
		slices.Sort(matches)
		if matches = slices.Compact(matches); len(matches) == 0 {
			say("%s %s", what, none)
			return
		}
		say("%s Found instead: %s.", what, strings.Join(matches[:min(len(matches), 5)], ", "))
	}
	jsonFound := "The text is no JSON."
	switch {
	case strings.TrimSpace(text) == "":
		jsonFound = "The text is empty."
	case d.Faithful && d.Root.Kind == source.Object && len(d.Root.Children) > 0:
		var names []string
		for _, n := range d.Root.Children[:min(len(d.Root.Children), 5)] {
			names = append(names, n.Name)
		}
		jsonFound = "The text is JSON, an object with " + strings.Join(names, ", ") + "."
	case d.Faithful:
		jsonFound = "The text is JSON, but no object with members."
	case jsonStart.MatchString(text) && len(d.Faults) > 0:
		jsonFound = "The text begins like JSON and is broken: " + d.Faults[0].Message
	}
	say("A CreateUserPool request, a JSON object with a PoolName; or an answer of DescribeUserPool or CreateUserPool, one with a UserPool. %s", jsonFound)
	found("An AWS CLI command, aws cognito-idp create-user-pool.", regexp.MustCompile(`\baws[ \t]+[a-z][\w-]*(?:[ \t]+[a-z][\w-]*)?`), "No aws command was found.")
	found("A CloudFormation resource of Type AWS::Cognito::UserPool.", regexp.MustCompile(`\bAWS::\w+::\w+`), "No resource type was found.")
	found(`Terraform's resource "aws_cognito_user_pool".`, regexp.MustCompile(`(?m)^[ \t]*resource[ \t]+"\w+"`), "No resource was found.")
	found("A call of create_user_pool, with boto3 or paws, or its arguments with a PoolName.", regexp.MustCompile(`\b(?:\w+_user_pool\w*|CreateUserPoolCommand|CreateUserPoolInput|boto3|paws)\b`), "None was found.")
	return all
}
