package export

import (
	"strings"
	"unicode"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/names"
)

// NameOf returns what the tool calls a member inside a structure, "" for one without
// counterpart. known is set where the contract says so and not the rule of thumb.
func (t Target) NameOf(m *contract.Member) (name string, known bool) {
	return names.Style{Key: t.names, Spell: t.spell}.Of(m)
}

// pascal is how the Go SDK writes an enumeration's value in a constant: V1_0 is V10 and
// verified_email is VerifiedEmail.
func pascal(value string) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(value, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		b.WriteString(capital(strings.ToLower(w)))
	}
	return b.String()
}

func capital(word string) string {
	if word == "" {
		return ""
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

// identifier reports whether a name can stand without quotes in JavaScript, Python and R.
func identifier(name string) bool {
	for i := range len(name) {
		c := name[i]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		if !letter && (i == 0 || !(c >= '0' && c <= '9' || c == '_')) {
			return false
		}
	}
	return name != ""
}
