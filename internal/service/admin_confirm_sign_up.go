package service

import (
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// AdminConfirmSignUp confirms a user without a code. No address becomes verified.
var adminConfirmSignUp = signed(func(v *visit) (*userpool.Value, *refused) {
	if r := v.someone(); r != nil {
		return nil, r
	}
	if v.user.Status != "UNCONFIRMED" {
		return nil, v.refuse(refusal.NotConfirmable, "/Username", "status", v.user.Status)
	}
	v.change(func(u *User) { u.Status = "CONFIRMED" })
	_, r := v.invoke("PostConfirmation", "ConfirmSignUp", v.metadata()...)
	return nil, r
})
