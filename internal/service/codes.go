package service

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// For how long codes are good, after the developer guide.
const (
	codeLife     = 24 * hour
	passwordLife = hour
)

// Purposes of codes that are for no attribute.
const (
	forSignUp   = "sign-up"
	forPassword = "password"
)

// medium is how an attribute is reached.
func medium(attribute string) string {
	if attribute == "phone_number" {
		return "SMS"
	}
	return "EMAIL"
}

// masked is an address as answers show it: the first letters of name and domain, or the last
// four digits. To 2022 the end of the domain was shown, too.
func (v *visit) masked(attribute, value string) string {
	if attribute == "phone_number" {
		runes := []rune(value)
		return "+*******" + string(runes[max(0, len(runes)-4):])
	}
	name, domain, _ := strings.Cut(value, "@")
	first := func(text string) string {
		_, size := utf8.DecodeRuneInString(text)
		return text[:size] + "***"
	}
	if v.onOrAfter("2023-01-01") {
		return first(name) + "@" + first(domain)
	}
	end := ""
	if at := strings.LastIndexByte(domain, '.'); at >= 0 {
		end = domain[at:]
	}
	return first(name) + "@" + first(domain) + end
}

// delivery is CodeDeliveryDetails: where a code went.
func (v *visit) delivery(name, attribute, value string) *userpool.Value {
	return group(name, text("Destination", v.masked(attribute, value)), text("DeliveryMedium", medium(attribute)), text("AttributeName", attribute))
}

// letter is a message that the pool sends: which of its texts it is, and what the function that
// may write it is told.
type letter struct {
	// occasion is the end of a triggerSource of CustomMessage.
	occasion string
	// body and subject are the texts in the pool's words, "" for none.
	body, subject string
	// smsBody is the one for text messages.
	smsBody string
	link    bool
}

// The texts of a pool that says none. They are in no document of AWS; the CDK, modules for
// Terraform and the console all use these.
const (
	codeText      = "Your verification code is {####}"
	codeSubject   = "Your verification code"
	inviteText    = "Your username is {username} and temporary password is {####}."
	inviteSubject = "Your temporary password"
	signInText    = "Your authentication code is {####}."
	signInSubject = "Your authentication code"
)

func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

func (v *visit) verification(occasion string) letter {
	l := letter{
		occasion: occasion,
		body:     first(v.setting("VerificationMessageTemplate", "EmailMessage"), v.setting("EmailVerificationMessage"), codeText),
		subject:  first(v.setting("VerificationMessageTemplate", "EmailSubject"), v.setting("EmailVerificationSubject"), codeSubject),
		smsBody:  first(v.setting("VerificationMessageTemplate", "SmsMessage"), v.setting("SmsVerificationMessage"), codeText),
	}
	// A new password is always asked for with a code.
	if v.setting("VerificationMessageTemplate", "DefaultEmailOption") == "CONFIRM_WITH_LINK" && occasion != "ForgotPassword" {
		l.link = true
		l.body = first(v.setting("VerificationMessageTemplate", "EmailMessageByLink"), "Please click the link below to verify your email address. {##Verify Email##}")
		l.subject = first(v.setting("VerificationMessageTemplate", "EmailSubjectByLink"), "Your verification link")
	}
	return l
}

func (v *visit) invitation() letter {
	return letter{
		occasion: "AdminCreateUser",
		body:     first(v.setting("AdminCreateUserConfig", "InviteMessageTemplate", "EmailMessage"), inviteText),
		subject:  first(v.setting("AdminCreateUserConfig", "InviteMessageTemplate", "EmailSubject"), inviteSubject),
		smsBody:  first(v.setting("AdminCreateUserConfig", "InviteMessageTemplate", "SMSMessage"), inviteText),
	}
}

func (v *visit) atSignIn() letter {
	return letter{
		occasion: "Authentication",
		body:     first(textOf(v.mfaOf.Email.Member("Message")), signInText), subject: first(textOf(v.mfaOf.Email.Member("Subject")), signInSubject),
		smsBody: first(v.setting("SmsAuthenticationMessage"), signInText),
	}
}

// send sends a letter to an attribute of the call's user, with a code in it. What goes wrong on the
// way ends the call.
func (v *visit) send(l letter, attribute, value, code string) *refused {
	to := medium(attribute)
	if to == "SMS" && !v.sender {
		return v.refuse(refusal.NoTexting, "")
	}
	subject, body := l.subject, l.body
	if to == "SMS" {
		subject, body = "", l.smsBody
	}
	request := []member{{"codeParameter", quoted("{####}")}, {"usernameParameter", "null"}}
	if l.occasion == "AdminCreateUser" {
		request[1].value = quoted("{username}")
	}
	answer, r := v.invoke("CustomMessage", l.occasion, request...)
	if r != nil {
		return r
	}
	if to == "SMS" {
		body = first(answer.Get("smsMessage").String(), body)
	} else {
		body, subject = first(answer.Get("emailMessage").String(), body), first(answer.Get("emailSubject").String(), subject)
	}
	custom := map[string]string{"EMAIL": "CustomEmailSender", "SMS": "CustomSMSSender"}[to]
	if v.hasFunction(custom) { // it sends in the place of the service, which sends nothing
		if _, r := v.invoke(custom, l.occasion, member{"type", quoted("custom" + map[string]string{"EMAIL": "Email", "SMS": "SMS"}[to] + "SenderRequestV1")}, member{"code", quoted("<" + code + ", encrypted>")}); r != nil {
			return r
		}
		v.because("/LambdaConfig/"+custom, diagnostic.Documented, custom+" gets the code and sends it. The service sends nothing itself.")
		v.sent = append(v.sent, Message{Medium: to, Destination: value, Text: "Sent by " + custom + ".", Code: code})
		return nil
	}
	if to == "EMAIL" && !v.developer {
		today := v.Now / dayLong
		if v.people.MailDay != today {
			v.people.MailDay, v.people.Mails = today, 0
		}
		if v.people.Mails >= 50 {
			return v.refuse(refusal.TooManyMails, "")
		}
		v.people.Mails++
		v.touched = true
	}
	v.sent = append(v.sent, Message{Medium: to, Destination: value, Subject: v.fill(subject, code, l), Text: v.fill(body, code, l), Code: code})
	return nil
}

// fill puts the code and the name in the place of what stands for them.
func (v *visit) fill(message, code string, l letter) string {
	message = strings.NewReplacer("{####}", code, "{username}", v.user.Name).Replace(message)
	before, rest, open := strings.Cut(message, "{##")
	words, after, closed := strings.Cut(rest, "##}")
	if !l.link || !open || !closed {
		return message
	}
	client := ""
	if v.client != nil {
		client = v.client.ID
	}
	return before + words + " (" + v.link(client, code) + ")" + after
}

// link is the address that confirms by a press: a page of the pool's own domain.
func (v *visit) link(client, code string) string {
	domain := v.domain
	if domain == "" {
		domain = "your-domain"
	}
	return "https://" + domain + ".auth." + v.pool.Region + ".amazoncognito.com/confirmUser?client_id=" + url.QueryEscape(client) +
		"&user_name=" + url.QueryEscape(v.user.Name) + "&confirmation_code=" + code
}

// dispatch makes a code, keeps it and sends it. It answers where it went.
func (v *visit) dispatch(l letter, purpose, attribute, value, name string) (*userpool.Value, *refused) {
	code := v.code(6)
	if r := v.send(l, attribute, value, code); r != nil {
		return nil, r
	}
	v.count(func(u *User) {
		u.Codes = slices.Clone(u.Codes)
		for i, c := range u.Codes {
			u.Codes[i].Replaced = c.Replaced || c.Purpose == purpose
		}
		u.Codes = slices.DeleteFunc(u.Codes, func(c Code) bool { return c.Replaced && v.Now-c.Sent > codeLife })
		u.Codes = append(u.Codes, Code{Purpose: purpose, Text: code, Attribute: attribute, Sent: v.Now})
	})
	return v.delivery(name, attribute, value), nil
}

// matches looks whether a code is the one that was sent for a purpose. It takes it away then.
func (v *visit) matches(code, purpose, pointer string) (Code, *refused) {
	life, words := int64(codeLife), "24 hours"
	if purpose == forPassword {
		life, words = passwordLife, "an hour"
	}
	if slices.ContainsFunc(v.user.Codes, func(c Code) bool { return c.Purpose == purpose && c.Replaced && c.Text == code }) {
		return Code{}, v.refuse(refusal.OldCode, pointer, "life", words)
	}
	for _, c := range v.user.Codes {
		switch {
		case c.Purpose != purpose || c.Replaced || v.Now-c.Sent > life:
			continue
		case c.Text != code:
			return c, v.refuse(refusal.WrongCode, pointer)
		}
		v.count(func(u *User) {
			u.Codes = slices.DeleteFunc(slices.Clone(u.Codes), func(c Code) bool { return c.Purpose == purpose })
		})
		return c, nil
	}
	return Code{}, v.refuse(refusal.OldCode, pointer, "life", words)
}

// The calls that are limited by the hour for a user, after the developer guide's page of quotas.
var hourly = map[string]int64{
	"ConfirmSignUp": 15, "ConfirmForgotPassword": 20, "ResendConfirmationCode": 5, "ForgotPassword": 20, "ChangePassword": 5,
	"GetUserAttributeVerificationCode": 5, "VerifyUserAttribute": 15,
}

// limited counts a call of the user, and refuses it where there were too many. A refusal of
// another kind counts as well: [visit.tried] sees to that.
func (v *visit) limited() *refused {
	most, known := hourly[v.called.Name]
	if !known { // administrators are not limited so
		return nil
	}
	for _, t := range v.user.Tries {
		if t.Operation == v.called.Name && v.Now-t.Since < hour && t.Count >= most {
			return v.refuse(refusal.TooManyTries, "", "operation", v.called.Name, "most", strconv.FormatInt(most, 10))
		}
	}
	v.count(v.tried)
	return nil
}

// tried notes one more call of the operation.
func (v *visit) tried(u *User) {
	tries := slices.DeleteFunc(slices.Clone(u.Tries), func(t Try) bool { return v.Now-t.Since >= hour })
	at := slices.IndexFunc(tries, func(t Try) bool { return t.Operation == v.called.Name })
	if at < 0 {
		tries, at = append(tries, Try{Operation: v.called.Name, Since: v.Now}), len(tries)
	}
	tries[at].Count++
	u.Tries = tries
}
