package userpool

import (
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/request"
)

// Absence answers what becomes of members that a request leaves out, the rest of it being
// as it is.
type Absence struct{ b *builder }

// NewAbsence makes the answers for one request.
func NewAbsence(r *request.Request, o Options) *Absence {
	return &Absence{&builder{Options: o, request: r}}
}

// Of returns what the pool has in the place of a member that its block, which is given,
// leaves out; nil when nothing comes of it. The member may itself be in the request: its
// own value is not looked at.
func (a *Absence) Of(m *contract.Member) *Value {
	c := a.b.Contract
	if m.Of == c.Request {
		// A derivation of the answer's own member knows more than the request's.
		if own := c.UserPool.Member(m.Name); own != nil && own.From == "" {
			m = own
		}
	}
	return a.b.member(m, nil)
}

// Member returns a member of the value, nil where there is none or no value.
func (v *Value) Member(name string) *Value {
	if v == nil {
		return nil
	}
	return v.child(name)
}

// JSON returns the value as JSON text in the reference's order.
func (v *Value) JSON() string {
	return string(v.encode(nil, false))
}
