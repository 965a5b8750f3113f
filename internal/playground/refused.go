package playground

import (
	"regexp"
	"slices"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/source"
)

// inWordsOf names the members as the tool of a text does, and says which of the findings the tool
// refuses by itself. What the service would answer stays as it is.
func inWordsOf(kind string, findings []diagnostic.Diagnostic, d *source.Document) {
	for i, f := range findings {
		written := d.Find(f.Pointer)
		switch facts := f.Facts.(type) {
		case diagnostic.WrongType:
			if facts.Member != nil {
				facts.Name = calledIn(d, written, facts.Name, language.Called(kind, facts.Member))
			}
			facts.By = language.RefusesType(kind)
			findings[i].Facts = facts
		case diagnostic.Unsatisfied:
			if facts.Member == nil {
				continue
			}
			called := calledIn(d, written, facts.Name, language.Called(kind, facts.Member))
			if facts.Keyword == "required" {
				findings[i].Fixes = slices.Clone(f.Fixes) // they are kept for the next evaluation
				for j, fix := range f.Fixes {
					findings[i].Fixes[j].Title = strings.Replace(fix.Title, facts.Name, called, 1)
				}
			}
			facts.Name = called
			// What the tool itself puts in for what is left out, it does not look at.
			if facts.Keyword == "required" || written != nil && written.End > written.Start {
				facts.By = refuses(kind, facts)
			}
			same := slices.IndexFunc(findings, func(of diagnostic.Diagnostic) bool {
				return of.Rule == "synthesis-fails" && of.Start == f.Start && of.End == f.End
			})
			if same >= 0 && f.Start < f.End { // in the tool's own words
				findings[same].Pointer, findings[i].Said = f.Pointer, true
			}
			findings[i].Facts = facts
		case diagnostic.Broken:
			if language.Checks(kind, facts.CheckedBy) {
				facts.By = language.RefusesType(kind)
				findings[i].Facts, findings[i].Severity = facts, diagnostic.Error
			}
		}
	}
}

// oneName matches a name, and no expression that makes one.
var oneName = regexp.MustCompile(`^[A-Za-z_-][\w-]*$`)

// byTool reports whether a finding is refused before there is a call.
func byTool(facts diagnostic.Facts) bool {
	switch f := facts.(type) {
	case diagnostic.WrongType:
		return f.By != ""
	case diagnostic.Unsatisfied:
		return f.By != ""
	case diagnostic.Broken:
		return f.By != ""
	}
	return false
}

// refuses names the tool that holds a value to a constraint itself. Of a pattern tools look for its placeholder
// alone.
func refuses(kind string, f diagnostic.Unsatisfied) string {
	if strings.HasSuffix(f.Keyword, "pattern") && (!strings.Contains(f.Shape.Pattern, `\{##`) || strings.Contains(f.Shown, "{##")) {
		return ""
	}
	return language.Refuses(kind, f.Keyword, f.Member)
}

// calledIn is what a text calls a member: by the name that stands in it, and where none does as its tool does.
func calledIn(d *source.Document, n *source.Node, member, called string) string {
	for n != nil && n.NameEnd <= n.NameStart && n.Name == "" {
		n = n.Parent
	}
	if n == nil || n.Name != member || n.NameEnd <= n.NameStart || n.NameEnd > len(d.Text) {
		return called
	}
	if name := strings.Trim(d.Text[n.NameStart:n.NameEnd], "\"'`:"); oneName.MatchString(name) {
		return name
	}
	return called
}
