package playground

import (
	"errors"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/describe"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/message"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
	"userpoolplayground/wasm/json"
)

// ReaderFor names the reader that a text needs, so that it has to be read by the program of
// package foreign first; "" when it needs none.
func ReaderFor(text string, o Options) string {
	var parsed *source.Document
	if language.BeginsAsJSON(text) {
		parsed = source.Parse(text)
	}
	_, reader := language.RecogniseAs(o.Language, text, parsed)
	return reader
}

// found is a text as it was read.
type found struct {
	reading.Document
	// document is the request, nil where there is none.
	document *source.Document
	// looked says of a text that was not recognised what was looked for.
	looked []string
	// whole and defaults are what an answer says beside the request, see [TextImport].
	whole    string
	defaults []string
}

// broken reports whether the text does not stand in its own language, so that what was read of
// it is a part.
func (f found) broken() bool {
	for _, t := range f.Told {
		if t.Stage == diagnostic.Syntax && t.Severity == diagnostic.Error {
			return true
		}
	}
	return false
}

// find reads a text: a request or an answer here, any other as it was read by package foreign.
func find(text string, read *reading.Document, o Options) found {
	if read != nil {
		return foundBy(text, read, o)
	}
	parsed := source.Parse(text)
	kind, reader := language.RecogniseAs(o.Language, text, parsed)
	f := found{Document: reading.Document{Language: kind, Chosen: -1}}
	switch {
	case kind == language.Request && reader == "", parsed.OverLimit && reader == "":
		f.Language, f.document, f.Chosen, f.Pools = language.Request, parsed, 0, []reading.Pool{{ID: language.Request, End: len(text)}}
	case kind == "":
		f.looked = language.Looked(text, parsed)
	case kind == language.Answer && reader == "":
		f.answer(parsed, o)
	}
	return f
}

// foundBy is what package foreign found in a text: what the text is, it has seen by itself.
func foundBy(text string, read *reading.Document, o Options) found {
	f := found{Document: read.Within(len(text))}
	if f.Language == language.Answer && f.Root != nil {
		f.answer(source.Of(text, f.Root, nil), o)
	} else if f.Root != nil {
		f.document = source.Of(text, f.Root, language.HandOf(f.Hand))
	}
	return f
}

// answer reads an answer of the service.
func (f *found) answer(d *source.Document, o Options) {
	imported := describe.Read(d, o.userPool(contract.At(o.AsOf), o.account()))
	for _, dropped := range imported.Dropped {
		f.Told = append(f.Told, reading.Told{
			Rule: reading.LeftOut, Stage: diagnostic.Tool, Severity: dropped.Severity, Path: dropped.Pointer,
			Start: dropped.Start, End: dropped.End, Message: dropped.Why,
		})
	}
	for _, finding := range imported.Findings {
		said, why := message.For(finding.Facts)
		f.Told = append(f.Told, reading.Told{
			Rule: finding.Rule, Stage: finding.Stage, Severity: finding.Severity, Path: finding.Pointer,
			Start: finding.Start, End: finding.End, Message: said, Why: why,
		})
	}
	if imported.Root == nil {
		return
	}
	imported.Root.Adopt()
	f.whole, f.defaults = imported.Whole, imported.Defaults
	f.Region, f.AccountID = imported.Region, imported.AccountID
	f.Chosen, f.Pools = 0, []reading.Pool{{ID: language.Answer, End: len(d.Text)}}
	f.document = source.Of(d.Text, imported.Root, nil)
}

// ImportText turns a text of another tool into a request in JSON. read is what the reader that
// [ReaderFor] names made of the text, nil when it names none.
func ImportText(text string, read *reading.Document, o Options) TextImport {
	found := find(text, read, o)
	document := &source.Document{Text: text}
	answer := TextImport{
		Recognised: found.Language, Looked: append([]string{}, found.looked...), Choices: []ImportChoice{},
		Dropped: []Dropped{}, Problems: []Problem{},
	}
	if len(found.Pools) > 1 && o.Resource == "" {
		for _, p := range found.Pools {
			answer.Choices = append(answer.Choices, ImportChoice{ID: p.ID, From: document.UTF16(p.Start), To: document.UTF16(p.End)})
		}
		return answer
	}
	for _, t := range found.Told {
		if t.Rule == reading.LeftOut || t.Rule == reading.Beside {
			answer.Dropped = append(answer.Dropped, Dropped{Pointer: t.Path, Why: t.Message, From: document.UTF16(t.Start), To: document.UTF16(t.End)})
			continue
		}
		p := problem(t.Diagnostic(), document)
		p.Pointer, p.Exception = t.Path, nil // nobody has sent this text to the service
		answer.Problems = append(answer.Problems, p)
	}
	if found.document == nil || found.broken() {
		return answer
	}
	if answer.Request = text; found.document.Foreign() {
		answer.Request = source.Write(found.document.Root)
	} else {
		for _, f := range found.document.Faults {
			answer.Problems = append(answer.Problems, faultOf(f, document))
		}
	}
	answer.Whole, answer.Defaults = found.whole, found.defaults
	answer.Region, answer.AccountID = found.Region, found.AccountID
	for _, u := range unknowns(found.document, document) {
		answer.Problems = append(answer.Problems, Problem{
			Rule: "unknown-value", Stage: "tool", Severity: "warning", Pointer: u.Pointer, From: u.From, To: u.To,
			Message: u.Expression + " is left out. " + u.Why + " Write its value into the request.", Evidence: "documented",
			Links: []string{}, Related: []Related{}, Fixes: []Fix{},
		})
	}
	return answer
}

// faultOf is a fault of a text as a problem without a fix.
func faultOf(f source.Fault, document *source.Document) Problem {
	severity := "error"
	if f.Warning {
		severity = "warning"
	}
	return Problem{
		Rule: f.Rule, Stage: "syntax", Severity: severity, From: document.UTF16(f.Start), To: document.UTF16(f.End),
		Message: f.Message, Evidence: "documented", Links: []string{}, Related: []Related{}, Fixes: []Fix{},
	}
}

// unknowns lists what a document does not tell.
func unknowns(d, document *source.Document) []UnknownValue {
	list := []UnknownValue{}
	var visit func(n *source.Node)
	visit = func(n *source.Node) {
		if n.Kind == source.Unknown && n.Text != reading.Unread {
			pointer := n.Pointer()
			if n.Others() && n.Parent != nil {
				pointer = n.Parent.Pointer()
			}
			start, end := d.Mark(n)
			list = append(list, UnknownValue{Pointer: pointer, From: document.UTF16(start), To: document.UTF16(end), Expression: n.Text, Why: n.Why})
		}
		for _, c := range n.Children {
			visit(c)
		}
	}
	if d.Root != nil {
		visit(d.Root)
	}
	return list
}

func dropped(all []describe.Dropped, document *source.Document) []Dropped {
	list := make([]Dropped, 0, len(all))
	for _, d := range all {
		list = append(list, Dropped{Pointer: d.Pointer, Why: d.Why, From: document.UTF16(d.Start), To: document.UTF16(d.End)})
	}
	return list
}

// readReading reads the argument of a verb that takes a reading, which is absent for a text
// that needs no reader.
func readReading(argument string) (*reading.Document, error) {
	if argument == "" {
		return nil, nil
	}
	var encoded string
	if json.Unmarshal([]byte(argument), &encoded) != nil {
		return nil, errors.New("the reading has to be what readers.wasm answers")
	}
	read, err := reading.Decode(encoded)
	if err != nil {
		return nil, err
	}
	return &read, nil
}
