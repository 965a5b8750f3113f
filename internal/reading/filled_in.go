package reading

import (
	"regexp"
	"strings"
)

var filledIn = regexp.MustCompile(`\{\{-?[ \t]*[^\s{}#][^{}\n]*\}\}`)

// FilledIn reports whether a text has a place in it that another program fills in before anybody reads
// the text: {{ name }} of Jinja, Helm and their kind, ${{ name }} of a workflow. What a message has for
// the user's name is none, whatever braces are around it.
func FilledIn(text string) bool {
	if !strings.Contains(text, "{{") {
		return false
	}
	for _, found := range filledIn.FindAllString(text, -1) {
		if found != "{{username}}" {
			return true
		}
	}
	return false
}
