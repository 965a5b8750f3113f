package readers

import (
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"userpoolplayground/internal/reading"
)

// yaml reads YAML. Several documents become a list of them.
func (t *text) yaml() {
	documents, acted, wrong := t.documents(t.source)
	if wrong != nil || acted {
		if plain := masked(t.source); plain != t.source {
			if others, _, still := t.documents(plain); still == nil || !acted {
				documents, wrong = others, still
			}
		}
	}
	if wrong != nil {
		(&yamlReader{text: t, lines: lineStarts(t.source)}).wrong(wrong)
	}
	switch len(documents) {
	case 0:
	case 1:
		t.Root = documents[0]
	default:
		t.Root = t.text(reading.List, 0, 0, documents)
	}
}

// documents are those of a text, up to where it is wrong. acted is set where an action stands for a value or a
// name, which YAML takes for two mappings, one in the other.
func (t *text) documents(plain string) (documents []*reading.Value, acted bool, wrong error) {
	decoder := yaml.NewDecoder(strings.NewReader(plain))
	y := &yamlReader{text: t, plain: plain, lines: lineStarts(t.source)}
	if plain != t.source {
		y.conditions = conditions(t.source)
	}
	for {
		var document yaml.Node
		err := decoder.Decode(&document)
		if errors.Is(err, io.EOF) {
			return documents, y.acted, nil
		}
		if err != nil {
			return documents, y.acted, err
		}
		if len(document.Content) > 0 {
			documents = append(documents, y.value(document.Content[0], 0))
		}
	}
}

// action matches what Helm, Jinja and their kind put something in the place of.
var action = regexp.MustCompile(`\{\{[^\n]*?\}\}|\{%[^\n]*?%\}`)

// mask stands in an action's place.
const mask = "~~~"

// masked makes YAML of a text that is none, being a template for YAML, with every place as before:
// an action on a line of its own becomes a comment, any other a word.
func masked(source string) string {
	if !strings.Contains(source, "{{") && !strings.Contains(source, "{%") {
		return source
	}
	b := []byte(source)
	for _, at := range action.FindAllStringIndex(source, -1) {
		before := source[strings.LastIndexByte(source[:at[0]], '\n')+1 : at[0]]
		for i := at[0]; i < at[1]; i++ {
			if b[i] < utf8.RuneSelf {
				b[i] = mask[0]
			}
		}
		if strings.TrimSpace(before) == "" && strings.TrimSpace(source[at[1]:lineEnd(source, at[1])]) == "" && !fills(source, at[0], at[1]) {
			b[at[0]] = '#'
		}
	}
	return string(b)
}

// control matches an action that puts nothing in its place.
var control = regexp.MustCompile(`^\{(?:%|\{-?\s*(?:/\*|(?:if|else|end|range|with|define|block|break|continue)\b|\$\w+\s*:?=))`)

// fills reports whether an action on a line of its own is all that a member has: it stands further in
// than the name before it, and what follows does not.
func fills(source string, from, to int) bool {
	if control.MatchString(source[from:to]) {
		return false
	}
	indent := func(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
	silent := func(line string) bool {
		line = strings.TrimSpace(line)
		return line == "" || line[0] == '#' || control.MatchString(line)
	}
	lines := strings.Split(source[max(0, from-1000):from], "\n")
	own := indent(lines[len(lines)-1] + "{")
	lines = lines[:len(lines)-1]
	for len(lines) > 0 && silent(lines[len(lines)-1]) {
		lines = lines[:len(lines)-1]
	}
	if len(lines) == 0 || !strings.HasSuffix(strings.TrimRight(lines[len(lines)-1], " \r"), ":") {
		return false
	}
	name := indent(lines[len(lines)-1])
	for _, next := range strings.Split(source[to:min(len(source), to+1000)], "\n")[1:] {
		if !silent(next) {
			return own > name && (indent(next) < name || indent(next) == name && next[name] != '-')
		}
	}
	return own > name
}

func (t *text) text(kind reading.Kind, from, to int, children []*reading.Value) *reading.Value {
	v := t.value(kind, from, to, "")
	v.Children = children
	return v
}

// condition is a part of a template for YAML that is there in some cases alone.
type condition struct {
	from, to int
	words    string
}

// opensPart, endsPart and turns match the actions around such a part, and the one between two of them.
var (
	opensPart = regexp.MustCompile(`^\{[{%]-?\s*((?:if|unless|for|range|with)\b.*?)\s*-?[%}]\}$`)
	endsPart  = regexp.MustCompile(`^\{(?:%-?\s*end(?:if|for|unless)\b|\{-?\s*end\b)`)
	turns     = regexp.MustCompile(`^\{[{%]-?\s*((?:else|elif|elsif)\b.*?)\s*-?[%}]\}$`)
)

// mostConditions is how many of them are looked at: each value looks for its own.
const mostConditions = 1000

// conditions are the parts of a template that are there in some cases alone, the inner ones first.
func conditions(source string) (all []condition) {
	var open []condition
	for _, at := range action.FindAllStringIndex(source, -1) {
		written := source[at[0]:at[1]]
		begins, turn := opensPart.FindStringSubmatch(written), turns.FindStringSubmatch(written)
		switch last := len(open) - 1; {
		case begins != nil:
			open = append(open, condition{from: at[1], words: begins[1]})
		case last < 0:
		case turn != nil:
			open[last].to = at[0]
			all = append(all, open[last])
			open[last] = condition{from: at[1], words: otherwise(open[last].words, turn[1])}
		case endsPart.MatchString(written):
			open[last].to = at[0]
			all, open = append(all, open[last]), open[:last]
		}
	}
	return all[:min(len(all), mostConditions)]
}

// otherwise is the condition of what stands behind an else.
func otherwise(before, turn string) string {
	if of := elseIf.FindString(turn); of != "" {
		return "if " + turn[len(of):]
	}
	if of, found := strings.CutPrefix(before, "if "); found {
		return "if not " + of
	}
	return "otherwise"
}

var elseIf = regexp.MustCompile(`^(?:elif|elsif|else if)\s+`)

// conditioned leaves open what stands in such a part of a list or mapping that goes on outside of it.
func (y *yamlReader) conditioned(v *reading.Value) {
	for i, c := range v.Children {
		begins := c.From
		if c.NameTo > c.NameFrom {
			begins = c.NameFrom
		}
		for _, of := range y.conditions {
			if of.from <= begins && begins < of.to && (v.From < of.from || v.To > of.to) {
				v.Children[i] = y.only(c, of.words)
				break
			}
		}
	}
}

type yamlReader struct {
	*text
	// conditions are the parts that a template for YAML has in some cases alone.
	conditions []condition
	// plain is the text that was parsed, without the actions of a template.
	plain string
	lines []int
	acted bool
}

var yamlError = regexp.MustCompile(`(?s)^yaml: (?:line (\d+): )?(.*)$`)

func (y *yamlReader) wrong(err error) {
	parts := yamlError.FindStringSubmatch(err.Error())
	if parts == nil {
		y.fault(0, 0, "This is no YAML: %v.", err)
		return
	}
	line, _ := strconv.Atoi(parts[1])
	from := y.offset(line, 1)
	rest := y.source[from:]
	if end := strings.IndexAny(rest, "\r\n"); end >= 0 {
		rest = rest[:end]
	}
	from += len(rest) - len(strings.TrimLeft(rest, " \t"))
	y.fault(from, from+len(strings.TrimSpace(rest)), "This is no YAML: %s.", parts[2])
}

// lineStarts returns where lines begin, as YAML counts them.
func lineStarts(text string) []int {
	starts := []int{0}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch r {
		case '\r':
			if i < len(text) && text[i] == '\n' {
				i++
			}
		case '\n', '\u0085', '\u2028', '\u2029':
		default:
			continue
		}
		starts = append(starts, i)
	}
	return starts
}

// offset turns a line and a column in characters, both from 1, into bytes.
func (y *yamlReader) offset(line, column int) int {
	if line < 1 || line > len(y.lines) {
		return 0
	}
	at := y.lines[line-1]
	if line == 1 && strings.HasPrefix(y.source, "\uFEFF") {
		at = len("\uFEFF")
	}
	for ; column > 1 && at < len(y.source); column-- {
		_, size := utf8.DecodeRuneInString(y.source[at:])
		at += size
	}
	return at
}

// span encloses a scalar, or of anything else its first character. Its tag is part of it.
func (y *yamlReader) span(n *yaml.Node) (from, to int) {
	from = y.offset(n.Line, n.Column)
	at := from
	for at < len(y.source) && (y.source[at] == '!' || y.source[at] == '&') {
		end := strings.IndexAny(y.source[at:], " \t\r\n")
		if end < 0 {
			return from, len(y.source)
		}
		at += end
		if body := strings.TrimLeft(y.source[at:], " \t"); body != "" && body[0] != '\n' && body[0] != '\r' {
			at = len(y.source) - len(body)
		} else {
			return from, at
		}
	}
	rest := y.plain[at:]
	switch {
	case n.Kind != yaml.ScalarNode:
		return from, min(at+1, len(y.source))
	case n.Style&yaml.DoubleQuotedStyle != 0:
		for i := 1; i < len(rest); i++ {
			if rest[i] == '\\' {
				i++
			} else if rest[i] == '"' {
				return from, at + i + 1
			}
		}
	case n.Style&yaml.SingleQuotedStyle != 0:
		for i := 1; i < len(rest); i++ {
			if rest[i] == '\'' {
				if i+1 < len(rest) && rest[i+1] == '\'' {
					i++
					continue
				}
				return from, at + i + 1
			}
		}
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 && strings.HasPrefix(rest, n.Value):
		return from, at + len(n.Value)
	}
	if end := strings.IndexAny(rest, "\r\n"); end >= 0 {
		rest = rest[:end]
	}
	return from, at + len(strings.TrimRight(rest, " \t"))
}

func (y *yamlReader) value(n *yaml.Node, depth int) *reading.Value {
	from, to := y.span(n)
	if depth > reading.MaxDepth || y.values > reading.MaxValues {
		return y.text.value(reading.Null, from, to, "")
	}
	switch n.Kind {
	case yaml.AliasNode:
		return y.value(n.Alias, depth+1)
	case yaml.SequenceNode:
		v := y.text.value(reading.List, from, to, "")
		v.Tag = foreignTag(n)
		for _, c := range n.Content {
			v.Children = append(v.Children, y.value(c, depth+1))
		}
		y.close(v, n, ']')
		y.conditioned(v)
		return v
	case yaml.MappingNode:
		v := y.text.value(reading.Object, from, to, "")
		v.Tag = foreignTag(n)
		var merged []*reading.Value
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, below := n.Content[i], y.value(n.Content[i+1], depth+1)
			y.acted = y.acted || key.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle != 0 && strings.HasPrefix(y.source[from:], "{{")
			if key.Value == ellipsis {
				left := y.expression(y.span(key))
				left.Role = reading.Spread
				v.Children = append(v.Children, left)
				continue
			}
			if key.Tag == "!!merge" {
				merged = append(merged, below)
				continue
			}
			below.Name = key.Value
			below.NameFrom, below.NameTo = y.span(key)
			if y.plain != y.source && strings.Contains(key.Value, mask) {
				below.Name = y.source[below.NameFrom:below.NameTo]
			}
			v.Children = append(v.Children, below)
		}
		for _, from := range merged { // what stands beside it counts, before it or behind
			y.merge(v, from)
		}
		y.close(v, n, '}')
		y.conditioned(v)
		return v
	}
	if y.plain != y.source && strings.Contains(n.Value, mask) || n.Value == ellipsis && n.Style == 0 || reading.FilledIn(n.Value) {
		return y.expression(from, to)
	}
	kind := reading.String
	decoded := n.Value
	switch n.Tag {
	case "!!null":
		kind = reading.Null
		if to <= from || y.source[from:to] == "" {
			to = from
		}
	case "!!bool":
		kind, decoded = reading.Bool, strings.ToLower(n.Value)
	case "!!int", "!!float":
		kind = reading.Number
	}
	v := y.text.value(kind, from, to, decoded)
	v.Tag = foreignTag(n)
	v.Plain = n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0
	return v
}

// ellipsis stands in examples for what their authors left out.
const ellipsis = "..."

// close finds where a list or a mapping ends: behind its bracket, or behind what it holds.
func (y *yamlReader) close(v *reading.Value, n *yaml.Node, bracket byte) {
	for _, c := range v.Children {
		v.To = max(v.To, c.To, c.NameTo)
	}
	if n.Style&yaml.FlowStyle == 0 {
		return
	}
	for at := v.To; at < len(y.source); at++ {
		switch c := y.source[at]; {
		case c == bracket:
			v.To = at + 1
			return
		case c == '#':
			for at+1 < len(y.source) && y.source[at+1] != '\n' {
				at++
			}
		case strings.IndexByte(" \t\r\n,", c) < 0:
			return
		}
	}
}

// merge adds the members of a merge key's mapping that are not given beside it.
func (y *yamlReader) merge(into, from *reading.Value) {
	if from.Kind == reading.List {
		for _, each := range from.Children {
			y.merge(into, each)
		}
		return
	}
	for _, c := range from.Children {
		if c.Name != "" && into.Member(c.Name) == nil {
			into.Children = append([]*reading.Value{c}, into.Children...)
		}
	}
}

// foreignTag returns a tag that is not YAML's own, "" otherwise.
func foreignTag(n *yaml.Node) string {
	if strings.HasPrefix(n.Tag, "!!") {
		return ""
	}
	return n.Tag
}
