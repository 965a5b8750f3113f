// Package constraint holds requests against what the contract says of single values: required
// members, lengths, ranges, patterns, enumerations. The validator is compiled from the
// contract's own documents. It stands apart from the contract, since not every program that
// reads the contract validates by it.
package constraint

import (
	"net/url"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/tidwall/gjson"

	"userpoolplayground/internal/contract"
)

// Violation is one constraint that a value does not meet.
type Violation struct {
	// Pointer is the value's JSON Pointer in the validated instance.
	Pointer string
	// Keyword is the JSON Schema keyword: "maxLength", "required", "x-pattern", …
	Keyword string
	// Operand is the keyword's value as the document has it.
	Operand gjson.Result
	// OfKey is set where a map's key, and not the value, is at fault.
	OfKey bool
}

// Validate holds a request of the right types against every constraint of its members:
// required ones, lengths, ranges, patterns, enumerations. The instance is made of
// map[string]any, []any, string, int64 and bool. The order of the answer is not stable.
//
// Every operand is read in our own document at the place that jsonschema names, never
// parsed out of its messages.
func Validate(c *contract.Contract, instance any) []Violation {
	err := validator(c).Validate(instance)
	if err == nil {
		return nil
	}
	var found []Violation
	var walk func(e *jsonschema.ValidationError)
	walk = func(e *jsonschema.ValidationError) {
		for _, cause := range e.Causes {
			walk(cause)
		}
		if len(e.Causes) > 0 {
			return
		}
		location, fragment, _ := strings.Cut(e.AbsoluteKeywordLocation, "#")
		at := strings.LastIndexByte(fragment, '/')
		// Its pointers are written as URL fragments are. A name that cannot be unescaped
		// cannot have been escaped either.
		pointer, err := url.PathUnescape(e.InstanceLocation)
		if err != nil {
			pointer = e.InstanceLocation
		}
		found = append(found, Violation{
			Pointer: pointer,
			Keyword: fragment[at+1:],
			Operand: gjson.Get(c.Document(strings.TrimPrefix(location, contract.Base)), strings.ReplaceAll(fragment[1:], "/", ".")),
			OfKey:   strings.Contains(e.KeywordLocation, "/propertyNames/"),
		})
	}
	walk(err.(*jsonschema.ValidationError))
	return found
}

// validators are the compiled contracts: of each set of documents, by the request's location.
var validators sync.Map

// validator makes one validator of a contract's documents.
func validator(of *contract.Contract) *jsonschema.Schema {
	if all, ok := validators.Load(of.Together()); ok {
		if v := all.(map[string]*jsonschema.Schema)[of.Location()]; v != nil {
			return v
		}
	}
	all := compile(of)
	validators.Store(of.Together(), all)
	return all[of.Location()]
}

// compile makes the validators of all requests in a contract's documents at once, so that they
// share what they have in common.
func compile(of *contract.Contract) map[string]*jsonschema.Schema {
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.RegisterExtension(contract.PatternKeyword, nil, wholeString{})
	for name, document := range of.Documents() {
		if err := c.AddResource(contract.Base+name, strings.NewReader(document)); err != nil {
			panic("constraint: " + name + ": " + err.Error())
		}
	}
	all := map[string]*jsonschema.Schema{}
	for _, location := range of.Locations() {
		all[location] = c.MustCompile(contract.Base + location)
	}
	return all
}

type wholeString struct{}

func (wholeString) Compile(_ jsonschema.CompilerContext, m map[string]any) (jsonschema.ExtSchema, error) {
	pattern, ok := m[contract.PatternKeyword].(string)
	if !ok {
		return nil, nil
	}
	re, err := contract.Pattern(pattern)
	if err != nil {
		return nil, err
	}
	return matcher{re}, nil
}

type matcher struct{ re *contract.Expression }

func (m matcher) Validate(ctx jsonschema.ValidationContext, v any) error {
	if s, ok := v.(string); ok && !m.re.MatchString(s) {
		return ctx.Error(contract.PatternKeyword, "does not match")
	}
	return nil
}
