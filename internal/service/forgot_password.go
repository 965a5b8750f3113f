package service

import (
	"slices"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/userpool"
)

// ForgotPassword sends a code for a new password.
var forgotPassword = unsigned(func(v *visit) (*userpool.Value, *refused) {
	if r := v.codeCaller(unknownForCode); r != nil {
		if r.says != unknownForCode {
			return nil, r
		}
		if !v.client.hides() {
			return nil, r
		}
		v.because("client:/PreventUserExistenceErrors", diagnostic.Disputed, "A newer page of the guide says that the answer alternates with an InvalidParameterException.")
		return v.pretended()
	}
	if v.user.Disabled {
		return nil, v.refuse(disabled, "/Username")
	}
	delivered, r := v.recover("ForgotPassword")
	if r != nil {
		return nil, r
	}
	return structure(delivered), nil
})

// recover sends the call's user a code for a new password, the way that the pool says.
func (v *visit) recover(occasion string) (*userpool.Value, *refused) {
	if v.user.Status == "FORCE_CHANGE_PASSWORD" {
		return nil, v.refuse(wrongState, "/Username")
	}
	ways := v.recovery
	if len(ways) == 0 {
		ways = []string{"verified_phone_number", "verified_email"}
	}
	if slices.Equal(ways, []string{"admin_only"}) && v.called.Name == "ForgotPassword" {
		return nil, v.refuse(adminOnly, "")
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
	return nil, v.refuse(noMedium, "/Username", "ways", strings.Join(faults, ", "))
}
