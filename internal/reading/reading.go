// Package reading is what a reader makes of a text in another language: a tree of values
// with their places, and what could not be read. It knows no language and nothing of
// Cognito; it is what crosses, as JSON, from the program that holds the parsers to the
// engine, which gives the tree its meaning.
package reading

// Kind is what a [Value] is. The zero value is invalid.
type Kind string

// The kinds of a value.
const (
	Null   Kind = "null"
	Bool   Kind = "bool"
	Number Kind = "number"
	String Kind = "string"
	List   Kind = "list"
	Object Kind = "object"
	// Expression is what has a value only when its program runs: a variable, a call.
	Expression Kind = "expression"
)

// Value is one value of the text.
type Value struct {
	Kind Kind `json:"kind"`
	// From and To enclose it, or the part of it that is best underlined, in bytes.
	From int `json:"from"`
	To   int `json:"to"`
	// Name is a member's name in an Object, decoded; "" elsewhere.
	Name string `json:"name,omitempty"`
	// Text is a String decoded, a Number as spelt, a Bool as "true" or "false", and an
	// Expression as written.
	Text string `json:"text,omitempty"`
	// Tag is what the language says of the value beside itself: YAML's "!Ref", the name of a
	// call. A value with a tag is not what it seems.
	Tag string `json:"tag,omitempty"`
	// Block is set on an Object that may be repeated under one name; Labels are the names
	// that follow the block's own.
	Block  bool     `json:"block,omitempty"`
	Labels []string `json:"labels,omitempty"`
	// Children are an Object's members, of which one may be there several times, or a List's
	// elements.
	Children []*Value `json:"children,omitempty"`
}

// Member returns the last member of an Object with a name, or nil.
func (v *Value) Member(name string) *Value {
	if v == nil || v.Kind != Object {
		return nil
	}
	for i := len(v.Children) - 1; i >= 0; i-- {
		if v.Children[i].Name == name {
			return v.Children[i]
		}
	}
	return nil
}

// Scalar reports whether a value holds no others and is known.
func (v *Value) Scalar() bool {
	return v.Kind == String || v.Kind == Number || v.Kind == Bool
}

// Fault is a place where the text is not in its language.
type Fault struct {
	From int `json:"from"`
	To   int `json:"to"`
	// Message says what is wrong, in a sentence.
	Message string `json:"message"`
}

// Reading is what became of a text. Root is nil where nothing could be made out.
type Reading struct {
	Root   *Value  `json:"root,omitempty"`
	Faults []Fault `json:"faults,omitempty"`
}

// Limits of a text, checked before any parser sees it: parsers recurse, and the stack that
// JavaScript gives a WebAssembly program is small.
const (
	MaxBytes  = 512 << 10
	MaxDepth  = 120
	MaxValues = 100_000
)
