package assist

import (
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
)

// Kinds of completions.
const (
	Member      = "member"
	Block       = "block"
	Value       = "value"
	Placeholder = "placeholder"
	ARN         = "arn"
)

// Completion is one thing that could be written at a place.
type Completion struct {
	Label, Kind, Detail, Documentation string
	Since                              string
	Required, Deprecated               bool
	// From and To enclose what was typed of it.
	From, To int
	// Edits are sorted and cover From to To. SelectFrom and SelectTo are where to go on
	// typing, inside the Insert of the edit number Into.
	Edits                      []source.Edit
	Into, SelectFrom, SelectTo int
}

// Complete returns what could be written at an offset, the best first: members that are
// required, then the reference's order, what is deprecated last.
func (t *Text) Complete(offset int) []Completion {
	p := t.placeAt(offset)
	c := completer{t: t, place: p, offset: offset}
	switch p.role {
	case whole:
		c.request()
	case name:
		c.names(t.spotOf(p.container).shape)
	case value:
		s := t.spotOf(p.node)
		c.values(s.shape, s.member)
	case child:
		s := t.spotOf(p.container)
		switch {
		case s.shape == nil || !holds(s.shape, p.container.Kind):
		case s.shape.Kind == contract.List:
			c.values(s.shape.Element, s.member)
		default:
			c.names(s.shape)
		}
	}
	slices.SortStableFunc(c.found, func(a, b Completion) int { return rank(a) - rank(b) })
	return c.found
}

func rank(c Completion) int {
	switch {
	case c.Deprecated:
		return 2
	case c.Required:
		return 0
	}
	return 1
}

type completer struct {
	t      *Text
	place  place
	offset int
	found  []Completion
	// layouts are those of the container's children, for words and for blocks.
	layouts [2]*source.Layout
}

func (c *completer) layout(block bool) source.Layout {
	i := 0
	if block {
		i = 1
	}
	if c.layouts[i] == nil {
		l := c.t.Document.LayoutIn(c.place.container, block)
		c.layouts[i] = &l
	}
	return *c.layouts[i]
}

// request offers the smallest request for an empty text.
func (c *completer) request() {
	s := c.t.contract.Request
	var w writing
	w.value(mould{c.t, true}.structure(s, nil), source.Layout{Lines: true, Unit: "  "})
	c.offer(Completion{Label: "{ … }", Kind: Block, Detail: "an empty request", Documentation: s.Description}, &w, "", "\n")
}

// names offers the members that an object does not have, or a map's usual keys.
func (c *completer) names(s *contract.Shape) {
	if s == nil || s.Kind != contract.Structure && s.Kind != contract.Map {
		return
	}
	given := map[string]bool{}
	for _, nodes := range [][]*source.Node{c.place.container.Children, c.place.container.Unfinished} {
		for _, n := range nodes {
			given[n.Name] = given[n.Name] || n != c.place.node
		}
	}
	if s.Kind == contract.Map {
		for _, key := range usualKeys(s) {
			if !given[key] && c.keeps(spot{shape: s.Element}) {
				c.member(key, Completion{Label: key, Kind: Member, Detail: kindWord(s.Element), Documentation: s.Key.Description}, s.Element, nil)
			}
		}
		return
	}
	for _, m := range s.Members {
		if given[m.Name] || !c.keeps(spot{m.Shape, m}) || c.t.shutOut(c.place.container.Pointer()+"/"+m.Name) {
			continue
		}
		kind := Member
		if m.Shape.Kind == contract.Structure || m.Shape.Kind == contract.Map {
			kind = Block
		}
		c.member(m.Name, Completion{
			Label: m.Name, Kind: kind, Detail: c.detail(m), Documentation: m.Description,
			Since: m.Since, Required: m.Required, Deprecated: m.Deprecated,
		}, m.Shape, m)
	}
	if typed := c.typed(); s == c.t.contract.Request && len(typed) >= leastTyped && !c.finished() {
		for _, m := range s.Members {
			if !given[m.Name] {
				c.below(m, nil, typed)
			}
		}
	}
}

// leastTyped is from how many letters on members inside of blocks are offered: who types "passw" need not know
// that it is Policies that has them.
const leastTyped = 3

// typed is what was typed of a name, up to the cursor.
func (c *completer) typed() string {
	return strings.ToLower(strings.Trim(c.t.Document.Text[min(c.place.word, c.offset):c.offset], `"`))
}

// below offers the members inside of a block that the request does not have, with the blocks around them.
func (c *completer) below(block *contract.Member, around []string, typed string) {
	if block.Shape.Kind != contract.Structure || block.Deprecated {
		return
	}
	around = append(slices.Clone(around), block.Name)
	for _, m := range block.Shape.Members {
		if m.Deprecated {
			continue
		}
		if strings.Contains(strings.ToLower(m.Name), typed) {
			v := mould{c.t, true}.value(m.Shape, m, nil)
			v.name = m.Name
			for _, name := range slices.Backward(around) {
				v = object(v)
				v.name = name
			}
			var w writing
			l := c.layout(true)
			w.member(v, l)
			c.insert(Completion{Label: m.Name, Kind: Member, Detail: "in " + strings.Join(around, "."), Documentation: m.Description, Since: m.Since}, &w, l)
		}
		c.below(m, around, typed)
	}
}

// shutOut reports whether the request has a member beside which another one is refused.
func (t *Text) shutOut(pointer string) bool {
	for _, r := range rule.All {
		if !r.Exclusive || !r.InForce(t.day) {
			continue
		}
		for i, other := range []string{r.Fields[1], r.Fields[0]} {
			if r.Fields[i] == pointer && t.Document.Find(other) != nil {
				return true
			}
		}
	}
	return false
}

// keeps reports whether a name that is typed over the one of a finished member would suit
// the value that it has.
func (c *completer) keeps(s spot) bool {
	return !c.finished() || suits(c.place.node, s.shape)
}

// finished reports whether the name that is typed has its value. A name that lost its
// quote and swallowed what comes after has none.
func (c *completer) finished() bool {
	n := c.place.node
	return n != nil && n.Kind != 0 && c.place.end == n.NameEnd
}

// usualKeys are those that a map's entries have, where that is known.
func usualKeys(s *contract.Shape) []string { return slices.Concat(s.Key.Enum, s.Key.Examples) }

// suits reports whether a shape could take a value as it is written.
func suits(n *source.Node, s *contract.Shape) bool {
	if n.Kind == source.Null {
		return true
	}
	if !holds(s, n.Kind) || len(s.Enum) > 0 && !slices.Contains(s.Enum, n.Text) {
		return false
	}
	for _, child := range n.Children {
		if s.Kind == contract.Map && len(usualKeys(s)) > 0 && !slices.Contains(usualKeys(s), child.Name) {
			return false
		}
		if in := childSpot(s, n.Kind, child.Name); in.shape == nil || !suits(child, in.shape) {
			return false
		}
	}
	return true
}

// detail is a word or two about a member.
func (c *completer) detail(m *contract.Member) string {
	parts := []string{kindWord(m.Shape)}
	switch {
	case m.Required:
		parts = append(parts, "required")
	case m.Default != "" && m.Shape.Scalar():
		parts = append(parts, "default "+strings.Trim(m.Default, `"`))
	}
	if m.Deprecated {
		parts = append(parts, "deprecated")
	}
	if m.Since > yearBefore(c.t.contract.Date) && m.Since > contract.Revisions()[0] {
		parts = append(parts, "since "+m.Since)
	}
	return strings.Join(parts, ", ")
}

// yearBefore is the same day of the year before: what came later is new.
func yearBefore(day string) string {
	year, err := strconv.Atoi(day[:4])
	if err != nil {
		return day
	}
	return strconv.Itoa(year-1) + day[4:]
}

// kindWord is a word for what a shape's values are.
func kindWord(s *contract.Shape) string {
	switch {
	case len(s.Enum) > 0 && len(s.Enum) <= 3:
		return strings.Join(s.Enum, ", ")
	case len(s.Enum) > 0:
		return "one of " + strconv.Itoa(len(s.Enum))
	case s.Kind == contract.String:
		return "text"
	case s.Kind == contract.Integer:
		return "number"
	case s.Kind == contract.Boolean:
		return "true or false"
	case s.Kind == contract.List:
		return "list"
	case s.Kind == contract.Map:
		return "map"
	}
	return "block"
}

// member offers a name with a value to fill in, or the name alone where a value follows.
func (c *completer) member(key string, about Completion, s *contract.Shape, m *contract.Member) {
	var w writing
	if c.finished() {
		w.WriteString(source.Quote(key))
		w.hole(w.Len(), w.Len())
		c.offer(about, &w, "", "")
		return
	}
	v := mould{c.t, true}.value(s, m, nil)
	v.name = key
	l := c.layout(true)
	w.member(v, l)
	c.insert(about, &w, l)
}
