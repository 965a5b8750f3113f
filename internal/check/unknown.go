package check

import (
	"cmp"
	"slices"
	"strings"

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
		facts := unknownMember{diagnostic.Unknown{Name: u.Node.Name, In: u.In.Name}}
		finding := diagnostic.Diagnostic{
			Rule: "unknown-member", Stage: diagnostic.Advice, Severity: diagnostic.Warning,
			Pointer: u.Node.Pointer(), Start: u.Node.NameStart, End: u.Node.NameEnd, Evidence: diagnostic.Inferred,
		}
		if later := contract.Newest().Shape(u.In.Name).Member(u.Node.Name); later != nil {
			facts.Since = later.Since
		} else if meant := facts.meant(u, free[u.Node.Parent]); meant != "" {
			for _, fix := range fixOf("Rename it to "+meant, d.Rename(u.Node, meant)) {
				fix.Safe = names.Plain(meant) == names.Plain(u.Node.Name)
				finding.Fixes = append(finding.Fixes, fix)
			}
		} else if facts.told(u.In); facts.Told == "" {
			facts.Elsewhere, finding.Fixes = belongs(u.Node, r.Root.Shape, d)
		}
		finding.Fixes = append(finding.Fixes, fixOf("Remove it", d.Remove(u.Node))...)
		finding.Facts = facts.Unknown
		found = append(found, finding)
	}
	return found
}

// tools are those whose names the contract knows, as it calls them and as people do.
// The last is no tool: what only another call takes.
var tools = []struct{ key, title string }{{"cloudformation", "CloudFormation"}, {"terraform", "Terraform"}, {"mfa", "SetUserPoolMfaConfig"}}

type unknownMember struct{ diagnostic.Unknown }

// meant returns the member that a name stands for: another tool's name for it, or one that is
// near; "" for none.
func (f *unknownMember) meant(u request.Unknown, free []string) string {
	for _, tool := range tools {
		for _, m := range u.In.Members {
			called, known := m.NameIn(tool.key)
			switch {
			case !known || called == "" || names.Plain(called) != names.Plain(f.Name):
			case slices.Contains(free, m.Name):
				f.Suggestion, f.Tool = m.Name, tool.title
				return m.Name
			default:
				f.Tool, f.Told = tool.title, "Its name here is "+m.Name+", which stands here already."
				return ""
			}
		}
	}
	f.told(u.In)
	if f.Told == "" {
		f.Suggestion = cmp.Or(names.Nearest(f.Name, free), likeIt(f.Name, free))
	}
	return f.Suggestion
}

// likeIt returns the only name that begins with the same word of two or more, or "".
func likeIt(name string, free []string) string {
	words := names.Words(name)
	found := ""
	for _, other := range free {
		if len(words) > 1 && len(words[0]) > 3 && names.Words(other)[0] == words[0] {
			if found != "" {
				return ""
			}
			found = other
		}
	}
	return found
}

// told says where goes what only another tool has.
func (f *unknownMember) told(in *contract.Shape) {
	for _, tool := range tools {
		if told := in.Elsewhere(tool.key, f.Name); told != "" {
			f.Tool, f.Told = tool.title, told
			return
		}
	}
}

// belongs returns the dotted path of the first structure that has a member of this name, or "",
// and the edit that moves the member there.
func belongs(n *source.Node, root *contract.Shape, d *source.Document) (path string, fixes []source.Fix) {
	steps, member := way(n.Name, root, map[*contract.Shape]bool{})
	if member == nil || len(steps) == 0 {
		return "", nil
	}
	var all []string
	moves := n.Parent == d.Root && !d.Foreign() && n.Kind != 0
	for _, s := range steps {
		all = append(all, s.Name)
		moves = moves && s.Shape.Kind == contract.Structure
	}
	path = strings.Join(all, ".")
	if moves {
		fixes = fixOf("Move it into "+path, move(n, steps, member, d))
	}
	return path, fixes
}

// move returns the edits that put a member of the request into the structure at the end of some
// steps; none where that has such a member, or where something else stands on the way.
func move(n *source.Node, steps []*contract.Member, member *contract.Member, d *source.Document) []source.Edit {
	value, at := d.Text[n.Start:n.End], d.Root
	for len(steps) > 0 {
		next := at.Member(steps[0].Name)
		if next == nil {
			break
		}
		if next.Kind != source.Object {
			return nil
		}
		at, steps = next, steps[1:]
	}
	if len(steps) == 0 && at.Member(member.Name) != nil {
		return nil
	}
	name, wrapped := member.Name, value
	for i := len(steps) - 1; i >= 0; i-- {
		wrapped = "{ " + source.Quote(name) + ": " + wrapped + " }"
		name = steps[i].Name
	}
	if at == d.Root {
		// It stays at its place, in a block of its own.
		return []source.Edit{{Start: n.NameStart, End: n.NameEnd, Insert: source.Quote(name)}, {Start: n.Start, End: n.End, Insert: wrapped}}
	}
	edits := append(d.SetMember(at, name, wrapped), d.Remove(n)...)
	slices.SortStableFunc(edits, func(a, b source.Edit) int { return a.Start - b.Start })
	for i := range edits[1:] {
		if edits[i].End > edits[i+1].Start {
			return nil // neighbours, whose comma both would take
		}
	}
	return edits
}

// way returns the members that lead to the first structure with a member of a name, as it is or
// as people spell it, and that member; nil where there is none.
func way(name string, s *contract.Shape, seen map[*contract.Shape]bool) (steps []*contract.Member, member *contract.Member) {
	if seen[s] {
		return nil, nil
	}
	seen[s] = true
	for _, m := range s.Members {
		if names.Plain(m.Name) == names.Plain(name) {
			return nil, m
		}
	}
	for _, m := range s.Members {
		below := m.Shape
		if below.Element != nil {
			below = below.Element
		}
		if below.Kind != contract.Structure {
			continue
		}
		if steps, member := way(name, below, seen); member != nil {
			return append([]*contract.Member{m}, steps...), member
		}
	}
	return nil, nil
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
