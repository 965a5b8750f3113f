package readers

import (
	"regexp"
	"slices"
	"strings"

	"userpoolplayground/internal/reading"
)

// parameter is where a parameter with a default stands: among those of which function, which begins at a place, and as the
// how manieth. Some are taken out of an object, under a key.
type parameter struct {
	function, name, key string
	at, index           int
	// method is set where the function is called on an object, as others of its name may be on others, and free where it is
	// called without one.
	method, free bool
}

// mostCalls is how many calls of one function are looked at, mostArguments how far each is read, in bytes, since one that is
// not closed would go on to the end of the text, and mostRead how far all of them are. mostDefaults is how many parameters are
// looked at.
const mostCalls, mostArguments, mostRead, mostDefaults = 20, 4000, 1 << 20, 1000

var (
	// byKeyword, byVariable and byName match what stands before the parameters of a function that is declared: a keyword and
	// its name, a variable that is set to it, or its name alone.
	byKeyword  = regexp.MustCompile(`(\b(?:public|private|protected|internal|static|override)[ \t]+[\w \t]*)?\b(?:function\b\s*\*?|def|fun|func|fn)\s+(?:<[^<>]*>\s*)?(?:\w+\.)*(\w+[?!]?)\s*(?:<[^<>()]*>)?\s*$`)
	byVariable = regexp.MustCompile(`([.]?)\b(\w+)\s*(?::[^=\n]*)?([=:])\s*(?:async\b\s*)?(function\b\s*\*?\s*)?(?:<[^<>()]*>)?\s*$`)
	byName     = regexp.MustCompile(`(?:([\w.<>\[\]?]+)[ \t]+|^|[\s;{}*])(\w+)\s*(?:<[^<>()]*>)?\s*$`)
	// body matches what stands behind the parameters of a function that has one, and arrow what does where nothing but that
	// makes it a function.
	body  = regexp.MustCompile(`^\s*(?::[^{}=;\n]+)?(?:throws\s[\w., ]+)?\s*(?:\{|=>)`)
	arrow = regexp.MustCompile(`^\s*(?::[^{};\n]+?)?\s*=>`)
	// constructors are the names under which classes are made.
	constructors = map[string]bool{"constructor": true, "__init__": true, "__construct": true}
	// modifiers may stand before the name of a method where no type does.
	modifiers  = map[string]bool{"async": true, "static": true, "public": true, "private": true, "protected": true, "override": true, "readonly": true}
	classNamed = regexp.MustCompile(`\bclass\s+(\w+)`)
	declaring  = regexp.MustCompile(`\b(?:function\s*\*?|def|fun|func|fn|class)\s*$`)
	onItself   = regexp.MustCompile(`(?:\bthis|\bself|\bcls|\$this)\s*(?:\.|->|::)\s*$`)
	onAnother  = regexp.MustCompile(`(?:\.|->|::)\s*$`)
	keyBefore  = regexp.MustCompile(`([\w$]+)\s*:\s*$`)
	ofObject   = regexp.MustCompile(`^\s*(?:self|cls)\s*,`)
)

// parameterAt finds what function has the parameter of a name that begins at a place; nil where that is no declaration.
func parameterAt(source, name string, at int) *parameter {
	open, depth, brace := at-1, 0, -1
	for ; open >= max(0, at-2000); open-- {
		switch b := source[open]; {
		case strings.IndexByte(")]}", b) >= 0:
			depth++
		case strings.IndexByte("([{", b) >= 0 && depth > 0:
			depth--
		case b == '{' && brace < 0:
			brace = open
			continue
		case b == '(':
			depth = -1
		case b == '[' || b == '{':
			return nil
		}
		if depth < 0 {
			break
		}
	}
	if depth >= 0 {
		return nil
	}
	p := &parameter{name: bare(name), at: -1}
	before, behind := source[max(0, open-200):open], source[closing(source, open):]
	end := at
	if brace >= 0 {
		end, p.key = brace, p.name
		if key := keyBefore.FindStringSubmatch(source[brace:at]); key != nil {
			p.key = key[1]
		}
	}
	if of := byKeyword.FindStringSubmatchIndex(before); of != nil {
		p.function, p.at = before[of[4]:of[5]], open-len(before)+of[4]
		p.method, p.free = of[2] >= 0, of[2] < 0 || strings.Contains(before[of[0]:of[1]], "fun ")
	} else if of := byVariable.FindStringSubmatchIndex(before); of != nil && (of[8] >= 0 || arrow.MatchString(behind)) {
		p.function, p.at = before[of[4]:of[5]], open-len(before)+of[4]
		p.method = of[3] > of[2] || before[of[6]] == ':'
		p.free = !p.method
	} else if of := byName.FindStringSubmatchIndex(before); of != nil && body.MatchString(behind) {
		p.function, p.at, p.method = before[of[4]:of[5]], open-len(before)+of[4], true
		p.free = of[2] >= 0 && !modifiers[before[of[2]:of[3]]]
	}
	if p.at < 0 {
		return nil
	}
	start := open + 1
	if self := ofObject.FindString(source[start:end]); self != "" {
		p.method, p.free, start = true, false, start+len(self)
	}
	p.index = commas(source[start:end])
	if constructors[p.function] {
		if classes := classNamed.FindAllStringSubmatch(source[max(0, p.at-10_000):p.at], -1); classes != nil {
			p.function, p.method, p.free = classes[len(classes)-1][1], false, true
		}
	}
	return p
}

// closing returns the place behind the bracket that closes the one at a place, or the end of what is looked at.
func closing(source string, open int) int {
	depth := 0
	for i := open; i < min(len(source), open+mostArguments); i++ {
		switch b := source[i]; {
		case strings.IndexByte("([{", b) >= 0:
			depth++
		case strings.IndexByte(")]}", b) >= 0:
			if depth--; depth == 0 {
				return i + 1
			}
		case b == '"' || b == '\'' || b == '`':
			i += quotedLength(source[i:min(len(source), i+mostArguments)])
		}
	}
	return min(len(source), open+mostArguments)
}

// commas counts the commas that stand in no bracket and no text.
func commas(source string) (n int) {
	depth := 0
	for i := 0; i < len(source); i++ {
		switch b := source[i]; {
		case strings.IndexByte("([{", b) >= 0:
			depth++
		case strings.IndexByte(")]}", b) >= 0:
			depth--
		case b == ',' && depth == 0:
			n++
		case b == '<':
			i += max(len(generics.FindString(source[i:]))-1, 0)
		case b == '"' || b == '\'' || b == '`':
			i += quotedLength(source[i:])
		}
	}
	return n
}

// given puts into the place of a parameter's default what the one call of its function gives. Where several calls do not
// agree, or one cannot be read, nothing is known of it. called are the places of all calls by their names, and read reads
// the arguments of one, nil where it cannot.
func (t *text) given(called map[string][]int, read func(open int) []*reading.Value) {
	if called == nil {
		return
	}
	arguments, bytes, defaults := map[int][]*reading.Value{}, 0, 0
	for _, v := range t.Root.Children {
		if v.Role != reading.Default {
			continue
		}
		if defaults++; defaults > mostDefaults {
			v.Kind, v.Text, v.Tag, v.Children = reading.Null, "", "", nil
			continue
		}
		p := parameterAt(t.source, v.Name, v.NameFrom)
		if p == nil {
			continue
		}
		var found []*reading.Value
		calls, unsure := 0, false
		for _, at := range called[p.function] {
			open := at + strings.IndexByte(t.source[at:], '(')
			before := t.source[max(0, at-40):at]
			itself := onItself.MatchString(before)
			other := !itself && onAnother.MatchString(before)
			if at == p.at || declaring.MatchString(before) || other && !p.method || !p.free && !itself && !other || p.method && body.MatchString(t.source[closing(t.source, open):]) {
				continue
			}
			calls++
			if _, before := arguments[open]; !before && bytes < mostRead {
				arguments[open] = read(open)
				bytes += closing(t.source, open) - open
			}
			value, known := p.of(t.source, arguments[open])
			switch {
			case !known || value != nil && other || calls == mostCalls:
				unsure = true
			case value != nil:
				found = append(found, value)
			}
		}
		switch {
		case len(found) == 0 && !unsure: // the default it is
		case len(found) == calls && !unsure && agree(found) && !(found[0].Kind == reading.Reference && bare(found[0].Text) == v.Name):
			set := *found[0]
			set.Name, set.NameFrom, set.NameTo, set.Role = v.Name, v.NameFrom, v.NameTo, reading.Assigned
			*v = set
		default:
			v.Kind, v.Text, v.Tag, v.Children = reading.Null, "", "", nil
		}
	}
}

// agree reports whether all values are one.
func agree(values []*reading.Value) bool {
	return len(values) == 1 || !slices.ContainsFunc(values, func(v *reading.Value) bool {
		return !v.Scalar() || v.Kind != values[0].Kind || v.Text != values[0].Text
	})
}

// of is what the arguments of a call give the parameter: nil for nothing, in which case its default is in force, and whether
// that is known.
func (p *parameter) of(source string, arguments []*reading.Value) (value *reading.Value, known bool) {
	at := 0
	for _, a := range arguments {
		switch {
		case a.Role == reading.Spread:
			return nil, false
		case a.NameTo > a.NameFrom && a.Name == p.name:
			value = a
		case a.NameTo > a.NameFrom:
		case at == p.index:
			value = a
			at++
		default:
			at++
		}
	}
	if value != nil && p.key != "" {
		if value.Kind != reading.Object || slices.ContainsFunc(value.Children, func(c *reading.Value) bool { return c.Role == reading.Spread }) {
			return nil, false
		}
		value = value.Member(p.key)
	}
	if value != nil && value.Kind == reading.Null && source[value.From:value.To] == "undefined" {
		value = nil
	}
	return value, arguments != nil
}

// hasDefaults reports whether a parameter of the program has a default.
func (t *text) hasDefaults() bool {
	return slices.ContainsFunc(t.Root.Children, func(v *reading.Value) bool { return v.Role == reading.Default })
}

// callsByName are the places of all calls in a program, outside of its texts and comments.
func (c *codeReader) callsByName() map[string][]int {
	if !c.hasDefaults() {
		return nil
	}
	own, found := c.apart(len(c.source)), map[string][]int{}
	for own.pos < len(own.source) {
		before := own.pos
		own.space()
		if own.pos >= len(own.source) {
			break
		}
		name := codeName.FindString(own.rest())
		switch b := own.source[own.pos]; {
		case b == '"' || b == '\'' || b == '`':
			own.str()
		case name != "":
			at := own.pos
			own.pos += len(name)
			if strings.HasPrefix(strings.TrimLeft(own.rest(), " \t"), "(") && len(found[name]) < mostCalls {
				found[name] = append(found[name], at)
			}
		default:
			own.pos++
		}
		own.pos = max(own.pos, before+1)
	}
	return found
}

// apart is a reader of the same program up to a place, whose findings are its own.
func (c *codeReader) apart(end int) *codeReader {
	own := *c
	own.text = &text{source: c.source[:end]}
	own.Root = &reading.Value{}
	own.pos, own.looked, own.statements, own.builders = 0, map[int]bool{}, map[int]bool{}, map[string]bool{}
	return &own
}

// argumentsAt reads the arguments of a call, those with names as well; nil where that cannot be done.
func (c *codeReader) argumentsAt(open int) []*reading.Value {
	own := c.apart(min(len(c.source), open+mostArguments))
	own.pos = open
	read := own.container(')', reading.List)
	if read == nil || len(own.Faults) > 0 || own.pos > len(own.source) || own.source[own.pos-1] != ')' {
		return nil
	}
	all := []*reading.Value{}
	for _, a := range read.Children {
		if a.Kind == reading.Object && a.From == open { // those with names
			all = append(all, a.Children...)
		} else {
			all = append(all, a)
		}
	}
	return all
}

// callsByName are the places of all calls in a program in Python, outside of its texts and comments.
func (c *callReader) callsByName() map[string][]int {
	if !c.triple || !c.hasDefaults() {
		return nil
	}
	own, found := &callReader{text: &text{source: c.source}, dialect: c.dialect}, map[string][]int{}
	for own.pos < len(own.source) {
		before := own.pos
		own.space()
		if own.pos >= len(own.source) {
			break
		}
		if name := identifier.FindString(own.rest()); own.atText() {
			own.str()
		} else if name != "" {
			own.pos += len(name)
			last := name[strings.LastIndexByte(name, '.')+1:]
			if own.at("(") && len(found[last]) < mostCalls {
				found[last] = append(found[last], own.pos-len(last))
			}
		}
		own.pos = max(own.pos, before+1)
	}
	return found
}

// argumentsAt reads the arguments of a call; nil where that cannot be done.
func (c *callReader) argumentsAt(open int) []*reading.Value {
	own := &callReader{text: &text{source: c.source[:min(len(c.source), open+mostArguments)]}, dialect: c.dialect, pos: open}
	own.Root = &reading.Value{}
	read := own.container(')', false)
	if len(own.Faults) > 0 || own.source[own.pos-1] != ')' {
		return nil
	}
	return append([]*reading.Value{}, read.Children...)
}
