package service

import (
	"errors"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
	"sync"

	"userpoolplayground/internal/arn"
	"userpoolplayground/internal/source"
)

// version is that of the texts that states are written as. One that changes what a text means
// gets a new number, so that an older text is refused in place of being misread.
const version = 1

// State is all that exists. Nobody changes one: a call that changes something makes another.
type State struct {
	// Now is the clock, in epoch milliseconds: the moment of the last call that changed something.
	Now   int64
	Pools []*Pool

	text string
}

// Pool is a user pool as the service keeps it.
type Pool struct {
	ID, Region, Account string
	// Created and Modified are epoch milliseconds.
	Created, Modified int64
	// Users is EstimatedNumberOfUsers.
	Users int64
	// Settings is what was said of the pool, as a CreateUserPool request says it. What the
	// service fills in and works out follows from it each time that the pool is shown.
	Settings *source.Node
	// Attributes are shown beside those that Settings has, as DescribeUserPool writes them. Whole
	// is set where they are all that the pool has.
	Attributes []*source.Node
	Whole      bool
	// Absent are members that the service would fill in and that the pool does not show: it is
	// older than they are.
	Absent []string
	// Reported is what the service reports of the pool's health, as DescribeUserPool writes it.
	Reported *source.Node
	Mfa      Mfa
	// Domain and Custom are its prefix and its own domain, "" for none.
	Domain, Custom Domain

	seen seen
}

// Mfa is what UpdateUserPool leaves alone and SetUserPoolMfaConfig sets: which factors are
// enabled, and how. The mode is MfaConfiguration in Settings, and what sends text messages is
// SmsConfiguration there.
type Mfa struct {
	// SMS tells that text messages are an enabled factor.
	SMS bool
	// Unsure is set where MFA is on and nobody said by which factor.
	Unsure bool
	// Token, Email and WebAuthn are the blocks of GetUserPoolMfaConfig, nil for none.
	Token, Email, WebAuthn *source.Node
}

// Domain is one of a pool's domains.
type Domain struct {
	Name string
	// Certificate is that of a domain of one's own.
	Certificate string
	// Version is the ManagedLoginVersion, 0 where none was said.
	Version int64
}

// Pool returns a pool by its Id, or nil.
func (s *State) Pool(id string) *Pool {
	for _, p := range s.Pools {
		if p.ID == id {
			return p
		}
	}
	return nil
}

// with returns the state with one pool in the place of another; nil takes it away.
func (s *State) with(now int64, old, made *Pool) *State {
	next := &State{Now: now}
	for _, p := range s.Pools {
		switch {
		case p != old:
			next.Pools = append(next.Pools, p)
		case made != nil:
			next.Pools = append(next.Pools, made)
		}
	}
	if old == nil {
		next.Pools = append(next.Pools, made)
	}
	return next
}

// ARN is the pool's Amazon Resource Name.
func (p *Pool) ARN() string {
	return "arn:" + arn.Partition(p.Region) + ":cognito-idp:" + p.Region + ":" + p.Account + ":userpool/" + p.ID
}

// setting returns a member of the pool's settings, or nil.
func (p *Pool) setting(names ...string) *source.Node {
	n := p.Settings
	for _, name := range names {
		n = n.Member(name)
	}
	return n
}

// changed returns a copy of the pool with other settings.
func (p *Pool) changed(settings []*source.Node) *Pool {
	return &Pool{
		ID: p.ID, Region: p.Region, Account: p.Account, Created: p.Created, Modified: p.Modified, Users: p.Users,
		Settings: object(settings), Attributes: p.Attributes, Whole: p.Whole, Absent: p.Absent, Reported: p.Reported,
		Mfa: p.Mfa, Domain: p.Domain, Custom: p.Custom,
	}
}

// Text is the state as JSON: the same for the same state. Its last member is a sum of all before
// it, by which a text that was changed is told.
func (s *State) Text() string {
	if s.text == "" {
		w := append(make([]byte, 0, 4<<10), `{"version":`...)
		w = strconv.AppendInt(w, version, 10)
		w = append(w, `,"now":`...)
		w = strconv.AppendInt(w, s.Now, 10)
		w = append(w, `,"pools":[`...)
		for i, p := range s.Pools {
			if i > 0 {
				w = append(w, ',')
			}
			w = p.append(w)
		}
		w = append(w, ']')
		s.text = string(w) + `,"sum":"` + sum(string(w)) + `"}`
		remember(s)
	}
	return s.text
}

func sum(text string) string {
	h := fnv.New64a()
	h.Write([]byte(text))
	return strconv.FormatUint(h.Sum64(), 16)
}

func (p *Pool) append(w []byte) []byte {
	begun := false
	name := func(name string) {
		if begun {
			w = append(w, ',')
		}
		begun = true
		w = append(source.AppendQuoted(w, name), ':')
	}
	text := func(of, value string) {
		if value != "" {
			name(of)
			w = source.AppendQuoted(w, value)
		}
	}
	number := func(of string, value int64) {
		if value != 0 {
			name(of)
			w = strconv.AppendInt(w, value, 10)
		}
	}
	flag := func(of string, value bool) {
		if value {
			name(of)
			w = append(w, "true"...)
		}
	}
	node := func(of string, n *source.Node) {
		if n != nil {
			name(of)
			w = appendNode(w, n)
		}
	}
	domain := func(of string, d Domain) {
		if d.Name != "" {
			name(of)
			w = append(w, '{')
			begun = false
			text("name", d.Name)
			text("certificate", d.Certificate)
			number("version", d.Version)
			w = append(w, '}')
			begun = true
		}
	}
	w = append(w, '{')
	text("id", p.ID)
	text("region", p.Region)
	text("account", p.Account)
	number("created", p.Created)
	number("modified", p.Modified)
	number("users", p.Users)
	node("settings", p.Settings)
	if len(p.Attributes) > 0 {
		name("attributes")
		w = append(w, '[')
		for i, a := range p.Attributes {
			if i > 0 {
				w = append(w, ',')
			}
			w = appendNode(w, a)
		}
		w = append(w, ']')
	}
	flag("whole", p.Whole)
	if len(p.Absent) > 0 {
		name("absent")
		w = append(w, '[')
		for i, a := range p.Absent {
			if i > 0 {
				w = append(w, ',')
			}
			w = source.AppendQuoted(w, a)
		}
		w = append(w, ']')
	}
	node("reported", p.Reported)
	flag("sms", p.Mfa.SMS)
	flag("unsure", p.Mfa.Unsure)
	node("token", p.Mfa.Token)
	node("email", p.Mfa.Email)
	node("webAuthn", p.Mfa.WebAuthn)
	domain("domain", p.Domain)
	domain("custom", p.Custom)
	return append(w, '}')
}

// The states that were read or written last. A call mostly comes with the state that the one
// before it left, and a history is stepped through.
var known struct {
	sync.Mutex
	states [8]*State
	next   int
}

func remember(s *State) {
	known.Lock()
	defer known.Unlock()
	known.states[known.next%len(known.states)] = s
	known.next++
}

func remembered(text string) *State {
	known.Lock()
	defer known.Unlock()
	for _, s := range known.states {
		if s != nil && s.text == text {
			return s
		}
	}
	return nil
}

// ReadState reads a state's text; an error says what is wrong with it.
func ReadState(text string) (*State, error) {
	if s := remembered(text); s != nil {
		return s, nil
	}
	d := source.Parse(text)
	if d.Malformed() || d.Root.Kind != source.Object {
		return nil, errors.New("this is no state: a state is the text that open or call has answered with")
	}
	if v := d.Root.Member("version"); v == nil || v.Text != strconv.Itoa(version) {
		found := "none"
		if v != nil {
			found = v.Text
		}
		return nil, fmt.Errorf("this state is of version %s, and this engine reads version %d: open the pool again", found, version)
	}
	said := textOf(d.Root.Member("sum"))
	if whole, _, ok := strings.Cut(text, `,"sum":"`+said+`"`); !ok || sum(whole) != said {
		return nil, errors.New("this state was changed after it was made: only calls change it")
	}
	s := &State{Now: wholeOf(d.Root.Member("now")), text: text}
	pools := d.Root.Member("pools")
	if pools == nil {
		return nil, errors.New("this is no state: it has no pools")
	}
	for _, n := range pools.Children {
		s.Pools = append(s.Pools, readPool(n))
	}
	remember(s)
	return s, nil
}

func readPool(n *source.Node) *Pool {
	p := &Pool{
		ID: textOf(n.Member("id")), Region: textOf(n.Member("region")), Account: textOf(n.Member("account")),
		Created: wholeOf(n.Member("created")), Modified: wholeOf(n.Member("modified")), Users: wholeOf(n.Member("users")),
		Settings: bare(n.Member("settings")), Whole: n.Member("whole") != nil, Reported: bare(n.Member("reported")),
		Mfa: Mfa{
			SMS: n.Member("sms") != nil, Unsure: n.Member("unsure") != nil,
			Token: bare(n.Member("token")), Email: bare(n.Member("email")), WebAuthn: bare(n.Member("webAuthn")),
		},
		Domain: readDomain(n.Member("domain")), Custom: readDomain(n.Member("custom")),
	}
	if all := n.Member("attributes"); all != nil {
		for _, a := range all.Children {
			p.Attributes = append(p.Attributes, bare(a))
		}
	}
	if all := n.Member("absent"); all != nil {
		for _, a := range all.Children {
			p.Absent = append(p.Absent, a.Text)
		}
	}
	return p
}

func readDomain(n *source.Node) Domain {
	return Domain{Name: textOf(n.Member("name")), Certificate: textOf(n.Member("certificate")), Version: wholeOf(n.Member("version"))}
}

func textOf(n *source.Node) string {
	if n == nil || n.Kind != source.String {
		return ""
	}
	return n.Text
}

func wholeOf(n *source.Node) int64 {
	if n == nil || n.Kind != source.Number {
		return 0
	}
	i, _ := strconv.ParseInt(n.Text, 10, 64)
	return i
}
