package foreign

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

// Templates that stand in a text of a program: a here-document of a shell or of Terraform, a text of several
// lines. Each is read as a text of its own, as a block of Markdown is. What the program puts into it is not known.

var (
	hereDocument = regexp.MustCompile(`<<<?[-~]?[ \t]*(["'\\]?)([A-Za-z_]\w*)["']?`)
	// blockScalar matches where YAML has a text of several lines.
	blockScalar = regexp.MustCompile(`(?m)^([ \t]*(?:- )?)[\w./-]+:[ \t]*\|[-+0-9]*[ \t]*\r?\n`)
	// ofShell matches what the texts of shells, Terraform, Ruby and PHP put a value in the place of.
	ofShell = regexp.MustCompile("(?:^|[^$])[$%#]\\{|\\{\\$|\\$\\(|\\$[A-Za-z_]|`|\\\\")
	// ofFormat and ofPercent match what Python's put a value in the place of, ofPrintf Go's, and ofScript those of
	// JavaScript.
	ofFormat  = regexp.MustCompile(`\{\w[^{}\n]*\}|\{\}|\{\{|\}\}`)
	ofPercent = regexp.MustCompile(`%\(\w+\)[sdr]|%[sdr]`)
	ofPrintf  = regexp.MustCompile(`%(?:\[\d+\])?[sdqvt]`)
	ofScript  = regexp.MustCompile(`\$\{|\\`)
	// escaped matches what stands for another sign, where nothing else is put in.
	escaped = regexp.MustCompile(`\\`)
	// doubled matches what stands for Terraform's sign itself.
	doubled = regexp.MustCompile(`\$\$\{`)

	// more matches a line in whose place the program puts others.
	more = regexp.MustCompile(`(?m)^[ \t]*(\$\{[^\n]*\}|\$\w+|\$\([^\n]*\)|%(?:\[\d+\])?[sv]|%\(\w+\)s|\{\w*\})[ \t]*\r?$`)

	inGo     = regexp.MustCompile(`(?m)^package \w+\s*$|^func |:=|\bSprintf\(`)
	inKotlin = regexp.MustCompile(`(?m)^[ \t]*(?:(?:private|internal) )?va[lr] \w`)
)

// mostEnclosed is how many texts are looked at: for the end of each the rest is searched. mostHoles is how many
// values are put into one.
const mostEnclosed, mostHoles = 100, 1000

// enclosed finds the texts within a program that have one of some words; partly is set where one goes on elsewhere.
func enclosed(text string, words ...string) (found []block, partly bool) {
	add := func(from, to int, holes func() *regexp.Regexp) {
		before, behind := strings.TrimRight(text[:max(0, from-3)], "\"'`@ \t\r\n"), strings.TrimLeft(text[to:], "\"'`@ \t\r\n")
		switch {
		case !slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text[from:to], word) }):
		case strings.HasPrefix(behind, "+"), strings.HasSuffix(before, "+"):
			partly = true
		case slices.ContainsFunc(found, func(b block) bool { return from < b.to && b.from < to }):
		default:
			b := block{from: from, to: to, text: text[from:to], holes: holes()}
			b.fill()
			found = append(found, b)
		}
	}
	for _, at := range hereDocument.FindAllStringSubmatchIndex(text, mostEnclosed) {
		line := strings.IndexByte(text[at[1]:], '\n')
		if line < 0 {
			break
		}
		from := at[1] + line + 1
		to, closed := from, false
		for line := range strings.Lines(text[from:]) {
			if word := strings.TrimSpace(line); strings.TrimRight(word, ";),") == text[at[4]:at[5]] {
				closed = true
				break
			}
			to += len(line)
		}
		if closed {
			add(from, to, func() *regexp.Regexp {
				if at[3] > at[2] {
					return nil
				}
				return ofShell
			})
		}
	}
	for _, at := range blockScalar.FindAllStringSubmatchIndex(text, mostEnclosed) {
		to := at[1]
		for line := range strings.Lines(text[to:]) {
			if deep := len(line) - len(strings.TrimLeft(line, " ")); deep <= at[3]-at[2] && strings.TrimSpace(line) != "" {
				break
			}
			to += len(line)
		}
		add(at[1], to, func() *regexp.Regexp { return nil })
	}
	isGo := sync.OnceValue(func() bool { return inGo.MatchString(text) })
	for _, quote := range []string{`"""`, `'''`, "`", "@\"\n", "@'\n"} {
		ends := strings.TrimSuffix(quote, "\n")
		if ends != quote { // PowerShell's stand at the beginning of a line
			ends = "\n" + ends[1:] + "@"
		}
		for at, n := 0, 0; n < mostEnclosed; n++ {
			open := strings.Index(text[at:], quote)
			if open < 0 {
				break
			}
			from := at + open + len(quote)
			length := strings.Index(text[from:], ends)
			if length < 0 {
				break
			}
			to := from + length
			at = to + len(ends)
			if strings.Contains(text[from:to], "\n") {
				add(from, to, func() *regexp.Regexp { return holesOf(text, quote, from, at, isGo) })
			}
		}
	}
	slices.SortFunc(found, func(a, b block) int { return a.from - b.from })
	return found, partly
}

// holesOf is what a text between quotes has values put in the place of, nil for nothing.
func holesOf(text, quote string, from, behind int, isGo func() bool) *regexp.Regexp {
	before, rest := text[:from-len(quote)], text[behind:]
	prefix := strings.ToLower(before[len(strings.TrimRight(before, "fFrRbBuU")):])
	switch {
	case quote == "`" && isGo():
		return ofPrintf
	case quote == "`":
		return ofScript
	case quote == "@\"\n":
		return ofShell
	case quote == "@'\n":
		return nil
	case strings.Contains(prefix, "f"), strings.HasPrefix(rest, ".format("), usedLater(text, before, ".format("):
		return ofFormat
	case strings.HasPrefix(strings.TrimLeft(rest, " "), "%"), strings.HasPrefix(rest, ".formatted("), usedLater(text, before, " % "):
		return ofPercent
	case inKotlin.MatchString(text):
		return ofShell
	case strings.Contains(prefix, "r"):
		return nil
	}
	return escaped
}

// usedLater reports whether a program does something with the variable that holds a text, before which it stands.
func usedLater(text, before, what string) bool {
	of := heldBy.FindStringSubmatch(before[strings.LastIndexByte(before, '\n')+1:])
	return of != nil && strings.Contains(text, of[1]+what)
}

var heldBy = regexp.MustCompile(`(\w+)(?:[ \t]*:[^=]*)?[ \t]*=[ \t]*(?:\w*\.dedent\()?\\?$`)

// fill puts quotes around what stands for a value, so that the language around it takes it for a text, and undoes
// what Terraform doubles.
func (b *block) fill() {
	var changes [][2]int // where quotes stand, and where Terraform's sign does
	switch b.holes {
	case ofShell:
		for _, at := range doubled.FindAllStringIndex(b.text, -1) {
			changes = append(changes, [2]int{at[0], at[0] + 1})
		}
	case ofFormat, ofPercent, ofPrintf:
		for _, at := range b.holes.FindAllStringIndex(b.text, mostHoles) {
			if at[1]-at[0] == 2 && b.holes == ofFormat && b.text[at[0]:at[1]] != "{}" { // a doubled brace
				continue
			}
			line := b.text[strings.LastIndexByte(b.text[:at[0]], '\n')+1 : at[0]]
			before := strings.TrimRight(line, " \t")
			if strings.Count(line, `"`)%2 == 0 && before != "" && strings.IndexByte(":-=[,", before[len(before)-1]) >= 0 {
				changes = append(changes, [2]int{at[0], at[0]}, [2]int{at[1], at[1]})
			}
		}
	}
	if len(changes) == 0 {
		return
	}
	var made strings.Builder
	at := 0
	copied := func(to int) {
		made.WriteString(b.text[at:to])
		for ; at < to; at++ {
			b.places = append(b.places, b.from+at)
		}
	}
	for _, c := range changes {
		copied(c[0])
		if at = c[1]; c[0] == c[1] {
			made.WriteByte('"')
			b.places = append(b.places, b.from+at)
		}
	}
	copied(len(b.text))
	b.places = append(b.places, b.to)
	b.text = made.String()
}

// hole is a place in whose stead the program puts something, and what stands there for it.
type hole struct {
	at   int
	text string
}

// masked stands in a text in the place of such a line.
const masked = "#~"

var anyMasked = regexp.MustCompile(masked + `~*`)

// open makes comments of the lines in whose place the program puts others, and keeps where they stand.
func (b *block) open() {
	if b.holes == nil || b.holes == escaped {
		return
	}
	made := []byte(b.text)
	for _, at := range more.FindAllStringSubmatchIndex(b.text, mostHoles) {
		for i := at[2]; i < at[3]; i++ {
			made[i] = masked[min(i-at[2], 1)]
		}
		b.opened = append(b.opened, hole{len(strings.TrimRight(b.text[:at[0]], " \t\r\n")), b.text[at[2]:at[3]]})
	}
	b.text = string(made)
}

// putIn matches what Ruby and Terraform put into a here-document.
var putIn = regexp.MustCompile(`#\{[^{}\n]*\}|\$\{[A-Za-z_]\w*[.\[(][^{}\n]*\}`)

// asVariables makes variables of what is put in, which a shell takes for a comment or for nothing of its own, and leaves
// all places as they are.
func asVariables(text string) string {
	return putIn.ReplaceAllStringFunc(text, func(of string) string {
		return "${" + notInName.ReplaceAllString(of[2:len(of)-1], "_") + "}"
	})
}

var notInName = regexp.MustCompile(`[^A-Za-z0-9_]`)

// shownAsPutIn shows what is not known as it stands in the whole text.
func shownAsPutIn(n *source.Node, text string) {
	if n.Kind == source.Unknown && n.Start < n.End && n.End <= len(text) && asVariables(text[n.Start:n.End]) == n.Text {
		n.Text = text[n.Start:n.End]
	}
	for _, c := range n.Children {
		shownAsPutIn(c, text)
	}
}

// readEnclosed reads the pools of the templates, or of the commands, that stand in a program's texts, and reports
// whether there are such texts. Where none can be read it says so: a fault there may be none of the program's.
func readEnclosed(kind, text string, o Options) (d reading.Document, there bool) {
	words := []string{userPoolType, terraformResource}
	if kind == language.AWSCLI {
		words = []string{"create-user-pool"}
	}
	parts, partly := enclosed(text, words...)
	for i := range parts {
		if kind != language.AWSCLI {
			parts[i].open()
		} else if parts[i].holes == ofShell {
			parts[i].text = asVariables(parts[i].text)
		}
	}
	faulty := func(d reading.Document) bool {
		return slices.ContainsFunc(d.Told, func(t reading.Told) bool { return t.Stage == diagnostic.Syntax })
	}
	d = readParts(parts, o, func(d reading.Document) bool { return len(d.Pools) > 0 && !faulty(d) })
	if kind == language.AWSCLI && d.Root != nil {
		shownAsPutIn(d.Root, text)
	}
	if d.Chosen < 0 || faulty(d) {
		d = reading.Document{Chosen: -1, Told: []reading.Told{{
			Rule: "no-pool", Stage: diagnostic.Tool, Severity: diagnostic.Note,
			Message: "A program names the pool in a text, which is not read. Paste the template that it makes.",
		}}}
	}
	return d, partly || len(parts) > 0
}
