// Package calls is the surface of the program that answers calls on a pool that is there: the
// wire types, and one function a verb. It holds no knowledge of its own; package service has it.
// Its types stand in this file, from which the TypeScript types are generated, as those of package
// playground are.
package calls

import "userpoolplayground/internal/playground"

// Opened is a pool that calls can be made on.
type Opened struct {
	// State is all that exists then, as a text for call; null where the text says no pool.
	State *string `json:"state" ts:"string | null"`
	// Reply is what DescribeUserPool shows now, or the exception that making the pool gives.
	Reply playground.Reply `json:"reply"`
	// Problems are those of the text.
	Problems []playground.Problem `json:"problems"`
}

// Called is what comes of a call.
type Called struct {
	// Reply is the service's.
	Reply playground.Reply `json:"reply"`
	// State is the one afterwards: the same text where nothing changed.
	State string `json:"state"`
	// Problems are sorted by their place in the request.
	Problems []playground.Problem `json:"problems"`
	// Changes are what is another in the pool than before, in the reference's order.
	Changes []PoolChange `json:"changes"`
	// Sent are the messages that users get by the call, in their order.
	Sent []SentMessage `json:"sent"`
	// Triggers are the functions that the service calls, in their order.
	Triggers []TriggerCall `json:"triggers"`
	// Reasons say why the answer is as it is, in the order in which they came up.
	Reasons []Reason `json:"reasons"`
	// Tokens are those of the reply, taken apart.
	Tokens []IssuedToken `json:"tokens"`
}

// Reason says why an answer is as it is.
type Reason struct {
	// Setting is what of the pool decides it, as a JSON Pointer into the CreateUserPool request;
	// or what of the client, as one into CreateUserPoolClient's behind "client:"; absent where
	// neither does.
	Setting  string `json:"setting,omitempty"`
	Why      string `json:"why"`
	Evidence string `json:"evidence" ts:"'observed' | 'documented' | 'inferred' | 'disputed'"`
}

// IssuedToken is a token of a reply, taken apart.
type IssuedToken struct {
	Kind string `json:"kind" ts:"'id' | 'access'"`
	// Text is the whole token. Its signature is by the example key, whose public half keySet gives.
	Text   string  `json:"text"`
	Claims []Claim `json:"claims"`
}

// Claim is one claim of a token.
type Claim struct {
	Name string `json:"name"`
	// Value is JSON text; Why says where it comes from.
	Value string `json:"value"`
	Why   string `json:"why"`
}

// Inhabitants are who and what is in a pool beside its settings.
type Inhabitants struct {
	PoolID string `json:"poolId"`
	// Now is the state's clock, in epoch milliseconds: the moment of the last call that changed
	// something.
	Now     int64        `json:"now"`
	Clients []PoolClient `json:"clients"`
	Users   []PoolUser   `json:"users"`
	// Count is how many users there are; Users has 100 of them at most.
	Count int `json:"count"`
}

// PoolClient is an app client.
type PoolClient struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Secret string `json:"secret,omitempty"`
}

// PoolUser is a user.
type PoolUser struct {
	Username string `json:"username"`
	Sub      string `json:"sub"`
	Status   string `json:"status"`
	Enabled  bool   `json:"enabled"`
	// Attributes are pairs of a name and a value, in the order in which they came.
	Attributes [][]string `json:"attributes"`
	// Password is what signs in, "" for none; no real one ever stands here.
	Password string `json:"password"`
	// Authenticator is the secret of an authenticator app in Base32, absent for none, and
	// AuthenticatorCode the one that it shows now.
	Authenticator     string   `json:"authenticator,omitempty"`
	AuthenticatorCode string   `json:"authenticatorCode,omitempty"`
	Factors           []string `json:"factors"`
	Preferred         string   `json:"preferred,omitempty"`
	Groups            []string `json:"groups"`
	// SignIns is how many sign-ins have tokens that are not revoked.
	SignIns int `json:"signIns"`
}

// PoolChange is one value of DescribeUserPool's answer that a call made another.
type PoolChange struct {
	// Pointer is its JSON Pointer into DescribeUserPool's body.
	Pointer string `json:"pointer"`
	// Why says in a sentence how it came about. Where it is not known whether it does, both
	// outcomes are named.
	Why string `json:"why"`
	// Evidence says how that is known.
	Evidence string `json:"evidence" ts:"'observed' | 'documented' | 'inferred' | 'disputed'"`
	// Kind is "given" by the call, "reset" though the call says nothing of it, or "derived"
	// from other values.
	Kind string `json:"kind" ts:"'given' | 'reset' | 'derived'"`
	// Before and After are JSON texts, absent where there was or is nothing.
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

// SentMessage is a message that a call sends.
type SentMessage struct {
	Medium      string `json:"medium" ts:"'EMAIL' | 'SMS'"`
	Destination string `json:"destination"`
	Subject     string `json:"subject,omitempty"`
	Text        string `json:"text"`
	// Code is the one in the text.
	Code string `json:"code,omitempty"`
}

// TriggerCall is a call of a function by the service.
type TriggerCall struct {
	// Name is the one in LambdaConfig, Source that of triggerSource.
	Name   string `json:"name"`
	ARN    string `json:"arn"`
	Source string `json:"source"`
	// Event is JSON text.
	Event string `json:"event"`
}

// Plan is the way from a pool as it is to one as a request says it.
type Plan struct {
	// Calls are the fewest that lead there, in their order.
	Calls []PlannedCall `json:"calls"`
	// Unreachable is what no call changes.
	Unreachable []Unreachable `json:"unreachable"`
	// PoolProblems are those of the pool's text, RequestProblems those of the request. With an
	// error among them there are no calls.
	PoolProblems    []playground.Problem `json:"poolProblems"`
	RequestProblems []playground.Problem `json:"requestProblems"`
	// State is the one that the calls lead to, null where there are errors.
	State *string `json:"state" ts:"string | null"`
}

// PlannedCall is one call of a plan.
type PlannedCall struct {
	Operation string `json:"operation"`
	// Request is JSON text.
	Request string `json:"request"`
	// Why says in a sentence what it is for.
	Why string `json:"why"`
}

// Unreachable is a difference that no call takes away.
type Unreachable struct {
	// Pointer is its JSON Pointer into DescribeUserPool's body.
	Pointer string `json:"pointer"`
	// Wanted and Stays are JSON texts, absent for nothing.
	Wanted string `json:"wanted,omitempty"`
	Stays  string `json:"stays,omitempty"`
	// Why says what could be done in place of a call.
	Why string `json:"why"`
}
