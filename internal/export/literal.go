package export

import (
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/source"
)

// syntax is how a language writes nested values: JSON and what resembles it.
type syntax struct {
	object, list [2]string
	// member writes a structure's name and key a map's, each with what follows it.
	member, key func(string) string
	text        func(string) string
	yes, no     string
	// step is one indentation.
	step string
	// trailing is set where a comma follows the last one, too.
	trailing bool
}

var (
	prettyJSON = jsonSyntax(source.Quote)
	pureJSON   = jsonSyntax(asciiJSON)
)

func jsonSyntax(quote func(string) string) *syntax {
	name := func(n string) string { return quote(n) + ": " }
	return &syntax{object: [2]string{"{", "}"}, list: [2]string{"[", "]"}, member: name, key: name, text: quote, yes: "true", no: "false", step: "  "}
}

// lineWidth is how long a line may get before a list or an option is spread over several.
const lineWidth = 100

// value writes a part at an indentation; the first line's is there already.
func (j *job) value(s *syntax, p *part, indent string) {
	j.take(p)
	if p.raw != "" {
		j.WriteString(p.raw)
		return
	}
	switch p.shape.Kind {
	case contract.String:
		j.WriteString(s.text(p.text))
	case contract.Integer:
		j.WriteString(p.text)
	case contract.Boolean:
		if p.text == "true" {
			j.WriteString(s.yes)
		} else {
			j.WriteString(s.no)
		}
	default:
		j.children(s, p, indent)
	}
}

func (j *job) children(s *syntax, p *part, indent string) {
	brackets := s.object
	if p.shape.Kind == contract.List {
		brackets = s.list
	}
	if line, ok := j.line(s, p, brackets, indent); ok {
		j.WriteString(line)
		return
	}
	j.WriteString(brackets[0])
	j.entries(s, p, indent+s.step)
	j.WriteString("\n" + indent + brackets[1])
}

// entries writes a part's children a line each, from a new line on.
func (j *job) entries(s *syntax, p *part, indent string) {
	for i, c := range p.children {
		j.WriteString("\n" + indent)
		switch p.shape.Kind {
		case contract.Structure:
			j.WriteString(s.member(c.name))
		case contract.Map:
			j.WriteString(s.key(c.name))
		}
		j.value(s, c, indent)
		if s.trailing || i+1 < len(p.children) {
			j.WriteByte(',')
		}
	}
}

// line writes an empty part, or a short list of scalars, on one line.
func (j *job) line(s *syntax, p *part, brackets [2]string, indent string) (string, bool) {
	if len(p.children) > 0 && !p.flat() {
		return "", false
	}
	inner := &job{written: j.written}
	for i, c := range p.children {
		if i > 0 {
			inner.WriteString(", ")
		}
		inner.value(s, c, "")
		if inner.Len()+len(indent) > lineWidth {
			return "", false
		}
	}
	return brackets[0] + inner.String() + brackets[1], true
}

// compact returns a part as JSON on one line.
func (j *job) compact(p *part) string {
	j.take(p)
	if p.shape.Scalar() {
		if p.shape.Kind == contract.String {
			return source.Quote(p.text)
		}
		return p.text
	}
	var all []string
	for _, c := range p.children {
		name := ""
		if p.shape.Kind != contract.List {
			name = source.Quote(c.name) + ":"
		}
		all = append(all, name+j.compact(c))
	}
	if p.shape.Kind == contract.List {
		return "[" + strings.Join(all, ",") + "]"
	}
	return "{" + strings.Join(all, ",") + "}"
}

// pretty returns a part as JSON of several lines.
func (j *job) pretty(s *syntax, p *part, indent string) string {
	inner := &job{written: j.written}
	inner.value(s, p, indent)
	return inner.String()
}
