package explain

import (
	"regexp"
	"strings"
)

// wording is one sentence of the service with its gaps.
type wording struct {
	about   func(values map[string]string) Match
	until   string
	pattern *regexp.Regexp
	names   []string
	// literal is how many bytes of it are no gaps.
	literal int
}

// atEnd is where a message ends in what is printed around it.
const atEnd = `(?:["'(\[]|\.? ?$| \(Service| at | Request)`

// read makes a pattern of a sentence. Letter case is passed over: handlers change it.
func (t *tools) read(about func(map[string]string) Match, says, until string) wording {
	w := wording{about: about, until: until}
	pattern, rest := "(?i)", says
	if t.wordBegins.MatchString(says) {
		pattern += `\b` // USER_PASSWORD_AUTH flow … is not Auth flow …
	}
	for {
		at := t.hole.FindStringIndex(rest)
		if at == nil {
			break
		}
		pattern += literal(rest[:at[0]])
		w.literal += at[0]
		w.names = append(w.names, rest[at[0]+1:at[1]-1])
		switch rest = rest[at[1]:]; {
		case pattern == "(?i)":
			pattern += `([^\s"':]+)` // what stands before it is not known to be its own
		case rest == "" || rest == ".":
			pattern += `(.{1,300}?)` + atEnd
			rest = ""
		default:
			pattern += `(.{1,300}?)`
		}
	}
	if before, last, found := strings.Cut(rest, ": "); found && last != "" {
		// What follows a colon is one of a list, which may have others before it.
		w.pattern = regexp.MustCompile(pattern + literal(before) + `: (?:.{0,200}\W)?` + literal(last))
	} else {
		w.pattern = regexp.MustCompile(pattern + literal(rest))
	}
	w.literal += len(rest)
	return w
}

// literal matches a part of a sentence; one full stop at its end may be gone.
func literal(text string) string {
	if end, found := strings.CutSuffix(text, "."); found {
		return regexp.QuoteMeta(end) + `\.?`
	}
	return regexp.QuoteMeta(text)
}

// readable is a value as people write it: without the quotes and the brackets that what printed the
// message put around the value or behind it, and what JSON escapes as it was before. "" is what has
// nothing left.
func readable(value string) string {
	value = strings.TrimSpace(unescaped(value))
	for _, pair := range []string{`""`, "''", "``", "()", "[]", "{}"} {
		open, end := pair[:1], pair[1:]
		if open == end && strings.Count(value, open) == 1 || open != end && strings.Count(value, open) != strings.Count(value, end) {
			value = strings.Trim(value, pair)
		}
		if inside, found := strings.CutPrefix(value, open); found && open == end {
			value = strings.TrimSuffix(inside, end)
		}
	}
	return strings.TrimRight(strings.TrimSpace(value), ",;")
}

// unescaped is a value out of JSON as it was before.
func unescaped(value string) string {
	return strings.NewReplacer(`\"`, `"`, `\'`, `'`).Replace(value)
}

// find looks for the wording in a text.
func (w wording) find(text string) (Match, bool) {
	found := w.pattern.FindStringSubmatch(text)
	if found == nil {
		return Match{}, false
	}
	values := map[string]string{}
	for i, name := range w.names {
		if value := readable(found[i+1]); value != "" && found[i+1] != "{"+name+"}" {
			values[name] = value
		}
	}
	m := w.about(values)
	m.Until, m.certainty = w.until, w.literal
	return m, true
}
