// Package foreign reads a text in which a user pool is written in another tool's language:
// it says what the text is, finds the pools in it, and gives the tree of one of them the names
// of the API, with the places of the text. From there on everything is as for a request in
// JSON: types, constraints, rules, reply.
//
// Package readers parses, and this package gives the tree its meaning. Names come back through the contract, as package export sends them out. A value
// that only the tool knows becomes a node of kind Unknown: nothing is run and nothing guessed.
package foreign

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/readers"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

// Options are what a reading depends on beside the text. Every one may be left out.
type Options struct {
	// Contract is that of the day.
	Contract *contract.Contract
	// Region and AccountID are the caller's.
	Region, AccountID string
	// Language is what somebody says the text is in, "" for nobody.
	Language string
	// Resource names a pool, and Offset, in bytes, is a place inside of one; Offset is negative
	// for none. With neither the first pool is taken.
	Resource string
	Offset   int
	// Parameters are values for what the outside gives the text, by name.
	Parameters map[string]string
	// holes matches what the program around the text puts a value in the place of, nil for nothing.
	holes *regexp.Regexp
	// answers is set where an answer in JSON is read, too, which is else the engine's to read.
	answers bool
	// opened are the places where it puts more in.
	opened []hole
}

// told is a finding in the making.
type told struct {
	reading.Told
	// rename is the name that was meant, quote the text that needs quotes, and list tells that the
	// value needs the brackets of a list: fixes to be written.
	rename, quote string
	list          bool
	// instead is a word that the tool would take there.
	instead string
}

// Read reads a text that is no request in JSON.
func Read(text string, o Options) reading.Document {
	document := source.Parse(text)
	kind, reader := language.RecogniseAs(o.Language, text, document)
	if kind == language.Blocks && reader == language.Enclosed {
		d, _ := readEnclosed(kind, text, o)
		return d
	}
	if kind == language.Blocks && reader == language.Stamped && o.answers { // twice is no log's
		return reading.Document{Chosen: -1, Told: []reading.Told{{Rule: "no-pool", Stage: diagnostic.Tool, Severity: diagnostic.Note, Message: "What stands behind the times of this log has them, too, and is not read."}}}
	}
	if kind == language.Blocks && reader == language.Stamped {
		return readStamped(text, o)
	}
	if kind == language.Blocks {
		return readBlocks(text, o)
	}
	if kind == language.AWSCLI && strings.Contains(text, "#{") && inRuby.MatchString(text) {
		if within, _ := readEnclosed(kind, text, o); within.Chosen >= 0 {
			return within
		}
	}
	m := &mapper{text: text, reader: reader, options: o, contract: o.Contract, tongue: tongueOf(kind)}
	m.Language, m.Chosen = kind, -1
	switch {
	case kind == language.CloudFormation && reader == "code" && strings.Contains(text, "cognito.UserPool{"):
		m.tongue = goformation
	case kind == language.CloudFormation && reader == "code":
		m.tongue = templateInCode
	case kind == language.CloudFormation && reader == "hcl":
		m.tongue = templateInTerraform
	case kind == language.CloudFormation && reader == "python":
		m.tongue = troposphere
	}
	if kind == language.Request && reader == "shell" {
		m.tongue = requestInShell
	}
	switch {
	case reader == "":
	case reader == language.InLog:
		m.logged()
	case reader == language.JSON && kind == language.Answer && document.Faithful:
		m.tongue, m.pointers = cloudTrail, true
		m.pools(fromJSON(document.Root))
	case reader == language.JSON && !document.Faithful:
		m.faults(document)
	case reader == language.JSON:
		m.pointers = true
		if kind != language.Answer {
			m.faults(document)
		}
		root := fromJSON(document.Root)
		if kind == language.Terraform {
			root = m.moduleOfJSON(root)
		}
		m.pools(root)
	default:
		read, err := readers.Read(reader, text)
		if err != nil {
			m.say(diagnostic.Error, "unread", at{}, &reading.Value{}, "%s", sentence(err.Error()))
			break
		}
		for _, f := range read.Faults {
			place := &reading.Value{From: min(max(f.From, 0), len(text)), To: min(max(f.From, f.To), len(text))}
			m.say(diagnostic.Error, "syntax", at{}, place, "%s", sentence(f.Message))
			m.found[len(m.found)-1].Stage = diagnostic.Syntax
			m.broken = append(m.broken, place.From)
		}
		switch {
		case read.Root != nil && kind == language.Answer:
			m.Root = m.asIs(printed(read.Root))
			m.Chosen, m.Pools = 0, []reading.Pool{{ID: language.Answer, End: len(text)}}
		case read.Root != nil:
			m.pools(read.Root)
		case len(read.Faults) == 0: // comments alone
			m.say(diagnostic.Note, "no-pool", at{}, &reading.Value{}, "%s", m.missing)
		}
	}
	if m.Chosen < 0 && (kind == language.CloudFormation || kind == language.Terraform || kind == language.AWSCLI) && strings.Contains(text, "\n") {
		if within, there := readEnclosed(kind, text, o); within.Chosen >= 0 || there && len(m.broken) > 0 && kind != language.AWSCLI {
			return within
		}
	}
	for _, t := range m.found {
		m.Told = append(m.Told, t.Told)
	}
	return m.Document
}

// logged reads the answer that a log has. Blanks stand for the rest of it, so that the places are those of the text.
func (m *mapper) logged() {
	at := language.Logged.FindStringIndex(m.text)
	if at == nil {
		return
	}
	from := at[0] + strings.IndexByte(m.text[at[0]:], '{')
	if d := source.Parse(strings.Repeat(" ", from) + m.text[from:]); d.Root != nil && d.Root.Kind == source.Object {
		m.Root, m.Chosen, m.Pools = d.Root, 0, []reading.Pool{{ID: language.Answer, End: len(m.text)}}
	}
}

// printed is what print showed: the widest of the literals, which the reader gives in a list.
func printed(v *reading.Value) *reading.Value {
	if v.Kind == reading.List && len(v.Children) > 0 {
		return slices.MinFunc(v.Children, func(a, b *reading.Value) int { return a.From - b.From })
	}
	return v
}

func sentence(text string) string {
	if text == "" || strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, ")") {
		return text
	}
	return text + "."
}

// faults says what is wrong with a text that is nearly JSON. One that can be read all the same is
// refused by the tool alone.
func (m *mapper) faults(d *source.Document) {
	for _, f := range d.Faults {
		if f.Warning {
			continue
		}
		m.say(diagnostic.Error, f.Rule, at{}, &reading.Value{From: f.Start, To: f.End}, "%s", f.Message)
		told := &m.found[len(m.found)-1]
		switch {
		case !d.Faithful:
			told.Stage = diagnostic.Syntax
		case f.Fix != nil:
			told.Fixes = []source.Fix{*f.Fix}
		}
	}
}

// fromJSON makes the tree of a text that needs no reader.
func fromJSON(n *source.Node) *reading.Value {
	if n == nil {
		return nil
	}
	v := &reading.Value{From: n.Start, To: n.End, Name: n.Name, NameFrom: n.NameStart, NameTo: n.NameEnd, Text: n.Text}
	switch n.Kind {
	case source.Null:
		v.Kind = reading.Null
	case source.True:
		v.Kind, v.Text = reading.Bool, "true"
	case source.False:
		v.Kind, v.Text = reading.Bool, "false"
	case source.Number:
		v.Kind = reading.Number
	case source.String:
		v.Kind = reading.String
	case source.Array:
		v.Kind = reading.List
	case source.Object:
		v.Kind = reading.Object
	}
	for _, c := range n.Children {
		v.Children = append(v.Children, fromJSON(c))
	}
	return v
}

// pools finds the pools in a tree and maps the one that is chosen, or the first.
func (m *mapper) pools(root *reading.Value) {
	m.root = root
	found := m.find(m, root)
	if len(found) == 0 && len(m.broken) > 0 {
		return // what a text that cannot be read has in it is not known
	}
	if len(found) == 0 { // the word for one may stand in comments or texts alone
		m.say(diagnostic.Note, "no-pool", at{}, &reading.Value{}, "%s", m.missing)
		return
	}
	ids := labels{}
	m.Chosen = 0
	for i, p := range found {
		p.id = ids.free(p.id)
		start, end := extent(p.value)
		m.Pools = append(m.Pools, reading.Pool{ID: p.id, Start: start, End: end})
		switch o := m.options; {
		case o.Resource != "" && p.id == o.Resource, o.Resource == "" && o.Offset >= start && o.Offset <= end:
			m.Chosen = i
		}
	}
	p := found[m.Chosen]
	if p.tongue != nil {
		m.tongue = p.tongue
	}
	m.env = p.env
	request := m.read(m, p)
	if request == nil {
		return
	}
	if m.finish != nil {
		m.finish(m, p, request)
	}
	order(request, m.contract.Request)
	if len(m.broken) == 0 && len(request.Children) > 0 && !slices.ContainsFunc(request.Children, func(n *source.Node) bool { return !n.Others() && n.Kind == source.Unknown || n.Kind != source.Unknown }) {
		m.say(diagnostic.Note, "nothing-known", at{path: p.path}, p.value, "Nothing of this pool is written out here, so that nothing of it is checked.")
	}
	for _, at := range m.broken {
		halfWritten(request, at, m.text)
		unread(request, at, reading.Unread, whyUnread)
	}
	for _, of := range m.options.opened {
		unread(request, of.at, of.text, holeFilled)
	}
	if m.tongue == awscc {
		m.Tool = language.CloudControl
	}
	m.Root, m.Hand, m.Clients = request, m.writes(p), m.clients(p)
	hand := language.HandOf(m.Hand)
	if hand == nil {
		return
	}
	document := source.Of(m.text, request, hand)
	for i, t := range m.found {
		title, edits := "", []source.Edit(nil)
		switch n := (&source.Node{Kind: source.String, Start: t.Start, End: t.End, NameStart: t.Start, NameEnd: t.End}); {
		case t.quote != "":
			title, edits = "Put it in quotes", hand.Replace(document, n, source.Quote(t.quote))
		case t.list && literal(m.text[t.Start:t.End]):
			title, edits = "Make it a list", []source.Edit{{Start: t.Start, End: t.Start, Insert: "["}, {Start: t.End, End: t.End, Insert: "]"}}
		case t.instead != "":
			n.Text = m.text[t.Start:t.End]
			title, edits = "Change it to "+t.instead, hand.Replace(document, n, t.instead)
		case t.rename != "":
			title, edits = "Rename it to "+t.rename, hand.Rename(document, n, t.rename)
		}
		if len(edits) > 0 {
			m.found[i].Fixes = append(t.Fixes, source.Fix{Title: title, Edits: edits, Safe: t.rename == ""})
		}
	}
}

const whyUnread = "The text cannot be read here."

// halfWritten makes an unknown of a text that is not closed, and of what is in a brace that is not and may become an
// object or a list.
func halfWritten(n *source.Node, at int, text string) {
	for _, c := range n.Children {
		if at < c.Start || at > c.End || len(c.Children) > 0 && slices.ContainsFunc(c.Children, func(below *source.Node) bool { return at >= below.Start && at < below.End }) {
			halfWritten(c, at, text)
			continue
		}
		list := (c.Kind == source.Array || c.Kind == source.Object && len(c.Children) == 0) && at < len(text) && text[at] == '{'
		if list || c.Kind == source.String && at < c.End {
			c.Kind, c.Text, c.Why, c.Children = source.Unknown, reading.Unread, whyUnread, nil
		} else {
			halfWritten(c, at, text)
		}
	}
}

// unread leaves open what a structure or list holds that has a fault in it, or more put in, and what those around it
// do: where it ends is a guess, and what follows may belong to any of them.
func unread(n *source.Node, at int, expression, why string) {
	if n.Kind != source.Object && n.Kind != source.Array || at < n.Start || at > n.End {
		return
	}
	for _, c := range n.Children {
		unread(c, at, expression, why)
	}
	n.Children = append(n.Children, &source.Node{Kind: source.Unknown, Start: at, End: at, Text: expression, Why: why})
}

// literal reports whether a value is written out and stays what it is in the brackets of a list.
func literal(text string) bool { return oneWord.MatchString(text) }

var oneWord = regexp.MustCompile(`^(?:\w[\w.+-]*|"[^"\\\n]*"|'[^'\n]*')$`)

// inRuby matches a here-document of Ruby's with a command that has a value put in.
var inRuby = regexp.MustCompile(`<<[~-]["']?[A-Z]\w*["']?[^\n]*\n(?s:.*?)\bcreate-user-pool\b(?s:.*?)#\{`)

// writes names the hand that can write in a pool's text, by its brackets and names.
func (m *mapper) writes(p *pool) string {
	if slices.ContainsFunc(m.found, func(t told) bool { return t.Stage == diagnostic.Syntax }) {
		return "" // how a broken text goes on is not known
	}
	braced := p.value.From < len(m.text) && m.text[p.value.From] == '{'
	switch m.Language {
	case language.CloudFormation:
		switch {
		case m.tongue == templateInCode, m.tongue == goformation, m.tongue == templateInTerraform, m.tongue == troposphere:
		case m.pointers:
			return "cloudformation-json"
		default:
			return "cloudformation-yaml"
		}
	case language.Kubernetes:
		if !m.pointers {
			return "kubernetes"
		}
	case language.Terraform:
		if !m.pointers && m.tongue != awscc {
			return "terraform"
		}
	case language.JavaScript, language.Paws:
		return m.Language
	case language.Boto3:
		if !slices.ContainsFunc(p.value.Children, func(c *reading.Value) bool { return c.Role == reading.Spread && strings.Count(m.text, "**"+c.Text) > 1 }) { // another call's, too
			return m.Language
		}
	case language.AWSCLI:
		words := m.text[p.value.From:p.value.To]
		at := p.value.From + max(strings.Index(words, "aws"), 0) // "run:" of YAML is a word, too
		line := m.text[strings.LastIndexByte(m.text[:at], '\n')+1 : at]
		if m.reader == "shell" && p.value.Tag != reading.Embedded && !quotedOtherwise.MatchString(line) && !caret.MatchString(words) {
			return m.Language
		}
	case language.CDK: // the names of UserPool's own properties are others
		hand := "construct"
		if p.path == "CfnUserPool" {
			hand = "cdk"
		}
		switch {
		case m.reader == "python":
			return hand + "-python"
		case braced && (hand == "cdk" || scripted.MatchString(m.text)):
			return hand
		}
	}
	return ""
}

var (
	// caret is how cmd of Windows continues a line, whose quotes are others.
	caret = regexp.MustCompile(`\^\r?\n`)
	// quotedOtherwise matches what stands before a command that is a text of another language: YAML, JSON.
	quotedOtherwise = regexp.MustCompile(`: |^\s*- |[\['"]$|(?:^|[^$])\($`)
)

// scripted matches what TypeScript or JavaScript has around a construct, and no other of the CDK's languages.
var scripted = regexp.MustCompile(`(?m)^[ \t]*(?:import .*\bfrom\b|(?:export |public |private |readonly )*(?:const|let|class \w+ extends)\b|this\.\w+ =)|\brequire\(|\bnew [\w.]*UserPool\([^{\n]*\{`)

// labels are what pools are called, each with the number that the next of the same name gets.
type labels map[string]int

// free returns what a pool is called that would be called id: "a", "a (2)", "a (3)".
func (l labels) free(id string) string {
	wanted := id
	for l[id] > 0 {
		l[wanted]++
		id = fmt.Sprintf("%s (%d)", wanted, l[wanted])
	}
	l[id] = 1
	return id
}

// extent encloses a value with its name and all that is below it.
func extent(v *reading.Value) (from, to int) {
	from, to = v.From, v.To
	if v.NameTo > v.NameFrom {
		from = min(from, v.NameFrom)
	}
	for _, c := range v.Children {
		if _, end := extent(c); end > to {
			to = end
		}
	}
	return from, to
}

// pool is one pool of a text.
type pool struct {
	// id is what it is called where it stands.
	id    string
	value *reading.Value
	// body is the value with the blocks that it makes of others, nil where it makes none.
	body *reading.Value
	// path is its place as people write it.
	path string
	// from is where its call begins, in a program.
	from int
	// env are the names that hold in it alone.
	env map[string]*reading.Value
	// tongue is the language of the pool, where a text has several.
	tongue *tongue
}

// tongueOf returns the tool of a kind of texts.
func tongueOf(kind string) *tongue {
	switch kind {
	case language.AWSCLI:
		return awsCLI
	case language.CloudFormation:
		return cloudFormation
	case language.Terraform:
		return terraformTongue
	case language.Boto3:
		return boto3
	case language.Paws:
		return paws
	case language.JavaScript:
		return javaScript
	case language.Go:
		return golang
	case language.Java:
		return java
	case language.CSharp:
		return cSharp
	case language.PHP:
		return php
	case language.Ruby:
		return ruby
	case language.Kotlin:
		return kotlin
	case language.Rust:
		return rust
	case language.CDK:
		return cdk
	case language.Amplify:
		return amplify
	case language.AmplifyGen2:
		return amplifyGen2
	case language.Pulumi:
		return pulumi
	case language.SST:
		return sst
	case language.CDKTF:
		return cdktf
	case language.Kubernetes:
		return kubernetes
	}
	return yamlRequests
}
