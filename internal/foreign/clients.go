package foreign

import (
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/names"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

// App clients that stand beside a pool. They are no part of the request, and are not checked: what of them
// decides how users sign in is carried along, so that the pool can be tried with them.

// clientMembers are those members of CreateUserPoolClient, with the kind that each is sent as; hosted pages
// and other providers are not tried.
var clientMembers = map[string]source.Kind{
	"ClientName": source.String, "GenerateSecret": source.True, "ExplicitAuthFlows": source.Array, "PreventUserExistenceErrors": source.String,
	"RefreshTokenValidity": source.Number, "AccessTokenValidity": source.Number, "IdTokenValidity": source.Number, "TokenValidityUnits": source.Object,
	"EnableTokenRevocation": source.True, "AuthSessionValidity": source.Number, "ReadAttributes": source.Array, "WriteAttributes": source.Array,
	"RefreshTokenRotation": source.Object,
}

const clientType, clientResource = "AWS::Cognito::UserPoolClient", "aws_cognito_user_pool_client"

// clients are the app clients of a text that name the pool, or could.
func (m *mapper) clients(p *pool) []reading.Client {
	var found []reading.Client
	add := func(id string, members []*reading.Value, name func(string) string) {
		request := &source.Node{Kind: source.Object}
		for _, c := range members {
			if member := name(c.Name); c.Role == "" && clientMembers[member] != 0 {
				if n := m.sentAs(c, clientMembers[member], name); n != nil {
					n.Name = member
					request.Children = append(request.Children, n)
				}
			}
		}
		found = append(found, reading.Client{ID: id, Request: strings.TrimSpace(source.Write(request))})
	}
	of := func(pool *reading.Value) bool {
		id, _, _ := strings.Cut(p.id, "[")
		return pool != nil && (len(m.Pools) == 1 || strings.Contains(m.shown(pool), id))
	}
	switch {
	case m.Language == language.CloudFormation && m.tongue != troposphere:
		var visit func(v *reading.Value)
		visit = func(v *reading.Value) {
			if kind := v.Member("Type"); kind != nil && kind.Text == clientType {
				if properties := v.Member("Properties"); properties != nil && of(properties.Member("UserPoolId")) {
					add(v.Name, properties.Children, pascal)
				}
				return
			}
			for _, c := range v.Kids() {
				visit(c)
			}
		}
		visit(m.root)
	case m.tongue == terraformTongue:
		for _, c := range m.root.Children {
			if c.Block && c.Name == "resource" && len(c.Labels) == 2 && c.Labels[0] == clientResource && of(c.Member("user_pool_id")) {
				add(c.Labels[1], c.Children, nameIsClientName)
			}
		}
	case m.Language == language.AWSCLI && m.root != nil:
		for _, c := range m.root.Children {
			if members := m.clientOptions(c); members != nil && len(m.Pools) == 1 {
				add(m.clientName(members, "command"), members, pascal)
			}
		}
	default:
		for _, c := range m.root.Children {
			if c.Role != reading.MakesClient || slices.ContainsFunc(c.Children, func(argument *reading.Value) bool {
				return argument.Kind == reading.Call && strings.Contains(argument.Tag, "UserPoolClient")
			}) {
				continue // where it holds the request, that stands by itself
			}
			members := m.argumentsOf(c)
			switch last := names.Plain(c.Tag[strings.LastIndexByte(c.Tag, '.')+1:]); {
			case m.tongue != cdk:
				if len(m.Pools) == 1 {
					add(m.clientName(members, "client"), members, nameIsClientName)
				}
			case m.ofConstruct(p, c, members):
				id := "client"
				for _, argument := range c.Children {
					if argument.Kind == reading.String && argument.Role == "" && (argument.Name == "" || argument.Name == "id") {
						id = argument.Text
						break
					}
				}
				if !strings.Contains(last, "cfn") {
					members = m.clientOfConstruct(members)
				}
				add(id, members, pascal)
			}
		}
	}
	return found
}

// nameIsClientName is a member's name in the API; Terraform, and what is built on it, have "name" for one.
func nameIsClientName(name string) string {
	if name == "name" {
		return "ClientName"
	}
	return pascal(name)
}

// clientName is the name of a client where it is written out.
func (m *mapper) clientName(members []*reading.Value, otherwise string) string {
	for _, c := range members {
		if nameIsClientName(c.Name) != "ClientName" {
			continue
		}
		if known, _ := m.quietly(c); known != nil && known.Kind == reading.String {
			return known.Text
		}
	}
	return otherwise
}

// clientOptions are the options of a command that makes a client; nil for any other command.
func (m *mapper) clientOptions(command *reading.Value) []*reading.Value {
	at := slices.IndexFunc(command.Children, func(w *reading.Value) bool { return w.Text == operation+"-client" })
	if command.Role != "" || at < 0 {
		return nil
	}
	members := []*reading.Value{}
	words, _ := m.words(command.Children[at+1:])
	for _, o := range m.optionsOf(words) {
		name, off := strings.CutPrefix(strings.ReplaceAll(strings.TrimPrefix(o.spelt, "--"), "-", "_"), "no_")
		v := &reading.Value{Kind: reading.List, Children: o.values, From: o.word.From, To: o.word.To}
		switch kind := clientMembers[pascal(name)]; {
		case kind == source.True:
			v = &reading.Value{Kind: reading.Bool, Text: strconv.FormatBool(!off), From: o.word.From, To: o.word.To}
		case kind != source.Array && len(o.values) == 1:
			one := *o.values[0]
			v = &one
		}
		if v.Kind == reading.String && clientMembers[pascal(name)] == source.Object { // AccessToken=minutes,IdToken=minutes
			v.Kind = reading.Object
			for _, pair := range strings.Split(v.Text, ",") {
				key, value, _ := strings.Cut(pair, "=")
				of := &reading.Value{Kind: reading.String, Text: value, Name: key}
				if strings.Trim(value, "0123456789") == "" {
					of.Kind = reading.Number
				}
				v.Children = append(v.Children, of)
			}
		}
		v.Name = name
		members = append(members, v)
	}
	return members
}

// argumentsOf are the arguments that have names, or the members of the object that is the last one.
func (m *mapper) argumentsOf(call *reading.Value) []*reading.Value {
	if call.Kind == reading.Object || len(call.Children) > 0 && call.Children[len(call.Children)-1].Name != "" {
		return m.grown(call).Children
	}
	for i := len(call.Children) - 1; i >= 0; i-- {
		if known, _ := m.quietly(call.Children[i]); known != nil && known.Kind == reading.Object {
			return m.grown(known).Children
		}
	}
	return nil
}

// ofConstruct reports whether a client is one of the construct that is the pool: the call is made on it,
// or a property names it.
func (m *mapper) ofConstruct(p *pool, call *reading.Value, members []*reading.Value) bool {
	if len(m.Pools) == 1 {
		return true
	}
	made := variable.FindStringSubmatch(m.text[:p.from])
	if made == nil {
		return false
	}
	if on, found := strings.CutPrefix(call.Tag, made[1]); found && strings.HasPrefix(on, ".") {
		return true
	}
	for _, c := range members {
		if written := m.shown(c); pascal(c.Name) == "UserPool" || pascal(c.Name) == "UserPoolId" {
			return written == made[1] || strings.HasPrefix(written, made[1]+".")
		}
	}
	return false
}

// clientOfConstruct makes of the properties of a UserPoolClient those of CfnUserPoolClient, as the construct
// does: https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-cognito/lib/user-pool-client.ts.
func (m *mapper) clientOfConstruct(members []*reading.Value) []*reading.Value {
	var sent []*reading.Value
	put := func(name string, kind reading.Kind, text string, children ...*reading.Value) {
		sent = append(sent, &reading.Value{Kind: kind, Name: name, Text: text, Children: children})
	}
	var units []*reading.Value
	for _, c := range members {
		known, _ := m.quietly(c)
		switch name := camel(c.Name); name {
		case "userPoolClientName":
			renamed := *c
			renamed.Name = "clientName"
			sent = append(sent, &renamed)
		case "preventUserExistenceErrors":
			switch {
			case known == nil:
			case known.Text == "true":
				put(name, reading.String, "ENABLED")
			case known.Text == "false":
				put(name, reading.String, "LEGACY")
			}
		case "authFlows":
			var flows []*reading.Value
			for _, of := range m.argumentsOf(c) {
				flow := map[string]string{
					"userPassword": "ALLOW_USER_PASSWORD_AUTH", "adminUserPassword": "ALLOW_ADMIN_USER_PASSWORD_AUTH", "custom": "ALLOW_CUSTOM_AUTH",
					"userSrp": "ALLOW_USER_SRP_AUTH", "user": "ALLOW_USER_AUTH",
				}[camel(of.Name)]
				if on, _ := m.quietly(of); flow != "" && on != nil && strings.EqualFold(on.Text, "true") {
					flows = append(flows, &reading.Value{Kind: reading.String, Text: flow})
				}
			}
			if len(m.argumentsOf(c)) > 0 { // the construct leaves out an empty object
				put("explicitAuthFlows", reading.List, "", append(flows, &reading.Value{Kind: reading.String, Text: "ALLOW_REFRESH_TOKEN_AUTH"})...)
			}
		case "accessTokenValidity", "idTokenValidity", "refreshTokenValidity", "authSessionValidity":
			if minutes := m.minutes(c); minutes != "" {
				put(name, reading.Number, minutes)
				if token, found := strings.CutSuffix(name, "Validity"); found && token != "authSession" {
					units = append(units, &reading.Value{Kind: reading.String, Name: token, Text: "minutes"})
				}
			}
		case "generateSecret", "enableTokenRevocation":
			sent = append(sent, c)
		}
	}
	if units != nil {
		put("tokenValidityUnits", reading.Object, "", units...)
	}
	return sent
}

// minutes are those of a Duration, "" where it is not known.
func (m *mapper) minutes(v *reading.Value) string {
	if v.Kind != reading.Call || len(v.Children) != 1 {
		return ""
	}
	known, _ := m.quietly(v.Children[0])
	if known == nil {
		return ""
	}
	n, err := strconv.Atoi(known.Text)
	each := map[string]int{"minutes": 1, "hours": 60, "days": 24 * 60}[made(v.Tag)]
	if err != nil || n < 0 || n > 1<<24 || each == 0 {
		return ""
	}
	return strconv.Itoa(n * each)
}

// clientWords are the words of the members that have some, by which a constant of an SDK is known.
var clientWords = []*contract.Shape{
	{Name: "ExplicitAuthFlowsType", Enum: []string{
		"ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_USER_PASSWORD_AUTH",
		"ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH",
	}},
	{Name: "PreventUserExistenceErrorTypes", Enum: []string{"LEGACY", "ENABLED"}},
	{Name: "TimeUnitsType", Enum: []string{"seconds", "minutes", "hours", "days"}},
}

// sentAs is a value as it is sent, nil for one that is not known or of another kind.
func (m *mapper) sentAs(v *reading.Value, kind source.Kind, name func(string) string) *source.Node {
	if v.Kind == reading.Reference && m.enums && kind == source.String {
		for _, words := range clientWords {
			if word, ok := enumerated(v.Text, words); ok {
				return &source.Node{Kind: kind, Text: word}
			}
		}
	}
	known, _ := m.quietly(v)
	if known == nil {
		return nil
	}
	n := &source.Node{Kind: kind, Text: known.Text}
	switch {
	case kind == source.Array && known.Kind == reading.List:
		for _, c := range known.Children {
			if e := m.sentAs(c, source.String, name); e != nil {
				n.Children = append(n.Children, e)
			}
		}
		return n
	case kind == source.Object && known.Kind == reading.Object:
		for _, c := range known.Children {
			of := source.String
			if worked, _ := m.quietly(c); worked != nil && worked.Kind == reading.Number {
				of = source.Number
			}
			if e := m.sentAs(c, of, name); e != nil && c.Name != "" {
				e.Name = name(c.Name)
				n.Children = append(n.Children, e)
			}
		}
		return n
	case !known.Scalar() || kind >= source.Array:
		return nil
	case kind == source.True && slices.Contains([]string{"true", "false"}, known.Text):
		if known.Text == "false" {
			n.Kind = source.False
		}
		return n
	case kind == source.Number && strings.Trim(known.Text, "0123456789") == "" && known.Text != "":
		return n
	case kind == source.String && known.Kind != reading.Null:
		return n
	}
	return nil
}
