// Package proof is the cryptography of sign-ins, with keys that are no secrets: tokens and their
// key set, the server's side of Secure Remote Password, the codes of authenticator apps. It works
// with numbers of any size and not with Go's packages for keys: these would be in the program that
// is shipped with all that they can do, to guard a key that everybody may read.
package proof

import (
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"strings"
)

// Step is for how long an authenticator app shows one code, in milliseconds.
const Step = 30_000

// Code is the code of RFC 6238 that an app shows at a moment, in epoch milliseconds: six digits,
// by SHA-1. secret is in Base32.
func Code(secret string, at int64) string {
	key, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(strings.TrimRight(secret, "="))
	if err != nil {
		return ""
	}
	var counter [8]byte
	binary.BigEndian.PutUint64(counter[:], uint64(at/Step))
	h := hmac.New(sha1.New, key)
	h.Write(counter[:])
	sum := h.Sum(nil)
	offset := sum[len(sum)-1] & 15
	return fmt.Sprintf("%06d", (binary.BigEndian.Uint32(sum[offset:])&0x7fffffff)%1_000_000)
}

// StepOf finds the step whose code was given: the one of the moment or one beside it, since
// clocks differ. false where it is none of these.
func StepOf(secret, code string, at int64) (int64, bool) {
	for _, step := range []int64{at / Step, at/Step - 1, at/Step + 1} {
		if Code(secret, step*Step) == code && code != "" {
			return step, true
		}
	}
	return 0, false
}
