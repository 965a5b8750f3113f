package service

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// terms are the settings of a pool as the calls of users ask for them, defaults filled in. They are
// put together once for all pools with the same settings.
type terms struct {
	contract *contract.Contract
	day      string

	// instead are UsernameAttributes, aliases AliasAttributes, codes AutoVerifiedAttributes.
	instead, aliases, codes []string
	anyCase                 bool
	closed                  bool
	policy                  policy
	// temporary is for how long a temporary password is good, in milliseconds.
	temporary int64
	// recovery are the names of RecoveryMechanisms in their order, nil where none were said.
	recovery []string
	// mfa is MfaConfiguration; texting, app and mail tell which second factors are enabled.
	mfa                string
	texting, app, mail bool
	// first are AllowedFirstAuthFactors, nil where none were said.
	first []string
	// kept are the attributes whose new value waits for its verification.
	kept []string
	// schema has the attributes by their names; names keeps their order.
	schema map[string]*property
	names  []string
	// functions are those of LambdaConfig by their names there.
	functions map[string]string
	// sender tells that the pool can send text messages, and developer that its email goes by SES.
	sender, developer bool
	// devices tells that DeviceConfiguration is there, prompted that users are asked first.
	devices, prompted bool
	tier              string
	domain            string

	value *userpool.Value
	mfaOf Mfa
}

type policy struct {
	length                       int
	upper, lower, number, symbol bool
	history                      int
}

// property is an attribute that users of the pool can have.
type property struct {
	required, mutable bool
	kind              string
	// The bounds of its length or its value as they are written, "" for none.
	least, most string
}

// lazily guards what is worked out of a state when it is first asked for.
var lazily sync.Mutex

// termsOf puts the terms of a pool together.
func (p *Pool) termsOf(c *contract.Contract, day string) *terms {
	lazily.Lock()
	defer lazily.Unlock()
	if p.terms != nil && p.terms.contract == c && p.terms.day == day {
		return p.terms
	}
	v := p.look(c, day)
	get := func(names ...string) *userpool.Value {
		at := v
		for _, name := range names {
			at = at.Member(name)
		}
		return at
	}
	text := func(names ...string) string {
		if found := get(names...); found != nil {
			return found.Text
		}
		return ""
	}
	texts := func(names ...string) []string {
		var all []string
		if found := get(names...); found != nil {
			for _, e := range found.Children {
				all = append(all, e.Text)
			}
		}
		return all
	}
	yes := func(names ...string) bool { return text(names...) == "true" }
	number := func(names ...string) int64 {
		i, _ := strconv.ParseInt(text(names...), 10, 64)
		return i
	}
	t := &terms{
		contract: c, day: day, value: v, mfaOf: p.Mfa,
		instead: texts("UsernameAttributes"), aliases: texts("AliasAttributes"), codes: texts("AutoVerifiedAttributes"),
		anyCase: text("UsernameConfiguration", "CaseSensitive") == "false", closed: yes("AdminCreateUserConfig", "AllowAdminCreateUserOnly"),
		policy: policy{
			length: int(number("Policies", "PasswordPolicy", "MinimumLength")),
			upper:  yes("Policies", "PasswordPolicy", "RequireUppercase"), lower: yes("Policies", "PasswordPolicy", "RequireLowercase"),
			number: yes("Policies", "PasswordPolicy", "RequireNumbers"), symbol: yes("Policies", "PasswordPolicy", "RequireSymbols"),
			history: int(number("Policies", "PasswordPolicy", "PasswordHistorySize")),
		},
		mfa: text("MfaConfiguration"), first: texts("Policies", "SignInPolicy", "AllowedFirstAuthFactors"),
		kept:   texts("UserAttributeUpdateSettings", "AttributesRequireVerificationBeforeUpdate"),
		schema: map[string]*property{}, functions: map[string]string{}, sender: get("SmsConfiguration") != nil,
		developer: text("EmailConfiguration", "EmailSendingAccount") == "DEVELOPER", devices: get("DeviceConfiguration") != nil,
		prompted: yes("DeviceConfiguration", "DeviceOnlyRememberedOnUserPrompt"), tier: text("UserPoolTier"), domain: p.Domain.Name,
	}
	// The older member ruled the temporary password until there was the newer one.
	days := number("Policies", "PasswordPolicy", "TemporaryPasswordValidityDays")
	if days == 0 {
		days = number("AdminCreateUserConfig", "UnusedAccountValidityDays")
	}
	if days == 0 {
		days = 7
	}
	t.temporary = days * dayLong
	if found := get("AccountRecoverySetting", "RecoveryMechanisms"); found != nil {
		ways := slices.Clone(found.Children)
		slices.SortStableFunc(ways, func(a, b *userpool.Value) int {
			return strings.Compare(memberText(a, "Priority"), memberText(b, "Priority"))
		})
		for _, way := range ways {
			t.recovery = append(t.recovery, memberText(way, "Name"))
		}
	}
	token := p.Mfa.Token.Member("Enabled")
	t.texting, t.app, t.mail = p.Mfa.SMS, token != nil && token.Kind == source.True, p.Mfa.Email != nil
	if list := get("SchemaAttributes"); list != nil {
		for _, a := range list.Children {
			made := &property{kind: memberText(a, "AttributeDataType"), required: memberText(a, "Required") == "true", mutable: memberText(a, "Mutable") == "true"}
			for _, bounds := range [][3]string{{"StringAttributeConstraints", "MinLength", "MaxLength"}, {"NumberAttributeConstraints", "MinValue", "MaxValue"}} {
				if b := a.Member(bounds[0]); b != nil {
					made.least, made.most = memberText(b, bounds[1]), memberText(b, bounds[2])
				}
			}
			name := memberText(a, "Name")
			t.schema[name] = made
			t.names = append(t.names, name)
		}
	}
	if functions := get("LambdaConfig"); functions != nil {
		for _, f := range functions.Children {
			switch {
			case f.Kind == contract.String:
				t.functions[f.Name] = f.Text
			case f.Member("LambdaArn") != nil:
				t.functions[f.Name] = memberText(f, "LambdaArn")
			}
		}
	}
	p.terms = t
	return t
}

func memberText(v *userpool.Value, name string) string {
	if m := v.Member(name); m != nil {
		return m.Text
	}
	return ""
}

// setting is a text of the pool's settings, "" for none.
func (t *terms) setting(names ...string) string {
	at := t.value
	for _, name := range names {
		at = at.Member(name)
	}
	if at == nil {
		return ""
	}
	return at.Text
}

// signsInBy reports whether an attribute is what users sign in with, in the place of a name or
// beside it.
func (t *terms) signsInBy(name string) bool {
	return slices.Contains(t.instead, name) || slices.Contains(t.aliases, name)
}

// fold is a name as the pool compares it. A phone number has no letters.
func (t *terms) fold(name string) string {
	if t.anyCase {
		return strings.ToLower(name)
	}
	return name
}

// Before each key stands what it is a name of. None of these can be in a user name.
const (
	byName      = "name "
	bySub       = "sub "
	byAttribute = " "
)

// keys are what a user is found by.
func (t *terms) keys(u *User) []string {
	if u == nil {
		return nil
	}
	all := []string{byName + t.fold(u.Name), bySub + u.Sub}
	for _, name := range t.instead {
		if v := u.get(name); v != "" {
			all = append(all, name+byAttribute+t.fold(v))
		}
	}
	for _, name := range t.aliases {
		v := u.get(name)
		if v == "" || name != "preferred_username" && !u.isTrue(name+"_verified") {
			continue
		}
		all = append(all, name+byAttribute+t.fold(v))
	}
	return all
}

// indexed returns the index of a pool's users.
func (p *People) indexed(t *terms) *index {
	lazily.Lock()
	defer lazily.Unlock()
	if p.index == nil {
		p.index = &index{old: make(map[string]int, 3*len(p.Users))}
		for at, u := range p.Users {
			for _, key := range t.keys(u) {
				p.index.old[key] = at
			}
		}
	}
	return p.index
}

// The lengths of time, in milliseconds.
const (
	second  = 1000
	minute  = 60 * second
	hour    = 60 * minute
	dayLong = 24 * hour
)
