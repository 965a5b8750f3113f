package service

import (
	"userpoolplayground/internal/userpool"
)

// GetUser shows the user who calls, as far as the client may read.
var getUser = byToken(func(v *visit) (*userpool.Value, *refused) {
	u := v.user
	shown := v.attributes("UserAttributes", u, func(name string) bool { return name == "sub" || permitted(v.client, "ReadAttributes", name) })
	return structure(text("Username", u.Name), shown, text("PreferredMfaSetting", u.Preferred), textsOf("UserMFASettingList", u.Factors)), nil
})
