package proof

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"math/big"
	"sync"
)

// The group of RFC 3526, section 4: 3072 bits, with the generator 2.
const prime = "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404ddef95" +
	"19b3cd3a431b302b0a6df25f14374fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7edee386bfb" +
	"5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf0598da48361c55d39a69163fa8fd24cf5f83655d23dca3" +
	"ad961c62f356208552bb9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3be39e772c180e8603" +
	"9b2783a2ec07a28fb5c55df06f4c52c9de2bcbf6955817183995497cea956ae515d2261898fa051015728e5a8aaac42dad33" +
	"170d04507a33a85521abdf1cba64ecfb850458dbef0a8aea71575d060c7db3970f85a6e1e4c7abf5ae8cdb0933d71e8c94e0" +
	"4a25619dcee3d2261ad2ee6bf12ffa06d98a0864d87602733ec86a64521f2b18177b200cbbe117577a615d6c770988c0bad9" +
	"46e208e24fa074e5ab3143db5bfce0fd108e4b82d120a93ad2caffffffffffffffff"

var group = sync.OnceValue(func() (g struct{ n, g, k *big.Int }) {
	g.n, g.g = number(prime), big.NewInt(2)
	g.k = new(big.Int).SetBytes(hash(padTo(g.n), padTo(g.g)))
	return g
})

// Dialogue is the server's side of one sign-in by Secure Remote Password, version 6a, in the
// form that Cognito's SDKs speak: SHA-256, numbers as the shortest bytes whose first bit is 0, and
// a key by HKDF. What they do is open: amazon-cognito-identity-js, AuthenticationHelper.
type Dialogue struct {
	// Pool is the pool's Id behind its Region, User what the answer calls USER_ID_FOR_SRP.
	Pool, User string
	// Salt and Secret are bytes: the password's salt, and what only this dialogue knows.
	Salt, Secret []byte
	// Verifier is what a client gave in the place of a password, as remembered devices do; nil
	// where it is worked out of one.
	Verifier []byte
}

// verifier is what the server keeps in the place of a password.
func (d Dialogue) verifier(password string) *big.Int {
	if d.Verifier != nil {
		v := new(big.Int).SetBytes(d.Verifier)
		return v.Mod(v, group().n)
	}
	inner := hash([]byte(d.Pool + d.User + ":" + password))
	x := new(big.Int).SetBytes(hash(padTo(new(big.Int).SetBytes(d.Salt)), inner))
	return x.Exp(group().g, x, group().n)
}

// B is the server's public number, in digits of base 16, for a user with a password.
func (d Dialogue) B(password string) string {
	return d.public(d.verifier(password)).Text(16)
}

func (d Dialogue) public(verifier *big.Int) *big.Int {
	g := group()
	b := new(big.Int).Exp(g.g, new(big.Int).SetBytes(d.Secret), g.n)
	b.Add(b, new(big.Int).Mul(g.k, verifier))
	return b.Mod(b, g.n)
}

// ReadA reads the client's public number; false where it is none.
func ReadA(digits string) bool {
	a := readNumber(digits)
	return a != nil && a.Mod(a, group().n).Sign() != 0
}

func readNumber(digits string) *big.Int {
	if len(digits) == 0 || len(digits) > 1024 {
		return nil
	}
	for i := range len(digits) {
		if c := digits[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') && (c < 'A' || c > 'F') {
			return nil
		}
	}
	return number(digits)
}

// Proves reports whether an answer to PASSWORD_VERIFIER is by someone who knows the password. a is
// SRP_A, block the SECRET_BLOCK in Base64, timestamp the TIMESTAMP as it was sent.
func (d Dialogue) Proves(a, password, block, timestamp, signature string) bool {
	read := readNumber(a)
	secret, err := base64.StdEncoding.DecodeString(block)
	claimed, wrong := base64.StdEncoding.DecodeString(signature)
	if read == nil || err != nil || wrong != nil {
		return false
	}
	g, v := group(), d.verifier(password)
	u := new(big.Int).SetBytes(hash(padTo(read), padTo(d.public(v))))
	s := new(big.Int).Exp(v, u, g.n)
	s.Mod(s.Mul(s, read), g.n)
	s.Exp(s, new(big.Int).SetBytes(d.Secret), g.n)
	sum := mac(mac(padTo(u), padTo(s)), []byte("Caldera Derived Key\x01"))[:16]
	return hmac.Equal(mac(sum, []byte(d.Pool+d.User), secret, []byte(timestamp)), claimed)
}

// SaltText is the salt as the answer spells it.
func (d Dialogue) SaltText() string { return hex.EncodeToString(d.Salt) }

// padTo is a number as bytes whose first bit is 0.
func padTo(i *big.Int) []byte {
	b := i.Bytes()
	if len(b) == 0 || b[0] >= 0x80 {
		b = append([]byte{0}, b...)
	}
	return b
}

func hash(parts ...[]byte) []byte {
	h := sha256.New()
	for _, p := range parts {
		h.Write(p)
	}
	return h.Sum(nil)
}

func mac(key []byte, parts ...[]byte) []byte {
	h := hmac.New(sha256.New, key)
	for _, p := range parts {
		h.Write(p)
	}
	return h.Sum(nil)
}

// SecretHash is what a client with a secret sends along: Base64 of an HMAC of name and client id.
func SecretHash(secret, name, client string) string {
	return base64.StdEncoding.EncodeToString(mac([]byte(secret), []byte(name+client)))
}
