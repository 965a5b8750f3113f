package service

import (
	"userpoolplayground/internal/userpool"
)

// GlobalSignOut revokes all tokens of the user who calls.
var globalSignOut = byToken(func(v *visit) (*userpool.Value, *refused) {
	v.count(func(u *User) { u.SignIns = nil })
	return nil, nil
})
