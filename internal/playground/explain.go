package playground

import "userpoolplayground/internal/explain"

// Explain says what an error message is about, alone or in the text that it was printed with.
func Explain(text string) Explanation {
	found := explain.Text(text)
	answer := Explanation{Matches: []ExplainedMatch{}, Route: found.Route}
	for _, m := range found.Matches {
		answer.Matches = append(answer.Matches, ExplainedMatch{
			Rule: m.Rule, Exception: m.Exception, Pointer: m.Pointer, Values: m.Values, Message: m.Message, Why: m.Why, Until: m.Until, Bad: m.Bad, Good: m.Good,
		})
	}
	return answer
}
