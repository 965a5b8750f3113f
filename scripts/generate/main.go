// Command generate writes the files that are made from other files of this repository.
// With -check it writes nothing and fails where one is stale, which the tests do.
//
//	go run ./scripts/generate [-check]
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

// generated lists each file with what makes it from the repository's root.
var generated = []struct {
	file string
	make func(root string) (string, error)
}{
	{"internal/contract/documents_generated.go", documents},
	{"internal/contract/operations/documents_generated.go", operations},
	{"web/src/engine/types.ts", typeScript},
	{"web/src/calls/operation-days.ts", operationDays},
}

func main() {
	check := flag.Bool("check", false, "only compare")
	flag.Parse()
	if err := run(".", *check); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(root string, check bool) error {
	for _, g := range generated {
		want, err := g.make(root)
		if err != nil {
			return err
		}
		file := filepath.Join(root, filepath.FromSlash(g.file))
		have, err := os.ReadFile(file)
		if err == nil && string(have) == want {
			continue
		}
		if check {
			return fmt.Errorf("%s is stale. Run: go run ./scripts/generate", g.file)
		}
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			return err
		}
	}
	return nil
}
