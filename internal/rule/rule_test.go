package rule_test

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/awserror"
	"userpoolplayground/internal/check"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
)

func every() []*rule.Rule { return append(append([]*rule.Rule{}, rule.All...), rule.Advice...) }

// lastDay is a day on which a rule holds: today, or the last one.
func lastDay(r *rule.Rule) string {
	if r.Until == "" {
		return ""
	}
	return dayBefore(r.Until)
}

func dayBefore(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	return t.AddDate(0, 0, -1).Format(time.DateOnly)
}

func findings(text, day string, a account.Account) []diagnostic.Diagnostic {
	return check.Run(source.Parse(text), contract.At(day), day, a).Findings
}

func severity(r *rule.Rule) diagnostic.Severity {
	if r.Severity == 0 {
		return diagnostic.Error
	}
	return r.Severity
}

func breaks(found []diagnostic.Diagnostic, id string) bool {
	for _, d := range found {
		if d.Rule == id {
			return true
		}
	}
	return false
}

var placeholder = regexp.MustCompile(`\{[A-Za-z-]+\}`)

func TestBad(t *testing.T) {
	for _, r := range every() {
		t.Run(r.ID, func(t *testing.T) {
			found := findings(r.Bad, lastDay(r), r.Around)
			if !breaks(found, r.ID) {
				t.Fatalf("Bad does not break it: %v", found)
			}
			for _, d := range found {
				switch {
				case d.Severity == diagnostic.Error && severity(r) != diagnostic.Error:
					t.Errorf("Bad of advice is refused: %s", d.Rule)
				case d.Rule != r.ID && d.Severity == severity(r) && d.Severity != diagnostic.Note:
					t.Errorf("Bad breaks %s too", d.Rule) // notes come together, as they speak of features
				case d.Rule == r.ID:
					checkFinding(t, r, d)
				}
			}
			e := awserror.For(found)
			if severity(r) != diagnostic.Error {
				return
			}
			want := r.Exception
			if want == "" {
				want = rule.InvalidParameter
			}
			if e == nil || e.Type != want {
				t.Fatalf("the answer is %v, want %s", e, want)
			}
			if unfilled := placeholder.FindString(strings.ReplaceAll(e.Message, "{username}", "")); unfilled != "" || e.Message == "" {
				t.Errorf("the answer's words are not filled in: %q", e.Message)
			}
			if e.Unworded != (r.Says == "") {
				t.Errorf("Unworded is %v with Says %q", e.Unworded, r.Says)
			}
		})
	}
}

func checkFinding(t *testing.T, r *rule.Rule, d diagnostic.Diagnostic) {
	if len(r.Fields) == 0 || !matches(r.Fields[0], d.Pointer) {
		t.Errorf("blames %s, want the first of %v", d.Pointer, r.Fields)
	}
	facts := d.Facts.(diagnostic.Broken)
	for _, text := range []string{facts.Message, facts.Why} {
		if unfilled := placeholder.FindString(strings.ReplaceAll(text, "{username}", "")); unfilled != "" {
			t.Errorf("%s is not filled in: %q", unfilled, text)
		}
	}
	for _, fix := range d.Fixes {
		fixed := source.Apply(r.Bad, fix.Edits)
		if !json.Valid([]byte(fixed)) {
			t.Errorf("%q leaves no JSON: %s", fix.Title, fixed)
		} else if breaks(findings(fixed, lastDay(r), r.Around), r.ID) {
			t.Errorf("%q does not mend it: %s", fix.Title, fixed)
		}
	}
}

// matches reports whether a pointer is at a field, in which * is any step.
func matches(field, pointer string) bool {
	a, b := strings.Split(field, "/"), strings.Split(pointer, "/")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] && a[i] != "*" {
			return false
		}
	}
	return len(a) == len(b)
}

func TestGood(t *testing.T) {
	for _, r := range every() {
		t.Run(r.ID, func(t *testing.T) {
			for _, d := range findings(r.Good, lastDay(r), r.Around) {
				if d.Severity == diagnostic.Error || d.Rule == r.ID {
					t.Errorf("Good gives %s at %s", d.Rule, d.Pointer)
				}
			}
		})
	}
}

func TestInForce(t *testing.T) {
	for _, r := range every() {
		t.Run(r.ID, func(t *testing.T) {
			holds := func(day string, want bool) {
				t.Helper()
				if got := breaks(findings(r.Bad, day, r.Around), r.ID); got != want || r.InForce(day) != want {
					t.Errorf("on %s Bad breaks it: %v, in force: %v, want %v", day, got, r.InForce(day), want)
				}
			}
			if r.Since != "" {
				holds(dayBefore(r.Since), false)
				holds(r.Since, true)
			}
			if r.Until != "" {
				holds(dayBefore(r.Until), true)
				holds(r.Until, false)
			}
			holds("", r.Until == "")
		})
	}
}

var kebab = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)

func TestDeclarations(t *testing.T) {
	evidence := map[string]bool{diagnostic.Observed: true, diagnostic.Documented: true, diagnostic.Inferred: true}
	newest, seen := contract.Newest(), map[string]bool{}
	for _, r := range append(every(), rule.Listed...) {
		if seen[r.ID] {
			t.Errorf("%s is there twice", r.ID)
		}
		seen[r.ID] = true
		if !kebab.MatchString(r.ID) && r.ID != "throttled" {
			t.Errorf("%q is no name of a rule", r.ID)
		}
		if !evidence[r.Evidence] || r.Why == "" || r.Message == "" {
			t.Errorf("%s: Evidence %q, Why %q, Message %q", r.ID, r.Evidence, r.Why, r.Message)
		}
		for _, field := range r.Fields {
			if !exists(newest.Request, strings.Split(field, "/")[1:]) {
				t.Errorf("%s: the contract has no %s", r.ID, field)
			}
		}
		for _, link := range r.Links {
			if !strings.HasPrefix(link, "https://") {
				t.Errorf("%s: %s is no https address", r.ID, link)
			}
		}
	}
	for _, r := range every() {
		if len(r.Fields) == 0 || r.Bad == "" || r.Good == "" || r.Check == nil {
			t.Errorf("%s is not filled in", r.ID)
		}
		text, err := os.ReadFile(strings.ReplaceAll(r.ID, "-", "_") + ".go")
		if err != nil || !regexp.MustCompile(`\bID: +"`+r.ID+`"`).Match(text) {
			t.Errorf("%s has no file of its name: %v", r.ID, err)
		}
	}
	for _, r := range rule.All {
		if r.Severity != 0 {
			t.Errorf("%s is advice", r.ID)
		}
	}
	for _, r := range rule.Advice {
		if r.Severity == 0 || r.Exception != "" || r.Says != "" {
			t.Errorf("%s is no advice", r.ID)
		}
	}
	for _, r := range rule.Listed {
		if r.Bad != "" || r.Good != "" || r.Check != nil || r.Exception == "" {
			t.Errorf("%s could be triggered, or has no exception", r.ID)
		}
	}
}

// exists reports whether a field's steps lead to a member, with * for any.
func exists(s *contract.Shape, steps []string) bool {
	if s == nil || len(steps) == 0 {
		return s != nil
	}
	if s.Kind != contract.Structure {
		return steps[0] == "*" && exists(s.Element, steps[1:])
	}
	for _, m := range s.Members {
		if (steps[0] == m.Name || steps[0] == "*") && exists(m.Shape, steps[1:]) {
			return true
		}
	}
	return false
}

// No text may bring a rule down, whatever the day and the account.
func TestEveryDay(t *testing.T) {
	accounts := []account.Account{
		{},
		{Region: "eu-west-1", ID: "210987654321", SMSRole: account.RoleNoTrust, SESKnown: true},
		{Region: `a"b`, ID: `\`, SMSRole: account.RoleNoPublish, SESKnown: true, SESIdentities: []string{"example.com"}},
	}
	for _, r := range every() {
		for _, text := range []string{r.Bad, r.Good, strings.ReplaceAll(r.Bad, `"pool"`, "null"), strings.ReplaceAll(r.Bad, "[", `["\"", `)} {
			for _, day := range append(contract.Revisions(), "") {
				for _, a := range accounts {
					for _, d := range findings(text, day, a) {
						for _, fix := range d.Fixes {
							if fixed := source.Apply(text, fix.Edits); json.Valid([]byte(text)) && !json.Valid([]byte(fixed)) {
								t.Fatalf("%s on %q: %q leaves no JSON: %s", d.Rule, day, fix.Title, fixed)
							}
						}
					}
				}
			}
		}
	}
}

func TestGeneral(t *testing.T) {
	for _, r := range append(every(), rule.Listed...) {
		if hole := placeholder.FindString(strings.ReplaceAll(r.General(), "{username}", "")); hole != "" || strings.Contains(r.General(), "…") {
			t.Errorf("%s: %q has holes", r.ID, r.General())
		}
		if r.InGeneral != "" && placeholder.FindString(strings.ReplaceAll(r.Message, "{username}", "")) == "" && !strings.Contains(r.Message, "{username}") {
			t.Errorf("%s says the same twice", r.ID)
		}
	}
}
