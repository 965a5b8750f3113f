package service

import (
	"slices"

	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// CreateGroup makes a group of users.
var createGroup = signed(func(v *visit) (*userpool.Value, *refused) {
	name := v.text("GroupName")
	if v.group(name) != nil {
		return nil, v.refuse(refusal.GroupExists, "/GroupName")
	}
	g := &Group{Name: name, Description: v.text("Description"), Role: v.text("RoleArn"), Created: v.Now, Modified: v.Now}
	members := []*userpool.Value{text("GroupName", g.Name), text("UserPoolId", v.pool.ID), text("Description", g.Description), text("RoleArn", g.Role)}
	if p := v.request.Get("Precedence"); p != nil {
		precedence := p.Int()
		g.Precedence = &precedence
		members = append(members, integer("Precedence", precedence))
	}
	v.people.Groups = append(slices.Clip(v.people.Groups), g)
	v.touched = true
	return structure(group("Group", append(members, timestamp("LastModifiedDate", g.Modified), timestamp("CreationDate", g.Created))...)), nil
})

// group finds a group, nil for none.
func (v *visit) group(name string) *Group {
	for _, g := range v.people.Groups {
		if g.Name == name {
			return g
		}
	}
	return nil
}
