package playground

import (
	"errors"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/describe"
	"userpoolplayground/internal/foreign"
	"userpoolplayground/internal/message"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
	"userpoolplayground/json"
)

// ReaderFor names the reader of package readers that a text needs, "" when it needs none.
func ReaderFor(text string) string { return foreign.Reader(text) }

// ImportText turns a text of another tool into a request in JSON. read is what the reader that
// [ReaderFor] names made of the text, nil when it names none.
func ImportText(text string, read *reading.Reading, o Options) TextImport {
	found := foreign.Read(text, read, o.foreign(&source.Document{Text: text}))
	document := &source.Document{Text: text}
	answer := TextImport{
		Recognised: found.Recognised, Looked: append([]string{}, found.Looked...), Choices: []ImportChoice{},
		Dropped: []Dropped{}, Problems: []Problem{},
	}
	if len(found.Pools) > 1 && o.Resource == "" {
		for _, p := range found.Pools {
			answer.Choices = append(answer.Choices, ImportChoice{ID: p.ID, From: document.UTF16(p.Start), To: document.UTF16(p.End)})
		}
		return answer
	}
	for _, t := range found.Told {
		if t.Rule == foreign.LeftOut || t.Rule == foreign.Beside {
			why, _ := message.For(t.Facts)
			answer.Dropped = append(answer.Dropped, Dropped{Pointer: t.Path, Why: why, From: document.UTF16(t.Start), To: document.UTF16(t.End)})
			continue
		}
		p := problem(t.Diagnostic, document)
		p.Pointer, p.Exception = t.Path, nil // nobody has sent this text to the service
		answer.Problems = append(answer.Problems, p)
	}
	if found.Document == nil {
		return answer
	}
	if answer.Request = text; found.Document.Foreign() {
		answer.Request = source.Write(found.Document.Root)
	} else {
		for _, f := range found.Document.Faults {
			answer.Problems = append(answer.Problems, faultOf(f, document))
		}
	}
	for _, u := range unknowns(found.Document, document) {
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

func (o Options) foreign(document *source.Document) foreign.Options {
	options := foreign.Options{
		Options: o.userPool(contract.At(o.AsOf), o.account()), Resource: o.Resource, Offset: -1, Parameters: o.Parameters,
	}
	if o.Offset != nil {
		if at, ok := document.Offset(int(*o.Offset)); ok {
			options.Offset = at
		}
	}
	return options
}

// unknowns lists what a document does not tell.
func unknowns(d, document *source.Document) []UnknownValue {
	list := []UnknownValue{}
	var visit func(n *source.Node)
	visit = func(n *source.Node) {
		if n.Kind == source.Unknown {
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
func readReading(argument string) (*reading.Reading, error) {
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
