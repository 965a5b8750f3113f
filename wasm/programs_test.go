// Package wasm_test holds the programs to programs.json, which the build, the offline copy,
// the single file, the budgets and the bench read.
package wasm_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

type program struct {
	Name        string
	Holds       string
	Loads       string
	Asked       string
	Initialised bool
	Budget      struct{ Brotli, Gzip int }
	Strangers   []string
}

func programs(t *testing.T) []program {
	t.Helper()
	file, err := os.Open("programs.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var list []program
	d := json.NewDecoder(file)
	d.DisallowUnknownFields()
	if err := d.Decode(&list); err != nil {
		t.Fatal(err)
	}
	return list
}

func TestListIsWhole(t *testing.T) {
	var listed []string
	for _, p := range programs(t) {
		listed = append(listed, p.Name)
		if !strings.HasSuffix(p.Holds, ".") || p.Asked == "" || len(p.Strangers) == 0 {
			t.Errorf("%s: what it holds, what asks for it and what it must not hold have to be said", p.Name)
		}
		if p.Loads != "at once" && p.Loads != "when needed" {
			t.Errorf("%s loads %q: offline.mjs knows \"at once\" and \"when needed\"", p.Name, p.Loads)
		}
		if p.Budget.Brotli <= 0 || p.Budget.Gzip <= p.Budget.Brotli {
			t.Errorf("%s has no budget", p.Name)
		}
		main, err := os.ReadFile(filepath.Join(p.Name, "main_js.go"))
		if err != nil {
			t.Error(err)
		}
		// What it does belongs into internal/playground and its like, and what the programs
		// share of JavaScript into border.
		if lines := strings.Count(string(main), "\n"); lines > 60 {
			t.Errorf("%s/main_js.go has %d lines, which is more than a screen", p.Name, lines)
		}
	}
	mains, err := filepath.Glob("*/main_js.go")
	if err != nil {
		t.Fatal(err)
	}
	var there []string
	for _, m := range mains {
		there = append(there, filepath.Dir(m))
	}
	slices.Sort(listed)
	if !slices.Equal(listed, there) {
		t.Errorf("programs.json lists %v, and there are %v", listed, there)
	}
	// The Makefile reads the names by a pattern, which another layout of the list would escape.
	made, err := exec.Command("make", "-s", "--no-print-directory", "-C", "..", "print-programs").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, made)
	}
	if names := strings.Fields(string(made)); !slices.Equal(slices.Sorted(slices.Values(names)), listed) {
		t.Errorf("the Makefile reads %v out of programs.json", names)
	}
}

// What few visits need is a download of its own, and none holds what makes programs large:
// encoding/json is most of a tenth of the engine since Go 1.27.
func TestProgramsAreApart(t *testing.T) {
	for _, p := range programs(t) {
		packages := held(t, "./"+p.Name)
		for _, stranger := range p.Strangers {
			if slices.Contains(packages, stranger) {
				t.Errorf("%s holds %s", p.Name, stranger)
			}
		}
	}
}

// The border is written once: no program and nothing below it meets JavaScript by itself.
func TestOnlyTheBorderMeetsJavaScript(t *testing.T) {
	for _, p := range programs(t) {
		for line := range strings.Lines(imports(t, "./"+p.Name)) {
			fields := strings.Fields(line)
			if fields[0] == "userpoolplayground/wasm/border" {
				continue
			}
			for _, crossing := range []string{"syscall/js", "github.com/hack-pad/safejs"} {
				if strings.HasPrefix(fields[0], "userpoolplayground/") && slices.Contains(fields[1:], crossing) {
					t.Errorf("%s imports %s", fields[0], crossing)
				}
			}
		}
	}
}

func held(t *testing.T, pkg string) []string {
	return strings.Fields(list(t, "-f", "{{.ImportPath}}", pkg))
}

func imports(t *testing.T, pkg string) string {
	return list(t, "-f", `{{.ImportPath}} {{join .Imports " "}}`, pkg)
}

// thinMod is the go.mod that the programs are built with.
var (
	thin    sync.Once
	thinMod string
)

func TestMain(m *testing.M) {
	code := m.Run()
	if thinMod != "" {
		os.RemoveAll(filepath.Dir(thinMod))
	}
	os.Exit(code)
}

func list(t *testing.T, args ...string) string {
	t.Helper()
	thin.Do(func() {
		folder, err := os.MkdirTemp("", "thin")
		if err != nil {
			t.Fatal(err)
		}
		thinMod = filepath.Join(folder, "go.mod")
		if said, err := exec.Command("go", "run", "../scripts/thin", folder).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, said)
		}
	})
	command := exec.Command("go", append([]string{"list", "-modfile", thinMod, "-deps"}, args...)...)
	command.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
