package service

import (
	"slices"

	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// ConfirmDevice remembers a device of the user who calls.
var confirmDevice = byToken(func(v *visit) (*userpool.Value, *refused) {
	d := v.device(v.text("DeviceKey"))
	switch {
	case d == nil:
		return nil, v.refuse(refusal.DeviceInvalid, "/DeviceKey", "key", v.text("DeviceKey"))
	case d.Verifier != "":
		return nil, v.refuse(refusal.DeviceAgain, "/DeviceKey")
	}
	next := *d
	next.Name, next.Verifier, next.Salt = v.text("DeviceName"), v.text("DeviceSecretVerifierConfig", "PasswordVerifier"), v.text("DeviceSecretVerifierConfig", "Salt")
	next.Remembered, next.Modified = !v.prompted, v.Now
	v.putDevice(next)
	return structure(boolean("UserConfirmationNecessary", v.prompted)), nil
})

// putDevice puts a device of the call's user in the place of the one with its key.
func (v *visit) putDevice(next Device) {
	v.count(func(u *User) {
		u.Devices = slices.Clone(u.Devices)
		u.Devices[slices.IndexFunc(u.Devices, func(other Device) bool { return other.Key == next.Key })] = next
	})
}
