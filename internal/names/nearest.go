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
		if d < least {
			best, least = w, d
		}
	}
	return best
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
