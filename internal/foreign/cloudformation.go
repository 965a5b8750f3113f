package foreign

import (
	"fmt"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/reading"
)

const userPoolType = "AWS::Cognito::UserPool"

var cloudFormation = &tongue{
	called: "CloudFormation", target: target("cloudformation-yaml"), coerces: true, alone: true, functions: true,
	missing: "No resource of Type AWS::Cognito::UserPool with Properties was found, nor properties with a UserPoolName.",
	find:    findResources, read: readResource, known: knownToTemplate,
}

// findResources finds the pools wherever they stand: in a template's Resources, in a part of
// it, or in a document around it, as other tools have it.
func findResources(m *mapper, root *reading.Value) []*pool {
	var found []*pool
	var visit func(v *reading.Value, path string)
	visit = func(v *reading.Value, path string) {
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
	if len(found) == 0 && root.Member("UserPoolName") != nil {
		found = append(found, &pool{id: "UserPool", value: root})
	}
	return found
}

func readResource(m *mapper, p *pool) *part {
	m.beside(p)
	if p.value.Member("Type") == nil {
		return m.request(p.value, p.path)
	}
	for _, c := range p.value.Children {
		if c.Name != "Type" && c.Name != "Properties" {
			m.drop(c, m.join(p.path, c.Name), "It is CloudFormation's own and says nothing to the service.")
		}
	}
	properties := p.value.Member("Properties")
	path := m.join(p.path, "Properties")
	switch {
	case properties == nil || properties.Kind == reading.Null:
		return m.request(&reading.Value{Kind: reading.Object}, path)
	case properties.Kind != reading.Object || m.intrinsic(properties):
		m.say(diagnostic.Error, "import-expression", path, properties.From, properties.To, "These Properties are not written out, so that nothing can be read in them.")
		return nil
	}
	return m.request(properties, path)
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
		m.drop(v, path, "It stands beside the pool and is no part of a CreateUserPool request.")
	}
}

// functionOf returns the name of the intrinsic function that a value calls, "" for any other:
// !Sub and Fn::Sub are one.
func (m *mapper) functionOf(v *reading.Value) string {
	if !m.functions {
		return ""
	}
	if name, ok := strings.CutPrefix(v.Tag, "!"); ok {
		return name
	}
	if v.Kind == reading.Object && len(v.Children) == 1 {
		name := v.Children[0].Name
		if name == "Ref" || name == "Condition" && v.Children[0].Kind == reading.String {
			return name
		}
		if function, ok := strings.CutPrefix(name, "Fn::"); ok {
			return function
		}
	}
	return ""
}

// argumentOf is what an intrinsic function is given.
func argumentOf(v *reading.Value) *reading.Value {
	if v.Tag == "" {
		return v.Children[0]
	}
	plain := *v
	plain.Tag = ""
	return &plain
}

func knownToTemplate(m *mapper, v *reading.Value) (*reading.Value, string) {
	function := m.functionOf(v)
	if function == "" {
		return nil, ""
	}
	given := argumentOf(v)
	switch function {
	case "Ref":
		if given.Text == "AWS::NoValue" {
			return nil, absent
		}
		if parameter := m.root.Member("Parameters").Member(given.Text); parameter != nil {
			if value := parameter.Member("Default"); value != nil && value.Scalar() {
				if kind := parameter.Member("Type"); kind != nil && (strings.HasPrefix(kind.Text, "List<") || kind.Text == "CommaDelimitedList") {
					return split(value), defaultOf(given.Text, value)
				}
				return value, defaultOf(given.Text, value)
			}
			return nil, "it is the parameter " + given.Text + ", which has no Default."
		}
	case "Sub":
		if given.Kind == reading.String && !strings.Contains(given.Text, "${") {
			return given, ""
		}
		if given.Kind == reading.String && onlyLiteral(given.Text) {
			plain := *given
			plain.Text = strings.ReplaceAll(given.Text, "${!", "${")
			return &plain, ""
		}
	case "Join":
		return joined(given)
	}
	return nil, "CloudFormation works " + function + " out when it makes the stack."
}

func defaultOf(parameter string, value *reading.Value) string {
	return fmt.Sprintf("The parameter %s stands here; its Default, %s, is put in.", parameter, shown(value))
}

// onlyLiteral reports whether each ${ of a Sub is the escaped one, ${!.
func onlyLiteral(text string) bool {
	return strings.Count(text, "${") == strings.Count(text, "${!")
}

func split(v *reading.Value) *reading.Value {
	list := &reading.Value{Kind: reading.List, From: v.From, To: v.To}
	for _, text := range strings.Split(v.Text, ",") {
		list.Children = append(list.Children, &reading.Value{Kind: reading.String, Text: strings.TrimSpace(text), From: v.From, To: v.To})
	}
	return list
}

// joined returns what Join makes of texts that are all written out.
func joined(given *reading.Value) (*reading.Value, string) {
	if given.Kind == reading.List && len(given.Children) == 2 && given.Children[0].Kind == reading.String && given.Children[1].Kind == reading.List {
		var texts []string
		for _, c := range given.Children[1].Children {
			if !c.Scalar() || c.Tag != "" {
				return nil, "CloudFormation works Join out when it makes the stack."
			}
			texts = append(texts, c.Text)
		}
		return &reading.Value{Kind: reading.String, Text: strings.Join(texts, given.Children[0].Text), From: given.From, To: given.To}, ""
	}
	return nil, "CloudFormation works Join out when it makes the stack."
}
