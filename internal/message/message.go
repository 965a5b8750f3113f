// Package message words findings for people: what is wrong, why, and what to do. The
// service's own words are awserror's.
package message

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/source"
)

// For returns what a finding says to people, and why it is so, "" where there is nothing
// to add.
func For(facts diagnostic.Facts) (message, why string) {
	switch f := facts.(type) {
	case diagnostic.Malformed:
		return f.Message, ""
	case diagnostic.NotARequest:
		return "The request has to be an object in { }; this is " + Kind(f.Found) + ".", ""
	case diagnostic.WrongType:
		return wrongType(f) + by(f.By), about(f.Member)
	case diagnostic.Unsatisfied:
		return unsatisfied(f), about(f.Member)
	case diagnostic.Broken:
		return f.Message + by(f.By), f.Why
	case diagnostic.Unknown:
		return unknown(f)
	case diagnostic.Depends:
		return "Depends on " + f.Expression + ", known at deployment. Possibly: " + f.Message, f.Why
	case diagnostic.Refused:
		return refused(f)
	case diagnostic.Said:
		return f.Message, f.Why
	}
	panic(fmt.Sprintf("message: no words for %T", facts))
}

// by says which tool refuses a value before the service sees it.
func by(tool string) string {
	if tool == "" {
		return ""
	}
	return " " + tool + " refuses it before it calls the service."
}

// Update says what an update of the pool does to a member of the request that it leaves out,
// "" where nothing is said of it.
func Update(m *contract.Member) string {
	said := ""
	switch u := m.Update(); {
	case u.Adds != "":
		return "It cannot be changed once the pool is made; " + u.Adds + " adds to it."
	case u.Omitted == contract.Immutable:
		return "It cannot be changed once the pool is made."
	case u.Omitted == contract.Reset:
		said = "An UpdateUserPool call that leaves " + m.Name + " out sets it back to its default"
	case u.Omitted == contract.Kept:
		said = "An UpdateUserPool call that leaves " + m.Name + " out keeps it as it is"
	case u.Omitted == contract.Unknown && u.Evidence == "disputed":
		said = "Sources differ on what an UpdateUserPool call that leaves " + m.Name + " out makes of it"
	case u.Omitted == contract.Unknown:
		return strings.TrimSuffix("What an UpdateUserPool call that leaves "+m.Name+" out makes of it is not known. "+u.Note, " ")
	default:
		return ""
	}
	if m.Update().Evidence != "disputed" {
		said += " (" + m.Update().Evidence + ")"
	}
	return strings.TrimSuffix(said+". "+m.Update().Note, " ")
}

func about(m *contract.Member) string {
	if m == nil {
		return ""
	}
	return m.Description
}

// Kind calls a kind of value by its name.
func Kind(k source.Kind) string {
	return map[source.Kind]string{
		source.Null: "null", source.True: "true", source.False: "false", source.Number: "a number",
		source.String: "text", source.Array: "a list", source.Object: "an object",
	}[k]
}

// Wanted says what a kind of member takes, whatever its values.
func Wanted(k contract.Kind) string { return wanted(&contract.Shape{Kind: k}) }

func wanted(s *contract.Shape) string {
	switch s.Kind {
	case contract.String:
		switch len(s.Enum) {
		case 0:
			return "text in quotes"
		case 1:
			return quote(s.Enum[0])
		}
		return "one of " + list(s.Enum)
	case contract.Integer:
		return "a whole number"
	case contract.Boolean:
		return "true or false"
	case contract.List:
		return "a list in [ ]"
	case contract.Map:
		return "an object of names and values"
	}
	return "an object in { }"
}

func wrongType(f diagnostic.WrongType) string {
	found := Kind(f.Found)
	if f.Found == source.Number {
		found += ", " + short(f.Text)
	}
	return fmt.Sprintf("%s has to be %s; this is %s.", f.Name, wanted(f.Wanted), found)
}

func unsatisfied(f diagnostic.Unsatisfied) string {
	if f.Keyword == "required" {
		where := ""
		if f.Member.Of.Operation() == "" {
			where = " here"
		}
		return f.Name + " is missing" + where + ", and " + cmp.Or(strings.Replace(f.By, "The ", "the ", 1), "the service") + " needs it: " + wanted(f.Shape) + "."
	}
	return outside(f) + by(f.By)
}

// outside says what is wrong with a value that is there.
func outside(f diagnostic.Unsatisfied) string {
	name, value := f.Name, f.Shown
	s := f.Shape
	switch f.Keyword {
	case "minimum":
		return fmt.Sprintf("%s is %s; it has to be at least %d.", name, value, *s.Min)
	case "maximum":
		return fmt.Sprintf("%s is %s; it can be at most %d.", name, value, *s.Max)
	case "minItems":
		return fmt.Sprintf("%s needs at least %s.", name, count(*s.Min, "element"))
	case "maxItems":
		return fmt.Sprintf("%s has too many elements: at most %d are allowed.", name, *s.Max)
	case "elements":
		return fmt.Sprintf("%s cannot be in %s. %s", quote(f.Offender), name, holds(s))
	case "keys":
		return fmt.Sprintf("%s cannot be a name in %s. %s", quote(f.Offender), name, holds(s))
	case "values":
		return fmt.Sprintf("A value in %s is not allowed: %s. %s", name, quote(f.Offender), holds(s))
	case "enum":
		return fmt.Sprintf("%s is %s; it has to be one of %s.", name, quote(value), list(s.Enum))
	case "minLength":
		return fmt.Sprintf("%s has %s; it needs at least %d.", name, count(int64(utf8.RuneCountInString(value)), "character"), *s.Min)
	case "maxLength":
		return fmt.Sprintf("%s has %s; at most %d fit.", name, count(int64(utf8.RuneCountInString(value)), "character"), *s.Max)
	}
	return pattern(name, value, s.Pattern)
}

// holds says what the elements of a list or map have to be.
func holds(s *contract.Shape) string {
	switch {
	case len(s.Enum) > 0:
		return "It takes " + list(s.Enum) + "."
	case s.Min != nil && s.Max != nil:
		return fmt.Sprintf("It takes %d to %d characters.", *s.Min, *s.Max)
	}
	return "It takes " + wanted(s) + "."
}

func pattern(name, value, pattern string) string {
	switch {
	case value == "":
		return name + " is empty, so it does not match " + pattern + " either: the service tells both."
	case strings.Contains(pattern, `\{####\}`) && !strings.Contains(value, "{####}"):
		return name + " lacks the placeholder {####}, which Cognito replaces by the code or the temporary password."
	case strings.Contains(pattern, `\{##`) && !strings.Contains(value, "{##"):
		return name + " lacks the link: write its text between {## and ##}, as in {##Verify my email##}."
	case strings.HasPrefix(strings.TrimPrefix(pattern, "("), "arn:"):
		return fmt.Sprintf("%s is no ARN: %s. One reads arn:aws:service:region:account:resource.", name, quote(value))
	case strings.Contains(pattern, `[\S]+.*[\S]+`):
		return name + " needs two characters or more, and neither the first nor the last is a space."
	case strings.Contains(pattern, "+@["):
		return fmt.Sprintf("%s is no email address: %s.", name, quote(value))
	}
	if r, ok := stranger(value, pattern); ok {
		return fmt.Sprintf("%s has %s, which is not allowed there.", name, character(r))
	}
	return fmt.Sprintf("%s does not have the form that it needs: %s.", name, pattern)
}

// stranger finds the first character that a pattern of one character class leaves out.
func stranger(value, pattern string) (rune, bool) {
	class := strings.TrimSuffix(strings.TrimPrefix(pattern, "^"), "$")
	if !strings.HasPrefix(class, "[") || !strings.HasSuffix(class, "]+") {
		if i := strings.Index(class, "]"); !strings.HasPrefix(class, "[") || i < 0 {
			return 0, false
		} else {
			class = class[:i+1] + "+"
		}
	}
	re, err := contract.Pattern(class)
	if err != nil {
		return 0, false
	}
	for _, r := range value {
		if !re.MatchString(string(r)) {
			return r, true
		}
	}
	return 0, false
}

func character(r rune) string {
	if r == ' ' {
		return "a space"
	}
	if strconv.IsPrint(r) && !contract.Newer(r) {
		return "the character " + string(r)
	}
	return fmt.Sprintf("the character U+%04X", r)
}

func unknown(f diagnostic.Unknown) (message, why string) {
	why = "The service ignores members that it does not know, so nothing tells you; every SDK and the AWS CLI refuse to send them."
	in := f.In
	if operation, ok := strings.CutSuffix(in, "Request"); ok {
		in = article(operation) + " request"
	}
	said := fmt.Sprintf("%s has no member %s.", in, quote(f.Name))
	switch {
	case f.Since != "":
		return fmt.Sprintf("%s is newer than the API of that day: it came on %s.", f.Name, f.Since), why
	case f.Told != "":
		return said + " It is " + f.Tool + "'s. " + f.Told, why
	case f.Tool != "":
		return said + " It is " + f.Tool + "'s name for " + f.Suggestion + ".", why
	case f.Suggestion != "":
		return said + " Did you mean " + f.Suggestion + "?", why
	case f.Elsewhere != "":
		return said + " It belongs in " + f.Elsewhere + ".", why
	}
	return said, why
}

// article puts the indefinite article before an operation's name.
func article(name string) string {
	if strings.ContainsRune("AEIOU", rune(name[0])) {
		return "An " + name
	}
	return "A " + name
}

func refused(f diagnostic.Refused) (message, why string) {
	why = f.Tool + " refuses it before it calls the service."
	said := f.Tool + " refuses " + quote(f.Name)
	if f.Silent {
		why = f.Tool + " sends what it knows and says nothing of the rest."
		said = f.Tool + " drops " + quote(f.Name) + " without a word"
	}
	switch {
	case f.Message != "":
		return f.Message, ""
	case f.Meant != "" && f.Belongs != "":
		return said + " here: write it as " + f.Meant + " into " + f.Belongs + ".", why
	case f.Meant != "":
		return said + ": it has no such name. Did you mean " + f.Meant + "?", why
	case f.Belongs != "":
		return said + " here: it belongs into " + f.Belongs + ".", why
	default:
		return said + ": it has no such name.", why
	}
}

func count(n int64, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.FormatInt(n, 10) + " " + what + "s"
}

func list(values []string) string {
	if len(values) == 1 {
		return values[0]
	}
	return strings.Join(values[:len(values)-1], ", ") + " or " + values[len(values)-1]
}

func quote(s string) string { return "\"" + short(s) + "\"" }

// short keeps a long value from filling the problem list.
func short(s string) string {
	const most = 60
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
