// Package describe goes back from an answer to a request: it takes a UserPool as
// DescribeUserPool or CreateUserPool answers with it, and gives the shortest
// CreateUserPool request that would make this pool, with what was dropped and why.
package describe

import (
	"regexp"
	"slices"
	"strings"

	"userpoolplayground/internal/arn"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// Result is what became of an answer.
type Result struct {
	Document *source.Document
	// Request is the request's text, "" when no UserPool was found.
	Request string
	// Root is the same as a tree with the answer's places, nil when no UserPool was found.
	Root *source.Node
	// Whole is the request before what equals the service's defaults is left out of it, and
	// Defaults are the members that are, as JSON Pointers into Whole.
	Whole    string
	Defaults []string
	// Region and AccountID are where the answer's Arn or Id says that the pool stands.
	Region, AccountID string
	// Dropped is what the request does not carry.
	Dropped []Dropped
	// Findings are what is wrong with the answer's own text.
	Findings []diagnostic.Diagnostic
}

// Dropped is one member of the answer that has no place in the request.
type Dropped struct {
	Pointer string // into the answer's text
	Why     string
	// Severity is [diagnostic.Warning] where the pool that the request makes lacks something for it.
	Severity diagnostic.Severity
	// Start and End enclose it, in bytes.
	Start, End int
}

// Import reads an answer, with or without the UserPool wrapper, as the wire, the AWS CLI
// or an SDK prints it.
func Import(text string, o userpool.Options) Result { return Read(source.Parse(text), o) }

// Read is [Import] of a text that is parsed.
func Read(d *source.Document, o userpool.Options) Result {
	r := &reader{options: o, result: Result{Document: d}}
	pool := r.find(d)
	if pool == nil {
		return r.result
	}
	r.surroundings(pool)
	wish := r.wish(pool)
	r.result.Whole = source.Write(wish.tree())
	r.shorten(wish)
	r.result.Root = wish.tree()
	r.result.Request = source.Write(r.result.Root)
	return r.result
}

type reader struct {
	options userpool.Options
	result  Result
}

func (r *reader) drop(n *source.Node, why string) {
	d := Dropped{Pointer: n.Pointer(), Why: why, Severity: diagnostic.Note}
	d.Start, d.End = r.result.Document.Mark(n)
	r.result.Dropped = append(r.result.Dropped, d)
}

// find returns the UserPool in a text, or nil with a finding that says what was expected.
func (r *reader) find(d *source.Document) *source.Node {
	wrong := func(n *source.Node, message string) *source.Node {
		finding := diagnostic.Diagnostic{
			Rule: "not-a-user-pool", Stage: diagnostic.Syntax, Severity: diagnostic.Error, Evidence: diagnostic.Documented,
			Facts: diagnostic.Malformed{Message: message + " Expected the answer of DescribeUserPool or CreateUserPool: {\"UserPool\": {…}}, or what is inside."},
		}
		if n != nil {
			finding.Pointer = n.Pointer()
			finding.Start, finding.End = d.Mark(n)
		}
		r.result.Findings = append(r.result.Findings, finding)
		return nil
	}
	if !d.Faithful {
		for _, f := range d.Faults {
			r.result.Findings = append(r.result.Findings, diagnostic.Diagnostic{
				Rule: f.Rule, Stage: diagnostic.Syntax, Severity: diagnostic.Error, Start: f.Start, End: f.End,
				Evidence: diagnostic.Documented, Facts: diagnostic.Malformed{Message: f.Message},
			})
		}
		return wrong(d.Root, "This text is no JSON.")
	}
	if d.Root.Kind != source.Object {
		return wrong(d.Root, "This is no object.")
	}
	if wrapped := d.Root.Member("UserPool"); wrapped != nil {
		if wrapped.Kind != source.Object {
			return wrong(wrapped, "This UserPool is no object.")
		}
		return wrapped
	}
	if exception := d.Root.Member("__type"); exception != nil {
		return wrong(exception, "This is an exception, "+exception.Text+".")
	}
	// Of a UserPool alone the name is enough to know it by; a request has PoolName.
	if request := d.Root.Member("PoolName"); request != nil {
		return wrong(request, "This is a request already: it has a PoolName.")
	}
	shape := contract.Newest().UserPool
	var known, unknown []string
	for _, n := range d.Root.Children {
		if shape.Member(n.Name) != nil {
			known = append(known, n.Name)
		} else {
			unknown = append(unknown, n.Name)
		}
	}
	if len(known) == 0 {
		found := "no members"
		if len(unknown) > 0 {
			found = strings.Join(unknown[:min(len(unknown), 5)], ", ")
		}
		return wrong(d.Root, "This object has no member of a UserPool; it has "+found+".")
	}
	return d.Root
}

// surroundings reads the pool's Region and account from its Arn, or the Region from its
// Id, where they are not told: what equals the pool's own Region need not be said.
func (r *reader) surroundings(pool *source.Node) {
	a, told := &r.options.Account, &r.result
	if arn, ok := arn.Parse(textOf(pool.Member("Arn"))); ok {
		told.Region, told.AccountID = arn.Region, arn.Account
	}
	if region, _, ok := strings.Cut(textOf(pool.Member("Id")), "_"); ok {
		told.Region = or(told.Region, region)
	}
	a.Region, a.ID = or(a.Region, told.Region), or(a.ID, told.AccountID)
}

func or(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

func textOf(n *source.Node) string {
	if n == nil || n.Kind != source.String {
		return ""
	}
	return n.Text
}

// wish turns the pool's members into the request that says all of them.
func (r *reader) wish(pool *source.Node) *wish {
	request := r.options.Contract.Request
	root := &wish{kind: contract.Structure}
	for _, n := range pool.Children {
		m := r.options.Contract.UserPool.Member(n.Name)
		if n.Kind == source.Null || n.Shadowed {
			continue
		}
		if m == nil {
			why := "It is no member of UserPool."
			if later := contract.Newest().UserPool.Member(n.Name); later != nil {
				why = "It was no member of the API on that day. It came on " + later.Since + "."
			}
			r.drop(n, why)
			continue
		}
		if why := readOnly(m, n.Name); why != "" {
			r.drop(n, why)
			continue
		}
		name := m.Name
		switch {
		case m.From != "":
			name = m.From[1:]
		case m.Derived == "schema-attributes":
			name = "Schema"
		}
		to := request.Member(name)
		if to == nil {
			r.drop(n, "It was no member of CreateUserPool on that day.")
			continue
		}
		v := r.value(n, to.Shape)
		if v == nil {
			continue
		}
		v.name = name
		root.children = append(root.children, v)
	}
	root.order(request)
	r.reconcile(root, pool)
	return root
}

// readOnly says why a member of the answer cannot be asked for, or "".
func readOnly(m *contract.Member, name string) string {
	switch m.Derived {
	case "id", "arn", "date", "zero":
		return "It is the service's own, and a request cannot set it."
	case "absent":
		if strings.HasSuffix(name, "Domain") {
			return "It is made by CreateUserPoolDomain, after the pool."
		}
		return "It is reported by the service, and a request cannot set it."
	}
	return ""
}

// value copies a value of the answer, as far as the shape takes it.
func (r *reader) value(n *source.Node, s *contract.Shape) *wish {
	fits := false
	switch s.Kind {
	case contract.String:
		fits = n.Kind == source.String
	case contract.Integer:
		fits = n.Kind == source.Number
	case contract.Boolean:
		fits = n.Kind == source.True || n.Kind == source.False
	case contract.List:
		fits = n.Kind == source.Array
	default:
		fits = n.Kind == source.Object
	}
	if !fits {
		r.drop(n, "It takes only a value of type "+s.Kind.String()+" in a request.")
		return nil
	}
	w := &wish{node: n, kind: s.Kind}
	switch n.Kind {
	case source.String:
		w.json = source.Quote(n.Text)
	case source.Number:
		w.json = n.Text
	case source.True:
		w.json = "true"
	case source.False:
		w.json = "false"
	}
	for _, child := range n.Children {
		below := s.Element
		if s.Kind == contract.Structure {
			m := s.Member(child.Name)
			if m == nil {
				r.drop(child, "It is no member of "+s.Name+".")
				continue
			}
			below = m.Shape
		}
		if child.Kind == source.Null || child.Shadowed {
			continue
		}
		if v := r.value(child, below); v != nil {
			v.name = child.Name
			w.children = append(w.children, v)
		}
	}
	if s.Kind == contract.Structure {
		w.order(s)
	}
	return w
}

// reconcile takes out what the answer says twice and a request may say only once, and
// what the service would refuse.
func (r *reader) reconcile(root *wish, pool *source.Node) {
	template := root.get("VerificationMessageTemplate")
	for _, twin := range userpool.MessageTwins {
		if older := root.get(twin.Older); older != nil && template.get(twin.InTemplate) != nil {
			r.remove(root, older, "It is said by VerificationMessageTemplate."+twin.InTemplate+".")
		}
	}
	// The two names of one setting are refused together; the newer one stays.
	invite := root.get("AdminCreateUserConfig")
	if unused := invite.get("UnusedAccountValidityDays"); unused != nil {
		const temporary = "TemporaryPasswordValidityDays"
		days := r.options.Contract.Shape("PasswordPolicyType").Member(temporary)
		policy := root.get("Policies").get("PasswordPolicy")
		newer := policy.get(temporary)
		switch {
		case days == nil: // before it came
		case unused.json == "0" && (newer == nil || newer.json == "0"):
			if newer != nil {
				r.remove(policy, newer, "It is said by UnusedAccountValidityDays, and 0 becomes the default here.")
			}
		case newer != nil:
			r.remove(invite, unused, "It is said by TemporaryPasswordValidityDays in PasswordPolicy, and the service refuses both together.")
		case policy != nil:
			moved := *unused
			moved.name = temporary
			policy.children = append(policy.children, &moved)
			r.remove(invite, unused, "It is said by TemporaryPasswordValidityDays in PasswordPolicy now.")
		}
	}
	for _, tag := range slices.Clone(root.get("UserPoolTags").kids()) {
		if strings.HasPrefix(tag.name, "aws:") {
			r.remove(root.get("UserPoolTags"), tag, "Tags that begin with aws: are AWS's own and cannot be set.")
		}
	}
	if levels := root.get("AcrConfiguration"); levels != nil {
		for _, level := range slices.Clone(levels.children) {
			if number, ok := strings.CutPrefix(level.name, "Level"); ok && level.get("AcrValue") != nil && level.get("AcrValue").json == source.Quote("urn:cognito:loa:"+number) {
				r.remove(levels, level, "It is the name that the level has anyway.")
			}
		}
	}
	r.secondFactor(root)
	r.tier(root, pool)
	if sms := root.get("SmsConfiguration"); sms.get("EumsSms") != nil && sms.get("SnsCallerArn") != nil && sms.get("SnsCallerArn").json == `""` {
		r.remove(sms, sms.get("SnsCallerArn"), "It is empty, and EumsSms sends in its place.")
	}
	if schema := root.get("Schema"); schema != nil {
		r.attributes(root, schema)
	}
}

// secondFactor takes MfaConfiguration out where it rests on a factor that only a later call
// can switch on: an authenticator app or email. CreateUserPool refuses it without an
// SmsConfiguration (rule mfa-needs-sms).
func (r *reader) secondFactor(root *wish) {
	mfa := root.get("MfaConfiguration")
	if mfa == nil || mfa.json == `"OFF"` || root.get("SmsConfiguration") != nil {
		return
	}
	r.remove(root, mfa, "It stays out: its factor is an authenticator app or email, which CreateUserPool cannot switch on. Make the pool first, then call SetUserPoolMfaConfig with the factor and this MfaConfiguration.")
	r.result.Dropped[len(r.result.Dropped)-1].Severity = diagnostic.Warning
}

// tier names the plan of a pool whose answer has none, as older clients print it, where the
// pool has what the plan of a request without one, ESSENTIALS, lacks.
func (r *reader) tier(root *wish, pool *source.Node) {
	const plus = "PLUS"
	tier := r.options.Contract.Request.Member("UserPoolTier")
	if tier == nil || root.get("UserPoolTier") != nil {
		return
	}
	read := request.Read(root.document(), r.options.Contract)
	addOns := pool.Member("UserPoolAddOns")
	if addOns == nil || !rule.NeedsPlus(read) {
		return
	}
	root.children = append(root.children, &wish{name: tier.Name, kind: contract.String, json: source.Quote(plus)})
	root.order(r.options.Contract.Request)
	finding := diagnostic.Diagnostic{
		Rule: "tier-assumed", Stage: diagnostic.Advice, Severity: diagnostic.Note, Pointer: addOns.Pointer(), Evidence: diagnostic.Observed,
		Facts: diagnostic.Malformed{Message: "UserPoolTier PLUS is assumed: the answer names no tier, as clients older than tiers print it, and threat protection needs PLUS in a pool that is made today."},
	}
	finding.Start, finding.End = r.result.Document.Mark(addOns)
	r.result.Findings = append(r.result.Findings, finding)
}

func (r *reader) remove(from, what *wish, why string) {
	from.children = slices.DeleteFunc(from.children, func(w *wish) bool { return w == what })
	if what.node != nil {
		r.drop(what.node, why)
	}
}

// prefixes are what the service puts before the name of a custom attribute. The reference
// writes dev: alone, recorded answers dev:custom:.
var prefixes = regexp.MustCompile(`^(dev:)?(custom:)?`)

// attributes turns the answer's attributes into entries of Schema.
func (r *reader) attributes(root, schema *wish) {
	for _, entry := range slices.Clone(schema.children) {
		name := entry.get("Name")
		if name == nil {
			r.remove(schema, entry, "It has no Name.")
			continue
		}
		plain := name.node.Text
		standard := contract.StandardAttribute(plain)
		switch {
		case plain == "identities":
			r.remove(schema, entry, "The service adds "+plain+" by itself.")
			continue
		case standard == nil:
			prefix := prefixes.FindString(plain)
			name.json = source.Quote(plain[len(prefix):])
			if strings.HasPrefix(prefix, "dev:") && entry.get("DeveloperOnlyAttribute") == nil {
				entry.children = append(entry.children, &wish{name: "DeveloperOnlyAttribute", kind: contract.Boolean, json: "true"})
			}
		case tooLong(r.options.Contract, plain):
			r.remove(schema, entry, "Schema cannot name "+plain+": names have at most 20 characters there.")
			continue
		case plain == "sub":
			r.remove(schema, entry, "Every pool has sub, and a request cannot set it.")
			continue
		}
		for _, bounds := range []struct{ member, of string }{{"StringAttributeConstraints", "String"}, {"NumberAttributeConstraints", "Number"}} {
			given := entry.get(bounds.member)
			kind := entry.get("AttributeDataType")
			if given != nil && (kind == nil || kind.json != source.Quote(bounds.of)) {
				r.remove(entry, given, "Bounds of another type than the attribute's count for nothing.")
			}
		}
	}
	if len(schema.children) == 0 {
		root.children = slices.DeleteFunc(root.children, func(w *wish) bool { return w == schema })
	}
}

func tooLong(c *contract.Contract, name string) bool {
	s := c.Shape("CustomAttributeNameType")
	return s != nil && s.Max != nil && int64(len(name)) > *s.Max
}
