package service

import (
	"slices"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/userpool"
)

// AdminUpdateUserAttributes changes a user's attributes. It can say that an address is verified.
var adminUpdateUserAttributes = signed(func(v *visit) (*userpool.Value, *refused) {
	if r := v.someone(); r != nil {
		return nil, r
	}
	v.client = nil
	_, r := v.modify(administrator)
	return nil, r
})

// modify changes the attributes of the call's user, and answers where codes went.
func (v *visit) modify(by giver) (*userpool.Value, *refused) {
	given, r := v.takes(v.request.Get("UserAttributes"), by, true)
	if r != nil {
		return nil, r
	}
	_, pointers := attributesOf(v.request.Get("UserAttributes"))
	byName := func(name string) bool {
		return slices.ContainsFunc(given, func(a Attribute) bool { return a.Name == name+"_verified" && (a.Value == "true" || a.Value == "True") })
	}
	// What is signed in with as soon as it is set belongs to one user. An address that is an alias goes
	// to whom it is verified for last.
	var counts []Attribute
	for _, a := range given {
		if a.Value != "" && (slices.Contains(v.instead, a.Name) || slices.Contains(v.aliases, a.Name) && a.Name == "preferred_username") {
			counts = append(counts, a)
		}
	}
	if r := v.free(counts, pointers, v.user); r != nil {
		return nil, r
	}
	for _, name := range v.aliases {
		a := Attribute{name, v.user.get(name)}
		if at := slices.IndexFunc(given, func(g Attribute) bool { return g.Name == name }); at >= 0 {
			a = given[at]
		}
		if verifiable(name) && byName(name) && a.Value != "" {
			v.aliasMoves(a)
		}
	}
	var codes, now []Attribute
	for _, a := range given {
		changed := a.Value != "" && verifiable(a.Name) && v.user.get(a.Name) != a.Value && !byName(a.Name)
		if changed && slices.Contains(v.codes, a.Name) {
			codes = append(codes, a)
		}
		if changed && slices.Contains(v.kept, a.Name) && v.user.isTrue(a.Name+"_verified") {
			v.because("/UserAttributeUpdateSettings/AttributesRequireVerificationBeforeUpdate", diagnostic.Documented, "The old "+wordsOf[a.Name]+" stays until the new one is verified.")
			continue
		}
		now = append(now, a)
	}
	v.change(func(u *User) {
		setAttributes(u, now)
		for _, a := range codes {
			u.Pending = withAttribute(slices.DeleteFunc(slices.Clone(u.Pending), func(p Attribute) bool { return p.Name == a.Name }), a.Name, a.Value)
		}
	})
	list := listOf("CodeDeliveryDetailsList")
	for _, a := range codes {
		delivered, r := v.dispatch(v.verification("UpdateUserAttribute"), a.Name, a.Name, a.Value, "")
		if r != nil {
			return nil, r
		}
		list.Children = append(list.Children, delivered)
	}
	return structure(list), nil
}
