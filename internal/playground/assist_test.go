package playground

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"userpoolplayground/internal/example"
)

// A scenario of assisting is one file: a request, with ▮ for the cursor where one is
// asked about, then parts that each begin with a line "------ name": options, edits, and
// last the answer, which -update rewrites.
type assisted struct {
	file    string
	request string // without the cursor
	cursor  int    // in UTF-16 code units
	parts   map[string]string
}

const separator = "------ "

func scenariosIn(t *testing.T, folder string) []assisted {
	files, err := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no scenarios", err)
	}
	var all []assisted
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.Split("\n"+string(text), "\n"+separator)
		s := assisted{file: file, parts: map[string]string{}}
		s.request = strings.TrimPrefix(parts[0], "\n")
		if at := strings.Index(s.request, "▮"); at >= 0 {
			s.cursor = len(utf16.Encode([]rune(s.request[:at])))
			s.request = strings.Replace(s.request, "▮", "", 1)
		}
		for _, part := range parts[1:] {
			name, content, _ := strings.Cut(part, "\n")
			s.parts[name] = content
		}
		all = append(all, s)
	}
	return all
}

func (s assisted) options(t *testing.T) Options {
	o, err := readOptions(s.parts["options"])
	if err != nil {
		t.Fatal(s.file, err)
	}
	return o
}

// hold compares an answer with the file's, all before it being as it is.
func (s assisted) hold(t *testing.T, answer string) {
	t.Helper()
	text, err := os.ReadFile(s.file)
	if err != nil {
		t.Fatal(err)
	}
	before, _, answered := strings.Cut(string(text), "\n"+separator+"answer\n")
	if !answered && len(s.parts) > 0 {
		before = strings.TrimSuffix(before, "\n") // the last part's own end of line
	}
	compare(t, s.file, before+"\n"+separator+"answer\n"+answer)
}

func TestCompletions(t *testing.T) {
	for _, s := range scenariosIn(t, "completion") {
		t.Run(filepath.Base(s.file), func(t *testing.T) {
			completions, err := Complete(s.request, s.cursor, s.options(t))
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			if len(completions) == 0 {
				b.WriteString("nothing\n")
			}
			for _, c := range completions {
				fmt.Fprintf(&b, "%s: %s", c.Kind, c.Label)
				if c.Detail != "" {
					fmt.Fprintf(&b, " (%s)", c.Detail)
				}
				b.WriteByte('\n')
			}
			shown := completions
			if len(shown) > 4 {
				shown = shown[:1]
			}
			for _, c := range shown {
				fmt.Fprintf(&b, "\n%s gives\n%s\n", c.Label, selected(apply(s.request, c.Edits), c.SelectFrom, c.SelectTo))
			}
			s.hold(t, b.String())
		})
	}
}

// selected marks what is selected in a text.
func selected(text string, from, to int) string {
	all := utf16.Encode([]rune(text))
	part := func(a, b int) string { return string(utf16.Decode(all[a:b])) }
	return part(0, from) + "‹" + part(from, to) + "›" + part(to, len(all))
}

func TestHovers(t *testing.T) {
	for _, s := range scenariosIn(t, "hover") {
		t.Run(filepath.Base(s.file), func(t *testing.T) {
			h, err := HoverAt(s.request, s.cursor, s.options(t))
			if err != nil {
				t.Fatal(err)
			}
			if h == nil {
				s.hold(t, "nothing\n")
				return
			}
			var b strings.Builder
			line := func(name string, values ...string) {
				if text := strings.Join(values, ", "); text != "" {
					b.WriteString(name + ": " + text + "\n")
				}
			}
			request := utf16.Encode([]rune(s.request))
			line("at", h.Pointer, string(utf16.Decode(request[h.From:h.To])))
			line(h.Name, h.Shape, h.Type)
			line("description", h.Description)
			if h.Required {
				line("required", "yes")
			}
			if h.Deprecated {
				line("deprecated", "yes")
			}
			for _, limit := range h.Limits {
				line("limit", limit)
			}
			for _, v := range h.Values {
				line("value", strings.TrimSpace(v.Value+" "+v.Since))
			}
			line("left out of its block", h.Absent)
			line("without the block", h.BlockAbsent)
			line("default known as", h.DefaultEvidence)
			line("since", h.Since)
			line("update", h.Update)
			for _, r := range h.Rules {
				line("rule", r.ID+" ("+r.Severity+")", r.Message)
			}
			line("evidence", h.Evidence)
			line("links", h.Links...)
			s.hold(t, b.String())
		})
	}
}

// Each line of the edits is one FormEdit, applied to what the one before it made.
func TestFormEdits(t *testing.T) {
	for _, s := range scenariosIn(t, "form") {
		t.Run(filepath.Base(s.file), func(t *testing.T) {
			o := s.options(t)
			var b strings.Builder
			text := s.request
			for line := range strings.Lines(s.parts["edits"]) {
				edit, err := ReadFormEdit(line)
				if err != nil {
					t.Fatal(err)
				}
				change := EditForm(text, edit, o)
				fmt.Fprintf(&b, "%s %s", edit.Op, edit.Pointer)
				if change.Refused != "" {
					fmt.Fprintf(&b, " is refused: %s\n\n", change.Refused)
					continue
				}
				text = apply(text, change.Edits)
				fmt.Fprintf(&b, " gives, at %q,\n%s\n\n", change.Pointer, text)
			}
			if s.parts["edits"] == "" {
				f := FormOf(text, o)
				b.WriteString(f.Unreadable + "\n")
				showFields(&b, f.Fields, "")
			}
			s.hold(t, b.String())
		})
	}
}

// showFields writes a form for reading: a line a field.
func showFields(b *strings.Builder, fields []Field, indent string) {
	for _, f := range fields {
		fmt.Fprintf(b, "%s%s, %s", indent, f.Name, f.Type)
		for _, word := range []struct {
			said string
			when bool
		}{
			{"required", f.Required}, {"deprecated", f.Deprecated}, {"immutable", f.Immutable}, {"long", f.Long},
			{fmt.Sprintf("%d-%d", f.From, f.To), f.Given}, {"= " + f.Value, f.Given && f.Value != ""},
			{"default " + f.Default, f.Default != ""}, {"one of " + strings.Join(f.Values, " "), len(f.Values) > 0}, {f.Misfit, f.Misfit != ""},
		} {
			if word.when {
				b.WriteString(", " + word.said)
			}
		}
		b.WriteByte('\n')
		showFields(b, f.Fields, indent+"  ")
	}
}

// The verbs that run at every keystroke, on the longest example.
func BenchmarkAssist(b *testing.B) {
	e := example.All()[0]
	for _, other := range example.All() {
		if len(other.Request) > len(e.Request) {
			e = other
		}
	}
	middle := strings.Index(e.Request, "\n  \"M") + 1
	for name, run := range map[string]func(){
		"complete": func() { _, _ = Complete(e.Request, middle, Options{}) },
		"hover":    func() { _, _ = HoverAt(e.Request, middle+6, Options{}) },
		"form":     func() { FormOf(e.Request, Options{}) },
		"editForm": func() { EditForm(e.Request, FormEdit{Op: "remove", Pointer: "/PoolName"}, Options{}) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				run()
			}
		})
	}
}

// In a text of any length an answer comes in good time.
func TestAssistInLongTexts(t *testing.T) {
	const many = 20_000
	for name, text := range map[string]string{
		"members":  "{" + strings.Repeat(`"Wrong": {"a": [1, 2]},`+"\n", many) + "}",
		"elements": `{"Schema": [` + strings.Repeat(`{"Name": "a", "Mutable": true},`+"\n", many) + "]}",
		"words":    `{"AliasAttributes": [` + strings.Repeat(`"email",`, many) + "]}",
		"comments": "{" + strings.Repeat("// a comment\n", many) + "}",
		"commas":   "{" + strings.Repeat(",", many) + "}",
		"no value": "{" + strings.Repeat(`"a": "b": `, many) + "}",
	} {
		began := time.Now()
		for _, offset := range []int{0, 1, len(text) / 2, len(text) - 3, len(text)} {
			if _, err := Complete(text, offset, Options{}); err != nil {
				t.Fatal(err)
			}
			if _, err := HoverAt(text, offset, Options{}); err != nil {
				t.Fatal(err)
			}
		}
		FormOf(text, Options{})
		EditForm(text, FormEdit{Op: "set", Pointer: "/PoolName", Value: `"p"`}, Options{})
		if took := time.Since(began); took > 15*time.Second {
			t.Errorf("%s: %v", name, took)
		} else {
			t.Log(name, took)
		}
	}
}

// Wrong arguments of the verbs that ask about a place are told apart from wrong texts.
func TestArgumentsOfAssist(t *testing.T) {
	for _, c := range []struct{ verb, argument, want string }{
		{"complete", "1", ""},
		{"complete", "", "offset"},
		{"complete", "1.5", "offset"},
		{"complete", "-1", "offset"},
		{"complete", "3", "offset"},
		{"hover", `"1"`, "offset"},
		{"hover", "1e300", "offset"},
		{"hover", "2", ""},
		{"form", "", ""},
		{"editForm", "", "edit"},
		{"editForm", "7", "edit"},
		{"editForm", `{"op": "burn", "pointer": "/PoolName"}`, "edit.op"},
		{"editForm", `{"op": "set", "pointer": 1}`, "edit.pointer"},
		{"editForm", `{"op": "set", "pointer": "/PoolName", "colour": 1}`, "colour"},
		{"editForm", `{"op": "set", "pointer": "/PoolName", "value": "\"p\""}`, ""},
	} {
		answer, err := Call(c.verb, "{}", "", c.argument)
		switch {
		case c.want == "" && (err != nil || !json.Valid(answer.JSON)):
			t.Errorf("%s %s: %v", c.verb, c.argument, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s %s: %v, want %s", c.verb, c.argument, err, c.want)
		}
	}
}
