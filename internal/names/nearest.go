package names

import (
	"strings"
)

var separators = strings.NewReplacer("_", "", "-", "", " ", "")

// Plain is a name without what people spell differently.
func Plain(name string) string { return strings.ToLower(separators.Replace(name)) }

// Nearest returns the word that differs least from another: by case alone, by a few
// letters, or by an ending left out. It returns "" when none is near.
func Nearest(word string, words []string) string {
	best, least := "", 1+min(3, len(word)/3)
	a := Plain(word)
	for _, w := range words {
		b := Plain(w)
		d := distance(a, b, least)
		if len(a) >= 4 && (strings.HasPrefix(b, a) || strings.HasPrefix(a, b)) {
			d = min(d, 1)
		}
		if shortened(word, w) {
			d = min(d, 1)
		}
		if d < least {
			best, least = w, d
		}
	}
	return best
}

// shortened reports whether two names have the same words, some of them cut short in one of the two:
// min_length is minimum_length.
func shortened(a, b string) bool {
	one, other := wordsOf(a), wordsOf(b)
	if len(one) != len(other) || len(one) < 2 {
		return false
	}
	for i := range one {
		short, long := one[i], other[i]
		if len(short) > len(long) {
			short, long = long, short
		}
		if len(short) < 3 && short != long || !strings.HasPrefix(long, short) {
			return false
		}
	}
	return true
}

// wordsOf are a name's words in small letters, however a tool spells it.
func wordsOf(name string) (all []string) {
	for _, part := range strings.FieldsFunc(name, func(c rune) bool { return c == '_' || c == '-' || c == ' ' }) {
		for _, w := range Words(part) {
			all = append(all, strings.ToLower(w))
		}
	}
	return all
}

// distance counts the letters to insert, delete or replace (Levenshtein), up to a limit
// from which on it does not matter.
func distance(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0]++
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
