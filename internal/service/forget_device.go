package service

import (
	"slices"

	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// ForgetDevice forgets a device of the user who calls.
var forgetDevice = byToken(func(v *visit) (*userpool.Value, *refused) {
	key := v.text("DeviceKey")
	if v.device(key) == nil {
		return nil, v.refuse(refusal.DeviceUnknown, "/DeviceKey", "key", key)
	}
	v.count(func(u *User) {
		u.Devices = slices.DeleteFunc(slices.Clone(u.Devices), func(d Device) bool { return d.Key == key })
	})
	return nil, nil
})
