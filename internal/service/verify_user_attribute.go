package service

import (
	"slices"

	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// VerifyUserAttribute verifies an address of the user who calls by the code that was sent.
var verifyUserAttribute = byToken(func(v *visit) (*userpool.Value, *refused) {
	name := v.text("AttributeName")
	if !verifiable(name) {
		return nil, v.refuse(refusal.OtherAttribute, "/AttributeName")
	}
	if r := v.limited(); r != nil {
		return nil, r
	}
	if _, r := v.matches(v.text("Code"), name, "/Code"); r != nil {
		return nil, r.counting(v, v.tried)
	}
	a := Attribute{name, v.user.get(name)}
	waits := false // for its code before it is the user's: UserAttributeUpdateSettings
	for _, p := range v.user.Pending {
		if p.Name == name {
			a.Value, waits = p.Value, true
		}
	}
	// The call declares AliasExistsException since the day on which addresses could wait.
	if slices.Contains(v.aliases, name) && !waits {
		v.aliasMoves(a)
	} else if r := v.free([]Attribute{a}, map[string]string{name: "/AttributeName"}, v.user); r != nil && v.signsInBy(name) {
		return nil, r
	}
	v.change(func(u *User) {
		u.set(name, a.Value)
		u.set(name+"_verified", "true")
		u.Pending = slices.DeleteFunc(slices.Clone(u.Pending), func(p Attribute) bool { return p.Name == name })
	})
	return nil, nil
})
