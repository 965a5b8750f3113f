package calls

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"userpoolplayground/internal/contract/operations"
	"userpoolplayground/internal/playground"
	"userpoolplayground/internal/source"
)

// What is offered at a place of a call's request, which | marks.
func TestCompleteCall(t *testing.T) {
	for _, c := range []struct{ operation, text, first string }{
		{"SignUp", `{"|"}`, "ClientId"},
		{"InitiateAuth", `{"AuthFlow": "|"}`, "USER_SRP_AUTH"},
		{"AdminCreateUser", `{"UserAttributes": [{"|"}]}`, "Name"},
		{"UpdateUserPool", `{"UserPoolId": "a", "|"}`, "Policies"},
		{"NoCall", `{"|"}`, ""},
	} {
		text, _, _ := strings.Cut(c.text, "|")
		offset := len(text)
		text = strings.Replace(c.text, "|", "", 1)
		found, err := CompleteCall(c.operation, text, offset, playground.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var labels []string
		for _, f := range found {
			labels = append(labels, f.Label)
		}
		if c.first == "" && len(labels) > 0 || c.first != "" && !slices.Contains(labels, c.first) {
			t.Errorf("%s %s: %v", c.operation, c.text, labels)
		}
	}
}

// At each place of every operation's request, on a day of each kind, what is offered can be written and
// what is told is about the place.
func TestAssistInEveryCall(t *testing.T) {
	for _, day := range []string{"", "2016-10-06"} {
		for _, o := range operations.At(day).Operations() {
			text := `{"UserPoolId": "us-east-1_a", "Username": "ann", "AuthParameters": {"USERNAME": "ann"}, "UserAttributes": [{"Name": "email"}], `
			for offset := range len(utf16.Encode([]rune(text))) + 1 {
				at := playground.Options{AsOf: day}
				offered, err := CompleteCall(o.Name, text, offset, at)
				if err != nil {
					t.Fatal(err)
				}
				for _, c := range offered {
					d := source.Document{Text: text}
					var list []source.Edit
					for _, e := range c.Edits {
						from, _ := d.Offset(e.From)
						to, _ := d.Offset(e.To)
						list = append(list, source.Edit{Start: from, End: to, Insert: e.Insert})
					}
					// What stands for a whole value is spelt otherwise than it is called.
					if made := source.Apply(text, list); !strings.Contains(c.Label, "…") && !strings.Contains(made, strings.Trim(c.Label, `"`)) {
						t.Fatalf("%s at %d: %q is offered and not in %s", o.Name, offset, c.Label, made)
					}
				}
				if _, err := HoverCall(o.Name, text, offset, at); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// The form of every operation's request holds its members, and what is set in a field stands in the
// text at its place, with what the blocks around it must have.
func TestCallForm(t *testing.T) {
	for _, day := range []string{"", "2016-10-06"} {
		at := playground.Options{AsOf: day}
		for _, o := range operations.At(day).Operations() {
			form := CallForm(o.Name, "", at)
			if form.Unreadable != "" || len(form.Fields) != len(o.Contract.Request.Members) {
				t.Errorf("%s: %d fields of %d, %s", o.Name, len(form.Fields), len(o.Contract.Request.Members), form.Unreadable)
			}
			for _, f := range form.Fields {
				change := EditCallForm(o.Name, "", playground.FormEdit{Op: "set", Pointer: f.Pointer}, at)
				if change.Refused != "" || len(change.Edits) != 1 {
					t.Errorf("%s%s: %+v", o.Name, f.Pointer, change)
					continue
				}
				after := CallForm(o.Name, change.Edits[0].Insert, at)
				for _, now := range after.Fields {
					if now.Pointer == f.Pointer && (!now.Given || now.Misfit != "" && len(now.Values) == 0) {
						t.Errorf("%s%s: %s gives %+v", o.Name, f.Pointer, change.Edits[0].Insert, now)
					}
				}
			}
		}
	}
	if form := CallForm("NoCall", "{}", playground.Options{}); form.Unreadable == "" {
		t.Error("a form of an operation that is not there")
	}
	change := EditCallForm("InitiateAuth", `{"ClientId": "<client>"}`, playground.FormEdit{Op: "add", Pointer: "/AuthParameters", Key: "USERNAME", Value: `"ann"`}, playground.Options{})
	if len(change.Edits) != 1 || !strings.Contains(change.Edits[0].Insert, `"USERNAME": "ann"`) || change.Pointer != "/AuthParameters/USERNAME" {
		t.Errorf("%+v", change)
	}
	answer, err := Verb("editCallForm", "{}", "", `{"operation": "GetUser", "edit": {"op": "set", "pointer": "/AccessToken", "value": "\"a\""}}`)
	if err != nil || !strings.Contains(string(answer.JSON), `AccessToken`) {
		t.Errorf("%s %v", answer.JSON, err)
	}
	for _, argument := range []string{``, `{}`, `{"operation": 1}`, `{"operation": "GetUser"}`, `{"operation": "GetUser", "edit": {"op": "turn"}}`} {
		if answer, err := Verb("editCallForm", "{}", "", argument); err == nil {
			t.Errorf("%s: %s", argument, answer.JSON)
		}
	}
}
