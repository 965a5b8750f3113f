package source

import (
	"slices"
	"strings"
)

// Write is a tree as the request would be typed, without what is not known.
func Write(n *Node) string {
	var b strings.Builder
	writeNode(&b, n, "", "  ")
	b.WriteByte('\n')
	return b.String()
}

// lineWidth is how long a list of scalars may be on one line.
const lineWidth = 80

func writeNode(b *strings.Builder, n *Node, indent, unit string) {
	open, closing := "{", "}"
	switch n.Kind {
	case Array:
		open, closing = "[", "]"
		if line := lineOf(n); len(indent)+len(line) <= lineWidth && line != "" {
			b.WriteString(line)
			return
		}
	case Object:
	default:
		b.WriteString(scalarJSON(n))
		return
	}
	b.WriteString(open)
	written := 0
	for _, c := range n.Children {
		if untold(c) {
			continue
		}
		if written++; written > 1 {
			b.WriteByte(',')
		}
		b.WriteString("\n" + indent + unit)
		if n.Kind == Object {
			b.WriteString(Quote(c.Name) + ": ")
		}
		writeNode(b, c, indent+unit, unit)
	}
	if written > 0 {
		b.WriteString("\n" + indent)
	}
	b.WriteString(closing)
}

// untold reports whether nothing of a value is known.
func untold(n *Node) bool {
	if n.Kind == Unknown {
		return true
	}
	return len(n.Children) > 0 && !slices.ContainsFunc(n.Children, func(c *Node) bool { return !untold(c) })
}

// lineOf is a list of scalars on one line, "" for any other.
func lineOf(n *Node) string {
	var all []string
	for _, c := range n.Children {
		switch c.Kind {
		case Array, Object:
			return ""
		case Unknown:
		default:
			all = append(all, scalarJSON(c))
		}
	}
	return "[" + strings.Join(all, ", ") + "]"
}

func scalarJSON(n *Node) string {
	switch n.Kind {
	case String:
		return Quote(n.Text)
	case Number:
		return n.Text
	case True:
		return "true"
	case False:
		return "false"
	}
	return "null"
}

// Adopt tells the nodes below their parents and places, in a tree that was not parsed.
func (n *Node) Adopt() {
	for i, c := range n.Children {
		c.Parent, c.Index = n, i
		c.Adopt()
	}
}
