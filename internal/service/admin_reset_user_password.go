package service

import (
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// AdminResetUserPassword makes a user choose a new password by a code.
var adminResetUserPassword = signed(func(v *visit) (*userpool.Value, *refused) {
	if r := v.someone(); r != nil {
		return nil, r
	}
	if v.user.Disabled { // https://github.com/amazon-archives/amazon-cognito-identity-js/issues/373
		return nil, v.refuse(refusal.Disabled, "/Username")
	}
	if _, r := v.recover("ForgotPassword"); r != nil {
		return nil, r
	}
	v.change(func(u *User) { u.Status = "RESET_REQUIRED" })
	return nil, nil
})
