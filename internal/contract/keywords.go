package contract

import (
	"regexp"
	"strings"
	"sync"
)

// PatternKeyword holds what a whole string must match, in Java's dialect, with Java's
// Matcher.matches: JSON Schema's own "pattern" is content with a part.
const PatternKeyword = "x-pattern"

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
