// Package check runs the stages over a text and gathers everything there is to say, each
// finding at its place. Which one of them the service would answer with is awserror's
// business.
package check

import (
	"slices"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
)

// Result is a text after all stages that could be run.
type Result struct {
	Document *source.Document
	// Request is nil when the text is too broken to say what was meant.
	Request *request.Request
	Account account.Account
	// Findings are sorted by place in the text.
	Findings []diagnostic.Diagnostic
}

// Run checks a document against a contract, on a day (YYYY-MM-DD, "" is today), in an account.
func Run(d *source.Document, c *contract.Contract, day string, a account.Account) Result {
	return Call(d, c, a, func(r Result) []diagnostic.Diagnostic { return rule.Run(r.Request, d, r.Account, day) })
}

// Call checks the request of any operation against the operation's contract. The rules of a call
// look at what is there already, which the caller knows.
func Call(d *source.Document, c *contract.Contract, a account.Account, rules func(Result) []diagnostic.Diagnostic) Result {
	result := Result{Document: d}
	if len(d.Faults) > 0 {
		result.Findings = syntax(d)
	}
	if d.Faithful {
		r := request.Read(d, c)
		result.Request, result.Account = r, a.Complete(r)
		if len(r.Mistyped) > 0 {
			result.Findings = append(result.Findings, types(r, d, result.Findings)...)
		}
		if d.Root.Kind == source.Object {
			if v := violations(r, c, d); len(v) > 0 {
				result.Findings = append(result.Findings, constraints(r, v, d)...)
			}
			result.Findings = append(result.Findings, rules(result)...)
			if len(r.Unknown) > 0 {
				result.Findings = append(result.Findings, unknown(r, d)...)
			}
		}
	}
	Sort(result.Findings)
	return result
}

// Sort puts findings in the order of their places in the text.
func Sort(findings []diagnostic.Diagnostic) {
	// Stable: the order in which findings of one place were made, which is the stages', stays.
	slices.SortStableFunc(findings, func(a, b diagnostic.Diagnostic) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return int(a.Severity) - int(b.Severity)
	})
}

// types makes the findings of the values that cannot be taken.
func types(r *request.Request, d *source.Document, syntax []diagnostic.Diagnostic) []diagnostic.Diagnostic {
	var found []diagnostic.Diagnostic
	for _, m := range r.Mistyped {
		keepSpelling(syntax, m)
		found = append(found, withTypeFixes(m, d))
	}
	return found
}

// keepSpelling makes the fix of a number or a literal a guess where a text is wanted: 007 is
// then better put in quotes as it stands.
func keepSpelling(syntax []diagnostic.Diagnostic, mistyped diagnostic.Diagnostic) {
	if facts, ok := mistyped.Facts.(diagnostic.WrongType); !ok || facts.Wanted.Kind != contract.String {
		return
	}
	for i := range syntax {
		if f := &syntax[i]; f.Stage == diagnostic.Syntax && f.Start == mistyped.Start && f.End == mistyped.End {
			for j := range f.Fixes {
				f.Fixes[j].Safe = false
			}
		}
	}
}

// syntax turns the parser's faults into findings.
func syntax(d *source.Document) []diagnostic.Diagnostic {
	var found []diagnostic.Diagnostic
	for _, f := range d.Faults {
		finding := diagnostic.Diagnostic{
			Rule: f.Rule, Stage: diagnostic.Syntax, Severity: diagnostic.Error,
			Start: f.Start, End: f.End, Evidence: diagnostic.Inferred,
			Facts: diagnostic.Malformed{Message: f.Message},
		}
		if f.Warning {
			finding.Severity = diagnostic.Warning
		}
		if f.Fix != nil {
			finding.Fixes = []source.Fix{*f.Fix}
		}
		if n := f.Related; n != nil {
			finding.Related = []diagnostic.Related{{Pointer: n.Pointer(), Start: n.NameStart, End: n.NameEnd, Message: "The first one, which is passed over."}}
		}
		found = append(found, finding)
	}
	return found
}
