package service

import (
	"userpoolplayground/internal/userpool"
)

// AdminGetUser shows a user.
var adminGetUser = signed(func(v *visit) (*userpool.Value, *refused) {
	if r := v.someone(); r != nil {
		return nil, r
	}
	u := v.user
	return structure(text("Username", u.Name), v.attributes("UserAttributes", u, nil), timestamp("UserCreateDate", u.Created), timestamp("UserLastModifiedDate", u.Modified),
		boolean("Enabled", !u.Disabled), text("UserStatus", u.Status), text("PreferredMfaSetting", u.Preferred), textsOf("UserMFASettingList", u.Factors)), nil
})
