package explain

import (
	"strings"

	"userpoolplayground/internal/awserror"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/message"
	"userpoolplayground/internal/source"
)

// spelt is a value of each kind, as JSON.
func spelt(k source.Kind) string {
	return map[source.Kind]string{
		source.String: `"text"`, source.Number: "1", source.True: "true", source.False: "false", source.Array: `["text"]`, source.Object: `{"a": "b"}`,
	}[k]
}

// mistyped explains the messages about types, which name no member: it is shown at the first that
// could be answered so.
func mistyped(text string) []Match {
	var found []Match
	lower := strings.ToLower(text)
	for _, t := range awserror.WrongTypes() {
		if !strings.Contains(lower, strings.ToLower(t.Message)) {
			continue
		}
		m := Match{Rule: "wrong-type", Exception: "SerializationException", Values: map[string]string{}, certainty: len(t.Message)}
		m.Message = "A value is of the wrong type: " + message.Kind(t.Found) + " stands where " + message.Wanted(t.Wanted) + " is wanted."
		m.Why = "The service reads the whole request before it looks at any value. It does not say at which member it stopped."
		if pointer, member := firstOf(t.Wanted, t.Found); member != nil {
			m.Bad, m.Good = set(`{"PoolName": "pool"}`, pointer, spelt(t.Found)), set(`{"PoolName": "pool"}`, pointer, "")
			if !mistypes(m.Bad, t.Message) || !passes(m.Good) {
				m.Bad, m.Good = "", ""
			}
		}
		found = append(found, m)
	}
	if len(found) > 1 { // some are said of several kinds: one is enough
		found = found[:1]
	}
	return found
}

// firstOf finds the first member of a kind, below blocks alone.
func firstOf(kind contract.Kind, found source.Kind) (string, *contract.Member) {
	var in func(s *contract.Shape, pointer string) (string, *contract.Member)
	in = func(s *contract.Shape, pointer string) (string, *contract.Member) {
		for _, m := range s.Members {
			here := pointer + "/" + m.Name
			if m.Shape.Kind == kind && !m.Deprecated && len(m.Shape.Enum) == 0 && m.Name != "PoolName" {
				return here, m
			}
			if m.Shape.Kind == contract.Structure && kind != contract.Structure {
				if p, below := in(m.Shape, here); below != nil {
					return p, below
				}
			}
		}
		return "", nil
	}
	return in(contract.Newest().Request, "")
}

func mistypes(text, message string) bool {
	if text == "" {
		return false
	}
	for _, d := range findings(text) {
		if e := awserror.Alone(d); d.Stage == diagnostic.Types && e != nil && e.Message == message {
			return true
		}
	}
	return false
}
