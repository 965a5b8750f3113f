package check_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/check"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/example"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
)

func requests() []string {
	var all []string
	for _, e := range example.All() {
		all = append(all, e.Request)
	}
	for _, r := range slices.Concat(rule.All, rule.Advice) {
		all = append(all, r.Bad, r.Good)
	}
	return all
}

// What was checked before changes nothing of what is found.
func TestMemory(t *testing.T) {
	all := requests()
	for i, text := range all {
		for next := range 6 {
			inAnyOrder(t, text, all[(i+next)%len(all)], "")
		}
	}
	for _, c := range nearly {
		inAnyOrder(t, c[0], c[1], "")
		inAnyOrder(t, c[0], c[1], "2019-01-01")
	}
}

// nearly are requests that differ in what one member is.
var nearly = [][2]string{
	{`{"PoolName": "p", "MfaConfiguration": "on"}`, `{"PoolName": "q", "MfaConfiguration": "on"}`},
	{`{"PoolName": "p", "MfaConfiguration": "on"}`, `{"PoolName": "p", "MfaConfiguration": "OFF"}`},
	{`{"PoolName": "p", "UserPoolTags": {"": "a"}}`, `{"PoolName": "", "UserPoolTags": {"a": "a"}}`},
	{`{"PoolName": "p", "Policies": {"PasswordPolicy": {"MinimumLength": 8}}}`, `{"PoolName": "p", "Policies": {"PasswordPolicy": {"MinimumLength": 4}}}`},
	{`{"PoolName": "p", "AliasAttributes": ["email"]}`, `{"PoolName": "p", "AliasAttributes": ["mail"]}`},
	{`{"MfaConfiguration": "OFF"}`, `{"PoolName": "p", "MfaConfiguration": "OFF"}`},
	{`{"PoolName": "p", "Schema": []}`, `{"Schema": []}`},
	{`{"PoolName": "p", "UserPoolTier": "LITE", "UserPoolTier": 1}`, `{"PoolName": "p", "UserPoolTier": "LITE"}`},
	{`{"PoolName": "p", "UserPoolTier": "LIT"}`, `{"PoolName": "p", "UserPoolTier": "LIT", /* today */ "UserPoolTier": 'LITE'}`},
}

// inAnyOrder checks two texts, and ones that have a member of each, after one another, the
// second on a day of its own, and holds what is found against what is without any memory.
func inAnyOrder(t *testing.T, text, other, day string) {
	t.Helper()
	type asked struct{ text, day string }
	all := []asked{{text, ""}, {other, day}}
	a, b := source.Parse(text), source.Parse(other)
	if a.Root != nil && b.Root != nil && a.Root.Kind == source.Object {
		for _, m := range a.Root.Children {
			if n := b.Root.Member(m.Name); n != nil && len(all) < 12 {
				all = append(all, asked{text[:m.Start] + other[n.Start:n.End] + text[m.End:], ""}, asked{text, ""})
			}
		}
	}
	find := func(q asked) []diagnostic.Diagnostic {
		return check.Run(source.Parse(q.text), contract.At(q.day), q.day, account.Account{}).Findings
	}
	alone := map[asked][]diagnostic.Diagnostic{}
	for _, q := range all {
		check.Forget()
		alone[q] = find(q)
	}
	check.Forget()
	for _, q := range append(all, all[0], all[1], all[0], all[0]) {
		if found := find(q); !reflect.DeepEqual(found, alone[q]) {
			t.Fatalf("after %q another answer to %q on %q:\n%v\nand alone\n%v", other, q.text, q.day, said(found), said(alone[q]))
		}
	}
}

func said(findings []diagnostic.Diagnostic) (all []string) {
	for _, f := range findings {
		all = append(all, fmt.Sprintf("%s at %s %d-%d", f.Rule, f.Pointer, f.Start, f.End))
	}
	return all
}

// What was found for one account is not taken for what another one is told.
func TestMemoryOfAccounts(t *testing.T) {
	for _, r := range slices.Concat(rule.All, rule.Advice) {
		for _, text := range []string{r.Bad, r.Good} {
			for _, a := range []account.Account{
				r.Around, {}, {Region: "eu-west-1"}, {ID: "210987654321"}, {SMSRole: account.RoleNoTrust}, {SESKnown: true},
				{SESKnown: true, SESIdentities: []string{"support@example.com"}},
			} {
				found := check.Run(source.Parse(text), contract.Newest(), "", a).Findings
				check.Forget()
				if alone := check.Run(source.Parse(text), contract.Newest(), "", a).Findings; !reflect.DeepEqual(found, alone) {
					t.Errorf("%q for %+v after another account:\n%v\nand alone\n%v", text, a, said(found), said(alone))
				}
			}
		}
	}
}

// FuzzMemory: what was checked before changes nothing of what is found.
func FuzzMemory(f *testing.F) {
	all := requests()
	for i, text := range all {
		f.Add(text, all[(i+1)%len(all)], i%2 == 0)
	}
	for _, c := range nearly {
		f.Add(c[0], c[1], true)
		f.Add(c[0], c[1], false)
	}
	f.Fuzz(func(t *testing.T, text, other string, today bool) {
		day := "2019-01-01"
		if today {
			day = ""
		}
		inAnyOrder(t, text, other, day)
	})
}
