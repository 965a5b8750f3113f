package service

import (
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// GetUserAttributeVerificationCode sends a code for an address of the user who calls.
var getUserAttributeVerificationCode = byToken(func(v *visit) (*userpool.Value, *refused) {
	name := v.text("AttributeName")
	if !verifiable(name) {
		return nil, v.refuse(refusal.OtherAttribute, "/AttributeName")
	}
	to := v.user.get(name)
	for _, p := range v.user.Pending {
		if p.Name == name {
			to = p.Value
		}
	}
	if to == "" {
		return nil, v.refuse(refusal.NothingToVerify, "/AttributeName", "name", name)
	}
	if r := v.limited(); r != nil {
		return nil, r
	}
	delivered, r := v.dispatch(v.verification("VerifyUserAttribute"), name, name, to, "CodeDeliveryDetails")
	if r != nil {
		return nil, r
	}
	return structure(delivered), nil
})
