// Package export writes a CreateUserPool request in the words of other tools: a command, a
// program, a template. One file is one tool, or a family of tools that differ in one thing.
//
// No exporter holds a list of members. Names follow from a rule of thumb and the contract's
// exceptions to it, and so does what a tool has no counterpart for. Whatever of the request
// did not get into a text is said in its notes: see job.account.
package export

import (
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// Order is what to write.
type Order struct {
	Request *request.Request
	// Errors is for how many reasons the service would refuse the request.
	Errors int
	// RegionTold is set where the surroundings say the Region.
	RegionTold bool
	// Mfa is the SetUserPoolMfaConfig that follows the request, nil where none does.
	Mfa *source.Node
	// Options hold the contract and the account; the pool's ID goes into an update.
	Options userpool.Options
}

// Result is a text and what has to be said of it, a sentence or two a note.
type Result struct {
	Text  string
	Notes []string
}

// Target is a tool that a request can be written for.
type Target struct {
	ID, Title string
	// Language is what the text is written in, for highlighting; FileName is a usual name.
	Language, FileName string

	// called is the tool's name in a sentence.
	called string
	// names is the tool's key in the contract's names and notes, "" where it uses AWS's
	// names; spell is its rule of thumb.
	names string
	spell func(string) string
	// modelled is set on tools that know the members of AWS's model of their day.
	modelled bool
	// regional is set where the text names a Region.
	regional bool
	// expresses tells whether an expression of the tool can stand as a member's value; nil where the
	// tool has none.
	expresses func(m *contract.Member, expression string) bool
	// factors gives the pool what a template has for second factors; nil for what makes calls.
	factors func(*job)
	write   func(*job)
}

// Targets are the tools, in the order of a menu.
var Targets = []Target{
	awsCLI, awsCLIPowerShell, awsCLIJSON, boto3, javaScript, goSDK,
	cloudFormationYAML, cloudFormationJSON, cdkTypeScript, terraform, paws, updateUserPool, curl,
}

// Find returns the target of an ID.
func Find(id string) (t Target, ok bool) {
	for _, t := range Targets {
		if t.ID == id {
			return t, true
		}
	}
	return Target{}, false
}

// Write writes a request for the target.
func (t Target) Write(o Order) Result {
	j := &job{Order: o, target: t, written: map[string]bool{"": true}, told: map[string]bool{}}
	j.root = j.read(o.Request.Root)
	if o.Mfa != nil && t.factors != nil {
		t.factors(j)
	}
	t.write(j)
	return Result{Text: j.String(), Notes: j.account()}
}

// job is one text in the making.
type job struct {
	Order
	strings.Builder
	target Target
	// root is the request in the tool's names, without what it has no counterpart for.
	root *part
	// written and told hold the JSON Pointers, into the request, of what the text and the
	// notes speak of.
	written, told map[string]bool
	notes         []string
	// expressed and open are what is known only at deployment: what an expression stands for, and what
	// is left out.
	expressed, open []string
	// called is set where the text makes the call that follows.
	called bool
}

func (j *job) region() string { return j.Options.Account.Region }

// name returns what the tool calls a member, "" for one without counterpart. known is set
// where the contract says so and not the rule of thumb.
func (j *job) name(m *contract.Member) (name string, known bool) { return j.target.NameOf(m) }
