package foreign

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/names"
	"userpoolplayground/internal/readers"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

const terraformResource, cloudControlResource = "aws_cognito_user_pool", "awscc_cognito_user_pool"

var terraformTongue = &tongue{
	called: "Terraform", style: language.Spelling(language.Terraform), coerces: true, repeats: true, blocky: true, zeroes: true, strict: true,
	missing: `No resource "aws_cognito_user_pool" was found, nor a module that makes one.`,
	find:    findBlocks, read: readBlock, lookup: lookupInModule, call: callOfTerraform, own: ownToTerraform, finish: finishTerraform,
}

// terraformModule is a module of the registry that passes its arguments on to the resource, and
// terraformState what Terraform writes down of one: neither is held to the resource's names.
var terraformModule, terraformState *tongue

// awscc is Terraform's provider on AWS's Cloud Control API, whose arguments are CloudFormation's properties.
var awscc *tongue

// Set here and not above: the functions look for pools of all of them.
func init() {
	awscc = derived(terraformTongue, func(t *tongue) {
		t.style = language.Spelling(language.CloudControl)
		t.repeats, t.blocky, t.zeroes, t.finish = false, false, false, finishStack
	})
	terraformModule = derived(terraformTongue, func(t *tongue) {
		t.blocky, t.zeroes, t.strict, t.flat = false, false, false, true
		t.names = map[string]map[string]string{
			"CreateUserPoolRequest":     {"user_pool_name": "PoolName", "schemas": "Schema", "string_schemas": "Schema", "number_schemas": "Schema"},
			"AdminCreateUserConfigType": {"email_message": "InviteMessageTemplate/EmailMessage", "email_subject": "InviteMessageTemplate/EmailSubject", "sms_message": "InviteMessageTemplate/SMSMessage"},
		}
		t.own = func(name string) string {
			if why := ownToTerraform(name); why != "" {
				return why
			}
			return cmp.Or(contract.Newest().Request.Elsewhere("terraform", name), "It is an argument of the module's own, whose text is not here: what becomes of it is not known.")
		}
	})
	terraformState = derived(terraformTongue, func(t *tongue) {
		t.blocky, t.strict = false, false
		t.own = func(name string) string {
			switch name {
			case "arn", "id", "creation_date", "last_modified_date", "endpoint", "estimated_number_of_users", "domain", "custom_domain":
				return "It is the service's own, and a request cannot set it."
			}
			return ownToTerraform(name)
		}
	})
}

func derived(of *tongue, change func(*tongue)) *tongue {
	t := *of
	change(&t)
	return &t
}

func findBlocks(m *mapper, root *reading.Value) []*pool {
	var found []*pool
	if root.Kind == reading.Object && (root.Member("terraform_version") != nil || root.Member("format_version") != nil) {
		return findInState(root)
	}
	for _, c := range root.Children {
		switch {
		case c.Block && c.Name == "resource" && len(c.Labels) == 2 && c.Labels[0] == terraformResource:
			found = append(found, m.instances(c.Labels[1], c)...)
		case c.Block && c.Name == "resource" && len(c.Labels) == 2 && c.Labels[0] == cloudControlResource:
			for _, p := range m.instances(c.Labels[1], c) {
				p.tongue = awscc
				found = append(found, p)
			}
		case c.Block && c.Name == "module" && len(c.Labels) == 1 && c.Member("source") != nil && strings.Contains(c.Member("source").Text, "cognito-user-pool"):
			found = append(found, &pool{id: c.Labels[0], value: c, tongue: terraformModule})
		}
	}
	return found
}

// instances are the pools that a resource makes: one, or one for each element of a for_each
// that is written out.
func (m *mapper) instances(name string, block *reading.Value) []*pool {
	each := block.Member("for_each")
	if each == nil {
		return []*pool{{id: name, value: block}}
	}
	known, _ := m.quietly(each)
	if known == nil || len(known.Children) == 0 {
		return []*pool{{id: name, value: block}}
	}
	var found []*pool
	for _, c := range known.Children {
		key, value := c.Name, c
		if known.Kind == reading.List {
			if element, _ := m.quietly(c); element != nil {
				key = element.Text
			}
		}
		found = append(found, &pool{
			id: fmt.Sprintf("%s[%s]", name, strconv.Quote(key)), value: block,
			env: map[string]*reading.Value{"each.key": text(key), "each.value": value},
		})
	}
	return found
}

// findInState finds the pools in a state or in what terraform show -json prints.
func findInState(root *reading.Value) []*pool {
	var found []*pool
	var visit func(v *reading.Value)
	visit = func(v *reading.Value) {
		if kind := v.Member("type"); kind != nil && kind.Text == terraformResource {
			name := "pool"
			if n := v.Member("name"); n != nil && n.Kind == reading.String {
				name = n.Text
			}
			if values := v.Member("values"); values != nil {
				found = append(found, &pool{id: name, value: values, tongue: terraformState})
				return
			}
			for _, instance := range v.Member("instances").Kids() {
				if attributes := instance.Member("attributes"); attributes != nil {
					found = append(found, &pool{id: name, value: attributes, tongue: terraformState})
				}
			}
			return
		}
		for _, c := range v.Children {
			visit(c)
		}
	}
	// A plan holds the state before it, too: what is planned counts.
	if planned := root.Member("planned_values"); planned != nil {
		visit(planned)
	}
	if len(found) == 0 {
		visit(root)
	}
	return found
}

func readBlock(m *mapper, p *pool) *source.Node {
	for _, c := range m.root.Children {
		if c.Block {
			path := ""
			for _, name := range append([]string{c.Name}, c.Labels...) {
				path = m.join(path, name)
			}
			m.other(p, c, path)
		} else if !m.pointers && !slices.ContainsFunc(m.root.Children, func(of *reading.Value) bool {
			return of.Block && of.Name == "variable" && slices.Equal(of.Labels, []string{c.Name})
		}) {
			m.drop(c, at{path: c.Name}, "No variable of this name is declared here.")
		}
	}
	for _, c := range m.root.Children {
		if c.Block && c.Name == "variable" && len(c.Labels) == 1 {
			used := m.used
			m.variable(c.Labels[0], c, "The variable "+c.Labels[0]+" has no default.")
			m.used = used
		}
	}
	body := m.unrolled(p.value)
	m.tellIdle()
	p.body = body
	if m.tongue == terraformModule {
		body.Children = slices.DeleteFunc(body.Children, func(c *reading.Value) bool { return c.Name == "source" || c.Name == "version" || c.Name == "providers" })
	}
	return m.request(body, p.path)
}

// unrolled is a block with what its dynamic blocks make, and those of the blocks in it.
func (m *mapper) unrolled(block *reading.Value) *reading.Value {
	body := *block
	body.Children = nil
	for _, c := range block.Children {
		switch {
		case c.Block && c.Name == "dynamic" && len(c.Labels) > 0:
			body.Children = append(body.Children, m.dynamic(c)...)
		case c.Block:
			body.Children = append(body.Children, m.unrolled(c))
		default:
			body.Children = append(body.Children, c)
		}
	}
	return &body
}

// dynamic returns the blocks that a dynamic block makes, or one that is not known.
func (m *mapper) dynamic(block *reading.Value) []*reading.Value {
	name, content := block.Labels[0], block.Member("content")
	unknown := func() []*reading.Value {
		v := &reading.Value{Kind: reading.Expression, Text: "dynamic " + strconv.Quote(name), From: block.From, To: block.To, Name: name, Labels: block.Labels, NameFrom: block.NameFrom, NameTo: block.NameTo}
		return []*reading.Value{v}
	}
	each := block.Member("for_each")
	if each == nil || content == nil {
		return unknown()
	}
	place := at{path: "dynamic." + name}
	known, _ := m.worked(each, place)
	if known == nil || known.Kind != reading.List && known.Kind != reading.Object {
		return unknown()
	}
	if len(known.Children) == 0 {
		m.makesNone(block)
	}
	iterator := name
	if given := block.Member("iterator"); given != nil {
		iterator = given.Text
	}
	var made []*reading.Value
	for i, c := range known.Children {
		key := text(c.Name)
		if known.Kind == reading.List {
			key = &reading.Value{Kind: reading.Number, Text: strconv.Itoa(i)}
		}
		if m.tooMany(block, place) {
			break
		}
		outer := m.madeFor
		m.madeFor = c.Name
		if element, _ := m.quietly(c); m.madeFor == "" && element != nil && element.Scalar() {
			m.madeFor = element.Text
		}
		copied := m.unrolled(m.fixed(content, map[string]*reading.Value{iterator + ".value": c, iterator + ".key": key}))
		m.madeFor = outer
		copied.Name, copied.Block, copied.NameFrom, copied.NameTo = name, true, block.NameFrom, block.NameTo
		made = append(made, copied)
	}
	return made
}

// makesNone notes a dynamic block that makes no block: it may make one for another element.
func (m *mapper) makesNone(block *reading.Value) {
	i := slices.IndexFunc(m.idle, func(of *idle) bool { return of.block.From == block.From })
	if i < 0 {
		i, m.idle = len(m.idle), append(m.idle, &idle{block: block})
	}
	m.idle[i].made = append(m.idle[i].made, m.madeFor)
}

// tellIdle says of each dynamic block that makes none for whom it does not.
func (m *mapper) tellIdle() {
	for _, of := range m.idle {
		whom := ""
		made := slices.DeleteFunc(of.made, func(name string) bool { return name == "" })
		if len(made) > 3 {
			made = append(made[:3:3], fmt.Sprintf("%d others", len(made)-3))
		}
		if n := len(made); n > 0 {
			whom = " for " + strings.Join(made[:n-1], ", ")
			if n > 1 {
				whom += " and "
			}
			whom += made[n-1]
		}
		m.drop(of.block, at{path: "dynamic." + of.block.Labels[0]}, "Its for_each has nothing in it%s, so that it makes no block.", whom)
	}
}

// fixed copies a value, with the names that hold in it worked out.
func (m *mapper) fixed(v *reading.Value, env map[string]*reading.Value) *reading.Value {
	if m.tooMany(v, at{}) {
		return v
	}
	copied := *v
	switch v.Kind {
	case reading.Reference, reading.Template, reading.Call, reading.Conditional:
		outer := m.env
		m.env = map[string]*reading.Value{}
		for name, value := range outer {
			m.env[name] = value
		}
		for name, value := range env {
			m.env[name] = value
		}
		if known, _ := m.quietly(v); known != nil {
			copied = *known
			copied.From, copied.To, copied.Name, copied.NameFrom, copied.NameTo = v.From, v.To, v.Name, v.NameFrom, v.NameTo
			copied.Children = nil
			for _, c := range m.standing(v, known.Children) { // [each.value.bounds] has the name in it still
				copied.Children = append(copied.Children, m.fixed(c, env))
			}
		}
		m.env = outer
		return &copied
	}
	copied.Children = nil
	for _, c := range v.Children {
		copied.Children = append(copied.Children, m.fixed(c, env))
	}
	return &copied
}

// finishTerraform takes out what the provider sets by a call of its own once the pool is made.
func finishTerraform(m *mapper, p *pool, request *source.Node) {
	for _, c := range p.value.Children {
		if m.blocky && !m.pointers && !c.Block && strings.HasSuffix(c.Name, "_configuration") && contract.Newest().Request.Elsewhere("terraform", c.Name) != "" {
			m.noArgument(c, at{path: c.Name})
		}
	}
	if m.strict && len(m.broken)+len(m.options.opened) == 0 {
		m.replaced(p, request)
	}
	m.setLater(p, request, "mfa_configuration")
	if m.tongue == terraformModule {
		leaveOpen(request, m.contract.Request)
		request.Children[len(request.Children)-1].Text = "what the module adds"
	}
}

// replaced warns of what makes the provider plan another pool in the place of the one that is there, and of
// what newer ones refuse.
func (m *mapper) replaced(p *pool, request *source.Node) {
	for _, block := range p.value.Children {
		if block.Name == "admin_create_user_config" {
			if old := block.Member("unused_account_validity_days"); old != nil {
				m.say(diagnostic.Warning, "removed-argument", at{path: "admin_create_user_config.unused_account_validity_days", pointer: "/AdminCreateUserConfig/UnusedAccountValidityDays"}, old,
					"Since its version 3 the provider has no such argument, and Terraform refuses it. Write temporary_password_validity_days into password_policy.")
			}
		}
		if block.Name != "schema" || !block.Block || len(block.Labels) > 0 || ignores(p.value.Member("lifecycle").Member("ignore_changes")) {
			continue
		}
		kind, _ := m.quietly(block.Member("attribute_data_type"))
		if kind == nil || kind.Text != "String" && kind.Text != "Number" {
			continue
		}
		bounds := names.Snake(kind.Text) + "_attribute_constraints"
		if slices.ContainsFunc(block.Children, func(c *reading.Value) bool {
			return c.Name == bounds || c.Name == "dynamic" || c.Role == reading.Spread
		}) {
			continue
		}
		m.say(diagnostic.Warning, "replaced-each-time", at{path: "schema", pointer: "/Schema"}, block,
			"Without %s, which may be empty, the provider can plan another pool at each apply, and the users are lost with this one.", bounds)
	}
}

// ignores reports whether the changes of Schema are ignored: those of all arguments may be.
func ignores(changes *reading.Value) bool {
	if changes == nil {
		return false
	}
	return changes.Text == "all" || slices.ContainsFunc(changes.Children, func(c *reading.Value) bool { return c.Text == "schema" || c.Text == "all" })
}

// leaveOpen leaves open what a module adds to what it is given: its defaults stand in its own text.
func leaveOpen(n *source.Node, s *contract.Shape) {
	if n.Kind != source.Object || s.Kind != contract.Structure {
		return
	}
	for _, c := range n.Children {
		if of := s.Member(c.Name); of != nil {
			leaveOpen(c, of.Shape)
		}
	}
	n.Children = append(n.Children, &source.Node{Kind: source.Unknown, Start: n.Start, End: n.Start, Text: reading.Unread, Why: "The module's own text is not here."})
}

// ownToTerraform tells the arguments of Terraform's language from those of the resource.
func ownToTerraform(name string) string {
	switch name {
	case "lifecycle", "provider", "depends_on", "count", "for_each", "provisioner", "connection", "timeouts", "dynamic":
		return "It is Terraform's own and says nothing to the service."
	case jsonComment:
		return "It is a comment."
	}
	return ""
}

// lookupInModule looks a variable or a local value up in the text itself.
func lookupInModule(m *mapper, path string) (*reading.Value, string) {
	kind, rest, found := strings.Cut(path, ".")
	if !found {
		return nil, "Terraform works it out when it runs."
	}
	name, steps, _ := strings.Cut(rest, ".")
	var deeper []string
	if steps != "" {
		deeper = strings.Split(steps, ".")
	}
	for _, c := range m.root.Children {
		switch {
		case kind == "local" && c.Name == "locals":
			if value := c.Member(name); value != nil {
				return m.descend(value, deeper)
			}
		case kind == "var" && c.Block && c.Name == "variable" && len(c.Labels) == 1 && c.Labels[0] == name:
			nothing := c.Member("default")
			if put := m.putBeside(name); put != nil {
				nothing = put
			}
			value, why := m.variable(name, c, "The variable "+name+" has no default.")
			if value == nil && nothing != nil { // null, which is a default, too
				m.used = append(m.used, fmt.Sprintf("The default of %s, null, is put in.", name))
				value = nothing
			}
			if value == nil {
				return nil, why
			}
			if m.byType[value] == nil {
				if m.byType == nil {
					m.byType = map[*reading.Value]*reading.Value{}
				}
				m.byType[value] = m.typed(value, c.Member("type"))
			}
			value = m.byType[value]
			if value.Scalar() && c.Member("validation") != nil { // what it may be is not known
				value = &reading.Value{Kind: value.Kind, Text: value.Text}
			}
			return m.descend(value, deeper)
		}
	}
	if kind == "var" {
		return m.variable(name, nil, "The variable "+name+" is declared elsewhere.")
	}
	return nil, path + " is set elsewhere."
}

// variable is what a variable holds. One that is no text is set as Terraform takes it from the command line: as an
// expression of its language, of which JSON is a part.
func (m *mapper) variable(name string, declared *reading.Value, why string) (*reading.Value, string) {
	put := m.putBeside(name)
	if put == nil {
		put = declared.Member("default")
	}
	uses := len(m.used)
	value, why := m.parameter(name, declared, put, why)
	if _, given := m.options.Parameters[name]; put != nil && put == m.putBeside(name) && !given {
		m.Parameters[m.listed[name]].Why = "It is set in this text."
		if len(m.used) > uses {
			m.used[uses] = fmt.Sprintf("The value of %s in this text is put in.", name)
		}
	}
	set, given := m.options.Parameters[name]
	if kind := declared.Member("type"); !given || strings.IndexAny(set, "[{") != 0 || kind != nil && kind.Text == "string" {
		return value, why
	}
	if _, read := m.literals[name]; !read {
		if m.literals == nil {
			m.literals = map[string]*reading.Value{}
		}
		read, _ := readers.Read("hcl", "set = "+set+"\n")
		if len(read.Faults) == 0 {
			m.literals[name] = placeless(read.Root.Member("set"))
		} else {
			m.literals[name] = nil
		}
	}
	return cmp.Or(m.literals[name], value), why
}

// putBeside is what a .tfvars file says of a variable that is pasted with the rest: a name of no block. nil where none does.
func (m *mapper) putBeside(name string) *reading.Value {
	if put := m.root.Member(name); put != nil && !put.Block && m.Language == language.Terraform && !m.pointers {
		plain := *put
		if m.putIn == nil {
			m.putIn = map[string]*reading.Value{}
		}
		if m.putIn[name] == nil {
			plain.Name, plain.NameFrom, plain.NameTo = "", 0, 0
			m.putIn[name] = &plain
		}
		return m.putIn[name]
	}
	return nil
}

// placeless is a value as it stands nowhere in the text; nil where something in it would have to be worked out.
func placeless(v *reading.Value) *reading.Value {
	if v == nil || !v.Scalar() && v.Kind != reading.List && v.Kind != reading.Object {
		return nil
	}
	bare := &reading.Value{Kind: v.Kind, Text: v.Text, Name: v.Name}
	for _, c := range v.Children {
		child := placeless(c)
		if child == nil {
			return nil
		}
		bare.Children = append(bare.Children, child)
	}
	return bare
}

// callOfTerraform works the functions out that do nothing but put values together, one within the other.
func callOfTerraform(m *mapper, v *reading.Value) (*reading.Value, string) {
	made, why := m.ofTerraform(v)
	if made != nil && made.Kind == reading.Call {
		return m.resolve(made)
	}
	return made, why
}

func (m *mapper) ofTerraform(v *reading.Value) (*reading.Value, string) {
	late := "Terraform works " + v.Tag + " out when it runs."
	args := v.Children
	switch v.Tag {
	case "toset":
		if made, _ := m.sorted(v.Tag, args); made != nil {
			return made, ""
		}
		fallthrough
	case "tolist", "tomap", "tostring", "tonumber", "tobool", "sensitive", "nonsensitive":
		if len(args) == 1 {
			return args[0], ""
		}
	case "try", "coalesce", "can":
		for _, a := range args {
			known, why := m.resolve(a)
			switch {
			case known == nil && v.Tag != "coalesce" && strings.HasPrefix(why, notThere[:strings.IndexByte(notThere, '%')]):
				continue
			case known == nil:
				return nil, why
			case v.Tag == "coalesce" && (known.Kind == reading.Null || known.Kind == reading.String && known.Text == ""):
				continue
			case v.Tag == "can":
				return boolean(true), ""
			}
			return known, ""
		}
		if v.Tag == "can" {
			return boolean(false), ""
		}
	case "merge":
		merged := &reading.Value{Kind: reading.Object}
		for _, a := range args {
			known, why := m.resolve(a)
			switch {
			case known == nil:
				return nil, why
			case known.Kind == reading.Null:
				continue
			case known.Kind != reading.Object:
				return nil, late
			}
			merged.Children = append(merged.Children, known.Children...)
		}
		return merged, ""
	case "concat":
		joined := &reading.Value{Kind: reading.List}
		for _, a := range args {
			elements, why := m.list(a)
			if why != "" {
				return nil, why
			}
			if joined.Children = append(joined.Children, elements...); len(joined.Children) > reading.MaxValues {
				return nil, late
			}
		}
		return joined, ""
	case "format":
		texts, why := m.scalars(args)
		if why != "" {
			return nil, why
		}
		if made, ok := formatted(texts); ok {
			return text(made), ""
		}
	case "join":
		if len(args) == 2 {
			return m.separated(args[0], args[1])
		}
	case "for":
		return m.each(v)
	case reading.Index: // map[var.name].member
		steps, why := m.scalars(args[1:2])
		if why != "" {
			return nil, why
		}
		if args[1].Kind == reading.String {
			return m.descend(args[0], strings.Split(steps[0], "."))
		}
		return m.descend(args[0], steps)
	case "flatten", "distinct":
		all, why := m.list(args[0])
		if why != "" {
			return nil, why
		}
		kept, seen := &reading.Value{Kind: reading.List}, map[string]bool{}
		for _, a := range all {
			known, why := m.resolve(a)
			switch {
			case known == nil:
				return nil, why
			case v.Tag == "flatten" && known.Kind == reading.List:
				inner, why := m.call(m, &reading.Value{Kind: reading.Call, Tag: v.Tag, Children: []*reading.Value{known}})
				if inner == nil {
					return nil, why
				}
				kept.Children = append(kept.Children, inner.Children...)
			case v.Tag == "flatten" || known.Scalar() && !seen[known.Text]:
				kept.Children, seen[known.Text] = append(kept.Children, a), true
			case !known.Scalar():
				return nil, late
			}
		}
		return kept, ""
	case "split":
		texts, why := m.scalars(args)
		if why != "" {
			return nil, why
		}
		if len(texts) == 2 {
			parts := &reading.Value{Kind: reading.List}
			for part := range strings.SplitSeq(texts[1], texts[0]) {
				parts.Children = append(parts.Children, text(part))
			}
			return parts, ""
		}
	case "lookup":
		if len(args) >= 2 {
			key, why := m.scalars(args[1:2])
			if why != "" {
				return nil, why
			}
			known, why := m.resolve(args[0])
			if known == nil {
				return nil, why
			}
			if value := known.Member(key[0]); value != nil {
				return value, ""
			}
			if len(args) == 3 {
				return args[2], ""
			}
		}
	case "==", "!=":
		same, why := m.same(args[0], args[1])
		if why != "" {
			return nil, why
		}
		return boolean(same == (v.Tag == "==")), ""
	case "<", ">", "<=", ">=":
		texts, why := m.scalars(args)
		if why != "" {
			return nil, why
		}
		one, err := strconv.ParseFloat(texts[0], 64)
		other, wrong := strconv.ParseFloat(texts[1], 64)
		if err == nil && wrong == nil {
			return boolean(one < other && v.Tag[0] == '<' || one > other && v.Tag[0] == '>' || one == other && len(v.Tag) == 2), ""
		}
	case "length":
		known, why := m.resolve(args[0])
		switch {
		case known == nil:
			return nil, why
		case known.Kind == reading.List, known.Kind == reading.Object:
			return &reading.Value{Kind: reading.Number, Text: strconv.Itoa(len(known.Children))}, ""
		case known.Kind == reading.String:
			return &reading.Value{Kind: reading.Number, Text: strconv.Itoa(utf8.RuneCountInString(known.Text))}, ""
		}
	case "contains", "compact":
		elements, why := m.list(args[0])
		if why != "" {
			return nil, why
		}
		kept := &reading.Value{Kind: reading.List}
		unsure := ""
		for _, e := range elements {
			if v.Tag == "compact" {
				known, why := m.resolve(e)
				if known == nil {
					return nil, why
				}
				if known.Kind != reading.Null && known.Text != "" {
					kept.Children = append(kept.Children, e)
				}
				continue
			}
			same, why := m.same(e, args[len(args)-1])
			if same {
				return boolean(true), ""
			}
			unsure = unsure + why
		}
		if v.Tag == "compact" {
			return kept, ""
		}
		if unsure == "" {
			return boolean(false), ""
		}
	case "!":
		yes, why := m.truth(args[0])
		if why != "" {
			return nil, why
		}
		return boolean(!yes), ""
	case "&&", "||":
		unsure := ""
		for _, a := range args {
			yes, why := m.truth(a)
			if why == "" && yes == (v.Tag == "||") {
				return boolean(yes), ""
			}
			if why != "" {
				unsure = why
			}
		}
		if unsure != "" {
			return nil, unsure
		}
		return boolean(v.Tag == "&&"), ""
	}
	made, why := m.functionOfTerraform(v.Tag, args)
	if made == nil && why == "" {
		why = late
	}
	return made, why
}

// each is what { for key, value in all : name => what if true } makes.
func (m *mapper) each(v *reading.Value) (*reading.Value, string) {
	all, what, name, only := v.Children[0], v.Children[1], v.Children[2], v.Children[3]
	known, why := m.resolve(all)
	switch {
	case known == nil:
		return nil, why
	case known.Kind != reading.List && known.Kind != reading.Object:
		return nil, m.called + " works it out when it runs."
	}
	made := &reading.Value{Kind: reading.List}
	if name.Kind != reading.Null {
		made.Kind = reading.Object
	}
	elements := known.Children
	if known.Kind == reading.Object {
		elements = inOrder(elements)
	}
	for i, c := range elements {
		key := text(c.Name)
		if known.Kind == reading.List {
			key = number(i)
		}
		if m.tooMany(v, at{}) {
			break
		}
		env := map[string]*reading.Value{v.Labels[0]: key, v.Labels[1]: c}
		if only.Kind != reading.Null {
			yes, why := m.truth(m.fixed(only, env))
			if why != "" {
				return nil, why
			}
			if !yes {
				continue
			}
		}
		one := *m.fixed(what, env)
		one.Name = ""
		if made.Kind == reading.Object {
			names, why := m.scalars([]*reading.Value{m.fixed(name, env)})
			if why != "" {
				return nil, why
			}
			one.Name = names[0]
		}
		made.Children = append(made.Children, &one)
	}
	return made, ""
}

// same reports whether two values are the same, as far as they are known: null is no other value,
// and a list with elements no empty one.
func (m *mapper) same(a, b *reading.Value) (bool, string) {
	one, why := m.resolve(a)
	if one == nil {
		return false, why
	}
	other, why := m.resolve(b)
	if other == nil {
		return false, why
	}
	switch {
	case one.Kind == reading.Null, other.Kind == reading.Null:
		return one.Kind == other.Kind, ""
	case one.Scalar() && other.Scalar():
		return one.Text == other.Text, ""
	case len(one.Children) > 0 && len(other.Children) > 0:
		return false, "It compares what has elements."
	}
	return one.Scalar() == other.Scalar() && len(one.Children) == len(other.Children), ""
}

// formatted is what format makes of %s, %d, %v and %%.
func formatted(texts []string) (string, bool) {
	if len(texts) == 0 {
		return "", false
	}
	var b strings.Builder
	spec, rest := texts[0], texts[1:]
	for i := 0; i < len(spec); i++ {
		if spec[i] != '%' {
			b.WriteByte(spec[i])
			continue
		}
		if i++; i == len(spec) {
			return "", false
		}
		switch {
		case spec[i] == '%':
			b.WriteByte('%')
		case strings.IndexByte("sdv", spec[i]) >= 0 && len(rest) > 0:
			b.WriteString(rest[0])
			rest = rest[1:]
		default:
			return "", false
		}
	}
	return b.String(), len(rest) == 0
}
