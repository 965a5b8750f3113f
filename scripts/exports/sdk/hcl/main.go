// Command hcl reads each FOLDER/N.tf with Terraform's own parser and writes the arguments
// and blocks of its one resource to FOLDER/N.json, a block as a list of objects. It tells of
// files that `terraform fmt` would change.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

func main() {
	files, _ := filepath.Glob(filepath.Join(os.Args[1], "*.tf"))
	for _, file := range files {
		if err := convert(file); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", strings.TrimSuffix(filepath.Base(file), ".tf"), err)
		}
	}
}

func convert(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if !bytes.Equal(hclwrite.Format(text), text) {
		return fmt.Errorf("terraform fmt would change it:\n%s", text)
	}
	parsed, diagnostics := hclsyntax.ParseConfig(text, file, hcl.InitialPos)
	if diagnostics.HasErrors() {
		return diagnostics
	}
	blocks := parsed.Body.(*hclsyntax.Body).Blocks
	if len(blocks) != 1 || blocks[0].Type != "resource" || blocks[0].Labels[0] != "aws_cognito_user_pool" {
		return fmt.Errorf("it is not one aws_cognito_user_pool")
	}
	content, err := read(blocks[0].Body)
	if err != nil {
		return err
	}
	out, err := json.Marshal(content)
	if err != nil {
		return err
	}
	return os.WriteFile(strings.TrimSuffix(file, ".tf")+".json", out, 0o644)
}

func read(body *hclsyntax.Body) (map[string]any, error) {
	content := map[string]any{}
	for name, attribute := range body.Attributes {
		value, diagnostics := attribute.Expr.Value(nil)
		if diagnostics.HasErrors() {
			return nil, diagnostics
		}
		encoded, err := ctyjson.Marshal(value, value.Type())
		if err != nil {
			return nil, err
		}
		content[name] = json.RawMessage(encoded)
	}
	for _, block := range body.Blocks {
		inner, err := read(block.Body)
		if err != nil {
			return nil, err
		}
		list, _ := content[block.Type].([]any)
		content[block.Type] = append(list, inner)
	}
	return content, nil
}
