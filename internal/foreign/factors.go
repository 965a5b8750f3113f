package foreign

import (
	"slices"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

// Second factors, which tools switch on by a call of their own, SetUserPoolMfaConfig, once the pool is
// made. What they send with it is in no CreateUserPool request, so that nothing after this package
// checks it.

var (
	enabledMfas       = []string{"SMS_MFA", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP"}
	userVerifications = []string{"required", "preferred"}
)

// setLater takes the MfaConfiguration out, which Terraform's provider calls by the name.
func (m *mapper) setLater(p *pool, request *source.Node, name string) {
	mfa := unset(request, "MfaConfiguration")
	place := at{path: name, pointer: "/MfaConfiguration"}
	for _, c := range p.value.Children {
		if folded(c.Name) == "webauthnconfiguration" {
			m.oneOf(c.Member("user_verification"), at{path: m.join(c.Name, "user_verification")}, "user_verification", diagnostic.Error, userVerifications)
			m.oneOf(c.Member("userVerification"), at{path: m.join(c.Name, "userVerification")}, "userVerification", diagnostic.Error, userVerifications)
		}
	}
	if mfa == nil {
		return
	}
	m.drop(&reading.Value{From: mfa.Start, To: mfa.End}, place, "%s never sends it to CreateUserPool: it calls SetUserPoolMfaConfig once the pool is made.", m.called)
	if m.strict && m.mode(mfa, place, name) && mfa.Text != "OFF" && !m.factors(p, request) {
		m.tell(diagnostic.Error, "mfa-no-factor", place, &reading.Value{From: mfa.Start, To: mfa.End}, diagnostic.Said{
			Message: "MFA is " + mfa.Text + ", and nothing here switches a factor on: SetUserPoolMfaConfig, which " + m.called + " calls for it, refuses that. Give an SMS configuration, or one for authenticator apps or for email.",
			Why:     "Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.",
		})
	}
}

// mode checks a MfaConfiguration that is sent later, and reports whether it is one that there is.
func (m *mapper) mode(mfa *source.Node, place at, name string) bool {
	if mfa.Kind != source.String || mfa.Text == "true" || mfa.Text == "false" { // said: unquoted
		return false
	}
	return m.oneOf(&reading.Value{Kind: reading.String, Text: mfa.Text, From: mfa.Start, To: mfa.End}, place, name, diagnostic.Error, m.contract.Request.Member("MfaConfiguration").Shape.Enum)
}

// oneOf says of a value that is none of those that there are, and reports whether it is one.
func (m *mapper) oneOf(v *reading.Value, place at, name string, severity diagnostic.Severity, values []string) bool {
	known, _ := m.quietly(v)
	if known == nil || known.Kind != reading.String {
		return false
	}
	if slices.Contains(values, known.Text) {
		return true
	}
	m.say(severity, "no-such-value", place, v, "%s cannot be %q: it is one of %s.", name, known.Text, strings.Join(values, ", "))
	return false
}

// factors reports whether something may switch a factor on.
func (m *mapper) factors(p *pool, request *source.Node) bool {
	if len(m.broken) > 0 || request.Member("SmsConfiguration") != nil || slices.ContainsFunc(request.Children, func(c *source.Node) bool { return c.Others() }) {
		return true
	}
	names := []string{"softwaretokenmfaconfiguration", "emailmfaconfiguration", "webauthnconfiguration"}
	for _, c := range p.value.Children {
		name := c.Name
		if name == "dynamic" && len(c.Labels) > 0 {
			name = c.Labels[0]
		}
		enabled, _ := m.quietly(c.Member("enabled"))
		if name = folded(name); slices.Contains(names, name) && (enabled == nil || enabled.Text != "false") {
			return true
		}
	}
	// A program gives a pool what it has in many ways.
	return m.Language == language.Pulumi && slices.ContainsFunc(names, func(n string) bool { return strings.Contains(folded(m.text), n) })
}

// folded is a name whatever a tool does to its words.
func folded(name string) string { return strings.ToLower(strings.ReplaceAll(name, "_", "")) }
