package readers

import (
	"math/big"
	"regexp"
	"strings"

	"userpoolplayground/internal/reading"
)

// dialect is what tells the literals of one language from those of another.
type dialect struct {
	// words are the constants.
	words map[string]reading.Kind
	// containers make lists and objects, as functions; brackets tells whether [ ] and { } do.
	containers map[string]bool
	brackets   bool
	// assigns are what stands between a variable and its value.
	assigns []string
	// triple tells whether strings have three quotes, too, and stand side by side.
	triple bool
	// named matches the name of an argument that is quoted.
	quotes string
	text   func(c *callReader, prefix string) (decoded string, known bool)
}

var python = dialect{
	words:      map[string]reading.Kind{"True": reading.Bool, "False": reading.Bool, "None": reading.Null, "true": reading.Bool, "false": reading.Bool, "null": reading.Null},
	containers: map[string]bool{"dict": true, "list": false, "tuple": false, "set": false},
	brackets:   true, assigns: []string{"="}, triple: true, quotes: `'"`, text: (*callReader).pythonText,
}

var r = dialect{
	words:      map[string]reading.Kind{"TRUE": reading.Bool, "FALSE": reading.Bool, "T": reading.Bool, "F": reading.Bool, "NULL": reading.Null},
	containers: map[string]bool{"list": true, "c": true},
	assigns:    []string{"<<-", "<-", "="}, quotes: "'\"`", text: (*callReader).rText,
}

// function is the operation that is looked for; paws also writes it behind its service.
const function = "create_user_pool"

// calls reads the arguments of calls of create_user_pool in Python or R: a list of objects.
// Where there is no call, the text is the arguments alone, or one value that holds them.
func (t *text) calls(d dialect) {
	c := &callReader{text: t, dialect: d}
	t.Root = t.value(reading.List, 0, len(t.source), "")
	c.program()
	if len(t.Root.Children) == 0 {
		t.Root.Children = c.arguments()
	}
	if len(t.Root.Children) > 0 {
		return
	}
	t.Faults, c.pos, c.inside = nil, 0, 1
	c.space()
	arguments := c.whole()
	arguments.From, arguments.To = 0, len(t.source)
	t.Root.Children = append(t.Root.Children, arguments)
}

// arguments are the variables that hold those of a call which itself is elsewhere.
func (c *callReader) arguments() []*reading.Value {
	var found []*reading.Value
	if _, arguments := c.variables.get("PoolName"); arguments {
		return nil // what looks like variables is the arguments
	}
	for _, name := range c.variables.names {
		if v, known := c.variables.get(name); known && v.Member("PoolName") != nil {
			found = append(found, v.Value)
		}
	}
	return found
}

// sized is a value and how many values it is.
type sized struct {
	*reading.Value
	size int
}

type callReader struct {
	*text
	dialect
	pos int
	// inside is how many brackets are open: a line ends a statement only outside.
	inside    int
	variables variables[sized]
}

func (c *callReader) rest() string { return c.source[c.pos:] }

func (c *callReader) at(text string) bool { return strings.HasPrefix(c.rest(), text) }

// space skips white space and comments.
func (c *callReader) space() {
	for c.pos < len(c.source) {
		switch b := c.source[c.pos]; {
		case b == '\n' && c.inside == 0:
			return
		case strings.IndexByte(" \t\r\n\f", b) >= 0:
			c.pos++
		case c.at("\\\n"):
			c.pos += 2
		case c.at("\uFEFF"), c.at("\u00A0"):
			c.pos += len([]byte(string([]rune(c.source[c.pos:min(len(c.source), c.pos+3)])[:1])))
		case b == '#':
			for c.pos < len(c.source) && c.source[c.pos] != '\n' {
				c.pos++
			}
		default:
			return
		}
	}
}

var (
	identifier = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_.]*`)
	digits     = regexp.MustCompile(`^[+-]?(0[xX][0-9a-fA-F_]+|([0-9][0-9_]*(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,4})?)L?`)
)

// program looks through a program for calls, and for variables that are set to a literal.
func (c *callReader) program() {
	for c.pos < len(c.source) {
		from := c.pos
		switch name := identifier.FindString(c.rest()); {
		case name != "" && !c.atText():
			c.pos += len(name)
			c.named(name, from)
		case c.atText():
			if _, known := c.str(); !known && c.pos <= from {
				c.pos = from + 1
			}
		case c.source[c.pos] == '\n':
			c.pos++
		default:
			c.space()
			if c.pos == from {
				c.pos++
			}
		}
	}
}

// named looks at what follows an identifier of the program.
func (c *callReader) named(name string, from int) {
	last := name[strings.LastIndexByte(name, '.')+1:]
	c.space()
	if (last == function || strings.HasSuffix(last, "_"+function)) && c.at("(") {
		call := c.container(')', true)
		call.From, call.To = from, c.pos
		c.Root.Children = append(c.Root.Children, call)
		return
	}
	for _, sign := range c.assigns {
		if !c.at(sign) || c.at("==") {
			continue
		}
		c.pos += len(sign)
		back, faults := c.pos, len(c.Faults)
		c.space()
		before := c.values
		if v := c.literal(); v != nil && c.ended() {
			c.variables.set(name, sized{v, c.values - before})
		} else {
			c.variables.lose(name)
			c.pos, c.Faults = back, c.Faults[:faults]
		}
		return
	}
	// params.update(…), params["x"] = … and params$x <- … change what was set.
	base, _, method := strings.Cut(name, ".")
	if _, known := c.variables.get(base); known && (method || changes.MatchString(c.rest())) {
		c.variables.lose(base)
	}
}

// changes matches what follows a variable that is changed in its place.
var changes = regexp.MustCompile(`^(?:[\[$]|[-+*/|%]=)`)

// whole reads a text that is no program: a value, or the arguments without their call.
func (c *callReader) whole() *reading.Value {
	from := c.pos
	if v := c.literal(); v != nil && v.Kind == reading.Object && strings.Trim(c.rest(), " \t\r\n,;)") == "" {
		return v
	}
	c.pos, c.Faults = from, nil
	if c.at("(") {
		return c.container(')', true)
	}
	return c.members(0, true)
}

// container reads what stands in brackets; the opening one is next.
func (c *callReader) container(closing byte, object bool) *reading.Value {
	from := c.pos
	c.pos++
	c.inside++
	v := c.members(closing, object)
	c.inside--
	if c.pos >= len(c.source) {
		c.fault(from, from+1, "This bracket is never closed.")
	}
	c.pos = min(c.pos+1, len(c.source))
	v.From, v.To = from, c.pos
	return v
}

// members reads values, or names and values, up to a closing bracket or the end. An object
// is one although nothing is in it.
func (c *callReader) members(closing byte, object bool) *reading.Value {
	v := c.value(reading.List, c.pos, c.pos, "")
	if object {
		v.Kind = reading.Object
	}
	for {
		c.space()
		if c.pos >= len(c.source) || c.source[c.pos] == closing {
			return v
		}
		if strings.IndexByte(")]}", c.source[c.pos]) >= 0 {
			if closing != 0 {
				c.fault(c.pos, c.pos+1, "This bracket closes none that is open.")
			}
			c.pos++
			continue
		}
		if c.at("**") {
			c.spread(v)
		} else {
			name, from, named := c.name(closing)
			child := c.literal()
			if child == nil || !c.ended() {
				child = c.skip(from, named)
			}
			if named {
				v.Kind, child.Name = reading.Object, name
			}
			v.Children = append(v.Children, child)
		}
		c.space()
		switch {
		case c.at(","):
			c.pos++
		case c.pos < len(c.source) && c.source[c.pos] != closing:
			c.fault(c.pos, c.pos+1, "A comma or the closing bracket is missing before this.")
			if strings.IndexByte(")]}", c.source[c.pos]) >= 0 {
				c.pos++
			}
		}
		if len(c.Faults) >= maxFaults || c.values > reading.MaxValues {
			c.pos = len(c.source)
		}
	}
}

// spread reads **variable, which stands for the arguments that it holds.
func (c *callReader) spread(into *reading.Value) {
	from := c.pos
	c.pos += 2
	c.space()
	v := c.literal()
	into.Kind = reading.Object
	if v != nil && v.Kind == reading.Object && c.ended() {
		into.Children = append(into.Children, v.Children...)
		return
	}
	into.Children = append(into.Children, c.skip(from, false))
}

// name reads a member's name with the sign behind it. from is where its value begins.
func (c *callReader) name(closing byte) (name string, from int, ok bool) {
	back, faults := c.pos, len(c.Faults)
	switch {
	case c.pos < len(c.source) && strings.IndexByte(c.quotes, c.source[c.pos]) >= 0:
		decoded, known := c.str()
		name, ok = decoded, known
	default:
		name = identifier.FindString(c.rest())
		c.pos += len(name)
		ok = name != "" && closing != '}'
	}
	c.space()
	sign := "="
	if closing == '}' {
		sign = ":"
	}
	if ok && c.at(sign) && !c.at("==") {
		c.pos++
		c.space()
		return name, c.pos, true
	}
	c.pos, c.Faults = back, c.Faults[:faults]
	return "", back, false
}

// ended reports whether a value ends here, or goes on as a calculation.
func (c *callReader) ended() bool {
	c.space()
	return c.pos >= len(c.source) || strings.IndexByte(",)]}\n;", c.source[c.pos]) >= 0
}

// skip goes to the end of what cannot be read and returns it as an expression.
func (c *callReader) skip(from int, named bool) *reading.Value {
	if c.pos < from {
		c.pos = from
	}
	c.pos = from
	depth := 0
	end := from
	for c.pos < len(c.source) {
		b := c.source[c.pos]
		switch {
		case strings.IndexByte("([{", b) >= 0:
			depth++
		case strings.IndexByte(")]}", b) >= 0:
			depth--
		}
		if depth < 0 || depth == 0 && b == ',' || b == '#' {
			break
		}
		if c.atText() {
			c.str()
			end = c.pos
			continue
		}
		if c.pos++; strings.IndexByte(" \t\r\n", b) < 0 {
			end = c.pos
		}
	}
	if named && end == from {
		c.fault(from, from+1, "A value is missing here.")
	}
	return c.expression(from, end)
}

// literal reads one value, or returns nil where none is written out.
func (c *callReader) literal() *reading.Value {
	from := c.pos
	if from >= len(c.source) {
		return nil
	}
	switch b := c.source[from]; {
	case c.atText():
		decoded, known := c.str()
		for known && c.triple { // strings side by side are one
			end := c.pos
			c.space()
			if !c.atText() {
				c.pos = end
				break
			}
			more, ok := c.str()
			decoded, known = decoded+more, ok
		}
		if !known {
			return nil
		}
		return c.value(reading.String, from, c.pos, decoded)
	case c.brackets && b == '{':
		return c.container('}', c.emptyBraces())
	case c.brackets && b == '[':
		return c.container(']', false)
	case c.brackets && b == '(':
		v := c.container(')', false)
		if last := strings.TrimRight(c.source[:max(c.pos-1, 0)], " \t\r\n"); len(v.Children) == 1 && !strings.HasSuffix(last, ",") {
			return v.Children[0]
		}
		return v
	}
	if spelt := digits.FindString(c.rest()); spelt != "" {
		c.pos += len(spelt)
		return c.value(reading.Number, from, c.pos, decimal(spelt))
	}
	name := identifier.FindString(c.rest())
	if name == "" {
		return nil
	}
	c.pos += len(name)
	if kind, ok := c.words[name]; ok {
		v := c.value(kind, from, c.pos, "")
		if kind == reading.Bool {
			v.Text = strings.ToLower(name)
			if len(name) == 1 {
				v.Text = map[string]string{"T": "true", "F": "false"}[name]
			}
		}
		return v
	}
	if v, ok := c.variables.get(name); ok {
		// What many uses of many variables stand for is counted before it is there.
		if c.values += v.size; c.values > reading.MaxValues {
			return nil
		}
		known := *v.Value
		return &known
	}
	back := c.pos
	c.space()
	if object, ok := c.containers[name]; ok && c.at("(") {
		v := c.container(')', object && c.brackets)
		if !object && len(v.Children) == 1 && v.Children[0].Kind == reading.List {
			v = v.Children[0] // list([…])
		}
		return v
	}
	c.pos = back
	return nil
}

// emptyBraces reports whether nothing is in the braces that follow: a dict and no set.
func (c *callReader) emptyBraces() bool {
	return strings.HasPrefix(strings.TrimLeft(c.rest()[1:], " \t\r\n"), "}")
}

// decimal spells a number as JSON does.
func decimal(spelt string) string {
	spelt = strings.TrimPrefix(strings.TrimSuffix(strings.ReplaceAll(spelt, "_", ""), "L"), "+")
	if strings.ContainsAny(spelt, "xX") {
		if n, ok := new(big.Int).SetString(spelt, 0); ok {
			return n.String()
		}
	}
	sign, digits := "", spelt
	if strings.HasPrefix(spelt, "-") {
		sign, digits = "-", spelt[1:]
	}
	mantissa, exponent, hasExponent := strings.Cut(strings.ToLower(digits), "e")
	whole, fraction, _ := strings.Cut(mantissa, ".")
	if whole = strings.TrimLeft(whole, "0"); whole == "" {
		whole = "0"
	}
	if fraction != "" {
		whole += "." + fraction
	}
	if hasExponent {
		whole += "e" + exponent
	}
	return sign + whole
}
