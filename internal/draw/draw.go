// Package draw makes requests of a contract for tests: values on both sides of all bounds, and
// random ones of them in random requests.
package draw

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"userpoolplayground/internal/contract"
)

// Values returns JSON texts on both sides of what a shape allows, and of other types.
func Values(s *contract.Shape) []string {
	all := []string{"null", "true", "7", `"x"`, `""`, "[]", "{}", "[null]", `{"": null}`, `{"unknown": {"a": [1]}}`, valid(s)}
	repeat := func(n int64, unit, join string) string {
		return strings.TrimSuffix(strings.Repeat(unit+join, int(max(n, 0))), join)
	}
	for _, limit := range []*int64{s.Min, s.Max} {
		if limit == nil {
			continue
		}
		for n := *limit - 1; n <= *limit+1; n++ {
			switch s.Kind {
			case contract.Integer:
				all = append(all, fmt.Sprint(n), fmt.Sprintf("%d.9", n), fmt.Sprintf("%d.0", n), fmt.Sprintf("%de2", n))
			case contract.String:
				if n >= 0 {
					all = append(all, `"`+repeat(n, "a", "")+`"`, `"`+repeat(n, "\U0001d4b3", "")+`"`, `"`+repeat(n-6, "a", "")+`{####}"`)
				}
			case contract.List:
				if n >= 0 {
					all = append(all, "["+repeat(n, valid(s.Element), ", ")+"]", "["+repeat(n, valid(s.Element), ", ")+", null]")
				}
			}
		}
	}
	switch s.Kind {
	case contract.Integer:
		all = append(all, "-0", "-0.9", "0.99", "-1", "1e30", "-1e30", "99999999999999999999")
	case contract.String:
		for _, v := range s.Enum {
			all = append(all, quote(v), quote(strings.ToLower(v)), quote(v+" "))
		}
		for _, text := range []string{
			"a\n", "\na", "a b", "a\u00a0b", "a\vb", "a\u0085b", "a\u2028b", "é", "a@b", "a@ b", "arn:aws:a::1:b", "arn:aws:a::1:b\n",
			"{####}", "x{####}\n", "\n\u2028{####}\u0000", "{##a##}", "{##\U0001f600##}", "\u0000", "a\u200bb", "\ufeff{####}", "a_b-9", "a+b", "[", "\\",
		} {
			all = append(all, quote(text))
		}
	case contract.Map:
		all = append(all, `{"": "v"}`, `{"`+repeat(128, "k", "")+`": "v"}`, `{"`+repeat(129, "k", "")+`": "v"}`, `{"k": null}`)
	}
	// A list's elements are what a bare comma would spoil.
	return slices.DeleteFunc(all, func(v string) bool { return !json.Valid([]byte(v)) })
}

// valid returns a value of a shape that the service takes.
func valid(s *contract.Shape) string {
	switch s.Kind {
	case contract.Integer:
		if s.Min != nil {
			return fmt.Sprint(*s.Min)
		}
		return "1"
	case contract.Boolean:
		return "true"
	case contract.List:
		return "[" + valid(s.Element) + "]"
	case contract.Map:
		return `{"key": ` + valid(s.Element) + "}"
	case contract.Structure:
		return Structure(s, "", "")
	}
	if len(s.Enum) > 0 {
		return quote(s.Enum[0])
	}
	for _, text := range []string{"eu-west-1", "arn:aws:lambda:eu-west-1:111122223333:function:f", "Code {####}", "{##Verify##} me", "me@example.com"} {
		matches := true
		if s.Pattern != "" {
			re, err := contract.Pattern(s.Pattern)
			if err != nil {
				panic(err)
			}
			matches = re.MatchString(text)
		}
		if matches && (s.Min == nil || int64(len(text)) >= *s.Min) && (s.Max == nil || int64(len(text)) <= *s.Max) {
			return quote(text)
		}
	}
	panic("no valid text is known for " + s.Name)
}

// Structure returns one with a member and those that it must have.
func Structure(s *contract.Shape, name, value string) string {
	var members []string
	if name != "" {
		members = append(members, quote(name)+": "+value)
	}
	for _, required := range s.Required {
		if required != name {
			members = append(members, quote(required)+": "+valid(s.Member(required).Shape))
		}
	}
	return "{" + strings.Join(members, ", ") + "}"
}

type drawing struct {
	state uint64
	// wrong is how many of a hundred values are not of their shape, or only just.
	wrong int
}

// Request draws a request of a contract by a number: the same for the same number. Most of
// its values are as they have to be.
func Request(c *contract.Contract, seed uint64) string {
	d := &drawing{state: seed}
	d.wrong = []int{0, 1, 3, 30}[d.below(4)]
	return d.right(c.Request)
}

// below returns the next number from 0 up to n, by splitmix64.
func (d *drawing) below(n int) int {
	d.state += 0x9e3779b97f4a7c15
	z := d.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return int((z ^ z>>31) % uint64(n))
}

// bounds are the Values by shape.
var bounds sync.Map

func (d *drawing) value(s *contract.Shape) string {
	if d.below(100) >= d.wrong {
		return d.right(s)
	}
	known, there := bounds.Load(s)
	if !there {
		known, _ = bounds.LoadOrStore(s, Values(s))
	}
	for all := known.([]string); ; {
		// A message as long as can be is seldom of use.
		if v := all[d.below(len(all))]; len(v) < 500 || d.below(30) == 0 {
			return v
		}
	}
}

// right is a value of the shape, with what it holds drawn anew.
func (d *drawing) right(s *contract.Shape) string {
	var parts []string
	switch s.Kind {
	case contract.List:
		for range d.below(4) {
			parts = append(parts, d.value(s.Element))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case contract.Map:
		for i := range d.below(4) {
			parts = append(parts, quote(strings.Repeat("key", i))+": "+d.value(s.Element))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case contract.Structure:
		for _, m := range s.Members {
			if m.Required && d.below(100) >= d.wrong || d.below(8) == 0 {
				parts = append(parts, quote(m.Name)+": "+d.value(m.Shape))
			}
		}
		for i := range parts {
			j := d.below(i + 1)
			parts[i], parts[j] = parts[j], parts[i]
		}
		if d.below(100) < d.wrong && len(parts) > 0 {
			// A name that is not known, one in other letters, one that is given twice.
			m := s.Members[d.below(len(s.Members))]
			name := []string{"Unknown", strings.ToLower(m.Name), m.Name}[d.below(3)]
			parts = append(parts, quote(name)+": "+d.value(m.Shape))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case contract.Integer:
		if s.Min != nil && s.Max != nil {
			return fmt.Sprint(*s.Min + int64(d.below(int(*s.Max-*s.Min+1))))
		}
	case contract.Boolean:
		return fmt.Sprint(d.below(2) == 0)
	case contract.String:
		if len(s.Enum) > 0 {
			return quote(s.Enum[d.below(len(s.Enum))])
		}
	}
	return valid(s)
}

func quote(text string) string {
	quoted, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return string(quoted)
}
