package foreign

import (
	"regexp"
	"slices"

	"userpoolplayground/internal/reading"
)

// findInProgram finds the pools of a template that a program makes, with what its statements set in them later.
func findInProgram(m *mapper, root *reading.Value) []*pool {
	found := findResources(m, root)
	for _, p := range found {
		m.setInTemplate(root, p)
	}
	return found
}

// wayTo is how a variable leads to a pool: down the names of up to it, or to what down names within it.
type wayTo struct{ up, down []string }

// somewhereIn stands for the rest of a way that is not written out.
const somewhereIn = "*"

// setInTemplate adds to a pool what statements set in the variables that lead to it.
func (m *mapper) setInTemplate(root *reading.Value, p *pool) {
	ways := map[string]wayTo{}
	for _, c := range root.Children {
		way, leads := ways[c.Name]
		up, holds := pathTo(c, p.value.From, ways)
		switch {
		case c.Role == "" || c.Name == "":
		case holds:
			ways[c.Name] = wayTo{up: up}
		case c.Role == reading.Assigned:
			delete(ways, c.Name)
			if way, is := alias(c, ways); is {
				ways[c.Name] = way
			}
		case !leads:
		case c.Role == reading.Lost:
			open := *c
			open.Kind, open.Name, open.NameFrom, open.NameTo, open.Role, open.Text = reading.Expression, "", 0, 0, reading.Spread, c.Name
			m.setAlong(p.value, around(&open, "Properties"), nil)
		case c.Role == reading.Member:
			for _, set := range c.Children {
				m.setAlong(p.value, around(set, way.down...), way.up)
			}
		}
	}
}

// pathTo returns the names that lead from a value to the pool at a place, or to a variable that is the pool.
func pathTo(v *reading.Value, pool int, ways map[string]wayTo) (path []string, holds bool) {
	switch inside := v.From <= pool && pool < v.To; {
	case v.From == pool && v.Kind == reading.Object && v.Member("Type") != nil:
		return nil, true
	case v.Kind == reading.Reference && v.Role == "":
		way, is := ways[v.Text]
		return way.up, is && len(way.down) == 0
	case v.Kind == reading.Object:
		for _, c := range v.Children {
			if path, holds := pathTo(c, pool, ways); holds && c.Name != "" {
				return append([]string{c.Name}, path...), true
			} else if holds {
				return []string{somewhereIn}, true
			}
		}
		return nil, false
	default:
		return []string{somewhereIn}, inside
	}
}

var (
	// variablePath matches a variable and the names that lead on from it, aStep one of these.
	variablePath = regexp.MustCompile(`^(\w+)((?:[!?]?\.\w+|\[["']\w+["']\])*)$`)
	aStep        = regexp.MustCompile(`\w+`)
	// ofProperties matches what a statement sets of a resource, whichever that is.
	ofProperties = regexp.MustCompile(`^[^=(]*\bProperties\b["'\]!?]*(?:\.(\w+)|\[\s*["'](\w+)["']|\[|\s*=)`)
)

// alias is where a variable leads that is set to a part of the template.
func alias(v *reading.Value, ways map[string]wayTo) (way wayTo, is bool) {
	of := variablePath.FindStringSubmatch(v.Text)
	if of == nil || v.Kind != reading.Reference && v.Kind != reading.Expression {
		return way, false
	}
	way, is = ways[of[1]]
	for _, step := range aStep.FindAllString(of[2], -1) {
		switch {
		case len(way.up) == 0:
			way.down = append(slices.Clone(way.down), step)
		case way.up[0] == step:
			way.up = way.up[1:]
		default:
			return way, false
		}
	}
	return way, is
}

// around is a member within those that lead to it.
func around(set *reading.Value, names ...string) *reading.Value {
	for _, name := range slices.Backward(names) {
		set = &reading.Value{Kind: reading.Object, Role: reading.Within, Name: name, NameFrom: set.NameFrom, NameTo: set.NameTo,
			From: set.From, To: set.To, Text: set.Text, Children: []*reading.Value{set}}
	}
	return set
}

// setAlong adds to a pool what a statement sets in what leads to it. Where it does not tell which resource it sets
// something of, that may be the pool.
func (m *mapper) setAlong(pool, set *reading.Value, up []string) {
	inner := set
	if set.Tag == reading.OnlyIf {
		inner = set.Children[0]
	}
	switch {
	case len(up) == 0:
		pool.Children = append(pool.Children, m.within(pool, set))
	case set.Name != up[0] && up[0] != somewhereIn:
	case inner.Kind == reading.Expression, up[0] == somewhereIn:
		of := ofProperties.FindStringSubmatch(inner.Text)
		if of == nil {
			return
		}
		open := *set
		open.Name, open.Role = of[1]+of[2], ""
		if set == inner {
			open.Kind, open.Children = reading.Expression, nil
		}
		if open.Name == "" {
			open.Role, open.NameFrom, open.NameTo = reading.Spread, 0, 0
		}
		m.setAlong(pool, around(&open, "Properties"), nil)
	case set.Role == reading.Within:
		for _, c := range set.Children {
			m.setAlong(pool, c, up[1:])
		}
	}
}
