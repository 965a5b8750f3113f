package foreign

import (
	"slices"
	"strings"

	"userpoolplayground/internal/language"
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

// clients are the app clients of a template or module that name the pool, or could.
func (m *mapper) clients(p *pool) []reading.Client {
	var found []reading.Client
	add := func(id string, properties *reading.Value, poolID string, name func(string) string) {
		of := properties.Member(poolID)
		pool, _, _ := strings.Cut(p.id, "[")
		if of == nil || len(m.Pools) > 1 && !strings.Contains(m.shown(of), pool) {
			return
		}
		request := &source.Node{Kind: source.Object}
		for _, c := range properties.Children {
			if member := name(c.Name); c.Role == "" && clientMembers[member] != 0 {
				if n := m.sentAs(c, clientMembers[member], name); n != nil {
					n.Name = member
					request.Children = append(request.Children, n)
				}
			}
		}
		found = append(found, reading.Client{ID: id, Request: strings.TrimSpace(source.Write(request))})
	}
	switch {
	case m.Language == language.CloudFormation && m.tongue != troposphere:
		same := func(name string) string { return name }
		var visit func(v *reading.Value)
		visit = func(v *reading.Value) {
			if kind := v.Member("Type"); kind != nil && kind.Text == clientType {
				if properties := v.Member("Properties"); properties != nil {
					add(v.Name, properties, "UserPoolId", same)
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
			if c.Block && c.Name == "resource" && len(c.Labels) == 2 && c.Labels[0] == clientResource {
				add(c.Labels[1], c, "user_pool_id", func(name string) string {
					if name == "name" {
						return "ClientName"
					}
					return pascal(name)
				})
			}
		}
	}
	return found
}

// sentAs is a value as it is sent, nil for one that is not known or of another kind.
func (m *mapper) sentAs(v *reading.Value, kind source.Kind, name func(string) string) *source.Node {
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
