package reading

import (
	"errors"
	"strconv"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/source"
)

// Encode writes a document as the string that [Decode] reads. It is no JSON: a tree of ten
// thousand values crosses with each keystroke, and most of them are numbers.
func Encode(d Document) string {
	w := writer{make([]byte, 0, 16<<10)}
	w.text(d.Language)
	w.text(d.Hand)
	w.text(d.Tool)
	w.text(d.Region)
	w.text(d.AccountID)
	w.numbers(d.Chosen+1, len(d.Pools))
	for _, p := range d.Pools {
		w.text(p.ID)
		w.numbers(p.Start, p.End)
	}
	w.numbers(len(d.Parameters))
	for _, p := range d.Parameters {
		w.text(p.Name)
		w.text(p.Value)
		w.text(p.Why)
		w.numbers(bit(p.Known), p.Start, p.End, len(p.Allowed))
		for _, value := range p.Allowed {
			w.text(value)
		}
	}
	w.numbers(len(d.Told))
	for _, t := range d.Told {
		for _, text := range [...]string{t.Rule, string(t.Stage), t.Pointer, t.Path, t.Message, t.Why} {
			w.text(text)
		}
		w.numbers(int(t.Severity), t.Start, t.End, len(t.Fixes))
		for _, f := range t.Fixes {
			w.text(f.Title)
			w.numbers(bit(f.Safe), len(f.Edits))
			for _, e := range f.Edits {
				w.numbers(e.Start, e.End)
				w.text(e.Insert)
			}
		}
	}
	w.numbers(bit(d.Root != nil))
	if d.Root != nil {
		w.node(d.Root)
	}
	w.numbers(len(d.Clients))
	for _, c := range d.Clients {
		w.text(c.ID)
		w.text(c.Request)
	}
	w.numbers(len(d.Calls))
	for _, c := range d.Calls {
		w.text(c.Operation)
		w.node(c.Root)
	}
	w.numbers(bit(d.Typed != nil))
	if d.Typed != nil {
		w.text(d.Typed.Pointer)
		w.numbers(bit(d.Typed.Name), len(d.Typed.Values))
		for _, value := range d.Typed.Values {
			w.text(value)
		}
	}
	return string(w.written)
}

type writer struct{ written []byte }

func bit(set bool) int {
	if set {
		return 1
	}
	return 0
}

func (w *writer) numbers(all ...int) {
	for _, n := range all {
		w.written = append(strconv.AppendInt(w.written, int64(n), 10), ' ')
	}
}

func (w *writer) text(s string) {
	w.numbers(len(s))
	w.written = append(w.written, s...)
}

func (w *writer) node(n *source.Node) {
	w.numbers(int(n.Kind), n.Start, n.End, n.From, n.To, n.NameStart, n.NameEnd)
	w.text(n.Name)
	w.text(n.Text)
	w.text(n.Why)
	w.numbers(len(n.Children))
	for _, c := range n.Children {
		w.node(c)
	}
}

// errNoReading says that a string is none of [Encode]'s.
var errNoReading = errors.New("the reading has to be what readers.wasm answers")

// Decode reads what [Encode] wrote. It takes any string: an error says that it is no document.
func Decode(s string) (Document, error) {
	r := reader{rest: s}
	d := Document{Language: r.text(), Hand: r.text(), Tool: r.text(), Region: r.text(), AccountID: r.text(), Chosen: r.number() - 1}
	for range r.count() {
		d.Pools = append(d.Pools, Pool{r.text(), r.number(), r.number()})
	}
	for range r.count() {
		p := Parameter{Name: r.text(), Value: r.text(), Why: r.text(), Known: r.number() == 1, Start: r.number(), End: r.number()}
		for range r.count() {
			p.Allowed = append(p.Allowed, r.text())
		}
		d.Parameters = append(d.Parameters, p)
	}
	for range r.count() {
		t := Told{Rule: r.text(), Stage: diagnostic.Stage(r.text()), Pointer: r.text(), Path: r.text(), Message: r.text(), Why: r.text()}
		t.Severity, t.Start, t.End = diagnostic.Severity(min(max(r.number(), int(diagnostic.Error)), int(diagnostic.Note))), r.number(), r.number()
		for range r.count() {
			f := source.Fix{Title: r.text(), Safe: r.number() == 1}
			for range r.count() {
				f.Edits = append(f.Edits, source.Edit{Start: r.number(), End: r.number(), Insert: r.text()})
			}
			t.Fixes = append(t.Fixes, f)
		}
		d.Told = append(d.Told, t)
	}
	if r.number() == 1 {
		d.Root = r.node(0)
	}
	for range r.count() {
		d.Clients = append(d.Clients, Client{ID: r.text(), Request: r.text()})
	}
	for range r.count() {
		d.Calls = append(d.Calls, LaterCall{Operation: r.text(), Root: r.node(0)})
	}
	if r.number() == 1 {
		d.Typed = &Place{Pointer: r.text(), Name: r.number() == 1}
		for range r.count() {
			d.Typed.Values = append(d.Typed.Values, r.text())
		}
	}
	if r.failed || r.rest != "" {
		return Document{}, errNoReading
	}
	if d.Root != nil {
		d.Root.Adopt()
	}
	for _, c := range d.Calls {
		c.Root.Adopt()
	}
	return d, nil
}

type reader struct {
	rest   string
	nodes  int
	failed bool
}

func (r *reader) fail() int {
	r.failed, r.rest = true, ""
	return 0
}

func (r *reader) number() int {
	digits, _, found := strings.Cut(r.rest[:min(len(r.rest), 12)], " ")
	n, err := strconv.Atoi(digits)
	if !found || err != nil || n < 0 {
		return r.fail()
	}
	r.rest = r.rest[len(digits)+1:]
	return n
}

// count is a number of things of which each takes a byte at least.
func (r *reader) count() int {
	n := r.number()
	if n > len(r.rest) {
		return r.fail()
	}
	return n
}

func (r *reader) text() string {
	n := r.count()
	text := r.rest[:n]
	r.rest = r.rest[n:]
	return text
}

func (r *reader) node(depth int) *source.Node {
	if r.nodes++; depth > 4*MaxDepth || r.nodes > 2*MaxValues {
		r.fail()
		return nil
	}
	n := &source.Node{Kind: source.Kind(r.number()), Start: r.number(), End: r.number(), From: r.number(), To: r.number(), NameStart: r.number(), NameEnd: r.number()}
	if n.Kind < source.Null || n.Kind > source.Unknown {
		r.fail()
		return nil
	}
	n.Name, n.Text, n.Why = r.text(), r.text(), r.text()
	for c := r.count(); c > 0; c-- {
		below := r.node(depth + 1)
		if r.failed {
			return nil
		}
		n.Children = append(n.Children, below)
	}
	return n
}
