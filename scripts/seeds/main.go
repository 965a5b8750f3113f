// Command seeds writes what the fuzzing of .clusterfuzzlite begins with, since that does not
// see f.Add: an archive for each fuzz target, of the inputs that its package keeps in
// testdata/fuzz and of this repository's own texts.
//
//	go run ./scripts/seeds FOLDER
package main

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// texts are requests, and texts of other tools.
var texts = []string{"internal/example/requests/*.json", "internal/playground/testdata/scenarios/*/request.json", "internal/playground/testdata/texts/*.txt"}

// Target is a fuzz target with the parameters of the function that it fuzzes.
type Target struct {
	Folder, File, Name string
	names, types       []string
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./scripts/seeds FOLDER")
		os.Exit(2)
	}
	targets, err := Targets(".")
	for _, t := range targets {
		if err == nil {
			err = archive(t, os.Args[1])
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "seeds:", err)
		os.Exit(1)
	}
}

// Targets finds the fuzz targets.
func Targets(root string) ([]Target, error) {
	var targets []Target
	for _, pattern := range []string{"internal/*/*_test.go", "internal/*/*/*_test.go", "wasm/json/*_test.go"} {
		files, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
			if err != nil {
				return nil, err
			}
			folder, err := filepath.Rel(root, filepath.Dir(file))
			if err != nil {
				return nil, err
			}
			for _, d := range parsed.Decls {
				f, ok := d.(*ast.FuncDecl)
				if !ok || !strings.HasPrefix(f.Name.Name, "Fuzz") {
					continue
				}
				t := Target{Folder: filepath.ToSlash(folder), File: file, Name: f.Name.Name}
				if t.names, t.types = parameters(f); len(t.names) == 0 {
					return nil, fmt.Errorf("%s fuzzes nothing", t.Name)
				}
				targets = append(targets, t)
			}
		}
	}
	return targets, nil
}

// parameters are those of the function that a target hands to f.Fuzz, but for t.
func parameters(target *ast.FuncDecl) (names, types []string) {
	ast.Inspect(target, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if s, ok := call.Fun.(*ast.SelectorExpr); !ok || s.Sel.Name != "Fuzz" {
			return true
		}
		for _, field := range call.Args[0].(*ast.FuncLit).Type.Params.List {
			kind := ""
			switch of := field.Type.(type) {
			case *ast.Ident:
				kind = of.Name
			case *ast.ArrayType:
				kind = "[]byte"
			default: // t
				continue
			}
			for _, name := range field.Names {
				names, types = append(names, name.Name), append(types, kind)
			}
		}
		return false
	})
	return names, types
}

func archive(t Target, folder string) error {
	inputs, err := kept(t)
	if err != nil {
		return err
	}
	for _, pattern := range texts {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			return fmt.Errorf("there is no %s", pattern)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			input, err := t.input(func(i int) string { return t.usual(i, string(text)) })
			if err != nil {
				return err
			}
			inputs = append(inputs, input)
		}
	}
	file, err := os.Create(filepath.Join(folder, t.Name+"_seed_corpus.zip"))
	if err != nil {
		return err
	}
	defer file.Close()
	z := zip.NewWriter(file)
	written := map[string]bool{}
	for _, input := range inputs {
		sum := sha256.Sum256(input)
		name := hex.EncodeToString(sum[:])
		if written[name] {
			continue
		}
		written[name] = true
		w, err := z.Create(name)
		if err != nil {
			return err
		}
		if _, err := w.Write(input); err != nil {
			return err
		}
	}
	fmt.Printf("%s: %d seeds\n", t.Name, len(written))
	return z.Close()
}

// usual is a parameter's value for one of the texts.
func (t Target) usual(i int, text string) string {
	switch {
	case t.names[i] == "text" || t.names[i] == "other" || t.types[i] == "[]byte":
		return text
	case t.names[i] == "target":
		return "terraform"
	case t.names[i] == "edit":
		return `{"op": "remove", "pointer": "/PoolName"}`
	case t.types[i] == "bool":
		return "true"
	case t.types[i] == "string":
		return ""
	}
	return "0"
}

// kept reads the package's own inputs: a line a value, string("…") or uint32(7).
func kept(t Target) ([][]byte, error) {
	files, err := filepath.Glob(filepath.Join(filepath.Dir(t.File), "testdata", "fuzz", t.Name, "*"))
	if err != nil {
		return nil, err
	}
	var inputs [][]byte
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		lines := strings.Split(strings.TrimSpace(string(text)), "\n")
		if len(lines) != len(t.names)+1 {
			return nil, fmt.Errorf("%s has %d values and not %d", file, len(lines)-1, len(t.names))
		}
		input, err := t.input(func(i int) string {
			value := lines[i+1]
			value = value[strings.IndexByte(value, '(')+1 : strings.LastIndexByte(value, ')')]
			if unquoted, err := strconv.Unquote(value); err == nil {
				return unquoted
			}
			return value
		})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		inputs = append(inputs, input)
	}
	return inputs, nil
}

// input writes values as github.com/AdaLogics/go-fuzz-headers reads them, which the fuzzing
// takes its arguments with.
func (t Target) input(value func(i int) string) ([]byte, error) {
	var b []byte
	for i, kind := range t.types {
		v := value(i)
		switch kind {
		case "string", "[]byte":
			b = append(binary.BigEndian.AppendUint32(b, uint32(len(v))), v...)
		case "bool":
			b = append(b, byte(slices.Index([]string{"true", "false"}, v)))
		case "uint32":
			n, err := strconv.ParseUint(v, 0, 32)
			if err != nil {
				return nil, err
			}
			b = binary.BigEndian.AppendUint32(b, uint32(n))
		case "int", "uint64":
			n, err := strconv.ParseInt(v, 0, 64)
			if err != nil {
				return nil, err
			}
			b = append(binary.BigEndian.AppendUint64(b, uint64(n)), 1) // of which 1 says that it is big-endian
		default:
			return nil, fmt.Errorf("no %s can be written", kind)
		}
	}
	return b, nil
}
