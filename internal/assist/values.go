package assist

import (
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

// values offers the values of a shape, for a member's value or for an element of a list.
// m is the member, or the one whose list it is.
func (c *completer) values(s *contract.Shape, m *contract.Member) {
	p := c.place
	if s == nil || p.node != nil && p.node.Kind >= source.Array {
		return
	}
	var array *source.Node
	if p.container.Kind == source.Array {
		array = p.container
	}
	text := p.node != nil && p.node.Kind == source.String
	switch {
	case s.Kind == contract.Boolean:
		for _, word := range []string{"true", "false"} {
			c.put(Completion{Label: word, Kind: Value, Detail: defaultWord(m, array, word)}, scalar(word))
		}
	case s.Kind == contract.Integer:
		c.integers(s, m)
	case len(s.Enum) > 0:
		for _, v := range without(s.Enum, append(c.others(array), s.Refused...)) {
			c.put(Completion{
				Label: v, Kind: Value, Detail: defaultWord(m, array, source.Quote(v)), Documentation: s.Description, Since: s.ValueSince(v),
			}, scalar(source.Quote(v)))
		}
	case s.Kind == contract.String && m != nil && array == nil:
		c.texts(s, m)
	case s.Kind == contract.String && !text:
		c.put(Completion{Label: `""`, Kind: Value, Detail: "text", Documentation: s.Description}, inside(""))
	case s.Kind >= contract.List && (p.node == nil || p.node.Kind == 0):
		c.container(s, m, array)
	}
}

// others are the values in a list beside the one that the cursor is in.
func (c *completer) others(array *source.Node) []string {
	var values []string
	if array != nil {
		for _, n := range array.Children {
			if n != c.place.node && n.Kind == source.String {
				values = append(values, n.Text)
			}
		}
	}
	return values
}

// defaultWord says that a value is what comes of leaving the member out.
func defaultWord(m *contract.Member, array *source.Node, json string) string {
	if m != nil && array == nil && m.Default == json {
		return "default"
	}
	return ""
}

// few is how many numbers are worth listing.
const few = 10

func (c *completer) integers(s *contract.Shape, m *contract.Member) {
	least, most := bound(s.Min, 0), bound(s.Max, 1<<31-1)
	offered := map[string]bool{}
	offer := func(json string) {
		if !offered[json] {
			offered[json] = true
			c.put(Completion{Label: json, Kind: Value, Detail: defaultWord(m, nil, json), Documentation: s.Description}, scalar(json))
		}
	}
	if m != nil && m.Default != "" {
		offer(m.Default)
	}
	if most-least < few {
		for n := least; n <= most; n++ {
			offer(strconv.FormatInt(n, 10))
		}
	}
}

// texts offers what is known of a text that may be any.
func (c *completer) texts(s *contract.Shape, m *contract.Member) {
	p := c.place
	for _, v := range s.Examples {
		c.put(Completion{Label: v, Kind: Value, Documentation: s.Description}, scalar(source.Quote(v)))
	}
	switch {
	case m.ARN != "":
		c.arns(m)
	case m.Suggest == "standard-attributes":
		c.attributes(s, m)
	case len(m.Placeholders) > 0 && p.node != nil && p.node.Kind == source.String && c.offset > p.node.Start:
		c.placeholders(m)
	case len(s.Examples) == 0 && (p.node == nil || p.node.Kind == 0):
		c.put(Completion{Label: `""`, Kind: Value, Detail: "text", Documentation: m.Description}, inside(""))
	}
}

// arns offers an ARN to fill in, and those of the same service that the request names.
func (c *completer) arns(m *contract.Member) {
	arn := c.t.arn(m.ARN)
	json := source.Quote(arn)
	c.put(Completion{Label: arn, Kind: ARN, Detail: "to fill in", Documentation: m.Description}, blank(json, 1+examplePart(arn), 1+len(arn)))
	service, _, _ := strings.Cut(m.ARN, ":")
	seen := map[string]bool{arn: true}
	var visit func(v *request.Value)
	visit = func(v *request.Value) {
		parts := strings.SplitN(v.Text(), ":", 4)
		if v.Node != c.place.node && len(parts) == 4 && parts[2] == service && v.Member != nil && v.Member.ARN == m.ARN && !seen[v.Text()] {
			seen[v.Text()] = true
			c.put(Completion{Label: v.Text(), Kind: ARN, Detail: "as in " + v.Name, Documentation: m.Description}, scalar(source.Quote(v.Text())))
		}
		for _, child := range v.Children {
			visit(child)
		}
	}
	visit(c.t.request.Root)
}

// attributes offers the names of standard attributes that no other element of the list has.
func (c *completer) attributes(s *contract.Shape, m *contract.Member) {
	object := c.place.node.Parent
	var array *source.Node
	if object.Parent != nil && object.Parent.Kind == source.Array {
		array = object.Parent
	}
	used := map[string]int{}
	for _, name := range valuesIn(array, m.Name) {
		used[name]++
	}
	used[c.place.node.Text]--
	for _, a := range contract.CreateOrder().Standard {
		if used[a.Name] > 0 || int64(len(a.Name)) > bound(s.Max, int64(len(a.Name))) {
			continue
		}
		c.put(Completion{Label: a.Name, Kind: Value, Detail: "standard attribute, " + a.DataType, Documentation: a.Description}, scalar(source.Quote(a.Name)))
	}
}

// placeholders offers what the service replaces in a message, at the cursor inside it.
func (c *completer) placeholders(m *contract.Member) {
	p := c.place
	text := c.t.Document.Text
	begun := typedPlaceholder(text[p.word:c.offset])
	for _, h := range m.Placeholders {
		typed := text[c.offset-begun : c.offset]
		if strings.Contains(p.node.Text, h.Text) || !alike(h.Text, typed) {
			continue
		}
		json := source.Quote(h.Text)
		json = json[1 : len(json)-1]
		var w writing
		w.WriteString(json)
		if words := strings.Trim(json, "{#}"); words != "" && strings.HasPrefix(json, "{##") {
			w.hole(strings.Index(json, words), strings.Index(json, words)+len(words))
		}
		own := *c
		own.found = nil
		end := c.offset
		if begun > 0 && strings.HasPrefix(text[end:], "}") {
			end++ // the bracket that an editor closes by itself
		}
		own.place.word, own.place.start, own.place.end = c.offset-begun, c.offset-begun, end
		own.offer(Completion{Label: h.Text, Kind: Placeholder, Documentation: h.Description}, &w, "", "")
		c.found = append(c.found, own.found...)
	}
}

// typedPlaceholder is how many bytes at the end of a text begin a placeholder.
func typedPlaceholder(text string) int {
	open := strings.LastIndexByte(text, '{')
	if open < 0 || strings.IndexByte(text[open:], '}') >= 0 || strings.IndexByte(text[open:], ' ') >= 0 {
		return 0
	}
	return len(text) - open
}

// alike reports whether a placeholder could be what is begun: {# may become {##words##}.
func alike(placeholder, typed string) bool {
	return strings.HasPrefix(placeholder, typed) || strings.HasPrefix(placeholder, "{##") && strings.HasPrefix(typed, "{##")
}

// container offers brackets to go on in.
func (c *completer) container(s *contract.Shape, m *contract.Member, array *source.Node) {
	about := Completion{Label: "{ … }", Kind: Block, Detail: s.Name, Documentation: s.Description}
	if s.Kind == contract.List {
		about.Label, about.Kind = "[ … ]", Value
	}
	v := mould{c.t, true}.value(s, m, nil)
	if s.Kind == contract.Structure {
		v = mould{c.t, true}.structure(s, array)
	}
	c.put(about, v)
}
