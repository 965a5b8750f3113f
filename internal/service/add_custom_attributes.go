package service

import (
	"slices"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// AddCustomAttributes gives the pool more attributes.
var addCustomAttributes = operation{
	pool: byID,
	rules: func(t *turn) []diagnostic.Diagnostic {
		pool := t.facts()
		t.pool.attributes(pool, t.api.Contract, t.Day)
		return append(rule.RunCall(t.ask(pool)), t.asSchema(pool)...)
	},
	run: func(t *turn) answer {
		next := t.pool.changed(t.pool.Settings.Children)
		next.Attributes = slices.Clone(t.pool.Attributes)
		at := len(next.Attributes)
		for i, a := range next.Attributes { // those of one kind stay together
			if custom(textOf(a.Member("Name"))) {
				at = i + 1
			}
		}
		for _, entry := range t.request.Get("CustomAttributes").Elements() {
			next.Attributes = slices.Insert(next.Attributes, at, shown(userpool.CustomAttribute(entry, userpool.Options{Contract: t.api.Contract})))
			at++
		}
		return t.modified(next, asked("The call adds the attribute.", "SchemaAttributes"))
	},
}

// asSchema holds the new attributes against the rules for those of CreateUserPool's Schema, which
// they are asked as.
func (t *turn) asSchema(pool *rule.Pool) []diagnostic.Diagnostic {
	const own, other = "CustomAttributes", "Schema"
	list := t.request.Get(own)
	if list == nil {
		return nil
	}
	entries := *list.Node
	entries.Name = other
	root := &source.Node{Kind: source.Object, Start: t.document.Root.Start, End: t.document.Root.End, Children: []*source.Node{&entries}}
	call := t.ask(pool)
	call.Document = source.Of(t.document.Text, root, plain{t.document})
	call.Request = request.Read(call.Document, t.api.Contract)
	found := slices.DeleteFunc(rule.RunCall(call), func(d diagnostic.Diagnostic) bool { return d.Severity != diagnostic.Error })
	for i := range found {
		found[i].Pointer = strings.Replace(found[i].Pointer, "/"+other, "/"+own, 1)
		for j, r := range found[i].Related {
			found[i].Related[j].Pointer = strings.Replace(r.Pointer, "/"+other, "/"+own, 1)
		}
	}
	return found
}

// plain writes changes into a text that is JSON, where its tree is told with other names.
type plain struct{ given *source.Document }

func (p plain) Replace(_ *source.Document, n *source.Node, json string) []source.Edit {
	return p.given.Replace(n, json)
}
func (p plain) Rename(_ *source.Document, n *source.Node, name string) []source.Edit {
	return p.given.Rename(n, name)
}
func (p plain) Remove(_ *source.Document, n *source.Node) []source.Edit { return p.given.Remove(n) }
func (p plain) Add(_ *source.Document, object *source.Node, name, json string) []source.Edit {
	return p.given.SetMember(object, name, json)
}
func (p plain) Append(_ *source.Document, list *source.Node, json string) []source.Edit {
	return p.given.Append(list, json)
}
