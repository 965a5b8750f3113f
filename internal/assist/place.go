package assist

import (
	"sort"
	"strings"

	"userpoolplayground/internal/source"
)

// What can be written at a place.
type role uint8

const (
	nothing role = iota
	whole        // the text is empty: a request
	child        // a new member, entry or element of the container
	name         // the name of a member, of which something is typed
	value        // the value of a member or an element, there or not
)

// place is where the cursor stands.
type place struct {
	role role
	// container is the object or list around it.
	container *source.Node
	// node is what the cursor is in or belongs to: the member with the name or the value,
	// finished or not, or the element. nil for a new child.
	node *source.Node
	// word is where what is typed begins; start and end enclose what a completion replaces.
	word, start, end int
}

// placeAt finds the cursor's place.
func (t *Text) placeAt(offset int) place {
	d := t.Document
	if d.CommentAt(offset) != nil {
		return place{}
	}
	if d.Root == nil {
		if d.Next(0) == len(d.Text) && len(d.Text) <= source.MaxBytes {
			return place{role: whole, word: offset, start: offset, end: offset}
		}
		return place{}
	}
	container := d.Root
	if !within(container, offset) {
		return place{}
	}
	for {
		n := t.itemAt(container, offset)
		if n == nil {
			return place{role: child, container: container, word: offset, start: offset, end: offset}
		}
		if p, ok := t.placeIn(n, offset); ok {
			return p
		}
		container = n
	}
}

// within reports whether an offset lies between the brackets of an object or a list.
func within(n *source.Node, offset int) bool {
	return (n.Kind == source.Object || n.Kind == source.Array) && n.Start < offset && (offset < n.End || n.Unclosed && offset == n.End)
}

// itemAt returns the child, or the member without a value, that an offset is in or touches
// so that typing goes on in it; nil for a place between them.
func (t *Text) itemAt(container *source.Node, offset int) *source.Node {
	n := last(container.Children, offset)
	if u := last(container.Unfinished, offset); u != nil && (n == nil || begin(u) > begin(n)) {
		n = u
	}
	if n == nil {
		return nil
	}
	if container.Kind == source.Object && offset == begin(n) {
		return nil // before the name
	}
	switch {
	case n.Kind == 0 && n.Start > n.NameEnd: // a colon and no value: up to what comes next
		if offset <= n.Start || t.Document.Next(n.Start) >= offset {
			return n
		}
	case n.Kind == 0:
		// A name without quotes is as long as its text.
		if offset < n.NameEnd || offset == n.NameEnd && (n.Unclosed || n.NameEnd-n.NameStart == len(n.Name)) {
			return n
		}
	case offset < n.End && (offset > n.Start || container.Kind == source.Object):
		return n
	case offset == n.End && (n.Unclosed || n.Kind != source.String && n.Kind < source.Array || n.Kind == source.String && n.End-n.Start == len(n.Text)):
		return n
	}
	return nil
}

// last returns the last node of a list that begins at or before an offset.
func last(nodes []*source.Node, offset int) *source.Node {
	i := sort.Search(len(nodes), func(i int) bool { return begin(nodes[i]) > offset })
	if i == 0 {
		return nil
	}
	return nodes[i-1]
}

// begin is where a member's name, or an element, begins.
func begin(n *source.Node) int {
	if n.Parent != nil && n.Parent.Kind == source.Object {
		return n.NameStart
	}
	return n.Start
}

// placeIn is the place inside an item; ok is false when it lies deeper.
func (t *Text) placeIn(n *source.Node, offset int) (p place, ok bool) {
	p = place{container: n.Parent, node: n}
	named := n.Parent.Kind == source.Object
	switch {
	case named && (offset < n.NameEnd || offset == n.NameEnd && n.Kind == 0 && n.Start == n.NameEnd):
		p.role, p.word = name, t.pastQuote(n.NameStart)
		p.start, p.end = n.NameStart, t.nameEnd(n, offset)
	case n.Kind == 0:
		if offset >= n.Start {
			p.role, p.word, p.start, p.end = value, offset, offset, offset
		}
	case named && offset < n.Start && !strings.ContainsAny(t.Document.Text[n.NameEnd:offset], ":="):
		// between a name and its colon
	case within(n, offset):
		return p, false
	case n.Kind < source.Array:
		p.role, p.word = value, t.pastQuote(n.Start)
		p.start, p.end = n.Start, t.valueEnd(n, offset)
		if offset <= n.Start {
			p.word, p.end = offset, n.End
			p.start = min(offset, n.Start)
		}
	}
	p.word = min(p.word, offset)
	return p, true
}

// pastQuote is where the characters of a name or a string begin.
func (t *Text) pastQuote(start int) int {
	for _, quote := range []string{`"`, "'", "“", "”", "‘", "’", "„", "«"} {
		if strings.HasPrefix(t.Document.Text[start:], quote) {
			return start + len(quote)
		}
	}
	return start
}

// nameEnd is the end of the name that is typed at an offset. Where a colon follows, the
// parser is right about it. Else the name may have lost its quote and swallowed what
// comes after, and it goes as far as a name would.
func (t *Text) nameEnd(n *source.Node, offset int) int {
	if follows := t.Document.Next(n.NameEnd); follows < len(t.Document.Text) && strings.IndexByte(":=", t.Document.Text[follows]) >= 0 {
		return n.NameEnd
	}
	return t.wordEnd(offset)
}

// valueEnd is the same for a scalar, behind which a comma, a closing bracket or nothing
// follows when the parser is right.
func (t *Text) valueEnd(n *source.Node, offset int) int {
	follows := t.Document.Next(n.End)
	regular := follows == len(t.Document.Text) || strings.IndexByte(",}]", t.Document.Text[follows]) >= 0
	if n.Kind != source.String || !n.Unclosed && regular {
		return n.End
	}
	return max(t.wordEnd(offset), n.Start)
}

// wordEnd is where a word ends that an offset is in, its closing quote included, unless
// that opens the next one.
func (t *Text) wordEnd(offset int) int {
	text := t.Document.Text
	end := offset
	for end < len(text) && isWord(text[end]) {
		end++
	}
	if end < len(text) && text[end] == '"' && (end+1 == len(text) || !isWord(text[end+1])) {
		end++
	}
	return end
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
}
