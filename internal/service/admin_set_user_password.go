package service

import (
	"userpoolplayground/internal/userpool"
)

// AdminSetUserPassword gives a user a password, for good or for the next sign-in.
var adminSetUserPassword = signed(func(v *visit) (*userpool.Value, *refused) {
	if r := v.someone(); r != nil {
		return nil, r
	}
	password := v.text("Password")
	if r := v.conforms(password, changeFrame, "/Password"); r != nil {
		return nil, r
	}
	if r := v.unused(password, "/Password"); r != nil {
		return nil, r
	}
	v.change(func(u *User) {
		v.setPassword(u, password)
		u.Status = "FORCE_CHANGE_PASSWORD"
		if v.request.Get("Permanent").Bool() {
			u.Status = "CONFIRMED"
		}
	})
	return nil, nil
})
