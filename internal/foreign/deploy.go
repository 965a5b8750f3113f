package foreign

import (
	"regexp"
	"slices"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/names"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

// Tools with resources of their own in YAML, JSON or a program: Kubernetes' controllers, Pulumi,
// Amplify.

var (
	kubernetes = &tongue{
		called: "Kubernetes", style: language.Spelling(language.Kubernetes), coerces: true, strict: true, yaml11: true, repeats: true,
		missing: "No object of kind UserPool with a spec was found.",
		find:    findManifests, read: readManifest, expand: expandManifest, refers: true,
		names: map[string]map[string]string{
			"CreateUserPoolRequest": {"name": "PoolName", "tags": "UserPoolTags", "passwordPolicy": "Policies/PasswordPolicy", "signInPolicy": "Policies/SignInPolicy", "schema": "Schema"},
			"LambdaConfigType":      {"kmsKeyId": "KMSKeyID", "kmsKeyID": "KMSKeyID", "customSmsSender": "CustomSMSSender", "customSMSSender": "CustomSMSSender"},
			"MessageTemplateType":   {"smsMessage": "SMSMessage", "sMSMessage": "SMSMessage"},
			// As Terraform's provider has them, on which Crossplane's and Pulumi's are built.
			"EmailConfigurationType":     {"fromEmailAddress": "From"},
			"AccountRecoverySettingType": {"recoveryMechanism": "RecoveryMechanisms", "recoveryMechanisms": "RecoveryMechanisms"},
		},
		own: func(name string) string {
			switch name {
			case "region", "tagsAll":
				return "It says nothing to CreateUserPool."
			case "softwareTokenMfaConfiguration", "emailMfaConfiguration", "webAuthnConfiguration":
				return "It is a second factor's setting, which SetUserPoolMfaConfig sets once the pool exists."
			}
			return ""
		},
	}
	pulumi = derived(kubernetes, func(t *tongue) {
		t.called, t.missing = "Pulumi", "No resource of type aws:cognito:UserPool was found."
		t.find, t.read, t.finish = findPulumi, readPulumi, finishPulumi
		t.lookup, t.call, t.expand = lookupPulumi, callOfCode, expandPulumi
		t.zeroes, t.repeats, t.alone, t.cased, t.yaml11, t.refers = true, true, true, true, false, false
		t.names = map[string]map[string]string{
			"CreateUserPoolRequest": {
				"name": "PoolName", "tags": "UserPoolTags", "passwordPolicy": "Policies/PasswordPolicy", "signInPolicy": "Policies/SignInPolicy", "schemas": "Schema",
				"schema": "", "policies": "", "userPoolTags": "", // the API's, which it does not have
			},
			"LambdaConfigType":       kubernetes.names["LambdaConfigType"],
			"MessageTemplateType":    kubernetes.names["MessageTemplateType"],
			"EmailConfigurationType": kubernetes.names["EmailConfigurationType"],
			// A list is in the plural there.
			"UserAttributeUpdateSettingsType": {"attributesRequireVerificationBeforeUpdates": "AttributesRequireVerificationBeforeUpdate", "attributesRequireVerificationBeforeUpdate": ""},
		}
	})
	amplify = &tongue{
		called: "The Amplify CLI", style: names.Style{Spell: names.Camel}, coerces: true,
		missing: "No cognitoConfig was found.",
		find:    findAmplify, read: readAmplify,
	}
	amplifyGen2 = &tongue{
		called: "Amplify", missing: "defineAuth makes the pool with settings of its own: paste the template that `npx ampx sandbox` or `cdk synth` writes.",
		find: func(m *mapper, root *reading.Value) []*pool { return nil }, read: readLiteral,
	}
)

// pulumiNative is Pulumi's provider on AWS's Cloud Control API, whose properties are CloudFormation's.
var pulumiNative *tongue

// upbound is Crossplane's provider on Terraform's, which sets the second factors later.
var upbound *tongue

// Set here and not above: the function that finds pools knows both.
func init() {
	pulumiNative = derived(pulumi, func(t *tongue) {
		t.style, t.names, t.own = cdk.style, cdk.names, nil
		t.zeroes, t.repeats, t.finish = false, false, finishStack
	})
	upbound = derived(kubernetes, func(t *tongue) {
		t.zeroes = true
		t.finish = func(m *mapper, p *pool, request *source.Node) { m.setLater(p, request, "mfaConfiguration") }
	})
}

// cloudTrail is a record of a call: it has the answer, and what was sent where there is none.
var cloudTrail = &tongue{
	called: "CloudTrail", style: names.Style{Spell: names.Camel}, missing: "No record of CreateUserPool, DescribeUserPool or UpdateUserPool was found.",
	find: findRecords, read: readRecord,
}

func findRecords(m *mapper, root *reading.Value) []*pool {
	records := []*reading.Value{root}
	if all := root.Member("Records"); all != nil {
		records = all.Children
	}
	var found []*pool
	for _, r := range records {
		name := r.Member("eventName")
		if name == nil {
			continue
		}
		if answer := r.Member("responseElements").Member("userPool"); answer != nil {
			found = append(found, &pool{id: name.Text, value: answer, path: "/responseElements/userPool"})
		} else if sent := r.Member("requestParameters"); sent != nil && name.Text == "CreateUserPool" {
			found = append(found, &pool{id: name.Text, value: sent, path: "/requestParameters"})
		}
	}
	return found
}

func readRecord(m *mapper, p *pool) *source.Node {
	if p.value.Name == "requestParameters" {
		m.Language = language.Request
		return m.request(p.value, p.path)
	}
	answer, n := node(source.Object, p.value), node(source.Object, p.value)
	m.structure(n, m.contract.UserPool, p.value, at{path: p.path})
	n.Name = "UserPool"
	answer.Children = []*source.Node{n}
	return answer
}

// findManifests finds the objects of kind UserPool in one document or in several.
func findManifests(m *mapper, root *reading.Value) []*pool {
	var found []*pool
	var visit func(around, d *reading.Value)
	visit = func(around, d *reading.Value) {
		spec := d.Member("spec")
		if kind := d.Member("kind"); kind == nil || kind.Text != "UserPool" || spec == nil {
			for _, c := range d.Children {
				visit(d, c)
			}
			return
		}
		id := "UserPool"
		if name := d.Member("metadata").Member("name"); name != nil {
			id = name.Text
		}
		path := m.join("", "spec")
		if inner := spec.Member("forProvider"); inner != nil {
			spec, path = patched(inner, around.Member("patches")), m.join(path, "forProvider")
		}
		p := &pool{id: id, value: spec, path: path}
		if api := d.Member("apiVersion"); api != nil && strings.Contains(api.Text, "upbound.io") {
			p.tongue = upbound
		}
		found = append(found, p)
	}
	visit(nil, root)
	return found
}

// patched is what a composition says of a pool, with what its patches put in or in the place of it.
func patched(spec, patches *reading.Value) *reading.Value {
	if patches == nil {
		return spec
	}
	whole := *spec
	whole.Children = slices.Clone(spec.Children)
	for _, p := range patches.Children {
		to := p.Member("toFieldPath")
		if to == nil {
			to = p.Member("fromFieldPath")
		}
		put := &reading.Value{Kind: reading.Expression, From: p.From, To: p.To, Text: "a patch", Role: reading.Spread}
		if to != nil {
			path, within := strings.CutPrefix(to.Text, "spec.forProvider.")
			if !within {
				continue
			}
			put.Role, put.Text, put.Name, put.NameFrom, put.NameTo = "", to.Text, path[:strings.IndexAny(path+".", ".[")], to.From, to.To
			whole.Children = slices.DeleteFunc(whole.Children, func(c *reading.Value) bool { return c.Name == put.Name })
		}
		whole.Children = append(whole.Children, put)
	}
	return &whole
}

func readManifest(m *mapper, p *pool) *source.Node {
	known, why := m.worked(p.value, at{path: p.path})
	if known == nil || known.Kind != reading.Object {
		m.say(diagnostic.Error, "no-pool", at{path: p.path}, p.value, "The pool is not written out here. %s", why)
		return nil
	}
	return m.request(known, p.path)
}

// variableOfShell matches what envsubst and its kind put a value in the place of.
var variableOfShell = regexp.MustCompile(`\$(?:[A-Z_][A-Z0-9_]*|\{[^{}\n]+\})`)

// expandManifest turns such a text into what is not known.
func expandManifest(_ *mapper, v *reading.Value) *reading.Value {
	if v.Kind == reading.String && variableOfShell.MatchString(v.Text) {
		return &reading.Value{Kind: reading.Expression, From: v.From, To: v.To, Text: v.Text}
	}
	return v
}

// referred is the member that a manifest names another object for, snsCallerARNRef, or spells with
// Go's capitals, snsCallerARN.
func (m *mapper) referred(s *contract.Shape, c *reading.Value) ([]*contract.Member, *reading.Value) {
	one := *c
	for _, suffix := range []string{"Ref", "Selector"} {
		if base, found := strings.CutSuffix(c.Name, suffix); found {
			one.Name, one.Kind, one.Text, one.Children = base, reading.Expression, m.shown(c), nil
		}
	}
	for _, name := range []string{one.Name, one.Name + "ARN", one.Name + "ID"} {
		for _, capitals := range []string{"ARN", "ID"} {
			if base, found := strings.CutSuffix(name, capitals); found {
				name = base + capitals[:1] + strings.ToLower(capitals[1:])
			}
		}
		if way := m.way(s, name); way != nil {
			return way, &one
		}
	}
	return nil, c
}

// ofPulumi matches the type of a pool in Pulumi's YAML.
var ofPulumi = regexp.MustCompile(`^aws(?:-native)?:cognito(?:/userPool)?:UserPool$`)

// findPulumi finds the pools of a program in YAML, or of a call in another language.
func findPulumi(m *mapper, root *reading.Value) []*pool {
	m.root = root
	var found []*pool
	for _, r := range root.Member("resources").Kids() {
		if kind := r.Member("type"); kind != nil && ofPulumi.MatchString(kind.Text) {
			properties := r.Member("properties")
			if properties == nil {
				properties = &reading.Value{Kind: reading.Object, From: r.NameFrom, To: r.NameTo}
			}
			p := &pool{id: r.Name, value: properties, path: m.join(m.join("resources", r.Name), "properties")}
			if strings.HasPrefix(kind.Text, "aws-native:") {
				p.tongue = pulumiNative
			}
			found = append(found, p)
		}
	}
	if root.Kind != reading.List {
		return found
	}
	native := nativeImport.MatchString(m.text) && !classicImport.MatchString(m.text)
	for _, c := range root.Children {
		last := c.Tag[strings.LastIndexByte(c.Tag, '.')+1:]
		byType := last == "RegisterResource" || last == "CustomResource"
		if c.Role != "" || last != "UserPool" && last != "NewUserPool" && !byType || len(c.Children) == 0 || byType && !ofPulumi.MatchString(c.Children[0].Text) {
			continue
		}
		kind := c.Children[0].Text
		c = m.camelled(c)
		if last == "NewUserPool" || byType { // Go has the context before it, or its type
			c.Children = c.Children[1:]
		}
		id := "UserPool"
		value := &reading.Value{Kind: reading.Object, From: c.From, To: c.To}
		for i, argument := range c.Children {
			switch {
			case i == 0 && argument.Kind == reading.String:
				id = argument.Text
			case byType && argument.Name == "props" && argument.Kind == reading.Object:
				value = argument
			case argument.Name != "" || argument.Role == reading.Spread: // Python names them
				if argument.Name != "opts" && argument.Name != "resourceName" {
					value.Children = append(value.Children, argument)
				}
			case argument.Kind == reading.Object && i == 1:
				value = argument
			case i == 1 && argument.Kind != reading.Null: // a variable that has them
				spread := *argument
				spread.Role = reading.Spread
				value.Children = append(value.Children, &spread)
			}
		}
		p := &pool{id: id, value: value}
		if module, _, _ := strings.Cut(strings.ToLower(c.Tag), "."); native || strings.Contains(module, "native") || byType && strings.HasPrefix(kind, "aws-native:") {
			p.tongue = pulumiNative
		}
		found = append(found, p)
	}
	return found
}

// nativeImport matches what imports Pulumi's provider on AWS's Cloud Control API, classicImport the one on Terraform's.
var (
	nativeImport  = regexp.MustCompile(`[@_/.]?pulumi[-_./]aws[-_]?native\b|\bAwsNative\b`)
	classicImport = regexp.MustCompile(`@pulumi/aws["'/]|\bpulumi_aws\b|pulumi-aws/|\bPulumi\.Aws\b|com\.pulumi\.aws\b`)
)

// readPulumi takes what a variable holds for the arguments, as they are written there.
func readPulumi(m *mapper, p *pool) *source.Node {
	m.spreadProps(p)
	return readManifest(m, p)
}

// pascal is the AWS spelling of a name in small words: auto_verified_attributes.
func pascal(snake string) string {
	var b strings.Builder
	for _, w := range strings.Split(snake, "_") {
		if w != "" {
			b.WriteString(strings.ToUpper(w[:1]) + w[1:])
		}
	}
	return b.String()
}

// placeholder matches what Pulumi's YAML puts a value in the place of.
var placeholder = regexp.MustCompile(`\$\{([\w.:-]+)\}`)

// expandPulumi takes a text of Pulumi's YAML apart where it names a value. What a function makes is not
// known.
func expandPulumi(m *mapper, v *reading.Value) *reading.Value {
	if v.Kind == reading.Object && len(v.Children) == 1 && strings.HasPrefix(v.Children[0].Name, "fn::") {
		return &reading.Value{Kind: reading.Expression, From: v.From, To: v.To, Text: v.Text}
	}
	if v.Kind != reading.String || m.root.Kind != reading.Object || !strings.Contains(v.Text, "${") {
		return v
	}
	made := &reading.Value{Kind: reading.Template, From: v.From, To: v.To, Text: v.Text}
	part := func(kind reading.Kind, words string) {
		if words != "" {
			made.Children = append(made.Children, &reading.Value{Kind: kind, From: v.From, To: v.To, Text: words})
		}
	}
	end := 0
	for _, at := range placeholder.FindAllStringSubmatchIndex(v.Text, -1) {
		part(reading.String, v.Text[end:at[0]])
		part(reading.Reference, v.Text[at[2]:at[3]])
		end = at[1]
	}
	rest := v.Text[end:]
	if strings.Contains(rest, "${") {
		return &reading.Value{Kind: reading.Expression, From: v.From, To: v.To, Text: v.Text}
	}
	if part(reading.String, rest); len(made.Children) == 1 {
		return made.Children[0]
	}
	return made
}

// lookupPulumi returns what Pulumi's YAML says of a name: a variable, or the default of a setting.
func lookupPulumi(m *mapper, path string) (*reading.Value, string) {
	if m.root.Kind != reading.Object {
		return lookupInProgram(m, path)
	}
	if v := m.root.Member("variables").Member(path); v != nil {
		return v, ""
	}
	for _, block := range []string{"config", "configuration"} {
		if setting := m.root.Member(block).Member(path); setting != nil {
			value := setting.Member("default")
			if setting.Scalar() {
				value = setting
			}
			return m.parameter(path, setting, value, "The setting "+path+" has no default.")
		}
	}
	return nil, "Pulumi works it out when it runs."
}

// finishPulumi does what the provider does: it is Terraform's, and makes a name where there is
// none.
func finishPulumi(m *mapper, p *pool, request *source.Node) {
	m.setLater(p, request, "mfaConfiguration")
	m.madeName(p, request)
}

// findAmplify finds the pool of amplify/backend/auth/NAME/cli-inputs.json, or of the older
// parameters.json.
func findAmplify(m *mapper, root *reading.Value) []*pool {
	if config := root.Member("cognitoConfig"); config != nil && config.Kind == reading.Object {
		return []*pool{{id: "auth", value: config, path: "/cognitoConfig"}}
	}
	if root.Member("userPoolName") != nil {
		return []*pool{{id: "auth", value: root}}
	}
	return nil
}

// readAmplify takes the answers that the Amplify CLI has kept. What it makes of them follows the
// template that it writes.
func readAmplify(m *mapper, p *pool) *source.Node {
	properties := &reading.Value{Kind: reading.Object, From: p.value.From, To: p.value.To}
	says := func(name, word string) bool {
		v := p.value.Member(name)
		return slices.ContainsFunc(v.Kids(), func(e *reading.Value) bool { return strings.Contains(e.Text, word) })
	}
	mfa := p.value.Member("mfaConfiguration")
	texts := mfa != nil && mfa.Text != "OFF" && says("mfaTypes", "SMS")
	put := func(of *reading.Value, name string, value *reading.Value) {
		copied := *value
		copied.Name, copied.NameFrom, copied.NameTo = name, of.NameFrom, of.NameTo
		properties.Children = append(properties.Children, &copied)
	}
	policy := &reading.Value{Kind: reading.Object}
	for _, c := range p.value.Children {
		switch c.Name {
		case "userPoolName":
			m.say(diagnostic.Note, reading.PutIn, at{path: m.join(p.path, c.Name), pointer: "/PoolName"}, c, "Amplify puts the name of the environment behind it.")
			put(c, "poolName", c)
		case "autoVerifiedAttributes", "usernameAttributes", "aliasAttributes":
			if len(c.Children) > 0 {
				put(c, c.Name, amplifyNames(c))
			}
		case "mfaConfiguration", "emailVerificationSubject", "emailVerificationMessage", "smsVerificationMessage", "smsAuthenticationMessage":
			put(c, c.Name, c)
		case "triggers":
			if c.Kind == reading.Object && len(c.Children) > 0 || c.Kind == reading.String && len(c.Text) > len("{}") {
				put(c, "lambdaConfig", &reading.Value{Kind: reading.Expression, Text: "the functions of " + m.shown(c), From: c.From, To: c.To})
			}
		case "passwordPolicyMinLength":
			policy.Children = append(policy.Children, named(c, "minimumLength", c))
			policy.From, policy.To = c.From, c.To
		case "passwordPolicyCharacters":
			for _, e := range c.Children {
				if member := map[string]string{
					"Requires Lowercase": "requireLowercase", "Requires Uppercase": "requireUppercase", "Requires Numbers": "requireNumbers", "Requires Symbols": "requireSymbols",
				}[e.Text]; member != "" {
					policy.Children = append(policy.Children, named(e, member, &reading.Value{Kind: reading.Bool, Text: "true", From: e.From, To: e.To}))
				}
			}
		case "requiredAttributes":
			schema := &reading.Value{Kind: reading.List, From: c.From, To: c.To}
			for _, e := range c.Children {
				schema.Children = append(schema.Children, &reading.Value{Kind: reading.Object, From: e.From, To: e.To, Children: []*reading.Value{
					named(e, "name", e), named(e, "required", &reading.Value{Kind: reading.Bool, Text: "true", From: e.From, To: e.To}),
				}})
			}
			if len(schema.Children) > 0 {
				put(c, "schema", schema)
			}
		case "usernameCaseSensitive":
			put(c, "usernameConfiguration", &reading.Value{Kind: reading.Object, From: c.From, To: c.To, Children: []*reading.Value{named(c, "caseSensitive", c)}})
		case "adminCreateUserOnly":
			put(c, "adminCreateUserConfig", &reading.Value{Kind: reading.Object, From: c.From, To: c.To, Children: []*reading.Value{named(c, "allowAdminCreateUserOnly", c)}})
		default:
			m.say(diagnostic.Note, reading.Beside, at{path: m.join(p.path, c.Name)}, c, "It is the Amplify CLI's own, or of another resource than the pool.")
		}
	}
	for _, name := range []string{"autoVerifiedAttributes", "usernameAttributes", "requiredAttributes"} {
		if says(name, "phone_number") || texts {
			of := p.value.Member(name)
			if texts {
				of = mfa
			}
			put(of, "smsConfiguration", &reading.Value{Kind: reading.Expression, Text: "the role for text messages that Amplify makes", From: of.From, To: of.To})
			break
		}
	}
	if len(policy.Children) > 0 {
		put(policy, "policies", &reading.Value{Kind: reading.Object, From: policy.From, To: policy.To, Children: []*reading.Value{named(policy, "passwordPolicy", policy)}})
	}
	return m.request(properties, p.path)
}

// amplifyNames are the attributes as the API calls them: "email, phone_number" is two.
func amplifyNames(list *reading.Value) *reading.Value {
	split := *list
	split.Children = nil
	for _, e := range list.Children {
		for _, name := range strings.Split(e.Text, ",") {
			one := *e
			one.Text = strings.TrimSpace(name)
			split.Children = append(split.Children, &one)
		}
	}
	return &split
}

// named is a value under another name, at a place.
func named(of *reading.Value, name string, value *reading.Value) *reading.Value {
	copied := *value
	copied.Name, copied.NameFrom, copied.NameTo = name, of.NameFrom, of.NameTo
	return &copied
}
