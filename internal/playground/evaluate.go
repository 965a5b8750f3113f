package playground

import (
	"sync"
	"time"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/awserror"
	"userpoolplayground/internal/check"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/describe"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/message"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
	"userpoolplayground/wasm/json"
)

// Evaluate says what the service would answer to a text, and everything that there is to
// say about it. It is a pure function of its arguments and takes any text.
func Evaluate(text string, o Options) Evaluation {
	result := check.Run(source.Parse(text).LeftOpen(o.Expressions), contract.At(o.AsOf), o.AsOf, o.account())
	return evaluation(result.Findings, &result, result.Document, o)
}

// evaluation makes the answer of what was found. result is nil for a text without a request.
func evaluation(findings []diagnostic.Diagnostic, result *check.Result, document *source.Document, o Options) Evaluation {
	evaluation := Evaluation{Problems: make([]Problem, 0, len(findings))}
	type place struct {
		message    string
		start, end int
	}
	said := map[place]bool{}
	for _, d := range findings {
		if d.Said {
			continue
		}
		p := problem(d, document)
		// One value may be read for several members; what there is to know of it is said once. An error counts for each.
		at := place{p.Message, d.Start, d.End}
		if d.Severity != diagnostic.Error && said[at] {
			continue
		}
		said[at] = true
		evaluation.Problems = append(evaluation.Problems, p)
	}
	e := awserror.For(findings)
	if result == nil {
		e = awserror.Nothing()
	}
	if e != nil {
		evaluation.Reply = Reply{Status: 400, Body: e.Body(), Wire: e.Body(), Origins: json.RawMessage("{}")}
		return evaluation
	}
	pool := userpool.New(result.Request, o.userPool(contract.At(o.AsOf), result.Account))
	evaluation.Reply = Reply{Status: 200, Body: pool.Body(false), Wire: pool.Body(true), Origins: pool.Origins()}
	return evaluation
}

// FixAll applies the safe fixes of a text until none is left.
func FixAll(text string, o Options) Mended {
	mended := Mended{Text: text, Fixes: []string{}}
	c := contract.At(o.AsOf)
	// One fix can bring another to light: quotes around a name show that it is unknown. And of
	// many faults each reading tells the first few hundred. A long text is read less often: one
	// of a megabyte of comments would be at it for a minute.
	const rounds, bytes = 200, 16 * source.MaxBytes
	for round, read := 0, 0; round < rounds && read < bytes; round++ {
		read += len(mended.Text)
		var edits []source.Edit
		end := -1 // of the edits so far; what touches them waits for the next round
		for _, d := range check.Run(source.Parse(mended.Text), c, o.AsOf, o.account()).Findings {
			for _, f := range d.Fixes {
				if f.Safe && f.Edits[0].Start > end {
					edits = append(edits, f.Edits...)
					end = f.Edits[len(f.Edits)-1].End
					mended.Fixes = append(mended.Fixes, f.Title)
					break
				}
			}
		}
		if len(edits) == 0 {
			break
		}
		mended.Text = source.Apply(mended.Text, edits)
	}
	return mended
}

// ImportDescription turns the answer of DescribeUserPool or CreateUserPool, as the wire,
// the AWS CLI or an SDK prints it, into the shortest request that would make this pool.
func ImportDescription(text string, o Options) Import {
	imported := describe.Import(text, o.userPool(contract.At(o.AsOf), o.account()))
	answer := Import{Request: imported.Request, Dropped: dropped(imported.Dropped, imported.Document), Problems: []Problem{}}
	for _, d := range imported.Findings {
		answer.Problems = append(answer.Problems, problem(d, imported.Document))
	}
	return answer
}

func (o Options) userPool(c *contract.Contract, a account.Account) userpool.Options {
	made := userpool.Options{Contract: c, Account: a, Describe: o.View == "describe", Day: o.AsOf, Now: o.now(), PoolID: o.PoolID}
	if made.Describe {
		made.Mfa = o.mfa()
	}
	return made
}

// mfa is the SetUserPoolMfaConfig that follows the request, nil where none does.
func (o Options) mfa() *source.Node {
	for _, c := range o.Calls {
		if d := source.Parse(c.Request); !d.Malformed() && d.Root.Kind == source.Object {
			return d.LeftOpen(c.Expressions).Root
		}
	}
	return nil
}

func (o Options) account() account.Account {
	a := account.Account{Region: o.Region, ID: o.AccountID}
	if o.Account != nil {
		a.SMSRole = o.Account.SMSRole
		if o.Account.SESIdentities != nil {
			a.SESIdentities, a.SESKnown = *o.Account.SESIdentities, true
		}
	}
	return a
}

// now is the moment of the call. Without one the clock is still not read: the same text
// and options give the same answer.
func (o Options) now() int64 {
	if o.Now != nil {
		return int64(*o.Now)
	}
	if o.AsOf == "" {
		return newestMoment()
	}
	return firstMoment(o.AsOf)
}

// newestMoment is the same at every call, of which most name no day.
var newestMoment = sync.OnceValue(func() int64 { return firstMoment(contract.RevisionOn("")) })

// firstMoment returns a day's first millisecond since the epoch.
func firstMoment(day string) int64 {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0
	}
	return t.UnixMilli()
}

func problem(d diagnostic.Diagnostic, doc *source.Document) Problem {
	said, why := message.For(d.Facts)
	p := Problem{
		Rule: d.Rule, Stage: string(d.Stage), Severity: d.Severity.String(), Pointer: d.Pointer,
		From: doc.UTF16(d.Start), To: doc.UTF16(d.End),
		Message: said, Why: why, Evidence: d.Evidence,
		Links: append([]string{}, d.Links...), Related: []Related{}, Fixes: []Fix{},
	}
	if byTool(d.Facts) {
		p.Stage = string(diagnostic.Tool)
	}
	if e := awserror.Alone(d); e != nil && p.Stage != string(diagnostic.Tool) { // what a tool refuses, the service never sees
		p.Exception = &Exception{Type: e.Type, Message: e.Message, Unworded: e.Unworded}
	}
	for _, r := range d.Related {
		p.Related = append(p.Related, Related{Pointer: r.Pointer, From: doc.UTF16(r.Start), To: doc.UTF16(r.End), Message: r.Message})
	}
	for _, f := range d.Fixes {
		fix := Fix{Title: f.Title, Edits: []Edit{}, Safe: f.Safe, FillIn: f.FillIn}
		for _, e := range f.Edits {
			fix.Edits = append(fix.Edits, Edit{From: doc.UTF16(e.Start), To: doc.UTF16(e.End), Insert: e.Insert})
		}
		p.Fixes = append(p.Fixes, fix)
	}
	return p
}
