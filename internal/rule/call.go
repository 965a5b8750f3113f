package rule

import (
	"slices"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

// The operations that rules speak of.
const (
	CreateUserPool       = "CreateUserPool"
	UpdateUserPool       = "UpdateUserPool"
	DeleteUserPool       = "DeleteUserPool"
	AddCustomAttributes  = "AddCustomAttributes"
	SetUserPoolMfaConfig = "SetUserPoolMfaConfig"
	TagResource          = "TagResource"
	CreateUserPoolDomain = "CreateUserPoolDomain"
	DeleteUserPoolDomain = "DeleteUserPoolDomain"
)

// ofCreation are the operations of a rule about what only CreateUserPool takes.
var ofCreation = []string{CreateUserPool}

// ofAttributes are those of a rule about custom attributes.
var ofAttributes = []string{CreateUserPool, AddCustomAttributes}

// Pool is what an operation on a pool finds there, as far as rules ask for it.
type Pool struct {
	// ID and ARN are "" where there is no pool.
	ID, ARN string
	// Factor tells whether a second factor is enabled; where that is not known, it counts as
	// enabled, and Unsure is set.
	Factor, Unsure bool
	// WebAuthn is the FactorConfiguration of passkeys, "" for none.
	WebAuthn string
	// Sender is the EmailSendingAccount.
	Sender string
	// Verified are its AutoVerifiedAttributes, and FirstFactors what a sign-in may begin with.
	Verified, FirstFactors []string
	// Attributes are the names of all its attributes, as they are shown; Custom is how many of
	// them it was given.
	Attributes []string
	Custom     int
	// Tags are the keys of its tags.
	Tags []string
	// Protected tells that DeletionProtection is ACTIVE.
	Protected bool
	// Tier is its UserPoolTier, "" where that is not said.
	Tier string
	// Recovery are the names of its RecoveryMechanisms.
	Recovery []string
	// ManagedLogin tells whether a domain of its own shows managed login.
	ManagedLogin bool
	// Domain and CustomDomain are its own; Taken tells whether another pool has a domain.
	Domain, CustomDomain string
	Taken                func(domain string) bool
	// Kept tells whether a value is the pool's and not the call's.
	Kept func(*request.Value) bool
}

// HoldsFor reports whether a rule is asked by an operation.
func (r *Rule) HoldsFor(operation string) bool {
	if r.Calls == nil {
		return operation == CreateUserPool || operation == UpdateUserPool
	}
	return slices.Contains(r.Calls, operation)
}

// Call is a request of an operation on a pool, as the rules see it.
type Call struct {
	Operation string
	// Request is what the rules read: for UpdateUserPool what the pool is to become, for the
	// others what the call says. Document has its places.
	Request  *request.Request
	Document *source.Document
	// Said is what an update says itself, for the rules that ask for nothing else.
	Said    *request.Request
	Account account.Account
	Day     string
	Pool    *Pool
}

// RunPresence asks whether there is what a call speaks of.
func RunPresence(call Call) []diagnostic.Diagnostic { return call.run(0, OfPresence) }

// RunCall holds a call against every rule in force that its operation asks: those of operations
// on a pool first, then those that they share with CreateUserPool.
func RunCall(call Call) []diagnostic.Diagnostic {
	return call.run(len(OfPresence), OfPools, All, Advice)
}

func (call Call) run(order int, lists ...[]*Rule) []diagnostic.Diagnostic {
	var found []diagnostic.Diagnostic
	c := &Case{Document: call.Document, Account: call.Account, Pool: call.Pool, day: call.Day}
	for _, list := range lists {
		for _, rule := range list {
			order++
			if !rule.HoldsFor(call.Operation) || !rule.InForce(call.Day) || len(call.Request.Mistyped) > 0 && rule.unreadable(call.Request) {
				continue
			}
			c.request = call.Request
			if rule.OfTheCall && call.Said != nil {
				c.request = call.Said
			}
			c.rule, c.order, c.found, c.read = rule, order, nil, c.read[:0]
			rule.Check(c)
			for _, b := range c.found {
				found = append(found, b.d)
			}
		}
	}
	return found
}

// kept reports whether a value is what the pool has and the call leaves alone.
func (c *Case) kept(v *request.Value) bool {
	return c.Pool != nil && c.Pool.Kept != nil && v != nil && c.Pool.Kept(v)
}
