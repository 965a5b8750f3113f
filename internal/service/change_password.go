package service

import (
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// ChangePassword changes the password of the user who calls.
var changePassword = byToken(func(v *visit) (*userpool.Value, *refused) {
	if r := v.limited(); r != nil {
		return nil, r
	}
	if v.user.Password != v.text("PreviousPassword") {
		return nil, v.refuse(refusal.WrongPassword, "/PreviousPassword").counting(v, v.tried)
	}
	password := v.text("ProposedPassword")
	if r := v.conforms(password, changeFrame, "/ProposedPassword"); r != nil {
		return nil, r
	}
	if r := v.unused(password, "/ProposedPassword"); r != nil {
		return nil, r
	}
	v.change(func(u *User) { v.setPassword(u, password) })
	return nil, nil
})
