package service

import (
	"userpoolplayground/internal/userpool"
)

// AdminResetUserPassword makes a user choose a new password by a code.
var adminResetUserPassword = signed(func(v *visit) (*userpool.Value, *refused) {
	if r := v.someone(); r != nil {
		return nil, r
	}
	if _, r := v.recover("ForgotPassword"); r != nil {
		return nil, r
	}
	v.change(func(u *User) { u.Status = "RESET_REQUIRED" })
	return nil, nil
})
