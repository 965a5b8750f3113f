package service

import (
	"userpoolplayground/internal/userpool"
)

// AdminInitiateAuth begins a sign-in on a server.
var adminInitiateAuth = signed(func(v *visit) (*userpool.Value, *refused) { return v.signIn(true) })
