package userpool

import "strings"

// Body returns the answer's JSON, {"UserPool":{…}}: members in the reference's order, or
// with wire set as the service sends them.
func (v *Value) Body(wire bool) string {
	var b strings.Builder
	b.WriteString(`{"UserPool":`)
	v.encode(&b, wire)
	b.WriteByte('}')
	return b.String()
}

// Origins returns the origin of every value by its JSON Pointer into the body.
func (v *Value) Origins() map[string]Origin {
	all := map[string]Origin{}
	v.origins("/UserPool", all)
	return all
}
