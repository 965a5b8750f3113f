package playground

import (
	"path"
	"slices"
	"strings"
	"testing"

	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
)

// Beside a member that shuts another one out, the other is not offered; it is where the
// first is not given.
func TestCompletionOfExclusiveMembers(t *testing.T) {
	tried := 0
	for _, r := range rule.All {
		if !r.Exclusive {
			continue
		}
		for _, field := range r.Fields[:2] {
			text := r.Bad
			d := source.Parse(text)
			without := source.Apply(text, d.Remove(d.Find(field)))
			alone := source.Parse(without)
			container := alone.Find(strings.TrimSuffix(path.Dir(field), "/"))
			tried++
			if slices.Contains(offered(t, without, alone.UTF16(container.Start+1)), path.Base(field)) {
				t.Errorf("%s: %s is offered in %s", r.ID, field, without)
			}
		}
		if good := `{"PoolName": "pool"}`; path.Dir(r.Fields[0]) == "/" && !slices.Contains(offered(t, good, 1), path.Base(r.Fields[0])) {
			t.Errorf("%s: %s is not offered in %s", r.ID, r.Fields[0], good)
		}
	}
	if tried < 6 {
		t.Errorf("only %d members were tried", tried)
	}
}

func offered(t *testing.T, text string, offset int) []string {
	completions, err := Complete(text, offset, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var labels []string
	for _, c := range completions {
		labels = append(labels, c.Label)
	}
	return labels
}
