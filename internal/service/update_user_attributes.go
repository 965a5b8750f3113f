package service

import (
	"userpoolplayground/internal/userpool"
)

// UpdateUserAttributes changes the attributes of the user who calls.
var updateUserAttributes = byToken(func(v *visit) (*userpool.Value, *refused) {
	answer, r := v.modify(updating)
	if r != nil {
		return nil, r
	}
	return answer, nil
})
