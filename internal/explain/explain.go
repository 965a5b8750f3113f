// Package explain goes back from an error message to what it is about: the rule that was broken,
// the values that the message holds, and a request that breaks the rule and one that keeps it; or,
// for a call about clients and users, why it was not done. It has no list of messages of its own:
// it looks for the wordings that the rules, the refusals, the contract and awserror know.
package explain

import (
	"slices"
	"strings"

	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/rule"
)

// Result is what a text was found to be about.
type Result struct {
	// Matches are the best first.
	Matches []Match
	// Route is how the message came: "cloudformation", "terraform", …; "" where nothing tells.
	Route string
}

// Match is one thing that a message says.
type Match struct {
	// Rule is the ID of the rule or the refusal, or the kind of finding of the other stages:
	// "constraint-maximum".
	Rule string
	// Exception is the type of the service's answer, "" where a tool says it.
	Exception string
	// Pointer is the member in question, as a JSON Pointer into a request; "" where it is not told.
	Pointer string
	// Values are what the message fills in, by their placeholders.
	Values map[string]string
	// Message and Why are for people.
	Message, Why string
	// Until is the day from which on the service says something else, "" for today's words.
	Until string
	// Bad is a request that is answered so, and Good one that is not; "" where there is none.
	Bad, Good string

	// certainty is how much of a known wording is there, in bytes.
	certainty int
	// of is the message as it is known: one refusal has several reasons, each with its own.
	of string
}

// longest is how much of a text is looked at. A log is longer; its message is not.
const longest = 64 << 10

// Text explains a message, or a text around one.
func Text(text string) Result {
	if len(text) > longest {
		text = text[:longest]
	}
	texts := spellings(text)
	result := Result{Route: routeOf(text)}
	named := exceptionsIn(text)
	for _, spelt := range texts {
		result.Matches = append(result.Matches, violations(spelt)...)
		result.Matches = append(result.Matches, mistyped(spelt)...)
		for _, w := range kit().wordings {
			if m, ok := w.find(spelt); ok && m.Rule != "" {
				result.Matches = append(result.Matches, m)
			}
		}
	}
	if len(result.Matches) == 0 {
		result.Matches = unworded(named)
	}
	for i := range result.Matches {
		if slices.Contains(named, result.Matches[i].Exception) {
			result.Matches[i].certainty += len(result.Matches[i].Exception)
		}
	}
	slices.SortStableFunc(result.Matches, func(a, b Match) int { return b.certainty - a.certainty })
	seen := map[string]bool{}
	result.Matches = slices.DeleteFunc(result.Matches, func(m Match) bool {
		key := m.Rule + " " + m.Pointer + " " + m.of
		known := seen[key]
		seen[key] = true
		return known
	})
	return result
}

// spellings returns a text as it stands and as it was before it was quoted: in JSON, in HTML or by
// a terminal, on one line each.
func spellings(text string) []string {
	plain := kit().escapes.ReplaceAllString(text, "")
	plain = strings.NewReplacer("│", " ", "╷", " ", "╵", " ", "’", "'", "‘", "'", "“", "\"", "”", "\"").Replace(plain)
	all := []string{squeezed(plain)}
	for _, other := range []string{
		strings.NewReplacer(`\\`, `\`, `\"`, `"`, `\'`, `'`, `\n`, " ", `\t`, " ").Replace(plain),
		strings.NewReplacer("&#39;", "'", "&#x27;", "'", "&quot;", "\"", "&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(plain),
	} {
		if s := squeezed(other); !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return all
}

// squeezed puts one space for all white space: a message is wrapped where it is printed.
func squeezed(text string) string { return strings.Join(strings.Fields(text), " ") }

func exceptionsIn(text string) []string { return kit().exceptionName.FindAllString(text, -1) }

func routeOf(text string) string {
	for _, r := range kit().routes {
		if r.signs.MatchString(text) {
			return r.name
		}
	}
	return ""
}

// everyRule lists the rules of all calls.
func everyRule() []*rule.Rule {
	return slices.Concat(rule.All, rule.OfPresence, rule.OfPools, rule.Listed)
}

// unworded are the rules and refusals whose words are not known, by the exceptions that are named: of those
// that few share. Nothing but the type speaks for them, and that is said.
func unworded(named []string) []Match {
	const few = 3
	var found []Match
	for _, name := range slices.Compact(slices.Sorted(slices.Values(named))) {
		shared := 0
		var of []Match
		for _, r := range everyRule() {
			if r.ExceptionOf() == name {
				if shared++; r.Says == "" {
					of = append(of, about(r, nil))
				}
			}
		}
		for _, r := range refusal.All {
			if r.Exception == name {
				if shared++; r.Says == "" {
					of = append(of, refused(r, nil))
				}
			}
		}
		if shared > few {
			continue
		}
		for i := range of {
			of[i].Why = strings.TrimSpace("Only the type of the exception tells so; its words are not known here. " + of[i].Why)
		}
		found = append(found, of...)
	}
	return found
}

// about is a match with a rule, whose message is filled in as far as the values go.
func about(r *rule.Rule, values map[string]string) Match {
	m := Match{Rule: r.ID, Exception: r.ExceptionOf(), Values: values, Message: filled(r.Message, values), Why: said(filled(r.Why, values)), Bad: r.Bad, Good: r.Good}
	if m.Values == nil {
		m.Values = map[string]string{}
	}
	if kit().hole.MatchString(m.Message) {
		m.Message = r.General()
	}
	return m
}

// kept are placeholders of the service's own templates, which its messages name as they are.
const kept = "username"

func filled(text string, values map[string]string) string {
	return kit().hole.ReplaceAllStringFunc(text, func(h string) string {
		if v, ok := values[h[1:len(h)-1]]; ok && h[1:len(h)-1] != kept {
			return v
		}
		return h
	})
}

// said leaves out the sentences whose values are not known.
func said(text string) string {
	var all []string
	for _, sentence := range strings.SplitAfter(text, ". ") {
		if h := kit().hole.FindString(sentence); h == "" || h == "{username}" {
			all = append(all, sentence)
		}
	}
	return strings.TrimSpace(strings.Join(all, ""))
}
