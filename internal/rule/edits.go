package rule

import (
	"cmp"
	"slices"
	"strings"

	"userpoolplayground/internal/arn"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

// swap returns the edits that put two values in each other's place.
func (c *Case) swap(a, b *request.Value) []source.Edit {
	if a.Node.Start > b.Node.Start {
		a, b = b, a
	}
	return together(c.Replace(a, c.jsonOf(b)), c.Replace(b, c.jsonOf(a)))
}

// jsonOf returns a string as JSON, as it is spelt where the text is JSON.
func (c *Case) jsonOf(v *request.Value) string {
	if c.Document.Foreign() {
		return source.Quote(v.Text())
	}
	return c.Document.Text[v.Node.Start:v.Node.End]
}

// together joins the edits of one fix; none where a part of it cannot be written.
func together(parts ...[]source.Edit) []source.Edit {
	var all []source.Edit
	for _, edits := range parts {
		if len(edits) == 0 {
			return nil
		}
		all = append(all, edits...)
	}
	return all
}

// The places of an ARN's parts between its colons.
const (
	arnPartition = 1
	arnRegion    = 3
	arnAccount   = 4
)

// readdress returns the edit that puts another partition, Region or account into an ARN, with a
// Region the partition that it is in. Whether
// there is such a thing at that place is for the person to know.
func (c *Case) readdress(v *request.Value, part int, to string) []source.Edit {
	parts := strings.Split(v.Text(), ":")
	parts[part] = to
	if part == arnRegion {
		parts[arnPartition] = arn.Partition(to)
	}
	return c.Replace(v, source.Quote(strings.Join(parts, ":")))
}

// RemoveAll returns the edits that take several members or elements of one parent out.
// The edits of [Case.Remove] would overlap where they stand side by side.
func (c *Case) RemoveAll(values []*request.Value) []source.Edit {
	if c.Document.Foreign() {
		var parts [][]source.Edit
		for _, v := range values {
			parts = append(parts, c.Remove(v))
		}
		return together(parts...)
	}
	nodes := make([]*source.Node, len(values))
	for i, v := range values {
		nodes[i] = v.Node
	}
	slices.SortStableFunc(nodes, func(a, b *source.Node) int { return cmp.Compare(a.Index, b.Index) })
	var edits []source.Edit
	for i := 0; i < len(nodes); {
		j := i
		for j+1 < len(nodes) && nodes[j+1].Index == nodes[j].Index+1 {
			j++
		}
		edits = append(edits, removeRun(nodes[i], nodes[j]))
		i = j + 1
	}
	return edits
}

// takeOut returns the edits that remove every element with one of these texts from a
// list of strings: the service takes lists that name one thing twice.
func (c *Case) takeOut(list *request.Value, texts ...string) []source.Edit {
	var out []*request.Value
	for _, e := range list.Elements() {
		if e.Is(texts...) {
			out = append(out, e)
		}
	}
	return c.RemoveAll(out)
}

// removeRun takes out the siblings from first to last.
func removeRun(first, last *source.Node) source.Edit {
	siblings := first.Parent.Children
	switch {
	case last.Index+1 < len(siblings):
		return source.Edit{Start: outerStart(first), End: outerStart(siblings[last.Index+1])}
	case first.Index > 0:
		return source.Edit{Start: siblings[first.Index-1].End, End: last.End}
	}
	return source.Edit{Start: first.Parent.Start + 1, End: first.Parent.End - 1}
}

// outerStart is where a member's name, or an element, begins.
func outerStart(n *source.Node) int {
	if n.Parent.Kind == source.Object {
		return n.NameStart
	}
	return n.Start
}
