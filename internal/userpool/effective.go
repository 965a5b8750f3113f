// Package userpool makes the UserPool that the service answers a valid request with: what
// was given, what the service fills in, what it computes, each value with its origin. It
// reads a request that passed every stage and asks nothing about right or wrong.
package userpool

import (
	"strconv"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

// Options are what a reply depends on beside the request.
type Options struct {
	Contract *contract.Contract
	Account  account.Account
	// Describe asks for what DescribeUserPool shows right after, in place of
	// CreateUserPool's own answer.
	Describe bool
	// Day is the day of the call, YYYY-MM-DD; "" is today.
	Day string
	// Now is the moment of the call in epoch milliseconds.
	Now int64
	// PoolID is the new pool's Id; "" for an example.
	PoolID string
	// Mfa is the SetUserPoolMfaConfig that follows, with the places of the text; nil where the pool is shown
	// as CreateUserPool leaves it.
	Mfa *source.Node
}

type builder struct {
	Options
	request *request.Request
	// spare are values to come: one allocation for many.
	spare []Value
}

func (b *builder) value(v Value) *Value {
	if len(b.spare) == 0 {
		b.spare = make([]Value, 32)
	}
	made := &b.spare[0]
	b.spare = b.spare[1:]
	*made = v
	return made
}

// New returns the UserPool that a request makes.
func New(r *request.Request, o Options) *Value {
	b := &builder{Options: o, request: r}
	pool := &Value{Kind: contract.Structure, Origin: Origin{Kind: Derived}}
	for _, m := range o.Contract.UserPool.Members {
		var v *Value
		if m.From != "" {
			// Where the value comes from is one member of the request, and so are its
			// default and its shape.
			in := o.Contract.Request.Member(m.From[1:])
			switch open := r.Root.Open(); {
			case in == nil:
			case open != nil && r.Get(in.Name) == nil:
				v = b.unknown(in.Name, open, "")
			default:
				v = b.member(in, r.Get(in.Name))
			}
		} else {
			v = b.member(m, r.Get(m.Name))
		}
		if v != nil {
			v.Name = m.Name
			if mode := o.Mfa.Member(m.Name); mode != nil && m.Name == "MfaConfiguration" {
				v.Text = mode.Text
				v.Origin = Origin{Kind: Given, From: "/MfaConfiguration", Why: "SetUserPoolMfaConfig sets it once the pool is made.", Evidence: diagnostic.Documented}
			}
			pool.Children = append(pool.Children, v)
		}
	}
	return pool
}

// member returns what becomes of one member, or nil when it stays absent.
func (b *builder) member(m *contract.Member, given *request.Value) *Value {
	var v *Value
	if m.Derived != "" {
		v = derivations[m.Derived](b, m, given)
	}
	if v == nil && given != nil && m.Of != b.Contract.UserPool {
		v = b.given(given)
	}
	if v == nil && given == nil && m.Default != "" {
		v = b.defaulted(m.Shape, gjson.Parse(m.Default), Origin{Kind: Default, Evidence: m.DefaultEvidence, Why: leftOut(m)})
	}
	if v != nil {
		v.Name = m.Name
	}
	return v
}

// unknown is a value that a tool works out at deployment, of whatever type it will be.
func (b *builder) unknown(name string, n *source.Node, pointer string) *Value {
	return b.value(Value{Name: name, Kind: contract.String, Text: n.Text, Origin: Origin{Kind: Unknown, From: pointer, Why: n.Why}})
}

// leftOut says why a default is there, and since when where that is not exactly known.
func leftOut(m *contract.Member) string {
	why := "What the service uses when the request leaves " + m.Name + " out."
	if m.DefaultLastSeen != "" {
		why += " That began between " + m.DefaultLastSeen + " and " + m.DefaultSince + "."
	}
	return why
}

// given repeats what the request says, in the reference's order, and fills what a given
// block leaves out.
func (b *builder) given(r *request.Value) *Value {
	if n := r.Unknown(); n != nil {
		return b.unknown(r.Name, n, r.Pointer())
	}
	v := b.value(Value{Name: r.Name, Kind: r.Shape.Kind, Origin: Origin{Kind: Given, From: r.Pointer()}})
	switch r.Shape.Kind {
	case contract.String:
		v.Text = r.Text()
	case contract.Integer:
		v.Text = strconv.FormatInt(r.Int(), 10)
	case contract.Boolean:
		v.Text = strconv.FormatBool(r.Bool())
	case contract.Structure:
		for _, m := range r.Shape.Members {
			given := r.Get(m.Name)
			if given == nil && r.Open() != nil {
				v.Children = append(v.Children, b.unknown(m.Name, r.Open(), r.Pointer()))
			} else if c := b.member(m, given); c != nil {
				v.Children = append(v.Children, c)
			}
		}
	default:
		for _, child := range r.Children {
			c := b.given(child)
			if r.Shape.Kind == contract.List {
				c.Name = ""
			}
			v.Children = append(v.Children, c)
		}
		if n := r.Open(); n != nil {
			// The expression stands in for all the others.
			others := b.unknown(n.Text, n, r.Pointer())
			if r.Shape.Kind == contract.List {
				others.Name = ""
			}
			v.Children = append(v.Children, others)
		}
	}
	return v
}

// defaulted builds a default of the contract; a block's absent members are filled as in
// a given one.
func (b *builder) defaulted(s *contract.Shape, json gjson.Result, origin Origin) *Value {
	v := b.value(Value{Kind: s.Kind, Origin: origin})
	switch s.Kind {
	case contract.List:
		for _, element := range json.Array() {
			v.Children = append(v.Children, b.defaulted(s.Element, element, origin))
		}
	case contract.Structure:
		for _, m := range s.Members {
			var c *Value
			if stated := json.Get(m.Name); stated.Exists() {
				c = b.defaulted(m.Shape, stated, origin)
				c.Name = m.Name
			} else {
				c = b.member(m, nil)
			}
			if c != nil {
				v.Children = append(v.Children, c)
			}
		}
	default:
		v.Text = json.String()
	}
	return v
}
