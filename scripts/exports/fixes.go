package main

import (
	"fmt"
	"slices"
	"unicode/utf16"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/foreign"
	"userpoolplayground/internal/playground"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/rule"
)

// fixesParse proves that a language's own parser takes what becomes of a text by each of its fixes:
// of the requests that break a rule, written for a target.
func fixesParse(target, program string, arguments ...string) func(*trial) []string {
	return func(t *trial) []string {
		arguments := slices.Clone(arguments)
		for _, r := range slices.Concat(rule.All, rule.Advice) {
			text := export(target, sample{r.ID, r.Bad}).Text
			for _, fixed := range fixesOf(text) {
				name := fmt.Sprintf("%d-%s", len(arguments), r.ID)
				t.put(name, fixed)
				arguments = append(arguments, name)
			}
		}
		const few = 50
		if len(arguments) < few {
			return []string{fmt.Sprintf("there are %d fixes", len(arguments))}
		}
		return t.tool(t.folder, program, arguments...)
	}
}

// fixesOf are what becomes of a text by each of its fixes.
func fixesOf(text string) (all []string) {
	if text == "" {
		return nil
	}
	read, err := reading.Decode(reading.Encode(foreign.Read(text, foreign.Options{Contract: contract.Newest(), Offset: -1})))
	if err != nil {
		panic(err)
	}
	for _, p := range playground.Check(text, &read, playground.Options{}).Evaluation.Problems {
		for _, fix := range p.Fixes {
			units, at := utf16.Encode([]rune(text)), 0
			var fixed []uint16
			for _, e := range fix.Edits {
				fixed = append(append(fixed, units[at:e.From]...), utf16.Encode([]rune(e.Insert))...)
				at = e.To
			}
			all = append(all, string(utf16.Decode(append(fixed, units[at:]...))))
		}
	}
	return all
}
