package reading

import (
	"strconv"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/source"
)

// Document is a user pool that was found in a text, as a request in the API's names with the
// places of the text, and what else there is to say of it. Places are in bytes.
type Document struct {
	// Language says what the text is.
	Language string
	// Root is the request, nil where none was read; of an answer of the service it is the
	// answer as it stands.
	Root *source.Node
	// Tool names whose names the pool is in and who checks it, "" for the language's own tool.
	Tool string
	// Hand names who writes changes in the text, "" where nobody does.
	Hand string
	// Pools are those of the text, Chosen the one that was read, negative for none.
	Pools  []Pool
	Chosen int
	// Region and AccountID are where the text says that the pool stands, "" where it does not.
	Region, AccountID string
	// Told is what the tree does not say.
	Told []Told
	// Parameters are what the outside gives the text.
	Parameters []Parameter
	// Clients are the app clients beside the pool.
	Clients []Client
	// Calls are those that the tool makes once the pool is made, in their order.
	Calls []LaterCall
	// Typed is where [Typed] stands, nil where it does not.
	Typed *Place
}

// Typed is a word that no text has of itself: it stands for what is being typed.
const Typed = "uppTypedHere"

// Place is one in the request, by its JSON Pointer: of a value, or of the structure in which a name stands.
type Place struct {
	Pointer string
	Name    bool
	// Values are what the tool takes there, where that is no member of the request.
	Values []string
}

// LaterCall is a call that a tool makes on the pool that it has made. Root is its request without the
// UserPoolId, with the places of the text.
type LaterCall struct {
	Operation string
	Root      *source.Node
}

// Pool is one pool of a text.
type Pool struct {
	ID         string
	Start, End int
}

// Told is a finding about a text in its own language. Rule is [LeftOut], [PutIn], [Beside] or
// names a fault.
type Told struct {
	Rule     string
	Stage    diagnostic.Stage
	Severity diagnostic.Severity
	// Pointer leads into the request. Path is the place as people write it in the tool:
	// "sms_configuration.x", "--region"; in JSON it is a JSON Pointer into the text.
	Pointer, Path string
	Start, End    int
	Message, Why  string
	Fixes         []source.Fix
}

// What is told and is no fault.
const (
	LeftOut = "left-out" // a part of the pool that does not reach the request
	PutIn   = "put-in"   // a value that stands in the text elsewhere
	Beside  = "beside"   // what is in the text and no part of the pool
)

// Unread is the expression of what stands next to a fault of the text's own language, or in another
// text: nobody can say what it would be.
const Unread = "…"

// Client is an app client that stands beside the pool.
type Client struct {
	// ID is what it is called where it stands, Request what of CreateUserPoolClient's request is known, as
	// JSON without a UserPoolId.
	ID, Request string
}

// Parameter is a value that the outside gives a text.
type Parameter struct {
	Name string
	// Value is the one in force; Known is false where there is none.
	Value string
	Known bool
	// Why says where the value comes from, or why there is none.
	Why        string
	Start, End int
	// Allowed are the only values that the text takes, nil where it takes any.
	Allowed []string
}

// Within keeps a document's places inside of a text: it came from another program.
func (d Document) Within(length int) Document {
	clip := func(start, end *int) {
		*start = min(max(*start, 0), length)
		*end = min(max(*end, *start), length)
	}
	for i := range d.Pools {
		clip(&d.Pools[i].Start, &d.Pools[i].End)
	}
	for i := range d.Parameters {
		clip(&d.Parameters[i].Start, &d.Parameters[i].End)
	}
	for i := range d.Told {
		clip(&d.Told[i].Start, &d.Told[i].End)
		for _, f := range d.Told[i].Fixes {
			for j := range f.Edits {
				clip(&f.Edits[j].Start, &f.Edits[j].End)
			}
		}
	}
	var visit func(n *source.Node)
	visit = func(n *source.Node) {
		clip(&n.Start, &n.End)
		clip(&n.From, &n.To)
		clip(&n.NameStart, &n.NameEnd)
		for _, c := range n.Children {
			visit(c)
		}
	}
	if d.Root != nil {
		visit(d.Root)
	}
	for _, c := range d.Calls {
		visit(c.Root)
	}
	return d
}

// Diagnostic returns a finding as the other findings are.
func (t Told) Diagnostic() diagnostic.Diagnostic {
	return diagnostic.Diagnostic{
		Rule: t.Rule, Stage: t.Stage, Severity: t.Severity, Pointer: t.Pointer, Start: t.Start, End: t.End,
		Evidence: diagnostic.Documented, Facts: diagnostic.Said{Message: t.sentence(), Why: t.Why}, Fixes: t.Fixes,
	}
}

// sentence is the message as one that stands alone: beside its path what is left out is "it", and a
// list of problems has no path.
func (t Told) sentence() string {
	rest, found := strings.CutPrefix(t.Message, "It ")
	last := strings.LastIndexAny(t.Path, "./")
	name := t.Path[last+1:]
	// An element of a list is named with its list: a number alone says nothing.
	if _, err := strconv.Atoi(name); err == nil && last > 0 {
		name = t.Path[strings.LastIndexAny(t.Path[:last], "./")+1:]
	}
	if !found || name == "" || t.Rule != LeftOut && t.Rule != Beside {
		return t.Message
	}
	return name + " " + rest
}
