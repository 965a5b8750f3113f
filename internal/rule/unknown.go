package rule

import (
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

// given returns the finding of a break in a request that is not wholly known, of which the rule
// has asked for these values. One that hangs on such a value is no error: whether the service
// refuses the request is decided when the value is.
func (b *Break) given(touched []*request.Value) diagnostic.Diagnostic {
	d := b.d
	for _, v := range touched {
		if !b.hangsOn(v) {
			continue
		}
		n := v.Unknown()
		if n == nil {
			n = v.Open()
		}
		d.Severity, d.Stage, d.Fixes = diagnostic.Note, diagnostic.Advice, nil
		d.Facts = diagnostic.Depends{Broken: d.Facts.(diagnostic.Broken), Expression: n.Text}
		start, end := b.c.Document.Mark(n)
		d.Related = append(d.Related, diagnostic.Related{Pointer: v.Pointer(), Start: start, End: end, Message: "This decides it."})
		break
	}
	return d
}

// hangsOn reports whether a break can hang on a value. What stands in another entry of the
// list that the blamed value is in was asked for on the way.
func (b *Break) hangsOn(v *request.Value) bool {
	mine, other := entry(b.at), entry(v)
	return mine == nil || other == nil || mine == other || mine.Parent != other.Parent
}

// entry returns the element of a list of structures that a value stands in, or nil.
func entry(v *request.Value) *request.Value {
	for ; v != nil && v.Parent != nil; v = v.Parent {
		if v.Member == nil && !v.Shape.Scalar() {
			return v
		}
	}
	return nil
}
