package schema

import (
	"fmt"
	"slices"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/message"
)

// markdown tells of a member what its schema cannot say, for editors that show Markdown.
func markdown(m *contract.Member) string {
	paragraphs := []string{escape(m.Description)}
	if m.Shape.Kind == contract.String && m.Shape.Description != "" {
		// A text's shape says what its values mean, and what form they have.
		paragraphs = append(paragraphs, escape(m.Shape.Description))
	}
	var facts []string
	if m.Required {
		facts = append(facts, "Required.")
	}
	if m.Default != "" && m.Shape.Scalar() {
		facts = append(facts, "Left out, it is `"+m.Default+"`.")
	}
	facts = append(facts, "Since "+m.Since+".")
	values := m.Shape
	if values.Element != nil {
		values = values.Element
	}
	for _, v := range values.Enum {
		if since := values.ValueSince(v); since > m.Since {
			facts = append(facts, fmt.Sprintf("`%s` since %s.", v, since))
		}
		if slices.Contains(values.Refused, v) {
			facts = append(facts, fmt.Sprintf("No request is taken with `%s`.", v))
		}
	}
	if words := message.Update(m); words != "" {
		facts = append(facts, escape(words))
	}
	paragraphs = append(paragraphs, strings.Join(facts, " "))
	for _, p := range m.Placeholders {
		paragraphs = append(paragraphs, fmt.Sprintf("- `%s`: %s", p.Text, escape(p.Description)))
	}
	paragraphs = append(paragraphs, "[API reference]("+m.Link()+")")
	return strings.Join(paragraphs, "\n\n")
}

var escape = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`,
).Replace
