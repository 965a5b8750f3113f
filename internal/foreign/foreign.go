// Package foreign takes a text in which some other tool has a user pool written, says what
// it is, and turns it into a request: a command of the AWS CLI, a CloudFormation template,
// Terraform, a call in Python or R, an answer of the service, or a request itself.
//
// The parsers of other languages are not here but in package readers, which is another
// program: [Reader] says which one a text needs, and [Import] gives the tree that it made
// its meaning. Names come back through the contract, as package export sends them out; no
// importer knows a member by its name.
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

// Result is what became of a text.
type Result struct {
	// Recognised is one of the kinds, "" for a text of none.
	Recognised string
	// Looked says of an unrecognised text, in a sentence each, what was looked for and what
	// of it was found.
	Looked []string
	// Choices are the pools of a text that has several, when none was chosen.
	Choices []Choice
	// Request is the request's text, "" where there is none.
	Request string
	// Dropped is what the request does not carry, Findings what is wrong with the text or
	// has to be put in by hand.
	Dropped  []describe.Dropped
	Findings []diagnostic.Diagnostic
}

// Choice is one of several pools, in bytes of the text.
type Choice struct {
	ID         string
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

// Import turns a text into a request. read is what the reader that [Reader] names made of
// it, nil when it names none; resource chooses among several pools.
func Import(text string, read *reading.Reading, resource string, o userpool.Options) Result {
	document := source.Parse(text)
	kind, reader := recognise(text, document)
	m := &mapper{text: text, contract: o.Contract}
	switch {
	case document.OverLimit && reader == "":
		m.faults(document)
	case kind == Request && reader == "":
		m.faults(document)
		m.Request = text
	case kind == Answer:
		m.answer(text, o)
	case kind == "":
		m.Looked = looked(text, document)
	case reader == "" && !document.Faithful:
		m.faults(document)
	case reader == "":
		m.pointers = true
		m.pools(kind, fromJSON(document.Root), resource)
	case read == nil:
		m.say(diagnostic.Error, "import-unread", "", 0, 0, "The reader for this kind of text is missing.")
	default:
		for _, f := range read.Faults {
			m.say(diagnostic.Error, "import-syntax", "", min(max(f.From, 0), len(text)), min(max(f.From, f.To), len(text)), "%s", sentence(f.Message))
		}
		if len(read.Faults) == 0 {
			within(read.Root, len(text))
			m.pools(kind, read.Root, resource)
		}
	}
	m.Recognised = kind
	return m.Result
}

// within keeps a tree's places inside the text: it came from another program.
func within(v *reading.Value, length int) {
	if v == nil {
		return
	}
	v.From = min(max(v.From, 0), length)
	v.To = min(max(v.To, v.From), length)
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
		m.say(severity, f.Rule, "", f.Start, f.End, "%s", f.Message)
	}
}

func (m *mapper) answer(text string, o userpool.Options) {
	imported := describe.Import(text, o)
	m.Request, m.Dropped, m.Findings = imported.Request, imported.Dropped, imported.Findings
}

// fromJSON makes the tree of a text that needs no reader.
func fromJSON(n *source.Node) *reading.Value {
	if n == nil {
		return nil
	}
	v := &reading.Value{From: n.Start, To: n.End, Name: n.Name, Text: n.Text}
	switch n.Kind {
	case source.Null:
		v.Kind = reading.Null
	case source.True, source.False:
		v.Kind, v.Text = reading.Bool, map[source.Kind]string{source.True: "true", source.False: "false"}[n.Kind]
	case source.Number:
		v.Kind = reading.Number
	case source.String:
		v.Kind = reading.String
	case source.Array:
		v.Kind = reading.List
	case source.Object:
		v.Kind = reading.Object
	}
	if len(n.Children) > 0 && n.Parent != nil && n.Parent.Kind == source.Object {
		v.From, v.To = n.NameStart, n.NameEnd
	}
	for _, c := range n.Children {
		if !c.Shadowed {
			v.Children = append(v.Children, fromJSON(c))
		}
	}
	return v
}

// pools finds the pools in a tree and maps the only one, or the chosen one. The tree is nil
// for a text of comments alone.
func (m *mapper) pools(kind string, root *reading.Value, resource string) {
	t := tongueOf(kind)
	var found []*pool
	if root != nil {
		found = t.find(m, root)
	}
	if len(found) == 0 {
		m.say(diagnostic.Error, "import-no-pool", "", 0, 0, "%s", t.missing)
		return
	}
	chosen := found[0]
	if len(found) > 1 {
		chosen = nil
		taken := map[string]bool{}
		for _, p := range found {
			for n, wanted := 2, p.id; taken[p.id]; n++ {
				p.id = fmt.Sprintf("%s (%d)", wanted, n)
			}
			if taken[p.id] = true; p.id == resource {
				chosen = p
			}
		}
		if chosen == nil {
			for _, p := range found {
				m.Choices = append(m.Choices, Choice{p.id, p.value.From, p.value.To})
			}
			return
		}
	}
	m.tongue, m.root = t, root
	request := t.read(m, chosen)
	if request != nil {
		m.Request = request.text()
	}
}

// pool is one pool of a text.
type pool struct {
	// id is what it is called where it stands.
	id    string
	value *reading.Value
	// path is its place as people write it.
	path string
}
