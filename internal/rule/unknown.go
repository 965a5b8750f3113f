package rule

import (
	"regexp"
	"slices"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

// given returns the finding of a break in a request that is not wholly known, of which the rule
// has asked for these values. One that hangs on such a value is no error: whether the service
// refuses the request is decided when the value is.
func (b *Break) given(touched []*request.Value) diagnostic.Diagnostic {
	d := b.d
	if b.rule.Certain {
		return d
	}
	for _, v := range touched {
		if !b.hangsOn(v) {
			continue
		}
		n := v.Unknown()
		if n == nil {
			n = v.Open()
		}
		d.Severity, d.Stage, d.Fixes = diagnostic.Note, diagnostic.Advice, nil
		d.Facts = diagnostic.Depends{Broken: b.named(n.Text), Expression: n.Text}
		start, end := b.c.Document.Mark(n)
		d.Related = append(d.Related, diagnostic.Related{Pointer: v.Pointer(), Start: start, End: end, Message: "This decides it."})
		break
	}
	return d
}

// named are the facts of a break in which an expression stands for what is not known.
func (b *Break) named(expression string) diagnostic.Broken {
	facts, args := b.d.Facts.(diagnostic.Broken), slices.Clone(b.args)
	for i := 1; i < len(args); i += 2 {
		if args[i] == "" {
			args[i] = expression
		}
	}
	r := b.rule
	facts.Says, facts.Message, facts.Why = fill(r.SaysOn(b.c.day), args), fill(r.Message, args), fill(r.Why, args)
	return facts
}

// isGiven reports whether a text is there that is not empty. What is not known yet is something all
// the same: a reference to a role is never nothing.
func isGiven(v *request.Value) bool { return v.Unknown() != nil || v.Text() != "" }

// ownRegion matches what stands in tools' languages for the Region that the pool is in.
var ownRegion = regexp.MustCompile(`^\W*(?:(?:Ref|Sub|Fn::Sub)\W+)?(?:AWS::Region|data\.aws_region\.\w+\.(?:name|region|id)|(?:\w+\.)?Aws\.REGION|(?:this|self|(?:\w+\.)?Stack\.of\(\w+\))\.region)\W*$`)

// regionOf is the Region that a value names, "" where that is not known.
func (c *Case) regionOf(v *request.Value) string {
	if n := v.Unknown(); n != nil && ownRegion.MatchString(n.Text) {
		return c.Account.Region
	}
	return v.Text()
}

// hangsOn reports whether a break can hang on a value. What stands in another entry of the
// list that the blamed value is in was asked for on the way.
func (b *Break) hangsOn(v *request.Value) bool {
	mine, other := entry(b.at), entry(v)
	return mine == nil || other == nil || mine == other || mine.Parent != other.Parent
}

// entry returns the element of a list of structures that a value stands in, or nil.
func entry(v *request.Value) *request.Value {
	for ; v != nil && v.Parent != nil; v = v.Parent {
		if v.Member == nil && !v.Shape.Scalar() {
			return v
		}
	}
	return nil
}
