// Package names is how tools spell what AWS's model names, and which name was probably meant
// where one is misspelt.
package names

import (
	"strings"
	"unicode"

	"userpoolplayground/internal/contract"
)

// Style is how one tool calls members: by a rule of thumb, and as the contract has it under Key
// where that fails.
type Style struct {
	// Key is the tool's in the contract's names and notes, "" where it uses AWS's names.
	Key string
	// Spell is the rule of thumb; nil leaves names as they are.
	Spell func(string) string
}

// Of returns what the tool calls a member inside a structure, "" for one without counterpart.
// known is set where the contract says so and not the rule of thumb.
func (s Style) Of(m *contract.Member) (name string, known bool) {
	if name, known = m.NameIn(s.Key); !known {
		name = m.Name
	}
	return s.Spelt(name), known
}

// Spelt spells a name of AWS's model by the tool's rule of thumb.
func (s Style) Spelt(name string) string {
	if s.Spell == nil {
		return name
	}
	return s.Spell(name)
}

// Option returns the AWS CLI's option for a member of the request.
func Option(m *contract.Member) string { return "--" + Kebab(m.Name) }

// Words splits a name of AWS's model: "CustomSMSSender" is Custom, SMS, Sender.
func Words(name string) []string {
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

// Kebab is the AWS CLI's spelling: user-pool-add-ons.
func Kebab(name string) string { return strings.ToLower(strings.Join(Words(name), "-")) }

// Snake is Terraform's: kms_key_id.
func Snake(name string) string { return strings.ToLower(strings.Join(Words(name), "_")) }

// Camel is the CDK's: kmsKeyId.
func Camel(name string) string {
	var all []string
	for part := range strings.SplitSeq(name, "_") { // some tools have small words
		all = append(all, Words(part)...)
	}
	for i, w := range all {
		w = strings.ToLower(w)
		if i > 0 {
			w = strings.ToUpper(w[:1]) + w[1:]
		}
		all[i] = w
	}
	return strings.Join(all, "")
}
