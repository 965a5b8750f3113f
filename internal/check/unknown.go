package check

import (
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

// unknown tells of members that the service passes over in silence, and that every SDK
// refuses to send.
func unknown(r *request.Request, d *source.Document) []diagnostic.Diagnostic {
	var found []diagnostic.Diagnostic
	free := map[*source.Node][]string{} // the members that an object does not have yet
	for _, u := range r.Unknown {
		if _, ok := free[u.Node.Parent]; !ok {
			free[u.Node.Parent] = notGiven(u.In, u.Node.Parent)
		}
		facts := diagnostic.Unknown{Name: u.Node.Name, In: u.In.Name}
		finding := diagnostic.Diagnostic{
			Rule: "unknown-member", Stage: diagnostic.Advice, Severity: diagnostic.Warning,
			Pointer: u.Node.Pointer(), Start: u.Node.NameStart, End: u.Node.NameEnd, Evidence: diagnostic.Inferred,
		}
		if later := contract.Newest().Shape(u.In.Name).Member(u.Node.Name); later != nil {
			facts.Since = later.Since
		} else if meant := nearest(u.Node.Name, free[u.Node.Parent]); meant != "" {
			facts.Suggestion = meant
			finding.Fixes = append(finding.Fixes, source.Fix{Title: "Rename it to " + meant, Edits: source.Rename(u.Node, `"`+meant+`"`)})
		} else {
			facts.Elsewhere = elsewhere(u.Node.Name, r.Root.Shape, "")
		}
		finding.Fixes = append(finding.Fixes, source.Fix{Title: "Remove it", Edits: d.Remove(u.Node)})
		finding.Facts = facts
		found = append(found, finding)
	}
	return found
}

// elsewhere returns the dotted path of the first structure that has a member of this name,
// or "".
func elsewhere(name string, s *contract.Shape, path string) string {
	if s == nil {
		return ""
	}
	if s.Member(name) != nil {
		return path
	}
	for _, m := range s.Members {
		below := m.Shape
		if below.Element != nil {
			below = below.Element
		}
		if below.Kind != contract.Structure {
			continue
		}
		at := m.Name
		if path != "" {
			at = path + "." + m.Name
		}
		if found := elsewhere(name, below, at); found != "" {
			return found
		}
	}
	return ""
}

func notGiven(in *contract.Shape, object *source.Node) []string {
	var names []string
	for _, m := range in.Members {
		if object.Member(m.Name) == nil {
			names = append(names, m.Name)
		}
	}
	return names
}

var separators = strings.NewReplacer("_", "", "-", "", " ", "")

// plain is a name without what people spell differently.
func plain(name string) string { return strings.ToLower(separators.Replace(name)) }

// nearest returns the word that differs least from another: by case alone, by a few
// letters, or by an ending left out. It returns "" when none is near.
func nearest(word string, words []string) string {
	plain := func(s string) string {
		return strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(s))
	}
	best, least := "", 1+min(3, len(word)/3)
	a := plain(word)
	for _, w := range words {
		b := plain(w)
		d := distance(a, b, least)
		if len(a) >= 4 && (strings.HasPrefix(b, a) || strings.HasPrefix(a, b)) {
			d = min(d, 1)
		}
		if d < least {
			best, least = w, d
		}
	}
	return best
}

// distance counts the letters to insert, delete or replace (Levenshtein), up to a limit
// from which on it does not matter.
func distance(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0]++
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
