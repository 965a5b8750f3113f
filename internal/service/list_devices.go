package service

import (
	"userpoolplayground/internal/userpool"
)

// ListDevices shows the devices of the user who calls.
var listDevices = byToken(func(v *visit) (*userpool.Value, *refused) { return v.devicesOf(false) })

// AdminListDevices shows the devices of a user.
var adminListDevices = signed(func(v *visit) (*userpool.Value, *refused) {
	if r := v.someone(); r != nil {
		return nil, r
	}
	return v.devicesOf(true)
})

// devicesOf shows the devices of the call's user; what administrators see is after the examples of the API
// reference: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListDevices.html.
func (v *visit) devicesOf(admin bool) (*userpool.Value, *refused) {
	at, limit, r := v.page(len(v.user.Devices))
	if r != nil {
		return nil, r
	}
	list, more := listOf("Devices"), ""
	for ; at < len(v.user.Devices); at++ {
		if len(list.Children) == limit {
			more = v.pageAt(at)
			break
		}
		d := v.user.Devices[at]
		attributes := listOf("DeviceAttributes")
		add := func(name, value string) {
			attributes.Children = append(attributes.Children, group("", text("Name", name), text("Value", value)))
		}
		add("device_status", "valid")
		if d.Name != "" {
			add("device_name", d.Name)
		}
		if admin {
			status := "not_remembered"
			if d.Remembered {
				status = "remembered"
			}
			add("dev:device_owner", v.user.Name)
			add("dev:device_remembered_status", status)
		}
		list.Children = append(list.Children, group("", text("DeviceKey", d.Key), attributes, timestamp("DeviceCreateDate", d.Created),
			timestamp("DeviceLastModifiedDate", d.Modified), timestamp("DeviceLastAuthenticatedDate", d.Seen)))
	}
	return structure(list, text("PaginationToken", more)), nil
}
