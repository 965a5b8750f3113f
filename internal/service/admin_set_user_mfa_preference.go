package service

import (
	"slices"

	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// AdminSetUserMFAPreference says which second factors a user has, and which is asked first.
var adminSetUserMFAPreference = signed(func(v *visit) (*userpool.Value, *refused) {
	if r := v.someone(); r != nil {
		return nil, r
	}
	return nil, v.prefer()
})

// prefer sets the second factors of the call's user.
func (v *visit) prefer() *refused {
	factors, preferred := slices.Clone(v.user.Factors), v.user.Preferred
	for _, f := range []struct{ member, name, attribute string }{
		{"SMSMfaSettings", "SMS_MFA", "phone_number"}, {"SoftwareTokenMfaSettings", "SOFTWARE_TOKEN_MFA", ""}, {"EmailMfaSettings", "EMAIL_OTP", "email"},
	} {
		given := v.request.Get(f.member)
		if given == nil {
			continue
		}
		on := given.Get("Enabled").Bool()
		// To 2021 a factor had to be set up to be turned off as well.
		// https://github.com/aws-amplify/amplify-js/issues/5766
		asked := on || !v.onOrAfter("2022-01-01")
		at := "/" + f.member
		switch {
		case on && f.attribute == "" && !v.app:
			return v.refuse(refusal.NoApp, at)
		case asked && f.attribute == "" && !v.user.Verified:
			return v.refuse(refusal.NoDelivery, at, "factor", f.name, "fault", "no code of an authenticator app was verified")
		case asked && f.attribute == "phone_number" && v.user.get(f.attribute) == "":
			return v.refuse(refusal.NoPhoneToText, at, "factor", f.name)
		case asked && f.attribute != "" && v.user.get(f.attribute) == "":
			return v.refuse(refusal.NoDelivery, at, "factor", f.name, "fault", "there is no "+f.attribute)
		}
		factors = slices.DeleteFunc(factors, func(have string) bool { return have == f.name })
		if preferred == f.name {
			preferred = ""
		}
		if on {
			factors = append(factors, f.name)
			if given.Get("PreferredMfa").Bool() {
				preferred = f.name
			}
		}
	}
	v.change(func(u *User) { u.Factors, u.Preferred = factors, preferred })
	return nil
}
