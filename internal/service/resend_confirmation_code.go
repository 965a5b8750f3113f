package service

import (
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// ResendConfirmationCode sends the code of a sign-up again. The newest code counts.
var resendConfirmationCode = unsigned(func(v *visit) (*userpool.Value, *refused) {
	if r := v.codeCaller(refusal.UnknownForCode); r != nil {
		if r.says == refusal.UnknownForCode && v.client.hides() {
			return v.pretended()
		}
		return nil, r
	}
	if v.user.Disabled {
		if v.client.hides() {
			return v.pretended()
		}
		return nil, v.refuse(refusal.Disabled, "/Username")
	}
	// That a confirmed user is answered as any other is from one report of 2026, which does not say
	// what its client has: https://github.com/aws-amplify/amplify-js/issues/14762
	if v.user.Status != "UNCONFIRMED" && v.client.hides() {
		v.because("client:/PreventUserExistenceErrors", diagnostic.Disputed, "The user is confirmed, so that no code is sent. A client with PreventUserExistenceErrors LEGACY is told so.")
		return v.simulatedDelivery()
	}
	if v.user.Status != "UNCONFIRMED" {
		return nil, v.refuse(refusal.ResendConfirmed, "/Username")
	}
	attribute := v.codeGoesTo(v.user)
	if attribute == "" {
		return nil, v.refuse(refusal.ResendOff, "")
	}
	if r := v.limited(); r != nil {
		return nil, r
	}
	delivered, r := v.dispatch(v.verification("ResendCode"), forSignUp, attribute, v.user.get(attribute), "CodeDeliveryDetails")
	if r != nil {
		return nil, r
	}
	return structure(delivered), nil
})

// pretended is where a code would have gone, of someone who is not there.
func (v *visit) pretended() (*userpool.Value, *refused) {
	v.hidden()
	return v.simulatedDelivery()
}

// simulatedDelivery is where a code that is not sent seems to go.
func (v *visit) simulatedDelivery() (*userpool.Value, *refused) {
	name := v.text("Username")
	attribute, address := "email", name
	switch {
	case phoneForm.MatchString(name):
		attribute = "phone_number"
	case !emailForm.MatchString(name):
		address = name + "@" + v.characters0(name)
	}
	return structure(v.delivery("CodeDeliveryDetails", attribute, address)), nil
}

// characters0 is a domain that is always the same for a name.
func (v *visit) characters0(name string) string {
	return string(lowercase[int(v.made("domain "+name, 0)[0])%len(lowercase)]) + ".com"
}
