package assist

import (
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/source"
)

// Edit is one change made in a form.
type Edit struct {
	// Op is "set", "remove", "add", "move" or "rename".
	Op      string
	Pointer string
	// Value is JSON text to set or add, "" for the smallest that the API takes.
	Value string
	// Key is the new key of a map's entry, Index where an element moves to.
	Key   string
	Index int
}

// Change is what a change in a form does to the text.
type Change struct {
	Edits []source.Edit
	// Pointer is that of what was changed, after the edits.
	Pointer string
	// Refused says why nothing was done and what to do, "" when it was.
	Refused string
}

func refused(why string) Change { return Change{Refused: why} }

// EditForm makes one change in the text and touches no byte beside it.
func (t *Text) EditForm(e Edit) Change {
	if why := t.unreadable(); why != "" {
		return refused(why)
	}
	if !strings.HasPrefix(e.Pointer, "/") {
		return refused("The whole request is no field of the form.")
	}
	var given *draft
	if e.Value != "" {
		d := source.Parse(e.Value)
		if d.Malformed() {
			return refused("The value is not JSON: " + d.Faults[0].Message)
		}
		given = draftOf(d, d.Root)
	}
	switch e.Op {
	case "set":
		return t.set(e, given)
	case "add":
		return t.addTo(e, given)
	}
	n := t.node(e.Pointer)
	if n == nil {
		return refused("The text has nothing at " + e.Pointer + " any more.")
	}
	switch e.Op {
	case "remove":
		return t.remove(n)
	case "move":
		return t.move(n, e.Index)
	case "rename":
		return t.rename(n, e.Key)
	}
	return refused("A form cannot " + e.Op + ".")
}

// node finds a pointer's node; there is none in an empty text.
func (t *Text) node(pointer string) *source.Node {
	if t.Document.Root == nil {
		return nil
	}
	return t.Document.Find(pointer)
}

// set gives a field a value, and makes the blocks around it that are not there.
func (t *Text) set(e Edit, given *draft) Change {
	if n := t.node(e.Pointer); n != nil {
		s := t.spotOf(n)
		switch {
		case given != nil:
		case s.shape == nil:
			return refused("The API has no such member, so a value has to be given.")
		default:
			given = mould{t, false}.value(s.shape, s.member, nil)
		}
		return Change{Edits: t.Document.Replace(n, t.written(given, n)), Pointer: e.Pointer}
	}
	return t.create(e.Pointer, func(s spot) *draft {
		switch {
		case given != nil:
			return given
		case s.shape == nil:
			return nil
		}
		return mould{t, false}.value(s.shape, s.member, nil)
	}, e.Pointer)
}

// written is a value's text in the place of a node.
func (t *Text) written(v *draft, n *source.Node) string {
	var w writing
	w.value(v, t.layoutOf(n))
	return w.String()
}

// layoutOf is how a value in the place of a node is laid out.
func (t *Text) layoutOf(n *source.Node) source.Layout {
	if n.Parent == nil {
		return source.Layout{Lines: true, Unit: t.Document.Unit()}
	}
	return t.Document.LayoutIn(n.Parent, true)
}

// create makes the member at a pointer, and the blocks on the way to it that are not there
// with what they must have. value makes the member's own value from what the contract
// knows of it, nil when it cannot. result is the pointer to report.
func (t *Text) create(pointer string, value func(spot) *draft, result string) Change {
	steps := source.SplitPointer(pointer)
	d := t.Document
	n, at := d.Root, spot{shape: t.contract.Request}
	i := 0
	for ; n != nil; i++ {
		next := d.Find(join(steps[:i+1]))
		if next == nil {
			break
		}
		at = childSpot(at.shape, n.Kind, steps[i])
		n = next
	}
	if n != nil && n.Kind != source.Object && n.Kind != source.Null {
		return refused(noBlock(n))
	}
	absent := n == nil || n.Kind == source.Null
	v, why := t.nest(at, steps[i:], value, absent)
	switch {
	case why != "":
		return refused(why)
	case n == nil: // the text is empty
		var w writing
		w.value(v, source.Layout{Lines: true, Unit: "  "})
		start := len(strings.TrimRight(d.Text, " \t\r\n"))
		before := ""
		if start > 0 {
			before = "\n" // behind a comment
		}
		return Change{Edits: []source.Edit{{Start: start, End: len(d.Text), Insert: before + w.String() + "\n"}}, Pointer: result}
	case absent:
		return Change{Edits: t.Document.Replace(n, t.written(v, n)), Pointer: result}
	}
	child := v.children[0]
	index := t.orderedPlace(n, at.shape, child.name)
	edits := d.Insert(n, index, true, func(l source.Layout) string {
		var w writing
		w.member(child, l)
		return w.String()
	})
	return Change{Edits: edits, Pointer: result}
}

func join(steps []string) string {
	var b strings.Builder
	for _, step := range steps {
		b.WriteString("/" + source.EscapePointer(step))
	}
	return b.String()
}

func noBlock(n *source.Node) string {
	switch {
	case n.Kind == source.Array:
		return "The list has no such element any more."
	case n.Name != "":
		return n.Name + " is no object in { }: remove it first, or give it one."
	}
	return "This is no object in { }."
}

// nest makes the object around the steps that are left, with one child for the first of
// them. complete asks for what the block must have beside it: it is new too.
func (t *Text) nest(in spot, steps []string, value func(spot) *draft, complete bool) (v *draft, why string) {
	s := childSpot(in.shape, source.Object, steps[0])
	var child *draft
	if len(steps) == 1 {
		if child = value(s); child == nil {
			return nil, "The API has no member " + steps[0] + " here, so a value has to be given."
		}
	} else {
		if s.shape == nil || s.shape.Scalar() || s.shape.Kind == contract.List {
			return nil, "The text has no " + steps[0] + " to put this in."
		}
		if child, why = t.nest(s, steps[1:], value, true); why != "" {
			return nil, why
		}
	}
	child.name = steps[0]
	v = object(child)
	if complete && in.shape != nil && in.shape.Kind == contract.Structure {
		required := mould{t, false}.structure(in.shape, nil).children
		v.children = append(v.children, slices.DeleteFunc(required, func(r *draft) bool { return r.name == child.name })...)
		slices.SortStableFunc(v.children, func(a, b *draft) int { return order(in.shape, a.name) - order(in.shape, b.name) })
	}
	return v, ""
}

// order is a member's place in the reference, behind all others where it has none.
func order(s *contract.Shape, name string) int {
	if i := slices.IndexFunc(s.Members, func(m *contract.Member) bool { return m.Name == name }); i >= 0 {
		return i
	}
	return len(s.Members)
}

// orderedPlace is where a new member goes: to its place in the reference's order when the
// others stand in it, else to the end.
func (t *Text) orderedPlace(n *source.Node, s *contract.Shape, name string) int {
	if s == nil || s.Kind != contract.Structure {
		return len(n.Children)
	}
	own := order(s, name)
	place, latest := 0, -1
	for _, c := range n.Children {
		o := order(s, c.Name)
		switch {
		case o == len(s.Members):
			if place == c.Index {
				place++ // an unknown member stays beside what is before it
			}
			continue
		case o < latest:
			return len(n.Children)
		case o < own:
			place = c.Index + 1
		}
		latest = o
	}
	return place
}

// addTo adds an element to a list or an entry to a map, which is made when it is not there.
func (t *Text) addTo(e Edit, given *draft) Change {
	n := t.node(e.Pointer)
	var s spot
	if n != nil {
		s = t.spotOf(n)
	} else {
		s = t.spotAt(e.Pointer)
	}
	if s.shape == nil || s.shape.Kind != contract.List && s.shape.Kind != contract.Map {
		return refused("Only lists and maps have something to add to.")
	}
	if n != nil && n.Kind != source.Null && !holds(s.shape, n.Kind) {
		return refused(n.Name + " is no " + s.shape.Kind.String() + " yet: set it to one first.")
	}
	child, result := t.newItem(s, n, e, given), e.Pointer+"/0"
	if s.shape.Kind == contract.Map {
		result = e.Pointer + "/" + source.EscapePointer(e.Key)
	}
	switch {
	case n == nil:
		return t.create(e.Pointer, func(spot) *draft { return around(s, child) }, result)
	case n.Kind == source.Null:
		return Change{Edits: t.Document.Replace(n, t.written(around(s, child), n)), Pointer: result}
	case s.shape.Kind == contract.Map && n.Member(e.Key) != nil:
		return refused("There is an entry of the name " + strconv.Quote(e.Key) + " already: choose another.")
	case s.shape.Kind == contract.List:
		result = e.Pointer + "/" + strconv.Itoa(len(n.Children))
	}
	edits := t.Document.Insert(n, len(n.Children), child.block(), func(l source.Layout) string {
		var w writing
		if s.shape.Kind == contract.Map {
			w.member(child, l)
		} else {
			w.value(child, l)
		}
		return w.String()
	})
	return Change{Edits: edits, Pointer: result}
}

// newItem makes the element or the entry to add.
func (t *Text) newItem(s spot, n *source.Node, e Edit, given *draft) *draft {
	child := given
	switch {
	case child != nil:
	case s.shape.Kind == contract.List:
		child = mould{t, false}.element(s.shape, s.member, n)
	default:
		child = mould{t, false}.value(s.shape.Element, nil, nil)
	}
	child.name = e.Key
	return child
}

// around is a list or a map of one item.
func around(s spot, item *draft) *draft {
	if s.shape.Kind == contract.Map {
		return object(item)
	}
	return list(item)
}

// spotAt is what the contract knows of a pointer, whether or not the text goes so far.
func (t *Text) spotAt(pointer string) spot {
	s := spot{shape: t.contract.Request}
	for _, step := range source.SplitPointer(pointer) {
		kind := source.Object
		if s.shape != nil && s.shape.Kind == contract.List {
			kind = source.Array
		}
		s = childSpot(s.shape, kind, step)
	}
	return s
}

func (t *Text) remove(n *source.Node) Change {
	if n.Parent.Kind == source.Object {
		for _, c := range n.Parent.Children {
			if c != n && c.Name == n.Name {
				return refused(n.Name + " is given twice: remove one of the two in the text.")
			}
		}
	}
	return Change{Edits: t.Document.Remove(n)}
}

// move puts an element elsewhere in its list. Only the elements' own texts change places:
// commas, line breaks and comments stay.
func (t *Text) move(n *source.Node, index int) Change {
	if n.Parent.Kind != source.Array {
		return refused("Only elements of lists have a place to move from.")
	}
	siblings := n.Parent.Children
	if index < 0 || index >= len(siblings) {
		return refused("The list has " + strconv.Itoa(len(siblings)) + " elements: there is no place " + strconv.Itoa(index+1) + ".")
	}
	moved := slices.Insert(slices.Delete(slices.Clone(siblings), n.Index, n.Index+1), index, n)
	var edits []source.Edit
	for i, slot := range siblings {
		if moved[i] != slot {
			edits = append(edits, source.Edit{Start: slot.Start, End: slot.End, Insert: t.Document.Text[moved[i].Start:moved[i].End]})
		}
	}
	return Change{Edits: edits, Pointer: n.Parent.Pointer() + "/" + strconv.Itoa(index)}
}

func (t *Text) rename(n *source.Node, key string) Change {
	s := t.spotOf(n.Parent).shape
	switch {
	case s == nil || s.Kind != contract.Map || n.Parent.Kind != source.Object:
		return refused("Only entries of maps can be renamed.")
	case n.Name == key:
		return Change{Pointer: n.Pointer()}
	case n.Parent.Member(key) != nil:
		return refused("There is an entry of the name " + strconv.Quote(key) + " already: choose another.")
	}
	return Change{Edits: t.Document.Rename(n, key), Pointer: n.Parent.Pointer() + "/" + source.EscapePointer(key)}
}
