package playground

import (
	"maps"
	"slices"
	"strconv"

	"userpoolplayground/internal/source"
)

// request reads a request, with an Unknown for each value that the options say is known only at deployment.
func (o Options) request(text string) *source.Document {
	d := source.Parse(text)
	if len(o.Expressions) == 0 || d.Malformed() {
		return d
	}
	// Its bytes do not say all of what it is any more.
	d = source.Of(text, d.Root, nil)
	for _, pointer := range slices.Sorted(maps.Keys(o.Expressions)) {
		leaveOpen(d, pointer, o.Expressions[pointer])
	}
	return d
}

// leaveOpen puts an Unknown where a request lacks a member or an element, with the blocks around it that it
// lacks, and does nothing where it has one.
func leaveOpen(d *source.Document, pointer, expression string) {
	steps := source.SplitPointer(pointer)
	if len(steps) == 0 || d.Root == nil {
		return
	}
	last, around := steps[len(steps)-1], d.Root
	for i, step := range steps[:len(steps)-1] {
		inner := (&source.Document{Root: around}).Find("/" + source.EscapePointer(step))
		if inner == nil {
			kind := source.Object
			if _, err := strconv.Atoi(steps[i+1]); err == nil {
				kind = source.Array
			}
			inner = added(around, step, kind)
		}
		if inner == nil {
			return
		}
		around = inner
	}
	if around.Kind == source.Array || around.Kind == source.Object && around.Member(last) == nil {
		if n := added(around, last, source.Unknown); n != nil {
			n.Text, n.Why = expression, "It is known only at deployment."
		}
	}
}

// added is a new member of a block, or the next element of a list; nil where a value holds none.
func added(around *source.Node, name string, kind source.Kind) *source.Node {
	n := &source.Node{Kind: kind, Start: around.End, End: around.End, Parent: around, Index: len(around.Children)}
	switch around.Kind {
	case source.Object:
		n.Name, n.NameStart, n.NameEnd = name, n.Start, n.End
	case source.Array:
	default:
		return nil
	}
	around.Children = append(around.Children, n)
	return n
}
