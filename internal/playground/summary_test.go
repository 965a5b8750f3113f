package playground

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/example"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
)

// TestSummaries holds each request of testdata/summary, and each example of the menu,
// against its written summary. Read it as the person would for whom it is written.
func TestSummaries(t *testing.T) {
	for _, s := range scenariosIn(t, "summary") {
		t.Run(filepath.Base(s.file), func(t *testing.T) { s.hold(t, told(Summarise(s.request, s.options(t)))) })
	}
	for _, e := range example.All() {
		t.Run("example "+e.ID, func(t *testing.T) {
			compare(t, filepath.Join("testdata/summary/examples", e.ID+".txt"), told(Summarise(e.Request, Options{})))
		})
	}
}

// told writes a summary for reading.
func told(s Summary) string {
	var b strings.Builder
	if s.Refused != "" {
		return s.Refused + "\n"
	}
	for _, section := range s.Sections {
		fmt.Fprintf(&b, "%s (%s)\n", section.Title, section.ID)
		for _, statement := range section.Statements {
			fmt.Fprintf(&b, "  %s\n", statement.Text)
			for _, p := range statement.Pointers {
				fmt.Fprintf(&b, "    %s\n", p)
			}
		}
	}
	for _, m := range s.Messages {
		fmt.Fprintf(&b, "\n%s (%s, %s)\n", m.Title, m.ID, m.Channel)
		for _, line := range []struct{ name, text string }{{"When", m.When}, {"From", m.From}, {"Subject", m.Subject}, {"Body", m.Body}, {"Note", m.Note}} {
			if line.text != "" {
				fmt.Fprintf(&b, "  %s: %s\n", line.name, line.text)
			}
		}
		fmt.Fprintf(&b, "  %s\n", strings.Join(m.Pointers, " "))
	}
	return b.String()
}

// Whatever is said of a pool, on any day, was read from something that the reply has, and
// is a sentence; nothing is said of what makes no pool.
func TestPointersOfSummaries(t *testing.T) {
	texts := []string{`{}`, ``, `{"PoolName": "p"}`}
	for _, e := range example.All() {
		texts = append(texts, e.Request)
	}
	for _, r := range append(append([]*rule.Rule{}, rule.All...), rule.Advice...) {
		texts = append(texts, r.Bad, r.Good)
	}
	for _, text := range texts {
		for _, day := range []string{"", "2016-04-18", "2018-01-01", "2019-12-01", "2023-01-01", "2025-01-01"} {
			for _, view := range []string{"create", "describe"} {
				s := Summarise(text, Options{AsOf: day, View: view})
				holdSummary(t, text, Options{AsOf: day, View: view}, s)
				for _, said := range sentences(s) {
					if strings.Contains(said, "  ") || strings.Contains(said, "<nil>") || strings.Contains(said, " .") {
						t.Errorf("%s on %q: %q", text, day, said)
					}
				}
				for _, m := range s.Messages {
					if strings.Contains(m.Body, "{####}") || m.Body == "" && m.Note == "" {
						t.Errorf("%s: %+v", text, m)
					}
				}
			}
		}
	}
}

// holdSummary holds what is said of a pool to what the service answers.
func holdSummary(t testing.TB, text string, o Options, s Summary) {
	t.Helper()
	body := Evaluate(text, o)
	if (s.Refused == "") != (body.Reply.Status == 200) || (len(s.Sections) > 0) != (s.Refused == "") {
		t.Errorf("%s: %+v", text, s)
	}
	d := source.Parse(body.Reply.Body)
	hold := func(said string, pointers []string) {
		if len(pointers) == 0 {
			t.Errorf("%s on %q: %q from nothing", text, o.AsOf, said)
		}
		for _, p := range pointers {
			if d.Find(p) == nil {
				t.Errorf("%s on %q: %q was read from %s, which the reply does not have", text, o.AsOf, said, p)
			}
		}
	}
	for _, section := range s.Sections {
		for _, statement := range section.Statements {
			hold(statement.Text, statement.Pointers)
			if !strings.HasSuffix(statement.Text, ".") {
				t.Errorf("%q is no sentence", statement.Text)
			}
		}
	}
	for _, m := range s.Messages {
		hold(m.When, m.Pointers)
	}
}

func sentences(s Summary) (all []string) {
	for _, section := range s.Sections {
		for _, statement := range section.Statements {
			all = append(all, statement.Text)
		}
	}
	for _, m := range s.Messages {
		all = append(all, m.When)
	}
	return all
}

// Every function that the API knows has a sentence, so that a new one is not forgotten.
func TestFunctionsOfSummaries(t *testing.T) {
	for _, m := range contract.Newest().Request.Member("LambdaConfig").Shape.Members {
		arn := `"arn:aws:lambda:us-east-1:123456789012:function:mine"`
		if m.Shape.Kind == contract.Structure {
			arn = `{"LambdaVersion": "V1_0", "LambdaArn": ` + arn + `}`
		}
		key := `"KMSKeyID": "arn:aws:kms:us-east-1:123456789012:key/a", `
		if m.Name == "KMSKeyID" {
			continue
		}
		s := Summarise(`{"PoolName": "p", "LambdaConfig": {`+key+`"`+m.Name+`": `+arn+`}}`, Options{})
		if text := told(s); !strings.Contains(text, "  Your function mine ") || strings.Contains(text, "mine is called at ") {
			t.Errorf("%s: %s", m.Name, text)
		}
	}
}

func TestTryPassword(t *testing.T) {
	const all = `{"PoolName": "p"}`
	const few = `{"PoolName": "p", "Policies": {"PasswordPolicy": {"MinimumLength": 6}}}`
	for _, c := range []struct{ text, password, broken string }{
		{all, "Abcdef1!", ""},
		{all, "", "at least 8 characters; an upper-case letter; a lower-case letter; a digit; a symbol"},
		{all, "abcdefgh", "an upper-case letter; a digit; a symbol"},
		{all, "ABCDEF1 8", "a lower-case letter"},
		{all, "ÄÖÜäöü1!", "an upper-case letter; a lower-case letter"},
		{all, " Abcdef1", "a symbol; no space at either end"},
		{all, "Abcdef1€", "a symbol"},
		{few, "éééééé", ""},
		{few, "😀😀😀", "at least 6 characters"},
		{few, strings.Repeat("x", 256), ""},
		{few, strings.Repeat("x", 257), "at most 256 characters"},
	} {
		trial := TryPassword(c.text, c.password, Options{})
		var broken []string
		for _, r := range trial.Rules {
			if !r.Kept {
				broken = append(broken, r.Text)
			}
		}
		if got := strings.Join(broken, "; "); got != c.broken || trial.Accepted != (c.broken == "") {
			t.Errorf("%q: %q, accepted %v, want %q", c.password, got, trial.Accepted, c.broken)
		}
	}
	for _, symbol := range "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-" {
		if trial := TryPassword(all, "Abcdefg1"+string(symbol), Options{}); !trial.Accepted {
			t.Errorf("%c is no symbol", symbol)
		}
	}
	if trial := TryPassword(`{}`, "Abcdef1!", Options{}); trial.Accepted || len(trial.Rules) > 0 {
		t.Errorf("without a pool: %+v", trial)
	}
	for argument, want := range map[string]bool{`"x"`: true, ``: false, `7`: false, `null`: false} {
		answer, err := Call("tryPassword", all, "", argument)
		if (err == nil) != want || want && !gjson.ValidBytes(answer.JSON) || err != nil && !strings.Contains(err.Error(), "password") {
			t.Errorf("%q: %v", argument, err)
		}
	}
}
