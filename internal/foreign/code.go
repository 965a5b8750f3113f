package foreign

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/names"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

// program is a language in which a call of the API has its arguments written out.
func program(called, refuser string, style names.Style) *tongue {
	return &tongue{
		called: called, refuser: refuser, style: style, strict: true, enums: true,
		missing: "No call or literal with the members of a CreateUserPool request was found.",
		find:    findLiterals, read: readLiteral, lookup: lookupInProgram, call: callOfCode,
	}
}

var (
	javaScript = program("JavaScript", "The SDK", names.Style{})
	golang     = program("Go", "The compiler", language.Spelling(language.Go))
	java       = program("Java", "The compiler", language.Spelling(language.Java))
	cSharp     = program("C#", "The compiler", names.Style{})
	php        = program("PHP", "The SDK", names.Style{})
	ruby       = program("Ruby", "The SDK", language.Spelling(language.Ruby))
	kotlin     = program("Kotlin", "The compiler", language.Spelling(language.Kotlin))
	rust       = program("Rust", "The compiler", language.Spelling(language.Rust))
)

func init() {
	javaScript.strict = false // what an object has beside the members cannot be told from a mistake
	java.alone = true         // a builder takes the values of a list one by one
	java.texts = "WithStrings"
	rust.alone = true
}

// findLiterals takes every call whose arguments hold an object, or a variable that holds one.
func findLiterals(m *mapper, root *reading.Value) []*pool {
	m.root = root
	var found []*pool
	seen := map[int]*pool{}   // by where it is written: a request may be passed on by its name
	lost := map[string]bool{} // what is changed where that cannot be followed
	for _, c := range root.Children {
		if c.Role == reading.Lost {
			lost[c.Name] = true
		}
	}
	own := map[string]bool{}
	for _, of := range ownTypes.FindAllStringSubmatch(m.text, -1) {
		own[of[1]] = true
	}
	for _, c := range root.Children {
		if c.Role != "" || c.Kind != reading.Call || !apiCall(c.Tag) || own[nameOfCall(c.Tag)] {
			continue
		}
		for _, argument := range c.Children {
			if argument.Kind == reading.Call && apiCall(argument.Tag) {
				break // it stands by itself
			}
			argument, variable := m.variableOf(c, argument)
			known, _ := m.quietly(argument)
			opened := false
			if within, request := m.requestIn(c, argument); known == nil && within != nil {
				argument, known, opened = within, request, true
			}
			if known == nil && argument.Kind == reading.Reference && lost[argument.Text] { // nothing of it is sure
				spread := *argument
				spread.Role = reading.Spread
				found = append(found, &pool{id: "pool", value: &reading.Value{Kind: reading.Object, From: c.From, To: c.To, Children: []*reading.Value{&spread}}})
				break
			}
			if known == nil || known.Kind != reading.Object || variable && len(known.Children) == 0 { // to be filled elsewhere
				continue
			}
			if m.ownCall(c.Tag, known) {
				break
			}
			written := known.From
			if len(known.Children) > 0 {
				written = known.Children[0].From
			}
			value := *argument
			if before := seen[written]; before != nil {
				if opened {
					before.value = &value
				}
				break
			}
			if argument.Kind != reading.Object {
				value = reading.Value{Kind: reading.Object, From: c.From, To: c.To, Children: []*reading.Value{argument}}
				spread := *argument
				spread.Role = reading.Spread
				value.Children[0] = &spread
			}
			seen[written] = &pool{id: m.nameOfPool(known, "pool"), value: &value}
			found = append(found, seen[written])
			break
		}
	}
	for _, c := range root.Children { // new CreateUserPoolRequest(), whose members are set one by one
		if len(found) == 0 && c.Role == reading.Assigned && c.Kind == reading.Call && len(c.Children) == 0 && apiCall(c.Tag) && !own[nameOfCall(c.Tag)] {
			ref := &reading.Value{Kind: reading.Reference, Text: c.Name, From: c.From, To: c.To, Role: reading.Spread}
			if known, _ := m.quietly(ref); known != nil && len(known.Children) > 0 {
				found = append(found, &pool{id: m.nameOfPool(known, c.Name), value: &reading.Value{Kind: reading.Object, From: c.From, To: c.To, Children: []*reading.Value{ref}}})
			}
		}
	}
	if len(found) > 0 {
		return found
	}
	// The call may be elsewhere: an object with the name of the pool is enough.
	for _, c := range root.Children {
		switch {
		case m.memberNamed(c, "PoolName") == nil || m.settings(c):
		case c.Role == "" && c.Kind == reading.Object: // what a function returns
			found = append(found, &pool{id: m.nameOfPool(c, "pool"), value: c})
		case c.Role == reading.Assigned:
			value := *c
			value.Role = ""
			ref := &reading.Value{Kind: reading.Reference, Text: c.Name, From: c.From, To: c.To, Role: reading.Spread}
			if known, _ := m.quietly(ref); known == nil || len(known.Children) > len(c.Children) { // it gets more, or what becomes of it is not known
				value = reading.Value{Kind: reading.Object, From: c.From, To: c.To, Name: c.Name, NameFrom: c.NameFrom, NameTo: c.NameTo, Children: []*reading.Value{ref}}
			}
			found = append(found, &pool{id: m.nameOfPool(&value, c.Name), value: &value})
		}
	}
	for _, c := range root.Children { // what it is given comes from elsewhere
		if len(found) == 0 && c.Role == "" && nameOfCall(c.Tag) == "CreateUserPoolCommand" && len(c.Children) > 0 && !c.Children[0].Scalar() && !own[nameOfCall(c.Tag)] {
			spread := *c.Children[0]
			spread.Role = reading.Spread
			found = append(found, &pool{id: "pool", value: &reading.Value{Kind: reading.Object, From: c.From, To: c.To, Children: []*reading.Value{&spread}}})
		}
	}
	return found
}

// variableOf is the variable that a literal is assigned to, where that gets more members; else the
// literal, and whether it is assigned.
func (m *mapper) variableOf(call, literal *reading.Value) (*reading.Value, bool) {
	if literal.Kind == reading.Reference {
		return literal, true
	}
	for _, c := range m.root.Children {
		if c.Role == reading.Assigned && c.Kind == reading.Call && c.Tag == call.Tag && c.From <= call.From && call.To <= c.To && literal.Kind == reading.Object {
			ref := &reading.Value{Kind: reading.Reference, Text: c.Name, From: literal.From, To: literal.To}
			if known, _ := m.quietly(ref); known != nil && len(known.Children) > len(literal.Children) {
				return ref, true
			}
			return literal, true
		}
	}
	return literal, false
}

// requestIn is what a function of the program's own is given that makes an argument of a request: the request, and as a
// part of it what the function makes of that, which is not known; nil where the argument is anything else.
func (m *mapper) requestIn(call, argument *reading.Value) (opened, request *reading.Value) {
	through := argument
	if argument.Kind == reading.Reference {
		if through, _ = m.named(argument.Text); through == nil {
			return nil, nil
		}
	}
	if through.Kind != reading.Call || through.Tag == reading.OnlyIf || through.Tag == "??" {
		return nil, nil
	}
	for _, c := range through.Children {
		known, _ := m.quietly(c)
		if known == nil || known.Kind != reading.Object || m.memberNamed(m.grown(known), "PoolName") == nil || m.ownCall(call.Tag, known) || m.settings(known) {
			continue
		}
		given := *c
		given.Role = reading.Spread
		more := reading.Value{Kind: reading.Expression, Role: reading.Spread, From: through.From, To: through.To}
		return &reading.Value{Kind: reading.Object, From: c.From, To: c.To, Children: []*reading.Value{&given, &more}}, known
	}
	return nil, nil
}

func nameOfCall(tag string) string { return tag[strings.LastIndexByte(tag, '.')+1:] }

func apiCall(tag string) bool {
	switch nameOfCall(tag) {
	case "CreateUserPoolCommand", "CreateUserPoolInput", "CreateUserPoolRequest", "createUserPool", "create_user_pool", "CreateUserPool", "CreateUserPoolAsync", "createUserPoolAsync":
		return true
	}
	return false
}

// ownTypes matches how a program declares a type of its own that is called like one of the SDK's.
var ownTypes = regexp.MustCompile(`\b(?:record|class|struct|interface|trait|type)\s+(CreateUserPool(?:Request|Input|Command))\b`)

// ownCall reports whether a call is of a function of the program's own that is called like the API's:
// none of its arguments is a member, and no more than half are nearly called so.
func (m *mapper) ownCall(tag string, arguments *reading.Value) bool {
	if last := tag[strings.LastIndexByte(tag, '.')+1:]; strings.HasPrefix(last, "CreateUserPool") && last != "CreateUserPool" && last != "CreateUserPoolAsync" {
		return false // a type of the SDK's
	}
	nearly := 0
	for _, c := range arguments.Children {
		if c.Role == reading.Spread || m.way(m.contract.Request, c.Name) != nil {
			return false
		}
		if slices.ContainsFunc(contract.Newest().Request.Members, func(of *contract.Member) bool { return names.Plain(of.Name) == names.Plain(c.Name) }) {
			nearly++
		}
	}
	return nearly*2 <= len(arguments.Children) && len(arguments.Children) > 0
}

// settings reports whether an object has more that is no member of a request than what is: a program's
// settings name a pool, too.
func (m *mapper) settings(v *reading.Value) bool {
	balance := 0
	for _, c := range v.Children {
		switch {
		case c.Role == reading.Spread || m.way(m.contract.Request, c.Name) != nil:
			balance++
		default:
			balance--
		}
	}
	return balance < 0
}

// memberNamed returns the member of an object that the tongue calls like a member of the request.
func (m *mapper) memberNamed(v *reading.Value, member string) *reading.Value {
	for _, c := range slices.Backward(v.Kids()) { // of several the last counts
		if way := m.way(m.contract.Request, c.Name); c.Name != "" && len(way) == 1 && way[0].Name == member {
			return c
		}
	}
	return nil
}

// nameOfPool is the pool's name where it is written out, or what else it can be called.
func (m *mapper) nameOfPool(v *reading.Value, otherwise string) string {
	if name := m.memberNamed(m.grown(v), "PoolName"); name != nil {
		if known, _ := m.quietly(name); known != nil && known.Kind == reading.String {
			return known.Text
		}
		return m.shown(name)
	}
	return otherwise
}

func readLiteral(m *mapper, p *pool) *source.Node { return m.request(p.value, p.path) }

// wrappers are the functions that make a pointer or an object of the value that they are given.
var wrappers = map[string]bool{
	"String": true, "StringPtr": true, "Int": true, "Int32": true, "Int64": true, "Int32Ptr": true, "Int64Ptr": true, "Bool": true, "BoolPtr": true,
	"Ptr": true, "To": true, "Some": true, "from": true, "ToPtr": true, "valueOf": true, "parse": true, "str": true, "toString": true, "freeze": true, "structuredClone": true, "fromValue": true, "FindValue": true,
	"jsii.Number": true,
}

// conversions are the functions that make a type of their argument, with the name of that type.
var conversions = map[string]string{
	"string": "string", "int": "int", "int32": "int", "int64": "int", "bool": "bool", "float64": "float",
	"String": "string", "Number": "number", "parseInt": "int", "Number.parseInt": "int", "Boolean": "bool",
	"strval": "string", "intval": "int", "boolval": "bool", "Integer": "int",
	"int.Parse": "int", "Integer.parseInt": "int", "Integer.valueOf": "int", "Convert.ToInt32": "int", "Convert.ToString": "string", "Convert.ToBoolean": "bool",
}

// wrapped is the value that functions and casts stand around which leave it as it is.
func wrapped(v *reading.Value) *reading.Value {
	for v.Kind == reading.Call && len(v.Children) == 1 && (wrappers[nameOfCall(v.Tag)] || conversions[v.Tag] == "string" || v.Tag == reading.Cast) {
		v = v.Children[0]
	}
	return v
}

// lists are the functions that make a list of what they are given.
var lists = map[string]bool{"List.of": true, "Arrays.asList": true, "Collections.singletonList": true, "Set.of": true, "ImmutableList.of": true, "Collections.singleton": true, "Array.of": true, "jsii.Strings": true, "listOf": true, "setOf": true, "arrayOf": true, "mutableListOf": true}

// mapMakers are those that make an object of names and values, or of pairs of them.
var mapMakers = map[string]bool{"Map.of": true, "ImmutableMap.of": true, "Map.ofEntries": true, "mapOf": true, "mutableMapOf": true, "hashMapOf": true, "linkedMapOf": true}

// merging are the functions that make an object of several.
var merging = map[string]bool{"Object.assign": true, "array_merge": true, "array_replace": true, "_.merge": true}

// callOfCode works the functions out that only put a value together.
func callOfCode(m *mapper, v *reading.Value) (*reading.Value, string) {
	last := v.Tag[strings.LastIndexByte(v.Tag, '.')+1:]
	switch {
	case v.Tag == "array_filter" && len(v.Children) == 1: // without what is empty
		known, why := m.resolve(v.Children[0])
		if known == nil {
			return nil, why
		}
		kept := *known
		kept.Children = slices.DeleteFunc(slices.Clone(known.Children), func(c *reading.Value) bool {
			of, _ := m.resolve(c)
			return c.Role == "" && of != nil && (of.Kind == reading.Null || of.Scalar() && (of.Text == "" || of.Text == "0" || of.Kind == reading.Bool && of.Text == "false") || !of.Scalar() && of.Kind != reading.Call && len(of.Children) == 0)
		})
		return &kept, ""
	case v.Tag == "??":
		return m.otherwise(v.Children[0], v.Children[1])
	case conversions[v.Tag] != "" && (len(v.Children) == 1 || strings.HasSuffix(v.Tag, "parseInt") && len(v.Children) == 2 && v.Children[1].Text == "10"):
		return m.converted(v.Children[0], conversions[v.Tag])
	case lists[v.Tag] || last == "asList":
		return &reading.Value{Kind: reading.List, Children: v.Children}, ""
	case len(v.Children) == 0 && (last == "ArrayList" || last == "LinkedList" || last == "List" || last == "HashSet"): // of Java and C#, to be filled
		return &reading.Value{Kind: reading.List, From: v.From, To: v.To}, ""
	case len(v.Children) == 0 && (last == "HashMap" || last == "LinkedHashMap" || last == "TreeMap" || last == "Dictionary"):
		return &reading.Value{Kind: reading.Object, From: v.From, To: v.To}, ""
	case mapMakers[v.Tag]:
		all := v.Children
		if len(all) > 0 && slices.ContainsFunc([]string{"Pair", "entry", "Entry", "SimpleEntry"}, func(pair string) bool { return strings.HasSuffix(all[0].Tag, pair) }) {
			all = nil
			for _, pair := range v.Children {
				if pair.Kind != reading.Call || len(pair.Children) != 2 {
					return nil, m.called + " works it out when it runs."
				}
				all = append(all, pair.Children...)
			}
		}
		if len(all)%2 > 0 {
			return nil, m.called + " works it out when it runs."
		}
		object := &reading.Value{Kind: reading.Object}
		for i := 0; i < len(all); i += 2 {
			known, why := m.resolve(all[i])
			if known == nil {
				return nil, why
			}
			value := *all[i+1]
			value.Name, value.NameFrom, value.NameTo = known.Text, all[i].From, all[i].To
			object.Children = append(object.Children, &value)
		}
		return object, ""
	case strings.HasSuffix(last, "Property") && len(v.Children) == 1 && v.Children[0].Name == "":
		return v.Children[0], ""
	case last != "" && last[0] >= 'A' && last[0] <= 'Z' && len(v.Children) > 0 && v.Children[0].Name != "": // PasswordPolicy(min_length=12) in Python
		object := &reading.Value{Kind: reading.Object}
		for _, c := range v.Children {
			one := *c
			one.Name = names.Camel(pascal(c.Name))
			object.Children = append(object.Children, &one)
		}
		return object, ""
	case (wrappers[last] || wrappers[v.Tag] || strings.HasPrefix(v.Tag, "types.")) && len(v.Children) == 1: // types.DeletionProtectionType("ACTIVE") in Go
		if within := v.Children[0]; within.Kind == reading.Call {
			if known, why := m.resolve(within); known != nil || within.Tag == reading.Not || within.Tag == reading.Cast || why != m.called+" works it out when it runs." {
				return known, why
			}
		}
		return v.Children[0], ""
	case merging[v.Tag] || last == "merge" && len(v.Children) > 0: // of what is in all of them
		object := &reading.Value{Kind: reading.Object, From: v.From, To: v.To}
		all := v.Children
		if on := strings.TrimSuffix(v.Tag, ".merge"); !merging[v.Tag] && on != v.Tag && !strings.Contains(on, ".") { // a.merge(b) of Ruby
			all = append([]*reading.Value{{Kind: reading.Reference, Text: on, From: v.From, To: v.To}}, all...)
		}
		for _, c := range all {
			one := *c
			one.Role = reading.Spread
			object.Children = append(object.Children, &one)
		}
		return object, ""
	case (last == "build" || last == "send") && len(v.Children) == 0 && v.Tag != last: // of a builder in a variable
		return &reading.Value{Kind: reading.Reference, Text: strings.TrimSuffix(v.Tag, "."+last), From: v.From, To: v.To}, ""
	case apiCall(v.Tag) && len(v.Children) == 1, (last == "StringSlice" || last == "ToStringArray" || last == "ToStringMap") && len(v.Children) == 1:
		return v.Children[0], ""
	case apiCall(v.Tag) && len(v.Children) == 0:
		return &reading.Value{Kind: reading.Object}, ""
	case formats[v.Tag] && len(v.Children) > 0:
		return m.formatted(v)
	case v.Tag == "os.Getenv" || v.Tag == "System.getenv" || v.Tag == "getenv" || v.Tag == "env" || v.Tag == "ENV.fetch":
		names, why := m.scalars(v.Children[:min(1, len(v.Children))])
		if why != "" || len(names) == 0 {
			break
		}
		var otherwise *reading.Value
		if len(v.Children) > 1 {
			otherwise = v.Children[1]
		}
		return m.parameter(names[0], v, otherwise, "The environment sets the variable "+names[0]+".")
	}
	return nil, m.called + " works it out when it runs."
}

// formats are the functions that put values into a text where it has %s, or {0} in C#.
var formats = map[string]bool{"fmt.Sprintf": true, "String.format": true, "sprintf": true, "format": true, "util.format": true, "string.Format": true, "String.Format": true}

// verb matches what such a text has in the place of a value.
var verb = regexp.MustCompile(`%[^%]|%%`)

// formatted is the text that such a function makes of texts and whole numbers. What it makes of anything else differs.
func (m *mapper) formatted(v *reading.Value) (*reading.Value, string) {
	var texts, verbs []string
	for i, c := range v.Children {
		known, why := m.resolve(c)
		if known == nil {
			return nil, why
		}
		_, err := strconv.Atoi(known.Text)
		switch number := known.Kind == reading.Number && err == nil; {
		case i == 0 && known.Kind == reading.String:
			verbs = slices.DeleteFunc(verb.FindAllString(known.Text, -1), func(of string) bool { return of == "%%" })
		case i == 0, !number && known.Kind != reading.String, len(verbs) >= i && (verbs[i-1] == "%d" && !number || verbs[i-1] == "%s" && number && m.Language == language.Go):
			return nil, m.called + " works it out when it runs."
		}
		texts = append(texts, known.Text)
	}
	made, ok := formatted(texts)
	if strings.HasSuffix(v.Tag, "Format") {
		made, ok = placed(texts[0], texts[1:], v.Children[1:])
	}
	if ok {
		return text(made), ""
	}
	return nil, m.called + " works it out when it runs."
}

// otherwise is a value, or another one where the environment does not set it.
func (m *mapper) otherwise(first, second *reading.Value) (*reading.Value, string) {
	if name, ok := environment(first); ok {
		return m.parameter(name, first, second, "")
	}
	known, why := m.resolve(first)
	if known != nil && known.Kind == reading.Null {
		return second, ""
	}
	return known, why
}

// environment is the variable of the environment that a name stands for: process.env.STAGE.
func environment(v *reading.Value) (string, bool) {
	for _, prefix := range []string{"process.env.", "import.meta.env.", "ENV."} {
		if name, ok := strings.CutPrefix(v.Text, prefix); ok && (v.Kind == reading.Reference || v.Kind == reading.String) {
			return name, true
		}
	}
	return "", false
}

// enumerated returns the value of an enumeration that a constant of a program stands for:
// VerifiedAttributeType.EMAIL, types.VerifiedAttributeTypeEmail.
func enumerated(path string, s *contract.Shape) (string, bool) {
	last := path[strings.LastIndexByte(path, '.')+1:]
	rest := strings.TrimPrefix(last, s.Name)
	for _, value := range s.Enum {
		if names.Plain(value) == names.Plain(rest) || names.Plain(value) == names.Plain(last) {
			return value, true
		}
	}
	return "", false
}
