package playground

import (
	"fmt"

	"userpoolplayground/internal/awserror"
	"userpoolplayground/internal/check"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/message"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/summary"
	"userpoolplayground/internal/userpool"
	"userpoolplayground/wasm/json"
)

// Summarise tells in plain language what pool the request makes.
func Summarise(text string, o Options) Summary {
	answer := Summary{Sections: []Section{}, Messages: []UserMessage{}}
	pool, why := o.pool(text)
	if pool == nil {
		answer.Refused = why
		return answer
	}
	told := summary.Of(pool, o.mfa(), contract.At(o.AsOf))
	for _, s := range told.Sections {
		section := Section{ID: s.ID, Title: s.Title, Statements: []Statement{}}
		for _, statement := range s.Statements {
			section.Statements = append(section.Statements, Statement(statement))
		}
		answer.Sections = append(answer.Sections, section)
	}
	for _, m := range told.Messages {
		answer.Messages = append(answer.Messages, UserMessage{
			ID: m.ID, Title: m.Title, When: m.When, Channel: m.Channel, From: m.From, Subject: m.Subject, Note: m.Note, Body: m.Body, Pointers: m.Pointers,
		})
	}
	return answer
}

// TryPassword holds a password against the policy of the pool that the request makes. A
// request that makes none has no rules and accepts nothing.
func TryPassword(text, password string, o Options) PasswordTrial {
	answer := PasswordTrial{Rules: []PasswordRule{}}
	pool, _ := o.pool(text)
	if pool == nil {
		return answer
	}
	answer.Accepted = true
	for _, r := range summary.TryPassword(pool, password) {
		answer.Rules = append(answer.Rules, PasswordRule(r))
		answer.Accepted = answer.Accepted && r.Kept
	}
	return answer
}

// pool is the one that a text makes, or nil with a sentence that says why there is none.
func (o Options) pool(text string) (*userpool.Value, string) {
	c := contract.At(o.AsOf)
	result := check.Run(source.Parse(text).LeftOpen(o.Expressions), c, o.AsOf, o.account())
	if awserror.For(result.Findings) != nil {
		said, _ := message.For(gravest(result.Findings).Facts)
		return nil, "The service would refuse this request, so there is no pool: " + said
	}
	made := o.userPool(c, result.Account)
	made.Mfa = o.mfa()
	return userpool.New(result.Request, made), ""
}

// gravest is the finding that the service would speak of: an error of the earliest stage,
// and of several rules that of the earliest.
func gravest(findings []diagnostic.Diagnostic) diagnostic.Diagnostic {
	for _, stage := range []diagnostic.Stage{diagnostic.Syntax, diagnostic.Types, diagnostic.Constraints, diagnostic.Semantics, diagnostic.Account} {
		found, order := -1, 0
		for i, f := range findings {
			if f.Stage != stage || f.Severity != diagnostic.Error {
				continue
			}
			broken, _ := f.Facts.(diagnostic.Broken)
			if found < 0 || broken.Order < order {
				found, order = i, broken.Order
			}
		}
		if found >= 0 {
			return findings[found]
		}
	}
	panic("playground: an exception without an error")
}

// readPassword reads the argument of tryPassword.
func readPassword(argument string) (string, error) {
	var password string
	if err := json.Unmarshal([]byte(argument), &password); argument == "" || argument == "null" || err != nil {
		return "", fmt.Errorf("password has to be a string")
	}
	return password, nil
}
