package service

import (
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// AssociateSoftwareToken gives a secret for an authenticator app.
var associateSoftwareToken = byEither(func(v *visit, s *session) (*userpool.Value, *refused) {
	if !v.app {
		return nil, v.refuse(refusal.NoApp, "")
	}
	secret := v.characters("authenticator", uppercase+"234567", 52)
	if s == nil {
		v.count(func(u *User) { u.Offered = secret })
		return structure(text("SecretCode", secret)), nil
	}
	v.spend(*s)
	next := *s
	next.Secret = secret
	return structure(text("SecretCode", secret), text("Session", v.seal(v.begin(next)))), nil
})

// byEither makes the operation of a call that carries an access token, or a session of a sign-in
// that is not over yet.
func byEither(do func(*visit, *session) (*userpool.Value, *refused)) operation {
	return operation{pool: byAccessToken, people: true, run: func(t *turn) answer {
		return t.visit(func(v *visit) (*userpool.Value, *refused) {
			if v.text("AccessToken") != "" || v.text("Session") == "" {
				if r := v.bearer(); r != nil {
					return nil, r
				}
				return do(v, nil)
			}
			s, r := v.resume(v.text("Session"))
			if r != nil {
				return nil, r
			}
			if s.Kind != "MFA_SETUP" {
				return nil, v.refuse(refusal.SessionOfOther, "/Session")
			}
			v.client = v.people.client(s.Client)
			return do(v, &s)
		})
	}}
}
