// Command schema writes the JSON Schemas of a CreateUserPool request, for editors, into a
// folder.
//
//	go run ./scripts/schema web/dist
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/schema"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./scripts/schema FOLDER")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "schema:", err)
		os.Exit(1)
	}
}

func run(folder string) error {
	for _, draft := range schema.Drafts {
		text, err := schema.Document(contract.Newest(), draft)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, draft.FileName), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
