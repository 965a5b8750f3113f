package foreign

import (
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

// Blocks of other languages inside of a text: Markdown's fences. Each block is read as a text of
// its own, whose places are then moved to where it stands.

// block is a part of a text, in bytes.
type block struct{ from, to int }

// blocks finds the fenced blocks of a text.
func blocks(text string) []block {
	var found []block
	open, fence := -1, ""
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text) - at
		}
		line := strings.TrimLeft(text[at:at+end], " \t>")
		switch {
		case open < 0 && (strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~")):
			fence = line[:3]
			open = min(at+end+1, len(text))
		case open >= 0 && strings.HasPrefix(line, fence) && strings.Trim(line, fence[:1]+" \t\r") == "":
			found = append(found, block{open, at})
			open = -1
		}
		at += end + 1
	}
	if open >= 0 {
		found = append(found, block{open, len(text)})
	}
	return found
}

// readBlocks reads the pools of all blocks, and maps the one that is chosen, or the first.
func readBlocks(text string, o Options) reading.Document {
	all := reading.Document{Chosen: -1}
	type found struct {
		block
		reading.Document
	}
	var read []found
	taken := map[string]bool{}
	for _, b := range blocks(text) {
		part := text[b.from:b.to]
		inner := o
		inner.Resource, inner.Offset = "", -1
		if o.Offset >= b.from && o.Offset <= b.to {
			inner.Offset = o.Offset - b.from
		}
		d := ofBlock(part, inner)
		if len(d.Pools) == 0 {
			continue
		}
		for i, p := range d.Pools {
			id := p.ID
			for n := 2; taken[id]; n++ {
				id = p.ID + " (" + string(rune('0'+min(n, 9))) + ")"
			}
			taken[id] = true
			if o.Resource == id {
				inner.Resource = p.ID
				d = ofBlock(part, inner)
				all.Chosen = len(all.Pools)
			}
			if inner.Offset >= 0 && i == d.Chosen {
				all.Chosen = len(all.Pools)
			}
			all.Pools = append(all.Pools, reading.Pool{ID: id, Start: p.Start + b.from, End: p.End + b.from})
		}
		read = append(read, found{b, d})
	}
	if len(read) == 0 {
		all.Told = []reading.Told{{Rule: "no-pool", Stage: diagnostic.Tool, Severity: diagnostic.Error, Message: "None of the blocks of this text has a user pool in it."}}
		return all
	}
	all.Chosen = max(all.Chosen, 0)
	first := 0
	for _, f := range read {
		if all.Chosen < first+len(f.Pools) {
			d := f.Document
			moved(&d, f.from)
			d.Pools, d.Chosen = all.Pools, all.Chosen
			if len(all.Pools) > 1 {
				d.Language = ""
			}
			return d
		}
		first += len(f.Pools)
	}
	return all
}

// ofBlock reads one block, a request in JSON among others.
func ofBlock(part string, o Options) reading.Document {
	parsed := source.Parse(part)
	if kind, reader := language.Recognise(part, parsed); kind == language.Request && reader == "" && parsed.Faithful {
		root := parsed.Root
		return reading.Document{Language: kind, Root: root, Pools: []reading.Pool{{ID: kind, Start: root.Start, End: root.End}}}
	}
	if strings.Contains(part, "```") {
		return reading.Document{Chosen: -1}
	}
	return Read(part, o)
}

// moved moves all places of a document.
func moved(d *reading.Document, by int) {
	for i := range d.Told {
		d.Told[i].Start, d.Told[i].End = d.Told[i].Start+by, d.Told[i].End+by
		for _, f := range d.Told[i].Fixes {
			for j := range f.Edits {
				f.Edits[j].Start, f.Edits[j].End = f.Edits[j].Start+by, f.Edits[j].End+by
			}
		}
	}
	for i := range d.Parameters {
		d.Parameters[i].Start, d.Parameters[i].End = d.Parameters[i].Start+by, d.Parameters[i].End+by
	}
	var visit func(n *source.Node)
	visit = func(n *source.Node) {
		n.Start, n.End = n.Start+by, n.End+by
		if n.NameEnd > n.NameStart {
			n.NameStart, n.NameEnd = n.NameStart+by, n.NameEnd+by
		}
		for _, c := range n.Children {
			visit(c)
		}
	}
	if d.Root != nil {
		visit(d.Root)
	}
}
