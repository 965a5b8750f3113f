package main

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/example"
	"userpoolplayground/internal/playground"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
)

// sample is one request to prove exporters with.
type sample struct{ name, text string }

// read takes the sample as the service would.
func (s sample) read() *request.Request {
	return request.Read(source.Parse(s.text), contract.Newest())
}

// want is the body that a tool has to send.
func (s sample) want() any { return plain(s.read().Instance()) }

// plain is a value as it would be read from JSON.
func plain(v any) any {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	var read any
	if err := json.Unmarshal(text, &read); err != nil {
		panic(err)
	}
	return read
}

// gather returns the requests of the examples, the rules, the scenarios and the written
// exports that the service takes, and requests full of characters that some syntax minds.
func gather() ([]sample, error) {
	var samples []sample
	for _, e := range example.All() {
		samples = append(samples, sample{"example " + e.ID, e.Request})
	}
	for _, r := range slices.Concat(rule.All, rule.Advice) {
		if r.Good != "" {
			samples = append(samples, sample{"rule " + r.ID, r.Good})
		}
	}
	for _, pattern := range []string{"scenarios/*/request.json", "exports/*/request.json"} {
		files, err := filepath.Glob(filepath.Join("internal/playground/testdata", pattern))
		if err != nil || len(files) == 0 {
			return nil, fmt.Errorf("no %s: run this from the repository's root", pattern)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				return nil, err
			}
			if playground.Evaluate(string(text), playground.Options{}).Reply.Status == 200 {
				samples = append(samples, sample{filepath.Dir(file), string(text)})
			}
		}
	}
	return append(samples, hostile()...), nil
}

// minded are characters that one syntax or another does not take as they stand.
var minded = []string{
	`'`, `"`, `\`, `\\`, "`", "\n", "\r\n", "\t", `$`, `${`, `$${`, `%{`, `%%{`, `%`, `%s`, `{####}`, `{{`, `}}`, `{%`, `#{`, `#`, ` #`, `//`, `/*`, `*/`,
	`<!--`, `<<EOF`, `EOF`, "\nEOF\n", "\nJSON\n", "\n'@\n", "\n\"@\n", `@'`, `-`, `--`, `- `, `? `, `: `, `:`, `,`, `=`, `!`, `!!`, `~`, `&`, `&a`, `*`, `|`, `>`, `;`, `(`, `)`, `[`, `]`, `{`, `}`,
	` `, `  `, "\n ", " \n", "\n\n", `null`, `NULL`, `true`, `True`, `TRUE`, `no`, `ON`, `NA`, `1`, `1e3`, `0x1`, `012`, `1:30`, `2026-01-01`, `.inf`, `=x`, `\u0041`, `\x41`, `\n`, `\0`,
	"\u0001", "\u001b", "\u007f", "\u0085", "\u00a0", "\u2028", "\u2029", "\ufeff", "\u200d", "\u202e", "\ufffd", "\uffff", "é", "ß", "漢", "‘", "’", "“", "😀", "👩‍👧", "\U0001d4b3", "\U0010ffff",
	`file://x`, `fileb://x`, `https://x`, `http://x`, `@file`, `$(date)`, `%PATH%`, `__proto__`, `constructor`, `if`, `function`, `for`, `class`, `~root`, `<b>&amp;</b>`,
}

// hostile builds requests out of the minded characters: each at every end of a tag's key and
// value, and mixed ones everywhere else. It is the same in every run.
func hostile() []sample {
	random := rand.New(rand.NewSource(1))
	mixed := func() string {
		var b strings.Builder
		for range 1 + random.Intn(8) {
			b.WriteString(minded[random.Intn(len(minded))])
			if random.Intn(3) == 0 {
				b.WriteString("word")
			}
		}
		return b.String()
	}
	var samples []sample
	for i, rest := 0, minded; len(rest) > 0; i++ {
		n := min(10, len(rest))
		tags := map[string]string{}
		for _, m := range rest[:n] {
			tags[m], tags["a"+m], tags[m+"b"], tags["a"+m+"b"] = m, "a"+m, m+"b", "a"+m+"b"
		}
		rest = rest[n:]
		code := func() string { return mixed() + "{####}" + mixed() }
		text, err := json.Marshal(map[string]any{
			"PoolName":                 "hostile\t" + fmt.Sprint(i),
			"SmsAuthenticationMessage": code(), "SmsVerificationMessage": minded[len(minded)-1-i] + "{####}",
			"EmailVerificationMessage": code(), "EmailVerificationSubject": mixed(),
			"AdminCreateUserConfig": map[string]any{"InviteMessageTemplate": map[string]any{
				"SMSMessage": code(), "EmailMessage": code(), "EmailSubject": mixed(),
			}},
			"Schema":       []any{map[string]any{"Name": mixed(), "AttributeDataType": "String"}},
			"UserPoolTags": tags,
		})
		if err != nil {
			panic(err)
		}
		samples = append(samples, sample{"hostile " + fmt.Sprint(i), string(text)})
	}
	return samples
}
