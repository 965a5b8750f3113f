package service

import (
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/summary"
)

// The frames of a password's fault. They differ by operation.
const (
	signUpFrame = "Password did not conform with policy: "
	inviteFrame = "Password did not conform with password policy: "
	changeFrame = "Password does not conform to policy: "
)

// conforms holds a password against the pool's policy. The service names the first fault.
func (v *visit) conforms(password, frame, pointer string) *refused {
	p := v.policy
	for _, fault := range []struct {
		broken      bool
		says, words string
	}{
		{len([]rune(password)) < p.length, refusal.TooShort, "it is shorter than " + strconv.Itoa(p.length) + " characters"},
		{p.upper && !strings.ContainsFunc(password, func(r rune) bool { return r >= 'A' && r <= 'Z' }), refusal.NoUppercase, "it has no uppercase letter from A to Z"},
		{p.lower && !strings.ContainsFunc(password, func(r rune) bool { return r >= 'a' && r <= 'z' }), refusal.NoLowercase, "it has no lowercase letter from a to z"},
		{p.number && !strings.ContainsAny(password, digits), refusal.NoNumber, "it has no digit"},
		{p.symbol && !summary.HasSymbol(password), refusal.NoSymbol, "it has no symbol"},
	} {
		if fault.broken {
			return v.refuse(refusal.BadPassword, pointer, "frame", frame, "fault", fault.says, "words", fault.words)
		}
	}
	return nil
}

// unused looks whether the user had a password before.
func (v *visit) unused(password, pointer string) *refused {
	if n := v.policy.history; n > 0 && slices.Contains(slices.Concat([]string{v.user.Password}, v.user.Earlier)[:min(n, 1+len(v.user.Earlier))], password) {
		return v.refuse(refusal.UsedPassword, pointer, "size", strconv.Itoa(n))
	}
	return nil
}

// setPassword gives a user another password.
func (v *visit) setPassword(u *User, password string) {
	if n := v.policy.history; n > 1 && u.Password != "" {
		u.Earlier = slices.Concat([]string{u.Password}, u.Earlier)
		u.Earlier = u.Earlier[:min(len(u.Earlier), n-1)]
	}
	u.Password, u.Set = password, v.Now
	u.Failed, u.LastFailed = 0, 0
}

// temporaryPassword makes up one that every policy takes.
func (v *visit) temporaryPassword() string {
	parts := v.characters("password", uppercase, 2) + v.characters("password", lowercase, 3) + v.characters("password", digits, 2) + "!" +
		v.characters("password", lowercase, max(0, v.policy.length-8))
	return parts
}
