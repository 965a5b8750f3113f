package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/playground"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

// proofs are all there is to run, the slow ones first.
var proofs = []*proof{
	{name: "go", programs: []string{"go"}, prove: proveGo},
	{name: "cdk-typescript", programs: []string{"node"}, node: true, prove: proveCDK},
	{name: "javascript", programs: []string{"node"}, node: true, prove: proveJavaScript},
	{name: "terraform", programs: []string{"go", "node"}, node: true, prove: proveTerraform},
	{name: "aws-cli", programs: []string{"bash"}, model: func(m models) *model { return m.awscli }, prove: proveAWSCLI},
	{name: "aws-cli-powershell", model: func(m models) *model { return m.awscli }, prove: provePowerShell},
	{name: "aws-cli-json", model: func(m models) *model { return m.awscli }, prove: proveAWSCLIJSON},
	{name: "boto3", model: func(m models) *model { return m.boto3 }, prove: proveBoto3},
	{name: "curl", programs: []string{"bash", "curl"}, prove: proveCurl},
	{name: "paws", programs: []string{"Rscript"}, prove: provePaws},
	{name: "cloudformation", programs: []string{"node"}, node: true, prove: proveCloudFormation},
	{name: "fixes-boto3", programs: []string{"python3"}, prove: fixesParse("boto3", "python3", "-c", "import ast, sys\nfor file in sys.argv[1:]: ast.parse(open(file, encoding='utf-8').read(), file)")},
	{name: "fixes-paws", programs: []string{"Rscript"}, prove: fixesParse("paws", "Rscript", "--vanilla", "-e", "for (file in commandArgs(TRUE)) invisible(parse(file, encoding = 'UTF-8'))")},
	{name: "fixes-aws-cli", programs: []string{"bash"}, prove: fixesParse("aws-cli", "bash", "-c", `for file; do bash -n "$file"; done`, "bash")},
	{name: "update-user-pool", model: func(m models) *model { return m.boto3 }, prove: proveUpdate},
}

const drivers = "scripts/exports/drivers/"

// proveAWSCLI lets bash take the command apart, and the CLI take the words.
func proveAWSCLI(t *trial) []string {
	t.write("aws-cli", "sh", nil)
	faults := t.tool(t.folder, "bash", "-c", `aws() { printf '%s\0' aws "$@" > "$words"; }; for file in *.sh; do words=${file%.sh}.args; . "./$file"; done`)
	return append(faults, t.cli()...)
}

// cli runs the words of N.args in the CLI and compares what it sends.
func (t *trial) cli() []string {
	faults := t.tool(".", t.models.awscli.python, drivers+"aws.py", "cli", t.folder, t.url())
	return append(faults, t.compare(t.sent, sample.want, nil, "")...)
}

func proveAWSCLIJSON(t *trial) []string {
	t.write("aws-cli-json", "json", nil)
	for i := range t.samples {
		t.words(i, "--region", "us-east-1", "--cli-input-json", "file://"+filepath.Join(t.folder, number(i)+".json"))
	}
	return t.cli()
}

func (t *trial) words(i int, options ...string) {
	t.put(number(i)+".args", strings.Join(append([]string{"aws", "cognito-idp", "create-user-pool"}, options...), "\x00")+"\x00")
}

// provePowerShell reads the script by PowerShell's rules, since no package here has
// PowerShell itself: a here-string in single quotes ends at the first line that begins with
// the quote and @, and nothing in it has a meaning.
func provePowerShell(t *trial) []string {
	t.remarks = append(t.remarks, "read by PowerShell's rules, not by PowerShell")
	var faults []string
	const (
		head = "$request = New-TemporaryFile\nSet-Content -LiteralPath $request.FullName -Encoding ascii -Value @'\n"
		foot = " --cli-input-json \"file://$($request.FullName)\"\nRemove-Item -LiteralPath $request.FullName\n"
	)
	for i, s := range t.samples {
		text := export("aws-cli-powershell", s).Text
		rest, ok := strings.CutPrefix(text, head)
		json, command, closed := strings.Cut(rest, "\n'@\n")
		region, ended := strings.CutPrefix(strings.TrimSuffix(command, foot), "aws cognito-idp create-user-pool --region ")
		if !ok || !closed || !ended || !strings.HasSuffix(command, foot) || strings.ContainsFunc(text, func(r rune) bool { return r > 0x7E }) {
			faults = append(faults, fmt.Sprintf("%s: not as it should be:\n%s", s.name, text))
			continue
		}
		t.put(number(i)+".json", json)
		t.words(i, "--region", region, "--cli-input-json", "file://"+filepath.Join(t.folder, number(i)+".json"))
	}
	return append(faults, t.cli()...)
}

func proveBoto3(t *trial) []string {
	t.write("boto3", "py", nil)
	faults := t.tool(".", t.models.boto3.python, drivers+"aws.py", "boto3", t.folder, t.url())
	return append(faults, t.compare(t.sent, sample.want, nil, "")...)
}

// proveCurl runs the command as it is, but for the address, with and without the token that
// temporary credentials have.
func proveCurl(t *trial) []string {
	t.write("curl", "sh", nil)
	faults := t.tool(t.folder, "bash", "-c", `export AWS_ACCESS_KEY_ID=AKIAEXAMPLE AWS_SECRET_ACCESS_KEY=example
curl() { shift; command curl --silent --show-error --output /dev/null "$0/${file%.sh}" "$@"; }
for file in *.sh; do . "./$file"; if [ -n "${AWS_SESSION_TOKEN-}" ]; then unset AWS_SESSION_TOKEN; else AWS_SESSION_TOKEN=example/+=; fi; done`, t.url())
	return append(faults, t.compare(t.sent, sample.want, nil, "")...)
}

// proveJavaScript has the programs judged by the TypeScript compiler and run.
func proveJavaScript(t *trial) []string {
	t.write("javascript", "mts", nil)
	if faults := t.typeScript("nodenext", nil); len(faults) > 0 {
		return faults
	}
	faults := t.tool(".", "node", drivers+"javascript.mjs", t.folder, t.url())
	return append(faults, t.compare(t.sent, sample.want, nil, "")...)
}

// typeScript compiles the folder with the packages of package.json into its folder out, but
// for the files of the samples to leave out.
func (t *trial) typeScript(module string, without map[int]bool) []string {
	packages, err := filepath.Abs("scripts/exports/node_modules")
	if err == nil {
		err = os.Symlink(packages, filepath.Join(t.folder, "node_modules"))
	}
	if err != nil {
		return []string{err.Error()}
	}
	exclude := []string{"node_modules"}
	for i := range without {
		exclude = append(exclude, number(i)+".ts")
	}
	names, err := json.Marshal(exclude)
	if err != nil {
		return []string{err.Error()}
	}
	t.put("tsconfig.json", `{"compilerOptions": {"strict": true, "skipLibCheck": true, "target": "es2022", "module": "`+module+`", "moduleResolution": "`+resolution[module]+`", "types": ["node"], "rootDir": ".", "outDir": "out"}, "exclude": `+string(names)+`}`)
	return t.tool(t.folder, filepath.Join(packages, ".bin", "tsc"), "--project", ".")
}

// resolution is the way to find modules that goes with each kind of module.
var resolution = map[string]string{"nodenext": "nodenext", "commonjs": "bundler"}

// proveGo compiles the programs into one, runs them, and excuses what the notes say the
// SDK cannot send.
func proveGo(t *trial) []string {
	if err := os.CopyFS(t.folder, os.DirFS("scripts/exports/sdk")); err != nil {
		return []string{err.Error()}
	}
	var list strings.Builder
	t.write("go", "go", func(i int, text string) string {
		fmt.Fprintf(&list, "\tprogram%d,\n", i)
		return strings.Replace(text, "func main() {", fmt.Sprintf("func program%d() {", i), 1)
	})
	for i := range t.samples {
		name := number(i) + ".go"
		if err := os.Rename(filepath.Join(t.folder, name), filepath.Join(t.folder, "client", "program"+name)); err != nil {
			return []string{err.Error()}
		}
	}
	t.put("client/programs.go", "package main\n\nvar programs = []func(){\n"+list.String()+"}\n")
	// The SDK is large, and compiled in half the time when it need not be fast.
	if faults := t.tool(t.folder, "go", "build", "-gcflags=github.com/aws/...=-N -l", "-o", "run", "./client"); len(faults) > 0 {
		return faults
	}
	said := t.tool(t.folder, "./run", t.url())
	faults := t.compare(t.sent, func(s sample) any { return renamed(s.read().Root, "go", nil) }, func(e playground.Export, d difference) bool {
		return d.got == absent{} && slices.ContainsFunc(e.Notes, func(note string) bool {
			return strings.HasPrefix(note, "The SDK does not send ") && strings.Contains(note, d.path)
		})
	}, "go")
	if len(faults) > 0 {
		faults = append(faults, said...)
	}
	return faults
}

// proveCloudFormation reads the YAML, holds it to the resource's schema, and compares the
// JSON with it; a linter has a look where there is one.
func proveCloudFormation(t *trial) []string {
	t.write("cloudformation-yaml", "yaml", nil)
	lacking := t.lacking("cloudformation-yaml")
	faults := slices.DeleteFunc(t.tool(".", "node", drivers+"cloudformation.mjs", t.folder), func(fault string) bool {
		i, err := strconv.Atoi(strings.Split(fault, ":")[0])
		return err == nil && lacking[i] && strings.HasSuffix(fault, " is required")
	})
	want := func(s sample) any {
		return map[string]any{"AWSTemplateFormatVersion": "2010-09-09", "Resources": cloudFormation(s)}
	}
	faults = append(faults, t.compare(t.read, want, nil, "")...)
	faults = append(faults, t.compare(func(i int) (any, error) {
		var value any
		err := json.Unmarshal([]byte(export("cloudformation-json", t.samples[i]).Text), &value)
		return value, err
	}, want, nil, "")...)
	return append(faults, t.lint()...)
}

// cloudFormation is a sample as the Resources of a template.
func cloudFormation(s sample) any {
	return map[string]any{"UserPool": map[string]any{"Type": "AWS::Cognito::UserPool", "Properties": renamed(s.read().Root, "cloudformation", nil)}}
}

// read returns what a driver made of a sample, N.json.
func (t *trial) read(i int) (any, error) {
	text, err := os.ReadFile(filepath.Join(t.folder, number(i)+".json"))
	if err != nil {
		return nil, fmt.Errorf("nothing came of it")
	}
	var value any
	err = json.Unmarshal(text, &value)
	return value, err
}

// proveCDK compiles the stacks, synthesises them, and compares the template's resource.
func proveCDK(t *trial) []string {
	t.write("cdk-typescript", "ts", nil)
	lacking := t.lacking("cdk-typescript")
	if faults := t.typeScript("commonjs", lacking); len(faults) > 0 {
		return faults
	}
	faults := t.tool(".", "node", drivers+"cdk.mjs", t.folder)
	return append(faults, t.compare(func(i int) (any, error) {
		if lacking[i] {
			return cloudFormation(t.samples[i]), nil
		}
		template, err := t.read(i)
		if err != nil {
			return nil, err
		}
		return template.(map[string]any)["Resources"], nil
	}, cloudFormation, func(e playground.Export, d difference) bool {
		return d.got == absent{} && strings.Contains(strings.Join(e.Notes, "\n"), strings.TrimPrefix(d.path, "UserPool.Properties.")+" is written, but the CDK drops")
	}, "cdk-typescript")...)
}

// bounds are what the export writes for an attribute that has none.
var bounds = regexp.MustCompile(`^schema(\[\d+\])\.(?:string|number)_attribute_constraints\b`)

// proveTerraform parses with Terraform's parser and has the arguments judged by the types
// that are generated from the provider's schema.
func proveTerraform(t *trial) []string {
	t.write("terraform", "tf", nil)
	faults := t.tool("scripts/exports/sdk", "go", "run", "./hcl", t.folder)
	faults = append(faults, t.compare(t.read, func(s sample) any { return renamed(s.read().Root, "terraform", snake) }, func(e playground.Export, d difference) bool {
		at := bounds.FindStringSubmatch(d.path)
		return at != nil && d.want == absent{} && slices.ContainsFunc(e.Notes, func(note string) bool {
			return strings.HasPrefix(note, "Terraform would replace the pool ") && strings.Contains(note, "Schema"+at[1])
		})
	}, "terraform")...)
	faults = append(faults, t.tool(".", "node", drivers+"terraform.mjs", t.folder)...)
	return append(faults, t.typeScript("nodenext", t.lacking("terraform"))...)
}

// provePaws has R evaluate the calls.
func provePaws(t *trial) []string {
	t.write("paws", "R", nil)
	faults := t.tool(".", "Rscript", "--vanilla", drivers+"paws.R", t.folder)
	return append(faults, t.compare(t.read, sample.want, nil, "")...)
}

// proveUpdate holds the update to botocore's model; that it keeps the pool is a test of
// package playground.
func proveUpdate(t *trial) []string {
	m := t.models.boto3
	dropped := map[string]bool{}
	for i, s := range t.samples {
		var value any
		if err := json.Unmarshal([]byte(export("update-user-pool", s).Text), &value); err != nil {
			return []string{err.Error()}
		}
		text, err := json.Marshal(m.Update.prune("", value, dropped))
		if err != nil {
			return []string{err.Error()}
		}
		t.put(number(i)+".json", string(text))
	}
	for path := range dropped {
		// What no release knows in an update must not be in one.
		if m := contract.Newest().Request.Member(strings.Split(path, ".")[0]); m == nil || m.Update().Omitted == contract.Immutable {
			return []string{path + " cannot be updated"}
		}
	}
	return t.tool(".", m.python, drivers+"aws.py", "update", t.folder)
}

// renamed is a value with its members as the contract says that a tool calls them, found
// without the exporters: what has no counterpart is left out, and of a structure that has
// none the members that have stand in its place.
func renamed(v *request.Value, tool string, spell func(string) string) any {
	switch {
	case v.Shape.Scalar():
		return plain(scalar(v))
	case v.Shape.Kind == contract.List:
		list := []any{}
		for _, c := range v.Children {
			list = append(list, renamed(c, tool, spell))
		}
		return list
	}
	object := map[string]any{}
	for _, c := range v.Children {
		if c.Member == nil {
			object[c.Name] = renamed(c, tool, spell)
			continue
		}
		name, known := c.Member.NameIn(tool)
		if other := c.Member.ConflictIn(tool); other != "" && v.Get(source.SplitPointer(other)...) != nil {
			continue // only the request itself has such members
		}
		if known && name == "" {
			for _, inner := range c.Children {
				if inner.Member != nil {
					if lifted, known := inner.Member.NameIn(tool); known && lifted != "" {
						object[lifted] = block(inner, tool, spell)
					}
				}
			}
			continue
		}
		if value := block(c, tool, spell); value != nil {
			object[called(c.Member, tool, spell)] = value
		}
		if c.Shape.Kind == contract.String {
			for _, beside := range c.Member.BesideIn(tool, c.Text()) {
				object[beside.Name] = plain(beside.Words)
			}
		}
	}
	if v.Shape.Kind != contract.Structure {
		return object
	}
	for _, m := range v.Shape.Members {
		// What the tool would send for a member that is left out is written, where the service takes
		// absence for something else.
		sent := m.AbsentIn(tool)
		if sent == "" || m.Default == "" || sent == m.Default || v.Get(m.Name) != nil {
			continue
		}
		if name := called(m, tool, spell); name != "" {
			object[name] = plain(json.RawMessage(m.Default))
		}
	}
	return object
}

// called is a member's name in a tool, "" for one without counterpart.
func called(m *contract.Member, tool string, spell func(string) string) string {
	name, known := m.NameIn(tool)
	if !known && spell != nil {
		return spell(m.Name)
	}
	if !known {
		return m.Name
	}
	return name
}

// block is a member's value; in HCL a structure is a list of one, and a list of none is
// not there.
func block(v *request.Value, tool string, spell func(string) string) any {
	value := renamed(v, tool, spell)
	if tool != "terraform" {
		return value
	}
	if v.Shape.Kind == contract.Structure {
		return []any{value}
	}
	if list, ok := value.([]any); ok && len(list) == 0 && v.Shape.Element.Kind == contract.Structure {
		return nil
	}
	return value
}

func scalar(v *request.Value) any {
	switch v.Shape.Kind {
	case contract.Integer:
		return v.Int()
	case contract.Boolean:
		return v.Bool()
	}
	return v.Text()
}

// snake is Terraform's rule of thumb, written another way than the exporter's.
func snake(name string) string {
	name = regexp.MustCompile(`(.)([A-Z][a-z]+)`).ReplaceAllString(name, "${1}_$2")
	return strings.ToLower(regexp.MustCompile(`([a-z0-9])([A-Z])`).ReplaceAllString(name, "${1}_$2"))
}

// lint runs cfn-lint, which is a help where it is there: the schema has judged already. It
// is spared what it may be too old for, and characters that it minds and the API does not.
func (t *trial) lint() []string {
	if _, err := exec.LookPath("cfn-lint"); err != nil {
		return nil
	}
	arguments := []string{"--non-zero-exit-code", "error", "--format", "parseable"}
	for i, s := range t.samples {
		e := export("cdk-typescript", s) // whose notes name new members
		if notes := strings.Join(e.Notes, "\n"); !strings.HasPrefix(s.name, "hostile") && !strings.Contains(notes, " new in the API") && !strings.Contains(notes, " demands ") {
			arguments = append(arguments, number(i)+".yaml")
		}
	}
	t.remarks = append(t.remarks, fmt.Sprintf("cfn-lint on %d", len(arguments)-3))
	return t.tool(t.folder, "cfn-lint", arguments...)
}
