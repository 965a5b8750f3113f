package proof

import (
	"crypto/sha256"
	"encoding/base64"
	"math/big"
	"strings"
	"sync"
)

// The key that example tokens are signed with. It is no secret: whoever reads this can sign with it,
// so that no verifier may ever be given its public half but to try one.
const (
	modulus = "a26b4f3f9550493b10722de5ce55dd5ac31879db17c9d000fea9d9799f26e81e19562cb7dc1efd097538e288b7c2cabf18ce" +
		"5a2fc221f760eaba3ed6a75a68b08d67bdf82e795be00ceab7dce920fea357e3156d7582ae7fb13578175e4636187ff10231" +
		"fdb31438af70fb6a26992de039a552d2df60daa039cc166daf57e9a9423d59e2de32e73324c1dccdb0363359d0d5d14121ab" +
		"2ea8d7c4b0f64baef6ee4587b6dcc724058eec3d2935b512798690a301fe5f11abf36369cb906d8d4a1ba1ce4d14ba3592aa" +
		"1da0ce6cd3da40e5f23c60e676c4626fbc75b3980a34fdd854f0b0d296b167535951a67f557af7f4c6a62ec860571d211f7a" +
		"6a238e429991"
	prime1 = "e49df2e4661bba435df50a17e4b6f0d3cd68025c7bb698d137bc426a34ce118c71ce1da51289a2c7cad0a3cc78e3d19e7106" +
		"3b6f6d2fd79ad4553db3f9a3ec5b4831304b8d0d6d40dccda4c3c8c4ad979d06acbe3b0b197c6359d315ae82d75f79c40569" +
		"7c99407a8e396dbbce7f99a9cb0658528065f095a1b762f27ab9ffff"
	prime2 = "b5df8be428fddf5de8c2e122559709820518fc6247826a7bc903fdf7aae2bc0c3e7faa9432414a33b2d45f95af89e069dab7" +
		"b10e215c8a3ec64d407ceb33dc0908453f611127d8fe9086bad10eca6cf5d3533cb1fba6148b86a12af06961bfde3eafcd3f" +
		"907510119708a1ef93bfcd6adf6fec2e0ccede66977ff7d3c463666f"
)

const exponent = 65537

type key struct{ n, e, p, q, dp, dq, inverse *big.Int }

// private is the key taken apart. Signing by its primes is four times as fast as by its modulus.
var private = sync.OnceValue(func() key {
	k := key{n: number(modulus), e: big.NewInt(exponent), p: number(prime1), q: number(prime2)}
	one := big.NewInt(1)
	less := func(i *big.Int) *big.Int { return new(big.Int).Sub(i, one) }
	d := new(big.Int).ModInverse(k.e, new(big.Int).Mul(less(k.p), less(k.q)))
	k.dp, k.dq = new(big.Int).Mod(d, less(k.p)), new(big.Int).Mod(d, less(k.q))
	k.inverse = new(big.Int).ModInverse(k.q, k.p)
	return k
})

// KeyID is the kid of all tokens: Base64 of 32 bytes, as the service's are.
var KeyID = sync.OnceValue(func() string {
	sum := sha256.Sum256([]byte(modulus))
	return base64.StdEncoding.EncodeToString(sum[:])
})

// JWKS is the set of the one public key, as JSON: what a verifier is given.
func JWKS() string {
	n, e := private().n.Bytes(), private().e.Bytes()
	return `{"keys":[{"alg":"RS256","e":"` + base64.RawURLEncoding.EncodeToString(e) + `","kid":"` + KeyID() +
		`","kty":"RSA","n":"` + base64.RawURLEncoding.EncodeToString(n) + `","use":"sig"}]}`
}

// Sign makes a JSON Web Token of claims, which are a JSON object.
func Sign(claims string) string {
	signed := base64.RawURLEncoding.EncodeToString([]byte(`{"kid":"`+KeyID()+`","alg":"RS256"}`)) + "." +
		base64.RawURLEncoding.EncodeToString([]byte(claims))
	k, m := private(), padded(signed)
	a, b := new(big.Int).Exp(m, k.dp, k.p), new(big.Int).Exp(m, k.dq, k.q)
	h := a.Sub(a, b)
	h.Mod(h.Mul(h, k.inverse), k.p)
	s := h.Add(h.Mul(h, k.q), b)
	return signed + "." + base64.RawURLEncoding.EncodeToString(s.FillBytes(make([]byte, len(modulus)/2)))
}

// The faults of a token.
const (
	Whole    = iota
	NoToken  // nothing that could be one
	Unsigned // its signature is not by the key
)

// Claims are those of a token, as JSON text, with what is wrong about it.
func Claims(token string) (claims string, fault int) {
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		return "", NoToken
	}
	read, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil || len(read) == 0 || read[0] != '{' {
		return "", NoToken
	}
	signature, err := base64.RawURLEncoding.DecodeString(parts[2])
	if err != nil || len(signature) > len(modulus)/2 {
		return string(read), Unsigned
	}
	k := private()
	if new(big.Int).Exp(new(big.Int).SetBytes(signature), k.e, k.n).Cmp(padded(parts[0]+"."+parts[1])) != 0 {
		return string(read), Unsigned
	}
	return string(read), Whole
}

// padded is what is signed of a text: RSASSA-PKCS1-v1_5 of RFC 8017, section 9.2, with SHA-256.
func padded(text string) *big.Int {
	sum := sha256.Sum256([]byte(text))
	tail := append([]byte("\x00\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20"), sum[:]...)
	block := make([]byte, len(modulus)/2)
	block[1] = 1
	for i := 2; i < len(block)-len(tail); i++ {
		block[i] = 0xff
	}
	copy(block[len(block)-len(tail):], tail)
	return new(big.Int).SetBytes(block)
}

// number reads digits of base 16.
func number(digits string) *big.Int {
	i, _ := new(big.Int).SetString(digits, 16)
	return i
}
