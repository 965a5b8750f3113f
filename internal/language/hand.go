package language

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/names"
	"userpoolplayground/internal/source"
)

// HandOf returns who writes changes in a language, by the name that package foreign gives it;
// nil where nobody does.
func HandOf(name string) source.Hand { return hands[name] }

// StyleOf returns how the tool of a hand spells names.
func StyleOf(name string) names.Style {
	switch h := hands[name].(type) {
	case *hand:
		return h.style
	case options:
		return names.Style{Spell: func(n string) string { return "--" + names.Kebab(n) }}
	}
	return names.Style{}
}

// hands write where a text has its pool, by the tool's names. What they cannot be sure of, for
// the comments or the layout around it, they leave to the person.
var hands = map[string]source.Hand{
	"cloudformation-yaml": &hand{literals: jsonLiterals, style: spellings[CloudFormation], lines: true, colon: ": "},
	"cloudformation-json": &hand{literals: jsonLiterals, style: spellings[CloudFormation], colon: ": ", quoted: true},
	"kubernetes":          &hand{literals: jsonLiterals, style: spellings[Kubernetes], lines: true, colon: ": "},
	"terraform":           &hand{literals: jsonLiterals, style: spellings[Terraform], lines: true, colon: " = ", braces: true},
	"json":                &hand{literals: jsonLiterals, colon: ": ", quoted: true},
	"javascript":          &hand{literals: jsonLiterals, colon: ": "},
	"cdk":                 &hand{literals: jsonLiterals, style: spellings[CDK], colon: ": "},
	"cdk-python":          &hand{literals: pythonLiterals, style: snake, colon: ": ", argument: "=", scalars: true},
	"construct":           &hand{literals: jsonLiterals, colon: ": ", words: true},
	"construct-python":    &hand{literals: pythonLiterals, style: snake, colon: ": ", argument: "=", words: true},
	"boto3":               &hand{literals: pythonLiterals, colon: ": ", quoted: true, argument: "="},
	"paws":                &hand{literals: rLiterals, colon: " = ", argument: " = "},
	"aws-cli":             options{},
}

// snake is how CfnUserPool's properties are spelt in Python.
var snake = names.Style{Key: spellings[CDK].Key, Spell: names.Snake}

// Completes reports whether a hand can write what could stand at a place, by the names that its tool has there.
func Completes(name string) bool {
	return hands[name] != nil && !strings.HasPrefix(name, "construct") && name != "cdk-python"
}

// literals are how a language writes values.
type literals struct {
	yes, no      string
	object, list [2]string
}

var (
	jsonLiterals   = literals{yes: "true", no: "false", object: [2]string{"{ ", " }"}, list: [2]string{"[", "]"}}
	pythonLiterals = literals{yes: "True", no: "False", object: [2]string{"{", "}"}, list: [2]string{"[", "]"}}
	rLiterals      = literals{yes: "TRUE", no: "FALSE", object: [2]string{"list(", ")"}, list: [2]string{"list(", ")"}}
)

// hand writes in one language.
type hand struct {
	literals
	style names.Style
	// lines is set where a member has its lines to itself and nothing stands between two.
	lines bool
	// colon stands between a name and its value, argument between those of a call; "" where a
	// call's have no names.
	colon, argument string
	// quoted is set where a name is in quotes.
	quoted bool
	// scalars is set where it writes no objects, which have a class each; words where it changes nothing but what the text
	// has as the API does: what a construct makes of its properties stands nowhere.
	scalars, words bool
	// braces is set for HCL: an object among the lines is a block, and a template begins with ${.
	braces bool
}

// Replace puts a value in the place of another.
func (h *hand) Replace(d *source.Document, n *source.Node, json string) []source.Edit {
	value, ok := h.value(source.Parse(json).Root, shapeOf(n))
	was := d.Text[n.Start:n.End]
	if h.words {
		return h.reworded(n, was, value)
	}
	if !ok || strings.Contains(was, "<<") || strings.HasPrefix(was, "|") || strings.HasPrefix(was, ">") {
		return nil // of a text on lines of its own, the place is not its end
	}
	if (!h.lines || h.braces && n.Kind < source.Array) && !h.writtenOut(was, n) || h.lines && putIn.MatchString(was) {
		return nil
	}
	if h.lines && !h.braces && plain.MatchString(was) {
		if word := source.Parse(json).Root; word.Kind == source.String && plain.MatchString(word.Text) {
			value = word.Text
		}
	}
	if h.lines && !h.braces && !strings.ContainsAny(was[:1], `"'[{`) && strings.Contains(was, "\n") {
		return nil
	}
	return []source.Edit{{Start: n.Start, End: n.End, Insert: h.quotedAs(was, value)}}
}

// reworded puts a number in the place of a number, a text in that of a text, and a truth in that of a truth.
func (h *hand) reworded(n *source.Node, was, value string) []source.Edit {
	word, bare := strings.Trim(was, `"'`), strings.Trim(value, `"`)
	switch number := consists(was, "0123456789"); {
	case n.Kind == source.True && was == h.yes && value == h.no, n.Kind == source.False && was == h.no && value == h.yes:
	case number && was == n.Text && consists(bare, "0123456789"):
		value = bare
	case n.Kind == source.String && !number && len(word) == len(was)-2 && word == n.Text && strings.HasPrefix(value, `"`):
	default:
		return nil
	}
	return []source.Edit{{Start: n.Start, End: n.End, Insert: h.quotedAs(was, value)}}
}

// putIn matches a value of a template that comes from elsewhere: a fix in its place would cut the template off
// from its parameters.
var putIn = regexp.MustCompile(`^!|["']?(?:Ref|Fn::\w+)["']?\s*:|\$\{`)

// writtenOut reports whether a value stands in a program as it is: what it works out, or takes from
// elsewhere, a change would cut off.
func (h *hand) writtenOut(was string, n *source.Node) bool {
	if strings.Contains(was, "\n") && commented(was) {
		return false
	}
	if n.Kind < source.Array {
		return was == h.yes || was == h.no || scalar().MatchString(was)
	}
	return strings.ContainsAny(was[:1], "[{") || strings.HasPrefix(was, h.list[0])
}

// scalar matches numbers, texts, of which Python joins several, and the constants of enumerations. It is
// made when it is asked for: most visits never need it.
var scalar = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("^(?:[-+]?[0-9][\\w.]*|[A-Z]\\w*\\.[A-Z]\\w*|(?:(?:\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)*'|`[^`$\\\\]*`)\\s*)+)$")
})

// letters are those of a name.
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"

// consists reports whether a text is of these characters alone.
func consists(text, of string) bool { return text != "" && strings.Trim(text, of) == "" }

func identifier(text string) bool { return consists(text, letters) && text[0] > '9' }

// commented reports whether a text may have a comment in it.
func commented(text string) bool {
	return strings.Contains(text, "#") || strings.Contains(text, "//") || strings.Contains(text, "/*")
}

// callee returns the length of what stands before the bracket of a call.
func callee(text string) int {
	if open := strings.IndexByte(text, '('); open > 0 && consists(strings.TrimRight(text[:open], " \t"), letters+".") {
		return open
	}
	return 0
}

// quotedAs gives a value the quotes that a text has.
func (h *hand) quotedAs(text, value string) string {
	if h.braces || !strings.Contains(text, "'") || strings.Contains(text, `"`) || strings.ContainsAny(value, `\'`) {
		return value
	}
	return strings.ReplaceAll(value, `"`, "'")
}

// plain is a text that YAML takes as it stands, whatever its version.
var plain = regexp.MustCompile(`^(?:[A-Z_]{4,}|[a-z]+[a-z_]*_[a-z_]+|email|sms)$`)

// Rename gives a member another name, in the quotes that it has.
func (h *hand) Rename(d *source.Document, n *source.Node, name string) []source.Edit {
	if s := shapeOf(n.Parent); s != nil && s.Member(name) != nil {
		name, _ = h.style.Of(s.Member(name))
	}
	if h.yes == pythonLiterals.yes && h.style.Key != "" {
		name = names.Snake(name)
	}
	was := d.Text[n.NameStart:n.NameEnd]
	quoted := strings.ContainsAny(was[:1], "\"'`")
	if name == "" || !h.lines && (!h.signed(d.Text[n.NameEnd:]) || !quoted && !(identifier(was) && identifier(name))) {
		return nil
	}
	if quoted {
		name = was[:1] + name + was[:1]
	}
	return []source.Edit{{Start: n.NameStart, End: n.NameEnd, Insert: name}}
}

// signed reports whether a text begins with what stands between a name and its value.
func (h *hand) signed(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n")
	return strings.HasPrefix(text, strings.TrimSpace(h.colon)) || h.argument != "" && strings.HasPrefix(text, "=") && !strings.HasPrefix(text, "==")
}

// Remove takes a member or an element out of its parent.
func (h *hand) Remove(d *source.Document, n *source.Node) []source.Edit {
	start, end := n.Start, n.End
	if n.NameEnd > n.NameStart {
		start = min(start, n.NameStart)
	}
	if n.Parent == nil || h.words {
		return nil
	}
	elsewhere := n.Parent.End > n.Parent.Start && (start < n.Parent.Start || end > n.Parent.End)
	if elsewhere && (h.argument == "" || n.Parent.Parent != nil) {
		return nil
	}
	if h.lines && !h.flows(d, n.Parent) {
		first := strings.LastIndexByte(d.Text[:start], '\n') + 1
		before := strings.TrimSpace(d.Text[first:start])
		item := !h.braces && before == "-" && n.Name == ""
		if before != "" && !item {
			return nil
		}
		last := len(d.Text)
		if i := strings.IndexByte(d.Text[end:], '\n'); i >= 0 {
			last = end + i + 1
		}
		if strings.TrimSpace(d.Text[end:last]) != "" {
			return nil
		}
		if h.braces {
			return []source.Edit{{Start: first, End: last}}
		}
		last = deeper(d.Text, last, start-first)
		if p := n.Parent; len(p.Children) < 2 { // nothing in its place would be null
			if p.NameEnd <= p.NameStart || p.NameEnd > first || strings.TrimSpace(d.Text[p.NameEnd:first]) != ":" {
				return nil
			}
			empty := map[bool]string{true: ": []\n", false: ": {}\n"}[p.Kind == source.Array]
			return []source.Edit{{Start: p.NameEnd, End: last, Insert: empty}}
		}
		return []source.Edit{{Start: first, End: last}}
	}
	return h.cut(d.Text, n, start)
}

// cut takes an entry out of brackets, with one comma, and its line where it has that to itself.
func (h *hand) cut(text string, n *source.Node, start int) []source.Edit {
	end := n.End
	named := n.NameEnd > n.NameStart
	if named && (n.NameStart > n.Start || !slices.Contains([]string{strings.TrimSpace(h.colon), strings.TrimSpace(h.argument)}, strings.TrimSpace(text[n.NameEnd:n.Start]))) {
		return nil
	}
	before := len(strings.TrimRight(text[:start], " \t\r\n"))
	if before == 0 {
		return nil
	}
	first := strings.LastIndexByte(text[:start], '\n') + 1
	unsure := commented(text[strings.LastIndexByte(text[:before], '\n')+1 : before]) // it may be a comment's end
	behind := end + blanks(text[end:])
	opens := "["
	if h.list[1] == ")" {
		opens = "(" // of Python a tuple has it, of which one element is none
	}
	switch {
	case behind == len(text):
	case text[behind] == ',' && (named || !unsure && strings.IndexByte(opens+",", text[before-1]) >= 0):
		behind++
		rest := text[behind:]
		if i := strings.IndexByte(rest, '\n'); i >= 0 && strings.TrimSpace(rest[:i]) == "" {
			if strings.TrimSpace(text[first:start]) == "" {
				return []source.Edit{{Start: first, End: behind + i + 1}}
			}
			return []source.Edit{{Start: start - len(text[first:start]) + len(strings.TrimRight(text[first:start], " \t")), End: behind}}
		}
		return []source.Edit{{Start: start, End: behind + len(rest) - len(strings.TrimLeft(rest, " \t"))}}
	case strings.IndexByte(")]}", text[behind]) >= 0 && text[before-1] == ',' && !unsure && (named || text[behind] == h.list[1][0]):
		return []source.Edit{{Start: before - 1, End: end}}
	}
	return nil
}

// Add gives an object a member that it does not have.
func (h *hand) Add(d *source.Document, object *source.Node, name, json string) []source.Edit {
	s := shapeOf(object)
	if s == nil || object.End <= object.Start || h.words {
		return nil
	}
	called, shape := name, s.Element
	if member := s.Member(name); member != nil {
		called, _ = h.style.Of(member)
		shape = member.Shape
	} else if s.Kind != contract.Map {
		return nil
	}
	if called == "" || strings.ContainsAny(called, "/ ") {
		return nil
	}
	root := source.Parse(json).Root
	if h.braces && holdsStructures(shape) {
		return h.addBlock(d, object, called, root, shape)
	}
	value, ok := h.value(root, shape)
	if !ok {
		return nil
	}
	entry := called + h.colon + value
	open, end := h.brackets(d.Text, object)
	switch bracketed := open < end && !(h.lines && !h.flows(d, object)); {
	case bracketed && d.Text[open] == '(':
		// A name that a call has twice is refused, and one may be there whose value says nothing.
		among := d.Text[object.Start:object.End]
		if strings.Contains(among, "**") {
			among = d.Text
		}
		if !identifier(called) || strings.Contains(among, called) || slices.ContainsFunc(object.Children, (*source.Node).Others) {
			return nil
		}
		entry = called + h.argument + value
	case h.quoted, bracketed && !identifier(called):
		entry = source.Quote(called) + h.colon + value
	}
	if h.lines && !h.flows(d, object) {
		// In front of a member that begins its line: what stands behind the last one is not known.
		for _, c := range object.Children {
			if c.NameEnd <= c.NameStart || c.NameStart < object.Start || c.End > object.End {
				continue
			}
			first := strings.LastIndexByte(d.Text[:c.NameStart], '\n') + 1
			if indent := d.Text[first:c.NameStart]; strings.TrimSpace(indent) == "" && directly(object, c) {
				if begins(d.Text, first, indent, called, strings.TrimSpace(h.colon)) { // with a value that says nothing
					return nil
				}
				return []source.Edit{{Start: first, End: first, Insert: indent + entry + "\n"}}
			}
		}
		return nil
	}
	return h.insert(d, object, entry)
}

// addBlock puts a block at the end of the one around it, where nothing there has its name.
func (h *hand) addBlock(d *source.Document, object *source.Node, name string, n *source.Node, s *contract.Shape) []source.Edit {
	last := object.End - 1
	line := strings.LastIndexByte(d.Text[:last], '\n') + 1
	indent := d.Text[line:last]
	if d.Text[last] != '}' || strings.TrimSpace(indent) != "" || line <= object.Start || strings.Contains(d.Text[object.Start:object.End], name) {
		return nil
	}
	block, ok := h.block(name, indent+"  ", n, s)
	if !ok {
		return nil
	}
	return []source.Edit{{Start: line, End: line, Insert: "\n" + block}}
}

// block is a structure as blocks of HCL, one for each element of a list; its arguments stand in line.
func (h *hand) block(name, indent string, n *source.Node, s *contract.Shape) (text string, ok bool) {
	if s.Kind == contract.List {
		for _, c := range n.Children {
			one, ok := h.block(name, indent, c, s.Element)
			if !ok {
				return "", false
			}
			text += one
		}
		return text, n.Kind == source.Array && text != ""
	}
	if n.Kind != source.Object {
		return "", false
	}
	var arguments [][2]string
	blocks, widest := "", 0
	for _, c := range n.Children {
		member := s.Member(c.Name)
		if member == nil {
			return "", false
		}
		called, _ := h.style.Of(member)
		if called == "" || strings.ContainsAny(called, "/ ") {
			return "", false
		}
		if holdsStructures(member.Shape) {
			inner, ok := h.block(called, indent+"  ", c, member.Shape)
			if !ok {
				return "", false
			}
			blocks += inner
			continue
		}
		value, ok := h.value(c, member.Shape)
		if !ok {
			return "", false
		}
		arguments, widest = append(arguments, [2]string{called, value}), max(widest, len(called))
	}
	text = indent + name + " {\n"
	for _, a := range arguments {
		text += indent + "  " + a[0] + strings.Repeat(" ", widest-len(a[0])) + h.colon + a[1] + "\n"
	}
	return text + blocks + indent + "}\n", true
}

// begins reports whether a name with its sign begins one of the lines of a block, of which one begins at a place.
func begins(text string, at int, indent, name, sign string) bool {
	inBlock := func(line string) bool { return strings.HasPrefix(line, indent) || strings.TrimSpace(line) == "" }
	named := func(line string) bool {
		rest, found := strings.CutPrefix(strings.TrimLeft(strings.TrimPrefix(line, indent), `"'`), name)
		return found && strings.HasPrefix(strings.TrimLeft(rest, `"' `), sign)
	}
	for line := range strings.SplitSeq(text[at:], "\n") {
		if !inBlock(line) {
			break
		}
		if named(line) {
			return true
		}
	}
	above := strings.Split(strings.TrimSuffix(text[:at], "\n"), "\n")
	for _, line := range slices.Backward(above) {
		if !inBlock(line) {
			break
		}
		if named(line) {
			return true
		}
	}
	return false
}

// directly reports whether a member is written in the object itself, and not in one that the
// tool has in between or leaves out.
func directly(object, child *source.Node) bool {
	return !slices.ContainsFunc(object.Children, func(other *source.Node) bool {
		return other != child && other.Start < child.NameStart && child.End <= other.End
	})
}

// Append adds an element to the end of a list.
func (h *hand) Append(d *source.Document, list *source.Node, json string) []source.Edit {
	s := shapeOf(list)
	if s == nil || s.Element == nil || list.End <= list.Start || h.words {
		return nil
	}
	value, ok := h.value(source.Parse(json).Root, s.Element)
	if !ok {
		return nil
	}
	if h.lines && !h.flows(d, list) {
		if h.braces || len(list.Children) == 0 {
			return nil
		}
		first := list.Children[0]
		at := first.Start
		if first.NameEnd > first.NameStart {
			at = first.NameStart
		}
		line := strings.LastIndexByte(d.Text[:at], '\n') + 1
		if before := d.Text[line:at]; strings.TrimSpace(before) == "-" {
			return []source.Edit{{Start: line, End: line, Insert: before + value + "\n"}}
		}
		return nil
	}
	return h.insert(d, list, value)
}

// brackets returns where those of a container are; open is not before end where it has none.
func (h *hand) brackets(text string, container *source.Node) (open, end int) {
	inside := strings.TrimRight(text[container.Start:container.End], " \t\r\n")
	open, end = container.Start+blanks(inside), container.Start+len(inside)-1
	if open >= end || container.Kind == source.Array && !strings.HasPrefix(text[open:], h.list[0]) {
		return end, end
	}
	if h.argument != "" {
		open += callee(text[open:end])
	}
	if pair := strings.IndexByte("([{", text[open]); pair < 0 || text[end] != ")]}"[pair] || pair == 0 && h.argument == "" || !balanced(text[open+1:end]) {
		return end, end
	}
	return open, end
}

// balanced reports whether every bracket of a text is closed in it; an apostrophe in a comment counts
// against it.
func balanced(text string) bool {
	var closing []byte
	quote := byte(0)
	for i := 0; i < len(text); i++ {
		c := text[i]
		last := len(closing) - 1
		switch pair := strings.IndexByte("([{", c); {
		case quote != 0 && c == '\\':
			i++
		case c == quote:
			quote = 0
		case quote != 0:
		case strings.IndexByte("\"'`", c) >= 0:
			quote = c
		case pair >= 0:
			closing = append(closing, ")]}"[pair])
		case last >= 0 && c == closing[last]:
			closing = closing[:last]
		case strings.IndexByte(")]}", c) >= 0:
			return false
		}
	}
	return len(closing) == 0 && quote == 0
}

// insert puts an entry in front of the closing bracket.
func (h *hand) insert(d *source.Document, container *source.Node, entry string) []source.Edit {
	open, closing := h.brackets(d.Text, container)
	if open >= closing || h.braces && d.Text[open] != '[' {
		return nil
	}
	entry = h.quotedAs(d.Text[open:closing], entry)
	at := len(strings.TrimRight(d.Text[:closing], " \t\r\n"))
	line := strings.LastIndexByte(d.Text[:at], '\n') + 1
	if at <= open || strings.Contains(d.Text[line:at], "//") || strings.Contains(d.Text[line:at], "#") || strings.HasSuffix(d.Text[:at], "*/") {
		return nil // a comment ends it
	}
	gap := " "
	if strings.Contains(d.Text[at:closing], "\n") {
		rest := d.Text[line:at]
		gap = "\n" + rest[:len(rest)-len(strings.TrimLeft(rest, " \t"))]
	}
	switch d.Text[at-1] {
	case '(', '{', '[':
		if at-1 == open {
			if gap != " " || len(container.Children) > 0 {
				return nil // what it is indented by is not known, or it gets more elsewhere
			}
			return []source.Edit{{Start: at, End: at, Insert: entry}}
		}
		return nil
	case ',':
		return []source.Edit{{Start: at, End: at, Insert: gap + entry + ","}}
	}
	return []source.Edit{{Start: at, End: at, Insert: "," + gap + entry}}
}

// flows reports whether a container stands in brackets, with commas between what it holds.
func (h *hand) flows(d *source.Document, container *source.Node) bool {
	return container.End > container.Start+1 && (d.Text[container.Start] == '[' || d.Text[container.Start] == '{' && !h.braces)
}

// deeper returns where the lines end that are indented by more than a column: in YAML they are of
// what stands above them, of a text in a block too, whose place is its first line.
func deeper(text string, at, column int) int {
	end := at
	for at < len(text) {
		next := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			next = at + i + 1
		}
		line := text[at:next]
		switch indent := len(line) - len(strings.TrimLeft(line, " ")); {
		case strings.TrimSpace(line) == "":
		case indent > column:
			end = next
		default:
			return end
		}
		at = next
	}
	return end
}

func blanks(text string) int { return len(text) - len(strings.TrimLeft(text, " \t\r\n")) }

// holdsStructures reports whether HCL writes it as blocks.
func holdsStructures(s *contract.Shape) bool {
	return s != nil && (s.Kind == contract.Structure || s.Element != nil && s.Element.Kind == contract.Structure)
}

// shapeOf returns the shape of a node by its place in the tree, nil where it has none.
func shapeOf(n *source.Node) *contract.Shape {
	switch {
	case n == nil:
		return nil
	case n.Parent == nil:
		return contract.Newest().Request
	}
	s := shapeOf(n.Parent)
	switch {
	case s == nil:
		return nil
	case s.Kind == contract.Structure:
		if member := s.Member(n.Name); member != nil {
			return member.Shape
		}
		return nil
	}
	return s.Element
}

// value writes JSON in the language; ok is false where a name has no counterpart.
func (h *hand) value(n *source.Node, s *contract.Shape) (text string, ok bool) {
	if n == nil || h.scalars && n.Kind == source.Object {
		return "", false
	}
	switch n.Kind {
	case source.True:
		return h.yes, true
	case source.False:
		return h.no, true
	case source.Number:
		return n.Text, true
	case source.String:
		text := source.Quote(n.Text)
		if h.braces {
			text = strings.NewReplacer("${", "$${", "%{", "%%{").Replace(text)
		}
		return text, true
	case source.Array:
		var all []string
		for _, c := range n.Children {
			var element *contract.Shape
			if s != nil {
				element = s.Element
			}
			one, ok := h.value(c, element)
			if !ok {
				return "", false
			}
			all = append(all, one)
		}
		return h.list[0] + strings.Join(all, ", ") + h.list[1], true
	case source.Object:
		var all []string
		for _, c := range n.Children {
			called, shape := source.Quote(c.Name), (*contract.Shape)(nil)
			if s != nil && s.Kind == contract.Structure {
				member := s.Member(c.Name)
				if member == nil {
					return "", false
				}
				called, _ = h.style.Of(member)
				if shape = member.Shape; called == "" || strings.ContainsAny(called, "/ ") {
					return "", false
				}
				if h.quoted {
					called = source.Quote(called)
				}
			} else if s != nil {
				shape = s.Element
			}
			one, ok := h.value(c, shape)
			if !ok {
				return "", false
			}
			all = append(all, called+h.colon+one)
		}
		if len(all) == 0 {
			return strings.ReplaceAll(h.object[0]+h.object[1], " ", ""), true
		}
		return h.object[0] + strings.Join(all, ", ") + h.object[1], true
	}
	return "", false
}
