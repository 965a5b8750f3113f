// Command thin writes a go.mod beside which the WebAssembly programs are built: the module's
// own, with copies of those dependencies that hold encoding/json in the place of the
// originals. The copies import userpoolplayground/wasm/json instead, and lack what the programs
// never run and the linker cannot see that they do not. Everything else, the tests included,
// is built with the originals.
//
//	go run ./scripts/thin FOLDER
//	go build -modfile FOLDER/go.mod …
package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// thinned are the modules with what their copies lack: files, by pattern. A file that is
// needed after all fails the build.
var thinned = []struct {
	module  string
	without []string
}{
	{"github.com/santhosh-tekuri/jsonschema/v5", nil},
	{"github.com/tidwall/pretty", nil},
	{"github.com/tidwall/sjson", nil},
	// HCL's syntax refers to the functions behind its operators, which stand in three files.
	// The others make their functions when the program starts, so that all would be kept.
	{"github.com/zclconf/go-cty", []string{"cty/json.go", "cty/json/*.go", "cty/function/stdlib/[c-fjrs]*.go", "cty/function/stdlib/bytes.go"}},
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./scripts/thin FOLDER")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "thin:", err)
		os.Exit(1)
	}
}

func write(folder string) error {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	out, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return err
	}
	root := filepath.Dir(strings.TrimSpace(string(out)))
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return err
	}
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		return err
	}
	for _, t := range thinned {
		out, err := exec.Command("go", "list", "-m", "-f", "{{.Version}} {{.Dir}}", t.module).Output()
		version, from, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
		if err != nil || from == "" {
			return fmt.Errorf("%s is not here: go mod download", t.module)
		}
		to := filepath.Join(folder, filepath.FromSlash(t.module))
		if err := os.RemoveAll(to); err != nil {
			return err
		}
		if err := thin(os.DirFS(from), to, t.without); err != nil {
			return fmt.Errorf("%s: %w", t.module, err)
		}
		// Seen from the module's own folder, so that the same is written wherever that lies.
		place, err := filepath.Rel(root, to)
		if err != nil {
			return err
		}
		mod = fmt.Appendf(mod, "\nreplace %s %s => ./%s\n", t.module, version, filepath.ToSlash(place))
	}
	if err := os.WriteFile(filepath.Join(folder, "go.sum"), sum, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "go.mod"), mod, 0o644)
}

// thin copies a module's Go files but for its tests, and with them what they embed.
func thin(from fs.FS, to string, without []string) error {
	unused := slices.Clone(without)
	rewritten := 0
	err := fs.WalkDir(from, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if entry.Name() == "testdata" {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" && name != "go.mod" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		for _, pattern := range without {
			if matched, err := path.Match(pattern, name); err != nil || matched {
				unused = slices.DeleteFunc(unused, func(p string) bool { return p == pattern })
				return err
			}
		}
		text, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		if original := []byte(`"encoding/json"`); bytes.Contains(text, original) {
			text = bytes.ReplaceAll(text, original, []byte(`"userpoolplayground/wasm/json"`))
			rewritten++
		}
		target := filepath.Join(to, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		return os.WriteFile(target, text, 0o644)
	})
	if err == nil && len(unused) > 0 {
		return fmt.Errorf("there is no %s", unused[0])
	}
	if err == nil && rewritten == 0 && len(without) == 0 {
		return fmt.Errorf("it does not hold encoding/json any more")
	}
	return err
}
