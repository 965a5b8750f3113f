package language

import (
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/names"
	"userpoolplayground/internal/source"
)

// options writes in a command of the AWS CLI for a POSIX shell: its options are words, and what is
// below one is JSON between single quotes, or a plain word of the shorthand.
type options struct{}

// bare reports whether no shell changes a word, shorthandWord whether it is a name or a value of the shorthand,
// and flag whether it is the name of an option.
func bare(text string) bool          { return consists(text, letters+".:/@%+-") }
func shorthandWord(text string) bool { return consists(text, letters+"-") }
func flag(text string) bool          { return strings.HasPrefix(text, "--") && shorthandWord(text) }

// singly and doubly report whether a word stands in quotes in which a shell changes nothing.
func singly(text string) bool { return quotedBy(text, "'", "'") }
func doubly(text string) bool { return quotedBy(text, `"`, "\"$`\\!") }

func quotedBy(text, quote, without string) bool {
	inner, opened := strings.CutPrefix(text, quote)
	inner, closed := strings.CutSuffix(inner, quote)
	return opened && closed && !strings.ContainsAny(inner, without)
}

// gap is where what stands before an option begins, on its line or over two.
func gap(text string) int {
	for {
		rest := strings.TrimRight(text, " \t")
		if line := strings.TrimSuffix(strings.TrimSuffix(rest, "\n"), "\r"); line != rest && strings.HasSuffix(line, `\`) {
			rest = line[:len(line)-1]
		}
		if rest == text {
			return len(text)
		}
		text = rest
	}
}

// ownLine is what stands before the last option that begins a line, "" where none does.
func ownLine(command string) string {
	for end := len(command); ; {
		at := strings.LastIndex(command[:end], "--")
		if at < 0 {
			return ""
		}
		if from := gap(command[:at]); strings.Contains(command[from:at], "\n") {
			return command[from:at]
		}
		end = at
	}
}

// Replace puts a value in the place of another.
func (options) Replace(d *source.Document, n *source.Node, json string) []source.Edit {
	if edits, ok := between(d, n, func(j *source.Document, n *source.Node) []source.Edit { return j.Replace(n, json) }); ok {
		return edits
	}
	was, value := d.Text[n.Start:n.End], source.Parse(json).Root
	if value.Kind >= source.Array || n.Kind >= source.Array {
		return nil
	}
	text := written(value)
	switch {
	case option(d, n):
		if word := wordLike(was, text); word != "" {
			return []source.Edit{{Start: n.Start, End: n.End, Insert: word}}
		}
	case was == written(n) && shorthandWord(was) && shorthandWord(text):
		return []source.Edit{{Start: n.Start, End: n.End, Insert: text}}
	}
	return nil
}

// Rename gives a member another name.
func (options) Rename(d *source.Document, n *source.Node, name string) []source.Edit {
	was, _, _ := strings.Cut(d.Text[n.NameStart:n.NameEnd], "=")
	if !flag(was) {
		if edits, ok := between(d, n, func(j *source.Document, n *source.Node) []source.Edit { return j.Rename(n, name) }); ok {
			return edits
		}
		if !shorthandWord(was) || !strings.HasPrefix(d.Text[n.NameEnd:], "=") {
			return nil
		}
	}
	return []source.Edit{{Start: n.NameStart, End: n.NameStart + len(was), Insert: name}}
}

// Remove takes a member or an element out of its parent.
func (options) Remove(d *source.Document, n *source.Node) []source.Edit {
	start, end := n.Start, wordEnd(d.Text, n)
	if option(d, n) {
		start = n.NameStart
	} else if edits, ok := between(d, n, (*source.Document).Remove); ok {
		return edits
	} else if n.Parent == nil || !option(d, n.Parent) || n.Parent.Kind != source.Array || len(n.Parent.Children) < 2 || n.Kind >= source.Array || !isWord(d.Text[n.Start:n.End]) {
		return nil
	}
	before := gap(d.Text[:start])
	if before == start || end < 0 {
		return nil
	}
	return []source.Edit{{Start: before, End: end}}
}

// Add gives an object a member that it does not have.
func (options) Add(d *source.Document, object *source.Node, name, json string) []source.Edit {
	if object.Parent != nil {
		edits, _ := between(d, object, func(j *source.Document, n *source.Node) []source.Edit { return j.SetMember(n, name, json) })
		return edits
	}
	member := contract.Newest().Request.Member(name)
	value := source.Parse(json).Root
	if member == nil || value == nil {
		return nil
	}
	words := []string{names.Option(member)}
	switch {
	case value.Kind == source.Array && len(value.Children) > 0 && member.Shape.Element != nil && member.Shape.Element.Scalar():
		for _, c := range value.Children {
			words = append(words, word(written(c)))
		}
	case value.Kind >= source.Array:
		words = append(words, word(json))
	default:
		words = append(words, word(written(value)))
	}
	before := " "
	switch all := d.Text[object.Start:object.End]; {
	case strings.HasSuffix(all, `\`): // the next line is still to be written
		before = "\n  "
	case strings.Contains(all, "\n"):
		if before = ownLine(all); before == "" {
			return nil
		}
	}
	return []source.Edit{{Start: object.End, End: object.End, Insert: before + strings.Join(words, " ")}}
}

// Append adds an element to the end of a list.
func (options) Append(d *source.Document, list *source.Node, json string) []source.Edit {
	if edits, ok := between(d, list, func(j *source.Document, n *source.Node) []source.Edit { return j.Append(n, json) }); ok {
		return edits
	}
	value := source.Parse(json).Root
	if !option(d, list) || value.Kind >= source.Array || len(list.Children) == 0 || d.Text[list.Start-1] == '=' {
		return nil
	}
	last := list.Children[len(list.Children)-1]
	if last.Kind >= source.Array || last.End != list.End || !isWord(d.Text[last.Start:last.End]) {
		return nil
	}
	return []source.Edit{{Start: list.End, End: list.End, Insert: " " + word(written(value))}}
}

// option reports whether a node is what an option of the command has as its value.
func option(d *source.Document, n *source.Node) bool {
	return n.Parent != nil && n.Parent.Parent == nil && n.NameEnd > n.NameStart && n.NameStart < n.Start && strings.HasPrefix(d.Text[n.NameStart:], "--")
}

// written is a scalar as a word before it is quoted.
func written(n *source.Node) string {
	switch n.Kind {
	case source.True:
		return "true"
	case source.False:
		return "false"
	}
	return n.Text
}

func isWord(text string) bool {
	return bare(text) || singly(text) || doubly(text)
}

// wordLike writes a word in the quotes of another, "" where that is more than one text.
func wordLike(was, text string) string {
	switch quoted := `"` + text + `"`; {
	case !isWord(was):
		return ""
	case doubly(was) && doubly(quoted):
		return quoted
	case bare(was):
		return word(text)
	}
	return quoteWord(text)
}

// word writes a text as one word of a shell.
func word(text string) string {
	if bare(text) {
		return text
	}
	return quoteWord(text)
}

func quoteWord(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }

// wordEnd returns the end of the word that a value ends in, its quote included; negative where that is not sure.
func wordEnd(text string, n *source.Node) int {
	end := n.End
	if quote := text[max(n.Start, 1)-1]; end < len(text) && (quote == '\'' || quote == '"') && text[end] == quote {
		end++
	}
	if end < len(text) && strings.IndexByte(" \t\r\n;|&)`", text[end]) < 0 {
		return -1
	}
	return end
}

// between changes JSON that stands between single quotes, in which a shell changes nothing. ok is
// false where a node is in none.
func between(d *source.Document, n *source.Node, change func(*source.Document, *source.Node) []source.Edit) (edits []source.Edit, ok bool) {
	at := n.Start
	if n.NameEnd > n.NameStart && d.Text[n.NameStart] == '"' {
		at = n.NameStart
	}
	from := strings.LastIndexByte(d.Text[:at], '\'') + 1
	length := strings.IndexByte(d.Text[at:], '\'')
	if from == 0 || length < 0 || option(d, n) && n.Start != from {
		return nil, false
	}
	j := source.Parse(d.Text[from : at+length])
	there := find(j.Root, n, from)
	if !j.Faithful || there == nil || j.Root.Kind < source.Array {
		return nil, false
	}
	for _, e := range change(j, there) {
		if strings.Contains(e.Insert, "'") {
			return nil, true
		}
		edits = append(edits, source.Edit{Start: from + e.Start, End: from + e.End, Insert: e.Insert})
	}
	return edits, true
}

// find returns the node of JSON that stands where another does, in a text from which it was cut out.
func find(in, n *source.Node, from int) *source.Node {
	if in == nil {
		return nil
	}
	if in.Start+from == n.Start && in.End+from == n.End || in.NameEnd > in.NameStart && in.NameStart+from == n.NameStart && in.NameEnd+from == n.NameEnd {
		return in
	}
	for _, c := range in.Children {
		if found := find(c, n, from); found != nil {
			return found
		}
	}
	return nil
}
