package service

import (
	"slices"

	"userpoolplayground/internal/userpool"
)

// AdminRemoveUserFromGroup takes a user out of a group.
var adminRemoveUserFromGroup = signed(func(v *visit) (*userpool.Value, *refused) {
	return nil, v.member(func(groups []string, name string) []string {
		return slices.DeleteFunc(slices.Clone(groups), func(have string) bool { return have == name })
	})
})
