package contract

import (
	_ "embed"
	"sync"

	"github.com/tidwall/gjson"
)

//go:embed attributes.json
var attributesJSON string

// Attribute is a standard user attribute: one that every pool has, after OpenID Connect.
type Attribute struct {
	Name     string
	DataType string // as AttributeDataType spells it
	Mutable  bool
	Required bool
	// Constraints are its NumberAttributeConstraints or StringAttributeConstraints as
	// JSON, "" where the type has none.
	Constraints string
	Description string
}

var attributes = sync.OnceValue(func() map[string]*Attribute {
	named := map[string]*Attribute{}
	add := func(v gjson.Result) {
		a := &Attribute{
			Name: v.Get("Name").String(), DataType: v.Get("AttributeDataType").String(),
			Mutable: v.Get("Mutable").Bool(), Required: v.Get("Required").Bool(),
			Constraints: v.Get("StringAttributeConstraints").Raw + v.Get("NumberAttributeConstraints").Raw,
			Description: v.Get("description").String(),
		}
		named[a.Name] = a
	}
	for _, v := range gjson.Get(attributesJSON, "attributes").Array() {
		add(v)
	}
	add(gjson.Get(attributesJSON, "identities"))
	return named
})

// StandardAttribute returns a standard attribute, or nil for a name that makes a custom
// one. identities is none: the service adds it by itself.
func StandardAttribute(name string) *Attribute {
	if name == "identities" {
		return nil
	}
	return attributes()[name]
}

// CreateOrder returns the standard attributes in the order of CreateUserPool's answer.
func CreateOrder() []*Attribute { return createOrder() }

// DescribeOrder returns the standard attributes in the order of DescribeUserPool's answer
// on a day, YYYY-MM-DD; "" is today.
func DescribeOrder(day string) []*Attribute {
	if day != "" && day < describeSince() {
		return createOrder()
	}
	return describeOrder()
}

// Read once: every reply asks for them.
var (
	createOrder   = sync.OnceValue(func() []*Attribute { return ordered("attributes.#.Name") })
	describeOrder = sync.OnceValue(func() []*Attribute { return ordered("describe.order") })
	describeSince = sync.OnceValue(func() string { return gjson.Get(attributesJSON, "describe.since").String() })
)

func ordered(path string) []*Attribute {
	var list []*Attribute
	for _, name := range gjson.Get(attributesJSON, path).Array() {
		list = append(list, attributes()[name.String()])
	}
	return list
}
