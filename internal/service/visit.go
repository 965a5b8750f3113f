package service

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/proof"
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/userpool"
)

// visit is a call about clients, groups or users in the making. It works on a copy of the pool's
// people; what is refused leaves them as they were, but for what a refusal counts.
type visit struct {
	*turn
	*terms
	people *People
	// client is the one that the call names, user the one it is about, as soon as they are found.
	client *Client
	user   *User
	// stranger is the name of someone who is not there, to whom the call is answered as if.
	stranger string
	// at is the user's place among the people.
	at int
	// occasion is the end of TokenGeneration's triggerSource, where it is not that of a plain sign-in.
	occasion string
	// touched tells that the people are others than before.
	touched bool
	// migrated adds the user whom a function brought again, who stays though the call is then refused.
	migrated func(*visit)

	sent    []Message
	calls   []Invocation
	reasons []Reason
	tokens  []Token
	// beside are remarks on a call that is done all the same.
	beside []diagnostic.Diagnostic
}

// Message is one that a user gets.
type Message struct {
	// Medium is EMAIL or SMS.
	Medium, Destination, Subject, Text, Code string
}

// Invocation is a call of a function of LambdaConfig.
type Invocation struct{ Name, ARN, Source, Event string }

// Reason says why an answer is as it is.
type Reason struct {
	// Setting is the pool's, as a JSON Pointer into the CreateUserPool request, or the client's, which
	// begins with "client:"; "" where none has a part in it.
	Setting, Why, Evidence string
}

// Token is a token of an answer taken apart.
type Token struct {
	// Kind is "id" or "access".
	Kind, Text string
	Claims     []Claim
}

// Claim is one claim of a token.
type Claim struct {
	// Value is JSON text.
	Name, Value, Why string
}

// doing answers a call; a refusal comes in the place of an answer.
type doing func(*visit) (*userpool.Value, *refused)

// signed makes the operation of a call that names its pool.
func signed(do doing) operation {
	return operation{pool: byID, people: true, run: func(t *turn) answer { return t.visit(do) }}
}

// unsigned makes the operation of a call whose client says which pool is meant.
func unsigned(do doing) operation {
	return operation{pool: byClient, people: true, run: func(t *turn) answer {
		return t.visit(func(v *visit) (*userpool.Value, *refused) {
			if v.client == nil {
				return nil, v.refuse(refusal.ClientMissing, "/ClientId", "client", v.text("ClientId"))
			}
			return do(v)
		})
	}}
}

// byToken makes the operation of a call by a user who is signed in. Which one that is, the
// access token says.
func byToken(do doing) operation {
	return operation{pool: byAccessToken, people: true, run: func(t *turn) answer {
		return t.visit(func(v *visit) (*userpool.Value, *refused) {
			if r := v.bearer(); r != nil {
				return nil, r
			}
			return do(v)
		})
	}}
}

// byClient finds the pool of the client that a call names.
func byClient(t *turn) *Pool {
	id := t.request.Get("ClientId").Text()
	for _, p := range t.state.Pools {
		if p.People.client(id) != nil {
			return p
		}
	}
	return nil
}

// visit runs a call about people.
func (t *turn) visit(do doing) answer {
	if t.pool == nil { // nothing says which one is meant: the first will do to refuse the call
		t.pool = &Pool{ID: "us-east-1_nowhere", Region: "us-east-1", Settings: object(nil)}
		if len(t.state.Pools) > 0 {
			t.pool = t.state.Pools[0]
		}
	}
	v := &visit{turn: t, terms: t.pool.termsOf(t.api.Contract, t.Day), people: &People{}}
	if t.pool.People != nil {
		copied := *t.pool.People
		copied.index = t.pool.People.indexed(v.terms)
		v.people = &copied
	}
	if id := t.request.Get("ClientId"); id != nil {
		v.client = t.pool.People.client(id.Text())
	}
	value, r := do(v)
	a := answer{value: value, calls: v.calls, reasons: v.reasons}
	if r != nil {
		a.value, a.refused = nil, r
		if r.reason != nil {
			a.reasons = append(a.reasons, *r.reason)
		}
		if migrated := v.migrated; migrated != nil {
			counted, serial := r.keep, v.people.Serial
			r.keep = func(v *visit) {
				v.people.Serial = serial
				migrated(v)
				if counted != nil {
					counted(v)
				}
			}
		}
		if r.keep != nil {
			v.people, v.touched = &People{}, false
			if t.pool.People != nil {
				copied := *t.pool.People
				v.people = &copied
			}
			r.keep(v)
		}
	} else {
		a.sent, a.tokens, a.beside = v.sent, v.tokens, v.beside
		if value != nil {
			v.only(value, t.called.Answer)
		}
	}
	if v.touched && (r == nil || r.keep != nil) {
		a.state = t.state.with(t.Now, t.pool, t.pool.having(v.people))
	}
	return a
}

// only takes out of an answer what the API did not have on its day.
func (v *visit) only(value *userpool.Value, shape *contract.Shape) {
	if shape == nil || shape.Kind != contract.Structure && shape.Kind != contract.List {
		return
	}
	if shape.Kind == contract.List {
		for _, c := range value.Children {
			v.only(c, shape.Element)
		}
		return
	}
	value.Children = slices.DeleteFunc(value.Children, func(c *userpool.Value) bool { return shape.Member(c.Name) == nil })
	for _, c := range value.Children {
		v.only(c, shape.Member(c.Name).Shape)
	}
}

// text is a text of the request, "" for none.
func (v *visit) text(names ...string) string { return v.request.Get(names...).Text() }

// because notes why the answer is as it is.
func (v *visit) because(setting, evidence, why string) {
	v.reasons = append(v.reasons, Reason{setting, why, evidence})
}

// refused is a call that is not done.
type refused struct {
	finding diagnostic.Diagnostic
	says    *refusal.Refusal
	// reason is told once this is what is answered: another may hide it.
	reason *Reason
	// keep does again, on people as they were, what is counted though the call is refused.
	keep func(*visit)
}

// counting says what a refusal leaves behind in its user.
func (r *refused) counting(v *visit, count func(*User)) *refused {
	if v.user == nil {
		return r
	}
	name := v.user.Sub
	r.keep = func(v *visit) {
		if v.find(bySub + name) {
			u := v.user.copy()
			count(u)
			v.put(u)
		}
	}
	return r
}

// refuse makes the refusal of a call. pointer leads to what is to blame, and fills are the names in
// braces of its words with what stands for them.
func (v *visit) refuse(says *refusal.Refusal, pointer string, fills ...string) *refused {
	fill := func(text string) string {
		for i := 1; i < len(fills); i += 2 {
			text = strings.ReplaceAll(text, "{"+fills[i-1]+"}", fills[i])
		}
		return text
	}
	// As far as it leads in the request: what is missing stands in what it is missing from.
	node, at := v.document.Root, pointer
	for at != "" {
		if n := v.document.Find(at); n != nil {
			node = n
			break
		}
		at = at[:strings.LastIndexByte(at, '/')]
	}
	r := &refused{says: says, finding: diagnostic.Diagnostic{
		Rule: says.ID, Stage: diagnostic.Semantics, Severity: diagnostic.Error, Pointer: pointer, Evidence: says.Evidence,
		Links: append([]string{"https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_" + v.called.Name + ".html"}, says.Links...),
		Facts: diagnostic.Broken{Exception: says.Exception, Says: fill(says.On(v.day)), Message: fill(says.Message), Why: fill(says.Why)},
	}}
	r.finding.Start, r.finding.End = v.document.Mark(node)
	if node == v.document.Root && node != nil {
		r.finding.End = r.finding.Start + 1
	}
	if says.Setting != "" {
		r.reason = &Reason{fill(says.Setting), fill(says.Why), says.Evidence}
	}
	return r
}

// onOrAfter reports whether the API's day is on or after another.
func (v *visit) onOrAfter(day string) bool { return v.day == "" || v.day >= day }

// find makes the user of a key the call's.
func (v *visit) find(key string) bool {
	at := v.people.indexed(v.terms).find(key)
	if at == gone {
		v.user, v.at = nil, gone
		return false
	}
	v.user, v.at = v.people.Users[at], at
	return true
}

// holder is the user of a key, nil for none.
func (v *visit) holder(key string) *User {
	if at := v.people.indexed(v.terms).find(key); at != gone {
		return v.people.Users[at]
	}
	return nil
}

// named finds the user whom a name means: by user name, by what signs in in its place, by alias.
func (v *visit) named(name string) bool {
	folded := v.fold(name)
	if v.find(byName + folded) {
		return true
	}
	for _, attribute := range slices.Concat(v.instead, v.aliases) {
		if v.find(attribute + byAttribute + folded) {
			return true
		}
	}
	return false
}

// put puts a changed user in the place of the one before.
func (v *visit) put(u *User) {
	index := v.people.indexed(v.terms)
	before := v.people.Users[v.at]
	v.people.Users = slices.Clone(v.people.Users)
	v.people.Users[v.at] = u
	v.people.index = index.with(v.at, v.keys(before), v.keys(u))
	v.user, v.touched = u, true
}

// change changes the call's user, and tells when.
func (v *visit) change(edit func(*User)) {
	u := v.user.copy()
	edit(u)
	u.Modified = v.Now
	v.put(u)
}

// count changes what is counted of the call's user, which nobody sees.
func (v *visit) count(edit func(*User)) {
	u := v.user.copy()
	edit(u)
	v.put(u)
}

// add makes a new user the call's.
func (v *visit) add(u *User) {
	index := v.people.indexed(v.terms)
	v.at = len(v.people.Users)
	v.people.Users = append(slices.Clip(v.people.Users), u)
	v.people.index = index.with(v.at, nil, v.keys(u))
	v.user, v.touched = u, true
}

// remove takes the call's user away.
func (v *visit) remove() {
	index := v.people.indexed(v.terms)
	before := v.user
	v.people.Users = slices.Clone(v.people.Users)
	v.people.Users[v.at] = nil
	v.people.index = index.with(v.at, v.keys(before), nil)
	v.user, v.touched = nil, true
}

// next is the serial of what is made up next.
func (v *visit) next() int64 {
	v.people.Serial++
	v.touched = true
	return v.people.Serial
}

// made is 32 bytes that look like any: the same for the same pool and serial.
func (v *visit) made(what string, serial int64) []byte {
	var number [8]byte
	binary.BigEndian.PutUint64(number[:], uint64(serial))
	sum := sha256.Sum256([]byte(v.pool.ID + "\x00" + what + "\x00" + string(number[:])))
	return sum[:]
}

// uuid makes up a UUID of version 4.
func (v *visit) uuid(what string) string {
	b := v.made(what, v.next())[:16]
	b[6], b[8] = b[6]&15|4<<4, b[8]&63|128
	return spellUUID(b)
}

func spellUUID(b []byte) string {
	h := hex.EncodeToString(b[:16])
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

// subject makes up a sub. Those of 2024 and later have the form
// xxxxxxxx-x0x1-70xx-xxxx-xxxxxxxxxxxx, which is no UUID of any version.
func (v *visit) subject() string {
	if !v.onOrAfter("2023-01-01") {
		return v.uuid("sub")
	}
	b := []byte(spellUUID(v.made("sub", v.next())))
	b[10], b[12], b[14], b[15] = '0', '1', '7', '0'
	return string(b)
}

// characters makes up a text of n of the letters.
func (v *visit) characters(what, letters string, n int) string {
	var out []byte
	for len(out) < n {
		for _, b := range v.made(what, v.next()) {
			if len(out) < n {
				out = append(out, letters[int(b)%len(letters)])
			}
		}
	}
	return string(out)
}

const (
	digits    = "0123456789"
	lowercase = "abcdefghijklmnopqrstuvwxyz"
	uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

// code makes up a code of n digits.
func (v *visit) code(n int) string { return v.characters("code", digits, n) }

// secret looks whether a client with a secret got the hash of it. The hash of a refresh is made
// with the user's real name, which is the sub where people sign in with an address.
func (v *visit) secret(given, pointer string, names ...string) *refused {
	if v.client.Secret == "" && given == "" {
		return nil
	}
	if given == "" {
		return v.refuse(refusal.SecretMissing, pointer, "client", v.client.ID)
	}
	for _, name := range names {
		if v.client.Secret != "" && proof.SecretHash(v.client.Secret, name, v.client.ID) == given {
			return nil
		}
	}
	return v.refuse(refusal.SecretWrong, pointer, "client", v.client.ID)
}

// realNames are a name and, where it means a user, that one's own.
func (v *visit) realNames(name string) []string {
	names := []string{name}
	at, user := v.at, v.user
	if v.named(name) {
		names = append(names, v.user.Name, v.user.Sub)
	}
	v.at, v.user = at, user
	return names
}

// someone finds the user that an administrator names: by user name or alias, or by sub. So the API
// reference has it, and https://github.com/ministackorg/ministack/issues/326 of AdminGetUser. A sign-in
// refuses the sub: https://github.com/ministackorg/ministack/pull/1758
func (v *visit) someone() *refused {
	if name := v.text("Username"); !v.named(name) && !v.find(bySub+name) {
		return v.refuse(refusal.UnknownUser, "/Username")
	}
	return nil
}

func (v *visit) hasFunction(name string) bool { return v.functions[name] != "" }

// timestamp makes an answer's moment, in epoch milliseconds.
func timestamp(name string, at int64) *userpool.Value {
	return &userpool.Value{Name: name, Kind: contract.Timestamp, Text: fmt.Sprint(at)}
}

func boolean(name string, yes bool) *userpool.Value {
	return &userpool.Value{Name: name, Kind: contract.Boolean, Text: fmt.Sprint(yes)}
}

func integer(name string, i int64) *userpool.Value {
	return &userpool.Value{Name: name, Kind: contract.Integer, Text: fmt.Sprint(i)}
}

// listOf makes an answer's list.
func listOf(name string, all ...*userpool.Value) *userpool.Value {
	return &userpool.Value{Name: name, Kind: contract.List, Children: all}
}

// textsOf makes an answer's list of texts, nil for none.
func textsOf(name string, all []string) *userpool.Value {
	if len(all) == 0 {
		return nil
	}
	list := listOf(name)
	for _, s := range all {
		list.Children = append(list.Children, &userpool.Value{Kind: contract.String, Text: s})
	}
	return list
}

// mapOf makes an answer's map of pairs of texts; a pair without a value is left out.
func mapOf(name string, pairs ...string) *userpool.Value {
	m := &userpool.Value{Name: name, Kind: contract.Map, Children: []*userpool.Value{}}
	for i := 1; i < len(pairs); i += 2 {
		if pairs[i] != "" {
			m.Children = append(m.Children, &userpool.Value{Name: pairs[i-1], Kind: contract.String, Text: pairs[i]})
		}
	}
	return m
}

// group makes a structure of an answer.
func group(name string, members ...*userpool.Value) *userpool.Value {
	return named(name, structure(members...))
}

// pairs reads a map of texts of the request.
func pairs(v *request.Value) map[string]string {
	all := map[string]string{}
	for _, c := range v.Elements() {
		all[c.Name] = c.Text()
	}
	return all
}

// about are the rules of calls about people: whether the pool is there. All else depends on what
// is in it, and the call finds it.
func (t *turn) about() []diagnostic.Diagnostic {
	if t.pool != nil || t.request.Get("UserPoolId") == nil {
		return nil
	}
	return rule.RunPresence(t.ask(t.facts()))
}
