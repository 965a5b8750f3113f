package source

import "strings"

// Apply returns the text with the edits made. The edits must not overlap; where two
// insert at one place, the earlier in the list comes first.
func Apply(text string, edits []Edit) string {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(text[at:e.Start])
		b.WriteString(e.Insert)
		at = e.End
	}
	b.WriteString(text[at:])
	return b.String()
}

// Replace returns the edit that puts JSON in the place of a value.
func Replace(n *Node, json string) []Edit {
	return []Edit{{n.Start, n.End, json}}
}

// Rename returns the edit that gives a member another name; quoted is the JSON string.
func Rename(n *Node, quoted string) []Edit {
	return []Edit{{n.NameStart, n.NameEnd, quoted}}
}

// Remove returns the edit that takes a member or an element out of its parent, with the
// comma that it leaves behind and its line when it had one to itself.
func (d *Document) Remove(n *Node) []Edit {
	siblings := n.Parent.Children
	start := n.outerStart()
	if n.Index+1 < len(siblings) {
		return []Edit{{start, siblings[n.Index+1].outerStart(), ""}}
	}
	if n.Index > 0 {
		return []Edit{{siblings[n.Index-1].End, n.End, ""}}
	}
	return []Edit{{n.Parent.Start + 1, n.Parent.End - 1, ""}}
}

// outerStart is where a member's name, or an element, begins.
func (n *Node) outerStart() int {
	if n.Parent != nil && n.Parent.Kind == Object {
		return n.NameStart
	}
	return n.Start
}

// SetMember returns the edits that give an object's member this JSON: in place of the
// value that it has, or as a new last member, laid out as its siblings are.
func (d *Document) SetMember(object *Node, name, json string) []Edit {
	if n := object.Member(name); n != nil {
		return Replace(n, json)
	}
	member := `"` + name + `": ` + json
	if len(object.Children) == 0 {
		outer := d.indentation(object.Start)
		return []Edit{{object.Start + 1, object.End - 1, "\n" + outer + "  " + member + "\n" + outer}}
	}
	last := object.Children[len(object.Children)-1]
	return []Edit{{last.End, last.End, "," + d.gapBefore(last) + member}}
}

// Append returns the edits that add an element to the end of a list, laid out as its
// siblings are.
func (d *Document) Append(array *Node, json string) []Edit {
	if len(array.Children) == 0 {
		return []Edit{{array.Start + 1, array.End - 1, json}}
	}
	last := array.Children[len(array.Children)-1]
	return []Edit{{last.End, last.End, "," + d.gapBefore(last) + json}}
}

// gapBefore is the white space that stands before a child: a line break with its
// indentation, or a space on one line.
func (d *Document) gapBefore(n *Node) string {
	start := n.outerStart()
	from := start
	for from > 0 && strings.IndexByte(" \t\r\n", d.Text[from-1]) >= 0 {
		from--
	}
	gap := d.Text[from:start]
	if i := strings.IndexByte(gap, '\n'); i >= 0 {
		return "\n" + gap[strings.LastIndexByte(gap, '\n')+1:]
	}
	return " "
}

// indentation is the white space that begins the line of an offset.
func (d *Document) indentation(offset int) string {
	line := d.Text[strings.LastIndexByte(d.Text[:offset], '\n')+1 : offset]
	return line[:len(line)-len(strings.TrimLeft(line, " \t"))]
}
