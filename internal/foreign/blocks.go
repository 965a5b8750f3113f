package foreign

import (
	"regexp"
	"slices"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

// Blocks of other languages inside of a text: Markdown's fences. Each block is read as a text of
// its own, whose places are then moved to where it stands.

// block is a part of a text, in bytes, as it reads there.
type block struct {
	from, to int
	text     string
	// places are where its bytes stand, and its end; nil where it stands as it reads.
	places []int
	// holes matches what has another value put in its place, nil for nothing.
	holes *regexp.Regexp
	// opened are the places in its text where something else is put in.
	opened []hole
}

func (b block) place(at int) int {
	if b.places != nil {
		return b.places[min(max(at, 0), len(b.places)-1)]
	}
	return at + b.from
}

// blocks finds the fenced blocks of a text, the blocks of reStructuredText, which stand further in than
// what announces them, or the cells of a notebook.
func blocks(text string) []block {
	if document := source.Parse(text); document.Root.Member("cells") != nil {
		return cells(document)
	}
	var found []block
	open, fence, margin := -1, "", 0
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text) - at
		}
		line := strings.TrimLeft(text[at:at+end], " \t>")
		if deep := end - len(line); open >= 0 && fence == language.Directive && strings.TrimSpace(line) != "" && deep <= margin {
			found = append(found, block{from: open, to: at, text: text[open:at]})
			open = -1
		}
		switch {
		case open == at && fence == language.Directive && strings.HasPrefix(line, ":"): // an option
			open = min(at+end+1, len(text))
		case open < 0 && language.Announces(line):
			fence, margin = language.Directive, end-len(line)
			open = min(at+end+1, len(text))
		case open < 0 && (strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~")):
			fence = line[:3]
			open = min(at+end+1, len(text))
		case open >= 0 && fence != language.Directive && strings.HasPrefix(line, fence) && strings.Trim(line, fence[:1]+" \t\r") == "":
			found = append(found, block{from: open, to: at, text: text[open:at]})
			open = -1
		}
		at += end + 1
	}
	if open >= 0 {
		found = append(found, block{from: open, to: len(text), text: text[open:]})
	}
	return found
}

// cells are the cells of a Jupyter notebook, each a list of lines.
func cells(d *source.Document) []block {
	var found []block
	for _, cell := range d.Root.Member("cells").Children {
		lines := cell.Member("source")
		if lines == nil {
			continue
		}
		b := block{from: lines.Start, to: lines.End, places: []int{}}
		all := lines.Children
		if lines.Kind == source.String {
			all = []*source.Node{lines}
		}
		var joined strings.Builder
		for _, line := range all {
			if line.Kind != source.String {
				continue
			}
			// An escape is one place: the quoting of what it stands for is not looked into.
			raw := d.Text[line.Start:line.End]
			at := 1
			for _, c := range line.Text {
				for range len(string(c)) {
					b.places = append(b.places, line.Start+min(at, len(raw)-1))
				}
				switch {
				case at+1 < len(raw) && raw[at] == '\\' && raw[at+1] == 'u':
					if at += 6; c > 0xFFFF {
						at += 6
					}
				case at < len(raw) && raw[at] == '\\':
					at += 2
				default:
					at += len(string(c))
				}
			}
			joined.WriteString(line.Text)
		}
		b.places = append(b.places, lines.End)
		b.text = joined.String()
		found = append(found, b)
	}
	return found
}

// readBlocks reads the pools of all blocks, and maps the one that is chosen, or the first.
func readBlocks(text string, o Options) reading.Document {
	return readParts(blocks(text), o, func(d reading.Document) bool { return len(d.Pools) > 0 })
}

// announced matches what a log says of a line, which is no prompt and no part of a command, and coloured what changes the
// colours of a terminal.
var announced, coloured = regexp.MustCompile(`^[^"'$]*\w[^"'$]*$`), regexp.MustCompile("\x1b(?:\\[[\\d;]*[A-Za-z]?)?")

// unstamped is a text without what a log has put before its lines.
func unstamped(text string) block {
	var b strings.Builder
	places := make([]int, 0, len(text)+1)
	at := 0
	keep := func(to int) {
		b.WriteString(text[at:to])
		for ; at < to; at++ {
			places = append(places, at)
		}
	}
	for line := range strings.Lines(text) {
		end := at + len(line)
		if before := language.Stamp().FindString(line); before != "" {
			at += len(before)
			if i := strings.Index(text[at:end], " aws "); i >= 0 && strings.Contains(text[at+i:end], "cognito-idp") && announced.MatchString(text[at:at+i]) {
				at += i // which it says that it runs
			}
		}
		for _, colour := range coloured.FindAllStringIndex(line, -1) {
			if from := end - len(line) + colour[0]; from >= at {
				keep(from)
				at += colour[1] - colour[0]
			}
		}
		keep(end)
	}
	return block{to: len(text), text: b.String(), places: append(places, len(text))}
}

// readStamped reads a text without what a log has put before its lines.
func readStamped(text string, o Options) reading.Document {
	b := unstamped(text)
	plain := b.text
	o.answers = true
	if d := ofBlock(plain, o); len(d.Pools) == 0 {
		moved(&d, b.place)
		return d
	}
	return readParts([]block{b}, o, func(reading.Document) bool { return true })
}

// readParts reads the pools of parts that can be read.
func readParts(parts []block, o Options, readable func(reading.Document) bool) reading.Document {
	all := reading.Document{Chosen: -1}
	type found struct {
		block
		reading.Document
	}
	var read []found
	var broken *found // the first block that is of a language and can be read in part alone
	ids := labels{}
	for _, b := range parts {
		part := b.text
		inner := o
		inner.Resource, inner.Offset, inner.holes, inner.opened = "", -1, b.holes, b.opened
		if o.Offset >= b.from && o.Offset <= b.to {
			for inner.Offset = 0; inner.Offset < len(part) && b.place(inner.Offset) < o.Offset; {
				inner.Offset++
			}
		}
		d := ofBlock(part, inner)
		if !readable(d) {
			if broken == nil && slices.ContainsFunc(d.Told, func(t reading.Told) bool { return t.Stage == diagnostic.Syntax }) {
				broken = &found{b, d}
			}
			continue
		}
		for i, p := range d.Pools {
			id := ids.free(p.ID)
			if o.Resource == id {
				inner.Resource = p.ID
				d = ofBlock(part, inner)
				all.Chosen = len(all.Pools)
			}
			if inner.Offset >= 0 && i == d.Chosen {
				all.Chosen = len(all.Pools)
			}
			all.Pools = append(all.Pools, reading.Pool{ID: id, Start: b.place(p.Start), End: b.place(p.End)})
		}
		read = append(read, found{b, d})
	}
	if len(read) == 0 && broken != nil {
		moved(&broken.Document, broken.place)
		return broken.Document
	}
	if len(read) == 0 {
		all.Told = []reading.Told{{Rule: "no-pool", Stage: diagnostic.Tool, Severity: diagnostic.Note, Message: "None of the blocks of this text has a user pool in it."}}
		return all
	}
	all.Chosen = max(all.Chosen, 0)
	first := 0
	for _, f := range read {
		if all.Chosen < first+len(f.Pools) {
			d := f.Document
			moved(&d, f.place)
			if f.places != nil { // what is written has to be quoted once more
				d.Hand = ""
				for i := range d.Told {
					d.Told[i].Fixes = nil
				}
			}
			d.Pools, d.Chosen = all.Pools, all.Chosen
			return d
		}
		first += len(f.Pools)
	}
	return all
}

// ofBlock reads one block, a request in JSON among others.
func ofBlock(part string, o Options) reading.Document {
	parsed := source.Parse(part)
	if kind, reader := language.Recognise(part, parsed); (kind == language.Request || kind == language.Answer && o.answers) && reader == "" && parsed.Faithful {
		root := parsed.Root
		return reading.Document{Language: kind, Hand: "json", Root: root, Pools: []reading.Pool{{ID: kind, Start: root.Start, End: root.End}}}
	}
	if strings.Contains(part, "```") {
		return reading.Document{Chosen: -1}
	}
	return Read(part, o)
}

// moved moves all places of a document.
func moved(d *reading.Document, to func(int) int) {
	for i := range d.Told {
		d.Told[i].Start, d.Told[i].End = to(d.Told[i].Start), to(d.Told[i].End)
		for _, f := range d.Told[i].Fixes {
			for j := range f.Edits {
				f.Edits[j].Start, f.Edits[j].End = to(f.Edits[j].Start), to(f.Edits[j].End)
			}
		}
	}
	for i := range d.Parameters {
		d.Parameters[i].Start, d.Parameters[i].End = to(d.Parameters[i].Start), to(d.Parameters[i].End)
	}
	var visit func(n *source.Node)
	visit = func(n *source.Node) {
		n.Start, n.End = to(n.Start), to(n.End)
		if n.To > n.From {
			n.From, n.To = to(n.From), to(n.To)
		}
		if n.NameEnd > n.NameStart {
			n.NameStart, n.NameEnd = to(n.NameStart), to(n.NameEnd)
		}
		for _, c := range n.Children {
			visit(c)
		}
	}
	if d.Root != nil {
		visit(d.Root)
	}
}
