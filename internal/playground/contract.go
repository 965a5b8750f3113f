package playground

import (
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/example"
	"userpoolplayground/internal/rule"
)

// ContractOf returns the reference of the day that the options ask for.
func ContractOf(o Options) Contract {
	c := contract.At(o.AsOf)
	answer := Contract{
		AsOf: c.Date, Revisions: contract.Revisions(), Request: c.Request.Name, UserPool: c.UserPool.Name,
		Shapes: map[string]Shape{}, Rules: []Rule{}, Examples: []Example{},
	}
	for _, s := range c.Shapes() {
		answer.Shapes[s.Name] = shape(s)
	}
	for _, r := range rule.All {
		if r.InForce(o.AsOf) {
			answer.Rules = append(answer.Rules, publicRule(r))
		}
	}
	for _, e := range example.All() {
		answer.Examples = append(answer.Examples, Example{ID: e.ID, Title: e.Title, Description: e.Description, Request: e.Request})
	}
	return answer
}

func shape(s *contract.Shape) Shape {
	answer := Shape{Type: s.Kind.String(), Description: s.Description, Enum: s.Enum, Pattern: s.Pattern, Min: s.Min, Max: s.Max}
	if s.Element != nil {
		answer.Element = s.Element.Name
	}
	if s.Key != nil {
		answer.Key = s.Key.Name
	}
	for _, m := range s.Members {
		answer.Members = append(answer.Members, Member{
			Name: m.Name, Shape: m.Shape.Name, Description: m.Description, Required: m.Required, Deprecated: m.Deprecated,
			Default: m.Default, Since: m.Since, Update: m.Update, Evidence: m.Evidence, DefaultEvidence: m.DefaultEvidence,
			Links: append([]string{m.Link()}, m.Links...),
		})
	}
	return answer
}

func publicRule(r *rule.Rule) Rule {
	says, unworded := r.Says, r.Says == ""
	if unworded {
		says = r.Message
	}
	exception := r.Exception
	if exception == "" {
		exception = rule.InvalidParameter
	}
	evidence := r.Evidence
	if evidence == "" {
		evidence = diagnostic.Inferred
	}
	return Rule{
		ID: r.ID, Fields: r.Fields, Exception: Exception{Type: exception, Message: says, Unworded: unworded},
		Message: r.Message, Why: r.Why, Evidence: evidence, Links: append([]string{}, r.Links...),
		Since: r.Since, Until: r.Until, Bad: r.Bad, Good: r.Good,
	}
}
