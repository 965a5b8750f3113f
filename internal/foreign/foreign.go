// Package foreign reads a text in which a user pool is written in another tool's language:
// it says what the text is, finds the pools in it, and gives the tree of one of them the names
// of the API, with the places of the text. From there on everything is as for a request in
// JSON: types, constraints, rules, reply.
//
// The parsers of other languages are not here but in package readers, which is another
// program: [Reader] says which one a text needs, and [Read] gives the tree that it made its
// meaning. Names come back through the contract, as package export sends them out. A value
// that only the tool knows becomes a node of kind Unknown: nothing is run and nothing guessed.
package foreign

import (
	"fmt"
	"strings"

	"userpoolplayground/internal/describe"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// Options are what a reading depends on beside the text.
type Options struct {
	userpool.Options
	// Resource names a pool, and Offset, in bytes, is a place inside of one; Offset is negative
	// for none. With neither the first pool is taken.
	Resource string
	Offset   int
	// Parameters are values for what the outside gives the text, by name.
	Parameters map[string]string
}

// Result is what became of a text.
type Result struct {
	// Recognised is one of the kinds, "" for a text of none.
	Recognised string
	// Looked says of an unrecognised text, in a sentence each, what was looked for and what
	// of it was found.
	Looked []string
	// Pools are those of the text, Chosen the one that was read, negative for none.
	Pools  []Pool
	Chosen int
	// Document is the pool as a request, in the API's names with the places of the text; nil
	// where there is none.
	Document *source.Document
	// Told is what the tree does not say.
	Told []Told
	// Parameters are what the outside gives the text.
	Parameters []Parameter
}

// Pool is one pool of a text, in bytes of it.
type Pool struct {
	ID         string
	Start, End int
}

// Told is a finding of this package. Rule is [LeftOut], [PutIn], [Beside] or names a fault.
type Told struct {
	diagnostic.Diagnostic
	// Path is the place as people write it in the tool: "sms_configuration.x", "--region". In
	// JSON it is a JSON Pointer into the text.
	Path string

	// rename is the name that was meant, and quote tells that the value needs quotes: fixes to
	// be written.
	rename string
	quote  bool
}

// What is told and is no fault.
const (
	LeftOut = "left-out" // a part of the pool that does not reach the request
	PutIn   = "put-in"   // a value that stands in the text elsewhere
	Beside  = "beside"   // what is in the text and no part of the pool
)

// Parameter is a value that the outside gives a text.
type Parameter struct {
	Name string
	// Value is the one in force; Known is false where there is none.
	Value string
	Known bool
	// Why says where the value comes from, or why there is none.
	Why        string
	Start, End int
}

// The kinds of texts.
const (
	Request        = "request"
	Answer         = "answer"
	AWSCLI         = "aws-cli"
	CloudFormation = "cloudformation"
	Terraform      = "terraform"
	Boto3          = "boto3"
	Paws           = "paws"
)

// Reader names the reader of package readers that a text needs, "" when it needs none.
func Reader(text string) string {
	_, reader := recognise(text, source.Parse(text))
	return reader
}

// Read reads a text. read is what the reader that [Reader] names made of it, nil when it names
// none.
func Read(text string, read *reading.Reading, o Options) Result {
	document := source.Parse(text)
	kind, reader := recognise(text, document)
	m := &mapper{text: text, options: o, contract: o.Contract, tongue: tongueOf(kind)}
	m.Recognised, m.Chosen = kind, -1
	switch {
	case document.OverLimit && reader == "":
		m.faults(document)
	case kind == "":
		m.Looked = looked(text, document)
	case kind == Request && reader == "":
		m.Document, m.Chosen = document, 0
		m.Pools = []Pool{{ID: Request, End: len(text)}}
	case reader == "" && kind == Answer:
		m.answer(document)
	case reader == "" && !document.Faithful:
		m.faults(document)
	case reader == "":
		m.pointers = true
		m.pools(fromJSON(document.Root))
	case read == nil:
		m.say(diagnostic.Error, "unread", at{}, &reading.Value{}, "The reader for this kind of text is missing.")
	default:
		for _, f := range read.Faults {
			place := &reading.Value{From: min(max(f.From, 0), len(text)), To: min(max(f.From, f.To), len(text))}
			m.say(diagnostic.Error, "syntax", at{}, place, "%s", sentence(f.Message))
			m.Told[len(m.Told)-1].Stage = diagnostic.Syntax
		}
		switch {
		case read.Root != nil:
			within(read.Root, len(text))
			m.pools(read.Root)
		case len(read.Faults) == 0: // comments alone
			m.say(diagnostic.Error, "no-pool", at{}, &reading.Value{}, "%s", m.missing)
		}
	}
	return m.Result
}

// within keeps a tree's places inside the text: it came from another program.
func within(v *reading.Value, length int) {
	for _, span := range [...]struct{ from, to *int }{{&v.From, &v.To}, {&v.NameFrom, &v.NameTo}} {
		*span.from = min(max(*span.from, 0), length)
		*span.to = min(max(*span.to, *span.from), length)
	}
	for _, c := range v.Children {
		within(c, length)
	}
}

func sentence(text string) string {
	if text == "" || strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, ")") {
		return text
	}
	return text + "."
}

// faults says what is wrong with a text that is nearly JSON.
func (m *mapper) faults(d *source.Document) {
	for _, f := range d.Faults {
		severity := diagnostic.Error
		if f.Warning {
			severity = diagnostic.Warning
		}
		m.say(severity, f.Rule, at{}, &reading.Value{From: f.Start, To: f.End}, "%s", f.Message)
	}
}

// answer reads an answer of the service.
func (m *mapper) answer(d *source.Document) {
	imported := describe.Read(d, m.options.Options)
	for _, dropped := range imported.Dropped {
		t := Told{Path: dropped.Pointer}
		t.Diagnostic = diagnostic.Diagnostic{
			Rule: LeftOut, Stage: diagnostic.Tool, Severity: diagnostic.Note, Start: dropped.Start, End: dropped.End,
			Evidence: diagnostic.Documented, Facts: diagnostic.Malformed{Message: dropped.Why},
		}
		m.Told = append(m.Told, t)
	}
	for _, finding := range imported.Findings {
		m.Told = append(m.Told, Told{Diagnostic: finding, Path: finding.Pointer})
	}
	if imported.Root == nil {
		return
	}
	m.Chosen, m.Pools = 0, []Pool{{ID: Answer, End: len(m.text)}}
	imported.Root.Adopt()
	m.Document = source.Of(m.text, imported.Root, nil)
}

// fromJSON makes the tree of a text that needs no reader.
func fromJSON(n *source.Node) *reading.Value {
	if n == nil {
		return nil
	}
	v := &reading.Value{From: n.Start, To: n.End, Name: n.Name, NameFrom: n.NameStart, NameTo: n.NameEnd, Text: n.Text}
	switch n.Kind {
	case source.Null:
		v.Kind = reading.Null
	case source.True:
		v.Kind, v.Text = reading.Bool, "true"
	case source.False:
		v.Kind, v.Text = reading.Bool, "false"
	case source.Number:
		v.Kind = reading.Number
	case source.String:
		v.Kind = reading.String
	case source.Array:
		v.Kind = reading.List
	case source.Object:
		v.Kind = reading.Object
	}
	for _, c := range n.Children {
		if !c.Shadowed {
			v.Children = append(v.Children, fromJSON(c))
		}
	}
	return v
}

// pools finds the pools in a tree and maps the one that is chosen, or the first.
func (m *mapper) pools(root *reading.Value) {
	m.root = root
	found := m.find(m, root)
	if len(found) == 0 {
		m.say(diagnostic.Error, "no-pool", at{}, &reading.Value{}, "%s", m.missing)
		return
	}
	taken := map[string]bool{}
	m.Chosen = 0
	for i, p := range found {
		for n, wanted := 2, p.id; taken[p.id]; n++ {
			p.id = fmt.Sprintf("%s (%d)", wanted, n)
		}
		taken[p.id] = true
		start, end := extent(p.value)
		m.Pools = append(m.Pools, Pool{p.id, start, end})
		switch o := m.options; {
		case o.Resource != "" && p.id == o.Resource, o.Resource == "" && o.Offset >= start && o.Offset <= end:
			m.Chosen = i
		}
	}
	p := found[m.Chosen]
	if p.tongue != nil {
		m.tongue = p.tongue
	}
	m.env = p.env
	request := m.read(m, p)
	if request == nil {
		return
	}
	if m.finish != nil {
		m.finish(m, p, request)
	}
	order(request, m.contract.Request)
	request.Adopt()
	m.Document = source.Of(m.text, request, m.hand)
	for i, t := range m.Told {
		if t.quote {
			n := &source.Node{Kind: source.String, Start: t.Start, End: t.End}
			if edits := m.hand.Replace(m.Document, n, source.Quote(m.text[t.Start:t.End])); len(edits) > 0 {
				m.Told[i].Fixes = append(t.Fixes, source.Fix{Title: "Put it in quotes", Edits: edits, Safe: true})
			}
		}
		if t.rename == "" {
			continue
		}
		if edits := m.hand.Rename(m.Document, &source.Node{NameStart: t.Start, NameEnd: t.End}, t.rename); len(edits) > 0 {
			m.Told[i].Fixes = append(t.Fixes, source.Fix{Title: "Rename it to " + t.rename, Edits: edits})
		}
	}
}

// extent encloses a value with its name and all that is below it.
func extent(v *reading.Value) (from, to int) {
	from, to = v.From, v.To
	if v.NameTo > v.NameFrom {
		from = min(from, v.NameFrom)
	}
	for _, c := range v.Children {
		if _, end := extent(c); end > to {
			to = end
		}
	}
	return from, to
}

// pool is one pool of a text.
type pool struct {
	// id is what it is called where it stands.
	id    string
	value *reading.Value
	// path is its place as people write it.
	path string
	// env are the names that hold in it alone.
	env map[string]*reading.Value
	// tongue is the language of the pool, where a text has several.
	tongue *tongue
}

// tongueOf returns the tool of a kind of texts.
func tongueOf(kind string) *tongue {
	switch kind {
	case AWSCLI:
		return awsCLI
	case CloudFormation:
		return cloudFormation
	case Terraform:
		return terraformTongue
	case Boto3:
		return boto3
	case Paws:
		return paws
	}
	return yamlRequests
}
