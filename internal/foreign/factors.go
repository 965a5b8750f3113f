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
// made. What they send with it is in no CreateUserPool request: it is told as a call of its own.

var (
	enabledMfas       = []string{"SMS_MFA", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP"}
	userVerifications = []string{"required", "preferred"}
)

// setLater takes the MfaConfiguration out, which Terraform's provider calls by the name.
func (m *mapper) setLater(p *pool, request *source.Node, name string) {
	mfa := unset(request, "MfaConfiguration")
	place := at{path: name, pointer: "/MfaConfiguration"}
	held := m.held(p)
	for _, c := range held {
		if folded(c.Name) == "webauthnconfiguration" {
			m.oneOf(c.Member("user_verification"), at{path: m.join(c.Name, "user_verification")}, "user_verification", diagnostic.Error, userVerifications)
			m.oneOf(c.Member("userVerification"), at{path: m.join(c.Name, "userVerification")}, "userVerification", diagnostic.Error, userVerifications)
		}
	}
	m.callOfTerraform(p, held, request, mfa)
	if mfa == nil {
		return
	}
	m.drop(&reading.Value{From: mfa.Start, To: mfa.End}, place, "%s never sends it to CreateUserPool: it calls SetUserPoolMfaConfig once the pool is made.", m.called)
	if m.strict && m.mode(mfa, place, name) && mfa.Text != "OFF" && !m.factors(held, request) {
		m.tell(diagnostic.Error, "mfa-no-factor", place, &reading.Value{From: mfa.Start, To: mfa.End}, diagnostic.Said{
			Message: "MFA is " + mfa.Text + ", and nothing here switches a factor on: SetUserPoolMfaConfig, which " + m.called + " calls for it, refuses that. Give an SMS configuration, or one for authenticator apps or for email.",
			Why:     "Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.",
		})
		m.found[len(m.found)-1].Fixes = m.addFactor(p)
	}
}

// addFactor switches authenticator apps on in a resource of Terraform's, at its end: they alone need nothing else.
func (m *mapper) addFactor(p *pool) []source.Fix {
	const name = "software_token_mfa_configuration"
	if p.body == nil || m.writes(p) != "terraform" || p.body.To > len(m.text) {
		return nil
	}
	last := strings.LastIndexByte(m.text[:p.body.To], '}')
	line := strings.LastIndexByte(m.text[:max(last, 0)], '\n') + 1
	if last < line || line <= p.body.From || strings.TrimSpace(m.text[line:last]) != "" || strings.Contains(m.text[p.body.From:last], name) {
		return nil
	}
	indent := m.text[line:last]
	block := "\n" + indent + "  " + name + " {\n" + indent + "    enabled = true\n" + indent + "  }\n"
	return []source.Fix{{Title: "Switch authenticator apps on", Edits: []source.Edit{{Start: line, End: line, Insert: block}}}}
}

// held are the members of a pool, with what its dynamic blocks make and what is spread into it.
func (m *mapper) held(p *pool) []*reading.Value {
	if p.body != nil {
		return p.body.Children
	}
	return m.grown(p.value).Children
}

// mode checks a MfaConfiguration that is sent later, and reports whether it is one that there is.
func (m *mapper) mode(mfa *source.Node, place at, name string) bool {
	if mfa.Kind != source.String {
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
	if known.Text == reading.Typed {
		m.Typed = &reading.Place{Pointer: place.pointer, Values: values}
		return false
	}
	m.say(severity, "no-such-value", place, v, "%s cannot be %q: it is one of %s.", name, known.Text, strings.Join(values, ", "))
	return false
}

// factors reports whether something may switch a factor on.
func (m *mapper) factors(held []*reading.Value, request *source.Node) bool {
	if len(m.broken)+len(m.options.opened) > 0 || request.Member("SmsConfiguration") != nil || slices.ContainsFunc(request.Children, func(c *source.Node) bool { return c.Others() }) {
		return true
	}
	names := []string{"softwaretokenmfaconfiguration", "emailmfaconfiguration", "webauthnconfiguration"}
	for _, c := range held {
		enabled, _ := m.quietly(c.Member("enabled"))
		if name := folded(c.Name); slices.Contains(names, name) && (enabled == nil || enabled.Text != "false") {
			return true
		}
	}
	// A program gives a pool what it has in many ways.
	return m.Language == language.Pulumi && slices.ContainsFunc(names, func(n string) bool { return strings.Contains(folded(m.text), n) })
}

// folded is a name whatever a tool does to its words.
func folded(name string) string { return strings.ToLower(strings.ReplaceAll(name, "_", "")) }

// later is a SetUserPoolMfaConfig in the making.
type later struct {
	*mapper
	root *source.Node
	// open is set where the text does not tell what is sent, so that nobody can say what comes of it.
	open bool
}

// factor adds a block of the call, with the members that a value of the tool gives, by their folded names.
func (l *later) factor(name string, of *reading.Value, members map[string]string) {
	block := node(source.Object, of)
	for _, c := range of.Children {
		member := members[folded(c.Name)]
		if member == "" {
			continue
		}
		known, why := l.quietly(c)
		n := (*source.Node)(nil)
		switch {
		case known == nil && why == "", known != nil && known.Kind == reading.Null:
			continue
		case known == nil:
			l.open = l.open || member == "Enabled"
			n = unknownNode(c, l.shown(c), why)
		case member == "Enabled":
			n = node(source.False, c)
			if known.Text == "true" {
				n.Kind = source.True
			}
		case !known.Scalar():
			l.open = true
			continue
		default:
			n = node(source.String, c)
			n.Text = known.Text
		}
		set(block, member, n)
	}
	set(l.root, name, block)
}

// texts adds what sends text messages, which is the pool's own.
func (l *later) texts(request *source.Node) {
	sender := request.Member("SmsConfiguration")
	if sender == nil {
		return
	}
	block := &source.Node{Kind: source.Object, Start: sender.Start, End: sender.End, NameStart: sender.NameStart, NameEnd: sender.NameEnd}
	set(block, "SmsConfiguration", copied(sender))
	if text := request.Member("SmsAuthenticationMessage"); text != nil {
		set(block, "SmsAuthenticationMessage", copied(text))
	}
	set(l.root, "SmsMfaConfiguration", block)
}

// inTheCall are the folded names of what tools have for the call's members beside the mode.
var inTheCall = []string{
	"enabledmfas", "softwaretokenmfaconfiguration", "emailmfaconfiguration", "webauthnconfiguration",
	"emailauthenticationmessage", "emailauthenticationsubject", "webauthnfactorconfiguration", "webauthnrelyingpartyid", "webauthnuserverification",
}

// made ends the call: what the text says of it is told where all that matters is known.
func (l *later) made(request *source.Node) {
	unknown := func(n *source.Node) bool { return n.Others() }
	if l.open || len(l.broken)+len(l.options.opened) > 0 || slices.ContainsFunc(request.Children, unknown) || len(l.root.Children) == 0 {
		return
	}
	l.root.Adopt()
	for i, t := range l.found { // it is not lost: the call has it
		if t.Rule == reading.LeftOut && slices.Contains(inTheCall, folded(strings.TrimPrefix(t.Pointer, "/"))) {
			l.found[i].Pointer = ""
		}
	}
	l.Calls = append(l.Calls, reading.LaterCall{Operation: "SetUserPoolMfaConfig", Root: l.root})
}

func copied(n *source.Node) *source.Node {
	same := *n
	same.Children = nil
	for _, c := range n.Children {
		same.Children = append(same.Children, copied(c))
	}
	return &same
}

// callOfTerraform is what Terraform's provider sends once the pool is made, where MFA is on or passkeys are set:
// https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/cognitoidp/user_pool.go
func (m *mapper) callOfTerraform(p *pool, held []*reading.Value, request, mfa *source.Node) {
	l := &later{mapper: m, root: &source.Node{Kind: source.Object, Start: p.value.From, End: p.value.To}}
	on := mfa != nil && mfa.Text != "OFF"
	if on {
		l.open = mfa.Kind != source.String
		set(l.root, "MfaConfiguration", copied(mfa))
	}
	passkeys := false
	for _, c := range held {
		block, members := mfaBlock(c.Name)
		of, _ := m.quietly(c)
		switch {
		case block == "" || block != "WebAuthnConfiguration" && !on || of != nil && of.Kind == reading.Null:
			continue
		case of != nil && of.Kind == reading.List && len(of.Children) > 0: // as Terraform's JSON and its providers have a block
			of, _ = m.quietly(of.Children[0])
		}
		if of == nil || of.Kind != reading.Object {
			l.open = true
			continue
		}
		passkeys = passkeys || block == "WebAuthnConfiguration"
		l.factor(block, of, members)
	}
	if !on && !passkeys {
		return
	}
	l.texts(request)
	l.made(request)
}

// mfaBlock returns the member of SetUserPoolMfaConfig that a block of Terraform's becomes, and the
// members in it, "" for another block.
func mfaBlock(name string) (block string, members map[string]string) {
	switch folded(name) {
	case "softwaretokenmfaconfiguration":
		return "SoftwareTokenMfaConfiguration", map[string]string{"enabled": "Enabled"}
	case "emailmfaconfiguration":
		return "EmailMfaConfiguration", map[string]string{"message": "Message", "subject": "Subject"}
	case "webauthnconfiguration":
		return "WebAuthnConfiguration", map[string]string{"relyingpartyid": "RelyingPartyId", "userverification": "UserVerification", "factorconfiguration": "FactorConfiguration"}
	}
	return "", nil
}

// callOfStack is what CloudFormation sends once the pool is made: its handler is not public, and its
// properties stand for the call's members.
func (m *mapper) callOfStack(properties *reading.Value, request, mfa *source.Node, factors []string) {
	l := &later{mapper: m, root: &source.Node{Kind: source.Object, Start: properties.From, End: properties.To}}
	on := mfa != nil && mfa.Text != "OFF"
	if on {
		l.open = mfa.Kind != source.String
		set(l.root, "MfaConfiguration", copied(mfa))
		if len(factors) == 0 {
			factors = []string{"SMS_MFA"} // the one that CreateUserPool switches on
		}
		for _, factor := range factors {
			switch factor {
			case "SMS_MFA":
				l.texts(request)
			case "SOFTWARE_TOKEN_MFA":
				enabled := &reading.Value{From: mfa.Start, To: mfa.End}
				block := node(source.Object, enabled)
				set(block, "Enabled", node(source.True, enabled))
				set(l.root, "SoftwareTokenMfaConfiguration", block)
			case "EMAIL_OTP":
				l.factor("EmailMfaConfiguration", properties, map[string]string{"emailauthenticationmessage": "Message", "emailauthenticationsubject": "Subject"})
			}
		}
	}
	passkeys := map[string]string{"webauthnrelyingpartyid": "RelyingPartyId", "webauthnuserverification": "UserVerification", "webauthnfactorconfiguration": "FactorConfiguration"}
	if slices.ContainsFunc(properties.Children, func(c *reading.Value) bool { return passkeys[folded(c.Name)] != "" }) {
		l.factor("WebAuthnConfiguration", properties, passkeys)
	} else if !on || len(factors) == 1 && factors[0] == "SMS_MFA" {
		return // CreateUserPool sets all of it
	}
	l.made(request)
}
