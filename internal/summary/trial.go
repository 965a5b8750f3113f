package summary

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"userpoolplayground/internal/userpool"
)

// classes are the kinds of characters that a policy may demand. The letters are those of
// basic Latin.
var classes = []struct {
	member, words string
	in            func(password string) bool
}{
	{"RequireUppercase", "an upper-case letter", func(p string) bool { return strings.ContainsFunc(p, func(r rune) bool { return r >= 'A' && r <= 'Z' }) }},
	{"RequireLowercase", "a lower-case letter", func(p string) bool { return strings.ContainsFunc(p, func(r rune) bool { return r >= 'a' && r <= 'z' }) }},
	{"RequireNumbers", "a digit", func(p string) bool { return strings.ContainsAny(p, "0123456789") }},
	{"RequireSymbols", "a symbol", HasSymbol},
}

// symbols are the characters that count as such, after AWS's page on password policies.
const symbols = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-"

// A space counts too, but not at either end.
// HasSymbol reports whether a password has what the service takes for a symbol.
func HasSymbol(password string) bool {
	return strings.ContainsAny(password, symbols) || strings.Contains(strings.Trim(password, " "), " ")
}

// maxPassword is the longest password that the service takes, in characters.
const maxPassword = 256

// Rule is one demand on a password.
type Rule struct {
	Text string
	Kept bool
}

// TryPassword holds a password against the policy of a pool, rule by rule.
func TryPassword(pool *userpool.Value, password string) []Rule {
	policy := place{value: pool, pointer: "/UserPool"}.get("Policies", "PasswordPolicy")
	length := utf8.RuneCountInString(password)
	var rules []Rule
	if least := policy.get("MinimumLength"); least.there() && !least.open() {
		n, _ := strconv.Atoi(least.text())
		rules = append(rules, Rule{"at least " + count(least.text(), "character"), length >= n})
	}
	rules = append(rules, Rule{"at most " + strconv.Itoa(maxPassword) + " characters", length <= maxPassword})
	for _, class := range classes {
		if policy.get(class.member).yes() {
			rules = append(rules, Rule{class.words, class.in(password)})
		}
	}
	return append(rules, Rule{"no space at either end", strings.TrimSpace(password) == password})
}
