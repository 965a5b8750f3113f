package playground

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/zclconf/go-cty/cty"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/example"
	"userpoolplayground/internal/foreign"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

// readFor reads a text that needs it, with the reading as JSON in between.
func readFor(t testing.TB, text string, o Options) *reading.Document {
	t.Helper()
	if ReaderFor(text, Options{}) == "" {
		return nil
	}
	options, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	read, err := foreign.Call(text, string(options))
	if err != nil {
		t.Fatal(err)
	}
	given, err := readReading(source.Quote(read))
	if err != nil {
		t.Fatal(err)
	}
	return given
}

// importText asks the reader and the engine as engine.ts does.
func importText(t testing.TB, text string, o Options) TextImport {
	t.Helper()
	return ImportText(text, readFor(t, text, o), o)
}

// TestOtherAssignments holds that no other text with a = is taken for values of Terraform's variables.
func TestOtherAssignments(t *testing.T) {
	for _, text := range []string{
		"bucket_name = \"shop\"\n",
		"user_pool_id = \"us-east-1_abcdefghi\"\nclient_id = \"x\"\n",
		"user_pool_name = \"shop\"\nprint(user_pool_name)\n",
		"user_pool_name = 'shop'\n",
		"[pool]\nuser_pool_name = \"shop\"\n",
		"USER_POOL_NAME=\"shop\"\n",
		"user_pool_name = \"shop\"\npassword_policy = {\n",
	} {
		for _, p := range checkAny(t, text, Options{}).Evaluation.Problems {
			if strings.Contains(p.Message, ".tfvars") {
				t.Errorf("%q is taken for a .tfvars file", text)
			}
		}
	}
}

// divider stands between a text of testdata/texts and what came of it.
const divider = "\n════════\n"

// TestImportTexts holds each file of testdata/texts: a text, and below the divider what came
// of it. A first line "resource: name" below the divider chooses a pool.
func TestImportTexts(t *testing.T) {
	files, err := filepath.Glob("testdata/texts/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			contents, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			text, said, _ := strings.Cut(string(contents), divider)
			var o Options
			chosen := ""
			if line, _, _ := strings.Cut(said, "\n"); strings.HasPrefix(line, "resource: ") {
				chosen = line + "\n"
				o.Resource = strings.TrimPrefix(line, "resource: ")
			}
			compare(t, file, text+divider+chosen+outcome(text, importText(t, text, o)))
		})
	}
}

// outcome writes an import for reading.
func outcome(text string, imported TextImport) string {
	var b strings.Builder
	at := func(from, to int) string {
		part := strings.Join(strings.Fields(string(utf16.Decode(utf16.Encode([]rune(text))[from:to]))), " ")
		if runes := []rune(part); len(runes) > 50 {
			part = string(runes[:50]) + "…"
		}
		return "«" + part + "»"
	}
	fmt.Fprintf(&b, "recognised: %s\n", imported.Recognised)
	for _, l := range imported.Looked {
		b.WriteString("looked: " + l + "\n")
	}
	for _, c := range imported.Choices {
		fmt.Fprintf(&b, "choice: %s %s\n", c.ID, at(c.From, c.To))
	}
	for _, d := range imported.Dropped {
		fmt.Fprintf(&b, "dropped: %s %s %s\n", d.Pointer, at(d.From, d.To), d.Why)
	}
	for _, p := range imported.Problems {
		fmt.Fprintf(&b, "%s: %s %s %s\n", p.Severity, p.Pointer, at(p.From, p.To), p.Message)
	}
	b.WriteString(imported.Request)
	return b.String()
}

// bothWays are the targets that can be imported again.
var bothWays = []string{"aws-cli", "aws-cli-powershell", "aws-cli-json", "boto3", "cloudformation-yaml", "cloudformation-json", "terraform", "paws", "go", "javascript", "cdk-typescript"}

// What is exported comes back as the same request, save what the export's notes tell.
func TestExportThenImport(t *testing.T) {
	for name, text := range exportable(t) {
		for _, target := range bothWays {
			roundTrip(t, name, target, text)
		}
	}
}

func roundTrip(t testing.TB, name, target, text string) {
	t.Helper()
	e, err := ExportAs(target, text, Options{})
	if err != nil || e.Text == "" {
		return
	}
	imported := importText(t, e.Text, Options{})
	if imported.Request == "" {
		t.Errorf("%s as %s: no request: %+v\n%s", name, target, imported, e.Text)
		return
	}
	r := request.Read(source.Parse(text), contract.Newest())
	all := carried(r.Root, strings.Join(e.Notes, "\n"))
	if target == "terraform" { // which joins combining characters, and says so
		all = sentByTerraform(joined(all).(map[string]any))
	}
	want, _ := json.Marshal(all)
	got, _ := json.Marshal(request.Read(source.Parse(imported.Request), contract.Newest()).Instance())
	if string(got) != string(want) {
		t.Errorf("%s as %s:\n got %s\nwant %s\n%s\n%+v", name, target, got, want, e.Text, imported)
	}
	for _, p := range imported.Problems {
		if p.Rule == "no-such-value" || p.Rule == "mfa-no-factor" || p.Rule == "missing-argument" { // of the request, said by the tool
			continue
		}
		t.Errorf("%s as %s: %+v", name, target, p)
	}
}

// sentByTerraform is a request as Terraform's provider sends what the export writes for it:
// without what is empty, with MFA set by another call, with all booleans of an attribute, and with
// the bounds that the service gives a standard one by itself.
func sentByTerraform(request map[string]any) map[string]any {
	delete(request, "MfaConfiguration")
	schema, _ := request["Schema"].([]any)
	for _, entry := range schema {
		if entry, ok := entry.(map[string]any); ok {
			for name, otherwise := range map[string]bool{"DeveloperOnlyAttribute": false, "Mutable": true, "Required": false} {
				if _, given := entry[name]; !given {
					entry[name] = otherwise
				}
			}
			bounded(entry)
		}
	}
	if policies, ok := request["Policies"].(map[string]any); ok {
		if policy, ok := policies["PasswordPolicy"].(map[string]any); ok && policy["MinimumLength"] == nil {
			policy["MinimumLength"] = 8
		}
	}
	var strip func(v any) bool // reports whether nothing is left
	strip = func(v any) bool {
		switch v := v.(type) {
		case string:
			return v == ""
		case []any:
			for _, c := range v {
				if c, ok := c.(map[string]any); ok {
					strip(c)
				}
			}
			return len(v) == 0
		case map[string]any:
			before := len(v)
			for name, c := range v {
				if name != "UserPoolTags" && strip(c) {
					delete(v, name)
				}
			}
			return before > 0 && len(v) == 0
		}
		return false
	}
	strip(request)
	return request
}

// bounded gives a standard attribute the service's own bounds where it has none, as the export does:
// otherwise Terraform would plan another pool each time.
func bounded(attribute map[string]any) {
	for _, bounds := range []string{"StringAttributeConstraints", "NumberAttributeConstraints"} {
		if given, ok := attribute[bounds].(map[string]any); ok && len(given) == 0 {
			delete(attribute, bounds)
		}
	}
	kind, _ := attribute["AttributeDataType"].(string)
	if kind != "String" && kind != "Number" {
		return
	}
	bounds := kind + "AttributeConstraints"
	if attribute[bounds] != nil {
		return
	}
	name, _ := attribute["Name"].(string)
	if standard := contract.StandardAttribute(name); standard != nil && standard.DataType == kind {
		var own any
		if json.Unmarshal([]byte(standard.Constraints), &own) == nil {
			attribute[bounds] = own
		}
	}
}

// joined is a value with its combining characters as Terraform has them.
func joined(v any) any {
	switch v := v.(type) {
	case string:
		return cty.NormalizeString(v)
	case []any:
		for i := range v {
			v[i] = joined(v[i])
		}
	case map[string]any:
		all := map[string]any{}
		for name, c := range v {
			all[cty.NormalizeString(name)] = joined(c)
		}
		return all
	}
	return v
}

// carried is a request as maps and slices, without what an export's notes tell is left out.
func carried(v *request.Value, notes string) any {
	left := func(c *request.Value) bool {
		return strings.Contains("\n"+notes, "\n"+pathOf(c.Pointer())+" is left out")
	}
	switch v.Shape.Kind {
	case contract.String:
		return v.Text()
	case contract.Integer:
		return v.Int()
	case contract.Boolean:
		return v.Bool()
	case contract.List:
		list := []any{}
		for _, c := range v.Children {
			if !left(c) {
				list = append(list, carried(c, notes))
			}
		}
		return list
	}
	object := map[string]any{}
	for _, c := range v.Children {
		if !left(c) {
			object[c.Name] = carried(c, notes)
		}
	}
	return object
}

// pathOf is a JSON Pointer as the notes write it: Schema[0].Name.
func pathOf(pointer string) string {
	var b strings.Builder
	for _, token := range source.SplitPointer(pointer) {
		if token != "" && strings.Trim(token, "0123456789") == "" {
			b.WriteString("[" + token + "]")
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('.')
		}
		b.WriteString(token)
	}
	return b.String()
}

// The same text comes back from itself, and an answer as the verb for answers has it.
func TestImportTextOfJSON(t *testing.T) {
	request := `{"PoolName": "p", /* mine */ "UserPoolTier": "LITE",}`
	if imported := importText(t, request, Options{}); imported.Recognised != "request" || imported.Request != request {
		t.Errorf("%+v", imported)
	}
	answer := Evaluate(example.All()[0].Request, Options{View: "describe"}).Reply.Body
	imported, as := importText(t, answer, Options{}), ImportDescription(answer, Options{})
	if imported.Recognised != "answer" || imported.Request != as.Request || !slices.Equal(imported.Dropped, as.Dropped) {
		t.Errorf("%+v", imported)
	}
}

// A text of any size is answered in good time, and one over a limit says so.
func TestImportOfHugeTexts(t *testing.T) {
	deep := func(open, closing string) string {
		return strings.Repeat(open, 100_000) + strings.Repeat(closing, 100_000)
	}
	for name, text := range map[string]string{
		"brackets in HCL":    "resource \"aws_cognito_user_pool\" \"p\" {\nname = " + deep("[", "]") + "\n}",
		"brackets in YAML":   "Type: AWS::Cognito::UserPool\nProperties: " + deep("[", "]"),
		"lists in YAML":      "Type: AWS::Cognito::UserPool\nProperties:\n  " + strings.Repeat("- ", 100_000) + "a",
		"brackets in Python": "create_user_pool(PoolName=" + deep("(", ")") + ")",
		"aliases in YAML":    "Type: AWS::Cognito::UserPool\na: &a [b,b,b,b,b,b,b,b,b]\n" + aliases() + "Properties: {UserPoolName: *k}\n",
		"a megabyte of HCL":  "resource \"aws_cognito_user_pool\" \"p\" {\n" + strings.Repeat("schema {}\n", 100_000) + "}",
		"locals in HCL":      "resource \"aws_cognito_user_pool\" \"p\" {\nname = local.a\nusername_attributes = local.a\n}\nlocals {\n" + doubled("%c = [local.%[2]c, local.%[2]c, local.%[2]c, local.%[2]c]\n") + "}\n",
		"variables, Python":  "t = [\"x\"]\n" + backwards(doubled("%c = [%[2]c, %[2]c, %[2]c, %[2]c]\n")) + "create_user_pool(PoolName=a)\n",
		"variables, shell":   "t=xxxx\n" + backwards(doubled("%c=\"$%[2]c$%[2]c$%[2]c$%[2]c\"\n")) + "aws cognito-idp create-user-pool --pool-name \"$a\"\n",
		"spreads, Python":    "t = {\"PoolName\": \"a\"}\n" + backwards(doubled("%c = {**%[2]c, **%[2]c, **%[2]c, **%[2]c}\n")) + "create_user_pool(**a)\n",
		"spreads, the CDK":   "const t = { userPoolName: 'a' };\n" + backwards(doubled("const %c = { ...%[2]c, ...%[2]c, ...%[2]c, ...%[2]c };\n")) + "new UserPool(this, 'P', a);\n",
		"stamps of a log":    strings.Repeat("10:00:01 ", 50_000) + "aws cognito-idp create-user-pool --pool-name a\n",
		"colours of a log":   "aws cognito-idp create-user-pool --pool-name a " + strings.Repeat("\x1b[3\x1b[", 50_000),
		"fillings, Ansible":  "vars:\n" + doubled("  %c: \"{{ %[2]c }}{{ %[2]c }}{{ %[2]c }}{{ %[2]c }}\"\n") + "  u: xxxx\ntasks:\n  - command: aws cognito-idp create-user-pool --pool-name {{ a }}\n",
		"functions, shell":   doubled("%c() { %[2]c \"$1$1$1$1\"; }\n") + "u() { aws cognito-idp create-user-pool --pool-name \"$1\"; }\na xxxx\n",
		"a command":          "aws cognito-idp create-user-pool " + strings.Repeat("--pool-name x ", 50_000),
		"shorthand":          "aws cognito-idp create-user-pool --policies " + strings.Repeat("a={", 5000),
	} {
		began := time.Now()
		imported := importText(t, text, Options{})
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%s: %v", name, took)
		}
		if imported.Request == "" && len(imported.Problems)+len(imported.Looked) == 0 {
			t.Errorf("%s: no request and nothing said", name)
		}
	}
}

// aliases are lists of lists, each ten times as large as the one before.
func aliases() string {
	var b strings.Builder
	for c := 'b'; c <= 'k'; c++ {
		fmt.Fprintf(&b, "%c: &%c [%s*%c]\n", c, c, strings.Repeat(fmt.Sprintf("*%c, ", c-1), 8), c-1)
	}
	return b.String()
}

// doubled are variables from a to t, each of which holds the next one several times.
func doubled(format string) string {
	var b strings.Builder
	for c := 'a'; c < 't'; c++ {
		fmt.Fprintf(&b, format, c, c+1)
	}
	return b.String()
}

func backwards(lines string) string {
	all := strings.SplitAfter(lines, "\n")
	slices.Reverse(all)
	return strings.Join(all, "")
}

// textSeeds are the texts of testdata/texts.
func textSeeds(f testing.TB) []string {
	files, _ := filepath.Glob("testdata/texts/*.txt")
	var all []string
	for _, file := range files {
		contents, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		text, _, _ := strings.Cut(string(contents), divider)
		all = append(all, text)
	}
	return all
}

// TestNamedTools: of what is known and not read, the sentence says what it is and what to paste.
func TestNamedTools(t *testing.T) {
	for text, says := range map[string]string{
		"export function override(resources: AmplifyAuthCognitoStackTemplate) {\n  resources.userPool.usernameConfiguration = {};\n}\n": "the template of Amplify Gen 1",
		"import { Auth } from 'sst/constructs'\nnew Auth(stack, 'auth')\n":                                                              "This is SST 2",
		"from cdktf_cdktf_provider_aws.cognito_user_pool import CognitoUserPool\n":                                                      "This is CDK for Terraform",
		"# aws_cognito_user_pool.p will be created\n  + resource \"aws_cognito_user_pool\" \"p\" {\n      + name = \"shop\"\n    }\n":   "This is what `terraform plan` prints",
		"terraform {\n  source = \"./pool\"\n}\ninputs = {\n  pool_name = \"a\"\n}\n":                                                   "This is Terragrunt",
		"# The shop's.\nuser_pool_name = \"shop\"\ntags = {\n  team = \"web\" # }\n}\nmotd = <<-EOT\n  a = b\n  EOT\ndays = 7\n":        "This looks like a .tfvars file",
		"password_policy = {\n  minimum_length = 12\n}\n":                                                                               "This looks like a .tfvars file",
		"New-CGIPUserPool -PoolName shop\n":                                                                                             "AWS Tools for PowerShell",
		"let input = CreateUserPoolInput(poolName: \"shop\")\n":                                                                         "a program in Swift or C++",
		"<!doctype html><p>a pool</p>":                                                                                                  "This is a page in HTML",
	} {
		got := checkAny(t, text, Options{})
		if !slices.ContainsFunc(got.Evaluation.Problems, func(p Problem) bool { return strings.Contains(p.Message, says) }) {
			t.Errorf("%q is not told as %q: %+v", text, says, got.Evaluation.Problems)
		}
	}
}
