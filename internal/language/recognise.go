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
	"userpoolplayground/internal/names"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

// The kinds of texts.
const (
	Request        = "request"
	Answer         = "answer"
	AWSCLI         = "aws-cli"
	CloudFormation = "cloudformation"
	Terraform      = "terraform"
	Boto3          = "boto3"
	Paws           = "paws"
	JavaScript     = "javascript"
	Go             = "go"
	Java           = "java"
	CSharp         = "csharp"
	PHP            = "php"
	Ruby           = "ruby"
	Kotlin         = "kotlin"
	Rust           = "rust"
	SST            = "sst"
	CDKTF          = "cdktf"
	CDK            = "cdk"
	Amplify        = "amplify"
	AmplifyGen2    = "amplify-gen2"
	Pulumi         = "pulumi"
	Kubernetes     = "kubernetes"
	// Blocks is a text of several blocks, each in a language of its own: Markdown, a notebook.
	Blocks = "blocks"
)

// Enclosed is the reader of blocks that are texts of a program.
const Enclosed = "enclosed"

// InLog is the reader of an answer in JSON that a log has behind its time.
const InLog = "log"

// JSON names the reader of a text that needs none of package readers and is no request or
// answer.
const JSON = "json"

// A sign is what a text of a kind cannot do without. The word is looked for first: it costs a
// hundredth of the pattern, and most texts have none.
type sign struct {
	words    []string
	pattern  *regexp.Regexp
	kind     string
	reader   string
	unless   interface{ MatchString(text string) bool }
	contains []string // further words that must be there
	inLine   bool     // pattern stays within a line, and has a word in it: no other lines are looked at
}

// signs are looked for in this order: a language's own syntax before words that stand in many.
var signs = []sign{
	{words: []string{"aws_cognito_user_pool", "awscc_cognito_user_pool"}, pattern: regexp.MustCompile(`(?m)^[\s\x{FEFF}]*resource[ \t]+"?aws(?:cc)?_cognito_user_pool"?[ \t]`), kind: Terraform, reader: "hcl", unless: otherwise{}},
	{words: []string{"cognito-user-pool"}, pattern: regexp.MustCompile(`(?m)^[\s\x{FEFF}]*module[ \t]+"[^"\n]*"[ \t]*\{`), kind: Terraform, reader: "hcl", unless: otherwise{}},
	{words: []string{"defineAuth", "cfnUserPool"}, pattern: regexp.MustCompile(`\bdefineAuth\s*\(\s*\{(?s:.*)\bloginWith\b|aws-amplify/backend(?s:.*)\bdefineAuth\s*\(|\bdefineBackend\s*\((?s:.*)\bcfnUserPool\b`), kind: AmplifyGen2, reader: "code"},
	{words: []string{"aws:cognito", "aws-native:cognito"}, inLine: true, pattern: regexp.MustCompile(`(?m)^[ \t]+type:[ \t]*["']?aws(?:-native)?:cognito(?:/userPool)?:UserPool["']?[ \t]*\r?$`), kind: Pulumi, reader: "yaml"},
	{words: []string{"ognito.UserPool(", "ognito.UserPool<", "ognito.NewUserPool("}, contains: []string{"ulumi"}, pattern: regexp.MustCompile(`\bnew\s+(?:\w+\.)*[cC]ognito\.UserPool\s*\(\s*(?:[^,\s]*[^,\sa-z.]|[\w.]+\s*,\s*\{)|\bcognito\.NewUserPool\s*\(|[cC]ognito\.NewUserPool\s*\(\s*ctx\b`), kind: Pulumi, reader: "code"},
	{words: []string{"aws.cognito.UserPool("}, pattern: regexp.MustCompile(`\bnew\s+aws\.cognito\.UserPool\s*\(\s*["'` + "`" + `]`), kind: Pulumi, reader: "code"}, // in SST nothing is imported
	{words: []string{"UserPool("}, contains: []string{"@pulumi/aws"}, pattern: regexp.MustCompile(`\bnew\s+(?:\w+\.)*UserPool\s*\(\s*["'` + "`" + `]`), kind: Pulumi, reader: "code"},
	{words: []string{"cognito.UserPool("}, contains: []string{"pulumi"}, pattern: regexp.MustCompile(`\bcognito\.UserPool\s*\(\s*(?:resource_name\s*=\s*)?f?["']|\w+\.cognito\.UserPool\s*\(`), kind: Pulumi, reader: "python"},
	{words: []string{"com.pulumi.aws.cognito"}, pattern: regexp.MustCompile(`\bnew\s+UserPool\s*\(\s*"`), kind: Pulumi, reader: "code"},
	{words: []string{`CustomResource("aws:cognito`}, contains: []string{"import pulumi\n"}, kind: Pulumi, reader: "python"},
	{words: []string{`RegisterResource("aws:cognito`, `CustomResource("aws:cognito`, "CustomResource('aws:cognito"}, kind: Pulumi, reader: "code"},
	{words: []string{"CognitoUserPool("}, contains: []string{"sst."}, pattern: regexp.MustCompile(`\bnew\s+sst\.aws\.CognitoUserPool\s*\(`), kind: SST, reader: "code"},
	{words: []string{"CognitoUserPool("}, pattern: regexp.MustCompile(`\bnew\s+(?:\w+\.)*CognitoUserPool\s*\(\s*\w+(?:\.\w+)*\s*,\s*(?:"[^"]*"|'[^']*'|` + "`[^`]*`" + `|[^,(){}]+),\s*\{`), kind: CDKTF, reader: "code"}, // an SDK for apps has a class of this name, too
	{words: []string{"CognitoUserPool("}, pattern: regexp.MustCompile(`\bCognitoUserPool\s*\(\s*self\s*,\s*[^,(){}]+,\s*(?:\*\*|\w+\s*=)`), kind: CDKTF, reader: "python"},
	manifest,
	{words: []string{"AWS::Cognito::UserPool"}, contains: []string{"encode("}, pattern: regexp.MustCompile(`(?s)\b(?:json|yaml)encode\(\s*\{.*?\bType"?\s*[=:]\s*"AWS::Cognito::UserPool"`), kind: CloudFormation, reader: "hcl", unless: statement},
	{words: []string{"UserPool as "}, contains: []string{"aws-cognito"}, pattern: regexp.MustCompile(`\bimport\s*\{[^{}]*\b(?:Cfn)?UserPool as \w[^{}]*\}\s*from\s*["'][\w/@-]*aws-cognito["']`), kind: CDK, reader: "code"},
	{words: []string{"UserPool as "}, contains: []string{"aws_cognito"}, pattern: regexp.MustCompile(`(?m)^[ \t]*from[ \t]+aws_cdk\.aws_cognito[ \t]+import\b[\w\s,(]*\b(?:Cfn)?UserPool as \w`), kind: CDK, reader: "python"},
	{words: []string{"UserPool"}, contains: []string{"new"}, pattern: regexp.MustCompile(`(?:\bnew\s+(?:[\w.]+\.)?(?:Cfn)?UserPool\s*\(\s*\w+(?:\.\w+)*\s*,)`), kind: CDK, reader: "code"},
	{words: []string{"UserPool "}, inLine: true, pattern: regexp.MustCompile(`\b(?:Cfn)?UserPool\s+\w+\s*=\s*new\s*\(\s*\w+(?:\.\w+)*\s*,`), kind: CDK, reader: "code"},
	{words: []string{"UserPool"}, contains: []string{"class", "super"}, pattern: regexp.MustCompile(`\bclass\s+\w+[^{};]{0,200}?\bextends\s+(?:[\w.]+\.)?(?:Cfn)?UserPool\b[^{};]{0,200}\{(?s:.*)\bsuper\s*\(`), kind: CDK, reader: "code"},
	{words: []string{"UserPool"}, contains: []string{"class", "base("}, pattern: regexp.MustCompile(`\bclass\s+\w+\s*:\s*(?:[\w.]+\.)?(?:Cfn)?UserPool\b[^{};]{0,200}\{(?s:.*)\bbase\s*\(`), kind: CDK, reader: "code"},
	{words: []string{"UserPool"}, contains: []string{"super("}, pattern: regexp.MustCompile(`(?m)^[ \t]*class[ \t]+\w+[ \t]*\([ \t]*(?:[\w.]+\.)?(?:Cfn)?UserPool[ \t]*[,)]`), kind: CDK, reader: "python"},
	{words: []string{"cognito.UserPool{"}, contains: []string{"goformation"}, pattern: regexp.MustCompile(`\bcognito\.UserPool\{`), kind: CloudFormation, reader: "code"},
	{words: []string{"UserPool("}, contains: []string{"troposphere"}, pattern: regexp.MustCompile(`(?m)^[ \t]*(?:from|import)[ \t]+troposphere\b`), kind: CloudFormation, reader: "python"},
	{words: []string{"UserPool("}, pattern: regexp.MustCompile(`\b(?:Cfn)?UserPool\s*\(\s*(?:self|scope|stack|app|this)\s*,`), kind: CDK, reader: "python"},
	{words: []string{"awscognito.New", "UserPool.Builder"}, pattern: regexp.MustCompile(`\bawscognito\.New(?:Cfn)?UserPool\s*\(|\b(?:Cfn)?UserPool\.Builder\.create\s*\(`), kind: CDK, reader: "code"},
	{words: []string{"AWS::Cognito::UserPool"}, inLine: true, pattern: regexp.MustCompile(`(?m)^[ \t-]*["']?Type["']?[ \t]*:[ \t]*["']?AWS::Cognito::UserPool["']?[ \t]*(?:#.*)?\r?$|[{,][ \t]*["']?Type["']?:[ \t]*["']?AWS::Cognito::UserPool["']?[ \t]*[,}]`), kind: CloudFormation, reader: "yaml", unless: statement},
	{words: []string{"AWS::Cognito::UserPool"}, pattern: regexp.MustCompile(`\bType["']?\s*:\s*["'` + "`" + `]AWS::Cognito::UserPool["'` + "`" + `]`), kind: CloudFormation, reader: "code"},
	{words: []string{userPool}, contains: []string{"CfnResource(self"}, kind: CDK, reader: "python"},
	{words: []string{userPool}, contains: []string{"CfnResource"}, kind: CDK, reader: "code"},
	{words: []string{"AWSCognitoIdentityProviderService.CreateUserPool"}, contains: []string{"curl"}, pattern: regexp.MustCompile(`(?i)X-Amz-Target["']?[ \t]*[:=][ \t]*["']?AWSCognitoIdentityProviderService\.CreateUserPool\b`), kind: Request, reader: "shell", unless: regexp.MustCompile(`(?m)^[ \t]*(?:[$>%] )?aws[ \t][^\n]*\bcreate-user-pool\b`)},
	{words: []string{"UserPool"}, contains: []string{`"UserPool"`}, pattern: Logged, kind: Answer, reader: InLog, unless: regexp.MustCompile(`\bcreate-user-pool[\s\\]+-`)},
	{words: []string{"create-user-pool"}, pattern: command, kind: AWSCLI, reader: "shell", unless: remarked{}},
	{words: []string{"create_user_pool"}, pattern: regexp.MustCompile(`\.\s*create_user_pool\s*\(\s*\)\s*\.\s*\w`), kind: Rust, reader: "code"},
	{words: []string{"CreateUserPoolInput", "CreateUserPoolRequest"}, pattern: regexp.MustCompile(`\bCreateUserPool(?:Input|Request)(?:::builder\(|\s*\{\s*(?:\.\.|[a-z]+_\w+\s*[:,}]))`), kind: Rust, reader: "code"},
	{words: []string{"reateUserPool"}, pattern: regexp.MustCompile(`\b[cC]reateUserPool(?:Request)?\s*\{\s*(?:this\.)?[a-z]\w*\s*(?:=[^=>]|\{)`), kind: Kotlin, reader: "code", unless: regexp.MustCompile(`\b(?:interface|struct|class)\s+CreateUserPoolRequest\b`)},
	{words: []string{"CreateUserPoolInput"}, pattern: regexp.MustCompile(`\bCreateUserPoolInput\s*\{|\bvar\s+\w+\s+\*?(?:\w+\.)?CreateUserPoolInput\b|\bnew\(\s*(?:\w+\.)?CreateUserPoolInput\s*\)`), kind: Go, reader: "code"},
	{words: []string{"CreateUserPoolRequest"}, pattern: regexp.MustCompile(`\bCreateUserPoolRequest\s*\.\s*builder\s*\(|\bnew\s+CreateUserPoolRequest\s*\(\s*\)\s*(?:\.\s*with|;)`), kind: Java, reader: "code", unless: regexp.MustCompile(`(?m)^\s*using |\.PoolName\s*=`)},
	{words: []string{"createUserPool"}, contains: []string{"import software.amazon.awssdk"}, pattern: regexp.MustCompile(`\.createUserPool\s*\(`), kind: Java, reader: "code"},
	{words: []string{"createUserPool"}, pattern: regexp.MustCompile(`\.\s*createUserPool\s*\(\s*\(?\w+\)?\s*->`), kind: Java, reader: "code"},
	{words: []string{"CreateUserPoolRequest", "CreateUserPoolAsync"}, pattern: regexp.MustCompile(`\bnew\s+(?:[\w.]+\.)?CreateUserPoolRequest\s*(?:\(\s*\)\s*)?[{;]|\bCreateUserPoolRequest\s+\w+\s*=\s*new\s*\(|\bCreateUserPoolAsync\s*\(\s*new\s*\(`), kind: CSharp, reader: "code"},
	{words: []string{"createUserPool"}, pattern: regexp.MustCompile(`->\s*createUserPool\s*\(`), kind: PHP, reader: "code"},
	{words: []string{"create_user_pool"}, contains: []string{"pool_name:"}, pattern: regexp.MustCompile(`\bcreate_user_pool\b`), kind: Ruby, reader: "code", unless: notRuby},
	{words: []string{"CreateUserPoolCommand", "createUserPool"}, pattern: regexp.MustCompile(`\bCreateUserPoolCommand\s*\(|\{[^{}]*\bCreateUserPoolCommand(?: as |:)\s*\w+\s*[,}]|\.createUserPool\s*\(|\bCreateUserPoolCommandInput\b`), kind: JavaScript, reader: "code", unless: regexp.MustCompile(`(?m)^[\w \t]*\bfun \w|\bcreateUserPool\s*\(\s*\w+\s*:`)}, // in Swift and Dart arguments have names
	{words: []string{"create_user_pool"}, pattern: call, kind: Boto3, reader: "python", unless: regexp.MustCompile(`(?m)^[ \t]*(?:use [\w:]+::|let (?:mut )?\w+ =|(?:pub |async )*fn \w)`)},
	{words: []string{"AWS::Cognito::UserPool", "aws_cognito_user_pool"}, inLine: true, pattern: regexp.MustCompile(`^[ \t-]*["']?Type["']?[ \t]*:[ \t]*["']?AWS::Cognito::UserPool["']?[ \t]*,?[ \t]*(?:#.*)?\r?$|^[\s]*resource[ \t]+"aws_cognito_user_pool"[ \t]`), kind: Blocks, reader: Enclosed},
	{words: []string{"UserPoolName"}, inLine: true, pattern: regexp.MustCompile(`(?m)^[ \t]*UserPoolName[ \t]*:(?:[^\n]*[^,\s])?[ \t]*\r?$`), kind: CloudFormation, reader: "yaml", unless: statement},
	{words: []string{"PoolName"}, pattern: regexp.MustCompile(`(?m)^\s*(?:(?:const|let|var|export)\b.*=\s*\{|(?:export\s+)?(?:const|let|var)\b)`), kind: JavaScript, reader: "code", unless: asserts},
	{words: []string{"PoolName"}, pattern: regexp.MustCompile(`(?:^|[\s(,{])["'` + "`" + `]?PoolName["'` + "`" + `]?\s*=[^=>]`), kind: Boto3, reader: "python", unless: regexp.MustCompile(`\bNew-CGIPUserPool\b`)},
	{words: []string{"PoolName"}, pattern: regexp.MustCompile(`["']PoolName["']\s*:`), kind: Boto3, reader: "python", unless: asserts},
	{words: []string{"UserPool:"}, pattern: regexp.MustCompile(`(?m)^UserPool:[ \t]*\r?\n(?:[ \t]+.*\n)*?[ \t]+(?:Arn|SchemaAttributes|CreationDate|EstimatedNumberOfUsers|Policies):`), kind: Answer, reader: "yaml"},
	{words: []string{"PoolName"}, inLine: true, pattern: regexp.MustCompile(`(?m)^[ \t]*PoolName[ \t]*:`), kind: Request, reader: "yaml"},
	{words: []string{"create-user-pool"}, pattern: command, kind: AWSCLI, reader: "shell"},
}

// Logged matches what a log says before an answer, and the brace with which that begins.
var Logged = regexp.MustCompile(`(?m)^\[?\d{4}-\d\d-\d\d[T ][^\n{]*\{\s*"UserPool"\s*:`)

// remarked matches a text that has the command in comments alone, or in a program with the call itself: it says how
// to make by hand what it makes.
type remarked struct{}

func (remarked) MatchString(text string) bool {
	if (strings.Contains(text, "create_user_pool") || strings.Contains(text, "CreateUserPool")) && calls.MatchString(text) {
		return true
	}
	for _, at := range command.FindAllStringIndex(text, 1000) {
		if line := text[strings.LastIndexByte(text[:at[0]], '\n')+1 : at[0]]; !remark.MatchString(line) {
			return false
		}
	}
	return true
}

var (
	remark = regexp.MustCompile(`^[ \t]*(?:#|//|/?\*)`)
	// calls matches the call in a program, as nothing else has it.
	calls = regexp.MustCompile(`create_user_pool\(\s*(?:\w+\s*=[^=]|\*\*)|new CreateUserPoolCommand\(|CreateUserPoolInput\{`)
)

// notRuby is what Python or Rust have, whose variables are called pool_name, too.
var notRuby = regexp.MustCompile(`(?m)^[ \t]*(?:(?:async[ \t]+)?def[ \t]+\w+[ \t]*\(|\)).*:[ \t]*(?:#.*)?\r?$|^(?:from[ \t]+[\w.]+[ \t]+)?import[ \t]+\w|\bPoolName["']?\s*[=:\]]|^[ \t]*(?:use [\w:]+::|(?:pub |async )*fn \w)`)

// manifest is an object of Kubernetes, which may stand within another one: a composition, a list.
var manifest = sign{words: []string{"cognitoidentityprovider.", "cognitoidp.aws."}, contains: []string{"UserPool"}, inLine: true, pattern: regexp.MustCompile(`(?m)(?:^[ \t-]*|[{,][ \t]*)["']?apiVersion["']?:[ \t]*["']?(?:cognitoidentityprovider\.services\.k8s\.aws|cognitoidp\.aws\.(?:m\.)?upbound\.io|cognitoidentityprovider\.aws\.crossplane\.io)/`), kind: Kubernetes, reader: "yaml"}

// statement matches what a program has at the beginning of a line: in YAML, code stands further in.
var statement beginsLine = []string{"import", "const", "let", "var", "export", "function", "public", "private", "class", "using", "package", "from", "def", "describe", "use", "fn", "pub", "mod", "func"}

// beginsLine matches a text in which a line begins with one of some words, which a program is told to run, or
// which is a table of one.
// A pattern for it costs more than all that follows.
type beginsLine []string

func (words beginsLine) MatchString(text string) bool {
	if strings.HasPrefix(strings.TrimLeft(text, " \t\r\n\f"), "#!") || row.MatchString(text) || part.MatchString(text) {
		return true
	}
	for line := range strings.SplitSeq(text, "\n") {
		if line == "" || line[0] < 'a' || line[0] > 'z' {
			continue
		}
		end := strings.IndexAny(line, " (")
		if end > 0 && slices.Contains(words, line[:end]) {
			return true
		}
	}
	return false
}

// otherwise matches a text that begins as none of Terraform's does: as a program, or with a name of YAML's.
type otherwise struct{}

func (otherwise) MatchString(text string) bool {
	for line := range strings.SplitSeq(text[:min(len(text), 4<<10)], "\n") {
		line = strings.TrimPrefix(strings.TrimSpace(line), "- ")
		if line == "" || line[0] == '#' || line == "---" {
			continue
		}
		name, _, found := strings.Cut(line+" ", ": ")
		if found && consists(name, letters+".-") {
			return true
		}
		break
	}
	return beginning.MatchString(text)
}

// beginning is that of a program, which may hold a text of Terraform. One of Terraform may hold a program.
var beginning = regexp.MustCompile(`\A(?:\s|#[^!\n][^\n]*\n|#\n|//[^\n]*\n|/\*(?:[^*]|\*[^/])*\*/)*(?:#!|<\?php|(?:package|using|export|const|let|from|def|class|function)[ \t]+["'\w{*@]|import[ \t]+(?:["'\w*(]|\{[^\n]*\}))`)

var (
	// actions are those of Helm and its kind, with which a text begins like JSON.
	actions = regexp.MustCompile(`^\s*\{[{%]-?\s*(?:[.$%#/]|[a-z]+ )`)
	// section is the beginning of a text in TOML, in AsciiDoc, or of its like, of a log, or of a prompt.
	section = regexp.MustCompile(`^\s*\[+[A-Za-z][\w. ,="%-]*\]+[ \t]*\r?\n|^\s*\[[^\]\[{}"\n]*[A-Za-z][^\]\[{}"\n]*\][$#]?[ \t]+[A-Za-z$]`)
	// row is the beginning of a table in a program: braces around texts without names.
	row = regexp.MustCompile(`^\s*\{\s*"[^"\\\n]*"\s*,\s*(?:` + "`" + `|"[^"\\\n]*"\s*\}\s*,\s*\{)`)
	// part is the beginning of a part of a program: a variable that is set, or a call.
	part = regexp.MustCompile(`^\s*[A-Za-z_$][\w$. ]*(?:=|\()`)
	// Comments may stand before it, in which an editor keeps what the file is for.
	jsonStart     = regexp.MustCompile(`^(?:[\s\x{FEFF}]|//[^\n]*\n|/\*(?:[^*]|\*[^/])*\*/)*[\[{]`)
	command       = regexp.MustCompile("\\bcognito-idp(?:[\\s\\\\`^]+|['\"]?,\\s*['\"]?|['\"]?[ \\t]*\\r?\\n[ \\t]*-[ \\t]+['\"]?)create-user-pool(?:[\\s\\\\`^\"',]|$)")
	continued     = regexp.MustCompile(`\bcreate-user-pool\b[^\n]*\\\r?\n`)
	powerShell    = regexp.MustCompile("(?m)`[ \\t]*\\r?$|^[ \\t]*\\$\\w+[ \\t]*=[ \\t]|[^$]@['\"][ \\t]*\\r?$|^[Pp]aram[ \\t]*\\(|\\$\\w+[ \\t]*\\+?=[ \\t]*@\\(|\\bNew-TemporaryFile\\b")
	batch         = regexp.MustCompile(`(?mi)^[ \t]*@?(?:echo off|setlocal|rem |set \w+=|set "\w+=)|\^[ \t]*\r?\n`)
	resourceType  = regexp.MustCompile(`AWS::Cognito::UserPool(?:["'\s,}]|$)`)
	call          = regexp.MustCompile(`\b(?:\w+_)?create_user_pool\s*\(|\bpartial\(\s*[\w.]*\bcreate_user_pool\s*,`)
	inR           = regexp.MustCompile(`<-|\$create_user_pool\s*\(|cognitoidentityprovider|\blist\s*\(\s*(?:["'\w]+\s*=|\))|=\s*(?:TRUE|FALSE|NULL|c\()|\bpaws\b`)
	boto          = regexp.MustCompile(`(?m)^[ \t]*(?:from|import)[ \t]+boto(?:3|core)\b`)
	quoted        = regexp.MustCompile(`(?s)"""(?:[^\\]|\\.)*?"""|'''(?:[^\\]|\\.)*?'''|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|#[^\n]*`)
	pythonKey     = regexp.MustCompile(`'PoolName'\s*:`)
	pythonAnswer  = regexp.MustCompile(`^[\s\x{FEFF}]*\{\s*'(?:UserPool|Id)'\s*:`)
	anyKey        = regexp.MustCompile(`["']PoolName["']\s*:`)
	pythonWord    = regexp.MustCompile(`[:\[,]\s*(?:True|False|None)\b`)
	fence         = regexp.MustCompile("(?m)^[ \\t>]*(?:```|~~~)")
	answerMembers = regexp.MustCompile(`"(?:UserPool|SchemaAttributes)"\s*:`)
)

// BeginsAsJSON reports whether a text begins as an object or a list of JSON does. Of any other,
// [Recognise] asks for no document.
func BeginsAsJSON(text string) bool {
	head := text[:min(len(text), 1<<10)]
	return jsonStart.MatchString(head) && !actions.MatchString(head) && !section.MatchString(head) && !row.MatchString(head) && !attribute(head)
}

// attribute reports whether a text begins with an attribute before a program, [Parameter(…)], or with a tuple of Elixir's.
func attribute(text string) bool {
	text, _, _ = strings.Cut(strings.TrimLeft(text, " \t\r\n"), "\n")
	name, _, found := strings.Cut(strings.TrimPrefix(text, "["), "(")
	return strings.HasPrefix(text, "{:") || found && strings.HasPrefix(text, "[") && identifier(name)
}

// LikeJSON reports whether a text that was not recognised is better taken for a request in JSON
// that is still to be written: it is empty, broken, or has members of one.
func LikeJSON(text string) bool {
	d := source.Parse(text)
	switch {
	case strings.TrimSpace(text) == "":
		return true
	case !jsonStart.MatchString(text), actions.MatchString(text), section.MatchString(text), row.MatchString(text), attribute(text):
		return false
	case d.Root == nil || d.Malformed() || d.Root.Kind != source.Object || len(d.Root.Children) == 0:
		return true
	}
	return slices.ContainsFunc(d.Root.Children, func(n *source.Node) bool { return contract.Newest().Request.Member(n.Name) != nil })
}

// Kinds are those that a text can be said to be of, sorted.
func Kinds() []string {
	kinds := []string{Request, Answer}
	for _, s := range signs {
		if s.kind != Blocks {
			kinds = append(kinds, s.kind)
		}
	}
	kinds = append(kinds, Paws, Amplify)
	slices.Sort(kinds)
	return slices.Compact(kinds)
}

// RecogniseAs is [Recognise] for a text that somebody says is of a kind; "" is nobody.
func RecogniseAs(said, text string, d *source.Document) (kind, reader string) {
	kind, reader = Recognise(text, d)
	if said == "" || said == kind {
		return kind, reader
	}
	if BeginsAsJSON(text) {
		switch said {
		case Request, Answer:
			return said, ""
		case CloudFormation, Terraform, Amplify:
			return said, JSON
		}
	}
	// The surest sign of a kind says how such texts are mostly written.
	for _, s := range signs {
		if s.kind == said && !(said == Request && s.reader == "shell") { // in a shell a request is a word of a command
			return said, s.reader
		}
	}
	if said == Paws {
		return Paws, "r"
	}
	return kind, reader
}

// Recognise says what a text is and which reader it needs, "" for none.
func Recognise(text string, d *source.Document) (kind, reader string) {
	if stamped(text) && hasAny(text) && !Logged.MatchString(text) {
		return Blocks, Stamped
	}
	if BeginsAsJSON(text) {
		return recogniseJSON(text, d)
	}
	if head := text[:min(len(text), 1<<10)]; page.MatchString(head) && (strings.Contains(strings.ToLower(head), "<html") || !fence.MatchString(text)) {
		return "", "" // a command in it has the page's own signs in the place of its own
	}
	// A longer text is not read, so that it does not matter what else it has.
	text = text[:min(len(text), reading.MaxBytes)]
	if strings.Contains(text, "```") || strings.Contains(text, "~~~") {
		if fence.MatchString(text) && hasAny(text) {
			return Blocks, Blocks
		}
	}
	if strings.Contains(text, Directive) && announced.MatchString(text) && hasAny(text) {
		return Blocks, Blocks
	}
	kind, reader = signOf(text)
	switch {
	case kind == AWSCLI && powerShell.MatchString(text) && !continued.MatchString(text):
		return AWSCLI, "powershell"
	case kind == AWSCLI && batch.MatchString(text) && !continued.MatchString(text):
		return AWSCLI, "batch"
	case kind == Boto3 && !boto.MatchString(text) && inR.MatchString(quoted.ReplaceAllString(text, `""`)):
		return Paws, "r"
	}
	return kind, reader
}

// Directive begins what announces a block in reStructuredText.
const Directive = ".. "

var announced = regexp.MustCompile(`(?m)^[ \t]*\.\. (?:code|code-block|sourcecode)::`)

// Announces reports whether a line announces a block in reStructuredText.
func Announces(line string) bool {
	return strings.HasPrefix(line, Directive) && announced.MatchString(line)
}

// stems are what the words of the signs are made with, each with one of them.
var stems = []string{"ool", "ognito", "defineAuth"}

// naming are the lines of a text that have a stem: the words of all signs are looked for in these alone.
// A template has many others, and each letter that is typed in it asks for its language.
func naming(text string) string {
	var b strings.Builder
	for _, stem := range stems {
		for at := 0; ; {
			next := strings.Index(text[at:], stem)
			if next < 0 {
				break
			}
			from := strings.LastIndexByte(text[:at+next], '\n') + 1
			at += next + len(stem)
			if end := strings.IndexByte(text[at:], '\n'); end >= 0 {
				at += end + 1
			} else {
				at = len(text)
			}
			b.WriteString(text[from:at])
		}
	}
	return b.String()
}

// signOf finds the first sign that a text has.
func signOf(text string) (kind, reader string) {
	named := naming(text)
	for _, s := range signs {
		if !slices.ContainsFunc(s.words, func(w string) bool { return strings.Contains(named, w) }) {
			continue
		}
		if slices.ContainsFunc(s.contains, func(w string) bool { return !strings.Contains(text, w) }) {
			continue
		}
		if s.matches(text) && (s.unless == nil || !s.unless.MatchString(text)) {
			return s.kind, s.reader
		}
	}
	return "", ""
}

// matches reports whether the pattern is in a text that has a word.
func (s sign) matches(text string) bool {
	if s.pattern == nil {
		return true
	}
	if !s.inLine {
		return s.pattern.MatchString(text)
	}
	for line := range strings.SplitSeq(text, "\n") {
		if slices.ContainsFunc(s.words, func(w string) bool { return strings.Contains(line, w) }) && s.pattern.MatchString(line) {
			return true
		}
	}
	return false
}

// hasAny reports whether a text has a word that some language's pool cannot do without.
func hasAny(text string) bool {
	named := naming(text)
	for _, s := range signs {
		if slices.ContainsFunc(s.words, func(w string) bool { return strings.Contains(named, w) }) {
			return true
		}
	}
	return false
}

func recogniseJSON(text string, d *source.Document) (kind, reader string) {
	root := d.Root
	if d.OverLimit && len(text) > reading.MaxBytes {
		return "", ""
	}
	if d.Malformed() {
		pythonic := pythonKey.MatchString(text) || anyKey.MatchString(text) && pythonWord.MatchString(text)
		switch {
		case pythonAnswer.MatchString(text):
			return Answer, "python"
		case pythonic:
			return Boto3, "python"
		}
	}
	switch {
	case root == nil || root.Kind != source.Object && !resourceType.MatchString(text):
		return "", ""
	case root.Member("PoolName") != nil:
		return Request, ""
	case root.Member("eventSource") != nil && root.Member("eventName") != nil, root.Member("Records") != nil && strings.Contains(text, "cognito-idp.amazonaws.com"):
		return Answer, JSON
	case root.Member("terraform_version") != nil, root.Member("format_version") != nil, isModule(root):
		return Terraform, JSON
	case root.Member("cognitoConfig") != nil, root.Member("userPoolName") != nil && root.Member("resourceName") != nil:
		return Amplify, JSON
	case root.Member("apiVersion") != nil && manifest.matches(text):
		return Kubernetes, JSON
	case root.Member("cells") != nil && root.Member("nbformat") != nil:
		return Blocks, Blocks
	case resourceType.MatchString(text), root.Member("UserPoolName") != nil:
		return CloudFormation, JSON
	case wrapsAnswer(root), d.Malformed() && answerMembers.MatchString(text), root.Member("__type") != nil, isAnswer(root):
		return Answer, ""
	case isRequest(root):
		return Request, ""
	case command.MatchString(text): // one of a package's scripts
		return AWSCLI, "shell"
	}
	return "", ""
}

// isModule reports whether a text is a module of Terraform's with a pool: at every level an object can
// be a list of objects.
func isModule(root *source.Node) bool {
	each := func(n *source.Node) []*source.Node {
		if n == nil || n.Kind == source.Object {
			return []*source.Node{n}
		}
		return n.Children
	}
	for _, resources := range each(root.Member("resource")) {
		if resources.Member("aws_cognito_user_pool") != nil {
			return true
		}
	}
	for _, modules := range each(root.Member("module")) {
		if modules == nil {
			continue
		}
		for _, module := range modules.Children {
			if of := module.Member("source"); of != nil && strings.Contains(of.Text, "cognito-user-pool") {
				return true
			}
		}
	}
	return false
}

// wrapsAnswer reports whether a text has a UserPool as the service sends it. An application's
// settings have an object of this name, too, with the pool's Id and that of a client.
func wrapsAnswer(root *source.Node) bool {
	pool := root.Member("UserPool")
	switch {
	case pool == nil || pool.Kind == source.String: // an Id, in settings
		return false
	case pool.Kind == source.Object:
		return ofPool(pool) > 0 || pool.Member("Id") != nil && pool.Member("Name") != nil
	}
	return true // and is told that it is no pool
}

// isAnswer reports whether a text has members of a UserPool that no other document would.
func isAnswer(root *source.Node) bool {
	return root.Member("SchemaAttributes") != nil || ofPool(root) > 1 && root.Member("Name") != nil
}

// ofPool counts the members of an object that are a UserPool's; each of another kind takes two away.
func ofPool(n *source.Node) (own int) {
	pool, request := contract.Newest().UserPool, contract.Newest().Request
	for _, c := range n.Children {
		switch {
		case pool.Member(c.Name) != nil:
			own++
		case request.Member(c.Name) == nil:
			own -= 2
		}
	}
	return own
}

// isRequest reports whether a text has nothing but members of a request: its name is still
// to be written.
func isRequest(root *source.Node) bool {
	known := map[string]bool{}
	for _, m := range contract.Newest().Request.Members {
		known[names.Plain(m.Name)] = true
	}
	return len(root.Children) > 0 && !slices.ContainsFunc(root.Children, func(n *source.Node) bool { return !known[names.Plain(n.Name)] })
}

// page matches the beginning of a page in HTML. Markdown may begin with a part of one.
var page = regexp.MustCompile(`(?i)^\s*<(?:!doctype|html|head|body|div|pre|p|h[1-6])\b`)

// asserts are what a test asks of a template.
var asserts = anyOf{"asResourceProperties", "has_resource_properties", "has_resource(", "aveResource", "asResource(", "sourcePropertiesCountIs", "llResourcesProperties"}

// anyOf matches a text that has one of some words.
type anyOf []string

func (words anyOf) MatchString(text string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, word) })
}

// others are the tools whose texts are known and not read: each makes the pool by what it has elsewhere.
var others = []struct {
	word    string
	pattern interface{ MatchString(text string) bool }
	advice  string
}{
	{"sst", regexp.MustCompile(`["']@?(?:sst/constructs|serverless-stack/resources)["']`), "This is SST 2, whose construct makes the pool with settings of its own. Paste the template that `npx sst build` writes to .sst/dist."},
	{"cdktf", regexp.MustCompile(`["']@cdktf/provider-aws\b|["']cdktf["']|\bcdktf_cdktf_provider_aws\b|\bcdktf/cdktf-provider-aws\b|\bcom\.hashicorp\.cdktf\b`), "This is CDK for Terraform. Paste the cdk.tf.json that `cdktf synth` writes to cdktf.out."},
	{"aws_cognito_user_pool", regexp.MustCompile(`(?m)^\s*(?:[-+~]|-/\+|\+/-) resource "aws_cognito_user_pool"`), "This is what `terraform plan` prints. Paste what `terraform show -json` writes of the plan, or the configuration."},
	{"inputs", regexp.MustCompile(`(?m)^[ \t]*inputs[ \t]*=`), "This is Terragrunt, which hands its inputs to a module. Paste the module, or what `terragrunt show -json` prints of a plan."},
	{"New-CGIPUserPool", regexp.MustCompile(`\bNew-CGIPUserPool\b`), "This is a command of the AWS Tools for PowerShell. Paste the request that it sends, or the same as `aws cognito-idp create-user-pool`."},
	{"CreateUserPool", regexp.MustCompile(`\bCreateUserPoolInput\s*\(\s*\w+\s*:|\bModel::CreateUserPoolRequest\b`), "This is a program in Swift or C++, which is not read. Paste the request that it sends, as JSON."},
	{"update-user-pool", regexp.MustCompile(`\bcognito-idp[\s\\` + "`" + `^]+update-user-pool\b`), "This command changes a pool that is there. The view Update shows what becomes of it, and so does user-pool update POOL FILE."},
	{userPool, asserts, "This is a test: it says what a template has to have of its pool, and makes none. Paste what makes it, or what `cdk synth` writes."},
	{"AmplifyAuthCognitoStackTemplate", regexp.MustCompile(`\bAmplifyAuthCognitoStackTemplate\b`), "This changes the template of Amplify Gen 1. Paste cli-inputs.json beside it, or the template that the Amplify CLI writes to its build folder."},
	{"=", variableValues{}, "This looks like a .tfvars file, with values for Terraform's variables. Paste it together with the .tf that declares these variables and makes the pool."},
	{"<", page, "This is a page in HTML. Paste the part that has the pool."},
}

const userPool = "AWS::Cognito::UserPool"

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
		if slices.Contains(matches, userPool) || slices.Contains(matches, `resource "aws_cognito_user_pool"`) {
			say("%s It is named here, and no resource of it could be read.", what)
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
	for _, o := range others {
		if strings.Contains(text, o.word) && o.pattern.MatchString(text) {
			say("%s", o.advice)
		}
	}
	say("A CreateUserPool request, a JSON object with a PoolName; or an answer of DescribeUserPool or CreateUserPool, one with a UserPool. %s", jsonFound)
	found("An AWS CLI command, aws cognito-idp create-user-pool.", regexp.MustCompile(`\baws[ \t]+[a-z][\w-]*(?:[ \t]+[a-z][\w-]*)?`), "No aws command was found.")
	found("A CloudFormation resource of Type AWS::Cognito::UserPool.", regexp.MustCompile(`\bAWS::\w+::\w+`), "No resource type was found.")
	found(`Terraform's resource "aws_cognito_user_pool".`, regexp.MustCompile(`(?m)^[ \t]*resource[ \t]+"\w+"`), "No resource was found.")
	found("A call of create_user_pool, with boto3 or paws, or its arguments with a PoolName.", regexp.MustCompile(`\b(?:\w+_user_pool\w*|CreateUserPoolCommand|CreateUserPoolInput|boto3|paws)\b`), "None was found.")
	return all
}
