package assist

import (
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/source"
)

// mould makes drafts for the contract's shapes.
type mould struct {
	t *Text
	// typed makes values to go on typing in, with holes; otherwise they are the smallest
	// that the API takes, as far as that can be known.
	typed bool
}

// value makes a value of a shape, for a member or, without one, for an element. Values in
// taken are passed over where there are others to choose from.
func (k mould) value(s *contract.Shape, m *contract.Member, taken []string) *draft {
	switch s.Kind {
	case contract.String:
		return k.text(s, m, taken)
	case contract.Integer:
		n := k.integer(s, m, taken)
		return blank(n, 0, len(n))
	case contract.Boolean:
		word := k.boolean(m)
		return blank(word, 0, len(word))
	case contract.List:
		return k.list(s)
	case contract.Structure:
		return k.structure(s, nil)
	}
	return k.empty(object())
}

// empty is a pair of brackets to go on in.
func (k mould) empty(v *draft) *draft {
	if k.typed {
		v.hole = &[2]int{}
	}
	return v
}

// structure makes a block of the required members; list is the list that it is to be an
// element of, where there is one, whose other elements' values are passed over.
func (k mould) structure(s *contract.Shape, list *source.Node) *draft {
	v := object()
	for _, m := range s.Members {
		if m.Required {
			child := k.value(m.Shape, m, valuesIn(list, m.Name))
			child.name = m.Name
			v.children = append(v.children, child)
		}
	}
	if len(v.children) == 0 {
		return k.empty(v)
	}
	return v
}

// element makes an element for a list that is there.
func (k mould) element(s *contract.Shape, m *contract.Member, list *source.Node) *draft {
	if s.Element.Kind == contract.Structure {
		return k.structure(s.Element, list)
	}
	return k.value(s.Element, m, valuesIn(list, ""))
}

// list makes a list with as many elements as it needs.
func (k mould) list(s *contract.Shape) *draft {
	v := list()
	if k.typed && s.Element.Kind == contract.Structure {
		v.children = []*draft{k.structure(s.Element, nil)}
		return v
	}
	if k.typed {
		return k.empty(v)
	}
	var taken []string
	for range bound(s.Min, 0) {
		e := k.value(s.Element, nil, taken)
		taken = append(taken, strings.Trim(e.json, `"`))
		v.children = append(v.children, e)
	}
	return v
}

func (k mould) text(s *contract.Shape, m *contract.Member, taken []string) *draft {
	free := without(s.Enum, append(taken, s.Refused...))
	switch {
	case m != nil && m.ARN != "":
		arn := k.t.arn(m.ARN)
		return blank(source.Quote(arn), 1+examplePart(arn), 1+len(arn))
	case len(s.Enum) == 1:
		return inside(s.Enum[0])
	case k.typed:
		return inside("")
	case m != nil && m.Default != "":
		return scalar(m.Default)
	case len(free) > 0:
		return inside(free[0])
	case len(s.Enum) > 0:
		return inside(s.Enum[0])
	case m != nil && len(m.Placeholders) > 0:
		// A message is of no use without them, and some are refused.
		var all []string
		for _, p := range m.Placeholders {
			all = append(all, p.Text)
		}
		return inside(strings.Join(all, " "))
	}
	return inside("")
}

// inside is a string with all between its quotes to be typed.
func inside(text string) *draft {
	json := source.Quote(text)
	return blank(json, 1, len(json)-1)
}

func (k mould) integer(s *contract.Shape, m *contract.Member, taken []string) string {
	if m != nil && m.Default != "" {
		return m.Default
	}
	least := max(bound(s.Min, 0), 0)
	for n := least; n <= bound(s.Max, least); n++ {
		if text := strconv.FormatInt(n, 10); !slices.Contains(taken, text) {
			return text
		}
	}
	return strconv.FormatInt(least, 10)
}

// boolean is the word to start from: who writes a member out wants the other than the
// default, and a form the default itself.
func (k mould) boolean(m *contract.Member) string {
	if k.typed && m != nil && m.Default == "false" || !k.typed && m != nil && m.Default == "true" {
		return "true"
	}
	return "false"
}

func bound(limit *int64, otherwise int64) int64 {
	if limit == nil {
		return otherwise
	}
	return *limit
}

func without(values, taken []string) []string {
	var free []string
	for _, v := range values {
		if !slices.Contains(taken, v) {
			free = append(free, v)
		}
	}
	return free
}

// valuesIn returns the scalars of a list, or those that its objects have under a name.
func valuesIn(list *source.Node, name string) []string {
	var values []string
	if list == nil {
		return nil
	}
	for _, n := range list.Children {
		if name != "" {
			n = n.Member(name)
		}
		if n != nil && (n.Kind == source.String || n.Kind == source.Number) {
			values = append(values, n.Text)
		}
	}
	return values
}

// arn fills the contract's pattern of an ARN with the account's Region and number.
func (t *Text) arn(pattern string) string {
	return "arn:" + t.account.Partition() + ":" +
		strings.NewReplacer("{region}", t.account.Region, "{account}", t.account.ID).Replace(pattern)
}

// examplePart is where the part of an example ARN begins that is to be replaced.
func examplePart(arn string) int { return strings.LastIndexAny(arn, ":/") + 1 }
