package service

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/javahash"
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/userpool"
)

// Which addresses the service takes for one is nowhere said. These take what could be none less.
var (
	emailForm = regexp.MustCompile(`^[^\s@]+@[^\s@]+\.[^\s@.]+$`)
	phoneForm = regexp.MustCompile(`^\+[0-9]{2,15}$`)
)

// wordsOf are the names of the attributes that people sign in with.
var wordsOf = map[string]string{"email": "email address", "phone_number": "phone number", "preferred_username": "preferred user name"}

// attributesOf reads a list of attributes, each with its pointer. One that is given twice counts as
// it was said last.
func attributesOf(list *request.Value) ([]Attribute, map[string]string) {
	var all []Attribute
	pointers := map[string]string{}
	for _, e := range list.Elements() {
		name := e.Get("Name").Text()
		pointers[name] = e.Pointer()
		all = withAttribute(all, name, e.Get("Value").Text())
	}
	return all, pointers
}

// writer is who gives attributes.
type giver int

const (
	signingUp giver = iota
	administrator
	updating
)

// takes holds attributes that are given against the pool's schema and the client's rights. frame
// tells whether a user is made or changed: the service words an unknown attribute by that.
func (v *visit) takes(list *request.Value, by giver, changes bool) ([]Attribute, *refused) {
	all, pointers := attributesOf(list)
	for _, e := range list.Elements() {
		name, value := e.Get("Name").Text(), e.Get("Value")
		at := e.Pointer()
		known := v.schema[name]
		switch {
		case name == "sub":
			return nil, v.refuse(refusal.SubGiven, at, "name", name)
		case by != administrator && (name == "email_verified" || name == "phone_number_verified" || strings.HasPrefix(name, "dev:")):
			return nil, v.refuse(refusal.NotWritable, at, "name", name)
		case known == nil && changes && name == "username":
			return nil, v.refuse(refusal.UsernameInUpdate, at)
		case known == nil && by == updating && custom(name):
			return nil, v.refuse(refusal.NotWritable, at, "name", name)
		case known == nil && changes:
			return nil, v.refuse(refusal.UnknownInUpdate, at, "name", name)
		case known == nil:
			return nil, v.unknownAttributes(list, name, at)
		case by != administrator && !v.mayWrite(name):
			return nil, v.refuse(refusal.NotWritable, at, "name", name)
		case changes && !known.mutable:
			return nil, v.refuse(refusal.Immutable, at, "name", name)
		case value == nil:
			return nil, v.refuse(refusal.NoValue, at, "name", name)
		case changes && value.Text() == "" && known.required:
			return nil, v.refuse(refusal.RequiredDeleted, at, "name", name)
		}
	}
	for _, a := range all {
		if a.Value == "" && changes {
			continue
		}
		switch {
		case a.Name == "email" && !emailForm.MatchString(a.Value):
			return nil, v.refuse(refusal.EmailFormat, pointers[a.Name]+"/Value")
		case a.Name == "phone_number" && !phoneForm.MatchString(a.Value):
			return nil, v.refuse(refusal.PhoneFormat, pointers[a.Name]+"/Value")
		}
		if fault, than, bound := v.schema[a.Name].fault(a.Value); fault != "" {
			says := refusal.OutOfBounds
			switch {
			case than != "" && changes:
				says = refusal.LengthInUpdate
			case than != "":
				says = refusal.LengthAtSignUp
			}
			return nil, v.refuse(says, pointers[a.Name]+"/Value", "name", a.Name, "fault", fault, "than", than, "bound", bound)
		}
	}
	return all, nil
}

// unknownAttributes refuses what a new user is given and the pool does not have. The service tells all
// of it, in the order of a Java hash table; of the pool's own it tells the first alone since they have
// a text of theirs.
func (v *visit) unknownAttributes(list *request.Value, name, pointer string) *refused {
	says := refusal.UnknownAttribute
	if custom(name) {
		says = refusal.UnknownCustom
	}
	r := v.refuse(says, pointer, "name", name)
	one := refusal.UnknownAttribute.Says
	if says.On(v.day) != one {
		return r
	}
	var names []string
	for _, e := range list.Elements() {
		if n := e.Get("Name").Text(); v.schema[n] == nil && (!custom(n) || refusal.UnknownCustom.On(v.day) == one) && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	names = javahash.Map(names, func(n string) string { return n }, 16)
	begin, line, _ := strings.Cut(one, "{name}")
	facts := r.finding.Facts.(diagnostic.Broken)
	facts.Says = begin
	for _, n := range names {
		facts.Says += n + line
	}
	facts.Message = strings.ReplaceAll(says.Message, "{name}", strings.Join(names, ", "))
	r.finding.Facts = facts
	return r
}

// fault says what is wrong with a value, "" where it fits; of a text that is too long or too short also than
// which bound.
func (a *property) fault(value string) (fault, than, bound string) {
	number, isNumber := strconv.ParseFloat(value, 64)
	size := float64(utf8.RuneCountInString(value))
	switch a.kind {
	case "Number":
		if isNumber != nil {
			return "it is no number", "", ""
		}
		size = number
	case "Boolean":
		if !strings.EqualFold(value, "true") && !strings.EqualFold(value, "false") {
			return "it is neither true nor false", "", ""
		}
		return "", "", ""
	}
	measure, shorter, longer := "its length", "shorter", "longer"
	if a.kind == "Number" { // whose words are not known
		measure, shorter, longer = "it", "", ""
	}
	if least, err := strconv.ParseFloat(a.least, 64); err == nil && size < least {
		return measure + " has to be " + a.least + " or more", shorter, a.least
	}
	if most, err := strconv.ParseFloat(a.most, 64); err == nil && size > most {
		return measure + " has to be " + a.most + " or less", longer, a.most
	}
	return "", "", ""
}

// scim are the names that the service gives some attributes when it misses them, since 2025.
var scim = map[string]string{"name": "name.formatted", "given_name": "name.givenName", "family_name": "name.familyName"}

// complete looks for the attributes that the pool requires.
func (v *visit) complete(all []Attribute) *refused {
	var lines string
	var missing []string
	for _, name := range v.names {
		if name == "sub" || !v.schema[name].required || slices.ContainsFunc(all, func(a Attribute) bool { return a.Name == name && a.Value != "" }) {
			continue
		}
		missing = append(missing, name)
		if other := scim[name]; other != "" && v.onOrAfter("2025-01-01") {
			lines += other + ": The attribute " + other + " is required\n"
		} else {
			lines += name + ": The attribute is required\n"
		}
	}
	if missing == nil {
		return nil
	}
	return v.refuse(refusal.Required, "/UserAttributes", "lines", lines, "names", strings.Join(missing, ", "))
}

// mayWrite reports whether the client may write an attribute.
func (v *visit) mayWrite(name string) bool {
	return v.client == nil || permitted(v.client, "WriteAttributes", name)
}

func permitted(c *Client, list, name string) bool {
	all := c.Settings.Member(list)
	if all == nil || len(all.Children) == 0 {
		return true
	}
	for _, n := range all.Children {
		if n.Text == name {
			return true
		}
	}
	return false
}

// free looks whether nobody else signs in with what a user is given. Before it is verified an
// address counts only where it is signed in with in the place of a name.
func (v *visit) free(all []Attribute, pointers map[string]string, except *User) *refused {
	for _, a := range all {
		if !v.taken(a, except) {
			continue
		}
		setting := "/AliasAttributes"
		if slices.Contains(v.instead, a.Name) {
			setting = "/UsernameAttributes"
		}
		return v.refuse(refusal.AliasTaken, pointers[a.Name]+"/Value", "name", a.Name, "words", wordsOf[a.Name], "setting", setting)
	}
	return nil
}

func (v *visit) taken(a Attribute, except *User) bool {
	other := v.holder(a.Name + byAttribute + v.fold(a.Value))
	return other != nil && (except == nil || other.Sub != except.Sub)
}

// aliasMoves takes an address that is verified for the call's user from another whose alias it is. A
// developer of the service said so in 2016 and reports of 2018 and 2022 have it so, by users and by
// administrators; the API reference lists AliasExistsException, which one report of 2016 saw.
// https://github.com/aws-amplify/aws-sdk-ios/issues/515, https://github.com/aws-amplify/amplify-js/issues/981,
// https://github.com/boto/boto3/issues/3213, https://github.com/awslabs/aws-sdk-ios-samples/issues/104
func (v *visit) aliasMoves(a Attribute) {
	if !v.taken(a, v.user) {
		return
	}
	v.because("/AliasAttributes", diagnostic.Disputed, "The "+wordsOf[a.Name]+" was another user's alias. It moves to the user for whom it is verified last, and is not verified for the other any more. So reports have it; the API reference lists AliasExistsException.")
	v.dispossess(a, v.user)
}

// dispossess takes an alias from who has it.
func (v *visit) dispossess(a Attribute, except *User) {
	at, user := v.at, v.user
	if v.find(a.Name+byAttribute+v.fold(a.Value)) && (except == nil || v.user.Sub != except.Sub) {
		v.change(func(u *User) { u.set(a.Name+"_verified", "false") })
	}
	v.at, v.user = at, user
}

// attributes shows a user's attributes. Their order is the service's: to 2021 that of a Java hash
// table; from 2024, as far as it was seen, the standard ones by the alphabet, then the pool's own,
// then sub.
func (v *visit) attributes(name string, u *User, show func(name string) bool) *userpool.Value {
	all := append([]Attribute{{"sub", u.Sub}}, u.Attributes...)
	if v.onOrAfter("2023-01-01") {
		rank := func(a Attribute) int {
			switch {
			case a.Name == "sub":
				return 2
			case custom(a.Name):
				return 1
			}
			return 0
		}
		slices.SortStableFunc(all, func(a, b Attribute) int {
			if rank(a) != rank(b) {
				return rank(a) - rank(b)
			}
			return strings.Compare(a.Name, b.Name)
		})
	} else {
		all = javahash.Map(all, func(a Attribute) string { return a.Name }, 16)
	}
	list := listOf(name)
	for _, a := range all {
		if show == nil || show(a.Name) {
			list.Children = append(list.Children, group("", text("Name", a.Name), valueText("Value", a.Value)))
		}
	}
	return list
}

// setAttributes gives a user attributes; an empty value takes one away. An address that changes is
// not verified any more.
func setAttributes(u *User, all []Attribute) {
	for _, a := range all {
		if a.Value == "" {
			u.unset(a.Name)
			if verifiable(a.Name) {
				u.unset(a.Name + "_verified")
			}
			continue
		}
		changed := u.get(a.Name) != a.Value
		u.set(a.Name, a.Value)
		if verifiable(a.Name) && changed && !slices.ContainsFunc(all, func(b Attribute) bool { return b.Name == a.Name+"_verified" }) && u.has(a.Name+"_verified") {
			u.set(a.Name+"_verified", "false")
		}
	}
}

func verifiable(name string) bool { return name == "email" || name == "phone_number" }

// status shows what several calls of administrators show of a user.
func (v *visit) shown(name string, u *User) *userpool.Value {
	return group(name, text("Username", u.Name), v.attributes("Attributes", u, nil), timestamp("UserCreateDate", u.Created),
		timestamp("UserLastModifiedDate", u.Modified), boolean("Enabled", !u.Disabled), text("UserStatus", u.Status))
}
