package service

import (
	"slices"

	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"

	"userpoolplayground/internal/contract"
)

// What the three operations on tags do is UserPoolTags of the pool's settings. Whether they move
// LastModifiedDate is not known; here they do not.

// TagResource sets tags and leaves others alone.
var tagResource = operation{pool: byARN, run: func(t *turn) answer {
	tags := t.pool.tags()
	for _, given := range t.request.Get("Tags").Elements() {
		made := said(given)
		if i := slices.IndexFunc(tags, func(n *source.Node) bool { return n.Name == made.Name }); i >= 0 {
			tags[i] = made
		} else {
			tags = append(tags, made)
		}
	}
	return t.tagged(tags)
}}

// UntagResource takes tags away.
var untagResource = operation{pool: byARN, run: func(t *turn) answer {
	keys := t.request.Get("TagKeys")
	return t.tagged(slices.DeleteFunc(t.pool.tags(), func(n *source.Node) bool { return keys.Has(n.Name) != nil }))
}}

// ListTagsForResource shows all tags.
var listTagsForResource = operation{pool: byARN, run: func(t *turn) answer {
	list := &userpool.Value{Kind: contract.Map}
	for _, tag := range t.pool.tags() {
		list.Children = append(list.Children, value(tag, userpool.Origin{}))
	}
	return answer{in: "Tags", value: list}
}}

func (p *Pool) tags() []*source.Node {
	if tags := p.setting("UserPoolTags"); tags != nil {
		return bare(tags).Children
	}
	return nil
}

func (t *turn) tagged(tags []*source.Node) answer {
	all := object(tags)
	all.Name = "UserPoolTags"
	next := t.pool.changed(set(t.pool.Settings, all, t.api.Contract))
	next.show(t.api.Contract, t.Day)
	answer := t.modified(next, asked("The call sets the pool's tags.", "UserPoolTags"))
	return answer.unmoved(t, next)
}

// unmoved leaves LastModifiedDate as it was.
func (a answer) unmoved(t *turn, next *Pool) answer {
	next.Modified = t.pool.Modified
	a.changes = slices.DeleteFunc(a.changes, func(c Change) bool { return c.Pointer == "/UserPool/LastModifiedDate" })
	return a
}

// set returns settings with one member given another value, in the reference's order; a value
// without a kind takes it out.
func set(settings *source.Node, made *source.Node, c *contract.Contract) []*source.Node {
	all := bare(settings).Children
	i := slices.IndexFunc(all, func(n *source.Node) bool { return n.Name == made.Name })
	switch {
	case i >= 0 && made.Kind == 0:
		all = slices.Delete(all, i, i+1)
	case i >= 0:
		all[i] = made
	case made.Kind != 0:
		all = append(all, made)
	}
	sortMembers(all, c)
	return all
}

// sortMembers puts settings in the reference's order; what is newer than the contract goes last.
func sortMembers(all []*source.Node, c *contract.Contract) {
	place := func(n *source.Node) int {
		if i := slices.IndexFunc(c.Request.Members, func(m *contract.Member) bool { return m.Name == n.Name }); i >= 0 {
			return i
		}
		return len(c.Request.Members)
	}
	slices.SortStableFunc(all, func(a, b *source.Node) int { return place(a) - place(b) })
}
