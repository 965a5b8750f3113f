package userpool

import "strings"

// Body returns the answer's JSON, {"UserPool":{…}}: members in the reference's order, or
// with wire set as the service sends them.
func (v *Value) Body(wire bool) string {
	var b strings.Builder
	b.Grow(8 << 10) // most replies fit
	b.WriteString(`{"UserPool":`)
	v.encode(&b, wire)
	b.WriteByte('}')
	return b.String()
}

// EachOrigin visits the origin of every value, with its JSON Pointer into the body.
func (v *Value) EachOrigin(visit func(pointer string, o Origin)) { v.each("/UserPool", visit) }
