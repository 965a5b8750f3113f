package service

import (
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// GetUserPoolMfaConfig shows the mode and the factors.
var getUserPoolMfaConfig = operation{pool: byID, run: func(t *turn) answer {
	return answer{value: t.pool.mfaConfig(t.api.Contract, t.Day)}
}}

// SetUserPoolMfaConfig sets all of it: what the call leaves out is off, or gone.
var setUserPoolMfaConfig = operation{pool: byID, run: func(t *turn) answer {
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
