package source

import (
	"encoding/json"
	"strings"
)

// Quote returns a text as a JSON string, with no more escapes than JSON asks for.
func Quote(text string) string { return string(AppendQuoted(make([]byte, 0, len(text)+2), text)) }

// AppendQuoted appends what [Quote] returns.
func AppendQuoted[Text string | []byte](b []byte, text Text) []byte {
	for i := range len(text) {
		if c := text[i]; c < 0x20 || c >= 0x7F || c == '"' || c == '\\' {
			return append(b, escaped(string(text))...)
		}
	}
	b = append(b, '"')
	b = append(b, text...)
	return append(b, '"')
}

func escaped(text string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		panic(err) // a string always encodes
	}
	return strings.TrimSuffix(b.String(), "\n")
}
