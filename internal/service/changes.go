package service

import (
	"slices"
	"strconv"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// How a value of the pool came to be another.
const (
	Given   = "given"   // the call says it
	Reset   = "reset"   // the call does not, and the service sets it back
	Derived = "derived" // the service works it out
)

// Change is one value of DescribeUserPool's answer that a call made another.
type Change struct {
	// Pointer is its JSON Pointer into the answer's body.
	Pointer string
	// Why says in a sentence how it came about, and Evidence how that is known.
	Why, Evidence string
	// Kind is Given, Reset or Derived.
	Kind string
	// Before and After are JSON texts, "" where there was or is nothing.
	Before, After string
}

// change is a difference that is not explained yet.
type change struct {
	// path are the names that lead to it, the pool's member first.
	path          []string
	before, after *userpool.Value
}

// changes lists what is another between two showings of a pool, in the reference's order, as
// deep as both have something.
func changes(before, after *userpool.Value, c *contract.Contract, explain func(change) Change) []Change {
	var found []Change
	note := func(d change) {
		made := explain(d)
		made.Pointer = "/UserPool"
		for _, name := range d.path {
			made.Pointer += "/" + source.EscapePointer(name)
		}
		if d.before != nil {
			made.Before = d.before.JSON()
		}
		if d.after != nil {
			made.After = d.after.JSON()
		}
		found = append(found, made)
	}
	for _, m := range c.UserPool.Members {
		differences(change{[]string{m.Name}, before.Member(m.Name), after.Member(m.Name)}, note)
	}
	return found
}

func differences(d change, note func(change)) {
	if same(d.before, d.after) {
		return
	}
	if d.before == nil || d.after == nil || d.before.Kind != d.after.Kind {
		note(d)
		return
	}
	at := func(name string, before, after *userpool.Value) change {
		return change{append(slices.Clone(d.path), name), before, after}
	}
	switch d.before.Kind {
	case contract.Structure, contract.Map:
		var names []string
		for _, v := range slices.Concat(d.before.Children, d.after.Children) {
			if !slices.Contains(names, v.Name) {
				names = append(names, v.Name)
			}
		}
		for _, name := range names {
			differences(at(name, d.before.Member(name), d.after.Member(name)), note)
		}
		return
	case contract.List:
		// Attributes are only ever added.
		if d.path[0] == "SchemaAttributes" {
			for i, entry := range d.after.Children {
				if !slices.ContainsFunc(d.before.Children, func(v *userpool.Value) bool { return same(v, entry) }) {
					note(at(strconv.Itoa(i), nil, entry))
				}
			}
			return
		}
	}
	note(d)
}

func same(a, b *userpool.Value) bool {
	if a == nil || b == nil {
		return a == b
	}
	if a == b {
		return true
	}
	if a.Kind != b.Kind || a.Text != b.Text || len(a.Children) != len(b.Children) {
		return false
	}
	for i, c := range a.Children {
		if c.Name != b.Children[i].Name || !same(c, b.Children[i]) {
			return false
		}
	}
	return true
}

// worked is a change that follows from others.
func worked(d change) Change {
	made := Change{Kind: Derived, Evidence: diagnostic.Inferred}
	switch {
	case d.path[0] == "LastModifiedDate":
		made.Why = "The moment of the call."
	case d.after != nil && d.after.Origin.Why != "":
		made.Why, made.Evidence = d.after.Origin.Why, d.after.Origin.Evidence
	default:
		made.Why = "It follows from another change."
	}
	return made
}

// asked is a change that an operation is there for.
func asked(why string, members ...string) func(change) Change {
	return func(d change) Change {
		if !slices.Contains(members, d.path[0]) {
			return worked(d)
		}
		return Change{Kind: Given, Why: why, Evidence: diagnostic.Observed}
	}
}
