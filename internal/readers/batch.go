package readers

import (
	"regexp"
	"strings"

	"userpoolplayground/internal/reading"
)

// batch reads the commands of Windows' cmd.exe that have words of the AWS CLI, and the lines that
// set a variable. Nothing else of a script is read: what it does with an answer does not matter.
func (t *text) batch() {
	t.Root = t.value(reading.List, 0, len(t.source), "")
	t.delayed = strings.Contains(strings.ToLower(t.source), "enabledelayedexpansion")
	for at := 0; at < len(t.source); {
		end := lineEnd(t.source, at)
		for end < len(t.source) && strings.HasSuffix(strings.TrimRight(t.source[at:end], " \t\r"), "^") {
			end = lineEnd(t.source, end+1)
		}
		line := t.source[at:end]
		switch set := batchSet.FindStringSubmatchIndex(line); {
		case set != nil:
			first := 2
			if set[first] < 0 {
				first = 6
			}
			v := t.batchText(at+set[first+2], at+set[first+3])
			v.Name, v.Role = strings.ToUpper(line[set[first]:set[first+1]]), reading.Assigned
			v.NameFrom, v.NameTo = at+set[first], at+set[first+1]
			t.Root.Children = append(t.Root.Children, v)
		case strings.Contains(line, "aws"):
			t.batchCommand(at, end)
		}
		at = end + 1
	}
}

// batchSet matches set "NAME=value" and set NAME=value.
var batchSet = regexp.MustCompile(`(?i)^[ \t]*@?set[ \t]+(?:"([A-Za-z_]\w*)=([^"\n]*)"|([A-Za-z_]\w*)=([^\r\n&|]*))`)

func lineEnd(s string, at int) int {
	if at >= len(s) {
		return len(s)
	}
	if end := strings.IndexByte(s[at:], '\n'); end >= 0 {
		return at + end
	}
	return len(s)
}

// batchCommand reads the words of a command, which may go over several lines.
func (t *text) batchCommand(from, to int) {
	command := t.value(reading.List, from, to, "")
	for at := from; at < to; {
		switch c := t.source[at]; {
		case strings.IndexByte(" \t\r\n@", c) >= 0:
			at++
		case c == '^' && at+1 < to && strings.IndexByte("\r\n ", t.source[at+1]) >= 0:
			at++
		case c == '>' || c == '<' || c == '|' || c == '&':
			to = at
		default:
			begin := at
			quoted := false
			for at < to && (quoted || strings.IndexByte(" \t\r\n><|&", t.source[at]) < 0) {
				switch {
				case t.source[at] == '\\' && at+1 < to && t.source[at+1] == '"':
					at++
				case t.source[at] == '"':
					quoted = !quoted
				case t.source[at] == '^' && !quoted && at+1 < to:
					at++
				}
				at++
			}
			if quoted {
				t.fault(begin, begin+1, "This string is never closed.")
			}
			command.Children = append(command.Children, t.batchText(begin, min(at, to)))
		}
	}
	command.To = to
	if len(command.Children) > 0 {
		t.Root.Children = append(t.Root.Children, command)
	}
}

// batchVariable matches %NAME%, !NAME!, what the script is called with, and a part of what a variable holds.
var batchVariable = regexp.MustCompile(`^(?:%([A-Za-z_]\w*)%|!([A-Za-z_]\w*)!|%(?:~[a-z]*)?([0-9*])|%[A-Za-z_]\w*:[^%\s]*%)`)

// batchText is a word: a text, a Reference, or a Template of both.
func (t *text) batchText(from, to int) *reading.Value {
	var parts []*reading.Value
	var b strings.Builder
	add := func(at int) {
		if b.Len() > 0 {
			parts = append(parts, t.value(reading.String, from, at, b.String()))
			b.Reset()
		}
	}
	quoted := false
	for at := from; at < to; at++ {
		rest := t.source[at:to]
		switch c := rest[0]; {
		case c == '\\' && len(rest) > 1 && rest[1] == '"':
			b.WriteByte('"')
			at++
		case c == '"':
			quoted = !quoted
		case c == '^' && !quoted && len(rest) > 1:
			at++
			b.WriteByte(rest[1])
		case strings.HasPrefix(rest, "%%"):
			b.WriteByte('%')
			at++
		case c == '%', c == '!' && t.delayed:
			name := batchVariable.FindStringSubmatch(rest)
			if name == nil {
				b.WriteByte(c)
				continue
			}
			add(at)
			part := t.expression(at, at+len(name[0]))
			if of := name[1] + name[2] + name[3]; of != "" {
				part.Kind, part.Text = reading.Reference, strings.ToUpper(of)
			}
			parts = append(parts, part)
			at += len(name[0]) - 1
		default:
			b.WriteByte(c)
		}
	}
	add(to)
	return t.word(from, to, parts)
}
