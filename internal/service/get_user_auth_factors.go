package service

import (
	"slices"

	"userpoolplayground/internal/userpool"
)

// GetUserAuthFactors shows how the user who calls can sign in.
var getUserAuthFactors = byToken((*visit).authFactors)

// authFactors shows how the call's user can sign in.
func (v *visit) authFactors() (*userpool.Value, *refused) {
	var all []string
	for _, f := range v.available() {
		if f != "PASSWORD_SRP" {
			all = append(all, f)
		}
	}
	return structure(text("Username", v.user.Name), text("PreferredMfaSetting", v.user.Preferred), textsOf("UserMFASettingList", slices.Clone(v.user.Factors)), textsOf("ConfiguredUserAuthFactors", all)), nil
}
