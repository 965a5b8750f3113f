package export

import (
	"regexp"
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
)

// yaml writes a part after the colon of its key, in block style.
func (j *job) yaml(p *part, indent string) {
	j.take(p)
	switch {
	case p.raw != "":
		j.WriteString(" " + p.raw)
	case p.shape.Kind == contract.String:
		j.WriteString(" " + yamlText(p.text, indent))
	case p.shape.Scalar():
		j.WriteString(" " + p.text)
	case len(p.children) == 0 && p.shape.Kind == contract.List:
		j.WriteString(" []")
	case len(p.children) == 0:
		j.WriteString(" {}")
	case p.shape.Kind == contract.List:
		for _, c := range p.children {
			j.WriteString("\n" + indent + "-")
			j.yamlElement(c, indent+"  ")
		}
	default:
		for _, c := range p.children {
			j.WriteString("\n" + indent)
			j.yamlEntry(c, indent)
		}
	}
}

// yamlElement writes a list's element after its dash; a structure's first member stands on
// the dash's line.
func (j *job) yamlElement(p *part, indent string) {
	if p.shape.Scalar() || len(p.children) == 0 || p.shape.Kind == contract.List {
		j.yaml(p, indent)
		return
	}
	j.take(p)
	for i, c := range p.children {
		if i == 0 {
			j.WriteByte(' ')
		} else {
			j.WriteString("\n" + indent)
		}
		j.yamlEntry(c, indent)
	}
}

func (j *job) yamlEntry(p *part, indent string) {
	name := yamlScalar(p.name)
	if len(name) > 1000 { // YAML lets a simple key have no more than 1024 characters
		name = "? " + name + "\n" + indent
	}
	j.WriteString(name + ":")
	j.yaml(p, indent+"  ")
}

// plainYAML are texts that no version of YAML takes for anything but a string; what begins
// with a digit may be a number or a date.
var plainYAML = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_.@/+-]*(:+[A-Za-z0-9_.@/+-]+)*( [A-Za-z0-9_.@/+-]+)*$`)

// yamlWords are what some version of YAML takes for a boolean or for null.
var yamlWords = map[string]bool{"true": true, "false": true, "yes": true, "no": true, "on": true, "off": true, "y": true, "n": true, "null": true}

func yamlScalar(text string) string {
	if plainYAML.MatchString(text) && !yamlWords[strings.ToLower(text)] {
		return text
	}
	return doubleQuoted(text)
}

// yamlText writes a text of several lines as a block, where a block is sure to keep it.
func yamlText(text, indent string) string {
	lines := strings.Split(text, "\n")
	last := len(lines) - 1
	head := "|-"
	if last > 1 && lines[last] == "" && lines[last-1] != "" {
		head, lines = "|", lines[:last]
	}
	for i, line := range lines {
		if len(lines) == 1 || !blockLine(line) || (i == 0 || i == len(lines)-1) && line == "" {
			return yamlScalar(text)
		}
	}
	var b strings.Builder
	b.WriteString(head)
	for _, line := range lines {
		b.WriteByte('\n')
		if line != "" {
			b.WriteString(indent + line)
		}
	}
	return b.String()
}

// blockLine reports whether a line stands in a block as it is and can be seen to.
func blockLine(line string) bool {
	return strings.Trim(line, " ") == line && !strings.ContainsFunc(line, func(r rune) bool { return !strconv.IsPrint(r) })
}
