package playground

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/assist"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/names"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
	"userpoolplayground/wasm/json"
)

// TextProbe is a text that is to be read to know what could stand at a place of another.
type TextProbe struct {
	Text string `json:"text"`
	// Offset is inside of the pool in which something is typed, in UTF-16 code units.
	Offset int `json:"offset"`
}

// probing is what is asked of the reading of one of the probes.
type probing struct {
	Offset int    `json:"offset"`
	Index  int    `json:"index"`
	Read   string `json:"read"`
}

// Probes are the texts to read for what could be written at an offset of a text that a reader reads, in
// UTF-16 code units. The error names an offset that is not in the text.
func Probes(text string, offset int, o Options) ([]TextProbe, error) {
	all := []TextProbe{}
	at, err := position(&source.Document{Text: text}, offset)
	if err != nil {
		return nil, err
	}
	for _, p := range language.Probes(ReaderFor(text, o), text, at) {
		all = append(all, TextProbe{Text: p.Text, Offset: units(p.Text[:p.At])})
	}
	return all, nil
}

// CompleteText says what could be written at a place, by what a reader made of the probe of an index: names
// and values in the words of the text's tool.
func CompleteText(text string, offset, index int, read *reading.Document, o Options) ([]Completion, error) {
	written := &source.Document{Text: text}
	at, err := position(written, offset)
	if err != nil {
		return nil, err
	}
	probes := language.Probes(ReaderFor(text, o), text, at)
	if index < 0 || index >= len(probes) || read.Typed == nil {
		return []Completion{}, nil
	}
	hand := language.HandOf(read.Hand)
	if !language.Completes(read.Hand) {
		return []Completion{}, nil
	}
	w := wording{probe: probes[index], hand: hand, style: language.StyleOf(read.Hand), document: written, found: []Completion{}}
	for _, value := range read.Typed.Values {
		w.value(assist.Completion{Label: value, Kind: assist.Value}, &contract.Shape{Kind: contract.String, Enum: read.Typed.Values})
	}
	root := read.Root
	if root == nil {
		root = &source.Node{Kind: source.Object}
	}
	withoutAdded(root)
	d := source.Of(text, root, nil)
	pointer := read.Typed.Pointer
	c := contract.At(o.AsOf)
	if shape := c.Request.Below(source.SplitPointer(pointer)); !read.Typed.Name && shape != nil && shape.Kind == contract.List {
		pointer += "/0" // of an option's words each is an element
	}
	if n := typedNode(d, pointer, read.Typed.Name); n == nil {
		return w.found, nil
	}
	request := source.Write(root)
	t := assist.Read(request, o.userPool(c, o.account()))
	n := t.Document.Find(pointer)
	shape := c.Request.Below(source.SplitPointer(pointer))
	switch {
	case n == nil || shape == nil:
	case !read.Typed.Name:
		for _, offered := range t.Complete(n.Start + 1) {
			w.value(offered, shape)
		}
	case shape.Kind == contract.Structure:
		for _, offered := range t.Complete(n.Start + 1) {
			if m := shape.Member(offered.Label); m != nil {
				w.name(offered, m)
			}
		}
		w.lifted(n, shape)
		if pointer == "" {
			w.later(text, shape)
		}
	}
	return w.found, nil
}

// withoutAdded takes out what a tool sends though the text does not say it.
func withoutAdded(n *source.Node) {
	n.Children = slices.DeleteFunc(n.Children, func(c *source.Node) bool {
		return c.Name != "" && c.Kind < source.Array && c.End <= c.Start && c.NameEnd <= c.NameStart
	})
	for _, c := range n.Children {
		withoutAdded(c)
	}
}

// typedNode makes sure that there is a value at the place, without one of its own.
func typedNode(d *source.Document, pointer string, name bool) *source.Node {
	if pointer == "" {
		return d.Root
	}
	if at := strings.LastIndexByte(pointer, '/'); !name {
		if _, err := strconv.Atoi(pointer[at+1:]); err == nil { // an element: there are others, maybe in its place
			d.LeftOpen(map[string]string{pointer: ""})
		}
	}
	d.LeftOpen(map[string]string{pointer: ""})
	n := d.Find(pointer)
	switch {
	case n == nil:
	case name && n.Kind != source.Object:
		n.Kind, n.Text = source.Object, ""
	case !name:
		n.Kind, n.Text, n.Children = source.String, "", nil
	}
	return n
}

// wording writes what is offered in the words of a tool.
type wording struct {
	probe    language.Probe
	hand     source.Hand
	style    names.Style
	document *source.Document
	found    []Completion
}

func (w *wording) name(offered assist.Completion, m *contract.Member) {
	called, _ := w.style.Of(m)
	if called == "" || strings.ContainsAny(called, "/ ") {
		return
	}
	text, caret := w.probe.Name(w.hand, called, m.Shape)
	w.put(offered, called, text, caret)
}

// lifted offers what the tool has in the place of a structure that it has not got.
func (w *wording) lifted(container *source.Node, s *contract.Shape) {
	for _, m := range s.Members {
		if called, _ := w.style.Of(m); called != "" {
			continue
		}
		for _, in := range m.Shape.Members {
			if _, known := w.style.Of(in); known && container.Member(m.Name).Member(in.Name) == nil {
				w.name(assist.Completion{Kind: assist.Block, Detail: "block", Documentation: in.Description, Since: in.Since}, in)
			}
		}
	}
}

// later offers what the tool has for second factors, which it sets by a call of its own.
func (w *wording) later(text string, request *contract.Shape) {
	for _, name := range request.ElsewhereIn(w.style.Key) {
		why := request.Elsewhere(w.style.Key, name)
		if !strings.Contains(why, "SetUserPoolMfaConfig") || strings.Contains(text, name) {
			continue
		}
		s := &contract.Shape{Kind: contract.String}
		switch {
		case strings.HasSuffix(name, "_configuration"):
			s.Kind = contract.Structure
		case strings.HasSuffix(name, "Mfas"):
			s.Kind, s.Element = contract.List, &contract.Shape{Kind: contract.String}
		}
		called := w.style.Spelt(name)
		inserted, caret := w.probe.Name(w.hand, called, s)
		w.put(assist.Completion{Kind: assist.Member, Detail: "second factors", Documentation: why}, called, inserted, caret)
	}
}

func (w *wording) value(offered assist.Completion, s *contract.Shape) {
	literal := offered.Label
	if s.Kind == contract.String {
		literal = source.Quote(offered.Label)
	}
	if offered.Kind != assist.Value || !json.Valid([]byte(literal)) || s.Kind == contract.String && len(s.Enum) == 0 {
		return
	}
	if text := w.probe.Value(w.hand, literal); text != "" {
		w.put(offered, offered.Label, text, len(text))
	}
}

func (w *wording) put(offered assist.Completion, label, text string, caret int) {
	from, to := w.document.UTF16(w.probe.From), w.document.UTF16(w.probe.To)
	w.found = append(w.found, Completion{
		Label: label, Kind: offered.Kind, Detail: offered.Detail, Documentation: offered.Documentation,
		Since: offered.Since, Required: offered.Required, Deprecated: offered.Deprecated,
		From: from, To: to, Edits: []Edit{{From: from, To: to, Insert: text}},
		SelectFrom: from + units(text[:caret]), SelectTo: from + units(text[:caret]),
	})
}

// readProbing reads the argument of the verb completeText.
func readProbing(argument string) (probing, *reading.Document, error) {
	var p probing
	if err := json.Unmarshal([]byte(argument), &p); err != nil {
		return p, nil, errors.New("offset and index have to be whole numbers, and read what readers.wasm answers")
	}
	read, err := reading.Decode(p.Read)
	return p, &read, err
}
