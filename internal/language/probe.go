package language

import (
	"regexp"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

// Completion in a text that a reader has to parse: where something is typed the text is mostly broken. So
// it is read with a word of ours there, [reading.Typed], as a name and as a value, and what the reading
// says of that word is what could stand there.

// Probe is such a text.
type Probe struct {
	Text string
	// At is where the word stands in it, in bytes.
	At int
	// From and To enclose, in the text that is written, what was typed already.
	From, To int
	// quote is what the name or the value stands in, "" for none; sign is what stands behind a name, ""
	// where the text has it already, text the quote of texts, and comma what has to stand behind the value.
	quote, sign, text, comma string
	// indent is that of the line.
	indent string
}

// form is how names and values stand in a language.
type form struct {
	signs []string
	// quoted is the quote of names for each of the signs.
	quoted []string
	value  string
	commas bool
}

var forms = map[string]form{
	"yaml":   {signs: []string{": "}, quoted: []string{""}},
	"hcl":    {signs: []string{" = "}, quoted: []string{""}, value: `"`},
	JSON:     {signs: []string{": "}, quoted: []string{`"`}, value: `"`, commas: true},
	"code":   {signs: []string{": "}, quoted: []string{""}, value: `'`, commas: true},
	"python": {signs: []string{"=", ": "}, quoted: []string{"", `"`}, value: `"`, commas: true},
	"r":      {signs: []string{" = "}, quoted: []string{""}, value: `"`, commas: true},
	"shell":  {signs: []string{" "}, quoted: []string{""}},
}

var signed = regexp.MustCompile(`^[ \t]*(?::|=(?:[^=]|$))`)

// Probes returns the texts to read for a place in a text, the likelier first; none in a language in which
// nothing is offered.
func Probes(reader, text string, offset int) []Probe {
	f, known := forms[reader]
	if !known {
		return nil
	}
	from, to := offset, offset
	for from > 0 && strings.IndexByte(letters+"-", text[from-1]) >= 0 {
		from--
	}
	for to < len(text) && strings.IndexByte(letters+"-", text[to]) >= 0 {
		to++
	}
	line := strings.LastIndexByte(text[:from], '\n') + 1
	quote := ""
	if q := text[line:from]; q != "" && strings.IndexByte("\"'`", q[len(q)-1]) >= 0 && strings.Count(q, q[len(q)-1:])%2 == 1 {
		quote = q[len(q)-1:]
		from--
		if to < len(text) && text[to] == quote[0] {
			to++
		}
	}
	indent := text[line:from]
	indent = indent[:len(indent)-len(strings.TrimLeft(indent, " \t"))]
	if rest := text[line+len(indent):]; reader == "yaml" && strings.HasPrefix(rest, "- ") {
		indent += "  "
	}
	after := text[to:]
	comma := ""
	if next := strings.TrimLeft(after, " \t\r\n"); f.commas && next != "" && !strings.ContainsAny(next[:1], ",)]}") {
		comma = ","
	}
	probe := func(quote, sign, value, comma string) Probe {
		return Probe{
			Text: text[:from] + quote + reading.Typed + quote + value + comma + after, At: from + len(quote), From: from, To: to,
			quote: quote, sign: sign, text: f.value, comma: comma, indent: indent,
		}
	}
	// What stands before often tells which of the two it is.
	before := strings.TrimRight(text[:from], " \t\r\n")
	last := before[max(len(before)-1, 0):]
	if !f.commas {
		last = strings.TrimRight(text[line:from], " \t")
		last = last[max(len(last)-1, 0):]
	}
	var all []Probe
	if last == ":" || last == "=" {
	} else if signed.MatchString(after) && reader != "shell" {
		all = append(all, probe(quote, "", "", ""))
	} else {
		for i, sign := range f.signs {
			name := f.quoted[i]
			if quote != "" && name != "" {
				name = quote
			}
			if reader == "shell" && !strings.HasPrefix(text[from:to], "-") || quote != "" && name == "" {
				continue
			}
			if reader == "shell" {
				p := probe("", sign, " 0", "")
				p.Text, p.At = text[:from]+"--"+reading.Typed+" 0"+after, from+2
				all = append(all, p)
				continue
			}
			all = append(all, probe(name, sign, sign+"0", comma))
		}
	}
	if last == "{" || last == "(" {
		return all
	}
	value := f.value
	if quote != "" {
		value = quote
	}
	return append(all, probe(value, "", "", comma))
}

// Name is a name as it is written, with what its value begins with, and where to go on in it, in bytes.
func (p Probe) Name(writer source.Hand, called string, s *contract.Shape) (text string, caret int) {
	text = p.quote + called + p.quote
	if p.sign == "" {
		return text, len(text)
	}
	h, ok := writer.(*hand)
	if !ok { // an option
		return text + p.sign, len(text) + len(p.sign)
	}
	structure := s.Kind == contract.Structure || s.Kind == contract.Map
	before, behind := p.sign, ""
	switch {
	case h.braces && holdsStructures(s):
		before, behind = " {\n"+p.indent+"  ", "\n"+p.indent+"}"
	case h.lines && !h.braces && structure:
		before = ":\n" + p.indent + "  "
	case h.lines && !h.braces && s.Kind == contract.List:
		before = ":\n" + p.indent + "  - "
	case h.lines && !h.braces:
	case structure:
		before, behind = p.sign+strings.TrimSpace(h.object[0]), strings.TrimSpace(h.object[1])
	case s.Kind == contract.List:
		before, behind = p.sign+h.list[0], h.list[1]
	case s.Kind == contract.String:
		before, behind = p.sign+p.text, p.text
	}
	return text + before + behind + p.comma, len(text) + len(before)
}

// Value is a value of the contract's as it is written, in the quotes that were typed.
func (p Probe) Value(h source.Hand, json string) string {
	value := source.Parse(json).Root
	if value == nil || value.Kind >= source.Array {
		return ""
	}
	text := written(value)
	switch h := h.(type) {
	case *hand:
		switch {
		case value.Kind != source.String:
			text, _ = h.value(value, nil)
		case h.lines && !h.braces && p.quote == "" && plain.MatchString(text):
		case p.quote != "" && !strings.Contains(text, p.quote) && !strings.Contains(text, `\`):
			text = p.quote + text + p.quote
		default:
			text, _ = h.value(value, nil)
		}
	case options:
		text = word(text)
	}
	return text + p.comma
}
