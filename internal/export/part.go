package export

import (
	"slices"
	"strconv"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

// part is one value in a tool's names.
type part struct {
	// name is the member's as the tool spells it, or a map's key; "" for elements.
	name string
	// member is nil for elements of lists and entries of maps.
	member *contract.Member
	shape  *contract.Shape
	// pointer is the value's place in the request, "" for one that the request does not give.
	pointer string
	// text is a string's, or an integer's or boolean's literal.
	text     string
	children []*part
	// raw is an expression in the tool's language, which stands for the value; "" for a value.
	raw string
}

// read turns a value of the request into a part.
func (j *job) read(v *request.Value) *part {
	p := &part{name: v.Name, member: v.Member, shape: v.Shape, pointer: v.Pointer()}
	switch v.Shape.Kind {
	case contract.String:
		p.text = v.Text()
	case contract.Integer:
		p.text = strconv.FormatInt(v.Int(), 10)
	case contract.Boolean:
		p.text = strconv.FormatBool(v.Bool())
	default:
		p.children = append(j.readAll(v.Children), j.kept(v)...)
	}
	return p
}

// kept writes out the service's defaults of members that a structure leaves out, where the tool
// would send another value for them.
func (j *job) kept(v *request.Value) []*part {
	var parts []*part
	if v.Shape.Kind != contract.Structure {
		return nil
	}
	for _, m := range v.Shape.Members {
		if sent := m.AbsentIn(j.target.names); sent == "" || sent == m.Default || m.Default == "" || v.Get(m.Name) != nil {
			continue
		}
		if name, _ := j.name(m); name != "" {
			parts = append(parts, &part{name: name, member: m, shape: m.Shape, text: m.Default})
		}
	}
	return parts
}

func (j *job) readAll(values []*request.Value) []*part {
	var parts []*part
	for _, v := range values {
		if n := v.Unknown(); n != nil {
			parts = append(parts, j.expression(v, n)...)
			continue
		}
		if v.Member != nil {
			parts = append(parts, j.readMember(v)...)
			continue
		}
		p := j.read(v)
		if v.Parent.Shape.Kind == contract.List {
			p.name = ""
		}
		parts = append(parts, p)
	}
	return parts
}

// expression returns what stands for a value that is known only at deployment: its expression, where
// the tool has the same one, or nothing.
func (j *job) expression(v *request.Value, n *source.Node) []*part {
	j.told[v.Pointer()] = true
	if v.Member != nil {
		if name, _ := j.name(v.Member); name != "" && n.Text != "" && j.target.expresses != nil && j.target.expresses(v.Member, n.Text) {
			j.expressed = append(j.expressed, path(v.Pointer()))
			return []*part{{name: name, member: v.Member, shape: v.Shape, pointer: v.Pointer(), raw: n.Text}}
		}
	}
	j.open = append(j.open, path(v.Pointer()))
	return nil
}

// readMember returns what the tool has for a member: one part as a rule.
func (j *job) readMember(v *request.Value) []*part {
	other := v.Member.ConflictIn(j.target.names)
	if other != "" && j.Request.Get(source.SplitPointer(other)...) != nil {
		j.tell(v.Pointer(), "%s is left out: %s refuses it beside %s, which is what the service takes.", path(v.Pointer()), j.target.called, path(other))
		return nil
	}
	name, _ := j.name(v.Member)
	if name == "" {
		return j.lift(v)
	}
	p := j.read(v)
	if hollow(v, p) {
		j.told[v.Pointer()] = true
		return nil
	}
	p.name = name
	parts := []*part{p}
	if v.Shape.Kind == contract.String {
		for _, b := range v.Member.BesideIn(j.target.names, v.Text()) {
			parts = append(parts, j.words(b))
		}
	}
	return parts
}

// hollow reports whether nothing of a block can be written, since all of it is known only at deployment: an
// empty one would say something else.
func hollow(v *request.Value, p *part) bool {
	return len(p.children) == 0 && len(v.Children) > 0 && !slices.ContainsFunc(v.Children, func(c *request.Value) bool { return c.Unknown() == nil })
}

// words is a list that the tool wants beside a member.
func (j *job) words(b contract.Beside) *part {
	word := &contract.Shape{Kind: contract.String}
	list := &part{name: b.Name, shape: &contract.Shape{Kind: contract.List, Element: word}}
	if j.target.spell != nil {
		list.name = j.target.spell(b.Name)
	}
	for _, text := range b.Words {
		list.children = append(list.children, &part{shape: word, text: text})
	}
	return list
}

// lift returns what a tool without the structure has in the structure's own place: the
// members of which the contract says what they are called there.
func (j *job) lift(v *request.Value) []*part {
	var parts []*part
	for _, c := range v.Children {
		if c.Member == nil {
			continue
		}
		if name, known := j.name(c.Member); known && name != "" {
			p := j.read(c)
			p.name = name
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		j.lose(v.Pointer(), v.Member)
	} else {
		j.written[v.Pointer()] = true
	}
	return parts
}

// take marks a part as written and returns it. Every writer calls it on what it writes.
func (j *job) take(p *part) *part {
	if p.pointer != "" {
		j.written[p.pointer] = true
	}
	return p
}

// flat reports whether a part is a list of scalars.
func (p *part) flat() bool {
	return p.shape.Kind == contract.List && p.shape.Element.Scalar()
}
