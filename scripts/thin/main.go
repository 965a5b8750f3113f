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
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// thinned are the modules with what their copies lack: files, by pattern, and parts of files, by what takes them out. A file
// that is needed after all fails the build.
var thinned = []struct {
	module  string
	without []string
	changed map[string]func(text []byte) ([]byte, error)
}{
	{"github.com/santhosh-tekuri/jsonschema/v5", nil, nil},
	{"github.com/tidwall/pretty", nil, nil},
	{"github.com/tidwall/sjson", nil, nil},
	// HCL's syntax refers to the functions behind its operators, which stand in three files.
	// The others make their functions when the program starts, so that all would be kept.
	{"github.com/zclconf/go-cty", []string{"cty/json.go", "cty/json/*.go", "cty/function/stdlib/[c-fjrs]*.go", "cty/function/stdlib/bytes.go"}, nil},
	// Nothing of HCL's is evaluated, so that its expressions need no values, and its operators no functions.
	{"github.com/hashicorp/hcl/v2", nil, map[string]func([]byte) ([]byte, error){
		"hclsyntax/expression.go":          withoutValues,
		"hclsyntax/expression_ops.go":      withoutValues,
		"hclsyntax/expression_template.go": withoutValues,
	}},
}

// kept are the values that HCL's parser asks for: those of keys between brackets, which are written out.
var kept = map[string]string{
	"LiteralValueExpr": "",
	"TemplateExpr":     "return e.Parts[0].Value(ctx)",
}

// withoutValues empties the methods that evaluate an expression, and takes from operators the functions behind them.
func withoutValues(text []byte) ([]byte, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "", text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	type cut struct {
		from, to int
		put      string
	}
	var cuts []cut
	at := func(p token.Pos) int { return set.Position(p).Offset }
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Name.Name != "Value" || n.Recv == nil {
				break
			}
			of, _ := n.Recv.List[0].Type.(*ast.StarExpr)
			if of == nil {
				break
			}
			body, special := kept[of.X.(*ast.Ident).Name]
			if special && body == "" {
				break
			}
			if !special {
				body = `panic("nothing is evaluated")`
			}
			cuts = append(cuts, cut{at(n.Body.Lbrace) + 1, at(n.Body.Rbrace), body})
			return false
		case *ast.KeyValueExpr:
			if of, ok := n.Value.(*ast.SelectorExpr); ok && fmt.Sprint(of.X) == "stdlib" {
				cuts = append(cuts, cut{at(n.Pos()), at(n.End()) + 1, ""})
			}
		}
		return true
	})
	if len(cuts) == 0 {
		return nil, fmt.Errorf("it evaluates nothing any more")
	}
	for _, c := range slices.Backward(cuts) {
		text = slices.Concat(text[:c.from], []byte(c.put), text[c.to:])
	}
	return withoutImports(text)
}

// withoutImports takes out the imports that are not used any more.
func withoutImports(text []byte) ([]byte, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "", text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	used := map[string]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		if of, ok := n.(*ast.SelectorExpr); ok {
			used[fmt.Sprint(of.X)] = true
		}
		return true
	})
	for _, of := range slices.Backward(file.Imports) {
		name := path.Base(strings.TrimSuffix(strings.Trim(of.Path.Value, `"`), "/v2"))
		if of.Name != nil {
			name = of.Name.Name
		}
		if !used[name] {
			text = slices.Delete(text, set.Position(of.Pos()).Offset, set.Position(of.End()).Offset)
		}
	}
	return text, nil
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
		if err := thin(os.DirFS(from), to, t.without, t.changed); err != nil {
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
func thin(from fs.FS, to string, without []string, changed map[string]func([]byte) ([]byte, error)) error {
	left := len(changed)
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
		if change := changed[name]; change != nil {
			if text, err = change(text); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			left--
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
	if err == nil && left > 0 {
		return fmt.Errorf("it lacks %d of the files that are changed", left)
	}
	if err == nil && rewritten == 0 && len(without)+len(changed) == 0 {
		return fmt.Errorf("it does not hold encoding/json any more")
	}
	return err
}
