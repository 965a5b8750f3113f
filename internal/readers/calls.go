package readers

import (
	"math/big"
	"regexp"
	"slices"
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
	text   func(c *callReader, prefix string) (parts []*reading.Value, known bool)
	// environment are the functions that read a variable of the environment, texts those that
	// make a text of a value, joins those that put texts together.
	environment, texts, joins map[string]bool
	// types are the functions that make a type of a value, with its name.
	types map[string]string
}

var python = dialect{
	words:      map[string]reading.Kind{"True": reading.Bool, "False": reading.Bool, "None": reading.Null, "true": reading.Bool, "false": reading.Bool, "null": reading.Null},
	containers: map[string]bool{"dict": true, "list": false, "tuple": false, "set": false},
	brackets:   true, assigns: []string{"="}, triple: true, quotes: `'"`, text: (*callReader).pythonText,
	environment: map[string]bool{"os.environ.get": true, "os.getenv": true, "environ.get": true, "getenv": true},
	texts:       map[string]bool{"str": true},
	types:       map[string]string{"int": "int", "bool": "bool"},
}

var r = dialect{
	words:      map[string]reading.Kind{"TRUE": reading.Bool, "FALSE": reading.Bool, "T": reading.Bool, "F": reading.Bool, "NULL": reading.Null},
	containers: map[string]bool{"list": true, "c": true},
	assigns:    []string{"<<-", "<-", "="}, quotes: "'\"`", text: (*callReader).rText,
	environment: map[string]bool{"Sys.getenv": true},
	texts:       map[string]bool{"as.character": true},
	types:       map[string]string{"as.integer": "int", "as.numeric": "int", "as.logical": "bool"},
	joins:       map[string]bool{"paste0": true},
}

// function is the operation that is looked for; paws also writes it behind its service.
const function = "create_user_pool"

// calls reads a program in Python or R: a list of the calls of create_user_pool, each an object
// of its arguments, and of what variables are set to, with the tag =, or [] = where a member is
// set. Where there is no call, the text is the arguments alone, or one value that holds them.
func (t *text) calls(d dialect) {
	c := &callReader{text: t, dialect: d}
	t.Root = t.value(reading.List, 0, len(t.source), "")
	if d.triple {
		c.others = t.renamed(fromModule)
	}
	c.program()
	c.given(c.callsByName(), c.argumentsAt)
	found := false
	for _, v := range t.Root.Children {
		found = found || v.Role == ""
	}
	if !found {
		for _, v := range c.arguments() {
			t.Root.Children = append(t.Root.Children, v)
			found = true
		}
	}
	if !found && c.bare != nil {
		t.Root.Children, found = append(t.Root.Children, c.bare), true
	}
	if found || program.MatchString(t.source) {
		return
	}
	t.Faults, c.pos, c.inside = nil, 0, 1
	c.space()
	arguments := c.whole()
	if !c.alone(arguments) {
		t.Faults = nil
		return
	}
	arguments.From, arguments.To = 0, len(t.source)
	t.Root.Children = append(t.Root.Children, arguments)
}

// alone reports whether what a whole text was read as are arguments without their call: a log, or a call of
// something else, has parts without names, and what looks like variables in a text with a call is none of it.
func (c *callReader) alone(arguments *reading.Value) bool {
	nameless := slices.ContainsFunc(arguments.Children, func(a *reading.Value) bool { return a.Name == "" && a.Role != reading.Spread })
	return arguments.Member("PoolName") != nil || arguments.Kind == reading.Object && !nameless && !calling.MatchString(c.source)
}

// calling matches the call itself.
var calling = regexp.MustCompile(`create_user_pool\s*\(`)

// program matches what only a program has at the beginning of a line, and no arguments.
var program = regexp.MustCompile(`(?m)^[ \t]*(?:(?:async[ \t]+)?def|class|import|from|library)\b[^\n=]*[(:\w]`)

// arguments are the variables that hold those of a call which itself is elsewhere.
func (c *callReader) arguments() []*reading.Value {
	var found []*reading.Value
	for _, v := range c.Root.Children {
		if v.Name == "PoolName" {
			return nil // what looks like variables is the arguments
		}
	}
	for _, v := range c.Root.Children {
		if v.Role == reading.Assigned && v.Member("PoolName") != nil {
			call := c.value(reading.Object, v.From, v.To, "")
			spread := c.value(reading.Reference, v.From, v.To, v.Name)
			spread.Role = reading.Spread
			call.Children = []*reading.Value{spread}
			found = append(found, call)
		}
	}
	return found
}

// constructs are the classes of Python's that make a pool.
var constructs = map[string]bool{"UserPool": true, "CfnUserPool": true, "CognitoUserPool": true, "CfnResource": true, "CustomResource": true}

type callReader struct {
	*text
	dialect
	pos int
	// inside is how many brackets are open: a line ends a statement only outside.
	inside int
	depth  int
	// others are the names that the program gives to what is looked for.
	others map[string]string
	// bare is a call without arguments, which may be of the program's own, too.
	bare *reading.Value
	// comprehensions are the places of brackets with a for in them, once one was asked for.
	comprehensions map[int]bool
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

// program looks through a program for calls, and for variables that are set.
func (c *callReader) program() {
	before := ""
	for c.pos < len(c.source) {
		from := c.pos
		switch name := identifier.FindString(c.rest()); {
		case name != "" && !c.atText():
			c.pos += len(name)
			c.named(name, from, before)
			before = name
			continue
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
			} else {
				continue
			}
		}
		before = ""
	}
}

// named looks at what follows an identifier of the program.
func (c *callReader) named(name string, from int, before string) {
	if of := c.others[name]; of != "" {
		name = of
	}
	last := name[strings.LastIndexByte(name, '.')+1:]
	behind := c.pos
	c.space()
	if (last == function || strings.HasSuffix(last, "_"+function) || constructs[last]) && c.at("(") && before != "def" && before != "class" {
		faults := len(c.Faults)
		call := c.container(')', true)
		call.From, call.To, call.Tag = from, c.pos, name
		if only := call.Children; len(only) == 1 && only[0].Member("PoolName") != nil { // a wrapper's, which takes them in one
			only[0].Role = reading.Spread
		}
		for _, a := range call.Children {
			if a.Name != "" || a.Role == reading.Spread || strings.HasSuffix(name, "ognito."+last) {
				c.Root.Children = append(c.Root.Children, call)
				return
			}
		}
		if len(call.Children) == 0 && c.bare == nil && c.onClient(name, from) {
			c.bare = call
		}
		// A call whose arguments have no names is one of a function of the program's own.
		c.Faults = c.Faults[:faults]
		return
	}
	if last == function && c.at(",") && partial.MatchString(c.source[max(0, from-60):from]) {
		call := c.container(')', true) // behind the function stand its arguments
		later := c.expression(from, c.pos)
		later.Role, later.Text = reading.Spread, "what the call of the partial adds"
		call.From, call.To, call.Tag, call.Children = from, c.pos, name, append(call.Children, later)
		c.Root.Children = append(c.Root.Children, call)
		return
	}
	if clientMakers[last] && c.at("(") && before != "def" && before != "class" {
		faults := len(c.Faults)
		call := c.container(')', true)
		c.Faults = c.Faults[:faults]
		call.From, call.To, call.Tag, call.Role = from, c.pos, name, reading.MakesClient
		c.Root.Children = append(c.Root.Children, call)
		return
	}
	if name == "super" && c.at("(") && c.toSuper(from) {
		return
	}
	if before == "def" && c.at("(") {
		c.returned(name, from, behind)
		return
	}
	for _, sign := range c.assigns {
		if c.at(sign) && !c.at("==") {
			c.pos += len(sign)
			c.sets(reading.Assigned, name, from, behind, "", "")
			return
		}
	}
	if typed := annotation.FindString(c.rest()); c.triple && typed != "" && name != "else" && (c.beginsLine(from) || c.declared(from)) {
		c.pos += strings.LastIndexByte(typed, '=') + 1
		c.sets(reading.Assigned, name, from, behind, "", "")
		return
	}
	if member := deleted.FindStringSubmatch(c.source[from:min(len(c.source), from+400)]); c.triple && name == "del" && member != nil {
		c.pos = from + len(member[0])
		c.deletes(member[1], member[2]+member[3], member[4] != "", from)
		return
	}
	if of := deletedFromDict.FindStringSubmatch(c.source[from:min(len(c.source), from+200)]); c.triple && name == "del" && of != nil && c.assignedBefore(of[1]) {
		lost := c.value(reading.Null, from, behind, "")
		lost.Name, lost.Role = of[1], reading.Lost
		c.Root.Children = append(c.Root.Children, lost)
		return
	}
	base, method, called := strings.Cut(name, ".")
	if called && method == "update" && c.at("(") {
		c.updates(base, from, behind)
		return
	}
	if called && (method == "setdefault" || method == "pop") && c.ofMember(base, method, from) {
		return
	}
	if c.triple && !called && orIs.MatchString(c.rest()) && c.assignedBefore(name) { // |= of two dictionaries
		c.pos += len(orIs.FindString(c.rest()))
		start := c.pos
		if v := c.operation(); v != nil && c.ended() {
			v.Role = reading.Spread
			c.gains(name, from, []*reading.Value{v})
			return
		}
		c.pos = start
	}
	if member := memberSet.FindStringSubmatch(c.rest()); member != nil && !called {
		sign := member[len(member)-1]
		if slices.Contains(c.assigns, sign) {
			at := c.pos
			c.pos += len(member[0])
			c.sets(reading.Member, name, from, at, member[1]+member[2]+member[3], member[4])
			return
		}
	}
	if grown := grows.FindStringSubmatch(c.rest()); grown != nil && !called && c.assignedBefore(name) {
		v := c.grown(from, c.pos+len(grown[0])-1, grown[3])
		v.Name, v.NameFrom, v.NameTo = grown[1]+grown[2], from, c.pos+len(grown[0])
		set := c.value(reading.Object, from, v.To, "")
		set.Name, set.Role, set.Children = name, reading.Member, []*reading.Value{v}
		c.Root.Children = append(c.Root.Children, set)
		return
	}
	if called && method == "append" && c.at("(") && c.assignedBefore(base) {
		if v := c.grown(from, c.pos, method); v.Role == reading.Within {
			v.Name, v.Role, v.NameFrom, v.NameTo = base, reading.Grown, from, behind
			c.Root.Children = append(c.Root.Children, v)
			return
		}
	}
	// params.pop(…), params[name] = … and params += … change what was set.
	if c.assignedBefore(base) && (called && changers[method] || changes.MatchString(c.rest())) {
		lost := c.value(reading.Null, from, behind, "")
		lost.Name, lost.Role = base, reading.Lost
		c.Root.Children = append(c.Root.Children, lost)
	}
}

// onClient reports whether a call is made on what may be a client of the service, or on nothing: a
// program has functions of this name of its own.
func (c *callReader) onClient(name string, from int) bool {
	on := name[:max(strings.LastIndexByte(name, '.'), 0)]
	if on == "" && from > 0 && strings.IndexByte(".$:", c.source[from-1]) >= 0 { // behind a call, or as R has it
		on = c.source[max(strings.LastIndexByte(c.source[:from], '\n')+1, from-100):from]
	}
	on = strings.TrimRight(on, ".$:")
	if on == "" || client.MatchString(on) {
		return true
	}
	made := c.setAt(on[strings.LastIndexByte(on, '.')+1:])
	return made >= 0 && client.MatchString(c.source[made:lineEnd(c.source, made)])
}

// client matches what a client of the service is called, and what makes one.
var client = regexp.MustCompile(`(?i)client|cognito|idp|cip|boto|paws|\bsvc\b|\bservice\b`)

var (
	// construct matches the head of a class that is a construct itself, super its call of the constructor
	// above.
	construct = regexp.MustCompile(`(?m)^[ \t]*class[ \t]+(\w+)[ \t]*\([ \t]*(?:[\w.]+\.)?((?:Cfn)?UserPool)[ \t]*[,)]`)
	class     = regexp.MustCompile(`(?m)^[ \t]*class[ \t]+\w+`)
	super     = regexp.MustCompile(`^\([^()\n]*\)\s*\.\s*__init__\s*\(`)
)

// toSuper keeps what a class hands to the construct that it extends.
func (c *callReader) toSuper(from int) bool {
	call := super.FindString(c.rest())
	heads := class.FindAllStringIndex(c.source[:from], -1)
	if call == "" || len(heads) == 0 {
		return false
	}
	of := construct.FindStringSubmatch(c.source[heads[len(heads)-1][0]:from])
	if of == nil {
		return false
	}
	c.pos += len(call) - 1
	v := c.container(')', true)
	v.From, v.To, v.Tag, v.Name = from, c.pos, of[2], of[1]
	c.Root.Children = append(c.Root.Children, v)
	return true
}

// statements of a function that returns, by their indentation.
var returns = regexp.MustCompile(`(?m)^[ \t]+return\b[ \t]*`)

// returned keeps what a function returns at its one return, by the name that its call has here: "name()".
func (c *callReader) returned(name string, from, behind int) {
	if !c.triple || !strings.Contains(c.source, "**"+name+"(") {
		return
	}
	back := c.pos
	c.skipBracket()
	head := strings.IndexByte(c.rest(), '\n')
	if head < 0 {
		c.pos = back
		return
	}
	start := c.pos + head + 1
	indent := from - strings.LastIndexByte(c.source[:from], '\n') - 1 - len("def ")
	end := start
	for end < len(c.source) {
		line := c.source[end:]
		if stop := strings.IndexByte(line, '\n'); stop >= 0 {
			line = line[:stop+1]
		}
		if body := strings.TrimLeft(line, " \t"); strings.TrimSpace(body) != "" && len(line)-len(body) <= indent && strings.IndexByte(")]}", body[0]) < 0 {
			break
		}
		end += len(line)
	}
	if all := returns.FindAllStringIndex(c.source[start:end], 2); len(all) == 1 {
		c.pos = start + all[0][1]
		faults := len(c.Faults)
		if v := c.operation(); v != nil && v.Kind == reading.Object {
			v.Name, v.Role, v.NameFrom, v.NameTo = name+"()", reading.Assigned, from, behind
			c.Root.Children = append(c.Root.Children, v)
		}
		c.Faults = c.Faults[:faults]
	}
	c.pos = back
}

// skipBracket goes behind the bracket that is next.
func (c *callReader) skipBracket() {
	faults, values := len(c.Faults), c.values
	c.container(')', false)
	c.Faults, c.values = c.Faults[:faults], values
}

var (
	// annotation matches the type of a variable in Python, and the sign behind it.
	annotation = regexp.MustCompile(`^:[ \t]*["']?[\w.]+(?:\[[\w.,| \t\n\[\]"']*\])?["']?(?:[ \t]*\|[ \t]*[\w.]+(?:\[[\w.,| \[\]]*\])?)*[ \t]*=(?:[^=]|$)`)
	// memberSet matches ["name"] =, [["name"]] <- and $name <-, with what is behind it: ["name"]["inner"] =.
	memberSet = regexp.MustCompile(`^(?:\[\[?\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)')\s*\]?\]|\$([A-Za-z_][A-Za-z0-9_]*))((?:\[[^\]\n]*\]\]?|\$\w+)*)[ \t]*(<<-|<-|=)`)
	// deleted matches del name["member"], with what is behind it.
	deleted = regexp.MustCompile(`^del[ \t(]+([A-Za-z_]\w*)\[\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)')\s*\]((?:\[[^\]\n]*\])*)`)
	// deletedFromDict matches the same where the member's name is worked out.
	deletedFromDict = regexp.MustCompile(`^del[ \t(]+([A-Za-z_]\w*)\[`)
	// grows matches ["name"].append( and ["name"] +=.
	grows = regexp.MustCompile(`^\[\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)')\s*\](?:\.(append|extend|insert|update)\(|[ \t]*[-+*/|%]=)`)
	// changes matches what follows a variable that is changed in its place.
	changes = regexp.MustCompile(`^(?:\[[^\]\n]*\]\s*(?:[-+*/|%]?=[^=]|<-)|[-+*/|%]=)`)
	// partial matches what stands before a function that is called later with what stands behind it.
	partial = regexp.MustCompile(`\bpartial\(\s*$`)
	// keyOf matches the name of the member that a method is called with, orIs what puts a dictionary's members into another.
	keyOf    = regexp.MustCompile(`^\(\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)')\s*[,)]`)
	orIs     = regexp.MustCompile(`^[ \t]*\|=[ \t]*`)
	changers = map[string]bool{"pop": true, "clear": true, "popitem": true, "setdefault": true, "append": true, "extend": true}
)

// beginsLine reports whether nothing but blanks stands before a place on its line.
func (c *callReader) beginsLine(at int) bool {
	return strings.TrimLeft(c.source[strings.LastIndexByte(c.source[:at], '\n')+1:at], " \t") == ""
}

func (c *callReader) assignedBefore(name string) bool {
	return slices.ContainsFunc(c.Root.Children, func(v *reading.Value) bool { return v.Role == reading.Assigned && v.Name == name })
}

// sets keeps what a variable, or a member of one, is set to; path leads from the member to what is set within it.
func (c *callReader) sets(role, name string, from, behind int, member, path string) {
	back, faults := c.pos, len(c.Faults)
	c.space()
	start := c.pos
	v := c.operation()
	if v == nil || !c.ended() {
		c.Faults = c.Faults[:faults]
		c.pos = start
		end := strings.IndexByte(c.source[start:], '\n')
		if end < 0 {
			end = len(c.source) - start
		}
		v = c.expression(start, start+len(strings.TrimRight(c.source[start:start+end], " \t\r")))
		c.pos = back // a call may stand in it
	}
	if named := c.pos < len(c.source) && strings.IndexByte(",)", c.source[c.pos]) >= 0; role == reading.Assigned && named && c.triple {
		if !c.declared(from) {
			return // the argument of another call
		}
		role = reading.Default
	}
	if more := c.moreOf(name, v); role == reading.Assigned && more != nil {
		c.gains(name, from, more)
		return
	}
	if role == reading.Assigned || role == reading.Default {
		// A default for what a parameter may have given: if name is None: name = …
		if only := c.condition(from, -1); strings.Contains(only, " "+name+" is None") || strings.HasSuffix(only, "if not "+name) {
			v = c.only(v, only)
		}
		v.Name, v.Role, v.NameFrom, v.NameTo = name, role, from, behind
		c.Root.Children = append(c.Root.Children, v)
		return
	}
	set := c.value(reading.Object, from, c.pos, "")
	v.NameFrom, v.NameTo = from, c.pos
	if start >= behind {
		v.NameTo = behind
	}
	if last := lastStep.FindStringSubmatchIndex(c.source[from:max(from, start)]); last != nil {
		v.NameFrom, v.NameTo = from+last[2], from+last[3]
	}
	v = c.part(v, member, path, from, max(from, c.pos), c.condition(from, c.setAt(name)))
	set.Name, set.Role, set.Children = name, role, []*reading.Value{v}
	c.Root.Children = append(c.Root.Children, set)
}

// lastStep matches the name at the end of a path that is set.
var lastStep = regexp.MustCompile(`[.\["'$](\w+)["']?\]*\s*=\s*$`)

// step matches one step from a value to what it holds: .a, ["a"], [:a], and $a of R.
var step = regexp.MustCompile(`^(?:[!?]?\.([A-Za-z_$][\w$]*)|\[\[?\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)"|:([A-Za-z_]\w*))\s*\]?\]|\$([A-Za-z_]\w*))`)

// part is a member as a statement sets it, or what the path leads to within it: objects around it that add to what is
// there. Where the path is not written out, the member is what the statement makes of it.
func (t *text) part(v *reading.Value, member, path string, from, to int, only string) *reading.Value {
	names := []string{member}
	for path != "" {
		of := step.FindStringSubmatch(path)
		if of == nil {
			v.Kind, v.Tag, v.Role, v.Text, v.Children = reading.Expression, "", "", t.source[from:to], nil
			names = names[:1]
			break
		}
		names, path = append(names, of[1]+of[2]+of[3]+of[4]+of[5]), path[len(of[0]):]
	}
	last := len(names) - 1
	if v.Name = names[last]; only != "" {
		v = t.only(v, only)
	}
	for _, name := range slices.Backward(names[:last]) {
		around := t.value(reading.Object, from, to, t.source[from:to])
		around.Name, around.NameFrom, around.NameTo = name, v.NameFrom, v.NameTo
		around.Role, around.Children = reading.Within, []*reading.Value{v}
		v = around
	}
	return v
}

// declared reports whether a place is among the parameters of a function that is declared there.
func (c *callReader) declared(at int) bool {
	from := strings.LastIndex(c.source[:at], "def ")
	return from >= 0 && !strings.Contains(c.source[from:at], "):") && !strings.Contains(c.source[from:at], "->")
}

// deletes keeps that a variable loses a member, or a part of one: it is set to nothing.
func (t *text) deletes(name, member string, part bool, from int) {
	if t.setAt(name) < 0 {
		return
	}
	end := lineEnd(t.source, from)
	v := t.expression(from, end)
	if !part {
		v.Kind = reading.Null
	}
	v.Name, v.NameFrom, v.NameTo = member, from, end
	if only := t.condition(from, t.setAt(name)); only != "" {
		v = t.only(v, only)
	}
	set := t.value(reading.Object, from, end, "")
	set.Name, set.Role, set.Children = name, reading.Member, []*reading.Value{v}
	t.Root.Children = append(t.Root.Children, set)
}

// only is a value that is there in some cases alone.
func (c *text) only(v *reading.Value, condition string) *reading.Value {
	o := c.value(reading.Call, v.From, v.To, "It is set only "+condition+".")
	o.Tag, o.Name, o.NameFrom, o.NameTo = reading.OnlyIf, v.Name, v.NameFrom, v.NameTo
	o.Children = []*reading.Value{v}
	return o
}

var variable = regexp.MustCompile(`^\w+`)

// grown is what a method with its bracket at open, or another sign than =, makes of a member that is there.
func (c *callReader) grown(from, open int, method string) *reading.Value {
	back, faults := c.pos, len(c.Faults)
	defer func() { c.pos, c.Faults = back, c.Faults[:faults] }()
	if (method == "append" || method == "update") && c.condition(from, c.setAt(variable.FindString(c.source[from:back]))) == "" {
		c.pos = open
		added := c.container(')', false)
		added.Role, added.Text, added.From = reading.Within, c.source[from:c.pos], from
		switch {
		case len(c.Faults) > faults || !c.ended() || len(added.Children) == 0:
		case method == "update" && added.Kind == reading.Object:
			return added
		case method == "update" && len(added.Children) == 1 && added.Children[0].Kind == reading.Object:
			added.Kind, added.Children = reading.Object, added.Children[0].Children
			return added
		case method == "append" && added.Kind == reading.List && len(added.Children) == 1:
			return added
		}
	}
	return c.expression(from, lineEnd(c.source, from))
}

// ofMember keeps what name.pop("member") and name.setdefault("member", …) do to a member.
func (c *callReader) ofMember(name, method string, from int) bool {
	key := keyOf.FindStringSubmatch(c.rest())
	if key == nil || !c.assignedBefore(name) {
		return false
	}
	if method == "pop" {
		c.skipBracket()
		c.deletes(name, key[1]+key[2], false, from)
		return true
	}
	arguments := c.container(')', true)
	v := c.expression(from, c.pos)
	if len(arguments.Children) == 2 && !c.at(".") {
		v = c.only(arguments.Children[1], "where there is nothing yet")
	}
	v.Name, v.NameFrom, v.NameTo = key[1]+key[2], from, c.pos
	c.gains(name, from, []*reading.Value{v})
	return true
}

// gains keeps that a variable gets members.
func (t *text) gains(name string, from int, members []*reading.Value) {
	set := t.value(reading.Object, from, max(from, members[len(members)-1].To), "")
	only := t.condition(from, t.setAt(name))
	for _, v := range members {
		if only != "" {
			v = t.only(v, only)
		}
		set.Children = append(set.Children, v)
	}
	set.Name, set.Role = bare(name), reading.Member
	t.Root.Children = append(t.Root.Children, set)
}

// moreOf are the members that a variable gets where it is set to itself and more: a = {**a, "b": 1}; nil where it is set to
// something else.
func (t *text) moreOf(name string, v *reading.Value) (more []*reading.Value) {
	if v.Kind != reading.Object && v.Kind != reading.Call || len(v.Children) < 2 || t.setAt(name) < 0 {
		return nil
	}
	if own := v.Children[0]; own.Kind != reading.Reference || bare(own.Text) != name || (own.Role == reading.Spread) != (v.Kind == reading.Object) {
		return nil
	}
	switch {
	case v.Kind == reading.Object:
		return v.Children[1:]
	case v.Tag != "array_merge" && v.Tag != "array_replace" && v.Tag != "Object.assign":
		return nil
	}
	for _, c := range v.Children[1:] {
		c.Role = reading.Spread
		more = append(more, c)
	}
	return more
}

// updates keeps what variable.update(…) adds.
func (c *callReader) updates(name string, from, behind int) {
	added := c.container(')', true)
	set := c.value(reading.Object, from, c.pos, "")
	for _, a := range added.Children {
		switch {
		case a.Name != "" || a.Role == reading.Spread:
			set.Children = append(set.Children, a)
		case a.Kind == reading.Object:
			set.Children = append(set.Children, a.Children...)
		default:
			a.Role = reading.Spread
			set.Children = append(set.Children, a)
		}
	}
	if only := c.condition(from, c.setAt(name)); only != "" {
		for i, v := range set.Children {
			set.Children[i] = c.only(v, only)
		}
	}
	set.Name, set.Role, set.NameFrom, set.NameTo = name, reading.Member, from, behind
	c.Root.Children = append(c.Root.Children, set)
}

var conditional = regexp.MustCompile(`^(?:\}\s*)?(?:if|elif|else|for|foreach|while|except|catch|try|switch|case|unless)\b[^\n]*`)

var (
	// headOfLine matches what makes the next statement hang on a condition, and joint what makes the rest of one
	// do: a && (b = 1).
	headOfLine = regexp.MustCompile(`^(?:else[ \t]+)?(?:(?:if|elif|for|foreach|while|catch|unless|when)\b.*(?:[):]|\bthen)|else:?)$`)
	opensBlock = regexp.MustCompile(`^(?:else[ \t]+)?(?:if|elif|else|for|foreach|while|catch|unless|when|switch|match)\b`)
	joint      = regexp.MustCompile(`^([^=]+?)[ \t]*(?:&&|\|\||\?\??)[ \t]*\(?$`)
)

// conditionOfLine returns the words of the if that stands before a statement on its line, "" for none.
func conditionOfLine(before string) string {
	if len(before) > 400 || strings.TrimSpace(before) == "" {
		return ""
	}
	var open []string // what stands before the braces that are open
	from := 0
	for i := 0; i < len(before); i++ {
		switch before[i] {
		case ';':
			from = i + 1
		case '{':
			open = append(open, strings.TrimSpace(before[from:i]))
			from = i + 1
		case '}':
			open = open[:max(0, len(open)-1)]
			from = i + 1
		}
	}
	words := strings.TrimSpace(before[from:])
	if of := joint.FindStringSubmatch(words); of != nil {
		return "if " + of[1]
	}
	if strings.HasSuffix(words, "=>") {
		return asCondition(words)
	}
	if !headOfLine.MatchString(words) {
		words = ""
		for _, head := range open {
			if opensBlock.MatchString(head) || ofFunction.MatchString(head+" {") {
				words = head
			}
		}
	}
	return asCondition(words)
}

// asCondition is the head of a block as the condition of what is in it.
func asCondition(words string) string {
	words = strings.TrimSpace(strings.Trim(strings.TrimSpace(words), ":{}"))
	switch {
	case words == "":
		return ""
	case strings.HasPrefix(words, "if ") || strings.HasPrefix(words, "if(") || strings.HasPrefix(words, "elif "):
		return strings.TrimPrefix(words, "el")
	}
	return "in some cases (" + words + ")"
}

// condition returns the words of the if that a statement stands further in than, "" for none. What
// the variable stands in, too, which was set at since, is no condition of the one alone.
func (c *text) condition(at, since int) string {
	lineStart := strings.LastIndexByte(c.source[:at], '\n') + 1
	if lineStart > since {
		if words := conditionOfLine(c.source[lineStart:at]); words != "" {
			return words
		}
	}
	indent := len(c.source[lineStart:at]) - len(strings.TrimLeft(c.source[lineStart:at], " \t"))
	for indent > 0 && lineStart > 0 {
		end := lineStart - 1
		lineStart = strings.LastIndexByte(c.source[:end], '\n') + 1
		line := c.source[lineStart:end]
		body := strings.TrimLeft(line, " \t")
		deep := len(line) - len(body)
		if strings.TrimSpace(body) == "" || body[0] == '#' || deep >= indent {
			continue
		}
		indent = deep
		if lineStart <= since {
			return ""
		}
		if words := conditional.FindString(body); words != "" {
			return asCondition(words)
		}
		if words := strings.TrimRight(body, " \t\r"); ofFunction.MatchString(words) && !createsPool.MatchString(c.block(lineStart, deep)) {
			return asCondition(words)
		}
	}
	return ""
}

// block is what stands further in than the line that begins at a place, with that line.
func (c *text) block(from, indent int) string {
	end := lineEnd(c.source, from)
	for end < len(c.source) {
		next := lineEnd(c.source, end+1)
		line := c.source[end+1 : next]
		if body := strings.TrimLeft(line, " \t"); strings.TrimSpace(body) != "" && len(line)-len(body) <= indent {
			break
		}
		end = next
	}
	return c.source[from:end]
}

var (
	// ofFunction matches a line that begins a function, or a block of Ruby: nobody knows whether it runs, and how often.
	ofFunction = regexp.MustCompile(`(?:=>[ \t]*[{(]?|\bfunction\b[^{}]*\{|\bfunc[ \t]*\([^{}]*\{|(?:\bdo|\{)(?:[ \t]*\|[^|]*\|)|\bdo)$|^(?:async[ \t]+)?def[ \t]`)
	// createsPool matches the call, in a function that makes the pool itself.
	createsPool = regexp.MustCompile(`[cC]reateUserPool(?:Command|Async)?\b|create_user_pool\b|UserPool\(`)
)

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
	c.depth++
	v := c.members(closing, object)
	c.depth--
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
		if c.at("**") || c.at("*") {
			if c.at("**") {
				v.Kind = reading.Object
				c.pos++
			}
			c.pos++
			c.spread(v)
		} else {
			at := c.pos
			name, from, named := c.name(closing)
			behind := at + len(strings.TrimRight(c.source[at:from], " \t\r\n=:"))
			child := c.operation()
			if child == nil || !c.ended() {
				child = c.skip(from, named)
			}
			if dict := v.Kind == reading.Object; closing == '}' && len(v.Children) > 0 && dict != named && child.Kind != reading.Expression {
				c.fault(at, at+1, "Names and values stand beside values without names here.")
			}
			if named {
				v.Kind, child.Name, child.NameFrom, child.NameTo = reading.Object, name, at, behind
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

// spread reads what stands behind ** or *, which stands for what it holds.
func (c *callReader) spread(into *reading.Value) {
	from := c.pos
	c.space()
	var v *reading.Value
	if c.triple && into.Kind == reading.Object {
		v = c.chosen()
	}
	if v == nil {
		v = c.operation()
	}
	if v == nil || !c.ended() {
		v = c.skip(from, false)
	}
	v.Role = reading.Spread
	into.Children = append(into.Children, v)
}

// name reads a member's name with the sign behind it. from is where its value begins.
func (c *callReader) name(closing byte) (name string, from int, ok bool) {
	back, faults := c.pos, len(c.Faults)
	switch {
	case c.pos < len(c.source) && strings.IndexByte(c.quotes, c.source[c.pos]) >= 0:
		parts, known := c.str()
		ok = known && len(parts) <= 1
		for _, p := range parts {
			name, ok = p.Text, ok && p.Kind == reading.String
		}
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
		case b == '#' && depth > 0:
			for c.pos < len(c.source) && c.source[c.pos] != '\n' {
				c.pos++
			}
			continue
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

// operation reads a value, or texts that are put together with +.
func (c *callReader) operation() *reading.Value {
	from := c.pos
	if c.depth > reading.MaxDepth {
		return nil
	}
	first := c.literal()
	if first == nil {
		return nil
	}
	var parts []*reading.Value
	for c.operator("+") {
		next := c.literal()
		if next == nil {
			return nil
		}
		parts = append(parts, next)
	}
	if joined := c.dictionaries(from, first, len(parts)); joined != nil {
		return joined
	}
	if len(parts) == 0 {
		return first
	}
	v := c.template(from, append([]*reading.Value{first}, parts...))
	v.Tag = reading.Sum
	return v
}

// operator passes an operator and the space around it, where one stands next that does not set.
func (c *callReader) operator(sign string) bool {
	end := c.pos
	if c.space(); !c.at(sign) || c.at(sign+"=") {
		c.pos = end
		return false
	}
	c.pos += len(sign)
	c.space()
	return true
}

// dictionaries reads what | makes of two or more of Python's: all of their members, of which the last count.
func (c *callReader) dictionaries(from int, first *reading.Value, others int) *reading.Value {
	var all []*reading.Value
	for end := c.pos; c.triple && others == 0 && c.operator("|"); end = c.pos {
		next := c.literal()
		if next == nil {
			c.pos = end
			return nil
		}
		all = append(all, next)
	}
	if len(all) == 0 {
		return nil
	}
	v := c.value(reading.Object, from, c.pos, "")
	v.Children = append([]*reading.Value{first}, all...)
	for _, one := range v.Children {
		one.Role = reading.Spread
	}
	return v
}

func (c *callReader) template(from int, parts []*reading.Value) *reading.Value {
	v := c.value(reading.Template, from, c.pos, "")
	v.Children = parts
	return v
}

// comprehends reports whether the bracket that is next holds a for: what it makes is known when
// it runs.
func (c *callReader) comprehends() bool {
	if c.comprehensions == nil {
		c.comprehensions = comprehensions(c.source)
	}
	return c.comprehensions[c.pos]
}

// comprehensions returns the brackets of a program that have a for in them, by their places.
// All are found in one pass: asked for each bracket by itself, nested ones would be looked
// through again and again.
func comprehensions(source string) map[int]bool {
	found := map[int]bool{}
	var open []int
	word := false
	for i := 0; i < len(source); i++ {
		b := source[i]
		switch {
		case strings.IndexByte("([{", b) >= 0:
			open = append(open, i)
		case strings.IndexByte(")]}", b) >= 0:
			open = open[:max(0, len(open)-1)]
		case b == '"' || b == '\'':
			end := strings.IndexByte(source[i:], '\n')
			if end < 0 {
				end = len(source) - i
			}
			i += quotedLength(source[i : i+end])
		case b == '#':
			end := strings.IndexByte(source[i:], '\n')
			if end < 0 {
				return found
			}
			i += end
		case !word && len(open) > 0 && strings.HasPrefix(source[i:], "for") && i+3 < len(source) && !identifierByte(source[i+3]):
			found[open[len(open)-1]] = true
		}
		word = identifierByte(b)
	}
	return found
}

// denied matches what stands before a value that is not meant.
var denied = regexp.MustCompile(`^(?:not\b|!)`)

// ofClass matches the name of a class's own method: Duration.days.
var ofClass = regexp.MustCompile(`(?:^|\.)[A-Z]\w*\.\w+$`)

// literal reads one value, or returns nil where none can be read.
func (c *callReader) literal() *reading.Value {
	from := c.pos
	if from >= len(c.source) {
		return nil
	}
	switch b := c.source[from]; {
	case c.triple && denied.MatchString(c.rest()), !c.triple && b == '!' && !c.at("!="):
		c.pos += len(denied.FindString(c.rest()))
		c.space()
		v := c.literal()
		if v == nil {
			return nil
		}
		not := c.value(reading.Call, from, c.pos, "")
		not.Tag, not.Children = reading.Not, []*reading.Value{v}
		return not
	case c.atText():
		parts, known := c.str()
		for known && c.triple { // strings side by side are one
			end := c.pos
			c.space()
			if !c.atText() {
				c.pos = end
				break
			}
			more, ok := c.str()
			parts, known = append(parts, more...), ok
		}
		if !known {
			return nil
		}
		return c.formatted(from, c.joined(from, parts))
	case c.brackets && b == '{':
		if c.comprehends() {
			return nil
		}
		return c.container('}', c.emptyBraces())
	case c.brackets && b == '[':
		if c.comprehends() {
			return nil
		}
		return c.container(']', false)
	case c.brackets && b == '(':
		if c.comprehends() {
			return nil
		}
		v := c.container(')', false)
		if v.Kind == reading.Object {
			c.fault(from, from+1, "Names stand in parentheses that belong to no call.")
		}
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
	back := c.pos
	c.space()
	switch {
	case !c.at("("):
	case c.environment[name]:
		return c.function("environment", from)
	case c.texts[name]:
		return c.function("text", from)
	case c.types[name] != "":
		v := c.function(reading.Cast, from)
		if v.Text = c.types[name]; len(v.Children) != 1 || v.Children[0].Name != "" {
			return nil
		}
		return v
	case c.triple && (name == "cast" || name == "typing.cast"):
		v := c.function(reading.Cast, from)
		if len(v.Children) != 2 {
			return nil
		}
		v.Children = v.Children[1:]
		return v
	case c.joins[name]:
		v := c.function("", from)
		v.Kind = reading.Template
		return v
	default:
		if object, ok := c.containers[name]; ok {
			if c.comprehends() {
				return nil
			}
			v := c.container(')', object && c.brackets)
			if !object && len(v.Children) == 1 && v.Children[0].Kind == reading.List {
				return v.Children[0] // list([…])
			}
			v.From = from
			for _, a := range v.Children {
				if a.Name == "" && name == "dict" { // whose entries it copies
					a.Role = reading.Spread
				}
			}
			return v
		}
		// A class's constructor or method, of the CDK as an example: its arguments are named.
		if last := name[strings.LastIndexByte(name, '.')+1:]; c.triple && !constructs[last] && !constructs[c.others[name]] && (last[0] >= 'A' && last[0] <= 'Z' || ofClass.MatchString(name)) {
			return c.function(name, from)
		}
		if c.assignedBefore(name + "()") {
			c.skipBracket()
			return c.value(reading.Reference, from, c.pos, name+"()")
		}
		return nil
	}
	if c.brackets && c.at("[") && (name == "os.environ" || name == "environ") {
		v := c.container(']', false)
		v.Kind, v.Tag, v.From = reading.Call, "environment", from
		return v
	}
	if step := memberOf.FindStringSubmatch(c.rest()); step != nil {
		c.pos += len(step[0])
		return c.value(reading.Reference, from, c.pos, name+"."+step[1]+step[2])
	}
	c.pos = back
	return c.value(reading.Reference, from, c.pos, name)
}

// memberOf matches ["name"] behind a variable.
var memberOf = regexp.MustCompile(`^\[\[?\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)')\s*\]?\]`)

// function reads the arguments of a function that is worked out.
func (c *callReader) function(tag string, from int) *reading.Value {
	v := c.container(')', false)
	v.Kind, v.Tag, v.From = reading.Call, tag, from
	return v
}

// joined is a text of several parts: a Template, or a String where all are.
func (c *callReader) joined(from int, parts []*reading.Value) *reading.Value {
	var b strings.Builder
	for _, p := range parts {
		if p.Kind != reading.String {
			return c.template(from, parts)
		}
		b.WriteString(p.Text)
	}
	return c.value(reading.String, from, c.pos, b.String())
}

// formatted reads .format(…) behind a text.
func (c *callReader) formatted(from int, v *reading.Value) *reading.Value {
	if !c.triple || !c.at(".format(") {
		return v
	}
	c.pos += len(".format")
	call := c.function("format", from)
	call.Children = append([]*reading.Value{v}, call.Children...)
	return call
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
