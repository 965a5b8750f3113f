package service

import (
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// UpdateDeviceStatus remembers a device of the user who calls, or not: what a pool asks people about where
// DeviceOnlyRememberedOnUserPrompt is set.
var updateDeviceStatus = byToken(func(v *visit) (*userpool.Value, *refused) {
	key := v.text("DeviceKey")
	d := v.device(key)
	if d == nil {
		return nil, v.refuse(refusal.DeviceUnknown, "/DeviceKey", "key", key)
	}
	next := *d
	next.Remembered, next.Modified = v.text("DeviceRememberedStatus") == "remembered", v.Now
	v.putDevice(next)
	return nil, nil
})
