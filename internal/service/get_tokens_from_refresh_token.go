package service

import (
	"slices"

	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// GetTokensFromRefreshToken gets new tokens; where the client rotates them, a new refresh token, too.
var getTokensFromRefreshToken = unsigned(func(v *visit) (*userpool.Value, *refused) {
	if v.client.Secret != "" {
		if given := v.text("ClientSecret"); given == "" {
			return nil, v.refuse(refusal.SecretMissing, "/ClientSecret", "client", v.client.ID)
		} else if given != v.client.Secret {
			return nil, v.refuse(refusal.SecretWrong, "/ClientSecret", "client", v.client.ID)
		}
	}
	if !v.client.allows("REFRESH_TOKEN") && !v.client.rotates() {
		return nil, v.flowOff("REFRESH_TOKEN")
	}
	begun, r := v.refreshed(v.text("RefreshToken"), "/RefreshToken", v.text("DeviceKey"))
	if r != nil {
		return nil, r
	}
	if v.client.rotates() {
		serial := v.next()
		v.count(func(u *User) {
			u.SignIns = slices.Clone(u.SignIns)
			for i := range u.SignIns {
				if s := &u.SignIns[i]; s.Origin == begun.Origin {
					s.Replaced, s.ReplacedAt, s.Refresh = s.Refresh, v.Now, serial
					begun = *s
				}
			}
		})
	}
	result, r := v.issue(begun, "RefreshTokens", !v.client.rotates())
	if r != nil {
		return nil, r
	}
	return structure(result), nil
})
