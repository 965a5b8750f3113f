package service

import (
	"userpoolplayground/internal/userpool"
)

// AdminDisableUser keeps a user from signing in and revokes the tokens.
var adminDisableUser = signed(func(v *visit) (*userpool.Value, *refused) {
	if r := v.someone(); r != nil {
		return nil, r
	}
	v.change(func(u *User) { u.Disabled, u.SignIns = true, nil })
	return nil, nil
})
