package service

import (
	"slices"

	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// ConfirmSignUp confirms a user by the code that was sent.
var confirmSignUp = unsigned(func(v *visit) (*userpool.Value, *refused) {
	const at = "/ConfirmationCode"
	if r := v.codeCaller(refusal.UnknownToConfirm); r != nil {
		if r.says == refusal.UnknownToConfirm && v.client.hides() {
			return nil, v.refuse(refusal.CodeHidden, at, "who", v.who())
		}
		return nil, r
	}
	if v.user.Disabled {
		return nil, v.refuse(refusal.Disabled, "/Username")
	}
	if v.user.Status != "UNCONFIRMED" {
		return nil, v.refuse(refusal.NotConfirmable, "/Username", "status", v.user.Status)
	}
	if r := v.limited(); r != nil {
		return nil, r
	}
	code, r := v.matches(v.text("ConfirmationCode"), forSignUp, at)
	if r != nil {
		return nil, r.counting(v, v.tried)
	}
	alias := Attribute{code.Attribute, v.user.get(code.Attribute)}
	if v.signsInBy(alias.Name) && v.taken(alias, v.user) {
		if !v.request.Get("ForceAliasCreation").Bool() {
			return nil, v.refuse(refusal.AliasTakenConfirm, at, "name", alias.Name, "words", wordsOf[alias.Name])
		}
		v.dispossess(alias, v.user)
	}
	v.change(func(u *User) {
		u.Status = "CONFIRMED"
		if code.Attribute != "" {
			u.set(code.Attribute+"_verified", "true")
		}
	})
	if _, r := v.invoke("PostConfirmation", "ConfirmSignUp", v.metadata()...); r != nil {
		return nil, r
	}
	if v.client.allows("USER_AUTH") && v.text("Session") != "" {
		return structure(text("Session", v.seal(v.begin(session{Kind: "CONFIRMED", Attribute: code.Attribute})))), nil
	}
	return nil, nil
})

// codeCaller looks at the secret of a call about codes, and finds its user.
func (v *visit) codeCaller(unknown *refusal.Refusal) *refused {
	name := v.text("Username")
	if r := v.secret(v.text("SecretHash"), "/SecretHash", v.realNames(name)...); r != nil {
		return r
	}
	if !v.named(name) {
		return v.refuse(unknown, "/Username", "name", name)
	}
	return nil
}

// verified reports whether an attribute of the user can be relied on.
func (v *visit) verified(attribute string) bool {
	return slices.Contains([]string{"email", "phone_number"}, attribute) && v.user.get(attribute) != "" && v.user.isTrue(attribute+"_verified")
}
