package service

import (
	"strconv"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// What a state keeps are trees without places: what was said, in the order of the reference and
// without what the service passes over.

// object is an object of members that know their names.
func object(members []*source.Node) *source.Node {
	n := &source.Node{Kind: source.Object, Children: members}
	n.Adopt()
	return n
}

// bare returns a copy of a tree without its places, nil of none.
func bare(n *source.Node) *source.Node {
	if n == nil {
		return nil
	}
	made := &source.Node{Kind: n.Kind, Name: n.Name, Text: n.Text}
	if len(n.Children) > 0 {
		made.Children = make([]*source.Node, 0, len(n.Children))
	}
	for i, c := range n.Children {
		below := bare(c)
		below.Parent, below.Index = made, i
		made.Children = append(made.Children, below)
	}
	return made
}

// said is a value of a request as the service took it.
func said(v *request.Value) *source.Node {
	n := &source.Node{Name: v.Name}
	if v.Parent != nil && v.Parent.Shape.Kind == contract.List {
		n.Name = ""
	}
	switch v.Shape.Kind {
	case contract.String:
		n.Kind, n.Text = source.String, v.Text()
	case contract.Integer:
		n.Kind, n.Text = source.Number, strconv.FormatInt(v.Int(), 10)
	case contract.Boolean:
		n.Kind = source.False
		if v.Bool() {
			n.Kind = source.True
		}
	case contract.List:
		n.Kind = source.Array
	default:
		n.Kind = source.Object
	}
	if v.Shape.Kind == contract.Structure {
		for _, m := range v.Shape.Members {
			if c := v.Get(m.Name); c != nil {
				n.Children = append(n.Children, said(c))
			}
		}
	} else {
		for _, c := range v.Children {
			n.Children = append(n.Children, said(c))
		}
	}
	n.Adopt()
	return n
}

// shown is a value of an answer as a tree.
func shown(v *userpool.Value) *source.Node {
	n := &source.Node{Name: v.Name, Text: v.Text}
	switch v.Kind {
	case contract.String:
		n.Kind = source.String
	case contract.Boolean:
		n.Kind, n.Text = source.False, ""
		if v.Text == "true" {
			n.Kind = source.True
		}
	case contract.List:
		n.Kind = source.Array
	case contract.Map, contract.Structure:
		n.Kind = source.Object
	default:
		n.Kind = source.Number
	}
	for _, c := range v.Children {
		n.Children = append(n.Children, shown(c))
	}
	n.Adopt()
	return n
}

// value is a tree as a value of an answer.
func value(n *source.Node, origin userpool.Origin) *userpool.Value {
	v := &userpool.Value{Name: n.Name, Text: n.Text, Origin: origin}
	switch n.Kind {
	case source.String:
		v.Kind = contract.String
	case source.Number:
		v.Kind = contract.Integer
	case source.True, source.False:
		v.Kind, v.Text = contract.Boolean, strconv.FormatBool(n.Kind == source.True)
	case source.Array:
		v.Kind = contract.List
	default:
		v.Kind = contract.Structure
	}
	for _, c := range n.Children {
		v.Children = append(v.Children, value(c, origin))
	}
	return v
}

// appendNode writes a tree as JSON on one line.
func appendNode(w []byte, n *source.Node) []byte {
	switch n.Kind {
	case source.String:
		return source.AppendQuoted(w, n.Text)
	case source.Number:
		return append(w, n.Text...)
	case source.True:
		return append(w, "true"...)
	case source.False:
		return append(w, "false"...)
	case source.Array:
		w = append(w, '[')
		for i, c := range n.Children {
			if i > 0 {
				w = append(w, ',')
			}
			w = appendNode(w, c)
		}
		return append(w, ']')
	case source.Object:
		w = append(w, '{')
		for i, c := range n.Children {
			if i > 0 {
				w = append(w, ',')
			}
			w = append(source.AppendQuoted(w, c.Name), ':')
			w = appendNode(w, c)
		}
		return append(w, '}')
	}
	return append(w, "null"...)
}

// spelt is a tree as JSON that a person reads: with a space behind each comma and colon.
func spelt(n *source.Node) string {
	if n.Kind != source.Array && n.Kind != source.Object {
		return string(appendNode(nil, n))
	}
	open, closing := "{", "}"
	if n.Kind == source.Array {
		open, closing = "[", "]"
	}
	text := open
	for i, c := range n.Children {
		if i > 0 {
			text += ", "
		}
		if n.Kind == source.Object {
			text += source.Quote(c.Name) + ": "
		}
		text += spelt(c)
	}
	return text + closing
}
