package reading

import "regexp"

// filledIn needs what people write behind the braces: {{name}} is what some messages say.
var filledIn = regexp.MustCompile(`\{\{-?(?:[ \t]+[^\s{}#]|[.$]\w)[^{}\n]*\}\}`)

// FilledIn reports whether a text has a place in it that another program fills in before anybody reads
// the text: {{ name }} of Jinja, Helm and their kind, ${{ name }} of a workflow.
func FilledIn(text string) bool { return filledIn.MatchString(text) }

// Filling is what a variable that is put into a text so is called, beside those of the text itself.
func Filling(name string) string { return "{{" + name + "}}" }
