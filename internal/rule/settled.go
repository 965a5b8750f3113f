package rule

import (
	"slices"
	"sync"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

// settled is what stays known from the request that was checked last: a keystroke changes one
// of its members, and most rules would only find nothing again. A rule that found something is
// asked again, since places move with every keystroke.
var settled struct {
	sync.Mutex
	memory
}

type memory struct {
	surroundings
	members []member
	// silent has, for each rule that found nothing, the members that it asked for; nil for the
	// others. The rules are in the order of Run.
	silent [][]string
}

// surroundings are what a rule's answer depends on beside the request's members.
type surroundings struct {
	shape   *contract.Shape
	day     string
	account account.Account
}

func (s surroundings) equal(other surroundings) bool {
	a, b := s.account, other.account
	return s.shape == other.shape && s.day == other.day && a.Region == b.Region && a.ID == b.ID &&
		a.SMSRole == b.SMSRole && a.SESKnown == b.SESKnown && slices.Equal(a.SESIdentities, b.SESIdentities)
}

// member is one member of a request with its text, which says all that is below it.
type member struct{ name, text string }

// next is the memory for the next request, with the rules that are settled in it: those that
// asked for nothing that the two requests do not have in common.
func (m memory) next(r *request.Request, d *source.Document, now surroundings) memory {
	next := memory{now, make([]member, len(r.Root.Children)), make([][]string, len(All)+len(Advice))}
	var changed []string
	for i, v := range r.Root.Children {
		is := member{v.Name, d.Text[v.Node.Start:v.Node.End]}
		next.members[i] = is
		if !(i < len(m.members) && m.members[i] == is) && !slices.Contains(m.members, is) {
			changed = append(changed, is.name)
		}
	}
	for _, was := range m.members {
		if r.Get(was.name) == nil {
			changed = append(changed, was.name)
		}
	}
	if !m.equal(now) {
		return next
	}
	for i, read := range m.silent {
		if !slices.ContainsFunc(changed, func(name string) bool { return slices.Contains(read, name) }) {
			next.silent[i] = read
		}
	}
	return next
}
