// Package readers holds the parsers of the languages in which people have a user pool
// written: shells, YAML, HCL, Python's and R's calls. Each turns a text into a tree of
// package reading, with places, and says what it could not read. Nothing here knows
// Cognito or the contract: the package is compiled into a WebAssembly program of its own,
// because the libraries are large and few visits need them.
package readers

import (
	"fmt"
	"strings"

	"userpoolplayground/internal/reading"
)

// read are the readers by the name that the engine asks for.
var read = map[string]func(*text){
	"shell":        (*text).shell,
	"batch":        (*text).batch,
	"code":         (*text).code,
	"powershell":   (*text).powerShell,
	"yaml":         (*text).yaml,
	"hcl":          (*text).hcl,
	"hcl-template": (*text).hclTemplate,
	"python":       func(t *text) { t.calls(python) },
	"r":            func(t *text) { t.calls(r) },
}

// Read reads a text. It never fails: what is wrong stands in the reading's faults. An
// unknown reader is an error.
func Read(reader, source string) (result reading.Reading, err error) {
	run := read[reader]
	if run == nil {
		return result, fmt.Errorf("there is no reader %q", reader)
	}
	t := &text{source: source}
	if t.withinLimits() {
		t.guarded(run)
	}
	return t.Reading, nil
}

const deepest = 30

// text is a text that is being read.
type text struct {
	reading.Reading
	source string
	// values counts the tree's values: an alias of YAML, or a variable, can stand for many.
	values int
	// depth is how many expressions are open. Beyond [deepest] they are not taken apart: the stack
	// is small, and nobody nests so deep.
	depth int
	// makefile is set where make puts variables in before a shell sees its commands.
	makefile bool
	// delayed is set where a batch file's !NAME! stands for a value.
	delayed bool
}

// guarded runs a parser. The libraries meet texts that they were not tried with, and a panic
// must not end the program.
func (t *text) guarded(run func(*text)) {
	defer func() {
		if recover() != nil {
			t.Root, t.Faults = nil, nil
			t.fault(0, 0, "This text could not be read: its parser failed.")
		}
	}()
	run(t)
	if t.values > reading.MaxValues {
		t.Root, t.Faults = nil, nil
		t.fault(0, 0, "This text stands for more than %d values. Import the part with the user pool.", reading.MaxValues)
	}
}

const maxFaults = 50

func (t *text) fault(from, to int, format string, args ...any) {
	if len(t.Faults) == maxFaults {
		return
	}
	from = min(max(from, 0), len(t.source))
	to = min(max(to, from), len(t.source))
	t.Faults = append(t.Faults, reading.Fault{From: from, To: to, Message: fmt.Sprintf(format, args...)})
}

// value makes a value and counts it.
func (t *text) value(kind reading.Kind, from, to int, decoded string) *reading.Value {
	t.values++
	from = min(max(from, 0), len(t.source))
	to = min(max(to, from), len(t.source))
	return &reading.Value{Kind: kind, From: from, To: to, Text: decoded}
}

// expression is what has no value before its program runs, as it is written.
func (t *text) expression(from, to int) *reading.Value {
	v := t.value(reading.Expression, from, to, "")
	v.Text = t.source[v.From:v.To]
	return v
}

func (t *text) withinLimits() bool {
	if len(t.source) > reading.MaxBytes {
		t.fault(0, 0, "This text has %d kB; at most %d kB are read. Import the part with the user pool.", len(t.source)>>10, reading.MaxBytes>>10)
		return false
	}
	depth := 0
	indents := []int{}
	for at := 0; at < len(t.source); {
		line := t.source[at:]
		if end := strings.IndexByte(line, '\n'); end >= 0 {
			line = line[:end+1]
		}
		// Which brackets are in strings depends on the language. Those between quotes on one line
		// count for nothing here; the JavaScript around the program bears what slips through.
		for i := 0; i < len(line); i++ {
			switch line[i] {
			case '"', '\'':
				i += quotedLength(line[i:])
			case '(', '[', '{':
				depth++
			case ')', ']', '}':
				depth = max(0, depth-1)
			}
			if depth > reading.MaxDepth {
				t.fault(at+i, at+i+1, "Brackets are nested more than %d deep here.", reading.MaxDepth)
				return false
			}
		}
		// In YAML lines further in are deeper, and one line can open many lists.
		if body := strings.TrimLeft(line, " \t-?:"); strings.TrimSpace(body) != "" {
			prefix := line[:len(line)-len(body)]
			for len(indents) > 0 && indents[len(indents)-1] >= len(prefix) {
				indents = indents[:len(indents)-1]
			}
			indents = append(indents, len(prefix))
			if len(indents)+strings.Count(prefix, "-") > 2*reading.MaxDepth {
				t.fault(at, at+len(prefix), "Lines are nested more than %d deep here.", reading.MaxDepth)
				return false
			}
		}
		at += len(line)
	}
	return true
}

// variables are those that a program sets once, to what is written out. The value of one that
// is set again or changed hangs on what runs, which is not known.
type variables[V any] struct {
	names  []string
	values map[string]V
	lost   map[string]bool
}

func (v *variables[V]) set(name string, value V) {
	if _, again := v.values[name]; again || v.lost[name] {
		v.lose(name)
		return
	}
	if v.values == nil {
		v.values = map[string]V{}
	}
	v.names = append(v.names, name)
	v.values[name] = value
}

func (v *variables[V]) lose(name string) {
	if v.lost == nil {
		v.lost = map[string]bool{}
	}
	v.lost[name] = true
	delete(v.values, name)
}

func (v *variables[V]) get(name string) (value V, known bool) {
	value, known = v.values[name]
	return value, known
}

// quotedLength is how much of a line is behind a quote, up to the one that closes it; 0 where
// none does.
func quotedLength(line string) int {
	for i := 1; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case line[0]:
			return i
		}
	}
	return 0
}
