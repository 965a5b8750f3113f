package schema

import (
	"fmt"
	"strings"
)

// ECMAPattern translates one of the service's patterns, which a whole string must match in
// Java's dialect, into one of ECMAScript's for JSON Schema, which is content with a part.
// It is meant for the u flag, that unicode properties need, and knows only what the
// service's patterns use: for anything else there is an error and no guess.
func ECMAPattern(java string) (string, error) {
	var b strings.Builder
	class, dotAll := false, false
	for rest := java; rest != ""; {
		c := rest[0]
		switch {
		case c == '\\':
			if len(rest) < 2 {
				return "", fmt.Errorf("schema: %q ends in a backslash", java)
			}
			end := 2
			switch e := rest[1]; {
			case e == 's' && class:
				// Java's \s is ASCII's; ECMAScript's has other languages' spaces, too.
				b.WriteString(` \t-\r`)
			case e == 's':
				b.WriteString(`[ \t-\r]`)
			case e == 'p':
				closing := strings.IndexByte(rest, '}')
				if !strings.HasPrefix(rest, `\p{`) || closing < 0 {
					return "", fmt.Errorf("schema: %q has a \\p without braces", java)
				}
				end = closing + 1
				b.WriteString(rest[:end])
			case e == 'w' || e == 'd' || strings.IndexByte(`^$\.*+?()[]{}|/`, e) >= 0 || e == '-' && class:
				b.WriteString(rest[:2])
			default:
				return "", fmt.Errorf("schema: %q escapes %q, which is not known here", java, e)
			}
			rest = rest[end:]
			continue
		case strings.HasPrefix(rest, "(?s)") && !class:
			dotAll = true
			rest = rest[len("(?s)"):]
			continue
		case strings.HasPrefix(rest, "(?") && !strings.HasPrefix(rest, "(?:") && !class:
			return "", fmt.Errorf("schema: %q has a group that is not known here", java)
		case class && (c == '[' || strings.HasPrefix(rest, "&&")):
			return "", fmt.Errorf("schema: %q has a class in a class", java)
		case c == '[':
			class = true
		case c == ']':
			class = false
		case c == '.' && !class && dotAll:
			b.WriteString(`[\s\S]`)
			rest = rest[1:]
			continue
		case c == '.' && !class:
			b.WriteString(`[^\n\r\u0085\u2028\u2029]`)
			rest = rest[1:]
			continue
		}
		b.WriteByte(c)
		rest = rest[1:]
	}
	return "^(?:" + b.String() + ")$", nil
}
