package assist

import (
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/message"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
)

// Hover is what is known of the member or value at a place.
type Hover struct {
	Pointer string
	// Start and End enclose the name or the value that was pointed at.
	Start, End           int
	Name                 string
	Shape                *contract.Shape
	Description          string
	Required, Deprecated bool
	Limits               []string
	Values               []ValueSince
	// Absent is JSON text: what the pool has when the member is left out of its block, ""
	// when nothing. BlockAbsent is the same without the whole block, "" when it is equal
	// and "null" when the pool then has nothing in its place.
	Absent, BlockAbsent string
	DefaultEvidence     string
	Since               string
	Update              string
	Rules               []*rule.Rule
	Evidence            string
	Links               []string
}

// ValueSince is a value of an enumeration with the day on which it appeared, "" where
// that is its member's.
type ValueSince struct{ Value, Since string }

// Hover tells about what is at an offset, nil where the contract knows nothing.
func (t *Text) Hover(offset int) *Hover {
	n, start, end := t.pointedAt(offset)
	if n == nil {
		return nil
	}
	s := t.spotOf(n)
	field := t.field(n)
	if s.shape == nil || field == nil {
		return nil
	}
	h := &Hover{
		Pointer: n.Pointer(), Start: start, End: end, Name: n.Name, Shape: s.shape, Description: s.shape.Description,
		Limits: limits(s.shape), Values: valuesOf(s.shape, field), Rules: t.rulesAbout(n), Evidence: field.Evidence,
		Links: append([]string{field.Link()}, field.Links...),
	}
	words, links := t.update(n)
	h.Update = words
	for _, link := range links {
		if !slices.Contains(h.Links, link) {
			h.Links = append(h.Links, link)
		}
	}
	if m := s.member; m != nil {
		h.Description, h.Required, h.Deprecated, h.Since = m.Description, m.Required, m.Deprecated, m.Since
		t.absent(h, n, m)
	} else if n.Parent.Kind == source.Array {
		h.Name = "element " + strconv.Itoa(n.Index+1)
	}
	return h
}

// pointedAt returns the node whose name, scalar or bracket is at an offset, with its place.
func (t *Text) pointedAt(offset int) (n *source.Node, start, end int) {
	if t.Document.CommentAt(offset) != nil || t.Document.Root == nil {
		return nil, 0, 0
	}
	n = t.Document.Root
	for n.Start < offset && (n.Kind == source.Object || n.Kind == source.Array) {
		child := last(n.Children, offset)
		if u := last(n.Unfinished, offset); u != nil && (child == nil || begin(u) > begin(child)) {
			child = u
		}
		switch {
		case child == nil:
			return nil, 0, 0
		case n.Kind == source.Object && offset <= child.NameEnd:
			return child, child.NameStart, child.NameEnd
		case child.Kind == 0 || offset < child.Start || offset > child.End:
			return nil, 0, 0
		}
		n = child
	}
	if n.Parent == nil || offset > n.End {
		return nil, 0, 0
	}
	start, end = t.Document.Mark(n)
	if offset < start || offset > end {
		start, end = n.Start, n.Start+1
	}
	return n, start, end
}

// absent computes what comes of leaving the member out, and its block.
func (t *Text) absent(h *Hover, n *source.Node, m *contract.Member) {
	own := t.absence.Of(m)
	if own != nil {
		h.Absent, h.DefaultEvidence = own.JSON(), own.Origin.Evidence
	}
	block := t.spotOf(n.Parent).member
	if block == nil {
		return // a member of the request itself, or of an element: there is no block to leave out
	}
	without := t.absence.Of(block).Member(m.Name)
	switch {
	case without == nil && own != nil:
		h.BlockAbsent = "null"
	case without != nil && without.JSON() != h.Absent:
		h.BlockAbsent = without.JSON()
		if own == nil {
			h.DefaultEvidence = without.Origin.Evidence
		}
	}
}

func valuesOf(s *contract.Shape, m *contract.Member) []ValueSince {
	if s.Element != nil {
		s = s.Element
	}
	var values []ValueSince
	for _, v := range s.Enum {
		since := s.ValueSince(v)
		if since <= m.Since {
			since = ""
		}
		values = append(values, ValueSince{v, since})
	}
	return values
}

// update says what an update of the pool does to a member: that of the request which it is
// in decides.
func (t *Text) update(n *source.Node) (words string, links []string) {
	for n.Parent.Parent != nil {
		n = n.Parent
	}
	m := t.spotOf(n).member
	return message.Update(m), m.Update().Links
}

// rulesAbout returns the rules in force that speak of a node, or for an element of a list
// of words of the list.
func (t *Text) rulesAbout(n *source.Node) []*rule.Rule {
	pointers := []string{n.Pointer()}
	if n.Parent.Kind == source.Array && t.spotOf(n).shape.Scalar() {
		pointers = append(pointers, n.Parent.Pointer())
	}
	var about []*rule.Rule
	for _, r := range slices.Concat(rule.All, rule.Advice, rule.Listed) {
		if r.InForce(t.day) && slices.ContainsFunc(pointers, r.SpeaksOf) {
			about = append(about, r)
		}
	}
	return about
}

// limits says in sentences what bounds a shape's values.
func limits(s *contract.Shape) []string {
	said := []string{}
	add := func(before string, s *contract.Shape, unit string) {
		if words := span(s, unit); words != "" {
			said = append(said, before+words)
		}
	}
	switch s.Kind {
	case contract.String:
		add("", s, "character")
		said = append(said, form(s)...)
	case contract.Integer:
		add("", s, "")
	case contract.List:
		add("", s, "element")
		if s.Element.Kind == contract.String {
			add("each ", s.Element, "character")
		}
	case contract.Map:
		add("keys of ", s.Key, "character")
		add("values of ", s.Element, "character")
	}
	return said
}

// span says from where to where a shape's length or value goes, "" where it has no bounds.
func span(s *contract.Shape, unit string) string {
	counted := func(n int64) string {
		text := strconv.FormatInt(n, 10)
		switch {
		case unit == "":
			return text
		case n == 1:
			return text + " " + unit
		}
		return text + " " + unit + "s"
	}
	switch {
	case s.Min != nil && s.Max != nil && *s.Min == *s.Max:
		return "exactly " + counted(*s.Max)
	case s.Min != nil && s.Max != nil && (*s.Min > 0 || unit == ""):
		return strconv.FormatInt(*s.Min, 10) + " to " + counted(*s.Max)
	case s.Max != nil:
		return "at most " + counted(*s.Max)
	case s.Min != nil && *s.Min > 0:
		return "at least " + counted(*s.Min)
	}
	return ""
}

// form says what a text has to look like.
func form(s *contract.Shape) []string {
	switch pattern := s.Pattern; {
	case pattern == "":
		return nil
	case strings.HasPrefix(pattern, "arn:"):
		return []string{"an ARN: arn:partition:service:region:account:resource"}
	case strings.HasPrefix(pattern, "(arn:"):
		return []string{"an ARN, arn:partition:service:region:account:resource, or empty"}
	case strings.Contains(pattern, `\{####\}`):
		return []string{"{####} has to be in it"}
	case strings.Contains(pattern, `\{##`):
		return []string{"words between {## and ##} have to be in it"}
	case strings.Contains(pattern, "+@["):
		return []string{"an @ with characters on both sides, and no spaces"}
	}
	return []string{"all of it has to match " + s.Pattern}
}
