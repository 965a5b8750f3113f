package proof

import (
	"crypto"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"strings"
	"testing"
)

// What is signed here is held against Go's own verifier, by the key set that is given away.
func TestSign(t *testing.T) {
	var set struct {
		Keys []struct{ N, E, Kid, Kty, Alg string }
	}
	if err := json.Unmarshal([]byte(JWKS()), &set); err != nil || len(set.Keys) != 1 {
		t.Fatal(err, JWKS())
	}
	decode := func(text string) []byte {
		b, err := base64.RawURLEncoding.DecodeString(text)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	public := &rsa.PublicKey{N: new(big.Int).SetBytes(decode(set.Keys[0].N)), E: int(new(big.Int).SetBytes(decode(set.Keys[0].E)).Int64())}
	const claims = `{"sub":"1"}`
	token := Sign(claims)
	parts := strings.Split(token, ".")
	sum := sha256.Sum256([]byte(parts[0] + "." + parts[1]))
	if err := rsa.VerifyPKCS1v15(public, crypto.SHA256, sum[:], decode(parts[2])); err != nil {
		t.Error(err)
	}
	for name, c := range map[string]struct {
		token string
		fault int
	}{
		"whole": {token, Whole}, "other claims": {parts[0] + "." + base64.RawURLEncoding.EncodeToString([]byte(`{"sub":"2"}`)) + "." + parts[2], Unsigned},
		"nothing": {"", NoToken}, "a word": {"access", NoToken}, "dots": {"..", NoToken}, "no signature": {parts[0] + "." + parts[1] + ".", Unsigned},
	} {
		read, fault := Claims(c.token)
		if fault != c.fault || fault == Whole && read != claims {
			t.Errorf("%s: %d %q", name, fault, read)
		}
	}
}

// The vectors of RFC 6238, appendix B, in six digits.
func TestCode(t *testing.T) {
	const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
	for at, want := range map[int64]string{59: "287082", 1111111109: "081804", 1234567890: "005924", 20000000000: "353130"} {
		if got := Code(secret, at*1000); got != want {
			t.Errorf("%d: %s, want %s", at, got, want)
		}
	}
	if _, ok := StepOf(secret, "287082", 59_000+Step); !ok {
		t.Error("the code of the step before is refused")
	}
	if _, ok := StepOf(secret, "287082", 59_000+3*Step); ok {
		t.Error("an old code is taken")
	}
}
