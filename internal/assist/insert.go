package assist

import (
	"strings"

	"userpoolplayground/internal/source"
)

// offer offers a text in place of what stands there.
func (c *completer) offer(about Completion, w *writing, before, after string) {
	p := c.place
	edits := []source.Edit{{Start: p.start, End: p.end, Insert: before + w.String() + after}}
	c.add(about, w, edits, 0, len(before))
}

// add adds a completion. w's text stands behind that many bytes of the Insert of the edit
// number into.
func (c *completer) add(about Completion, w *writing, edits []source.Edit, into, before int) {
	w.hole(w.Len(), w.Len())
	about.From, about.To = c.place.word, c.offset
	about.Edits, about.Into = edits, into
	about.SelectFrom, about.SelectTo = before+w.from, before+w.to
	c.found = append(c.found, about)
}

// insert offers a text as a child of its own, with the commas, line breaks and spaces that
// it needs around it.
func (c *completer) insert(about Completion, w *writing, l source.Layout) {
	p := c.place
	if p.role == name {
		if p.node.Kind == 0 && p.node.Start > p.node.NameEnd { // up to the colon that stands there already
			p.end = max(p.end, p.node.Start)
		}
		c.withCommas(about, w, p.start, p.end, "", "")
		return
	}
	text := c.t.Document.Text
	start := len(strings.TrimRight(text[:p.start], " \t"))
	end := len(text) - len(strings.TrimLeft(text[p.end:], " \t"))
	c.withCommas(about, w, start, end, c.gapBefore(start, l), c.gapAfter(end, l))
}

// gapBefore is what is to stand between a new child and what is before it on its line,
// which ends at start.
func (c *completer) gapBefore(start int, l source.Layout) string {
	text := c.t.Document.Text
	ownLine := start == 0 || text[start-1] == '\n'
	gap := text[start:c.place.start]
	switch {
	case l.Lines && ownLine:
		return l.Indent
	case l.Lines:
		return "\n" + l.Indent
	case gap == "" && !ownLine && text[start-1] != '{' && text[start-1] != '[':
		return " "
	}
	return gap
}

// gapAfter is what is to stand between a new child and what follows on its line, which
// begins at end.
func (c *completer) gapAfter(end int, l source.Layout) string {
	d := c.t.Document
	gap := d.Text[c.place.end:end]
	if end == len(d.Text) || d.Text[end] == '\n' || d.Text[end] == '\r' || d.Text[end] == ',' {
		if l.Lines || end < len(d.Text) && d.Text[end] == ',' {
			return ""
		}
		return gap
	}
	closes := d.Text[end] == '}' || d.Text[end] == ']'
	switch {
	case d.Next(end) > end: // a comment, which keeps its place
		return gap
	case l.Lines && closes:
		return "\n" + d.Indentation(c.place.container.Start)
	case l.Lines:
		return "\n" + l.Indent
	case gap == "" && !closes:
		return " "
	}
	return gap
}

// withCommas offers a text between before and after in place of what stands from start to
// end, and sees to the commas.
func (c *completer) withCommas(about Completion, w *writing, start, end int, before, after string) {
	d := c.t.Document
	var edits []source.Edit
	previous := d.Previous(start)
	if previous > 0 && strings.IndexByte("{[,", d.Text[previous-1]) < 0 {
		if previous == start {
			before = "," + before
		} else {
			edits = append(edits, source.Edit{Start: previous, End: previous, Insert: ","})
		}
	}
	into := len(edits)
	if c.needsComma(end) {
		after = "," + after
	}
	edits = append(edits, source.Edit{Start: start, End: end, Insert: before + w.String() + after})
	if comma := d.Next(end); c.place.role == child && c.is(comma, ",") && c.is(d.Next(comma+1), "}]") {
		edits = append(edits, source.Edit{Start: comma, End: comma + 1}) // nothing comes behind it
	}
	c.add(about, w, edits, into, len(before))
}

// needsComma reports whether more follows an offset without a comma between.
func (c *completer) needsComma(end int) bool {
	follows := c.t.Document.Next(end)
	return follows < len(c.t.Document.Text) && !c.is(follows, ",}]")
}

// is reports whether one of some characters stands at an offset.
func (c *completer) is(offset int, characters string) bool {
	text := c.t.Document.Text
	return offset < len(text) && strings.IndexByte(characters, text[offset]) >= 0
}

// put offers a value: as a new element, or where one is or is to be.
func (c *completer) put(about Completion, v *draft) {
	p := c.place
	var w writing
	if p.role == child {
		l := c.layout(v.block())
		w.value(v, l)
		c.insert(about, &w, l)
		return
	}
	w.value(v, c.layout(true))
	before, after := "", ""
	if p.start > 0 && c.is(p.start-1, ":") {
		before = " "
	}
	if c.needsComma(p.end) {
		after = ","
		if c.t.Document.Next(p.end) == p.end {
			after += " "
		}
	}
	c.offer(about, &w, before, after)
}
