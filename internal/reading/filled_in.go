package reading

import "regexp"

// filledIn needs what people write behind the braces: {{name}} is what some messages say.
var filledIn = regexp.MustCompile(`\{\{-?(?:[ \t]+[^\s{}#]|[.$]\w)[^{}\n]*\}\}`)

// FilledIn reports whether a text has a place in it that another program fills in before anybody reads
// the text: {{ name }} of Jinja, Helm and their kind, ${{ name }} of a workflow.
func FilledIn(text string) bool { return filledIn.MatchString(text) }
