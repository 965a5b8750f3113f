// Package schema writes the contract of a request as one JSON Schema document, for the
// editors that check and complete JSON by such a document. It says what one value alone
// must be: what the service's stages of types and constraints ask, and nothing of the
// rules between members.
//
// A document accepts what these stages accept. So it allows members that it does not know,
// which the service ignores; null wherever a member may be left out, and in lists, since
// the service drops nulls; and any number for an integer, whose fraction the service cuts.
package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"userpoolplayground/internal/contract"
)

// Draft is a version of JSON Schema.
type Draft struct {
	// FileName is what the document is called.
	FileName string
	meta     string
	// counts tells whether contains can bound how often something is contained.
	counts bool
}

// Drafts are the versions that documents are written in: the newest, and the one that
// editors know best.
var Drafts = []Draft{
	{"create-user-pool.schema.json", "https://json-schema.org/draft/2020-12/schema", true},
	{"create-user-pool.draft-07.schema.json", "http://json-schema.org/draft-07/schema#", false},
}

// base makes the documents' names absolute, as $id has to be. Nothing is fetched from there.
const base = "https://user-pool-playground.example/"

// object is a JSON object whose members keep their order.
type object []field

type field struct {
	name  string
	value any
}

func (o *object) add(name string, value any) { *o = append(*o, field{name, value}) }

// bound adds a limit, if there is one.
func (o *object) bound(keyword string, limit *int64) {
	if limit != nil {
		o.add(keyword, *limit)
	}
}

// MarshalJSON writes the members in order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, f := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		for part, end := range []any{f.name, f.value} {
			text, err := encode(end)
			if err != nil {
				return nil, err
			}
			b.Write(text)
			if part == 0 {
				b.WriteByte(':')
			}
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// encode writes JSON as people read it: < and & as they are.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

// Document writes the contract's request in a draft. Every shape stands where it is used
// and not behind a $ref: draft 7 has no room for a member's own words beside one, and
// editors show the shape's in their place.
func Document(c *contract.Contract, d Draft) (string, error) {
	root := object{
		{"$schema", d.meta},
		{"$id", base + d.FileName},
		{"title", "CreateUserPool request"},
		{"$comment", "Amazon Cognito's API as of " + c.Date + ". It accepts what the service's checks of single values accept."},
		{"description", c.Request.Description},
		{"markdownDescription", escape(c.Request.Description)},
	}
	w := writer{draft: d}
	root = append(root, w.shape(c.Request, false)...)
	if w.err != nil {
		return "", w.err
	}
	text, err := encode(root)
	if err != nil {
		return "", err
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, text, "", "  "); err != nil {
		return "", err
	}
	return indented.String() + "\n", nil
}

type writer struct {
	draft Draft
	// err is the first failure.
	err error
}

var types = map[contract.Kind]string{
	contract.String: "string", contract.Integer: "number", contract.Boolean: "boolean",
	contract.List: "array", contract.Map: "object", contract.Structure: "object",
}

// shape writes what a value must be. Null counts as left out, where that is allowed.
func (w *writer) shape(s *contract.Shape, null bool) object {
	name, known := types[s.Kind]
	if !known && w.err == nil {
		w.err = fmt.Errorf("schema: no request can hold a %v", s.Kind)
	}
	o := object{{"type", name}}
	if null {
		o = object{{"type", []string{name, "null"}}}
	}
	switch s.Kind {
	case contract.String:
		w.text(&o, s, null)
	case contract.Integer:
		whole(&o, s)
	case contract.List:
		w.list(&o, s)
	case contract.Map:
		o.add("propertyNames", w.described(s.Key, false))
		o.add("additionalProperties", w.described(s.Element, true))
	case contract.Structure:
		properties := object{}
		for _, m := range s.Members {
			properties.add(m.Name, w.member(m))
		}
		o.add("properties", properties)
		if len(s.Required) > 0 {
			o.add("required", s.Required)
		}
	}
	return o
}

// described writes a shape that belongs to no member, under its own description.
func (w *writer) described(s *contract.Shape, null bool) object {
	return append(object{{"description", s.Description}, {"markdownDescription", escape(s.Description)}}, w.shape(s, null)...)
}

func (w *writer) member(m *contract.Member) object {
	o := object{{"description", m.Description}, {"markdownDescription", markdown(m)}}
	o = append(o, w.shape(m.Shape, !m.Required)...)
	if m.Default != "" {
		o.add("default", json.RawMessage(m.Default))
	}
	if m.ARN != "" {
		o.add("examples", []string{"arn:aws:" + strings.NewReplacer("{region}", "us-east-1", "{account}", "123456789012").Replace(m.ARN)})
	}
	if m.Deprecated {
		o.add("deprecated", true)
		o.add("deprecationMessage", m.Description)
	}
	return o
}

func (w *writer) text(o *object, s *contract.Shape, null bool) {
	if len(s.Enum) > 0 {
		values := make([]any, 0, len(s.Enum)+1)
		for _, v := range s.Enum {
			values = append(values, v)
		}
		if null {
			values = append(values, nil)
		}
		o.add("enum", values)
	}
	o.bound("minLength", s.Min)
	o.bound("maxLength", s.Max)
	if s.Pattern != "" {
		pattern, err := ECMAPattern(s.Pattern)
		if err != nil && w.err == nil {
			w.err = err
		}
		o.add("pattern", pattern)
	}
	if len(s.Examples) > 0 {
		o.add("examples", s.Examples)
	}
}

// whole bounds a number whose fraction is cut off before it is looked at: 99.9 is 99, and
// -0.9 is 0.
func whole(o *object, s *contract.Shape) {
	if s.Min != nil {
		if *s.Min > 0 {
			o.add("minimum", *s.Min)
		} else {
			o.add("exclusiveMinimum", *s.Min-1)
		}
	}
	if s.Max != nil {
		if *s.Max < 0 {
			o.add("maximum", *s.Max)
		} else {
			o.add("exclusiveMaximum", *s.Max+1)
		}
	}
}

// list bounds what is left of a list without its nulls. Draft 7 cannot count that; there a
// list with a null in it has no upper bound.
func (w *writer) list(o *object, s *contract.Shape) {
	o.add("items", w.described(s.Element, true))
	if s.Min == nil && s.Max == nil {
		return
	}
	null := object{{"type", "null"}}
	var whole, rest object
	whole.bound("minItems", s.Min)
	whole.bound("maxItems", s.Max)
	if w.draft.counts || s.Min != nil && *s.Min > 0 {
		rest.add("contains", object{{"not", null}})
	}
	if w.draft.counts {
		least := int64(0)
		if s.Min != nil {
			least = *s.Min
		}
		rest.add("minContains", least)
		rest.bound("maxContains", s.Max)
	}
	o.add("if", object{{"contains", null}})
	o.add("then", rest)
	o.add("else", whole)
}
