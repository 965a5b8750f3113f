package service

import (
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"strconv"
	"strings"
	"userpoolplayground/internal/refusal"

	"github.com/tidwall/gjson"
)

// session is what joins the steps of one sign-in. The text of a session holds all of it, as the
// service's does: the state remembers only which have led on.
type session struct {
	// Kind is the challenge that it waits for.
	Kind           string
	Client, User   string
	Issued, Serial int64
	// Code is the one that was sent, Attribute where it went.
	Code, Attribute string
	// SRP tells that the sign-in began with Secure Remote Password. Whether it did is seen in what
	// the challenges tell.
	SRP bool
	// Options are what can be chosen among; Secret is that of an authenticator app in the setting up.
	Options []string
	Secret  string
	Device  string
	// Address is an email address that is being set up as a factor.
	Address string
	// First is the factor that the sign-in began with, "" for a password.
	First string
	// History are the rounds of a custom sign-in, as DefineAuthChallenge gets them; Answer is the
	// one that CreateAuthChallenge kept to itself, and Metadata its challengeMetadata.
	History, Answer, Metadata string
	// A and Salt are the numbers of Secure Remote Password.
	A string
}

const sealed = "AYABe"

// seal is a session as text: begun as the service's are, then a sum and what it holds.
func (v *visit) seal(s session) string { return sealed + v.pack(s) }

func (v *visit) pack(s session) string {
	w := &writer{}
	w.open('{')
	w.member("p", v.pool.ID)
	w.member("k", s.Kind)
	w.member("c", s.Client)
	w.member("u", s.User)
	w.number("i", s.Issued)
	w.number("n", s.Serial)
	w.member("x", s.Code)
	w.member("a", s.Attribute)
	w.flag("s", s.SRP)
	w.texts("o", s.Options)
	w.member("t", s.Secret)
	w.member("d", s.Device)
	w.member("f", s.First)
	w.member("e", s.Address)
	w.member("h", s.History)
	w.member("r", s.Answer)
	w.member("m", s.Metadata)
	w.member("A", s.A)
	w.close('}')
	return base64.RawURLEncoding.EncodeToString(append(packSum(w.text), w.text...))
}

// packSum tells what was changed. It keeps nobody out, and nothing is here to be kept.
func packSum(text []byte) []byte {
	sum := sha256.Sum256(append([]byte("session\x00"), text...))
	return sum[:9]
}

// unpack reads a session's text; false where it is none of this pool.
func (v *visit) unpack(text string) (session, bool) {
	b, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil || len(b) < 9 || !slices.Equal(b[:9], packSum(b[9:])) {
		return session{}, false
	}
	read := gjson.ParseBytes(b[9:])
	return session{
		Kind: read.Get("k").Str, Client: read.Get("c").Str, User: read.Get("u").Str, Issued: read.Get("i").Int(), Serial: read.Get("n").Int(),
		Code: read.Get("x").Str, Attribute: read.Get("a").Str, SRP: read.Get("s").Bool(), Options: readTexts(read.Get("o")), Secret: read.Get("t").Str,
		Device: read.Get("d").Str, First: read.Get("f").Str, History: read.Get("h").Str, Answer: read.Get("r").Str, Metadata: read.Get("m").Str,
		A: read.Get("A").Str, Address: read.Get("e").Str,
	}, read.Get("p").Str == v.pool.ID
}

// begin makes a new session of the call's user, who may be nobody, and client.
func (v *visit) begin(s session) session {
	s.Client, s.Issued, s.Serial = v.client.ID, v.Now, v.next()
	if v.user != nil {
		s.User = v.user.Sub
	}
	return s
}

// resume reads the session of a call. Its user becomes the call's.
func (v *visit) resume(text string) (session, *refused) {
	packed, ok := strings.CutPrefix(text, sealed)
	s, whole := v.unpack(packed)
	if !ok || !whole {
		return s, v.refuse(refusal.SessionGarbled, "/Session")
	}
	client := v.people.client(s.Client)
	if client == nil {
		return s, v.refuse(refusal.SessionOfOther, "/Session")
	}
	if v.Now-s.Issued > client.sessionLife() {
		return s, v.refuse(refusal.SessionExpired, "/Session", "minutes", strconv.FormatInt(client.sessionLife()/minute, 10))
	}
	if slices.ContainsFunc(v.people.Spent, func(spent Spent) bool { return spent.Serial == s.Serial }) {
		return s, v.refuse(refusal.SessionUsed, "/Session")
	}
	if s.User != "" && !v.find(bySub+s.User) {
		return s, v.refuse(refusal.SessionOfOther, "/Session")
	}
	return s, nil
}

// spend uses a session up: it has led on.
func (v *visit) spend(s session) {
	spent := slices.DeleteFunc(slices.Clone(v.people.Spent), func(old Spent) bool { return old.Ends < v.Now })
	v.people.Spent = append(spent, Spent{s.Serial, s.Issued + 15*minute})
	v.touched = true
}
