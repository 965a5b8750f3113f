package source

import (
	"sort"
	"strings"
)

// Layout is how a value is to be written at a place.
type Layout struct {
	// Lines is set where children stand on lines of their own.
	Lines bool
	// Indent begins the line of the value; Unit is what one level deeper adds to it.
	Indent, Unit string
}

// Deeper is the layout one level further in.
func (l Layout) Deeper() Layout { return Layout{l.Lines, l.Indent + l.Unit, l.Unit} }

// Unit returns what one level of indentation adds in this text, two spaces where it has none.
func (d *Document) Unit() string {
	opened, outer := false, ""
	for line := range strings.Lines(d.Text) {
		text := strings.TrimRight(line, " \t\r\n")
		indent := text[:len(text)-len(strings.TrimLeft(text, " \t"))]
		if unit, deeper := strings.CutPrefix(indent, outer); opened && deeper && unit != "" {
			return unit
		}
		if text != "" {
			opened, outer = strings.HasSuffix(text, "{") || strings.HasSuffix(text, "["), indent
		}
	}
	return "  "
}

// LayoutIn returns how children of an object or a list are laid out, empty ones after
// what is around them. block is set for children that hold others: a list of words opens
// on one line, one of objects does not.
func (d *Document) LayoutIn(container *Node, block bool) Layout {
	l := Layout{Lines: d.lines(container, block), Unit: d.Unit()}
	l.Indent = d.Indentation(container.Start) + l.Unit
	if first := container.firstItem(); first != nil && l.Lines {
		l.Indent = d.Indentation(first.outerStart())
	}
	return l
}

func (d *Document) lines(container *Node, block bool) bool {
	if first := container.firstItem(); first != nil {
		return strings.Contains(d.Text[container.Start:first.outerStart()], "\n")
	}
	if strings.Contains(d.Text[container.Start:container.End], "\n") || container.Parent == nil {
		return true
	}
	return (container.Kind == Object || block) && d.lines(container.Parent, true)
}

// firstItem is the first child, or the first member without a value when that comes
// before; nil when there is neither.
func (n *Node) firstItem() *Node {
	switch {
	case len(n.Children) == 0 && len(n.Unfinished) == 0:
		return nil
	case len(n.Children) == 0:
		return n.Unfinished[0]
	case len(n.Unfinished) == 0 || n.Children[0].outerStart() < n.Unfinished[0].NameStart:
		return n.Children[0]
	}
	return n.Unfinished[0]
}

// Indentation is the white space that begins the line of an offset.
func (d *Document) Indentation(offset int) string {
	line := d.Text[strings.LastIndexByte(d.Text[:offset], '\n')+1 : offset]
	return line[:len(line)-len(strings.TrimLeft(line, " \t"))]
}

// CommentAt returns the comment that an offset is inside of, or nil. The end of a line
// comment is inside: what is typed there belongs to it.
func (d *Document) CommentAt(offset int) *Span {
	i := sort.Search(len(d.Comments), func(i int) bool { return d.Comments[i].End >= offset })
	if i == len(d.Comments) || d.Comments[i].Start >= offset {
		return nil
	}
	c := &d.Comments[i]
	if c.End == offset && strings.HasSuffix(d.Text[c.Start:c.End], "*/") {
		return nil
	}
	return c
}

// Next returns where the text goes on at or after an offset, white space and comments
// passed over; its length at the end.
func (d *Document) Next(offset int) int {
	i := sort.Search(len(d.Comments), func(i int) bool { return d.Comments[i].Start >= offset })
	for offset < len(d.Text) {
		if i < len(d.Comments) && d.Comments[i].Start == offset {
			offset = d.Comments[i].End
			i++
			continue
		}
		if !isSpace(d.Text[offset]) {
			break
		}
		offset++
	}
	return offset
}

// Previous returns the end of what stands before an offset, white space and comments
// passed over; 0 at the beginning.
func (d *Document) Previous(offset int) int {
	i := sort.Search(len(d.Comments), func(i int) bool { return d.Comments[i].End > offset }) - 1
	for offset > 0 {
		if i >= 0 && d.Comments[i].End == offset {
			offset = d.Comments[i].Start
			i--
			continue
		}
		if !isSpace(d.Text[offset-1]) {
			break
		}
		offset--
	}
	return offset
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// byteAt is the byte at an offset, 0 at the end.
func (d *Document) byteAt(offset int) byte {
	if offset >= len(d.Text) {
		return 0
	}
	return d.Text[offset]
}

// lineEnd passes over the comments behind an offset that stand on its line: they speak of
// what is before it.
func (d *Document) lineEnd(offset int) int {
	end := offset
	i := sort.Search(len(d.Comments), func(i int) bool { return d.Comments[i].Start >= offset })
	for ; i < len(d.Comments); i++ {
		if strings.Trim(d.Text[end:d.Comments[i].Start], " \t") != "" {
			break
		}
		end = d.Comments[i].End
	}
	return end
}

func (d *Document) commented(start, end int) bool {
	i := sort.Search(len(d.Comments), func(i int) bool { return d.Comments[i].Start >= start })
	return i < len(d.Comments) && d.Comments[i].Start < end
}
