package foreign

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/names"
	"userpoolplayground/internal/readers"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

// cdk is the AWS CDK in TypeScript or Python: CfnUserPool, whose properties are CloudFormation's
// with a small first letter, and UserPool, which has properties and defaults of its own. What the
// latter makes follows the construct's source, and what it synthesises.
var cdk = &tongue{
	called: "The CDK", style: language.Spelling(language.CDK), coerces: true, alone: true, enums: true, cased: true,
	missing: "No new UserPool or CfnUserPool with its properties was found. Paste what `cdk synth` writes.",
	find:    findConstructs, read: readConstruct, lookup: lookupInProgram, call: callOfCode, finish: finishStack,
	names: map[string]map[string]string{
		"CreateUserPoolRequest": {"name": "PoolName"},
		"LambdaConfigType":      {"kmsKeyId": "KMSKeyID", "customSmsSender": "CustomSMSSender"},
	},
}

// findConstructs finds the constructs by their calls: new UserPool(scope, 'Id', { … }).
func findConstructs(m *mapper, root *reading.Value) []*pool {
	m.root = root
	var found []*pool
	for _, c := range root.Children {
		last := c.Tag[strings.LastIndexByte(c.Tag, '.')+1:]
		last = strings.TrimPrefix(last, "New") // as Go has it
		if p := m.resourceByType(c); last == "CfnResource" && p != nil {
			found = append(found, p)
		}
		if c.Role != "" || last != "UserPool" && last != "CfnUserPool" || len(c.Children) < 2 {
			continue
		}
		p := m.constructOf(c, last)
		if call := m.text[c.From:c.To]; strings.Contains(call, ".Builder.create") && !isBuilt.MatchString(call) {
			p.value.Children = append(p.value.Children, m.builtLater(c)...)
		}
		found = append(found, p)
	}
	return found
}

// constructOf takes the scope, the id and the properties of a construct apart.
func (m *mapper) constructOf(c *reading.Value, kind string) *pool {
	c = m.camelled(c)
	id := kind
	if c.Name != "" { // a class that extends it
		id = c.Name
	}
	p := &pool{id: id, value: &reading.Value{Kind: reading.Object, From: c.From, To: c.To}, path: kind, from: c.From}
	for i, argument := range c.Children {
		switch {
		case i == 1 && argument.Kind == reading.String:
			p.id = argument.Text
		case argument.Name == "id" && argument.Kind == reading.String:
			p.id = argument.Text
		case argument.Name == "id" || argument.Name == "scope":
		case argument.Name != "" && i > 0: // Python names them
			p.value.Children = append(p.value.Children, argument)
		case i >= 2 && argument.Kind == reading.Object && argument.Role == "":
			p.value.Children = append(p.value.Children, argument.Children...)
			p.value.From, p.value.To = argument.From, argument.To
		case i >= 2:
			spread := *argument
			spread.Role = reading.Spread
			p.value.Children = append(p.value.Children, &spread)
		}
	}
	return p
}

// resourceInCode is such a resource, whose values the program makes.
var resourceInCode = derived(templateInCode, func(t *tongue) {
	t.call = func(m *mapper, v *reading.Value) (*reading.Value, string) {
		if known, _ := callOfCode(m, v); known != nil {
			return known, ""
		}
		return callOfTemplate(m, v)
	}
})

// resourceByType is the pool of a construct that is any resource, by its type: CfnResource, whose properties are
// CloudFormation's. nil for another resource.
func (m *mapper) resourceByType(c *reading.Value) *pool {
	p := m.constructOf(c, "CfnResource")
	kind, _ := m.quietly(p.value.Member("type"))
	if kind == nil || kind.Text != userPoolType {
		return nil
	}
	p.tongue, p.path = resourceInCode, ""
	var properties func(v *reading.Value) *reading.Value // as they are written
	properties = func(v *reading.Value) *reading.Value {
		for _, one := range v.Children {
			if one.Name == "properties" || one.Name == "Properties" {
				return one
			} else if of := properties(one); of != nil && one.Name == "" {
				return of
			}
		}
		return nil
	}
	given := properties(c)
	if p.value = given; given == nil {
		p.value = &reading.Value{Kind: reading.Object, From: c.From, To: c.To}
	} else if known, _ := m.quietly(given); known != nil && known.Kind == reading.Object {
		p.value = known
	}
	return p
}

// isBuilt matches the end of a builder: what follows is the construct's, and [mapper.later] looks for it.
var isBuilt = regexp.MustCompile(`\.\s*build\s*\(\s*\)\s*$`)

// builtLater are the properties that a program gives a builder once it is in a variable.
func (m *mapper) builtLater(call *reading.Value) (more []*reading.Value) {
	variable := ""
	for _, c := range m.root.Children {
		switch {
		case c.Role == reading.Assigned && c.From == call.From && c.Kind == reading.Call:
			variable = c.Name
		case c.Role == reading.Member && c.Name == variable && variable != "":
			for _, set := range c.Children {
				more = append(more, inPart(set))
			}
		}
	}
	return more
}

// camelled is a value with its names as TypeScript spells them: they begin with a capital in C# and
// Go, and are small words in Python alone. What a pool's own attributes and tags are called stays.
func (m *mapper) camelled(v *reading.Value) *reading.Value {
	copied := *v
	copied.Children = nil
	own := v.Name == "customAttributes" || v.Name == "userPoolTags" || v.Name == "tags"
	for _, c := range v.Children {
		if c.Name != "" && !own {
			one := *c
			one.Name = m.camel(c.Name)
			c = &one
		}
		copied.Children = append(copied.Children, m.camelled(c))
	}
	return &copied
}

func readConstruct(m *mapper, p *pool) *source.Node {
	if p.path != "CfnUserPool" {
		p.value = m.construct(p)
	}
	m.later(p)
	return m.request(p.value, "")
}

var (
	// variable matches what a construct is assigned to, before it.
	variable = regexp.MustCompile(`([A-Za-z_][\w.]*)(?:\s*:[^=\n]*)?\s*:?=\s*(?:new\s+)?$`)
	// laterOn matches what follows a construct's name where it is changed: a property that is set, an
	// override, a trigger.
	laterOn = regexp.MustCompile(`^(?:\s+as\s+[\w.]+|\.\([\w.]+\))?\)?\.(?:([A-Za-z]\w*)\s*=[^=>]|([aA]ddPropertyOverride|[aA]ddOverride|[aA]ddPropertyDeletionOverride|[aA]ddDeletionOverride|[aA]ddTrigger|add_property_override|add_override|add_property_deletion_override|add_deletion_override|add_trigger)\s*\(\s*(?:jsii\.String\()?["']?(Properties\.)?([\w.]+)|[sS]et([A-Z]\w*)\s*\()`)
	// hatch matches how a construct gives what CloudFormation gets of it, in each language.
	hatch = `(?:\.node\.default(?:C|_c)hild|\.getNode\(\)\.getDefaultChild\(\)|\.Node\.DefaultChild|\.Node\(\)\.DefaultChild\(\))`
	// within matches what a name goes on with.
	within = regexp.MustCompile(`[\w.$]`)
	// cast matches a type that is put before a value.
	cast = regexp.MustCompile(`\(\s*[\w.]+\s*\)\s*$`)
)

// later puts in what the program changes of a pool once it is made: what the CDK calls an escape
// hatch, or a trigger. A value that the reader has not read is not known.
func (m *mapper) later(p *pool) {
	name := "this" // of a class that extends it
	if made := variable.FindStringSubmatch(m.text[:p.from]); made != nil {
		name = made[1]
	} else if !strings.HasPrefix(m.text[p.from:], "super") {
		return
	}
	called := []string{name}
	if p.path != "CfnUserPool" {
		for _, at := range regexp.MustCompile(regexp.QuoteMeta(name)+hatch).FindAllStringIndex(m.text, 50) {
			called = append(called, m.text[at[0]:at[1]])
			if alias := variable.FindStringSubmatch(cast.ReplaceAllString(strings.TrimRight(m.text[max(0, at[0]-300):at[0]], "( "), "")); alias != nil {
				called = append(called, alias[1])
			}
		}
	}
	for _, name := range called {
		behind := p.from
		for {
			next := strings.Index(m.text[behind:], name)
			if next < 0 {
				break
			}
			from := behind + next
			behind = from + len(name)
			change := laterOn.FindStringSubmatch(m.text[behind:min(len(m.text), behind+200)])
			if change == nil || from > 0 && within.MatchString(m.text[from-1:from]) { // another name, which ends so
				continue
			}
			if name == "this" && change[1] != "" && (p.path != "CfnUserPool" || m.way(m.contract.Request, change[1]) == nil) { // a field of the class
				continue
			}
			if of := camel(change[5]); of != "" && m.way(m.contract.Request, of) == nil && m.elsewhere(m.contract.Request, of) == "" { // a method of the program's
				continue
			}
			end := len(m.text)
			if stop := strings.IndexByte(m.text[behind:], '\n'); stop >= 0 {
				end = behind + stop
			}
			statement := &reading.Value{Kind: reading.Expression, From: from, To: end, Text: strings.TrimSpace(m.text[from:end])}
			switch operation := names.Plain(change[2]); {
			case change[5] != "":
				m.setter(p.value, behind, change, statement)
			case strings.HasSuffix(operation, "override") && change[3] == "" && !strings.Contains(operation, "property"):
				m.say(diagnostic.Note, reading.Beside, at{path: change[4]}, statement, "It changes the resource beside its properties, and says nothing to the service.")
			case strings.HasSuffix(operation, "override"):
				m.override(p.value, behind, change, statement)
			default:
				m.change(p.value, change, statement)
			}
		}
	}
}

// setter sets a property as Java and Go do: cfn.setUserPoolTier("LITE").
func (m *mapper) setter(properties *reading.Value, behind int, change []string, statement *reading.Value) {
	inner, start := arguments(m.text, behind+len(change[0])-1)
	v := m.literalAt(inner, start)
	if v == nil {
		v = statement
	}
	named := behind + strings.LastIndex(change[0], change[5])
	v.Name, v.NameFrom, v.NameTo = camel(change[5]), named, named+len(change[5])
	v = m.camelled(v)
	properties.Children = append(slices.DeleteFunc(slices.Clone(properties.Children), func(c *reading.Value) bool { return c.Name == v.Name }), v)
}

// wholePath matches the path of an override that is written out.
var wholePath = regexp.MustCompile(`^\s*(?:jsii\.String\()?(?:"[\w.]+"|'[\w.]+')\)?\s*$`)

// override sets a property, or what is in one, to what an override gives, or takes it away. Where the text does
// not tell what is there, or what is given, the whole property is not known.
func (m *mapper) override(properties *reading.Value, behind int, change []string, statement *reading.Value) {
	steps := strings.Split(change[4], ".")
	for i := range steps {
		if i == 0 || steps[0] != "userPoolTags" {
			steps[i] = m.camel(steps[i])
		}
	}
	named := behind + strings.LastIndex(change[0], change[4])
	v := (*reading.Value)(nil)
	inner, start := arguments(m.text, behind+strings.IndexByte(change[0], '('))
	deletes := strings.Contains(names.Plain(change[2]), "deletion")
	given := topLevel(inner)
	if !deletes && len(given) == 2 {
		v = m.literalAt(given[1], start+len(given[0])+1)
	}
	whole, ok := properties, false
	written := wholePath.MatchString(given[0])
	if !written && (len(steps) < 2 || !strings.ContainsAny(given[0], `"'`)) { // which property it changes is not known
		statement.Role = reading.Spread
		properties.Children = append(slices.Clone(properties.Children), statement)
		return
	}
	if written && (deletes || v != nil) {
		if v != nil {
			v.Name, v.NameFrom, v.NameTo = steps[len(steps)-1], named, named+len(change[4])
			v = m.camelled(v)
		}
		whole, ok = m.overridden(properties, v, steps)
	}
	if ok && deletes {
		m.drop(statement, at{path: change[4]}, "It takes %s away again.", change[4])
	}
	if ok {
		properties.Children = whole.Children
		return
	}
	statement.Name, statement.NameFrom, statement.NameTo = steps[0], statement.From, statement.From
	properties.Children = append(slices.DeleteFunc(slices.Clone(properties.Children), func(c *reading.Value) bool { return c.Name == steps[0] }), statement)
}

// overridden is a value with another one in it, some steps down, or without what is there where that is nil. ok
// is false where the text does not tell what is on the way.
func (m *mapper) overridden(of, v *reading.Value, steps []string) (whole *reading.Value, ok bool) {
	copied := *of
	copied.Children = slices.Clone(of.Children)
	i := slices.IndexFunc(of.Children, func(c *reading.Value) bool { return c.Name == steps[0] })
	if of.Kind == reading.List {
		n, err := strconv.Atoi(steps[0])
		if i = n; err != nil || n < 0 || n > len(of.Children) {
			return nil, false
		}
		if n == len(of.Children) {
			i = -1
		}
	}
	spread := slices.ContainsFunc(of.Children, func(c *reading.Value) bool { return c.Role == reading.Spread })
	switch {
	case len(steps) == 1 && v == nil && i < 0:
		return &copied, !spread
	case len(steps) == 1 && v == nil:
		copied.Children = slices.Delete(copied.Children, i, i+1)
	case len(steps) == 1 && i < 0:
		copied.Children = append(copied.Children, v)
	case len(steps) == 1:
		copied.Children[i] = v
	case i < 0 && (spread || v == nil):
		return &copied, v == nil && !spread
	case i < 0:
		for _, name := range slices.Backward(steps[1:]) {
			one := *v
			one.Name = name
			v = &reading.Value{Kind: reading.Object, From: v.From, To: v.To, NameFrom: v.NameFrom, NameTo: v.NameTo, Children: []*reading.Value{&one}}
		}
		v.Name = steps[0]
		copied.Children = append(copied.Children, v)
	default:
		child := of.Children[i]
		known, _ := m.quietly(child)
		if known == nil || known.Kind != reading.Object && known.Kind != reading.List {
			return nil, false
		}
		inner, ok := m.overridden(known, v, steps[1:])
		if !ok {
			return nil, false
		}
		inner.From, inner.To, inner.Name, inner.NameFrom, inner.NameTo = child.From, child.To, child.Name, child.NameFrom, child.NameTo
		copied.Children[i] = inner
	}
	return &copied, true
}

// arguments are what stands between the brackets that open at a place, and where it begins.
func arguments(text string, open int) (inner string, start int) {
	depth, quote := 0, byte(0)
	for i := open; i >= 0 && i < len(text); i++ {
		switch c := text[i]; {
		case quote != 0 && c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"' || c == '`':
			quote = c
		case c == '(' || c == '[' || c == '{':
			depth++
		case c == ')' || c == ']' || c == '}':
			if depth--; depth == 0 {
				return text[open+1 : i], open + 1
			}
		}
	}
	return "", open
}

// literalAt reads a value of the program's language that stands at a place, nil where the reader makes nothing
// of it.
func (m *mapper) literalAt(text string, start int) *reading.Value {
	before := "new CfnUserPool(this, 'P', "
	if m.reader == "python" {
		before = "CfnUserPool(self, 'P', of="
	}
	read, err := readers.Read(m.reader, before+text+")")
	if err != nil || len(read.Faults) > 0 {
		return nil
	}
	for _, c := range read.Root.Kids() {
		if c.Role == "" && strings.HasSuffix(c.Tag, "CfnUserPool") && len(c.Children) == 3 {
			return shifted(c.Children[2], start-len(before))
		}
	}
	return nil
}

// shifted is a value that stands further behind.
func shifted(v *reading.Value, by int) *reading.Value {
	one := *v
	one.From, one.To = v.From+by, v.To+by
	if v.NameTo > v.NameFrom {
		one.NameFrom, one.NameTo = v.NameFrom+by, v.NameTo+by
	}
	one.Children = nil
	for _, c := range v.Children {
		one.Children = append(one.Children, shifted(c, by))
	}
	return &one
}

// change sets a property to what a statement makes of it, or adds the trigger that it adds.
func (m *mapper) change(properties *reading.Value, change []string, v *reading.Value) {
	property := m.camel(change[1])
	if property == "" {
		operation := change[4][strings.LastIndexByte(change[4], '.')+1:]
		if _, rest, found := strings.Cut(operation, "UserPoolOperation_"); found {
			operation = rest
		}
		v.Name, v.NameFrom, v.NameTo = camel(strings.ToLower(operation)), v.From, v.To
		triggers := properties.Member("lambdaConfig")
		if triggers == nil {
			triggers = &reading.Value{Kind: reading.Object, Name: "lambdaConfig", From: v.From, To: v.To, NameFrom: v.From, NameTo: v.To}
			properties.Children = append(properties.Children, triggers)
		}
		triggers.Children = append(triggers.Children, v)
		return
	}
	for _, c := range m.root.Children { // the reader may have read the value
		switch {
		case c.Role == reading.Member && c.From == v.From && len(c.Children) == 1:
			v = m.camelled(inPart(c.Children[0]))
		case c.Role == reading.Assigned && c.NameFrom == v.From:
			v = m.camelled(c)
			v.Role = ""
		}
	}
	v.Name, v.NameFrom, v.NameTo = property, max(v.NameFrom, v.From), max(v.NameTo, v.From)
	properties.Children = append(slices.DeleteFunc(properties.Children, func(c *reading.Value) bool { return c.Name == property }), v)
}

// made is what a call makes, by the plain word for it: new StringAttribute() and Duration.days() are
// NewStringAttribute() and Duration_Days() in Go.
func made(tag string) string {
	last := tag[strings.LastIndexByte(tag, '.')+1:]
	if of, method, found := strings.Cut(last, "_"); found && of != strings.ToLower(of) {
		last = method
	}
	return names.Plain(strings.TrimPrefix(last, "New"))
}

// camel is a name of the text's as TypeScript spells it: in Python alone it may be of small words.
func (m *mapper) camel(name string) string {
	if m.reader != "python" && strings.Contains(name, "_") {
		return name
	}
	return camel(name)
}

// camel is a name as TypeScript spells it.
func camel(name string) string { return names.Camel(pascal(name)) }

// props are the properties of a construct that are asked for.
type props struct {
	m *mapper
	*reading.Value
}

// get returns a property as far as the text tells it; why is set where it is given and unknown.
func (p props) get(name string) (v *reading.Value, why string) {
	given := p.Member(name)
	if given == nil {
		return nil, ""
	}
	known, why := p.m.quietly(given)
	if known == nil {
		if why == "" || why == absent {
			why = "The CDK works it out when it synthesises."
		}
		return nil, why
	}
	at := *known
	at.From, at.To, at.Name, at.NameFrom, at.NameTo = given.From, given.To, given.Name, given.NameFrom, given.NameTo
	return &at, ""
}

// yes reports whether a property is true.
func (p props) yes(name string) bool {
	v, _ := p.get(name)
	return v != nil && v.Text == "true"
}

// constant is the last word of an enumeration's value: AccountRecovery.EMAIL_ONLY.
func (p props) constant(name string) string {
	v := p.Member(name)
	if v == nil {
		return ""
	}
	if v.Kind != reading.Reference {
		known, _ := p.m.quietly(v)
		if known == nil {
			return ""
		}
		v = known
	} else if next, _ := p.m.named(v.Text); next != nil {
		v = next
	}
	last := v.Text[strings.LastIndexByte(v.Text, '.')+1:]
	if of, value, found := strings.Cut(last, "_"); found && of != strings.ToUpper(of) { // Mfa_REQUIRED in Go
		return value
	}
	if last != strings.ToUpper(last) || last == v.Text && v.Kind == reading.Reference { // a variable
		return ""
	}
	return last
}

// unknown is a property that is given and cannot be worked out.
func (p props) unknown(name string) *reading.Value {
	if v := p.Member(name); v != nil {
		one := *v
		one.Kind, one.Text, one.Children = reading.Expression, p.m.shown(v), nil
		return &one
	}
	return nil
}

// construct makes the properties of CfnUserPool that UserPool makes of its own.
func (m *mapper) construct(p *pool) *reading.Value {
	open := m.spreadProps(p)
	in := props{m, p.value}
	out := &reading.Value{Kind: reading.Object, From: p.value.From, To: p.value.To, NameFrom: p.value.NameFrom, NameTo: p.value.NameTo}
	taken := map[string]bool{}
	place := func(name string) *reading.Value {
		if v := in.Member(name); v != nil {
			return v
		}
		end := m.beginning(p.value)
		return &reading.Value{From: p.value.From, To: end, NameFrom: p.value.From, NameTo: end}
	}
	put := func(from, name string, v *reading.Value) {
		if v == nil || open && in.Member(from) == nil { // what is left out here may be given there
			return
		}
		of := place(from)
		one := *v
		one.Name, one.NameFrom, one.NameTo = name, of.NameFrom, of.NameTo
		if one.To <= one.From && of.To > of.From {
			one.From, one.To = of.From, of.To
		}
		out.Children = append(out.Children, &one)
	}
	// same takes a property over as it is.
	same := func(from, name string) {
		taken[from] = true
		if v := in.Member(from); v != nil {
			put(from, name, v)
		}
	}
	object := func(of string, members ...*reading.Value) *reading.Value {
		at := place(of)
		v := &reading.Value{Kind: reading.Object, From: at.From, To: at.To}
		for _, member := range members {
			if member != nil {
				v.Children = append(v.Children, member)
			}
		}
		return v
	}
	entry := func(name string, v *reading.Value) *reading.Value {
		if v == nil {
			return nil
		}
		one := *v
		one.Name, one.NameFrom, one.NameTo = name, v.NameFrom, v.NameTo
		return &one
	}
	list := func(of string, texts ...string) *reading.Value {
		at := place(of)
		v := &reading.Value{Kind: reading.List, From: at.From, To: at.To}
		for _, t := range texts {
			v.Children = append(v.Children, &reading.Value{Kind: reading.String, Text: t, From: at.From, To: at.To})
		}
		return v
	}
	word := func(of, t string) *reading.Value {
		at := place(of)
		return &reading.Value{Kind: reading.String, Text: t, From: at.From, To: at.To}
	}
	truth := func(of string, yes bool) *reading.Value {
		at := place(of)
		return &reading.Value{Kind: reading.Bool, Text: strconv.FormatBool(yes), From: at.From, To: at.To}
	}

	m.synthesise(in)
	same("userPoolName", "userPoolName")
	// Who may sign up.
	taken["selfSignUpEnabled"], taken["userInvitation"] = true, true
	onlyAdmin := entry("allowAdminCreateUserOnly", truth("selfSignUpEnabled", !in.yes("selfSignUpEnabled")))
	if v, why := in.get("selfSignUpEnabled"); v == nil && why != "" {
		onlyAdmin = entry("allowAdminCreateUserOnly", in.Member("selfSignUpEnabled"))
	}
	var invitation *reading.Value
	if v, _ := in.get("userInvitation"); v != nil {
		invitation = object("userInvitation", entry("emailMessage", v.Member("emailBody")), entry("emailSubject", v.Member("emailSubject")), entry("smsMessage", v.Member("smsMessage")))
	} else if in.Member("userInvitation") != nil {
		invitation = in.Member("userInvitation")
	}
	put("selfSignUpEnabled", "adminCreateUserConfig", object("selfSignUpEnabled", onlyAdmin, entry("inviteMessageTemplate", invitation)))
	// With what people sign in.
	taken["signInAliases"], taken["autoVerify"] = true, true
	aliases, unsure := in.get("signInAliases")
	signIn := props{m, aliases}
	if aliases == nil {
		signIn.Value = &reading.Value{Kind: reading.Object, Children: []*reading.Value{{Kind: reading.Bool, Text: "true", Name: "username"}}}
	}
	var with, verified []string
	for _, name := range []struct{ prop, attribute string }{{"email", "email"}, {"phone", "phone_number"}, {"preferredUsername", "preferred_username"}} {
		if signIn.yes(name.prop) && (name.prop != "preferredUsername" || signIn.yes("username")) {
			with = append(with, name.attribute)
			if name.prop != "preferredUsername" {
				verified = append(verified, name.attribute)
			}
		}
	}
	switch {
	case unsure != "":
		put("signInAliases", "usernameAttributes", in.Member("signInAliases"))
		if in.Member("autoVerify") == nil {
			put("signInAliases", "autoVerifiedAttributes", in.unknown("signInAliases"))
		}
	case len(with) == 0:
	case signIn.yes("username"):
		put("signInAliases", "aliasAttributes", list("signInAliases", with...))
	default:
		put("signInAliases", "usernameAttributes", list("signInAliases", with...))
	}
	auto := "signInAliases"
	if v, why := in.get("autoVerify"); why != "" {
		verified = nil
		put("autoVerify", "autoVerifiedAttributes", in.unknown("autoVerify"))
	} else if v != nil {
		auto, verified = "autoVerify", nil
		for _, name := range []struct{ prop, attribute string }{{"email", "email"}, {"phone", "phone_number"}} {
			if (props{m, v}).yes(name.prop) {
				verified = append(verified, name.attribute)
			}
		}
	}
	if len(verified) > 0 || auto == "autoVerify" {
		put(auto, "autoVerifiedAttributes", list(auto, verified...))
	}
	m.messages(in, taken, put, word, object, entry)
	// What has the same shape.
	same("smsAuthenticationMessage", "smsAuthenticationMessage")
	taken["mfaMessage"] = true
	if v, _ := in.get("mfaMessage"); v != nil {
		put("mfaMessage", "smsAuthenticationMessage", v)
	}
	same("deviceTracking", "deviceConfiguration")
	taken["signInCaseSensitive"] = true
	if v := in.Member("signInCaseSensitive"); v != nil {
		put("signInCaseSensitive", "usernameConfiguration", object("signInCaseSensitive", entry("caseSensitive", v)))
	}
	taken["deletionProtection"] = true
	if v, why := in.get("deletionProtection"); v != nil {
		put("deletionProtection", "deletionProtection", word("deletionProtection", map[bool]string{true: "ACTIVE", false: "INACTIVE"}[v.Text == "true"]))
	} else if why != "" {
		put("deletionProtection", "deletionProtection", in.Member("deletionProtection"))
	}
	taken["featurePlan"] = true
	if c := in.constant("featurePlan"); c != "" {
		put("featurePlan", "userPoolTier", word("featurePlan", c))
	} else {
		put("featurePlan", "userPoolTier", in.unknown("featurePlan"))
	}
	m.protection(in, taken, put, word, object, entry)
	same("passkeyRelyingPartyId", "webAuthnRelyingPartyId")
	taken["passkeyUserVerification"] = true
	if c := in.constant("passkeyUserVerification"); c != "" {
		put("passkeyUserVerification", "webAuthnUserVerification", word("passkeyUserVerification", strings.ToLower(c)))
	} else {
		put("passkeyUserVerification", "webAuthnUserVerification", in.unknown("passkeyUserVerification"))
	}
	m.passwords(in, taken, put, object, entry, list)
	taken["signInPolicy"] = true
	if first := entry("signInPolicy", m.firstFactors(in, list, object, entry)); first != nil {
		if policies := out.Member("policies"); policies != nil {
			policies.Children = append(policies.Children, first)
		} else {
			put("signInPolicy", "policies", object("signInPolicy", first))
		}
	}
	m.secondFactors(in, taken, signIn, put, word, list, object, entry)
	m.recovery(in, taken, put, list)
	m.attributesOf(in, taken, put, object, entry)
	taken["keepOriginal"] = true
	if v, why := in.get("keepOriginal"); why != "" {
		put("keepOriginal", "userAttributeUpdateSettings", in.unknown("keepOriginal"))
	} else if v != nil {
		var kept []string
		for _, name := range []struct{ prop, attribute string }{{"email", "email"}, {"phone", "phone_number"}} {
			if (props{m, v}).yes(name.prop) {
				kept = append(kept, name.attribute)
			}
		}
		put("keepOriginal", "userAttributeUpdateSettings", object("keepOriginal", entry("attributesRequireVerificationBeforeUpdate", list("keepOriginal", kept...))))
	}
	taken["lambdaTriggers"], taken["customSenderKmsKey"] = true, true
	triggers, from := object("lambdaTriggers"), "lambdaTriggers"
	if v, why := in.get("lambdaTriggers"); why != "" {
		unknown := in.unknown("lambdaTriggers")
		unknown.Role, unknown.Name, unknown.NameFrom, unknown.NameTo = reading.Spread, "", 0, 0
		triggers.Children = append(triggers.Children, unknown)
	} else if v != nil {
		for _, c := range v.Children {
			one := *c
			one.Kind, one.Children = reading.Expression, nil
			if one.To <= one.From {
				one.From, one.To = v.From, v.To
			}
			triggers.Children = append(triggers.Children, &one)
		}
	}
	if key, _ := in.get("customSenderKmsKey"); in.Member("customSenderKmsKey") != nil && (key == nil || key.Kind != reading.Null) { // whose ARN is the pool's
		if len(triggers.Children) == 0 {
			triggers, from = object("customSenderKmsKey"), "customSenderKmsKey"
		}
		triggers.Children = append(triggers.Children, entry("kmsKeyId", in.unknown("customSenderKmsKey")))
	}
	switch {
	case len(triggers.Children) == 1 && triggers.Children[0].Role == reading.Spread:
		put("lambdaTriggers", "lambdaConfig", in.unknown("lambdaTriggers"))
	case len(triggers.Children) > 0:
		put(from, "lambdaConfig", triggers)
	}
	taken["email"] = true
	if v := in.Member("email"); v != nil {
		put("email", "emailConfiguration", m.sender(in, v, word, object, entry))
	}
	for _, c := range p.value.Children {
		switch {
		case taken[c.Name] || c.Role == reading.Spread:
			if c.Role == reading.Spread {
				out.Children = append(out.Children, c)
			}
		case c.Name == "enableSmsRole" || strings.HasPrefix(c.Name, "smsRole") || c.Name == "snsRegion": // see secondFactors
		case c.Name == "removalPolicy":
			m.say(diagnostic.Note, reading.Beside, at{path: c.Name}, c, "It says what becomes of the pool when the stack is deleted, and nothing to the service.")
		default:
			// A property that is like none of those that are known may be newer.
			meant, severity := names.Nearest(c.Name, slices.Sorted(maps.Keys(taken))), diagnostic.Warning
			if meant != "" {
				severity = diagnostic.Error
			}
			m.refusedProperty(severity, at{path: c.Name}, c, meant)
		}
	}
	return out
}

// spreadProps puts the properties that are spread into a construct's in their place, and reports whether
// some of them are not known.
func (m *mapper) spreadProps(p *pool) (open bool) {
	whole := *p.value
	whole.Children = nil
	for _, c := range p.value.Children {
		if c.Role != reading.Spread {
			whole.Children = append(whole.Children, c)
			continue
		}
		if m.tooMany(c, at{}) {
			return true
		}
		plain := *c
		plain.Role = ""
		known, why := m.quietly(&plain)
		if known == nil && why != absent || known != nil && (known.Kind != reading.Object || !m.opens(known)) {
			open = true
			whole.Children = append(whole.Children, c)
		} else if known != nil {
			inner := &pool{value: m.camelled(known)}
			open = m.spreadProps(inner) || open
			whole.Children = append(whole.Children, inner.value.Children...)
			m.closes(known)
		}
	}
	p.value = &whole
	return open
}

type putter func(from, name string, v *reading.Value)
type worder func(of, t string) *reading.Value
type lister func(of string, texts ...string) *reading.Value
type objecter func(of string, members ...*reading.Value) *reading.Value
type enterer func(name string, v *reading.Value) *reading.Value

// messages are those of the verification, which the construct writes out also where nothing is
// said of them.
func (m *mapper) messages(in props, taken map[string]bool, put putter, word worder, object objecter, entry enterer) {
	const of = "userVerification"
	taken[of] = true
	v, why := in.get(of)
	if why != "" {
		put(of, "verificationMessageTemplate", in.Member(of))
		return
	}
	given := props{m, v}
	if v == nil {
		given.Value = &reading.Value{Kind: reading.Object}
	}
	if given.Member("emailStyle") != nil && given.constant("emailStyle") == "" { // the messages are a code's, or a link's
		put(of, "verificationMessageTemplate", in.unknown(of))
		return
	}
	or := func(name, otherwise string) *reading.Value {
		if t := given.Member(name); t != nil {
			return t
		}
		return word(of, otherwise)
	}
	link := given.constant("emailStyle") == "LINK"
	otherwise := "The verification code to your new account is {####}"
	if link {
		otherwise = "Verify your account by clicking on {##Verify Email##}"
	}
	subject, message := or("emailSubject", "Verify your new account"), or("emailBody", otherwise)
	sms := or("smsMessage", "The verification code to your new account is {####}")
	if v == nil && !slices.ContainsFunc(in.Children, func(c *reading.Value) bool { return c.Role == reading.Spread }) {
		m.say(diagnostic.Note, reading.PutIn, at{path: of, pointer: "/VerificationMessageTemplate"}, &reading.Value{From: in.From, To: m.beginning(in.Value)}, "The CDK writes the texts of verification messages by itself.")
	}
	put(of, "smsVerificationMessage", sms)
	if link {
		put(of, "verificationMessageTemplate", object(of, entry("defaultEmailOption", word(of, "CONFIRM_WITH_LINK")), entry("emailMessageByLink", message), entry("emailSubjectByLink", subject), entry("smsMessage", sms)))
		return
	}
	put(of, "emailVerificationMessage", message)
	put(of, "emailVerificationSubject", subject)
	put(of, "verificationMessageTemplate", object(of, entry("defaultEmailOption", word(of, "CONFIRM_WITH_CODE")), entry("emailMessage", message), entry("emailSubject", subject), entry("smsMessage", sms)))
}

// passwords are the password policy.
func (m *mapper) passwords(in props, taken map[string]bool, put putter, object objecter, entry enterer, list lister) {
	const of = "passwordPolicy"
	taken[of] = true
	v, why := in.get(of)
	if why != "" {
		put(of, "policies", object(of, entry("passwordPolicy", in.Member(of))))
		return
	}
	if v == nil || len(v.Children) == 0 {
		return
	}
	policy := object(of)
	for _, c := range v.Children {
		name := map[string]string{
			"minLength": "minimumLength", "requireLowercase": "requireLowercase", "requireUppercase": "requireUppercase",
			"requireDigits": "requireNumbers", "requireSymbols": "requireSymbols", "tempPasswordValidity": "temporaryPasswordValidityDays", "passwordHistorySize": "passwordHistorySize",
		}[m.camel(c.Name)]
		if name == "" {
			m.refusedProperty(diagnostic.Warning, at{path: of + "." + c.Name}, c, "")
			continue
		}
		value := c
		if c.Kind == reading.Call && made(c.Tag) == "days" && len(c.Children) == 1 {
			value = c.Children[0]
		}
		policy.Children = append(policy.Children, named(c, name, value))
	}
	if policy.Member("minimumLength") == nil {
		policy.Children = append(policy.Children, &reading.Value{Kind: reading.Number, Text: "8", Name: "minimumLength", From: v.From, To: v.To})
	}
	put(of, "policies", object(of, entry("passwordPolicy", policy)))
}

// protection is threat protection: that of passwords, and that of custom challenges.
func (m *mapper) protection(in props, taken map[string]bool, put putter, word worder, object objecter, entry enterer) {
	mode := func(property string) *reading.Value {
		taken[property] = true
		c := in.constant(property)
		if value := map[string]string{"FULL_FUNCTION": "ENFORCED", "AUDIT_ONLY": "AUDIT", "NO_ENFORCEMENT": "OFF"}[c]; value != "" {
			c = value
		}
		if c == "" {
			return in.unknown(property)
		}
		return word(property, c)
	}
	of, custom := "advancedSecurityMode", mode("customThreatProtectionMode")
	standard, threats := mode("advancedSecurityMode"), mode("standardThreatProtectionMode")
	if standard == nil {
		of, standard = "standardThreatProtectionMode", threats
	}
	switch {
	case custom == nil && standard == nil:
		return
	case custom == nil:
		put(of, "userPoolAddOns", object(of, entry("advancedSecurityMode", standard)))
		return
	case standard == nil: // which the construct sends then
		of, standard = "customThreatProtectionMode", word("customThreatProtectionMode", "OFF")
	}
	flows := object("customThreatProtectionMode", entry("customAuthMode", custom))
	put(of, "userPoolAddOns", object(of, entry("advancedSecurityMode", standard), entry("advancedSecurityAdditionalFlows", flows)))
}

// secondFactors are MFA, and the role for SMS that the construct makes where a text message is
// needed.
func (m *mapper) secondFactors(in props, taken map[string]bool, signIn props, put putter, word worder, list lister, object objecter, entry enterer) {
	taken["mfa"], taken["mfaSecondFactor"] = true, true
	mfa := in.constant("mfa")
	value := map[string]string{"OFF": "OFF", "OPTIONAL": "OPTIONAL", "REQUIRED": "ON"}[mfa]
	var factors []string
	if value != "" {
		put("mfa", "mfaConfiguration", word("mfa", value))
	} else if v := in.Member("mfa"); v != nil {
		put("mfa", "mfaConfiguration", v)
	}
	if value == "OPTIONAL" || value == "ON" {
		of := "mfa"
		if second, _ := in.get("mfaSecondFactor"); second != nil {
			of = "mfaSecondFactor"
			for _, name := range []struct{ prop, factor string }{{"sms", "SMS_MFA"}, {"otp", "SOFTWARE_TOKEN_MFA"}, {"email", "EMAIL_OTP"}} {
				if (props{m, second}).yes(name.prop) {
					factors = append(factors, name.factor)
				}
			}
		} else {
			factors = []string{"SMS_MFA"}
		}
		put(of, "enabledMfas", list(of, factors...))
	}
	auto, _ := in.get("autoVerify")
	phone := signIn.yes("phone") || auto != nil && (props{m, auto}).yes("phone")
	if enabled, _ := in.get("enableSmsRole"); enabled != nil && enabled.Text == "false" {
		return
	}
	for _, f := range factors {
		phone = phone || f == "SMS_MFA"
	}
	role, external, region := in.Member("smsRole"), in.Member("smsRoleExternalId"), in.Member("snsRegion")
	if role == nil && (phone || in.Member("enableSmsRole") != nil) {
		at := in.Value
		for _, name := range []string{"enableSmsRole", "mfa", "signInAliases"} {
			if v := in.Member(name); v != nil {
				at = v
				break
			}
		}
		role = &reading.Value{Kind: reading.Expression, Text: "a role that the CDK makes", From: at.From, To: m.beginning(at)}
		external = role // which has the construct's path in it
	}
	if role != nil {
		put("smsRole", "smsConfiguration", object("smsRole", entry("snsCallerArn", role), entry("externalId", external), entry("snsRegion", region)))
	}
}

// sender is who sends mail: UserPoolEmail.withCognito('a@example.com') or withSES({ … }).
func (m *mapper) sender(in props, v *reading.Value, word worder, object objecter, entry enterer) *reading.Value {
	const of = "email"
	switch sender := made(v.Tag); {
	case v.Kind != reading.Call:
	case sender == "withcognito":
		var reply *reading.Value
		if len(v.Children) > 0 {
			reply = v.Children[0]
		}
		return object(of, entry("emailSendingAccount", word(of, "COGNITO_DEFAULT")), entry("replyToEmailAddress", reply))
	case sender == "withses" && len(v.Children) > 0:
		options := v.Children[0]
		if options.Kind != reading.Object || options.Name != "" {
			options = &reading.Value{Kind: reading.Object}
			for _, c := range v.Children {
				one := *c
				one.Name = camel(c.Name)
				options.Children = append(options.Children, &one)
			}
		}
		given := props{m, options}
		from := options.Member("fromEmail")
		if name := options.Member("fromName"); name != nil && from != nil {
			called, _ := given.get("fromName")
			address, _ := given.get("fromEmail")
			one := *name
			one.Kind, one.Children = reading.Expression, nil
			if called != nil && address != nil {
				one.Kind, one.Text = reading.String, called.Text+" <"+address.Text+">"
			}
			from = &one
		}
		identity := &reading.Value{Kind: reading.Expression, Text: "an identity's ARN that the CDK makes", From: v.From, To: v.To}
		return object(of,
			entry("emailSendingAccount", word(of, "DEVELOPER")), entry("from", from), entry("replyToEmailAddress", options.Member("replyTo")),
			entry("configurationSet", options.Member("configurationSetName")), entry("sourceArn", identity))
	}
	one := *v
	one.Kind, one.Children = reading.Expression, nil
	return &one
}

// firstFactors are signInPolicy's, as the policy's list.
func (m *mapper) firstFactors(in props, list lister, object objecter, entry enterer) *reading.Value {
	const of = "signInPolicy"
	v, why := in.get(of)
	switch {
	case why != "":
		return in.Member(of)
	case v == nil:
		return nil
	}
	allowed, _ := (props{m, v}).get("allowedFirstAuthFactors")
	if allowed == nil {
		return nil
	}
	var factors []string
	for _, name := range []struct{ prop, factor string }{{"password", "PASSWORD"}, {"emailOtp", "EMAIL_OTP"}, {"smsOtp", "SMS_OTP"}, {"passkey", "WEB_AUTHN"}} {
		if (props{m, allowed}).yes(name.prop) {
			factors = append(factors, name.factor)
		}
	}
	return object(of, entry("allowedFirstAuthFactors", list(of, factors...)))
}

// recovery are the ways back in.
func (m *mapper) recovery(in props, taken map[string]bool, put putter, list lister) {
	const of = "accountRecovery"
	taken[of] = true
	ways := map[string][]string{
		"": {"verified_phone_number", "verified_email"}, "PHONE_WITHOUT_MFA_AND_EMAIL": {"verified_phone_number", "verified_email"},
		"EMAIL_AND_PHONE_WITHOUT_MFA": {"verified_email", "verified_phone_number"}, "EMAIL_ONLY": {"verified_email"},
		"PHONE_ONLY_WITHOUT_MFA": {"verified_phone_number"}, "NONE": {"admin_only"},
	}[in.constant(of)]
	if ways == nil || in.constant(of) == "" && in.Member(of) != nil {
		if in.constant(of) != "PHONE_AND_EMAIL" { // for which the construct says nothing
			put(of, "accountRecoverySetting", in.unknown(of))
		}
		return
	}
	mechanisms := list(of)
	at := list(of)
	for i, name := range ways {
		mechanisms.Children = append(mechanisms.Children, &reading.Value{Kind: reading.Object, From: at.From, To: at.To, Children: []*reading.Value{
			{Kind: reading.String, Text: name, Name: "name", From: at.From, To: at.To},
			{Kind: reading.Number, Text: strconv.Itoa(i + 1), Name: "priority", From: at.From, To: at.To},
		}})
	}
	mechanisms.Name = "recoveryMechanisms"
	put(of, "accountRecoverySetting", &reading.Value{Kind: reading.Object, From: at.From, To: at.To, Children: []*reading.Value{mechanisms}})
}

// standardNames are the attributes that the construct calls otherwise than the API.
var standardNames = map[string]string{
	"fullname": "name", "phoneNumber": "phone_number", "givenName": "given_name", "familyName": "family_name", "middleName": "middle_name",
	"preferredUsername": "preferred_username", "profilePicture": "picture", "profilePage": "profile", "timezone": "zoneinfo", "lastUpdateTime": "updated_at",
	"emailVerified": "email_verified", "phoneNumberVerified": "phone_number_verified",
	"address": "address", "birthdate": "birthdate", "email": "email", "gender": "gender", "locale": "locale", "nickname": "nickname", "website": "website",
}

// attributesOf are the schema.
func (m *mapper) attributesOf(in props, taken map[string]bool, put putter, object objecter, entry enterer) {
	taken["standardAttributes"], taken["customAttributes"] = true, true
	schema := &reading.Value{Kind: reading.List}
	of := "standardAttributes"
	if v, _ := in.get(of); v != nil {
		schema.From, schema.To = v.From, v.To
		for _, c := range v.Children {
			given, _ := m.quietly(c)
			name := standardNames[m.camel(c.Name)]
			if name == "" {
				m.refusedProperty(diagnostic.Error, at{path: of + "." + c.Name}, c, names.Nearest(camel(c.Name), slices.Sorted(maps.Keys(standardNames))))
				continue
			}
			attribute := props{m, given}
			entry := &reading.Value{Kind: reading.Object, From: c.From, To: c.To, NameFrom: c.NameFrom, NameTo: c.NameTo, Children: []*reading.Value{{Kind: reading.String, Text: name, Name: "name", From: c.NameFrom, To: c.NameTo}}}
			for i, of := range []string{"mutable", "required"} {
				flag := attribute.unknown(of)
				if v, why := attribute.get(of); why == "" {
					flag = &reading.Value{Kind: reading.Bool, Text: strconv.FormatBool(v == nil && i == 0 || attribute.yes(of)), Name: of, From: c.From, To: c.To}
				}
				if given == nil { // nothing is known of it but its name
					flag.Kind, flag.Text = reading.Expression, m.shown(c)
				}
				entry.Children = append(entry.Children, flag)
			}
			schema.Children = append(schema.Children, entry)
		}
	}
	for _, name := range []string{"standardAttributes", "customAttributes"} {
		if v, why := in.get(name); v == nil && why != "" { // which they are is not known
			unknown := in.unknown(name)
			unknown.Role, unknown.Name, unknown.NameFrom, unknown.NameTo = reading.Spread, "", 0, 0
			schema.Children = append(schema.Children, unknown)
		}
	}
	if v, _ := in.get("customAttributes"); v != nil {
		if len(schema.Children) == 0 {
			of, schema.From, schema.To = "customAttributes", v.From, v.To
		}
		for _, c := range v.Children {
			schema.Children = append(schema.Children, m.customAttribute(c))
		}
	}
	if len(schema.Children) > 0 {
		put(of, "schema", schema)
	}
}

// customAttribute is new StringAttribute({ minLen: 1 }) and its sisters.
func (m *mapper) customAttribute(c *reading.Value) *reading.Value {
	dataType := map[string]string{"stringattribute": "String", "numberattribute": "Number", "booleanattribute": "Boolean", "datetimeattribute": "DateTime"}[made(c.Tag)]
	if c.Kind != reading.Call || dataType == "" {
		unknown := *c
		unknown.Name = ""
		return &unknown
	}
	entry := &reading.Value{Kind: reading.Object, From: c.From, To: c.To, Children: []*reading.Value{
		{Kind: reading.String, Text: c.Name, Name: "name", From: c.NameFrom, To: c.NameTo},
		{Kind: reading.String, Text: dataType, Name: "attributeDataType", From: c.From, To: c.To},
	}}
	bounds := &reading.Value{Kind: reading.Object, From: c.From, To: c.To, Name: strings.ToLower(dataType[:1]) + dataType[1:] + "AttributeConstraints"}
	var arguments []*reading.Value
	for _, argument := range c.Children {
		if argument.Kind == reading.Object && argument.Name == "" {
			arguments = append(arguments, argument.Children...)
		} else if argument.Name != "" {
			arguments = append(arguments, argument)
		}
	}
	for _, argument := range arguments {
		switch name := m.camel(argument.Name); name {
		case "mutable":
			entry.Children = append(entry.Children, named(argument, "mutable", argument))
		case "minLen", "maxLen":
			bounds.Children = append(bounds.Children, named(argument, strings.Replace(name, "Len", "Length", 1), argument))
		case "min", "max":
			bounds.Children = append(bounds.Children, named(argument, name+"Value", argument))
		}
	}
	if len(bounds.Children) > 0 {
		entry.Children = append(entry.Children, bounds)
	}
	return entry
}
