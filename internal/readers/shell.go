package readers

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"mvdan.cc/sh/v3/syntax"

	"userpoolplayground/internal/reading"
)

// shell reads the commands of a POSIX shell or of bash: a list of commands, each a list of
// words. Nothing runs. A variable has its value where the text sets it to a literal.
func (t *text) shell() {
	file, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(unprompted(t.source)), "")
	if parse := (syntax.ParseError{}); errors.As(err, &parse) {
		at := int(parse.Pos.Offset())
		t.fault(at, at+1, "This is no command line of a shell: %s.", parse.Text)
	} else if err != nil {
		t.fault(0, 0, "This is no command line of a shell: %v.", err)
	}
	if file == nil {
		return
	}
	s := &shellReader{text: t}
	t.Root = t.value(reading.List, 0, len(t.source), "")
	syntax.Walk(file, func(n syntax.Node) bool {
		call, ok := n.(*syntax.CallExpr)
		if !ok {
			return true
		}
		for _, a := range call.Assigns {
			if a.Name == nil || len(call.Args) > 0 {
				continue
			}
			if a.Value == nil || a.Append {
				s.variables.lose(a.Name.Value)
			} else if v := s.word(a.Value); v.Kind == reading.String {
				s.variables.set(a.Name.Value, v.Text)
			} else {
				s.variables.lose(a.Name.Value)
			}
		}
		if len(call.Args) > 0 {
			command := t.value(reading.List, int(call.Pos().Offset()), int(call.End().Offset()), "")
			for _, w := range call.Args {
				command.Children = append(command.Children, s.word(w))
			}
			t.Root.Children = append(t.Root.Children, command)
		}
		return true
	})
}

var (
	// A text that begins with a prompt, comments aside, was copied from a terminal. One that
	// does not may have what looks like a prompt in a string.
	prompted     = regexp.MustCompile(`^\s*(?:#[^\n]*\n\s*)*[$%] `)
	prompt       = regexp.MustCompile(`(?m)^[ \t]*[$%>] `)
	windows      = regexp.MustCompile(`\bcreate-user-pool\b[^\n'"]*\^\r?\n`)
	windowsBreak = regexp.MustCompile(`\^(\r?\n)`)
)

// unprompted blanks the prompts of a text that was copied with them, and turns the line
// continuation of Windows' cmd into a shell's. Every place stays where it was.
func unprompted(source string) string {
	if prompted.MatchString(source) {
		source = prompt.ReplaceAllStringFunc(source, blank)
	}
	if windows.MatchString(source) {
		source = windowsBreak.ReplaceAllString(source, `\$1`)
	}
	return strings.ReplaceAll(source, "\\\r\n", " \\\n")
}

func blank(text string) string { return strings.Repeat(" ", len(text)) }

type shellReader struct {
	*text
	variables variables[string]
}

func (s *shellReader) word(w *syntax.Word) *reading.Value {
	from, to := int(w.Pos().Offset()), int(w.End().Offset())
	var b strings.Builder
	if !s.parts(&b, w.Parts, false) {
		return s.expression(from, to)
	}
	return s.value(reading.String, from, to, b.String())
}

// parts joins the parts of a word and reports whether all are known.
func (s *shellReader) parts(b *strings.Builder, parts []syntax.WordPart, quoted bool) bool {
	for _, part := range parts {
		switch p := part.(type) {
		case *syntax.Lit:
			unescape(b, p.Value, quoted)
		case *syntax.SglQuoted:
			if p.Dollar {
				b.WriteString(ansi(p.Value))
			} else {
				b.WriteString(p.Value)
			}
		case *syntax.DblQuoted:
			if !s.parts(b, p.Parts, true) {
				return false
			}
		case *syntax.ParamExp:
			value, known := "", false
			if p.Param != nil && (p.Short || s.source[p.Pos().Offset():p.End().Offset()] == "${"+p.Param.Value+"}") {
				value, known = s.variables.get(p.Param.Value)
			}
			if !known || b.Len()+len(value) > reading.MaxBytes {
				return false
			}
			b.WriteString(value)
		case *syntax.CmdSubst:
			printed, known := s.hereDocument(p)
			if !known {
				return false
			}
			b.WriteString(printed)
		default:
			return false
		}
	}
	return true
}

// hereDocument returns what $(cat <<'END' …) prints.
func (s *shellReader) hereDocument(p *syntax.CmdSubst) (string, bool) {
	if len(p.Stmts) != 1 || len(p.Stmts[0].Redirs) != 1 {
		return "", false
	}
	call, ok := p.Stmts[0].Cmd.(*syntax.CallExpr)
	document := p.Stmts[0].Redirs[0]
	if !ok || len(call.Args) != 1 || call.Args[0].Lit() != "cat" || document.Hdoc == nil {
		return "", false
	}
	var b strings.Builder
	if document.Word.Lit() == "" { // its end is quoted, and so is everything before it
		b.WriteString(document.Hdoc.Lit())
	} else if !s.parts(&b, document.Hdoc.Parts, true) {
		return "", false
	}
	return strings.TrimRight(b.String(), "\n"), true
}

// unescape takes out the backslashes of a literal; between double quotes only some count.
func unescape(b *strings.Builder, text string, quoted bool) {
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' || i+1 == len(text) {
			b.WriteByte(text[i])
			continue
		}
		next := text[i+1]
		switch {
		case next == '\n':
			i++
		case !quoted || strings.IndexByte("$`\"\\", next) >= 0:
			b.WriteByte(next)
			i++
		default:
			b.WriteByte('\\')
		}
	}
}

var ansiEscapes = map[byte]byte{'a': 7, 'b': 8, 'e': 27, 'E': 27, 'f': 12, 'n': 10, 'r': 13, 't': 9, 'v': 11, '\\': '\\', '\'': '\'', '"': '"', '?': '?'}

// ansi decodes what stands in $'…'.
func ansi(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' || i+1 == len(text) {
			b.WriteByte(text[i])
			continue
		}
		i++
		c := text[i]
		if plain, ok := ansiEscapes[c]; ok {
			b.WriteByte(plain)
			continue
		}
		digits, base, first := 0, 16, i+1
		switch {
		case c == 'x':
			digits = 2
		case c == 'u':
			digits = 4
		case c == 'U':
			digits = 8
		case c >= '0' && c <= '7':
			digits, base, first = 3, 8, i
		}
		code, length := number(text[first:], base, digits)
		switch {
		case length == 0:
			b.WriteByte('\\')
			b.WriteByte(c)
			continue
		case c == 'u' || c == 'U':
			b.WriteRune(code)
		default:
			b.WriteByte(byte(code))
		}
		i = first + length - 1
	}
	return b.String()
}

// number reads up to so many digits and returns how many there were.
func number(text string, base, most int) (code rune, length int) {
	for length < most && length < len(text) {
		if _, err := strconv.ParseUint(text[length:length+1], base, 8); err != nil {
			break
		}
		length++
	}
	n, err := strconv.ParseUint(text[:length], base, 32)
	if err != nil || n > utf8.MaxRune {
		return utf8.RuneError, length
	}
	return rune(n), length
}
