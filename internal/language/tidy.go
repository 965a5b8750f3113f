package language

import (
	"strings"

	"userpoolplayground/internal/source"
)

// Tidy is a change as the language's own formatter would leave it, where the text around it was so before: terraform
// fmt lines up the = of the arguments that stand one below the other.
func Tidy(hand, text string, edits []source.Edit) []source.Edit {
	if hand != "terraform" || len(edits) == 0 {
		return edits
	}
	last := edits[len(edits)-1].End
	from, to := strings.LastIndex(text[:edits[0].Start], "\n\n")+1, len(text)
	if next := strings.Index(text[last:], "\n\n"); next >= 0 {
		to = last + next + 1
	}
	changed, at := "", from
	for _, e := range edits {
		if e.Start < at {
			return edits
		}
		changed += text[at:e.Start] + e.Insert
		at = e.End
	}
	changed += text[at:to]
	if was, sure := linedUp(text[from:to]); !sure || was != text[from:to] {
		return edits
	}
	wanted, sure := linedUp(changed)
	if !sure || wanted == changed {
		return edits
	}
	for from < to && wanted != "" && text[from] == wanted[0] {
		from, wanted = from+1, wanted[1:]
	}
	for from < to && wanted != "" && text[to-1] == wanted[len(wanted)-1] {
		to, wanted = to-1, wanted[:len(wanted)-1]
	}
	return []source.Edit{{Start: from, End: to, Insert: wanted}}
}

// linedUp is a text with its arguments lined up. sure is false where one has a comment, which would be lined up, too.
func linedUp(text string) (lined string, sure bool) {
	var group [][2]string // names with what is before them, and values
	width := 0
	flush := func() {
		for _, a := range group {
			lined += a[0] + strings.Repeat(" ", width-len(a[0])) + " =" + a[1]
		}
		group, width = nil, 0
	}
	sure = true
	for line := range strings.SplitAfterSeq(text, "\n") {
		head, value, found := strings.Cut(line, "=")
		head = strings.TrimRight(head, " \t")
		if !found || !consists(strings.TrimLeft(head, " \t"), letters+"-") || strings.HasPrefix(value, "=") || strings.Contains(value, "<<") || !balanced(value) {
			flush()
			lined += line
			continue
		}
		sure = sure && !commented(value[strings.LastIndexByte(value, '"')+1:])
		group = append(group, [2]string{head, value})
		width = max(width, len(head))
	}
	flush()
	return lined, sure
}
