package source

import (
	"encoding/json"
	"strings"
)

// Quote returns a text as a JSON string, with no more escapes than JSON asks for.
func Quote(text string) string {
	plain := true
	for i := range len(text) {
		if c := text[i]; c < 0x20 || c >= 0x7F || c == '"' || c == '\\' {
			plain = false
			break
		}
	}
	if plain {
		return `"` + text + `"`
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		panic(err) // a string always encodes
	}
	return strings.TrimSuffix(b.String(), "\n")
}
