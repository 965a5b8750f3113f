package userpool

// Most replies fit without growing.
const usualBody, usualOrigins = 8 << 10, 40 << 10

// Body returns the answer's JSON, {"UserPool":{…}}: members in the reference's order, or
// with wire set as the service sends them.
func (v *Value) Body(wire bool) string {
	b := append(make([]byte, 0, usualBody), `{"UserPool":`...)
	return string(append(v.encode(b, wire), '}'))
}

// Origins returns the origin of every value as JSON: an object with the values' JSON
// Pointers into the body as names, in the body's order.
func (v *Value) Origins() []byte {
	o := origins{written: append(make([]byte, 0, usualOrigins), '{'), pointer: append(make([]byte, 0, 256), "/UserPool"...)}
	o.of(v)
	return append(o.written, '}')
}

// Wire returns the value as the service sends it: members sorted, dates as a Java double prints.
func (v *Value) Wire() string { return string(v.encode(nil, true)) }
