package service

import (
	"userpoolplayground/internal/userpool"
)

// AdminUserGlobalSignOut revokes all tokens of a user.
var adminUserGlobalSignOut = signed(func(v *visit) (*userpool.Value, *refused) {
	if r := v.someone(); r != nil {
		return nil, r
	}
	v.count(func(u *User) { u.SignIns = nil })
	return nil, nil
})
