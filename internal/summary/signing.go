package summary

import (
	"slices"
	"strings"

	"userpoolplayground/internal/source"
)

// identifiers says with what people sign in: "their email address", "a user name or their
// phone number".
func (r reader) identifiers() (words string, from place) {
	own := func(names []string) []string {
		words := attributes(names)
		for i := range words {
			words[i] = "their " + words[i]
		}
		return words
	}
	if instead := r.get("UsernameAttributes"); len(instead.elements()) > 0 {
		return or(own(instead.texts())), instead
	}
	aliases := r.get("AliasAttributes")
	return or(append([]string{"a user name"}, own(aliases.texts())...)), aliases
}

func (r reader) signIn(t *teller) {
	words, from := r.identifiers()
	instead, aliases := r.get("UsernameAttributes"), r.get("AliasAttributes")
	if len(instead.elements()) > 0 {
		t.say("People sign in with "+words+"; they have no user name beside it.", from)
	} else {
		t.say("People sign in with "+words+".", from)
	}
	if verified := slices.DeleteFunc(aliases.texts(), func(name string) bool { return name == "preferred_username" }); len(verified) > 0 {
		noun := and(attributes(verified))
		if len(verified) == 1 {
			t.say("The "+noun+" works for this only once it is verified.", aliases)
		} else {
			t.say(capital(noun)+" work for this only once they are verified.", aliases)
		}
	}
	r.letterCase(t)
	factors := r.get("Policies", "SignInPolicy", "AllowedFirstAuthFactors")
	switch {
	case len(factors.elements()) > 1:
		t.say("They may begin with "+or(firstFactors(factors.texts()))+", if the application offers the choice.", factors)
	default:
		t.say("They prove who they are with a password.", factors)
	}
}

// letterCase says whether upper and lower case count where people type letters.
func (r reader) letterCase(t *teller) {
	if r.phoneOnly() {
		return
	}
	instead := r.get("UsernameAttributes").texts()
	a, b := "Jane", "jane"
	if slices.Contains(instead, "email") {
		a, b = "Jane@example.com", "jane@example.com"
	}
	sensitive := r.get("UsernameConfiguration", "CaseSensitive")
	if sensitive.is("false") {
		t.say("Upper and lower case make no difference: "+a+" and "+b+" are the same user.", sensitive)
		return
	}
	t.say("Upper and lower case count: "+a+" and "+b+" are two different users.", sensitive)
}

// phoneOnly reports whether people sign in with nothing that has letters.
func (r reader) phoneOnly() bool {
	instead := r.get("UsernameAttributes").texts()
	return len(instead) == 1 && instead[0] == "phone_number"
}

func firstFactors(factors []string) []string {
	words := map[string]string{
		"PASSWORD": "a password", "EMAIL_OTP": codeByEmail, "SMS_OTP": codeBySMS, "WEB_AUTHN": "a passkey",
	}
	var all []string
	for _, f := range factors {
		if words[f] == "" {
			words[f] = f
		}
		all = append(all, words[f])
	}
	return all
}

func (r reader) mfa(t *teller) {
	mfa, sms := r.get("MfaConfiguration"), r.get("SmsConfiguration")
	// Codes by email came on the day of the plans.
	laterFactors := r.get("UserPoolTier").there()
	codes := or(r.secondSteps())
	if codes != "" {
		codes = ": " + codes
	}
	switch {
	case mfa.is("ON"):
		t.say("Everybody has to pass a second step at sign-in"+codes+".", mfa, sms)
	case mfa.is("OPTIONAL"):
		t.say("Users may choose to have a second step at sign-in"+codes+".", mfa, sms)
	default:
		t.say("Nobody is asked for a second step at sign-in.", mfa)
		if laterFactors {
			t.say("One can be added later: a code by text message, a code by email or an authenticator app, with SetUserPoolMfaConfig.", mfa)
		}
		return
	}
	if r.factors.Member("MfaConfiguration") != nil {
		t.say("That is set with SetUserPoolMfaConfig, which the tool of this text calls once the pool is made.", mfa)
		return
	}
	if laterFactors {
		t.say("Authenticator apps and codes by email cannot be switched on while a pool is made; that takes SetUserPoolMfaConfig afterwards.", mfa)
	}
}

// Codes that people prove themselves with, as the sentences call them.
const (
	codeBySMS   = "a code sent by text message"
	codeByEmail = "a code sent by email"
)

// secondSteps are the codes that can be the second step.
func (r reader) secondSteps() []string {
	if r.factors.Member("MfaConfiguration") == nil {
		return []string{codeBySMS}
	}
	var all []string
	if app := r.factors.Member("SoftwareTokenMfaConfiguration"); app != nil && app.Member("Enabled") != nil && app.Member("Enabled").Kind == source.True {
		all = append(all, "a code from an authenticator app")
	}
	if r.factors.Member("SmsMfaConfiguration") != nil {
		all = append(all, codeBySMS)
	}
	if r.factors.Member("EmailMfaConfiguration") != nil {
		all = append(all, codeByEmail)
	}
	return all
}

func (r reader) password(t *teller) {
	policy := r.get("Policies", "PasswordPolicy")
	length := policy.get("MinimumLength")
	if !length.there() {
		return
	}
	from := []place{length}
	var kinds []string
	var open []place
	for _, class := range classes {
		switch required := policy.get(class.member); {
		case required.open():
			open = append(open, required)
		case required.yes():
			kinds, from = append(kinds, class.words), append(from, required)
		}
	}
	if policy.open() {
		t.leaveOpen(policy)
		return
	}
	text := "At least as many characters as is decided at deployment"
	switch {
	case !length.open():
		text = "At least " + count(length.text(), "character")
	case length.value.Text != "":
		text = "At least as many characters as " + length.value.Text + " says"
	}
	switch len(kinds) {
	case 0:
		text += ", of any kind"
	default:
		text += ", with " + and(kinds) + " among them"
	}
	t.say(text+".", from...)
	t.leaveOpen(open...)
	history := policy.get("PasswordHistorySize")
	switch {
	case history.is("1"):
		t.say("The password before cannot be used again.", history)
	case history.there() && !history.is("0"):
		t.say("The last "+history.text()+" passwords cannot be used again.", history)
	}
}

func (r reader) signUp(t *teller) {
	config := r.get("AdminCreateUserConfig")
	closed := config.get("AllowAdminCreateUserOnly")
	if closed.yes() {
		t.say("Only administrators can make accounts; nobody can sign up alone.", closed)
	} else {
		t.say("Anyone can sign up.", closed)
	}
	r.verification(t, closed)
	var required []string
	var from []place
	for _, a := range r.get("SchemaAttributes").elements() {
		if a.get("Required").yes() && !a.get("Name").is("sub") {
			required, from = append(required, "their "+attribute(a.get("Name").text())), append(from, a.get("Required"))
		}
	}
	if len(required) > 0 {
		t.say("They have to give "+and(required)+".", from...)
	}
	days := r.get("Policies", "PasswordPolicy", "TemporaryPasswordValidityDays")
	if !days.there() {
		days = config.get("UnusedAccountValidityDays")
	}
	if days.there() {
		t.say("The temporary password that an administrator's invitation brings is good for "+count(days.text(), "day")+".", days)
	}
	r.changedAddress(t)
}

// verification says what is confirmed after signing up.
func (r reader) verification(t *teller, closed place) {
	verified := r.get("AutoVerifiedAttributes")
	email, phone := verified.has("email"), verified.has("phone_number")
	how := "a code sent to it"
	option := r.get("VerificationMessageTemplate", "DefaultEmailOption")
	if option.is("CONFIRM_WITH_LINK") {
		how = "a link sent to it"
	}
	switch {
	case closed.yes() && !email.there() && !phone.there():
	case email.there() && phone.there():
		t.say("A new email address is confirmed with "+how+", a new phone number with a code sent to it.", verified, option)
		if !closed.yes() {
			t.say("A person who gives both when signing up is sent only the code to the phone.", verified)
		}
	case email.there():
		t.say("A new email address is confirmed with "+how+".", verified, option)
	case phone.there():
		t.say("A new phone number is confirmed with a code sent to it.", verified)
	default:
		t.say("Nobody is asked to confirm an email address or a phone number, so an administrator or a function of yours has to confirm each new account.", verified)
	}
	if email.there() && option.is("CONFIRM_WITH_LINK") {
		t.say("Links lead to the pool's own pages, so the pool needs a domain.", option)
	}
}

// changedAddress says when a changed address or number begins to count.
func (r reader) changedAddress(t *teller) {
	list := r.get("UserAttributeUpdateSettings", "AttributesRequireVerificationBeforeUpdate")
	names := list.texts()
	if len(names) == 0 {
		return
	}
	words := attributes(names)
	t.say("When a user changes the "+or(words)+", the old one counts until the new one is verified.", list)
}

func (r reader) recovery(t *teller) {
	setting := r.get("AccountRecoverySetting", "RecoveryMechanisms")
	ways := setting.elements()
	slices.SortStableFunc(ways, func(a, b place) int { return strings.Compare(a.get("Priority").text(), b.get("Priority").text()) })
	var words []string
	phone := place{}
	for _, w := range ways {
		switch name := w.get("Name"); {
		case name.is("verified_email"):
			words = append(words, "a code by email to their verified address")
		case name.is("verified_phone_number"):
			words, phone = append(words, "a code by text message to their verified phone number"), name
		}
	}
	switch {
	case len(ways) == 0:
		t.say("The pool does not say how. Cognito then sends a code to a verified phone number, or else to a verified email address.", setting)
		return
	case len(words) == 0:
		t.say("Users cannot choose a new password by themselves; an administrator has to do it.", setting)
		return
	case len(words) == 1:
		t.say("Users get "+words[0]+".", setting)
	default:
		t.say("Users get "+words[0]+" or, failing that, "+words[1]+".", setting)
	}
	if phone.there() && !r.get("SmsConfiguration").there() {
		t.say("Text messages are not set up, so nothing can be sent to a phone yet.", phone)
	}
	if texted := slices.Contains(r.secondSteps(), codeBySMS); phone.there() && texted && r.get("MfaConfiguration").is("ON", "OPTIONAL") {
		t.say("A phone number does not help users whose second step is a text message.", phone, r.get("MfaConfiguration"))
	}
}

func (r reader) devices(t *teller) {
	d := r.get("DeviceConfiguration")
	if !d.there() {
		t.say("Devices are not remembered.")
		return
	}
	ask, spare := d.get("DeviceOnlyRememberedOnUserPrompt"), d.get("ChallengeRequiredOnNewDevice")
	if ask.yes() {
		t.say("A device is remembered when its user agrees.", ask)
	} else {
		t.say("Every device is remembered, and nobody is asked.", ask, d)
	}
	if spare.yes() {
		t.say("On a remembered device the second step of signing in can be left out.", spare)
	} else {
		t.say("A remembered device does not spare its user the second step of signing in.", spare, d)
	}
}
