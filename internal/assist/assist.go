// Package assist helps to write a request: what could stand at a place (completion), what
// is known of what stands there (hover), and the request as a form with the edits that a
// form makes in the text. Everything is drawn from the contract and the text: no member of
// the API is named here, so a new one is offered without a line more. Right or wrong is
// check's business.
//
// Offsets are UTF-8 bytes, as in package source.
package assist

import (
	"userpoolplayground/internal/account"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// Text is a user's text, broken or not, beside the contract of a day.
type Text struct {
	Document *source.Document

	contract *contract.Contract
	request  *request.Request
	account  account.Account
	absence  *userpool.Absence
	day      string
}

// Read takes a text. The options are those of the reply; their account is completed from
// the text.
func Read(text string, o userpool.Options) *Text {
	d := source.Parse(text)
	r := request.Read(d, o.Contract)
	o.Account = o.Account.Complete(r)
	return &Text{
		Document: d, contract: o.Contract, request: r, account: o.Account, day: o.Day,
		absence: userpool.NewAbsence(r, o),
	}
}

// spot is what the contract knows of a node.
type spot struct {
	shape *contract.Shape
	// member is the structure's member that the node is, nil for elements and entries.
	member *contract.Member
}

// spotOf returns what the contract knows of a node; without a shape where it knows nothing.
func (t *Text) spotOf(n *source.Node) spot {
	if n.Parent == nil {
		return spot{shape: t.contract.Request}
	}
	return childSpot(t.spotOf(n.Parent).shape, n.Parent.Kind, n.Name)
}

// childSpot steps from the shape of an object or list to that of a child.
func childSpot(s *contract.Shape, kind source.Kind, name string) spot {
	switch {
	case s == nil:
		return spot{}
	case s.Kind == contract.Structure && kind == source.Object:
		if m := s.Member(name); m != nil {
			return spot{m.Shape, m}
		}
	case s.Kind == contract.Map && kind == source.Object, s.Kind == contract.List && kind == source.Array:
		return spot{shape: s.Element}
	}
	return spot{}
}

// holds reports whether a value of this shape is written as a node of this kind.
func holds(s *contract.Shape, kind source.Kind) bool {
	switch s.Kind {
	case contract.String:
		return kind == source.String
	case contract.Integer, contract.Timestamp:
		return kind == source.Number
	case contract.Boolean:
		return kind == source.True || kind == source.False
	case contract.List:
		return kind == source.Array
	}
	return kind == source.Object
}

// field is the nearest member around a node, itself included: whose element it is.
func (t *Text) field(n *source.Node) *contract.Member {
	for ; n != nil; n = n.Parent {
		if m := t.spotOf(n).member; m != nil {
			return m
		}
	}
	return nil
}
