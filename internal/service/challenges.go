package service

import (
	"cmp"
	"encoding/base64"
	"slices"
	"strconv"
	"strings"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/proof"
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// respond answers a challenge.
func (v *visit) respond() (*userpool.Value, *refused) {
	if v.client == nil {
		return nil, v.refuse(refusal.ClientMissing, "/ClientId", "client", v.text("ClientId"))
	}
	challenge, responses := v.text("ChallengeName"), pairs(v.request.Get("ChallengeResponses"))
	const at = "/ChallengeResponses"
	if r := v.secret(responses["SECRET_HASH"], at+"/SECRET_HASH", v.realNames(responses["USERNAME"])...); r != nil {
		return nil, r
	}
	lacks := func(names ...string) *refused {
		for _, name := range names {
			if responses[name] == "" {
				return v.refuse(refusal.MissingInferred, at+"/"+name, "name", name)
			}
		}
		return nil
	}
	if r := lacks("USERNAME"); r != nil {
		return nil, r
	}
	if challenge == "PASSWORD_VERIFIER" {
		if r := lacks("PASSWORD_CLAIM_SECRET_BLOCK", "TIMESTAMP", "PASSWORD_CLAIM_SIGNATURE"); r != nil {
			return nil, r
		}
		return v.reply(v.proven(responses, at))
	}
	if v.request.Get("Session") == nil {
		return nil, v.refuse(refusal.MissingInferred, "/Session", "name", "Session")
	}
	s, r := v.resume(v.text("Session"))
	if r != nil {
		return nil, r
	}
	if s.Client != v.client.ID {
		return nil, v.refuse(refusal.SessionOfOther, "/Session")
	}
	if s.User == "" && s.Kind == "CUSTOM_CHALLENGE" && challenge == s.Kind {
		if r := lacks("ANSWER"); r != nil {
			return nil, r
		}
		v.stranger = responses["USERNAME"]
		done, r := v.custom(s, responses["ANSWER"], at)
		if r != nil {
			return nil, r
		}
		v.spend(s)
		return v.answer(done), nil
	}
	if s.User == "" { // the answer to someone who is not there
		v.hidden()
		chosen := cmp.Or(responses["ANSWER"], challenge)
		switch {
		case chosen == "PASSWORD_SRP" && proof.ReadA(responses["SRP_A"]):
			v.spend(s)
			return v.answer(v.simulated(responses["USERNAME"], responses["SRP_A"])), nil
		case strings.HasPrefix(chosen, "PASSWORD"):
			return nil, v.refuse(refusal.UnknownHidden, at)
		}
		return nil, v.refuse(refusal.WrongOTP, at)
	}
	at2, user := v.at, v.user
	if !v.named(responses["USERNAME"]) || v.user.Sub != s.User {
		if responses["USERNAME"] != s.User { // SDKs send the sub of who is meant
			return nil, v.refuse(refusal.SessionOfOther, at+"/USERNAME")
		}
	}
	v.at, v.user = at2, user
	if s.Kind != challenge && (s.Kind != "SELECT_CHALLENGE" || !slices.Contains(s.Options, challenge)) {
		return nil, v.refuse(refusal.ChallengeUnknown, "/ChallengeName", "name", challenge, "wanted", s.Kind)
	}
	if v.user.Disabled {
		return nil, v.refuse(refusal.Disabled, at+"/USERNAME")
	}
	needs := map[string][]string{
		"NEW_PASSWORD_REQUIRED": {"NEW_PASSWORD"}, "SMS_MFA": {"SMS_MFA_CODE"}, "SOFTWARE_TOKEN_MFA": {"SOFTWARE_TOKEN_MFA_CODE"}, "EMAIL_OTP": {"EMAIL_OTP_CODE"},
		"SMS_OTP": {"SMS_OTP_CODE"}, "SELECT_MFA_TYPE": {"ANSWER"}, "SELECT_CHALLENGE": {"ANSWER"}, "CUSTOM_CHALLENGE": {"ANSWER"}, "PASSWORD": {"PASSWORD"},
		"PASSWORD_SRP": {"SRP_A"}, "DEVICE_SRP_AUTH": {"SRP_A", "DEVICE_KEY"}, "DEVICE_PASSWORD_VERIFIER": {"PASSWORD_CLAIM_SECRET_BLOCK", "TIMESTAMP", "PASSWORD_CLAIM_SIGNATURE", "DEVICE_KEY"},
	}[challenge]
	if r := lacks(needs...); r != nil {
		return nil, r
	}
	done, r := v.answered(s, challenge, at, responses)
	if r != nil {
		return nil, r
	}
	v.spend(s)
	return v.answer(done), nil
}

// answered looks at the answer to a challenge whose session is good, and goes on.
func (v *visit) answered(s session, challenge, at string, responses map[string]string) (step, *refused) {
	switch challenge {
	case "NEW_PASSWORD_REQUIRED":
		return v.newPassword(s, at, responses)
	case "SMS_MFA", "EMAIL_OTP", "SMS_OTP":
		if responses[challenge+"_CODE"] != s.Code {
			return step{}, v.refuse(refusal.WrongOTP, at+"/"+challenge+"_CODE")
		}
		if name := s.Attribute; challenge == "SMS_MFA" && !v.user.isTrue(name+"_verified") {
			v.because("", diagnostic.Documented, "The code came to the phone number of the user, which is verified by that.")
			v.change(func(u *User) { u.set(name+"_verified", "true") })
		} else if challenge == "EMAIL_OTP" && s.First == "" && (s.Address != "" || !v.user.isTrue("email_verified")) {
			v.because("", diagnostic.Documented, "The code came to the email address of the user, which is verified by that.")
			v.change(func(u *User) {
				if s.Address != "" {
					u.set("email", s.Address)
					u.Factors = append(slices.Clone(u.Factors), "EMAIL_OTP")
				}
				u.set("email_verified", "true")
			})
		}
		if s.First == challenge && challenge != "SMS_MFA" {
			return v.second(s)
		}
		return v.finish(s, "Authentication")
	case "SOFTWARE_TOKEN_MFA":
		if r := v.appCode(v.user.Token, responses["SOFTWARE_TOKEN_MFA_CODE"], refusal.WrongTOTP, at+"/SOFTWARE_TOKEN_MFA_CODE"); r != nil {
			return step{}, r
		}
		return v.finish(s, "Authentication")
	case "SELECT_MFA_TYPE":
		choice := responses["ANSWER"]
		if !slices.Contains(s.Options, choice) {
			return step{}, v.refuse(refusal.NoSuchFactor, at+"/ANSWER", "name", choice, "known", strings.Join(s.Options, ", "))
		}
		return v.ask(session{SRP: s.SRP, Device: s.Device}, choice)
	case "SELECT_CHALLENGE":
		choice := responses["ANSWER"]
		if !slices.Contains(s.Options, choice) {
			return step{}, v.refuse(refusal.NoSuchPreferred, at+"/ANSWER", "name", choice, "known", strings.Join(s.Options, ", "))
		}
		return v.chosen(session{Device: s.Device}, choice, at, responses)
	case "PASSWORD", "PASSWORD_SRP":
		return v.chosen(session{Device: s.Device}, challenge, at, responses)
	case "MFA_SETUP":
		if address := responses["EMAIL"]; address != "" && v.mail {
			if !emailForm.MatchString(address) {
				return step{}, v.refuse(refusal.EmailFormat, at+"/EMAIL")
			}
			return v.ask(session{SRP: s.SRP, Device: s.Device, Address: address}, "EMAIL_OTP")
		}
		if s.Secret == "" && !v.user.Verified {
			return step{}, v.refuse(refusal.SessionOfOther, "/Session")
		}
		return v.finish(s, "Authentication")
	case "CUSTOM_CHALLENGE":
		return v.custom(s, responses["ANSWER"], at)
	case "DEVICE_SRP_AUTH":
		return v.deviceSRP(s, at, responses)
	case "DEVICE_PASSWORD_VERIFIER":
		return v.deviceProven(s, at, responses)
	}
	return step{}, v.refuse(refusal.ChallengeUnknown, "/ChallengeName", "name", challenge, "wanted", s.Kind)
}

// proven looks at the proof of Secure Remote Password.
func (v *visit) proven(responses map[string]string, at string) (step, *refused) {
	block, err := base64.StdEncoding.DecodeString(responses["PASSWORD_CLAIM_SECRET_BLOCK"])
	s, whole := v.unpack(string(block))
	const claim = "/PASSWORD_CLAIM_SIGNATURE"
	if err != nil || !whole || s.Kind != "PASSWORD_VERIFIER" || s.Client != v.client.ID {
		return step{}, v.refuse(refusal.WrongPassword, at+"/PASSWORD_CLAIM_SECRET_BLOCK")
	}
	if v.Now-s.Issued > v.client.sessionLife() {
		return step{}, v.refuse(refusal.SessionExpired, at+"/PASSWORD_CLAIM_SECRET_BLOCK", "minutes", strconv.FormatInt(v.client.sessionLife()/minute, 10))
	}
	if s.User == "" {
		v.hidden()
		return step{}, v.refuse(refusal.UnknownHidden, at+claim)
	}
	if !v.find(bySub + s.User) {
		return step{}, v.refuse(refusal.UnknownToSignIn, at+"/USERNAME", "name", responses["USERNAME"])
	}
	if session := v.text("Session"); session != "" {
		chosen, r := v.resume(session)
		if r != nil {
			return step{}, r
		}
		v.spend(chosen)
	}
	d := v.dialogue(v.user.Name, v.salt(), s.A)
	right := v.user.Password != "" && d.Proves(s.A, v.user.Password, responses["PASSWORD_CLAIM_SECRET_BLOCK"], responses["TIMESTAMP"], responses["PASSWORD_CLAIM_SIGNATURE"])
	if r := v.mayTry(at+claim, right); r != nil {
		return step{}, r
	}
	switch {
	case v.user.Status == "UNCONFIRMED" && v.statusFirst():
		return step{}, v.refuse(refusal.Unconfirmed, at+claim)
	case v.user.Password == "":
		return step{}, v.wrong(refusal.NoPassword, at+claim)
	case !right:
		return step{}, v.wrong(refusal.WrongPassword, at+claim)
	}
	s.Device = cmp.Or(responses["DEVICE_KEY"], s.Device)
	s.A = ""
	if s.First == "CUSTOM" {
		s.First = ""
		s.History = s.History[:len(s.History)-1] + `,{"challengeName":"PASSWORD_VERIFIER","challengeResult":true}]`
		return v.define(s)
	}
	return v.passed(s, at+claim)
}

// newPassword ends the first sign-in of a user whom an administrator made.
func (v *visit) newPassword(s session, at string, responses map[string]string) (step, *refused) {
	if v.user.Status != "FORCE_CHANGE_PASSWORD" { // the password was set or reset since
		return step{}, v.refuse(refusal.SessionOfOther, "/Session")
	}
	password := responses["NEW_PASSWORD"]
	if r := v.conforms(password, changeFrame, at+"/NEW_PASSWORD"); r != nil {
		return step{}, r
	}
	// A user may keep the temporary password. Only what was before it is looked for.
	if password != v.user.Password {
		if r := v.unused(password, at+"/NEW_PASSWORD"); r != nil {
			return step{}, r
		}
	}
	var given []Attribute
	for _, response := range v.request.Get("ChallengeResponses").Elements() {
		name, ok := strings.CutPrefix(response.Name, "userAttributes.")
		if !ok {
			continue
		}
		pointer := response.Pointer()
		known := v.schema[name]
		switch {
		case name == "sub" || name == "email_verified" || name == "phone_number_verified":
			return step{}, v.refuse(refusal.SubGiven, pointer, "name", name)
		case known == nil && custom(name):
			return step{}, v.refuse(refusal.UnknownCustom, pointer, "name", name)
		case known == nil:
			return step{}, v.refuse(refusal.UnknownAttribute, pointer, "name", name)
		case !v.mayWrite(name):
			return step{}, v.refuse(refusal.NotWritable, pointer, "name", name)
		case v.user.has(name) && verifiable(name) && v.onOrAfter("2022-03-01"):
			return step{}, v.refuse(refusal.AlreadyProvided, pointer, "name", name)
		case name == "email" && !emailForm.MatchString(response.Text()):
			return step{}, v.refuse(refusal.EmailFormat, pointer)
		case name == "phone_number" && !phoneForm.MatchString(response.Text()):
			return step{}, v.refuse(refusal.PhoneFormat, pointer)
		}
		if fault, _, _ := known.fault(response.Text()); fault != "" {
			return step{}, v.refuse(refusal.OutOfBounds, pointer, "name", name, "fault", fault)
		}
		given = append(given, Attribute{name, response.Text()})
	}
	for _, name := range v.names {
		if name != "sub" && v.schema[name].required && !v.user.has(name) && !slices.ContainsFunc(given, func(a Attribute) bool { return a.Name == name && a.Value != "" }) {
			return step{}, v.refuse(refusal.MissingAttribute, at, "name", name)
		}
	}
	v.change(func(u *User) {
		v.setPassword(u, password)
		setAttributes(u, given)
		u.Status = "CONFIRMED"
	})
	v.occasion = "NewPasswordChallenge"
	return v.second(session{SRP: s.SRP, Device: s.Device})
}

// appCode looks at a code of an authenticator app. Each is good once.
func (v *visit) appCode(secret, code string, wrong *refusal.Refusal, pointer string) *refused {
	at, ok := proof.StepOf(secret, code, v.Now)
	switch {
	case !ok:
		return v.refuse(wrong, pointer)
	case at <= v.user.UsedStep:
		return v.refuse(refusal.UsedTOTP, pointer)
	}
	v.count(func(u *User) { u.UsedStep = at })
	return nil
}

// The rounds of a custom sign-in. A client that hides who is there has them with a stranger, too: the
// functions get userNotFound, and whatever they say there are no tokens. Each function says what comes next; where a call gives no answer
// for one, the plainest stands in: one challenge, and tokens for the right answer to it.

// define asks DefineAuthChallenge what comes next.
func (v *visit) define(s session) (step, *refused) {
	history := cmp.Or(s.History, "[]")
	answer, r := v.invoke("DefineAuthChallenge", "Authentication", append([]member{{"session", history}, v.userNotFound()}, v.metadata()...)...)
	if r != nil {
		return step{}, r
	}
	next := answer.Get("challengeName").String()
	issue, fail := answer.Get("issueTokens").Bool(), answer.Get("failAuthentication").Bool()
	if !answer.Exists() {
		rounds := gjson.Parse(history).Array()
		last := gjson.Result{}
		if len(rounds) > 0 {
			last = rounds[len(rounds)-1]
		}
		answeredCustom := last.Get("challengeName").String() == "CUSTOM_CHALLENGE"
		next, issue, fail = "CUSTOM_CHALLENGE", answeredCustom && last.Get("challengeResult").Bool(), answeredCustom && !last.Get("challengeResult").Bool() && len(rounds) >= 3
		if last.Get("challengeName").String() == "SRP_A" {
			next = "PASSWORD_VERIFIER"
		}
		v.because("/LambdaConfig/DefineAuthChallenge", diagnostic.Inferred, "The call sets no answer of DefineAuthChallenge. One that asks until the answer is right, three times at most, stands in for it.")
	}
	switch {
	case fail:
		return step{}, v.refuse(refusal.WrongAnswer, "")
	case issue && v.user == nil:
		return step{}, v.refuse(refusal.StrangerAnswers, "")
	case issue:
		return v.second(session{SRP: s.SRP, Device: s.Device})
	case next == "PASSWORD_VERIFIER" && s.A != "" && v.user == nil:
		return v.simulated(v.stranger, s.A), nil
	case next == "PASSWORD_VERIFIER" && s.A != "":
		return v.challengeSRP(s, s.A)
	case next != "CUSTOM_CHALLENGE":
		return step{}, v.refuse(refusal.TriggerAnswer, "", "name", "DefineAuthChallenge")
	}
	made, r := v.invoke("CreateAuthChallenge", "Authentication", append([]member{{"challengeName", `"CUSTOM_CHALLENGE"`}, {"session", history}, v.userNotFound()}, v.metadata()...)...)
	if r != nil {
		return step{}, r
	}
	name := v.stranger
	if v.user != nil {
		name = v.user.Name
	}
	parameters := []string{"USERNAME", name}
	made.Get("publicChallengeParameters").ForEach(func(name, value gjson.Result) bool {
		parameters = append(parameters, name.String(), value.String())
		return true
	})
	s.History, s.Answer, s.Metadata = history, made.Get("privateChallengeParameters").Raw, made.Get("challengeMetadata").String()
	return v.asks(s, "CUSTOM_CHALLENGE", mapOf("", parameters...)), nil
}

// userNotFound tells the functions of a custom sign-in whether the user is there.
// https://github.com/aws/aws-lambda-rust-runtime/issues/718
func (v *visit) userNotFound() member {
	return member{"userNotFound", strconv.FormatBool(v.user == nil)}
}

// custom looks at the answer to a custom challenge.
func (v *visit) custom(s session, given, at string) (step, *refused) {
	private := cmp.Or(s.Answer, "{}")
	answer, r := v.invoke("VerifyAuthChallengeResponse", "Authentication", append([]member{{"privateChallengeParameters", private}, {"challengeAnswer", quoted(given)}, v.userNotFound()}, v.metadata()...)...)
	if r != nil {
		return step{}, r
	}
	right := answer.Get("answerCorrect").Bool()
	if !answer.Exists() {
		gjson.Parse(private).ForEach(func(_, value gjson.Result) bool {
			right = right || value.String() == given
			return true
		})
		v.because("/LambdaConfig/VerifyAuthChallengeResponse", diagnostic.Inferred, "The call sets no answer of VerifyAuthChallengeResponse. One that compares with privateChallengeParameters stands in for it.")
	}
	round := objectOf(member{"challengeName", `"CUSTOM_CHALLENGE"`}, member{"challengeResult", strconv.FormatBool(right)}, member{"challengeMetadata", quoted(s.Metadata)})
	if history := strings.TrimSuffix(cmp.Or(s.History, "[]"), "]"); history == "[" {
		s.History = "[" + round + "]"
	} else {
		s.History = history + "," + round + "]"
	}
	return v.define(session{SRP: s.SRP, Device: s.Device, History: s.History})
}

// deviceSRP begins the proof of a device. Its group stands for the pool, and its key for the user.
func (v *visit) deviceSRP(s session, at string, responses map[string]string) (step, *refused) {
	d := v.device(responses["DEVICE_KEY"])
	if d == nil || d.Verifier == "" {
		return step{}, v.refuse(refusal.DeviceUnknown, at+"/DEVICE_KEY", "key", responses["DEVICE_KEY"])
	}
	if !proof.ReadA(responses["SRP_A"]) {
		return step{}, v.refuse(refusal.BadSRP, at+"/SRP_A")
	}
	begun := session{SRP: s.SRP, Device: d.Key, A: responses["SRP_A"]}
	next := v.asks(begun, "DEVICE_PASSWORD_VERIFIER", nil)
	talk := v.deviceDialogue(d, begun.A)
	next.parameters = mapOf("ChallengeParameters", "SALT", talk.SaltText(), "SECRET_BLOCK", standard(v.pack(next.session)), "SRP_B", talk.B(""), "USERNAME", v.user.Name, "DEVICE_KEY", d.Key)
	return next, nil
}

func (v *visit) deviceDialogue(d *Device, a string) proof.Dialogue {
	talk := v.dialogue(d.Key, nil, a)
	talk.Pool = d.Group
	talk.Salt, _ = base64.StdEncoding.DecodeString(d.Salt)
	talk.Verifier, _ = base64.StdEncoding.DecodeString(d.Verifier)
	return talk
}

func (v *visit) deviceProven(s session, at string, responses map[string]string) (step, *refused) {
	d := v.device(responses["DEVICE_KEY"])
	if d == nil || d.Verifier == "" || d.Key != s.Device {
		return step{}, v.refuse(refusal.DeviceUnknown, at+"/DEVICE_KEY", "key", responses["DEVICE_KEY"])
	}
	if !v.deviceDialogue(d, s.A).Proves(s.A, "", responses["PASSWORD_CLAIM_SECRET_BLOCK"], responses["TIMESTAMP"], responses["PASSWORD_CLAIM_SIGNATURE"]) {
		return step{}, v.refuse(refusal.WrongPassword, at+"/PASSWORD_CLAIM_SIGNATURE")
	}
	return v.finish(session{SRP: s.SRP, Device: d.Key}, "AuthenticateDevice")
}
