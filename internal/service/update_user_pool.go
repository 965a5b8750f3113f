package service

import (
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/awserror"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// UpdateUserPool puts what it is given in the place of what the pool has. Of what it is not given
// it keeps some and sets the rest back, as the contract says of each member.
var updateUserPool = operation{
	pool: byID,
	rules: func(t *turn) []diagnostic.Diagnostic {
		u := t.update()
		found := u.judge()
		found = append(found, u.resets()...)
		return append(found, u.settled()...)
	},
	run: func(t *turn) answer {
		u := t.update()
		return answer{state: t.state.with(t.Now, t.pool, u.next), changes: changes(u.before, u.after, t.api.Contract, u.explain)}
	},
}

// update is an UpdateUserPool call beside the pool that it finds.
type update struct {
	*turn
	c *contract.Contract
	// merged is what the pool is to become, in the places of the call's text where the call says
	// it; kept are the members that it does not say and the service keeps.
	merged   *request.Request
	document *source.Document
	kept     map[*source.Node]bool
	// next is the pool afterwards; before and after are how it is shown.
	next          *Pool
	before, after *userpool.Value
}

// update is made once a call: its rules and its run ask for the same.
func (t *turn) update() *update {
	if t.made == nil {
		u := &update{turn: t, c: t.api.Contract, kept: map[*source.Node]bool{}}
		u.merge()
		u.outcome()
		t.made = u
	}
	return t.made
}

// merge puts the call and what the pool keeps together.
func (u *update) merge() {
	u.before = u.pool.look(u.c, u.Day)
	given := u.turn.document.Root
	root := &source.Node{Kind: source.Object, Start: given.Start, End: given.End}
	for _, m := range u.c.Request.Members {
		n, has := u.said(m.Name), u.pool.setting(m.Name)
		switch fate := m.Update().Omitted; {
		case n != nil:
			root.Children = append(root.Children, u.container(m, n, has, u.before.Member(answerName(m.Name))))
		case has != nil && (fate == contract.Kept || fate == contract.Immutable):
			root.Children = append(root.Children, u.keep(has, root))
		}
	}
	u.document = source.Of(u.turn.document.Text, root, &hand{u})
	u.merged = request.Read(u.document, u.c)
}

// said is what the call says of a member, nil for nothing.
func (u *update) said(name string) *source.Node {
	n := u.turn.document.Root.Member(name)
	if n == nil || n.Kind == source.Null || u.turn.called.Contract.Request.Member(name) == nil {
		return nil
	}
	return n
}

// container returns a given value as it counts: where the contract says that what is inside of a
// structure is kept by itself, with that of the pool's which the call leaves out.
// seen is how the pool shows it, also where nothing was said of it.
func (u *update) container(m *contract.Member, given, has *source.Node, seen *userpool.Value) *source.Node {
	if given.Kind != source.Object {
		return given
	}
	var parts []*source.Node
	whole := &source.Node{
		Kind: source.Object, Name: given.Name, NameStart: given.NameStart, NameEnd: given.NameEnd,
		Start: given.Start, End: given.End, Parent: given.Parent, Index: given.Index,
	}
	for _, part := range m.Shape.Members {
		if part.Update().Omitted != contract.Kept {
			continue
		}
		old, was := has.Member(part.Name), seen.Member(part.Name)
		n := given.Member(part.Name)
		if n != nil && n.Kind == source.Null {
			n = nil
		}
		switch {
		case n != nil:
			if c := u.container(part, n, old, was); c != n {
				parts = append(parts, c)
			}
		case old != nil:
			parts = append(parts, u.keep(old, whole))
		case was != nil && part.Default == "": // the service does not fill it in again
			parts = append(parts, u.keep(shown(was), whole))
		}
	}
	if len(parts) == 0 {
		return given
	}
	for _, n := range given.Children {
		if i := slices.IndexFunc(parts, func(p *source.Node) bool { return p.Name == n.Name }); i < 0 {
			whole.Children = append(whole.Children, n)
		}
	}
	whole.Children = append(whole.Children, parts...)
	return whole
}

// keep is a value of the pool's in the tree of the call. It has the place where it would stand:
// the brace of what it would stand in.
func (u *update) keep(has, in *source.Node) *source.Node {
	n := bare(has)
	n.Parent = in
	var place func(*source.Node)
	place = func(n *source.Node) {
		n.Start, n.End = in.Start, in.Start+1
		for _, c := range n.Children {
			place(c)
		}
	}
	place(n)
	u.kept[n] = true
	return n
}

// isKept reports whether a value is the pool's.
func (u *update) isKept(v *request.Value) bool {
	for ; v != nil; v = v.Parent {
		if u.kept[v.Node] {
			return true
		}
	}
	return false
}

// outcome works out the pool afterwards.
func (u *update) outcome() {
	all := settings(u.merged, u.c)
	for _, n := range u.pool.Settings.Children { // of a later day than the call's
		if u.c.Request.Member(n.Name) == nil {
			all = append(all, bare(n))
		}
	}
	u.next = u.pool.changed(all)
	u.next.Modified = u.Now
	// The days have two names. That the newer follows the older, which alone is given, is inferred.
	days := u.request.Get("AdminCreateUserConfig", "UnusedAccountValidityDays")
	newer := u.next.setting("Policies", "PasswordPolicy", "TemporaryPasswordValidityDays")
	older := days != nil && u.said("Policies") == nil
	if older && newer != nil {
		newer.Text = strconv.FormatInt(days.Int(), 10)
	}
	u.next.Absent = slices.DeleteFunc(slices.Clone(u.pool.Absent), func(name string) bool {
		m := u.c.Request.Member(requestName(name))
		return m != nil && (u.said(m.Name) != nil || u.lost(m))
	})
	u.after = u.next.show(u.c, u.Day)
	// What is kept is shown as before, also where it had been worked out from what is not.
	for _, m := range u.c.Request.Members {
		old, made := u.before.Member(answerName(m.Name)), u.after.Member(answerName(m.Name))
		if older && m.Name == "Policies" {
			continue
		}
		if m.Update().Omitted == contract.Kept && u.said(m.Name) == nil && old != nil && !same(old, made) {
			n := shown(old)
			n.Name = m.Name
			u.next.Settings = object(set(u.next.Settings, n, u.c))
			u.after = u.next.show(u.c, u.Day)
		}
	}
	u.next.seen.contract, u.next.seen.day, u.next.seen.value = u.c, u.Day, u.after
}

// lost reports whether a member that is left out goes back to its default, or may do so.
func (u *update) lost(m *contract.Member) bool {
	fate := m.Update().Omitted
	return u.said(m.Name) == nil && (fate == contract.Reset || fate == contract.Unknown)
}

// answerName and requestName are what the two call one member.
func answerName(name string) string {
	switch name {
	case "PoolName":
		return "Name"
	case "Schema":
		return "SchemaAttributes"
	}
	return name
}

func requestName(name string) string {
	switch name {
	case "Name":
		return "PoolName"
	case "SchemaAttributes":
		return "Schema"
	}
	return name
}

// judge holds the pool as it would become against the rules. What was so before is no fault of
// the call's, and advice is about what the call says.
func (u *update) judge() []diagnostic.Diagnostic {
	pool := u.facts()
	pool.Kept = u.isKept
	call := u.ask(pool)
	call.Request, call.Document, call.Said = u.merged, u.document, u.request
	var found []diagnostic.Diagnostic
	var before map[string]bool
	for _, d := range rule.RunCall(call) {
		if u.concerns(d) {
			found = append(found, d)
			continue
		}
		if d.Severity != diagnostic.Error {
			continue
		}
		if before == nil {
			before = u.faults(call, pool)
		}
		if !before[d.Rule] {
			found = append(found, d)
		}
	}
	return found
}

// concerns reports whether a finding blames what the call says.
func (u *update) concerns(d diagnostic.Diagnostic) bool {
	tokens := source.SplitPointer(d.Pointer)
	n := u.turn.document.Root
	for i, token := range tokens {
		if n.Kind == source.Array {
			return true
		}
		if n = n.Member(token); n == nil {
			return false
		}
		if i == 0 && u.said(token) == nil {
			return false
		}
	}
	return len(tokens) > 0
}

// faults are the rules that the pool breaks as it is.
func (u *update) faults(call rule.Call, pool *rule.Pool) map[string]bool {
	was := *pool
	was.Kept = nil
	call.Request, call.Pool, call.Said = u.pool.request(u.c), &was, nil
	call.Document = source.Of("", u.pool.Settings, nil)
	broken := map[string]bool{}
	for _, d := range rule.RunCall(call) {
		broken[d.Rule] = true
	}
	return broken
}

// resets warns of each member that the call sets back though it says nothing of it.
func (u *update) resets() []diagnostic.Diagnostic {
	var found []diagnostic.Diagnostic
	root := u.turn.document.Root
	for _, m := range u.c.Request.Members {
		if !u.lost(m) {
			continue
		}
		has, restated := u.pool.setting(m.Name), u.restated(m)
		old, made := u.before.Member(m.Name), u.after.Member(m.Name)
		if has == nil || restated == nil || same(old, made) || u.twin(m) {
			continue
		}
		becomes := "to nothing"
		if made != nil {
			becomes = "to " + short(made.JSON())
		}
		fate := m.Update()
		facts := diagnostic.Broken{
			// The call may be refused all the same, so this says what such a call does and not what happened.
			Message: "A call that leaves " + m.Name + " out sets it back " + becomes + ". The pool has " + short(spelt(has)) + ".",
			Why:     leftOut(m),
		}
		if fate.Omitted == contract.Unknown {
			facts.Message = "Whether a call that leaves " + m.Name + " out keeps it is not known: it becomes " + strings.TrimPrefix(becomes, "to ") + ", as here, or stays " + short(spelt(has)) + "."
		}
		evidence := fate.Evidence
		if evidence == disputed {
			evidence = diagnostic.Inferred
		}
		found = append(found, diagnostic.Diagnostic{
			Rule: "update-resets", Stage: diagnostic.Advice, Severity: diagnostic.Warning,
			Pointer: "/" + m.Name, Start: root.Start, End: root.Start + 1, Facts: facts, Evidence: evidence,
			Links: append([]string{m.Link()}, fate.Links...),
			Fixes: []source.Fix{{Title: "Send " + m.Name + " along as it is", Edits: u.turn.document.SetMember(root, m.Name, spelt(restated))}},
		})
	}
	return found
}

const disputed = "disputed"

// restated is what the call has to say of a member so that it stays, nil where it need not.
func (u *update) restated(m *contract.Member) *source.Node {
	has := u.pool.setting(m.Name)
	if has == nil || m.Name != "AdminCreateUserConfig" || u.request.Get("Policies", "PasswordPolicy", "TemporaryPasswordValidityDays") == nil {
		return has
	}
	// The two names of one setting are refused together.
	n := bare(has)
	n.Children = slices.DeleteFunc(n.Children, func(c *source.Node) bool { return c.Name == "UnusedAccountValidityDays" })
	if len(n.Children) == 0 {
		return nil
	}
	n.Adopt()
	return n
}

// twin reports whether a member is the older place of a text that VerificationMessageTemplate
// says, too, in the call or in the pool: what becomes of it is told there.
func (u *update) twin(m *contract.Member) bool {
	for _, t := range userpool.MessageTwins {
		if t.Older != m.Name || u.c.Request.Member("VerificationMessageTemplate") == nil {
			continue
		}
		given := u.said("VerificationMessageTemplate")
		return given.Member(t.InTemplate) != nil || given == nil && u.pool.setting("VerificationMessageTemplate", t.InTemplate) != nil
	}
	return false
}

// settled tells of what no update takes, and what to do in its place.
func (u *update) settled() []diagnostic.Diagnostic {
	var found []diagnostic.Diagnostic
	for _, n := range u.turn.document.Root.Children {
		m := u.c.Request.Member(requestName(n.Name))
		if m == nil || !u.unchangeable(n) {
			continue
		}
		instead := map[string]string{
			"Schema": "AddCustomAttributes adds attributes; none can be changed or taken away.",
		}[m.Name]
		if instead == "" {
			instead = "It is settled when the pool is made: make another pool, and bring the users over with an import or with a user migration trigger."
		}
		start, end := n.NameStart, n.NameEnd
		found = append(found, diagnostic.Diagnostic{
			Rule: "update-immutable", Stage: diagnostic.Advice, Severity: diagnostic.Warning, Pointer: n.Pointer(), Start: start, End: end,
			Evidence: diagnostic.Documented, Links: []string{m.Link()},
			Facts: diagnostic.Broken{
				Message: "UpdateUserPool cannot change " + n.Name + ". " + instead,
				Why:     "SDKs and the AWS CLI refuse to send it; whether the service passes over it is not recorded. CloudFormation refuses with \"Updates are not allowed for property\" and \"Existing schema attributes cannot be modified or deleted\"; Terraform says \"cannot modify or remove schema items\".",
			},
			Fixes: []source.Fix{{Title: "Remove it", Edits: u.turn.document.Remove(n)}},
		})
	}
	return found
}

// unchangeable reports whether a member of the call is one that no update takes, by the name of
// a request or of an answer.
func (t *turn) unchangeable(n *source.Node) bool {
	m := t.api.Contract.Request.Member(requestName(n.Name))
	return m != nil && m.Update().Omitted == contract.Immutable && n.Parent == t.document.Root
}

// explain says how a value of the pool came to be another.
func (u *update) explain(d change) Change {
	m := u.c.Request.Member(requestName(d.path[0]))
	if m == nil {
		return worked(d)
	}
	fate := m.Update()
	given := u.said(m.Name) != nil
	switch {
	case d.after != nil && d.after.Origin.Kind == userpool.Given && given && u.inCall(d.after.Origin.From):
		return Change{Kind: Given, Why: "The call gives it.", Evidence: diagnostic.Observed}
	case d.before != nil && d.before.Origin.Kind == userpool.Derived && !u.fromLost(d.before.Origin.From):
		return worked(d)
	case d.after != nil && d.after.Origin.Kind == userpool.Derived:
		return worked(d)
	case given && d.after != nil && d.after.Kind == contract.Structure && len(d.after.Children) == 0:
		return Change{Kind: Given, Why: "The call gives it.", Evidence: diagnostic.Observed}
	case given:
		return Change{Kind: Reset, Why: "The call replaces " + strings.Join(d.path[:len(d.path)-1], ".") + " and leaves this out of it.", Evidence: fate.Replaced}
	case u.lost(m):
		why := leftOut(m)
		if fate.Omitted == contract.Unknown && d.before != nil {
			becomes := "is gone"
			if d.after != nil {
				becomes = "becomes " + short(d.after.JSON())
			}
			why += " Here it " + becomes + "; it may as well stay " + short(d.before.JSON()) + "."
		}
		return Change{Kind: Reset, Why: why, Evidence: fate.Evidence}
	}
	return worked(d)
}

// leftOut says what becomes of a member that an update leaves out.
func leftOut(m *contract.Member) string {
	fate := m.Update()
	said := "UpdateUserPool sets " + m.Name + " back to its default where a call leaves it out."
	if fate.Omitted == contract.Unknown {
		said = "Whether UpdateUserPool keeps " + m.Name + " where a call leaves it out is not known."
	}
	if fate.Evidence == disputed {
		said = "Sources differ on whether UpdateUserPool keeps " + m.Name + " where a call leaves it out."
	}
	return strings.TrimSuffix(said+" "+fate.Note, " ")
}

// fromLost reports whether a value was worked out from a member that the call loses.
func (u *update) fromLost(pointer string) bool {
	tokens := source.SplitPointer(pointer)
	if len(tokens) == 0 {
		return true
	}
	m := u.c.Request.Member(tokens[0])
	return m != nil && u.lost(m)
}

// inCall reports whether the call says what is at a pointer.
func (u *update) inCall(pointer string) bool {
	tokens := source.SplitPointer(pointer)
	return len(tokens) > 0 && u.said(tokens[0]) != nil
}

// short keeps a long value from filling a sentence.
func short(text string) string {
	const most = 100
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// refusedSo reports whether a call would be refused for what was found; it is for plans.
func refusedSo(found []diagnostic.Diagnostic) bool { return awserror.For(found) != nil }

// hand writes changes to the pool as it would become into the call: what the call says is
// changed there, and of what the pool keeps the whole member is written into the call, changed.
type hand struct{ u *update }

func (h *hand) given() *source.Document { return h.u.turn.document }

// keptTop is the member of the pool's that a value is in, nil for a value of the call.
func (h *hand) keptTop(n *source.Node) *source.Node {
	for ; n != nil; n = n.Parent {
		if h.u.kept[n] {
			return n
		}
	}
	return nil
}

// rewrite writes a kept member into the call with one value in it changed.
func (h *hand) rewrite(n *source.Node, change func(json string) string) []source.Edit {
	top := h.keptTop(n)
	var spell func(at *source.Node) string
	spell = func(at *source.Node) string {
		if at == n {
			return change(spelt(at))
		}
		if at.Kind != source.Array && at.Kind != source.Object {
			return spelt(at)
		}
		open, closing := "{", "}"
		if at.Kind == source.Array {
			open, closing = "[", "]"
		}
		var parts []string
		for _, c := range at.Children {
			part := spell(c)
			if part == "" {
				continue // taken out
			}
			if at.Kind == source.Object {
				part = source.Quote(c.Name) + ": " + part
			}
			parts = append(parts, part)
		}
		return open + strings.Join(parts, ", ") + closing
	}
	text := spell(top)
	if text == "" {
		return nil // nothing that is left out takes it away
	}
	root := h.given().Root
	if in := top.Parent; in != nil && in.Parent != nil && in.Name != "" { // a part of a structure that the call gives
		if object := root.Member(in.Name); object != nil && object.Kind == source.Object {
			return h.given().SetMember(object, top.Name, text)
		}
		return nil
	}
	return h.given().SetMember(root, top.Name, text)
}

func (h *hand) Replace(_ *source.Document, n *source.Node, json string) []source.Edit {
	if h.keptTop(n) != nil {
		return h.rewrite(n, func(string) string { return json })
	}
	return h.given().Replace(n, json)
}

func (h *hand) Rename(_ *source.Document, n *source.Node, name string) []source.Edit {
	if h.keptTop(n) != nil {
		return nil
	}
	return h.given().Rename(n, name)
}

func (h *hand) Remove(_ *source.Document, n *source.Node) []source.Edit {
	if h.keptTop(n) != nil {
		return h.rewrite(n, func(string) string { return "" })
	}
	return h.given().Remove(n)
}

func (h *hand) Add(_ *source.Document, object *source.Node, name, json string) []source.Edit {
	if h.keptTop(object) != nil {
		return h.rewrite(object, func(old string) string { return inserted(old, source.Quote(name)+": "+json) })
	}
	if object.Parent == nil {
		object = h.given().Root
	} else if own := h.given().Find(object.Pointer()); own != nil {
		object = own
	}
	return h.given().SetMember(object, name, json)
}

func (h *hand) Append(_ *source.Document, list *source.Node, json string) []source.Edit {
	if h.keptTop(list) != nil {
		return h.rewrite(list, func(old string) string { return inserted(old, json) })
	}
	return h.given().Append(list, json)
}

// inserted puts one more into JSON of an object or a list.
func inserted(container, more string) string {
	if len(container) > 2 {
		more = ", " + more
	}
	return container[:len(container)-1] + more + container[len(container)-1:]
}
