package service

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"userpoolplayground/internal/arn"
	"userpoolplayground/internal/awserror"
	"userpoolplayground/internal/check"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/contract/operations"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// Open makes the state in which one pool is there: the one that a text says, as a CreateUserPool
// request or as an answer of DescribeUserPool. The outcome's state is nil where the text says
// none, and its reply is what DescribeUserPool shows then.
func Open(text string, around Around) Outcome {
	t := &turn{Around: around, api: operations.At(around.Day), state: &State{Now: around.Now}, account: around.Account}
	t.document = source.Parse(text)
	if pool := answered(t.document); pool != nil {
		return t.openAnswer(pool)
	}
	stands := t.standIn(around.Unknown)
	outcome := t.openRequest()
	outcome.Findings = append(stands, outcome.Findings...)
	return t.callLater(outcome)
}

// answered is the pool of a text that is an answer, nil for any other text.
func answered(d *source.Document) *source.Node {
	if !d.Faithful || d.Root.Kind != source.Object {
		return nil
	}
	if pool := d.Root.Member("UserPool"); pool != nil {
		return pool
	}
	if d.Root.Member("PoolName") != nil {
		return nil // a request
	}
	for _, name := range []string{"__type", "Id", "Arn", "Name", "CreationDate", "SchemaAttributes"} {
		if d.Root.Member(name) != nil {
			return d.Root
		}
	}
	return nil
}

// openRequest makes the pool that a request makes.
func (t *turn) openRequest() Outcome {
	c := t.api.Contract
	result := check.Call(t.document, c, t.account, func(r check.Result) []diagnostic.Diagnostic {
		return rule.Run(r.Request, t.document, r.Account, t.Day)
	})
	outcome := Outcome{Document: t.document, Findings: result.Findings}
	if e := awserror.For(result.Findings); e != nil {
		outcome.Reply = exception(*e)
		if t.document.Faithful && t.document.Root.Kind == source.Object && t.document.Root.Member("PoolName") == nil {
			outcome.Findings = append([]diagnostic.Diagnostic{notAPool(t.document, t.document.Root, "This names no pool.")}, outcome.Findings...)
		}
		return outcome
	}
	t.request, t.account = result.Request, result.Account
	p := t.newPool()
	outcome.State = &State{Now: t.Now, Pools: []*Pool{p}}
	v := userpool.New(t.request, userpool.Options{Contract: c, Account: t.account, Describe: true, Day: t.Day, Now: t.Now, PoolID: p.ID})
	outcome.Reply = answer{in: "UserPool", value: v}.reply()
	return outcome
}

func notAPool(d *source.Document, n *source.Node, message string) diagnostic.Diagnostic {
	f := diagnostic.Diagnostic{
		Rule: "not-a-user-pool", Stage: diagnostic.Syntax, Severity: diagnostic.Error, Pointer: n.Pointer(), Evidence: diagnostic.Documented,
		Facts: diagnostic.Malformed{Message: message + " Expected a CreateUserPool request, or the answer of DescribeUserPool or CreateUserPool: {\"UserPool\": {…}}, or what is inside; the answer of GetUserPoolMfaConfig may stand beside UserPool under that name."},
	}
	f.Start, f.End = d.Mark(n)
	return f
}

// openAnswer makes the pool that an answer shows.
func (t *turn) openAnswer(pool *source.Node) Outcome {
	outcome := Outcome{Document: t.document, Reply: exception(*awserror.Nothing())}
	if exception := pool.Member("__type"); exception != nil {
		outcome.Findings = []diagnostic.Diagnostic{notAPool(t.document, exception, "This is an exception, "+exception.Text+".")}
		return outcome
	}
	if pool.Kind != source.Object {
		outcome.Findings = []diagnostic.Diagnostic{notAPool(t.document, pool, "This UserPool is no object.")}
		return outcome
	}
	r := &answerReader{turn: t, c: t.api.Contract, pool: &Pool{Created: t.Now, Modified: t.Now}}
	r.surroundings(pool)
	r.members(pool)
	if beside := t.document.Root.Member("GetUserPoolMfaConfig"); beside != nil && pool != t.document.Root {
		r.mfa(beside)
	}
	r.finish()
	outcome.Findings = r.findings
	check.Sort(outcome.Findings)
	for _, f := range r.findings {
		if f.Severity == diagnostic.Error {
			return outcome
		}
	}
	r.absent(pool)
	outcome.State = &State{Now: t.Now, Pools: []*Pool{r.pool}}
	outcome.Reply = answer{in: "UserPool", value: detached(r.pool.show(r.c, t.Day))}.reply()
	return outcome
}

// answerReader reads an answer back into a pool.
type answerReader struct {
	*turn
	c        *contract.Contract
	pool     *Pool
	settings []*source.Node
	findings []diagnostic.Diagnostic
	// factors is set where GetUserPoolMfaConfig's answer stands beside.
	factors bool
}

// surroundings reads the Region, the account and the Id. What options say comes first.
func (r *answerReader) surroundings(pool *source.Node) {
	a := r.account
	of, _ := arn.Parse(textOf(pool.Member("Arn")))
	region, _, named := strings.Cut(textOf(pool.Member("Id")), "_")
	if !named {
		region = ""
	}
	a.Region, a.ID = or(a.Region, or(of.Region, region)), or(a.ID, of.Account)
	a = a.Complete(request.Read(source.Of("", bare(pool), nil), r.c))
	r.account = a
	r.pool.Region, r.pool.Account = a.Region, a.ID
	if r.pool.ID = textOf(pool.Member("Id")); r.pool.ID == "" {
		r.pool.ID = r.freeID()
	}
}

func or(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

// members takes what the answer shows into settings and the rest.
func (r *answerReader) members(pool *source.Node) {
	for _, n := range pool.Children {
		if n.Kind == source.Null || n.Shadowed {
			continue
		}
		m := r.c.UserPool.Member(n.Name)
		if m == nil {
			if n.Name != "GetUserPoolMfaConfig" {
				r.tell(n, diagnostic.Warning, "unknown-member", "UserPool has no member "+source.Quote(n.Name)+" on this day; it is passed over.")
			}
			continue
		}
		switch m.Derived {
		case "id", "arn":
			continue
		case "date":
			at, ok := moment(n)
			if !ok {
				r.mistyped(n, "a moment, as seconds since 1970 or as a date with its time")
				continue
			}
			if n.Name == "CreationDate" {
				r.pool.Created = at
			} else {
				r.pool.Modified = at
			}
			continue
		case "zero":
			r.pool.Users = wholeOf(n)
			continue
		case "absent":
			r.reported(n)
			continue
		case "schema-attributes":
			r.attributes(n, m)
			continue
		}
		to := r.c.Request.Member(requestName(n.Name))
		if to == nil {
			continue
		}
		if n.Name == "UserPoolTags" && len(n.Children) > most {
			r.tooMany(n)
			continue
		}
		if v := r.take(n, to.Shape); v != nil {
			v.Name = to.Name
			r.settings = append(r.settings, v)
		}
	}
}

// reported keeps what the service tells of the pool that nobody sets.
func (r *answerReader) reported(n *source.Node) {
	if n.Kind != source.String {
		r.mistyped(n, "text")
		return
	}
	switch n.Name {
	case "Domain":
		r.pool.Domain = Domain{Name: n.Text}
	case "CustomDomain":
		r.pool.Custom = Domain{Name: n.Text}
	default:
		var all []*source.Node
		if r.pool.Reported != nil {
			all = r.pool.Reported.Children
		}
		r.pool.Reported = object(append(all, bare(n)))
	}
}

// most is how many attributes or tags an answer may show. No pool has half as many, and what
// compares each with each would be long at many more.
const most = 200

func (r *answerReader) tooMany(n *source.Node) {
	r.tell(n, diagnostic.Error, "not-a-user-pool", n.Name+" has "+strconv.Itoa(len(n.Children))+" entries, and no pool has more than "+strconv.Itoa(most)+".")
}

// attributes keeps the attributes as they are shown. A list without sub is not whole: no pool is
// without it.
func (r *answerReader) attributes(n *source.Node, m *contract.Member) {
	if len(n.Children) > most {
		r.tooMany(n)
		return
	}
	list := r.take(n, m.Shape)
	if list == nil {
		return
	}
	for _, a := range list.Children {
		name := textOf(a.Member("Name"))
		switch {
		case name == "":
			r.tell(n, diagnostic.Warning, "attribute-without-name", "An attribute without a Name is passed over.")
			continue
		case name == "sub":
			r.pool.Whole = true
		}
		r.pool.Attributes = append(r.pool.Attributes, a)
	}
	if !r.pool.Whole {
		r.pool.Attributes = slices.DeleteFunc(r.pool.Attributes, func(a *source.Node) bool { return !custom(textOf(a.Member("Name"))) })
	}
}

// mfa takes GetUserPoolMfaConfig's answer.
func (r *answerReader) mfa(beside *source.Node) {
	get := r.api.Operation("GetUserPoolMfaConfig")
	if get == nil || beside.Kind == source.Null {
		return
	}
	said := r.take(beside, get.Answer)
	if said == nil {
		return
	}
	r.factors = true
	block := func(name string) *source.Node {
		n := bare(said.Member(name))
		if n != nil {
			n.Name = ""
		}
		return n
	}
	r.pool.Mfa.Token, r.pool.Mfa.Email, r.pool.Mfa.WebAuthn = block("SoftwareTokenMfaConfiguration"), block("EmailMfaConfiguration"), block("WebAuthnConfiguration")
	r.alsoSays("MfaConfiguration", said.Member("MfaConfiguration"))
	sms := said.Member("SmsMfaConfiguration")
	r.alsoSays("SmsConfiguration", sms.Member("SmsConfiguration"))
	r.alsoSays("SmsAuthenticationMessage", sms.Member("SmsAuthenticationMessage"))
}

// alsoSays adds a setting that the answer beside shows and UserPool does not.
func (r *answerReader) alsoSays(name string, n *source.Node) {
	if n == nil || slices.ContainsFunc(r.settings, func(s *source.Node) bool { return s.Name == name }) {
		return
	}
	n = bare(n)
	n.Name = name
	r.settings = append(r.settings, n)
}

// finish reconciles what the answer says twice, and works out what it does not say.
func (r *answerReader) finish() {
	r.pool.Settings = object(r.settings)
	r.days()
	r.tier()
	all := bare(r.pool.Settings).Children
	sortMembers(all, r.c)
	r.pool.Settings = object(all)
	on := textOf(r.pool.setting("MfaConfiguration"))
	if on == "" || on == "OFF" {
		return
	}
	if r.pool.setting("SmsConfiguration") != nil {
		r.pool.Mfa.SMS = true // the answer beside shows the block also where it is no factor
	}
	r.pool.Mfa.Unsure = !r.factors && !r.pool.Mfa.SMS
	if r.pool.Mfa.Unsure {
		n := r.document.Find("/UserPool/MfaConfiguration")
		if n == nil {
			n = r.document.Find("/MfaConfiguration")
		}
		r.tell(n, diagnostic.Note, "factors-not-told", "MFA is "+on+", and the answer does not show by which factor: put GetUserPoolMfaConfig's answer beside UserPool, under that name. A factor is taken to be enabled.")
	}
}

// days keeps one of the two names of one setting, which the service shows both of and takes one
// of: the newer, where the answer has it or can have it.
func (r *answerReader) days() {
	unused := r.pool.setting("AdminCreateUserConfig", "UnusedAccountValidityDays")
	if unused == nil {
		return
	}
	policy := r.pool.setting("Policies", "PasswordPolicy")
	if policy == nil || r.c.Shape("PasswordPolicyType").Member("TemporaryPasswordValidityDays") == nil {
		return
	}
	if policy.Member("TemporaryPasswordValidityDays") == nil {
		days := bare(unused)
		days.Name = "TemporaryPasswordValidityDays"
		policy.Children = append(policy.Children, days)
		policy.Adopt()
	}
	invite := unused.Parent
	invite.Children = slices.DeleteFunc(invite.Children, func(n *source.Node) bool { return n == unused })
	invite.Adopt()
}

// tier names the plan of a pool whose answer has none, as older clients print it, and that has
// what only PLUS has.
func (r *answerReader) tier() {
	if r.pool.setting("UserPoolTier") != nil || r.c.Request.Member("UserPoolTier") == nil || !rule.NeedsPlus(r.pool.request(r.c)) {
		return
	}
	r.pool.Settings = object(append(r.pool.Settings.Children, &source.Node{Name: "UserPoolTier", Kind: source.String, Text: "PLUS"}))
	r.tell(r.document.Root, diagnostic.Note, "tier-assumed", "UserPoolTier PLUS is assumed: the answer names no tier, as clients older than tiers print it, and only PLUS has its threat protection.")
}

// absent notes what a whole answer lacks and the service would fill in today.
func (r *answerReader) absent(pool *source.Node) {
	if !r.pool.Whole {
		return
	}
	for _, v := range r.pool.show(r.c, r.Day).Children {
		if n := pool.Member(v.Name); (n == nil || n.Kind == source.Null) && r.c.Request.Member(requestName(v.Name)) != nil {
			r.pool.Absent = append(r.pool.Absent, v.Name)
		}
	}
}

// take copies a value as far as the shape has it; nil, with a finding, where its type is wrong.
func (r *answerReader) take(n *source.Node, s *contract.Shape) *source.Node {
	var fits bool
	var wanted string
	switch s.Kind {
	case contract.String:
		fits, wanted = n.Kind == source.String, "text"
	case contract.Integer:
		fits, wanted = n.Kind == source.Number, "a number"
	case contract.Boolean:
		fits, wanted = n.Kind == source.True || n.Kind == source.False, "true or false"
	case contract.List:
		fits, wanted = n.Kind == source.Array, "a list"
	default:
		fits, wanted = n.Kind == source.Object, "an object"
	}
	if !fits {
		r.mistyped(n, wanted)
		return nil
	}
	made := &source.Node{Kind: n.Kind, Name: n.Name, Text: n.Text}
	if s.Kind == contract.Integer {
		made.Text = strconv.FormatInt(wholeOf(n), 10)
	}
	in := n.Children
	if s.Kind == contract.Structure {
		in = nil
		for _, m := range s.Members {
			if c := n.Member(m.Name); c != nil {
				in = append(in, c)
			}
		}
		for _, c := range n.Children {
			if s.Member(c.Name) == nil {
				r.tell(c, diagnostic.Warning, "unknown-member", s.Name+" has no member "+source.Quote(c.Name)+" on this day; it is passed over.")
			}
		}
	}
	for _, c := range in {
		if c.Kind == source.Null || c.Shadowed {
			continue
		}
		below := s.Element
		if s.Kind == contract.Structure {
			below = s.Member(c.Name).Shape
		}
		if v := r.take(c, below); v != nil {
			made.Children = append(made.Children, v)
		}
	}
	made.Adopt()
	return made
}

func (r *answerReader) mistyped(n *source.Node, wanted string) {
	name := n.Name
	if name == "" {
		name = "An element"
	}
	r.tell(n, diagnostic.Error, "not-a-user-pool", name+" is no value that the service answers with: it has to be "+wanted+".")
}

func (r *answerReader) tell(n *source.Node, severity diagnostic.Severity, name, message string) {
	f := diagnostic.Diagnostic{Rule: name, Stage: diagnostic.Advice, Severity: severity, Pointer: n.Pointer(), Evidence: diagnostic.Documented, Facts: diagnostic.Malformed{Message: message}}
	if severity == diagnostic.Error {
		f.Stage = diagnostic.Syntax
	}
	f.Start, f.End = r.document.Mark(n)
	r.findings = append(r.findings, f)
}

// moment reads a date as the wire has it, seconds since 1970, or as the AWS CLI prints it.
func moment(n *source.Node) (int64, bool) {
	switch n.Kind {
	case source.Number:
		seconds, err := strconv.ParseFloat(n.Text, 64)
		if err != nil || seconds < -1e11 || seconds > 1e11 {
			return 0, false
		}
		return int64(seconds*1000 + 0.5), true
	case source.String:
		for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999-0700", "2006-01-02 15:04:05.999999999-07:00", time.DateTime} {
			// Without a place, a text with an offset asks JavaScript for its own.
			if at, err := time.ParseInLocation(layout, n.Text, time.UTC); err == nil {
				return at.UnixMilli(), true
			}
		}
	}
	return 0, false
}
