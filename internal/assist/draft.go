package assist

import (
	"slices"
	"strings"

	"userpoolplayground/internal/source"
)

// draft is a JSON value in the making.
type draft struct {
	name string // of a member or an entry
	// open and closing are an object's or a list's brackets, zero for a scalar, whose JSON
	// is in json.
	open, closing byte
	json          string
	// hole is the part of json to go on typing in, nil for none; in empty brackets the
	// place between them.
	hole     *[2]int
	children []*draft
}

func object(children ...*draft) *draft { return &draft{open: '{', closing: '}', children: children} }
func list(children ...*draft) *draft   { return &draft{open: '[', closing: ']', children: children} }

func scalar(json string) *draft { return &draft{json: json} }

// block reports whether the value is better opened on lines of its own.
func (d *draft) block() bool { return d.open != 0 }

// blank is a scalar of which the part between two of its bytes is to be typed.
func blank(json string, from, to int) *draft { return &draft{json: json, hole: &[2]int{from, to}} }

// draftOf returns a parsed value as it is spelt, to be laid out anew.
func draftOf(d *source.Document, n *source.Node) *draft {
	v := scalar(d.Text[n.Start:n.End])
	switch n.Kind {
	case source.Object:
		v = object()
	case source.Array:
		v = list()
	}
	for _, c := range n.Children {
		child := draftOf(d, c)
		child.name = c.Name
		v.children = append(v.children, child)
	}
	return v
}

// writing is a draft's text with the place to go on typing, the first hole in it.
type writing struct {
	strings.Builder
	from, to int
	holed    bool
}

func (w *writing) hole(from, to int) {
	if !w.holed {
		w.from, w.to, w.holed = from, to, true
	}
}

// member writes a name and its value.
func (w *writing) member(d *draft, l source.Layout) {
	w.WriteString(source.Quote(d.name) + ": ")
	w.value(d, l)
}

// value writes a value whose line begins with the layout's indentation. Lists of words
// stay on one line.
func (w *writing) value(d *draft, l source.Layout) {
	if d.open == 0 {
		if d.hole != nil {
			w.hole(w.Len()+d.hole[0], w.Len()+d.hole[1])
		}
		w.WriteString(d.json)
		return
	}
	deeper := l.Deeper()
	lines := l.Lines && (d.open == '{' || slices.ContainsFunc(d.children, (*draft).block))
	w.WriteByte(d.open)
	for i, c := range d.children {
		switch {
		case lines && i > 0:
			w.WriteString(",\n" + deeper.Indent)
		case lines:
			w.WriteString("\n" + deeper.Indent)
		case i > 0:
			w.WriteString(", ")
		}
		if d.open == '{' {
			w.member(c, deeper)
		} else {
			w.value(c, deeper)
		}
	}
	switch {
	case len(d.children) == 0 && d.hole != nil && lines:
		w.WriteString("\n" + deeper.Indent)
		w.hole(w.Len(), w.Len())
		w.WriteString("\n" + l.Indent)
	case len(d.children) == 0 && d.hole != nil:
		w.hole(w.Len(), w.Len())
	case len(d.children) > 0 && lines:
		w.WriteString("\n" + l.Indent)
	}
	w.WriteByte(d.closing)
}
