package foreign

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/arn"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/names"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

const userPoolType = "AWS::Cognito::UserPool"

var cloudFormation = &tongue{
	called: "CloudFormation", style: language.Spelling(language.CloudFormation), coerces: true, alone: true, lists: true, strict: true, yaml11: true,
	missing: "No resource of Type AWS::Cognito::UserPool with Properties was found, nor properties with a UserPoolName.",
	find:    findResources, read: readResource, lookup: nil, call: callOfTemplate, expand: expandTemplate,
	finish: finishStack,
	brings: func(name string) bool { return name == "Fn::Transform" || strings.HasPrefix(name, "Fn::ForEach::") },
}

// templateInCode is a template that a program has in its own objects, whose values are booleans and
// texts as the program says.
var templateInCode = derived(cloudFormation, func(t *tongue) {
	t.yaml11, t.lookup, t.find = false, lookupInProgram, findInProgram
})

// goformation makes templates in Go, with a type for each type of resource and for each of its structures. It leaves out
// what is false, 0 or empty.
var goformation = derived(templateInCode, func(t *tongue) {
	t.refuser, t.missing = "goformation", "No cognito.UserPool of goformation with its properties was found. Paste what the program prints."
	t.expand, t.call = nil, callOfCode
	t.find = func(m *mapper, root *reading.Value) (found []*pool) {
		m.root = root
		for _, c := range root.Children {
			if c.Role == "" && c.Tag == "cognito.UserPool" && len(c.Children) == 1 {
				found = append(found, &pool{id: "UserPool", value: c.Children[0]})
			}
		}
		return found
	}
	t.read = func(m *mapper, p *pool) *source.Node {
		p.value = m.withoutZeroes(p.value, p.path)
		return m.request(p.value, p.path)
	}
})

// withoutZeroes is a value as Go's package for JSON writes it where nothing that is false, 0 or empty is written.
func (m *mapper) withoutZeroes(v *reading.Value, path string) *reading.Value {
	if v.Kind != reading.Object && v.Kind != reading.List {
		return v
	}
	left := *v
	left.Children = nil
	for i, c := range v.Children {
		at := at{path: m.index(path, i)}
		if v.Kind == reading.Object {
			at.path = m.join(path, c.Name)
		}
		switch zero := c.Kind == reading.Bool && c.Text == "false" || c.Kind == reading.Number && c.Text == "0" || c.Kind == reading.String && c.Text == ""; {
		case strings.HasPrefix(c.Name, "AWSCloudFormation"):
			m.say(diagnostic.Note, reading.Beside, at, c, "It is CloudFormation's own and says nothing to the service.")
		case zero && v.Kind == reading.Object:
			m.say(diagnostic.Note, "left-out", at, c, "goformation leaves out what is false, 0 or empty.")
		default:
			left.Children = append(left.Children, m.withoutZeroes(c, at.path))
		}
	}
	return &left
}

// templateInTerraform is a template in an object of Terraform's, which jsonencode or yamlencode writes. What Terraform
// works out begins with a small letter, what CloudFormation does with a capital.
var templateInTerraform = derived(cloudFormation, func(t *tongue) {
	t.yaml11, t.lookup = false, lookupInModule
	t.call = func(m *mapper, v *reading.Value) (*reading.Value, string) {
		if v.Tag != "" && strings.ToLower(v.Tag[:1]) == v.Tag[:1] {
			return callOfTerraform(m, v)
		}
		return callOfTemplate(m, v)
	}
})

// troposphere makes templates in Python, with a class for each type and for each of its structures.
var troposphere = derived(cloudFormation, func(t *tongue) {
	t.refuser, t.missing = "troposphere", "No UserPool of troposphere with its properties was found. Paste what the program prints."
	t.yaml11, t.expand, t.lookup, t.call = false, nil, lookupInProgram, callOfTroposphere
	t.find, t.read = findTroposphere, readManifest
})

// attributes are what a resource of troposphere has beside its properties.
var attributes = map[string]bool{"Condition": true, "CreationPolicy": true, "DeletionPolicy": true, "DependsOn": true, "Metadata": true, "UpdatePolicy": true, "UpdateReplacePolicy": true, "template": true, "validation": true}

func findTroposphere(m *mapper, root *reading.Value) []*pool {
	m.root = root
	var found []*pool
	for _, c := range root.Children {
		if c.Role != "" || c.Tag[strings.LastIndexByte(c.Tag, '.')+1:] != "UserPool" {
			continue
		}
		p := &pool{id: "UserPool", value: &reading.Value{Kind: reading.Object, From: c.From, To: c.To}}
		for i, argument := range c.Children {
			switch {
			case i == 0 && argument.Kind == reading.String:
				p.id = argument.Text
			case argument.Name != "" && !attributes[argument.Name] && argument.Name != "title", argument.Role == reading.Spread:
				p.value.Children = append(p.value.Children, argument)
			}
		}
		found = append(found, p)
	}
	return found
}

// callOfTroposphere takes a class's arguments for the structure that it is.
func callOfTroposphere(m *mapper, v *reading.Value) (*reading.Value, string) {
	if len(v.Children) > 0 && slices.ContainsFunc(v.Children, func(c *reading.Value) bool { return c.Name != "" || c.Role == reading.Spread }) {
		object := &reading.Value{Kind: reading.Object}
		for _, c := range v.Children {
			if c.Name != "" || c.Role == reading.Spread {
				object.Children = append(object.Children, c)
			}
		}
		return object, ""
	}
	return nil, "troposphere, or the deployment, works it out."
}

// findResources finds the pools wherever they stand: in a template's Resources, in a part of
// it, or in a document around it, as other tools have it.
func findResources(m *mapper, root *reading.Value) []*pool {
	if m.yaml11 && (root.Member("service") != nil && root.Member("provider") != nil || serverlessVariable.MatchString(m.text)) {
		own := *m.tongue
		own.yaml11 = false // the Serverless Framework reads YAML 1.2, and sends JSON
		m.tongue = &own
	}
	var found []*pool
	var visit func(v *reading.Value, path string)
	visit = func(v *reading.Value, path string) {
		if v.Role != "" { // a variable of a program
			return
		}
		if kind := v.Member("Type"); kind != nil && kind.Text == userPoolType {
			id := v.Name
			if id == "" {
				id = "UserPool"
			}
			found = append(found, &pool{id: id, value: v, path: path})
			return
		}
		for i, c := range v.Children {
			if v.Kind == reading.List {
				visit(c, m.index(path, i))
			} else {
				visit(c, m.join(path, c.Name))
			}
		}
	}
	visit(root, "")
	if len(found) == 0 && root.Member("UserPoolName") != nil && root.Member("Properties") == nil && root.Member("Resources") == nil {
		found = append(found, &pool{id: "UserPool", value: root})
	}
	return found
}

func readResource(m *mapper, p *pool) *source.Node {
	m.beside(p)
	if p.value.Member("Type") == nil {
		return m.request(p.value, p.path)
	}
	for _, c := range p.value.Children {
		if c.Name != "Type" && c.Name != "Properties" {
			m.say(diagnostic.Note, reading.Beside, at{path: m.join(p.path, c.Name)}, c, "It is CloudFormation's own and says nothing to the service.")
		}
	}
	p.value = m.extended(p.value)
	properties := p.value.Member("Properties")
	path := m.join(p.path, "Properties")
	if properties == nil || properties.Kind == reading.Null {
		return &source.Node{Kind: source.Object, Start: p.value.From, End: p.value.From, NameStart: p.value.NameFrom, NameEnd: p.value.NameTo}
	}
	known, why := m.worked(properties, at{path: path})
	if known == nil || known.Kind != reading.Object {
		if why == "" {
			why = "They are no object."
		}
		n := node(source.Object, properties)
		all := unknownNode(properties, m.shown(properties), why)
		all.NameStart, all.NameEnd = 0, 0 // stands for the members, and is none
		n.Children = append(n.Children, all)
		return n
	}
	return m.request(known, path)
}

// beside tells what else the template has.
func (m *mapper) beside(p *pool) {
	if p.value == m.root {
		return
	}
	for _, c := range m.root.Children {
		switch path := m.join("", c.Name); {
		case c.Name == "Resources" && c.Kind == reading.Object:
			for _, r := range c.Children {
				m.other(p, r, m.join(path, r.Name))
			}
		case c.Name != "AWSTemplateFormatVersion" && c.Name != "":
			m.other(p, c, path)
		}
	}
}

func (m *mapper) other(p *pool, v *reading.Value, path string) {
	if v != p.value && path != "" && path != p.path && !strings.HasPrefix(p.path, path+".") && !strings.HasPrefix(p.path, path+"/") {
		m.say(diagnostic.Note, reading.Beside, at{path: path}, v, "It stands beside the pool and is no part of a CreateUserPool request.")
	}
}

// finishStack does what CloudFormation does by itself: it makes a name where there is none, and
// sets second factors with a call of its own, SetUserPoolMfaConfig.
func finishStack(m *mapper, p *pool, request *source.Node) {
	m.triggers(p, request)
	m.madeName(p, request)
	mfa := request.Member("MfaConfiguration")
	properties, path := p.value, p.path
	if inner := p.value.Member("Properties"); inner != nil {
		properties, path = inner, m.join(p.path, "Properties")
	}
	if verification := spelt(properties, "WebAuthnUserVerification"); verification != nil {
		m.oneOf(verification, at{path: m.join(path, verification.Name)}, verification.Name, diagnostic.Error, userVerifications)
	}
	enabled := spelt(properties, "EnabledMfas")
	why := absent
	if enabled != nil {
		_, why = m.worked(enabled, at{path: m.join(path, enabled.Name)})
	}
	if why == absent {
		m.callOfStack(properties, request, mfa, nil)
		return
	}
	if one, _ := m.quietly(enabled); m.lists && one != nil && one.Scalar() {
		m.noList(enabled, one, at{path: m.join(path, enabled.Name), pointer: "/EnabledMfas"})
		enabled = &reading.Value{Kind: reading.List, Children: []*reading.Value{one}, From: enabled.From, To: enabled.To}
	}
	factors, why := m.list(enabled)
	for i, factor := range factors { // what becomes of another is written nowhere
		m.oneOf(factor, at{path: m.index(m.join(path, "EnabledMfas"), i)}, "An element of EnabledMfas", diagnostic.Warning, enabledMfas)
	}
	names, unknown := m.scalars(factors)
	if m.Typed != nil { // what is in the list already is not offered
		m.Typed.Values = slices.DeleteFunc(slices.Clone(m.Typed.Values), func(value string) bool { return slices.Contains(names, value) })
	}
	if why == "" && unknown == "" {
		if len(names) == 1 && names[0] == "SMS_MFA" && mfa != nil {
			m.textsAlone(enabled)
		}
		m.callOfStack(properties, request, mfa, names)
	}
	switch {
	case mfa == nil:
	case why != "" || unknown != "":
		mfa.Kind, mfa.Text = source.Unknown, m.shown(enabled)
		mfa.Why = "CloudFormation sends it with the pool or later, by EnabledMfas, which is not known."
	case slices.Contains(names, "SOFTWARE_TOKEN_MFA"):
		unset(request, "MfaConfiguration")
		m.mode(mfa, at{path: m.join(path, "MfaConfiguration"), pointer: "/MfaConfiguration"}, "MfaConfiguration")
		m.drop(&reading.Value{From: mfa.Start, To: mfa.End}, at{path: m.join(path, "MfaConfiguration"), pointer: "/MfaConfiguration"},
			"CloudFormation sets it with EnabledMfas, by SetUserPoolMfaConfig, once the pool is made.")
	}
}

// spelt is a property in the spelling of the tool that has it.
func spelt(properties *reading.Value, name string) *reading.Value {
	for _, c := range slices.Backward(properties.Kids()) {
		if folded(c.Name) == folded(name) {
			return c
		}
	}
	return nil
}

// textsAlone says of EnabledMfas that it names nothing but text messages, which CreateUserPool switches on. Where a construct
// writes it for MFA alone, there is nothing to say.
func (m *mapper) textsAlone(enabled *reading.Value) {
	i := slices.IndexFunc(m.found, func(t told) bool { return t.Rule == reading.LeftOut && folded(t.Pointer) == "/enabledmfas" })
	switch {
	case i < 0:
	case enabled.NameTo > enabled.NameFrom && m.text[enabled.NameFrom:enabled.NameTo] == "mfa":
		m.found = slices.Delete(m.found, i, i+1)
	default:
		m.found[i].Message = "It names SMS_MFA alone, which CreateUserPool switches on by MfaConfiguration."
	}
}

// triggers adds the functions that SAM, or the Serverless Framework, makes triggers of the pool by
// their events.
func (m *mapper) triggers(p *pool, request *source.Node) {
	add := func(function, event, trigger *reading.Value) {
		kind, _ := m.quietly(trigger)
		shape := m.contract.Request.Member("LambdaConfig").Shape
		for _, name := range append([]*reading.Value{kind}, kind.Kids()...) {
			if name == nil || shape.Member(name.Text) == nil {
				continue
			}
			lambda := request.Member("LambdaConfig")
			if lambda == nil {
				lambda = node(source.Object, event)
				set(request, "LambdaConfig", lambda)
			}
			if lambda.Kind == source.Object && lambda.Member(name.Text) == nil {
				set(lambda, name.Text, unknownNode(event, "the function "+function.Name, "The event of the function "+function.Name+" makes it the trigger."))
			}
		}
	}
	for _, r := range m.root.Member("Resources").Kids() {
		for _, event := range r.Member("Properties").Member("Events").Kids() {
			of := event.Member("Properties")
			pool := of.Member("UserPool")
			if kind := event.Member("Type"); pool == nil || kind == nil || kind.Text != "Cognito" {
				continue
			}
			if ref := pool.Member("Ref"); ref != nil {
				pool = ref
			}
			if trigger := of.Member("Trigger"); trigger != nil && pool.Text == p.value.Name {
				add(r, event, trigger)
			}
		}
	}
	for _, f := range m.root.Member("functions").Kids() {
		for _, event := range f.Member("events").Kids() {
			event = event.Member("cognitoUserPool")
			pool, trigger := event.Member("pool"), event.Member("trigger")
			if existing := event.Member("existing"); pool == nil || trigger == nil || existing != nil && existing.Text != "false" {
				continue
			}
			name, _ := m.quietly(pool)
			if name == nil || "CognitoUserPool"+logical.ReplaceAllString(strings.ToUpper(name.Text[:min(1, len(name.Text))])+name.Text[min(1, len(name.Text)):], "") != p.value.Name {
				continue
			}
			add(f, event, trigger)
			if request.Member("PoolName") == nil { // the framework calls it so
				called := node(source.String, pool)
				called.Text = name.Text
				set(request, "PoolName", called)
			}
		}
	}
}

// logical matches what the Serverless Framework leaves out of a name for a resource's.
var logical = regexp.MustCompile(`[^0-9A-Za-z]`)

// madeName adds the name that the tool makes where the text has none.
func (m *mapper) madeName(p *pool, request *source.Node) {
	if request.Member("PoolName") != nil || slices.ContainsFunc(request.Children, func(c *source.Node) bool { return c.Others() }) {
		return
	}
	from, to := p.value.NameFrom, p.value.NameTo
	if to <= from {
		from, to = p.value.From, m.beginning(p.value)
	}
	n := &source.Node{Kind: source.Unknown, Start: from, End: from, NameStart: from, NameEnd: to}
	n.Text, n.Why = "a name that "+strings.Replace(m.called, "The ", "the ", 1)+" makes", m.called+" makes a name where there is none."
	set(request, "PoolName", n)
}

// expandTemplate turns CloudFormation's functions into calls: !Sub and Fn::Sub are one. A text
// with placeholders of the Serverless Framework is worked out by its rules.
func expandTemplate(m *mapper, v *reading.Value) *reading.Value {
	if name, ok := strings.CutPrefix(v.Tag, "!"); ok {
		given := *v
		given.Tag = ""
		return &reading.Value{Kind: reading.Call, Tag: name, Children: []*reading.Value{&given}, From: v.From, To: v.To}
	}
	if v.Kind == reading.Object && len(v.Children) == 1 {
		c := v.Children[0]
		function, ok := strings.CutPrefix(c.Name, "Fn::")
		if ok || c.Name == "Ref" || c.Name == "Condition" && c.Kind == reading.String {
			return &reading.Value{Kind: reading.Call, Tag: function, Children: []*reading.Value{c}, From: v.From, To: v.To}
		}
	}
	if v.Kind == reading.String && serverlessVariable.MatchString(v.Text) {
		return serverlessText(v)
	}
	if v.Kind == reading.String && strings.HasPrefix(v.Text, "{{resolve:") && strings.HasSuffix(v.Text, "}}") { // a dynamic reference
		return &reading.Value{Kind: reading.Expression, Text: v.Text, From: v.From, To: v.To}
	}
	return v
}

func callOfTemplate(m *mapper, v *reading.Value) (*reading.Value, string) {
	if strings.HasPrefix(v.Tag, serverlessPrefix) {
		return m.serverless(v)
	}
	late := "CloudFormation works " + v.Tag + " out when it makes the stack."
	if len(v.Children) == 0 { // a function of the program that the template stands in
		return nil, late
	}
	given := v.Children[0]
	switch v.Tag {
	case "Ref":
		return m.ref(given.Text, given)
	case "Sub":
		return m.sub(given)
	case "Join":
		parts, why := m.list(given)
		if why != "" || len(parts) != 2 {
			return nil, late
		}
		return m.separated(parts[0], parts[1])
	case "Split":
		parts, why := m.list(given)
		if why != "" || len(parts) != 2 {
			return nil, late
		}
		texts, why := m.scalars(parts)
		if why != "" {
			return nil, why
		}
		list := &reading.Value{Kind: reading.List}
		for _, part := range strings.Split(texts[1], texts[0]) {
			list.Children = append(list.Children, text(part))
		}
		return list, ""
	case "Select":
		parts, why := m.list(given)
		if why != "" || len(parts) != 2 {
			return nil, late
		}
		index, why := m.scalars(parts[:1])
		if why != "" {
			return nil, why
		}
		elements, why := m.list(parts[1])
		if why != "" {
			return nil, why
		}
		if i, err := strconv.Atoi(index[0]); err == nil && i >= 0 && i < len(elements) {
			return elements[i], ""
		}
		return nil, "Select names an element that is not there."
	case "FindInMap":
		parts, why := m.list(given)
		if why != "" || len(parts) < 3 {
			return nil, late
		}
		names, why := m.scalars(parts[:3])
		if why != "" {
			return nil, why
		}
		if value := m.root.Member("Mappings").Member(names[0]).Member(names[1]).Member(names[2]); value != nil {
			m.used = append(m.used, fmt.Sprintf("%s of the mapping %s is put in.", strings.Join(names[1:], "."), names[0]))
			return value, ""
		}
		return nil, "The mapping " + strings.Join(names, ".") + " is not in this text."
	case "If":
		parts, why := m.list(given)
		if why != "" || len(parts) != 3 {
			return nil, late
		}
		yes, why := m.condition(parts[0].Text)
		if why != "" {
			return nil, why
		}
		if yes {
			return parts[1], ""
		}
		return parts[2], ""
	case "Equals", "And", "Or", "Not", "Condition":
		yes, why := m.conditionOf(v)
		if why != "" {
			return nil, why
		}
		return boolean(yes), ""
	case "Base64", "GetAtt", "ImportValue", "Transform", "GetAZs", "Cidr":
	}
	return nil, late
}

// condition works a named condition of the template out.
func (m *mapper) condition(name string) (bool, string) {
	c := m.root.Member("Conditions").Member(name)
	if c == nil {
		return false, "The condition " + name + " is not in this text."
	}
	return m.truth(c)
}

func (m *mapper) conditionOf(v *reading.Value) (yes bool, why string) {
	given := v.Children[0]
	if v.Tag == "Condition" {
		return m.condition(given.Text)
	}
	parts, why := m.list(given)
	if why != "" {
		return false, why
	}
	switch {
	case v.Tag == "Equals" && len(parts) == 2:
		texts, why := m.scalars(parts)
		if why != "" {
			return false, why
		}
		return texts[0] == texts[1], ""
	case v.Tag == "Not" && len(parts) == 1:
		yes, why := m.truth(parts[0])
		return !yes, why
	}
	unsure := ""
	for _, p := range parts {
		yes, why := m.truth(p)
		switch {
		case why != "":
			unsure = why
		case yes == (v.Tag == "Or"):
			return yes, "" // whatever the others are
		}
	}
	return v.Tag == "And", unsure
}

// ref is what !Ref gives: a parameter, or a pseudo parameter. It stands in v.
func (m *mapper) ref(name string, v *reading.Value) (*reading.Value, string) {
	region, id := m.options.Region, m.options.AccountID
	switch name {
	case "AWS::NoValue":
		return nil, absent
	case "AWS::Region":
		if region != "" {
			return text(region), ""
		}
		return nil, "The Region of the stack is not in the text: choose it in the surroundings."
	case "AWS::AccountId":
		if id != "" {
			return text(id), ""
		}
		return nil, "The account of the stack is not in the text: choose it in the surroundings."
	case "AWS::Partition":
		if region != "" {
			return text(arn.Partition(region)), ""
		}
		return nil, "The partition of the stack's Region is not in the text: choose it in the surroundings."
	case "AWS::StackName", "AWS::StackId":
		return nil, "It holds the name of the stack, which is given when the stack is made."
	}
	parameter := m.root.Member("Parameters").Member(name)
	if parameter == nil && loops(m.root.Member("Resources"), name) {
		return nil, name + " is what Fn::ForEach counts with."
	}
	if parameter == nil && m.root.Member("Resources").Member(name) == nil {
		m.unresolved(name, v)
		return nil, "This text has no parameter and no resource " + name + "."
	}
	if parameter == nil {
		return nil, name + " is another resource of the stack: what it is called is known when it is made."
	}
	if kind := parameter.Member("Type"); kind != nil && strings.HasPrefix(kind.Text, "AWS::SSM::Parameter::Value") {
		return nil, "The parameter " + name + " is read from Parameter Store."
	}
	value, why := m.parameter(name, parameter, parameter.Member("Default"), "The parameter "+name+" has no Default.")
	m.allowed(name, parameter)
	if value == nil || !value.Scalar() {
		return nil, why
	}
	if kind := parameter.Member("Type"); kind != nil && (strings.HasPrefix(kind.Text, "List<") || kind.Text == "CommaDelimitedList") {
		list := &reading.Value{Kind: reading.List, From: value.From, To: value.To}
		for _, part := range strings.Split(value.Text, ",") {
			list.Children = append(list.Children, text(strings.TrimSpace(part)))
		}
		return list, ""
	}
	given := text(value.Text)
	if !slices.ContainsFunc([]string{"AllowedValues", "AllowedPattern", "MinValue", "MaxValue", "MinLength", "MaxLength"}, func(name string) bool { return parameter.Member(name) != nil }) {
		given.From, given.To = value.From, value.To
	}
	return given, ""
}

// unresolved tells of a name that is nearly one of a template's. One that is like none may come by a macro or a
// framework, and a part of a template has its names elsewhere.
func (m *mapper) unresolved(name string, v *reading.Value) {
	if m.root.Member("Parameters") == nil && m.root.Member("AWSTemplateFormatVersion") == nil {
		return
	}
	var near []string
	for _, section := range []string{"Parameters", "Resources"} {
		for _, c := range m.root.Member(section).Kids() {
			if d := len(c.Name) - len(name); -2 <= d && d <= 2 {
				near = append(near, c.Name)
			}
		}
	}
	meant := names.Nearest(name, near)
	from, to := m.mark(v)
	there := strings.Index(m.text[from:to], name)
	if meant == "" || there < 0 || slices.ContainsFunc(m.found, func(t told) bool { return t.Rule == "unresolved-name" && t.Start == from }) {
		return
	}
	m.say(diagnostic.Error, "unresolved-name", at{}, v, "The template has no parameter and no resource %s. Did you mean %s? CloudFormation refuses it before it makes anything.", name, meant)
	m.found[len(m.found)-1].Fixes = []source.Fix{{Title: "Change it to " + meant, Edits: []source.Edit{{Start: from + there, End: from + there + len(name), Insert: meant}}}}
}

// allowed notes the values that a parameter takes, and says where the one in force is none of them.
func (m *mapper) allowed(name string, parameter *reading.Value) {
	list := parameter.Member("AllowedValues")
	p := &m.Parameters[m.listed[name]]
	if list == nil || p.Allowed != nil {
		return
	}
	for _, v := range list.Children {
		p.Allowed = append(p.Allowed, v.Text)
	}
	if p.Known && !slices.Contains(p.Allowed, p.Value) && !m.yaml11Word(list) {
		m.say(diagnostic.Error, "parameter-not-allowed", at{path: m.join("Parameters", name)}, parameter, "CloudFormation refuses %q for %s: it takes %s.", p.Value, name, strings.Join(p.Allowed, ", "))
	}
}

// yaml11Word reports whether a list has words that are booleans without quotes, as whose texts they come
// is not known.
func (m *mapper) yaml11Word(list *reading.Value) bool {
	return m.yaml11 && slices.ContainsFunc(list.Children, func(v *reading.Value) bool { return v.Kind == reading.Bool })
}

// loops reports whether a Fn::ForEach among the resources, or in one, counts with a name.
func loops(resources *reading.Value, name string) bool {
	for _, r := range resources.Kids() {
		if !strings.HasPrefix(r.Name, "Fn::ForEach::") || len(r.Children) != 3 {
			continue
		}
		if r.Children[0].Text == name || loops(r.Children[2], name) {
			return true
		}
	}
	return false
}

// sub is what !Sub makes of a text: ${Name} is !Ref, ${Name.Attribute} !GetAtt, ${!x} is ${x}.
func (m *mapper) sub(given *reading.Value) (*reading.Value, string) {
	variables := (*reading.Value)(nil)
	if given.Kind == reading.List && len(given.Children) == 2 {
		given, variables = given.Children[0], given.Children[1]
	}
	if given.Kind != reading.String {
		return nil, "CloudFormation works Sub out when it makes the stack."
	}
	var b strings.Builder
	rest := given.Text
	for {
		before, after, found := strings.Cut(rest, "${")
		b.WriteString(before)
		if !found {
			return text(b.String()), ""
		}
		name, behind, closed := strings.Cut(after, "}")
		switch {
		case !closed:
			b.WriteString("${" + after)
			return text(b.String()), ""
		case strings.HasPrefix(name, "!"):
			b.WriteString("${" + name[1:] + "}")
			rest = behind
			continue
		}
		name = strings.TrimSpace(name)
		value, why := (*reading.Value)(nil), ""
		switch own := variables.Member(name); {
		case own != nil:
			value = own
		case strings.Contains(name, "."):
			return nil, "CloudFormation works " + name + " out when it makes the stack."
		default:
			value, why = m.ref(name, given)
		}
		if value == nil {
			if why == absent {
				why = "AWS::NoValue stands in a text."
			}
			return nil, why
		}
		texts, why := m.scalars([]*reading.Value{value})
		if why != "" {
			return nil, why
		}
		b.WriteString(texts[0])
		rest = behind
	}
}
