package assist

import (
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/message"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// Unknown is the type of a field that the contract does not have.
const Unknown = "unknown"

// Field is one member of the request, given or not, an element of a list, or an entry of a
// map.
type Field struct {
	Pointer, Name, Type, Description string
	Required, Deprecated, Immutable  bool
	Since                            string
	// Topic and Words are for finding a member of the request: what it is about, and what people
	// call it. Adds is the call that adds to it where none changes it.
	Topic, Words, Adds string
	// Update is what an update does to a member of the request that it leaves out, and ForEver
	// what it means that none changes it.
	Update, ForEver string
	// Given tells whether the text has it; Start and End then enclose its value.
	Given      bool
	Start, End int
	// Value is a given scalar as a person would read it, or the JSON text of what does not
	// fit; Misfit says why it does not.
	Value, Misfit string
	// Default is JSON text: what comes of it when it is left out, "" when nothing does.
	Default string
	Values  []string
	// Long tells that a text may want several lines.
	Long     bool
	Min, Max *int64
	Fields   []Field
}

// Form returns the request as fields in the reference's order. unreadable says why there
// are none, "" when there are.
func (t *Text) Form() (fields []Field, unreadable string) {
	if unreadable := t.unreadable(); unreadable != "" {
		return nil, unreadable
	}
	return t.members(surrounds{given: t.Document.Root}, t.contract.Request), ""
}

// unreadable says why a text cannot be shown or changed as a form, "" when it can. An
// empty text can: it is a request with nothing in it yet.
func (t *Text) unreadable() string {
	d := t.Document
	switch {
	case t.empty():
		return ""
	case !d.Faithful:
		f := d.Faults[0]
		for _, other := range d.Faults {
			if !other.Warning && (other.Fix == nil || other.Rule == "unclosed-bracket") {
				f = other
				break
			}
		}
		return "The text has to be mended first, at line " + strconv.Itoa(1+strings.Count(d.Text[:f.Start], "\n")) + ": " + f.Message
	case d.Root.Kind != source.Object:
		words, _ := message.For(diagnostic.NotARequest{Found: d.Root.Kind})
		return words
	}
	return ""
}

// empty reports whether nothing but white space and closed comments stands in the text.
func (t *Text) empty() bool {
	return t.Document.Root == nil && slices.ContainsFunc(t.Document.Faults, func(f source.Fault) bool { return f.Rule == "empty-text" })
}

// surrounds is what fields know of the block that they are in.
type surrounds struct {
	pointer string
	// given is the block's node, nil where it is absent; without is then what the pool has
	// in its place.
	given     *source.Node
	without   *userpool.Value
	immutable bool
}

// members returns the fields of a structure, then those that the contract does not know.
func (t *Text) members(in surrounds, s *contract.Shape) []Field {
	var fields []Field
	for _, m := range s.Members {
		f := Field{
			Pointer: in.pointer + "/" + source.EscapePointer(m.Name), Name: m.Name, Description: m.Description,
			Required: m.Required, Deprecated: m.Deprecated, Immutable: in.immutable || m.Update().Omitted == contract.Immutable, Since: m.Since, Topic: m.Topic, Words: m.Words, Adds: m.Update().Adds, Update: m.Update().Omitted, ForEver: m.ForEver,
			Long: len(m.Placeholders) > 0,
		}
		without := in.without.Member(m.Name)
		if in.given != nil || in.pointer == "" {
			without = t.absence.Of(m)
		}
		if without != nil {
			f.Default = without.JSON()
		}
		t.fill(&f, m.Name, spot{m.Shape, m}, in.given.Member(m.Name), without)
		fields = append(fields, f)
	}
	if in.given != nil {
		for _, n := range in.given.Children {
			if s.Member(n.Name) == nil && !n.Shadowed {
				fields = append(fields, t.unknown(in.pointer, n))
			}
		}
	}
	return fields
}

// unknown is the field of a member that the contract does not have.
func (t *Text) unknown(pointer string, n *source.Node) Field {
	return Field{
		Pointer: pointer + "/" + source.EscapePointer(n.Name), Name: n.Name, Type: Unknown,
		Given: true, Start: n.Start, End: n.End, Value: t.Document.Text[n.Start:n.End],
	}
}

// fill completes a field with what its shape and its node say. called is what to call it
// in sentences. n is nil where it is not given; without is what the pool has then.
func (t *Text) fill(f *Field, called string, s spot, n *source.Node, without *userpool.Value) {
	f.Type = s.shape.Kind.String()
	f.Values = choices(s.shape, n)
	f.Min, f.Max = s.shape.Min, s.shape.Max
	below := surrounds{pointer: f.Pointer, given: n, without: without, immutable: f.Immutable}
	if n != nil {
		f.Given, f.Start, f.End = true, n.Start, n.End
		if f.Misfit = misfit(called, s, n); f.Misfit != "" {
			f.Value = t.Document.Text[n.Start:n.End]
			return
		}
	}
	switch {
	case s.shape.Kind == contract.Structure:
		f.Fields = t.members(below, s.shape)
	case n == nil:
	case s.shape.Scalar():
		f.Value = n.Text
		if n.Kind == source.True || n.Kind == source.False {
			f.Value = strconv.FormatBool(n.Kind == source.True)
		}
	default:
		for _, child := range n.Children {
			if !child.Shadowed {
				f.Fields = append(f.Fields, t.item(below, s.shape, child))
			}
		}
	}
}

// choices are the values to choose from, for a list those of its elements and for a map
// those of its keys: not those that are refused, but for one that is given.
func choices(s *contract.Shape, n *source.Node) []string {
	switch s.Kind {
	case contract.List:
		s, n = s.Element, nil
	case contract.Map:
		s, n = s.Key, nil
	}
	var free []string
	for _, v := range s.Enum {
		if !slices.Contains(s.Refused, v) || n != nil && n.Text == v {
			free = append(free, v)
		}
	}
	return free
}

// item is the field of a list's element or a map's entry.
func (t *Text) item(in surrounds, s *contract.Shape, n *source.Node) Field {
	f := Field{Name: n.Name, Description: s.Element.Description, Immutable: in.immutable}
	step, called := source.EscapePointer(n.Name), n.Name
	if s.Kind == contract.List {
		f.Name, step, called = elementName(s.Element, n), strconv.Itoa(n.Index), "This element"
	}
	f.Pointer = in.pointer + "/" + step
	t.fill(&f, called, spot{shape: s.Element}, n, nil)
	return f
}

// elementName tells an element of a list from the others: a word by itself, an object by
// its first text, one that may be any before one of an enumeration.
func elementName(s *contract.Shape, n *source.Node) string {
	if n.Kind == source.String && n.Text != "" {
		return n.Text
	}
	for _, free := range []bool{true, false} {
		for _, m := range s.Members {
			v := n.Member(m.Name)
			if v != nil && v.Kind == source.String && v.Text != "" && (len(m.Shape.Enum) == 0) == free {
				return v.Text
			}
		}
	}
	return "element " + strconv.Itoa(n.Index+1)
}

// misfit says why a value cannot be shown as what it should be, "" when it can.
func misfit(name string, s spot, n *source.Node) string {
	if n.Kind == source.Null {
		return name + " is null, which counts as left out."
	}
	var words string
	switch {
	case !holds(s.shape, n.Kind):
		words, _ = message.For(diagnostic.WrongType{Name: name, Member: s.member, Found: n.Kind, Wanted: s.shape, Text: n.Text})
	case len(s.shape.Enum) > 0 && !slices.Contains(s.shape.Enum, n.Text):
		words, _ = message.For(diagnostic.Unsatisfied{Keyword: "enum", Name: name, Member: s.member, Shown: n.Text, Shape: s.shape})
	}
	return words
}
