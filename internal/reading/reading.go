// Package reading is what is made of a text in another language, in two steps: a reader makes
// a tree of values of it, as the language has them, and package foreign makes of that tree a
// [Document], a user pool in the API's names. The document is what crosses, as a string, from
// the program that holds the languages to the engine. Nothing here knows a language.
package reading

// Kind is what a [Value] is. The zero value is invalid.
type Kind byte

// The kinds of a value. Those from Reference on have a value only when their program runs,
// or when what they name is told elsewhere in the text.
const (
	Null   Kind = 'z'
	Bool   Kind = 'b'
	Number Kind = 'n'
	String Kind = 's'
	List   Kind = 'l'
	Object Kind = 'o'
	// Reference names a value: Text is its path, "var.stage".
	Reference Kind = 'r'
	// Template is the text of its children, one behind the other; with the Tag [Sum] what + makes of them, which of
	// lists, objects and numbers is none.
	Template Kind = 't'
	// Call is a function, Tag, of its children.
	Call Kind = 'c'
	// Conditional is, by the first of its three children, the second or the third.
	Conditional Kind = 'q'
	// Expression is any other.
	Expression Kind = 'x'
)

// Value is one value of the text.
type Value struct {
	Kind Kind
	// From and To enclose it, in bytes.
	From, To int
	// WrittenFrom and WrittenTo enclose a value that was worked out where the text writes it; 0 for any other.
	WrittenFrom, WrittenTo int
	// Name is a member's name in an Object, decoded; "" elsewhere. NameFrom and NameTo enclose
	// it, with its quotes.
	Name             string
	NameFrom, NameTo int
	// Text is a String decoded, a Number as spelt, a Bool as "true" or "false", a Reference's
	// path, and an Expression as written.
	Text string
	// Tag is YAML's tag, "!Ref", or the name of a Call. A value with a tag is not what it seems.
	Tag string
	// Plain is set on a String, Bool or Null of YAML that has no quotes, and Text is then as it
	// is written: what it is depends on YAML's version.
	Plain bool
	// Block is set on an Object that may be repeated under one name; Labels are the names
	// that follow the block's own.
	Block  bool
	Labels []string
	// Children are an Object's members, of which one may be there several times, or a List's
	// elements.
	Children []*Value
	// Role is what the value is where it stands, beside a member or an element: one of those
	// below, or "".
	Role string
}

// The roles of a value.
const (
	Spread      = "..."    // its members or elements stand for themselves: **options
	Assigned    = "="      // of a program: what the variable Name is set to
	Default     = "=?"     // of a program: what the parameter Name of a function is where nothing is given
	Grown       = "+="     // what the variable Name gets behind what it has
	Member      = "[]="    // an Object of members that the variable Name gets
	Within      = "[][]="  // in a Member: what Name has gets these as well, elements of a List or members; Text is the statement
	Lost        = "lost"   // the variable Name is changed where that cannot be followed
	MakesClient = "client" // of a program: what makes an app client
	File        = "file"   // what the file Name gets as its contents
)

// Sum is the Tag of a Template that a program writes with a +.
const Sum = "+"

// The names of the Calls that no program writes.
const (
	OnlyIf   = "only if"  // its one child, in some cases alone: Text says in which
	Index    = "at index" // of two: the part of the first that the second names
	Not      = "is not"   // the boolean that its one child is not
	Cast     = "as type"  // its one child as the type that Text names
	Embedded = "embedded" // the Tag of a command that stands in a text of another language
)

// Input is the Name of a File that a command reads from what stands behind it: <<END.
const Input = "-"

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
	From, To int
	// Message says what is wrong, in a sentence.
	Message string
}

// Reading is what became of a text. Root is nil where nothing could be made out.
type Reading struct {
	Root   *Value
	Faults []Fault
}

// Limits of a text, checked before any parser sees it: parsers recurse, and the stack that
// JavaScript gives a WebAssembly program is small.
const (
	MaxBytes  = 512 << 10
	MaxDepth  = 120
	MaxValues = 100_000
)

// Kids returns the children of a value, none for an absent one.
func (v *Value) Kids() []*Value {
	if v == nil {
		return nil
	}
	return v.Children
}
