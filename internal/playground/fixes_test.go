package playground

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"userpoolplayground/internal/rule"
)

// After any fix its problem is gone, and none of an earlier stage has come in its place: also
// on days on which the API has less to put there.
func TestFixes(t *testing.T) {
	texts := map[string]string{}
	folders, _ := filepath.Glob("testdata/scenarios/*")
	for _, folder := range folders {
		texts[filepath.Base(folder)] = read(t, folder, "request.json")
	}
	for _, r := range append(append([]*rule.Rule{}, rule.All...), rule.Advice...) {
		texts[r.ID] = r.Bad
	}
	fixed := 0
	for name, text := range texts {
		for _, day := range []string{"", "2016-04-18", "2019-01-01"} {
			o := Options{AsOf: day}
			before := Evaluate(text, o)
			for _, p := range before.Problems {
				for _, fix := range p.Fixes {
					fixed++
					mended := apply(text, fix.Edits)
					after := Evaluate(mended, o)
					if n, was := count(after, p.Rule), count(before, p.Rule); n >= was {
						t.Errorf("%s, %q: %q leaves %s at %q\n%s", name, day, fix.Title, p.Rule, p.Pointer, mended)
					}
					if p.Stage != "syntax" && malformed(after) && !malformed(before) {
						t.Errorf("%s, %q: %q breaks the text\n%s", name, day, fix.Title, mended)
					}
				}
			}
		}
	}
	if fixed < 100 {
		t.Errorf("only %d fixes were tried", fixed)
	}
}

// The edits of a fix are in the text's order, whichever of its members comes first.
func TestFixesInTheOrderOfTheText(t *testing.T) {
	for _, text := range []string{
		`{"PoolName": "p", "EmailVerificationSubject": "Welcome", "VerificationMessageTemplate": null}`,
		`{"PoolName": "p", "VerificationMessageTemplate": null, "EmailVerificationSubject": "Welcome"}`,
	} {
		e := Evaluate(text, Options{})
		if len(e.Problems) == 0 || len(e.Problems[0].Fixes) == 0 {
			t.Fatalf("%s: %+v", text, e.Problems)
		}
		fix := e.Problems[0].Fixes[0]
		for i := range fix.Edits[1:] {
			if fix.Edits[i].To > fix.Edits[i+1].From {
				t.Errorf("%s: %+v", text, fix)
			}
		}
	}
}

// count counts the problems of one rule: an element that is taken out gives its place to
// the next, which may have the same problem.
func count(e Evaluation, rule string) int {
	n := 0
	for _, p := range e.Problems {
		if p.Rule == rule {
			n++
		}
	}
	return n
}

func malformed(e Evaluation) bool {
	for _, p := range e.Problems {
		if p.Stage == "syntax" && p.Severity == "error" {
			return true
		}
	}
	return false
}

func apply(text string, edits []Edit) string {
	units := utf16.Encode([]rune(text))
	var out []uint16
	at := 0
	for _, e := range edits {
		out = append(append(out, units[at:e.From]...), utf16.Encode([]rune(e.Insert))...)
		at = e.To
	}
	return string(utf16.Decode(append(out, units[at:]...)))
}

// TestNoFixOfPutIn: no fix writes a literal in the place of what a text takes from its parameters.
func TestNoFixOfPutIn(t *testing.T) {
	for text, reference := range map[string]string{
		"Parameters:\n  Min: {Type: Number, Default: 4}\nResources:\n  P:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: a\n      Policies:\n        PasswordPolicy:\n          MinimumLength: !Ref Min\n":              "!Ref Min",
		"Parameters:\n  Min: {Type: Number, Default: 4}\nResources:\n  P:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: a\n      Policies:\n        PasswordPolicy:\n          MinimumLength:\n            Ref: Min\n": "Ref: Min",
		`{"Parameters": {"Min": {"Type": "Number", "Default": 4}}, "Resources": {"P": {"Type": "AWS::Cognito::UserPool", "Properties": {"UserPoolName": "a", "Policies": {"PasswordPolicy": {"MinimumLength": {"Ref": "Min"}}}}}}}`:              `{"Ref": "Min"}`,
		"variable \"min\" {\n  default = 4\n}\nresource \"aws_cognito_user_pool\" \"p\" {\n  name = \"a\"\n  password_policy {\n    minimum_length = var.min\n  }\n}\n":                                                                          "var.min",
		"const min = 4\nawait client.send(new CreateUserPoolCommand({ PoolName: 'a', Policies: { PasswordPolicy: { MinimumLength: min } } }))\n":                                                                                                 "MinimumLength: min",
	} {
		broken := false
		for _, p := range checkAny(t, text, Options{}).Evaluation.Problems {
			broken = broken || p.Pointer == "/Policies/PasswordPolicy/MinimumLength" && p.Severity == "error"
			for _, fix := range p.Fixes {
				if mended := apply(text, fix.Edits); !strings.Contains(mended, reference) {
					t.Errorf("%q takes %s away:\n%s", fix.Title, reference, mended)
				}
			}
		}
		if !broken {
			t.Errorf("nothing is wrong with\n%s", text)
		}
	}
}
