package playground

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/check"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
	"userpoolplayground/wasm/json"
)

// Check says of a text in any language what the service would answer to the pool that is
// written in it, and everything there is to say. read is what the reader that [ReaderFor] names
// made of the text, nil when it names none.
func Check(text string, read *reading.Document, o Options) Checked {
	document := source.Document{Text: text}
	found := find(text, read, o)
	if found.document != nil && !found.document.Foreign() || found.Language == "" && language.LikeJSON(text) {
		return ofJSON(text, o)
	}
	answer := Checked{Evaluation: Evaluation{Problems: []Problem{}}, Reading: Reading{
		Language: found.Language, Pools: []Pool{}, Pool: found.Chosen, Unknowns: []UnknownValue{}, Parameters: []Parameter{}, Clients: []TextClient{}, Calls: []LaterCall{},
		Places: json.RawMessage("{}"),
	}}
	for _, p := range found.Pools {
		answer.Pools = append(answer.Pools, Pool{ID: p.ID, From: document.UTF16(p.Start), To: document.UTF16(p.End)})
	}
	for _, p := range found.Parameters {
		parameter := Parameter{Name: p.Name, From: document.UTF16(p.Start), To: document.UTF16(p.End), Why: p.Why, Allowed: append([]string{}, p.Allowed...)}
		if p.Known {
			parameter.Value = &p.Value
		}
		answer.Parameters = append(answer.Parameters, parameter)
	}
	for _, c := range found.Clients {
		answer.Clients = append(answer.Clients, TextClient{ID: c.ID, Request: c.Request})
	}
	var findings []diagnostic.Diagnostic
	for _, t := range found.Told {
		if t.Rule != reading.Beside {
			findings = append(findings, t.Diagnostic())
		}
	}
	for _, sentence := range found.looked {
		findings = append(findings, diagnostic.Diagnostic{
			Rule: "not-recognised", Stage: diagnostic.Tool, Severity: diagnostic.Note, Evidence: diagnostic.Documented, Facts: diagnostic.Malformed{Message: sentence},
		})
	}
	if found.document == nil {
		answer.Evaluation = evaluation(findings, nil, &document, o)
		return answer
	}
	answer.Region, answer.AccountID = found.Region, found.AccountID
	c := contract.At(o.AsOf)
	result := check.Run(found.document, c, o.AsOf, o.account())
	for _, d := range result.Findings {
		// What hangs on a part that cannot be read will be said when it can.
		if depends, ok := d.Facts.(diagnostic.Depends); !ok || depends.Expression != reading.Unread {
			findings = append(findings, d)
		}
	}
	inWordsOf(cmp.Or(found.Tool, found.Language), findings, found.document)
	slices.SortStableFunc(findings, func(a, b diagnostic.Diagnostic) int { return a.Start - b.Start })
	for i := range findings {
		findings[i].Fixes = slices.Clone(findings[i].Fixes)
		for j, fix := range findings[i].Fixes {
			findings[i].Fixes[j].Edits = language.Tidy(found.Hand, text, fix.Edits)
		}
	}
	for _, c := range found.Calls {
		answer.Calls = append(answer.Calls, laterCall(c, text, &document))
	}
	o.Calls = answer.Calls
	answer.Evaluation = evaluation(findings, &result, found.document, o)
	written := source.Write(found.document.Root)
	answer.Request, answer.Unknowns = &written, unknowns(found.document, &document)
	answer.Places = places(found.document, found.Calls, &document)
	return answer
}

func laterCall(c reading.LaterCall, text string, document *source.Document) LaterCall {
	call := LaterCall{Operation: c.Operation, Request: source.Write(c.Root), From: document.UTF16(c.Root.Start), To: document.UTF16(c.Root.End)}
	for _, u := range unknowns(source.Of(text, c.Root, nil), document) {
		if call.Expressions == nil {
			call.Expressions = map[string]string{}
		}
		call.Expressions[u.Pointer] = u.Expression
	}
	return call
}

// ofJSON checks a text that is a request in JSON, whole or broken.
func ofJSON(text string, o Options) Checked {
	return Checked{Evaluation: Evaluate(text, o), Reading: Reading{
		Language: language.Request, Request: &text,
		Pools: []Pool{{ID: language.Request, To: (&source.Document{Text: text}).UTF16(len(text))}}, Unknowns: []UnknownValue{}, Parameters: []Parameter{}, Clients: []TextClient{}, Calls: []LaterCall{},
		Places: json.RawMessage("{}"),
	}}
}

// nameReach is how far before its value a name may stand, in bytes, to be taken as one place with
// it: a value that is worked out may stand anywhere.
const nameReach = 80

// places writes where each value of a document stands in the text.
func places(d *source.Document, calls []reading.LaterCall, document *source.Document) json.RawMessage {
	var b strings.Builder
	var visit func(n *source.Node)
	visit = func(n *source.Node) {
		start, end := n.Start, n.End
		switch {
		case end <= start:
			start, end = n.NameStart, n.NameEnd // what a tool adds has the place of what it is added for
		case n.NameEnd > n.NameStart && n.NameEnd <= start && start-n.NameEnd <= nameReach:
			start = n.NameStart
		}
		if end > start && !n.Others() && !n.Shadowed {
			separator := ","
			if b.Len() == 0 {
				separator = "{"
			}
			b.WriteString(separator + source.Quote(n.Pointer()) + ":[" + strconv.Itoa(document.UTF16(start)) + "," + strconv.Itoa(document.UTF16(end)) + "]")
		}
		for _, c := range n.Children {
			visit(c)
		}
	}
	visit(d.Root)
	for _, c := range calls { // which the pool shows, too
		if mode := c.Root.Member("MfaConfiguration"); mode != nil && d.Root.Member(mode.Name) == nil {
			visit(mode)
		}
	}
	if b.Len() == 0 {
		return json.RawMessage("{}")
	}
	b.WriteByte('}')
	return json.RawMessage(b.String())
}
