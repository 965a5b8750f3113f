// Command newrule starts a rule: it writes the file to fill in and lists the rule. The
// rule test fails until it is filled in.
//
//	go run ./scripts/newrule mfa-needs-sms
package main

import (
	"errors"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./scripts/newrule what-it-says")
		os.Exit(2)
	}
	file, err := run(filepath.Join("internal", "rule"), os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "newrule:", err)
		os.Exit(1)
	}
	fmt.Printf("Fill in %s, and move its line in rules.go to where the service asks.\nThen: go test ./internal/rule\n", file)
}

var wellFormed = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)+$`)

// run makes the rule in the directory of the rules and returns its file.
func run(dir, name string) (file string, err error) {
	if !wellFormed.MatchString(name) {
		return "", fmt.Errorf("%q is no name of a rule: use two or more words in lower case with hyphens, as in mfa-needs-sms", name)
	}
	file = filepath.Join(dir, strings.ReplaceAll(name, "-", "_")+".go")
	if strings.HasSuffix(file, "_test.go") {
		return "", fmt.Errorf("%s would be a test's file: choose another last word", file)
	}
	if _, err := os.Stat(file); err == nil {
		return "", fmt.Errorf("%s exists", file)
	}
	variable := variable(name)
	skeleton, err := format.Source([]byte(strings.NewReplacer("VARIABLE", variable, "NAME", name).Replace(skeleton)))
	if err != nil {
		return "", err
	}
	lists := filepath.Join(dir, "rules.go")
	text, err := os.ReadFile(lists)
	if err != nil {
		return "", err
	}
	listed, err := list(string(text), variable)
	if err != nil {
		return "", fmt.Errorf("%s: %w", lists, err)
	}
	if err := os.WriteFile(file, skeleton, 0o644); err != nil {
		return "", err
	}
	return file, os.WriteFile(lists, []byte(listed), 0o644)
}

// list adds the variable to the end of All.
func list(text, variable string) (string, error) {
	line := "\t&" + variable + ",\n"
	if strings.Contains(text, line) {
		return "", fmt.Errorf("%s is listed already", variable)
	}
	begin := strings.Index(text, "\nvar All = []*Rule{\n")
	if begin < 0 {
		return "", errors.New("the list All is not there")
	}
	length := strings.Index(text[begin+1:], "\n}")
	if length < 0 {
		return "", errors.New("the list All does not end")
	}
	end := begin + 1 + length + 1
	return text[:end] + line + text[end:], nil
}

// initialisms keep one case, as Go writes them.
var initialisms = map[string]bool{
	"acr": true, "api": true, "arn": true, "dcr": true, "eums": true, "iam": true, "id": true, "json": true, "kms": true, "mfa": true,
	"otp": true, "ses": true, "sms": true, "sns": true, "totp": true, "url": true,
}

// variable is the rule's name as a Go variable: mfaNeedsSMS.
func variable(name string) string {
	words := strings.Split(name, "-")
	for i, word := range words[1:] {
		if initialisms[word] {
			words[i+1] = strings.ToUpper(word)
		} else {
			words[i+1] = strings.ToUpper(word[:1]) + word[1:]
		}
	}
	return strings.Join(words, "")
}

const skeleton = `package rule

import "userpoolplayground/internal/diagnostic"

var VARIABLE = Rule{
	ID: "NAME",
	// The members that it speaks of, the one to blame first: "/Schema/*/Name".
	Fields: []string{},
	// The service's words with {placeholders}; "" where none are public.
	Says: "",
	// What is wrong and what to do, for people; Why gives the reason.
	Message: "",
	Why: "",
	Evidence: diagnostic.Inferred,
	// Bad breaks this rule and no other; Good is the same wish, well said.
	Bad: ` + "`{\"PoolName\": \"pool\"}`" + `,
	Good: ` + "`{\"PoolName\": \"pool\"}`" + `,
	Check: func(c *Case) {
		// Read members with c.Get("Policies", "PasswordPolicy"), blame one with
		// c.Break(value), and offer edits with Fix.
	},
}
`
