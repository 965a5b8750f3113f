package service

import (
	"slices"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// ForgotPassword sends a code for a new password.
var forgotPassword = unsigned(func(v *visit) (*userpool.Value, *refused) {
	if r := v.codeCaller(refusal.UnknownForCode); r != nil {
		if r.says != refusal.UnknownForCode {
			return nil, r
		}
		made, refusal := v.migrate(v.text("Username"), "", "ForgotPassword")
		switch {
		case refusal != nil:
			return nil, refusal
		case !made && v.client.hides():
			return v.pretendsToSend()
		case !made:
			return nil, r
		}
	}
	if v.user.Disabled {
		if v.client.hides() {
			return v.pretendsToSend()
		}
		return nil, v.refuse(refusal.Disabled, "/Username")
	}
	delivered, r := v.recover("ForgotPassword")
	if r != nil && r.says == refusal.NoMedium && v.client.hides() {
		return v.pretendsToSend()
	}
	if r != nil {
		return nil, r
	}
	return structure(delivered), nil
})

// pretendsToSend answers as if a code for a new password went out, and remembers that it did.
func (v *visit) pretendsToSend() (*userpool.Value, *refused) {
	v.because("client:/PreventUserExistenceErrors", diagnostic.Disputed, "No code is sent. A newer page of the guide says that such answers alternate with an InvalidParameterException.")
	name := v.fold(v.text("Username"))
	v.people.Asked = slices.DeleteFunc(slices.Clone(v.people.Asked), func(c Code) bool { return c.Purpose == name || v.Now-c.Sent > passwordLife })
	v.people.Asked = append(v.people.Asked, Code{Purpose: name, Sent: v.Now})
	v.touched = true
	return v.pretended()
}

// recover sends the call's user a code for a new password, the way that the pool says.
func (v *visit) recover(occasion string) (*userpool.Value, *refused) {
	if v.user.Status == "FORCE_CHANGE_PASSWORD" {
		return nil, v.refuse(refusal.WrongState, "/Username")
	}
	ways := v.recovery
	if len(ways) == 0 {
		ways = []string{"verified_phone_number", "verified_email"}
	}
	if slices.Equal(ways, []string{"admin_only"}) && v.called.Name == "ForgotPassword" {
		return nil, v.refuse(refusal.AdminOnly, "")
	}
	var faults []string
	for _, way := range ways {
		attribute, ok := strings.CutPrefix(way, "verified_")
		switch {
		case !ok:
			faults = append(faults, "only administrators reset passwords")
		case v.user.get(attribute) == "":
			faults = append(faults, "there is no "+wordsOf[attribute])
		case !v.verified(attribute):
			faults = append(faults, "the "+wordsOf[attribute]+" is not verified")
		case attribute == "phone_number" && slices.Contains(v.user.Factors, "SMS_MFA"):
			faults = append(faults, "the phone number is a second factor, and does not recover a password as well")
		default:
			if r := v.limited(); r != nil {
				return nil, r
			}
			v.because("/AccountRecoverySetting", diagnostic.Documented, "The code goes to the "+wordsOf[attribute]+": the first way of recovery whose attribute is verified.")
			return v.dispatch(v.verification(occasion), forPassword, attribute, v.user.get(attribute), "CodeDeliveryDetails")
		}
	}
	return nil, v.refuse(refusal.NoMedium, "/Username", "ways", strings.Join(faults, ", "))
}
