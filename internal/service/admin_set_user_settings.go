package service

import (
	"slices"

	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// AdminSetUserSettings sets text messages as a second factor of a user, in the older form: MFAOptions that is
// empty turns them off. It knows no authenticator apps.
var adminSetUserSettings = signed(func(v *visit) (*userpool.Value, *refused) {
	if r := v.someone(); r != nil {
		return nil, r
	}
	on := false
	for _, e := range v.request.Get("MFAOptions").Elements() {
		on = on || e.Get("DeliveryMedium").Text() == "SMS"
	}
	if on && v.user.get("phone_number") == "" {
		return nil, v.refuse(refusal.NoPhoneToText, "/MFAOptions", "factor", "SMS_MFA")
	}
	v.change(func(u *User) {
		u.Factors = slices.DeleteFunc(slices.Clone(u.Factors), func(have string) bool { return have == "SMS_MFA" })
		if on {
			u.Factors = append(u.Factors, "SMS_MFA")
		} else if u.Preferred == "SMS_MFA" {
			u.Preferred = ""
		}
	})
	return nil, nil
})
