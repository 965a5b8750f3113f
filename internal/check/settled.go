package check

import (
	"strings"
	"sync"

	"userpoolplayground/internal/constraint"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

// settled holds what the constraints said of each member of the request that was checked
// last: a keystroke changes one of them, and to validate the others again takes a quarter of
// an evaluation, or nearly all of it with long messages. What is said of a member depends on
// nothing but the contract and the member's own text.
var settled struct {
	sync.Mutex
	contract *contract.Contract
	members  map[string]verdict
}

type verdict struct {
	text  string
	found []constraint.Violation
}

// violations holds a request against the contract, but for the members that are settled.
func violations(r *request.Request, c *contract.Contract, d *source.Document) []constraint.Violation {
	// Next to a fault, where a member's text ends is no more than a guess; and in another
	// language a member's bytes do not say what it is.
	if r.Root.Shape.Kind != contract.Structure || len(d.Faults) > 0 || d.Foreign() {
		return constraint.Validate(c, r.Instance())
	}
	settled.Lock()
	defer settled.Unlock()
	before := settled.members
	if settled.contract != c {
		before = nil
	}
	var found []constraint.Violation
	now := make(map[string]verdict, len(r.Root.Children))
	// Of the settled ones, those that have to be there show that they are.
	instance := make(map[string]any, len(r.Root.Children))
	required, open := len(r.Root.Shape.Required), 0
	for _, v := range r.Root.Children {
		text := d.Text[v.Node.Start:v.Node.End]
		if v.Member.Required {
			required--
		}
		if known, ok := before[v.Name]; ok && known.text == text && !(v.Member.Required && len(known.found) > 0) {
			now[v.Name] = known
			found = append(found, known.found...)
			if v.Member.Required {
				instance[v.Name] = v.Instance()
			}
			continue
		}
		now[v.Name] = verdict{text: text}
		instance[v.Name] = v.Instance()
		open++
	}
	if open > 0 || required > 0 {
		for _, violation := range constraint.Validate(c, instance) {
			found = append(found, violation)
			name, _, _ := strings.Cut(strings.TrimPrefix(violation.Pointer, "/"), "/")
			if said, ok := now[name]; ok {
				said.found = append(said.found, violation)
				now[name] = said
			}
		}
	}
	settled.contract, settled.members = c, now
	return found
}
