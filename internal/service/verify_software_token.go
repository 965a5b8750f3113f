package service

import (
	"cmp"

	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// VerifySoftwareToken registers an authenticator app by a code that it shows.
var verifySoftwareToken = byEither(func(v *visit, s *session) (*userpool.Value, *refused) {
	if !v.app {
		return nil, v.refuse(refusal.NoApp, "")
	}
	secret := cmp.Or(v.user.Offered, v.user.Token)
	if s != nil {
		secret = s.Secret
	}
	if secret == "" {
		return nil, v.refuse(refusal.WrongTOTPAtSetUp, "/UserCode")
	}
	if secret != v.user.Token && v.user.UsedStep != 0 {
		v.count(func(u *User) { u.UsedStep = 0 })
	}
	if r := v.appCode(secret, v.text("UserCode"), refusal.WrongTOTPAtSetUp, "/UserCode"); r != nil {
		return nil, r
	}
	v.change(func(u *User) {
		u.Token, u.Offered, u.Verified, u.Device = secret, "", true, v.text("FriendlyDeviceName")
	})
	if s == nil {
		return structure(text("Status", "SUCCESS")), nil
	}
	v.spend(*s)
	return structure(text("Status", "SUCCESS"), text("Session", v.seal(v.begin(*s)))), nil
})
