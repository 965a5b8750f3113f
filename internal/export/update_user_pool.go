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

// writeUpdate writes the update that leaves the pool as it is. UpdateUserPool resets most of
// what it is not given, so this writes out what was given and what the service is known to
// have filled in.
func writeUpdate(j *job) {
	id := j.Options.PoolID
	if id == "" {
		id = j.region() + "_EXAMPLE"
		j.note("UserPoolId is an example: put in the pool's own.")
	}
	j.note("Use it with: aws cognito-idp update-user-pool --cli-input-json file://update-user-pool.json.")
	root := &part{shape: j.root.shape, children: []*part{{name: "UserPoolId", shape: &contract.Shape{Kind: contract.String}, text: id}}}
	pool := userpool.New(j.Request, j.Options)
	var filled, unsure []string
	for _, m := range j.Options.Contract.Request.Members {
		given, v := j.Request.Get(m.Name), j.repeated(pool, m)
		p := j.keep(given, v, m)
		switch {
		case p != nil:
			root.children = append(root.children, p)
			if given == nil {
				filled = append(filled, m.Name)
			}
		case given == nil && v != nil && m.Update == "reset" && v.Origin.Evidence == diagnostic.Inferred:
			unsure = append(unsure, m.Name)
		}
	}
	if len(filled) > 0 {
		j.note("UpdateUserPool resets what it is not given, so %s %s written out with the service's defaults, although the request leaves %s out.", listed(filled), are(filled), them(filled))
	}
	if len(unsure) > 0 {
		j.note("%s %s not written: what the service fills in is not certain, and an update without %s fills in the same again.", listed(unsure), are(unsure), them(unsure))
	}
	j.WriteString(j.pretty(prettyJSON, root, "") + "\n")
}

// keep returns a member of the update, or nil for one that has no place in it; what the
// request gives and the update does not is told.
func (j *job) keep(given *request.Value, v *userpool.Value, m *contract.Member) *part {
	if m.Update == "immutable" {
		if given != nil {
			j.immutable(given)
		}
		return nil
	}
	if given != nil && v != nil && v.Origin.Kind == userpool.Derived {
		j.tell(given.Pointer(), "%s is left out: the service puts %s in its place.", path(given.Pointer()), path(v.Origin.From))
		return nil
	}
	p := kept(v, m.Shape, m)
	if p != nil {
		p.name = m.Name
	}
	return p
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

// kept turns a value of the pool into a part of the update, or nil when it is better left
// out: what the service computes from other members, it computes again, and where only our
// inference says what it fills in, silence resets to the same.
func kept(v *userpool.Value, s *contract.Shape, m *contract.Member) *part {
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
		if child := kept(c, shape, member); child != nil {
			p.children = append(p.children, child)
		}
	}
	if !given && !s.Scalar() && len(p.children) == 0 {
		return nil
	}
	return p
}
