package foreign

import (
	"regexp"
	"slices"
	"strings"

	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

// requestInShell is a request that a script sends by itself: curl --data '{"PoolName": …}'.
var requestInShell = &tongue{
	called: "The shell", lookup: lookupInScript, call: callOfShell, expand: expandFilledIn,
	missing: "No command that sends a CreateUserPool request was found.",
	find:    findSent, read: readSent,
}

var (
	target   = regexp.MustCompile(`(?i)^X-Amz-Target:[ \t]*AWSCognitoIdentityProviderService\.CreateUserPool[ \t]*$`)
	bodyName = regexp.MustCompile(`^(?:-d|--data(?:-ascii|-binary|-raw)?|--json)$`)
)

// findSent takes every command that has the header of the operation.
func findSent(m *mapper, root *reading.Value) []*pool {
	var found []*pool
	for _, c := range root.Children {
		if c.Role == "" && slices.ContainsFunc(c.Children, func(w *reading.Value) bool { return target.MatchString(w.Text) }) {
			found = append(found, &pool{id: "request", value: c})
		}
	}
	return found
}

func readSent(m *mapper, p *pool) *source.Node {
	body := m.body(p.value)
	if body == nil {
		n := node(source.Object, p.value)
		n.Children = []*source.Node{unknownNode(&reading.Value{From: p.value.From, To: p.value.To}, "the request", "What the command sends is not written out in this text.")}
		return n
	}
	known, why := m.worked(body, at{})
	if known != nil && !unfinished(known.Text) {
		if tree := m.json(at{}, known); tree != nil && tree.Kind == reading.Object {
			opened(tree)
			return m.asIs(tree) // the names are the API's
		}
		why = "It is no JSON."
	} else if known != nil {
		why = stillFilledIn
	}
	n := node(source.Object, body)
	n.Children = []*source.Node{unknownNode(&reading.Value{From: body.From, To: body.To}, m.shown(body), why)}
	return n
}

// opened leaves the texts open in a tree that another program fills in.
func opened(v *reading.Value) {
	if v.Kind == reading.String && reading.FilledIn(v.Text) {
		v.Kind = reading.Expression
	}
	for _, c := range v.Children {
		opened(c)
	}
}

// body is what a command sends, or nil where the text does not have it.
func (m *mapper) body(command *reading.Value) *reading.Value {
	for i, w := range command.Children {
		given := w
		name, value, joined := strings.Cut(w.Text, "=")
		switch {
		case bodyName.MatchString(w.Text) && i+1 < len(command.Children):
			given = command.Children[i+1]
		case joined && bodyName.MatchString(name):
			of := *w
			of.Text, of.From = value, min(w.From+len(name)+1, w.To)
			given = &of
		default:
			continue
		}
		file, named := strings.CutPrefix(given.Text, "@")
		if !named || given.Kind != reading.String {
			return given
		}
		if file != reading.Input {
			return m.written(file)
		}
		for _, c := range m.root.Children { // the first behind the command
			if c.Role == reading.File && c.Name == reading.Input && c.From >= command.From {
				plain := *c
				plain.Role, plain.Name = "", ""
				return &plain
			}
		}
	}
	return nil
}
