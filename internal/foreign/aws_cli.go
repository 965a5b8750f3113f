package foreign

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/names"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

var awsCLI = &tongue{
	called: "The shell", refuser: "The AWS CLI", alone: true, strict: true,
	missing: "No command aws cognito-idp create-user-pool that sends a request was found.",
	find:    findCommands, read: readCommand, lookup: lookupInScript, call: callOfShell, expand: expandFilledIn,
}

// expandFilledIn turns a text in which another program puts values into what is not known. In JSON that
// goes for the texts in it.
func expandFilledIn(_ *mapper, v *reading.Value) *reading.Value {
	if v.Kind != reading.String || !reading.FilledIn(v.Text) {
		return v
	}
	if text := strings.TrimSpace(v.Text); text[0] == '[' || text[0] == '{' && !strings.HasPrefix(text, "{{") {
		return v
	}
	return &reading.Value{Kind: reading.Expression, Text: v.Text, From: v.From, To: v.To}
}

const operation = "create-user-pool"

// findCommands takes every command that creates a pool.
func findCommands(m *mapper, root *reading.Value) []*pool {
	var found []*pool
	for _, c := range root.Children {
		if spread := func(w *reading.Value) bool { return w.Role == reading.Spread }; c.Role == "" && slices.ContainsFunc(c.Children, spread) {
			if words, unknown := m.words(c.Children); slices.ContainsFunc(words, func(w *reading.Value) bool { return w.Text == operation && w.Role == "" }) && !slices.ContainsFunc(c.Children, func(w *reading.Value) bool { return w.Text == operation }) {
				whole := *c // what runs stands in a list with the rest
				whole.Children = append(words, unknown...)
				c = &whole
			}
		}
		at := slices.IndexFunc(c.Children, func(w *reading.Value) bool { return w.Text == operation })
		if c.Role != "" || at < 0 || !slices.ContainsFunc(c.Children[:at], func(w *reading.Value) bool { return w.Text == "cognito-idp" }) {
			continue
		}
		if slices.ContainsFunc(c.Children[at:], func(w *reading.Value) bool { return w.Text == "--generate-cli-skeleton" }) {
			continue // it prints a form and sends nothing
		}
		id := "command"
		for i, w := range c.Children[:len(c.Children)-1] {
			if full, _ := m.optionFor(w.Text); full == "--pool-name" {
				id = m.shown(c.Children[i+1])
				if known := c.Children[i+1]; known.Kind == reading.String {
					id = known.Text
				}
			}
		}
		own := *c
		own.Children = c.Children[programIn(c.Children[:at]):]
		found = append(found, &pool{id: id, value: &own})
	}
	return found
}

// programIn is where the AWS CLI begins in the words before its operation: what stands before belongs to what runs
// it, docker or sudo.
func programIn(before []*reading.Value) int {
	service := slices.IndexFunc(before, func(w *reading.Value) bool { return w.Text == "cognito-idp" })
	for i := service - 1; i >= 0; i-- {
		last := before[i].Text[strings.LastIndexByte(before[i].Text, '/')+1:]
		if option := i > 0 && strings.HasPrefix(before[i-1].Text, "--"); !option && (last == "aws" || last == "awslocal" || strings.HasPrefix(last, "aws-cli")) {
			return i
		}
	}
	if service > 0 && before[0].Text != "aws" && !strings.HasPrefix(before[0].Text, "--") {
		return service
	}
	return 0
}

// assigned returns what a script sets a variable to, where it does so once; set tells whether
// it does at all.
func (m *mapper) assigned(name string) (value *reading.Value, set bool) {
	for _, c := range m.root.Children {
		if c.Name != name || c.Role != reading.Assigned && c.Role != reading.Grown {
			continue
		}
		if set || c.Role == reading.Grown {
			if c.Role == reading.Grown && value != nil && value.Kind == reading.List && c.Kind == reading.List {
				grown := *value
				grown.Children = append(slices.Clone(value.Children), c.Children...)
				value = &grown
				continue
			}
			return nil, true
		}
		plain := *c
		plain.Role = ""
		value, set = &plain, true
	}
	return value, set
}

// lookupInScript returns the value of a shell's variable.
func lookupInScript(m *mapper, name string) (*reading.Value, string) {
	value, set := m.assigned(name)
	switch filling := strings.HasPrefix(name, "{{"); {
	case filling && value != nil: // which the one who runs it can set as well
		return m.parameter(strings.Trim(name, "{}"), value, value, "")
	case filling:
		return nil, m.called + " works it out when it runs."
	case value != nil:
		if _, given := m.options.Parameters[name]; given {
			return m.parameter(name, nil, nil, "")
		}
		return value, ""
	case set:
		return nil, "The variable " + name + " is set more than once."
	}
	if i := slices.IndexFunc(m.root.Children, func(c *reading.Value) bool { return c.Role == reading.Default && c.Name == name }); i >= 0 {
		plain := *m.root.Children[i]
		plain.Role = ""
		return m.parameter(name, &plain, &plain, "")
	}
	if _, of, found := strings.Cut(name, " of "); found {
		return nil, "It is what the function " + of + " is called with, which this text does not tell."
	}
	if strings.Trim(name, "0123456789") == "" {
		return m.parameter(name, nil, nil, "$"+name+" is what the script is called with, which this text does not tell.")
	}
	if m.namedElsewhere(name) {
		return m.parameter(name, nil, nil, "This text sets the variable "+name+" nowhere that can be followed.")
	}
	return m.parameter(name, nil, nil, "This text does not set the variable "+name+".")
}

// namedElsewhere reports whether the text has a name in another place than where its value is used: what is there may set it.
func (m *mapper) namedElsewhere(name string) bool {
	for at := 0; ; at += len(name) {
		next := strings.Index(m.text[at:], name)
		if next < 0 {
			return false
		}
		at += next
		before, behind := m.text[:at], m.text[at+len(name):]
		whole := !partOfName.MatchString(before[max(0, len(before)-1):]) && (behind == "" || !partOfName.MatchString(behind[:1]))
		if whole && !usesName.MatchString(before[max(0, len(before)-10):]) {
			return true
		}
	}
}

// partOfName matches a letter of a name or an option, usesName what stands before a name whose value is used.
var partOfName, usesName = regexp.MustCompile(`[\w-]`), regexp.MustCompile(`(?:\$[{(]?[#!]?|%|\$\{?env:)$`)

// callOfShell works out ${name:-default}.
func callOfShell(m *mapper, v *reading.Value) (*reading.Value, string) {
	if v.Tag == ":-" && len(v.Children) == 2 {
		name := v.Children[0].Text
		value, set := m.assigned(name)
		if name = strings.Trim(name, "{}"); set {
			if value != nil && value.Kind == reading.Reference { // what a function hands on
				of := *v
				of.Children = []*reading.Value{value, v.Children[1]}
				return &of, ""
			}
			known, why := m.resolve(value)
			if value == nil || known == nil {
				return nil, why
			}
			if known.Kind != reading.String || known.Text != "" {
				return known, ""
			}
			return v.Children[1], ""
		}
		return m.parameter(name, v.Children[0], v.Children[1], "")
	}
	return nil, "The shell works it out when it runs."
}

// option is one option of the command with its values. name is the whole one where the text has
// the beginning alone, which is spelt; could are the options that a beginning fits.
type option struct {
	name, spelt string
	could       []string
	word        *reading.Value
	values      []*reading.Value
	// only says in which cases alone it is there, "" where it always is.
	only string
}

func (m *mapper) newOption(spelt string, word *reading.Value, values ...*reading.Value) option {
	name, could := m.optionFor(spelt)
	return option{name: name, spelt: spelt, could: could, word: word, values: values}
}

// optionFor returns the option that a name is or begins, as Python's argparse finds it: among those
// of every command first, since the AWS CLI takes these out before the command sees its own. Where
// a beginning fits several they come back instead.
func (m *mapper) optionFor(spelt string) (name string, could []string) {
	if len(spelt) < len("--x") || !strings.HasPrefix(spelt, "--") {
		return spelt, nil
	}
	own := []string{"--cli-input-json", "--cli-input-yaml", "--generate-cli-skeleton"}
	var members []string
	for _, c := range m.contract.Request.Members {
		members = append(members, names.Option(c))
		if c.Shape.Kind == contract.Boolean {
			members = append(members, strings.Replace(names.Option(c), "--", "--no-", 1))
		}
	}
	for _, options := range [][]string{globalOptions, append(members, own...)} {
		if slices.Contains(options, spelt) {
			return spelt, nil
		}
		for _, o := range options {
			if strings.HasPrefix(o, spelt) {
				could = append(could, o)
			}
		}
		switch len(could) {
		case 0:
		case 1:
			return could[0], nil
		default:
			return spelt, could
		}
	}
	return spelt, nil
}

// globalOptions are those of every command, of the AWS CLI 1 and 2.
var globalOptions = []string{
	"--debug", "--endpoint-url", "--no-verify-ssl", "--no-paginate", "--output", "--query", "--profile", "--region", "--version",
	"--color", "--no-sign-request", "--ca-bundle", "--cli-read-timeout", "--cli-connect-timeout", "--cli-binary-format",
	"--no-cli-pager", "--cli-auto-prompt", "--no-cli-auto-prompt",
}

// words are a command's words, those of an array that is spread among them. What is not known
// comes back, too.
func (m *mapper) words(all []*reading.Value) (words, unknown []*reading.Value) {
	for _, w := range all {
		if w.Role != reading.Spread && m.expands(w) { // "--profile dev" is two words here
			if known, _ := m.quietly(w); known != nil && known.Kind == reading.String && strings.HasPrefix(known.Text, "--") {
				for _, part := range strings.Fields(known.Text) {
					words = append(words, &reading.Value{Kind: reading.String, Text: part, From: w.From, To: w.To})
				}
				continue
			}
		}
		if w.Role != reading.Spread {
			words = append(words, w)
			continue
		}
		plain := *w
		plain.Role = ""
		known, _ := m.quietly(&plain)
		if known == nil || known.Kind != reading.List {
			unknown = append(unknown, w)
			continue
		}
		words = append(words, known.Children...)
	}
	return words, unknown
}

// options takes the command's words apart.
func (m *mapper) optionsOf(words []*reading.Value) []option {
	var all []option
	only := ""
	add := func(o option) {
		o.only = only
		all = append(all, o)
	}
	for _, w := range words {
		wrapped := w
		if only = ""; w.Kind == reading.Call && w.Tag == reading.OnlyIf {
			w, only = w.Children[0], w.Text
		}
		name, value, given := strings.Cut(w.Text, "=")
		// A word with a space in it is a value to the AWS CLI, whatever it begins with.
		if w.Kind == reading.String && strings.HasPrefix(w.Text, "--") && !strings.ContainsAny(name, " \n") {
			o := m.newOption(name, w)
			if given {
				at := *w
				at.Text = value
				if raw := m.text[w.From:w.To]; strings.HasPrefix(raw, name+"=") {
					at.From += len(name) + 1
				}
				o.values = []*reading.Value{&at}
			}
			add(o)
			continue
		}
		// --pool-name="$NAME" is one word of two parts.
		if first := firstText(w); w.Kind == reading.Template && strings.HasPrefix(first, "--") {
			if name, rest, given := strings.Cut(first, "="); given && !strings.ContainsAny(name, " \n") {
				at := *w
				at.Children = slices.Clone(w.Children)
				at.Children[0] = text(rest)
				at.From = min(at.From+len(name)+1, at.To)
				add(m.newOption(name, w, &at))
				continue
			}
		}
		// "--pool-name=$(name)" is one whose value is a command's.
		if spelt := optionOf.FindString(strings.TrimLeft(m.text[w.From:w.To], `fF"'`)); w.Kind == reading.Expression && spelt != "" {
			at := *w
			at.From = min(at.From+strings.Index(m.text[w.From:w.To], spelt)+len(spelt), at.To)
			at.Text = strings.TrimRight(m.text[at.From:at.To], `"'`)
			add(m.newOption(strings.TrimSuffix(spelt, "="), w, &at))
			continue
		}
		if last := len(all) - 1; last >= 0 {
			if all[last].only != only {
				w = wrapped
			}
			all[last].values = append(all[last].values, w)
		}
	}
	return all
}

// optionOf matches the option that a word begins with, and its value behind it.
var optionOf = regexp.MustCompile(`^--[a-z][a-z-]*=`)

// expanding takes from options the words behind their values that the shell may turn into further
// options, or into nothing: $EXTRA_ARGS, ${PROFILE:+--profile $PROFILE}. A list takes what is no option.
func (m *mapper) expanding(words []*reading.Value, options []option) (found []*reading.Value) {
	for _, w := range words[m.operationIn(words)+1:] { // those before the first option
		if strings.HasPrefix(w.Text, "--") || strings.HasPrefix(firstText(w), "--") {
			break
		}
		if m.expands(w) {
			found = append(found, w)
		}
	}
	for i, o := range options {
		takes := 1
		switch of, _ := m.memberOf(o.name); {
		case of != nil && of.Shape.Kind == contract.List:
			takes = len(o.values)
		case of != nil && of.Shape.Kind == contract.Boolean, strings.HasPrefix(o.name, "--no-"), slices.Contains([]string{"--debug", "--version", "--cli-auto-prompt"}, o.name):
			takes = 0
		}
		var kept []*reading.Value
		for at, w := range o.values {
			if m.expands(w) && (at >= takes || strings.Contains(m.text[w.From:w.To], ":+")) {
				found = append(found, w)
			} else {
				kept = append(kept, w)
			}
		}
		options[i].values = kept
	}
	return found
}

func (m *mapper) operationIn(words []*reading.Value) int {
	return slices.IndexFunc(words, func(w *reading.Value) bool { return w.Text == operation })
}

// expands reports whether a word is what a variable or a command holds, without quotes around it.
func (m *mapper) expands(w *reading.Value) bool {
	written := m.text[w.From:w.To]
	return w.Kind != reading.String && written != "" && strings.IndexByte("$%`* \t", written[0]) >= 0 && !strings.HasPrefix(written, "${{")
}

// firstText is the text that a Template begins with.
func firstText(w *reading.Value) string {
	if len(w.Children) > 0 && w.Children[0].Kind == reading.String {
		return w.Children[0].Text
	}
	return ""
}

func readCommand(m *mapper, p *pool) *source.Node {
	request := node(source.Object, p.value)
	words, unknown := m.words(p.value.Children)
	options := m.optionsOf(words)
	for _, w := range m.expanding(words, options) {
		if written := m.text[w.From:w.To]; strings.Contains(written, ":+") && !slices.ContainsFunc(optionNames.FindAllString(written, -1), func(name string) bool { return !ownToAWSCLI.MatchString(name) }) {
			m.say(diagnostic.Note, reading.Beside, at{path: written}, w, "It is the AWS CLI's own and says nothing to the service.")
			continue
		}
		unknown = append(unknown, w)
	}
	// What the options say counts more than what a file does.
	for _, o := range options {
		switch {
		case o.name != "--cli-input-json" && o.name != "--cli-input-yaml":
		case o.only != "":
			request.Children = append(request.Children, unknownNode(o.word, o.name, o.only))
		default:
			m.input(request, o)
		}
	}
	for i, o := range options {
		again := func(other option) bool { return other.name == o.name && other.only == "" && o.only == "" }
		if of, _ := m.memberOf(o.name); of != nil && slices.ContainsFunc(options[i+1:], again) {
			m.say(diagnostic.Warning, "repeated-option", at{path: o.name}, o.word, "%s stands here again further on, and the AWS CLI takes the last one alone. Write all values behind one.", o.name)
		}
		if o.name != "--cli-input-json" && o.name != "--cli-input-yaml" {
			m.option(request, o)
		}
	}
	for i, t := range m.found { // of two options of a name one would be lost
		if slices.ContainsFunc(options, func(o option) bool { return o.name == t.rename }) {
			m.found[i].rename = ""
		}
	}
	for _, w := range unknown {
		request.Children = append(request.Children, unknownNode(w, m.shown(w), "It is not known which options these words are."))
	}
	return request
}

var optionNames = regexp.MustCompile(`--[a-z][a-z-]*`)

// ownToAWSCLI are the options that every command of the AWS CLI has.
var ownToAWSCLI = regexp.MustCompile(`^--(?:no-)?(?:region|profile|output|query|endpoint-url|debug|verify-ssl|paginate|sign-request|cli-pager|cli-auto-prompt|color|ca-bundle|cli-[a-z-]+|generate-cli-skeleton|version)$`)

func (m *mapper) option(request *source.Node, o option) {
	if o.name == "--"+reading.Typed {
		m.Typed = &reading.Place{Name: true}
		return
	}
	of, yes := m.memberOf(o.name)
	place := at{path: o.name}
	if of != nil {
		place.pointer = "/" + of.Name
	}
	if o.name != o.spelt {
		m.say(diagnostic.Note, "short-option", place, o.word, "The AWS CLI takes %s for %s, the only option that begins so.", o.spelt, o.name)
	}
	switch {
	case o.only != "" && of != nil:
		last := o.word
		if len(o.values) > 0 {
			last = o.values[len(o.values)-1]
		}
		n := unknownNode(&reading.Value{From: o.word.From, To: max(o.word.To, last.To)}, "", o.only)
		n.Text = strings.Join(strings.Fields(m.text[n.Start:n.End]), " ")
		set(request, of.Name, n)
	case len(o.could) > 0:
		m.tell(diagnostic.Error, "ambiguous-option", place, o.word, diagnostic.Said{
			Message: "The AWS CLI refuses " + o.spelt + ": ambiguous option: " + o.spelt + " could match " + strings.Join(o.could, ", ") + ".",
			Why:     "It takes the beginning of an option for the whole where no other begins so.",
		})
	case o.name == "--region":
		if o.only == "" && len(o.values) == 1 && o.values[0].Kind == reading.String && !reading.FilledIn(o.values[0].Text) {
			m.Region = o.values[0].Text
		}
		m.say(diagnostic.Note, reading.Beside, place, o.word, "It is the Region of the call, not of the request. The surroundings are taken to be there, unless they say another.")
	case of == nil && ownToAWSCLI.MatchString(o.name):
		m.say(diagnostic.Note, reading.Beside, place, o.word, "It is the AWS CLI's own and says nothing to the service.")
	case of == nil:
		m.noOption(o, place)
	case of.Shape.Kind == contract.Boolean && len(o.values) == 0:
		n := node(source.False, o.word)
		if yes {
			n.Kind = source.True
		}
		set(request, of.Name, n)
	case len(o.values) == 0:
		m.say(diagnostic.Error, "no-value", place, o.word, "%s has no value.", o.name)
	default:
		if of.Shape.Kind != contract.List {
			for _, extra := range o.values[1:] {
				m.say(diagnostic.Warning, "extra-word", place, extra, "%s takes one value, so that this word belongs to nothing. Is a value before it without quotes?", o.name)
			}
		}
		if value := m.values(o, of.Shape, place); value != nil {
			value.NameStart, value.NameEnd = o.word.From, min(o.word.From+len(o.spelt), o.word.To)
			set(request, of.Name, value)
		}
	}
}

// noOption says of an option that the command does not have what was meant.
func (m *mapper) noOption(o option, place at) {
	facts := diagnostic.Refused{Tool: "The AWS CLI", Name: o.name}
	var options []string
	for _, c := range m.contract.Request.Members {
		options = append(options, names.Option(c))
	}
	for _, c := range contract.Newest().Request.Members {
		if names.Option(c) == o.name {
			m.drop(o.word, place, "The API had no such member on that day: %s came on %s.", c.Name, c.Since)
			return
		}
	}
	facts.Meant = names.Nearest(o.name, options)
	// --password-policy is one of --policies' members.
	plain := strings.ReplaceAll(strings.TrimPrefix(o.name, "--"), "-", "")
	for _, c := range m.contract.Request.Members {
		for _, below := range c.Shape.Members {
			if strings.EqualFold(below.Name, plain) {
				facts.Meant, facts.Belongs = below.Name+"=…", names.Option(c)
			}
		}
	}
	m.tell(diagnostic.Error, "unknown-name", place, o.word, facts)
	if facts.Belongs == "" {
		m.found[len(m.found)-1].rename = facts.Meant
	}
}

// memberOf returns the member that an option is for; yes is false for --no-….
func (m *mapper) memberOf(name string) (of *contract.Member, yes bool) {
	for _, c := range m.contract.Request.Members {
		switch name {
		case names.Option(c):
			return c, true
		case strings.Replace(names.Option(c), "--", "--no-", 1):
			if c.Shape.Kind == contract.Boolean {
				return c, false
			}
		}
	}
	return nil, false
}

// values maps the words behind an option.
func (m *mapper) values(o option, s *contract.Shape, place at) *source.Node {
	var known []*reading.Value
	var unknown []*source.Node
	for _, w := range o.values {
		value, why := m.worked(w, place)
		switch file := m.fileOf(w); {
		case file != nil:
			known = append(known, file)
		case value == nil && m.pieced(w) != nil:
			known = append(known, m.pieced(w))
		case value == nil:
			unknown = append(unknown, unknownNode(w, m.shown(w), why))
		case inFile(value.Text):
			if file := m.written(value.Text); file != nil {
				known = append(known, file)
				continue
			}
			unknown = append(unknown, unknownNode(w, m.shown(w), "Its value is in a file, which this text does not write."))
		default:
			known = append(known, value)
		}
	}
	switch {
	case len(known) == 0 && len(unknown) == 0:
		return nil
	case len(known) == 0:
		return unknown[0]
	case s.Kind != contract.List:
		return m.word(place, known[0], s)
	case len(known) == 1 && strings.HasPrefix(strings.TrimSpace(known[0].Text), "["):
		return m.word(place, known[0], s)
	}
	list := &source.Node{Kind: source.Array, Start: known[0].From, End: known[len(known)-1].To}
	for _, w := range known {
		if e := m.word(place, w, s.Element); e != nil {
			list.Children = append(list.Children, e)
		}
	}
	list.Children = append(list.Children, unknown...)
	return list
}

// gapOpens and gapCloses stand around the number of a part that only the program knows, while the rest is taken apart.
const gapOpens, gapCloses = "\uE000", "\uE001"

// pieced is what a word holds whose parts are known in part: SnsCallerArn=$ROLE,ExternalId=a. nil where
// the unknown part may be more than a value.
func (m *mapper) pieced(w *reading.Value) *reading.Value {
	if w = m.withHoles(w); w.Kind != reading.Template {
		return nil
	}
	var text strings.Builder
	var places [][2]int // of each byte
	put := func(letters string, from, to int) {
		if raw := m.text[from:to]; len(raw) >= len(letters) && strings.Contains(raw[:min(len(raw), len(letters)+1)], letters) { // as it is written
			from += strings.Index(raw, letters)
			for i := range len(letters) {
				places = append(places, [2]int{from + i, from + i + 1})
			}
		} else {
			places = append(places, slices.Repeat([][2]int{{from, to}}, len(letters))...)
		}
		text.WriteString(letters)
	}
	gaps := map[string]*reading.Value{}
	for _, part := range w.Children {
		if known, _ := m.quietly(part); known != nil && known.Scalar() {
			put(known.Text, part.From, part.To)
			continue
		}
		gap := gapOpens + strconv.Itoa(len(gaps)) + gapCloses
		if before := strings.TrimRight(text.String(), " \t\r\n"); strings.HasSuffix(before, ":") && strings.IndexByte("{[", strings.TrimSpace(before)[0]) >= 0 && strings.Count(before, `"`)%2 == 0 {
			gap = `"` + gap + `"` // a value of its own in JSON
		}
		gaps[strings.Trim(gap, `"`)] = part
		put(gap, part.From, part.To)
	}
	var tree *reading.Value
	whole := text.String()
	if start := strings.TrimSpace(whole); strings.HasPrefix(start, "{") || strings.HasPrefix(start, "[") {
		if d := source.Parse(whole); d.Faithful {
			tree = fromJSON(d.Root)
		}
	} else if read, _, wrong := parseShorthand(whole); wrong == "" {
		tree = read
	}
	if tree == nil || !m.fillGaps(tree, places, gaps) {
		return nil
	}
	return tree
}

// filledHole matches what a program, or another tool, puts into a word of its command.
var filledHole = regexp.MustCompile(`[$#]?\{\{[ \t][^{}=\n]*\}\}|[$#]?\{[^{}=\n]*\}|%[sdvq]`)

// withHoles is a word in the CLI's shorthand into which values are put, as the parts that it has; any other as it is.
func (m *mapper) withHoles(w *reading.Value) *reading.Value {
	from, to := w.From, min(w.To, len(m.text))
	if w.Kind != reading.Expression || to-from < 2 {
		return w
	}
	if quote := m.text[from]; (quote == '"' || quote == '\'') && m.text[to-1] == quote {
		from, to = from+1, to-1
	}
	raw := m.text[from:to]
	holes := filledHole.FindAllStringIndex(raw, -1)
	if len(holes) == 0 || strings.ContainsAny(raw, "\"'`\\\n") || !strings.Contains(raw[:holes[0][0]], "=") {
		return w
	}
	parts, behind := *w, 0
	parts.Kind, parts.Children = reading.Template, nil
	for _, at := range append(holes, []int{len(raw), len(raw)}) {
		for i, piece := range []string{raw[behind:at[0]], raw[at[0]:at[1]]} {
			if piece != "" {
				start := from + [2]int{behind, at[0]}[i]
				parts.Children = append(parts.Children, &reading.Value{Kind: [2]reading.Kind{reading.String, reading.Expression}[i], Text: piece, From: start, To: start + len(piece)})
			}
		}
		behind = at[1]
	}
	return &parts
}

// fillGaps puts the unknown parts back into a tree, and gives all of it its places in the text. It reports
// whether no name has one.
func (m *mapper) fillGaps(v *reading.Value, places [][2]int, gaps map[string]*reading.Value) bool {
	move := func(from, to int) (int, int) {
		last := len(places) - 1
		return places[min(from, last)][0], places[max(min(to-1, last), min(from, last))][1]
	}
	v.From, v.To = move(v.From, v.To)
	if v.NameTo > v.NameFrom {
		v.NameFrom, v.NameTo = move(v.NameFrom, v.NameTo)
	}
	if part := gaps[v.Text]; v.Kind == reading.String && part != nil {
		v.Kind, v.Text, v.Tag, v.Children, v.From, v.To = part.Kind, part.Text, part.Tag, part.Children, part.From, part.To
		return !strings.Contains(v.Name, gapOpens)
	}
	if v.Kind == reading.String && strings.Contains(v.Text, gapOpens) {
		v.Kind = reading.Expression
		for gap, part := range gaps {
			v.Text = strings.ReplaceAll(v.Text, gap, m.shown(part))
		}
	}
	for _, c := range v.Children {
		if !m.fillGaps(c, places, gaps) {
			return false
		}
	}
	return !strings.Contains(v.Name, gapOpens)
}

// word maps one word: a scalar as it stands, JSON, or the CLI's shorthand.
func (m *mapper) word(place at, w *reading.Value, s *contract.Shape) *source.Node {
	m.setCoerces(s.Scalar())
	if s.Scalar() {
		return m.value(w, s, place)
	}
	text := strings.TrimSpace(w.Text)
	if w.Kind == reading.Object || w.Kind == reading.List { // of a word that is known in part
		m.setCoerces(true)
		return m.value(w, s, place)
	}
	if strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") {
		if unfinished(text) {
			return unknownNode(w, m.shown(w), stillFilledIn)
		}
		if tree := m.json(place, w); tree != nil {
			return m.value(tree, s, place)
		}
		return nil
	}
	tree, at, wrong := parseShorthand(w.Text)
	if wrong != "" {
		from, to := m.inside(w, at, at+1)
		m.say(diagnostic.Error, "no-shorthand", place, &reading.Value{From: from, To: to}, "The value of %s is neither JSON nor the AWS CLI's shorthand: %s.", place.path, wrong)
		return nil
	}
	m.place(w, tree)
	m.setCoerces(true)
	return m.value(tree, s, place)
}

// unfinished reports whether a text is no JSON as long as another program has not filled it in.
func unfinished(text string) bool { return reading.FilledIn(text) && !source.Parse(text).Faithful }

const stillFilledIn = "Another program fills it in before it is JSON."

// setCoerces: JSON keeps its types, and nothing else has any.
func (m *mapper) setCoerces(coerces bool) {
	tongue := *m.tongue
	tongue.coerces = coerces
	m.tongue = &tongue
}

// json reads the JSON in a word; nil, with findings, where it is none.
func (m *mapper) json(place at, w *reading.Value) *reading.Value {
	d := source.Parse(w.Text)
	for _, f := range d.Faults {
		if !f.Warning {
			from, to := m.inside(w, f.Start, f.End)
			m.say(diagnostic.Error, f.Rule, place, &reading.Value{From: from, To: to}, "%s", f.Message)
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
	if tree.NameTo > tree.NameFrom {
		tree.NameFrom, tree.NameTo = m.inside(w, tree.NameFrom, tree.NameTo)
	}
	for _, c := range tree.Children {
		m.place(w, c)
	}
}

// input takes the request from --cli-input-json.
func (m *mapper) input(request *source.Node, o option) {
	place := at{path: o.name}
	unknown := func(w *reading.Value, why string) {
		request.Children = append(request.Children, unknownNode(w, m.shown(w), why))
	}
	for _, w := range o.values[:min(1, len(o.values))] {
		content := m.fileOf(w)
		if content == nil {
			known, why := m.worked(w, place)
			if content = known; known == nil {
				content = m.pieced(w)
			}
			if content == nil {
				unknown(w, why)
				continue
			}
		}
		if inFile(content.Text) {
			file := m.written(content.Text)
			if file == nil {
				unknown(w, "The request is in the file "+content.Text[strings.Index(content.Text, "//")+2:]+", which this text does not write.")
				continue
			}
			content = file
		}
		switch {
		case content.Kind == reading.Object: // known in part
			m.setCoerces(false)
			m.structure(request, m.contract.Request, content, place)
		case o.name == "--cli-input-yaml":
			unknown(w, "YAML inside a command is not read: paste it by itself.")
		case unfinished(content.Text):
			unknown(w, stillFilledIn)
		default:
			if tree := m.json(place, content); tree != nil {
				m.structure(request, m.contract.Request, tree, place)
			}
		}
	}
}

// inFile reports whether a word names the file that its value is in.
func inFile(word string) bool {
	return strings.HasPrefix(word, "file://") || strings.HasPrefix(word, "fileb://")
}

// written returns what the same script has written into a file, or nil.
func (m *mapper) written(address string) *reading.Value {
	name := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(address, "fileb://"), "file://"), "./")
	var found *reading.Value
	for _, c := range m.root.Children {
		if c.Role == reading.File && (strings.TrimPrefix(c.Name, "./") == name || c.Name == reading.Input && name == "/dev/stdin") {
			plain := *c
			plain.Role, plain.Name = "", ""
			known, _ := m.quietly(&plain)
			if known == nil {
				known = m.pieced(&plain)
			}
			if known != nil {
				at := *known
				at.From, at.To = plain.From, plain.To
				found = &at
			}
		}
	}
	return found
}

var fileVariable = regexp.MustCompile(`^"?file://\$\(?(\$?\w+)`)

// fileOf returns what the same script has written into the file that a word names, or nil: > "$file",
// Set-Content -LiteralPath $file -Value '…', and '…' | Out-File $file.
func (m *mapper) fileOf(w *reading.Value) *reading.Value {
	raw := m.text[w.From:w.To]
	if found := m.written(strings.ReplaceAll(raw, `"`, "")); found != nil && strings.Contains(raw, "$") {
		return found
	}
	name := fileVariable.FindStringSubmatch(raw)
	if name == nil {
		return nil
	}
	variable := "$" + strings.TrimPrefix(name[1], "$")
	for at, c := range m.root.Children {
		if len(c.Children) == 0 || c.Children[0].Text != "Set-Content" && c.Children[0].Text != "Out-File" {
			continue
		}
		var written *reading.Value
		if at > 0 {
			if before := m.root.Children[at-1]; len(before.Children) == 1 && before.Children[0].Kind == reading.String && strings.TrimSpace(m.text[before.To:max(before.To, c.From)]) == "|" {
				written = before.Children[0]
			}
		}
		named := false
		for i, word := range c.Children {
			named = named || strings.HasPrefix(m.text[word.From:word.To], variable)
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
