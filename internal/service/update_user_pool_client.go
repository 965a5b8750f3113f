package service

import (
	"slices"

	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// UpdateUserPoolClient sets all of an app client: what it leaves out goes to its default.
var updateUserPoolClient = signed(func(v *visit) (*userpool.Value, *refused) {
	if v.client == nil {
		return nil, v.refuse(refusal.ClientMissing, "/ClientId", "client", v.text("ClientId"))
	}
	if r := v.checkClient(); r != nil {
		return nil, r
	}
	next := *v.client
	next.Settings, next.Modified = v.clientSettings(), v.Now
	if next.Settings.Member("ClientName") == nil {
		if name := v.client.setting("ClientName"); name != nil { // the one member that stays
			next.Settings = object(append(next.Settings.Children, bare(name)))
		}
	}
	if next.Settings.Member("RefreshTokenRotation") == nil && v.client.setting("RefreshTokenRotation") != nil { // what was on once is shown as off
		off := object([]*source.Node{{Name: "Feature", Kind: source.String, Text: "DISABLED"}})
		off.Name = "RefreshTokenRotation"
		next.Settings = object(append(next.Settings.Children, off))
	}
	v.people.Clients = slices.Clone(v.people.Clients)
	v.people.Clients[slices.Index(v.people.Clients, v.client)] = &next
	v.touched = true
	return v.showClient(&next), nil
})
