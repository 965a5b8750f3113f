package foreign

import (
	"slices"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

var (
	boto3 = &tongue{
		called: "Python", refuser: "boto3", strict: true, find: findCalls, read: readCall, lookup: lookupInProgram, call: callOfProgram,
		missing: "No call of create_user_pool with arguments was found, nor arguments with a PoolName.",
	}
	paws = &tongue{
		called: "R", refuser: "paws", strict: true, find: findCalls, read: readCall, alone: true, lookup: lookupInProgram, call: callOfProgram,
		missing: "No call of create_user_pool with arguments was found, nor arguments with a PoolName.",
	}
	yamlRequests = &tongue{
		called: "YAML", find: findDocument, read: readCall,
		missing: "No object with a PoolName was found.",
	}
)

// findCalls takes every call for a pool.
func findCalls(m *mapper, root *reading.Value) []*pool {
	var found []*pool
	for _, c := range root.Children {
		if c.Role != "" || c.Kind != reading.Object || len(c.Children) == 0 && c.Tag == "" || strings.HasSuffix(c.Tag, "UserPool") {
			continue
		}
		m.root = root
		if c.Tag != "" && m.ownCall(c.Tag, c) {
			continue
		}
		id := "create_user_pool"
		if name := m.grown(c).Member("PoolName"); name != nil {
			id = m.shown(name)
			if known, _ := m.quietly(name); known != nil && known.Kind == reading.String {
				id = known.Text
			}
		}
		found = append(found, &pool{id: id, value: c})
	}
	return found
}

// grown is a call's arguments with what is spread into them, as far as it is known.
func (m *mapper) grown(call *reading.Value) *reading.Value {
	whole := *call
	whole.Children = nil
	spreads := 0
	var take func(v *reading.Value)
	take = func(v *reading.Value) {
		for _, c := range v.Children {
			if c.Role != reading.Spread {
				whole.Children = append(whole.Children, c)
				continue
			}
			plain := *c
			plain.Role = ""
			if spreads++; spreads > 1000 { // what is spread can be doubled again and again
				return
			}
			if known, _ := m.quietly(&plain); known != nil && known.Kind == reading.Object && m.opens(known) {
				take(known)
				m.closes(known)
			}
		}
	}
	take(call)
	return &whole
}

func findDocument(_ *mapper, root *reading.Value) []*pool {
	if root.Member("PoolName") == nil {
		return nil
	}
	return []*pool{{id: "request", value: root}}
}

func readCall(m *mapper, p *pool) *source.Node {
	if answer := p.value.Member("UserPool"); answer != nil && p.value.Member("PoolName") == nil {
		m.say(diagnostic.Error, "no-pool", at{path: "UserPool"}, answer, "This is an answer and no call: paste it as JSON.")
		return nil
	}
	return m.request(p.value, p.path)
}

// lookupInProgram returns what a program sets a variable to: once, or an object that it then
// adds to.
func lookupInProgram(m *mapper, path string) (*reading.Value, string) {
	name, rest, _ := strings.Cut(path, ".")
	var value *reading.Value
	var grown *reading.Value
	for _, c := range m.root.Children {
		if c.Name != name {
			continue
		}
		switch c.Role {
		case reading.Assigned, reading.Default:
			if value != nil {
				return nil, "The variable " + name + " is set more than once."
			}
			plain := *c
			plain.Role, plain.Name = "", ""
			value = &plain
			if c.Role == reading.Default {
				value, _ = m.parameter(name, c, &plain, name+" is a parameter of a function.")
				if value == nil {
					return nil, name + " is a parameter of a function."
				}
			}
		case reading.Lost:
			return nil, "The variable " + name + " is changed where that cannot be followed."
		case reading.Grown:
			if value == nil {
				return nil, m.called + " works it out when it runs."
			}
			known, why := m.resolve(value)
			if known == nil || known.Kind != reading.List {
				return nil, why
			}
			longer := *known
			longer.Children = slices.Concat(known.Children, c.Children)
			value = &longer
		case reading.Member:
			if value == nil {
				return nil, m.called + " works it out when it runs."
			}
			if grown == nil {
				known, why := m.resolve(value)
				if known == nil || known.Kind != reading.Object {
					return nil, why
				}
				copied := *known
				copied.Children = slices.Clone(known.Children)
				grown, value = &copied, &copied
			}
			for _, set := range c.Children {
				grown.Children = append(grown.Children, m.within(grown, set))
			}
		}
	}
	if value == nil {
		if name, ok := environment(text(path)); ok {
			return m.parameter(name, nil, nil, "The environment sets the variable "+name+".")
		}
		return nil, m.called + " works it out when it runs."
	}
	if rest != "" {
		return m.descend(value, strings.Split(rest, "."))
	}
	return value, ""
}

// within is what a member becomes of which a part is set, or which gets more. Where it is not known what it holds before,
// nothing is known of it.
func (m *mapper) within(object, set *reading.Value) *reading.Value {
	if set.Role != reading.Within {
		return set
	}
	var before *reading.Value
	for _, c := range slices.Backward(object.Children) {
		if before = c; c.Name == set.Name || c.Role == reading.Spread {
			break
		}
		before = nil
	}
	var known *reading.Value
	switch {
	case before == nil && (m.called == "PHP" || m.called == "Go" && set.Kind == reading.List): // makes it
		known = &reading.Value{Kind: set.Kind, From: set.From, To: set.To}
	case before != nil && before.Role == "":
		known, _ = m.quietly(before)
	}
	if known == nil || known.Kind != set.Kind {
		return inPart(set)
	}
	made := *set
	made.Role = ""
	made.From, made.To, made.Text, made.Children = known.From, known.To, "", slices.Clone(known.Children)
	if before != nil {
		made.NameFrom, made.NameTo = before.NameFrom, before.NameTo
	}
	for _, c := range set.Children {
		made.Children = append(made.Children, m.within(&made, c))
	}
	return &made
}

// inPart is a member of which a part is set, where nothing is known of the rest.
func inPart(set *reading.Value) *reading.Value {
	if set.Role != reading.Within {
		return set
	}
	made := *set
	made.Kind, made.Role, made.Children = reading.Expression, "", nil
	return &made
}

// callOfProgram works out what only puts texts together, and what the environment gives.
func callOfProgram(m *mapper, v *reading.Value) (*reading.Value, string) {
	switch v.Tag {
	case "environment":
		if len(v.Children) == 0 {
			break
		}
		name, why := m.scalars(v.Children[:1])
		if why != "" {
			return nil, why
		}
		var otherwise *reading.Value
		if len(v.Children) > 1 {
			otherwise = v.Children[1]
		}
		return m.parameter(name[0], v, otherwise, "The variable "+name[0]+" of the environment has no default here.")
	case "text":
		if len(v.Children) == 1 {
			texts, why := m.scalars(v.Children)
			if why != "" {
				return nil, why
			}
			return text(texts[0]), ""
		}
	case "format":
		texts, why := m.scalars(v.Children)
		if why != "" {
			return nil, why
		}
		if made, ok := placed(texts[0], texts[1:], v.Children[1:]); ok {
			return text(made), ""
		}
	}
	return nil, m.called + " works it out when it runs."
}

// placed puts values in the place of the {} of a format: in turn, by number or by name.
func placed(format string, texts []string, values []*reading.Value) (string, bool) {
	var b strings.Builder
	next := 0
	for i := 0; i < len(format); i++ {
		switch {
		case strings.HasPrefix(format[i:], "{{"), strings.HasPrefix(format[i:], "}}"):
			b.WriteByte(format[i])
			i++
		case format[i] == '{':
			end := strings.IndexByte(format[i:], '}')
			if end < 0 {
				return "", false
			}
			name := format[i+1 : i+end]
			at := -1
			switch {
			case name == "":
				at = next
				next++
			case strings.Trim(name, "0123456789") == "" && len(name) < 3:
				at = 0
				for _, d := range name {
					at = at*10 + int(d-'0')
				}
			default:
				for j, v := range values {
					if v.Name == name {
						at = j
					}
				}
			}
			if at < 0 || at >= len(texts) {
				return "", false
			}
			b.WriteString(texts[at])
			i += end
		default:
			b.WriteByte(format[i])
		}
	}
	return b.String(), true
}
