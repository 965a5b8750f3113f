package service

import (
	"slices"
	"strings"

	"userpoolplayground/internal/proof"
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// RevokeToken revokes a refresh token and the access tokens that came of it.
var revokeToken = unsigned(func(v *visit) (*userpool.Value, *refused) {
	const at = "/Token"
	if v.client.Secret != "" && v.text("ClientSecret") != v.client.Secret {
		return nil, v.refuse(refusal.SecretWrong, "/ClientSecret", "client", v.client.ID)
	}
	if !v.revokes(v.client) {
		return nil, v.refuse(refusal.RevocationOff, at)
	}
	token := v.text("Token")
	if _, fault := proof.Claims(token); fault == proof.Whole {
		return nil, v.refuse(refusal.NotARefreshToken, at)
	}
	packed, _ := strings.CutPrefix(token, refreshHead+".")
	packed, _, _ = strings.Cut(packed, ".")
	s, whole := v.unpack(packed)
	if !whole || s.Kind != "refresh" || s.Client != v.client.ID {
		return nil, v.refuse(refusal.RefreshInvalid, at)
	}
	if v.find(bySub + s.User) {
		v.count(func(u *User) {
			u.SignIns = slices.DeleteFunc(slices.Clone(u.SignIns), func(begun SignIn) bool { return begun.Origin == s.Code })
		})
	}
	return nil, nil
})
