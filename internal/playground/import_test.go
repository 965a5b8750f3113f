package playground

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/example"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
)

// TestImports holds each answer of testdata/imports against its written request.
func TestImports(t *testing.T) {
	answers, err := filepath.Glob("testdata/imports/*.json")
	if err != nil || len(answers) == 0 {
		t.Fatal("no answers", err)
	}
	for _, file := range answers {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".json"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			imported := ImportDescription(string(text), Options{})
			var b strings.Builder
			b.WriteString(imported.Request)
			for _, d := range imported.Dropped {
				b.WriteString("\ndropped " + d.Pointer + ": " + d.Why)
			}
			for _, p := range imported.Problems {
				b.WriteString("\n" + p.Severity + " at " + string(text[p.From:p.To]) + ": " + p.Message)
			}
			compare(t, strings.TrimSuffix(file, ".json")+".txt", b.String()+"\n")
		})
	}
}

// The request that comes out of an answer makes the same pool again, in either view and
// from either spelling of the answer.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	texts := map[string]string{}
	for _, e := range example.All() {
		texts["example "+e.ID] = e.Request
	}
	for _, r := range rule.All {
		texts["rule "+r.ID] = r.Good
	}
	for _, r := range rule.Advice {
		texts["advice, bad "+r.ID], texts["advice, good "+r.ID] = r.Bad, r.Good
	}
	folders, _ := filepath.Glob("testdata/scenarios/*")
	for _, folder := range folders {
		texts["scenario "+filepath.Base(folder)] = read(t, folder, "request.json")
	}
	texts["no day for an invitation"] = `{"PoolName": "p", "AdminCreateUserConfig": {"UnusedAccountValidityDays": 0}}`
	texts["no day for a password"] = `{"PoolName": "p", "Policies": {"PasswordPolicy": {"TemporaryPasswordValidityDays": 0}}}`
	for name, text := range texts {
		for _, view := range []string{"create", "describe"} {
			t.Run(name+" "+view, func(t *testing.T) { comesBack(t, text, Options{View: view}) })
		}
	}
}

func comesBack(t *testing.T, text string, o Options) {
	t.Helper()
	// Where the pool is cannot be read back from every answer's values, so it is told.
	o.Region, o.AccountID = "eu-west-1", "111122223333"
	first := Evaluate(text, o)
	if first.Reply.Status != 200 {
		return
	}
	answers := []string{first.Reply.Wire}
	if o.View != "describe" {
		answers = []string{first.Reply.Body, gjson.Get(first.Reply.Body, "UserPool").Raw}
	}
	for _, answer := range answers {
		imported := ImportDescription(answer, o)
		if len(imported.Problems) > 0 {
			t.Errorf("%s: %+v", text, imported.Problems)
		}
		if slices.ContainsFunc(imported.Dropped, func(d Dropped) bool { return d.Why == "It has no Name." }) {
			continue // an attribute that no answer of the service has, and that is told
		}
		// On the wire members are sorted, so that the order of tags does not count.
		if second := Evaluate(imported.Request, o); second.Reply.Wire != first.Reply.Wire {
			t.Errorf("%s\ncomes back as\n%s\nwhich gives\n%s\nand not\n%s", text, imported.Request, second.Reply.Wire, first.Reply.Wire)
		}
	}
}

// A minimal pool comes back as a minimal request.
func TestImportIsShort(t *testing.T) {
	imported := ImportDescription(Evaluate(`{"PoolName": "p", "UserPoolTags": {"a": "b"}, "DeviceConfiguration": {"ChallengeRequiredOnNewDevice": true}}`, Options{View: "describe"}).Reply.Body, Options{})
	var got map[string]json.RawMessage
	if err := json.Unmarshal([]byte(imported.Request), &got); err != nil {
		t.Fatal(err)
	}
	// What is filled in only by our inference is said.
	if len(got) != 3 || got["PoolName"] == nil || got["UserPoolTags"] == nil || !strings.Contains(string(got["DeviceConfiguration"]), "DeviceOnlyRememberedOnUserPrompt") {
		t.Errorf("%s", imported.Request)
	}
}

// What is no UserPool says what was expected and where.
func TestImportOfSomethingElse(t *testing.T) {
	for text, want := range map[string]string{
		``:                                   "There is no request yet",
		`[]`:                                 "This is no object",
		`{"UserPool": 1}`:                    "This UserPool is no object",
		`{"PoolName": "p"}`:                  "This is a request already",
		`{"__type": "ResourceNotFound"}`:     "This is an exception, ResourceNotFound",
		`{"Users": [], "Next": 1}`:           "it has Users, Next",
		`{"UserPool": {"Id": `:               "never closed",
		`aws cognito-idp describe-user-pool`: "no JSON",
	} {
		imported := ImportDescription(text, Options{})
		if imported.Request != "" || len(imported.Problems) == 0 {
			t.Errorf("%s: %+v", text, imported)
			continue
		}
		said := ""
		for _, p := range imported.Problems {
			said += p.Message + " "
		}
		if !strings.Contains(said, want) || !strings.Contains(said, "Expected the answer of DescribeUserPool") {
			t.Errorf("%s: %s", text, said)
		}
	}
}

// An answer of any size comes back in good time.
func TestImportOfHugeAnswer(t *testing.T) {
	entries := strings.Repeat(`{"Name": "custom:a", "AttributeDataType": "String", "Mutable": true},`, 2_400)
	began := time.Now()
	imported := ImportDescription(`{"UserPool": {"Name": "p", "SchemaAttributes": [`+strings.TrimSuffix(entries, ",")+`]}}`, Options{})
	if took := time.Since(began); took > 30*time.Second || imported.Request == "" {
		t.Errorf("%v, %d problems", took, len(imported.Problems))
	}
}

// What an answer says and the service fills in by itself is told, and can be written all the same.
func TestImportTellsDefaults(t *testing.T) {
	body := Evaluate(`{"PoolName": "p", "MfaConfiguration": "OFF", "Policies": {"PasswordPolicy": {"MinimumLength": 12}}}`, Options{}).Reply.Body
	imported := ImportText(body, nil, Options{})
	whole := request.Read(source.Parse(imported.Whole), contract.Newest())
	short := request.Read(source.Parse(imported.Request), contract.Newest())
	for _, c := range []struct {
		pointer string
		left    bool
	}{
		{"/MfaConfiguration", true}, {"/PoolName", false}, {"/Policies/PasswordPolicy/MinimumLength", false},
		{"/Policies/PasswordPolicy/RequireSymbols", false},
	} {
		names := source.SplitPointer(c.pointer)
		if slices.Contains(imported.Defaults, c.pointer) != c.left || (short.Get(names...) == nil) != c.left || whole.Get(names...) == nil {
			t.Errorf("%s: %v\n%s\n%s", c.pointer, imported.Defaults, imported.Request, imported.Whole)
		}
	}
	// A class that the answer says is off was somebody's choice.
	for _, p := range Check(body, nil, Options{}).Problems {
		if p.Rule == "password-policy-in-part" {
			t.Errorf("%s at %d", p.Message, p.From)
		}
	}
	if first, second := Evaluate(imported.Request, Options{}).Reply.Body, Evaluate(imported.Whole, Options{}).Reply.Body; first != second {
		t.Errorf("another pool comes of the whole:\n%s\n%s", first, second)
	}
}
