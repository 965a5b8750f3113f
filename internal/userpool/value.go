package userpool

import (
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/source"
)

// Where a value of the reply comes from.
const (
	Given     = "given"     // the request says it
	Default   = "default"   // the service fills it in when the request is silent
	Derived   = "derived"   // the service computes it from other members
	Generated = "generated" // the service makes it up; an example stands in for it here
)

// Origin says where a value of the reply comes from.
type Origin struct {
	Kind string
	// From is the JSON Pointer, into the request, of what it was taken or computed from.
	From string
	// Why says in a sentence how it came about, where that is not plain.
	Why string
	// Evidence is how that is known: diagnostic.Observed, …
	Evidence string
}

// Value is one value of the reply.
type Value struct {
	// Name is the member's or the map key's; "" for elements of lists.
	Name   string
	Kind   contract.Kind
	Origin Origin
	// Text holds a String, an Integer's or Boolean's literal, or a Timestamp's epoch
	// milliseconds.
	Text     string
	Children []*Value
}

func (v *Value) child(name string) *Value {
	for _, c := range v.Children {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// encode writes the value as JSON: in the reference's order with decimal dates, or as the
// service does on the wire, members sorted and dates as a Java double prints.
func (v *Value) encode(b *strings.Builder, wire bool) {
	switch v.Kind {
	case contract.String:
		b.WriteString(source.Quote(v.Text))
	case contract.Integer, contract.Boolean:
		b.WriteString(v.Text)
	case contract.Timestamp:
		b.WriteString(timestamp(v.Text, wire))
	case contract.List:
		b.WriteByte('[')
		for i, c := range v.Children {
			if i > 0 {
				b.WriteByte(',')
			}
			c.encode(b, wire)
		}
		b.WriteByte(']')
	default:
		children := v.Children
		if wire {
			children = slices.Clone(children)
			slices.SortFunc(children, func(a, b *Value) int { return strings.Compare(a.Name, b.Name) })
		}
		b.WriteByte('{')
		for i, c := range children {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(source.Quote(c.Name))
			b.WriteByte(':')
			c.encode(b, wire)
		}
		b.WriteByte('}')
	}
}

// timestamp writes epoch milliseconds as the seconds that the service sends: with
// trailing zeros dropped, and on the wire in the notation of a Java double.
func timestamp(milliseconds string, wire bool) string {
	ms, _ := strconv.ParseInt(milliseconds, 10, 64)
	seconds := float64(ms) / 1000
	if !wire {
		return strconv.FormatFloat(seconds, 'f', -1, 64)
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(seconds, 'e', -1, 64), "e")
	if !strings.Contains(mantissa, ".") {
		mantissa += ".0"
	}
	n, _ := strconv.Atoi(exponent)
	return mantissa + "E" + strconv.Itoa(n)
}

// each visits the value and all below it, with each one's JSON Pointer into the reply.
func (v *Value) each(pointer string, visit func(pointer string, o Origin)) {
	visit(pointer, v.Origin)
	for i, c := range v.Children {
		step := c.Name
		if v.Kind == contract.List {
			step = strconv.Itoa(i)
		} else if strings.ContainsAny(step, "~/") {
			step = source.EscapePointer(step)
		}
		c.each(pointer+"/"+step, visit)
	}
}
