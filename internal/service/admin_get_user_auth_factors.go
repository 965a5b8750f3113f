package service

import "userpoolplayground/internal/userpool"

// AdminGetUserAuthFactors shows how a user can sign in.
var adminGetUserAuthFactors = signed(func(v *visit) (*userpool.Value, *refused) {
	if r := v.someone(); r != nil {
		return nil, r
	}
	return v.authFactors()
})
