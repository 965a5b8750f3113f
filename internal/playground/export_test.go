package playground

import (
	"bytes"
	"encoding/json"
	"go/format"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/example"
	"userpoolplayground/internal/export"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
)

// TestExports holds each folder of testdata/exports against what its request.json gives, a
// file a target, with the notes of all in notes.txt.
func TestExports(t *testing.T) {
	folders, err := filepath.Glob("testdata/exports/*")
	if err != nil || len(folders) == 0 {
		t.Fatal("no exports", err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			text := read(t, folder, "request.json")
			var notes strings.Builder
			for _, target := range export.Targets {
				e := exported(t, target.ID, text)
				compare(t, filepath.Join(folder, target.ID+filepath.Ext(e.FileName)), e.Text)
				notes.WriteString(target.ID + "\n  " + strings.Join(e.Notes, "\n  ") + "\n")
			}
			compare(t, filepath.Join(folder, "notes.txt"), notes.String())
		})
	}
}

func exported(t testing.TB, target, text string) Export {
	t.Helper()
	e, err := ExportAs(target, text, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// exportable are the requests that the service takes, of the examples, the rules, the
// scenarios and the written exports, by a name.
func exportable(t *testing.T) map[string]string {
	texts := map[string]string{}
	for _, e := range example.All() {
		texts["example "+e.ID] = e.Request
	}
	for _, r := range slices.Concat(rule.All, rule.Advice) {
		texts["rule "+r.ID] = r.Good
	}
	for _, pattern := range []string{"testdata/scenarios/*", "testdata/exports/*"} {
		folders, _ := filepath.Glob(pattern)
		for _, folder := range folders {
			if text := read(t, folder, "request.json"); Evaluate(text, Options{}).Reply.Status == 200 {
				texts[folder] = text
			}
		}
	}
	return texts
}

// Nothing is dropped in silence: whatever value of a request changes, the export changes
// with it, or a note names the value.
func TestExportsDropNothing(t *testing.T) {
	t.Parallel()
	for name, text := range exportable(t) {
		document := source.Parse(text)
		r := request.Read(document, contract.Newest())
		for _, target := range export.Targets {
			whole := exported(t, target.ID, text)
			notes := strings.Join(whole.Notes, "\n")
			eachScalar(r.Root, func(v *request.Value) {
				changed := text[:v.Node.Start] + another(v) + text[v.Node.End:]
				if exported(t, target.ID, changed).Text == whole.Text && !named(notes, v) {
					t.Errorf("%s as %s: nothing tells of %s\n%s", name, target.ID, v.Pointer(), notes)
				}
			})
			for _, u := range r.Unknown {
				if !strings.Contains(notes, u.Node.Name) {
					t.Errorf("%s as %s: nothing tells of the unknown %s", name, target.ID, u.Node.Pointer())
				}
			}
		}
	}
}

// eachScalar visits the values that hold no others.
func eachScalar(v *request.Value, visit func(*request.Value)) {
	if v.Shape.Scalar() {
		visit(v)
	}
	for _, c := range v.Children {
		eachScalar(c, visit)
	}
}

// another is a different value of the same type.
func another(v *request.Value) string {
	switch v.Node.Kind {
	case source.String:
		return source.Quote(v.Text() + "x")
	case source.True:
		return "false"
	case source.False:
		return "true"
	}
	return v.Node.Text + "1"
}

// named reports whether the notes name a value or one that it is part of.
func named(notes string, v *request.Value) bool {
	for ; v.Parent != nil; v = v.Parent {
		steps := source.SplitPointer(v.Pointer())
		if strings.Contains(notes, steps[len(steps)-1]+" is left out") || strings.Contains(notes, "]"+" is left out") {
			return true
		}
	}
	return false
}

// On each day of the API's history every request is written, with what the API did not have
// yet told.
func TestExportOnEveryDay(t *testing.T) {
	text := read(t, "testdata/exports/everything", "request.json")
	for _, day := range contract.Revisions() {
		for _, target := range export.Targets {
			e, err := ExportAs(target.ID, text, Options{AsOf: day})
			if err != nil || e.Text == "" {
				t.Fatalf("%s, %s: %v %q", day, target.ID, err, e.Notes)
			}
			if notes := strings.Join(e.Notes, "\n"); day < "2024" && !strings.Contains(notes, "the API has no such member") {
				t.Errorf("%s, %s: %s", day, target.ID, notes)
			}
		}
	}
}

// The Go program is as gofmt leaves it.
func TestExportGoIsFormatted(t *testing.T) {
	texts := exportable(t)
	texts["tags of all lengths"] = `{"PoolName": "p", "UserPoolTags": {"a": "1", "é": "2", "` + strings.Repeat("k", 100) + `": "3", "` + strings.Repeat("l", 128) + `": "4", "b": "5", "c": ""}}`
	for name, text := range texts {
		program := []byte(exported(t, "go", text).Text)
		formatted, err := format.Source(program)
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, program)
		} else if !bytes.Equal(formatted, program) {
			t.Errorf("%s: %s", name, firstDifference(string(program), string(formatted)))
		}
	}
}

// What an update repeats, with the members that only a creation takes, makes the same pool:
// so the update changes nothing.
func TestExportUpdateKeepsThePool(t *testing.T) {
	for name, text := range exportable(t) {
		var update, given map[string]json.RawMessage
		e := exported(t, "update-user-pool", text)
		if err := json.Unmarshal([]byte(e.Text), &update); err != nil {
			t.Fatal(err)
		}
		r := request.Read(source.Parse(text), contract.Newest())
		whole, _ := json.Marshal(r.Instance())
		if err := json.Unmarshal(whole, &given); err != nil {
			t.Fatal(err)
		}
		if string(update["UserPoolId"]) == "" {
			t.Errorf("%s: no UserPoolId", name)
		}
		delete(update, "UserPoolId")
		for _, m := range contract.Newest().Request.Members {
			_, isGiven := given[m.Name]
			_, isKept := update[m.Name]
			switch {
			case m.Update().Omitted == contract.Immutable && isKept:
				t.Errorf("%s: an update cannot change %s", name, m.Name)
			case m.Update().Omitted == contract.Immutable && isGiven:
				update[m.Name] = given[m.Name]
			case isGiven && !isKept && !strings.Contains(strings.Join(e.Notes, "\n"), m.Name+" is left out"):
				t.Errorf("%s: %s is not kept", name, m.Name)
			}
		}
		again, _ := json.Marshal(update)
		o := Options{Region: "us-east-1", AccountID: "123456789012"}
		got, want := Evaluate(string(again), o).Reply, Evaluate(text, o).Reply
		if !sameJSON(got.Wire, want.Wire) {
			t.Errorf("%s:\n%s\nmakes\n%s\nand not\n%s", name, again, got.Wire, want.Wire)
		}
	}
}

func sameJSON(a, b string) bool { return gjson.Get(a, "@ugly").Raw == gjson.Get(b, "@ugly").Raw }

// A text that is no request gives no export and says why; a wrong target names the right ones.
func TestExportOfSomethingElse(t *testing.T) {
	for text, want := range map[string]string{
		``:                 "no request to write yet",
		` `:                "no request to write yet",
		`{"PoolName": "p"`: "no readable JSON",
		`[]`:               "no object",
		`"p"`:              "no object",
	} {
		for _, target := range export.Targets {
			e := exported(t, target.ID, text)
			if e.Text != "" || len(e.Notes) != 1 || !strings.Contains(e.Notes[0], want) || e.Language == "" || e.FileName == "" {
				t.Errorf("%q as %s: %+v", text, target.ID, e)
			}
		}
	}
	for argument, want := range map[string]string{`"nope"`: "aws-cli, aws-cli-powershell", `1`: "has to be a string", ``: "is missing"} {
		if _, err := Call("exportAs", `{}`, "", argument); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", argument, err)
		}
	}
}

// What is wrong with a request is said first, and what is exported all the same.
func TestExportNotes(t *testing.T) {
	for text, want := range map[string]string{
		`{"PoolName": "p", "UserPoolTier": "X"}`:                                     "for one error",
		`{"PoolName": "p", "Pol": 1}`:                                                "Pol is left out",
		`{"PoolName": "p", "PoolName": "q"}`:                                         "PoolName is written once",
		`{"PoolName": "p", "MfaConfiguration": 1}`:                                   "MfaConfiguration is left out",
		`{"PoolName": "p", "UserPoolTags": {"a": 1, "b": "c"}}`:                      "UserPoolTags.a is left out",
		`{"PoolName": "p", "Policies": {"PasswordPolicy": {"MinimumLength": 8.5}}}`:  "Policies.PasswordPolicy.MinimumLength is written as the service reads it",
		`{"PoolName": "p", "UserPoolTags": {"a": "b", "c": "d"}, "Tags": 1, "X": 2}`: "Tags and X are left out",
	} {
		for _, target := range export.Targets {
			if e := exported(t, target.ID, text); e.Text == "" || !strings.Contains(strings.Join(e.Notes, "\n"), want) {
				t.Errorf("%s as %s: %q", text, target.ID, e.Notes)
			}
		}
	}
}

// The Region in a text is told with where it comes from, and errors are counted.
func TestExportSaysWhatItTakes(t *testing.T) {
	for _, c := range []struct {
		text   string
		o      Options
		note   string
		errors int
	}{
		{`{"PoolName": "p"}`, Options{}, "The Region is us-east-1, an example: write yours.", 0},
		{`{"PoolName": "p"}`, Options{Region: "eu-west-1"}, "The Region is eu-west-1, as the surroundings say.", 0},
		{`{"PoolName": "p", "LambdaConfig": {"PreSignUp": "arn:aws:lambda:eu-north-1:123456789012:function:f"}}`, Options{}, "The Region is eu-north-1, as the request's ARNs and Regions say.", 0},
		{`{"MfaConfiguration": "ON"}`, Options{}, "The service would refuse this request for 2 errors.", 2},
	} {
		e, err := ExportAs("curl", c.text, c.o)
		if err != nil || e.Errors != c.errors || !strings.Contains(strings.Join(e.Notes, "\n"), c.note) {
			t.Errorf("%s: %v, %d errors, %q", c.text, err, e.Errors, e.Notes)
		}
	}
}

// What was there from the API's first day is new to no release of a tool.
func TestNothingIsNewOnTheFirstDay(t *testing.T) {
	for _, target := range []string{"boto3", "javascript", "go"} {
		e, err := ExportAs(target, `{"PoolName": "p", "AutoVerifiedAttributes": ["email"]}`, Options{AsOf: "2016-08-01"})
		if err != nil || strings.Contains(strings.Join(e.Notes, "\n"), "new in the API") {
			t.Errorf("%s: %v, %q", target, err, e.Notes)
		}
	}
}

// A member that is known only at deployment is written as the text has it where the target speaks
// its language, is told, and is no reason to call the request refused.
func TestExpressions(t *testing.T) {
	for _, c := range []struct {
		target, pointer, expression, written string
	}{
		{"cloudformation-yaml", "/PoolName", `!Sub "${AWS::StackName}-users"`, `UserPoolName: !Sub "${AWS::StackName}-users"`},
		{"cloudformation-yaml", "/Policies/PasswordPolicy/MinimumLength", "!Ref Length", "MinimumLength: !Ref Length"},
		{"cloudformation-yaml", "/UserPoolTags", "Fn::If:\n  - a", ""},
		{"cloudformation-yaml", "/UserPoolTags", "Fn::If: [a, b, c]", ""},
		{"cloudformation-yaml", "/PoolName", `{"Ref": "Name"}`, `UserPoolName: {"Ref": "Name"}`},
		{"cloudformation-json", "/PoolName", `{"Ref": "Name"}`, `"UserPoolName": {"Ref": "Name"}`},
		{"cloudformation-json", "/PoolName", "!Ref Name", ""},
		{"terraform", "/PoolName", `"${var.stage}-users"`, `name = "${var.stage}-users"`},
		{"terraform", "/AutoVerifiedAttributes", "var.verified", "auto_verified_attributes = var.verified"},
		{"terraform", "/UserPoolTags", "merge(local.tags, {})", "tags = merge(local.tags, {})"},
		{"terraform", "/EmailConfiguration", "var.email", ""},
		{"boto3", "/PoolName", "name", ""},
		{"terraform", "/PoolName", "", ""},
	} {
		text := `{"PoolName": "shop", "Policies": {"PasswordPolicy": {"RequireNumbers": true}}}`
		if c.pointer == "/PoolName" {
			text = `{"Policies": {"PasswordPolicy": {"RequireNumbers": true}}}`
		}
		e, err := ExportAs(c.target, text, Options{Expressions: map[string]string{c.pointer: c.expression}})
		if err != nil {
			t.Fatal(err)
		}
		if e.Errors > 0 {
			t.Errorf("%s %s: counts as refused: %q", c.target, c.pointer, e.Notes)
		}
		squeezed := strings.Join(strings.Fields(e.Text), " ")
		if c.written != "" && !strings.Contains(squeezed, c.written) || c.written == "" && c.expression != "" && strings.Contains(e.Text, "= "+c.expression) {
			t.Errorf("%s %s: want %q in\n%s", c.target, c.pointer, c.written, e.Text)
		}
		told := "left out"
		if c.written != "" {
			told = "written as the text has it"
		}
		if !slices.ContainsFunc(e.Notes, func(n string) bool {
			return strings.Contains(n, "known only at deployment") && strings.Contains(n, told)
		}) {
			t.Errorf("%s %s: %q", c.target, c.pointer, e.Notes)
		}
	}
}
