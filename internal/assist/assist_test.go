package assist

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/check"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/example"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

func today(text string) *Text {
	return Read(text, userpool.Options{Contract: contract.Newest()})
}

// boundaries are the places in a text where a person would stop to think: before and
// behind each bracket, comma, colon, quote and word.
var boundaries = regexp.MustCompile(`[{}\[\],:"]|\w+|\n`)

func places(text string) []int {
	all := []int{0, len(text)}
	for _, at := range boundaries.FindAllStringIndex(text, -1) {
		all = append(all, at...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Whatever is offered at any place of any example leaves a text that is no worse: no new
// fault, no value of the wrong type and no unknown member.
func TestCompletionsAreRight(t *testing.T) {
	n := 0
	for _, e := range example.All() {
		for i, offset := range places(e.Request) {
			for j, c := range today(e.Request).Complete(offset) {
				n++
				keepsRight(t, e.Request, c)
				if (i+j)%40 == 0 {
					constrained(t, e.Request, c)
				}
			}
		}
	}
	if n < 9_000 {
		t.Errorf("only %d completions were tried", n)
	}
}

// The same in every text that breaks off, as it does while it is typed.
func TestCompletionsInHalfATextAreRight(t *testing.T) {
	n := 0
	for _, e := range example.All() {
		for i, offset := range places(e.Request) {
			text := e.Request[:offset]
			if i%3 == 0 { // with a line of more behind it
				text += "\n  \"IssuerConfiguration\": {}\n}\n"
			}
			for _, c := range today(text).Complete(offset) {
				n++
				keepsRight(t, text, c)
			}
		}
	}
	if n < 3_000 {
		t.Errorf("only %d completions were tried", n)
	}
}

func keepsRight(t *testing.T, text string, c Completion) {
	t.Helper()
	before, after := source.Parse(text), source.Parse(source.Apply(text, c.Edits))
	was, is := faults(before), faults(after)
	for rule, n := range is {
		if n > was[rule] {
			t.Fatalf("%s at %d makes %s:\n%s", c.Label, c.From, rule, after.Text)
		}
	}
	if n, was := len(wrong(after)), len(wrong(before)); n > was {
		t.Fatalf("%s at %d is of the wrong type or unknown:\n%s", c.Label, c.From, after.Text)
	}
}

// wrong are the places of values of the wrong type and of unknown members.
func wrong(d *source.Document) []string {
	r := request.Read(d, contract.Newest())
	var all []string
	for _, m := range r.Mistyped {
		all = append(all, m.Pointer)
	}
	for _, u := range r.Unknown {
		all = append(all, u.Node.Pointer())
	}
	return all
}

func faults(d *source.Document) map[string]int {
	found := map[string]int{}
	for _, f := range d.Faults {
		found[f.Rule]++
	}
	return found
}

// constrained holds that a value which the contract's constraints refuse is one that is
// still to be typed: its place is the selection's or around it.
func constrained(t *testing.T, text string, c Completion) {
	t.Helper()
	after := source.Apply(text, c.Edits)
	from := c.Edits[0].Start
	for _, e := range c.Edits[:c.Into] {
		from += len(e.Insert) - (e.End - e.Start)
	}
	from += c.Edits[c.Into].Start - c.Edits[0].Start
	selectFrom := from + c.SelectFrom
	known := map[string]bool{}
	for _, f := range check.Run(source.Parse(text), contract.Newest(), "", account.Account{}).Findings {
		known[f.Rule+f.Pointer] = true
	}
	for _, f := range check.Run(source.Parse(after), contract.Newest(), "", account.Account{}).Findings {
		inserted := f.Start < from+len(c.Edits[c.Into].Insert) && f.End > from
		if f.Stage != diagnostic.Constraints || known[f.Rule+f.Pointer] || !inserted || f.Start <= selectFrom && selectFrom <= f.End {
			continue
		}
		if f.Start > selectFrom {
			continue // a second value to type, behind the first
		}
		t.Errorf("%s breaks %s at %s, and not where one goes on typing:\n%s", c.Label, f.Rule, f.Pointer, after)
	}
}

// A member that AWS adds is one property in one document, and is then offered, explained
// and in the form; the values of an enumeration likewise.
func TestNewMember(t *testing.T) {
	documents := contract.Documents()
	add := func(file, after, more string) {
		if !strings.Contains(documents[file], after) {
			t.Fatalf("%s has no %s", file, after)
		}
		documents[file] = strings.Replace(documents[file], after, after+more, 1)
	}
	add("UsernameConfigurationType.json", `"properties": {`, `
		"Colour": {"$ref": "leaves.json#/$defs/ColourType", "description": "The colour of user names.", "default": "RED", "x-since": "2026-11-13", "x-evidence": {"kind": "documented"}},`)
	add("leaves.json", `"$defs": {`, `
		"ColourType": {"description": "A colour.", "type": "string", "enum": ["RED", "GREEN"]},`)
	o := userpool.Options{Contract: contract.Of(documents, contract.Newest().Date)}

	labels := func(text string) string {
		at := strings.Index(text, "▮")
		var all []string
		for _, c := range Read(strings.Replace(text, "▮", "", 1), o).Complete(at) {
			all = append(all, c.Label+" "+c.Detail)
		}
		return strings.Join(all, "; ")
	}
	if got := labels(`{"UsernameConfiguration": {"▮"}}`); !strings.Contains(got, "Colour RED, GREEN, default RED, since 2026-11-13") {
		t.Errorf("the new member is not offered: %s", got)
	}
	if got := labels(`{"UsernameConfiguration": {"Colour": "▮"}}`); got != "RED default; GREEN " {
		t.Errorf("the new values are not offered: %s", got)
	}
	text := Read(`{"UsernameConfiguration": {"Colour": "GREEN"}}`, o)
	h := text.Hover(len(`{"UsernameConfiguration": {"C`))
	if h == nil || h.Description != "The colour of user names." || h.Absent != `"RED"` || h.BlockAbsent != "null" || len(h.Values) != 2 {
		t.Errorf("the new member's hover is %+v", h)
	}
	fields, _ := text.Form()
	i := slices.IndexFunc(fields, func(f Field) bool { return f.Name == "UsernameConfiguration" })
	if f := fields[i].Fields[0]; f.Name != "Colour" || f.Value != "GREEN" || f.Default != `"RED"` || fmt.Sprint(f.Values) != "[RED GREEN]" {
		t.Errorf("the new member's field is %+v", f)
	}
}

// Every change that a form can make does what it says and nothing else.
func TestFormEditsAreRight(t *testing.T) {
	texts := []string{"", "{}", "{\n}", "// a pool\n", "{ \"PoolName\": \"p\", }", "{\n  // name\n  \"PoolName\": \"p\" // here\n  /* all */\n}", `{"Wrong": [1, {"a": null}], "PoolName": "p"}`}
	for _, e := range example.All() {
		texts = append(texts, e.Request)
	}
	for _, text := range texts {
		fields, unreadable := today(text).Form()
		if unreadable != "" {
			t.Fatalf("%s: %s", text, unreadable)
		}
		eachField(fields, func(f Field) {
			for _, e := range editsOf(f) {
				tryEdit(t, text, f, e)
			}
		})
	}
}

func eachField(fields []Field, visit func(Field)) {
	for _, f := range fields {
		visit(f)
		eachField(f.Fields, visit)
	}
}

func editsOf(f Field) []Edit {
	edits := []Edit{}
	if f.Type != Unknown {
		edits = append(edits, Edit{Op: "set", Pointer: f.Pointer})
	}
	switch f.Type {
	case "string":
		edits = append(edits, Edit{Op: "set", Pointer: f.Pointer, Value: `"a \"new\" text"`})
	case "boolean":
		edits = append(edits, Edit{Op: "set", Pointer: f.Pointer, Value: "true"})
	case "integer":
		edits = append(edits, Edit{Op: "set", Pointer: f.Pointer, Value: "7"})
	case "list", "map":
		edits = append(edits, Edit{Op: "add", Pointer: f.Pointer, Key: "a new/key"})
	case Unknown:
		edits = append(edits, Edit{Op: "set", Pointer: f.Pointer, Value: `[1, 2]`})
	}
	for i := range f.Fields {
		if f.Type == "list" {
			edits = append(edits, Edit{Op: "move", Pointer: f.Fields[i].Pointer, Index: (i + 1) % len(f.Fields)})
		}
		if f.Type == "map" {
			edits = append(edits, Edit{Op: "rename", Pointer: f.Fields[i].Pointer, Key: "another"})
		}
	}
	if f.Given {
		edits = append(edits, Edit{Op: "remove", Pointer: f.Pointer})
	}
	return edits
}

func tryEdit(t *testing.T, text string, f Field, e Edit) {
	t.Helper()
	before := today(text)
	change := before.EditForm(e)
	if change.Refused != "" {
		t.Errorf("%+v in\n%s\nis refused: %s", e, text, change.Refused)
		return
	}
	after := today(source.Apply(text, change.Edits))
	if !after.Document.Faithful {
		t.Errorf("%+v breaks the text:\n%s", e, after.Document.Text)
		return
	}
	n := after.Document.Find(change.Pointer)
	switch {
	case e.Op == "remove":
		if f.Type != "string" && after.Document.Find(e.Pointer) != nil && !strings.ContainsAny(e.Pointer[strings.LastIndexByte(e.Pointer, '/'):], "0123456789") {
			t.Errorf("%+v leaves it:\n%s", e, after.Document.Text)
		}
	case n == nil:
		t.Errorf("%+v: nothing is at %s:\n%s", e, change.Pointer, after.Document.Text)
	case e.Value != "" && after.Document.Text[n.Start:n.End] != e.Value:
		t.Errorf("%+v gives %s", e, after.Document.Text[n.Start:n.End])
	}
	// What the change does not speak of says what it said before.
	was, is := before.leaves(e, change), after.leaves(e, change)
	for pointer, value := range was {
		if is[pointer] != value {
			t.Errorf("%+v changes %s from %s to %q:\n%s", e, pointer, value, is[pointer], after.Document.Text)
		}
	}
	for _, edit := range change.Edits {
		if edit.Start > 0 && edit.End < len(text) && edit.Start > edit.End {
			t.Errorf("%+v: %+v", e, edit)
		}
	}
}

// leaves are the scalars of a text by their pointers, without those that a change speaks
// of: what is below its pointer, or for an element its whole list.
func (t *Text) leaves(e Edit, change Change) map[string]string {
	found := map[string]string{}
	spoken := e.Pointer
	if e.Op == "move" || e.Op == "rename" || e.Op == "remove" {
		if at := strings.LastIndexByte(spoken, '/'); at > 0 && t.contract.Request.Member(spoken[1:]) == nil {
			spoken = spoken[:at]
		}
	}
	var visit func(n *source.Node)
	visit = func(n *source.Node) {
		pointer := n.Pointer()
		if pointer == spoken || strings.HasPrefix(pointer, spoken+"/") {
			return
		}
		if n.Kind < source.Array {
			found[pointer] = t.Document.Text[n.Start:n.End]
		}
		for _, c := range n.Children {
			visit(c)
		}
	}
	if t.Document.Root != nil {
		visit(t.Document.Root)
	}
	return found
}

// Where the contract expects an ARN or a placeholder it also says which.
func TestContractSaysWhatToType(t *testing.T) {
	for _, s := range contract.Newest().Shapes() {
		if s == contract.Newest().UserPool {
			continue
		}
		for _, m := range s.Members {
			if strings.Contains(m.Shape.Pattern, "arn:") != (m.ARN != "") {
				t.Errorf("%s.%s: x-arn is %q beside the pattern %s", s.Name, m.Name, m.ARN, m.Shape.Pattern)
			}
			demands := strings.Contains(m.Shape.Pattern, `\{#`)
			if demands && len(m.Placeholders) == 0 {
				t.Errorf("%s.%s: x-placeholders is %v beside the pattern %s", s.Name, m.Name, m.Placeholders, m.Shape.Pattern)
			}
			re, err := contract.Pattern(m.Shape.Pattern)
			if err != nil {
				t.Fatal(err)
			}
			if arn := today("").arn(m.ARN); m.ARN != "" && !re.MatchString(arn) {
				t.Errorf("%s.%s: %s does not match %s", s.Name, m.Name, arn, m.Shape.Pattern)
			}
			if demands && !re.MatchString(m.Placeholders[0].Text) {
				t.Errorf("%s.%s: %s alone does not match %s", s.Name, m.Name, m.Placeholders[0].Text, m.Shape.Pattern)
			}
		}
	}
}

// What is offered comes from the contract: no member of the API is named here.
func TestNoMemberIsNamed(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range contract.Newest().Shapes() {
			for _, m := range s.Members {
				if strings.Contains(string(text), `"`+m.Name+`"`) {
					t.Errorf("%s names %s", file, m.Name)
				}
			}
		}
	}
}
