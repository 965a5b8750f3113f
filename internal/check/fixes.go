package check

import (
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/names"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

// withTypeFixes adds the edits that give a value of the wrong type the right one without
// changing what it says.
func withTypeFixes(d diagnostic.Diagnostic, doc *source.Document) diagnostic.Diagnostic {
	facts, ok := d.Facts.(diagnostic.WrongType)
	if !ok {
		return d
	}
	raw := doc.Text[d.Start:d.End]
	offer := func(title, json string) {
		d.Fixes = append(d.Fixes, source.Fix{Title: title, Safe: true, Edits: []source.Edit{{Start: d.Start, End: d.End, Insert: json}}})
	}
	if doc.Foreign() {
		return d // its own language has its own types
	}
	scalar := facts.Found != source.Array && facts.Found != source.Object
	switch facts.Wanted.Kind {
	case contract.String:
		if scalar {
			offer("Put it in quotes", `"`+raw+`"`)
		}
	case contract.Integer:
		if n, err := strconv.Atoi(strings.TrimSpace(facts.Text)); err == nil && facts.Found == source.String {
			offer("Write the number without quotes", strconv.Itoa(n))
		}
	case contract.Boolean:
		switch strings.ToLower(strings.TrimSpace(facts.Text)) {
		case "true", "1", "yes", "on":
			offer("Write true", "true")
		case "false", "0", "no", "off":
			offer("Write false", "false")
		}
	case contract.List:
		if scalar && facts.Wanted.Element.Kind == contract.String && facts.Found == source.String ||
			facts.Found == source.Object && facts.Wanted.Element.Kind == contract.Structure {
			offer("Make it a list", "["+raw+"]")
		}
	}
	return d
}

// valueFixes returns the edits that bring a value inside a constraint, where one is sure
// to be meant.
func valueFixes(v *request.Value, keyword string, d *source.Document) []source.Fix {
	replace := func(title, json string) []source.Fix {
		return fixOf(title, d.Replace(v.Node, json))
	}
	switch keyword {
	case "enum":
		if meant := names.Nearest(v.Text(), v.Shape.Enum); meant != "" {
			fixes := replace("Change it to "+meant, `"`+meant+`"`)
			for i := range fixes {
				fixes[i].Safe = names.Plain(meant) == names.Plain(v.Text())
			}
			return fixes
		}
		if len(v.Shape.Enum) <= 3 {
			var fixes []source.Fix
			for _, value := range v.Shape.Enum {
				fixes = append(fixes, replace("Change it to "+value, `"`+value+`"`)...)
			}
			return fixes
		}
	case "minimum":
		n := strconv.FormatInt(*v.Shape.Min, 10)
		return replace("Change it to "+n, n)
	case "maximum":
		n := strconv.FormatInt(*v.Shape.Max, 10)
		return replace("Change it to "+n, n)
	case contract.PatternKeyword:
		if strings.Contains(v.Shape.Pattern, `\{####\}`) && !strings.Contains(v.Text(), "{####}") {
			added := fixOf("Add {####} at the end", d.Extend(v.Node, " {####}"))
			re, err := contract.Pattern(v.Shape.Pattern)
			if err == nil && re.MatchString(v.Text()+" {####}") {
				return added
			}
		}
	}
	return nil
}

// missingFixes returns the edit that adds a required member, where its value is no choice. One that
// stands there in another spelling, or as another tool calls it, gets its name instead.
func missingFixes(v *request.Value, m *contract.Member, d *source.Document) []source.Fix {
	for _, child := range v.Node.Children {
		if v.Shape.Member(child.Name) == nil && calledBySomeone(m, child.Name) {
			fixes := fixOf("Rename "+child.Name+" to "+m.Name, d.Rename(child, m.Name))
			for i := range fixes {
				fixes[i].Safe = true
			}
			return fixes
		}
	}
	if len(m.Shape.Enum) == 1 {
		value := m.Shape.Enum[0]
		return fixOf("Add "+m.Name+": "+value, d.SetMember(v.Node, m.Name, `"`+value+`"`))
	}
	if m.Shape.Kind == contract.Boolean {
		return append(fixOf("Add "+m.Name+": false", d.SetMember(v.Node, m.Name, "false")),
			fixOf("Add "+m.Name+": true", d.SetMember(v.Node, m.Name, "true"))...)
	}
	if m.Shape.Kind == contract.String && len(m.Shape.Enum) > 1 && len(m.Shape.Enum) <= 4 {
		var fixes []source.Fix
		for _, value := range m.Shape.Enum {
			fixes = append(fixes, fixOf("Add "+m.Name+": "+value, d.SetMember(v.Node, m.Name, `"`+value+`"`))...)
		}
		return fixes
	}
	if example := names.Kebab(m.Name); m.Shape.Kind == contract.String && len(m.Shape.Enum) == 0 && takes(m.Shape, example) {
		fixes := fixOf("Add "+m.Name+" to fill in", d.SetMember(v.Node, m.Name, source.Quote(example)))
		for i := range fixes {
			fixes[i].FillIn = true
		}
		return fixes
	}
	return nil
}

// calledBySomeone reports whether a name is a member's, but for its spelling, here or in another tool.
func calledBySomeone(m *contract.Member, name string) bool {
	if names.Plain(m.Name) == names.Plain(name) {
		return true
	}
	return slices.ContainsFunc(tools, func(tool struct{ key, title string }) bool {
		called, known := m.NameIn(tool.key)
		return known && called != "" && names.Plain(called) == names.Plain(name)
	})
}

// takes reports whether a text is within a shape's length and pattern.
func takes(s *contract.Shape, text string) bool {
	n := int64(len(text))
	if s.Min != nil && n < *s.Min || s.Max != nil && n > *s.Max {
		return false
	}
	if s.Pattern == "" {
		return true
	}
	re, err := contract.Pattern(s.Pattern)
	return err == nil && re.MatchString(text)
}

// fixOf is a fix, or none where the text's language has no hand for its edits.
func fixOf(title string, edits []source.Edit) []source.Fix {
	if len(edits) == 0 {
		return nil
	}
	return []source.Fix{{Title: title, Edits: edits}}
}
