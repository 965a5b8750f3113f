package service

import (
	"cmp"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/diagnostic"
)

// migrate asks UserMigration for a user who is not here, at a sign-in with a password or when one is
// forgotten; occasion is the end of the triggerSource. It reports whether the user is now.
func (v *visit) migrate(name, password, occasion string) (bool, *refused) {
	if !v.hasFunction("UserMigration") {
		return false, nil
	}
	v.stranger = name
	given := "null"
	if occasion == "Authentication" {
		given = quoted(password)
	}
	answer, r := v.invoke("UserMigration", occasion, append([]member{{"password", given}, {"validationData", v.validation()}}, v.metadata()...)...)
	if r != nil || !answer.Get("userAttributes").IsObject() {
		return false, r
	}
	var attributes []Attribute
	answer.Get("userAttributes").ForEach(func(name, value gjson.Result) bool {
		if name.String() != "sub" && v.schema[name.String()] != nil {
			attributes = append(attributes, Attribute{name.String(), value.String()})
		}
		return true
	})
	u := v.newUser(name, attributes)
	var forced []Attribute
	for _, attribute := range v.aliases {
		a := Attribute{attribute, u.get(attribute)}
		if a.Value == "" || attribute != "preferred_username" && !u.isTrue(attribute+"_verified") || !v.taken(a, nil) {
			continue
		}
		if !answer.Get("forceAliasCreation").Bool() {
			v.because("/LambdaConfig/UserMigration", diagnostic.Documented, "Another user has this "+wordsOf[attribute]+" as an alias, and the function does not force it: nobody is migrated.")
			return false, nil
		}
		v.dispossess(a, nil)
		forced = append(forced, a)
	}
	// At a sign-in no status means that the password, which was proved elsewhere, stays.
	// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-migrate-user.html
	otherwise := map[bool]string{true: "CONFIRMED", false: "RESET_REQUIRED"}[occasion == "Authentication"]
	u.Status, u.Password = cmp.Or(answer.Get("finalUserStatus").String(), otherwise), password
	v.add(u)
	if answer.Get("messageAction").String() != "SUPPRESS" {
		v.because("/LambdaConfig/UserMigration", diagnostic.Documented, "Unless the function answers with the messageAction SUPPRESS, Cognito sends the user a welcome message, too. How it reads is not known: none is shown here.")
	}
	v.migrated = func(v *visit) {
		for _, a := range forced {
			v.dispossess(a, nil)
		}
		v.add(u)
	}
	return true, nil
}
