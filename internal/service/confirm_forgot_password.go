package service

import (
	"slices"

	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// ConfirmForgotPassword sets a new password by the code that was sent.
var confirmForgotPassword = unsigned(func(v *visit) (*userpool.Value, *refused) {
	const at = "/ConfirmationCode"
	if r := v.codeCaller(refusal.UnknownToConfirm); r != nil {
		if r.says == refusal.UnknownToConfirm && v.client.hides() {
			return nil, v.pretendsToLook(at)
		}
		return nil, r
	}
	if v.user.Disabled && v.client.hides() {
		return nil, v.pretendsToLook(at)
	}
	if v.user.Disabled {
		return nil, v.refuse(refusal.Disabled, "/Username")
	}
	if r := v.limited(); r != nil {
		return nil, r
	}
	password := v.text("Password")
	if r := v.conforms(password, changeFrame, "/Password"); r != nil {
		return nil, r
	}
	if r := v.unused(password, "/Password"); r != nil {
		return nil, r
	}
	if _, r := v.matches(v.text("ConfirmationCode"), forPassword, at); r != nil {
		return nil, r.counting(v, v.tried)
	}
	v.change(func(u *User) {
		v.setPassword(u, password)
		u.Status = "CONFIRMED"
	})
	_, r := v.invoke("PostConfirmation", "ConfirmForgotPassword", v.metadata()...)
	return nil, r
})

// pretendsToLook refuses the code of someone who is not there, or is disabled, as if one had been sent
// where one was asked for.
func (v *visit) pretendsToLook(pointer string) *refused {
	name := v.fold(v.text("Username"))
	if !slices.ContainsFunc(v.people.Asked, func(c Code) bool { return c.Purpose == name && v.Now-c.Sent <= passwordLife }) {
		return v.refuse(refusal.OldCodeHidden, pointer, "who", v.who())
	}
	return v.refuse(refusal.CodeHidden, pointer, "who", v.who())
}
