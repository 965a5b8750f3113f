// Package awserror words findings as the service does: one table from the facts of a
// case to the exception that it sends. The grammar was put together from messages that
// people published; where a cell was never seen, the nearest seen one is followed.
package awserror

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/javahash"
	"userpoolplayground/internal/source"
)

// Exception is what the service sends in place of a UserPool.
type Exception struct {
	Type string
	// Message is "" when the service sends none.
	Message string
	// Framework is set for the exceptions of the layer before Cognito's own code, which
	// spells the key "Message".
	Framework bool
	// Unworded is set when the type is known but the service's words are not: Message is
	// then a plain sentence of ours.
	Unworded bool
}

// Body returns the exception as the JSON of the answer.
func (e Exception) Body() string {
	body := `{"__type":` + source.Quote(e.Type)
	switch {
	case e.Message == "":
	case e.Framework:
		body += `,"Message":` + source.Quote(e.Message)
	default:
		body += `,"message":` + source.Quote(e.Message)
	}
	return body + "}"
}

// Nothing is the answer to a text without a request.
func Nothing() *Exception { return &Exception{Type: serialization, Framework: true} }

const serialization = "SerializationException"

// For returns the one exception that the service answers with, or nil when nothing is
// refused. It stops at the first stage that fails: of the types stage the first value in
// the text speaks, of the constraints all together, of the rules the first.
func For(findings []diagnostic.Diagnostic) *Exception {
	for i := range findings {
		if findings[i].Severity == diagnostic.Error {
			return refusal(findings)
		}
	}
	return nil
}

func refusal(findings []diagnostic.Diagnostic) *Exception {
	var unsatisfied []diagnostic.Unsatisfied
	var first *diagnostic.Diagnostic // of the rules broken, in the service's order and not the text's
	for _, stage := range []diagnostic.Stage{diagnostic.Syntax, diagnostic.Types, diagnostic.Constraints, diagnostic.Semantics, diagnostic.Account} {
		for i, d := range findings {
			if d.Stage != stage || d.Severity != diagnostic.Error {
				continue
			}
			switch f := d.Facts.(type) {
			case diagnostic.Unsatisfied:
				unsatisfied = append(unsatisfied, f)
			case diagnostic.Broken:
				if first == nil || f.Order < first.Facts.(diagnostic.Broken).Order {
					first = &findings[i]
				}
			default:
				return Alone(d)
			}
		}
		switch {
		case len(unsatisfied) > 0:
			return constraintFailure(unsatisfied)
		case first != nil:
			return Alone(*first)
		}
	}
	return nil
}

// Alone returns the exception that a finding would give if it were the only one, or nil
// for one that the service does not mind.
func Alone(d diagnostic.Diagnostic) *Exception {
	if d.Severity != diagnostic.Error {
		return nil
	}
	return alone(d.Facts)
}

func alone(facts diagnostic.Facts) *Exception {
	switch f := facts.(type) {
	case diagnostic.NotARequest:
		if f.Found == source.Array {
			return &Exception{Type: serialization, Message: listUnexpected, Framework: true}
		}
		return &Exception{Type: serialization, Framework: true}
	case diagnostic.WrongType:
		return &Exception{Type: serialization, Message: wrongType(f.Found, f.Wanted.Kind), Framework: true}
	case diagnostic.Unsatisfied:
		return constraintFailure([]diagnostic.Unsatisfied{f})
	case diagnostic.Broken:
		framework := f.Exception == "AccessDeniedException"
		if f.Says == "" {
			return &Exception{Type: f.Exception, Message: f.Message, Framework: framework, Unworded: true}
		}
		return &Exception{Type: f.Exception, Message: f.Says, Framework: framework}
	}
	return &Exception{Type: serialization, Framework: true}
}

const listUnexpected = "Start of list found where not expected"

// wrongType is the table of a JSON value against a type of the model. The missing full
// stop and "an Boolean" are the service's own.
func wrongType(found source.Kind, wanted contract.Kind) string {
	switch found {
	case source.Array:
		return listUnexpected
	case source.Object:
		return "Start of structure or map found where not expected."
	}
	switch wanted {
	case contract.List:
		return "Expected list or null"
	case contract.Map:
		return "Expected map or null"
	case contract.Structure:
		return "Expected null"
	}
	token := map[source.Kind]string{source.String: "STRING_VALUE", source.Number: "NUMBER_VALUE", source.True: "TRUE_VALUE", source.False: "FALSE_VALUE"}
	class := map[contract.Kind]string{contract.String: "a String", contract.Integer: "an Integer", contract.Boolean: "an Boolean"}
	return token[found] + " can not be converted to " + class[wanted]
}

// WrongType is what the service says of a value of one kind where another is wanted.
type WrongType struct {
	Found   source.Kind
	Wanted  contract.Kind
	Message string
}

// WrongTypes lists them all.
func WrongTypes() []WrongType {
	var all []WrongType
	for _, wanted := range []contract.Kind{contract.String, contract.Integer, contract.Boolean, contract.List, contract.Map, contract.Structure} {
		for _, found := range []source.Kind{source.String, source.Number, source.True, source.False, source.Array, source.Object} {
			fits := found == source.Object && wanted >= contract.Map || found == source.Array && wanted == contract.List ||
				found == source.String && wanted == contract.String || found == source.Number && wanted == contract.Integer ||
				(found == source.True || found == source.False) && wanted == contract.Boolean
			if !fits {
				all = append(all, WrongType{found, wanted, wrongType(found, wanted)})
			}
		}
	}
	return all
}

// constraintFailure words what validation of all members found. Their order is not
// stable in the service's answers; here it is that of the paths, a container before what
// it holds, lengths before patterns.
func constraintFailure(all []diagnostic.Unsatisfied) *Exception {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b diagnostic.Unsatisfied) int {
		return cmp.Or(slices.CompareFunc(a.Path, b.Path, compareStep), cmp.Compare(rank(a.Keyword), rank(b.Keyword)))
	})
	// A list is at fault once, however many of its elements are.
	all = slices.CompactFunc(all, func(a, b diagnostic.Unsatisfied) bool {
		return a.Keyword == b.Keyword && slices.Equal(a.Path, b.Path)
	})
	message := strconv.Itoa(len(all)) + " validation error"
	if len(all) > 1 {
		message += "s"
	}
	for i, u := range all {
		separator := "; "
		if i == 0 {
			separator = " detected: "
		}
		shown := "null "
		switch {
		case u.Null:
		case u.Hidden:
			shown = ""
		default:
			shown = "'" + u.Shown + "' "
		}
		message += separator + "Value " + shown + "at '" + strings.Join(u.Path, ".") + "' failed to satisfy constraint: " + Failed(u)
	}
	return &Exception{Type: "InvalidParameterException", Message: message}
}

func compareStep(a, b string) int {
	m, errA := strconv.Atoi(a)
	n, errB := strconv.Atoi(b)
	if errA == nil && errB == nil {
		return cmp.Compare(m, n)
	}
	return cmp.Compare(a, b)
}

func rank(keyword string) int {
	return slices.Index([]string{"required", "minLength", "minItems", "minimum", "maxLength", "maxItems", "maximum", contract.PatternKeyword, "enum", "elements", "keys", "values"}, keyword)
}

// Failed words the constraint that a finding is about.
func Failed(u diagnostic.Unsatisfied) string {
	switch u.Keyword {
	case "required":
		return "Member must not be null"
	case "elements":
		return "Member must satisfy constraint: " + every(u.Shape)
	case "keys":
		return "Map keys must satisfy constraint: " + every(u.Shape)
	case "values":
		return "Map value must satisfy constraint: " + every(u.Shape)
	case contract.PatternKeyword:
		return constraint(u.Shape, pattern)
	case "enum":
		return constraint(u.Shape, enumeration)
	case "minLength", "minItems", "minimum":
		return constraint(u.Shape, minimum)
	}
	return constraint(u.Shape, maximum)
}

type facet uint8

const (
	maximum facet = iota
	minimum
	pattern
	enumeration
)

// every words all constraints of what a list or map of simple values holds, in one
// bracket: the maximum stands first there.
func every(s *contract.Shape) string {
	var all []string
	for _, f := range []facet{maximum, minimum, pattern, enumeration} {
		if words := constraint(s, f); words != "" {
			all = append(all, words)
		}
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// constraint words one facet of a shape, "" where the shape does not have it.
func constraint(s *contract.Shape, f facet) string {
	measure := "length"
	if s.Kind == contract.Integer {
		measure = "value"
	}
	switch f {
	case maximum:
		if s.Max != nil {
			return "Member must have " + measure + " less than or equal to " + strconv.FormatInt(*s.Max, 10)
		}
	case minimum:
		if s.Min != nil {
			return "Member must have " + measure + " greater than or equal to " + strconv.FormatInt(*s.Min, 10)
		}
	case pattern:
		if s.Pattern != "" {
			return "Member must satisfy regular expression pattern: " + s.Pattern
		}
	case enumeration:
		if len(s.Enum) > 0 {
			return "Member must satisfy enum value set: [" + strings.Join(javahash.Plain(s.Enum), ", ") + "]"
		}
	}
	return ""
}
