package playground

import (
	"slices"
	"strings"
	"time"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/example"
	"userpoolplayground/internal/rule"
)

// ContractOf returns the reference of the day that the options ask for.
func ContractOf(o Options) Contract {
	c := contract.At(o.AsOf)
	answer := Contract{
		AsOf: c.Date, Changes: []Change{}, Request: c.Request.Name, UserPool: c.UserPool.Name,
		Shapes: map[string]Shape{}, Rules: []Rule{}, Examples: []Example{}, Exports: exportTargets(),
	}
	for _, s := range c.Shapes() {
		answer.Shapes[s.Name] = shape(s)
	}
	for _, change := range contract.Changes() {
		var titles []string
		for _, r := range contract.References {
			if contract.RevisionOn(r.Day) == change.Day {
				titles = append(titles, r.Title)
			}
		}
		answer.Changes = append(answer.Changes, Change{
			Day: change.Day, Title: strings.Join(titles, "; "), Added: append([]string{}, change.Added...), Changed: append([]string{}, change.Changed...),
		})
	}
	for _, r := range slices.Concat(rule.All, rule.Advice, rule.Listed) {
		if o.AsOf == "" || r.InForce(o.AsOf) {
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
		update := m.Update()
		answer.Members = append(answer.Members, Member{
			Name: m.Name, Shape: m.Shape.Name, Description: m.Description, Required: m.Required, Deprecated: m.Deprecated,
			Default: m.Default, Since: m.Since, Update: update.Omitted, UpdateEvidence: update.Evidence, UpdateNote: update.Note, Evidence: m.Evidence, DefaultEvidence: m.DefaultEvidence,
			Links: append([]string{m.Link()}, m.Links...),
		})
	}
	return answer
}

func publicRule(r *rule.Rule) Rule {
	answer := Rule{
		ID: r.ID, Fields: append([]string{}, r.Fields...), Stage: string(r.StageOf()), Severity: r.SeverityOf().String(),
		Message: r.Message, General: r.General(), Why: r.Why, Evidence: r.Evidence, Links: append([]string{}, r.Links...),
		Since: r.Since, Until: r.Until, Bad: r.Bad, Good: r.Good, Around: around(r),
	}
	for _, e := range r.Earlier {
		answer.Earlier = append(answer.Earlier, EarlierMessage{Until: e.Until, LastSeen: e.LastSeen, Message: e.Says})
	}
	if r.SeverityOf() == diagnostic.Error {
		answer.Exception = &Exception{Type: r.ExceptionOf(), Message: r.Says, Unworded: r.Says == ""}
		if r.Says == "" {
			answer.Exception.Message = r.Message
		}
	}
	return answer
}

// around are the options that a rule's requests are meant with, nil for none: the account,
// and for a rule that no longer holds the last day on which it did.
func around(r *rule.Rule) *Options {
	o := Options{Region: r.Around.Region, AccountID: r.Around.ID}
	if r.Around.SMSRole != "" || r.Around.SESKnown {
		o.Account = &Account{SMSRole: r.Around.SMSRole}
		if r.Around.SESKnown {
			identities := append([]string{}, r.Around.SESIdentities...)
			o.Account.SESIdentities = &identities
		}
	}
	if until, err := time.Parse(time.DateOnly, r.Until); err == nil {
		o.AsOf = until.AddDate(0, 0, -1).Format(time.DateOnly)
	}
	if r.Around.Region == "" && r.Around.ID == "" && o.Account == nil && o.AsOf == "" {
		return nil
	}
	return &o
}
