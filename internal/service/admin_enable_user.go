package service

import (
	"userpoolplayground/internal/userpool"
)

// AdminEnableUser lets a disabled user sign in again.
var adminEnableUser = signed(func(v *visit) (*userpool.Value, *refused) {
	if r := v.someone(); r != nil {
		return nil, r
	}
	v.change(func(u *User) { u.Disabled = false })
	return nil, nil
})
