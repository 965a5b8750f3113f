package check

import (
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/names"
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
		} else if meant := names.Nearest(u.Node.Name, free[u.Node.Parent]); meant != "" {
			facts.Suggestion = meant
			for _, fix := range fixOf("Rename it to "+meant, d.Rename(u.Node, meant)) {
				fix.Safe = names.Plain(meant) == names.Plain(u.Node.Name)
				finding.Fixes = append(finding.Fixes, fix)
			}
		} else {
			facts.Elsewhere = elsewhere(u.Node.Name, r.Root.Shape, "")
		}
		finding.Fixes = append(finding.Fixes, fixOf("Remove it", d.Remove(u.Node))...)
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
