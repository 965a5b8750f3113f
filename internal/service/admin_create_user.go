package service

import (
	"slices"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// AdminCreateUser makes a user with a temporary password, and sends an invitation.
var adminCreateUser = signed(func(v *visit) (*userpool.Value, *refused) {
	name, action := v.text("Username"), v.text("MessageAction")
	if action == "RESEND" {
		return v.inviteAgain()
	}
	if r := v.nameForm(name); r != nil {
		return nil, r
	}
	given, r := v.takes(v.request.Get("UserAttributes"), administrator, false)
	if r != nil {
		return nil, r
	}
	password := v.text("TemporaryPassword")
	if password != "" {
		if r := v.conforms(password, inviteFrame, "/TemporaryPassword"); r != nil {
			return nil, r
		}
	}
	u := v.newUser(name, given)
	if r := v.nameFree(name, refusal.UserExistsAdmin, refusal.AddressTakenAdmin, u); r != nil {
		return nil, r
	}
	_, pointers := attributesOf(v.request.Get("UserAttributes"))
	for _, attribute := range v.aliases {
		a := Attribute{attribute, u.get(attribute)}
		if a.Value == "" || attribute != "preferred_username" && !u.isTrue(attribute+"_verified") || !v.taken(a, nil) {
			continue
		}
		if !v.request.Get("ForceAliasCreation").Bool() {
			return nil, v.free([]Attribute{a}, pointers, nil)
		}
		v.dispossess(a, nil)
	}
	mediums := []string{}
	for _, m := range v.request.Get("DesiredDeliveryMediums").Elements() {
		mediums = append(mediums, m.Text())
		if action == "SUPPRESS" {
			continue
		}
		switch {
		case m.Text() == "EMAIL" && u.get("email") == "":
			return nil, v.refuse(refusal.NoEmail, m.Pointer())
		case m.Text() == "SMS" && u.get("phone_number") == "":
			return nil, v.refuse(refusal.NoPhone, m.Pointer())
		}
	}
	v.user = u
	u.Status = "FORCE_CHANGE_PASSWORD"
	if _, r := v.invoke("PreSignUp", "AdminCreateUser", append([]member{{"validationData", v.validation()}}, v.metadata()...)...); r != nil {
		return nil, r
	}
	byCode := slices.Contains(v.first, "EMAIL_OTP") && u.get("email") != "" || slices.Contains(v.first, "SMS_OTP") && u.get("phone_number") != ""
	if password == "" && byCode {
		u.Status = "CONFIRMED"
		v.because("/Policies/SignInPolicy/AllowedFirstAuthFactors", diagnostic.Observed, "The user is CONFIRMED at once and has no password: the pool lets users sign in with a code, and the call gives no TemporaryPassword.")
	} else {
		if password == "" {
			password = v.temporaryPassword()
		}
		u.Password = password
	}
	v.add(u)
	if action != "SUPPRESS" {
		if r := v.invite(mediums, u.Password); r != nil {
			return nil, r
		}
	}
	return structure(v.shown("User", v.user)), nil
})

// invite sends the invitation: by text message, where nothing else is asked for.
func (v *visit) invite(mediums []string, password string) *refused {
	if len(mediums) == 0 {
		mediums = []string{"SMS"}
		if v.user.get("phone_number") == "" || !v.sender {
			if v.user.get("email") != "" {
				v.because("", diagnostic.Documented, "No invitation is sent: it goes by text message unless DesiredDeliveryMediums says EMAIL, and the user has no phone number, or the pool sends no text messages.")
			}
			return nil
		}
	}
	for _, m := range mediums {
		attribute := map[string]string{"EMAIL": "email", "SMS": "phone_number"}[m]
		if r := v.send(v.invitation(), attribute, v.user.get(attribute), password); r != nil {
			return r
		}
	}
	return nil
}

// inviteAgain gives a new temporary password and sends it.
func (v *visit) inviteAgain() (*userpool.Value, *refused) {
	if r := v.someone(); r != nil {
		return nil, r
	}
	if v.user.Status != "FORCE_CHANGE_PASSWORD" {
		return nil, v.refuse(refusal.ResendState, "/MessageAction", "name", v.text("Username"), "status", v.user.Status)
	}
	password := v.text("TemporaryPassword")
	if password == "" {
		password = v.temporaryPassword()
	} else if r := v.conforms(password, inviteFrame, "/TemporaryPassword"); r != nil {
		return nil, r
	}
	v.change(func(u *User) { u.Password, u.Set, u.Failed = password, v.Now, 0 })
	mediums := []string{}
	for _, m := range v.request.Get("DesiredDeliveryMediums").Elements() {
		attribute := map[string]string{"EMAIL": "email", "SMS": "phone_number"}[m.Text()]
		if v.user.get(attribute) == "" {
			says := refusal.NoEmail
			if strings.HasPrefix(attribute, "phone") {
				says = refusal.NoPhone
			}
			return nil, v.refuse(says, m.Pointer())
		}
		mediums = append(mediums, m.Text())
	}
	if r := v.invite(mediums, password); r != nil {
		return nil, r
	}
	return structure(v.shown("User", v.user)), nil
}
