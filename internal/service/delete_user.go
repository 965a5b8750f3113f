package service

import (
	"userpoolplayground/internal/userpool"
)

// DeleteUser deletes the user who calls.
var deleteUser = byToken(func(v *visit) (*userpool.Value, *refused) {
	v.remove()
	return nil, nil
})
