// Package rule holds the service's rules between members, one file a rule: its words, its
// reason, its evidence, a request that breaks it and one that does not, and the check.
// All lists them in the order in which the service is believed to ask. Advice is ours:
// rules of the same make about requests that the service takes. Listed are the answers
// that no text brings about.
//
// Rules of the rules: one reason a rule; a rule blames the member that a person would
// change; it reads what was given and never defaults, except that a missing UserPoolTier
// counts as ESSENTIALS; what one value alone must be is the contract's business.
package rule

import (
	"slices"
	"strings"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

// InvalidParameter is the exception of nearly every rule.
const InvalidParameter = "InvalidParameterException"

// Rule is one rule between members.
type Rule struct {
	// ID is the rule's name for people and links: "mfa-needs-sms".
	ID string
	// Fields are the members that it speaks of, as JSON Pointers with * for any element.
	// Bad is blamed at the first.
	Fields []string
	// Exclusive is set when the first two Fields shut each other out, whatever they hold.
	Exclusive bool
	// Exception is the type of the service's answer; "" is InvalidParameterException.
	Exception string
	// Says is the service's message, with {placeholders}; "" when no public text is known.
	Says string
	// Earlier are the service's messages of earlier days, the oldest first.
	Earlier []Earlier
	// Message tells people what is wrong and what to do; Why gives the reason.
	Message, Why string
	// InGeneral is Message for no request in particular; "" where Message has no placeholders.
	InGeneral string
	// Evidence says how Says and the condition are known: diagnostic.Observed, …
	Evidence string
	Links    []string
	// Severity is diagnostic.Error when zero; Warning and Note make it advice, which has
	// neither Exception nor Says.
	Severity diagnostic.Severity
	// Stage is diagnostic.Semantics when empty, and diagnostic.Advice for advice.
	Stage diagnostic.Stage
	// Since and Until bound the days on which the rule holds, YYYY-MM-DD; "" is no bound.
	Since, Until string
	// Calls are the operations that it holds for: CreateUserPool and UpdateUserPool where nil.
	Calls []string
	// OfTheCall is set where an update is asked for what it says itself, and not for what the
	// pool keeps beside it.
	OfTheCall bool
	// Certain is set where Check passes over what is not known by itself: what it finds holds whatever that
	// becomes.
	Certain bool
	// CheckedBy are the tools that refuse it by themselves, before they call the service.
	CheckedBy []string
	// Bad breaks this rule and no other; Good is the same wish, well said. Advice may
	// come with notes of other kinds.
	Bad, Good string
	// Around is the account that Bad and Good are sent from.
	Around account.Account
	// Standing is the pool that Bad and Good of an operation on one are sent to, as
	// DescribeUserPool answers, with GetUserPoolMfaConfig's answer beside where that matters.
	Standing string
	// Check breaks the rule where the request does.
	Check func(*Case)
}

// Earlier is a message that the service no longer sends.
type Earlier struct {
	// Until is the day from which on it says something else, YYYY-MM-DD: the first on which
	// that was seen. LastSeen is the last day on which this was.
	Until, LastSeen string
	Says            string
}

// SaysOn returns the service's message on a day, YYYY-MM-DD; "" is today.
func (r *Rule) SaysOn(day string) string {
	if day != "" {
		for _, e := range r.Earlier {
			if day < e.Until {
				return e.Says
			}
		}
	}
	return r.Says
}

// Case is one request before one rule.
type Case struct {
	Document *source.Document
	Account  account.Account

	// Pool is what an operation on a pool finds; nil for CreateUserPool.
	Pool *Pool

	request *request.Request
	day     string
	rule    *Rule
	order   int
	found   []*Break
	// read are the members of the request that the rule asked for; all is set when it took the
	// whole of it.
	read []string
	all  bool
}

// Get returns a member of the request by its path, or nil.
func (c *Case) Get(names ...string) *request.Value {
	c.read = append(c.read, names[0])
	return c.request.Get(names...)
}

// Root returns the whole request.
func (c *Case) Root() *request.Value {
	c.all = true
	return c.request.Root
}

// Break is one place where a request breaks a rule.
type Break struct {
	c  *Case
	at *request.Value
	d  diagnostic.Diagnostic
	// rule is the one that is broken, and args what fills its words.
	rule *Rule
	args []string
}

// Break blames a value. Args are placeholder names and what to fill in, in pairs.
func (c *Case) Break(v *request.Value, args ...string) *Break {
	r := c.rule
	facts := diagnostic.Broken{Order: c.order, Says: fill(r.SaysOn(c.day), args), Message: fill(r.Message, args), Why: fill(r.Why, args), CheckedBy: r.CheckedBy}
	if r.SeverityOf() == diagnostic.Error {
		facts.Exception = r.ExceptionOf()
	}
	b := &Break{c: c, at: v, rule: r, args: args, d: diagnostic.Diagnostic{
		Rule: r.ID, Stage: r.StageOf(), Severity: r.SeverityOf(),
		Pointer: v.Pointer(), Evidence: r.Evidence, Links: r.Links, Facts: facts,
	}}
	b.d.Start, b.d.End = c.Document.Mark(v.Node)
	c.found = append(c.found, b)
	if v.Unknown() != nil && v.Shape.Kind == contract.Structure {
		v.Elements() // it hangs on the value: a structure that is not known may be nothing
	}
	return b
}

// Related points at a second value that takes part.
func (b *Break) Related(v *request.Value, message string) *Break {
	if v != nil {
		start, end := b.c.Document.Mark(v.Node)
		b.d.Related = append(b.d.Related, diagnostic.Related{Pointer: v.Pointer(), Start: start, End: end, Message: message})
	}
	return b
}

// Fix offers an edit after which this break is gone; none where there are no edits. The title
// says in words what it does.
func (b *Break) Fix(title string, edits []source.Edit) *Break {
	if len(edits) > 0 {
		// Which of two members comes first is up to the text.
		slices.SortStableFunc(edits, func(a, b source.Edit) int { return a.Start - b.Start })
		for i := range edits[1:] {
			if b.c.Document.Foreign() && edits[i].End > edits[i+1].Start {
				return b // neighbours, whose comma both would take
			}
		}
		b.d.Fixes = append(b.d.Fixes, source.Fix{Title: title, Edits: edits})
	}
	return b
}

// FixToFillIn is [Break.Fix] where what is written holds examples for a person to replace.
func (b *Break) FixToFillIn(title string, edits []source.Edit) *Break {
	before := len(b.d.Fixes)
	b.Fix(title, edits)
	for i := range b.d.Fixes[before:] {
		b.d.Fixes[before+i].FillIn = true
	}
	return b
}

// Replace returns the edit that puts JSON in the place of a value, for [Break.Fix].
func (c *Case) Replace(v *request.Value, json string) []source.Edit {
	return c.Document.Replace(v.Node, json)
}

// Remove returns the edit that takes a value out, for [Break.Fix].
func (c *Case) Remove(v *request.Value) []source.Edit { return c.Document.Remove(v.Node) }

// Set returns the edit that gives a structure's member this JSON, for [Break.Fix]; none on a
// day on which the API does not have it.
func (c *Case) Set(structure *request.Value, name, json string) []source.Edit {
	if structure.Shape.Member(name) == nil {
		return nil
	}
	return c.Document.SetMember(structure.Node, name, json)
}

// SetAll returns the edits that give a structure several members that it does not have, for
// [Break.Fix].
func (c *Case) SetAll(structure *request.Value, members []source.Setting) []source.Edit {
	for _, m := range members {
		if structure.Shape.Member(m.Name) == nil {
			return nil
		}
	}
	return c.Document.SetMembers(structure.Node, members)
}

// Append returns the edit that adds an element to a list, for [Break.Fix].
func (c *Case) Append(list *request.Value, json string) []source.Edit {
	return c.Document.Append(list.Node, json)
}

// fill puts arguments in the place of their {placeholders}. A strings.Replacer would have to be
// made for each text.
func fill(text string, args []string) string {
	filled := ""
	for len(args) > 0 {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			break
		}
		filled, text = filled+text[:open], text[open+1:]
		put := "{" // of no placeholder
		for i := 0; i+1 < len(args); i += 2 {
			if rest, ok := strings.CutPrefix(text, args[i]+"}"); ok {
				put, text = args[i+1], rest
				break
			}
		}
		filled += put
	}
	return filled + text
}

// General returns the message for no request in particular.
func (r *Rule) General() string {
	if r.InGeneral != "" {
		return r.InGeneral
	}
	return r.Message
}

// SpeaksOf reports whether one of the rule's fields is the place of a JSON Pointer.
func (r *Rule) SpeaksOf(pointer string) bool {
	for _, field := range r.Fields {
		if strings.Count(field, "/") == strings.Count(pointer, "/") && overlap(field, pointer) {
			return true
		}
	}
	return false
}

// ExceptionOf returns the type of the service's answer, the usual one where none is named.
func (r *Rule) ExceptionOf() string {
	if r.Exception == "" {
		return InvalidParameter
	}
	return r.Exception
}

// SeverityOf returns how grave a break is: an error where nothing else is said.
func (r *Rule) SeverityOf() diagnostic.Severity {
	if r.Severity == 0 {
		return diagnostic.Error
	}
	return r.Severity
}

// StageOf returns the step that speaks: semantics, or advice for what is no error.
func (r *Rule) StageOf() diagnostic.Stage {
	switch {
	case r.Stage != "":
		return r.Stage
	case r.SeverityOf() != diagnostic.Error:
		return diagnostic.Advice
	}
	return diagnostic.Semantics
}

// InForce reports whether the rule holds on a day, YYYY-MM-DD; "" is today.
func (r *Rule) InForce(day string) bool {
	if day == "" {
		return r.Until == ""
	}
	return r.Since <= day && (r.Until == "" || day < r.Until)
}

// Run holds a request against every rule in force on a day, in the service's order, and
// then against the advice. A rule that speaks of a member whose value the service could
// not even take is passed over: what it would say is not known.
func Run(r *request.Request, d *source.Document, a account.Account, day string) []diagnostic.Diagnostic {
	settled.Lock()
	defer settled.Unlock()
	var now memory
	// Next to a fault, where a member's text ends is no more than a guess; and in another
	// language a member's bytes do not say what it is.
	settles := len(d.Faults) == 0 && len(r.Mistyped) == 0 && !d.Foreign()
	if settles {
		now = settled.next(r, d, surroundings{r.Root.Shape, day, a})
	}
	var found []diagnostic.Diagnostic
	c := &Case{request: r, Document: d, Account: a, day: day}
	i := -1
	for _, list := range [][]*Rule{All, Advice} {
		for order, rule := range list {
			i++
			if settles && now.silent[i] != nil || !rule.InForce(day) || len(r.Mistyped) > 0 && rule.unreadable(r) {
				continue
			}
			c.rule, c.order, c.found, c.read, c.all = rule, order, nil, nil, false
			r.Touched()
			rule.Check(c)
			for _, b := range c.found {
				found = append(found, b.d)
			}
			if touched := r.Touched(); len(touched) > 0 && len(c.found) > 0 {
				found = found[:len(found)-len(c.found)]
				for _, b := range c.found {
					found = append(found, b.given(touched))
				}
			}
			if settles && len(c.found) == 0 && !c.all {
				now.silent[i] = c.read
			}
		}
	}
	if settles {
		settled.memory = now
	}
	return found
}

func (r *Rule) unreadable(req *request.Request) bool {
	for _, m := range req.Mistyped {
		for _, field := range r.Fields {
			if overlap(field, m.Pointer) {
				return true
			}
		}
	}
	return false
}

// overlap reports whether one of two pointers leads to or through the other's place.
func overlap(field, pointer string) bool {
	a, b := strings.Split(field, "/"), strings.Split(pointer, "/")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] && a[i] != "*" {
			return false
		}
	}
	return true
}
