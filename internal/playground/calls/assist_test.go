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
