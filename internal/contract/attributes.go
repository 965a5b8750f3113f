package contract

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/tidwall/gjson"
)

// attributesJSON lists the standard attributes in the order of CreateUserPool's answer, and
// the orders in which DescribeUserPool lists them from a day on; * there stands for the pool's
// own attributes, which follow the standard ones everywhere else.
//
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
	Links       []string

	before []attributeBefore
}

// attributeBefore is an attribute as it was in pools that were made before a day.
type attributeBefore struct {
	day string
	was *Attribute
}

// On returns the attribute as it is in a pool that is made on a day, YYYY-MM-DD; "" is today.
func (a *Attribute) On(day string) *Attribute {
	if day != "" {
		for _, b := range a.before { // the oldest first
			if day < b.day {
				return b.was
			}
		}
	}
	return a
}

// Order is how an answer lists a pool's attributes.
type Order struct {
	// Since is the day from which on it does, "" for always. LastSeen is the last day on which
	// the order before it was seen, "" where that is the day before Since.
	Since, LastSeen string
	Description     string
	Links           []string
	// Standard are the standard attributes, Own of them before the pool's own.
	Standard []*Attribute
	Own      int
}

var attributes = sync.OnceValue(func() map[string]*Attribute {
	named := map[string]*Attribute{}
	read := func(v gjson.Result) *Attribute {
		return &Attribute{
			Name: v.Get("Name").String(), DataType: v.Get("AttributeDataType").String(),
			Mutable: v.Get("Mutable").Bool(), Required: v.Get("Required").Bool(),
			Constraints: v.Get("StringAttributeConstraints").Raw + v.Get("NumberAttributeConstraints").Raw,
			Description: v.Get("description").String(), Links: texts(v.Get(`x-evidence.links`)),
		}
	}
	for _, v := range append(gjson.Get(attributesJSON, "attributes").Array(), gjson.Get(attributesJSON, "identities")) {
		a := read(v)
		v.Get(`x-before`).ForEach(func(day, patch gjson.Result) bool {
			was := *a
			was.Constraints = patch.Get("StringAttributeConstraints").Raw
			a.before = append(a.before, attributeBefore{day.String(), &was})
			return true
		})
		named[a.Name] = a
	}
	return named
})

// StandardNames are the names of the standard attributes, sorted.
func StandardNames() []string {
	return slices.Sorted(func(yield func(string) bool) {
		for name := range attributes() {
			if name != "identities" && !yield(name) {
				return
			}
		}
	})
}

// StandardAttribute returns a standard attribute as it is today, or nil for a name that makes
// a custom one. identities is none: the service adds it by itself.
func StandardAttribute(name string) *Attribute {
	if name == "identities" {
		return nil
	}
	return attributes()[name]
}

// CreateOrder is how CreateUserPool's answer lists a pool's attributes.
func CreateOrder() *Order { return createOrder() }

// DescribeOrder is how DescribeUserPool's answer does on a day, YYYY-MM-DD; "" is today.
func DescribeOrder(day string) *Order {
	order := createOrder()
	for _, o := range describeOrders() {
		if day == "" || o.Since <= day {
			order = o
		}
	}
	return order
}

// Read once: every reply asks for them.
var (
	createOrder = sync.OnceValue(func() *Order {
		return ordered(gjson.Get(attributesJSON, "attributes.#.Name"))
	})
	describeOrders = sync.OnceValue(func() []*Order {
		var orders []*Order
		for _, v := range gjson.Get(attributesJSON, "describe").Array() {
			o := ordered(v.Get("order"))
			o.Since, o.LastSeen = v.Get("since").String(), v.Get("lastSeen").String()
			o.Description, o.Links = v.Get("description").String(), texts(v.Get("links"))
			orders = append(orders, o)
		}
		return orders
	})
)

func ordered(names gjson.Result) *Order {
	o := &Order{}
	list := texts(names)
	if o.Own = slices.Index(list, "*"); o.Own < 0 {
		o.Own = len(list)
	}
	for _, name := range list {
		if name != "*" {
			o.Standard = append(o.Standard, attributes()[name])
		}
	}
	return o
}
