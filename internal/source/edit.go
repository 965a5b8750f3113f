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

// Hand writes changes in a language that is not JSON. The values that it is given are JSON. It
// returns no edits for a change that it cannot write.
type Hand interface {
	// Replace puts a value in the place of another.
	Replace(d *Document, n *Node, json string) []Edit
	// Rename gives a member another name.
	Rename(d *Document, n *Node, name string) []Edit
	// Remove takes a member or an element out of its parent.
	Remove(d *Document, n *Node) []Edit
	// Add gives an object a member that it does not have.
	Add(d *Document, object *Node, name, json string) []Edit
	// Append adds an element to the end of a list.
	Append(d *Document, list *Node, json string) []Edit
}

// Replace returns the edit that puts JSON in the place of a value.
func (d *Document) Replace(n *Node, json string) []Edit {
	switch {
	case d.foreign && (d.hand == nil || n.End <= n.Start):
		return nil
	case d.foreign && n.To > n.From:
		if d.taken(d.Root, n) > 1 {
			return nil // it would change another, too
		}
		written := *n
		written.Start, written.End = n.From, n.To
		return d.hand.Replace(d, &written, json)
	case d.foreign:
		return d.hand.Replace(d, n, json)
	}
	return []Edit{{n.Start, n.End, json}}
}

// taken counts the values that are written where a value is.
func (d *Document) taken(below, n *Node) (times int) {
	if below.From == n.From && below.To == n.To {
		times++
	}
	for _, c := range below.Children {
		times += d.taken(c, n)
	}
	return times
}

// Extend returns the edit that puts more at the end of a string.
func (d *Document) Extend(n *Node, more string) []Edit {
	if d.foreign {
		return d.Replace(n, Quote(n.Text+more))
	}
	quoted := Quote(more)
	return []Edit{{n.End - 1, n.End - 1, quoted[1 : len(quoted)-1]}}
}

// Rename returns the edit that gives a member another name.
func (d *Document) Rename(n *Node, name string) []Edit {
	switch {
	case d.foreign && (d.hand == nil || n.NameEnd <= n.NameStart):
		return nil
	case d.foreign:
		return d.hand.Rename(d, n, name)
	}
	return []Edit{{n.NameStart, n.NameEnd, Quote(name)}}
}

// Remove returns the edits that take a member or an element out of its parent, with the
// comma that it leaves behind and its line when it had one to itself. Comments stay.
func (d *Document) Remove(n *Node) []Edit {
	switch {
	case d.foreign && (d.hand == nil || n.End <= n.Start):
		return nil
	case d.foreign:
		return d.hand.Remove(d, n)
	}
	siblings := n.Parent.Children
	start, inner := n.outerStart(), n.Parent.Start+1
	switch {
	case n.Index+1 < len(siblings):
		next := siblings[n.Index+1].outerStart()
		if d.commented(n.End, next) {
			return d.removeBeside(n)
		}
		return []Edit{{start, next, ""}}
	case n.Index > 0:
		before := siblings[n.Index-1].End
		if !d.commented(before, start) {
			return []Edit{{before, n.End, ""}}
		}
		if comma := d.Next(before); comma < start && d.byteAt(d.Next(n.End)) != ',' {
			return []Edit{{comma, comma + 1, ""}, {start, n.End, ""}}
		}
		return d.removeBeside(n) // the comma before becomes the trailing one
	case d.commented(inner, n.Parent.End):
		return d.removeBeside(n)
	}
	return []Edit{{inner, n.Parent.End - 1, ""}}
}

// removeBeside takes out a child and the comma behind it, and nothing between the two.
func (d *Document) removeBeside(n *Node) []Edit {
	edits := []Edit{{n.outerStart(), n.End, ""}}
	if comma := d.Next(n.End); d.byteAt(comma) == ',' {
		edits = append(edits, Edit{comma, comma + 1, ""})
	}
	return edits
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
		return d.Replace(n, json)
	}
	switch {
	case d.foreign && d.hand == nil:
		return nil
	case d.foreign:
		return d.hand.Add(d, object, name, json)
	}
	return d.Insert(object, len(object.Children), false, func(l Layout) string { return Quote(name) + ": " + laidOut(json, l) })
}

// Setting is a member with its value as JSON.
type Setting struct{ Name, JSON string }

// SetMembers is [Document.SetMember] for several members. New ones are put in as one: each by
// itself would write the comma that the others need.
func (d *Document) SetMembers(object *Node, members []Setting) []Edit {
	var edits []Edit
	var fresh []Setting
	if d.foreign && len(object.Children) == 0 {
		var all []string
		for _, m := range members {
			all = append(all, Quote(m.Name)+": "+m.JSON)
		}
		return d.Replace(object, "{"+strings.Join(all, ", ")+"}")
	}
	for _, m := range members {
		if d.foreign || object.Member(m.Name) != nil {
			one := d.SetMember(object, m.Name, m.JSON)
			if len(one) == 0 {
				return nil
			}
			edits = append(edits, one...)
			continue
		}
		fresh = append(fresh, m)
	}
	if len(fresh) == 0 {
		return edits
	}
	return append(edits, d.Insert(object, len(object.Children), false, func(l Layout) string {
		gap := ", "
		if l.Lines {
			gap = ",\n" + l.Indent
		}
		var all []string
		for _, m := range fresh {
			all = append(all, Quote(m.Name)+": "+laidOut(m.JSON, l))
		}
		return strings.Join(all, gap)
	})...)
}

// laidOut writes JSON as its new siblings stand: over several lines where they have lines of
// their own.
func laidOut(json string, l Layout) string {
	if !l.Lines || !strings.HasPrefix(json, "{") {
		return json
	}
	var b strings.Builder
	writeNode(&b, Parse(json).Root, l.Indent, l.Unit)
	return b.String()
}

// Append returns the edits that add an element to the end of a list, laid out as its
// siblings are.
func (d *Document) Append(array *Node, json string) []Edit {
	switch {
	case d.foreign && d.hand == nil:
		return nil
	case d.foreign:
		return d.hand.Append(d, array, json)
	}
	return d.Insert(array, len(array.Children), false, func(Layout) string { return json })
}

// Insert returns the edits that put a new child into an object or a list, in front of the
// one that has this index now, laid out as its siblings are. block is set when it holds
// others. write gives its text, in an object the name and the value.
func (d *Document) Insert(container *Node, index int, block bool, write func(Layout) string) []Edit {
	l := d.LayoutIn(container, block)
	text, gap := write(l), " "
	if l.Lines {
		gap = "\n" + l.Indent
	}
	last := index == len(container.Children)
	if index == 0 {
		return d.insertFirst(container, l, text, gap, last)
	}
	if !last {
		text += ","
	}
	before := container.Children[index-1]
	if comma := d.Next(before.End); d.byteAt(comma) == ',' {
		at := d.lineEnd(comma + 1)
		return []Edit{{at, at, gap + text}}
	}
	at := d.lineEnd(before.End)
	if at == before.End {
		return []Edit{{at, at, "," + gap + text}}
	}
	return []Edit{{before.End, before.End, ","}, {at, at, gap + text}}
}

// insertFirst puts a child behind the opening bracket.
func (d *Document) insertFirst(container *Node, l Layout, text, gap string, only bool) []Edit {
	inner, end := container.Start+1, container.End-1
	switch {
	case only && !l.Lines:
		if d.commented(inner, end) {
			return []Edit{{inner, inner, text}}
		}
		return []Edit{{inner, end, text}}
	case only && !d.commented(inner, end):
		return []Edit{{inner, end, gap + text + "\n" + d.Indentation(container.Start)}}
	case only:
		at := d.lineEnd(inner)
		if !strings.Contains(d.Text[at:end], "\n") {
			text += "\n" + d.Indentation(container.Start)
		}
		return []Edit{{at, at, gap + text}}
	case l.Lines:
		at := d.lineEnd(inner)
		return []Edit{{at, at, gap + text + ","}}
	}
	at := container.Children[0].outerStart()
	return []Edit{{at, at, text + "," + gap}}
}
