package check

import (
	"strconv"
	"strings"

	"userpoolplayground/internal/constraint"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

// constraints makes the findings of the values that are not what their members must be.
func constraints(r *request.Request, all []constraint.Violation, d *source.Document) []diagnostic.Diagnostic {
	var found []diagnostic.Diagnostic
	told := map[string]bool{} // elements and entries: one finding is enough for all their constraints
	// The service shows the whole list or map for each of its elements. Shown for each of some
	// thousands, a list of them would be told in hundreds of megabytes.
	shown, spent := map[*request.Value]string{}, 0
	for _, violation := range all {
		v, _ := r.At(violation.Pointer)
		if v.Shape.Kind == contract.Map {
			// Maps have no constraints of their own: the pointer lost its last step, which
			// jsonschema leaves out when the name is empty.
			v = v.Get("")
		}
		if violation.Keyword == "required" {
			found = append(found, missing(v, violation, d)...)
			continue
		}
		if v.Incomplete && v.Shape.Kind == contract.List {
			continue // how many elements there will be is not known
		}
		if v.Member == nil && v.Parent != nil && (v.Shape.Scalar() || violation.OfKey) {
			container := v.Parent
			if _, known := shown[container]; !known {
				shown[container] = show(container)
			} else if spent > source.MaxBytes {
				continue
			}
			spent += len(shown[container])
			finding := grouping(v, violation, shown[container], d)
			if key := finding.Pointer + " " + finding.Rule; !told[key] {
				told[key] = true
				found = append(found, finding)
			}
			continue
		}
		finding := unsatisfied(v, diagnostic.Unsatisfied{
			Keyword: violation.Keyword, Name: v.FieldName(), Member: v.Field(), Path: path(v), Shown: show(v), Shape: v.Shape, Hidden: v.Shape.Sensitive,
		}, d)
		finding.Fixes = valueFixes(v, violation.Keyword, d)
		found = append(found, finding)
	}
	return found
}

func unsatisfied(v *request.Value, facts diagnostic.Unsatisfied, d *source.Document) diagnostic.Diagnostic {
	finding := diagnostic.Diagnostic{
		Rule: "constraint-" + strings.TrimPrefix(facts.Keyword, "x-"), Stage: diagnostic.Constraints, Severity: diagnostic.Error,
		Pointer: v.Pointer(), Facts: facts, Evidence: diagnostic.Documented,
	}
	finding.Start, finding.End = d.Mark(v.Node)
	if facts.Member != nil {
		finding.Evidence = facts.Member.Evidence
		finding.Links = append([]string{facts.Member.Link()}, facts.Member.Links...)
	}
	return finding
}

// missing makes one finding for each required member that a structure lacks.
func missing(v *request.Value, violation constraint.Violation, d *source.Document) []diagnostic.Diagnostic {
	var found []diagnostic.Diagnostic
	for _, required := range violation.Operand.Array() {
		name := required.String()
		given := v.Node.Member(name)
		if v.Get(name) != nil || v.Open() != nil || given != nil && given.Kind != source.Null {
			continue // there, perhaps there, or there with a wrong type, which is told already
		}
		m := v.Shape.Member(name)
		finding := unsatisfied(v, diagnostic.Unsatisfied{
			Keyword: "required", Name: name, Member: m, Path: append(path(v), m.ServiceName), Null: true, Shape: m.Shape,
		}, d)
		finding.Pointer += "/" + source.EscapePointer(name)
		switch {
		case given != nil: // a null
			finding.Start, finding.End = given.Start, given.End
		case v.Node.NameEnd > v.Node.NameStart:
			finding.Start, finding.End = v.Node.NameStart, v.Node.NameEnd
		default:
			finding.End = source.Beginning(d.Text, finding.Start)
		}
		finding.Fixes = missingFixes(v, m, d)
		found = append(found, finding)
	}
	return found
}

// grouping makes the finding for an element, key or entry of a list or map of simple
// values. It is blamed itself, but in the service's eyes the whole list or map is at fault,
// once for all that it holds.
func grouping(v *request.Value, violation constraint.Violation, shown string, d *source.Document) diagnostic.Diagnostic {
	container := v.Parent
	facts := diagnostic.Unsatisfied{
		Keyword: "elements", Name: container.FieldName(), Member: container.Field(),
		Path: path(container), Shown: shown, Shape: container.Shape.Element, Hidden: container.Shape.Sensitive, Offender: v.Text(),
	}
	switch {
	case violation.OfKey:
		facts.Keyword, facts.Shape, facts.Offender = "keys", container.Shape.Key, v.Name
	case container.Shape.Kind == contract.Map:
		facts.Keyword = "values"
	}
	finding := unsatisfied(v, facts, d)
	finding.Start, finding.End = v.Node.Start, v.Node.End
	if violation.OfKey {
		finding.Start, finding.End = v.Node.NameStart, v.Node.NameEnd
	} else {
		finding.Fixes = append(valueFixes(v, violation.Keyword, d), fixOf("Remove it", d.Remove(v.Node))...)
	}
	return finding
}

// path is the member as the service spells it in its messages: names with the first
// letter lowered, elements of lists of structures as their number from 1 and "member".
// How entries of maps of structures are spelt there has not been seen.
func path(v *request.Value) []string {
	switch {
	case v.Parent == nil:
		return nil
	case v.Member != nil:
		return append(path(v.Parent), v.Member.ServiceName)
	case v.Parent.Shape.Kind == contract.Map:
		return append(path(v.Parent), v.Name, "member")
	}
	return append(path(v.Parent), strconv.Itoa(v.Index+1), "member")
}

// show prints a value as the service does, which is as Java's toString.
func show(v *request.Value) string {
	var b strings.Builder
	write(&b, v)
	return b.String()
}

func write(b *strings.Builder, v *request.Value) {
	switch {
	case v == nil:
		b.WriteString("null")
		return
	case v.Shape.Sensitive && v.Parent != nil && b.Len() > 0: // as the models' classes print it
		b.WriteString("***Sensitive Data Redacted***")
		return
	}
	each := func(open, close string, visit func(i int)) {
		b.WriteString(open)
		n := len(v.Children)
		if v.Shape.Kind == contract.Structure {
			n = len(v.Shape.Members)
		}
		for i := range n {
			if i > 0 {
				b.WriteString(", ")
			}
			visit(i)
		}
		b.WriteString(close)
	}
	switch v.Shape.Kind {
	case contract.String:
		b.WriteString(v.Text())
	case contract.Integer:
		b.WriteString(strconv.FormatInt(v.Int(), 10))
	case contract.Boolean:
		b.WriteString(strconv.FormatBool(v.Bool()))
	case contract.List:
		each("[", "]", func(i int) { write(b, v.Children[i]) })
	case contract.Map:
		each("{", "}", func(i int) {
			b.WriteString(v.Children[i].Name + "=")
			write(b, v.Children[i])
		})
	case contract.Structure:
		each(v.Shape.Name+"(", ")", func(i int) {
			m := v.Shape.Members[i]
			b.WriteString(m.ServiceName + "=")
			write(b, v.Get(m.Name))
		})
	}
}
