package foreign

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"userpoolplayground/internal/reading"
)

// textFunctions are Terraform's functions that make a text of texts; false where they refuse these, or what they make is not sure.
var textFunctions = map[string]func(a []string) (string, bool){
	"lower":      func(a []string) (string, bool) { return strings.ToLower(a[0]), len(a) == 1 },
	"upper":      func(a []string) (string, bool) { return strings.ToUpper(a[0]), len(a) == 1 },
	"trimspace":  func(a []string) (string, bool) { return strings.TrimSpace(a[0]), len(a) == 1 },
	"chomp":      func(a []string) (string, bool) { return strings.TrimRight(a[0], "\r\n"), len(a) == 1 },
	"title":      titled,
	"substr":     partOf,
	"replace":    replaced,
	"trim":       func(a []string) (string, bool) { return strings.Trim(a[0], a[len(a)-1]), len(a) == 2 },
	"trimprefix": func(a []string) (string, bool) { return strings.TrimPrefix(a[0], a[len(a)-1]), len(a) == 2 },
	"trimsuffix": func(a []string) (string, bool) { return strings.TrimSuffix(a[0], a[len(a)-1]), len(a) == 2 },
	"startswith": func(a []string) (string, bool) {
		return strconv.FormatBool(strings.HasPrefix(a[0], a[len(a)-1])), len(a) == 2
	},
	"endswith": func(a []string) (string, bool) {
		return strconv.FormatBool(strings.HasSuffix(a[0], a[len(a)-1])), len(a) == 2
	},
	"strcontains": func(a []string) (string, bool) {
		return strconv.FormatBool(strings.Contains(a[0], a[len(a)-1])), len(a) == 2
	},
}

// titled begins each word with a capital. Where letters beyond ASCII begin and end words is not said here.
func titled(a []string) (string, bool) {
	made, within := []byte(a[0]), false
	for i, b := range made {
		if b >= utf8.RuneSelf {
			return "", false
		}
		letter := b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
		if letter && !within && b >= 'a' {
			made[i] = b - 'a' + 'A'
		}
		within = letter || b >= '0' && b <= '9' || b == '_'
	}
	return string(made), len(a) == 1
}

// partOf is a part of a text, which Terraform counts in characters as people see them.
func partOf(a []string) (string, bool) {
	if len(a) != 3 || strings.ContainsFunc(a[0], func(r rune) bool { return r >= utf8.RuneSelf }) {
		return "", false
	}
	from, err := strconv.Atoi(a[1])
	length, wrong := strconv.Atoi(a[2])
	if from < 0 {
		from += len(a[0])
	}
	if err != nil || wrong != nil || from < 0 {
		return "", false
	}
	part := a[0][min(from, len(a[0])):]
	if length >= 0 {
		part = part[:min(length, len(part))]
	}
	return part, true
}

// replaced puts one text in the place of another, or of what a pattern between slashes matches.
func replaced(a []string) (string, bool) {
	if len(a) != 3 || len(a[0])*len(a[2]) > reading.MaxBytes { // what becomes of it may be far longer
		return "", false
	}
	if len(a[1]) > 1 && strings.HasPrefix(a[1], "/") && strings.HasSuffix(a[1], "/") {
		pattern, err := regexp.Compile(a[1][1 : len(a[1])-1])
		if err != nil || len(a[0])+len(a[2]) > 1000 {
			return "", false
		}
		return pattern.ReplaceAllString(a[0], a[2]), true
	}
	return strings.ReplaceAll(a[0], a[1], a[2]), true
}

// wholeNumbers are Terraform's functions and operators on numbers, as far as those are whole.
var wholeNumbers = map[string]func(a []int) (int, bool){
	"max": func(a []int) (int, bool) { return slices.Max(a), true },
	"min": func(a []int) (int, bool) { return slices.Min(a), true },
	"abs": func(a []int) (int, bool) { return max(a[0], -a[0]), len(a) == 1 },
	"sum": func(a []int) (int, bool) {
		sum := 0
		for _, n := range a {
			sum += n
		}
		return sum, true
	},
	"+": func(a []int) (int, bool) { return a[0] + a[1], true },
	"-": func(a []int) (int, bool) { return a[0] - a[1], true },
	"*": func(a []int) (int, bool) { return a[0] * a[1], max(a[0], -a[0]) < 1<<20 && max(a[1], -a[1]) < 1<<20 },
	"/": func(a []int) (int, bool) {
		if a[1] == 0 || a[0]%a[1] != 0 {
			return 0, false
		}
		return a[0] / a[1], true
	},
	"%": func(a []int) (int, bool) {
		if a[1] == 0 {
			return 0, false
		}
		return a[0] % a[1], true
	},
}

func number(n int) *reading.Value {
	return &reading.Value{Kind: reading.Number, Text: strconv.Itoa(n)}
}

// functionOfTerraform works out what a function makes of what it is given; nil without a reason where that is not sure.
func (m *mapper) functionOfTerraform(name string, args []*reading.Value) (*reading.Value, string) {
	if len(args) == 0 {
		return nil, ""
	}
	if of := textFunctions[name]; of != nil {
		texts, why := m.scalars(args)
		if why != "" {
			return nil, why
		}
		made, ok := of(texts)
		switch {
		case !ok || len(made) > reading.MaxBytes:
			return nil, ""
		case strings.HasSuffix(name, "with") || name == "strcontains":
			return boolean(made == "true"), ""
		}
		return text(made), ""
	}
	if of := wholeNumbers[name]; of != nil {
		if len(args) == 1 && name != "abs" { // max(list...) is an expression
			elements, why := m.list(args[0])
			if name != "sum" || why != "" || len(elements) == 0 {
				return nil, why
			}
			args = elements
		}
		numbers, why := m.wholes(args)
		if numbers == nil {
			return nil, why
		}
		if made, ok := of(numbers); ok {
			return number(made), ""
		}
		return nil, ""
	}
	switch name {
	case "ceil", "floor":
		texts, why := m.scalars(args)
		if why != "" {
			return nil, why
		}
		if n, err := strconv.ParseFloat(texts[0], 64); err == nil && math.Abs(n) < 1<<40 {
			return number(int(map[string]func(float64) float64{"ceil": math.Ceil, "floor": math.Floor}[name](n))), ""
		}
	case "parseint":
		texts, why := m.scalars(args)
		if why != "" || len(texts) != 2 {
			return nil, why
		}
		if base, err := strconv.Atoi(texts[1]); err == nil && base >= 2 && base <= 36 {
			if n, err := strconv.ParseInt(texts[0], base, 41); err == nil {
				return number(int(n)), ""
			}
		}
	case "range":
		numbers, why := m.wholes(args)
		if len(numbers) != 1 || numbers[0] < 0 || numbers[0] > 1024 {
			return nil, why
		}
		made := &reading.Value{Kind: reading.List}
		for i := range numbers[0] {
			made.Children = append(made.Children, number(i))
		}
		return made, ""
	case "keys", "values":
		known, why := m.resolve(args[0])
		if known == nil || known.Kind != reading.Object {
			return nil, why
		}
		made := &reading.Value{Kind: reading.List}
		for _, c := range inOrder(known.Children) {
			if name == "keys" {
				c = text(c.Name)
			}
			made.Children = append(made.Children, c)
		}
		return made, ""
	case "zipmap":
		if len(args) != 2 {
			return nil, ""
		}
		keys, why := m.list(args[0])
		if why != "" {
			return nil, why
		}
		texts, why := m.scalars(keys)
		if why != "" {
			return nil, why
		}
		values, why := m.list(args[1])
		if why != "" || len(values) != len(texts) {
			return nil, why
		}
		made := &reading.Value{Kind: reading.Object}
		for i, key := range texts {
			value := *values[i]
			value.Name, value.NameFrom, value.NameTo = key, 0, 0
			made.Children = append(made.Children, &value)
		}
		return made, ""
	case "one":
		elements, why := m.list(args[0])
		switch {
		case why != "" || len(elements) > 1:
			return nil, why
		case len(elements) == 0:
			return &reading.Value{Kind: reading.Null}, ""
		}
		return elements[0], ""
	case "coalescelist":
		for _, a := range args {
			if elements, why := m.list(a); why != "" {
				return nil, why
			} else if len(elements) > 0 {
				return a, ""
			}
		}
	case "alltrue", "anytrue":
		elements, why := m.list(args[0])
		if why != "" {
			return nil, why
		}
		unsure := ""
		for _, e := range elements {
			switch yes, why := m.truth(e); {
			case why != "":
				unsure = why
			case yes == (name == "anytrue"):
				return boolean(yes), ""
			}
		}
		if unsure == "" {
			return boolean(name == "alltrue"), ""
		}
		return nil, unsure
	case "element", "slice", "chunklist":
		elements, why := m.list(args[0])
		if why != "" || len(elements) == 0 {
			return nil, why
		}
		numbers, why := m.wholes(args[1:])
		switch at := numbers; {
		case numbers == nil:
			return nil, why
		case name == "element" && len(at) == 1 && at[0] >= 0:
			return elements[at[0]%len(elements)], ""
		case name == "slice" && len(at) == 2 && at[0] >= 0 && at[0] <= at[1] && at[1] <= len(elements):
			return &reading.Value{Kind: reading.List, Children: elements[at[0]:at[1]]}, ""
		case name == "chunklist" && len(at) == 1 && at[0] > 0:
			made := &reading.Value{Kind: reading.List}
			for chunk := range slices.Chunk(elements, at[0]) {
				made.Children = append(made.Children, &reading.Value{Kind: reading.List, Children: chunk})
			}
			return made, ""
		}
	case "reverse":
		elements, why := m.list(args[0])
		if why != "" {
			return nil, why
		}
		made := slices.Clone(elements)
		slices.Reverse(made)
		return &reading.Value{Kind: reading.List, Children: made}, ""
	case "index":
		elements, why := m.list(args[0])
		if why != "" || len(args) != 2 {
			return nil, why
		}
		for i, e := range elements {
			if same, why := m.same(e, args[1]); same {
				return number(i), ""
			} else if why != "" {
				return nil, why
			}
		}
	case "sort", "toset", "setunion", "setintersection", "setsubtract":
		return m.sorted(name, args)
	}
	return nil, ""
}

// inOrder are the entries of a map in the order in which Terraform goes through them.
func inOrder(entries []*reading.Value) []*reading.Value {
	return slices.SortedStableFunc(slices.Values(entries), func(a, b *reading.Value) int { return cmp.Compare(a.Name, b.Name) })
}

// wholes works values out that all have to be whole numbers, nil where one is not.
func (m *mapper) wholes(values []*reading.Value) ([]int, string) {
	texts, why := m.scalars(values)
	if why != "" {
		return nil, why
	}
	var numbers []int
	for _, of := range texts {
		n, err := strconv.Atoi(of)
		if err != nil || max(n, -n) > 1<<40 {
			return nil, ""
		}
		numbers = append(numbers, n)
	}
	return numbers, ""
}

// sorted makes a list, or a set, of texts in their order. A set has each of them once.
func (m *mapper) sorted(name string, args []*reading.Value) (*reading.Value, string) {
	var kept []*reading.Value
	for i, a := range args {
		elements, why := m.list(a)
		if why != "" {
			return nil, why
		}
		var texts []string
		for _, e := range elements {
			known, why := m.resolve(e)
			switch {
			case known == nil:
				return nil, why
			case known.Kind != reading.String: // numbers have an order of their own
				return nil, ""
			}
			texts = append(texts, known.Text)
			if i == 0 || name == "setunion" {
				kept = append(kept, known)
			}
		}
		if i > 0 && name != "setunion" {
			kept = slices.DeleteFunc(kept, func(of *reading.Value) bool {
				return slices.Contains(texts, of.Text) == (name == "setsubtract")
			})
		}
	}
	slices.SortStableFunc(kept, func(a, b *reading.Value) int { return cmp.Compare(a.Text, b.Text) })
	if name != "sort" {
		kept = slices.CompactFunc(kept, func(a, b *reading.Value) bool { return a.Text == b.Text })
	}
	return &reading.Value{Kind: reading.List, Children: kept}, ""
}
