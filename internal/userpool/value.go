package userpool

import (
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
	Unknown   = "unknown"   // a tool works it out at deployment; its expression stands in for it here
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

	written *written
}

// written is what is written for a value that is in many replies.
type written struct {
	body, wire string
	// origins are those of the value and all below it, each after the quoted pointer to the
	// value but for its last quote.
	origins []string
}

// remember keeps what is written for a value that nobody changes from now on.
func (v *Value) remember() {
	w := &written{body: string(v.encode(nil, false)), wire: string(v.encode(nil, true))}
	var visit func(v *Value, pointer string)
	visit = func(v *Value, pointer string) {
		quoted := source.Quote(pointer)
		w.origins = append(w.origins, quoted[1:]+":"+string(v.Origin.append(nil)))
		for i, c := range v.Children {
			visit(c, pointer+"/"+step(v, i, c))
		}
	}
	visit(v, "")
	v.written = w
}

// step is the last token of a child's pointer.
func step(v *Value, i int, child *Value) string {
	if v.Kind == contract.List {
		return strconv.Itoa(i)
	}
	return source.EscapePointer(child.Name)
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
func (v *Value) encode(b []byte, wire bool) []byte {
	if w := v.written; w != nil {
		if wire {
			return append(b, w.wire...)
		}
		return append(b, w.body...)
	}
	switch v.Kind {
	case contract.String:
		return source.AppendQuoted(b, v.Text)
	case contract.Integer, contract.Boolean:
		return append(b, v.Text...)
	case contract.Timestamp:
		return append(b, timestamp(v.Text, wire)...)
	case contract.List:
		b = append(b, '[')
		for i, c := range v.Children {
			if i > 0 {
				b = append(b, ',')
			}
			b = c.encode(b, wire)
		}
		return append(b, ']')
	default:
		children := v.Children
		if wire {
			children = byName(children)
		}
		b = append(b, '{')
		for i, c := range children {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(source.AppendQuoted(b, c.Name), ':')
			b = c.encode(b, wire)
		}
		return append(b, '}')
	}
}

// byName sorts by insertion: there are 50 at most, the tags, and what package slices has would
// be much code for a browser to compile for the first reply.
func byName(values []*Value) []*Value {
	sorted := make([]*Value, len(values))
	for i, v := range values {
		at := i
		for ; at > 0 && sorted[at-1].Name > v.Name; at-- {
			sorted[at] = sorted[at-1]
		}
		sorted[at] = v
	}
	return sorted
}

// timestamp writes epoch milliseconds as the seconds that the service sends: with
// trailing zeros dropped, and on the wire in the notation of a Java double.
func timestamp(milliseconds string, wire bool) string {
	digits, negative := strings.CutPrefix(milliseconds, "-")
	digits = strings.TrimLeft(digits, "0")
	sign := ""
	if negative && digits != "" {
		sign = "-"
	}
	const zeros = "0000000000000000" // as many as an int64's seconds can end in
	// The seconds are 0.digits × 10^point.
	point := len(digits) - 3
	digits = strings.TrimRight(digits, "0")
	switch {
	case digits == "":
		if wire {
			return "0.0E0"
		}
		return "0"
	case wire:
		return sign + digits[:1] + "." + digits[1:] + zeros[:max(0, 2-len(digits))] + "E" + strconv.Itoa(point-1)
	case point <= 0:
		return sign + "0." + zeros[:-point] + digits
	case point >= len(digits):
		return sign + digits + zeros[:point-len(digits)]
	}
	return sign + digits[:point] + "." + digits[point:]
}

// origins writes the origins of a value and all below it as members of a JSON object.
type origins struct {
	written []byte
	// pointer leads to the value that is being written.
	pointer []byte
	// Values that came about together follow one another, and their origin is written once.
	last Origin
	json []byte
}

func (o *origins) of(v *Value) {
	if len(o.written) > 1 {
		o.written = append(o.written, ',')
	}
	if w := v.written; w != nil {
		for i, origin := range w.origins {
			if i > 0 {
				o.written = append(o.written, ',')
			}
			quoted := source.AppendQuoted(o.written, o.pointer)
			o.written = append(quoted[:len(quoted)-1], origin...)
		}
		return
	}
	o.written = source.AppendQuoted(o.written, o.pointer)
	o.written = append(o.written, ':')
	if o.json == nil || v.Origin != o.last {
		o.last, o.json = v.Origin, v.Origin.append(o.json[:0])
	}
	o.written = append(o.written, o.json...)
	before := len(o.pointer)
	for i, c := range v.Children {
		o.pointer = append(append(o.pointer[:before], '/'), step(v, i, c)...)
		o.of(c)
	}
	o.pointer = o.pointer[:before]
}

func (o Origin) append(b []byte) []byte {
	b = append(b, `{"kind":`...)
	b = source.AppendQuoted(b, o.Kind)
	for _, member := range [...]struct{ name, value string }{{`,"from":`, o.From}, {`,"why":`, o.Why}, {`,"evidence":`, o.Evidence}} {
		if member.value != "" {
			b = source.AppendQuoted(append(b, member.name...), member.value)
		}
	}
	return append(b, '}')
}
