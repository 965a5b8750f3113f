package service

import (
	"userpoolplayground/internal/userpool"
)

// InitiateAuth begins a sign-in.
var initiateAuth = unsigned(func(v *visit) (*userpool.Value, *refused) { return v.signIn(false) })
