package export

import (
	"strings"
	"unicode"

	"userpoolplayground/internal/contract"
)

// NameOf returns what the tool calls a member inside a structure, "" for one without
// counterpart. known is set where the contract says so and not the rule of thumb.
func (t Target) NameOf(m *contract.Member) (name string, known bool) {
	if name, known = m.NameIn(t.names); !known {
		name = m.Name
	}
	return t.Spelt(name), known
}

// Spelt spells a name of AWS's model by the tool's rule of thumb.
func (t Target) Spelt(name string) string {
	if t.spell == nil {
		return name
	}
	return t.spell(name)
}

// NamesKey is the tool's key in the contract's names and notes, "" where it uses AWS's names.
func (t Target) NamesKey() string { return t.names }

// Option returns the AWS CLI's option for a member of the request.
func Option(m *contract.Member) string { return "--" + kebab(m.Name) }

// words splits a name of AWS's model: "CustomSMSSender" is Custom, SMS, Sender.
func words(name string) []string {
	runes := []rune(name)
	var all []string
	start := 0
	for i := 1; i < len(runes); i++ {
		afterLower := !unicode.IsUpper(runes[i-1])
		beforeLower := i+1 < len(runes) && unicode.IsLower(runes[i+1])
		if unicode.IsUpper(runes[i]) && (afterLower || beforeLower) {
			all = append(all, string(runes[start:i]))
			start = i
		}
	}
	return append(all, string(runes[start:]))
}

// kebab is the AWS CLI's spelling: user-pool-add-ons.
func kebab(name string) string { return strings.ToLower(strings.Join(words(name), "-")) }

// snake is Terraform's: kms_key_id.
func snake(name string) string { return strings.ToLower(strings.Join(words(name), "_")) }

// camel is the CDK's: kmsKeyId.
func camel(name string) string {
	all := words(name)
	for i, w := range all {
		w = strings.ToLower(w)
		if i > 0 {
			w = capital(w)
		}
		all[i] = w
	}
	return strings.Join(all, "")
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
