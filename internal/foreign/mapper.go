package foreign

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/message"
	"userpoolplayground/internal/names"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
	"userpoolplayground/wasm/json"
)

// tongue is how a tool says a request.
type tongue struct {
	// called is the tool's name in a sentence; refuser that of what refuses names, where it is
	// another.
	called, refuser string
	style           names.Style
	// coerces is set where a value takes the type of its member: "8" is 8.
	coerces bool
	// repeats is set where a list of structures is a block that is repeated, and a structure
	// a block that is not.
	repeats bool
	// alone is set where a single value stands for a list of one; lists where the tool refuses
	// it all the same.
	alone, lists bool
	// texts ends the name of a list that is given as texts, where the tool has names for its elements.
	texts string
	// refers is set where another object can be named in the place of a value: snsCallerArnRef.
	refers bool
	// flat is set where a member of a structure can be given beside it, under both names:
	// password_policy_minimum_length.
	flat bool
	// blocky is set where a structure is a block, and no argument is.
	blocky bool
	// zeroes is set where the tool does not send an empty text or list, and sends what x-absent
	// says for a member that is left out.
	zeroes bool
	// cased is set where a language spells the names by its own custom, as in Go: MinimumLength.
	cased bool
	// enums is set where a constant stands for a value of an enumeration.
	enums bool
	// yaml11 is set where YAML is read by version 1.1: OFF without quotes is false.
	yaml11 bool
	// strict is set where the tool refuses names that it does not know.
	strict bool
	// silent reports whether names that are not known are dropped without a word.
	silent func(text string) bool
	// missing is said where no pool is found after all.
	missing string
	find    func(m *mapper, root *reading.Value) []*pool
	read    func(m *mapper, p *pool) *source.Node
	// lookup returns what a Reference names, or says why the text does not tell it.
	lookup func(m *mapper, path string) (value *reading.Value, why string)
	// call works a function out, or says why it cannot.
	call func(m *mapper, v *reading.Value) (value *reading.Value, why string)
	// expand turns a value of the language into kinds that are worked out: a text with
	// placeholders into a Template.
	expand func(m *mapper, v *reading.Value) *reading.Value
	// own says of a name that is the tool's language and no member what it is, or "".
	own func(name string) string
	// brings tells the name of a member in whose place the tool puts others.
	brings func(name string) bool
	// finish does to the request what the tool does by itself.
	finish func(m *mapper, p *pool, request *source.Node)
	// names are the tool's own names of members, by the structure's shape, where they follow
	// neither the rule nor the contract.
	names map[string]map[string]string
}

// mapper makes a request of a tree.
type mapper struct {
	reading.Document
	*tongue
	// reader is the parser of package readers that took the text apart, "" for none.
	text, reader string
	options      Options
	contract     *contract.Contract
	// newest knows the names of the newest contract.
	newest *mapper
	// root is the whole tree, in which an expression may be told.
	root *reading.Value
	// pointers is set for JSON, whose places are JSON Pointers; other texts have paths.
	pointers bool
	// ways are the tool's names of a structure's members.
	ways map[*contract.Shape]map[string][]*contract.Member
	// mapped counts the values that were mapped.
	mapped int
	// depth counts the expressions that are being looked up, and env are the names that hold
	// only where it is: each.key of a for_each.
	depth int
	env   map[string]*reading.Value
	// spreading are the values whose content is being spread into another, by their first child.
	spreading map[*reading.Value]bool
	// madeFor is what a block is made for by the dynamic one around it, and idle are the dynamic blocks in it that
	// make none.
	madeFor string
	idle    []*idle
	// used gathers the parameters whose values were put in while a value was worked out.
	used []string
	// found are the findings.
	found []told
	// broken are the places of faults in the text's own language.
	broken []int
	// listed are the parameters by name.
	listed map[string]int
	// byType are the values of variables as their types make them.
	byType map[*reading.Value]*reading.Value
	// putIn are the values of variables that stand beside the blocks.
	putIn map[string]*reading.Value
	// literals are what was set for variables that are no texts, by their names.
	literals map[string]*reading.Value
}

// idle is a dynamic block that makes no block, for some of the elements that the block around it is made for.
type idle struct {
	block *reading.Value
	made  []string
}

// at is a place: as people write it in the tool, and as a JSON Pointer into the request.
type at struct{ path, pointer string }

func (m *mapper) below(a at, name, member string) at {
	return at{m.join(a.path, name), a.pointer + "/" + source.EscapePointer(member)}
}

func (m *mapper) element(a at, i int) at {
	return at{m.index(a.path, i), a.pointer + "/" + strconv.Itoa(i)}
}

func (m *mapper) join(path, name string) string {
	if m.pointers {
		return path + "/" + source.EscapePointer(name)
	}
	if path == "" || name == "" {
		return path + name
	}
	return path + "." + name
}

func (m *mapper) index(path string, i int) string {
	if m.pointers {
		return path + "/" + strconv.Itoa(i)
	}
	return path + "[" + strconv.Itoa(i) + "]"
}

// tell adds a finding at the place of a value.
func (m *mapper) tell(severity diagnostic.Severity, rule string, a at, v *reading.Value, facts diagnostic.Facts) {
	t := told{Told: reading.Told{Rule: rule, Stage: diagnostic.Tool, Severity: severity, Pointer: a.pointer, Path: a.path}}
	t.Message, t.Why = message.For(facts)
	t.Start, t.End = m.mark(v)
	m.found = append(m.found, t)
}

func (m *mapper) say(severity diagnostic.Severity, rule string, a at, v *reading.Value, format string, args ...any) {
	m.tell(severity, rule, a, v, diagnostic.Malformed{Message: fmt.Sprintf(format, args...)})
}

// drop says of a part of the pool why it is not in the request.
func (m *mapper) drop(v *reading.Value, a at, format string, args ...any) {
	m.say(diagnostic.Note, reading.LeftOut, a, v, format, args...)
}

// mark is the part of a value that is best underlined.
func (m *mapper) mark(v *reading.Value) (from, to int) {
	holds := v.Kind == reading.Object || v.Kind == reading.List || v.Kind == reading.Expression && len(v.Labels) > 0 // a dynamic block
	if v.NameTo > v.NameFrom && (holds || v.To <= v.From) {
		return v.NameFrom, v.NameTo
	}
	if holds && strings.Contains(m.text[v.From:v.To], "\n") {
		return v.From, m.beginning(v)
	}
	return v.From, v.To
}

// beginning is where what is underlined of a value of several lines ends.
func (m *mapper) beginning(v *reading.Value) int { return min(source.Beginning(m.text, v.From), v.To) }

// request maps a structure that holds the whole request.
func (m *mapper) request(v *reading.Value, path string) *source.Node {
	n := node(source.Object, v)
	m.structure(n, m.contract.Request, v, at{path: path})
	return n
}

// value maps a value to what a shape takes; nil when nothing is left of it.
func (m *mapper) value(v *reading.Value, s *contract.Shape, a at) *source.Node {
	if v.Text == reading.Typed {
		m.Typed = &reading.Place{Pointer: a.pointer}
		return nil
	}
	// A value that the text tells elsewhere can be used many times, by others that are.
	if m.tooMany(v, a) {
		return nil
	}
	if constant := wrapped(v); constant != v && constant.Kind == reading.Reference && m.enums && len(s.Enum) > 0 {
		of := *v // aws.String(…) of Go, around a constant
		of.Kind, of.Text, of.Tag, of.Children = reading.Reference, constant.Text, "", nil
		if _, ok := enumerated(of.Text, s); ok {
			v = &of
		}
	}
	if v.Kind == reading.Reference && m.enums && len(s.Enum) > 0 {
		if _, ok := enumerated(v.Text, s); !ok { // a constant of the program may stand for it
			if next, _ := m.named(v.Text); next != nil && next.Kind == reading.Reference {
				of := *v
				of.Text = next.Text
				v = &of
			}
		}
		if value, ok := enumerated(v.Text, s); ok {
			n := node(source.String, v)
			n.Text = value
			return n
		}
	}
	if v.Kind == reading.Reference && m.enums && m.alone && s.Kind == contract.List && len(s.Element.Enum) > 0 {
		if value, ok := enumerated(v.Text, s.Element); ok {
			n, one := node(source.Array, v), node(source.String, v)
			one.Text = value
			n.Children = []*source.Node{one}
			return n
		}
	}
	known, why := m.worked(v, a)
	switch {
	case known == nil && why == absent:
		return nil
	case known == nil:
		return unknownNode(v, m.shown(v), why)
	}
	v = known
	switch {
	case v.Kind == reading.Null:
		return nil
	case s.Scalar():
		if v.Scalar() {
			return m.scalar(v, s, a)
		}
		return m.asIs(v)
	}
	n := node(source.Array, v)
	switch {
	case s.Kind == contract.List && v.Kind == reading.List:
		if m.opens(v) {
			defer m.closes(v)
		}
		for _, c := range v.Children {
			if c.Role == reading.Spread {
				m.spread(n, c, func(inner *reading.Value) {
					if below := m.value(inner, s.Element, m.element(a, len(n.Children))); below != nil {
						n.Children = append(n.Children, below)
					}
				})
				continue
			}
			if below := m.value(c, s.Element, m.element(a, len(n.Children))); below != nil {
				below.NameStart, below.NameEnd = 0, 0
				n.Children = append(n.Children, below)
			}
		}
	case s.Kind == contract.List && (m.alone && (v.Scalar() || m.enums && v.Kind == reading.Object) || m.repeats && v.Kind == reading.Object):
		if m.lists && v.Scalar() {
			m.noList(v, v, a)
		}
		if below := m.value(v, s.Element, m.element(a, 0)); below != nil {
			n.Children = append(n.Children, below)
		}
		return n
	case s.Kind == contract.Structure && m.repeats && v.Kind == reading.List && len(v.Children) == 1:
		return m.value(v.Children[0], s, a)
	case s.Kind != contract.List && v.Kind == reading.List && len(v.Children) == 0 && m.alone:
		n.Kind = source.Object // R writes what is empty in one way
	case s.Kind == contract.Structure && v.Kind == reading.Object:
		n.Kind = source.Object
		m.structure(n, s, v, a)
	case s.Kind == contract.Map && v.Kind == reading.Object:
		n.Kind = source.Object
		m.entries(n, s, v, a)
	default:
		return m.asIs(v)
	}
	if len(n.Children) == 0 && len(v.Children) > 0 {
		return nil // nothing is left, and what became of it is said
	}
	return n
}

// noList says of a single value, and what is known of it, that the tool wants a list. It is read as a list of one, so that
// all else is answered.
func (m *mapper) noList(v, known *reading.Value, a at) {
	found := map[reading.Kind]string{reading.Number: "Number", reading.Bool: "Boolean"}[known.Kind]
	m.tell(diagnostic.Error, "no-list", a, v, diagnostic.Said{
		Message: fmt.Sprintf("%s wants a list here, and refuses a single value: expected type: JSONArray, found: %s.", m.called, cmp.Or(found, "String")),
		Why:     "It holds a resource's properties against its schema before it makes anything.",
	})
	m.found[len(m.found)-1].list = true
}

// tooMany counts the values that are made, and says once that they are more than can be.
func (m *mapper) tooMany(v *reading.Value, a at) bool {
	if m.mapped++; m.mapped == reading.MaxValues+1 {
		m.say(diagnostic.Error, "import-too-large", a, v, "This stands for more than %d values: what follows is left out.", reading.MaxValues)
	}
	return m.mapped > reading.MaxValues
}

// spread visits the elements of a list that is spread into another, or notes that they are
// not known.
func (m *mapper) spread(into *source.Node, v *reading.Value, visit func(*reading.Value)) {
	if m.tooMany(v, at{}) {
		return
	}
	plain := *v
	plain.Role = ""
	known, why := m.worked(&plain, at{})
	if known != nil && (known.Kind == reading.List || known.Kind == reading.Object) {
		if m.opens(known) {
			for _, c := range known.Children {
				if c.Role == reading.Spread {
					m.spread(into, c, visit)
				} else {
					visit(c)
				}
			}
			m.closes(known)
			return
		}
		why = "It is spread into itself."
	}
	if why != absent {
		into.Children = append(into.Children, unknownNode(v, m.shown(v), why))
	}
}

// entries maps the entries of an object of names and values.
func (m *mapper) entries(n *source.Node, s *contract.Shape, v *reading.Value, a at) {
	given := map[string]*reading.Value{}
	for _, c := range v.Children {
		if c.Role == "" {
			m.twice(given[c.Name], c, m.below(a, c.Name, c.Name))
			given[c.Name] = c
		}
		switch {
		case c.Role == reading.Spread:
			m.spread(n, c, func(inner *reading.Value) {
				if below := m.value(inner, s.Element, m.below(a, inner.Name, inner.Name)); below != nil {
					set(n, inner.Name, below)
				}
			})
		case m.brings != nil && m.brings(c.Name):
			n.Children = append(n.Children, m.others(c))
		case c.Name == "" && c.NameTo <= c.NameFrom:
			n.Children = append(n.Children, unknownNode(c, m.shown(c), "Its name is not written out."))
		default:
			if below := m.value(c, s.Element, m.below(a, c.Name, c.Name)); below != nil {
				set(n, c.Name, below)
			}
		}
	}
}

// twice tells that a name stands in YAML or JSON before, where it is written and not put together.
func (m *mapper) twice(before, c *reading.Value, a at) {
	json := m.pointers && m.Language != language.Terraform // which takes it for another block
	if before != nil && (m.reader == "yaml" || json) && before.NameTo > before.NameFrom && before.NameFrom != c.NameFrom && c.Tag != reading.OnlyIf {
		m.say(diagnostic.Warning, "duplicate-name", a, byName(before), "%s stands here twice: the last one is taken.", c.Name)
	}
}

// others are the members that the tool puts in the place of one.
func (m *mapper) others(c *reading.Value) *source.Node {
	n := unknownNode(c, c.Name, m.called+" puts what "+c.Name+" brings in its place.")
	n.Start, n.NameStart, n.NameEnd = c.NameFrom, 0, 0
	return n
}

// structure maps the members of an object into n.
func (m *mapper) structure(n *source.Node, s *contract.Shape, v *reading.Value, a at) {
	given := map[string]*reading.Value{}
	m.members(n, s, v, a, given)
	n.Children = slices.DeleteFunc(n.Children, func(c *source.Node) bool { // made for a member of which nothing is left
		return c.Kind == source.Object && len(c.Children) == 0 && c.End == c.Start && given[m.nameOf(s, c.Name)] == nil
	})
	m.needed(n, s, v, a, given)
	if m.zeroes {
		m.absent(n, s, v)
	}
	order(n, s)
}

// needed says what a structure lacks without which the tool refuses it. Of what the service requires, too,
// that is said.
func (m *mapper) needed(n *source.Node, s *contract.Shape, v *reading.Value, a at, given map[string]*reading.Value) {
	if !m.strict || len(m.broken)+len(m.options.opened) > 0 || n.Others() {
		return
	}
	for _, member := range s.Members {
		name := m.nameOf(s, member.Name)
		if member.Required || !member.RequiredBy(m.style.Key) || n.Member(member.Name) != nil || given[name] != nil {
			continue
		}
		m.say(diagnostic.Error, "missing-argument", m.below(a, name, member.Name), v, "%s refuses this: %s is required.", m.called, name)
	}
}

func (m *mapper) members(n *source.Node, s *contract.Shape, v *reading.Value, a at, given map[string]*reading.Value) {
	if m.cased && m.root.Kind == reading.List { // what a variable holds comes as it is written
		v = m.camelled(v)
	}
	for _, c := range v.Children {
		if c.Role == reading.Spread {
			m.spreadMembers(n, s, c, a, given)
			continue
		}
		if m.brings != nil && m.brings(c.Name) {
			n.Children = append(n.Children, m.others(c))
			continue
		}
		if c.Name == reading.Typed {
			m.Typed = &reading.Place{Pointer: a.pointer, Name: true}
			continue
		}
		way := m.way(s, c.Name)
		if way == nil && m.refers {
			way, c = m.referred(s, c)
		}
		if way == nil {
			if meant := m.unknown(s, v, c, a); meant != nil && n.Member(meant.Name) == nil { // it is not missing as well
				set(n, meant.Name, unknownNode(c, reading.Unread, "Its name is refused."))
			}
			continue
		}
		m.twice(given[c.Name], c, m.below(a, c.Name, way[len(way)-1].Name))
		into, place := n, a
		for _, around := range way[:len(way)-1] {
			next := into.Member(around.Name)
			if next == nil {
				next = &source.Node{Kind: source.Object, Start: c.From, End: c.From, NameStart: c.NameFrom, NameEnd: c.NameTo}
				set(into, around.Name, next)
			}
			into, place.pointer = next, place.pointer+"/"+around.Name
		}
		last := way[len(way)-1]
		below := m.below(place, c.Name, last.Name)
		m.formOf(v, c, last, below)
		if c.Block && given[c.Name] != nil && last.Shape.Kind != contract.List {
			m.say(diagnostic.Error, "repeated-block", below, c, "%s stands here a second time, and there can be only one: the first is taken.", c.Name)
			continue
		}
		before := into.Member(last.Name)
		again := c.Block || len(c.Labels) > 0 || given[c.Name] == nil && m.flat
		emptied := given[c.Name] != nil && !again && c.Kind == reading.Null
		given[c.Name] = c
		if before != nil && again && before.Kind == source.Array {
			// Pointers of a repeated block, or of a second name, count on.
			before.Children = append(before.Children, m.blocks(c, last.Shape, below, len(before.Children))...)
			continue
		}
		value := m.value(c, last.Shape, below)
		if value != nil && value.Kind == source.Unknown && len(c.Labels) > 0 && last.Shape.Kind == contract.List { // other blocks may follow
			list := node(source.Array, c)
			value.NameStart, value.NameEnd = 0, 0
			list.Children, value = []*source.Node{value}, list
		}
		if m.zeroes && value != nil && (value.Kind == source.String && value.Text == "" || value.Kind == source.Array && len(value.Children) == 0) {
			m.drop(c, below, "%s does not send what is empty.", m.called)
			value = nil
		}
		if m.zeroes && value != nil && value.Kind == source.Object && len(value.Children) == 0 && slices.Contains(boundsOf, last.Name) {
			value = nil
		}
		switch {
		case value != nil:
			set(into, last.Name, value)
			order(into, shapeOf(s, way))
		case emptied: // by what the program does to it later
			unset(into, last.Name)
		}
	}
}

// formOf says where the tool has a block and the text an argument, or the other way round.
func (m *mapper) formOf(around, c *reading.Value, of *contract.Member, place at) {
	if !m.blocky || m.pointers || !around.Block || c.NameTo <= c.NameFrom {
		return
	}
	shape := of.Shape
	if shape.Kind == contract.List {
		shape = shape.Element
	}
	switch block := shape.Kind == contract.Structure; {
	case block && !c.Block && len(c.Labels) == 0: // a dynamic block has a label
		m.noArgument(c, place)
	case !block && c.Block:
		m.tell(diagnostic.Error, "no-block", place, &reading.Value{From: c.NameFrom, To: c.NameTo}, diagnostic.Said{
			Message: fmt.Sprintf("%s refuses %s as a block: it is an argument, which has a = before its value.", m.called, c.Name),
			Why:     fmt.Sprintf("Unsupported block type. Blocks of type %q are not expected here. Did you mean to define argument %q?", c.Name, c.Name),
		})
	}
}

// noArgument says that a block is written as an argument.
func (m *mapper) noArgument(c *reading.Value, place at) {
	m.tell(diagnostic.Error, "no-argument", place, &reading.Value{From: c.NameFrom, To: c.NameTo}, diagnostic.Said{
		Message: fmt.Sprintf("%s refuses %s as an argument: it is a block, which has no = before its brace.", m.called, c.Name),
		Why:     fmt.Sprintf("Unsupported argument. An argument named %q is not expected here. Did you mean to define a block of type %q?", c.Name, c.Name),
	})
}

// shapeOf is the structure that the last member of a way stands in.
func shapeOf(s *contract.Shape, way []*contract.Member) *contract.Shape {
	if len(way) > 1 {
		return way[len(way)-2].Shape
	}
	return s
}

// blocks maps one more of a block that is repeated.
func (m *mapper) blocks(c *reading.Value, s *contract.Shape, a at, i int) []*source.Node {
	if c.Kind == reading.Object {
		if below := m.value(c, s.Element, m.element(a, i)); below != nil {
			return []*source.Node{below}
		}
		return nil
	}
	list := m.value(c, s, a)
	switch {
	case list == nil:
		return nil
	case list.Kind == source.Unknown:
		list.NameStart, list.NameEnd = 0, 0
		return []*source.Node{list}
	}
	return list.Children
}

// spreadMembers maps the members of an object that is spread into a structure.
func (m *mapper) spreadMembers(n *source.Node, s *contract.Shape, c *reading.Value, a at, given map[string]*reading.Value) {
	if m.tooMany(c, a) {
		return
	}
	plain := *c
	plain.Role = ""
	known, why := m.worked(&plain, a)
	switch {
	case known != nil && known.Kind == reading.Object && m.opens(known):
		m.members(n, s, known, a, given)
		m.closes(known)
	case known != nil && known.Kind == reading.Object:
		n.Children = append(n.Children, unknownNode(c, m.shown(c), "It is spread into itself."))
	case known != nil && known.Kind != reading.Null || why != absent && known == nil:
		if why == "" {
			why = m.called + " works it out when it runs."
		}
		n.Children = append(n.Children, unknownNode(c, m.shown(c), why))
	}
}

// opens notes that what is in a value is being spread into another, and reports false where it is
// already: a value can name itself. Its first child tells it from others, since a value that was looked
// up is a copy.
func (m *mapper) opens(v *reading.Value) bool {
	if len(v.Children) == 0 {
		return true
	}
	first := v.Children[0]
	if m.spreading[first] {
		return false
	}
	if m.spreading == nil {
		m.spreading = map[*reading.Value]bool{}
	}
	m.spreading[first] = true
	return true
}

func (m *mapper) closes(v *reading.Value) {
	if len(v.Children) > 0 {
		delete(m.spreading, v.Children[0])
	}
}

// boundsOf are an attribute's bounds. Empty, they are not sent, and say to the tool alone that it has none.
var boundsOf = []string{"StringAttributeConstraints", "NumberAttributeConstraints"}

// absent adds what the tool sends for members that are left out.
func (m *mapper) absent(n *source.Node, s *contract.Shape, v *reading.Value) {
	for _, member := range s.Members {
		value := member.AbsentIn(cmp.Or(m.style.Key, "terraform")) // on whose provider the others are built
		if value == "" || n.Member(member.Name) != nil {
			continue
		}
		sent := source.Parse(value).Root
		set(n, member.Name, &source.Node{Kind: sent.Kind, Text: sent.Text, Start: v.From, End: v.From})
	}
}

func (m *mapper) nameOf(s *contract.Shape, member string) string {
	if of := s.Member(member); of != nil {
		if name, _ := m.style.Of(of); name != "" {
			return name
		}
	}
	return member
}

// way returns the member that the tool calls by a name, behind those that it is in where the
// tool lifts it out of them, or nil.
func (m *mapper) way(s *contract.Shape, name string) []*contract.Member {
	if m.ways[s] == nil {
		if m.ways == nil {
			m.ways = map[*contract.Shape]map[string][]*contract.Member{}
		}
		m.ways[s] = m.waysOf(s)
	}
	return m.ways[s][name]
}

func (m *mapper) waysOf(s *contract.Shape) map[string][]*contract.Member {
	t := m.style
	ways := map[string][]*contract.Member{}
	// A tool may have learnt a member since, and then calls it by the rule.
	for _, of := range s.Members {
		if !m.strict {
			ways[of.Name] = []*contract.Member{of}
		}
		ways[t.Spelt(of.Name)] = []*contract.Member{of}
		if m.texts != "" && of.Shape.Kind == contract.List {
			ways[t.Spelt(of.Name)+m.texts] = []*contract.Member{of}
		}
	}
	for _, of := range s.Members {
		if called, known := t.Of(of); !known || called != "" {
			continue
		}
		if m.strict && of.Shape.Kind == contract.Structure { // what the tool lifts out of it has no name of its own
			delete(ways, t.Spelt(of.Name))
		}
		for _, lifted := range of.Shape.Members {
			if called, known := t.Of(lifted); known && called != "" {
				ways[called] = []*contract.Member{of, lifted}
			}
		}
	}
	for _, of := range s.Members {
		switch called, known := t.Of(of); {
		case called != "" && known && m.strict && called != t.Spelt(of.Name):
			delete(ways, t.Spelt(of.Name))
			fallthrough
		case called != "":
			ways[called] = []*contract.Member{of}
		}
	}
	for name, member := range m.names[s.Name] {
		if member == "" {
			delete(ways, name)
			continue
		}
		var way []*contract.Member
		shape := s
		for _, step := range strings.Split(member, "/") {
			of := shape.Member(step)
			if of == nil {
				way = nil
				break
			}
			way, shape = append(way, of), of.Shape
		}
		if way != nil {
			ways[name] = way
		}
	}
	if m.flat && s == m.contract.Request {
		for name, way := range maps.Clone(ways) {
			if of := way[len(way)-1]; of.Shape.Kind == contract.Structure {
				for below, rest := range m.waysOf(of.Shape) {
					ways[name+"_"+below] = slices.Concat(way, rest)
				}
			}
		}
	}
	return ways
}

// unknown says where goes what is no member. It returns the one that was meant by a name that the tool refuses, nil where
// there is none, or the tool goes on without it.
func (m *mapper) unknown(s *contract.Shape, around, v *reading.Value, a at) *contract.Member {
	place := m.below(a, v.Name, v.Name)
	if v.Name == "" && v.NameTo <= v.NameFrom {
		m.say(diagnostic.Warning, "nameless", place, v, "%s has no name here, so that it is not known which member it is. It is left out.", m.shown(v))
		return nil
	}
	if m.own != nil {
		if why := m.own(v.Name); why != "" {
			m.drop(v, place, "%s", why)
			return nil
		}
	}
	if why := m.elsewhere(s, v.Name); why != "" {
		m.drop(v, place, "%s", why)
		return nil
	}
	if m.newest == nil || m.newest.tongue != m.tongue {
		m.newest = &mapper{tongue: m.tongue}
	}
	if way := m.newest.way(contract.Newest().Shape(s.Name), v.Name); way != nil {
		m.drop(v, place, "The API had no such member on that day: %s came on %s.", way[len(way)-1].Name, way[len(way)-1].Since)
		return nil
	}
	severity := diagnostic.Warning
	if m.strict {
		severity = diagnostic.Error
	}
	facts := diagnostic.Refused{Tool: m.called, Name: v.Name, Silent: m.silent != nil && m.silent(m.text)}
	if facts.Silent {
		severity = diagnostic.Warning
	}
	if m.refuser != "" {
		facts.Tool = m.refuser
	}
	m.way(s, "")
	var free []string
	for name := range m.ways[s] {
		free = append(free, name)
	}
	slices.Sort(free)
	if of := m.spelt(s, v.Name); of != "" {
		facts.Meant = of
	} else if facts.Meant = names.Nearest(v.Name, free); facts.Meant == "" {
		facts.Meant, facts.Belongs = m.belongs(v.Name)
		if facts.Meant == v.Name {
			facts.Meant = ""
		}
	}
	m.tell(severity, "unknown-name", place, byName(v), facts)
	if facts.Belongs != "" || facts.Meant == "" || around.Member(facts.Meant) != nil { // else there would be two of a name
		return nil
	}
	m.found[len(m.found)-1].rename = facts.Meant
	if way := m.way(s, facts.Meant); severity == diagnostic.Error && len(way) == 1 {
		return way[0]
	}
	return nil
}

// elsewhere says where goes what the tool has under a name and the API has no member for, or "".
func (m *mapper) elsewhere(s *contract.Shape, name string) string {
	for _, of := range s.ElsewhereIn(m.style.Key) {
		if of == name || m.style.Spelt(of) == name {
			return s.Elsewhere(m.style.Key, of)
		}
	}
	return ""
}

// spelt is what the tool calls a member that a text calls as the API does, "" where it has none.
func (m *mapper) spelt(s *contract.Shape, name string) string {
	for _, of := range s.Members {
		if called := m.nameOf(s, of.Name); names.Plain(of.Name) == names.Plain(name) && len(m.way(s, called)) == 1 {
			return called
		}
	}
	return ""
}

// belongs finds the structure that has a member which the tool calls so, in the tool's names.
func (m *mapper) belongs(name string) (called, in string) {
	var visit func(s *contract.Shape, path string) bool
	visit = func(s *contract.Shape, path string) bool {
		if path != "" && m.way(s, name) != nil {
			in = path
			return true
		}
		for _, member := range s.Members {
			below := member.Shape
			if below.Element != nil {
				below = below.Element
			}
			if below.Kind != contract.Structure {
				continue
			}
			at := m.nameOf(s, member.Name)
			if path != "" {
				at = path + "." + at
			}
			if visit(below, at) {
				return true
			}
		}
		return false
	}
	if visit(m.contract.Request, "") {
		called = name
	}
	return called, in
}

// scalar makes a scalar's node, of the type that the shape wants where the tool would make it
// that.
func (m *mapper) scalar(v *reading.Value, s *contract.Shape, a at) *source.Node {
	n := node(source.String, v)
	n.Text = v.Text
	if m.coerces {
		switch yes, named := truths[strings.ToLower(v.Text)]; {
		case s.Kind == contract.String && v.Plain && v.Kind == reading.String && named && m.yaml11:
			n.Text = strconv.FormatBool(yes)
			m.unquoted(v, n.Text, s, a)
			return n
		case s.Kind == contract.String:
			return n
		}
		switch s.Kind {
		case contract.Integer:
			if spelt := strings.TrimSpace(v.Text); json.Valid([]byte(spelt)) && spelt != "" && strings.IndexByte("-0123456789", spelt[0]) >= 0 {
				n.Kind, n.Text = source.Number, spelt
				return n
			}
		case contract.Boolean:
			word := strings.ToLower(strings.TrimSpace(v.Text))
			if yes, ok := truths[word]; ok && (v.Plain || word == "true" || word == "false") { // on in quotes is a text
				n.Kind, n.Text = source.False, ""
				if yes {
					n.Kind = source.True
				}
				return n
			}
		}
	}
	return m.asIs(v)
}

// unquoted says of a text without quotes that it is a boolean, and what to write.
func (m *mapper) unquoted(v *reading.Value, is string, s *contract.Shape, a at) {
	meant, advice := v.Text, ""
	if upper := strings.ToUpper(meant); slices.Contains(s.Enum, upper) {
		meant = upper // on is ON, the value that there is
	}
	if len(s.Enum) == 0 || slices.Contains(s.Enum, meant) {
		advice = ": write " + strconv.Quote(meant)
	} else {
		meant = "" // in quotes it is none of the values either
	}
	m.say(diagnostic.Warning, "unquoted-boolean", a, v, "%s without quotes is %s in %s's YAML (1.1)%s.", v.Text, is, m.called, advice)
	if m.text[v.From:v.To] == v.Text { // else an expression stands there
		m.found[len(m.found)-1].quote = meant
	}
}

// truths are the booleans of the languages whose values take the type of their member.
var truths = map[string]bool{"true": true, "false": false, "yes": true, "no": false, "on": true, "off": false}

// shown is a value as it is written, short.
func (m *mapper) shown(v *reading.Value) string {
	text := ""
	if v.From < v.To && v.To <= len(m.text) {
		text = m.text[v.From:v.To]
	}
	if text == "" || v.Kind == reading.String && v.Tag == "" || v.Kind == reading.Expression && v.Text != "" {
		text = v.Text
	}
	if m.options.holes != nil {
		text = anyMasked.ReplaceAllString(text, "…")
	}
	text = strings.Join(strings.Fields(text), " ")
	const most = 60
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most]) + "…"
	}
	return text
}
