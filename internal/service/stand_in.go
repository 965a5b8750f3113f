package service

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

// The pool of a template can be tried though some of its values are known only at deployment: examples
// stand in for the names of what is made beside it, on which nothing else depends, and the pool has not
// got the others. Either is told.

// standIn puts examples into the document where it leaves out what only a deployment tells, takes out what
// has none, and says so.
func (t *turn) standIn(unknown map[string]string) []diagnostic.Diagnostic {
	if len(unknown) == 0 || t.document.Malformed() || t.document.Root.Kind != source.Object {
		return nil
	}
	at := t.account.Complete(request.Read(t.document, t.api.Contract))
	t.document = t.document.LeftOpen(unknown)
	var found []diagnostic.Diagnostic
	for _, pointer := range slices.Sorted(maps.Keys(unknown)) {
		steps := source.SplitPointer(pointer)
		expression := cmp.Or(unknown[pointer], "A value")
		n := t.document.Find(pointer)
		switch {
		case len(steps) == 0:
			if t.document.Root.Member("PoolName") == nil {
				t.document.Root.Children = append(t.document.Root.Children, &source.Node{Kind: source.String, Name: "PoolName", Text: "unknown"})
			}
			found = append(found, notKnown(pointer, expression+" is known only at deployment. Here the pool has what else the text tells."))
			continue
		case n == nil || n.Kind != source.Unknown:
		case pointer == "/PoolName":
			n.Kind, n.Text = source.String, cmp.Or(plainName(unknown[pointer], 128), "unknown")
			continue
		case pointer == "/SmsConfiguration":
			role := t.exampleFor([]string{"SmsConfiguration", "SnsCallerArn"}, unknown[pointer], at)
			n.Kind, n.Children = source.Object, []*source.Node{{Kind: source.String, Name: "SnsCallerArn", Text: role}, {Kind: source.String, Name: "ExternalId", Text: "example"}}
			found = append(found, notKnown(pointer, expression+" is known only at deployment. Here "+role+" sends its text messages."))
			continue
		default:
			if example := t.exampleFor(steps, unknown[pointer], at); example != "" {
				n.Kind, n.Text = source.String, example
				found = append(found, notKnown(pointer, expression+" is known only at deployment. Here "+example+" stands in for it."))
				continue
			}
		}
		if unknown[pointer] == "" { // what is left open stays so
			continue
		}
		if n != nil && len(n.Children) > 0 {
			found = append(found, notKnown(pointer, expression+" is known only at deployment. Here the pool has of "+strings.ReplaceAll(pointer[1:], "/", ".")+" what the text tells."))
			continue
		}
		found = append(found, notKnown(pointer, expression+" is known only at deployment. Here the pool is one that leaves "+strings.ReplaceAll(pointer[1:], "/", ".")+" out. Set it under Parameters, or write a value in its place."))
	}
	withoutUnknown(t.document.Root)
	t.document = source.Parse(source.Write(t.document.Root))
	return found
}

func notKnown(pointer, message string) diagnostic.Diagnostic {
	return diagnostic.Diagnostic{
		Rule: "unknown-value", Stage: diagnostic.Tool, Severity: diagnostic.Warning, Pointer: pointer, Evidence: diagnostic.Documented,
		Facts: diagnostic.Malformed{Message: message},
	}
}

// withoutUnknown takes out what has no value, and the blocks that had nothing else.
func withoutUnknown(n *source.Node) {
	n.Children = slices.DeleteFunc(n.Children, func(c *source.Node) bool {
		if c.Kind == source.Unknown {
			return true
		}
		had := len(c.Children) > 0
		withoutUnknown(c)
		return had && len(c.Children) == 0
	})
	n.Adopt()
}

// exampleFor is an ARN of the kind that a member names, with what of the expression can stand in a name, or
// such a name for the role's external ID, on which a second factor depends; "" for a member of another kind.
func (t *turn) exampleFor(steps []string, expression string, at account.Account) string {
	if slices.Equal(steps, []string{"SmsConfiguration", "ExternalId"}) {
		return cmp.Or(strings.ReplaceAll(plainName(expression, 64), " ", "-"), "example")
	}
	s := t.api.Contract.Request.Below(steps)
	if s == nil || s.Kind != contract.String || !strings.Contains(s.Pattern, "arn") {
		return ""
	}
	name := cmp.Or(strings.ReplaceAll(plainName(expression, 64), " ", "-"), "example")
	start := "arn:" + at.Partition() + ":"
	switch last := steps[len(steps)-1]; {
	case last == "KMSKeyID":
		return start + "kms:" + at.Region + ":" + at.ID + ":key/00000000-0000-4000-8000-000000000000"
	case last == "SnsCallerArn":
		return start + "iam::" + at.ID + ":role/" + name
	case last == "SourceArn":
		domain := "example.com"
		if _, after, found := strings.Cut(textOf(t.document.Find("/EmailConfiguration/From")), "@"); found {
			domain = strings.TrimRight(after, "> ")
		}
		return start + "ses:" + at.Region + ":" + at.ID + ":identity/" + domain
	case steps[0] == "LambdaConfig":
		return start + "lambda:" + at.Region + ":" + at.ID + ":function:" + name
	}
	return ""
}

var noName = regexp.MustCompile(`[^A-Za-z0-9_-]+`)

// plainName is what of a text can stand in a name.
func plainName(text string, most int) string {
	name := strings.Trim(noName.ReplaceAllString(text, " "), " -")
	return strings.TrimSpace(name[:min(len(name), most)])
}

// membersOf are the members of a request in which something is not known.
func membersOf(unknown map[string]string) []string {
	var all []string
	for pointer := range unknown {
		if steps := source.SplitPointer(pointer); len(steps) > 0 {
			all = append(all, steps[0])
		}
	}
	return all
}

// callLater makes the calls that the text's tool makes on its new pool. One that is refused is told, and the
// pool stays as it is, as it does in an account.
func (t *turn) callLater(o Outcome) Outcome {
	for _, c := range t.Later {
		d := source.Parse(c.Request)
		if o.State == nil || d.Malformed() || d.Root.Kind != source.Object {
			break
		}
		p := o.State.Pools[0]
		for _, pointer := range slices.Sorted(maps.Keys(c.Unknown)) {
			if !strings.HasPrefix(pointer, "/SmsMfaConfiguration/") {
				o.Findings = append(o.Findings, notKnown("", c.Unknown[pointer]+" is known only at deployment. Here "+c.Operation+", which sets second factors once the pool is made, leaves "+strings.ReplaceAll(pointer[1:], "/", ".")+" out."))
			}
		}
		// What sends its text messages is the pool's own, with what stands in for it.
		sms, sender := d.Root.Member("SmsMfaConfiguration"), p.Settings.Member("SmsConfiguration")
		if sms == nil && slices.ContainsFunc(slices.Collect(maps.Keys(c.Unknown)), func(pointer string) bool { return strings.HasPrefix(pointer, "/SmsMfaConfiguration") }) {
			sms = &source.Node{Kind: source.Object, Name: "SmsMfaConfiguration"} // of which nothing is written out
			d.Root.Children = append(d.Root.Children, sms)
		}
		if sms != nil && sender != nil {
			sms.Children = append(slices.DeleteFunc(sms.Children, func(n *source.Node) bool { return n.Name == sender.Name }), bare(sender))
		}
		around := t.Around
		around.Unknown, around.Later = nil, nil
		id := &source.Node{Kind: source.String, Name: "UserPoolId", Text: p.ID}
		called := Call(o.State, c.Operation, source.Write(object(append(d.Root.Children, id))), around)
		if e := called.Reply; e.Status != 200 {
			o.Findings = append(o.Findings, diagnostic.Diagnostic{
				Rule: "later-call-refused", Stage: diagnostic.Tool, Severity: diagnostic.Error, Evidence: diagnostic.Documented,
				Facts: diagnostic.Malformed{Message: "The pool is made, and then " + c.Operation + ", which the tool calls next, is refused: " + e.Body},
			})
			break
		}
		o.State = called.State
		o.Reply = answer{in: "UserPool", value: o.State.Pools[0].show(t.api.Contract, t.Day)}.reply()
	}
	return o
}
