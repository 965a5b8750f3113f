package json

import (
	"strings"
	"unicode/utf8"
)

// Quote returns a text as a JSON string, with no more escapes than encoding/json writes where
// it does not escape HTML.
func Quote(text string) string { return string(AppendQuoted(make([]byte, 0, len(text)+2), text)) }

// AppendQuoted appends what [Quote] returns.
func AppendQuoted[Text string | []byte](b []byte, text Text) []byte {
	for i := range len(text) {
		if c := text[i]; c < 0x20 || c >= utf8.RuneSelf || c == '"' || c == '\\' {
			return appendEscaped(b, string(text))
		}
	}
	b = append(b, '"')
	b = append(b, text...)
	return append(b, '"')
}

// appendEscaped is [AppendQuoted] for any text. What needs no escape is copied in runs.
func appendEscaped(b []byte, text string) []byte {
	b = append(b, '"')
	copied := 0
	for i, size := 0, 0; i < len(text); i += size {
		r := rune(text[i])
		if size = 1; r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case r < 0x20 || r == '"' || r == '\\':
		case r == '\u2028' || r == '\u2029': // line ends, in JavaScript of old
		case r == utf8.RuneError && size == 1:
		default:
			continue
		}
		b = append(append(b, text[copied:i]...), '\\')
		copied = i + size
		if short := strings.IndexByte("\"\\\b\f\n\r\t", byte(min(r, utf8.RuneSelf))); short >= 0 {
			b = append(b, `"\bfnrt`[short])
			continue
		}
		const hex = "0123456789abcdef"
		b = append(b, 'u', hex[r>>12], hex[r>>8&15], hex[r>>4&15], hex[r&15])
	}
	return append(append(b, text[copied:]...), '"')
}
