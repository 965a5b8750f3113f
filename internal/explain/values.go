package explain

import (
	"strconv"
	"strings"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/assist"
	"userpoolplayground/internal/awserror"
	"userpoolplayground/internal/check"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/message"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// violations explains each value that a validation found fault with.
func violations(text string) []Match {
	var found []Match
	for _, at := range kit().violation.FindAllStringSubmatchIndex(text, -1) {
		value, null := "", at[4] < 0
		if !null {
			value = unescaped(text[at[4]:at[5]])
		}
		if m, ok := ofMember(value, null, text[at[6]:at[7]], text[at[1]:]); ok {
			m.certainty = at[1] - at[0] + len("Member must ")
			found = append(found, m)
		}
	}
	return found
}

// ofMember explains a value at a path of the service's; constraint begins with what it fails. Where
// the API of today has no such member, or no such constraint there, that of an earlier day is asked.
func ofMember(value string, null bool, path, constraint string) (Match, bool) {
	until := ""
	revisions := contract.Revisions()
	for i := len(revisions) - 1; i >= 0; i-- {
		if m, ok := onDay(contract.At(revisions[i]), value, null, path, constraint); ok {
			m.Until = until
			return m, true
		}
		until = revisions[i]
	}
	return Match{}, false
}

func onDay(c *contract.Contract, value string, null bool, path, constraint string) (Match, bool) {
	member, shape, pointer := memberAt(c.Request, path)
	if member == nil {
		return Match{}, false
	}
	facts := diagnostic.Unsatisfied{Name: member.Name, Member: member, Path: strings.Split(path, "."), Shown: value, Null: null, Shape: shape, Offender: value}
	if !failing(&facts, constraint) && !failingAlike(&facts, constraint) {
		return Match{}, false
	}
	said, why := message.For(facts)
	m := Match{
		Rule: "constraint-" + strings.TrimPrefix(facts.Keyword, "x-"), Exception: "InvalidParameterException", Pointer: pointer,
		Values: map[string]string{"path": path}, Message: said, Why: why,
	}
	if !null {
		m.Values["value"] = value
	}
	m.Bad, m.Good = examples(member, pointer, facts)
	return m, true
}

// failing finds the constraint that a message names, as the service words it.
func failing(facts *diagnostic.Unsatisfied, constraint string) bool {
	whole := facts.Shape
	for _, keyword := range []string{"required", "minLength", "minItems", "minimum", "maxLength", "maxItems", "maximum", contract.PatternKeyword, "enum", "elements", "keys", "values"} {
		facts.Keyword, facts.Shape = keyword, whole
		switch keyword {
		case "elements", "values":
			facts.Shape = whole.Element
		case "keys":
			facts.Shape = whole.Key
		}
		if facts.Shape == nil || !fits(keyword, whole) {
			continue
		}
		if words := awserror.Failed(*facts); len(words) > 2 && strings.HasPrefix(constraint, strings.TrimSuffix(words, "]")) {
			return true
		}
	}
	facts.Shape = whole
	return false
}

// failingAlike finds the constraint by its kind alone.
func failingAlike(facts *diagnostic.Unsatisfied, constraint string) bool {
	whole := facts.Shape
	for _, keyword := range []string{"minLength", "minItems", "minimum", "maxLength", "maxItems", "maximum", contract.PatternKeyword, "enum"} {
		facts.Keyword = keyword
		if !fits(keyword, whole) {
			continue
		}
		if words := kit().operand.ReplaceAllString(awserror.Failed(*facts), ""); words != "" && strings.HasPrefix(constraint, words) {
			return true
		}
	}
	return false
}

// fits reports whether a keyword can speak of a shape.
func fits(keyword string, s *contract.Shape) bool {
	switch keyword {
	case "required":
		return true
	case "minLength", "maxLength", contract.PatternKeyword, "enum":
		return s.Kind == contract.String
	case "minimum", "maximum":
		return s.Kind == contract.Integer
	case "minItems", "maxItems", "elements":
		return s.Kind == contract.List
	}
	return s.Kind == contract.Map
}

// memberAt finds a member by the service's own path: "schema.1.member.name".
func memberAt(shape *contract.Shape, path string) (*contract.Member, *contract.Shape, string) {
	pointer := ""
	var member *contract.Member
	steps := strings.Split(path, ".")
	for i := 0; i < len(steps); i++ {
		if shape.Kind == contract.List {
			n, err := strconv.Atoi(steps[i])
			if err != nil || n < 1 || i+1 == len(steps) || steps[i+1] != "member" {
				return nil, nil, ""
			}
			shape, pointer = shape.Element, pointer+"/"+strconv.Itoa(n-1)
			i++
			continue
		}
		member = nil
		for _, m := range shape.Members {
			if strings.EqualFold(m.ServiceName, steps[i]) || strings.EqualFold(m.Name, steps[i]) {
				member = m
			}
		}
		if member == nil {
			return nil, nil, ""
		}
		shape, pointer = member.Shape, pointer+"/"+member.Name
	}
	return member, shape, pointer
}

// examples are a request that is answered so and one that is not; "" where none can be made.
func examples(member *contract.Member, pointer string, facts diagnostic.Unsatisfied) (bad, good string) {
	if !strings.Contains(pointer, "/0/") && elementOf(pointer) {
		return "", ""
	}
	const plain = `{"PoolName": "pool"}`
	if good = set(plain, pointer, ""); !passes(good) {
		good = ""
	}
	rule := "constraint-" + strings.TrimPrefix(facts.Keyword, "x-")
	for _, value := range wrongValues(member.Shape, facts) {
		text := set(plain, pointer, value)
		if value == "" {
			text = without(set(plain, pointer, ""), pointer)
		}
		if text != "" && fails(text, rule, pointer) {
			return text, good
		}
	}
	return "", good
}

func elementOf(pointer string) bool { return kit().element.MatchString(pointer) }

// wrongValues are values that might fail a constraint, as JSON, that of the message first; "" is
// none at all.
func wrongValues(s *contract.Shape, facts diagnostic.Unsatisfied) []string {
	if facts.Keyword == "required" {
		return []string{""}
	}
	switch s.Kind {
	case contract.String:
		all := []string{source.Quote(facts.Shown), `""`, `"?"`, source.Quote(strings.Repeat("x", 200)), source.Quote(strings.Repeat("x", 2100)), source.Quote(strings.Repeat("x", 21000))}
		return all
	case contract.Integer:
		all := []string{facts.Shown}
		if s.Min != nil {
			all = append(all, strconv.FormatInt(*s.Min-1, 10))
		}
		if s.Max != nil {
			all = append(all, strconv.FormatInt(*s.Max+1, 10))
		}
		return all
	case contract.List:
		var quoted []string
		for _, e := range strings.Split(strings.Trim(facts.Shown, "[]"), ", ") {
			if e != "" {
				quoted = append(quoted, source.Quote(e))
			}
		}
		return []string{"[" + strings.Join(quoted, ", ") + "]", "[]", `["?"]`}
	}
	return nil
}

func options() userpool.Options { return userpool.Options{Contract: contract.Newest()} }

// set gives a request a member, with the smallest value that is taken where none is said.
func set(text, pointer, value string) string {
	t := assist.Read(text, options())
	change := t.EditForm(assist.Edit{Op: "set", Pointer: pointer, Value: value})
	if change.Refused != "" {
		return ""
	}
	return source.Apply(text, change.Edits)
}

func without(text, pointer string) string {
	if text == "" {
		return ""
	}
	d := source.Parse(text)
	n := d.Find(pointer)
	if n == nil {
		return text
	}
	return source.Apply(text, d.Remove(n))
}

func findings(text string) []diagnostic.Diagnostic {
	return check.Run(source.Parse(text), contract.Newest(), "", account.Account{}).Findings
}

func passes(text string) bool {
	if text == "" {
		return false
	}
	for _, d := range findings(text) {
		if d.Severity == diagnostic.Error {
			return false
		}
	}
	return true
}

func fails(text, rule, pointer string) bool {
	for _, d := range findings(text) {
		if d.Rule == rule && (d.Pointer == pointer || strings.HasPrefix(d.Pointer, pointer+"/")) {
			return true
		}
	}
	return false
}
