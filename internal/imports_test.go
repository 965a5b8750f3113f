// Package internal_test guards how the engine's packages depend on each other.
package internal_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// layers lists the packages from the bottom up; each may import those of lower layers.
// A wrong arrow is a design decision taken by accident.
var layers = [][]string{
	{"source", "contract", "arn", "intime", "javahash", "proof"},
	{"diagnostic", "draw", "names", "constraint", "contract/operations"},
	{"request", "reading", "refusal"},
	{"account", "readers", "language"},
	{"rule", "example"},
	{"awserror", "message", "userpool"},
	{"check", "describe", "export", "assist", "summary", "schema"},
	{"service", "explain"},
	// The languages are a program of their own (wasm/programs.json): nothing that the engine is made of imports them.
	{"playground", "foreign"},
	// Calls are a program of their own, too.
	{"playground/calls"},
}

// forbidden are packages that the core must not use: it is a pure function of its
// arguments, and the border to JavaScript is wasm's alone.
var forbidden = []string{"syscall/js", "github.com/hack-pad/safejs", "os", "math/rand", "math/rand/v2", "crypto/rand", "net/http", "os/exec"}

// forTests are packages that nothing but tests imports.
var forTests = []string{"draw", "intime"}

func TestImports(t *testing.T) {
	const module = "userpoolplayground/"
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	layer := func(pkg string) int {
		return slices.IndexFunc(layers, func(l []string) bool { return slices.Contains(l, pkg) })
	}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		pkg := strings.TrimPrefix(fields[0], module+"internal/")
		if fields[0] == module+"internal" {
			continue
		}
		from := layer(pkg)
		if from < 0 {
			t.Errorf("%s stands in no layer: give it one", pkg)
		}
		for _, imported := range fields[1:] {
			if slices.Contains(forbidden, imported) {
				t.Errorf("%s imports %s", pkg, imported)
			}
			if below, ok := strings.CutPrefix(imported, module+"internal/"); ok && layer(below) >= from {
				t.Errorf("%s imports %s, which is not below it", pkg, below)
			} else if ok && slices.Contains(forTests, below) {
				t.Errorf("%s imports %s, which is for tests", pkg, below)
			}
		}
	}
}
