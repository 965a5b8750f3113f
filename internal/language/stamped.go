package language

import (
	"regexp"
	"strings"
	"sync"
)

// Stamped is the reader of a text before whose lines a log, or a build, has put when they were written.
const Stamped = "stamped"

// Stamp matches what stands before a line: a time with or without a day, what syslog says, the step of a build. It is made
// when it is asked for: most texts have none.
var Stamp = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^(?:\[?(?:\d{4}[-/]\d\d[-/]\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[-+]\d\d:?\d\d)?\]?|[A-Z][a-z][a-z] [ \d]\d \d\d:\d\d:\d\d [\w.-]+ [\w./-]+(?:\[\d+\])?:|#\d+ (?:\[[^\]\n]*\] RUN\b|\d+\.\d+))(?:[ \t]|\r?$)(?:(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR)\b:?[ \t]+)?(?:##\[\w+\](?:Run )?)?`)
})

// Colour begins what makes a terminal change its colours.
const Colour = "\x1b["

// stamped reports whether at least half of a text's lines have a stamp, or some have colours.
func stamped(text string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(text[:min(len(text), 1<<10)], " \t\r\n"), ":")
	return strings.Contains(text, Colour) || strings.ContainsAny(first, "0123456789") && !strings.Contains(first, "\n") &&
		2*len(Stamp().FindAllStringIndex(text, -1)) > strings.Count(text, "\n")
}
