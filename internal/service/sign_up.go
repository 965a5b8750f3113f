package service

import (
	"slices"
	"strconv"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// SignUp makes a user who signs up.
var signUp = unsigned(func(v *visit) (*userpool.Value, *refused) {
	name := v.text("Username")
	if r := v.secret(v.text("SecretHash"), "/SecretHash", name); r != nil {
		return nil, r
	}
	if v.closed {
		return nil, v.refuse(refusal.SignUpClosed, "")
	}
	if r := v.nameForm(name); r != nil {
		return nil, r
	}
	password := v.text("Password")
	if v.request.Get("Password") != nil || !v.passwordless() {
		if r := v.conforms(password, signUpFrame, "/Password"); r != nil {
			return nil, r
		}
	}
	given, r := v.takes(v.request.Get("UserAttributes"), signingUp, false)
	if r != nil {
		return nil, r
	}
	if slices.Contains(v.aliases, "preferred_username") {
		if at := slices.IndexFunc(given, func(a Attribute) bool { return a.Name == "preferred_username" }); at >= 0 {
			return nil, v.refuse(refusal.PreferredTooEarly, "/UserAttributes/"+strconv.Itoa(at))
		}
	}
	u := v.newUser(name, given)
	if r := v.complete(u.Attributes); r != nil {
		return nil, r
	}
	u.Status, u.Password = "UNCONFIRMED", password
	v.user = u
	request := append([]member{{"validationData", v.validation()}}, v.metadata()...)
	// The function is asked before the service looks whether the name is taken.
	// https://github.com/aws-amplify/aws-sdk-android/issues/1730
	answer, r := v.invoke("PreSignUp", "SignUp", request...)
	if r != nil {
		return nil, r
	}
	if r := v.nameFree(name, refusal.UserExists, refusal.AddressTaken, u); r != nil {
		return nil, r
	}
	confirmed := answer.Get("autoConfirmUser").Bool()
	for _, f := range [][2]string{{"email", "autoVerifyEmail"}, {"phone_number", "autoVerifyPhone"}} {
		name, flag := f[0], f[1]
		switch {
		case !answer.Get(flag).Bool():
		case !confirmed:
			return nil, v.refuse(refusal.VerifiedUnconfirmed, "", "flag", flag)
		case u.get(name) == "":
			return nil, v.refuse(refusal.NothingToAutoVerify, "/UserAttributes", "flag", flag, "name", name)
		default:
			if a := (Attribute{name, u.get(name)}); slices.Contains(v.aliases, name) && v.taken(a, u) {
				v.because("/LambdaConfig/PreSignUp", diagnostic.Documented, "PreSignUp sets "+flag+": the alias of another user moves to this one, and is not verified for the other any more.")
				v.dispossess(a, u)
			}
			u.set(name+"_verified", "true")
		}
	}
	if confirmed {
		u.Status = "CONFIRMED"
		v.because("/LambdaConfig/PreSignUp", diagnostic.Documented, "PreSignUp confirmed the user: no code is sent.")
	}
	// An address that somebody signs up with says of itself that it is not verified; one that an administrator
	// gives says nothing. https://github.com/jagregory/cognito-local/pull/386
	for _, name := range []string{"email", "phone_number"} {
		if u.get(name) != "" && !u.has(name+"_verified") {
			u.set(name+"_verified", "false")
		}
	}
	v.add(u)
	var delivered *userpool.Value
	if attribute := v.codeGoesTo(u); attribute != "" && !confirmed {
		if delivered, r = v.dispatch(v.verification("SignUp"), forSignUp, attribute, u.get(attribute), "CodeDeliveryDetails"); r != nil {
			return nil, r
		}
	} else if !confirmed {
		v.because("/AutoVerifiedAttributes", diagnostic.Observed, "No code is sent: the user has no attribute that is in AutoVerifiedAttributes. Only AdminConfirmSignUp confirms the user.")
	}
	led := ""
	if v.client.allows("USER_AUTH") {
		led = v.seal(v.begin(session{Kind: "CONFIRM_SIGN_UP"}))
	}
	if confirmed {
		if _, r := v.invoke("PostConfirmation", "ConfirmSignUp", v.metadata()...); r != nil {
			return nil, r
		}
	}
	return structure(boolean("UserConfirmed", confirmed), delivered, text("UserSub", u.Sub), text("Session", led)), nil
})

// passwordless reports whether users can sign up without a password: with a code as first factor.
func (v *visit) passwordless() bool {
	return slices.Contains(v.first, "EMAIL_OTP") || slices.Contains(v.first, "SMS_OTP")
}

// nameForm looks whether a user name has the form that the pool asks for.
func (v *visit) nameForm(name string) *refused {
	const at = "/Username"
	email, phone := emailForm.MatchString(name), phoneForm.MatchString(name)
	byEmail, byPhone := slices.Contains(v.instead, "email"), slices.Contains(v.instead, "phone_number")
	switch {
	case byEmail && byPhone && !email && !phone:
		return v.refuse(refusal.Neither, at)
	case byEmail && !byPhone && !email:
		return v.refuse(refusal.NotAnEmail, at)
	case byPhone && !byEmail && !phone:
		return v.refuse(refusal.NotAPhone, at)
	case slices.Contains(v.aliases, "email") && email:
		return v.refuse(refusal.LikeEmail, at)
	case slices.Contains(v.aliases, "phone_number") && phone:
		return v.refuse(refusal.LikePhone, at)
	}
	return nil
}

// newUser makes a user of a name and attributes. Where people sign in with an address, it is that,
// and the name is the sub.
func (v *visit) newUser(name string, given []Attribute) *User {
	u := &User{Sub: v.subject(), Created: v.Now, Modified: v.Now, Set: v.Now, Attributes: slices.Clone(given)}
	u.Name = v.fold(name)
	if len(v.instead) == 0 {
		return u
	}
	u.Name = u.Sub
	attribute := "email"
	if phoneForm.MatchString(name) && slices.Contains(v.instead, "phone_number") {
		attribute = "phone_number"
	}
	if !u.has(attribute) {
		u.set(attribute, name)
	}
	return u
}

// nameFree looks whether a name, and the address that stands for one, are nobody's.
func (v *visit) nameFree(name string, taken, addressTaken *refusal.Refusal, u *User) *refused {
	for _, attribute := range v.instead {
		if address := u.get(attribute); address != "" && v.taken(Attribute{attribute, address}, nil) {
			return v.refuse(addressTaken, "/Username", "name", attribute, "words", wordsOf[attribute])
		}
	}
	if v.holder(byName+v.fold(name)) != nil {
		return v.refuse(taken, "/Username")
	}
	return nil
}

// codeGoesTo is the attribute whose value gets the code of a sign-up: of two, the phone number.
func (v *visit) codeGoesTo(u *User) string {
	for _, attribute := range []string{"phone_number", "email"} {
		if slices.Contains(v.codes, attribute) && u.get(attribute) != "" {
			return attribute
		}
	}
	return ""
}

// validation is ValidationData as functions get it.
func (v *visit) validation() string {
	var members []member
	if v.begins() {
		for _, m := range v.request.Get("ClientMetadata").Elements() {
			members = append(members, member{m.Name, quoted(m.Text())})
		}
		if members == nil {
			return "null"
		}
		return objectOf(members...)
	}
	all, _ := attributesOf(v.request.Get("ValidationData"))
	if all == nil {
		return "null"
	}
	for _, a := range all {
		members = append(members, member{a.Name, quoted(a.Value)})
	}
	return objectOf(members...)
}
