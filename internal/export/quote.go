package export

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// quoted writes a text as most languages do: between quotes, with backslashes before the
// quote, the backslash and what cannot be seen. All of Python, Go, R, YAML and HCL take
// \u and four digits, and \U and eight.
func quoted(text string, quote rune) string {
	return escaped(text, quote, func(b *strings.Builder, r rune) {
		if r <= 0xFFFF {
			fmt.Fprintf(b, `\u%04x`, r)
		} else {
			fmt.Fprintf(b, `\U%08x`, r)
		}
	})
}

func doubleQuoted(text string) string { return quoted(text, '"') }

// quotedJS writes a text as JavaScript does, which has another way to write large runes.
func quotedJS(text string, quote rune) string {
	return escaped(text, quote, func(b *strings.Builder, r rune) {
		if r <= 0xFFFF {
			fmt.Fprintf(b, `\u%04x`, r)
		} else {
			fmt.Fprintf(b, `\u{%x}`, r)
		}
	})
}

func escaped(text string, quote rune, unseen func(*strings.Builder, rune)) string {
	var b strings.Builder
	b.WriteRune(quote)
	for _, r := range text {
		switch {
		case r == quote || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case strconv.IsPrint(r):
			b.WriteRune(r)
		default:
			unseen(&b, r)
		}
	}
	b.WriteRune(quote)
	return b.String()
}

// asciiJSON writes a text as a JSON string of ASCII alone, which means the same in every
// encoding that a shell may write a file in.
func asciiJSON(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r >= ' ' && r < 0x7F:
			b.WriteRune(r)
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// word writes a text as one word of a POSIX shell.
func word(text string) string {
	plain := text != ""
	for i := range len(text) {
		c := text[i]
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("_-./:,@%+=", c) >= 0) {
			plain = false
		}
	}
	if plain && text[0] != '=' { // zsh expands =name
		return text
	}
	return `'` + strings.ReplaceAll(text, `'`, `'\''`) + `'`
}
