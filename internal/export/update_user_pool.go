package export

import (
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/userpool"
)

var updateUserPool = Target{
	ID: "update-user-pool", Title: "UpdateUserPool request", Language: "json", FileName: "update-user-pool.json",
	called: "UpdateUserPool", names: "update", write: writeUpdate,
}

// writeUpdate writes the update that leaves a pool of this request as it is. What the request
// leaves out, an update resets to the same default or keeps; where neither is known, the default
// is written.
func writeUpdate(j *job) {
	id := j.Options.PoolID
	if id == "" {
		id = j.region() + "_EXAMPLE"
		j.note("UserPoolId is an example: put in the pool's own.")
	}
	j.note("Use it with: aws cognito-idp update-user-pool --cli-input-json file://update-user-pool.json.")
	root := &part{shape: j.root.shape, children: []*part{{name: "UserPoolId", shape: &contract.Shape{Kind: contract.String}, text: id}}}
	pool := userpool.New(j.Request, j.Options)
	var reset, keeps, unknown []string
	for _, m := range j.Options.Contract.Request.Members {
		given, v := j.Request.Get(m.Name), j.repeated(pool, m)
		p := j.keep(given, v, m)
		if given == nil && v != nil && v.Origin.Kind == userpool.Default {
			switch m.Update().Omitted {
			case contract.Reset:
				p = nil
				reset = append(reset, m.Name)
			case contract.Kept:
				// To restate it can be refused: the default AccountRecoverySetting beside MFA by SMS is.
				p = nil
				keeps = append(keeps, m.Name)
			case contract.Unknown:
				unknown = append(unknown, m.Name)
			}
		}
		if p != nil {
			root.children = append(root.children, p)
		}
	}
	if len(unknown) > 0 {
		j.note("The request leaves %s out, and the update writes the service's default: what an update makes of %s otherwise is not certain.", listed(unknown), them(unknown))
	}
	if len(reset) > 0 {
		j.note("%s %s not written: an update that leaves %s out resets %s to the defaults, which is what the request asks for.", listed(reset), are(reset), them(reset), them(reset))
	}
	if len(keeps) > 0 {
		j.note("%s %s not written: the request leaves %s out, and an update keeps what the pool has.", listed(keeps), are(keeps), them(keeps))
	}
	j.WriteString(j.pretty(prettyJSON, root, "") + "\n")
}

// keep returns a member of the update, or nil for one that has no place in it; what the
// request gives and the update does not is told.
func (j *job) keep(given *request.Value, v *userpool.Value, m *contract.Member) *part {
	if m.Update().Omitted == contract.Immutable {
		if given != nil {
			j.immutable(given)
		}
		return nil
	}
	if given != nil && v != nil && v.Origin.Kind == userpool.Derived {
		j.tell(given.Pointer(), "%s is left out: the service puts %s in its place.", path(given.Pointer()), path(v.Origin.From))
		return nil
	}
	p := repeat(v, m.Shape, m)
	if open := openIn(given); len(open) > 0 {
		j.told[given.Pointer()] = true
		if m.Update().Omitted != contract.Kept {
			j.note("%s %s known only at deployment: write %s in before you send this. An update replaces %s as a whole, and resets what is left out.", listed(open), are(open), them(open), m.Name)
		}
		if p != nil && len(p.children) == 0 && !m.Shape.Scalar() {
			return nil
		}
	}
	if p != nil {
		p.name = m.Name
	}
	return p
}

// openIn are the values of a member that are known only at deployment.
func openIn(v *request.Value) []string {
	switch {
	case v == nil:
		return nil
	case v.Unknown() != nil:
		return []string{path(v.Pointer())}
	}
	var all []string
	for _, c := range v.Children {
		all = append(all, openIn(c)...)
	}
	return all
}

// repeated returns what the pool has of a member of the request, or nil.
func (j *job) repeated(pool *userpool.Value, m *contract.Member) *userpool.Value {
	for _, v := range pool.Children {
		if of := j.Options.Contract.UserPool.Member(v.Name); of.From == "/"+m.Name || of.From == "" && of.Name == m.Name {
			return v
		}
	}
	return nil
}

func (j *job) immutable(v *request.Value) {
	why := v.Member.NoteFor("update")
	if why == "" {
		why = "Another value needs another pool."
	}
	j.tell(v.Pointer(), "%s is left out: it is fixed once the pool exists. %s", v.Name, why)
}

// repeat turns a value of the pool into a part of the update, or nil when it is better left
// out: what the service computes from other members, it computes again, and where only our
// inference says what it fills in, silence is better than a guess.
func repeat(v *userpool.Value, s *contract.Shape, m *contract.Member) *part {
	if v == nil {
		return nil
	}
	given := v.Origin.Kind == userpool.Given
	computed := m != nil && m.Derived != "" && s.Scalar() || v.Origin.Kind != userpool.Default
	if !given && (computed || v.Origin.Evidence == diagnostic.Inferred) {
		return nil
	}
	p := &part{name: v.Name, shape: s, member: m, text: v.Text}
	if given {
		p.pointer = v.Origin.From
	}
	for _, c := range v.Children {
		shape, member := s.Element, (*contract.Member)(nil)
		if s.Kind == contract.Structure {
			member = s.Member(c.Name)
			shape = member.Shape
		}
		if s.Kind == contract.Map && c.Origin.Kind != userpool.Given {
			continue // levels that were not named
		}
		if child := repeat(c, shape, member); child != nil {
			p.children = append(p.children, child)
		}
	}
	if !given && !s.Scalar() && len(p.children) == 0 {
		return nil
	}
	return p
}
