package service

import (
	"slices"

	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// DeleteUserPoolClient deletes an app client. Its tokens end with it.
var deleteUserPoolClient = signed(func(v *visit) (*userpool.Value, *refused) {
	if v.client == nil {
		return nil, v.refuse(refusal.ClientMissing, "/ClientId", "client", v.text("ClientId"))
	}
	v.people.Clients = slices.DeleteFunc(slices.Clone(v.people.Clients), func(c *Client) bool { return c == v.client })
	v.touched = true
	return nil, nil
})
