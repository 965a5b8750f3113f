package playground

import (
	"strconv"

	"userpoolplayground/internal/source"
)

// An evaluation is written here and not by encoding/json: a page waits for its first one
// while the browser compiles what that one runs, and encoding/json with reflect is a tenth
// of it. A test holds the two to the same bytes.

// MarshalJSON writes a problem in the answers of other verbs.
func (p Problem) MarshalJSON() ([]byte, error) {
	var w writer
	w.problem(p)
	return w.json, nil
}

// writer grows JSON text.
type writer struct{ json []byte }

// evaluation leaves out the parts of the reply that are texts of their own, and the last brace.
func (w *writer) evaluation(e Evaluation) {
	w.raw(`{"problems":[`)
	for i, p := range e.Problems {
		w.comma(i)
		w.problem(p)
	}
	w.number(`],"reply":{"status":`, e.Reply.Status)
	w.raw(`,"body":"","wire":"","origins":{}}`)
}

func (w *writer) problem(p Problem) {
	w.text(`{"rule":`, p.Rule)
	w.text(`,"stage":`, p.Stage)
	w.text(`,"severity":`, p.Severity)
	w.place(`,"pointer":`, p.Pointer, p.From, p.To)
	w.text(`,"message":`, p.Message)
	if p.Why != "" {
		w.text(`,"why":`, p.Why)
	}
	if e := p.Exception; e != nil {
		w.text(`,"exception":{"type":`, e.Type)
		w.text(`,"message":`, e.Message)
		if e.Unworded {
			w.raw(`,"unworded":true`)
		}
		w.raw(`}`)
	}
	w.text(`,"evidence":`, p.Evidence)
	w.raw(`,"links":[`)
	for i, link := range p.Links {
		w.comma(i)
		w.text(``, link)
	}
	w.raw(`],"related":[`)
	for i, r := range p.Related {
		w.comma(i)
		w.place(`{"pointer":`, r.Pointer, r.From, r.To)
		w.text(`,"message":`, r.Message)
		w.raw(`}`)
	}
	w.raw(`],"fixes":[`)
	for i, f := range p.Fixes {
		w.comma(i)
		w.fix(f)
	}
	w.raw(`]}`)
}

func (w *writer) fix(f Fix) {
	w.text(`{"title":`, f.Title)
	w.raw(`,"edits":[`)
	for i, e := range f.Edits {
		w.comma(i)
		w.number(`{"from":`, e.From)
		w.number(`,"to":`, e.To)
		w.text(`,"insert":`, e.Insert)
		w.raw(`}`)
	}
	w.raw(`],"safe":`)
	w.raw(strconv.FormatBool(f.Safe))
	if f.FillIn {
		w.raw(`,"fillIn":true`)
	}
	w.raw(`}`)
}

func (w *writer) raw(json string) { w.json = append(w.json, json...) }

func (w *writer) text(before, text string) {
	w.raw(before)
	w.json = source.AppendQuoted(w.json, text)
}

func (w *writer) number(before string, n int) {
	w.raw(before)
	w.json = strconv.AppendInt(w.json, int64(n), 10)
}

func (w *writer) place(before, pointer string, from, to int) {
	w.text(before, pointer)
	w.number(`,"from":`, from)
	w.number(`,"to":`, to)
}

// comma sets an element apart from the one before it.
func (w *writer) comma(i int) {
	if i > 0 {
		w.raw(`,`)
	}
}
