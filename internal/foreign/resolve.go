package foreign

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/reading"
)

// absent is the reason of an expression that stands for no value: AWS::NoValue.
const absent = "absent"

// holeFilled is the reason of a value that the program around a text puts into it.
const holeFilled = "The program around it puts a value in its place."

// mostDepth is how many expressions may name one another.
const mostDepth = 20

// worked works a value out as far as the text tells: what comes back is no expression itself,
// though those below it may be. Without a value it says why there is none. Nothing is run and
// nothing guessed.
func (m *mapper) worked(v *reading.Value, a at) (known *reading.Value, why string) {
	outer := m.used
	m.used = nil
	known, why = m.resolve(v)
	used := m.used
	m.used = outer
	if known == nil && why != absent {
		return nil, why
	}
	if len(used) > 0 { // a value that is put in may also decide that there is none
		slices.Sort(used)
		m.say(diagnostic.Note, reading.PutIn, a, v, "%s", strings.Join(slices.Compact(used), " "))
	}
	if known == nil {
		return nil, why
	}
	if known != v {
		at := *known
		if m.writtenOut(known) {
			at.WrittenFrom, at.WrittenTo = known.From, known.To
		}
		at.From, at.To, at.Name, at.NameFrom, at.NameTo, at.Block = v.From, v.To, v.Name, v.NameFrom, v.NameTo, v.Block
		at.Children = m.standing(v, known.Children)
		known = &at
	}
	return known, ""
}

// writtenOut reports whether a template has a value as it is, between quotes or without. What a program's variable
// holds may have other uses.
func (m *mapper) writtenOut(v *reading.Value) bool {
	if m.Language != language.CloudFormation && m.Language != language.Terraform || !v.Scalar() || v.To <= v.From || v.To > len(m.text) {
		return false
	}
	raw := m.text[v.From:v.To]
	if last := len(raw) - 1; last > 0 && strings.IndexByte("\"'", raw[0]) >= 0 && raw[last] == raw[0] {
		raw = raw[1:last]
	}
	return raw == v.Text
}

// standing are the parts of a value that was worked out: those that stand nowhere in the text, as the parts of
// a text that was split, stand where the value does.
func (m *mapper) standing(at *reading.Value, parts []*reading.Value) []*reading.Value {
	nowhere := func(v *reading.Value) bool { return v.From == 0 && v.To == 0 && v.NameTo == 0 }
	if !slices.ContainsFunc(parts, nowhere) {
		return parts
	}
	parts = slices.Clone(parts)
	for i, part := range parts {
		if nowhere(part) {
			one := *part
			one.From, one.To = at.From, at.To
			one.Children = m.standing(at, part.Children)
			parts[i] = &one
		}
	}
	return parts
}

func (m *mapper) resolve(v *reading.Value) (*reading.Value, string) {
	if m.depth >= mostDepth {
		return nil, "It names itself, or too many values one behind the other."
	}
	m.depth++
	defer func() { m.depth-- }()
	if m.expand != nil {
		v = m.expand(m, v)
	}
	if holes := m.options.holes; holes != nil && v.Kind == reading.String && (holes.MatchString(v.Text) || strings.Contains(v.Text, masked)) {
		return nil, holeFilled
	}
	switch v.Kind {
	case reading.Template:
		if v.Tag == reading.Sum {
			return m.added(v)
		}
		return m.joined(v)
	case reading.Reference:
		value, why := m.named(v.Text)
		if value == nil {
			return nil, why
		}
		return m.resolve(value)
	case reading.Call:
		switch v.Tag {
		case reading.OnlyIf:
			return nil, v.Text
		case reading.Not:
			return m.not(v.Children[0])
		case reading.Cast:
			return m.converted(v.Children[0], v.Text)
		}
		if m.call == nil {
			break
		}
		value, why := m.call(m, v)
		if value == nil {
			return nil, why
		}
		if value.Kind == reading.Call {
			return value, ""
		}
		return m.resolve(value)
	case reading.Conditional:
		yes, why := m.truth(v.Children[0])
		switch {
		case why != "":
			return nil, why
		case yes:
			return m.resolve(v.Children[1])
		}
		return m.resolve(v.Children[2])
	case reading.Expression:
	default:
		return v, ""
	}
	return nil, m.called + " works it out when it runs."
}

// added is what + makes: of lists one behind the other, of numbers their sum, and of objects, in PHP, all of their
// members, those of the first before those of the others.
func (m *mapper) added(v *reading.Value) (*reading.Value, string) {
	var first *reading.Value
	kinds, sum := map[reading.Kind]int{}, 0
	for _, part := range v.Children {
		known, _ := m.resolve(part)
		if known == nil {
			continue
		}
		first = cmp.Or(first, known)
		if n, err := strconv.Atoi(known.Text); known.Kind != reading.Number || err == nil && max(n, -n) < 1<<40 {
			kinds[known.Kind]++
			sum += n
		}
	}
	switch {
	case kinds[reading.List] > 0, kinds[reading.Object] > 0:
		all := &reading.Value{Kind: reading.List, From: v.From, To: v.To}
		for _, part := range v.Children {
			one := *part
			one.Role = reading.Spread
			all.Children = append(all.Children, &one)
		}
		if first.Kind == reading.Object {
			all.Kind = reading.Object
			slices.Reverse(all.Children)
		}
		return all, ""
	case kinds[reading.Number] == len(v.Children):
		return &reading.Value{Kind: reading.Number, Text: strconv.Itoa(sum)}, ""
	case kinds[reading.String] > 0 && kinds[reading.Number] < 2: // else the first of them may be added up
		return m.joined(v)
	}
	return nil, m.called + " works it out when it runs."
}

// joined is the text of a Template, "" with a reason where a part of it is not known.
func (m *mapper) joined(v *reading.Value) (*reading.Value, string) {
	var b strings.Builder
	for _, part := range v.Children {
		known, why := m.resolve(part)
		switch {
		case known == nil && why == absent:
			return nil, m.called + " works it out when it runs."
		case known == nil:
			return nil, why
		case !known.Scalar():
			return nil, "A list or an object stands in a text."
		case b.Len()+len(known.Text) > reading.MaxBytes:
			return nil, "The text becomes too long."
		}
		b.WriteString(known.Text)
	}
	return text(b.String()), ""
}

// text is a String that stands nowhere.
func text(s string) *reading.Value { return &reading.Value{Kind: reading.String, Text: s} }

func boolean(yes bool) *reading.Value {
	return &reading.Value{Kind: reading.Bool, Text: strconv.FormatBool(yes)}
}

// named returns what a name stands for: in the part of the text where it stands, as a
// parameter that was set, or where the tongue finds it.
func (m *mapper) named(path string) (*reading.Value, string) {
	longest := ""
	for name := range m.env {
		if rest, found := strings.CutPrefix(path, name); found && (rest == "" || rest[0] == '.') && len(name) > len(longest) {
			longest = name
		}
	}
	if rest := strings.TrimPrefix(path[len(longest):], "."); longest != "" {
		var steps []string
		if rest != "" {
			steps = strings.Split(rest, ".")
		}
		return m.descend(m.env[longest], steps)
	}
	if m.lookup == nil {
		return nil, m.called + " works it out when it runs."
	}
	return m.lookup(m, path)
}

// notThere is the reason of a name that a value does not have.
const notThere = "Nothing called %s is there."

// descend goes from a value down to what some steps name.
func (m *mapper) descend(v *reading.Value, steps []string) (*reading.Value, string) {
	for _, step := range steps {
		known, why := m.resolve(v)
		if known == nil {
			return nil, why
		}
		next := known.Member(step)
		if i, err := strconv.Atoi(step); err == nil && known.Kind == reading.List && i >= 0 && i < len(known.Children) {
			next = known.Children[i]
		}
		if next == nil {
			return nil, fmt.Sprintf(notThere, step)
		}
		v = next
	}
	return v, ""
}

// truth works a condition out.
func (m *mapper) truth(v *reading.Value) (yes bool, why string) {
	known, why := m.resolve(v)
	if known == nil {
		return false, why
	}
	if known.Kind == reading.Bool || known.Kind == reading.String && (known.Text == "true" || known.Text == "false") {
		return known.Text == "true", ""
	}
	return false, "Its condition is neither true nor false."
}

// not is the boolean that a value of a program is not.
func (m *mapper) not(v *reading.Value) (*reading.Value, string) {
	known, why := m.resolve(v)
	switch {
	case known == nil:
		return nil, why
	case known.Kind == reading.Bool:
		return boolean(known.Text != "true"), ""
	case known.Kind == reading.Number && m.Language == language.JavaScript: // !0 and !1, as what makes programs small has it
		return boolean(known.Text == "0"), ""
	}
	return nil, m.called + " works it out when it runs."
}

// converted is a value as a program makes a type of it, where that is the same in all languages that have such a type. A
// type that is not known by its name is the program's own, and changes nothing.
func (m *mapper) converted(v *reading.Value, to string) (*reading.Value, string) {
	kind, named := typeKinds[strings.ToLower(to)]
	if !named {
		return v, ""
	}
	known, why := m.resolve(v)
	if known == nil {
		return nil, why
	}
	_, err := strconv.Atoi(known.Text)
	whole := err == nil && known.Scalar()
	as := *known
	switch as.Kind = kind; {
	case known.Kind == kind, kind == reading.Object && known.Kind != reading.List:
		return known, ""
	case kind == reading.Number && whole && known.Text[0] != '+', kind == reading.String && whole && m.Language != language.Go:
		return &as, ""
	case kind == reading.List && known.Kind == reading.Object:
		return known, ""
	case kind == reading.List && known.Kind == reading.Null:
		return &reading.Value{Kind: reading.List, From: known.From, To: known.To}, ""
	case kind == reading.List && known.Scalar():
		return &reading.Value{Kind: reading.List, From: known.From, To: known.To, Children: []*reading.Value{v}}, ""
	}
	return nil, m.called + " works it out when it runs."
}

// typeKinds are what the types are that programs convert values to.
var typeKinds = map[string]reading.Kind{
	"string": reading.String, "bool": reading.Bool, "boolean": reading.Bool, "array": reading.List, "object": reading.Object,
	"int": reading.Number, "int32": reading.Number, "int64": reading.Number, "integer": reading.Number, "long": reading.Number, "short": reading.Number, "byte": reading.Number,
	"float": reading.Number, "double": reading.Number, "decimal": reading.Number, "float64": reading.Number, "number": reading.Number,
}

// scalars works values out that all have to be texts or numbers.
func (m *mapper) scalars(values []*reading.Value) (texts []string, why string) {
	for _, v := range values {
		known, why := m.resolve(v)
		switch {
		case known == nil:
			return nil, why
		case !known.Scalar():
			return nil, "A list or an object stands where a text is wanted."
		}
		texts = append(texts, known.Text)
	}
	return texts, ""
}

// list works a value out that has to be a list, and its elements.
func (m *mapper) list(v *reading.Value) (elements []*reading.Value, why string) {
	known, why := m.resolve(v)
	switch {
	case known == nil:
		return nil, why
	case known.Kind != reading.List:
		return nil, "It is no list."
	}
	return known.Children, ""
}

// parameter lists what the outside gives a text: a parameter of a template, a variable. value
// is its default, nil for none; the value that was set counts more. used is said where it is
// put in.
func (m *mapper) parameter(name string, at, value *reading.Value, why string) (*reading.Value, string) {
	set, given := m.options.Parameters[name]
	if _, listed := m.listed[name]; !listed {
		p := reading.Parameter{Name: name, Why: why}
		if at != nil {
			p.Start, p.End = m.mark(at)
		}
		if given {
			p.Value, p.Known, p.Why = set, true, "It was set."
		} else if known, _ := m.quietly(value); known != nil && known.Scalar() {
			p.Value, p.Known, p.Why = known.Text, true, "Its default."
		} else if known != nil && value.From < value.To && value.To <= len(m.text) {
			p.Value, p.Known, p.Why = strings.Join(strings.Fields(m.text[value.From:value.To]), " "), true, "Its default."
		}
		if m.listed == nil {
			m.listed = map[string]int{}
		}
		m.listed[name] = len(m.Parameters)
		m.Parameters = append(m.Parameters, p)
	}
	switch {
	case given:
		m.used = append(m.used, fmt.Sprintf("%s is put in for %s, as it was set.", strconv.Quote(set), name))
		return text(set), ""
	case value == nil || value.Kind == reading.Null:
		return nil, why
	}
	if value.Scalar() {
		m.used = append(m.used, fmt.Sprintf("The default of %s, %s, is put in.", name, cmp.Or(m.shown(value), `""`)))
	} else {
		m.used = append(m.used, fmt.Sprintf("The default of %s is put in.", name))
	}
	return value, ""
}

// quietly resolves a value without noting what was used.
func (m *mapper) quietly(v *reading.Value) (*reading.Value, string) {
	if v == nil {
		return nil, ""
	}
	used := m.used
	defer func() { m.used = used }()
	return m.resolve(v)
}

// separated is a list's texts with a separator between them, as far as all of them are known.
func (m *mapper) separated(separator, elements *reading.Value) (*reading.Value, string) {
	between, why := m.scalars([]*reading.Value{separator})
	if why != "" {
		return nil, why
	}
	list, why := m.list(elements)
	if why != "" {
		return nil, why
	}
	texts, why := m.scalars(list)
	if why != "" {
		return nil, why
	}
	return text(strings.Join(texts, between[0])), ""
}
