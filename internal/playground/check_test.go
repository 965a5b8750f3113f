package playground

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"userpoolplayground/internal/foreign"
	"userpoolplayground/internal/intime"
	"userpoolplayground/internal/source"
)

// checkAny asks the reader and the engine as engine.ts does.
func checkAny(t testing.TB, text string, o Options) Checked {
	t.Helper()
	if ReaderFor(text) == "" {
		return Check(text, nil, o)
	}
	options, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	read, err := foreign.Call(text, string(options))
	if err != nil {
		t.Fatal(err)
	}
	given, err := readReading(source.Quote(read))
	if err != nil {
		t.Fatal(err)
	}
	return Check(text, given, o)
}

// TestCheckAgrees: a request has the same problems and the same answer in each language that it
// can be written in and read from.
func TestCheckAgrees(t *testing.T) {
	for i, text := range requests(t) {
		for _, target := range bothWays {
			e, err := ExportAs(target, text, Options{})
			if err != nil || e.Text == "" || len(text) > 20_000 {
				continue
			}
			checked := checkAny(t, e.Text, Options{})
			if checked.Request == nil {
				t.Errorf("%d as %s: no request\n%s", i, target, e.Text)
				continue
			}
			for _, difference := range disagreements(checked, Options{}) {
				t.Errorf("%d as %s: %s\n%s", i, target, difference, e.Text)
			}
		}
	}
}

// disagreements compares what Check said with what Evaluate says of the same request in JSON.
// Where a value is not known there is nothing to compare.
func disagreements(checked Checked, o Options) (all []string) {
	if checked.Request == nil || len(checked.Unknowns) > 0 {
		return nil
	}
	told := func(problems []Problem) (list []string) {
		for _, p := range problems {
			if p.Stage != "tool" {
				list = append(list, fmt.Sprint(p.Rule, " ", p.Severity, " ", p.Pointer, " ", p.Message))
			}
		}
		slices.Sort(list)
		return slices.Compact(list)
	}
	want := Evaluate(*checked.Request, o)
	if got, want := told(checked.Evaluation.Problems), told(want.Problems); !slices.Equal(got, want) {
		all = append(all, fmt.Sprintf("the problems are\n %s\nand of the request\n %s", strings.Join(got, "\n "), strings.Join(want, "\n ")))
	}
	if got, want := fmt.Sprintf("%d %s", checked.Evaluation.Reply.Status, checked.Evaluation.Reply.Body), fmt.Sprintf("%d %s", want.Reply.Status, want.Reply.Body); got != want {
		all = append(all, fmt.Sprintf("the reply is\n %s\nand to the request\n %s", got, want))
	}
	return all
}

// FuzzCheck: the answer to a text in any language is the same again, inside the text, and the
// answer to the request that was found in it.
func FuzzCheck(f *testing.F) {
	for _, text := range textSeeds(f) {
		f.Add(text, uint32(0))
	}
	for i, text := range requests(f) {
		if i%5 == 0 {
			f.Add(exported(f, bothWays[i/5%len(bothWays)], text).Text, uint32(i*7919))
		}
	}
	f.Fuzz(func(t *testing.T, text string, n uint32) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		h, o := hold(t, text), surroundings(n)
		var first Checked
		intime.Hold(t, text, 50*time.Millisecond, func() { first = checkAny(t, text, o) })
		h.same(first, checkAny(t, text, o), "the second time")
		h.problems(first.Evaluation.Problems)
		for _, p := range first.Pools {
			h.inside(p.From, p.To, h.units, p)
		}
		for _, u := range first.Unknowns {
			h.inside(u.From, u.To, h.units, u)
		}
		for _, p := range first.Parameters {
			h.inside(p.From, p.To, h.units, p)
		}
		for _, difference := range disagreements(first, o) {
			t.Fatalf("%q: %s", text, difference)
		}
	})
}
