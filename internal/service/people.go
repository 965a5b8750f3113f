package service

import (
	"slices"
	"strings"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/source"
)

// People are the clients, groups and users of a pool, and what its calls count. Nobody changes one,
// nor what is in it: a call that changes something makes another.
type People struct {
	// Serial is how many things the pool has made up: ids, codes, secrets. What is made up next
	// follows from it, so that the same calls give the same answers.
	Serial  int64
	Clients []*Client
	Groups  []*Group
	// Users stand in the order in which they were made; nil stands for one who was deleted, so
	// that the places of the others stay.
	Users []*User
	// Spent are the sessions that have led on, until they would have ended anyway.
	Spent []Spent
	// Asked are names of nobody for which a code for a new password was asked, with the moments: an
	// answer that hides who is there keeps to what it said before.
	Asked []Code
	// Mails is how many emails went out on MailDay, in days since 1970.
	MailDay, Mails int64

	index *index
}

// Client is an app client.
type Client struct {
	ID, Secret string
	// Created and Modified are epoch milliseconds.
	Created, Modified int64
	// Settings are what was said of it, as a CreateUserPoolClient request says it.
	Settings *source.Node
}

// Group is a group of users.
type Group struct {
	Name, Description, Role string
	// Precedence is nil where none was said.
	Precedence        *int64
	Created, Modified int64
}

// Attribute is one attribute of a user.
type Attribute struct{ Name, Value string }

// User is a user of a pool.
type User struct {
	Name, Sub string
	// Attributes stand in the order in which they came; sub is not among them.
	Attributes []Attribute
	// Status is that of UserStatusType.
	Status   string
	Disabled bool
	// Created and Modified are epoch milliseconds.
	Created, Modified int64
	// Password is "" where the user has none. It is kept as it is: nobody's real password stands
	// here. Set is the moment from which a temporary one ages.
	Password string
	Set      int64
	// Earlier are passwords that were, the last first, as far as PasswordHistorySize asks for them.
	Earlier []string
	// Pending are values that wait for their verification.
	Pending []Attribute
	Codes   []Code
	// Token is the secret of an authenticator app, and Verified tells that a code of it was seen;
	// Offered is one that AssociateSoftwareToken gave and no code was seen of.
	Token, Offered, Device string
	Verified               bool
	// UsedStep is the time step of the last code that was taken.
	UsedStep int64
	// Factors are the second factors that are on: SMS_MFA, SOFTWARE_TOKEN_MFA, EMAIL_OTP. Preferred
	// is one of them, or "".
	Factors   []string
	Preferred string
	// Failed is how many passwords in a row were wrong, LastFailed when the last was.
	Failed, LastFailed int64
	// Tries are the calls that are limited by the hour.
	Tries   []Try
	Groups  []string
	SignIns []SignIn
	Devices []Device

	text []byte
}

// Code is a code that was sent.
type Code struct {
	// Purpose is "sign-up", "password", or the name of an attribute.
	Purpose, Text string
	// Attribute is the one whose value got it.
	Attribute string
	// Sent is epoch milliseconds.
	Sent int64
	// Replaced is set where another code was sent for the purpose since.
	Replaced bool
}

// Try counts the calls of an operation within an hour from Since.
type Try struct {
	Operation string
	Since     int64
	Count     int64
}

// SignIn is a sign-in whose tokens are not revoked.
type SignIn struct {
	// Origin is the origin_jti of its tokens.
	Origin, Client string
	// At is when it was, in epoch milliseconds.
	At int64
	// Refresh is the serial of its refresh token; Device the key of the device that it was on.
	Refresh int64
	Device  string
	// Replaced is the serial that rotation took the place of, and ReplacedAt when.
	Replaced, ReplacedAt int64
}

// Device is one that is remembered, or was seen once.
type Device struct {
	Key, Group, Name string
	// Verifier and Salt are what ConfirmDevice gave, in Base64; "" until then.
	Verifier, Salt string
	Remembered     bool
	// Created, Modified and Seen, when it was last signed in with, are epoch milliseconds.
	Created, Modified, Seen int64
}

// Spent is a session that has led on.
type Spent struct{ Serial, Ends int64 }

func (p *People) write(w *writer) {
	w.open('{')
	w.number("serial", p.Serial)
	list(w, "clients", p.Clients, func(c *Client) {
		w.next()
		w.open('{')
		w.member("id", c.ID)
		w.member("secret", c.Secret)
		w.number("created", c.Created)
		w.number("modified", c.Modified)
		w.node("settings", c.Settings)
		w.close('}')
	})
	list(w, "groups", p.Groups, func(g *Group) {
		w.next()
		w.open('{')
		w.member("name", g.Name)
		w.member("description", g.Description)
		w.member("role", g.Role)
		if g.Precedence != nil {
			w.flag("ranked", true)
			w.number("precedence", *g.Precedence)
		}
		w.number("created", g.Created)
		w.number("modified", g.Modified)
		w.close('}')
	})
	list(w, "people", slices.DeleteFunc(slices.Clone(p.Users), func(u *User) bool { return u == nil }), func(u *User) {
		w.next()
		if u.text == nil { // it is written once, however many states it is in
			own := &writer{}
			u.write(own)
			u.text = own.text
		}
		w.text = append(w.text, u.text...)
	})
	list(w, "spent", p.Spent, func(s Spent) {
		w.next()
		w.open('{')
		w.number("serial", s.Serial)
		w.number("ends", s.Ends)
		w.close('}')
	})
	list(w, "asked", p.Asked, func(c Code) {
		w.next()
		w.open('{')
		w.member("name", c.Purpose)
		w.number("sent", c.Sent)
		w.close('}')
	})
	w.number("mailDay", p.MailDay)
	w.number("mails", p.Mails)
	w.close('}')
}

func (u *User) write(w *writer) {
	attributes := func(name string, all []Attribute) {
		list(w, name, all, func(a Attribute) {
			w.next()
			w.text = source.AppendQuoted(w.text, a.Name)
			w.next()
			w.text = source.AppendQuoted(w.text, a.Value)
		})
	}
	w.open('{')
	w.member("name", u.Name)
	w.member("sub", u.Sub)
	attributes("attributes", u.Attributes)
	w.member("status", u.Status)
	w.flag("disabled", u.Disabled)
	w.number("created", u.Created)
	w.number("modified", u.Modified)
	w.member("password", u.Password)
	w.number("set", u.Set)
	w.texts("earlier", u.Earlier)
	attributes("pending", u.Pending)
	list(w, "codes", u.Codes, func(c Code) {
		w.next()
		w.open('{')
		w.member("purpose", c.Purpose)
		w.member("text", c.Text)
		w.member("attribute", c.Attribute)
		w.number("sent", c.Sent)
		w.flag("replaced", c.Replaced)
		w.close('}')
	})
	w.member("token", u.Token)
	w.member("offered", u.Offered)
	w.member("device", u.Device)
	w.flag("verified", u.Verified)
	w.number("usedStep", u.UsedStep)
	w.texts("factors", u.Factors)
	w.member("preferred", u.Preferred)
	w.number("failed", u.Failed)
	w.number("lastFailed", u.LastFailed)
	list(w, "tries", u.Tries, func(t Try) {
		w.next()
		w.open('{')
		w.member("operation", t.Operation)
		w.number("since", t.Since)
		w.number("count", t.Count)
		w.close('}')
	})
	w.texts("groups", u.Groups)
	list(w, "signIns", u.SignIns, func(s SignIn) {
		w.next()
		w.open('{')
		w.member("origin", s.Origin)
		w.member("client", s.Client)
		w.number("at", s.At)
		w.number("refresh", s.Refresh)
		w.member("device", s.Device)
		w.number("replaced", s.Replaced)
		w.number("replacedAt", s.ReplacedAt)
		w.close('}')
	})
	list(w, "devices", u.Devices, func(d Device) {
		w.next()
		w.open('{')
		w.member("key", d.Key)
		w.member("group", d.Group)
		w.member("name", d.Name)
		w.member("verifier", d.Verifier)
		w.member("salt", d.Salt)
		w.flag("remembered", d.Remembered)
		w.number("created", d.Created)
		w.number("modified", d.Modified)
		w.number("seen", d.Seen)
		w.close('}')
	})
	w.close('}')
}

func readPeople(v gjson.Result) *People {
	p := &People{}
	v.ForEach(func(name, v gjson.Result) bool {
		switch name.Str {
		case "serial":
			p.Serial = v.Int()
		case "clients":
			v.ForEach(func(_, c gjson.Result) bool {
				p.Clients = append(p.Clients, &Client{
					ID: c.Get("id").Str, Secret: c.Get("secret").Str, Created: c.Get("created").Int(), Modified: c.Get("modified").Int(),
					Settings: readNode(c.Get("settings")),
				})
				return true
			})
		case "groups":
			v.ForEach(func(_, g gjson.Result) bool {
				made := &Group{
					Name: g.Get("name").Str, Description: g.Get("description").Str, Role: g.Get("role").Str,
					Created: g.Get("created").Int(), Modified: g.Get("modified").Int(),
				}
				if g.Get("ranked").Bool() {
					precedence := g.Get("precedence").Int()
					made.Precedence = &precedence
				}
				p.Groups = append(p.Groups, made)
				return true
			})
		case "people":
			v.ForEach(func(_, u gjson.Result) bool {
				p.Users = append(p.Users, readUser(u))
				return true
			})
		case "spent":
			v.ForEach(func(_, s gjson.Result) bool {
				p.Spent = append(p.Spent, Spent{s.Get("serial").Int(), s.Get("ends").Int()})
				return true
			})
		case "asked":
			for _, c := range v.Array() {
				p.Asked = append(p.Asked, Code{Purpose: c.Get("name").Str, Sent: c.Get("sent").Int()})
			}
		case "mailDay":
			p.MailDay = v.Int()
		case "mails":
			p.Mails = v.Int()
		}
		return true
	})
	return p
}

func readUser(read gjson.Result) *User {
	u := &User{}
	attributes := func(v gjson.Result) []Attribute {
		texts, all := readTexts(v), []Attribute(nil)
		for i := 1; i < len(texts); i += 2 {
			all = append(all, Attribute{texts[i-1], texts[i]})
		}
		return all
	}
	read.ForEach(func(name, v gjson.Result) bool {
		switch name.Str {
		case "name":
			u.Name = v.Str
		case "sub":
			u.Sub = v.Str
		case "attributes":
			u.Attributes = attributes(v)
		case "status":
			u.Status = v.Str
		case "disabled":
			u.Disabled = true
		case "created":
			u.Created = v.Int()
		case "modified":
			u.Modified = v.Int()
		case "password":
			u.Password = v.Str
		case "set":
			u.Set = v.Int()
		case "earlier":
			u.Earlier = readTexts(v)
		case "pending":
			u.Pending = attributes(v)
		case "codes":
			for _, c := range v.Array() {
				u.Codes = append(u.Codes, Code{c.Get("purpose").Str, c.Get("text").Str, c.Get("attribute").Str, c.Get("sent").Int(), c.Get("replaced").Bool()})
			}
		case "token":
			u.Token = v.Str
		case "offered":
			u.Offered = v.Str
		case "device":
			u.Device = v.Str
		case "verified":
			u.Verified = true
		case "usedStep":
			u.UsedStep = v.Int()
		case "factors":
			u.Factors = readTexts(v)
		case "preferred":
			u.Preferred = v.Str
		case "failed":
			u.Failed = v.Int()
		case "lastFailed":
			u.LastFailed = v.Int()
		case "tries":
			for _, t := range v.Array() {
				u.Tries = append(u.Tries, Try{t.Get("operation").Str, t.Get("since").Int(), t.Get("count").Int()})
			}
		case "groups":
			u.Groups = readTexts(v)
		case "signIns":
			for _, s := range v.Array() {
				u.SignIns = append(u.SignIns, SignIn{
					Origin: s.Get("origin").Str, Client: s.Get("client").Str, At: s.Get("at").Int(), Refresh: s.Get("refresh").Int(),
					Device: s.Get("device").Str, Replaced: s.Get("replaced").Int(), ReplacedAt: s.Get("replacedAt").Int(),
				})
			}
		case "devices":
			for _, d := range v.Array() {
				u.Devices = append(u.Devices, Device{
					Key: d.Get("key").Str, Group: d.Get("group").Str, Name: d.Get("name").Str,
					Verifier: d.Get("verifier").Str, Salt: d.Get("salt").Str, Remembered: d.Get("remembered").Bool(),
					Created: d.Get("created").Int(), Modified: d.Get("modified").Int(), Seen: d.Get("seen").Int(),
				})
			}
		}
		return true
	})
	return u
}

// get returns an attribute of the user, "" where there is none.
func (u *User) get(name string) string {
	for _, a := range u.Attributes {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

func (u *User) has(name string) bool {
	return slices.ContainsFunc(u.Attributes, func(a Attribute) bool { return a.Name == name })
}

// isTrue reports whether an attribute is true, in any letter case, as the service takes it.
func (u *User) isTrue(name string) bool { return strings.EqualFold(u.get(name), "true") }

// set gives the user an attribute. Only a copy may be changed.
func (u *User) set(name, value string) {
	u.Attributes = withAttribute(u.Attributes, name, value)
}

func withAttribute(all []Attribute, name, value string) []Attribute {
	all = slices.Clone(all)
	for i := range all {
		if all[i].Name == name {
			all[i].Value = value
			return all
		}
	}
	return append(all, Attribute{name, value})
}

func (u *User) unset(name string) {
	u.Attributes = slices.DeleteFunc(slices.Clone(u.Attributes), func(a Attribute) bool { return a.Name == name })
}

// copy is a user to change.
func (u *User) copy() *User {
	next := *u
	next.text = nil
	return &next
}

// client finds an app client, nil for none.
func (p *People) client(id string) *Client {
	if p == nil {
		return nil
	}
	for _, c := range p.Clients {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// count is how many users there are.
func (p *People) count() int64 {
	var n int64
	if p != nil {
		for _, u := range p.Users {
			if u != nil {
				n++
			}
		}
	}
	return n
}

// index finds users by what they can be called by. Most of it is shared by the states that follow
// one another: what is new stands in a small map of its own, until that has grown.
type index struct{ old, fresh map[string]int }

// gone stands in an index for a key that is nobody's any more.
const gone = -1

func (x *index) find(key string) int {
	if at, ok := x.fresh[key]; ok {
		return at
	}
	if at, ok := x.old[key]; ok {
		return at
	}
	return gone
}

// with returns an index in which a user has other keys than before.
func (x *index) with(at int, before, after []string) *index {
	if slices.Equal(before, after) {
		return x
	}
	next := &index{old: x.old, fresh: make(map[string]int, len(x.fresh)+len(after))}
	for k, v := range x.fresh {
		next.fresh[k] = v
	}
	for _, k := range before {
		if next.find(k) == at {
			next.fresh[k] = gone
		}
	}
	for _, k := range after {
		next.fresh[k] = at
	}
	if len(next.fresh) > 512 {
		all := make(map[string]int, len(next.old)+len(next.fresh))
		for k, v := range next.old {
			all[k] = v
		}
		for k, v := range next.fresh {
			all[k] = v
		}
		next.old, next.fresh = all, nil
	}
	return next
}
