package foreign

import (
	"slices"
	"userpoolplayground/wasm/json"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

// node makes a node of the API's tree at the place of a value.
func node(kind source.Kind, v *reading.Value) *source.Node {
	return &source.Node{Kind: kind, Start: v.From, End: v.To, NameStart: v.NameFrom, NameEnd: v.NameTo, From: v.WrittenFrom, To: v.WrittenTo}
}

// unknownNode is a value that is known only when the tool runs.
func unknownNode(v *reading.Value, expression, why string) *source.Node {
	n := node(source.Unknown, v)
	n.Text, n.Why = expression, why
	return n
}

// set gives an object a member, in place of one of the same name.
func set(object *source.Node, name string, n *source.Node) {
	n.Name = name
	for i, c := range object.Children {
		if c.Name == name {
			object.Children[i] = n
			return
		}
	}
	object.Children = append(object.Children, n)
}

// unset takes a member out of an object and returns it, nil where there is none.
func unset(object *source.Node, name string) *source.Node {
	n := object.Member(name)
	object.Children = slices.DeleteFunc(object.Children, func(c *source.Node) bool { return c == n })
	return n
}

// order puts members in the reference's order; what is no member comes last.
func order(object *source.Node, s *contract.Shape) {
	place := func(c *source.Node) int {
		if i := slices.IndexFunc(s.Members, func(m *contract.Member) bool { return m.Name == c.Name }); i >= 0 {
			return i
		}
		return len(s.Members)
	}
	slices.SortStableFunc(object.Children, func(a, b *source.Node) int { return place(a) - place(b) })
}

// asIs makes nodes of a value as it stands: its names are not the API's.
func (m *mapper) asIs(v *reading.Value) *source.Node {
	switch v.Kind {
	case reading.Null:
		return node(source.Null, v)
	case reading.Bool:
		if v.Text == "true" {
			return node(source.True, v)
		}
		return node(source.False, v)
	case reading.Number:
		if !json.Valid([]byte(v.Text)) {
			break
		}
		n := node(source.Number, v)
		n.Text = v.Text
		return n
	case reading.String:
	case reading.List, reading.Object:
		n := node(source.Array, v)
		if v.Kind == reading.Object {
			n.Kind = source.Object
		}
		for _, c := range v.Children {
			below := m.asIs(c)
			below.Name = c.Name
			n.Children = append(n.Children, below)
		}
		return n
	default:
		return unknownNode(v, m.shown(v), m.called+" works it out when it runs.")
	}
	n := node(source.String, v)
	n.Text = v.Text
	return n
}
