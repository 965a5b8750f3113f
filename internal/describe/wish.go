package describe

import (
	"slices"
	"strconv"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// wish is one value of the request in the making. A nil wish is an absent one.
type wish struct {
	name     string
	kind     contract.Kind
	json     string // of a scalar
	children []*wish
	node     *source.Node // where it came from, nil for what was added
}

func (w *wish) kids() []*wish {
	if w == nil {
		return nil
	}
	return w.children
}

func (w *wish) get(name string) *wish {
	for _, c := range w.kids() {
		if c.name == name && w.kind != contract.List {
			return c
		}
	}
	return nil
}

// order puts members in the reference's order.
func (w *wish) order(s *contract.Shape) {
	place := func(c *wish) int {
		return slices.IndexFunc(s.Members, func(m *contract.Member) bool { return m.Name == c.name })
	}
	slices.SortStableFunc(w.children, func(a, b *wish) int { return place(a) - place(b) })
}

// tree is the request as nodes with the places of the answer. What was added has none.
func (w *wish) tree() *source.Node {
	n := &source.Node{Kind: source.Object}
	if w.node != nil {
		n.Start, n.End, n.NameStart, n.NameEnd = w.node.Start, w.node.End, w.node.NameStart, w.node.NameEnd
	}
	switch w.kind {
	case contract.List:
		n.Kind = source.Array
	case contract.Map, contract.Structure:
	default:
		scalar := source.Parse(w.json).Root
		n.Kind, n.Text = scalar.Kind, scalar.Text
	}
	for _, c := range w.children {
		below := c.tree()
		below.Name = c.name
		n.Children = append(n.Children, below)
	}
	return n
}

// document is the request as one that can be read.
func (w *wish) document() *source.Document {
	root := w.tree()
	root.Adopt()
	return source.Of("", root, nil)
}

// passwordPolicy stays whole or goes whole.
const passwordPolicy = "/Policies/PasswordPolicy"

// shorten leaves out whatever the service fills in by itself: a member goes when the pool
// stays the same without it. What the service fills in only by our inference is said.
//
// Every try costs a reading of the whole request, so an answer far larger than any real
// one is not shortened to the end.
func (r *reader) shorten(root *wish) {
	bytesLeft := 2 << 20
	size := len(source.Write(root.tree()))
	whole := r.outcome(root)
	var visit func(w *wish, pointer string)
	visit = func(w *wish, pointer string) {
		if w.kind == contract.Map {
			return // nothing fills in an entry
		}
		for at, c := range slices.Clone(w.children) {
			here := pointer + "/" + source.EscapePointer(c.name)
			if w.kind == contract.List {
				here = pointer + "/" + strconv.Itoa(at)
			}
			if bytesLeft -= size; bytesLeft < 0 {
				return
			}
			if w.kind == contract.List && w.name != "Schema" {
				visit(c, here) // only of Schema can an element be left out
				continue
			}
			i := slices.Index(w.children, c)
			w.children = slices.Delete(slices.Clone(w.children), i, i+1)
			without := r.outcome(root)
			if without.create == whole.create && without.describe == whole.describe && without.inferred <= whole.inferred {
				whole = without
				r.result.Defaults = append(r.result.Defaults, here)
				continue
			}
			w.children = slices.Insert(w.children, i, c)
			if here == passwordPolicy {
				continue // without a class that is off it would read as if nobody had thought of that
			}
			visit(c, here)
		}
	}
	visit(root, "")
}

// outcome is the pool that a request makes, in both views, and how many of its values
// rest on inference.
type outcome struct {
	create, describe string
	inferred         int
}

func (r *reader) outcome(root *wish) outcome {
	taken := request.Read(root.document(), r.options.Contract)
	o := r.options
	o.Account = o.Account.Complete(taken)
	o.Describe = false
	created := userpool.New(taken, o)
	o.Describe = true
	result := outcome{create: created.Body(false), describe: userpool.New(taken, o).Body(false)}
	result.inferred = inferred(created)
	return result
}

func inferred(v *userpool.Value) int {
	n := 0
	if o := v.Origin; o.Evidence == diagnostic.Inferred && (o.Kind == userpool.Default || o.Kind == userpool.Derived) {
		n++
	}
	for _, c := range v.Children {
		n += inferred(c)
	}
	return n
}
