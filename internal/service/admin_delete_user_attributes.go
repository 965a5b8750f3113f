package service

import (
	"strconv"

	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// AdminDeleteUserAttributes takes attributes from a user.
var adminDeleteUserAttributes = signed(func(v *visit) (*userpool.Value, *refused) {
	if r := v.someone(); r != nil {
		return nil, r
	}
	v.client = nil
	return nil, v.takeAway(administrator)
})

// takeAway takes attributes from the call's user.
func (v *visit) takeAway(by giver) *refused {
	var all []Attribute
	for i, e := range v.request.Get("UserAttributeNames").Elements() {
		name, at := e.Text(), "/UserAttributeNames/"+strconv.Itoa(i)
		known := v.schema[name]
		switch {
		case name == "sub":
			return v.refuse(refusal.SubGiven, at, "name", name)
		case known == nil:
			return v.refuse(refusal.UnknownInUpdate, at, "name", name)
		case by != administrator && (!v.mayWrite(name) || name == "email_verified" || name == "phone_number_verified"):
			return v.refuse(refusal.NotWritable, at, "name", name)
		case !known.mutable:
			return v.refuse(refusal.Immutable, at, "name", name)
		case known.required:
			return v.refuse(refusal.RequiredDeleted, at, "name", name)
		}
		all = append(all, Attribute{name, ""})
	}
	v.change(func(u *User) { setAttributes(u, all) })
	return nil
}
