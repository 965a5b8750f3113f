package foreign

import (
	"regexp"
	"slices"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

// sst is SST, whose component makes the pool with Pulumi's resource, and with settings of its own. What
// it makes follows the component's source:
// https://github.com/sst/sst/blob/dev/platform/src/components/aws/cognito-user-pool.ts.
var sst = derived(pulumi, func(t *tongue) {
	t.called, t.missing = "SST", "No CognitoUserPool of SST was found."
	t.find, t.read = findComponents, readComponent
})

func findComponents(m *mapper, root *reading.Value) []*pool {
	m.root = root
	var found []*pool
	for _, c := range root.Children {
		if c.Role != "" || c.Tag[strings.LastIndexByte(c.Tag, '.')+1:] != "CognitoUserPool" || len(c.Children) == 0 || c.Children[0].Kind == reading.Object {
			continue
		}
		p := &pool{id: "CognitoUserPool", value: &reading.Value{Kind: reading.Object, From: c.From, To: c.To}}
		if c.Children[0].Kind == reading.String {
			p.id = c.Children[0].Text
		}
		if len(c.Children) > 1 {
			p.value = c.Children[1]
		}
		found = append(found, p)
	}
	return found
}

// asWritten are the settings that the component hands on as they are.
var asWritten = map[string]string{"smsAuthenticationMessage": "smsAuthenticationMessage", "sms": "smsConfiguration"}

// triggersOf are the functions that a pool of the component's calls, by what it calls them.
var triggersOf = []string{
	"createAuthChallenge", "customEmailSender", "customMessage", "customSmsSender", "defineAuthChallenge", "postAuthentication", "postConfirmation",
	"preAuthentication", "preSignUp", "preTokenGeneration", "userMigration", "verifyAuthChallengeResponse",
}

// readComponent makes the properties of Pulumi's UserPool that the component makes of its settings.
func readComponent(m *mapper, p *pool) *source.Node {
	given, why := m.quietly(p.value)
	if given == nil || given.Kind != reading.Object {
		m.say(diagnostic.Error, "no-pool", at{path: p.path}, p.value, "The settings are not written out here. %s", why)
		return nil
	}
	in := props{m, given}
	out := &reading.Value{Kind: reading.Object, From: p.value.From, To: p.value.To}
	// put adds a property that stands where its setting does; without one, where the settings begin.
	put := func(setting, name string, v *reading.Value) {
		one := *v
		at := &reading.Value{From: p.value.From, To: m.beginning(p.value), NameFrom: p.value.From, NameTo: m.beginning(p.value)}
		if of := in.Member(setting); of != nil {
			at = of
		}
		one.Name, one.NameFrom, one.NameTo = name, at.NameFrom, at.NameTo
		if one.To <= one.From {
			one.From, one.To = at.From, at.To
		}
		out.Children = append(out.Children, &one)
	}
	text := func(name, words string) *reading.Value {
		return &reading.Value{Kind: reading.String, Name: name, Text: words}
	}
	truth := func(name, word string) *reading.Value {
		return &reading.Value{Kind: reading.Bool, Name: name, Text: word}
	}
	object := func(members ...*reading.Value) *reading.Value {
		return &reading.Value{Kind: reading.Object, Children: members}
	}

	verified := &reading.Value{Kind: reading.List}
	unsure := false
	for _, setting := range []struct{ name, property string }{{"aliases", "aliasAttributes"}, {"usernames", "usernameAttributes"}} {
		of, why := in.get(setting.name)
		switch {
		case why != "":
			put(setting.name, setting.property, in.unknown(setting.name))
			unsure = true
		case of != nil:
			names := &reading.Value{Kind: reading.List, From: of.From, To: of.To}
			for _, kind := range []struct{ word, attribute string }{{"email", "email"}, {"phone", "phone_number"}, {"preferred_username", "preferred_username"}} {
				if !slices.ContainsFunc(of.Children, func(c *reading.Value) bool { return c.Text == kind.word }) {
					continue
				}
				names.Children = append(names.Children, &reading.Value{Kind: reading.String, Text: kind.attribute, From: of.From, To: of.To})
				if kind.word != "preferred_username" && !slices.ContainsFunc(verified.Children, func(c *reading.Value) bool { return c.Text == kind.attribute }) {
					verified.Children = append(verified.Children, &reading.Value{Kind: reading.String, Text: kind.attribute, From: of.From, To: of.To})
				}
			}
			put(setting.name, setting.property, names)
		}
	}
	put("", "accountRecoverySetting", object(&reading.Value{Kind: reading.List, Name: "recoveryMechanisms", Children: []*reading.Value{
		object(text("name", "verified_phone_number"), &reading.Value{Kind: reading.Number, Name: "priority", Text: "1"}),
		object(text("name", "verified_email"), &reading.Value{Kind: reading.Number, Name: "priority", Text: "2"}),
	}}))
	put("", "adminCreateUserConfig", object(truth("allowAdminCreateUserOnly", "false")))
	put("", "usernameConfiguration", object(truth("caseSensitive", "false")))
	if unsure {
		put("usernames", "autoVerifiedAttributes", &reading.Value{Kind: reading.Expression, Text: "what people sign in with", From: p.value.From, To: m.beginning(p.value)})
	} else {
		put("usernames", "autoVerifiedAttributes", verified)
	}
	put("", "emailConfiguration", object(text("emailSendingAccount", "COGNITO_DEFAULT")))
	if v, why := in.get("verify"); why != "" {
		put("verify", "verificationMessageTemplate", in.unknown("verify"))
	} else if v != nil {
		const code = "The verification code to your new account is {####}"
		template := object(text("defaultEmailOption", "CONFIRM_WITH_CODE"))
		for _, of := range []struct{ name, otherwise string }{{"emailMessage", code}, {"emailSubject", "Verify your new account"}, {"smsMessage", code}} {
			if words := v.Member(of.name); words != nil {
				template.Children = append(template.Children, words)
			} else {
				template.Children = append(template.Children, text(of.name, of.otherwise))
			}
		}
		put("verify", "verificationMessageTemplate", template)
	}
	word := func(setting string) *reading.Value {
		v, why := in.get(setting)
		switch {
		case why != "":
			return in.unknown(setting)
		case v == nil:
			return text("", "OFF")
		}
		return &reading.Value{Kind: reading.String, Text: strings.ToUpper(v.Text), From: v.From, To: v.To}
	}
	security := word("advancedSecurity")
	security.Name = "advancedSecurityMode"
	put("advancedSecurity", "userPoolAddOns", object(security))
	put("mfa", "mfaConfiguration", word("mfa"))
	for setting, name := range asWritten {
		if v := in.Member(setting); v != nil {
			put(setting, name, v)
		}
	}
	if in.yes("softwareToken") {
		put("softwareToken", "softwareTokenMfaConfiguration", object(truth("enabled", "true")))
	}
	m.functionsOf(in, put, object, text)
	known := []string{"aliases", "usernames", "verify", "advancedSecurity", "mfa", "softwareToken", "triggers", "transform", "domain", "smsAuthenticationMessage", "sms"}
	for _, c := range given.Children {
		switch {
		case c.Role == reading.Spread:
			spread := *c
			out.Children = append(out.Children, &spread)
		case c.Name == "domain":
			m.say(diagnostic.Note, reading.Beside, at{path: c.Name}, c, "It is the pool's domain, which CreateUserPoolDomain makes.")
		case c.Name != "" && !slices.Contains(known, c.Name):
			m.refusedProperty(diagnostic.Error, at{path: c.Name}, c, "")
		}
	}
	if transform, _ := in.get("transform"); transform != nil {
		m.transformed(transform.Member("userPool"), out)
	}
	p.value = out
	return m.request(out, "")
}

// functionsOf makes the triggers: what stands for each is a function that SST makes, or one that is there.
func (m *mapper) functionsOf(in props, put func(setting, name string, v *reading.Value), object func(...*reading.Value) *reading.Value, text func(name, words string) *reading.Value) {
	triggers, why := in.get("triggers")
	if why != "" {
		put("triggers", "lambdaConfig", in.unknown("triggers"))
		return
	}
	if triggers == nil {
		return
	}
	config := &reading.Value{Kind: reading.Object, From: triggers.From, To: triggers.To}
	var unknown *reading.Value // the version of the event, where it is given and the text does not tell it
	for _, name := range triggersOf {
		of := triggers.Member(name)
		if of == nil {
			continue
		}
		function := &reading.Value{Kind: reading.Expression, Text: "the function of " + m.shown(of), From: of.From, To: of.To, NameFrom: of.NameFrom, NameTo: of.NameTo}
		if of.Kind == reading.String && strings.HasPrefix(of.Text, "arn:") {
			function.Kind, function.Text = reading.String, of.Text
		}
		version := "V1_0"
		switch name {
		case "preTokenGeneration":
			if given := triggers.Member("preTokenGenerationVersion"); given != nil {
				if known, _ := m.quietly(given); known == nil {
					unknown = given
				} else if known.Text == "v2" {
					version = "V2_0"
				}
			}
			name = "preTokenGenerationConfig"
			fallthrough
		case "customEmailSender", "customSmsSender":
			arn := *function
			arn.Name = "lambdaArn"
			function = object(&arn, text("lambdaVersion", version))
			if unknown != nil && name == "preTokenGenerationConfig" {
				function.Children[1] = named(unknown, "lambdaVersion", unknown)
			}
			function.From, function.To, function.NameFrom, function.NameTo = of.From, of.To, of.NameFrom, of.NameTo
		}
		function.Name = name
		config.Children = append(config.Children, function)
	}
	if key := triggers.Member("kmsKey"); key != nil {
		config.Children = append(config.Children, named(key, "kmsKeyId", key))
	}
	put("triggers", "lambdaConfig", config)
}

var (
	// parameter matches the head of a function, with what it calls the properties; setBy what sets one of them.
	parameter = regexp.MustCompile(`^\(?\s*(\w+)[^)=]*\)?\s*=>`)
	setBy     = regexp.MustCompile(`^\.(\w+)\s*(?:=[^=]|[.\[])`)
)

// transformed puts in what a program changes of the properties: an object's members stand in the place of
// those that the component makes. A function is not run, so what it sets is not known.
func (m *mapper) transformed(change, out *reading.Value) {
	if change == nil {
		return
	}
	put := func(c *reading.Value) {
		if c.Name != "" {
			out.Children = slices.DeleteFunc(out.Children, func(before *reading.Value) bool { return before.Name == c.Name })
		}
		out.Children = append(out.Children, c)
	}
	if known, _ := m.quietly(change); known != nil && known.Kind == reading.Object {
		for _, c := range known.Children {
			put(c)
		}
		return
	}
	unknown := func(name string, role string, from, to int) {
		v := &reading.Value{Kind: reading.Expression, Name: name, Role: role, From: from, To: to, Text: "what a function makes of it"}
		if name != "" {
			v.NameFrom, v.NameTo = from, to
		}
		put(v)
	}
	written := m.text[change.From:change.To]
	head := parameter.FindStringSubmatch(written)
	if head == nil {
		unknown("", reading.Spread, change.From, change.To)
		return
	}
	uses := regexp.MustCompile(`\b`+head[1]+`\b`).FindAllStringIndex(written[len(head[0]):], -1)
	for _, use := range uses {
		at := len(head[0]) + use[1]
		if of := setBy.FindStringSubmatch(written[at:]); of != nil {
			unknown(of[1], "", change.From+at+1, change.From+at+1+len(of[1]))
		} else if !strings.HasPrefix(written[at:], ".") {
			unknown("", reading.Spread, change.From+at-len(head[1]), change.From+at)
		}
	}
}
