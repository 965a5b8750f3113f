package foreign

import (
	"strings"

	"userpoolplayground/internal/reading"
)

// parseShorthand reads the AWS CLI's shorthand syntax: a=b,c=[d,e],f={g=h}. wrong says what
// is missing at a place of the text, "" for nothing.
func parseShorthand(text string) (tree *reading.Value, at int, wrong string) {
	p := &shorthand{text: text}
	tree = p.pairs(0)
	p.space()
	if p.wrong == "" && p.pos < len(text) {
		p.fail("a comma is missing")
	}
	return tree, p.failedAt, p.wrong
}

type shorthand struct {
	text     string
	pos      int
	depth    int
	wrong    string
	failedAt int
}

func (p *shorthand) fail(what string) {
	if p.wrong == "" {
		p.wrong, p.failedAt = what, min(p.pos, max(0, len(p.text)-1))
	}
	p.pos = len(p.text)
}

func (p *shorthand) space() {
	for p.pos < len(p.text) && strings.IndexByte(" \t\r\n", p.text[p.pos]) >= 0 {
		p.pos++
	}
}

func (p *shorthand) next(c byte) bool {
	p.space()
	return p.pos < len(p.text) && p.text[p.pos] == c
}

// pairs reads a=b,c=d up to a closing brace or the end.
func (p *shorthand) pairs(closing byte) *reading.Value {
	v := &reading.Value{Kind: reading.Object, From: p.pos}
	for p.wrong == "" && p.pos < len(p.text) && !(closing != 0 && p.next(closing)) {
		p.space()
		end := strings.IndexAny(p.text[p.pos:], "=,{}[]")
		if end <= 0 || p.text[p.pos+end] != '=' {
			p.fail("a name with = behind it is missing")
			break
		}
		from, name := p.pos, strings.TrimSuffix(strings.TrimSpace(p.text[p.pos:p.pos+end]), "@")
		p.pos += end + 1
		child := p.values()
		child.Name, child.NameFrom, child.NameTo = name, from, from+len(name)
		v.Children = append(v.Children, child)
		if !p.next(',') {
			break
		}
		p.pos++
	}
	v.To = p.pos
	return v
}

// values reads what stands behind =: one value, or several with commas, which are a list.
func (p *shorthand) values() *reading.Value {
	first := p.value(true)
	if first.Kind != reading.String {
		return first
	}
	list := &reading.Value{Kind: reading.List, From: first.From, To: first.To, Children: []*reading.Value{first}}
	for p.next(',') && !p.nameFollows() {
		p.pos++
		more := p.value(false)
		list.Children, list.To = append(list.Children, more), more.To
	}
	if len(list.Children) == 1 {
		return first
	}
	return list
}

// nameFollows reports whether the next pair begins behind the comma.
func (p *shorthand) nameFollows() bool {
	rest := p.text[p.pos+1:]
	end := strings.IndexAny(rest, "=,]}'\"")
	return end < 0 && strings.TrimSpace(rest) == "" || end >= 0 && rest[end] == '='
}

const deepestShorthand = 50

func (p *shorthand) value(first bool) *reading.Value {
	p.space()
	v := &reading.Value{Kind: reading.String, From: p.pos}
	defer func() { v.To = p.pos }()
	if p.pos >= len(p.text) {
		return v
	}
	if p.depth++; p.depth > deepestShorthand {
		p.fail("brackets are nested too deep")
		return v
	}
	defer func() { p.depth-- }()
	switch c := p.text[p.pos]; {
	case c == '{' && first:
		p.pos++
		*v = *p.pairs('}')
		p.close('}')
	case c == '[' && first:
		p.pos++
		v.Kind = reading.List
		for p.wrong == "" && p.pos < len(p.text) && !p.next(']') {
			v.Children = append(v.Children, p.value(true))
			if !p.next(',') {
				break
			}
			p.pos++
		}
		p.close(']')
	case c == '"' || c == '\'':
		p.quoted(v, c)
	default:
		var b strings.Builder
		for ; p.pos < len(p.text) && strings.IndexByte(",]}\"'", p.text[p.pos]) < 0; p.pos++ {
			if strings.HasPrefix(p.text[p.pos:], `\,`) {
				p.pos++
			}
			b.WriteByte(p.text[p.pos])
		}
		v.Text = strings.TrimRight(b.String(), " \t\r\n")
	}
	return v
}

func (p *shorthand) close(bracket byte) {
	if p.wrong == "" && !p.next(bracket) {
		p.fail("a closing " + string(bracket) + " is missing")
		return
	}
	p.pos = min(p.pos+1, len(p.text))
}

func (p *shorthand) quoted(v *reading.Value, quote byte) {
	var b strings.Builder
	for p.pos++; p.pos < len(p.text); p.pos++ {
		switch c := p.text[p.pos]; {
		case c == quote:
			p.pos++
			v.Text = b.String()
			return
		case c == '\\' && p.pos+1 < len(p.text) && (p.text[p.pos+1] == quote || p.text[p.pos+1] == '\\'):
			p.pos++
			b.WriteByte(p.text[p.pos])
		default:
			b.WriteByte(c)
		}
	}
	p.fail("a closing quote is missing")
}
