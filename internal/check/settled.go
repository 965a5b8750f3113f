package check

import (
	"strings"
	"sync"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

// settled holds the members of the request that was checked last, by their text, which met
// every constraint: a keystroke changes one of them, and to validate the others again takes
// a quarter of an evaluation, or nearly all of it with long messages. What a constraint says
// depends on nothing but the contract and the member's own text.
var settled struct {
	sync.Mutex
	contract *contract.Contract
	texts    map[string]string
}

// violations holds a request against the contract, but for the members that are settled.
func violations(r *request.Request, c *contract.Contract, d *source.Document) []contract.Violation {
	// Next to a fault, where a member's text ends is no more than a guess.
	if r.Root.Shape.Kind != contract.Structure || len(d.Faults) > 0 {
		return c.Validate(r.Instance())
	}
	settled.Lock()
	defer settled.Unlock()
	before := settled.texts
	if settled.contract != c {
		before = nil
	}
	// Of the settled ones, those that have to be there show that they are.
	instance := make(map[string]any, len(r.Root.Children))
	met := make(map[string]string, len(r.Root.Children))
	required, open := len(r.Root.Shape.Required), 0
	for _, v := range r.Root.Children {
		text := d.Text[v.Node.Start:v.Node.End]
		met[v.Name] = text
		known, ok := before[v.Name]
		if !ok || known != text {
			open++
		} else if !v.Member.Required {
			continue
		}
		if v.Member.Required {
			required--
		}
		instance[v.Name] = v.Instance()
	}
	var found []contract.Violation
	if open > 0 || required > 0 {
		found = c.Validate(instance)
	}
	for _, violation := range found {
		name, _, _ := strings.Cut(strings.TrimPrefix(violation.Pointer, "/"), "/")
		delete(met, name)
	}
	settled.contract, settled.texts = c, met
	return found
}
