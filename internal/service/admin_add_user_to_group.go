package service

import (
	"slices"

	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// AdminAddUserToGroup puts a user into a group.
var adminAddUserToGroup = signed(func(v *visit) (*userpool.Value, *refused) {
	return nil, v.member(func(groups []string, name string) []string {
		if slices.Contains(groups, name) {
			return groups
		}
		return append(slices.Clip(groups), name)
	})
})

// member changes which groups a user is in.
func (v *visit) member(edit func(groups []string, name string) []string) *refused {
	if r := v.someone(); r != nil {
		return r
	}
	name := v.text("GroupName")
	if v.group(name) == nil {
		return v.refuse(refusal.GroupMissing, "/GroupName", "group", name)
	}
	v.count(func(u *User) { u.Groups = edit(u.Groups, name) })
	return nil
}
