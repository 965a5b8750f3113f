package contract

import (
	"net/url"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/tidwall/gjson"
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
func (c *Contract) Validate(instance any) []Violation {
	err := c.compile().Validate(instance)
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
			Operand: gjson.Get(c.documents[strings.TrimPrefix(location, base)], strings.ReplaceAll(fragment[1:], "/", ".")),
			OfKey:   strings.Contains(e.KeywordLocation, "/propertyNames/"),
		})
	}
	walk(err.(*jsonschema.ValidationError))
	return found
}
