package schema_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/check"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/draw"
	"userpoolplayground/internal/example"
	"userpoolplayground/internal/playground"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/schema"
	"userpoolplayground/internal/source"
)

// validators compiles the documents of a day with a validator that knows JSON Schema's own
// keywords and nothing else.
func validators(t *testing.T, day string) map[string]*jsonschema.Schema {
	t.Helper()
	revision := contract.RevisionOn(day)
	if all := compiled[revision]; all != nil {
		return all
	}
	all := map[string]*jsonschema.Schema{}
	compiled[revision] = all
	for _, draft := range schema.Drafts {
		text, err := schema.Document(contract.At(day), draft)
		if err != nil {
			t.Fatal(err)
		}
		s, err := jsonschema.CompileString("memory:///"+draft.FileName, text)
		if err != nil {
			t.Fatal(draft.FileName, err)
		}
		all[draft.FileName] = s
	}
	return all
}

var compiled = map[string]map[string]*jsonschema.Schema{}

func decode(t *testing.T, text string) any {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return doubles(v)
}

// doubles makes numbers what editors hold them in. The validator takes any size, but some
// of them it computes for ever.
func doubles(v any) any {
	switch v := v.(type) {
	case json.Number:
		n, _ := v.Float64() // infinite where it is too large
		return max(-math.MaxFloat64, min(n, math.MaxFloat64))
	case []any:
		for i := range v {
			v[i] = doubles(v[i])
		}
	case map[string]any:
		for name := range v {
			v[name] = doubles(v[name])
		}
	}
	return v
}

func TestDocumentsAreOfTheirMetaschemas(t *testing.T) {
	for _, day := range contract.Revisions() {
		for _, draft := range schema.Drafts {
			text, err := schema.Document(contract.At(day), draft)
			if err != nil {
				t.Fatal(day, err)
			}
			document := decode(t, text).(map[string]any)
			meta, err := jsonschema.NewCompiler().Compile(document["$schema"].(string))
			if err != nil {
				t.Fatal(err)
			}
			if err := meta.Validate(document); err != nil {
				t.Errorf("%s %s: %#v", day, draft.FileName, err)
			}
			for _, name := range []string{`"x-`, "contract:"} {
				if strings.Contains(text, name) {
					t.Errorf("%s %s holds %s, which is ours alone", day, draft.FileName, name)
				}
			}
		}
	}
}

// Every request that the tests know is taken or refused as the service's stages of types
// and constraints take or refuse it.
func TestAcceptsWhatTheConstraintsAccept(t *testing.T) {
	type request struct{ name, text, day string }
	var requests []request
	for _, e := range example.All() {
		requests = append(requests, request{"example " + e.ID, e.Request, ""})
	}
	for _, r := range slices.Concat(rule.All, rule.Advice) {
		// A rule that is no longer in force speaks of the API of its days.
		requests = append(requests, request{"bad " + r.ID, r.Bad, r.Until}, request{"good " + r.ID, r.Good, r.Until})
	}
	folders, err := filepath.Glob("../playground/testdata/scenarios/*")
	if err != nil || len(folders) == 0 {
		t.Fatal("no scenarios", err)
	}
	for _, folder := range folders {
		text, err := os.ReadFile(filepath.Join(folder, "request.json"))
		if err != nil {
			t.Fatal(err)
		}
		var options playground.Options
		if told, err := os.ReadFile(filepath.Join(folder, "options.json")); err == nil {
			if err := json.Unmarshal(told, &options); err != nil {
				t.Fatal(err)
			}
		}
		requests = append(requests, request{"scenario " + filepath.Base(folder), string(text), options.AsOf})
	}
	tried := 0
	for _, r := range requests {
		// What is no JSON, an editor tells without a schema.
		if json.Valid([]byte(r.text)) {
			agree(t, validators(t, r.day), r.name, r.text, r.day)
			tried++
		}
	}
	if tried < 150 {
		t.Errorf("only %d requests were tried", tried)
	}
}

// Every member is tried with values on both sides of each of its bounds, and of every type.
func TestEveryMemberAtItsBounds(t *testing.T) {
	for _, day := range []string{"", "2019-01-01"} {
		all := validators(t, day)
		tried := 0
		var walk func(s *contract.Shape, request func(value string) string)
		walk = func(s *contract.Shape, request func(string) string) {
			for _, value := range draw.Values(s) {
				agree(t, all, "", request(value), day)
				tried++
			}
			switch s.Kind {
			case contract.List:
				walk(s.Element, func(v string) string { return request("[" + v + "]") })
			case contract.Map:
				walk(s.Element, func(v string) string { return request(`{"key": ` + v + "}") })
			case contract.Structure:
				for _, m := range s.Members {
					walk(m.Shape, func(v string) string { return request(draw.Structure(s, m.Name, v)) })
				}
			}
		}
		walk(contract.At(day).Request, func(v string) string { return v })
		if tried < 1000 {
			t.Errorf("%q: only %d requests were tried", day, tried)
		}
	}
}

// agree holds the verdicts of the documents against the engine's, and says whether it takes
// the request. There are two exceptions, both about nulls, which the service drops before it
// looks: without them the verdicts are the same.
func agree(t *testing.T, all map[string]*jsonschema.Schema, name, text, day string) bool {
	t.Helper()
	var refused []string
	for _, d := range check.Run(source.Parse(text), contract.At(day), day, account.Account{}).Findings {
		if d.Severity == diagnostic.Error && (d.Stage == diagnostic.Types || d.Stage == diagnostic.Constraints) {
			refused = append(refused, d.Pointer+" "+d.Rule)
		}
	}
	instance := decode(t, text)
	bare, inTags, inList := withoutNulls(instance, false)
	for file, s := range all {
		err := s.Validate(instance)
		switch agreed := (err == nil) == (len(refused) == 0); {
		case err != nil && inTags && !agreed:
			err = s.Validate(bare) // The key is looked at where the service has dropped it with its value.
		case err == nil && inList && !agreed && strings.Contains(file, "draft-07"):
			err = s.Validate(bare) // Draft 7 cannot count what is left of a list without its nulls.
		}
		if (err != nil) != (len(refused) > 0) {
			t.Errorf("%s %s: %s\nthe engine says %q\nthe schema says %v", name, file, text, refused, err)
		}
	}
	return len(refused) == 0
}

// withoutNulls returns a value without the nulls in it, and says whether there were any among
// the tags and in lists.
func withoutNulls(v any, tags bool) (bare any, inTags, inList bool) {
	switch v := v.(type) {
	case []any:
		list := []any{}
		for _, e := range v {
			if e == nil {
				inList = true
				continue
			}
			kept, a, b := withoutNulls(e, false)
			list, inTags, inList = append(list, kept), inTags || a, inList || b
		}
		return list, inTags, inList
	case map[string]any:
		object := map[string]any{}
		for name, e := range v {
			if e == nil {
				inTags = inTags || tags
				continue
			}
			kept, a, b := withoutNulls(e, name == "UserPoolTags")
			object[name], inTags, inList = kept, inTags || a, inList || b
		}
		return object, inTags, inList
	}
	return v, false, false
}

// days are those on which requests are drawn.
var days = []string{"", "2017-12-18", "2021-06-30"}

// Random requests, in which several things may be wrong at once.
func TestRandomRequests(t *testing.T) {
	const count = 20_000
	taken := 0
	for seed := range uint64(count) {
		if agreeOn(t, seed) {
			taken++
		}
	}
	t.Logf("%d of %d requests are taken", taken, count)
	// With most of them taken, or most refused, little would be compared.
	if taken < count/4 || taken > count*3/4 {
		t.Errorf("of %d requests %d are taken", count, taken)
	}
}

// FuzzAgreement: random requests are taken and refused as the service's stages take and refuse
// them.
func FuzzAgreement(f *testing.F) {
	for seed := range uint64(10) {
		f.Add(seed << 32)
	}
	f.Fuzz(func(t *testing.T, seed uint64) { agreeOn(t, seed) })
}

func agreeOn(t *testing.T, seed uint64) bool {
	t.Helper()
	day := days[seed%uint64(len(days))]
	return agree(t, validators(t, day), fmt.Sprint("seed ", seed), draw.Request(contract.At(day), seed), day)
}

func TestECMAPattern(t *testing.T) {
	for java, want := range map[string]string{
		`[\w\s+=,.@-]+`:        `^(?:[\w \t-\r+=,.@-]+)$`,
		`(?s).*\{####\}(?s).*`: `^(?:[\s\S]*\{####\}[\s\S]*)$`,
		`a.\s(?:b)?`:           `^(?:a[^\n\r\u0085\u2028\u2029][ \t-\r](?:b)?)$`,
		`[\p{L}\-]`:            `^(?:[\p{L}\-])$`,
		`[a&&[b]]`:             "", `\Qa`: "", `(?i)a`: "", `\pL`: "", `\`: "", `(?<=a)b`: "",
	} {
		got, err := schema.ECMAPattern(java)
		if got != want || (err != nil) != (want == "") {
			t.Errorf("%s: %s %v, want %s", java, got, err, want)
		}
	}
}
