package service

import (
	"userpoolplayground/internal/userpool"
)

// SetUserMFAPreference says which second factors the user who calls has, and which is asked first.
var setUserMFAPreference = byToken(func(v *visit) (*userpool.Value, *refused) { return nil, v.prefer() })
