package service

import (
	"cmp"
	"encoding/base64"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/javahash"
	"userpoolplayground/internal/proof"
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// A sign-in goes from one step to the next until nothing is left to ask for:
//
//	first factor ─▶ a new password, if the one given is temporary ─▶ second factor, or a device that
//	stands for it ─▶ tokens
//
// Each step that asks for something answers with a challenge and a session.

// step is a challenge, or the tokens.
type step struct {
	challenge  string
	parameters *userpool.Value
	session    session
	// available are the ways to go on.
	available []string
	result    *userpool.Value
	// bare tells that the challenge comes without a session.
	bare bool
}

// asks makes the step of a challenge.
func (v *visit) asks(s session, challenge string, parameters *userpool.Value) step {
	s.Kind = challenge
	return step{challenge: challenge, parameters: named("ChallengeParameters", parameters), session: v.begin(s)}
}

// answer is a step as answers show it.
func (v *visit) answer(s step) *userpool.Value {
	if s.result != nil {
		return structure(mapOf("ChallengeParameters"), s.result)
	}
	sealed := ""
	if !s.bare {
		sealed = v.seal(s.session)
	}
	return structure(text("ChallengeName", s.challenge), text("Session", sealed), s.parameters, textsOf("AvailableChallenges", s.available))
}

// signIn begins a sign-in. parameters are AuthParameters.
func (v *visit) signIn(byAdmin bool) (*userpool.Value, *refused) {
	if v.client == nil {
		return nil, v.refuse(refusal.ClientMissing, "/ClientId", "client", v.text("ClientId"))
	}
	flow, parameters := v.text("AuthFlow"), pairs(v.request.Get("AuthParameters"))
	const at = "/AuthParameters"
	if ofServer := strings.HasPrefix(flow, "ADMIN_"); ofServer != byAdmin && (ofServer || flow == "USER_PASSWORD_AUTH") {
		return nil, v.refuse(refusal.WrongOperation, "/AuthFlow", "flow", flow, "operation", v.called.Name)
	}
	refreshing := flow == "REFRESH_TOKEN" || flow == "REFRESH_TOKEN_AUTH"
	if !refreshing {
		if r := v.secret(parameters["SECRET_HASH"], at+"/SECRET_HASH", v.realNames(parameters["USERNAME"])...); r != nil {
			return nil, r
		}
	} else if v.client.Secret != "" && parameters["SECRET_HASH"] == "" {
		return nil, v.refuse(refusal.SecretMissing, at+"/SECRET_HASH", "client", v.client.ID)
	}
	if !v.client.allows(flow) {
		return nil, v.flowOff(flow)
	}
	for _, name := range map[string][]string{
		"ADMIN_NO_SRP_AUTH": {"USERNAME", "PASSWORD"}, "ADMIN_USER_PASSWORD_AUTH": {"USERNAME", "PASSWORD"}, "USER_PASSWORD_AUTH": {"USERNAME", "PASSWORD"},
		"USER_SRP_AUTH": {"USERNAME", "SRP_A"}, "CUSTOM_AUTH": {"USERNAME"}, "USER_AUTH": {"USERNAME"}, "REFRESH_TOKEN": {"REFRESH_TOKEN"}, "REFRESH_TOKEN_AUTH": {"REFRESH_TOKEN"},
	}[flow] {
		if parameters[name] == "" {
			says := refusal.MissingInferred
			if name == "USERNAME" || name == "PASSWORD" {
				says = refusal.MissingParameter
			}
			return nil, v.refuse(says, at+"/"+name, "name", name)
		}
	}
	if refreshing {
		return v.refresh(parameters["REFRESH_TOKEN"], at+"/REFRESH_TOKEN", parameters["SECRET_HASH"], parameters["DEVICE_KEY"])
	}
	if a := parameters["SRP_A"]; a != "" && !proof.ReadA(a) {
		return nil, v.refuse(refusal.BadSRP, at+"/SRP_A")
	}
	if flow == "CUSTOM_AUTH" && !v.hasFunction("DefineAuthChallenge") {
		return nil, v.refuse(refusal.NoCustomFunction, "/AuthFlow")
	}
	name := parameters["USERNAME"]
	if !v.named(name) {
		s, r := v.nobody(flow, name, parameters)
		if r != nil || v.user == nil {
			return v.answer(s), r
		}
	}
	begun := session{Device: parameters["DEVICE_KEY"]}
	switch flow {
	case "USER_SRP_AUTH":
		if v.user.Disabled && !v.client.hides() {
			return nil, v.refuse(refusal.Disabled, at+"/USERNAME")
		}
		return v.reply(v.challengeSRP(begun, parameters["SRP_A"]))
	case "CUSTOM_AUTH":
		return v.reply(v.define(customBegins(begun, parameters)))
	case "USER_AUTH":
		if v.text("Session") != "" {
			return v.reply(v.straight(begun))
		}
		return v.reply(v.choose(begun, parameters["PREFERRED_CHALLENGE"], at, parameters))
	}
	return v.reply(v.password(begun, parameters["PASSWORD"], at+"/PASSWORD"))
}

func (v *visit) reply(s step, r *refused) (*userpool.Value, *refused) {
	if r != nil {
		return nil, r
	}
	return v.answer(s), nil
}

// nobody answers a sign-in of a user who is not there, where the client hides it as it would
// answer one who is. A function can bring the user from elsewhere: the user is then there.
func (v *visit) nobody(flow, name string, parameters map[string]string) (step, *refused) {
	if password := parameters["PASSWORD"]; password != "" && flow != "USER_AUTH" {
		made, r := v.migrate(name, password, "Authentication")
		if r != nil || made {
			return step{}, r
		}
	}
	const at = "/AuthParameters/USERNAME"
	if !v.client.hides() {
		return step{}, v.refuse(refusal.UnknownToSignIn, at, "name", name)
	}
	if flow == "CUSTOM_AUTH" {
		v.hidden()
		v.stranger = name
		return v.define(customBegins(session{}, parameters))
	}
	if r := v.knocks(name); r != nil {
		return step{}, r
	}
	switch {
	case flow == "USER_SRP_AUTH", flow == "USER_AUTH" && parameters["PREFERRED_CHALLENGE"] == "PASSWORD_SRP" && parameters["SRP_A"] != "":
		v.hidden()
		return v.simulated(name, parameters["SRP_A"]), nil
	case flow == "USER_AUTH":
		return v.simulatedChoice(name, parameters)
	}
	return step{}, v.refuse(refusal.UnknownHidden, at)
}

// customBegins is the session of a custom sign-in at its beginning, which may be a proof of the password: the
// function of DefineAuthChallenge decides on that, too.
// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-define-auth-challenge.html
func customBegins(s session, parameters map[string]string) session {
	s.SRP = true
	if parameters["CHALLENGE_NAME"] == "SRP_A" && parameters["SRP_A"] != "" {
		s.First, s.A, s.History = "CUSTOM", parameters["SRP_A"], `[{"challengeName":"SRP_A","challengeResult":true}]`
	}
	return s
}

// straight signs in whoever has just confirmed the sign-up: its code stands for the first factor.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
func (v *visit) straight(begun session) (step, *refused) {
	meant := v.user.Sub
	s, r := v.resume(v.text("Session"))
	if r != nil {
		return step{}, r
	}
	if s.Kind != "CONFIRMED" || s.User != meant || s.Client != v.client.ID {
		return step{}, v.refuse(refusal.SessionOfOther, "/Session")
	}
	if v.user.Disabled {
		return step{}, v.refuse(refusal.Disabled, "/AuthParameters/USERNAME")
	}
	v.spend(s)
	v.because("client:/ExplicitAuthFlows", diagnostic.Documented, "The Session is that of ConfirmSignUp: the code that came there stands for the first factor.")
	begun.First = map[string]string{"email": "EMAIL_OTP", "phone_number": "SMS_OTP"}[s.Attribute]
	return v.second(begun)
}

// knocks calls PreAuthentication for someone who is not there, which a client that hides that has called, too.
// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-authentication.html
func (v *visit) knocks(name string) *refused {
	v.stranger = name
	_, r := v.invoke("PreAuthentication", "Authentication", append([]member{{"validationData", v.validation()}}, v.hiding()...)...)
	return r
}

// hiding is what PreAuthentication is told of who is there, where the client hides it.
func (v *visit) hiding() []member {
	if v.client.hides() {
		return []member{v.userNotFound()}
	}
	return nil
}

// simulatedChoice begins a sign-in by choice of a user who is not there: as of one who has a password, and an
// address like the name. That of a code was seen; the others are made to look as those of one who is there.
func (v *visit) simulatedChoice(name string, parameters map[string]string) (step, *refused) {
	preferred := parameters["PREFERRED_CHALLENGE"]
	begun := session{Client: v.client.ID, Issued: v.Now, Code: "none"}
	ask := func(challenge string, available ...string) step {
		v.hidden()
		begun.Kind = challenge
		return step{challenge: challenge, session: begun, available: available, parameters: mapOf("ChallengeParameters")}
	}
	switch {
	case preferred == "PASSWORD" && parameters["PASSWORD"] == "", preferred == "PASSWORD_SRP":
		return ask(preferred), nil
	case preferred == "PASSWORD":
	case slices.Contains(v.firstFactors(), "EMAIL_OTP"):
		address := name
		if !strings.Contains(address, "@") {
			address += "@example.com"
		}
		s := ask("EMAIL_OTP")
		if preferred == "" {
			s.available = []string{"EMAIL_OTP"}
		}
		s.parameters = mapOf("ChallengeParameters", "CODE_DELIVERY_DELIVERY_MEDIUM", "EMAIL", "CODE_DELIVERY_DESTINATION", v.masked("email", address))
		return s, nil
	default:
		begun.Options = []string{"PASSWORD_SRP", "PASSWORD"}
		return ask("SELECT_CHALLENGE", begun.Options...), nil
	}
	return step{}, v.refuse(refusal.UnknownHidden, "/AuthParameters/USERNAME")
}

// simulated is the challenge of a user who is not there: always the same for a name, and no
// password answers it.
func (v *visit) simulated(name, a string) step {
	seed := v.made("simulated "+name, 0)
	user := name
	if v.instead != nil {
		user = spellUUID(seed)
	}
	d := v.dialogue(user, seed[:16], a)
	block := v.pack(session{Kind: "PASSWORD_VERIFIER", Client: v.client.ID, Issued: v.Now, A: a})
	return step{challenge: "PASSWORD_VERIFIER", bare: true, parameters: mapOf("ChallengeParameters", "SALT", hex.EncodeToString(seed[:16]), "SECRET_BLOCK", standard(block),
		"SRP_B", d.B(string(seed)), "USERNAME", user, "USER_ID_FOR_SRP", user)}
}

// standard is a text in Base64 as SDKs decode it.
func standard(text string) string { return base64.StdEncoding.EncodeToString([]byte(text)) }

// dialogue is the server's side of Secure Remote Password with someone. What it keeps secret
// follows from what the client sent, so that nothing has to be remembered.
func (v *visit) dialogue(user string, salt []byte, a string) proof.Dialogue {
	return proof.Dialogue{Pool: v.pool.ID[strings.IndexByte(v.pool.ID, '_')+1:], User: user, Salt: salt, Secret: v.made("srp "+user+a, 0)}
}

func (v *visit) salt() []byte { return v.made("salt "+v.user.Sub, 0)[:16] }

// challengeSRP answers a client's number with the server's.
func (v *visit) challengeSRP(begun session, a string) (step, *refused) {
	d := v.dialogue(v.user.Name, v.salt(), a)
	begun.A, begun.Kind, begun.SRP = a, "PASSWORD_VERIFIER", true
	begun.Client, begun.User, begun.Issued = v.client.ID, v.user.Sub, v.Now
	password := v.user.Password
	if password == "" {
		password = string(v.made("no password "+v.user.Sub, 0))
	}
	return step{challenge: "PASSWORD_VERIFIER", bare: true, parameters: mapOf("ChallengeParameters", "SALT", d.SaltText(), "SECRET_BLOCK", standard(v.pack(begun)),
		"SRP_B", d.B(password), "USERNAME", v.user.Name, "USER_ID_FOR_SRP", v.user.Name)}, nil
}

// mayTry looks whether the call's user may try a password at all. right tells whether the one that
// came is the user's: to who does not know it, a client that hides who is there does not tell that
// the user is disabled.
func (v *visit) mayTry(pointer string, right bool) *refused {
	if v.user.Disabled && v.client.hides() && !right {
		return v.refuse(refusal.DisabledHidden, pointer)
	}
	if v.user.Disabled {
		return v.refuse(refusal.Disabled, pointer)
	}
	if ends := v.lockedUntil(); v.Now < ends {
		return v.refuse(refusal.LockedOut, pointer, "wait", strconv.FormatInt((ends-v.Now+second-1)/second, 10)+" seconds")
	}
	_, r := v.invoke("PreAuthentication", "Authentication", append(append([]member{{"validationData", v.validation()}}, v.hiding()...), v.metadata()...)...)
	return r
}

// lockedUntil is when the user may try again: after five wrong passwords each further one locks
// for twice as long as the one before, 15 minutes at most. 15 quiet minutes forget them all.
func (v *visit) lockedUntil() int64 {
	n := v.user.Failed
	if n < 5 || v.Now-v.user.LastFailed >= 15*minute {
		return 0
	}
	return v.user.LastFailed + min(int64(second)<<min(n-5, 20), 15*minute)
}

// wrong refuses a password, and counts it.
func (v *visit) wrong(says *refusal.Refusal, pointer string) *refused {
	return v.refuse(says, pointer).counting(v, func(u *User) {
		if v.Now-u.LastFailed >= 15*minute {
			u.Failed = 0
		}
		u.Failed++
		u.LastFailed = v.Now
	})
}

// password looks at a password that was sent.
func (v *visit) password(begun session, password, pointer string) (step, *refused) {
	if r := v.mayTry(pointer, v.user.Password != "" && v.user.Password == password); r != nil {
		return step{}, r
	}
	switch {
	case v.user.Status == "UNCONFIRMED" && v.statusFirst():
		if v.user.Password != password {
			v.because("", diagnostic.Disputed, "The password is wrong, too. Most reports have the service tell the status all the same, as here. Some of 2021 and 2022 have it refuse the password first.")
		}
		return step{}, v.refuse(refusal.Unconfirmed, pointer)
	case v.user.Password == "":
		return step{}, v.wrong(refusal.NoPassword, pointer)
	case v.user.Password != password:
		return step{}, v.wrong(refusal.WrongPassword, pointer)
	}
	return v.passed(begun, pointer)
}

// statusFirst reports whether the service looks at UNCONFIRMED before it looks at the password, so
// that a wrong one is answered as the right one is. Reports of 2017 to 2020 and of 2023 to 2026 have it
// so, and a developer of the service called it intended. Those of 2021 and 2022 have the password
// first. Whether the service was otherwise then, or these clients hid who is there, is not known.
func (v *visit) statusFirst() bool { return v.day < "2021-01-01" || v.onOrAfter("2023-04-01") }

// passed goes on behind a right password.
func (v *visit) passed(begun session, pointer string) (step, *refused) {
	switch u := v.user; {
	case u.Status == "FORCE_CHANGE_PASSWORD" && v.Now-u.Set > v.temporary:
		return step{}, v.refuse(refusal.TemporaryExpired, pointer, "days", strconv.FormatInt(v.temporary/dayLong, 10))
	case u.Status == "UNCONFIRMED":
		return step{}, v.refuse(refusal.Unconfirmed, pointer)
	case u.Status == "RESET_REQUIRED":
		return step{}, v.refuse(refusal.ResetRequired, pointer)
	}
	if v.user.Failed > 0 {
		v.count(func(u *User) { u.Failed, u.LastFailed = 0, 0 })
	}
	if v.user.Status == "FORCE_CHANGE_PASSWORD" {
		v.because("", diagnostic.Observed, "The password is temporary: the user has to choose another one first.")
		return v.asks(begun, "NEW_PASSWORD_REQUIRED", v.newPasswordParameters(begun)), nil
	}
	return v.second(begun)
}

// newPasswordParameters tell what a new user has and lacks. Both texts keep the order of a Java
// hash table. Whether an attribute that is required and missing is shown empty is disputed: one
// record has it so, another leaves it out.
func (v *visit) newPasswordParameters(begun session) *userpool.Value {
	all := slices.Clone(v.user.Attributes)
	var missing []string
	for _, name := range v.names {
		if name != "sub" && v.schema[name].required && !v.user.has(name) {
			missing = append(missing, name)
			all = append(all, Attribute{name, ""})
		}
	}
	itself := func(s string) string { return s }
	buckets := 16
	if len(missing) > 12 {
		buckets = 32
	}
	missing = javahash.Map(missing, itself, buckets)
	for i := range missing {
		missing[i] = "userAttributes." + missing[i]
	}
	missing = javahash.Map(missing, itself, buckets)
	var members []member
	for _, a := range javahash.Map(all, func(a Attribute) string { return a.Name }, 16) {
		members = append(members, member{a.Name, quoted(a.Value)})
	}
	return mapOf("", append([]string{"USER_ID_FOR_SRP", v.forSRP(begun)}, "requiredAttributes", textList(missing), "userAttributes", objectOf(members...))...)
}

// forSRP is USER_ID_FOR_SRP of challenges behind a password, which those behind Secure Remote
// Password do not have.
func (v *visit) forSRP(begun session) string {
	if begun.SRP {
		return ""
	}
	return v.user.Name
}

// factors are the second factors that the call's user can be asked for, and those that can be set up.
func (v *visit) factors() (has, canSetUp []string) {
	u := v.user
	wanted := func(f string) bool { return slices.Contains(u.Factors, f) }
	required := v.mfa == "ON"
	if v.texting {
		canSetUp = append(canSetUp, "SMS_MFA")
		if u.get("phone_number") != "" && (wanted("SMS_MFA") || required && len(u.Factors) == 0 && !u.Verified) {
			has = append(has, "SMS_MFA")
		}
	}
	if v.app {
		canSetUp = append(canSetUp, "SOFTWARE_TOKEN_MFA")
		if u.Verified && (wanted("SOFTWARE_TOKEN_MFA") || required) {
			has = append(has, "SOFTWARE_TOKEN_MFA")
		}
	}
	if v.mail {
		canSetUp = append(canSetUp, "EMAIL_OTP")
		if u.get("email") != "" && wanted("EMAIL_OTP") {
			has = append(has, "EMAIL_OTP")
		}
	}
	return has, canSetUp
}

// second asks for a second factor, where one is needed.
func (v *visit) second(begun session) (step, *refused) {
	occasion := cmp.Or(v.occasion, "Authentication")
	if d := v.device(begun.Device); d != nil && d.Verifier != "" && d.Remembered {
		v.because("/DeviceConfiguration", diagnostic.Documented, "The device is remembered: it proves itself, which stands for a second factor where one is needed.")
		return v.asks(begun, "DEVICE_SRP_AUTH", mapOf("", "USERNAME", v.user.Name, "DEVICE_KEY", d.Key)), nil
	}
	if v.mfa != "ON" && v.mfa != "OPTIONAL" {
		return v.finish(begun, occasion)
	}
	has, canSetUp := v.factors()
	has = slices.DeleteFunc(has, func(f string) bool { return f == begun.First || f == "SMS_MFA" && begun.First == "SMS_OTP" })
	if len(has) == 0 {
		if v.mfa == "OPTIONAL" {
			if len(v.user.Factors) == 0 {
				v.because("/MfaConfiguration", diagnostic.Documented, "MfaConfiguration is OPTIONAL, and the user has turned no second factor on.")
			}
			return v.finish(begun, occasion)
		}
		if begun.First != "" {
			return v.finish(begun, occasion)
		}
		v.because("/MfaConfiguration", diagnostic.Observed, "MfaConfiguration is ON, and the user has no second factor yet: one has to be set up first.")
		return v.asks(begun, "MFA_SETUP", mapOf("", "MFAS_CAN_SETUP", textList(canSetUp))), nil
	}
	v.because("/MfaConfiguration", diagnostic.Observed, "MfaConfiguration is "+v.mfa+", so that a second factor is asked for.")
	switch {
	case slices.Contains(has, v.user.Preferred):
		return v.ask(begun, v.user.Preferred)
	case len(has) == 1:
		return v.ask(begun, has[0])
	}
	begun.Options = has
	choices := []string{"MFAS_CAN_CHOOSE", textList(has), "USER_ID_FOR_SRP", v.forSRP(begun)}
	if slices.Contains(has, "SMS_MFA") {
		choices = append(choices, "CODE_DELIVERY_DELIVERY_MEDIUM", "SMS", "CODE_DELIVERY_DESTINATION", v.masked("phone_number", v.user.get("phone_number")))
	}
	if slices.Contains(has, "SOFTWARE_TOKEN_MFA") {
		choices = append(choices, "FRIENDLY_DEVICE_NAME", v.user.Device)
	}
	return v.asks(begun, "SELECT_MFA_TYPE", mapOf("", choices...)), nil
}

// ask asks for a factor, and sends its code.
func (v *visit) ask(begun session, factor string) (step, *refused) {
	if factor == "SOFTWARE_TOKEN_MFA" {
		return v.asks(begun, factor, mapOf("", "FRIENDLY_DEVICE_NAME", v.user.Device, "USER_ID_FOR_SRP", v.forSRP(begun))), nil
	}
	begun.Attribute = "email"
	if strings.HasPrefix(factor, "SMS") {
		begun.Attribute = "phone_number"
	}
	n := 6
	if strings.HasSuffix(factor, "_OTP") {
		n = 8
	}
	begun.Code = v.code(n)
	to := cmp.Or(begun.Address, v.user.get(begun.Attribute))
	if r := v.sendCode(begun, to); r != nil {
		return step{}, r
	}
	parameters := []string{"CODE_DELIVERY_DELIVERY_MEDIUM", medium(begun.Attribute), "CODE_DELIVERY_DESTINATION", v.masked(begun.Attribute, to)}
	if begun.First != factor { // behind a password
		parameters = append(parameters, "USER_ID_FOR_SRP", v.forSRP(begun))
	}
	return v.asks(begun, factor, mapOf("", parameters...)), nil
}

func (v *visit) sendCode(begun session, to string) *refused {
	return v.send(v.atSignIn(), begun.Attribute, to, begun.Code)
}

// finish gives the tokens.
func (v *visit) finish(begun session, occasion string) (step, *refused) {
	device := v.device(begun.Device)
	request := []member{{"newDeviceUsed", strconv.FormatBool(device == nil)}}
	if _, r := v.invoke("PostAuthentication", "Authentication", append(request, v.metadata()...)...); r != nil {
		return step{}, r
	}
	var metadata *userpool.Value
	key := begun.Device
	if device == nil {
		key = ""
	}
	if v.devices && device == nil {
		made := Device{Key: v.pool.Region + "_" + v.uuid("device"), Group: "-" + v.characters("device group", uppercase+lowercase+digits, 8), Created: v.Now, Modified: v.Now, Seen: v.Now}
		v.count(func(u *User) { u.Devices = append(slices.Clip(u.Devices), made) })
		metadata = group("NewDeviceMetadata", text("DeviceKey", made.Key), text("DeviceGroupKey", made.Group))
		key = made.Key
		v.because("/DeviceConfiguration", diagnostic.Observed, "DeviceConfiguration is set: ConfirmDevice remembers the device that the answer names.")
		if !begun.SRP { // https://github.com/aws-amplify/amplify-js/issues/2705, https://repost.aws/knowledge-center/cognito-invalid-refresh-token-error
			v.because("/DeviceConfiguration", diagnostic.Disputed, "In some reports ConfirmDevice refuses the device of a sign-in without Secure Remote Password. The guide makes no difference.")
		}
	}
	if device != nil {
		seen := *device
		seen.Seen = v.Now
		v.putDevice(seen)
	}
	result, r := v.issue(v.signedIn(key), occasion, false)
	if r != nil {
		return step{}, r
	}
	if metadata != nil {
		result.Children = append(result.Children, metadata)
	}
	return step{result: result}, nil
}

func (v *visit) device(key string) *Device {
	if key != "" {
		for i := range v.user.Devices {
			if v.user.Devices[i].Key == key {
				return &v.user.Devices[i]
			}
		}
	}
	return nil
}

// firstFactors are what a sign-in may begin with. Where nothing was said, it is a password.
func (v *visit) firstFactors() []string {
	if len(v.first) == 0 {
		return []string{"PASSWORD"}
	}
	return v.first
}

// available are the challenges with which the call's user can begin, in the service's order.
func (v *visit) available() []string {
	var all []string
	u, allowed := v.user, v.firstFactors()
	if u.Password != "" && slices.Contains(allowed, "PASSWORD") {
		all = append(all, "PASSWORD_SRP", "PASSWORD")
	}
	if u.Status == "FORCE_CHANGE_PASSWORD" {
		return all
	}
	if slices.Contains(allowed, "EMAIL_OTP") && u.get("email") != "" && u.isTrue("email_verified") {
		all = append(all, "EMAIL_OTP")
	}
	if slices.Contains(allowed, "SMS_OTP") && u.get("phone_number") != "" && u.isTrue("phone_number_verified") {
		all = append(all, "SMS_OTP")
	}
	return all
}

// choose begins a sign-in by choice.
func (v *visit) choose(begun session, preferred, at string, parameters map[string]string) (step, *refused) {
	if v.user.Disabled {
		return step{}, v.refuse(refusal.Disabled, at+"/USERNAME")
	}
	all := v.available()
	// A code is no way around either; with a password it is asked for first.
	if says := map[string]*refusal.Refusal{"UNCONFIRMED": refusal.Unconfirmed, "RESET_REQUIRED": refusal.ResetRequired}[v.user.Status]; says != nil && !(strings.HasPrefix(preferred, "PASSWORD") && slices.Contains(all, preferred)) {
		return step{}, v.refuse(says, at+"/USERNAME")
	}
	switch {
	case preferred != "" && !strings.HasPrefix(preferred, "PASSWORD") && v.tier == "LITE":
		v.because("/UserPoolTier", diagnostic.Documented, "The pool is in the LITE tier, in which sign-ins begin with a password: codes and passkeys came with ESSENTIALS and PLUS.")
	case preferred == "WEB_AUTHN":
		v.because("/Policies/SignInPolicy/AllowedFirstAuthFactors", diagnostic.Inferred, v.passkeyLacks())
	}
	switch {
	case slices.Contains(all, preferred):
		s, r := v.chosen(begun, preferred, at, parameters)
		s.available = nil
		return s, r
	case len(all) == 1:
		s, r := v.chosen(begun, all[0], at, parameters)
		s.available = all
		return s, r
	case len(all) == 0:
		return step{}, v.refuse(refusal.NoPassword, at+"/USERNAME")
	}
	v.because("/Policies/SignInPolicy/AllowedFirstAuthFactors", diagnostic.Observed, "The user can begin in more than one way, and the call does not say which is preferred.")
	begun.Options = all
	s := v.asks(begun, "SELECT_CHALLENGE", mapOf(""))
	s.available = all
	return s, nil
}

// passkeyLacks says why a passkey that is preferred is passed over. Users here have none: one is made
// by a browser and its authenticator.
func (v *visit) passkeyLacks() string {
	if !slices.Contains(v.firstFactors(), "WEB_AUTHN") {
		return "The pool does not let a sign-in begin with a passkey: AllowedFirstAuthFactors lacks WEB_AUTHN."
	}
	return "The user has no passkey, so that another way is taken. A passkey cannot be made here: it needs a browser and its authenticator. A user with one would be asked for it, by the challenge WEB_AUTHN."
}

// chosen goes on with the challenge that the user chose.
func (v *visit) chosen(begun session, challenge, at string, parameters map[string]string) (step, *refused) {
	switch challenge {
	case "PASSWORD":
		if parameters["PASSWORD"] == "" {
			return v.asks(begun, "PASSWORD", mapOf("")), nil
		}
		return v.password(begun, parameters["PASSWORD"], at+"/PASSWORD")
	case "PASSWORD_SRP":
		if parameters["SRP_A"] == "" {
			return v.asks(begun, "PASSWORD_SRP", mapOf("")), nil
		}
		if !proof.ReadA(parameters["SRP_A"]) {
			return step{}, v.refuse(refusal.BadSRP, at+"/SRP_A")
		}
		s, r := v.challengeSRP(begun, parameters["SRP_A"])
		if r == nil { // here the challenge has a session
			s.bare = false
			begun.SRP = true
			s.session = v.begin(session{Kind: "PASSWORD_VERIFIER", Device: begun.Device, SRP: true})
		}
		return s, r
	}
	if v.user.Status == "UNCONFIRMED" {
		return step{}, v.refuse(refusal.Unconfirmed, at+"/USERNAME")
	}
	if r := v.mayTry(at+"/USERNAME", true); r != nil {
		return step{}, r
	}
	begun.First = challenge
	return v.ask(begun, challenge)
}

// refresh gives new tokens for a refresh token.
func (v *visit) refresh(token, pointer, hash, device string) (*userpool.Value, *refused) {
	begun, r := v.refreshed(token, pointer, device)
	if r != nil {
		return nil, r
	}
	if r := v.secret(hash, "/AuthParameters/SECRET_HASH", v.user.Name, v.user.Sub); r != nil {
		return nil, r
	}
	if v.client.rotates() {
		return nil, v.refuse(refusal.RotationOn, "/AuthFlow")
	}
	result, r := v.issue(begun, "RefreshTokens", true)
	if r != nil {
		return nil, r
	}
	return structure(mapOf("ChallengeParameters"), result), nil
}
