package calls

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/contract/operations"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/playground"
	"userpoolplayground/internal/proof"
	"userpoolplayground/internal/service"
	"userpoolplayground/internal/source"
	"userpoolplayground/wasm/json"
)

// verbs are what can be asked for: each with a text and options, and with an argument, JSON text
// whose reading is the verb's own.
var verbs = map[string]func(text string, o playground.Options, argument string) (any, error){
	"open": func(text string, o playground.Options, _ string) (any, error) { return Open(text, o), nil },
	"call": func(text string, o playground.Options, argument string) (any, error) {
		var call struct {
			Operation string `json:"operation"`
			Request   string `json:"request"`
		}
		if json.Unmarshal([]byte(argument), &call) != nil {
			return nil, errors.New("operation and request have to be strings")
		}
		return Call(text, call.Operation, call.Request, o)
	},
	"completeCall": func(text string, o playground.Options, argument string) (any, error) {
		at, err := readPlace(argument)
		if err != nil {
			return nil, err
		}
		return CompleteCall(at.Operation, text, at.Offset, o)
	},
	"hoverCall": func(text string, o playground.Options, argument string) (any, error) {
		at, err := readPlace(argument)
		if err != nil {
			return nil, err
		}
		return HoverCall(at.Operation, text, at.Offset, o)
	},
	"callForm": func(text string, o playground.Options, argument string) (any, error) {
		operation, err := readText(argument)
		if err != nil {
			return nil, errors.New("operation has to be a string")
		}
		return CallForm(operation, text, o), nil
	},
	"editCallForm": func(text string, o playground.Options, argument string) (any, error) {
		operation, edit := gjson.Get(argument, "operation"), gjson.Get(argument, "edit")
		if operation.Type != gjson.String {
			return nil, errors.New("operation has to be a string")
		}
		change, err := playground.ReadFormEdit(edit.Raw)
		if err != nil {
			return nil, err
		}
		return EditCallForm(operation.Str, text, change, o), nil
	},
	"safeUpdate": func(text string, o playground.Options, argument string) (any, error) {
		request, err := readText(argument)
		if err != nil {
			return nil, err
		}
		return SafeUpdate(text, request, o)
	},
	"inside": func(text string, o playground.Options, argument string) (any, error) {
		pool, err := readText(argument)
		if err != nil {
			return nil, errors.New("poolId has to be a string")
		}
		return Inside(text, pool, o)
	},
	"authenticatorCode": func(text string, o playground.Options, _ string) (any, error) { return AuthenticatorCode(text, o) },
	"secretHash": func(text string, _ playground.Options, argument string) (any, error) {
		var of struct {
			Username string `json:"username"`
			ClientID string `json:"clientId"`
		}
		if json.Unmarshal([]byte(argument), &of) != nil {
			return nil, errors.New("username and clientId have to be strings")
		}
		return proof.SecretHash(text, of.Username, of.ClientID), nil
	},
	"keySet": func(string, playground.Options, string) (any, error) { return KeySet(), nil },
	"plan": func(text string, o playground.Options, argument string) (any, error) {
		request, err := readText(argument)
		if err != nil {
			return nil, err
		}
		return PlanOf(text, request, o), nil
	},
}

// place is one in the request of an operation, in UTF-16 code units.
type place struct {
	Operation string `json:"operation"`
	Offset    int    `json:"offset"`
}

func readPlace(argument string) (place, error) {
	var p place
	if json.Unmarshal([]byte(argument), &p) != nil {
		return p, errors.New("operation has to be a string, and offset a whole number")
	}
	return p, nil
}

// CompleteCall says what could be written at a place of an operation's request; nothing where
// there is no such operation. The error names an offset that is not in the text.
func CompleteCall(operation, text string, offset int, o playground.Options) ([]playground.Completion, error) {
	of := operations.At(o.AsOf).Operation(operation)
	if of == nil {
		return []playground.Completion{}, nil
	}
	return playground.CompleteIn(of.Contract, text, offset, o)
}

// HoverCall tells about what stands at a place of an operation's request; nil where nothing is known.
func HoverCall(operation, text string, offset int, o playground.Options) (*playground.Hover, error) {
	of := operations.At(o.AsOf).Operation(operation)
	if of == nil {
		return nil, nil
	}
	return playground.HoverIn(of.Contract, text, offset, o)
}

// CallForm draws an operation's request as fields to fill in; unreadable where there is no such
// operation on the day.
func CallForm(operation, text string, o playground.Options) playground.Form {
	of := operations.At(o.AsOf).Operation(operation)
	if of == nil {
		return playground.Form{Unreadable: noSuchOperation(operation), Fields: []playground.Field{}}
	}
	return playground.FormIn(of.Contract, text, o)
}

// EditCallForm makes a form's change in the text of an operation's request.
func EditCallForm(operation, text string, e playground.FormEdit, o playground.Options) playground.FormChange {
	of := operations.At(o.AsOf).Operation(operation)
	if of == nil {
		return playground.FormChange{Edits: []playground.Edit{}, Refused: noSuchOperation(operation)}
	}
	return playground.EditFormIn(of.Contract, text, e, o)
}

func noSuchOperation(name string) string {
	return "There is no operation " + name + " on this day of the API."
}

func readText(argument string) (string, error) {
	var text string
	if json.Unmarshal([]byte(argument), &text) != nil {
		return "", errors.New("the request has to be a string")
	}
	return text, nil
}

// Verb runs a verb by name; an error says which argument is wrong. It is the whole of what the
// program exports.
func Verb(verb, text, options, argument string) (playground.Answer, error) {
	o, err := playground.ReadOptions(options)
	if err != nil {
		return playground.Answer{}, err
	}
	run, known := verbs[verb]
	if !known {
		return playground.Answer{}, fmt.Errorf("there is no verb %q", verb)
	}
	if text == SameState {
		text = lastState
	}
	answer, err := run(text, o, argument)
	if err != nil {
		return playground.Answer{}, err
	}
	var crossing playground.Answer
	switch a := answer.(type) {
	case Opened:
		reply := a.Reply
		crossing.Reply, a.Reply = &reply, bare(reply)
		if a.State != nil {
			crossing.State, a.State = *a.State, nil
			lastState = crossing.State
		}
		answer = a
	case Called:
		reply := a.Reply
		crossing.Reply, a.Reply = &reply, bare(reply)
		if crossing.State = a.State; a.State == text {
			crossing.State = SameState
		}
		lastState, a.State = a.State, ""
		answer = a
	}
	crossing.JSON = []byte(playground.Encode(answer))
	return crossing, nil
}

// SameState stands for a state's text at the border, where a pool of many users has a long one: given, for
// the one that was answered last; answered, for the one that was given.
const SameState = "="

// lastState is what crossed the border last.
var lastState string

// bare is a reply without what crosses apart from it.
func bare(r playground.Reply) playground.Reply {
	return playground.Reply{Status: r.Status, Origins: json.RawMessage("{}")}
}

// Open makes a state of any text that says what the pool is.
func Open(text string, o playground.Options) Opened {
	found := service.Open(text, around(o, true))
	opened := Opened{Reply: reply(found.Reply), Problems: problems(found.Findings, found.Document)}
	if found.State != nil {
		state := found.State.Text()
		opened.State = &state
	}
	return opened
}

// Call makes a call on what exists in a state. An error says what is wrong with the state.
func Call(state, operation, request string, o playground.Options) (Called, error) {
	s, err := service.ReadState(state)
	if err != nil {
		return Called{}, fmt.Errorf("state: %w", err)
	}
	found := service.Call(s, operation, request, around(o, o.Now != nil))
	called := Called{
		Reply: reply(found.Reply), State: state, Problems: problems(found.Findings, found.Document),
		Changes: []PoolChange{}, Sent: []SentMessage{}, Triggers: []TriggerCall{}, Reasons: []Reason{}, Tokens: []IssuedToken{},
	}
	if found.State != s {
		called.State = found.State.Text()
	}
	for _, c := range found.Changes {
		called.Changes = append(called.Changes, PoolChange(c))
	}
	for _, m := range found.Sent {
		called.Sent = append(called.Sent, SentMessage(m))
	}
	for _, i := range found.Invocations {
		called.Triggers = append(called.Triggers, TriggerCall(i))
	}
	for _, r := range found.Reasons {
		called.Reasons = append(called.Reasons, Reason(r))
	}
	for _, t := range found.Tokens {
		made := IssuedToken{Kind: t.Kind, Text: t.Text, Claims: []Claim{}}
		for _, c := range t.Claims {
			made.Claims = append(made.Claims, Claim(c))
		}
		called.Tokens = append(called.Tokens, made)
	}
	return called, nil
}

// AuthenticatorCode is what an authenticator app with a secret shows at the moment of the options.
// An error says that the secret is none.
func AuthenticatorCode(secret string, o playground.Options) (string, error) {
	code := proof.Code(secret, o.Moment())
	if code == "" {
		return "", errors.New("the secret has to be in Base32, as AssociateSoftwareToken answers it")
	}
	return code, nil
}

// KeySet is the JWKS of the pools here, as JSON text: what verifies their tokens.
func KeySet() string { return proof.JWKS() }

// Inside shows who is in a pool. An error says what is wrong with the state, or that there is no
// such pool. The moment of the options says which code an authenticator app shows.
func Inside(state, pool string, o playground.Options) (Inhabitants, error) {
	s, err := service.ReadState(state)
	if err != nil {
		return Inhabitants{}, fmt.Errorf("state: %w", err)
	}
	p := s.Pool(pool)
	if p == nil && pool == "" && len(s.Pools) > 0 {
		p = s.Pools[0]
	}
	if p == nil {
		return Inhabitants{}, fmt.Errorf("there is no pool %q", pool)
	}
	inside := Inhabitants{PoolID: p.ID, Now: s.Now, Clients: []PoolClient{}, Users: []PoolUser{}}
	if p.People == nil {
		return inside, nil
	}
	for _, c := range p.People.Clients {
		inside.Clients = append(inside.Clients, PoolClient{ID: c.ID, Name: c.Name(), Secret: c.Secret})
	}
	for _, u := range p.People.Users {
		if u == nil {
			continue
		}
		inside.Count++
		if len(inside.Users) == mostShown {
			continue
		}
		person := PoolUser{
			Username: u.Name, Sub: u.Sub, Status: u.Status, Enabled: !u.Disabled, Attributes: [][]string{}, Password: u.Password,
			Factors: append([]string{}, u.Factors...), Preferred: u.Preferred, Groups: append([]string{}, u.Groups...), SignIns: len(u.SignIns),
			Authenticator: cmp.Or(u.Offered, u.Token),
		}
		if person.Authenticator != "" {
			person.AuthenticatorCode = proof.Code(person.Authenticator, o.Moment())
		}
		for _, a := range u.Attributes {
			person.Attributes = append(person.Attributes, []string{a.Name, a.Value})
		}
		inside.Users = append(inside.Users, person)
	}
	return inside, nil
}

// mostShown is how many users Inside shows.
const mostShown = 100

// SafeUpdate writes into an UpdateUserPool request what the call would set back though the
// request says nothing of it.
func SafeUpdate(state, request string, o playground.Options) (playground.Mended, error) {
	s, err := service.ReadState(state)
	if err != nil {
		return playground.Mended{}, fmt.Errorf("state: %w", err)
	}
	text, fixes := service.SafeUpdate(s, request, around(o, o.Now != nil))
	return playground.Mended{Text: text, Fixes: append([]string{}, fixes...)}, nil
}

// PlanOf finds the calls that make a pool as it is one as a request says it.
func PlanOf(pool, request string, o playground.Options) Plan {
	found := service.PlanOf(pool, request, around(o, true))
	plan := Plan{
		Calls: []PlannedCall{}, Unreachable: []Unreachable{},
		PoolProblems: problems(found.Pool.Findings, found.Pool.Document), RequestProblems: problems(found.Wanted.Findings, found.Wanted.Document),
	}
	for _, c := range found.Calls {
		plan.Calls = append(plan.Calls, PlannedCall(c))
	}
	for _, u := range found.Unreachable {
		plan.Unreachable = append(plan.Unreachable, Unreachable(u))
	}
	if found.State != nil {
		state := found.State.Text()
		plan.State = &state
	}
	return plan
}

func around(o playground.Options, timed bool) service.Around {
	functions := map[string]service.Function{}
	for name, t := range o.Triggers {
		functions[name] = service.Function{Throws: t.Throws, Response: gjson.GetBytes(t.Response, "@ugly").Raw} // on one line, as events have it
	}
	var later []service.LaterCall
	for _, c := range o.Calls {
		later = append(later, service.LaterCall{Operation: c.Operation, Request: c.Request, Unknown: c.Expressions})
	}
	return service.Around{Day: o.AsOf, Now: o.Moment(), Timed: timed, Account: o.Caller(), PoolID: o.PoolID, Functions: functions, Unknown: o.Expressions, Later: later}
}

func reply(r service.Reply) playground.Reply {
	return playground.Reply{Status: r.Status, Body: r.Body, Wire: r.Wire, Origins: json.RawMessage(r.Origins)}
}

func problems(findings []diagnostic.Diagnostic, d *source.Document) []playground.Problem {
	all := make([]playground.Problem, 0, len(findings))
	for _, f := range slices.Clone(findings) {
		all = append(all, playground.ProblemOf(f, d))
	}
	return all
}
