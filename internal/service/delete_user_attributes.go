package service

import (
	"userpoolplayground/internal/userpool"
)

// DeleteUserAttributes takes attributes from the user who calls.
var deleteUserAttributes = byToken(func(v *visit) (*userpool.Value, *refused) { return nil, v.takeAway(updating) })
