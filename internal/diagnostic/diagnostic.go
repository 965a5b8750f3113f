// Package diagnostic is what a finding is: where, how grave, how sure, and the facts of
// the case. Its words come last and elsewhere: awserror words the facts as the service
// does, message words them for people.
package diagnostic

import (
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/source"
)

// Stage says which of the service's steps speaks, in the order in which they run; Advice
// is ours and runs last.
type Stage string

// The stages of a call.
const (
	Tool        Stage = "tool" // of the text's own language, before the service is called
	Syntax      Stage = "syntax"
	Types       Stage = "types"
	Constraints Stage = "constraints"
	Semantics   Stage = "semantics"
	Account     Stage = "account"
	Advice      Stage = "advice"
)

// Severity is how grave a finding is. The zero value is invalid.
type Severity uint8

// An Error is what the service would refuse; everything else is a Warning or a Note.
const (
	Error Severity = iota + 1
	Warning
	Note
)

var severityNames = [...]string{Error: "error", Warning: "warning", Note: "note"}

func (s Severity) String() string { return severityNames[s] }

// How sure a fact is.
const (
	Observed   = "observed"   // seen in an answer of the service
	Documented = "documented" // said by AWS's documentation or its models
	Inferred   = "inferred"   // neither: the best reading of what is known
	Disputed   = "disputed"   // sources contradict one another
)

// Diagnostic is one finding.
type Diagnostic struct {
	// Rule names the kind of finding: a rule of package rule, a fault of package source,
	// or the stage's own ("wrong-type", "constraint-maximum").
	Rule     string
	Stage    Stage
	Severity Severity
	// Pointer is the JSON Pointer of the member that is to blame, which for a missing one
	// is where it would stand.
	Pointer string
	// Start and End enclose it, or the nearest thing there is, in bytes.
	Start, End int
	Facts      Facts
	// Said is set where the text's tool refuses the same by another finding, which is the one to tell.
	Said     bool
	Evidence string
	Links    []string
	Related  []Related
	Fixes    []source.Fix
}

// Related is a second place that a finding speaks of.
type Related struct {
	Pointer    string
	Start, End int
	Message    string
}

// Facts are what a finding's words are made of: one of the types below.
type Facts interface{ facts() }

// Malformed is a text that is not JSON, or a warning about JSON that may not mean what
// it seems to. Message is the parser's.
type Malformed struct{ Message string }

// NotARequest is a text that is JSON but not an object: a list, or a bare value.
type NotARequest struct{ Found source.Kind }

// WrongType is a value of a type that the member's shape does not take.
type WrongType struct {
	Name   string           // the member's, or that of the list or map it is in
	Member *contract.Member // the member, or the nearest one around it
	Found  source.Kind
	Wanted *contract.Shape
	// By is the tool that refuses it before it calls the service, "" for the service itself.
	By   string
	Text string // the value as spelt, when it is a scalar
}

// Unsatisfied is a constraint that a value does not meet.
type Unsatisfied struct {
	// Keyword is the contract's: "maxLength", "required", "enum", …; "elements", "keys" or
	// "values" when it speaks of what a list or map of simple values holds.
	Keyword string
	// Name is the member's, and Member the contract's word on it; nil for map entries.
	Name   string
	Member *contract.Member
	// Path is the member in the service's own spelling, in steps: "schema", "1", "member", "name".
	Path []string
	// Shown is the value as the service prints it; Null is set when there is none.
	Shown string
	Null  bool
	// Hidden is set where the service prints no value, since it may be a secret.
	Hidden bool
	// Shape is that of the value, or of the elements, keys or values; its bounds and
	// enumeration are the operands.
	Shape *contract.Shape
	// Offender is the first element, key or value that is at fault, when Keyword is one
	// of those three.
	Offender string
	// By is the tool that refuses it before it calls the service, "" for the service itself.
	By string
}

// Broken is a rule between members that the request breaks.
type Broken struct {
	// Order is the rule's place in the order in which the service asks.
	Order     int
	Exception string // the exception's type
	Says      string // the service's words, filled in; "" when they are not known
	Message   string // what is wrong and what to do, for people
	Why       string
	// CheckedBy are the tools that refuse it before they call the service, and By is the one that does.
	CheckedBy []string
	By        string
}

// Depends is a rule that the request breaks or not, by a value that is known only when a tool
// runs.
type Depends struct {
	Broken
	// Expression is that value as it is written.
	Expression string
}

// Refused is what a tool does not take, so that it never comes to the service.
type Refused struct {
	// Tool is what refuses it: "CloudFormation".
	Tool string
	// Name is what it refuses, as it calls it.
	Name string
	// Meant is the name that was probably meant, and Belongs where it stands, in the tool's
	// names; both "" where nothing is near.
	Meant, Belongs string
	// Silent is set where the tool drops it without a word.
	Silent bool
	// Message says it in a sentence where it is another thing than a name.
	Message string
}

// Said is a finding that comes with its words, from another program.
type Said struct{ Message, Why string }

// Unknown is a member that the service ignores.
type Unknown struct {
	Name string
	In   string // the structure's shape name
	// Suggestion is the member that was probably meant, or "".
	Suggestion string
	// Elsewhere is where a member of that name does stand: "Policies", or "".
	Elsewhere string
	// Tool is whose name it is, where it is another tool's for Suggestion or for what no member
	// is: "CloudFormation". Told then says where such a thing goes.
	Tool, Told string
	// Since is set when the API knows it now but did not on the contract's date.
	Since string
}

func (Malformed) facts()   {}
func (NotARequest) facts() {}
func (WrongType) facts()   {}
func (Unsatisfied) facts() {}
func (Broken) facts()      {}
func (Unknown) facts()     {}
func (Depends) facts()     {}
func (Said) facts()        {}
func (Refused) facts()     {}
