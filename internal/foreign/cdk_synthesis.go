package foreign

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/reading"
)

// What UserPool refuses when the app is synthesised, in its own words: nothing is deployed then. Held to the
// CDK itself: scripts/exports/constructs.mjs.

var (
	wordsOfLink = regexp.MustCompile(`\{##[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*##\}`)

	// enumerations are the values of the construct's properties that are written as Enumeration.VALUE.
	enumerations = []struct {
		property string
		values   []string
	}{
		{"mfa", []string{"OFF", "OPTIONAL", "REQUIRED"}},
		{"accountRecovery", []string{"EMAIL_AND_PHONE_WITHOUT_MFA", "PHONE_WITHOUT_MFA_AND_EMAIL", "EMAIL_ONLY", "PHONE_ONLY_WITHOUT_MFA", "PHONE_AND_EMAIL", "NONE"}},
		{"featurePlan", []string{"LITE", "ESSENTIALS", "PLUS"}},
		{"advancedSecurityMode", []string{"ENFORCED", "AUDIT", "OFF"}},
		{"standardThreatProtectionMode", []string{"FULL_FUNCTION", "AUDIT_ONLY", "NO_ENFORCEMENT"}},
		{"customThreatProtectionMode", []string{"FULL_FUNCTION", "AUDIT_ONLY"}},
		{"passkeyUserVerification", []string{"PREFERRED", "REQUIRED"}},
	}
)

// synthesise tells what the construct would throw on.
func (m *mapper) synthesise(in props) {
	refuse := func(place *reading.Value, path, format string, args ...any) {
		m.say(diagnostic.Error, "synthesis-fails", at{path: path}, place, "The CDK fails when it synthesises: %s", fmt.Sprintf(format, args...))
	}
	outside := func(place *reading.Value, n, least, most int, path, format string) {
		refuse(place, path, format, n)
		m.found[len(m.found)-1].instead = strconv.Itoa(min(max(n, least), most))
	}
	inside := func(name string) props {
		v, _ := in.get(name)
		return props{m, v}
	}
	text := func(of props, name string) (v *reading.Value, known bool) {
		v, _ = of.get(name)
		return v, v != nil && v.Kind == reading.String && v.Tag == ""
	}
	for _, e := range enumerations {
		if v := in.Member(e.property); v != nil && v.Kind == reading.String {
			enum := strings.ToUpper(e.property[:1]) + e.property[1:]
			m.say(diagnostic.Error, "no-such-value", at{path: e.property}, v, "The compiler refuses a text for %s: write %s.%s or another value of %s.", e.property, enum, e.values[0], enum)
			continue
		}
		if c := in.constant(e.property); c != "" && !slices.Contains(e.values, c) {
			m.say(diagnostic.Error, "no-such-value", at{path: e.property}, in.Member(e.property), "There is no %s %s: it is one of %s.", e.property, c, strings.Join(e.values, ", "))
		}
	}
	plan := in.constant("featurePlan")

	if signIn := inside("signInAliases"); signIn.yes("preferredUsername") {
		if username, why := signIn.get("username"); why == "" && (username == nil || username.Text == "false") {
			refuse(signIn.Member("preferredUsername"), "signInAliases.preferredUsername", "username signIn must be enabled if preferredUsername is enabled.")
		}
	}
	if v, known := text(in, "mfaMessage"); known && v.Text != "" {
		switch {
		case !strings.Contains(v.Text, "{####}"):
			refuse(v, "mfaMessage", "MFA message must contain the template string '{####}'.")
		case len(utf16.Encode([]rune(v.Text))) > 140:
			refuse(v, "mfaMessage", "MFA message must be between 6 and 140 characters.")
		}
	}
	m.synthesiseVerification(inside("userVerification"), text, refuse)
	if role, _ := in.get("smsRole"); in.Member("smsRole") != nil && (role == nil || role.Kind != reading.Null) {
		if enabled, _ := in.get("enableSmsRole"); enabled != nil && enabled.Text == "false" {
			refuse(enabled, "enableSmsRole", "enableSmsRole cannot be disabled when smsRole is specified.")
		}
	}
	if in.Member("email") != nil && in.Member("emailSettings") != nil {
		refuse(in.Member("emailSettings"), "emailSettings", `you must either provide "email" or "emailSettings", but not both.`)
	}
	if in.Member("customSenderKmsKey") == nil {
		for _, name := range []string{"customSmsSender", "customEmailSender"} {
			if sender := inside("lambdaTriggers").Member(name); sender != nil {
				refuse(sender, "lambdaTriggers."+name, "you must specify a KMS key if you are using customSmsSender or customEmailSender.")
			}
		}
	}
	number := func(of props, name string) (v *reading.Value, n int, known bool) {
		v = of.Member(name)
		if v != nil && v.Kind == reading.Call && strings.HasSuffix(v.Tag, "Duration.days") && len(v.Children) == 1 {
			v = v.Children[0]
		}
		given, _ := m.quietly(v)
		if given == nil {
			return nil, 0, false
		}
		n, err := strconv.Atoi(given.Text)
		return v, n, err == nil && given.Kind == reading.Number
	}
	passwords := inside("passwordPolicy")
	if v, n, known := number(passwords, "minLength"); known && (n < 6 || n > 99) {
		outside(v, n, 6, 99, "passwordPolicy.minLength", "minLength for password must be between 6 and 99 (received: %d).")
	}
	if v, n, known := number(passwords, "tempPasswordValidity"); known && n > 365 {
		outside(v, n, 0, 365, "passwordPolicy.tempPasswordValidity", "tempPasswordValidity cannot be greater than 365 days (received: %d).")
	}
	if v, n, known := number(passwords, "passwordHistorySize"); known {
		switch {
		case plan == "LITE":
			refuse(v, "passwordPolicy.passwordHistorySize", "`passwordHistorySize` can not be set when `featurePlan` is `FeaturePlan.LITE`.")
		case n < 0 || n > 24:
			outside(v, n, 0, 24, "passwordPolicy.passwordHistorySize", "`passwordHistorySize` must be between 0 and 24 (received: %d).")
		}
	}
	m.synthesiseFactors(in, plan, refuse)
	if v, known := text(in, "passkeyRelyingPartyId"); known {
		if n := len(utf16.Encode([]rune(v.Text))); n < 1 || n > 63 {
			refuse(v, "passkeyRelyingPartyId", "passkeyRelyingPartyId length must be (inclusively) between 1 and 63, got %d.", n)
		}
	}
}

type refuser func(place *reading.Value, path, format string, args ...any)

// synthesiseVerification looks at the messages that verify an address.
func (m *mapper) synthesiseVerification(messages props, text func(of props, name string) (*reading.Value, bool), refuse refuser) {
	body, known := text(messages, "emailBody")
	style, unknown := messages.constant("emailStyle"), messages.Member("emailStyle") != nil
	if style == "LINK" {
		if known && !wordsOfLink.MatchString(body.Text) {
			refuse(body, "userVerification.emailBody", "Verification email body must contain the template string '{##Verify Email##}'.")
		}
		return
	}
	if unknown && style == "" {
		return
	}
	if known && !strings.Contains(body.Text, "{####}") {
		refuse(body, "userVerification.emailBody", "Verification email body must contain the template string '{####}'.")
	}
	if sms, known := text(messages, "smsMessage"); known && !strings.Contains(sms.Text, "{####}") {
		refuse(sms, "userVerification.smsMessage", "SMS message must contain the template string '{####}'.")
	}
}

// synthesiseFactors looks at what people sign in with, first and second.
func (m *mapper) synthesiseFactors(in props, plan string, refuse refuser) {
	policy, _ := in.get("signInPolicy")
	if first, _ := (props{m, policy}).get("allowedFirstAuthFactors"); first != nil {
		factors := props{m, first}
		password, why := factors.get("password")
		switch {
		case why == "" && (password == nil || password.Text == "false"):
			refuse(first, "signInPolicy.allowedFirstAuthFactors", "The password authentication cannot be disabled.")
		case plan == "LITE" && (factors.yes("emailOtp") || factors.yes("smsOtp") || factors.yes("passkey")):
			refuse(first, "signInPolicy.allowedFirstAuthFactors", "To enable choice-based authentication, set `featurePlan` to `FeaturePlan.ESSENTIALS` or `FeaturePlan.PLUS`.")
		}
	}
	second, _ := in.get("mfaSecondFactor")
	mode := in.constant("mfa")
	if !(props{m, second}).yes("email") || mode != "OPTIONAL" && mode != "REQUIRED" {
		return
	}
	place := second.Member("email")
	sender := in.Member("email")
	switch {
	case sender == nil, sender.Kind == reading.Call && strings.HasSuffix(strings.ToLower(strings.ReplaceAll(sender.Tag, "_", "")), "withcognito"):
		refuse(place, "mfaSecondFactor.email", "To enable email-based MFA, set `email` property to the Amazon SES email-sending configuration.")
	case plan == "LITE":
		refuse(place, "mfaSecondFactor.email", "To enable email-based MFA, set `featurePlan` to `FeaturePlan.ESSENTIALS` or `FeaturePlan.PLUS`.")
	}
}
