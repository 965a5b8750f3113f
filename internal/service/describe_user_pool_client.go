package service

import (
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// DescribeUserPoolClient shows an app client.
var describeUserPoolClient = signed(func(v *visit) (*userpool.Value, *refused) {
	if v.client == nil {
		return nil, v.refuse(refusal.ClientMissing, "/ClientId", "client", v.text("ClientId"))
	}
	return v.showClient(v.client), nil
})
