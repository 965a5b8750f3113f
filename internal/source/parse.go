package source

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// MaxFaults is how many faults of a text are told at most: it keeps a binary file from
// becoming a list of a million. maxEdits keeps one fix from becoming a million edits.
const (
	MaxFaults = 200
	maxEdits  = 200
)

// Parse reads a text. It never fails: what is wrong stands in Faults, and Root holds as
// much as could be made out.
func Parse(text string) *Document {
	d := &Document{Text: text}
	if f := overLimit(text); f != nil {
		d.Faults, d.OverLimit = []Fault{*f}, true
		return d
	}
	p := &parser{text: text, faithful: true}
	p.document(d)
	if p.over != nil {
		d.Root, d.Faults, d.OverLimit = nil, []Fault{*p.over}, true
		return d
	}
	// Brackets left open are noticed at the end but belong where they stand.
	if len(p.faults) > 1 {
		slices.SortStableFunc(p.faults, func(a, b Fault) int { return a.Start - b.Start })
	}
	d.Faults, d.Faithful, d.Comments = p.faults, p.faithful && d.Root != nil, p.comments
	return d
}

func firstRune(text string) int {
	_, size := utf8.DecodeRuneInString(text)
	return size
}

type parser struct {
	text     string
	pos      int
	faults   []Fault
	faithful bool
	comments []Span
	// unclosed tells whether the string that was read last lacks its closing quote.
	unclosed bool
	// cut is the end of the last string or comment that lacks its own: nothing can be added there.
	cut int
	// spare are nodes to come: one allocation for many is most of what a text's tree costs.
	spare []Node
	// depth and values are held against the limits again: quotes and comments that are not
	// JSON's hide brackets from a look at the text alone. over is the limit that was met.
	depth, values int
	over          *Fault
	// ahead is, by closing quotes, what closesLater found last.
	ahead map[string]found
}

func (p *parser) node(n Node) *Node {
	if len(p.spare) == 0 {
		p.spare = make([]Node, 32)
	}
	made := &p.spare[0]
	p.spare = p.spare[1:]
	*made = n
	return made
}

// found is a place and what was made out of it.
type found struct{ at, verdict int }

// fault records what is wrong. A fault without a fix may hide what the author meant.
func (p *parser) fault(rule string, start, end int, fix *Fix, format string, args ...any) {
	if fix == nil {
		p.faithful = false
	} else {
		fix.Safe = true
	}
	if len(p.faults) < MaxFaults {
		p.faults = append(p.faults, Fault{Rule: rule, Start: start, End: end, Fix: fix, Message: fmt.Sprintf(format, args...)})
	}
}

func (p *parser) warn(rule string, start, end int, related *Node, format string, args ...any) {
	if len(p.faults) < MaxFaults {
		p.faults = append(p.faults, Fault{Rule: rule, Start: start, End: end, Related: related, Warning: true, Message: fmt.Sprintf(format, args...)})
	}
}

func (p *parser) document(d *Document) {
	if strings.HasPrefix(p.text, "\uFEFF") {
		p.pos = len("\uFEFF")
		p.fault("byte-order-mark", 0, p.pos, &Fix{Title: "Remove the byte order mark", Edits: []Edit{{0, p.pos, ""}}},
			"An invisible byte order mark stands before the JSON. JSON on the wire has none: save the file as UTF-8 without one.")
	}
	p.space()
	if p.pos >= len(p.text) {
		p.fault("empty-text", 0, len(p.text), &Fix{Title: "Start with a pool name", Edits: []Edit{{0, len(p.text), "{\n  \"PoolName\": \"\"\n}\n"}}},
			"There is no request yet. The shortest one is an object with a PoolName.")
		p.faults[len(p.faults)-1].Fix.Safe = false // it says what nobody has said
		return
	}
	if d.Root = p.value(nil, ""); d.Root == nil {
		p.unexpected(wanted(nil, ""))
		return
	}
	p.space()
	if p.pos < len(p.text) {
		p.fault("text-after-end", p.pos, len(p.text), nil,
			"The request ended before this. Remove what follows, or move it inside the brackets.")
	}
}

// space skips white space and, faulting them, comments.
func (p *parser) space() {
	for p.pos < len(p.text) {
		switch c := p.text[p.pos]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			p.pos++
		case c == '/' || c == '#' || c >= utf8.RuneSelf:
			if !p.foreignSpace() {
				return
			}
		default:
			return
		}
	}
}

// foreignSpace skips what people take for white space and JSON does not, and reports whether
// there was any.
func (p *parser) foreignSpace() bool {
	switch rest := p.text[p.pos:]; {
	case strings.HasPrefix(rest, "#") || strings.HasPrefix(rest, "//"):
		end := strings.IndexByte(rest, '\n')
		if end < 0 {
			end = len(rest)
		}
		p.comment(p.pos + end)
	case strings.HasPrefix(rest, "/*"):
		end := strings.Index(rest[2:], "*/")
		if end < 0 {
			p.fault("unclosed-comment", p.pos, p.pos+2, nil, "This comment is never closed with */, and JSON has no comments.")
			p.comments = append(p.comments, Span{p.pos, len(p.text)})
			p.pos = len(p.text)
			p.cut = p.pos
			return true
		}
		p.comment(p.pos + 2 + end + 2)
	default:
		r, size := utf8.DecodeRuneInString(rest)
		if r < utf8.RuneSelf || !unicode.IsSpace(r) && r != '\uFEFF' && r != '\u200B' {
			return false
		}
		p.fault("foreign-space", p.pos, p.pos+size, &Fix{Title: "Replace it with a space", Edits: []Edit{{p.pos, p.pos + size, " "}}},
			"This is a space that JSON does not know (U+%04X), often pasted from a web page. Use an ordinary space.", r)
		p.pos += size
	}
	return true
}

func (p *parser) comment(end int) {
	p.fault("comment", p.pos, end, &Fix{Title: "Remove the comment", Edits: []Edit{{p.pos, end, p.apart(p.pos, end)}}}, "JSON has no comments: the service would refuse this text.")
	p.comments = append(p.comments, Span{p.pos, end})
	p.pos = end
}

// apart is the space that keeps two words from becoming one when all between them goes.
func (p *parser) apart(start, end int) string {
	if start > 0 && end < len(p.text) && isWord(p.text[start-1]) && (isWord(p.text[end]) || strings.IndexByte("+-.", p.text[end]) >= 0) {
		return " "
	}
	return ""
}

// value reads one value, of the member of that name where the parent is an object.
func (p *parser) value(parent *Node, name string) *Node {
	p.space()
	if p.values++; p.pos >= len(p.text) || p.values > MaxValues {
		p.noValue(wanted(parent, name))
		return nil
	}
	n := p.node(Node{Parent: parent, Start: p.pos})
	switch c := p.text[p.pos]; {
	case c == '{':
		p.nested(n, p.object)
	case c == '[':
		p.nested(n, p.array)
	case p.atQuote():
		n.Kind, n.Text = String, p.str()
		n.Unclosed = p.unclosed
	case c == '-' || c == '+' || c == '.' || c >= '0' && c <= '9':
		p.number(n)
	case isWord(c):
		p.literal(n)
	default:
		return nil
	}
	n.End = p.pos
	return n
}

// wanted says what belongs where a value is missing.
func wanted(parent *Node, name string) string {
	switch {
	case parent == nil:
		return "a request: an object in { }"
	case parent.Kind == Array:
		return "an element"
	}
	return fmt.Sprintf("the value of %q", name)
}

func (p *parser) noValue(want string) {
	if p.pos >= len(p.text) {
		p.fault("missing-value", p.lastPlace(), len(p.text), nil, "The text ends here, before %s.", want)
		return
	}
	p.stop(limit("too-many-values", p.pos, p.pos+1, "This text has more than %s values, which are the most that are read.", thousands(MaxValues)))
}

// valueFollows tells a name whose colon was forgotten from one that is not finished yet:
// something that can be a value stands on the same line.
func (p *parser) valueFollows(nameEnd int) bool {
	if p.pos >= len(p.text) || strings.Contains(p.text[nameEnd:p.pos], "\n") {
		return false
	}
	return p.atQuote() || isWord(p.text[p.pos]) || strings.IndexByte("{[-", p.text[p.pos]) >= 0
}

// memberFollows tells a value from the name of the next member, where the value between
// was not written yet: a name has a colon behind it, which no value has. Only the rest of
// the line is looked at.
func (p *parser) memberFollows() bool {
	p.space()
	if p.pos >= len(p.text) || p.text[p.pos] != '"' {
		return false
	}
	for i := p.pos + 1; i < len(p.text) && p.text[i] != '\n'; i++ {
		switch p.text[i] {
		case '\\':
			i++
		case '"':
			return strings.HasPrefix(strings.TrimLeft(p.text[i+1:], " \t"), ":")
		}
	}
	return false
}

// atQuote reports whether a string begins here, in any of the quotes that people paste.
func (p *parser) atQuote() bool {
	c := p.text[p.pos]
	return c == '"' || c == '\'' || c >= utf8.RuneSelf && strings.ContainsRune("“”‘’„«", p.runeHere())
}

func (p *parser) runeHere() rune {
	r, _ := utf8.DecodeRuneInString(p.text[p.pos:])
	return r
}

// lastPlace is the end of what stands before the current place, white space left out: an
// unfinished text is best marked where it stops, not on the empty last line.
func (p *parser) lastPlace() int {
	trimmed := strings.TrimRight(p.text[:p.pos], " \t\r\n")
	_, size := utf8.DecodeLastRuneInString(trimmed)
	return len(trimmed) - size
}

// nested reads an object or a list.
func (p *parser) nested(n *Node, read func(*Node)) {
	if p.depth == MaxDepth {
		p.stop(limit("nested-too-deep", p.pos, p.pos+1, "Brackets are nested more than %d deep here, which is the most that is read.", MaxDepth))
		return
	}
	p.depth++
	read(n)
	p.depth--
}

// stop ends the reading: nothing that was read counts.
func (p *parser) stop(over *Fault) {
	if p.over == nil {
		p.over = over
	}
	p.pos = len(p.text)
}

func (p *parser) object(n *Node) {
	n.Kind = Object
	open := p.pos
	p.pos++
	// comma is the place of the comma that nothing has followed yet, or -1; separated is
	// set when a member may begin without one being missed.
	comma, separated := -1, true
	var names nameSet
	for {
		p.space()
		if p.pos >= len(p.text) {
			p.leftOpen(open, "}")
			n.Unclosed = true
			return
		}
		c := p.text[p.pos]
		switch c {
		case '}':
			p.trailing(comma)
			p.pos++
			return
		case ']':
			// Closed with the other bracket: taken as this one's end, so that what follows
			// keeps its place in the tree.
			p.wrongBracket("An object that began with { is closed with } and not with ].")
			return
		case ',':
			p.extraComma("member")
			continue
		}
		if !separated {
			p.missingComma(n, "member")
		}
		m := member{start: p.pos}
		p.unclosed = false
		switch {
		case p.atQuote():
			m.name = p.str()
		case isWord(c):
			m.name = p.unquotedName()
		default:
			p.unexpected("a member: a name in double quotes, or }")
			comma, separated = -1, true
			continue
		}
		m.end, m.unclosed = p.pos, p.unclosed
		p.space()
		if p.pos < len(p.text) && p.text[p.pos] == ':' {
			p.pos++
		} else if !p.otherColon(m) {
			p.unfinished(n, m, m.end)
			comma, separated = p.comma(), true
			continue
		}
		behind := p.pos
		var v *Node
		if !p.memberFollows() {
			v = p.value(n, m.name)
		}
		if v == nil {
			p.unfinished(n, m, behind)
			if p.pos < len(p.text) {
				p.missingValue(m)
			}
			comma, separated = p.comma(), true
			continue
		}
		v.Name, v.NameStart, v.NameEnd, v.Index = m.name, m.start, m.end, len(n.Children)
		if first := names.add(v); first != nil {
			p.givenTwice(m, first)
		}
		n.Children = append(n.Children, v)
		comma = p.comma()
		separated = comma >= 0
	}
}

// member is the name of a member and its place.
type member struct {
	name       string
	start, end int
	unclosed   bool
}

func (p *parser) unquotedName() string {
	start := p.pos
	for p.pos < len(p.text) && isWord(p.text[p.pos]) {
		p.pos++
	}
	p.fault("unquoted-name", start, p.pos, &Fix{Title: "Put it in quotes", Edits: []Edit{{start, start, `"`}, {p.pos, p.pos, `"`}}},
		"Names of members stand in double quotes.")
	return p.text[start:p.pos]
}

// otherColon faults a colon that is missing or not one, and reports whether a value may follow.
func (p *parser) otherColon(m member) bool {
	switch {
	case p.pos < len(p.text) && p.text[p.pos] == '=':
		p.fault("missing-colon", p.pos, p.pos+1, &Fix{Title: "Write a colon", Edits: []Edit{{p.pos, p.pos + 1, ":"}}}, "A colon stands between a name and its value.")
		p.pos++
	case p.valueFollows(m.end):
		p.fault("missing-colon", m.start, m.end, &Fix{Title: "Insert a colon", Edits: []Edit{{m.end, m.end, ":"}}}, "A colon is missing between this name and its value.")
	default:
		p.fault("missing-colon", m.start, m.end, nil, "A colon and a value are missing after this name.")
		return false
	}
	return true
}

// unfinished keeps the place of a member whose value cannot be read.
func (p *parser) unfinished(object *Node, m member, at int) {
	object.Unfinished = append(object.Unfinished, p.node(Node{
		Parent: object, Name: m.name, NameStart: m.start, NameEnd: m.end, Start: at, End: at, Unclosed: m.unclosed,
	}))
}

func (p *parser) givenTwice(m member, first *Node) {
	p.warn("duplicate-name", m.start, m.end, first,
		"%q is given twice in this object. Parsers keep the last one; remove the one you do not mean.", m.name)
}

func (p *parser) wrongBracket(message string) {
	p.fault("wrong-bracket", p.pos, p.pos+1, nil, "%s", message)
	p.pos++
}

func (p *parser) array(n *Node) {
	n.Kind = Array
	open := p.pos
	p.pos++
	comma, separated := -1, true
	for {
		p.space()
		if p.pos >= len(p.text) {
			p.leftOpen(open, "]")
			n.Unclosed = true
			return
		}
		switch p.text[p.pos] {
		case ']':
			p.trailing(comma)
			p.pos++
			return
		case '}':
			p.wrongBracket("A list that began with [ is closed with ] and not with }.")
			return
		case ',':
			p.extraComma("element")
			continue
		}
		if !separated {
			p.missingComma(n, "element")
		}
		v := p.value(n, "")
		if v == nil {
			if p.pos < len(p.text) {
				p.unexpected("a value, or ]")
			}
			comma, separated = -1, true
			continue
		}
		v.Index = len(n.Children)
		n.Children = append(n.Children, v)
		comma = p.comma()
		separated = comma >= 0
	}
}

// nameSet finds names given twice. Objects are small, so it starts to hash late.
type nameSet struct {
	members []*Node
	byName  map[string]*Node
}

// add returns the earlier member of the same name, which the new one shadows, or nil.
func (s *nameSet) add(member *Node) *Node {
	const few = 12
	if s.byName == nil {
		for i, m := range s.members {
			if m.Name == member.Name {
				s.members[i], m.Shadowed = member, true
				return m
			}
		}
		if s.members = append(s.members, member); len(s.members) > few {
			s.byName = make(map[string]*Node, 4*few)
			for _, m := range s.members {
				s.byName[m.Name] = m
			}
		}
		return nil
	}
	earlier := s.byName[member.Name]
	if earlier != nil {
		earlier.Shadowed = true
	}
	s.byName[member.Name] = member
	return earlier
}

func (p *parser) extraComma(what string) {
	p.fault("extra-comma", p.pos, p.pos+1, &Fix{Title: "Remove the comma", Edits: []Edit{{p.pos, p.pos + 1, ""}}}, "There is no %s before this comma.", what)
	p.pos++
}

func (p *parser) missingComma(n *Node, what string) {
	at := p.pos
	if len(n.Children) > 0 {
		at = n.Children[len(n.Children)-1].End
	}
	var fix *Fix
	if at > p.cut {
		fix = &Fix{Title: "Insert a comma", Edits: []Edit{{at, at, ","}}}
	}
	p.fault("missing-comma", p.pos, p.pos+p.tokenLength(), fix, "A comma is missing before this %s.", what)
}

// comma skips one comma and returns its place, or -1.
func (p *parser) comma() int {
	p.space()
	if p.pos < len(p.text) && p.text[p.pos] == ',' {
		p.pos++
		return p.pos - 1
	}
	return -1
}

func (p *parser) trailing(comma int) {
	if comma >= 0 && comma < len(p.text) && p.text[comma] == ',' {
		p.fault("trailing-comma", comma, comma+1, &Fix{Title: "Remove the comma", Edits: []Edit{{comma, comma + 1, ""}}},
			"Nothing follows this comma: JSON has no trailing commas.")
	}
}

func (p *parser) leftOpen(open int, bracket string) {
	end := len(p.text)
	trimmed := len(strings.TrimRight(p.text, " \t\r\n"))
	p.fault("unclosed-bracket", open, open+1, nil, "This bracket is never closed: a %s is missing.", bracket)
	last := &p.faults[len(p.faults)-1]
	if len(p.faults) < MaxFaults && trimmed > p.cut && strings.IndexByte(",:", p.text[trimmed-1]) < 0 {
		if n := len(p.comments); n > 0 && p.comments[n-1].End >= trimmed {
			bracket = "\n" + bracket // which the comment would swallow
		}
		// Inner brackets are reported first, so at the same place they close first too.
		last.Fix = &Fix{Title: "Close it at the end", Edits: []Edit{{trimmed, trimmed, bracket}}}
	}
	p.pos = end
}

func (p *parser) missingValue(m member) {
	p.fault("missing-value", m.start, m.end, nil, "%q has no value.", m.name)
	if p.pos < len(p.text) && strings.IndexByte(",}]\"", p.text[p.pos]) < 0 {
		p.skip()
	}
}

func (p *parser) unexpected(want string) {
	start := p.pos
	p.skip()
	p.fault("unexpected-text", start, p.pos, nil, "%s cannot stand here. Expected %s.", quoteShort(p.text[start:p.pos]), want)
}

// skip passes over a run of characters that can begin nothing.
func (p *parser) skip() {
	for first := true; p.pos < len(p.text); first = false {
		c := p.text[p.pos]
		if !first && (strings.IndexByte("{}[],:\"'\n", c) >= 0 || isWord(c)) {
			return
		}
		_, size := utf8.DecodeRuneInString(p.text[p.pos:])
		p.pos += size
	}
}

func quoteShort(s string) string {
	if runes := []rune(s); len(runes) > 20 {
		s = string(runes[:20]) + "…"
	}
	return strconv.Quote(s)
}

func (p *parser) tokenLength() int {
	end := p.pos
	for end < len(p.text) && end-p.pos < 64 && isWord(p.text[end]) {
		end++
	}
	if end == p.pos {
		_, size := utf8.DecodeRuneInString(p.text[p.pos:])
		return size
	}
	return end - p.pos
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$'
}

// misspelt are literals of other languages, and what JSON calls them.
var misspelt = map[string]string{
	"True": "true", "TRUE": "true", "False": "false", "FALSE": "false",
	"None": "null", "NULL": "null", "Null": "null", "nil": "null", "undefined": "null",
}

func (p *parser) literal(n *Node) {
	start := p.pos
	for p.pos < len(p.text) && isWord(p.text[p.pos]) {
		p.pos++
	}
	word := p.text[start:p.pos]
	if !n.literal(word) {
		p.otherWord(n, word, start)
	}
}

// literal takes one of JSON's literals for the value, and reports whether it is one.
func (n *Node) literal(word string) bool {
	switch word {
	case "true":
		n.Kind = True
	case "false":
		n.Kind = False
	case "null":
		n.Kind = Null
	default:
		return false
	}
	return true
}

func (p *parser) otherWord(n *Node, word string, start int) {
	if right, ok := misspelt[word]; ok {
		n.literal(right)
		p.fault("misspelt-literal", start, p.pos, &Fix{Title: "Write " + right, Edits: []Edit{{start, p.pos, right}}}, "JSON writes %s for this.", right)
		return
	}
	n.Kind, n.Text = String, word
	p.fault("unquoted-text", start, p.pos, &Fix{Title: "Put it in quotes", Edits: []Edit{{start, start, `"`}, {p.pos, p.pos, `"`}}},
		"Text stands in double quotes; without them JSON knows only true, false, null and numbers.")
}

func (p *parser) number(n *Node) {
	start := p.pos
	for p.pos < len(p.text) && (isWord(p.text[p.pos]) || strings.IndexByte("+-.", p.text[p.pos]) >= 0) {
		p.pos++
	}
	n.Kind, n.Text = Number, p.text[start:p.pos]
	if !validNumber(n.Text) {
		p.malformedNumber(n, start)
	}
}

func (p *parser) malformedNumber(n *Node, start int) {
	var fix *Fix
	if right := tidyNumber(n.Text); right != "" {
		at := start
		for strings.IndexByte("+-.", p.text[at]) >= 0 {
			at++ // signs, which set the digits apart from a word before them
		}
		fix = &Fix{Title: "Write " + right, Edits: []Edit{{start, p.pos, p.apart(start, at) + right}}}
		n.Text = right
	}
	p.fault("malformed-number", start, p.pos, fix, "This is no JSON number: no leading zeros, no plus sign, digits on both sides of the point.")
}

// validNumber holds a literal against the grammar of RFC 8259, section 6.
func validNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	digits := func() int {
		n := 0
		for n < len(s) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		return n
	}
	whole := digits()
	if whole == 0 || whole > 1 && s[0] == '0' {
		return false
	}
	s = s[whole:]
	if strings.HasPrefix(s, ".") {
		s = s[1:]
		n := digits()
		if n == 0 {
			return false
		}
		s = s[n:]
	}
	if s != "" && (s[0] == 'e' || s[0] == 'E') {
		s = s[1:]
		if s != "" && (s[0] == '+' || s[0] == '-') {
			s = s[1:]
		}
		n := digits()
		return n > 0 && n == len(s)
	}
	return s == ""
}

// tidyNumber mends a plus sign, leading zeros and a bare point, or returns "": a sign or a
// point alone is no number.
func tidyNumber(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign = "-"
	}
	s = strings.TrimLeft(s, "+-")
	if mantissa, _, _ := strings.Cut(strings.ToLower(s), "e"); !strings.ContainsAny(mantissa, "0123456789") {
		return ""
	}
	s = strings.TrimLeft(s, "0")
	if s == "" || s[0] == '.' || s[0] == 'e' || s[0] == 'E' {
		s = "0" + s
	}
	s = strings.TrimSuffix(s, ".")
	if !validNumber(sign + s) {
		return ""
	}
	return sign + s
}

// str reads a string in any of the quotes that people paste, and decodes it.
func (p *parser) str() string {
	p.unclosed = false
	if start := p.pos; p.text[start] == '"' {
		// Nearly every string has nothing in it to look at.
		for i := start + 1; i < len(p.text) && p.text[i] >= 0x20 && p.text[i] != '\\'; i++ {
			if p.text[i] == '"' {
				p.pos = i + 1
				return p.text[start+1 : i]
			}
		}
	}
	return p.decoded()
}

// decoded is str for strings with escapes, and for ones that are no JSON.
func (p *parser) decoded() string {
	start := p.pos
	open := p.runeHere()
	p.pos += utf8.RuneLen(open)
	from := p.pos
	closing := string(open)
	switch open {
	case '“', '”', '„':
		closing = "”“\""
	case '‘', '’':
		closing = "’‘'"
	case '«':
		closing = "»"
	}
	var b strings.Builder
	type escape struct{ start, end int }
	var raw []Edit // control characters written as they are
	lone := []escape{}
	bare := -1    // the place behind a backslash that is no escape
	closes := 0   // 1 or -1 once it is known whether the text goes on over its line
	plain := true // still equal to the text, so that most strings cost no copy
	flush := func() {
		if plain {
			b.WriteString(p.text[from:p.pos])
			plain = false
		}
	}
	for {
		if p.pos < len(p.text) && p.text[p.pos] == '\n' && closes == 0 {
			closes = p.closesLater(closing)
		}
		if p.pos >= len(p.text) || p.text[p.pos] == '\n' && closes < 0 {
			end := len(strings.TrimRight(p.text[:p.pos], "\r"))
			p.unclosed, p.cut = true, p.pos
			p.fault("unclosed-string", start, end, nil, "This text is never closed: a quote is missing at its end.")
			if plain {
				return p.text[from:end]
			}
			return b.String()
		}
		c := p.text[p.pos]
		switch {
		case c == '\\':
			flush()
			escapeStart := p.pos
			r, bad := p.escape()
			if bad && !strings.Contains(closing, "'") && strings.HasPrefix(p.text[p.pos:], "'") {
				p.fault("bad-escape", escapeStart, p.pos+1, &Fix{Title: "Remove the backslash", Edits: []Edit{{escapeStart, p.pos, ""}}},
					"A single quote needs no backslash, and JSON knows no such escape.")
				continue
			}
			if bad && strings.HasPrefix(p.text[p.pos:], "'") {
				b.WriteByte('\'') // mended with the quotes themselves
				p.pos++
				continue
			}
			if bad {
				p.fault("bad-escape", escapeStart, p.pos, &Fix{Title: "Write two backslashes", Edits: []Edit{{escapeStart, escapeStart, `\`}}},
					`JSON knows the escapes \" \\ \/ \b \f \n \r \t and \uXXXX. For a backslash itself write two.`)
				b.WriteString(p.text[escapeStart:p.pos])
				bare = p.pos
				continue
			}
			if utf16.IsSurrogate(r) {
				lone = append(lone, escape{escapeStart, p.pos})
				r = utf8.RuneError
			}
			b.WriteRune(r)
		case c < 0x20:
			flush()
			written := Edit{p.pos, p.pos + 1, escapeControl(c)}
			if p.pos == bare {
				// Behind a single backslash the escape's own would be taken for that one's pair.
				written = Edit{p.pos - 1, p.pos + 1, `\\` + written.Insert}
			}
			raw = append(raw, written)
			b.WriteByte(c)
			p.pos++
		default:
			r, size := utf8.DecodeRuneInString(p.text[p.pos:])
			if strings.ContainsRune(closing, r) {
				value := p.text[from:p.pos]
				if !plain {
					value = b.String()
				}
				end := p.pos
				p.pos += size
				if open != '"' || r != '"' {
					fix := &Fix{Title: "Use double quotes", Edits: atMost(p.text, requote(p.text, start, from, end, p.pos))}
					p.fault("wrong-quotes", start, p.pos, fix, "JSON text stands in straight double quotes.")
					fix.Safe = bare != end // a backslash at the end may be meant for the quote
				}
				if len(raw) > 0 {
					p.fault("control-character", raw[0].End-1, raw[len(raw)-1].End, &Fix{Title: "Escape it", Edits: atMost(p.text, raw)},
						"A line break or control character cannot stand in JSON text as it is: write it as an escape.")
				}
				for _, l := range lone {
					p.warn("lone-surrogate", l.start, l.end, nil, "This is half a character (a lone surrogate). What the service makes of it is not known; it is shown as U+FFFD here.")
				}
				return value
			}
			if !plain {
				b.WriteString(p.text[p.pos : p.pos+size])
			}
			p.pos += size
		}
	}
}

// closesLater tells a message that was pasted with real line breaks, whose closing quote
// stands on a later line before any structure (1), from a string whose quote was
// forgotten (-1).
func (p *parser) closesLater(closing string) int {
	// Looked for anew on each of a hundred thousand lines, a quote far below would take hours.
	if f, ok := p.ahead[closing]; ok && p.pos <= f.at {
		return f.verdict
	}
	f := found{len(p.text), -1}
	for i := p.pos; i < len(p.text); {
		r, size := utf8.DecodeRuneInString(p.text[i:])
		if r == '\\' {
			i += 2
			continue
		}
		if strings.ContainsRune(closing, r) {
			f.at = i
			rest := strings.TrimLeft(p.text[i+size:], " \t\r\n")
			if rest == "" || strings.IndexByte(",}]", rest[0]) >= 0 {
				f.verdict = 1
			}
			break
		}
		i += size
	}
	if p.ahead == nil {
		p.ahead = map[string]found{}
	}
	p.ahead[closing] = f
	return f.verdict
}

// atMost makes one edit of too many.
func atMost(text string, edits []Edit) []Edit {
	if len(edits) <= maxEdits {
		return edits
	}
	start, end := edits[0].Start, edits[len(edits)-1].End
	var b strings.Builder
	at := start
	for _, e := range edits {
		b.WriteString(text[at:e.Start])
		b.WriteString(e.Insert)
		at = e.End
	}
	return []Edit{{start, end, b.String()}}
}

// requote returns the edits that put straight double quotes around a string and escape
// the ones inside it.
func requote(text string, start, from, end, after int) []Edit {
	edits := []Edit{{start, from, `"`}}
	for i := from; i < end; i++ {
		switch {
		case text[i] == '\\':
			switch {
			case i+1 == end:
				edits = append(edits, Edit{i, i, `\`}) // or it would take the new quote for its pair
			case text[i+1] == '\'':
				edits = append(edits, Edit{i, i + 1, ""})
			}
			i++
		case text[i] == '"':
			edits = append(edits, Edit{i, i, `\`})
		}
	}
	return append(edits, Edit{end, after, `"`})
}

func escapeControl(c byte) string {
	switch c {
	case '\n':
		return `\n`
	case '\r':
		return `\r`
	case '\t':
		return `\t`
	}
	return fmt.Sprintf(`\u%04x`, c)
}

// escape decodes the escape at the current place. A lone surrogate is returned as it is.
func (p *parser) escape() (r rune, bad bool) {
	if p.pos+1 >= len(p.text) {
		p.pos++
		return 0, true
	}
	c := p.text[p.pos+1]
	if i := strings.IndexByte(`"\/bfnrt`, c); i >= 0 {
		p.pos += 2
		return rune("\"\\/\b\f\n\r\t"[i]), false
	}
	if c == 'u' {
		if r, ok := hex4(p.text, p.pos+2); ok {
			p.pos += 6
			if utf16.IsSurrogate(r) && strings.HasPrefix(p.text[p.pos:], `\u`) {
				if low, ok := hex4(p.text, p.pos+2); ok {
					if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
						p.pos += 6
						return pair, false
					}
				}
			}
			return r, false
		}
	}
	p.pos++
	return 0, true
}

func hex4(text string, at int) (rune, bool) {
	if at+4 > len(text) {
		return 0, false
	}
	v, err := strconv.ParseUint(text[at:at+4], 16, 32)
	return rune(v), err == nil && text[at] != '+'
}
