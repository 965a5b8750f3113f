package playground

import (
	"errors"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/describe"
	"userpoolplayground/internal/foreign"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
	"userpoolplayground/json"
)

// ReaderFor names the reader of package readers that ImportText needs for a text, "" when it
// needs none.
func ReaderFor(text string) string { return foreign.Reader(text) }

// ImportText turns a text of another tool into a request. read is what the reader that
// [ReaderFor] names made of the text, nil when it names none.
func ImportText(text string, read *reading.Reading, o Options) TextImport {
	imported := foreign.Import(text, read, o.Resource, o.userPool(contract.At(o.AsOf), o.account()))
	document := &source.Document{Text: text}
	answer := TextImport{
		Recognised: imported.Recognised, Looked: append([]string{}, imported.Looked...), Choices: []ImportChoice{},
		Request: imported.Request, Dropped: dropped(imported.Dropped, document), Problems: []Problem{},
	}
	for _, c := range imported.Choices {
		answer.Choices = append(answer.Choices, ImportChoice{ID: c.ID, From: document.UTF16(c.Start), To: document.UTF16(c.End)})
	}
	for _, d := range imported.Findings {
		p := problem(d, document)
		p.Exception = nil // nobody has sent this text to the service
		answer.Problems = append(answer.Problems, p)
	}
	return answer
}

func dropped(all []describe.Dropped, document *source.Document) []Dropped {
	list := make([]Dropped, 0, len(all))
	for _, d := range all {
		list = append(list, Dropped{Pointer: d.Pointer, Why: d.Why, From: document.UTF16(d.Start), To: document.UTF16(d.End)})
	}
	return list
}

// readReading reads the argument of the verb importText, which is absent for a text that
// needs no reader.
func readReading(argument string) (*reading.Reading, error) {
	if argument == "" {
		return nil, nil
	}
	var read reading.Reading
	if json.Unmarshal([]byte(argument), &read) != nil {
		return nil, errors.New("the reading has to be what readers.wasm answers")
	}
	return &read, nil
}
