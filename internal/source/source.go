// Package source holds the user's text: a strict JSON parser that goes on after a
// fault, so that a half-written request still has places to point at, the way from a
// JSON Pointer to a range and back, UTF-16 offsets, and edits that keep the author's
// indentation. It knows JSON and nothing of Cognito.
//
// Offsets in this package are UTF-8 bytes. [Document.UTF16] is the one place where they
// become what editors count in.
package source

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Kind is the JSON type of a [Node]. The zero value is invalid.
type Kind uint8

// The JSON types. True and False are two, as the service names them apart.
const (
	Null Kind = iota + 1
	False
	True
	Number
	String
	Array
	Object
	// Unknown is what has a value only when a tool runs: a parameter, a call. JSON has none.
	Unknown
)

// Node is one JSON value with its place in the text.
type Node struct {
	Kind Kind
	// Start and End enclose the value, in bytes.
	Start, End int
	// From and To enclose what a change replaces, where the text writes the value in another place than it stands: the
	// default of a parameter, what a variable is set to. Both are 0 elsewhere.
	From, To int
	// Name is the member's decoded name when Parent is an Object; NameStart and NameEnd
	// enclose it with its quotes.
	Name               string
	NameStart, NameEnd int
	// Text is the decoded string, the number as spelt, or the expression of an Unknown as it is
	// written.
	Text string
	// Why says of an Unknown, in a sentence, why it has no value yet. One without a name among
	// an Object's children stands for members that are not known.
	Why      string
	Parent   *Node
	Children []*Node
	// Index is the place among the parent's children.
	Index int
	// Shadowed is set on a member whose name is given again further down, which is the one
	// that parsers keep.
	Shadowed bool
	// Unclosed is set where the closing bracket or quote is missing.
	Unclosed bool
	// Unfinished are an Object's members that have no value yet, in the order of the text.
	// They are no Children: their Kind is zero, and Start and End are where the value
	// belongs, behind the colon, or behind the name when that is missing too.
	Unfinished []*Node
}

// Member returns the last child of that name, which is the one JSON parsers keep of a
// name given twice, or nil.
func (n *Node) Member(name string) *Node {
	if n == nil || n.Kind != Object {
		return nil
	}
	for i := len(n.Children) - 1; i >= 0; i-- {
		if n.Children[i].Name == name {
			return n.Children[i]
		}
	}
	return nil
}

// Others reports whether an Unknown stands for members or elements of its parent that are not
// known, and not for one of them.
func (n *Node) Others() bool { return n.Kind == Unknown && n.Name == "" && n.NameEnd <= n.NameStart }

// Pointer returns the node's JSON Pointer (RFC 6901), "" for the root.
func (n *Node) Pointer() string {
	if n == nil || n.Parent == nil {
		return ""
	}
	return string(n.appendPointer(make([]byte, 0, 128)))
}

func (n *Node) appendPointer(b []byte) []byte {
	if n.Parent == nil {
		return b
	}
	b = append(n.Parent.appendPointer(b), '/')
	if n.Parent.Kind == Object {
		return append(b, EscapePointer(n.Name)...)
	}
	return strconv.AppendInt(b, int64(n.Index), 10)
}

var pointerEscaper = strings.NewReplacer("~", "~0", "/", "~1")

// EscapePointer escapes one reference token of a JSON Pointer.
func EscapePointer(token string) string {
	if strings.IndexByte(token, '~') < 0 && strings.IndexByte(token, '/') < 0 {
		return token
	}
	return pointerEscaper.Replace(token)
}

var pointerUnescaper = strings.NewReplacer("~1", "/", "~0", "~")

// SplitPointer returns the unescaped reference tokens of a JSON Pointer.
func SplitPointer(pointer string) []string {
	if pointer == "" {
		return nil
	}
	tokens := strings.Split(pointer[1:], "/")
	for i, token := range tokens {
		tokens[i] = pointerUnescaper.Replace(token)
	}
	return tokens
}

// Mark returns the part of a node that is best underlined: a value on one line whole, one
// of several lines by its name, or by its bracket where it has none.
func (d *Document) Mark(n *Node) (start, end int) {
	if n == nil {
		return 0, 0
	}
	if n.End <= n.Start && n.NameEnd > n.NameStart {
		return n.NameStart, n.NameEnd // what a tool adds has the place of what it is added for
	}
	if n.Kind != Object && n.Kind != Array || !strings.Contains(d.Text[n.Start:n.End], "\n") {
		return n.Start, n.End
	}
	if n.NameEnd > n.NameStart {
		return n.NameStart, n.NameEnd
	}
	return n.Start, Beginning(d.Text, n.Start)
}

// Beginning is where the beginning of what stands at a place ends: its bracket, or in a language that needs none
// the word there, of which one letter would hardly be seen.
func Beginning(text string, at int) (end int) {
	if at >= len(text) {
		return at
	}
	if quote := text[at]; quote == '"' || quote == '\'' {
		if end := strings.IndexByte(text[at+1:], quote); end >= 0 && !strings.Contains(text[at:at+1+end], "\n") {
			return at + 1 + end + 1
		}
	}
	end = at
	for end < len(text) && (text[end] == '_' || text[end] == '.' || text[end] == '-' || '0' <= text[end] && text[end] <= '9' || 'A' <= text[end]&^0x20 && text[end]&^0x20 <= 'Z') {
		end++
	}
	if text[at:end] == "new" && end+1 < len(text) && text[end] == ' ' {
		return Beginning(text, end+1)
	}
	if end == at || text[at] == '-' {
		_, size := utf8.DecodeRuneInString(text[at:])
		return at + size
	}
	return end
}

// Fault is one place where the text is not JSON, or is JSON that cannot mean what it
// seems to say.
type Fault struct {
	// Rule names the kind of fault: "trailing-comma", "unclosed-string", …
	Rule string
	// Start and End enclose what is wrong, in bytes.
	Start, End int
	// Message says what is wrong and what to do.
	Message string
	// Fix mends it; nil when no edit is sure to.
	Fix *Fix
	// Warning is set where the text is JSON all the same.
	Warning bool
	// Related is a second place that the message speaks of, or nil.
	Related *Node
}

// Fix is an edit with its name, as a person reads it on a button.
type Fix struct {
	Title string
	Edits []Edit
	// Safe is set when the text says the same afterwards, only rightly spelt: nothing is
	// guessed, added or lost.
	Safe bool
	// FillIn is set when the edits write examples for a person to replace.
	FillIn bool
}

// Edit replaces the bytes from Start to End with Insert.
type Edit struct {
	Start, End int
	Insert     string
}

// Document is a parsed text.
type Document struct {
	Text string
	// Root is nil where no value was found or the text is over a limit.
	Root *Node
	// Faults are sorted by place.
	Faults []Fault
	// Faithful is set when Root says what the author meant: the text is JSON, or each of
	// its faults is one whose Fix leaves the tree as it is (a comment, a trailing comma).
	Faithful bool
	// OverLimit is set where the text is beyond a limit: Faults has that alone.
	OverLimit bool
	// Comments are the places of the comments, sorted; one that is never closed goes on to
	// the end.
	Comments []Span

	// hand writes changes where the text is not JSON; see [Of].
	hand    Hand
	foreign bool

	checkpoints []int
	ascii       bool
}

// Of returns the document of a text in another language, whose tree a reader has made: its
// names are those of the API, its places those of the text. hand may be nil.
func Of(text string, root *Node, hand Hand) *Document {
	return &Document{Text: text, Root: root, Faithful: root != nil, hand: hand, foreign: true}
}

// Foreign reports whether the text is in another language than JSON, so that its bytes do not
// say what its tree does.
func (d *Document) Foreign() bool { return d.foreign }

// Span is a part of the text, in bytes.
type Span struct{ Start, End int }

// Malformed reports whether the text is not JSON.
func (d *Document) Malformed() bool {
	for _, f := range d.Faults {
		if !f.Warning {
			return true
		}
	}
	return d.Root == nil
}

// Find returns the node at a JSON Pointer, or nil.
func (d *Document) Find(pointer string) *Node {
	n := d.Root
	for _, token := range SplitPointer(pointer) {
		if n == nil {
			return nil
		}
		if n.Kind == Array {
			i, err := strconv.Atoi(token)
			if err != nil || i < 0 || i >= len(n.Children) {
				return nil
			}
			n = n.Children[i]
			continue
		}
		n = n.Member(token)
	}
	return n
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// stride is how many bytes lie between two checkpoints: few enough to walk for every
// offset, many enough that a megabyte of text keeps a small table.
const stride = 512

// UTF16 converts a byte offset into the text to a count of UTF-16 code units, which is
// what JavaScript strings and CodeMirror count in. Every byte that is no UTF-8 counts as
// one unit, as the U+FFFD does that browsers decode it to.
func (d *Document) UTF16(offset int) int {
	if d.checkpoints == nil {
		d.ascii = isASCII(d.Text)
		d.checkpoints = make([]int, 1, len(d.Text)/stride+2)
	}
	if d.ascii {
		return min(offset, len(d.Text))
	}
	if len(d.checkpoints) == 1 {
		units, next := 0, stride
		for i := 0; i < len(d.Text); {
			width, size := unit(d.Text[i:])
			units += width
			i += size
			for i >= next {
				// A character that straddles the checkpoint is counted before it.
				d.checkpoints = append(d.checkpoints, units)
				next += stride
			}
		}
	}
	at := offset / stride
	if at >= len(d.checkpoints) {
		at = len(d.checkpoints) - 1
	}
	units, i := d.checkpoints[at], at*stride
	for i < len(d.Text) && i > 0 && !utf8.RuneStart(d.Text[i]) && straddles(d.Text, i) {
		i++
	}
	for i < offset && i < len(d.Text) {
		width, size := unit(d.Text[i:])
		units += width
		i += size
	}
	return units
}

// Offset converts a count of UTF-16 code units back to bytes; inside a character of two
// units it is the character's beginning. ok is false beyond the end of the text.
func (d *Document) Offset(units int) (offset int, ok bool) {
	total := d.UTF16(len(d.Text))
	if units < 0 || units > total {
		return 0, false
	}
	at := sort.SearchInts(d.checkpoints, units+1) - 1
	offset, passed := min(at*stride, len(d.Text)), d.checkpoints[at]
	for offset < len(d.Text) && offset > 0 && straddles(d.Text, offset) {
		offset++
	}
	for offset < len(d.Text) {
		width, size := unit(d.Text[offset:])
		if passed+width > units {
			break
		}
		passed += width
		offset += size
	}
	return offset, true
}

// straddles reports whether the byte at i continues a character that began before it.
func straddles(text string, i int) bool {
	for start := i - 1; start >= 0 && start >= i-utf8.UTFMax+1; start-- {
		if utf8.RuneStart(text[start]) {
			_, size := utf8.DecodeRuneInString(text[start:])
			return start+size > i
		}
	}
	return false
}

func unit(s string) (width, size int) {
	if s[0] < utf8.RuneSelf {
		return 1, 1
	}
	r, size := utf8.DecodeRuneInString(s)
	if r > 0xFFFF {
		return 2, size
	}
	return 1, size
}
