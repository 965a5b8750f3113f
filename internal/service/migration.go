package service

import (
	"cmp"

	"github.com/tidwall/gjson"
)

// migrate asks UserMigration for a user who is not here. It reports whether the user is now.
func (v *visit) migrate(name, password string) (bool, *refused) {
	if !v.hasFunction("UserMigration") {
		return false, nil
	}
	v.user = &User{Name: name}
	answer, r := v.invoke("UserMigration", "Authentication", append([]member{{"password", quoted(password)}, {"validationData", "null"}}, v.metadata()...)...)
	v.user = nil
	if r != nil || !answer.Get("userAttributes").IsObject() {
		return false, r
	}
	var given []Attribute
	answer.Get("userAttributes").ForEach(func(name, value gjson.Result) bool {
		if name.String() != "sub" && v.schema[name.String()] != nil {
			given = append(given, Attribute{name.String(), value.String()})
		}
		return true
	})
	u := v.newUser(name, given)
	u.Status, u.Password = cmp.Or(answer.Get("finalUserStatus").String(), "RESET_REQUIRED"), password
	v.add(u)
	return true, nil
}
