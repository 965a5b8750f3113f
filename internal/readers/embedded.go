package readers

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"userpoolplayground/internal/reading"
)

// script is a part of a text that is a text of its own, decoded: what a scalar of YAML holds, or a string of a
// program. Byte i of it stands at the place at[i] of the whole, and one more is its end.
type script struct {
	text string
	at   []int
	// written is set where it stands in the whole as it is, line by line; program where it is a program's, which
	// puts in what it has in the place of {{ … }}.
	written, program bool
	// ends are the ends in the whole of what a program puts in, by where they are in the text.
	ends map[int]int
}

// embedded reads the commands of a script. What comes of it has the places of the whole.
func (t *text) embedded(s script) {
	inner := &text{source: s.text, values: t.values}
	if script := unprompted(s.text); s.program {
		inner.commands(script)
	} else {
		inner.Root = inner.value(reading.List, 0, len(s.text), "")
		inner.script(script)
	}
	t.values = inner.values
	if s.program && len(inner.Faults) > 0 {
		return // what the program makes of it may be a command
	}
	end := func(at int) int {
		switch to, filled := s.ends[at]; {
		case filled:
			return to
		case at <= 0:
			return s.at[0]
		case s.at[at-1] >= len(t.source) || t.source[s.at[at-1]] != s.text[at-1]: // it is written in more letters
			return s.at[at]
		}
		return s.at[at-1] + 1
	}
	for _, f := range inner.Faults {
		t.fault(s.at[f.From], max(s.at[f.From], end(f.To)), "%s", f.Message)
	}
	var move func(v *reading.Value)
	move = func(v *reading.Value) {
		v.From, v.To = s.at[v.From], max(s.at[v.From], end(v.To))
		v.NameFrom, v.NameTo = s.at[v.NameFrom], max(s.at[v.NameFrom], end(v.NameTo))
		for _, c := range v.Children {
			move(c)
		}
		if s.program && v.Kind == reading.Expression && strings.HasPrefix(v.Text, "{{ ") {
			v.Text = t.source[v.From:v.To]
		}
		if s.program && v.Kind == reading.String && reading.FilledIn(v.Text) && strings.IndexByte("-[", v.Text[0]) < 0 && (v.Text[0] != '{' || strings.HasPrefix(v.Text, "{{")) {
			v.Kind, v.Text = reading.Expression, t.source[v.From:v.To]
		}
	}
	for _, v := range inner.Root.Kids() {
		if move(v); v.Kind == reading.List && v.Role == "" && !s.written {
			v.Tag = reading.Embedded
		}
		t.Root.Children = append(t.Root.Children, v)
	}
}

var (
	// keyed matches a line that only YAML, or JSON, has.
	keyed = regexp.MustCompile(`(?m)^[ \t]*(?:-[ \t]+)*["']?[\w./@:-]+["']?:(?:[ \t]|\r?$)|^[ \t]*-[ \t]+["'a-zA-Z>|]|^\s*\{`)
	// asKey matches the names of YAML under which commands stand. In a command that is taken for YAML, words are.
	asKey = regexp.MustCompile(`^[\w./$@: -]*$`)
)

// scalars returns the scalars of a text in YAML that have the command in them, and those beside one in a list, in
// which variables may be set; nil where there is none.
func (t *text) scalars() (found []script) {
	if !inLine.MatchString(t.source) && !inItems.MatchString(t.source) || !keyed.MatchString(t.source) {
		return nil
	}
	plain := masked(t.source)
	y := &yamlReader{text: t, plain: plain, lines: lineStarts(t.source)}
	decoder := yaml.NewDecoder(strings.NewReader(plain))
	has := func(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && inLine.MatchString(n.Value) }
	var sets environments
	var visit func(n *yaml.Node, around environment, depth int)
	visit = func(n *yaml.Node, around environment, depth int) {
		if depth > reading.MaxDepth {
			return
		}
		if words := y.words(n); words.text != "" {
			found, sets = append(found, words), append(sets, around)
			return
		}
		around = around.with(n)
		among := n.Kind == yaml.SequenceNode && slices.ContainsFunc(n.Content, has)
		for i, c := range n.Content {
			switch {
			case n.Kind == yaml.MappingNode && i%2 == 0:
				if !asKey.MatchString(c.Value) {
					return
				}
			case n.Kind == yaml.MappingNode && prose[strings.ToLower(n.Content[i-1].Value)] || c.Kind == yaml.AliasNode:
			case c.Kind == yaml.ScalarNode && (among || n.Kind == yaml.MappingNode && has(c)):
				found, sets = append(found, y.script(c)), append(sets, around)
			default:
				visit(c, around, depth+1)
			}
		}
	}
	for {
		var document yaml.Node
		if decoder.Decode(&document) != nil {
			y.keep(sets)
			return found
		}
		for _, n := range document.Content {
			visit(n, nil, 0)
		}
	}
}

// environment is what stands around a script and sets variables for it, by their names; environments are those of
// all scripts.
type (
	environment  map[string]setting
	environments []environment
	// setting is the scalar that a variable is set in, and how much of what that holds is not the value's: NAME=.
	setting struct {
		*yaml.Node
		behind int
	}
)

// ofEnvironment are the names under which YAML has variables, and ofFillings those of variables that the tool itself puts in.
var ofEnvironment, ofFillings = map[string]bool{"env": true, "environment": true, "variables": true}, map[string]bool{"vars": true, "set_fact": true, "ansible.builtin.set_fact": true}

// with is an environment with what a node sets for all that is below it.
func (e environment) with(n *yaml.Node) environment {
	for i := 1; n.Kind == yaml.MappingNode && i < len(n.Content); i += 2 {
		name, set := n.Content[i-1].Value, n.Content[i]
		switch {
		case ofFillings[name]:
			e = e.filledBy(set, "", 0)
		case ofEnvironment[name] && set.Kind == yaml.MappingNode:
			e = maps.Clone(e).with(set) // env can have its variables a step further down
			for j := 1; j < len(set.Content); j += 2 {
				e = e.set(set.Content[j-1].Value, set.Content[j], 0)
			}
		case ofEnvironment[name] && set.Kind == yaml.SequenceNode:
			e = maps.Clone(e)
			for _, item := range set.Content {
				if name, _, found := strings.Cut(item.Value, "="); found && item.Kind == yaml.ScalarNode {
					e = e.set(name, item, len(name)+1)
					continue
				}
				called, value := yamlMember(item, "name"), yamlMember(item, "value")
				if called != nil && value != nil {
					e = e.set(called.Value, value, 0)
				}
			}
		}
	}
	return e
}

func (e environment) set(name string, n *yaml.Node, behind int) environment {
	if e == nil {
		e = environment{}
	}
	if n.Kind == yaml.ScalarNode {
		e[name] = setting{n, behind}
	}
	return e
}

// filledBy is an environment with the variables of a mapping, those of the mappings in it by their paths.
func (e environment) filledBy(n *yaml.Node, path string, depth int) environment {
	e = maps.Clone(e)
	for i := 1; n.Kind == yaml.MappingNode && i < len(n.Content) && depth < 5; i += 2 {
		name, set := path+n.Content[i-1].Value, n.Content[i]
		if e = e.set(reading.Filling(name), set, 0); set.Kind == yaml.MappingNode {
			e = e.filledBy(set, name+".", depth+1)
		}
	}
	return e
}

// yamlMember is what a mapping has under a name, nil for nothing.
func yamlMember(n *yaml.Node, name string) *yaml.Node {
	for i := 1; n.Kind == yaml.MappingNode && i < len(n.Content); i += 2 {
		if n.Content[i-1].Value == name {
			return n.Content[i]
		}
	}
	return nil
}

// keep keeps what is set. Of what is not the same for all scripts nothing is known.
func (y *yamlReader) keep(all environments) {
	kept := map[string]bool{}
	for _, e := range all {
		for _, name := range slices.Sorted(maps.Keys(e)) {
			if kept[name] {
				continue
			}
			kept[name] = true
			n := e[name]
			from, to := y.span(n.Node)
			v := y.text.value(reading.String, from, to, n.Value[n.behind:])
			switch raw := y.source[v.From:v.To]; {
			case slices.ContainsFunc(all, func(o environment) bool { return o[name] != n }), strings.Contains(n.Value, "$"), strings.Contains(raw, "\n"):
				v = y.expression(from, to)
			case strings.Contains(raw, "{{"):
				quotes := len(raw) - len(strings.Trim(raw, `"'`))
				v = y.word(from, to, y.fillings(v.From+quotes/2+n.behind, v.To-quotes/2))
			}
			v.Name, v.Role, v.NameFrom, v.NameTo = name, reading.Assigned, from, to
			y.Root.Children = append(y.Root.Children, v)
		}
	}
}

// words makes a command line of a list of its words, each in quotes; one without a text where a list is none.
func (y *yamlReader) words(n *yaml.Node) (s script) {
	at := slices.IndexFunc(n.Content, func(c *yaml.Node) bool { return c.Value == "cognito-idp" })
	if n.Kind != yaml.SequenceNode || at < 0 || at+1 == len(n.Content) || n.Content[at+1].Value != "create-user-pool" {
		return script{}
	}
	var b strings.Builder
	put := func(letters string, at int) {
		b.WriteString(letters)
		for range len(letters) {
			s.at = append(s.at, at)
		}
	}
	if at == 0 { // the program stands elsewhere: in Kubernetes beside its arguments
		first, _ := y.span(n.Content[0])
		put("aws ", first)
	}
	for _, c := range n.Content {
		if c.Kind != yaml.ScalarNode {
			return script{}
		}
		word := y.script(c)
		quote := ""
		if !plainWord.MatchString(word.text) {
			quote = "'"
		}
		put(quote, word.at[0])
		for i := range len(word.text) {
			if put(word.text[i:i+1], word.at[i]); quote != "" && word.text[i] == '\'' {
				put(`\''`, word.at[i])
			}
		}
		end := word.at[len(word.at)-1]
		put(quote, end)
		put(" ", end)
	}
	s.at, s.text = append(s.at, s.at[len(s.at)-1]), b.String()
	return s
}

// inItems matches the command in a list of YAML, and plainWord what needs no quotes.
var inItems, plainWord = regexp.MustCompile(`(?m)^[ \t]*-[ \t]+["']?cognito-idp["']?[ \t]*\r?\n[ \t]*-[ \t]+["']?create-user-pool\b|\bcognito-idp,[ \t]*create-user-pool\b`), regexp.MustCompile(`^[\w./:=-]+$`)

// prose are names under which a text speaks of a command and is none.
var prose = map[string]bool{"description": true, "name": true, "title": true, "summary": true, "help": true, "usage": true, "comment": true, "message": true, "msg": true, "notes": true}

// script returns a scalar with the places of its bytes. The parser of YAML tells what it holds and where it begins,
// and what is written there is gone through along with it.
func (y *yamlReader) script(n *yaml.Node) script {
	p, _ := y.span(n)
	for p < len(y.plain) && (y.plain[p] == '!' || y.plain[p] == '&') {
		p = y.past(p+len(strings.SplitN(y.plain[p:], " ", 2)[0]), " \t")
	}
	literal := n.Style&yaml.LiteralStyle != 0
	block, double, single := literal || n.Style&yaml.FoldedStyle != 0, n.Style&yaml.DoubleQuotedStyle != 0, n.Style&yaml.SingleQuotedStyle != 0
	indent := len(y.plain)
	switch {
	case block:
		p = min(lineEnd(y.plain, p)+1, len(y.plain))
		first := y.past(p, " \t\r\n")
		indent = first - (strings.LastIndexByte(y.plain[:first], '\n') + 1)
		p = y.past(p, " ")
	case double || single:
		p++
	}
	s := script{written: literal}
	var b strings.Builder
	put := func(letters string) {
		b.WriteString(letters)
		for range len(letters) {
			s.at = append(s.at, min(p, len(y.source)))
		}
	}
	for i := 0; i < len(n.Value); {
		c, next := n.Value[i], byte(0)
		if p < len(y.plain) {
			next = y.plain[p]
		}
		switch {
		case double && next == '\\' && strings.HasPrefix(strings.TrimLeft(y.plain[p+1:], "\r"), "\n"): // the line goes on
			p = y.past(p+1, " \t\r\n")
		case double && next == '\\':
			_, size := utf8.DecodeRuneInString(n.Value[i:])
			put(n.Value[i : i+size])
			i += size
			p += map[byte]int{'x': 4, 'u': 6, 'U': 10}[y.plain[min(p+1, len(y.plain)-1)]]
			if strings.IndexByte("xuU", y.plain[min(p+1, len(y.plain)-1)]) < 0 || p >= len(y.plain) {
				p += 2
			}
		case c == '\n' || c == ' ' && !literal && strings.HasPrefix(strings.TrimLeft(y.plain[min(p, len(y.plain)):], " \t\r"), "\n"):
			put(n.Value[i : i+1])
			i++
			p = y.past(p, " \t\r")
			for folds := !literal && (i == len(n.Value) || n.Value[i] != '\n'); p < len(y.plain) && y.plain[p] == '\n'; {
				p++
				line := p
				if p = y.past(p, " \t"); block {
					p = min(p, line+indent)
				}
				if !folds {
					break
				}
				if blank := y.past(p, " \t\r"); blank < len(y.plain) && y.plain[blank] == '\n' {
					p = blank
				}
			}
		case next == c:
			if put(y.source[p : p+1]); single && c == '\'' {
				p++
			}
			i, p = i+1, p+1
		case next != 0 && strings.IndexByte(" \t\r\n", next) >= 0:
			p++
		default:
			put(n.Value[i : i+1])
			if i++; c != ' ' {
				p++
			}
		}
	}
	s.at = append(s.at, min(p, len(y.source)))
	s.text = b.String()
	return s
}

// past is behind the letters that follow a place and are of some.
func (y *yamlReader) past(p int, some string) int {
	p = min(p, len(y.plain))
	return len(y.plain) - len(strings.TrimLeft(y.plain[p:], some))
}

// mention matches a line that only speaks of what stands in it: a comment, or a text that is printed.
var mention = regexp.MustCompile(`^[ \t]*(?:#|//|/?\*|--|;|<!--|%|"""|'''|(?:echo|printf|print|println|console\.\w+|fmt\.Print\w*|log\.\w+|puts)\b)`)

// quotations returns the strings of a program that are the command. spoken reports whether there is no other place
// that has it: what stands in strings and comments makes no text a script.
func (t *text) quotations() (found []script, spoken bool) {
	spoken = true
	done := 0
	for i, at := range inLine.FindAllStringIndex(t.source, -1) {
		if at[0] < done || i > 100 { // each looks through what is before it
			continue
		}
		line := strings.LastIndexByte(t.source[:at[0]], '\n') + 1
		if mention.MatchString(t.source[line:at[0]]) {
			continue
		}
		from := opening(t.source, line, at[0])
		if from < 0 {
			spoken = false
			continue
		}
		if s, end, ok := t.quotation(from); ok {
			done = end
			found = append(found, s)
		}
	}
	return found, spoken
}

// opening is where the string begins that a place stands in, negative for none. One that goes over lines has
// another sign.
func opening(source string, line, at int) int {
	for i := line; i < at; i++ {
		switch c := source[i]; {
		case c == '\\':
			i++
		case strings.IndexByte("\"'`", c) >= 0:
			open, sign := i, signOf(source[i:])
			for i += len(sign); i < at && !strings.HasPrefix(source[i:], sign); i++ {
				if source[i] == '\\' {
					i++
				}
			}
			if i >= at {
				return open
			}
			i += len(sign) - 1
		}
	}
	for _, sign := range []string{"`", `"""`, "'''"} {
		if strings.Count(source[:at], sign)%2 == 1 {
			return strings.LastIndex(source[:at], sign)
		}
	}
	return -1
}

// signOf is the sign that begins a string, and ends it: a quote, or three of it.
func signOf(text string) string {
	if triple := strings.Repeat(text[:1], 3); text[0] != '`' && strings.HasPrefix(text, triple) {
		return triple
	}
	return text[:1]
}

var (
	// puts matches what a program puts into a string: ${name}, {name} of Python, #{name} and %s.
	puts = regexp.MustCompile(`^(?:[$#]?\{\{?[^{}\n"` + "`" + `]*\}\}?|%[-+ 0-9.]*[sdvqf])`)
	// goesOn matches what follows a string that is not all of a text.
	// joins matches what puts another string behind one, or something else.
	joins  = regexp.MustCompile(`^(?:\s*\+\s*([\w.]*[A-Za-z_][\w.]*(?:\([^()\n]*\)|\[[^\[\]\n]*\])?)|(?:\s*\+\s*|\s+)[fFrRbBuU$@]{0,2}["'` + "`" + `])`)
	goesOn = regexp.MustCompile(`^\s*(?:\+|\.\s|<<|&\s|["'` + "`" + `f]["']?[\w "'])`)
)

// balanced is where the brace that begins a text's second letter is closed, braces in it included; 0 where it is not on the line.
func balanced(text string) int {
	depth := 0
	for i := 1; i < len(text) && text[i] != '\n'; i++ {
		switch text[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// quotation reads a string, with those that are put behind it; ok is false for one that is not all of the text that it
// begins, whose end nobody sees.
func (t *text) quotation(from int) (s script, end int, ok bool) {
	var b strings.Builder
	s.ends = map[int]int{}
	put := func(letters string, at int) {
		b.WriteString(letters)
		for range len(letters) {
			s.at = append(s.at, at)
		}
	}
	// To the shell, what a program puts in is what another program fills in. Its places are those of what is written.
	fill := func(expression string, at int) {
		put("{{ ", at)
		for i := range len(expression) {
			if strings.IndexByte("{}#$\"'\n", expression[i]) < 0 {
				put(expression[i:i+1], at+i)
			}
		}
		put(" }}", at+len(expression)-1)
		s.ends[len(s.at)] = at + len(expression)
	}
	for p := from; ; {
		sign := signOf(t.source[p:])
		formats := sign == "`" || p > 0 && strings.IndexByte("fF$", t.source[p-1]) >= 0
		for p += len(sign); p < len(t.source) && !strings.HasPrefix(t.source[p:], sign); p++ {
			rest := t.source[p:]
			filled := puts.FindString(rest)
			if sign == "`" && strings.HasPrefix(rest, "${") {
				filled = rest[:balanced(rest)]
			}
			switch {
			case formats && sign != "`" && (strings.HasPrefix(rest, "{{") || strings.HasPrefix(rest, "}}")): // a brace itself
				put(rest[:1], p)
				p++
			case rest[0] == '\\' && len(rest) > 1:
				if p++; rest[1] == '\n' || rest[1] == '\r' { // the line goes on, in the program as in a shell
					p += strings.Count(rest[1:min(3, len(rest))], "\r\n")
					continue
				}
				var one strings.Builder
				jsEscape(&one, rest[1:])
				put(one.String(), p-1)
			case rest[0] == '\n' && len(sign) == 1 && sign != "`":
				return s, p, false
			case filled != "" && (filled[0] == '#' || filled[0] == '%' || filled[0] == '$' && (formats || strings.ContainsAny(filled, ".([")) || filled[0] == '{' && formats && sign != "`"):
				fill(filled, p)
				p += len(filled) - 1
			default:
				put(rest[:1], p)
			}
		}
		end = min(p+len(sign), len(t.source))
		if p >= len(t.source) {
			return s, end, false
		}
		next := joins.FindStringSubmatchIndex(t.source[end:])
		for next != nil && next[2] >= 0 { // + name +
			fill(t.source[end+next[2]:end+next[3]], end+next[2])
			end += next[3]
			next = joins.FindStringSubmatchIndex(t.source[end:])
		}
		if next == nil {
			s.text, s.at, s.program = b.String(), append(s.at, end-len(sign)), true
			return s, end, !goesOn.MatchString(t.source[end:])
		}
		p = end + next[1] - 1
	}
}
