package contract

import (
	"regexp"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// PatternKeyword holds what a whole string must match, in Java's dialect, with Java's
// Matcher.matches: JSON Schema's own "pattern" is content with a part.
const PatternKeyword = "x-pattern"

// compile makes the validator of what is at a location of a set of documents.
func compile(documents map[string]string, location string) *jsonschema.Schema {
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.RegisterExtension(PatternKeyword, nil, wholeString{})
	for name, document := range documents {
		if err := c.AddResource(base+name, strings.NewReader(document)); err != nil {
			panic("contract: " + name + ": " + err.Error())
		}
	}
	return c.MustCompile(base + location)
}

type wholeString struct{}

func (wholeString) Compile(_ jsonschema.CompilerContext, m map[string]any) (jsonschema.ExtSchema, error) {
	pattern, ok := m[PatternKeyword].(string)
	if !ok {
		return nil, nil
	}
	re, err := Pattern(pattern)
	if err != nil {
		return nil, err
	}
	return matcher{re}, nil
}

type matcher struct{ re *Expression }

func (m matcher) Validate(ctx jsonschema.ValidationContext, v any) error {
	if s, ok := v.(string); ok && !m.re.MatchString(s) {
		return ctx.Error(PatternKeyword, "does not match")
	}
	return nil
}

var patterns sync.Map

// Pattern compiles one of the service's patterns to match whole strings as Java does.
// Go's dialect differs in one class that they use: Java's \s has the vertical tab.
func Pattern(java string) (*Expression, error) {
	if e, ok := patterns.Load(java); ok {
		return e.(*Expression), nil
	}
	re, err := regexp.Compile(`\A(?:` + strings.ReplaceAll(java, `\s`, `\s\v`) + `)\z`)
	if err != nil {
		return nil, err
	}
	e := &Expression{re}
	patterns.Store(java, e)
	return e, nil
}
