// Package request is the text as the service's own parser takes it into the model: the
// contract's members only, nulls dropped, of a name given twice the last, integers cut
// and clamped. What it cannot take is a finding of stage types; members it does not know
// are listed. Values know the node of the text that they came from.
//
// Types are checked here by walking the contract and not by a JSON Schema validator: the
// service drops nulls and unknown members first, cuts fractions, and answers with the
// first mismatch in the order of the text.
package request

import (
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/source"
)

// Value is one value of a request. A nil Value is one that is absent: every method takes
// it, so that rules read deep members without asking at each step.
type Value struct {
	Shape *contract.Shape
	// Member is nil for elements of lists and entries of maps.
	Member *contract.Member
	// Name is the member's or the map key's; Index the place among the children.
	Name   string
	Index  int
	Node   *source.Node
	Parent *Value
	// Children of a structure, list or map, in the order of the text.
	Children []*Value
	// Incomplete is set when a child is not among Children: it is of the wrong type, or there
	// are some that are not known.
	Incomplete bool

	// unknown is set on a value that is given, and known only when a tool runs; open on a
	// structure, list or map that has others than its Children, which are not known either.
	unknown, open *source.Node
	reads         *reads
	text          string
	integer       int64
	boolean       bool
}

// reads gathers the unknown values that were asked for.
type reads struct{ touched []*Value }

// Unknown returns the node of a value that is given, and known only when a tool runs; nil of
// any other. Its text, number or children are those of an absent one.
func (v *Value) Unknown() *source.Node {
	if v == nil {
		return nil
	}
	return v.unknown
}

// Open returns the node of further members or elements that are not known, or nil.
func (v *Value) Open() *source.Node {
	if v == nil {
		return nil
	}
	return v.open
}

// touch notes that something was asked of a value that is not known, or not wholly.
func (v *Value) touch() {
	if v.unknown != nil || v.open != nil {
		v.reads.touched = append(v.reads.touched, v)
	}
}

// Get returns the value some members deeper, or nil.
func (v *Value) Get(names ...string) *Value {
	for _, name := range names {
		if v == nil {
			return nil
		}
		c := v.child(name)
		if c == nil && (v.unknown != nil || v.open != nil) {
			v.touch()
		}
		v = c
	}
	return v
}

func (v *Value) child(name string) *Value {
	for _, c := range v.Children {
		if c.Name == name && v.Shape.Kind != contract.List {
			return c
		}
	}
	return nil
}

// Elements returns a list's elements, none for an absent one.
func (v *Value) Elements() []*Value {
	if v == nil {
		return nil
	}
	v.touch()
	return v.Children
}

// Text returns a string's text, "" for an absent one.
func (v *Value) Text() string {
	if v == nil {
		return ""
	}
	v.touch()
	return v.text
}

// Int returns an integer as the service reads it, 0 for an absent one.
func (v *Value) Int() int64 {
	if v == nil {
		return 0
	}
	v.touch()
	return v.integer
}

// Bool returns a boolean, false for an absent one.
func (v *Value) Bool() bool {
	if v == nil {
		return false
	}
	v.touch()
	return v.boolean
}

// Is reports whether the value is a string with one of these texts.
func (v *Value) Is(texts ...string) bool {
	if v == nil || v.Shape.Kind != contract.String {
		return false
	}
	if v.touch(); v.unknown != nil {
		return false
	}
	for _, text := range texts {
		if v.text == text {
			return true
		}
	}
	return false
}

// Has returns the first element of a list of strings with one of these texts, or nil.
func (v *Value) Has(texts ...string) *Value {
	for _, e := range v.Elements() {
		if e.Is(texts...) {
			return e
		}
	}
	return nil
}

// Pointer returns the value's JSON Pointer into the text.
func (v *Value) Pointer() string {
	if v == nil {
		return ""
	}
	return v.Node.Pointer()
}

// Field returns the contract's member that the value is of: its own, or for an element or
// an entry that of the list or map around it.
func (v *Value) Field() *contract.Member {
	for ; v != nil; v = v.Parent {
		if v.Member != nil {
			return v.Member
		}
	}
	return nil
}

// FieldName returns the name to call the value by: its own, or for an element that of
// the list it is in.
func (v *Value) FieldName() string {
	for ; v != nil; v = v.Parent {
		if v.Name != "" {
			return v.Name
		}
	}
	return ""
}

// Unknown is a member of the text that the contract does not have.
type Unknown struct {
	Node *source.Node
	In   *contract.Shape
}

// Request is a text taken into the model.
type Request struct {
	// Root is never nil; it is empty when the text is not an object.
	Root *Value
	// Mistyped are the values that the service cannot take, in the order of the text.
	Mistyped []diagnostic.Diagnostic
	Unknown  []Unknown

	reads reads
}

// Touched returns the unknown values that were asked for since the last call.
func (r *Request) Touched() []*Value {
	touched := r.reads.touched
	r.reads.touched = nil
	return touched
}

// Whole reports whether all of the request is known.
func (r *Request) Whole() bool { return r.Root.whole() }

func (v *Value) whole() bool {
	if v.unknown != nil || v.open != nil {
		return false
	}
	for _, c := range v.Children {
		if !c.whole() {
			return false
		}
	}
	return true
}

// Get returns a member of the request by its path, or nil.
func (r *Request) Get(names ...string) *Value { return r.Root.Get(names...) }

// Read takes a parsed text into the model of a contract.
func Read(d *source.Document, c *contract.Contract) *Request {
	r := &Request{Root: &Value{Shape: c.Request, Node: d.Root}}
	switch {
	case d.Root == nil:
		r.Root.Node = &source.Node{Kind: source.Object}
	case d.Root.Kind != source.Object:
		r.Mistyped = []diagnostic.Diagnostic{{
			Rule: "not-a-request", Stage: diagnostic.Types, Severity: diagnostic.Error,
			Start: d.Root.Start, End: d.Root.End, Evidence: diagnostic.Inferred,
			Facts: diagnostic.NotARequest{Found: d.Root.Kind},
		}}
	default:
		r.fill(r.Root)
	}
	return r
}

// fill reads the children of a structure, list or map.
func (r *Request) fill(v *Value) {
	for _, n := range v.Node.Children {
		if n.Others() {
			// Of a list it is one element or many: which place the next ones have is not known.
			v.open, v.reads, v.Incomplete = n, &r.reads, true
			continue
		}
		child := &Value{Node: n, Parent: v, Name: n.Name, Index: len(v.Children)}
		switch v.Shape.Kind {
		case contract.Structure:
			child.Member = v.Shape.Member(n.Name)
			if child.Member == nil {
				r.Unknown = append(r.Unknown, Unknown{n, v.Shape})
				continue
			}
			child.Shape = child.Member.Shape
		default:
			child.Shape = v.Shape.Element
		}
		if n.Kind == source.Null || n.Shadowed {
			continue
		}
		if n.Kind == source.Unknown {
			child.unknown, child.reads = n, &r.reads
			v.Children = append(v.Children, child)
			continue
		}
		if !child.take() {
			v.Incomplete = true
			r.Mistyped = append(r.Mistyped, mistyped(child))
			continue
		}
		if !child.Shape.Scalar() {
			r.fill(child)
		}
		v.Children = append(v.Children, child)
	}
}

// take reads the node as the value's shape and reports whether it can be.
func (v *Value) take() bool {
	n := v.Node
	switch v.Shape.Kind {
	case contract.String:
		v.text = n.Text
		return n.Kind == source.String
	case contract.Integer:
		v.integer = integer(n.Text)
		return n.Kind == source.Number
	case contract.Boolean:
		v.boolean = n.Kind == source.True
		return n.Kind == source.True || n.Kind == source.False
	case contract.List:
		return n.Kind == source.Array
	case contract.Map, contract.Structure:
		return n.Kind == source.Object
	}
	return false
}

func mistyped(v *Value) diagnostic.Diagnostic {
	return diagnostic.Diagnostic{
		Rule: "wrong-type", Stage: diagnostic.Types, Severity: diagnostic.Error,
		Pointer: v.Pointer(), Start: v.Node.Start, End: v.Node.End, Evidence: diagnostic.Observed,
		Facts: diagnostic.WrongType{Name: v.FieldName(), Member: v.Field(), Found: v.Node.Kind, Wanted: v.Shape, Text: v.Node.Text},
	}
}

// The service holds integers in 32 bits: it cuts fractions and clamps what is beyond.
const (
	maxInteger = 1<<31 - 1
	minInteger = -1 << 31
)

// integer reads a JSON number of any size without computing it: 1e1000001 costs what its
// nine characters cost.
func integer(literal string) int64 {
	if len(literal) < len("2147483647") {
		if n, err := strconv.Atoi(literal); err == nil {
			return int64(n)
		}
	}
	return anyInteger(literal)
}

func anyInteger(literal string) int64 {
	digits, negative := strings.CutPrefix(literal, "-")
	mantissa, exponentText := digits, "0"
	if i := strings.IndexAny(digits, "eE"); i >= 0 {
		mantissa, exponentText = digits[:i], strings.TrimPrefix(digits[i+1:], "+")
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	all := strings.TrimLeft(whole+fraction, "0")
	if all == "" {
		return 0
	}
	exponent, err := strconv.Atoi(exponentText)
	if err != nil || exponent > 1<<30 || exponent < -1<<30 { // too large for any mantissa to matter
		if strings.HasPrefix(exponentText, "-") {
			return 0
		}
		return clamp(negative)
	}
	// The value is 0.all × 10^places.
	places := len(all) - len(fraction) + exponent
	switch {
	case places <= 0:
		return 0
	case places > 10:
		return clamp(negative)
	}
	if len(all) < places {
		all += strings.Repeat("0", places-len(all))
	}
	n, _ := strconv.ParseInt(all[:places], 10, 64)
	if n > maxInteger {
		return clamp(negative)
	}
	if negative {
		return -n
	}
	return n
}

func clamp(negative bool) int64 {
	if negative {
		return minInteger
	}
	return maxInteger
}

// Instance returns the request as maps, slices and scalars for a JSON Schema validator.
func (r *Request) Instance() any { return r.Root.Instance() }

// Instance returns the value as maps, slices and scalars for a JSON Schema validator. What is
// not known is left out.
func (v *Value) Instance() any {
	switch v.Shape.Kind {
	case contract.String:
		return v.text
	case contract.Integer:
		return v.integer
	case contract.Boolean:
		return v.boolean
	case contract.List:
		list := make([]any, len(v.Children))
		for i, c := range v.Children {
			list[i] = c.Instance()
		}
		return list
	}
	object := make(map[string]any, len(v.Children))
	for _, c := range v.Children {
		if c.unknown == nil {
			object[c.Name] = c.Instance()
		}
	}
	return object
}

// At returns the value at a JSON Pointer of [Request.Instance]; deepest is the last one
// on the way that is there, and rest what was left of the pointer.
func (r *Request) At(pointer string) (deepest *Value, rest []string) {
	v, tokens := r.Root, source.SplitPointer(pointer)
	for len(tokens) > 0 {
		var next *Value
		if v.Shape.Kind == contract.List {
			if i, err := strconv.Atoi(tokens[0]); err == nil && i < len(v.Children) {
				next = v.Children[i]
			}
		} else {
			next = v.child(tokens[0])
		}
		if next == nil {
			break
		}
		v, tokens = next, tokens[1:]
	}
	return v, tokens
}
