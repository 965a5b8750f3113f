package playground

import (
	"userpoolplayground/internal/account"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/source"
)

// What package calls, the surface of the program that answers calls, shares with this one.

// ReadOptions reads the options of a call, JSON text or "". Its errors say which one is wrong.
func ReadOptions(text string) (Options, error) { return readOptions(text) }

// Moment is the moment of the call in epoch milliseconds.
func (o Options) Moment() int64 { return o.now() }

// Caller is the account that the call is made from.
func (o Options) Caller() account.Account { return o.account() }

// ProblemOf is a finding as a problem, at its place in UTF-16 code units.
func ProblemOf(d diagnostic.Diagnostic, document *source.Document) Problem {
	return problem(d, document)
}

// Encode writes an answer as JSON text, in one line.
func Encode(answer any) string { return encode(answer) }
