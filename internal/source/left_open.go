package source

import (
	"maps"
	"slices"
	"strconv"
)

// LeftOpen returns the document with an Unknown for each value, by its JSON Pointer, that is known only at
// deployment, where the text leaves it out. Its tree is changed.
func (d *Document) LeftOpen(expressions map[string]string) *Document {
	if len(expressions) == 0 || d.Malformed() {
		return d
	}
	// Its bytes do not say all of what it is any more.
	open := Of(d.Text, d.Root, nil)
	for _, pointer := range slices.Sorted(maps.Keys(expressions)) {
		leaveOpen(open, pointer, expressions[pointer])
	}
	return open
}

// leaveOpen puts an Unknown where a request lacks a member or an element, with the blocks around it that it
// lacks, and does nothing where it has one.
func leaveOpen(d *Document, pointer, expression string) {
	steps := SplitPointer(pointer)
	if len(steps) == 0 || d.Root == nil {
		return
	}
	last, around := steps[len(steps)-1], d.Root
	for i, step := range steps[:len(steps)-1] {
		inner := (&Document{Root: around}).Find("/" + EscapePointer(step))
		if inner == nil {
			kind := Object
			if _, err := strconv.Atoi(steps[i+1]); err == nil {
				kind = Array
			}
			inner = added(around, step, kind)
		}
		if inner == nil {
			return
		}
		around = inner
	}
	if around.Kind == Array || around.Kind == Object && around.Member(last) == nil {
		if n := added(around, last, Unknown); n != nil {
			n.Text, n.Why = expression, "It is known only at deployment."
		}
	}
}

// added is a new member of a block, or the next element of a list; nil where a value holds none.
func added(around *Node, name string, kind Kind) *Node {
	n := &Node{Kind: kind, Start: around.End, End: around.End, Parent: around, Index: len(around.Children)}
	switch around.Kind {
	case Object:
		n.Name, n.NameStart, n.NameEnd = name, n.Start, n.End
	case Array:
	default:
		return nil
	}
	around.Children = append(around.Children, n)
	return n
}
