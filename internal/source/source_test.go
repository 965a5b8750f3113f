package source

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"userpoolplayground/internal/intime"
)

// Each text with its faults as "rule start-end", and what the text becomes when every
// fix is applied, one after the other.
var texts = []struct {
	name, text string
	faults     string
	fixed      string
}{
	{"plain", `{"PoolName": "p"}`, ``, ``},
	{"empty", ``, `empty-text 0-0`, "{\n  \"PoolName\": \"\"\n}\n"},
	{"only space", " \n", `empty-text 0-2`, "{\n  \"PoolName\": \"\"\n}\n"},
	{"byte order mark", "\uFEFF{}", `byte-order-mark 0-3`, `{}`},
	{"line comment", "{} // no", `comment 3-8`, `{} `},
	{"hash comment", "{# no\n}", `comment 1-5`, "{\n}"},
	{"block comment", `{/* no */}`, `comment 1-9`, `{}`},
	{"unclosed comment", `{"a":1} /* no`, `unclosed-comment 8-10`, ``},
	{"trailing comma in object", `{"a": 1,}`, `trailing-comma 7-8`, `{"a": 1}`},
	{"trailing comma in list", `[1, ]`, `trailing-comma 2-3`, `[1 ]`},
	{"two commas", `[1,,2]`, `extra-comma 3-4`, `[1,2]`},
	{"missing comma", "{\"a\": 1\n\"b\": 2}", `missing-comma 8-9`, "{\"a\": 1,\n\"b\": 2}"},
	{"missing comma in list", `[1 2]`, `missing-comma 3-4`, `[1, 2]`},
	{"missing colon", `{"a" 1}`, `missing-colon 1-4`, `{"a": 1}`},
	{"name not finished", "{\"a\"\n}", `missing-colon 1-4`, ``},
	{"equals for colon", `{"a" = 1}`, `missing-colon 5-6`, `{"a" : 1}`},
	{"missing value", `{"a": }`, `missing-value 1-4`, ``},
	{"missing value, more follows", `{"a": , "b": 1}`, `missing-value 1-4`, ``},
	{"missing value before the next line", "{\"a\": \n\"b\": 1}", `missing-value 1-4`, ``},
	{"missing value before a member", `{"a": "b": 1}`, `missing-value 1-4`, ``},
	{"a value that looks like a name", `{"a": "b\":", "c": 1}`, ``, ``},
	{"cut off after colon", `{"a":`, `unclosed-bracket 0-1,missing-value 4-5`, ``},
	{"unclosed object", `{"a": 1`, `unclosed-bracket 0-1`, `{"a": 1}`},
	{"unclosed both", `{"a": [1`, `unclosed-bracket 0-1,unclosed-bracket 6-7`, ``},
	{"unclosed before a comment", `{"a": 1 // one`, `unclosed-bracket 0-1,comment 8-14`, "{\"a\": 1 \n}"},
	{"missing comma behind an unclosed string", "{\"a\": \"b,\n\"c\": 1}", `unclosed-string 6-9,missing-comma 10-11`, ``},
	{"unclosed with a string", `{"a": "b `, `unclosed-bracket 0-1,unclosed-string 6-9`, ``},
	{"unclosed string", "{\"a\": \"b\n}", `unclosed-string 6-8`, ``},
	{"line break in text", "{\"a\": \"b\nc\"}", `control-character 8-9`, `{"a": "b\nc"}`},
	{"single quotes", `{'a': 'it\'s "b"'}`, `wrong-quotes 1-4,wrong-quotes 6-17`, `{"a": "it's \"b\""}`},
	{"curly quotes", `{“a”: 1}`, `wrong-quotes 1-8`, `{"a": 1}`},
	{"unquoted name", `{a: 1}`, `unquoted-name 1-2`, `{"a": 1}`},
	{"unquoted text", `{"a": yes}`, `unquoted-text 6-9`, `{"a": "yes"}`},
	{"Python's words", `[True, None]`, `misspelt-literal 1-5,misspelt-literal 7-11`, `[true, null]`},
	{"leading zero", `[007]`, `malformed-number 1-4`, `[7]`},
	{"plus and points", `[+1, .5, 1.]`, `malformed-number 1-3,malformed-number 5-7,malformed-number 9-11`, `[1, 0.5, 1]`},
	{"a sign alone", `[+]`, `malformed-number 1-2`, ``},
	{"number behind a word", `[a+1]`, `unquoted-text 1-2,missing-comma 2-3,malformed-number 2-4`, `["a",1]`},
	{"comment between words", `[a/* b */c]`, `unquoted-text 1-2,comment 2-9,missing-comma 9-10,unquoted-text 9-10`, `["a","c"]`},
	{"no number", `[1.2.3]`, `malformed-number 1-6`, ``},
	{"bad escape", `["C:\dir"]`, `bad-escape 4-5`, `["C:\\dir"]`},
	{"bad escape before a control character", "[\"a\\\x1b\"]", `bad-escape 3-4,control-character 4-5`, `["a\\\u001b"]`},
	{"a backslash before a curly quote", `[“a\”]`, `wrong-quotes 1-9,bad-escape 5-6`, `["a\\"]`},
	{"escaped single quote in curly quotes", `[“it\'s”]`, `wrong-quotes 1-12,bad-escape 6-8`, `["it's"]`},
	{"escaped single quote in single curly quotes", `[‘it\'s’]`, `wrong-quotes 1-12`, `["it's"]`},
	{"missing comma behind an unclosed string and a return", "['a\r\n1]", `unclosed-string 1-3,missing-comma 5-6`, ``},
	{"escaped single quote", `["it\'s"]`, `bad-escape 4-6`, `["it's"]`},
	{"no-break space", "{\u00a0}", `foreign-space 1-3`, `{ }`},
	{"wrong bracket", `{"a": [1}`, `unclosed-bracket 0-1,wrong-bracket 8-9`, ``},
	{"after the end", `{} {}`, `text-after-end 3-5`, ``},
	{"no value at all", `:`, `unexpected-text 0-1`, ``},
	{"binary", "\x00\x01\x02", `unexpected-text 0-3`, ``},
	{"given twice", `{"a": 1, "a": 2}`, `duplicate-name 9-12`, ``},
	{"half a character", `["\ud800"]`, `lone-surrogate 2-8`, ``},
}

func TestFaults(t *testing.T) {
	for _, c := range texts {
		t.Run(c.name, func(t *testing.T) {
			d := Parse(c.text)
			var got []string
			for _, f := range d.Faults {
				got = append(got, fmt.Sprintf("%s %d-%d", f.Rule, f.Start, f.End))
			}
			want := strings.Split(c.faults, ",")
			if c.faults == "" {
				want = nil
			}
			if len(got) != len(want) {
				t.Fatalf("faults %q, want %q", got, want)
			}
			for i := range want {
				if !strings.HasPrefix(got[i], want[i]) {
					t.Errorf("faults %q, want %q", got, want)
				}
			}
			if c.fixed == "" {
				return
			}
			text := c.text
			for range len(d.Faults) {
				for _, f := range Parse(text).Faults {
					if f.Fix != nil {
						text = Apply(text, f.Fix.Edits)
						break
					}
				}
			}
			if text != c.fixed {
				t.Errorf("fixed to %q, want %q", text, c.fixed)
			}
			if after := Parse(text); len(after.Faults) > 0 {
				t.Errorf("after the fixes: %+v", after.Faults)
			}
		})
	}
}

// A text whose faults are all ones that a fix mends without guessing keeps its meaning.
func TestFaithful(t *testing.T) {
	for text, want := range map[string]bool{
		`{"a": 1,}`: true, "{} // x": true, `{a: True}`: true, `{"a": }`: false, `{"a": 1`: false, ``: false, `{"a": 1} x`: false,
	} {
		if got := Parse(text).Faithful; got != want {
			t.Errorf("%q: faithful %v, want %v", text, got, want)
		}
	}
}

func TestLimits(t *testing.T) {
	for name, c := range map[string]struct{ text, said string }{
		"long":                        {`"` + strings.Repeat("x", MaxBytes) + `"`, "text-too-long: This text has 1,025 kB; at most 1,024 kB are read."},
		"as long as can be":           {`"` + strings.Repeat("x", MaxBytes-2) + `"`, ""},
		"deep":                        {strings.Repeat("[", 100_000), "nested-too-deep: Brackets are nested 100,000 deep; at most 200 are read."},
		"closed":                      {strings.Repeat("[", MaxDepth) + strings.Repeat("]", MaxDepth), ""},
		"quoted":                      {`["` + strings.Repeat("[", MaxDepth+1) + `"]`, ""},
		"behind a text of two lines":  {"[\"a\n\"," + strings.Repeat("[", 100_000), "nested-too-deep: Brackets are nested more than 200 deep here"},
		"behind a quote in a comment": {`/* " */` + strings.Repeat(`{"a":`, 100_000), "nested-too-deep: Brackets are nested more than 200 deep here"},
		"many":                        {"[" + strings.Repeat("0,", MaxValues+10) + "0]", "too-many-values: This text has about 10,012 values; at most 10,000 are read."},
		"as many as can be":           {"[" + strings.Repeat("0,", MaxValues-2) + "0]", ""},
		"many behind two lines":       {"[\"a\n\"," + strings.Repeat("0,", 2*MaxValues) + "0]", "too-many-values: This text has more than 10,000 values"},
		"digits":                      {"[1" + strings.Repeat("0", MaxDigits) + "]", "number-too-long: This number has 1,001 digits; at most 1,000 are read."},
		"as many digits as can be":    {"[1" + strings.Repeat("0", MaxDigits-1) + "]", ""},
		"digits behind the point":     {"[-1." + strings.Repeat("0", MaxDigits) + "]", "number-too-long: This number has 1,001 digits"},
		"digits in a text":            {`["` + strings.Repeat("1", 2*MaxDigits) + `"]`, ""},
		"exponent":                    {"[1e10000]", "exponent-too-large: The exponent of this number is 10000; at most 9,999 is read."},
		"exponent below":              {"[1E-10000]", "exponent-too-large: The exponent of this number is -10000; at least -9,999 is read."},
		"exponent as large as can be": {"[1e+9999, 1e-0009999]", ""},
		"long exponent":               {"[1.5e+" + strings.Repeat("9", 900) + "]", "exponent-too-large: The exponent of this number has 900 digits; at most 9,999 is read."},
		"no exponent":                 {`[0xe10000]`, "malformed-number: "},
	} {
		d := Parse(c.text)
		said := ""
		if len(d.Faults) > 0 {
			said = d.Faults[0].Rule + ": " + d.Faults[0].Message
		}
		if !strings.HasPrefix(said, c.said) || c.said == "" && said != "" {
			t.Errorf("%s: %q, want %q", name, said, c.said)
		}
		if limited := c.said != "" && !strings.HasPrefix(c.said, "malformed"); d.OverLimit != limited || limited && (d.Root != nil || len(d.Faults) != 1) {
			t.Errorf("%s: over a limit %v, root %v, %d faults", name, d.OverLimit, d.Root, len(d.Faults))
		}
	}
}

func TestUTF16(t *testing.T) {
	text := strings.Repeat("aä中😀", 400) // longer than a stride, and no width divides it
	d := &Document{Text: text}
	for offset := range text {
		want := len(utf16.Encode([]rune(text[:offset])))
		if got := d.UTF16(offset); got != want {
			t.Fatalf("UTF16(%d) = %d, want %d", offset, got, want)
		}
	}
	if got, want := d.UTF16(len(text)), len(utf16.Encode([]rune(text))); got != want {
		t.Errorf("UTF16(end) = %d, want %d", got, want)
	}
	for offset, r := range text {
		if got, ok := d.Offset(d.UTF16(offset)); got != offset || !ok {
			t.Fatalf("Offset(UTF16(%d)) = %d", offset, got)
		}
		if got, ok := d.Offset(d.UTF16(offset) + 1); r == '😀' && (got != offset || !ok) {
			t.Fatalf("inside the character at %d Offset is %d", offset, got)
		}
	}
	for _, units := range []int{-1, d.UTF16(len(text)) + 1} {
		if _, ok := d.Offset(units); ok {
			t.Errorf("there is an Offset(%d)", units)
		}
	}
}

func TestPointers(t *testing.T) {
	d := Parse(`{"a/b": [{"~": 1}, {"": 2}], "a/b~": 3}`)
	for _, pointer := range []string{"", "/a~1b", "/a~1b/0/~0", "/a~1b/1/", "/a~1b~0"} {
		n := d.Find(pointer)
		if n == nil || n.Pointer() != pointer {
			t.Errorf("%q leads to %+v", pointer, n)
		}
	}
	for _, pointer := range []string{"/x", "/a~1b/2", "/a~1b/x", "/a~1b~0/y"} {
		if n := d.Find(pointer); n != nil {
			t.Errorf("%q leads to %+v", pointer, n)
		}
	}
}

func TestEdits(t *testing.T) {
	const text = "{\n  \"a\": 1,\n  \"b\": [1, 2],\n  \"c\": {}\n}"
	for _, c := range []struct {
		name string
		edit func(d *Document) []Edit
		want string
	}{
		{"remove the first", func(d *Document) []Edit { return d.Remove(d.Find("/a")) }, "{\n  \"b\": [1, 2],\n  \"c\": {}\n}"},
		{"remove the last", func(d *Document) []Edit { return d.Remove(d.Find("/c")) }, "{\n  \"a\": 1,\n  \"b\": [1, 2]\n}"},
		{"remove an element", func(d *Document) []Edit { return d.Remove(d.Find("/b/1")) }, strings.Replace(text, "[1, 2]", "[1]", 1)},
		{"append", func(d *Document) []Edit { return d.Append(d.Find("/b"), "3") }, strings.Replace(text, "[1, 2]", "[1, 2, 3]", 1)},
		{"new member", func(d *Document) []Edit { return d.SetMember(d.Root, "d", "4") }, strings.Replace(text, "{}\n", "{},\n  \"d\": 4\n", 1)},
		{"member of an empty object", func(d *Document) []Edit { return d.SetMember(d.Find("/c"), "d", "4") }, strings.Replace(text, "{}", "{\n    \"d\": 4\n  }", 1)},
		{"member there", func(d *Document) []Edit { return d.SetMember(d.Root, "a", "4") }, strings.Replace(text, "1,", "4,", 1)},
		{"insert first", func(d *Document) []Edit { return d.Insert(d.Root, 0, false, said(`"z": 0`)) }, strings.Replace(text, "{\n", "{\n  \"z\": 0,\n", 1)},
		{"insert between", func(d *Document) []Edit { return d.Insert(d.Root, 1, false, said(`"z": 0`)) }, strings.Replace(text, "1,\n", "1,\n  \"z\": 0,\n", 1)},
		{"insert on one line", func(d *Document) []Edit { return d.Insert(d.Find("/b"), 0, false, said("0")) }, strings.Replace(text, "[1, 2]", "[0, 1, 2]", 1)},
		{"rename", func(d *Document) []Edit { return d.Rename(d.Find("/a"), "x") }, strings.Replace(text, `"a"`, `"x"`, 1)},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Apply(text, c.edit(Parse(text))); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func said(text string) func(Layout) string { return func(Layout) string { return text } }

// Comments stay where they are, and a trailing comma comes to use.
func TestEditsAmongComments(t *testing.T) {
	const text = "{ // open\n  \"a\": 1, // one\n  // two\n  \"b\": 2, // last\n}"
	for _, c := range []struct {
		name string
		edit func(d *Document) []Edit
		want string
	}{
		{"insert first", func(d *Document) []Edit { return d.Insert(d.Root, 0, false, said(`"z": 0`)) }, strings.Replace(text, "open\n", "open\n  \"z\": 0,\n", 1)},
		{"insert between", func(d *Document) []Edit { return d.Insert(d.Root, 1, false, said(`"z": 0`)) }, strings.Replace(text, "one\n", "one\n  \"z\": 0,\n", 1)},
		{"insert last", func(d *Document) []Edit { return d.Insert(d.Root, 2, false, said(`"z": 0`)) }, strings.Replace(text, "last\n", "last\n  \"z\": 0\n", 1)},
		{"remove the first", func(d *Document) []Edit { return d.Remove(d.Find("/a")) }, strings.Replace(text, `"a": 1,`, "", 1)},
		{"remove the last", func(d *Document) []Edit { return d.Remove(d.Find("/b")) }, strings.Replace(text, `"b": 2,`, "", 1)},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Apply(text, c.edit(Parse(text)))
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if d := Parse(got); !d.Faithful {
				t.Errorf("%+v", d.Faults)
			}
		})
	}
}

// Members without a value keep their places.
func TestUnfinished(t *testing.T) {
	for text, want := range map[string]string{
		`{"a`: "a 1-3 at 3 open", `{"a": `: "a 1-4 at 5", `{"a", "b": 1}`: "a 1-4 at 4", "{\"a\":\n\"b\": 1}": "a 1-4 at 5", `{a, b: , "c": 2}`: "a 1-2 at 2; b 4-5 at 6",
	} {
		var got []string
		for _, n := range Parse(text).Root.Unfinished {
			said := fmt.Sprintf("%s %d-%d at %d", n.Name, n.NameStart, n.NameEnd, n.Start)
			if n.Unclosed {
				said += " open"
			}
			got = append(got, said)
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// FuzzParse holds the parser to what it promises of any text: it agrees with
// encoding/json on what JSON is and says, keeps its places inside the text and in order,
// reads it in time, and offers fixes that leave alone what the text says.
func FuzzParse(f *testing.F) {
	for _, c := range texts {
		f.Add(c.text)
	}
	for _, pattern := range []string{"../example/requests/*.json", "../playground/testdata/scenarios/*/request.json"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			f.Fatal("no requests", err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(text))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		var d *Document
		intime.Hold(t, text, time.Millisecond, func() { d = Parse(text) })
		if json.Valid([]byte(text)) == d.Malformed() && !d.OverLimit {
			t.Fatalf("%q: malformed %v, encoding/json does not think so: %+v", text, d.Malformed(), d.Faults)
		}
		if !d.Malformed() && utf8.ValidString(text) {
			numbers := json.NewDecoder(strings.NewReader(text))
			numbers.UseNumber()
			var want any
			if err := numbers.Decode(&want); err != nil || !reflect.DeepEqual(meaning(d.Root), want) {
				t.Fatalf("%q: read as %#v, encoding/json reads %#v, %v", text, meaning(d.Root), want, err)
			}
		}
		last := 0
		for _, fault := range d.Faults {
			if fault.Start < last || fault.End < fault.Start || fault.End > len(text) {
				t.Fatalf("%q: fault out of place: %+v", text, fault)
			}
			last = fault.Start
			if fault.Fix == nil {
				continue
			}
			at := 0
			for _, e := range fault.Fix.Edits {
				if e.Start < at || e.End < e.Start || e.End > len(text) {
					t.Fatalf("%q: %s cannot be applied: %+v", text, fault.Fix.Title, fault.Fix.Edits)
				}
				at = e.End
			}
			// Next to other faults, what is meant is a guess, and may be another one after this.
			after := Parse(Apply(text, fault.Fix.Edits))
			if d.Faithful && fault.Fix.Safe && !(after.Faithful && reflect.DeepEqual(meaning(after.Root), meaning(d.Root))) {
				t.Fatalf("%q: %s changes what it says: %q", text, fault.Fix.Title, after.Text)
			}
		}
		units := len(utf16.Encode([]rune(text)))
		if got := d.UTF16(len(text)); got != units {
			t.Fatalf("%q: %d UTF-16 units, want %d", text, got, units)
		}
		var walk func(n *Node)
		walk = func(n *Node) {
			if n.Start > n.End || n.End > len(text) || n.Kind == 0 {
				t.Fatalf("%q: node out of place: %+v", text, n)
			}
			if found := d.Find(n.Pointer()); found != n && !n.Shadowed && !underShadow(n) {
				t.Fatalf("%q: %q leads elsewhere", text, n.Pointer())
			}
			if offset, ok := d.Offset(d.UTF16(n.End)); !ok || offset != n.End {
				t.Fatalf("%q: the end at %d comes back as %d", text, n.End, offset)
			}
			at := n.Start
			for _, c := range n.Children {
				if c.Start < at || c.End > n.End || c.Parent != n || n.Kind == Object && (c.NameStart < at || c.NameEnd > c.Start || c.NameEnd < c.NameStart) {
					t.Fatalf("%q: child out of place: %+v", text, c)
				}
				at = c.End
				walk(c)
			}
			at = n.Start
			for _, u := range n.Unfinished {
				if u.Kind != 0 || u.NameStart < at || u.NameEnd < u.NameStart || u.Start < u.NameEnd || u.End > n.End {
					t.Fatalf("%q: unfinished member out of place: %+v", text, u)
				}
				at = u.NameEnd
			}
		}
		if d.Root != nil {
			walk(d.Root)
		}
	})
}

// meaning is a tree as encoding/json decodes it.
func meaning(n *Node) any {
	switch n.Kind {
	case Null:
		return nil
	case False, True:
		return n.Kind == True
	case Number:
		return json.Number(n.Text)
	case String:
		return n.Text
	case Array:
		list := []any{}
		for _, c := range n.Children {
			list = append(list, meaning(c))
		}
		return list
	}
	object := map[string]any{}
	for _, c := range n.Children {
		object[c.Name] = meaning(c)
	}
	return object
}

func underShadow(n *Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Shadowed {
			return true
		}
	}
	return false
}

// Quoted texts are what encoding/json writes.
func TestQuote(t *testing.T) {
	texts := []string{"", "a", "\u00e9\u2028\u2029\ufffd", "a\xffb\xc3", "\u65e5\u672c \U0001F600\"", "\x7f<&>", `\"\\`}
	for c := range 0x21 {
		texts = append(texts, "a"+string(rune(c))+"b")
	}
	for _, text := range texts {
		var b strings.Builder
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode(text); err != nil {
			t.Fatal(err)
		}
		want := strings.TrimSuffix(b.String(), "\n")
		if !utf8.ValidString(text) { // Go 1.27 writes U+FFFD as itself
			want = strings.ReplaceAll(want, "\ufffd", `\ufffd`)
		}
		if got := Quote(text); got != want {
			t.Errorf("%q is quoted as %s and not %s", text, got, want)
		}
		if got := AppendQuoted([]byte("["), []byte(text)); string(got) != "["+Quote(text) {
			t.Errorf("%q as bytes is quoted as %s", text, got)
		}
	}
}
