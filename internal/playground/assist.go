package playground

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"userpoolplayground/internal/assist"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/source"
	"userpoolplayground/wasm/json"
)

// Complete says what could be written at an offset, in UTF-16 code units of the text. The
// error names an offset that is not in the text.
func Complete(text string, offset int, o Options) ([]Completion, error) {
	return CompleteIn(contract.At(o.AsOf), text, offset, o)
}

// CompleteIn is [Complete] for the request of any contract.
func CompleteIn(c *contract.Contract, text string, offset int, o Options) ([]Completion, error) {
	t := o.assistIn(c, text)
	at, err := position(t.Document, offset)
	if err != nil {
		return nil, err
	}
	completions := []Completion{}
	for _, c := range t.Complete(at) {
		completions = append(completions, completion(t.Document, c))
	}
	return completions, nil
}

func (o Options) assistIn(c *contract.Contract, text string) *assist.Text {
	return assist.Read(text, o.userPool(c, o.account()))
}

func position(d *source.Document, offset int) (int, error) {
	at, ok := d.Offset(offset)
	if !ok {
		return 0, fmt.Errorf("offset has to be from 0 to the text's length, %d, and not %d", d.UTF16(len(d.Text)), offset)
	}
	return at, nil
}

func completion(d *source.Document, c assist.Completion) Completion {
	answer := Completion{
		Label: c.Label, Kind: c.Kind, Detail: c.Detail, Documentation: c.Documentation,
		Since: c.Since, Required: c.Required, Deprecated: c.Deprecated,
		From: d.UTF16(c.From), To: d.UTF16(c.To), Edits: edits(d, c.Edits),
	}
	at := 0
	for i, e := range answer.Edits[:c.Into] {
		at += units(c.Edits[i].Insert) - (e.To - e.From)
	}
	at += answer.Edits[c.Into].From
	insert := c.Edits[c.Into].Insert
	answer.SelectFrom, answer.SelectTo = at+units(insert[:c.SelectFrom]), at+units(insert[:c.SelectTo])
	return answer
}

func edits(d *source.Document, list []source.Edit) []Edit {
	answer := []Edit{}
	for _, e := range list {
		answer = append(answer, Edit{From: d.UTF16(e.Start), To: d.UTF16(e.End), Insert: e.Insert})
	}
	return answer
}

// units is a text's length in UTF-16 code units.
func units(text string) int {
	d := source.Document{Text: text}
	return d.UTF16(len(text))
}

// readOffset reads the argument of the verbs that ask about a place.
func readOffset(argument string) (int, error) {
	var n float64
	if err := json.Unmarshal([]byte(argument), &n); argument == "" || err != nil || n != math.Trunc(n) || math.Abs(n) > 1<<40 {
		if argument == "" {
			argument = "missing"
		}
		return 0, fmt.Errorf("offset has to be a whole number and not %s", argument)
	}
	return int(n), nil
}

// HoverAt tells about the member or the value at an offset, in UTF-16 code units of the
// text; nil where nothing is known. The error names an offset that is not in the text.
func HoverAt(text string, offset int, o Options) (*Hover, error) {
	return HoverIn(contract.At(o.AsOf), text, offset, o)
}

// HoverIn is [HoverAt] for the request of any contract.
func HoverIn(c *contract.Contract, text string, offset int, o Options) (*Hover, error) {
	t := o.assistIn(c, text)
	at, err := position(t.Document, offset)
	if err != nil {
		return nil, err
	}
	h := t.Hover(at)
	if h == nil {
		return nil, nil
	}
	answer := &Hover{
		Pointer: h.Pointer, From: t.Document.UTF16(h.Start), To: t.Document.UTF16(h.End), Name: h.Name, Shape: h.Shape.Name,
		Type: h.Shape.Kind.String(), Description: h.Description, Required: h.Required, Deprecated: h.Deprecated,
		Limits: h.Limits, Values: []HoverValue{}, Absent: h.Absent, BlockAbsent: h.BlockAbsent, DefaultEvidence: h.DefaultEvidence,
		Since: h.Since, Update: h.Update, Rules: []HoverRule{}, Evidence: h.Evidence, Links: h.Links,
	}
	for _, v := range h.Values {
		answer.Values = append(answer.Values, HoverValue(v))
	}
	for _, r := range h.Rules {
		answer.Rules = append(answer.Rules, HoverRule{ID: r.ID, Severity: r.SeverityOf().String(), Message: r.General()})
	}
	return answer, nil
}

// FormOf draws a request as fields to fill in.
func FormOf(text string, o Options) Form {
	return FormIn(contract.At(o.AsOf), text, o)
}

// FormIn is [FormOf] for the request of any contract.
func FormIn(c *contract.Contract, text string, o Options) Form {
	t := o.assistIn(c, text)
	fields, unreadable := t.Form()
	return Form{Unreadable: unreadable, Fields: publicFields(t.Document, fields)}
}

func publicFields(d *source.Document, fields []assist.Field) []Field {
	answer := make([]Field, 0, len(fields))
	for _, f := range fields {
		answer = append(answer, Field{
			Pointer: f.Pointer, Name: f.Name, Type: f.Type, Description: f.Description,
			Required: f.Required, Deprecated: f.Deprecated, Immutable: f.Immutable, Since: f.Since, Topic: f.Topic, Words: f.Words, Adds: f.Adds, Update: f.Update, ForEver: f.ForEver,
			Given: f.Given, From: d.UTF16(f.Start), To: d.UTF16(f.End), Value: f.Value, Misfit: f.Misfit, Default: f.Default,
			Values: append([]string{}, f.Values...), Long: f.Long, Min: f.Min, Max: f.Max, Fields: publicFields(d, f.Fields),
		})
	}
	return answer
}

// EditForm makes a form's change in the text.
func EditForm(text string, e FormEdit, o Options) FormChange {
	return EditFormIn(contract.At(o.AsOf), text, e, o)
}

// EditFormIn is [EditForm] for the request of any contract.
func EditFormIn(c *contract.Contract, text string, e FormEdit, o Options) FormChange {
	t := o.assistIn(c, text)
	change := t.EditForm(assist.Edit(e))
	return FormChange{Edits: edits(t.Document, change.Edits), Pointer: change.Pointer, Refused: change.Refused}
}

// ReadFormEdit reads a change in a form from JSON; the error says what is wrong with it.
func ReadFormEdit(argument string) (FormEdit, error) {
	var e FormEdit
	d := json.NewDecoder(strings.NewReader(argument))
	d.DisallowUnknownFields()
	if err := d.Decode(&e); err != nil {
		if wrong := (*json.UnmarshalTypeError)(nil); errors.As(err, &wrong) && wrong.Field != "" {
			return e, fmt.Errorf("edit.%s cannot be a %s", wrong.Field, wrong.Value)
		}
		return e, fmt.Errorf("edit has to be an object with op and pointer: %s", strings.TrimPrefix(err.Error(), "json: "))
	}
	if !slices.Contains([]string{"set", "remove", "add", "move", "rename"}, e.Op) {
		return e, fmt.Errorf("edit.op has to be 'set', 'remove', 'add', 'move' or 'rename' and not %q", e.Op)
	}
	return e, nil
}
