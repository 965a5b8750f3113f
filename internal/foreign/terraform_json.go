package foreign

import (
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/readers"
	"userpoolplayground/internal/reading"
)

// Terraform's language in JSON, *.tf.json, which the CDK for Terraform writes: the names behind a
// block's own are members around it, and a text is a template. What is made of it is the tree of the
// same module in HCL. See https://developer.hashicorp.com/terraform/language/syntax/json.

// labelsOf are how many names a block of a module has behind its own.
var labelsOf = map[string]int{
	"resource": 2, "data": 2, "ephemeral": 2, "module": 1, "variable": 1, "output": 1, "provider": 1, "check": 1,
	"locals": 0, "terraform": 0, "moved": 0, "removed": 0, "import": 0,
}

// moduleOfJSON makes blocks of a module's members. A state or a plan stays as it is.
func (m *mapper) moduleOfJSON(root *reading.Value) *reading.Value {
	if root.Kind != reading.Object || root.Member("terraform_version") != nil || root.Member("format_version") != nil {
		return root
	}
	module := *root
	module.Children = nil
	for _, c := range root.Children {
		if count, block := labelsOf[c.Name]; block {
			module.Children = append(module.Children, m.blocksOfJSON(c, c.Name, nil, count)...)
		} else if c.Name != jsonComment {
			module.Children = append(module.Children, c)
		}
	}
	return &module
}

// jsonComment is the name of a member that says something to people.
const jsonComment = "//"

// blocksOfJSON are the blocks of a name whose other names are still to be found around them. At every
// level an object can be a list of objects.
func (m *mapper) blocksOfJSON(v *reading.Value, name string, labels []string, count int) []*reading.Value {
	var found []*reading.Value
	switch {
	case v.Kind == reading.List:
		for _, c := range v.Children {
			of := *c
			if c.NameTo <= c.NameFrom {
				of.Name, of.NameFrom, of.NameTo = v.Name, v.NameFrom, v.NameTo
			}
			found = append(found, m.blocksOfJSON(&of, name, labels, count)...)
		}
	case v.Kind != reading.Object:
	case count > 0:
		for _, c := range v.Children {
			if c.Name != jsonComment {
				found = append(found, m.blocksOfJSON(c, name, append(labels[:len(labels):len(labels)], c.Name), count-1)...)
			}
		}
	default:
		block := m.bodyOfJSON(v, name)
		block.Name, block.Labels, block.Block = name, labels, true
		found = append(found, block)
	}
	return found
}

// bodyOfJSON is a block's body, whose texts are templates but where Terraform takes them as they stand.
func (m *mapper) bodyOfJSON(v *reading.Value, block string) *reading.Value {
	body := *v
	body.Children = nil
	for _, c := range v.Children {
		switch {
		case block == "variable", block == "terraform", block == "module" && (c.Name == "source" || c.Name == "version"), c.Name == jsonComment:
			body.Children = append(body.Children, c)
		case c.Name == "dynamic":
			body.Children, body.Block = append(body.Children, m.blocksOfJSON(c, "dynamic", nil, 1)...), true
		case c.Kind == reading.Object:
			body.Children = append(body.Children, m.bodyOfJSON(c, ""))
		default:
			body.Children = append(body.Children, m.valueOfJSON(c))
		}
	}
	return &body
}

// valueOfJSON is a value whose texts are templates.
func (m *mapper) valueOfJSON(v *reading.Value) *reading.Value {
	of := *v
	if strings.Contains(v.Name, "${") { // it is worked out, too
		of.Name, of.NameFrom, of.NameTo = "", 0, 0
	}
	switch v.Kind {
	case reading.List, reading.Object:
		if v.Kind == reading.Object {
			return m.bodyOfJSON(&of, "")
		}
		of.Children = nil
		for _, c := range v.Children {
			of.Children = append(of.Children, m.valueOfJSON(c))
		}
	case reading.String:
		if !strings.Contains(v.Text, "${") && !strings.Contains(v.Text, "%{") {
			break
		}
		read, err := readers.Read("hcl-template", v.Text)
		if err != nil || len(read.Faults) > 0 || read.Root == nil {
			if err == nil && len(read.Faults) > 0 {
				m.say(diagnostic.Error, "syntax", at{}, v, "%s", sentence(read.Faults[0].Message))
			}
			of.Kind = reading.Expression
			break
		}
		standing(read.Root, v)
		root := *read.Root
		root.Name, root.NameFrom, root.NameTo = of.Name, of.NameFrom, of.NameTo
		return &root
	}
	return &of
}

// standing puts a value and what is in it where another stands: escapes make places in a text differ.
func standing(v, where *reading.Value) {
	v.From, v.To = where.From, where.To
	if v.NameTo > v.NameFrom {
		v.NameFrom, v.NameTo = where.From, where.To
	}
	for _, c := range v.Children {
		standing(c, where)
	}
}
