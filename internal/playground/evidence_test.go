package playground

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/rule"
)

// TestEvidence lists how each default, each computed member and each rule is known, and where
// that was seen. What is called observed names a place: nothing observed rests on inference.
func TestEvidence(t *testing.T) {
	var b strings.Builder
	line := func(subject, evidence string, links []string) {
		fmt.Fprintf(&b, "%s: %s\n", subject, evidence)
		for _, link := range links {
			fmt.Fprintf(&b, "  %s\n", link)
		}
		if evidence == "observed" && len(links) == 0 {
			t.Errorf("%s is called observed, and no link says where", subject)
		}
	}
	b.WriteString("What the service fills in\n\n")
	shapes := contract.Newest().Shapes()
	slices.SortFunc(shapes, func(a, b *contract.Shape) int { return strings.Compare(a.Name, b.Name) })
	for _, s := range shapes {
		for _, m := range s.Members {
			switch {
			case m.Default != "":
				line(s.Name+"."+m.Name+" "+m.Default, m.DefaultEvidence, m.Links)
			case m.Derived != "" && m.Derived != "absent":
				line(s.Name+"."+m.Name+" is computed ("+m.Derived+")", m.DefaultEvidence, m.Links)
			}
		}
	}
	b.WriteString("\nWhat an update does\n\n")
	for _, m := range contract.Newest().Request.Members {
		line(m.Name+" is "+m.Update().Omitted, m.Update().Evidence, m.Update().Links)
	}
	b.WriteString("\nRules\n\n")
	for _, r := range slices.Concat(rule.All, rule.Advice, rule.Listed) {
		line(r.ID, r.Evidence, r.Links)
	}
	compare(t, "testdata/evidence.txt", b.String())
}
