package foreign

import (
	"regexp"
	"slices"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/export"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

var awsCLI = &tongue{
	called: "the shell", target: target("aws-cli-json"), alone: true,
	missing: "No command aws cognito-idp create-user-pool was found.",
	find:    findCommands, read: readCommand,
}

const operation = "create-user-pool"

// findCommands takes every command that creates a pool.
func findCommands(_ *mapper, root *reading.Value) []*pool {
	var found []*pool
	for _, c := range root.Children {
		at := slices.IndexFunc(c.Children, func(w *reading.Value) bool { return w.Text == operation })
		if at < 0 || !slices.ContainsFunc(c.Children[:at], func(w *reading.Value) bool { return w.Text == "cognito-idp" }) {
			continue
		}
		id := "command"
		for i, w := range c.Children[:len(c.Children)-1] {
			if w.Text == "--pool-name" {
				id = c.Children[i+1].Text
			}
		}
		found = append(found, &pool{id: id, value: c})
	}
	return found
}

// option is one option of the command with its values.
type option struct {
	name   string
	word   *reading.Value
	values []*reading.Value
}

// options takes the command's words apart.
func (m *mapper) options(words []*reading.Value) []option {
	var all []option
	for _, w := range words {
		// A word with a space in it is a value to the AWS CLI, whatever it begins with.
		if w.Kind == reading.String && strings.HasPrefix(w.Text, "--") && !strings.ContainsAny(w.Text[:min(len(w.Text), max(1, strings.IndexByte(w.Text+"=", '=')))], " \n") {
			name, value, given := strings.Cut(w.Text, "=")
			o := option{name: name, word: w}
			if given {
				at := *w
				at.Text = value
				if raw := m.text[w.From:w.To]; strings.HasPrefix(raw, name+"=") {
					at.From += len(name) + 1
				}
				o.values = []*reading.Value{&at}
			}
			all = append(all, o)
			continue
		}
		if len(all) > 0 {
			all[len(all)-1].values = append(all[len(all)-1].values, w)
		}
	}
	return all
}

func readCommand(m *mapper, p *pool) *part {
	request := &part{shape: m.contract.Request}
	options := m.options(p.value.Children)
	// What the options say counts more than what a file does.
	for _, o := range options {
		if o.name == "--cli-input-json" || o.name == "--cli-input-yaml" {
			m.input(request, o)
		}
	}
	for _, o := range options {
		if o.name != "--cli-input-json" && o.name != "--cli-input-yaml" {
			m.option(request, o)
		}
	}
	request.order()
	return request
}

// ownToAWSCLI are the options that every command of the AWS CLI has.
var ownToAWSCLI = regexp.MustCompile(`^--(?:no-)?(?:region|profile|output|query|endpoint-url|debug|verify-ssl|paginate|sign-request|cli-pager|cli-auto-prompt|color|ca-bundle|cli-[a-z-]+|generate-cli-skeleton|version)$`)

func (m *mapper) option(request *part, o option) {
	of, yes := m.memberOf(o.name)
	switch {
	case o.name == "--region":
		m.drop(o.word, o.name, "It is the Region of the call, not of the request: choose it in the surroundings.")
	case of == nil && ownToAWSCLI.MatchString(o.name):
		m.drop(o.word, o.name, "It is the AWS CLI's own and says nothing to the service.")
	case of == nil:
		m.drop(o.word, o.name, "create-user-pool has no such option.")
	case of.Shape.Kind == contract.Boolean && len(o.values) == 0:
		request.set(of.Name, &part{shape: of.Shape, json: map[bool]string{true: "true", false: "false"}[yes]})
	case len(o.values) == 0:
		m.say(diagnostic.Error, "import-value", o.name, o.word.From, o.word.To, "%s has no value.", o.name)
	default:
		if of.Shape.Kind != contract.List {
			for _, extra := range o.values[1:] {
				m.say(diagnostic.Warning, "import-value", o.name, extra.From, extra.To, "%s takes one value, so that this word belongs to nothing. Is a value before it without quotes?", o.name)
			}
		}
		if value := m.values(o, of.Shape); value != nil {
			request.set(of.Name, value)
		}
	}
}

// memberOf returns the member that an option is for; yes is false for --no-….
func (m *mapper) memberOf(name string) (of *contract.Member, yes bool) {
	for _, c := range m.contract.Request.Members {
		switch name {
		case export.Option(c):
			return c, true
		case strings.Replace(export.Option(c), "--", "--no-", 1):
			if c.Shape.Kind == contract.Boolean {
				return c, false
			}
		}
	}
	return nil, false
}

// values maps the words behind an option.
func (m *mapper) values(o option, s *contract.Shape) *part {
	var known []*reading.Value
	for _, w := range o.values {
		switch {
		case w.Kind == reading.Expression:
			m.say(diagnostic.Warning, "import-expression", o.name, w.From, w.To, "%s is left out: the shell works it out when it runs. Write its value into the request.", shown(w))
		case strings.HasPrefix(w.Text, "file://") || strings.HasPrefix(w.Text, "fileb://"):
			m.drop(w, o.name, "Its value is in the file %s, which a page cannot read: import the file itself, or write its text in.", w.Text)
		default:
			known = append(known, w)
		}
	}
	if len(known) == 0 {
		return nil
	}
	if s.Kind != contract.List {
		return m.word(o.name, known[0], s)
	}
	if len(known) == 1 && strings.HasPrefix(strings.TrimSpace(known[0].Text), "[") {
		return m.word(o.name, known[0], s)
	}
	list := &part{shape: s}
	for _, w := range known {
		if e := m.word(o.name, w, s.Element); e != nil {
			list.children = append(list.children, e)
		}
	}
	return list
}

// word maps one word: a scalar as it stands, JSON, or the CLI's shorthand.
func (m *mapper) word(path string, w *reading.Value, s *contract.Shape) *part {
	m.setCoerces(s.Scalar())
	if s.Scalar() {
		return m.value(w, s, path)
	}
	text := strings.TrimSpace(w.Text)
	if strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") {
		if tree := m.json(path, w); tree != nil {
			return m.value(tree, s, path)
		}
		return nil
	}
	tree, at, wrong := parseShorthand(w.Text)
	if wrong != "" {
		from, to := m.inside(w, at, at+1)
		m.say(diagnostic.Error, "import-value", path, from, to, "The value of %s is neither JSON nor the AWS CLI's shorthand: %s.", path, wrong)
		return nil
	}
	m.place(w, tree)
	m.setCoerces(true)
	return m.value(tree, s, path)
}

// setCoerces: JSON keeps its types, and nothing else has any.
func (m *mapper) setCoerces(coerces bool) {
	tongue := *m.tongue
	tongue.coerces = coerces
	m.tongue = &tongue
}

// json reads the JSON in a word; nil, with findings, where it is none.
func (m *mapper) json(path string, w *reading.Value) *reading.Value {
	d := source.Parse(w.Text)
	for _, f := range d.Faults {
		if !f.Warning {
			from, to := m.inside(w, f.Start, f.End)
			m.say(diagnostic.Error, f.Rule, path, from, to, "%s", f.Message)
		}
	}
	if !d.Faithful {
		return nil
	}
	tree := fromJSON(d.Root)
	m.place(w, tree)
	m.setCoerces(false)
	return tree
}

// inside turns a place in a word's value into one in the text. Where escapes make the two
// differ it is the whole word.
func (m *mapper) inside(w *reading.Value, from, to int) (int, int) {
	if at := strings.Index(m.text[w.From:w.To], w.Text); at >= 0 && at <= 2 {
		return w.From + at + min(from, len(w.Text)), w.From + at + min(to, len(w.Text))
	}
	return w.From, w.To
}

func (m *mapper) place(w, tree *reading.Value) {
	tree.From, tree.To = m.inside(w, tree.From, tree.To)
	for _, c := range tree.Children {
		m.place(w, c)
	}
}

// input takes the request from --cli-input-json.
func (m *mapper) input(request *part, o option) {
	for _, w := range o.values[:min(1, len(o.values))] {
		text := w
		if file := m.fileOf(w); file != nil {
			text = file
		}
		switch {
		case o.name == "--cli-input-yaml":
			m.drop(o.word, o.name, "YAML inside a command is not read: import it by itself.")
		case strings.HasPrefix(text.Text, "file://"):
			m.drop(text, o.name, "The request is in the file %s, which a page cannot read: import the file itself.", text.Text)
		case text.Kind == reading.Expression:
			m.say(diagnostic.Warning, "import-expression", o.name, text.From, text.To, "%s is left out: the shell works it out when it runs. Import the JSON by itself.", shown(text))
		default:
			if tree := m.json(o.name, text); tree != nil {
				m.structure(request, tree, o.name)
			}
		}
	}
}

var fileVariable = regexp.MustCompile(`^"?file://\$\(?(\$?\w+)`)

// fileOf returns what the same script has written into the file that a word names, or nil:
// Set-Content -LiteralPath $file -Value '…'.
func (m *mapper) fileOf(w *reading.Value) *reading.Value {
	name := fileVariable.FindStringSubmatch(w.Text)
	if w.Kind != reading.Expression || name == nil {
		return nil
	}
	variable := "$" + strings.TrimPrefix(name[1], "$")
	for _, c := range m.root.Children {
		if len(c.Children) == 0 || c.Children[0].Text != "Set-Content" {
			continue
		}
		var written *reading.Value
		named := false
		for i, word := range c.Children {
			named = named || word.Kind == reading.Expression && strings.HasPrefix(word.Text, variable)
			if word.Text == "-Value" && i+1 < len(c.Children) && c.Children[i+1].Kind == reading.String {
				written = c.Children[i+1]
			}
		}
		if named && written != nil {
			return written
		}
	}
	return nil
}
