package summary

import (
	"slices"
	"strings"
)

// Message is an email or a text message that the pool sends.
type Message struct {
	ID, Title string
	// When says when it is sent, Channel is "email" or "sms".
	When, Channel string
	// From is the sender as far as it is known.
	From          string
	Subject, Body string
	// Note says what else is to be known of it, "" for nothing: that its text is Cognito's
	// own, or that a function may change it.
	Note     string
	Pointers []string
}

// Channels.
const (
	email = "email"
	sms   = "sms"
)

// What stands in examples for what the service fills in.
const (
	exampleCode     = "123456"
	examplePassword = "Xk4!r9Qm"
	exampleLink     = "https://example.com/confirm"
)

// letter is a message in the making.
type letter struct {
	id, title, channel string
	when               []string
	body, subject      place
	// code stands for {####}.
	code string
	// note is said in place of a text that is not known; "" is that it is Cognito's own.
	note string
}

// messages are all that the pool sends.
func (r reader) messages() []Message {
	messages := []Message{}
	texting := r.get("SmsConfiguration").there()
	for _, l := range r.letters() {
		if len(l.when) > 0 && (l.channel == email || texting) {
			messages = append(messages, r.message(l))
		}
	}
	return messages
}

// letters are the kinds of messages with the occasions for each; without any it is not sent.
func (r reader) letters() []letter {
	template, invitation := r.get("VerificationMessageTemplate"), r.get("AdminCreateUserConfig", "InviteMessageTemplate")
	if !template.there() { // on days before there was a template
		template = r.pool
	}
	verified, recovery := r.get("AutoVerifiedAttributes"), r.recoveryWays()
	factors := r.get("Policies", "SignInPolicy", "AllowedFirstAuthFactors")
	// when gathers occasions, each the rest of a sentence that begins "When someone".
	when := func(occasions ...string) []string {
		return slices.DeleteFunc(occasions, func(o string) bool { return o == "" })
	}
	occasion := func(happens bool, words string) string {
		if happens {
			return words
		}
		return ""
	}
	const forgotten = "has forgotten the password"
	signsUp := occasion(!r.get("AdminCreateUserConfig", "AllowAdminCreateUserOnly").yes(), "signs up")
	link := template.get("DefaultEmailOption").is("CONFIRM_WITH_LINK")
	emailText, emailSubject := r.older(template.get("EmailMessage"), "EmailVerificationMessage"), r.older(template.get("EmailSubject"), "EmailVerificationSubject")
	smsText := r.older(template.get("SmsMessage"), "SmsVerificationMessage")
	all := []letter{}
	confirms := func(name, words string) []string {
		if !verified.has(name).there() {
			return nil
		}
		return when(signsUp, "gives a new "+words)
	}
	confirmsEmail := confirms("email", "email address")
	resets := occasion(slices.Contains(recovery, "verified_email"), forgotten)
	if link {
		all = append(all,
			letter{id: "verification-email", title: "Email with a link", channel: email, when: confirmsEmail, body: template.get("EmailMessageByLink"), subject: template.get("EmailSubjectByLink")},
			letter{id: "recovery-email", title: "Email with a code for a new password", channel: email, when: when(resets), body: emailText, subject: emailSubject, code: exampleCode})
	} else {
		all = append(all,
			letter{id: "verification-email", title: "Email with a code", channel: email, when: when(append(confirmsEmail, resets)...), body: emailText, subject: emailSubject, code: exampleCode})
	}
	steps := r.get("MfaConfiguration").is("ON", "OPTIONAL")
	seconds := r.secondSteps()
	return append(all,
		letter{id: "verification-sms", title: "Text message with a code", channel: sms, body: smsText, code: exampleCode, when: when(append(confirms("phone_number", "phone number"),
			occasion(slices.Contains(recovery, "verified_phone_number"), forgotten))...)},
		letter{id: "invitation-email", title: "Invitation by email", channel: email, body: invitation.get("EmailMessage"), subject: invitation.get("EmailSubject"), code: examplePassword,
			when: when("is given an account by an administrator, who has the invitation sent by email")},
		letter{id: "invitation-sms", title: "Invitation by text message", channel: sms, body: invitation.get("SMSMessage"), code: examplePassword,
			when: when("is given an account by an administrator, who has the invitation sent by text message")},
		letter{id: "sign-in-sms", title: "Text message with a code for signing in", channel: sms, body: r.get("SmsAuthenticationMessage"), code: exampleCode, when: when(
			occasion(steps && slices.Contains(seconds, codeBySMS), "has to pass the second step of signing in"),
			occasion(factors.has("SMS_OTP").there(), "signs in with a code by text message"))},
		letter{id: "sign-in-email", title: "Email with a code for signing in", channel: email, code: exampleCode,
			when: when(
				occasion(steps && slices.Contains(seconds, codeByEmail), "has to pass the second step of signing in"),
				occasion(factors.has("EMAIL_OTP").there(), "signs in with a code by email")),
			note: "Its text is set with SetUserPoolMfaConfig. Until then it is Cognito's own, which is not published."})
}

// recoveryWays are the ways back to an account after the password is forgotten.
func (r reader) recoveryWays() []string {
	ways := r.get("AccountRecoverySetting", "RecoveryMechanisms").elements()
	if len(ways) == 0 {
		return []string{"verified_phone_number", "verified_email"}
	}
	var names []string
	for _, w := range ways {
		names = append(names, w.get("Name").text())
	}
	return names
}

// older is a message's text, or where the template has none the one of the older member.
func (r reader) older(p place, name string) place {
	if p.there() {
		return p
	}
	return r.get(name)
}

// message fills a letter in.
func (r reader) message(l letter) Message {
	m := Message{
		ID: l.id, Title: l.title, When: "When someone " + or(l.when) + ".", Channel: l.channel, From: r.sender(l.channel),
		Subject: r.filled(l.subject.text(), l.code), Body: r.filled(l.body.text(), l.code),
	}
	for _, p := range []place{l.subject, l.body} {
		if p.there() {
			m.Pointers = append(m.Pointers, p.pointer)
		}
	}
	if len(m.Pointers) == 0 {
		m.Pointers = []string{"/UserPool"}
	}
	m.Note = r.note(l)
	return m
}

// note says where a text comes from that the request does not give, and which functions
// have a say in it.
func (r reader) note(l letter) string {
	var notes []string
	switch {
	case l.body.open():
		notes = append(notes, "Its text is decided at deployment.")
	case l.body.there() && (l.subject.there() || l.channel == sms):
	case l.note != "":
		notes = append(notes, l.note)
	case l.body.there():
		notes = append(notes, "The request gives no subject: it is Cognito's own, which is not published.")
	default:
		notes = append(notes, "The request gives no text: it is Cognito's own, which is not published.")
	}
	custom := map[string]string{email: "CustomEmailSender", sms: "CustomSMSSender"}[l.channel]
	if sender := r.get("LambdaConfig", custom, "LambdaArn"); sender.there() {
		notes = append(notes, functionName(sender)+" delivers it and may write something else.")
	} else if change := r.get("LambdaConfig", "CustomMessage"); change.there() {
		notes = append(notes, functionName(change)+" may write something else.")
	}
	return strings.Join(notes, " ")
}

// filled puts examples in the place of placeholders.
func (r reader) filled(text, code string) string {
	if code != "" {
		text = strings.ReplaceAll(text, "{####}", code)
	}
	text = strings.ReplaceAll(text, "{username}", r.exampleUser())
	var b strings.Builder
	for {
		before, rest, open := strings.Cut(text, "{##")
		words, after, closed := strings.Cut(rest, "##}")
		if !open || !closed {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(before + `<a href="` + exampleLink + `">` + words + "</a>")
		text = after
	}
}

// exampleUser is a user name as people have it in this pool.
func (r reader) exampleUser() string {
	instead := r.get("UsernameAttributes").texts()
	switch {
	case slices.Contains(instead, "email"):
		return "jane@example.com"
	case slices.Contains(instead, "phone_number"):
		return "+15555550123"
	}
	return "jane"
}

// cognitoSender is the address of Cognito's own email.
const cognitoSender = "no-reply@verificationemail.com"

// sender is whom a message comes from, "" where that is not known.
func (r reader) sender(channel string) string {
	if channel == sms {
		return r.get("SmsConfiguration", "EumsSms", "OriginationIdentity").text()
	}
	config := r.get("EmailConfiguration")
	if config.get("From").open() || config.get("SourceArn").open() {
		return "an address that is decided at deployment"
	}
	if from := config.get("From").text(); from != "" {
		return from
	}
	_, identity, _ := strings.Cut(config.get("SourceArn").text(), "identity/")
	switch {
	case strings.Contains(identity, "@"):
		return identity
	case identity != "":
		return "an address at " + identity
	}
	return cognitoSender
}

// senders says who sends email and text messages.
func (r reader) senders(t *teller) {
	config := r.get("EmailConfiguration")
	account := config.get("EmailSendingAccount")
	reply := config.get("ReplyToEmailAddress")
	own := r.get("LambdaConfig", "CustomEmailSender", "LambdaArn")
	switch {
	case own.there():
		t.say("Email is delivered by your function "+functionName(own)+".", own)
	case account.is("DEVELOPER"):
		t.say("Email is sent through your Amazon SES, from "+r.sender(email)+".", account, config.get("From"), config.get("SourceArn"))
	default:
		t.say("Email is sent by Cognito, from "+r.sender(email)+".", account, config.get("From"), config.get("SourceArn"))
		if account.there() {
			t.say("At most 50 emails a day go out this way, in the whole account.", account)
		}
	}
	if reply.there() {
		t.say("Replies go to "+reply.text()+".", reply)
	}
	texts := r.get("SmsConfiguration")
	texting := r.get("LambdaConfig", "CustomSMSSender", "LambdaArn")
	switch {
	case texting.there():
		t.say("Text messages are delivered by your function "+functionName(texting)+".", texting)
	case texts.get("EumsSms").there():
		t.say("Text messages are sent through AWS End User Messaging.", texts.get("EumsSms"))
	case texts.there():
		t.say("Text messages are sent through Amazon SNS.", texts)
	default:
		t.say("Text messages are not set up, so the pool can send none.")
	}
}
