package service

import (
	"userpoolplayground/internal/userpool"
)

// AdminDeleteUser deletes a user. The name is free at once.
var adminDeleteUser = signed(func(v *visit) (*userpool.Value, *refused) {
	if r := v.someone(); r != nil {
		return nil, r
	}
	v.remove()
	return nil, nil
})
