package language

import (
	"regexp"
	"slices"
	"strings"

	"userpoolplayground/internal/source"
)

// Tidy is a change as the language's own formatter would leave it, where the text was so before: terraform fmt lines up
// the = of the arguments that stand one below the other.
func Tidy(hand, text string, edits []source.Edit) []source.Edit {
	if hand != "terraform" || len(edits) == 0 {
		return edits
	}
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b source.Edit) int { return a.Start - b.Start })
	var changed strings.Builder
	type stretch struct{ from, old, edit int } // where it begins in the changed text, and in the text or in an edit
	var made []stretch
	at := 0
	for i, e := range edits {
		if e.Start < at {
			return edits
		}
		made = append(made, stretch{changed.Len(), at, -1})
		changed.WriteString(text[at:e.Start])
		made = append(made, stretch{changed.Len(), 0, i})
		changed.WriteString(e.Insert)
		at = e.End
	}
	made = append(made, stretch{changed.Len(), at, -1})
	changed.WriteString(text[at:])

	even := map[int]bool{} // by where the = stands, whether it is lined up
	for _, group := range arguments(text) {
		width := group.width()
		lined := !slices.ContainsFunc(group, func(a argument) bool { return a.noted || a.equals-a.name != width })
		for _, a := range group {
			even[a.equals] = lined
		}
	}
	var more []source.Edit
	for _, group := range arguments(changed.String()) {
		width := group.width()
		var own []source.Edit
		inserted := map[int][]argument{}
		for _, a := range group {
			i := len(made) - 1
			for made[i].from > a.name {
				i--
			}
			s := made[i]
			whole := i+1 == len(made) || a.equals < made[i+1].from
			gap := strings.Repeat(" ", width-(a.end-a.name))
			switch {
			case s.edit >= 0 && whole:
				inserted[s.edit] = append(inserted[s.edit], argument{name: a.name - s.from, end: a.end - s.from, equals: a.equals - s.from})
			case whole && even[s.old+a.equals-s.from]:
				if a.equals-a.name != width {
					own = append(own, source.Edit{Start: s.old + a.end - s.from, End: s.old + a.equals - s.from, Insert: gap})
				}
			default:
				own, inserted = nil, nil
			}
			if inserted == nil {
				break
			}
		}
		for i, all := range inserted {
			for _, a := range slices.Backward(all) {
				text := edits[i].Insert
				edits[i].Insert = text[:a.end] + strings.Repeat(" ", width-(a.end-a.name)) + text[a.equals:]
			}
		}
		more = append(more, own...)
	}
	edits = append(edits, more...)
	slices.SortStableFunc(edits, func(a, b source.Edit) int { return a.Start - b.Start })
	return edits
}

// argument is one on a line of its own: where its name begins and ends, and its =.
type argument struct {
	name, end, equals int
	// noted is set where a comment follows, which would have to be lined up, too.
	noted bool
}

type lines []argument

// width is how far the = of some lines stands behind where their names begin.
func (l lines) width() (width int) {
	for _, a := range l {
		width = max(width, a.end-a.name+1)
	}
	return width
}

var argumentLine = regexp.MustCompile(`^[ \t]*([A-Za-z_][\w-]*)([ \t]*)=[ \t]*[^=\s]`)

// arguments are those of a text that stand one below the other.
func arguments(text string) (groups []lines) {
	var group lines
	at := 0
	for line := range strings.Lines(text) {
		found := argumentLine.FindStringSubmatchIndex(strings.TrimRight(line, "\r\n"))
		if found != nil && !strings.Contains(line, "<<") && balanced(strings.TrimRight(line[found[5]:], "\r\n")) {
			group = append(group, argument{at + found[2], at + found[3], at + found[5], commented(line)})
		} else if len(group) > 0 {
			groups, group = append(groups, group), nil
		}
		at += len(line)
	}
	if len(group) > 0 {
		groups = append(groups, group)
	}
	return groups
}
