package readers

import (
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"userpoolplayground/internal/reading"
)

var textPrefix = regexp.MustCompile(`^(?:[rRuUbBfF]{0,2})["']`)

// atText reports whether a string is next.
func (c *callReader) atText() bool {
	if c.pos > 0 && identifierByte(c.source[c.pos-1]) && c.pos < len(c.source) && c.source[c.pos] != '"' && c.source[c.pos] != '\'' {
		return false // the last letter of a name is no prefix
	}
	return textPrefix.MatchString(c.rest())
}

func identifierByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_' || b == '.'
}

// str reads a string: its parts, one where nothing has to be evaluated. known is false for one
// that cannot be read.
func (c *callReader) str() (parts []*reading.Value, known bool) {
	from := c.pos
	for c.pos < len(c.source) && strings.IndexByte(c.quotes+"\"'`", c.source[c.pos]) < 0 {
		c.pos++
	}
	return c.dialect.text(c, strings.ToLower(c.source[from:c.pos]))
}

func (c *callReader) unclosed(from int) ([]*reading.Value, bool) {
	c.fault(from, from+1, "This string is never closed.")
	c.pos = len(c.source)
	return nil, false
}

// one is a string that is written out.
func (c *callReader) one(from int, decoded string) []*reading.Value {
	return []*reading.Value{c.value(reading.String, from, c.pos, decoded)}
}

func (c *callReader) pythonText(prefix string) (parts []*reading.Value, known bool) {
	from := c.pos
	quote := c.source[c.pos : c.pos+1]
	if strings.HasPrefix(c.rest(), strings.Repeat(quote, 3)) {
		quote = strings.Repeat(quote, 3)
	}
	c.pos += len(quote)
	raw, formatted := strings.Contains(prefix, "r"), strings.Contains(prefix, "f")
	var b strings.Builder
	began := from
	for {
		rest := c.rest()
		switch {
		case rest == "" || len(quote) == 1 && rest[0] == '\n':
			return c.unclosed(from)
		case strings.HasPrefix(rest, quote):
			c.pos += len(quote)
			if b.Len() > 0 || len(parts) == 0 {
				parts = append(parts, c.value(reading.String, began, c.pos, joinSurrogates(b.String())))
			}
			return parts, true
		case rest[0] == '\\' && len(rest) > 1 && raw:
			b.WriteString(rest[:2])
			c.pos += 2
		case rest[0] == '\\' && len(rest) > 1:
			c.pos += 1 + pythonEscape(&b, rest[1:])
		case formatted && (strings.HasPrefix(rest, "{{") || strings.HasPrefix(rest, "}}")):
			b.WriteByte(rest[0])
			c.pos += 2
		case formatted && rest[0] == '{':
			if b.Len() > 0 {
				parts = append(parts, c.value(reading.String, began, c.pos, joinSurrogates(b.String())))
				b.Reset()
			}
			parts = append(parts, c.replaced(quote))
			began = c.pos
		default:
			b.WriteByte(rest[0])
			c.pos++
		}
	}
}

// replaced reads the {value} of a formatted string; the brace is next.
func (c *callReader) replaced(quote string) *reading.Value {
	from := c.pos
	c.pos++
	faults := len(c.Faults)
	if c.depth++; c.depth < 4 {
		c.space()
		v := c.operation()
		c.depth--
		c.space()
		if v != nil && c.at("}") {
			c.pos++
			return v
		}
	} else {
		c.depth--
	}
	c.Faults = c.Faults[:faults]
	c.pos = from + 1
	for depth := 1; c.pos < len(c.source) && !strings.HasPrefix(c.rest(), quote) && c.source[c.pos] != '\n'; c.pos++ {
		switch c.source[c.pos] {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			c.pos++
			break
		}
	}
	return c.expression(from, c.pos)
}

var escapes = map[byte]byte{'a': 7, 'b': 8, 'f': 12, 'n': 10, 'r': 13, 't': 9, 'v': 11, '\\': '\\', '\'': '\'', '"': '"'}

// pythonEscape writes what a backslash and the text behind it stand for, and returns how
// much of that text it took.
func pythonEscape(b *strings.Builder, text string) int {
	c := text[0]
	if plain, ok := escapes[c]; ok {
		b.WriteByte(plain)
		return 1
	}
	switch most := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]; {
	case c == '\n':
		return 1
	case most > 0:
		if code, length := number(text[1:], 16, most); length == most {
			writeCode(b, code)
			return 1 + length
		}
	case c >= '0' && c <= '7':
		code, length := number(text, 8, 3)
		b.WriteRune(code)
		return length
	}
	b.WriteByte('\\')
	return 0
}

func (c *callReader) rText(prefix string) (parts []*reading.Value, known bool) {
	from := c.pos
	quote := c.source[c.pos]
	c.pos++
	if prefix == "r" {
		return c.rRaw(from, quote)
	}
	var b strings.Builder
	for {
		rest := c.rest()
		switch {
		case rest == "":
			return c.unclosed(from)
		case rest[0] == quote:
			c.pos++
			return c.one(from, joinSurrogates(b.String())), true
		case rest[0] == '\\' && len(rest) > 1:
			c.pos += 1 + rEscape(&b, rest[1:])
		default:
			b.WriteByte(rest[0])
			c.pos++
		}
	}
}

var rawOpening = regexp.MustCompile(`^(-*)([(\[{])`)

// rRaw reads what stands in r"(…)", where nothing is escaped.
func (c *callReader) rRaw(from int, quote byte) ([]*reading.Value, bool) {
	opening := rawOpening.FindStringSubmatch(c.rest())
	if opening == nil {
		return c.unclosed(from)
	}
	closing := map[string]string{"(": ")", "[": "]", "{": "}"}[opening[2]] + opening[1] + string(quote)
	body := c.rest()[len(opening[0]):]
	end := strings.Index(body, closing)
	if end < 0 {
		return c.unclosed(from)
	}
	c.pos += len(opening[0]) + end + len(closing)
	return c.one(from, body[:end]), true
}

func rEscape(b *strings.Builder, text string) int {
	c := text[0]
	if plain, ok := escapes[c]; ok {
		b.WriteByte(plain)
		return 1
	}
	switch most := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]; {
	case most > 0:
		braces := 0
		if strings.HasPrefix(text[1:], "{") {
			braces = 1
		}
		if code, length := number(text[1+braces:], 16, most); length > 0 {
			writeCode(b, code)
			return min(1+2*braces+length, len(text))
		}
	case c >= '0' && c <= '7':
		code, length := number(text, 8, 3)
		b.WriteRune(code)
		return length
	}
	_, size := utf8.DecodeRuneInString(text)
	b.WriteString(text[:size])
	return size
}

// writeCode writes a character. Half of a pair is kept as the three bytes that it would
// have, for joinSurrogates.
func writeCode(b *strings.Builder, code rune) {
	if utf16.IsSurrogate(code) {
		b.Write([]byte{0xE0 | byte(code>>12), 0x80 | byte(code>>6)&0x3F, 0x80 | byte(code)&0x3F})
		return
	}
	b.WriteRune(code)
}

// joinSurrogates makes characters of the pairs that a program writes as two escapes. Half a
// pair alone is no character.
func joinSurrogates(text string) string {
	if !strings.Contains(text, "\xED") {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		high, low := half(text[i:]), rune(0)
		if high == 0 {
			b.WriteByte(text[i])
			i++
			continue
		}
		if i += 3; i < len(text) {
			low = half(text[i:])
		}
		joined := utf16.DecodeRune(high, low)
		if joined != utf8.RuneError {
			i += 3
		}
		b.WriteRune(joined)
	}
	return b.String()
}

// half returns the half of a pair that a text begins with, 0 for anything else.
func half(text string) rune {
	if len(text) < 3 || text[0] != 0xED || text[1] < 0xA0 {
		return 0
	}
	return 0xD000 | rune(text[1]&0x3F)<<6 | rune(text[2]&0x3F)
}
