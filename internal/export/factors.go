package export

import (
	"slices"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/source"
)

// Second factors, where the text that is written anew sets them by a SetUserPoolMfaConfig that follows the
// request: templates have properties for them, programs make the call.

// laterProperty is what a template has for a member of the call, in the spelling of CloudFormation.
type laterProperty struct{ block, member, name string }

var laterProperties = []laterProperty{
	{"EmailMfaConfiguration", "Message", "EmailAuthenticationMessage"},
	{"EmailMfaConfiguration", "Subject", "EmailAuthenticationSubject"},
	{"WebAuthnConfiguration", "RelyingPartyId", "WebAuthnRelyingPartyID"},
	{"WebAuthnConfiguration", "UserVerification", "WebAuthnUserVerification"},
	{"WebAuthnConfiguration", "FactorConfiguration", "WebAuthnFactorConfiguration"},
}

// propertiesOfCloudFormation gives the pool what CloudFormation has for the call.
func propertiesOfCloudFormation(j *job) {
	j.withoutMode()
	add := func(p *part) {
		if j.target.spell != nil {
			p.name = j.target.spell(p.name)
		}
		j.root.children = append(j.root.children, p)
	}
	if mode := j.Mfa.Member("MfaConfiguration"); mode != nil {
		add(asPart(mode))
		word := &contract.Shape{Kind: contract.String}
		factors := &part{name: "EnabledMfas", shape: &contract.Shape{Kind: contract.List, Element: word}}
		for _, f := range []struct{ block, factor string }{
			{"SmsMfaConfiguration", "SMS_MFA"}, {"SoftwareTokenMfaConfiguration", "SOFTWARE_TOKEN_MFA"}, {"EmailMfaConfiguration", "EMAIL_OTP"},
		} {
			if block := j.Mfa.Member(f.block); block != nil && !off(block) {
				factors.children = append(factors.children, &part{shape: word, text: f.factor})
			}
		}
		add(factors)
	}
	for _, p := range laterProperties {
		block := j.Mfa.Member(p.block)
		if block == nil {
			continue
		}
		if v := block.Member(p.member); v != nil && v.Kind == source.Unknown {
			j.open = append(j.open, p.name)
		} else if v != nil {
			made := asPart(v)
			made.name = p.name
			add(made)
		}
	}
}

// blocksOfTerraform gives the pool what Terraform has for the call. What sends its text messages is the
// pool's own.
func blocksOfTerraform(j *job) {
	j.withoutMode()
	for _, c := range j.Mfa.Children {
		if c.Name == "SmsMfaConfiguration" {
			continue
		}
		j.root.children = append(j.root.children, j.spelt(asPart(c)))
	}
}

// spelt gives a part and those below it the names of the tool.
func (j *job) spelt(p *part) *part {
	p.name = j.target.spell(p.name)
	for _, c := range p.children {
		j.spelt(c)
	}
	return p
}

// withoutMode takes out the mode that the request itself has, and what stands beside it: the call's counts.
func (j *job) withoutMode() {
	var beside []string
	j.root.children = slices.DeleteFunc(j.root.children, func(p *part) bool {
		if p.member == nil || p.member.Name != "MfaConfiguration" {
			return false
		}
		for _, b := range p.member.BesideIn(j.target.names, p.text) {
			beside = append(beside, j.words(b).name)
		}
		j.told[p.pointer] = true
		return true
	})
	j.root.children = slices.DeleteFunc(j.root.children, func(p *part) bool { return p.member == nil && slices.Contains(beside, p.name) })
}

// off reports whether a block switches its factor off.
func off(block *source.Node) bool {
	enabled := block.Member("Enabled")
	return enabled != nil && enabled.Kind != source.True
}

// laterCall is the call's request, with the expression of the program for the new pool's Id; nil where no
// call follows.
func (j *job) laterCall(id string) *part {
	if j.Mfa == nil {
		return nil
	}
	j.called = true
	call := asPart(j.Mfa)
	call.children = append([]*part{{name: "UserPoolId", shape: &contract.Shape{Kind: contract.String}, raw: id}}, call.children...)
	return call
}

// uncalled says which call has to follow, where the text does not make it.
func (j *job) uncalled() {
	if j.Mfa != nil && !j.called && j.target.factors == nil {
		j.note("Second factors are not in this text. Once the pool is made, call SetUserPoolMfaConfig with its UserPoolId and %s.", j.compact(asPart(j.Mfa)))
	}
}

// asPart is a value that is in no member of the request. What is not known is left out.
func asPart(n *source.Node) *part {
	p := &part{name: n.Name, shape: &contract.Shape{Kind: contract.Structure}}
	switch n.Kind {
	case source.True, source.False:
		p.shape.Kind, p.text = contract.Boolean, "false"
		if n.Kind == source.True {
			p.text = "true"
		}
	case source.Object:
		for _, c := range n.Children {
			if c.Kind != source.Unknown {
				p.children = append(p.children, asPart(c))
			}
		}
	default:
		p.shape.Kind, p.text = contract.String, n.Text
	}
	return p
}
