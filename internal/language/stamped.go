package language

import (
	"regexp"
	"strings"
)

// Stamped is the reader of a text before whose lines a log, or a build, has put when they were written.
const Stamped = "stamped"

var (
	// stamp matches what stands before a line: a time with or without a day, what syslog says, and the step of a build.
	stamp = regexp.MustCompile(`^(?:\[?(?:\d{4}[-/]\d\d[-/]\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[-+]\d\d:?\d\d)?\]?|[A-Z][a-z][a-z] [ \d]\d \d\d:\d\d:\d\d [\w.-]+ [\w./-]+(?:\[\d+\])?:|#\d+ (?:\[[^\]\n]*\] RUN\b|\d+\.\d+))(?:[ \t]|\r?$)(?:(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR)\b:?[ \t]+)?(?:##\[\w+\](?:Run )?)?`)
	// named matches what a log says of a line, which is no prompt and no part of a command.
	named = regexp.MustCompile(`^[^"'$]*\w[^"'$]*$`)
	// colours matches what makes a terminal change them.
	colours = regexp.MustCompile("\x1b\\[[\\d;]*[A-Za-z]")
)

// Unstamped is a text without what a log puts before its lines, and where each of its bytes stands, and its end. ok is
// false for a text that has none of it.
func Unstamped(text string) (plain string, places []int, ok bool) {
	first := strings.TrimLeft(text[:min(len(text), 1<<10)], " \t\r\n")
	if line, _, _ := strings.Cut(first, "\n"); !stamp.MatchString(line) && !strings.Contains(text, "\x1b[") {
		return "", nil, false
	}
	var b strings.Builder
	b.Grow(len(text))
	places = make([]int, 0, len(text)+1)
	at, lines, stamped, coloured := 0, 0, 0, false
	keep := func(to int) {
		b.WriteString(text[at:to])
		for ; at < to; at++ {
			places = append(places, at)
		}
	}
	for line := range strings.Lines(text) {
		end := at + len(line)
		if strings.TrimSpace(line) != "" {
			lines++
		}
		if before := stamp.FindString(line); before != "" {
			stamped++
			at += len(before)
			if i := strings.Index(text[at:end], " aws "); i >= 0 && strings.Contains(text[at+i:end], "cognito-idp") && named.MatchString(text[at:at+i]) {
				at += i // which it says that it runs
			}
		}
		for from := at; ; {
			colour := colours.FindStringIndex(text[from:end])
			if colour == nil {
				break
			}
			keep(from + colour[0])
			coloured, at, from = true, from+colour[1], from+colour[1]
		}
		keep(end)
	}
	return b.String(), append(places, len(text)), coloured || stamped > 0 && 2*stamped >= lines
}
