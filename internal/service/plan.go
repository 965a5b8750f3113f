package service

import (
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/contract/operations"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/message"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// Plan is the way from one pool to another.
type Plan struct {
	// Pool and Wanted are what became of the two texts.
	Pool, Wanted Outcome
	Calls        []Planned
	Unreachable  []Unreachable
	// State is the one that the calls lead to; nil where one of the texts is no pool.
	State *State
}

// Planned is one call of a plan.
type Planned struct{ Operation, Request, Why string }

// Unreachable is a difference that no call takes away, by its JSON Pointer into
// DescribeUserPool's body.
type Unreachable struct{ Pointer, Wanted, Stays, Why string }

// PlanOf finds the fewest calls that make the pool of one text that of another. Every call is made
// on the way, so that what is planned is what the service takes.
func PlanOf(poolText, wantedText string, around Around) Plan {
	there := around
	around.Unknown, around.Later = nil, nil // of the wanted text
	plan := Plan{Pool: Open(poolText, around)}
	if plan.Pool.State != nil {
		p := plan.Pool.State.Pools[0]
		there.Account.Region, there.Account.ID, there.PoolID = p.Region, p.Account, p.ID
	}
	plan.Wanted = Open(wantedText, there)
	// What is not known stays as the pool has it.
	plan.Wanted.Findings = slices.DeleteFunc(plan.Wanted.Findings, func(f diagnostic.Diagnostic) bool { return f.Rule == "unknown-value" })
	if plan.Pool.State == nil || plan.Wanted.State == nil {
		return plan
	}
	r := &router{plan: &plan, around: there, open: membersOf(there.Unknown), state: plan.Pool.State, id: plan.Pool.State.Pools[0].ID, wanted: plan.Wanted.State.Pools[0]}
	r.c = operations.At(around.Day).Contract
	r.leaveOpen()
	r.goal = r.wanted.show(r.c, around.Day)
	mfaLater := r.mfaDiffers() && !r.mfa()
	r.update()
	if mfaLater && r.mfaDiffers() && !r.mfa() {
		r.update()
	}
	r.attributes()
	r.tags()
	r.remaining()
	plan.State = r.state
	return plan
}

// router is a plan in the making.
type router struct {
	plan   *Plan
	around Around
	// open are the members of the wanted text that it does not tell: only a deployment does, or a call of the
	// tool's own.
	open []string
	c    *contract.Contract
	// state is the one that the calls so far lead to, and id its pool's.
	state  *State
	id     string
	wanted *Pool
	// goal is how the wanted pool is shown.
	goal *userpool.Value
	// refused are the service's words to calls that were tried.
	refused []string
}

// leaveOpen wants what the wanted text does not tell to stay as the pool has it.
func (r *router) leaveOpen() {
	if len(r.open) == 0 {
		return
	}
	has, open := r.pool(), r.open
	settings := slices.DeleteFunc(slices.Clone(r.wanted.Settings.Children), func(n *source.Node) bool { return slices.Contains(open, n.Name) })
	for _, n := range has.Settings.Children {
		if slices.Contains(open, n.Name) {
			settings = append(settings, bare(n))
		}
	}
	mfa := r.wanted.Mfa
	if slices.Contains(open, "MfaConfiguration") {
		mfa = has.Mfa
	}
	if mfa.SMS && slices.Contains(open, "SmsConfiguration") && has.Settings.Member("SmsConfiguration") == nil {
		// What would send the codes is not known, so that they are no factor yet.
		if mfa.SMS = false; mfa.Token == nil && mfa.Email == nil {
			mfa = has.Mfa
			settings = withMode(settings, has.Settings.Member("MfaConfiguration"))
		}
	}
	wanted := *r.wanted.changed(settings)
	wanted.Mfa = mfa
	if slices.Contains(open, "Schema") {
		wanted.Attributes, wanted.Whole = has.Attributes, has.Whole
	}
	r.wanted = &wanted
}

// withMode are settings with another MfaConfiguration, nil for none.
func withMode(settings []*source.Node, mode *source.Node) []*source.Node {
	settings = slices.DeleteFunc(settings, func(n *source.Node) bool { return n.Name == "MfaConfiguration" })
	if mode != nil {
		settings = append(settings, bare(mode))
	}
	return settings
}

func (r *router) pool() *Pool { return r.state.Pool(r.id) }

func (r *router) shown() *userpool.Value { return r.pool().show(r.c, r.around.Day) }

// call adds a call to the plan if the service takes it.
func (r *router) call(operation, why string, members []*source.Node) bool {
	text := source.Write(object(members))
	outcome := Call(r.state, operation, text, r.around)
	if outcome.Reply.Status != 200 {
		for _, f := range outcome.Findings {
			if said, _ := message.For(f.Facts); refusedSo(outcome.Findings) && f.Severity == 1 {
				r.refused = append(r.refused, operation+": "+said)
			}
		}
		return false
	}
	r.state = outcome.State
	r.plan.Calls = append(r.plan.Calls, Planned{operation, strings.TrimSuffix(text, "\n"), why})
	return true
}

func (r *router) target() *source.Node {
	return &source.Node{Name: "UserPoolId", Kind: source.String, Text: r.id}
}

func (r *router) arn() *source.Node {
	return &source.Node{Name: "ResourceArn", Kind: source.String, Text: r.pool().ARN()}
}

// mfaDiffers reports whether factors have to be enabled or set, which UpdateUserPool cannot.
func (r *router) mfaDiffers() bool {
	has, wants := r.pool().Mfa, r.wanted.Mfa
	return wants.SMS && !has.SMS ||
		wants.Token != nil && !alike(wants.Token, has.Token) || wants.Email != nil && !alike(wants.Email, has.Email) ||
		wants.WebAuthn != nil && !alike(wants.WebAuthn, has.WebAuthn)
}

func alike(a, b *source.Node) bool {
	return a == b || a != nil && b != nil && spelt(a) == spelt(b)
}

// mfa sets all of the pool's MFA, with what it has of it that nothing is wanted of.
func (r *router) mfa() bool {
	has, wants := r.pool().Mfa, r.wanted.Mfa
	members := []*source.Node{r.target()}
	add := func(name string, n *source.Node) {
		if n != nil {
			n = bare(n)
			n.Name = name
			members = append(members, n)
		}
	}
	first := func(a, b *source.Node) *source.Node {
		if a != nil {
			return a
		}
		return b
	}
	mode := r.wanted.setting("MfaConfiguration")
	if wants.SMS || has.SMS {
		var block []*source.Node
		for _, name := range []string{"SmsAuthenticationMessage", "SmsConfiguration"} {
			if n := first(r.wanted.setting(name), r.pool().setting(name)); n != nil {
				block = append(block, bare(n))
			}
		}
		add("SmsMfaConfiguration", object(block))
	}
	add("SoftwareTokenMfaConfiguration", first(wants.Token, has.Token))
	add("EmailMfaConfiguration", first(wants.Email, has.Email))
	add("MfaConfiguration", mode)
	add("WebAuthnConfiguration", first(wants.WebAuthn, has.WebAuthn))
	return r.call("SetUserPoolMfaConfig", "Enables the second factors, which UpdateUserPool cannot, and says again what the call would drop.", members)
}

// update changes all that UpdateUserPool can, and says again what the call would reset.
func (r *router) update() {
	now := r.shown()
	var given []*source.Node
	var changed, again []string
	needed := false
	for _, m := range r.c.Request.Members {
		fate := m.Update().Omitted
		if fate == contract.Immutable {
			continue
		}
		name := answerName(m.Name)
		has, wants := now.Member(name), r.goal.Member(name)
		differs := !same(has, wants)
		if m.Name == "UserPoolTags" {
			continue
		}
		if !differs {
			if (fate == contract.Reset || fate == contract.Unknown) && r.pool().setting(m.Name) != nil {
				given = append(given, bare(r.pool().setting(m.Name)))
				again = append(again, m.Name)
			}
			continue
		}
		n := r.say(m, wants)
		if n != nil {
			given = append(given, n)
		}
		if n != nil || fate == contract.Reset || fate == contract.Unknown {
			needed = true
			changed = append(changed, m.Name)
		}
	}
	if !needed {
		return
	}
	if tags := r.goal.Member("UserPoolTags"); tags != nil && len(tags.Children) > 0 && !same(tags, now.Member("UserPoolTags")) {
		given = append(given, shown(tags))
		changed = append(changed, "UserPoolTags")
	}
	given = r.days(given)
	why := "Changes " + strings.Join(changed, ", ") + "."
	if len(again) > 0 {
		why += " Says " + strings.Join(again, ", ") + " again, which the call would reset."
	}
	r.call("UpdateUserPool", why, append([]*source.Node{r.target()}, given...))
}

// say is a member as the update has to say it, nil where leaving it out does it or nothing can.
func (r *router) say(m *contract.Member, wants *userpool.Value) *source.Node {
	said := r.wanted.setting(m.Name)
	fate := m.Update().Omitted
	switch {
	case m.Name == "Policies":
		return r.policies(m, wants)
	case said != nil:
		return bare(said)
	case fate == contract.Reset || fate == contract.Unknown:
		return nil
	case wants != nil:
		n := shown(wants)
		n.Name = m.Name
		return n
	case m.Name == "UserAttributeUpdateSettings":
		empty := &source.Node{Name: "AttributesRequireVerificationBeforeUpdate", Kind: source.Array}
		n := object([]*source.Node{empty})
		n.Name = m.Name
		return n
	}
	return nil
}

// policies are the parts of the policies that differ: the others are kept.
func (r *router) policies(m *contract.Member, wants *userpool.Value) *source.Node {
	now := r.shown().Member(m.Name)
	var parts []*source.Node
	for _, part := range m.Shape.Members {
		if same(now.Member(part.Name), wants.Member(part.Name)) {
			continue
		}
		if said := r.wanted.setting(m.Name, part.Name); said != nil && !r.older() {
			parts = append(parts, bare(said))
		} else if v := wants.Member(part.Name); v != nil {
			parts = append(parts, shown(v))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	n := object(parts)
	n.Name = m.Name
	return n
}

// older reports whether the wanted pool says its days by their older name.
func (r *router) older() bool {
	return r.wanted.setting("AdminCreateUserConfig", "UnusedAccountValidityDays") != nil
}

// days leaves the older name of the days out where the newer is said.
func (r *router) days(given []*source.Node) []*source.Node {
	var policy, invite *source.Node
	for _, n := range given {
		switch n.Name {
		case "Policies":
			policy = n.Member("PasswordPolicy")
		case "AdminCreateUserConfig":
			invite = n
		}
	}
	if policy.Member("TemporaryPasswordValidityDays") == nil || invite == nil {
		return given
	}
	invite.Children = slices.DeleteFunc(invite.Children, func(n *source.Node) bool { return n.Name == "UnusedAccountValidityDays" })
	invite.Adopt()
	return slices.DeleteFunc(given, func(n *source.Node) bool { return n == invite && len(n.Children) == 0 })
}

// mostAttributes is how many attributes one call may add.
const mostAttributes = 25

// attributes adds the custom attributes that are wanted and not there.
func (r *router) attributes() {
	list, has := r.goal.Member("SchemaAttributes"), r.shown().Member("SchemaAttributes")
	if list == nil || has == nil {
		return
	}
	var missing []*source.Node
	for _, a := range list.Children {
		name := memberText(a, "Name")
		if !custom(name) || attribute(has, name) != nil {
			continue
		}
		entry := shown(a)
		entry.Name = ""
		plain := strings.TrimPrefix(strings.TrimPrefix(name, "dev:"), "custom:")
		entry.Member("Name").Text = plain
		missing = append(missing, entry)
	}
	for part := range slices.Chunk(missing, mostAttributes) {
		all := object(part)
		all.Kind, all.Name = source.Array, "CustomAttributes"
		r.call("AddCustomAttributes", "Adds custom attributes, "+strconv.Itoa(len(part))+" of 25 that a call may add. None can be taken away again.", []*source.Node{r.target(), all})
	}
}

func attribute(list *userpool.Value, name string) *userpool.Value {
	for _, a := range list.Children {
		if memberText(a, "Name") == name {
			return a
		}
	}
	return nil
}

// tags sets and takes away what an update has not.
func (r *router) tags() {
	has, wants := r.shown().Member("UserPoolTags"), r.goal.Member("UserPoolTags")
	if same(has, wants) || r.c.Request.Member("UserPoolTags") == nil {
		return
	}
	var set, gone []*source.Node
	for _, tag := range childrenOf(wants) {
		if !same(has.Member(tag.Name), tag) {
			set = append(set, shown(tag))
		}
	}
	for _, tag := range childrenOf(has) {
		if wants.Member(tag.Name) == nil {
			gone = append(gone, &source.Node{Kind: source.String, Text: tag.Name})
		}
	}
	if len(gone) > 0 {
		keys := object(gone)
		keys.Kind, keys.Name = source.Array, "TagKeys"
		r.call("UntagResource", "Takes tags away.", []*source.Node{r.arn(), keys})
	}
	if len(set) > 0 {
		all := object(set)
		all.Name = "Tags"
		r.call("TagResource", "Sets tags.", []*source.Node{r.arn(), all})
	}
}

func childrenOf(v *userpool.Value) []*userpool.Value {
	if v == nil {
		return nil
	}
	return v.Children
}

// remaining lists what the calls do not change.
func (r *router) remaining() {
	now := r.shown()
	for _, m := range r.c.UserPool.Members {
		to := r.c.Request.Member(requestName(m.Name))
		if to == nil {
			continue // made or reported by the service
		}
		has, wants := now.Member(m.Name), r.goal.Member(m.Name)
		if m.Name == "SchemaAttributes" {
			r.otherAttributes(has, wants)
			continue
		}
		if m.Name == "UserPoolTags" && len(childrenOf(has)) == len(childrenOf(wants)) && !slices.ContainsFunc(childrenOf(wants), func(tag *userpool.Value) bool { return !same(has.Member(tag.Name), tag) }) {
			continue // in another order
		}
		if !same(has, wants) {
			r.leave("/UserPool/"+m.Name, wants, has, r.whyNot(to, wants))
		}
	}
}

func (r *router) leave(pointer string, wants, has *userpool.Value, why string) {
	u := Unreachable{Pointer: pointer, Why: why}
	if wants != nil {
		u.Wanted = wants.JSON()
	}
	if has != nil {
		u.Stays = has.JSON()
	}
	r.plan.Unreachable = append(r.plan.Unreachable, u)
}

func (r *router) whyNot(m *contract.Member, wants *userpool.Value) string {
	switch {
	case m.Update().Omitted == contract.Immutable:
		return "It is settled when the pool is made. Make another pool, and bring the users over with an import or with a user migration trigger."
	case len(r.refused) > 0:
		return "The service would refuse the call that changes it. " + strings.Join(r.refused, " ")
	case m.Name == "SmsConfiguration" && wants == nil:
		return "No call takes an SmsConfiguration away: one that leaves it out keeps it."
	case m.Name == "UserAttributeUpdateSettings" && wants == nil:
		return "An update can only empty the list, which means the same."
	case wants == nil:
		return "No call is known to take it away."
	}
	return "No call is known to change it so."
}

// otherAttributes lists the attributes that differ, but for their order.
func (r *router) otherAttributes(has, wants *userpool.Value) {
	if has == nil || wants == nil {
		return
	}
	for i, a := range wants.Children {
		name := memberText(a, "Name")
		own := attribute(has, name)
		// The answer of CreateUserPool does not show what the service adds by itself.
		if same(own, a) || own == nil && name == "identities" {
			continue
		}
		why := "An attribute cannot be changed once the pool has it."
		if own == nil {
			why = "The service would refuse to add it. " + strings.Join(r.refused, " ")
			if !custom(name) {
				why = "It is a standard attribute that the pool does not show, and no call adds one."
			}
		}
		r.leave("/UserPool/SchemaAttributes/"+strconv.Itoa(i), a, own, why)
	}
	for i, a := range has.Children {
		if attribute(wants, memberText(a, "Name")) == nil {
			r.leave("/UserPool/SchemaAttributes/"+strconv.Itoa(i), nil, a, "No call takes an attribute away.")
		}
	}
}
