package foreign

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/describe"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/export"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
	"userpoolplayground/json"
)

// tongue is how a tool says a request.
type tongue struct {
	// called is the tool's name in a sentence.
	called string
	target export.Target
	// coerces is set where a value takes the type of its member: "8" is 8.
	coerces bool
	// repeats is set where a list of structures is a block that is repeated, and a structure
	// a block that is not.
	repeats bool
	// alone is set where a single value stands for a list of one.
	alone bool
	// missing is said where no pool is found after all.
	missing string
	find    func(m *mapper, root *reading.Value) []*pool
	read    func(m *mapper, p *pool) *part
	// known returns the value of an expression that the text itself tells, or says why there
	// is none.
	known func(m *mapper, v *reading.Value) (value *reading.Value, why string)
	// functions is set where an object can be the call of a function.
	functions bool
	// own says of a name that is the tool's language and no member what it is, or "".
	own func(name string) string
}

func target(id string) export.Target {
	t, ok := export.Find(id)
	if !ok {
		panic("foreign: no target " + id)
	}
	return t
}

// tongueOf returns the tool of a kind of texts.
func tongueOf(kind string) *tongue {
	switch kind {
	case AWSCLI:
		return awsCLI
	case CloudFormation:
		return cloudFormation
	case Terraform:
		return terraformTongue
	case Boto3:
		return boto3
	case Paws:
		return paws
	}
	return yamlRequests
}

// mapper makes a request of a tree.
type mapper struct {
	Result
	*tongue
	text     string
	contract *contract.Contract
	// root is the whole tree, in which an expression may be told.
	root *reading.Value
	// pointers is set for JSON, whose places are JSON Pointers; other texts have paths.
	pointers bool
	// ways are the tool's names of a structure's members.
	ways map[*contract.Shape]map[string][]*contract.Member
	// mapped counts the values that were mapped.
	mapped int
	// depth counts the expressions that are being looked up.
	depth int
}

func (m *mapper) say(severity diagnostic.Severity, rule, path string, from, to int, format string, args ...any) {
	m.Findings = append(m.Findings, diagnostic.Diagnostic{
		Rule: rule, Stage: diagnostic.Syntax, Severity: severity, Pointer: path, Start: from, End: to,
		Evidence: diagnostic.Documented, Facts: diagnostic.Malformed{Message: fmt.Sprintf(format, args...)},
	})
}

func (m *mapper) drop(v *reading.Value, path, format string, args ...any) {
	m.Dropped = append(m.Dropped, describe.Dropped{Pointer: path, Why: fmt.Sprintf(format, args...), Start: v.From, End: v.To})
}

func (m *mapper) join(path, name string) string {
	if m.pointers {
		return path + "/" + source.EscapePointer(name)
	}
	if path == "" {
		return name
	}
	return path + "." + name
}

func (m *mapper) index(path string, i int) string {
	if m.pointers {
		return path + "/" + strconv.Itoa(i)
	}
	return path + "[" + strconv.Itoa(i) + "]"
}

// part is one value of the request in the making.
type part struct {
	name     string
	shape    *contract.Shape
	json     string // of a scalar, or of what does not fit its shape
	children []*part
}

func (p *part) member(name string) *part {
	for _, c := range p.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

func (p *part) set(name string, value *part) {
	value.name = name
	if old := p.member(name); old != nil {
		*old = *value
		return
	}
	p.children = append(p.children, value)
}

// text is the request as it would be typed.
func (p *part) text() string {
	var b strings.Builder
	p.write(&b, "")
	b.WriteByte('\n')
	return b.String()
}

// lineWidth is how long a list of scalars may be on one line.
const lineWidth = 80

func (p *part) write(b *strings.Builder, indent string) {
	if p.json != "" {
		b.WriteString(p.json)
		return
	}
	open, closing := "{", "}"
	if p.shape.Kind == contract.List {
		open, closing = "[", "]"
		if line := p.line(); len(indent)+len(line) <= lineWidth && line != "" {
			b.WriteString(line)
			return
		}
	}
	b.WriteString(open)
	for i, c := range p.children {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n" + indent + "  ")
		if p.shape.Kind != contract.List {
			b.WriteString(source.Quote(c.name) + ": ")
		}
		c.write(b, indent+"  ")
	}
	if len(p.children) > 0 {
		b.WriteString("\n" + indent)
	}
	b.WriteString(closing)
}

// line is a list of scalars on one line, "" for any other.
func (p *part) line() string {
	var all []string
	for _, c := range p.children {
		if c.json == "" {
			return ""
		}
		all = append(all, c.json)
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// order puts members in the reference's order.
func (p *part) order() {
	place := func(c *part) int {
		return slices.IndexFunc(p.shape.Members, func(m *contract.Member) bool { return m.Name == c.name })
	}
	slices.SortStableFunc(p.children, func(a, b *part) int { return place(a) - place(b) })
}

// request maps a structure that holds the whole request.
func (m *mapper) request(v *reading.Value, path string) *part {
	p := &part{shape: m.contract.Request}
	m.structure(p, v, path)
	return p
}

// value maps a value to what a shape takes; nil when nothing is left of it.
func (m *mapper) value(v *reading.Value, s *contract.Shape, path string) *part {
	// A value that the text tells elsewhere can be used many times, by others that are.
	if m.mapped++; m.mapped > reading.MaxValues {
		if m.mapped == reading.MaxValues+1 {
			m.say(diagnostic.Error, "import-too-large", path, v.From, v.To, "This stands for more than %d values: what follows is left out.", reading.MaxValues)
		}
		return nil
	}
	if m.intrinsic(v) {
		return m.expression(v, s, path)
	}
	switch {
	case v.Kind == reading.Null:
		return nil
	case s.Scalar():
		if v.Scalar() {
			return &part{shape: s, json: m.scalar(v, s)}
		}
		return m.misfit(v, s)
	}
	p := &part{shape: s}
	switch {
	case s.Kind == contract.List && v.Kind == reading.List:
		for i, c := range v.Children {
			if below := m.value(c, s.Element, m.index(path, i)); below != nil {
				p.children = append(p.children, below)
			}
		}
	case s.Kind == contract.List && (m.alone && v.Scalar() || m.repeats && v.Kind == reading.Object):
		if below := m.value(v, s.Element, path); below != nil {
			p.children = append(p.children, below)
		}
		return p
	case s.Kind == contract.Structure && m.repeats && v.Kind == reading.List && len(v.Children) == 1:
		return m.value(v.Children[0], s, path)
	case s.Kind != contract.List && v.Kind == reading.List && len(v.Children) == 0 && m.alone:
		// R writes what is empty in one way.
	case s.Kind == contract.Structure && v.Kind == reading.Object:
		m.structure(p, v, path)
	case s.Kind == contract.Map && v.Kind == reading.Object:
		for _, c := range v.Children {
			if below := m.value(c, s.Element, m.join(path, c.Name)); below != nil {
				p.set(c.Name, below)
			}
		}
	default:
		return m.misfit(v, s)
	}
	if len(p.children) == 0 && len(v.Children) > 0 {
		return nil // nothing is left, and what became of it is said
	}
	return p
}

// structure maps the members of an object into p.
func (m *mapper) structure(p *part, v *reading.Value, path string) {
	given := map[string]*reading.Value{}
	for _, c := range v.Children {
		below := m.join(path, c.Name)
		way := m.way(p.shape, c.Name)
		if way == nil {
			m.unknown(p.shape, c, below)
			continue
		}
		into := p
		for _, around := range way[:len(way)-1] {
			next := into.member(around.Name)
			if next == nil {
				next = &part{shape: around.Shape}
				into.set(around.Name, next)
			}
			into = next
		}
		last := way[len(way)-1]
		if c.Block && given[c.Name] != nil && last.Shape.Kind != contract.List {
			m.say(diagnostic.Warning, "import-repeated", below, c.From, c.To, "%s stands here a second time, and there can be only one: the first is taken.", c.Name)
			continue
		}
		given[c.Name] = c
		value := m.value(c, last.Shape, below)
		if value == nil {
			continue
		}
		if before := into.member(last.Name); before != nil && c.Block {
			before.children = append(before.children, value.children...)
			continue
		}
		into.set(last.Name, value)
		into.order()
	}
	p.children = slices.DeleteFunc(p.children, func(c *part) bool { // made for a member of which nothing is left
		return c.json == "" && len(c.children) == 0 && given[m.nameOf(p.shape, c.name)] == nil
	})
	p.order()
}

func (m *mapper) nameOf(s *contract.Shape, member string) string {
	if of := s.Member(member); of != nil {
		if name, _ := m.target.NameOf(of); name != "" {
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
		m.ways[s] = waysOf(m.target, s)
	}
	return m.ways[s][name]
}

func waysOf(t export.Target, s *contract.Shape) map[string][]*contract.Member {
	ways := map[string][]*contract.Member{}
	// A tool may have learnt a member since, and then calls it by the rule.
	for _, of := range s.Members {
		ways[of.Name], ways[t.Spelt(of.Name)] = []*contract.Member{of}, []*contract.Member{of}
	}
	for _, of := range s.Members {
		if called, known := t.NameOf(of); !known || called != "" {
			continue
		}
		for _, lifted := range of.Shape.Members {
			if called, known := t.NameOf(lifted); known && called != "" {
				ways[called] = []*contract.Member{of, lifted}
			}
		}
	}
	for _, of := range s.Members {
		if called, _ := t.NameOf(of); called != "" {
			ways[called] = []*contract.Member{of}
		}
	}
	return ways
}

// unknown says where goes what is no member.
func (m *mapper) unknown(s *contract.Shape, v *reading.Value, path string) {
	if v.Name == "" {
		m.say(diagnostic.Warning, "import-expression", path, v.From, v.To, "%s has no name here, so that it is not known which member it is. It is left out.", shown(v))
		return
	}
	if m.own != nil {
		if why := m.own(v.Name); why != "" {
			m.drop(v, path, "%s", why)
			return
		}
	}
	if why := s.Elsewhere(m.target.NamesKey(), v.Name); why != "" {
		m.drop(v, path, "%s", why)
		return
	}
	newest := mapper{tongue: m.tongue}
	if way := newest.way(contract.Newest().Shape(s.Name), v.Name); way != nil {
		m.drop(v, path, "The API had no such member on that day: %s came on %s.", way[len(way)-1].Name, way[len(way)-1].Since)
		return
	}
	in := s.Name
	if in == m.contract.Request.Name {
		in = "A CreateUserPool request"
	}
	m.drop(v, path, "%s has no such member.", in)
}

// scalar returns a scalar as JSON, of the type that the shape wants where the tool would make
// it that.
func (m *mapper) scalar(v *reading.Value, s *contract.Shape) string {
	if m.coerces {
		switch s.Kind {
		case contract.String:
			return source.Quote(v.Text)
		case contract.Integer:
			if spelt := strings.TrimSpace(v.Text); json.Valid([]byte(spelt)) && spelt != "" && strings.IndexByte("-0123456789", spelt[0]) >= 0 {
				return spelt
			}
		case contract.Boolean:
			if yes, ok := truths[strings.ToLower(strings.TrimSpace(v.Text))]; ok {
				return strconv.FormatBool(yes)
			}
		}
	}
	return asJSON(v)
}

// truths are the booleans of the languages whose values take the type of their member.
var truths = map[string]bool{"true": true, "false": false, "yes": true, "no": false, "on": true, "off": false}

// misfit carries a value of the wrong type as it is: the request then says what is wrong.
func (m *mapper) misfit(v *reading.Value, s *contract.Shape) *part {
	return &part{shape: s, json: asJSON(v)}
}

// asJSON writes any value as JSON on one line.
func asJSON(v *reading.Value) string {
	switch v.Kind {
	case reading.Bool:
		return v.Text
	case reading.Number:
		if json.Valid([]byte(v.Text)) {
			return v.Text
		}
		return source.Quote(v.Text)
	case reading.String, reading.Expression:
		return source.Quote(v.Text)
	case reading.List:
		var all []string
		for _, c := range v.Children {
			all = append(all, asJSON(c))
		}
		return "[" + strings.Join(all, ", ") + "]"
	case reading.Object:
		var all []string
		for _, c := range v.Children {
			all = append(all, source.Quote(c.Name)+": "+asJSON(c))
		}
		return "{" + strings.Join(all, ", ") + "}"
	}
	return "null"
}

// intrinsic reports whether a value is known only when the tool runs.
func (m *mapper) intrinsic(v *reading.Value) bool {
	return v.Kind == reading.Expression || v.Tag != "" || m.functionOf(v) != ""
}

// expression maps a value that is not written out: to what the text tells of it, else to
// nothing, with a finding.
func (m *mapper) expression(v *reading.Value, s *contract.Shape, path string) *part {
	why := m.called + " works it out when it runs."
	if m.known != nil && m.depth < 20 {
		value, reason := m.known(m, v)
		if reason != "" {
			why = reason
		}
		if value != nil {
			at := *value
			at.From, at.To, at.Name = v.From, v.To, v.Name
			m.depth++
			defer func() { m.depth-- }()
			if reason != "" {
				m.say(diagnostic.Note, "import-expression", path, v.From, v.To, "%s", reason)
			}
			return m.value(&at, s, path)
		}
	}
	if why == absent {
		return nil
	}
	m.say(diagnostic.Warning, "import-expression", path, v.From, v.To, "%s is left out: %s Write its value into the request.", shown(v), why)
	return nil
}

// absent is the reason of an expression that stands for no value.
const absent = "absent"

// shown is a value as it is written, short.
func shown(v *reading.Value) string {
	text := v.Text
	if v.Kind != reading.Expression || text == "" {
		text = asJSON(v)
	}
	if v.Tag != "" {
		text = v.Tag + " " + text
	}
	text = strings.Join(strings.Fields(text), " ")
	const most = 60
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most]) + "…"
	}
	return text
}
