package playground

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/example"
)

var update = flag.Bool("update", false, "rewrite the scenarios' answers")

// TestScenarios holds each folder of testdata/scenarios, and each example of the menu,
// against its written answer: request.json and, where there are any, options.json give
// answer.txt. Read the difference after an -update as carefully as code.
func TestScenarios(t *testing.T) {
	folders, err := filepath.Glob("testdata/scenarios/*")
	if err != nil || len(folders) == 0 {
		t.Fatal("no scenarios", err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			request := read(t, folder, "request.json")
			options, err := readOptions(read(t, folder, "options.json"))
			if err != nil {
				t.Fatal(err)
			}
			compare(t, filepath.Join(folder, "answer.txt"), answer(request, options))
		})
	}
	for _, e := range example.All() {
		t.Run("example "+e.ID, func(t *testing.T) {
			compare(t, filepath.Join("testdata/examples", e.ID+".txt"), answer(e.Request, Options{}))
		})
	}
}

func read(t testing.TB, folder, file string) string {
	text, err := os.ReadFile(filepath.Join(folder, file))
	if err != nil && !(os.IsNotExist(err) && file == "options.json") {
		t.Fatal(err)
	}
	return string(text)
}

func compare(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs. Run make generate, and read the difference.\n%s", file, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

// answer writes an evaluation for reading: the reply, a line a value with its origin, and
// the problems with their places and fixes.
func answer(text string, o Options) string {
	if o.AsOf == "" && o.Now == nil {
		// The newest day of the API would stand in every answer, and the next one rewrite all.
		now := float64(1_800_000_000_000)
		o.Now = &now
	}
	e := Evaluate(text, o)
	var b strings.Builder
	fmt.Fprintf(&b, "%d\n", e.Reply.Status)
	if e.Reply.Status == 200 {
		lines(&b, gjson.Get(e.Reply.Body, "UserPool"), "/UserPool", originsOf(e))
	} else {
		b.WriteString(e.Reply.Body + "\n")
	}
	for _, p := range e.Problems {
		fmt.Fprintf(&b, "\n%s %s at %q %d-%d, %s\n  %s\n", p.Severity, p.Rule, p.Pointer, p.From, p.To, p.Evidence, p.Message)
		if p.Exception != nil {
			fmt.Fprintf(&b, "  %s: %s\n", p.Exception.Type, p.Exception.Message)
		}
		for _, r := range p.Related {
			fmt.Fprintf(&b, "  see %q %d-%d: %s\n", r.Pointer, r.From, r.To, r.Message)
		}
		for _, f := range p.Fixes {
			edits, _ := json.Marshal(f.Edits)
			fmt.Fprintf(&b, "  fix: %s %s\n", f.Title, edits)
		}
	}
	return b.String()
}

func lines(b *strings.Builder, v gjson.Result, pointer string, origins map[string]Origin) {
	empty := true
	step := 0
	visit := func(key, child gjson.Result) bool {
		name := key.String()
		if v.IsArray() {
			name = fmt.Sprint(step)
			step++
		}
		empty = false
		lines(b, child, pointer+"/"+strings.NewReplacer("~", "~0", "/", "~1").Replace(name), origins)
		return true
	}
	if v.IsObject() || v.IsArray() { // of a scalar, ForEach visits the scalar itself
		v.ForEach(visit)
	}
	if !empty {
		return
	}
	o := origins[pointer]
	fmt.Fprintf(b, "%s %s  %s", strings.TrimPrefix(pointer, "/UserPool"), v.Raw, o.Kind)
	if o.From != "" {
		fmt.Fprintf(b, " %s", o.From)
	}
	b.WriteByte('\n')
}
