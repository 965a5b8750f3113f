package source

import (
	"fmt"
	"strings"
)

// Limits of a text, checked before any parser sees it. The service publishes none for
// this call; a request that means something stays far below each. Deeper nesting than
// this would overflow the JavaScript stack in a recursive parser compiled to WebAssembly,
// and more values would keep what compares each with each busy for minutes.
const (
	MaxBytes    = 1 << 20
	MaxDepth    = 200
	MaxValues   = 10_000
	MaxDigits   = 1_000
	MaxExponent = 9_999
)

// overLimit finds the first limit that a text is beyond, and says it with what the text has.
func overLimit(text string) *Fault {
	if len(text) > MaxBytes {
		return tooLong(text)
	}
	depth, deepest, deepAt := 0, 0, 0
	values, manyAt := 1, 0 // a value begins the text, and one follows each comma and each opening bracket
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == '"':
			i = stringEnd(text, i)
			continue
		case c >= '0' && c <= '9':
			end := numberEnd(text, i)
			if n := text[i:end]; len(n) > MaxDigits || len(n) >= len("1e10000") && strings.ContainsAny(n, "eE") { // hardly any
				if f := numberOverLimit(text, i, end); f != nil {
					return f
				}
			}
			i = end
			continue
		case isWord(c):
			i = wordEnd(text, i)
			continue
		case c == '[' || c == '{':
			values++
			depth++
			if depth == MaxDepth+1 && deepest <= MaxDepth {
				deepAt = i
			}
			deepest = max(deepest, depth)
		case c == ']' || c == '}':
			depth--
		case c == ',':
			values++
		}
		if values == MaxValues+1 && manyAt == 0 {
			manyAt = i
		}
		i++
	}
	if deepest > MaxDepth || values > MaxValues {
		return tooMuch(deepest, deepAt, values, manyAt)
	}
	return nil
}

func tooLong(text string) *Fault {
	return limit("text-too-long", 0, firstRune(text), "This text has %s kB; at most %s kB are read. A request has a few: is this the right file?",
		thousands((len(text)+1023)>>10), thousands(MaxBytes>>10))
}

func tooMuch(deepest, deepAt, values, manyAt int) *Fault {
	if deepest > MaxDepth {
		return limit("nested-too-deep", deepAt, deepAt+1, "Brackets are nested %s deep; at most %d are read. No member of a CreateUserPool request is deeper than 6.", thousands(deepest), MaxDepth)
	}
	return limit("too-many-values", manyAt, manyAt+1, "This text has about %s values; at most %s are read. A request has a few hundred: is this the right file?", thousands(values), thousands(MaxValues))
}

// numberOverLimit holds a number, or what begins like one, against the limits. What the
// engine itself reads of numbers costs no more than their digits, but what takes the text
// from it may compute them.
func numberOverLimit(text string, start, end int) *Fault {
	mantissa, exponent, _ := strings.Cut(strings.ToLower(text[start:end]), "e")
	if digits := len(strings.ReplaceAll(mantissa, ".", "")); digits > MaxDigits {
		return limit("number-too-long", start, end, "This number has %s digits; at most %s are read.", thousands(digits), thousands(MaxDigits))
	}
	// The parser mends a bare point at the end, and what it makes of the number counts.
	exponent = strings.TrimSuffix(exponent, ".")
	digits := strings.TrimLeft(strings.TrimLeft(exponent, "+-"), "0")
	switch {
	case strings.Trim(digits, "0123456789") != "" || strings.Trim(mantissa, "0123456789.") != "":
		return nil // no number after all
	case len(digits) > 20:
		return limit("exponent-too-large", start, end, "The exponent of this number has %s digits; at most %s is read.", thousands(len(digits)), thousands(MaxExponent))
	case len(digits) < len(fmt.Sprint(MaxExponent+1)):
		return nil
	case strings.HasPrefix(exponent, "-"):
		return limit("exponent-too-large", start, end, "The exponent of this number is -%s; at least -%s is read.", digits, thousands(MaxExponent))
	}
	return limit("exponent-too-large", start, end, "The exponent of this number is %s; at most %s is read.", digits, thousands(MaxExponent))
}

// numberEnd returns the place behind a number: a sign goes on only behind an e.
func numberEnd(text string, i int) int {
	for i < len(text) && (isWord(text[i]) || text[i] == '.' || (text[i] == '+' || text[i] == '-') && (text[i-1] == 'e' || text[i-1] == 'E')) {
		i++
	}
	return i
}

func limit(rule string, start, end int, format string, args ...any) *Fault {
	return &Fault{Rule: rule, Start: start, End: end, Message: fmt.Sprintf(format, args...)}
}

// stringEnd returns the place behind a string, which its line ends at the latest.
func stringEnd(text string, i int) int {
	for i++; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"', '\n':
			return i + 1
		}
	}
	return len(text)
}

func wordEnd(text string, i int) int {
	for i < len(text) && isWord(text[i]) {
		i++
	}
	return i
}

// thousands writes a count as people read it.
func thousands(n int) string {
	digits := fmt.Sprint(n)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}
