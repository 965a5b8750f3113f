package readers

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"userpoolplayground/internal/reading"
)

// code reads programs in JavaScript, TypeScript, Go, Java, Kotlin, C#, PHP, Ruby and Rust as far as a value
// can be written out in them: a list of the calls and literals whose name is one of wanted, each
// a Call of its arguments, and of what variables are set to. It knows what the languages have in
// common, strings, lists, objects, calls, and the few things by which they differ. What has to
// be run is an Expression, a name a Reference.
func (t *text) code() {
	t.Root = t.value(reading.List, 0, len(t.source), "")
	c := &codeReader{text: t, looked: map[int]bool{}, statements: map[int]bool{}, builders: map[string]bool{}, php: strings.Contains(t.source, "<?php") || strings.Contains(t.source, "->createUserPool"), golang: strings.Contains(t.source, "UserPoolInput") || strings.Contains(t.source, "NewUserPool(") || strings.Contains(t.source, "NewCfnUserPool(") || goFile.MatchString(t.source), ruby: strings.Contains(t.source, "create_user_pool"), kotlin: kotlin.MatchString(t.source) || kotlinBuilder.MatchString(t.source), rust: rust.MatchString(t.source)}
	if strings.Contains(t.source, "import") || strings.Contains(t.source, "require") {
		c.names = t.renamed(imported, required)
	}
	c.program(len(t.source))
	if c.kotlin { // in which an argument may have the name of its parameter
		looked := 0
		c.Root.Children = slices.DeleteFunc(c.Root.Children, func(v *reading.Value) bool {
			if v.Role != reading.Default || looked == mostDefaults {
				return false
			}
			looked++
			return parameterAt(c.source, v.Name, v.NameFrom) == nil
		})
	}
	c.given(c.callsByName(), c.argumentsAt)
	c.resources()
	c.subclasses()
	c.returned()
}

// goFile matches the clause that each file in Go has.
var goFile = regexp.MustCompile(`(?m)^package \w+[ \t]*\r?$`)

// kotlin matches what only a program in Kotlin, or in Scala, has at the beginning of a line.
var kotlin = regexp.MustCompile(`(?m)^[\w \t]*\b(?:fun [\w<.]|val \w+ *[=:])`)

// kotlinBuilder matches the call of the SDK for Kotlin, whose request is made in a lambda; rust that of Rust's.
var (
	kotlinBuilder = regexp.MustCompile(`\b[cC]reateUserPool(?:Request)?\s*\{\s*(?:this\.)?[a-z]\w*\s*(?:=[^=>]|\{)`)
	rust          = regexp.MustCompile(`\.\s*create_user_pool\s*\(\s*\)\s*\.\s*\w|\bCreateUserPool(?:Input|Request)(?:::builder\(|\s*\{\s*(?:\.\.|[a-z]+_\w+\s*[:,}]))`)
)

// wanted are the last names of what is looked for.
var wanted = map[string]bool{
	"CreateUserPoolCommand": true, "CreateUserPoolInput": true, "CreateUserPoolRequest": true, "createUserPool": true,
	"create_user_pool": true, "CreateUserPool": true, "CreateUserPoolAsync": true, "createUserPoolAsync": true,
	"UserPool": true, "CfnUserPool": true, "NewUserPool": true, "NewCfnUserPool": true, "defineAuth": true, "CognitoUserPool": true,
	"CfnResource": true, "NewCfnResource": true, "RegisterResource": true, "CustomResource": true,
}

// clientMakers are the last names of what makes an app client.
var clientMakers = map[string]bool{
	"CreateUserPoolClientCommand": true, "CreateUserPoolClientInput": true, "CreateUserPoolClientRequest": true, "createUserPoolClient": true,
	"create_user_pool_client": true, "CreateUserPoolClient": true, "CreateUserPoolClientAsync": true, "createUserPoolClientAsync": true,
	"UserPoolClient": true, "CfnUserPoolClient": true, "NewUserPoolClient": true, "NewCfnUserPoolClient": true, "addClient": true, "AddClient": true, "add_client": true,
}

// lookedFor reports whether a call of this name is kept.
func lookedFor(path string) bool {
	last := lastOf(path)
	return wanted[last] || clientMakers[last]
}

// made reports whether a name of Kotlin may stand before the lambda that fills it: a type's, or the call's.
func made(name string) bool {
	last := lastOf(name)
	return last == "createUserPool" || strings.HasSuffix(last, "Type") || strings.HasSuffix(last, "Request")
}

// typed reports whether a name is that of a type, whose literal may follow it: a method's body
// looks the same.
func typed(name string) bool {
	return strings.HasSuffix(name, "Input") || strings.HasSuffix(name, "Request") || strings.HasSuffix(name, "Command")
}

// resource matches what makes an object of a program a resource of CloudFormation, and resourceName
// what stands before one.
var (
	resource     = regexp.MustCompile(`["']?\bType["']?\s*:\s*["'` + "`" + `]AWS::Cognito::UserPool["'` + "`" + `]`)
	resourceName = regexp.MustCompile(`["']?([A-Za-z]\w*)["']?\s*:\s*$`)
)

// resources keeps the resources of a template that is written in the program.
func (c *codeReader) resources() {
	most := len(c.Root.Children) + 100 // each looks for the bracket that it stands in
	for _, at := range resource.FindAllStringIndex(c.source, -1) {
		from, depth := at[0]-1, 0
		for ; from >= 0 && (depth > 0 || c.source[from] != '{'); from-- {
			switch c.source[from] {
			case '}':
				depth++
			case '{':
				depth--
			}
		}
		if from < 0 || len(c.Root.Children) >= most {
			continue
		}
		c.pos = from
		faults := len(c.Faults)
		v := c.container('}', reading.Object)
		if from > 0 && strings.IndexByte(`"'`, c.source[from-1]) >= 0 && len(c.Faults) > faults { // it stands in a text, which others go on
			c.Faults = c.Faults[:faults]
			continue
		}
		if v != nil && v.Member("Type") != nil {
			if name := resourceName.FindStringSubmatch(c.source[max(0, from-80):from]); name != nil {
				v.Name = name[1]
			}
			c.Root.Children = append(c.Root.Children, v)
		}
	}
}

// subclass matches the head of a class that is a construct itself, and what it is more than.
var subclass = regexp.MustCompile(`\bclass\s+(\w+)[^{};]{0,200}?(?:\bextends\s+|:\s*)(?:[\w.]+\.)?((?:Cfn)?UserPool)\b[^{};]{0,200}\{`)

// subclasses keeps what such a class hands to the one that it extends: the construct is what that makes.
func (c *codeReader) subclasses() {
	heads := subclass.FindAllStringSubmatchIndex(c.source, 50)
	for i, at := range heads {
		end := len(c.source)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		}
		call := toSuper.FindStringIndex(c.source[at[1]:end])
		if call == nil {
			continue
		}
		from := at[1] + call[0]
		c.pos = at[1] + call[1] - 1
		arguments := c.container(')', reading.List)
		if arguments == nil {
			continue
		}
		v := c.text.value(reading.Call, from, c.pos, "")
		v.Name, v.Tag, v.Children = c.source[at[2]:at[3]], c.source[at[4]:at[5]], arguments.Children
		c.Root.Children = append(c.Root.Children, v)
	}
}

// literalReturned matches what stands before a literal that a function returns.
var literalReturned = regexp.MustCompile(`\breturn\s*\(?\s*[{\[]|=>\s*\(\s*\{`)

// returned keeps the requests that functions return, where no call has one.
func (c *codeReader) returned() {
	for _, at := range literalReturned.FindAllStringIndex(c.source, 200) {
		open := at[1] - 1
		if slices.ContainsFunc(c.Root.Children, func(v *reading.Value) bool { return v.Kind != reading.Expression && v.From <= open && open < v.To }) {
			continue
		}
		c.pos = open
		faults := len(c.Faults)
		v := c.container(map[byte]byte{'{': '}', '[': ']'}[c.source[open]], reading.Object)
		c.Faults = c.Faults[:faults]
		if v != nil && v.Member("PoolName") != nil {
			c.Root.Children = append(c.Root.Children, v)
		}
	}
}

// toSuper matches the call of the constructor above, in C# as well.
var toSuper = regexp.MustCompile(`\b(?:super|base)\s*\(`)

type codeReader struct {
	*text
	pos                             int
	php, ruby, golang, kotlin, rust bool
	// looked are the places of what could not be read as a value, and was looked through; statements
	// those of what is set, which can be come by again.
	looked, statements map[int]bool
	// builders are the variables that hold the builder of a request, and building is set once one was read that
	// is not built yet.
	builders map[string]bool
	building bool
	// names are those that the program gives to what is looked for.
	names map[string]string
}

// original returns the name that something has in its module.
func (c *codeReader) original(name string) string { return cmp.Or(c.names[name], name) }

func (c *codeReader) rest() string { return c.source[c.pos:] }

func (c *codeReader) at(text string) bool { return strings.HasPrefix(c.rest(), text) }

// space skips white space and comments.
func (c *codeReader) space() {
	for c.pos < len(c.source) {
		switch rest := c.rest(); {
		case strings.IndexByte(" \t\r\n\f", rest[0]) >= 0:
			c.pos++
		case strings.HasPrefix(rest, "//"), rest[0] == '#' && !strings.HasPrefix(rest, "#{"):
			c.pos = lineEnd(c.source, c.pos)
		case strings.HasPrefix(rest, "/*"):
			end := strings.Index(rest[2:], "*/")
			if end < 0 {
				c.pos = len(c.source)
				return
			}
			c.pos += end + 4
		case strings.HasPrefix(rest, "\uFEFF"):
			c.pos += len("\uFEFF")
		default:
			return
		}
	}
}

// listType and mapType match what stands before the braces of a literal in Go.
var (
	listType = regexp.MustCompile(`^\[[ 0-9.]*\]\**(?:map\[[\w.]+\]\**)?(?:interface\{\}|[\w.]+)`)
	mapType  = regexp.MustCompile(`^\[[\w.]+\](?:\[\]|map\[[\w.]+\])*\**(?:interface\{\}|[\w.]+)`)
)

var (
	codeName   = regexp.MustCompile(`^[A-Za-z_$][\w$]*[?!]?`)
	codePath   = regexp.MustCompile(`^@?[A-Za-z_$\\][\w$\\]*(?:\s*(?:\?\.|\.|::|->)\s*[A-Za-z_$][\w$]*)*`)
	codeNumber = regexp.MustCompile(`^-?(?:0[xX][0-9a-fA-F_]+|[0-9][0-9_]*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,4})?)[lLnfFdDuU]?`)
	generics   = regexp.MustCompile(`^<[\w\s.,<>\[\]?]{0,80}>`)
	assignment = regexp.MustCompile(`^(?:\s*:[ \t]*[\w.<>\[\]'", |&?*]{1,80}?)?\s*(?::=|=)`)
	addsTo     = regexp.MustCompile(`^(?:!?\.([A-Za-z_$][\w$]*)|\[\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)"|:([A-Za-z_]\w*))\s*\])?!?\.([aA]dd|[aA]ddRange|addAll|push|unshift|append)\s*\(`)
	setterOf   = regexp.MustCompile(`^\.[sS]et([A-Z])(\w*)\s*\(`)
	setMember  = regexp.MustCompile(`^(?:\.([A-Za-z_$][\w$]*)|\[\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)"|:([A-Za-z_]\w*))\s*\])((?:!?\.[A-Za-z_$][\w$]*|\[[^\]\n]*\])*)\s*(\|\||&&|\?\?|[-+*/.|])?=`)
	// targetTyped matches a variable of C# with its type, from which what is made has its own; newOf, varOf and listOf what
	// Go makes empty.
	targetTyped = regexp.MustCompile(`^(?:\w+\.){0,9}(\w+)\s+(\w+)\s*=\s*(new)\s*\(`)
	newOf       = regexp.MustCompile(`^\(\s*((?:\w+\.)?\w*Input)\s*\)`)
	varOf       = regexp.MustCompile(`^[ \t]+(\w+)[ \t]+\*?((?:\w+\.)?\w*Input)[ \t]*[\r\n;]`)
	listOf      = regexp.MustCompile(`^[ \t]+(\w+)[ \t]+\[\]\*?[\w.]+[ \t]*[\r\n;]`)
	// deletedOf and deleteCall match what takes a member from a variable: delete a.b, unset($a['b']), a.delete(:b);
	// assignTo and changesOf what changes it: Object.assign(a, …), a.merge!(…) and, of which nothing is known, others.
	deletedOf = regexp.MustCompile(`^(?:del(?:ete)?\s+|unset\s*\(\s*)(\$?[A-Za-z_]\w*)(?:\??\.([A-Za-z_$][\w$]*)|\[\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)")\s*\])((?:\??\.[A-Za-z_$][\w$]*|\[[^\]\n]*\])*)`)
	// deletedFrom and somewhere match the same, and a member that is set, where its name is worked out; changed a variable
	// that becomes what hangs on what it was.
	deletedFrom = regexp.MustCompile(`^(?:del(?:ete)?\s+|unset\s*\(\s*)(\$?[A-Za-z_]\w*)\[\s*[^'"\s]`)
	changed     = regexp.MustCompile(`^\s*(?:[-+*/.]|<<)=`)
	somewhere   = regexp.MustCompile(`^\[\s*[$A-Za-z_][^\]\n]*\]\s*(?:[-+*/|&?.]{1,2})?=[^=>~]`)
	deleteCall  = regexp.MustCompile(`^\.(?:delete|remove|Remove)\s*\(\s*(?::([A-Za-z_]\w*)|'([^'\\\n]*)'|"([^"\\\n]*)")\s*\)`)
	// deepChange matches a call that changes what stands within a member of a variable.
	deepChange = regexp.MustCompile(`^(Object\.assign\(\s*)?([A-Za-z_$][\w$]*)(?:\.(\w+)|\[\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)"|:(\w+))\s*\])((?:!?\.\w+|\[[^\]\n]*\])*?)(?:!?\.(push|unshift|splice|append|extend|insert|update|merge!|pop)\s*\(|\s*,)`)
	assignTo   = regexp.MustCompile(`^Object\.assign\(\s*([A-Za-z_$][\w$]*)\s*,`)
	changesOf  = regexp.MustCompile(`^\.(?:(merge!|update)|deep_merge!|store|compact!|except!|reject!|delete_if|put|putAll|clear)\s*\(`)
)

// program looks through a program, or a part of one.
func (c *codeReader) program(end int) {
	for c.pos < end {
		before := c.pos
		c.space()
		if c.pos >= end {
			return
		}
		switch b := c.source[c.pos]; {
		case b == '"' || b == '\'' || b == '`':
			c.str()
		case b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_' || b == '$' || b == '@':
			c.statement()
		default:
			c.pos++
		}
		if c.pos <= before {
			c.pos = before + 1
		}
	}
}

// statement looks at what begins with a name.
func (c *codeReader) statement() {
	from := c.pos
	if v := c.rawText(); v != nil {
		return
	}
	name := codeName.FindString(c.rest())
	if name == "" {
		c.pos++
		return
	}
	switch name {
	case "const", "let", "var", "final", "export", "public", "private", "static", "readonly", "await", "return", "new", "function", "def", "func", "import", "from":
		if name == "function" || name == "def" || name == "func" {
			// What a declaration calls its parameters is no call.
			c.pos += len(name)
			c.space()
			if end := strings.IndexAny(c.rest(), ")\n"); c.at("(") && end > 0 { // whose method it is
				c.pos += end + 1
				c.space()
			}
			if path := codePath.FindString(c.rest()); path != "" {
				c.pos += len(path)
			}
			return
		}
		if name == "new" || name == "await" {
			c.whole(from)
			return
		}
		c.pos += len(name)
		if of := varOf.FindStringSubmatchIndex(c.rest()); c.golang && name == "var" && of != nil { // empty, to be filled
			v := c.text.value(reading.Call, from, c.pos+of[1], "")
			v.Tag, v.Role, v.Name = c.source[c.pos+of[4]:c.pos+of[5]], reading.Assigned, c.source[c.pos+of[2]:c.pos+of[3]]
			v.NameFrom, v.NameTo = c.pos+of[2], c.pos+of[3]
			c.Root.Children = append(c.Root.Children, v)
			c.pos += of[1]
		} else if of := listOf.FindStringSubmatchIndex(c.rest()); c.golang && name == "var" && of != nil {
			v := c.text.value(reading.List, from, c.pos+of[1], "")
			v.Role, v.Name, v.NameFrom, v.NameTo = reading.Assigned, c.source[c.pos+of[2]:c.pos+of[3]], c.pos+of[2], c.pos+of[3]
			c.Root.Children = append(c.Root.Children, v)
			c.pos += of[1]
		}
		return
	}
	if c.declared(name, from) {
		return
	}
	rest := c.source[c.pos+len(name):]
	if sign := assignment.FindString(rest); sign != "" && !strings.HasPrefix(rest[len(sign):], "=") && !strings.HasPrefix(rest[len(sign):], ">") {
		c.pos += len(name) + len(sign)
		c.assigned(name, "", "", from)
		return
	}
	if sign := unites.FindString(rest); c.php && sign != "" && c.set(name) {
		c.pos += len(name) + len(sign) - 1
		faults := len(c.Faults)
		if more := c.operation(); more != nil && more.Kind == reading.Object && len(c.Faults) == faults && !c.again(from) {
			c.unite(bare(name), more, c.condition(from, c.setAt(name)))
			return
		}
		c.Faults, c.pos = c.Faults[:min(faults, len(c.Faults))], from
	}
	if adds := addsTo.FindStringSubmatch(rest); adds != nil && c.set(name) {
		// A list grows, or the list of a member does.
		member := adds[1] + adds[2] + adds[3] + adds[4]
		v := c.adds(from, from+len(name)+len(adds[0])-1, member, adds[5])
		grown := c.text.value(reading.Object, from, v.To, "")
		grown.Name, grown.Role, grown.Children = bare(name), reading.Member, []*reading.Value{v}
		switch {
		case member == "" && v.Role == reading.Within && v.Kind == reading.List:
			grown.Kind, grown.Role, grown.Children = reading.List, reading.Grown, v.Children
		case member == "":
			grown.Role = reading.Lost
		}
		if !c.again(from) {
			c.Root.Children = append(c.Root.Children, grown)
		}
		c.pos += len(name)
		return
	}
	if setter := setterOf.FindStringSubmatch(rest); setter != nil && c.set(name) {
		c.pos += len(name) + len(setter[0])
		member := setter[1] + setter[2]
		if !c.golang {
			member = strings.ToLower(setter[1]) + setter[2]
		}
		c.assigned(name, member, "", from)
		return
	}
	if c.builders[name] && link.MatchString(rest) {
		c.pos += len(name)
		c.built(name, from)
		return
	}
	if member := setMember.FindStringSubmatch(rest[:min(len(rest), 400)]); member != nil && !strings.HasPrefix(rest[len(member[0]):], "=") && c.set(name) {
		c.pos += len(name) + len(member[0])
		path := member[5]
		if member[6] != "" { // what it becomes hangs on what it was
			path = member[6]
		}
		c.assigned(name, member[1]+member[2]+member[3]+member[4], path, from)
		return
	}
	if (somewhere.MatchString(rest[:min(len(rest), 200)]) || changed.MatchString(rest)) && c.set(name) {
		c.loses(name, from) // a member whose name is worked out, or what hangs on what it was
		c.pos += len(name)
		return
	}
	if name == "delete" || name == "unset" || name == "del" {
		if gone := deletedFrom.FindStringSubmatch(c.rest()[:min(len(c.rest()), 200)]); gone != nil && c.set(gone[1]) {
			c.pos += len(gone[0])
			c.loses(gone[1], from)
			return
		}
		if gone := deletedOf.FindStringSubmatch(c.rest()); gone != nil {
			c.pos += len(gone[0])
			c.deletes(bare(gone[1]), gone[2]+gone[3]+gone[4], gone[5] != "", from)
			return
		}
	}
	if deep := deepChange.FindStringSubmatch(c.rest()[:min(len(c.rest()), 400)]); deep != nil && (deep[1] != "") == strings.HasSuffix(deep[0], ",") && c.set(deep[2]) && !c.again(from) {
		c.deeply(deep, from)
		c.pos += len(name)
		return
	}
	if strings.HasPrefix(rest, ".") {
		if gone := deleteCall.FindStringSubmatch(rest); gone != nil && c.set(name) {
			c.pos += len(name) + len(gone[0])
			c.deletes(bare(name), gone[1]+gone[2]+gone[3], false, from)
			return
		}
		if c.merges(name, rest, from) {
			return
		}
	}
	c.whole(from)
}

// declared reads what C# makes of the type that a variable is declared to have: UserPool pool = new(…).
func (c *codeReader) declared(name string, from int) bool {
	if next := c.source[from+len(name):]; next == "" || strings.IndexByte(" \t.", next[0]) < 0 || !strings.Contains(next[:min(len(next), 200)], "new") {
		return false
	}
	of := targetTyped.FindStringSubmatchIndex(c.rest())
	if of == nil || !lookedFor(c.source[from+of[2]:from+of[3]]) {
		return false
	}
	start := from + of[6]
	c.pos = from + of[1] - 1
	v := c.named(start, c.source[from+of[2]:from+of[3]])
	if v == nil || v.Kind != reading.Call {
		c.pos = from + len(name)
		return true
	}
	if len(c.Root.Children) == 0 || c.Root.Children[len(c.Root.Children)-1].From != start {
		c.keep(v)
	}
	c.pos = max(c.pos, from+of[1])
	held := *v
	held.Name, held.Role, held.NameFrom, held.NameTo = c.source[from+of[4]:from+of[5]], reading.Assigned, from+of[4], from+of[5]
	c.Root.Children = append(c.Root.Children, &held)
	return true
}

// rawText reads r#"…"# of Rust, in which nothing is escaped; nil where none is next.
func (c *codeReader) rawText() *reading.Value {
	open := rawOpens.FindStringSubmatch(c.rest())
	if open == nil {
		return nil
	}
	from, begins := c.pos, c.pos+len(open[0])
	end := strings.Index(c.source[begins:], `"`+open[1])
	if end < 0 {
		return nil
	}
	c.pos = begins + end + len(open[1]) + 1
	return c.text.value(reading.String, from, c.pos, c.source[begins:begins+end])
}

// rawOpens matches how such a text begins. Without a # it is like any other.
var rawOpens = regexp.MustCompile(`^b?r(#+)"`)

// bare is a variable's name without the sign that PHP has before it.
func bare(name string) string { return strings.TrimPrefix(name, "$") }

// built keeps what the calls on a builder that a variable holds set.
func (c *codeReader) built(name string, from int) {
	faults := len(c.Faults)
	v := c.chain(from, ".builder", c.text.value(reading.Reference, from, c.pos, name))
	c.Faults = c.Faults[:min(faults, len(c.Faults))]
	if v == nil || v.Kind != reading.Object || c.again(from) {
		return
	}
	v.Children = slices.DeleteFunc(v.Children, func(m *reading.Value) bool { // what it is asked for: toString()
		return m.Kind == reading.List && len(m.Children) == 0 && strings.HasPrefix(c.source[m.From:], "(")
	})
	if len(v.Children) > 0 {
		c.gains(name, from, v.Children)
	}
}

// loses keeps that a variable is changed where that cannot be followed.
func (c *codeReader) loses(name string, from int) {
	lost := c.text.value(reading.Null, from, c.pos, "")
	lost.Name, lost.Role = bare(name), reading.Lost
	c.Root.Children = append(c.Root.Children, lost)
}

// merges keeps what Object.assign(variable, …) and variable.merge!(…) add to a variable. One that is changed in
// another way is not known from there on.
func (c *codeReader) merges(name, rest string, from int) bool {
	if assign := assignTo.FindStringSubmatch(c.rest()); name == "Object" && assign != nil && c.set(assign[1]) {
		name, c.pos = assign[1], from+len("Object.assign")
	} else if change := changesOf.FindStringSubmatch(rest); change == nil || !c.set(name) {
		return false
	} else if c.pos += len(name) + len(change[0]) - 1; strings.HasPrefix(change[0], ".put(") || strings.HasPrefix(change[0], ".put (") {
		if pair := c.container(')', reading.List); pair != nil && len(pair.Children) == 2 && pair.Children[0].Kind == reading.String && !c.again(from) {
			key, value := pair.Children[0], pair.Children[1]
			value.Name, value.NameFrom, value.NameTo = key.Text, key.From, key.To
			c.gains(name, from, []*reading.Value{value})
			return true
		}
		c.loses(name, from)
		return true
	} else if change[1] == "" { // of which nothing is known
		c.loses(name, from)
		return true
	}
	arguments := c.container(')', reading.List)
	if arguments == nil || c.again(from) {
		return arguments != nil
	}
	var members []*reading.Value
	for i, a := range arguments.Children {
		if i == 0 && a.Kind == reading.Reference && a.Text == name {
			continue
		}
		a.Role = reading.Spread
		members = append(members, a)
	}
	c.gains(name, from, members)
	return true
}

func (c *codeReader) set(name string) bool { return c.setAt(name) >= 0 }

// setAt is where a variable was set last, or a negative number.
func (t *text) setAt(name string) int {
	name = bare(name)
	// What is asked for was mostly set just before: from the front, a long program takes seconds.
	for _, v := range slices.Backward(t.Root.Children) {
		if (v.Role == reading.Assigned || v.Role == reading.Default) && v.Name == name {
			return v.NameFrom
		}
	}
	return -1
}

// whole reads a value that begins here, which keeps the calls that are looked for; or steps over
// the name.
func (c *codeReader) whole(from int) {
	faults := len(c.Faults)
	before := len(c.Root.Children)
	head := strings.TrimLeft(strings.TrimPrefix(c.rest()[:min(len(c.rest()), 400)], "new"), " \t") // a longer path is none
	path := c.original(strings.TrimPrefix(codePath.FindString(head), "await "))
	if !lookedFor(path) && !strings.HasPrefix(c.rest(), "await") && !strings.Contains(path, "UserPool") && !strings.Contains(path, "CfnResource") {
		if name := codeName.FindString(c.rest()); name != "" {
			c.pos += len(name)
		} else {
			c.pos++
		}
		return
	}
	if c.value() == nil || len(c.Root.Children) == before {
		c.Faults = c.Faults[:min(faults, len(c.Faults))]
		c.pos = max(c.pos, from+1)
		if c.pos <= from+1 || len(c.Root.Children) == before {
			c.pos = from + max(1, len(codeName.FindString(c.source[from:])))
		}
	}
}

// keep keeps a call that was looked for; a copy, since a name that it is assigned to is not its own.
func (c *codeReader) keep(v *reading.Value) {
	own := *v
	if own.Role == "" && clientMakers[lastOf(own.Tag)] {
		own.Role = reading.MakesClient
	}
	c.Root.Children = append(c.Root.Children, &own)
}

func lastOf(path string) string {
	end := len(path)
	for i := end - 1; i >= 0; i-- {
		if b := path[i]; !(b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_' || b == '$') {
			return path[i+1:]
		}
	}
	return path
}

// assigned keeps what a variable, or a member of one, is set to; path leads from the member to what is set within it.
func (c *codeReader) assigned(name, member, path string, from int) {
	behind, faults := c.pos, len(c.Faults)
	c.space()
	start := c.pos
	if member == "" && c.builders[name] && strings.HasPrefix(c.rest(), name) && link.MatchString(c.rest()[len(name):]) { // b = b.name("a")
		c.pos += len(name)
		c.built(name, from)
		return
	}
	c.building = false
	v := c.operation()
	c.builders[name] = member == "" && c.building
	c.blank()
	if v == nil || c.pos < len(c.source) && strings.IndexByte(";,)\n}", c.source[c.pos]) < 0 {
		c.Faults = c.Faults[:min(faults, len(c.Faults))]
		c.pos = behind
		end := lineEnd(c.source, start)
		v = c.expression(start, max(start, min(end, start+200)))
	}
	if c.again(from) {
		return
	}
	if more := c.moreOf(bare(name), v); member == "" && more != nil {
		c.gains(name, from, more)
		return
	}
	if more := c.appended(name, v); member == "" && more != nil && c.set(name) && c.condition(from, c.setAt(name)) == "" {
		more.Name, more.Role, more.NameFrom, more.NameTo = name, reading.Grown, from, from+len(name)
		c.Root.Children = append(c.Root.Children, more)
		return
	}
	if member == "" {
		role := reading.Assigned
		if c.pos < len(c.source) && strings.IndexByte(",)}", c.source[c.pos]) >= 0 && !declares.MatchString(c.source[strings.LastIndexByte(c.source[:from], '\n')+1:from]) {
			role = reading.Default
		}
		name = bare(name)
		v.Name, v.Role, v.NameFrom, v.NameTo = name, role, from, from+len(name)
		c.keep(v)
		return
	}
	set := c.text.value(reading.Object, from, c.pos, "")
	v.NameFrom, v.NameTo = from, min(behind, len(c.source))
	if more := c.appended(name+"."+member, v); more != nil && path == "" {
		v = more
	}
	v = c.part(v, member, path, from, c.pos, c.condition(from, c.setAt(name)))
	set.Name, set.Role, set.Children = bare(name), reading.Member, []*reading.Value{v}
	c.Root.Children = append(c.Root.Children, set)
}

// unites matches what adds to an array of PHP what it does not have.
var unites = regexp.MustCompile(`^[ \t]*\+=[ \t]*\[`)

func (c *codeReader) unite(name string, more *reading.Value, only string) {
	for _, v := range more.Children {
		there := slices.ContainsFunc(c.Root.Children, func(of *reading.Value) bool {
			return of.Name == name && of.Role != "" && of.Kind == reading.Object && of.Member(v.Name) != nil
		})
		if there {
			continue
		}
		if only != "" {
			called, from, to := v.Name, v.NameFrom, v.NameTo
			v = c.only(v, only)
			v.Name, v.NameFrom, v.NameTo = called, from, to
		}
		set := c.text.value(reading.Object, more.From, more.To, "")
		set.Name, set.Role, set.Children = name, reading.Member, []*reading.Value{v}
		c.Root.Children = append(c.Root.Children, set)
	}
}

// adds is what a call adds to the list of a member, or to its names and values: variable.Member.Add(…). The bracket is at open.
func (c *codeReader) adds(from, open int, member, method string) *reading.Value {
	only := c.condition(from, c.setAt(codeName.FindString(c.source[from:])))
	if back := c.pos; method != "unshift" && !strings.Contains(method, "ll") && !strings.Contains(method, "Range") && only == "" {
		faults := len(c.Faults)
		c.pos = open
		added := c.container(')', reading.List)
		if end := c.pos; len(c.Faults) == faults && added != nil && strings.IndexByte(";\n\r", c.source[min(end, len(c.source)-1)]) >= 0 || c.pos == len(c.source) {
			added.Role, added.Text, added.From = reading.Within, c.source[from:end], from
			added.Name, added.NameFrom, added.NameTo = member, from, open
			c.pos = back
			switch {
			case member != "" && len(added.Children) == 2 && strings.HasSuffix(method, "dd") && added.Children[0].Kind == reading.String:
				key, value := added.Children[0], added.Children[1]
				value.Name, value.NameFrom, value.NameTo = key.Text, key.From, key.To
				added.Kind, added.Children = reading.Object, added.Children[1:]
				return added
			case added.Kind == reading.List && len(added.Children) > 0 && (method == "push" || len(added.Children) == 1):
				return added
			}
		}
		c.Faults, c.pos = c.Faults[:faults], back
	}
	v := c.expression(from, lineEnd(c.source, from))
	v.Name, v.NameFrom, v.NameTo = member, from, open
	return v
}

// appended is what a list gets that is set to itself and more, as Go does it: a.List = append(a.List, b); nil for anything else.
func (c *codeReader) appended(list string, v *reading.Value) *reading.Value {
	if v.Kind != reading.Call || v.Tag != "append" || len(v.Children) < 2 || v.Children[0].Kind != reading.Reference || v.Children[0].Text != list {
		return nil
	}
	more := *v
	more.Kind, more.Tag, more.Role, more.Text, more.Children = reading.List, "", reading.Within, c.source[v.From:v.To], v.Children[1:]
	return &more
}

// deeply keeps that what stands within a member of a variable is changed: it is not known from there on, or may have any
// members besides.
func (c *codeReader) deeply(deep []string, from int) {
	v := c.expression(from, lineEnd(c.source, from))
	v.NameFrom, v.NameTo = from, from+len(deep[0])
	path, more := deep[7], deep[1] != "" || strings.HasPrefix(deep[8], "update") || strings.HasPrefix(deep[8], "merge")
	if more {
		path += ".more"
	}
	v = c.part(v, deep[3]+deep[4]+deep[5]+deep[6], path, from, v.To, c.condition(from, c.setAt(deep[2])))
	last := v
	for last.Role == reading.Within {
		last = last.Children[0]
	}
	if more && last != v {
		last.Name, last.Role, last.NameFrom, last.NameTo = "", reading.Spread, 0, 0
	}
	set := c.text.value(reading.Object, from, v.To, "")
	set.Name, set.Role, set.Children = bare(deep[2]), reading.Member, []*reading.Value{v}
	c.Root.Children = append(c.Root.Children, set)
}

// again reports whether a statement was come by before.
func (c *codeReader) again(from int) bool {
	before := c.statements[from]
	c.statements[from] = true
	return before
}

// declares matches what stands before a variable that is declared, and no parameter with its default.
var declares = regexp.MustCompile(`^\s*(?:export\s+)?(?:const|let|var|\w*)\s*$`)

// blank skips blanks on the line.
func (c *codeReader) blank() {
	for c.pos < len(c.source) && strings.IndexByte(" \t\r", c.source[c.pos]) >= 0 {
		c.pos++
	}
}

// operation reads a value, or texts that are put together.
func (c *codeReader) operation() *reading.Value {
	from := c.pos
	first := c.value()
	if first == nil {
		return nil
	}
	parts, joined := []*reading.Value{first}, false
	for {
		end := c.pos
		c.space()
		switch {
		case c.at("+") && !c.at("+=") && !c.at("++"), c.php && c.at(".") && !c.at(".="):
			joined = joined || c.at(".")
			c.pos++
			c.space()
			next := c.value()
			if next == nil {
				return nil
			}
			parts = append(parts, next)
			continue
		case c.at("??"), c.at("||"):
			return c.both("??", from, parts)
		case (c.at("as ") || c.at("satisfies ")) && c.pos > end:
			if word := ofType.FindString(c.rest()); word != "" {
				c.pos += len(word)
				continue
			}
			c.pos = end
		case c.at("!") && !c.at("!="):
			c.pos++
			continue
		case c.kotlin && c.at("to ") && c.pos > end:
			return c.both("Pair", from, parts)
		default:
			c.pos = end
		}
		break
	}
	if len(parts) == 1 {
		return first
	}
	v := c.text.value(reading.Template, from, c.pos, "")
	v.Tag, v.Children = reading.Sum, parts
	if joined { // PHP writes texts behind one another with a dot
		v.Tag = ""
	}
	return v
}

// both reads what stands behind an operator of two characters, and makes a call of it and the one value before; nil where
// it cannot be read, or several parts stand before.
func (c *codeReader) both(tag string, from int, before []*reading.Value) *reading.Value {
	c.pos += 2
	c.space()
	second := c.operation()
	if second == nil || len(before) > 1 {
		return nil
	}
	v := c.text.value(reading.Call, from, c.pos, "")
	v.Tag, v.Children = tag, []*reading.Value{before[0], second}
	return v
}

// words matches a list of words in Ruby.
var words = regexp.MustCompile(`^%[wi][\[({]([\w\s]*)[\])}]`)

// ofType matches what TypeScript says of a value's type behind it.
var ofType = regexp.MustCompile(`^(?:as|satisfies)\s+` + oneType + `(?:\s*[|&]\s*` + oneType + `)*`)

const oneType = `(?:(?:readonly|keyof|typeof)\s+)*(?:[\w.]+|'[^'\n]*'|"[^"\n]*")(?:<[^<>=;{}()]*(?:<[^<>=;{}()]*>[^<>=;{}()]*)?>)?(?:\[[\w'"]*\])*`

// casts matches a type in brackets and how the value behind it begins, phpCasts the same in PHP, whose types are few. In
// other languages what stands in brackets before a value is a value, too.
var (
	casts    = regexp.MustCompile(`^\(\s*((?:string|int|long|short|byte|bool|boolean|float|double|decimal|object|(?:[a-z]\w*\.)*[A-Z]\w*(?:<[\w\s.,<>\[\]?]*>)?)(?:\[\])*\??)\s*\)[ \t]*[\w"'@!-]`)
	phpCasts = regexp.MustCompile(`^\(\s*((?i:string|int|integer|bool|boolean|float|double|array|object))\s*\)[ \t]*[\w"'$\[(!\\-]`)
	// behindValue matches what stands behind a value in brackets, and is none itself.
	behindValue = regexp.MustCompile(`^(?:as|satisfies|instanceof|in|of|is|to|if|unless|and|or|xor|when|switch|with)\b`)
)

// cast returns the type in brackets that is next, with its brackets and without; nil where none is.
func (c *codeReader) cast() []string {
	pattern := casts
	if c.php {
		pattern = phpCasts
	}
	of := pattern.FindStringSubmatch(c.rest()[:min(len(c.rest()), 200)])
	if of == nil || c.golang || c.ruby || c.kotlin || c.rust {
		return nil
	}
	of[0] = of[0][:len(of[0])-1]
	if next := c.rest()[len(of[0]):]; behindValue.MatchString(next) || !c.php && strings.HasPrefix(next, "-") && (len(next) < 2 || next[1] < '0' || next[1] > '9') {
		return nil
	}
	return of
}

// lambda matches the beginning of a function that sets the members of a builder: p -> p.name("a").
var lambda = regexp.MustCompile(`^\(?(\w+)\)?\s*->\s*(\w+)\s*\.`)

// lambdaBlock matches one that does so in statements: p -> { p.name("a"); }
var lambdaBlock = regexp.MustCompile(`^\(?(\w+)\)?\s*->\s*\{`)

// filled reads the statements of such a function, each a chain of calls on the builder; nil where one is another.
func (c *codeReader) filled(from int, builder string) *reading.Value {
	object := c.text.value(reading.Object, from, c.pos, "")
	for {
		c.space()
		switch {
		case c.at(";"):
			c.pos++
		case c.at("}"):
			c.pos++
			object.To = c.pos
			return object
		case strings.HasPrefix(c.rest(), builder) && link.MatchString(c.rest()[len(builder):]):
			at := c.pos
			c.pos += len(builder)
			v := c.chain(at, ".builder", c.text.value(reading.Reference, at, c.pos, builder))
			if v == nil {
				return nil
			}
			object.Children = append(object.Children, v.Children...)
		default:
			return nil
		}
	}
}

// value reads one value; nil where none can be read.
func (c *codeReader) value() *reading.Value {
	if c.depth > reading.MaxDepth/2 || c.values > reading.MaxValues {
		return nil
	}
	c.depth++
	defer func() { c.depth-- }()
	from := c.pos
	if from >= len(c.source) {
		return nil
	}
	switch b := c.source[from]; {
	case b == '&' || b == '*' && c.golang:
		c.pos++
		return c.value()
	case b == '!' && !c.at("!="):
		c.pos++
		c.space()
		v := c.value()
		if v == nil {
			return nil
		}
		not := c.text.value(reading.Call, from, c.pos, "")
		not.Tag, not.Children = reading.Not, []*reading.Value{v}
		return not
	case c.rust && defaults.MatchString(c.rest()): // nothing
		c.pos += len(defaults.FindString(c.rest()))
		return c.text.value(reading.Null, from, c.pos, "")
	case c.rust && b == '"':
		v := c.str()
		c.pos += len(owned.FindString(c.rest()))
		return v
	case c.rust && vector.MatchString(c.rest()):
		c.pos += len(vector.FindString(c.rest())) - 1
		return c.container(']', reading.List)
	case b == '"' || b == '\'' || b == '`':
		v := c.str()
		c.pos += len(sameText.FindString(c.rest()))
		return v
	case (b == '$' || b == '@') && from+1 < len(c.source) && c.source[from+1] == '"':
		c.pos++
		v := c.str()
		if v.Kind != reading.String { // what is shown of it begins with its sign
			v.From = from
		}
		return v
	case b == ':' && from+1 < len(c.source) && codeName.MatchString(c.source[from+1:]): // a symbol of Ruby
		name := codeName.FindString(c.source[from+1:])
		c.pos += 1 + len(name)
		return c.text.value(reading.String, from, c.pos, name)
	case (b == '[' || b == '{') && c.ruby && !c.golang:
		v := c.container(map[byte]byte{'[': ']', '{': '}'}[b], map[byte]reading.Kind{'[': reading.List, '{': reading.Object}[b])
		if frozen := same.FindString(c.rest()); frozen != "" {
			c.pos += len(frozen)
		}
		return v
	case b == '[':
		if c.golang {
			if of := listType.FindString(c.rest()); of != "" {
				c.pos += len(of)
				if c.at("{") {
					return c.container('}', reading.List)
				}
				return nil
			}
		}
		return c.container(']', reading.List)
	case b == '{':
		return c.container('}', reading.Object)
	case b == '%' && c.ruby: // %w[email phone_number]
		if words := words.FindStringSubmatch(c.rest()); words != nil {
			c.pos += len(words[0])
			v := c.text.value(reading.List, from, c.pos, "")
			for _, word := range strings.Fields(words[1]) {
				v.Children = append(v.Children, c.text.value(reading.String, from, c.pos, word))
			}
			c.pos += len(same.FindString(c.rest()))
			return v
		}
	case b == '<' && !c.php && !c.golang && !c.ruby && !c.kotlin && !c.rust: // <string>x of TypeScript
		of := generics.FindString(c.rest())
		if of == "" {
			return nil
		}
		c.pos += len(of)
		c.space()
		return c.value()
	case b == '(' && c.cast() != nil:
		of := c.cast()
		c.pos += len(of[0])
		v := c.value()
		if v == nil {
			return nil
		}
		made := c.text.value(reading.Call, from, c.pos, of[1])
		made.Tag, made.Children = reading.Cast, []*reading.Value{v}
		return made
	case b == '(' && !lambda.MatchString(c.rest()):
		c.pos++
		c.space()
		v := c.operation()
		c.space()
		if v == nil || !c.at(")") {
			return nil
		}
		c.pos++
		if c.golang && v.Kind == reading.Call && link.MatchString(c.rest()) {
			return c.chain(from, v.Tag, v)
		}
		return v
	}
	if v := c.rawText(); v != nil {
		return v
	}
	if spelt := codeNumber.FindString(c.rest()); spelt != "" {
		c.pos += len(spelt)
		return c.text.value(reading.Number, from, c.pos, decimal(strings.TrimRight(spelt, "lLnfFdDuU")))
	}
	if sets := lambda.FindStringSubmatch(c.rest()); sets != nil && sets[1] == sets[2] {
		c.pos += len(sets[0]) - 1
		return c.chain(from, ".builder", c.text.value(reading.Reference, from, c.pos, sets[1]))
	}
	if sets := lambdaBlock.FindStringSubmatch(c.rest()); sets != nil {
		c.pos += len(sets[0])
		return c.filled(from, sets[1])
	}
	path := codePath.FindString(c.rest())
	if path == "" {
		return nil
	}
	c.pos += len(path)
	path = strings.Join(strings.Fields(path), "")
	path = strings.NewReplacer("?.", ".", "::", ".", "->", ".", `\`, ".", "Boolean.", "").Replace(path)
	path = c.original(path)
	switch path {
	case "true", "false", "True", "False", "TRUE", "FALSE":
		return c.text.value(reading.Bool, from, c.pos, strings.ToLower(path))
	case "null", "nil", "undefined", "None", "NULL":
		return c.text.value(reading.Null, from, c.pos, "")
	case "new", "await":
		if made := newOf.FindStringSubmatch(c.rest()); c.golang && made != nil {
			c.pos += len(made[0])
			v := c.text.value(reading.Call, from, c.pos, "")
			v.Tag = made[1]
			return c.chain(from, v.Tag, v)
		}
		c.space()
		if c.at("(") || c.at("{") || c.at("[") { // new() { … } of C#
			if c.at("()") {
				c.pos += 2
				c.space()
			}
			if c.at("[") {
				if end := strings.IndexByte(c.rest(), ']'); end >= 0 {
					c.pos += end + 1
					c.space()
				}
			}
			if c.at("(") {
				return c.pointed(from)
			}
			return c.container('}', reading.Object)
		}
		v := c.value()
		if v != nil {
			v.From = from
		}
		return v
	case "array":
		if c.php && c.at("(") {
			v := c.container(')', reading.List)
			if len(v.Children) == 1 && v.Children[0].From == v.From { // what has names in it
				return v.Children[0]
			}
			return v
		}
	case "map":
		if of := mapType.FindString(c.rest()); c.golang && of != "" {
			c.pos += len(of)
			return c.container('}', reading.Object)
		}
	}
	if g := generics.FindString(c.rest()); g != "" && (strings.HasPrefix(c.source[c.pos+len(g):], "(") || strings.HasPrefix(strings.TrimLeft(c.source[c.pos+len(g):], " \n\t"), "{")) {
		c.pos += len(g)
	}
	return c.named(from, path)
}

// named reads what follows a name: a call, a literal of that type, or nothing.
func (c *codeReader) named(from int, path string) *reading.Value {
	var v *reading.Value
	if c.at("(") {
		arguments := c.container(')', reading.List)
		if arguments == nil {
			return nil
		}
		v = c.text.value(reading.Call, from, c.pos, "")
		v.Tag, v.Children = path, arguments.Children
	}
	// Type{…} of Go, new Type {…} or new Type() {…} of C#.
	back := c.pos
	c.space()
	if c.at("{") && (c.golang && v == nil || (c.kotlin || c.rust) && v == nil && made(path) || typed(path) && lookedFor(path) || c.newBefore(from)) && !strings.HasPrefix(path, "if") {
		object := c.container('}', reading.Object)
		if object == nil {
			return nil
		}
		if lookedFor(path) {
			v = c.text.value(reading.Call, from, c.pos, "")
			v.Tag, v.Children = path, []*reading.Value{object}
		} else {
			v = object
			v.From = from
		}
	} else {
		c.pos = back
	}
	if v == nil {
		if index := regexp.MustCompile(`^\[\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)")\s*\]`).FindStringSubmatch(c.rest()); index != nil {
			c.pos += len(index[0])
			path += "." + index[1] + index[2]
		}
		if c.ruby {
			path = sameAs.ReplaceAllString(path, "")
		}
		return c.text.value(reading.Reference, from, c.pos, strings.TrimPrefix(path, "$"))
	}
	return c.chain(from, path, v)
}

// same matches what Ruby calls on a value and what leaves it as it is.
var same, sameAs = regexp.MustCompile(`^\.(?:freeze|dup|clone|compact|to_h)\b`), regexp.MustCompile(`\.(?:freeze|dup|clone|compact|to_h)$`)

// sameText matches what makes a text of a text.
var sameText = regexp.MustCompile(`^\.(?:(?:freeze|dup|to_s|to_sym)\b|to_?[sS]tring\(\)|ToString\(\))`)

var (
	// owned matches how a text of Rust becomes a String, vector how a list begins there, and tried what
	// stands behind what may fail.
	owned  = regexp.MustCompile(`^(?:\.(?:to_string|to_owned|into)\(\))+`)
	vector = regexp.MustCompile(`^vec!\s*\[`)
	// defaults matches what Rust has for all that is left out.
	defaults = regexp.MustCompile(`^(?:\w+::)*(?:Default|\w+)::default\(\)`)
	tried    = regexp.MustCompile(`^\s*(?:\.\s*await\b|\?)`)
)

func (c *codeReader) newBefore(from int) bool {
	return strings.HasSuffix(strings.TrimRight(c.source[:from], " \t\r\n"), "new")
}

var link = regexp.MustCompile(`^\.\s*([A-Za-z_$][\w$]*)\s*\(`)

// chain reads the calls behind a call. Those of a builder, and the withX of a request, are its
// members: one argument is the value, several are a list.
func (c *codeReader) chain(from int, path string, v *reading.Value) *reading.Value {
	var object *reading.Value
	built := false
	for {
		if c.rust {
			c.pos += len(tried.FindString(c.rest()))
		}
		back := c.pos
		c.space() // in which comments stand
		if object != nil && c.applies(object) {
			continue
		}
		next := link.FindStringSubmatchIndex(c.rest())
		if next == nil {
			c.pos = back
			break
		}
		name := c.source[c.pos+next[2] : c.pos+next[3]]
		nameFrom, nameTo := c.pos+next[2], c.pos+next[3]
		c.pos += next[1] - 1
		arguments := c.container(')', reading.List)
		if arguments == nil {
			return nil
		}
		with := strings.HasPrefix(name, "with") && len(name) > 4
		if setter := strings.TrimPrefix(name, "Set"); c.golang && setter != name && setter != "" && lookedFor(v.Tag) && object == nil {
			// (&Input{}).SetName("a"), which begins with what the literal has.
			c.forget(v)
			object = c.text.value(reading.Object, from, c.pos, "")
			for _, begun := range v.Children {
				object.Children = append(object.Children, begun.Children...)
			}
			path = v.Tag
		}
		if c.golang {
			name = strings.TrimPrefix(name, "Set")
		}
		inRust := c.rust && strings.HasPrefix(lastOf(path), "create_user_pool")
		switch {
		case object != nil || strings.HasSuffix(path, ".builder") || strings.HasSuffix(path, ".Builder.create") || with || inRust:
			if object == nil {
				object = c.text.value(reading.Object, from, c.pos, "")
			}
			if built || name == "build" || (inRust || c.rust && path == ".builder") && name == "send" {
				built = true
				break
			}
			if c.rust {
				name, nameFrom = c.added(object, strings.TrimPrefix(name, "set_"), arguments), nameTo-len(strings.TrimPrefix(name, "set_"))
				if name == "" {
					break
				}
			}
			if with {
				name = strings.ToLower(name[4:5]) + name[5:]
			}
			member := arguments
			if len(arguments.Children) == 1 {
				member = arguments.Children[0]
			}
			if name == "applyMutation" { // a function of the builder's own
				member.Role = reading.Spread
				object.Children = append(object.Children, member)
				object.To = c.pos
				break
			}
			member.Name, member.NameFrom, member.NameTo = name, nameFrom, nameTo
			object.Children = append(object.Children, member)
			object.To = c.pos
		default:
			if lookedFor(v.Tag) {
				c.keep(v)
			}
			call := c.text.value(reading.Call, from, c.pos, "")
			call.Tag, call.Children = path+"."+name, append([]*reading.Value{v}, arguments.Children...)
			v, path = call, path+"."+name
		}
	}
	if object != nil {
		made, construct := strings.CutSuffix(path, ".Builder.create")
		last := lastOf(strings.TrimSuffix(made, ".builder"))
		if !lookedFor(last) && !construct {
			return object
		}
		children := []*reading.Value{object}
		if construct { // the scope and the id stand before it
			children = append(v.Children, object)
		}
		v = c.text.value(reading.Call, from, c.pos, "")
		v.Tag, v.Children = last, children
		c.building = !built && lookedFor(last)
	}
	if of, begun := strings.CutSuffix(v.Tag, ".builder"); object == nil && v.Kind == reading.Call && len(v.Children) == 0 && (begun && lookedFor(of) || c.rust && lookedFor(v.Tag)) {
		if begun {
			v.Tag = lastOf(of)
		}
		c.building = true // with nothing in it yet
	}
	if lookedFor(v.Tag) {
		c.keep(v)
	}
	return v
}

// apply matches how Kotlin calls a builder's functions without naming it.
var apply = regexp.MustCompile(`^\.\s*apply\s*\{`)

// applies reads what such a block sets. Of one with anything else in it nothing is known.
func (c *codeReader) applies(object *reading.Value) bool {
	head := apply.FindString(c.rest())
	if head == "" {
		return false
	}
	from := c.pos
	c.pos += len(head) - 1
	block := c.container('}', reading.List)
	if block == nil {
		return false
	}
	for _, v := range block.Children {
		if v.Kind == reading.Call && v.Name == "" && !strings.Contains(strings.TrimPrefix(v.Tag, "this."), ".") {
			member := v
			if len(v.Children) == 1 {
				member = v.Children[0]
			} else {
				member.Kind = reading.List
			}
			member.Name, member.NameFrom, member.NameTo = strings.TrimPrefix(v.Tag, "this."), v.From, v.From+len(v.Tag)
			member.Tag = strings.TrimPrefix(member.Tag, v.Tag)
			object.Children = append(object.Children, member)
			continue
		}
		open := c.expression(from, c.pos)
		open.Role = reading.Spread
		object.Children = append(object.Children, open)
	}
	object.To = c.pos
	return true
}

// forget takes back a call that was kept, and turns out to be the beginning of another value.
func (c *codeReader) forget(v *reading.Value) {
	if last := len(c.Root.Children) - 1; last >= 0 && c.Root.Children[last].From == v.From && c.Root.Children[last].Tag == v.Tag {
		c.Root.Children = c.Root.Children[:last]
	}
}

// added puts what a builder of Rust's is called with into what its member has: a call adds an element to
// a list, and one of two values an entry to a map. It returns the member's name where there is none yet.
func (c *codeReader) added(object *reading.Value, name string, arguments *reading.Value) string {
	before := object.Member(name)
	if len(arguments.Children) == 2 {
		key, value := arguments.Children[0], arguments.Children[1]
		value.Name, value.NameFrom, value.NameTo = key.Text, key.From, key.To
		arguments.Kind, arguments.Children = reading.Object, []*reading.Value{value}
		if before == nil {
			within := *arguments
			arguments.Children = []*reading.Value{&within}
			return name
		}
		before.Children = append(before.Children, value)
		return ""
	}
	if before == nil || len(arguments.Children) != 1 {
		return name
	}
	if grown := before.Kind == reading.List && len(before.Children) > 0 && before.From == before.Children[0].From; !grown {
		first := *before
		first.Name, first.NameFrom, first.NameTo = "", 0, 0
		before.Kind, before.Text, before.Tag, before.Children = reading.List, "", "", []*reading.Value{&first}
	}
	before.Children, before.To = append(before.Children, arguments.Children[0]), arguments.To
	return ""
}

// container reads what stands in brackets; the opening one is next. Names make it an object.
func (c *codeReader) container(closing byte, kind reading.Kind) *reading.Value {
	from := c.pos
	if from >= len(c.source) {
		return nil
	}
	c.pos++
	v := c.text.value(kind, from, from, "")
	named := false
	for {
		c.space()
		if c.pos >= len(c.source) {
			c.fault(from, from+1, "This bracket is never closed.")
			break
		}
		if c.source[c.pos] == closing {
			c.pos++
			break
		}
		if strings.IndexByte(")]}", c.source[c.pos]) >= 0 || c.values > reading.MaxValues {
			break // it closes another one
		}
		if c.at(",") || c.at(";") {
			c.pos++
			continue
		}
		child := c.member(closing)
		if child.NameTo > child.NameFrom {
			named = true
		}
		v.Children = append(v.Children, child)
		behind := c.pos
		c.space()
		if c.kotlin && closing == '}' && strings.Contains(c.source[behind:c.pos], "\n") {
			continue // a line ends a statement
		}
		if c.pos < len(c.source) && strings.IndexByte(",;", c.source[c.pos]) < 0 && c.source[c.pos] != closing {
			c.skipTo(child)
		}
	}
	v.To = c.pos
	if v.Kind == reading.Object && closing == '}' {
		for i, child := range v.Children { // { "name", "value" } of C#
			if child.Role != "" || child.NameTo > child.NameFrom || len(child.Children) != 2 || child.Kind != reading.List && child.Kind != reading.Object || c.source[child.From] != '{' {
				continue
			}
			if key, value := child.Children[0], child.Children[1]; key.Kind == reading.String && key.NameTo <= key.NameFrom && (value.NameTo <= value.NameFrom || value.NameFrom == value.From) {
				value.Name, value.NameFrom, value.NameTo = key.Text, key.From, key.To
				v.Children[i], named = value, true
			}
		}
	}
	if named {
		if closing == ')' {
			// Arguments with names stand behind those without: create_user_pool(pool_name: …).
			object := c.text.value(reading.Object, v.From, v.To, "")
			var others []*reading.Value
			for _, child := range v.Children {
				if child.NameTo > child.NameFrom {
					object.Children = append(object.Children, child)
				} else {
					others = append(others, child)
				}
			}
			v.Children = append(others, object)
			return v
		}
		v.Kind = reading.Object
		return v
	}
	if v.Kind == reading.Object && len(v.Children) > 0 && closing == '}' && !c.spreads(v) {
		v.Kind = reading.List
	}
	return v
}

func (c *codeReader) spreads(v *reading.Value) bool {
	for _, child := range v.Children {
		if child.Role == reading.Spread {
			return true
		}
	}
	return false
}

var (
	memberKey = regexp.MustCompile(`^(?:([A-Za-z_$][\w$]*[?!]?)|'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|:([A-Za-z_]\w*)|\[\s*['"]([^'"\n]*)['"]\s*\])\s*(=>|:(?:[^:]|$)|=(?:[^=>]|$))`)
	shorthand = regexp.MustCompile(`^([A-Za-z_$][\w$]*)\s*(?:,|\}|$)`)
)

// member reads one value of a container, with its name where it has one.
func (c *codeReader) member(closing byte) *reading.Value {
	from := c.pos
	if c.at("...") || c.at("**") || c.rust && c.at("..") {
		c.pos += len("...")
		if c.source[from] == '*' || c.source[from+2] != '.' {
			c.pos = from + 2
		}
		c.space()
		start := c.pos
		v := c.chosen()
		if v == nil {
			v = c.operation()
		}
		if v == nil {
			c.pos = start
			v = c.expression(start, start)
			c.skipTo(v)
		}
		v.Role = reading.Spread
		return v
	}
	if c.kotlin && closing == '}' {
		if c.at("this.") {
			c.pos += len("this.")
			from = c.pos
		}
		if filled := codeName.FindString(c.rest()); filled != "" && strings.HasPrefix(strings.TrimLeft(c.rest()[len(filled):], " \t"), "{") {
			c.pos += len(filled)
			c.space()
			v := c.container('}', reading.Object)
			v.Name, v.NameFrom, v.NameTo = filled, from, from+len(filled)
			return v
		}
	}
	name, nameTo := "", from
	if key := memberKey.FindStringSubmatch(c.rest()); key != nil {
		name = key[1] + key[2] + key[3] + key[4] + key[5]
		if quoted := key[2] + key[3]; strings.Contains(quoted, `\`) {
			if text := c.str(); text != nil && text.Kind == reading.String {
				name = text.Text
			}
		}
		sign := key[6]
		nameTo = from + len(strings.TrimRight(key[0][:len(key[0])-len(sign)], " \t\r\n"))
		if sign[0] == ':' || sign[0] == '=' && sign != "=>" {
			sign = sign[:1]
		}
		c.pos = from + strings.Index(key[0][nameTo-from:], sign) + (nameTo - from) + len(sign)
		c.space()
	} else if short := shorthand.FindStringSubmatch(c.rest()); closing == '}' && short != nil && !c.golang {
		c.pos += len(short[1])
		if c.pos == len(c.source) { // a name that is being written
			v := c.expression(from, c.pos)
			v.Role = reading.Spread
			return v
		}
		v := c.text.value(reading.Reference, from, c.pos, short[1])
		v.Name, v.NameFrom, v.NameTo = short[1], from, c.pos
		return v
	}
	start := c.pos
	faults := len(c.Faults)
	v := c.operation()
	if v == nil {
		c.Faults = c.Faults[:min(faults, len(c.Faults))]
		c.pos = start
		v = c.expression(start, start)
		c.skipTo(v)
	}
	if nameTo > from { // which can be empty
		v.Name, v.NameFrom, v.NameTo = name, from, nameTo
	}
	return v
}

// skipTo goes to the next comma or the closing bracket: what stands before it is an expression.
func (c *codeReader) skipTo(v *reading.Value) {
	from := v.From
	depth := 0
	end := c.pos
	for c.pos < len(c.source) {
		b := c.source[c.pos]
		if depth == 0 && strings.IndexByte(",;)]}", b) >= 0 {
			break
		}
		switch {
		case strings.IndexByte("([{", b) >= 0:
			depth++
		case strings.IndexByte(")]}", b) >= 0:
			depth--
		case b == '"' || b == '\'' || b == '`':
			before := c.pos
			if c.str(); c.pos <= before {
				c.pos = before + 1
			}
			end = c.pos
			continue
		}
		if c.pos++; strings.IndexByte(" \t\r\n", b) < 0 {
			end = c.pos
		}
	}
	if after := c.pos; !c.looked[from] && c.mentions(c.source[from:max(from, end)]) {
		// A function that is passed on may have the call in it.
		c.looked[from] = true
		c.pos = from
		c.program(end)
		c.pos = after
	}
	role, name, nameFrom, nameTo := v.Role, v.Name, v.NameFrom, v.NameTo
	*v = *c.expression(from, max(from, end))
	v.Role, v.Name, v.NameFrom, v.NameTo = role, name, nameFrom, nameTo
}

// mentions reports whether a part of the program may make a pool.
func (c *codeReader) mentions(part string) bool {
	for name := range c.names {
		if strings.Contains(part, name) {
			return true
		}
	}
	return strings.Contains(part, "UserPool")
}

// pointed reads what new makes in Go of a value in brackets: a pointer to it where it is written out.
func (c *codeReader) pointed(from int) *reading.Value {
	open := c.pos
	c.pos++
	c.space()
	v := c.operation()
	c.space()
	if v != nil && c.at(")") {
		c.pos++
		if v.Scalar() {
			return v
		}
		return c.expression(from, c.pos)
	}
	c.pos = open
	return c.container('}', reading.Object)
}

// str reads a string. The ${ }, #{ } and {$ } in it become a Template.
func (c *codeReader) str() *reading.Value {
	from := c.pos
	quote := c.source[c.pos]
	prefix := byte(0)
	if from > 0 {
		prefix = c.source[from-1]
	}
	end := string(quote)
	if strings.HasPrefix(c.rest(), `"""`) {
		end = `"""`
	}
	c.pos += len(end)
	raw := quote == '`' && c.golang || prefix == '@' && quote == '"'
	var parts []*reading.Value
	var b strings.Builder
	began := from
	flush := func() {
		if b.Len() > 0 {
			parts = append(parts, c.text.value(reading.String, began, c.pos, joinSurrogates(b.String())))
			b.Reset()
		}
	}
	for {
		rest := c.rest()
		open := ""
		switch {
		case rest == "" || rest[0] == '\n' && len(end) == 1 && quote != '`' && !raw && !c.php:
			c.fault(from, from+1, "This string is never closed.")
			c.pos = max(c.pos, from+1)
			return c.text.value(reading.String, from, c.pos, b.String())
		case strings.HasPrefix(rest, end):
			c.pos += len(end)
			if b.Len() > 0 || len(parts) == 0 {
				parts = append(parts, c.text.value(reading.String, began, c.pos, joinSurrogates(b.String())))
			}
			if len(parts) == 1 {
				parts[0].From, parts[0].To = from, c.pos
				return parts[0]
			}
			v := c.text.value(reading.Template, from, c.pos, "")
			v.Children = parts
			return v
		case rest[0] == '\\' && len(rest) > 1 && !raw && !(c.php && quote == '\'' && rest[1] != '\'' && rest[1] != '\\'):
			c.pos += 1 + jsEscape(&b, rest[1:])
			continue
		case (quote == '`' && !c.golang || quote == '"' && c.kotlin) && strings.HasPrefix(rest, "${"):
			open = "${"
		case quote == '"' && c.ruby && strings.HasPrefix(rest, "#{"):
			open = "#{"
		case quote == '"' && prefix == '$' && rest[0] == '{' && !strings.HasPrefix(rest, "{{"):
			open = "{"
		case quote == '"' && c.php && strings.HasPrefix(rest, "{$"):
			open = "{"
		case quote == '"' && (c.php || c.kotlin) && rest[0] == '$' && len(rest) > 1 && codeName.MatchString(rest[1:]):
			flush()
			name := codeName.FindString(rest[1:])
			parts = append(parts, c.text.value(reading.Reference, c.pos, c.pos+1+len(name), name))
			c.pos += 1 + len(name)
			began = c.pos
			continue
		}
		if open == "" {
			b.WriteByte(rest[0])
			c.pos++
			continue
		}
		flush()
		at := c.pos
		c.pos += len(open)
		c.space()
		v := c.operation()
		c.space()
		if v == nil || !c.at("}") {
			close := strings.IndexByte(c.source[at:], '}')
			if close < 0 {
				close = len(c.source) - at - 1
			}
			c.pos = at + close
			v = c.expression(at, c.pos+1)
		}
		c.pos = min(c.pos+1, len(c.source))
		parts = append(parts, v)
		began = c.pos
	}
}

// jsEscape writes what a backslash and the text behind it stand for, and returns how much of
// that text it took.
func jsEscape(b *strings.Builder, text string) int {
	if strings.HasPrefix(text, "u{") {
		if code, length := number(text[2:], 16, 6); length > 0 && strings.HasPrefix(text[2+length:], "}") {
			writeCode(b, code)
			return length + 3
		}
	}
	if length := pythonEscape(b, text); length > 0 {
		return length
	}
	// Every other character stands for itself: pythonEscape has written a backslash.
	kept := strings.TrimSuffix(b.String(), `\`)
	b.Reset()
	b.WriteString(kept)
	b.WriteByte(text[0])
	return 1
}
