package readers

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"userpoolplayground/internal/reading"
)

// powerShell reads PowerShell's commands as far as people write them around a call of the
// AWS CLI: words, the four kinds of strings, continued lines, and variables that are set
// to a literal. There is no Go library for it.
func (t *text) powerShell() {
	source := t.source
	defer func() { t.source = source }()
	if powerShellPrompted.MatchString(source) {
		t.source = powerShellPrompt.ReplaceAllStringFunc(source, blank)
	}
	p := &powerShellReader{text: t, variables: &variables[string]{}}
	t.Root = t.value(reading.List, 0, len(t.source), "")
	if block := powerShellParam.FindStringIndex(t.source); block != nil {
		p.parameters = map[string]string{}
		for _, at := range powerShellDefault.FindAllStringSubmatchIndex(t.source[:block[1]], -1) {
			name := t.source[at[2]:at[3]]
			if p.parameters[strings.ToLower(name)] = name; at[4] >= 0 {
				t.sets(name, reading.Default, t.value(reading.String, at[4], at[5], strings.Trim(t.source[at[4]:at[5]], `"'`)))
			}
		}
	}
	for p.pos < len(t.source) {
		p.statement()
	}
}

var (
	powerShellPrompted = regexp.MustCompile(`^\s*PS [^>\n]*> `)
	powerShellPrompt   = regexp.MustCompile(`(?m)^(?:PS [^>\n]*> |>> )`)
)

// powerShellParam matches what a script says of its arguments, and powerShellDefault one of them.
var powerShellParam, powerShellDefault = regexp.MustCompile(`(?is)^(?:\s|#[^\n]*\n|\[CmdletBinding[^\n]*\n)*param\s*\(.*?\n?\)[ \t]*\r?\n`), regexp.MustCompile(`[\],(\s]\$(\w+)(?:\s*=\s*('[^'\n]*'|"[^"$\n` + "`" + `]*"|\d+))?\s*[,)]`)

type powerShellReader struct {
	*text
	// parameters are the names of the script's arguments, by those in small letters.
	parameters map[string]string
	pos        int
	// groups are the brackets that are open around a command.
	groups    int
	variables *variables[string]
	// lists are the variables that hold a list of words, with how many braces were open where each was set; braces are
	// those that are now.
	lists  map[string]int
	braces int
	// holes are the variables in a word whose values are not known, and where in it they stand.
	holes []*reading.Value
	at    []int
	// lost is set where more of the word is not known.
	lost bool
}

func (p *powerShellReader) rest() string { return p.source[p.pos:] }

// statement reads up to the end of a line, a semicolon or a pipe.
func (p *powerShellReader) statement() {
	if p.list() {
		return
	}
	command := p.value(reading.List, p.pos, p.pos, "")
	for p.pos < len(p.source) {
		rest := p.rest()
		switch c := rest[0]; {
		case strings.HasPrefix(rest, "`\r\n"):
			p.pos += 3
			continue
		case strings.HasPrefix(rest, "`\n"):
			p.pos += 2
			continue
		case c == ' ' || c == '\t' || c == '\r':
			p.pos++
			continue
		case c == '(', c == ')' && p.groups > 0:
			p.groups += 2*strings.IndexByte(")(", c) - 1
			p.pos++
			continue
		case c == '\n' || c == ';' || c == '|' || c == '{' || c == '}':
			if p.pos++; c == '{' || c == '}' {
				p.braces = max(0, p.braces+2*strings.IndexByte("}{", c)-1)
			}
		case c == '#':
			if end := strings.IndexByte(rest, '\n'); end >= 0 {
				p.pos += end
			} else {
				p.pos = len(p.source)
			}
			continue
		default:
			if len(command.Children) == 0 {
				command.From = p.pos
			}
			w := p.splatted()
			if w == nil {
				w = p.word()
			}
			command.To = w.To
			command.Children = append(command.Children, w)
			continue
		}
		break
	}
	p.assigned(command.Children)
	if len(command.Children) > 0 {
		p.Root.Children = append(p.Root.Children, command)
	}
}

var (
	// listSet matches a statement that sets or grows a variable which may hold a list, listAdd a call that grows one, and
	// splat a word that stands for the words of a list.
	listSet = regexp.MustCompile(`^[ \t]*(?:\[[\w.]+(?:\[[\w.]*\])?\][ \t]*)?\$(\w+)[ \t]*(\+?=)[ \t]*(?:\[[\w.]+(?:\[[\w.]*\])?\][ \t]*)?(@\([ \t]*)?`)
	listAdd = regexp.MustCompile(`(?i)^[ \t]*(?:\[void\][ \t]*|\$null[ \t]*=[ \t]*)?\$(\w+)\.Add(?:Range)?\([ \t]*(@\([ \t]*)?`)
	splat   = regexp.MustCompile(`^[@$](\w+)(?:[ \t\r\n;|)]|$)`)
	// behindList matches what may stand between the elements of a list in brackets.
	behindList = regexp.MustCompile(`^(?:[\s,]|#[^\n]*|` + "`" + `\r?\n)+`)
)

// list reads a statement that sets a variable to a list of words, or gives it more of them, and reports whether it did.
func (p *powerShellReader) list() bool {
	of := listAdd.FindStringSubmatch(p.rest())
	adds := of != nil
	if adds {
		of = []string{of[0], of[1], "+=", of[2]}
	} else if of = listSet.FindStringSubmatch(p.rest()); of == nil {
		return false
	}
	from, name, sign := p.pos, strings.ToLower(of[1]), of[2]
	deep, there := p.lists[name]
	if sign == "+=" && !there {
		return false
	}
	faults, groups := len(p.Faults), p.groups
	p.pos += len(of[0])
	words, whole := p.elements(of[3] != "")
	if whole && adds {
		if whole = strings.HasPrefix(p.rest(), ")"); whole {
			p.pos++
		}
	}
	end := strings.TrimLeft(p.rest(), " \t\r")
	whole = whole && (end == "" || strings.IndexByte("\n;}#|", end[0]) >= 0)
	if p.groups = groups; !whole && (sign == "=" || !there) || sign == "=" && of[3] == "" && len(words) < 2 {
		p.Faults, p.pos = p.Faults[:min(faults, len(p.Faults))], from
		if there {
			p.sets(name, reading.Assigned, p.expression(from, from)) // what it is now is not known
		}
		return false
	}
	v := p.value(reading.List, from, p.pos, "")
	v.Children = words
	if !whole {
		p.pos = lineEnd(p.source, from)
		v.Kind = reading.Expression
	}
	if sign == "=" {
		if p.lists == nil {
			p.lists = map[string]int{}
		}
		p.lists[name] = p.braces
		p.sets(name, reading.Assigned, v)
		return true
	}
	if p.braces > deep {
		for i, w := range v.Children {
			v.Children[i] = p.only(w, "in some cases")
		}
	}
	p.sets(name, reading.Grown, v)
	return true
}

// elements reads the elements of a list, in brackets or not, and reports whether all of it could be read.
func (p *powerShellReader) elements(bracketed bool) (words []*reading.Value, whole bool) {
	for {
		if bracketed {
			p.pos += len(behindList.FindString(p.rest()))
			if strings.HasPrefix(p.rest(), ")") {
				p.pos++
				return words, true
			}
		}
		if p.pos >= len(p.source) {
			return words, !bracketed
		}
		switch c := p.source[p.pos]; {
		case strings.IndexByte(`'"$`, c) >= 0:
			words = append(words, p.element())
		case c == '(':
			end := closing(p.source, p.pos)
			words = append(words, p.expression(p.pos, end))
			p.pos = end
		case c >= '0' && c <= '9':
			digits := codeNumber.FindString(p.rest())
			words = append(words, p.value(reading.String, p.pos, p.pos+len(digits), digits))
			p.pos += len(digits)
		default:
			return words, false
		}
		if bracketed {
			continue
		}
		next := strings.TrimLeft(p.rest(), " \t")
		if !strings.HasPrefix(next, ",") {
			return words, true
		}
		p.pos = len(p.source) - len(strings.TrimLeft(next[1:], " \t\r\n"))
	}
}

// element reads one element of a list: a text or a variable.
func (p *powerShellReader) element() *reading.Value {
	at := p.source
	end := p.pos + 1
	switch c := at[p.pos]; c {
	case '$':
		end = p.pos + max(1, len(powerShellVariable.FindString(p.rest())))
		if strings.HasPrefix(p.rest(), "$(") {
			end = closing(p.source, p.pos+1)
		}
	default:
		for end < len(at) && (at[end] != c || end+1 < len(at) && at[end+1] == c) {
			if at[end] == c || at[end] == '`' && c == '"' {
				end++
			}
			end++
		}
		end = min(end+1, len(at))
	}
	p.source = at[:end]
	w := p.word()
	p.source, p.pos = at, max(p.pos, end)
	return w
}

// splatted reads a word that stands for the words of a list, nil where none is next.
func (p *powerShellReader) splatted() *reading.Value {
	of := splat.FindStringSubmatch(p.rest())
	if of == nil {
		return nil
	}
	name := strings.ToLower(of[1])
	deep, there := p.lists[name]
	if !there && p.source[p.pos] == '$' {
		return nil
	}
	from := p.pos
	p.pos += 1 + len(of[1])
	v := p.value(reading.Reference, from, p.pos, name)
	if there && p.braces < deep { // which may not have been set
		v = p.expression(from, p.pos)
	}
	v.Role = reading.Spread
	return v
}

// assigned keeps a variable that a statement sets.
func (p *powerShellReader) assigned(words []*reading.Value) {
	if len(words) < 2 || !strings.HasSuffix(words[1].Text, "=") || len(words[1].Text) > 2 {
		return
	}
	name, ok := strings.CutPrefix(p.source[words[0].From:words[0].To], "$")
	// A word without quotes would be a command, whose output is not known.
	if ok && len(words) == 3 && words[1].Text == "=" && words[2].Kind == reading.String && strings.IndexByte(`'"@`, p.source[words[2].From]) >= 0 {
		p.variables.set(strings.ToLower(name), words[2].Text)
	} else if ok {
		small := strings.ToLower(name)
		p.variables.lose(small)
		delete(p.parameters, small)
		if len(words) == 3 && words[1].Text == "=" && words[2].Kind == reading.Template && p.parameters != nil { // made of the script's arguments
			p.sets(name, reading.Assigned, &reading.Value{Kind: reading.Template, From: words[2].From, To: words[2].To, Children: words[2].Children})
			p.parameters[small] = name
		}
	}
}

// word reads one word of parts with no space between them.
func (p *powerShellReader) word() *reading.Value {
	from := p.pos
	var b strings.Builder
	known := true
	p.holes, p.at, p.lost = nil, nil, false
	for p.pos < len(p.source) {
		rest := p.rest()
		c := rest[0]
		if strings.IndexByte(" \t\r\n;|", c) >= 0 || c == ')' && p.groups > 0 || strings.HasPrefix(rest, "`\n") || strings.HasPrefix(rest, "`\r\n") {
			break
		}
		switch {
		case strings.HasPrefix(rest, "@'") || strings.HasPrefix(rest, "@\""):
			if !p.here(&b, rest[1]) {
				known, p.lost = false, true
			}
		case c == '\'':
			p.single(&b)
		case c == '"':
			known = p.double(&b) && known
		case c == '$':
			known = p.variable(&b) && known
		case c == '`' && len(rest) > 1:
			p.escape(&b)
		default:
			b.WriteByte(c)
			p.pos++
		}
	}
	if !known && !p.lost && b.Len() > 0 {
		return p.inPart(from, b.String())
	}
	if !known && !p.lost && len(p.holes) == 1 && p.holes[0].Kind != reading.Expression {
		p.holes[0].From, p.holes[0].To = from, p.pos
		return p.holes[0]
	}
	if !known {
		return p.expression(from, p.pos)
	}
	written := b.String()
	if slashed.MatchString(written) { // a program gets it without them
		written = strings.ReplaceAll(written, `\"`, `"`)
	}
	return p.value(reading.String, from, p.pos, written)
}

// inPart is a word of which all is known but the variables in it.
func (p *powerShellReader) inPart(from int, written string) *reading.Value {
	v := p.value(reading.Template, from, p.pos, "")
	done := 0
	for i, hole := range append(p.holes, p.value(reading.Null, p.pos, p.pos, "")) {
		to := len(written)
		if i < len(p.at) {
			to = p.at[i]
		}
		if to > done {
			v.Children = append(v.Children, p.value(reading.String, from, hole.From, written[done:to]))
		}
		if done, from = to, hole.To; i < len(p.at) {
			v.Children = append(v.Children, hole)
		}
	}
	return v
}

// slashed matches the JSON that older PowerShells hand to a program with its quotes escaped.
var slashed = regexp.MustCompile(`^\s*[\[{][\s\[{]*\\"`)

// here reads a string from @' on a line's end to '@ on a line's beginning.
func (p *powerShellReader) here(b *strings.Builder, quote byte) bool {
	from := p.pos
	rest := p.rest()[2:]
	first := strings.IndexByte(rest, '\n')
	if first < 0 || strings.TrimSpace(rest[:first]) != "" {
		b.WriteString("@")
		p.pos++
		return true
	}
	body := rest[first+1:]
	end := strings.Index("\n"+body, "\n"+string(quote)+"@")
	if end < 0 {
		p.fault(from, from+2, "This string is never closed: %c@ has to begin a line.", quote)
		p.pos = len(p.source)
		return false
	}
	lines := strings.TrimSuffix(strings.TrimSuffix(body[:end], "\n"), "\r")
	p.pos = len(p.source) - len(body) + end + 2
	if quote == '\'' {
		b.WriteString(lines)
		return true
	}
	inner := &powerShellReader{text: &text{source: lines}, variables: p.variables}
	return inner.expand(b, func() bool { return inner.pos >= len(lines) })
}

func (p *powerShellReader) single(b *strings.Builder) {
	from := p.pos
	for p.pos++; p.pos < len(p.source); p.pos++ {
		if p.source[p.pos] != '\'' {
			b.WriteByte(p.source[p.pos])
			continue
		}
		if !strings.HasPrefix(p.rest(), "''") {
			p.pos++
			return
		}
		b.WriteByte('\'')
		p.pos++
	}
	p.fault(from, from+1, "This string is never closed.")
}

func (p *powerShellReader) double(b *strings.Builder) bool {
	from := p.pos
	p.pos++
	known := p.expand(b, func() bool {
		if strings.HasPrefix(p.rest(), `""`) {
			b.WriteByte('"')
			p.pos += 2
		}
		return p.pos >= len(p.source) || p.source[p.pos] == '"'
	})
	if p.pos >= len(p.source) {
		p.fault(from, from+1, "This string is never closed.")
	}
	p.pos = min(p.pos+1, len(p.source))
	return known
}

// expand reads a string in which variables and escapes count.
func (p *powerShellReader) expand(b *strings.Builder, end func() bool) bool {
	known := true
	for !end() {
		switch c := p.source[p.pos]; {
		case c == '`' && p.pos+1 < len(p.source):
			p.escape(b)
		case c == '$':
			known = p.variable(b) && known
		default:
			b.WriteByte(c)
			p.pos++
		}
	}
	return known
}

var powerShellEscapes = map[byte]byte{'0': 0, 'a': 7, 'b': 8, 'e': 27, 'f': 12, 'n': 10, 'r': 13, 't': 9, 'v': 11}

func (p *powerShellReader) escape(b *strings.Builder) {
	c := p.source[p.pos+1]
	if plain, ok := powerShellEscapes[c]; ok {
		b.WriteByte(plain)
		p.pos += 2
		return
	}
	r, size := utf8.DecodeRuneInString(p.source[p.pos+1:])
	b.WriteRune(r)
	p.pos += 1 + size
}

var powerShellVariable = regexp.MustCompile(`^\$(?:\{([^}]*)\}|([A-Za-z_][A-Za-z0-9_]*))`)

// variable reads a variable and what is asked of it, and reports whether its value is known.
func (p *powerShellReader) variable(b *strings.Builder) bool {
	from := p.pos
	if strings.HasPrefix(p.rest(), "$(") {
		p.lost = true
		depth := 0
		for ; p.pos < len(p.source); p.pos++ {
			switch p.source[p.pos] {
			case '(':
				depth++
			case ')':
				if depth--; depth == 0 {
					p.pos++
					return false
				}
			}
		}
		return false
	}
	name := powerShellVariable.FindStringSubmatch(p.rest())
	if name == nil {
		b.WriteByte('$')
		p.pos++
		return true
	}
	p.pos += len(name[0])
	value, known := p.variables.get(strings.ToLower(name[1] + name[2]))
	switch {
	case b.Len()+len(value) > reading.MaxBytes:
		p.lost = true
		return false
	case known:
		b.WriteString(value)
	case name[1]+name[2] == "true" || name[1]+name[2] == "false":
		b.WriteString(name[1] + name[2])
		return true
	default:
		hole := p.expression(from, p.pos)
		if argument := p.parameters[strings.ToLower(name[1]+name[2])]; argument != "" {
			hole.Kind, hole.Text = reading.Reference, argument
		}
		p.holes, p.at = append(p.holes, hole), append(p.at, b.Len())
	}
	return known
}
