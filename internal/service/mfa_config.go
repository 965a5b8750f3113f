package service

import (
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// GetUserPoolMfaConfig shows the mode and the factors.
var getUserPoolMfaConfig = operation{pool: byID, run: func(t *turn) answer {
	return answer{value: t.pool.mfaConfig(t.api.Contract, t.Day)}
}}

// SetUserPoolMfaConfig sets all of it: what the call leaves out is off, or gone.
var setUserPoolMfaConfig = operation{pool: byID, rules: func(t *turn) []diagnostic.Diagnostic {
	return append(rule.RunCall(t.ask(t.facts())), t.dropped()...)
}, run: func(t *turn) answer {
	c := t.api.Contract
	mode := &source.Node{Name: "MfaConfiguration", Kind: source.String, Text: "OFF"}
	if given := t.request.Get("MfaConfiguration"); given != nil {
		mode = said(given)
	}
	next := t.pool.changed(set(t.pool.Settings, mode, c))
	block := func(name string) *source.Node {
		if v := t.request.Get(name); v != nil {
			n := said(v)
			n.Name = ""
			return n
		}
		return nil
	}
	next.Mfa = Mfa{Token: block("SoftwareTokenMfaConfiguration"), Email: block("EmailMfaConfiguration"), WebAuthn: block("WebAuthnConfiguration")}
	// What sends text messages stays where the call says nothing of it: the pool needs it for
	// more than MFA.
	if sms := t.request.Get("SmsMfaConfiguration"); sms != nil {
		next.Mfa.SMS = mode.Text != "OFF"
		next = next.changed(set(next.Settings, said(sms.Get("SmsConfiguration")), c))
		message := &source.Node{Name: "SmsAuthenticationMessage"}
		if given := sms.Get("SmsAuthenticationMessage"); given != nil {
			message = said(given)
		}
		next = next.changed(set(next.Settings, message, c))
	}
	a := t.modified(next, func(d change) Change {
		switch d.path[0] {
		case "MfaConfiguration":
			if t.request.Get("MfaConfiguration") == nil {
				return Change{Kind: Reset, Evidence: diagnostic.Observed, Why: "SetUserPoolMfaConfig sets all of the pool's MFA: a mode that is left out is OFF."}
			}
			return Change{Kind: Given, Evidence: diagnostic.Observed, Why: "The call gives it."}
		case "SmsConfiguration":
			return Change{Kind: Given, Evidence: diagnostic.Documented, Why: "SmsMfaConfiguration gives it, and it is the pool's own."}
		case "SmsAuthenticationMessage":
			if d.after == nil {
				return Change{Kind: Reset, Evidence: diagnostic.Inferred, Why: "SmsMfaConfiguration replaces the pool's, and leaves the message out."}
			}
			return Change{Kind: Given, Evidence: diagnostic.Documented, Why: "SmsMfaConfiguration gives it, and it is the pool's own."}
		}
		return worked(d)
	})
	a.value = next.mfaConfig(c, t.Day)
	return a
}}

// dropped warns of each block that the pool has and the call leaves out.
func (t *turn) dropped() []diagnostic.Diagnostic {
	var found []diagnostic.Diagnostic
	root := t.document.Root
	has := t.pool.mfaConfig(t.api.Contract, t.Day)
	for _, m := range t.called.Contract.Request.Members {
		v := has.Member(m.Name)
		var what string
		switch {
		case v == nil || t.request.Get(m.Name) != nil:
			continue
		case m.Name == "MfaConfiguration" && v.Text != "OFF":
			what = "sets it to OFF. The pool has " + v.Text
		case m.Name == "SmsMfaConfiguration" && t.pool.Mfa.SMS:
			what = "takes text messages away as a second factor, and keeps what sends them"
		case m.Name == "SmsMfaConfiguration" || m.Name == "MfaConfiguration":
			continue
		default:
			what = "removes it. The pool has " + short(spelt(shown(v)))
		}
		finding := diagnostic.Diagnostic{
			Rule: "update-resets", Stage: diagnostic.Advice, Severity: diagnostic.Warning, Pointer: "/" + m.Name, Start: root.Start, End: root.Start + 1,
			Evidence: diagnostic.Observed, Links: []string{m.Link(), "https://github.com/go-to-k/cdkd/issues/2051"},
			Facts: diagnostic.Broken{Message: "A call that leaves " + m.Name + " out " + what + ".", Why: "SetUserPoolMfaConfig sets all of a pool's MFA. The answer of GetUserPoolMfaConfig, sent back, leaves it as it is."},
			Fixes: []source.Fix{{Title: "Send " + m.Name + " along as it is", Edits: t.document.SetMember(root, m.Name, spelt(shown(v)))}},
		}
		if m.Name == "WebAuthnConfiguration" {
			finding.Evidence = diagnostic.Inferred
		}
		found = append(found, finding)
	}
	return found
}

// mfaConfig is what GetUserPoolMfaConfig answers. It shows what sends text messages also where
// they are no enabled factor.
func (p *Pool) mfaConfig(c *contract.Contract, day string) *userpool.Value {
	v := p.show(c, day)
	var sms *userpool.Value
	if sender := v.Member("SmsConfiguration"); sender != nil {
		sms = named("SmsMfaConfiguration", structure(v.Member("SmsAuthenticationMessage"), sender))
	}
	block := func(name string, n *source.Node) *userpool.Value {
		if n == nil {
			return nil
		}
		return named(name, value(n, userpool.Origin{}))
	}
	return structure(
		sms,
		block("SoftwareTokenMfaConfiguration", p.Mfa.Token),
		block("EmailMfaConfiguration", p.Mfa.Email),
		v.Member("MfaConfiguration"),
		block("WebAuthnConfiguration", p.Mfa.WebAuthn),
	)
}
