package service

import (
	"cmp"

	"github.com/tidwall/gjson"
)

// migrate asks UserMigration for a user who is not here, at a sign-in with a password or when one is
// forgotten; occasion is the end of the triggerSource. It reports whether the user is now.
func (v *visit) migrate(name, password, occasion string) (bool, *refused) {
	if !v.hasFunction("UserMigration") {
		return false, nil
	}
	v.user = &User{Name: name}
	given := "null"
	if occasion == "Authentication" {
		given = quoted(password)
	}
	answer, r := v.invoke("UserMigration", occasion, append([]member{{"password", given}, {"validationData", "null"}}, v.metadata()...)...)
	v.user = nil
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
	u.Status, u.Password = cmp.Or(answer.Get("finalUserStatus").String(), "RESET_REQUIRED"), password
	v.add(u)
	return true, nil
}
