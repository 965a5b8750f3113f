package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/tidwall/gjson"
)

// operationDays writes the days on which operations came, for lists of those that a day of the API has.
func operationDays(root string) (string, error) {
	files, err := filepath.Glob(filepath.Join(root, "internal", "contract", "operations", "*.json"))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("// Made by scripts/generate from internal/contract/operations.\n\n/** The day on which each operation came into the API, YYYY-MM-DD. */\nexport const operationDays: Readonly<Record<string, string>> = {\n")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		document := gjson.ParseBytes(text)
		if since := document.Get("x-since").String(); since != "" && document.Get("x-input").Exists() {
			fmt.Fprintf(&b, "  %s: '%s',\n", document.Get("title").String(), since)
		}
	}
	return b.String() + "}\n", nil
}
