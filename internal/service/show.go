package service

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

func (p *Pool) account() account.Account { return account.Account{Region: p.Region, ID: p.Account} }

// request is the pool's settings as the request that says them.
func (p *Pool) request(c *contract.Contract) *request.Request {
	return request.Read(source.Of("", p.Settings, nil), c)
}

// seen is how a pool was shown last.
type seen struct {
	sync.Mutex
	contract *contract.Contract
	day      string
	value    *userpool.Value
}

// look is [Pool.show] for who only reads: it is shown once, however often it is looked at.
func (p *Pool) look(c *contract.Contract, day string) *userpool.Value {
	p.seen.Lock()
	defer p.seen.Unlock()
	if p.seen.value == nil || p.seen.contract != c || p.seen.day != day {
		p.seen.contract, p.seen.day, p.seen.value = c, day, p.show(c, day)
	}
	return p.seen.value
}

// show is the pool as DescribeUserPool shows it on a day.
func (p *Pool) show(c *contract.Contract, day string) *userpool.Value {
	v := userpool.New(p.request(c), userpool.Options{
		Contract: c, Account: p.account(), Describe: true, Day: day, Now: p.Modified, PoolID: p.ID,
	})
	if date := v.Member("CreationDate"); date != nil {
		date.Text = strconv.FormatInt(p.Created, 10)
		date.Origin.Why = "The moment at which the pool was made."
	}
	if date := v.Member("LastModifiedDate"); date != nil && p.Modified != p.Created {
		date.Origin.Why = "The moment at which the pool was changed last."
	}
	if count := v.Member("EstimatedNumberOfUsers"); count != nil && p.Users+p.People.count() != 0 {
		count.Text = strconv.FormatInt(p.Users+p.People.count(), 10)
		count.Origin = userpool.Origin{Kind: userpool.Generated, Evidence: diagnostic.Observed, Why: "How many users the pool has."}
	}
	p.showAttributes(v, c, day)
	v.Children = slices.DeleteFunc(v.Children, func(m *userpool.Value) bool { return slices.Contains(p.Absent, m.Name) })
	own := userpool.Origin{Kind: userpool.Given, Evidence: diagnostic.Observed, Why: "CreateUserPoolDomain gave it to the pool."}
	p.add(v, c, "Domain", p.Domain.Name, own)
	p.add(v, c, "CustomDomain", p.Custom.Name, own)
	if p.Reported != nil {
		for _, n := range p.Reported.Children {
			p.add(v, c, n.Name, n.Text, userpool.Origin{Kind: userpool.Generated, Evidence: diagnostic.Documented, Why: "What the service reports of the pool."})
		}
	}
	return v
}

// add puts a text into the answer, at its place in the reference's order.
func (p *Pool) add(v *userpool.Value, c *contract.Contract, name, text string, origin userpool.Origin) {
	if text == "" || c.UserPool.Member(name) == nil {
		return
	}
	place := func(name string) int {
		return slices.IndexFunc(c.UserPool.Members, func(m *contract.Member) bool { return m.Name == name })
	}
	at, _ := slices.BinarySearchFunc(v.Children, place(name), func(m *userpool.Value, at int) int { return place(m.Name) - at })
	v.Children = slices.Insert(v.Children, at, &userpool.Value{Name: name, Kind: contract.String, Text: text, Origin: origin})
}

// showAttributes adds what the pool has beside the attributes of its settings.
func (p *Pool) showAttributes(v *userpool.Value, c *contract.Contract, day string) {
	list := v.Member("SchemaAttributes")
	if list == nil || len(p.Attributes) == 0 {
		return
	}
	origin := userpool.Origin{Kind: userpool.Given, Evidence: diagnostic.Observed, Why: "The pool has it; nothing can change it or take it away."}
	if p.Whole {
		list.Children = nil
	}
	at := contract.DescribeOrder(day).Own
	for i, a := range list.Children {
		if custom(memberText(a, "Name")) {
			at = i + 1
		}
	}
	for _, n := range p.Attributes {
		at = min(at, len(list.Children))
		if p.Whole {
			at = len(list.Children)
		}
		list.Children = slices.Insert(list.Children, at, value(n, origin))
		at++
	}
}

// custom reports whether an attribute is one of the pool's own, by its shown name.
func custom(name string) bool {
	return strings.HasPrefix(name, "custom:") || strings.HasPrefix(name, "dev:")
}

// detached takes the places out of an answer's origins: they are of requests of earlier calls.
func detached(v *userpool.Value) *userpool.Value {
	if v.Origin.From != "" { // what other answers share has none
		v.Origin.From = ""
	}
	for _, c := range v.Children {
		detached(c)
	}
	return v
}

// facts are what the rules ask of the call's pool, put together once.
func (t *turn) facts() *rule.Pool {
	if t.pooled == nil {
		t.pooled = facts(t.state, t.pool, t.api.Contract, t.Day)
	}
	return t.pooled
}

// facts are what the rules ask of a pool. pool may be nil.
func facts(s *State, p *Pool, c *contract.Contract, day string) *rule.Pool {
	if p == nil {
		f := &rule.Pool{Taken: func(string) bool { return false }}
		if len(s.Pools) > 0 {
			f.ID, f.ARN = s.Pools[0].ID, s.Pools[0].ARN()
		}
		return f
	}
	r := p.request(c)
	f := &rule.Pool{
		ID: p.ID, ARN: p.ARN(), Factor: p.Mfa.enabled() || p.Mfa.Unsure, Unsure: p.Mfa.Unsure, WebAuthn: textOf(p.Mfa.WebAuthn.Member("FactorConfiguration")),
		Sender: r.Get("EmailConfiguration", "EmailSendingAccount").Text(), Protected: r.Get("DeletionProtection").Is("ACTIVE"),
		Tier:   r.Get("UserPoolTier").Text(),
		Domain: p.Domain.Name, CustomDomain: p.Custom.Name, ManagedLogin: p.Domain.Version == 2 || p.Custom.Version == 2,
		Taken: func(domain string) bool {
			return slices.ContainsFunc(s.Pools, func(other *Pool) bool {
				return other != p && (other.Domain.Name == domain || other.Custom.Name == domain)
			})
		},
	}
	for _, v := range r.Get("AutoVerifiedAttributes").Elements() {
		f.Verified = append(f.Verified, v.Text())
	}
	for _, v := range r.Get("Policies", "SignInPolicy", "AllowedFirstAuthFactors").Elements() {
		f.FirstFactors = append(f.FirstFactors, v.Text())
	}
	for _, v := range r.Get("AccountRecoverySetting", "RecoveryMechanisms").Elements() {
		f.Recovery = append(f.Recovery, v.Get("Name").Text())
	}
	for _, v := range r.Get("UserPoolTags").Elements() {
		f.Tags = append(f.Tags, v.Name)
	}
	return f
}

// attributes fills in what only AddCustomAttributes asks for.
func (p *Pool) attributes(f *rule.Pool, c *contract.Contract, day string) {
	list := p.show(c, day).Member("SchemaAttributes")
	if list == nil {
		return
	}
	for _, a := range list.Children {
		name := memberText(a, "Name")
		f.Attributes = append(f.Attributes, name)
		if custom(name) {
			f.Custom++
		}
	}
}

// enabled tells whether a second factor can be used.
func (m Mfa) enabled() bool {
	token := m.Token.Member("Enabled")
	return m.SMS || m.Email != nil || token != nil && token.Kind == source.True
}
