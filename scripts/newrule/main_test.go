package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const root = "../.."

// rules returns a directory with a copy of the list of rules.
func rules(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	text, err := os.ReadFile(filepath.Join(root, "internal", "rule", "rules.go"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "rules.go"), text, 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// The new file and the new list build in the places of the old ones.
func TestNewRuleBuilds(t *testing.T) {
	dir := rules(t)
	file, err := run(dir, "pool-needs-mfa-by-sms")
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Base(file) != "pool_needs_mfa_by_sms.go" {
		t.Errorf("wrote %s", file)
	}
	list, err := os.ReadFile(filepath.Join(dir, "rules.go"))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(list), "\t&poolNeedsMFABySMS,\n}\n"); n != 1 {
		t.Errorf("the list has the new rule at its end %d times", n)
	}

	home, err := filepath.Abs(filepath.Join(root, "internal", "rule"))
	if err != nil {
		t.Fatal(err)
	}
	replace := map[string]string{
		filepath.Join(home, "rules.go"):          filepath.Join(dir, "rules.go"),
		filepath.Join(home, filepath.Base(file)): file,
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	where := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(where, overlay, 0o644); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("go", "build", "-overlay", where, "./internal/rule")
	command.Dir = root
	if output, err := command.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, output)
	}
}

func TestRefused(t *testing.T) {
	dir := rules(t)
	before, _ := os.ReadFile(filepath.Join(dir, "rules.go"))
	if err := os.WriteFile(filepath.Join(dir, "is_there.go"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{
		"", "one", "Two-Words", "two words", "two--words", "-two-words", "two-words-", "2-words", "two_words", "../two-words",
		"is-there", "mfa-needs-sms", "what-a-test",
	} {
		if file, err := run(dir, name); err == nil {
			t.Errorf("%q was made: %s", name, file)
		}
	}
	after, _ := os.ReadFile(filepath.Join(dir, "rules.go"))
	if string(after) != string(before) {
		t.Error("the list was changed")
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 2 {
		t.Errorf("%d files are there, want 2", len(entries))
	}
}
