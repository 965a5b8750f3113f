package export

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/names"
	"userpoolplayground/internal/request"
)

var terraform = Target{
	ID: "terraform", Title: "Terraform", Language: "hcl", FileName: "user_pool.tf",
	called: "Terraform's aws_cognito_user_pool", names: "terraform", spell: names.Snake, factors: blocksOfTerraform,
	// What is a block takes no expression.
	expresses: func(m *contract.Member, expression string) bool {
		block := m.Shape.Kind == contract.Structure || m.Shape.Kind == contract.List && m.Shape.Element.Kind == contract.Structure
		return onOneLine(expression) && !block
	},
	write: func(j *job) {
		j.WriteString(`resource "aws_cognito_user_pool" "user_pool" {`)
		j.bound(j.root)
		j.hclBody(j.take(j.root), "  ")
		j.WriteString("\n}\n")
		each(j.Request.Root, j.changedByTerraform)
	},
}

// bound gives bounds to the attributes of texts and numbers that have none: the service's own. Without
// a block for them Terraform finds another pool at every plan, and replaces it:
// https://github.com/hashicorp/terraform-provider-aws/issues/7502. For a custom attribute the service
// has no bounds, and answers with the structure empty.
func (j *job) bound(pool *part) {
	schema := pool.of("Schema")
	if schema == nil {
		return
	}
	var filled []string
	for _, attribute := range schema.children {
		data, name := attribute.of("AttributeDataType"), attribute.of("Name")
		if data == nil || data.raw != "" || data.text != "String" && data.text != "Number" {
			continue
		}
		member := attribute.shape.Member(data.text + "AttributeConstraints")
		block := attribute.of(member.Name)
		if block == nil {
			block = &part{name: names.Snake(member.Name), member: member, shape: member.Shape}
			attribute.children = append(attribute.children, block)
		}
		if block.raw != "" || len(block.children) > 0 {
			continue
		}
		filled = append(filled, path(attribute.pointer))
		if name != nil {
			if standard := contract.StandardAttribute(name.text); standard != nil && standard.DataType == data.text {
				gjson.Parse(standard.Constraints).ForEach(func(bound, value gjson.Result) bool {
					m := member.Shape.Member(bound.String())
					block.children = append(block.children, &part{name: names.Snake(m.Name), member: m, shape: m.Shape, text: value.String()})
					return true
				})
			}
		}
	}
	if len(filled) > 0 {
		j.note("Terraform would replace the pool at each apply if %s had no bounds: the service's own are written.", listed(filled))
	}
}

// of returns the part that a member became, or nil.
func (p *part) of(member string) *part {
	if i := slices.IndexFunc(p.children, func(c *part) bool { return c.member != nil && c.member.Name == member }); i >= 0 {
		return p.children[i]
	}
	return nil
}

// hclBody writes a structure's members: arguments first, then what are blocks, each set
// off by an empty line. Lists of structures are one block an element.
func (j *job) hclBody(p *part, indent string) {
	var arguments, blocks []*part
	for _, c := range p.children {
		switch {
		case c.raw != "":
			arguments = append(arguments, c)
		case c.shape.Kind == contract.Structure:
			blocks = append(blocks, c)
		case c.shape.Kind == contract.List && c.shape.Element.Kind == contract.Structure:
			for _, element := range c.children {
				j.take(c)
				blocks = append(blocks, &part{name: c.name, shape: element.shape, pointer: element.pointer, children: element.children})
			}
		case c.shape.Kind == contract.Map:
			blocks = append(blocks, c)
		default:
			arguments = append(arguments, c)
		}
	}
	width := nameWidth(arguments)
	for _, a := range arguments {
		j.WriteString("\n" + indent + padded(a.name, width) + " = ")
		j.value(hcl, a, indent)
	}
	for i, c := range blocks {
		if i > 0 || len(arguments) > 0 {
			j.WriteByte('\n')
		}
		j.WriteString("\n" + indent + c.name)
		if j.take(c).shape.Kind == contract.Map {
			j.hclMap(c, indent)
			continue
		}
		j.WriteString(" {")
		if len(c.children) > 0 {
			j.hclBody(c, indent+"  ")
			j.WriteString("\n" + indent)
		}
		j.WriteByte('}')
	}
}

func (j *job) hclMap(p *part, indent string) {
	j.WriteString(" = {")
	named := make([]*part, len(p.children))
	for i, c := range p.children {
		key := *c
		key.name = hclKey(c.name)
		named[i] = &key
	}
	width := nameWidth(named)
	for _, c := range named {
		j.WriteString("\n" + indent + "  " + padded(c.name, width) + " = ")
		j.value(hcl, c, indent+"  ")
	}
	if len(named) > 0 {
		j.WriteString("\n" + indent)
	}
	j.WriteByte('}')
}

func nameWidth(parts []*part) int {
	width := 0
	for _, p := range parts {
		width = max(width, utf8.RuneCountInString(p.name))
	}
	return width
}

func padded(name string, width int) string {
	return name + strings.Repeat(" ", width-utf8.RuneCountInString(name))
}

var hcl = &syntax{
	object: [2]string{"{", "}"}, list: [2]string{"[", "]"},
	member: func(n string) string { return n + " = " },
	key:    func(n string) string { return hclKey(n) + " = " },
	text:   hclText, yes: "true", no: "false", step: "  ", trailing: true,
}

// hclKey writes an object's key, without quotes where it cannot be taken for a keyword.
func hclKey(name string) string {
	if identifier(name) && !slices.Contains([]string{"for", "true", "false", "null"}, name) {
		return name
	}
	return hclText(name)
}

// hclText writes a text that HCL takes for no template.
func hclText(text string) string {
	return strings.NewReplacer("${", "$${", "%{", "%%{").Replace(doubleQuoted(text))
}

// changedByTerraform says what Terraform does not send as it is written.
func (j *job) changedByTerraform(v *request.Value) {
	if v.Shape.Kind != contract.String || !j.written[v.Pointer()] {
		return
	}
	if v.Member != nil && v.Text() == "" {
		j.note("%s is an empty string, which Terraform does not send.", path(v.Pointer()))
	}
	if strings.ContainsFunc(v.Name+v.Text(), func(r rune) bool { return unicode.Is(unicode.M, r) && !unicode.Is(unicode.Variation_Selector, r) }) {
		j.note("%s holds combining characters, which Terraform joins to the letters before them where it can.", path(v.Pointer()))
	}
}
