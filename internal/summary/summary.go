// Package summary tells in plain language what a pool is like: how people sign in and sign
// up, what a password must have, which messages go out, what can never be changed. It
// reads the pool that the service would answer with, defaults and all, so it says the same
// of a member that is given and of one that is filled in. It judges nothing: what is wrong
// with a request is check's business.
package summary

import (
	"slices"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// Summary tells what a pool is like.
type Summary struct {
	Sections []Section
	// Messages are what users get, with examples in place of codes and names.
	Messages []Message
}

// Section is a question and its answers.
type Section struct {
	ID, Title  string
	Statements []Statement
}

// Statement is one sentence with the JSON Pointers, into the reply's body, of what it was
// read from; what was read from an absence points at the pool.
type Statement struct {
	Text     string
	Pointers []string
}

// Of returns the summary of a pool on the day of a contract. factors is the SetUserPoolMfaConfig that a
// tool calls once the pool is made, nil where none does.
func Of(pool *userpool.Value, factors *source.Node, c *contract.Contract) Summary {
	var read []place
	p := reader{pool: place{value: pool, pointer: "/UserPool", read: &read}, factors: factors, contract: c}
	s := Summary{Messages: p.messages()}
	for _, section := range []struct {
		id, title string
		tell      func(reader, *teller)
	}{
		{"sign-in", "How people sign in", reader.signIn},
		{"mfa", "Whether a second step is asked", reader.mfa},
		{"password", "What a password must have", reader.password},
		{"sign-up", "How people get an account", reader.signUp},
		{"recovery", "What happens when a password is forgotten", reader.recovery},
		{"messages", "How messages are sent", reader.senders},
		{"attributes", "What is kept about a user", reader.attributes},
		{"devices", "Whether devices are remembered", reader.devices},
		{"functions", "Which functions of yours take part", reader.functions},
		{"protection", "How the pool is protected", reader.protection},
		{"applications", "What applications are told", reader.applications},
		{"fixed", "What can never be changed", reader.fixed},
		{"plan", "Which plan it needs", reader.plan},
	} {
		read = read[:0]
		t := teller{read: &read}
		section.tell(p, &t)
		if len(t.statements) > 0 {
			s.Sections = append(s.Sections, Section{section.id, section.title, t.statements})
		}
	}
	return s
}

// reader knows the pool and the API of the day.
type reader struct {
	pool     place
	factors  *source.Node
	contract *contract.Contract
}

func (r reader) get(names ...string) place { return r.pool.get(names...) }

// teller collects the statements of a section.
type teller struct {
	statements []Statement
	// read is what the next sentence depends on and is decided at deployment.
	read *[]place
}

// say adds a sentence with what it was read from. What depends on a value that is decided at
// deployment is not known: that is said in its place, once for each value.
func (t *teller) say(text string, from ...place) {
	s := Statement{Text: text}
	for _, p := range from {
		if p.there() {
			s.Pointers = append(s.Pointers, p.pointer)
		}
	}
	if len(*t.read) > 0 {
		t.leaveOpen(*t.read...)
		*t.read = (*t.read)[:0]
		return
	}
	if len(s.Pointers) == 0 {
		s.Pointers = []string{"/UserPool"}
	}
	t.statements = append(t.statements, s)
}

// leaveOpen says which values are decided at deployment.
func (t *teller) leaveOpen(all ...place) {
	for _, p := range all {
		text := p.name() + " is decided at deployment"
		if p.value.Text != "" {
			text += ", by " + p.value.Text
		}
		if text += "."; !slices.ContainsFunc(t.statements, func(s Statement) bool { return s.Text == text }) {
			t.statements = append(t.statements, Statement{Text: text, Pointers: []string{p.pointer}})
		}
	}
}
