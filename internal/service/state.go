package service

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/arn"
	"userpoolplayground/internal/source"
)

// version is that of the texts that states are written as. One that changes what a text means
// gets a new number, so that an older text is refused in place of being misread.
const version = 2

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
	// People are its clients, groups and users; nil where there never were any.
	People *People

	seen seen
	// terms are what calls of users ask of the settings. Pools with the same settings share them.
	terms *terms
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
		Mfa: p.Mfa, Domain: p.Domain, Custom: p.Custom, People: p.People,
	}
}

// having returns a copy of the pool with other people in it.
func (p *Pool) having(people *People) *Pool {
	next := p.changed(p.Settings.Children)
	next.Settings, next.People, next.terms = p.Settings, people, p.terms
	return next
}

// Text is the state as JSON: the same for the same state. Its last member is a sum of all before
// it, by which a text that was changed is told.
func (s *State) Text() string {
	if s.text == "" {
		w := append(make([]byte, 0, 4<<10+s.size()), `{"version":`...)
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
		check := sum(w)
		w = append(w, `,"sum":"`...)
		w = append(w, check...)
		s.text = string(append(w, `"}`...))
		remember(s)
	}
	return s.text
}

// sum is FNV-1a over words of eight bytes, and over the bytes of the rest: by single bytes it would take
// most of a call's time where there are many users. What is lost on the way up is folded back.
func sum(text []byte) string {
	const prime = 1099511628211
	h := uint64(14695981039346656037)
	for ; len(text) >= 8; text = text[8:] {
		h = (h ^ binary.LittleEndian.Uint64(text)) * prime
		h ^= h >> 32
	}
	for _, b := range text {
		h = (h ^ uint64(b)) * prime
	}
	return strconv.FormatUint(h, 16)
}

// writer writes members of JSON objects, and leaves out those that have no value.
type writer struct {
	text  []byte
	begun bool
}

func (w *writer) open(bracket byte)  { w.text, w.begun = append(w.text, bracket), false }
func (w *writer) close(bracket byte) { w.text, w.begun = append(w.text, bracket), true }

// next goes on to the next member or element.
func (w *writer) next() {
	if w.begun {
		w.text = append(w.text, ',')
	}
	w.begun = true
}

func (w *writer) name(name string) {
	w.next()
	w.text = append(source.AppendQuoted(w.text, name), ':')
}

func (w *writer) member(name, value string) {
	if value != "" {
		w.name(name)
		w.text = source.AppendQuoted(w.text, value)
	}
}

func (w *writer) number(name string, value int64) {
	if value != 0 {
		w.name(name)
		w.text = strconv.AppendInt(w.text, value, 10)
	}
}

func (w *writer) flag(name string, value bool) {
	if value {
		w.name(name)
		w.text = append(w.text, "true"...)
	}
}

func (w *writer) node(name string, n *source.Node) {
	if n != nil {
		w.name(name)
		w.text = appendNode(w.text, n)
	}
}

func (w *writer) texts(name string, all []string) {
	list(w, name, all, func(text string) {
		w.next()
		w.text = source.AppendQuoted(w.text, text)
	})
}

// list writes a list that is not empty; each writes an element.
func list[Element any](w *writer, name string, all []Element, each func(Element)) {
	if len(all) == 0 {
		return
	}
	w.name(name)
	w.open('[')
	for _, e := range all {
		each(e)
	}
	w.close(']')
}

func (p *Pool) append(text []byte) []byte {
	w := &writer{text: text}
	domain := func(of string, d Domain) {
		if d.Name != "" {
			w.name(of)
			w.open('{')
			w.member("name", d.Name)
			w.member("certificate", d.Certificate)
			w.number("version", d.Version)
			w.close('}')
		}
	}
	w.open('{')
	w.member("id", p.ID)
	w.member("region", p.Region)
	w.member("account", p.Account)
	w.number("created", p.Created)
	w.number("modified", p.Modified)
	w.number("users", p.Users)
	w.node("settings", p.Settings)
	list(w, "attributes", p.Attributes, func(a *source.Node) {
		w.next()
		w.text = appendNode(w.text, a)
	})
	w.flag("whole", p.Whole)
	w.texts("absent", p.Absent)
	w.node("reported", p.Reported)
	w.flag("sms", p.Mfa.SMS)
	w.flag("unsure", p.Mfa.Unsure)
	w.node("token", p.Mfa.Token)
	w.node("email", p.Mfa.Email)
	w.node("webAuthn", p.Mfa.WebAuthn)
	domain("domain", p.Domain)
	domain("custom", p.Custom)
	if p.People != nil {
		w.name("people")
		p.People.write(w)
	}
	w.close('}')
	return w.text
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

// ReadState reads a state's text; an error says what is wrong with it. It is read in place: a state
// may hold thousands of users, where a request may not hold as many values.
func ReadState(text string) (*State, error) {
	if s := remembered(text); s != nil {
		return s, nil
	}
	if !strings.HasPrefix(text, "{") || !strings.HasSuffix(text, "}") {
		return nil, errors.New("this is no state: a state is the text that open or call has answered with")
	}
	if found := cmp.Or(gjson.Get(text, "version").Raw, "none"); found != strconv.Itoa(version) {
		return nil, fmt.Errorf("this state is of version %s, and this engine reads version %d: open the pool again", found, version)
	}
	at := strings.LastIndex(text, `,"sum":"`)
	if at < 0 || text[at:] != `,"sum":"`+sum([]byte(text[:at]))+`"}` {
		return nil, errors.New("this state was changed after it was made: only calls change it")
	}
	root := gjson.Parse(text)
	s := &State{Now: root.Get("now").Int(), text: text}
	for _, p := range root.Get("pools").Array() {
		s.Pools = append(s.Pools, readPool(p))
	}
	remember(s)
	return s, nil
}

func readPool(read gjson.Result) *Pool {
	p := &Pool{}
	read.ForEach(func(name, v gjson.Result) bool {
		switch name.Str {
		case "id":
			p.ID = v.Str
		case "region":
			p.Region = v.Str
		case "account":
			p.Account = v.Str
		case "created":
			p.Created = v.Int()
		case "modified":
			p.Modified = v.Int()
		case "users":
			p.Users = v.Int()
		case "settings":
			p.Settings = readNode(v)
		case "attributes":
			for _, a := range v.Array() {
				p.Attributes = append(p.Attributes, readNode(a))
			}
		case "whole":
			p.Whole = true
		case "absent":
			p.Absent = readTexts(v)
		case "reported":
			p.Reported = readNode(v)
		case "sms":
			p.Mfa.SMS = true
		case "unsure":
			p.Mfa.Unsure = true
		case "token":
			p.Mfa.Token = readNode(v)
		case "email":
			p.Mfa.Email = readNode(v)
		case "webAuthn":
			p.Mfa.WebAuthn = readNode(v)
		case "domain":
			p.Domain = readDomain(v)
		case "custom":
			p.Custom = readDomain(v)
		case "people":
			p.People = readPeople(v)
		}
		return true
	})
	return p
}

func readNode(v gjson.Result) *source.Node { return bare(source.Parse(v.Raw).Root) }

func readTexts(v gjson.Result) []string {
	var all []string
	for _, t := range v.Array() {
		all = append(all, t.Str)
	}
	return all
}

func readDomain(v gjson.Result) Domain {
	return Domain{Name: v.Get("name").Str, Certificate: v.Get("certificate").Str, Version: v.Get("version").Int()}
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

// size is about how long the text of what grows in a state is, so that it is not moved as it is written.
func (s *State) size() int {
	const user = 320
	size := 0
	for _, p := range s.Pools {
		if p.People != nil {
			size += user * len(p.People.Users)
		}
	}
	return size
}
