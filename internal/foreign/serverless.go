package foreign

import (
	"regexp"
	"slices"
	"strings"

	"userpoolplayground/internal/reading"
)

// serverlessVariable matches a variable of the Serverless Framework, which stands in a text as
// ${source:address, fallback}. CloudFormation's own ${Name} has no colon, or two.
var serverlessVariable = regexp.MustCompile(`\$\{\s*(?:self|opt|env|param|ssm|cf|s3|sls|aws|output|terraform|git|strToBool|custom|file|vault|doppler)(?:\s*[:(]|\.[\w-]+\s*[:(])`)

const serverlessPrefix = "serverless "

// serverlessText turns such a text into a Template, or where it is one variable into that.
func serverlessText(v *reading.Value) *reading.Value {
	parts := serverlessParts(v.Text, 0)
	if len(parts) == 1 {
		one := *parts[0]
		one.From, one.To = v.From, v.To
		return &one
	}
	return &reading.Value{Kind: reading.Template, Children: parts, From: v.From, To: v.To}
}

func serverlessParts(s string, depth int) []*reading.Value {
	var parts []*reading.Value
	for s != "" {
		at := serverlessVariable.FindStringIndex(s)
		if at == nil || depth > 10 {
			return append(parts, text(s))
		}
		if at[0] > 0 {
			parts = append(parts, text(s[:at[0]]))
		}
		inner, rest := balanced(s[at[0]+2:])
		parts = append(parts, serverlessCall(inner, depth+1))
		s = rest
	}
	return parts
}

// balanced cuts at the brace that closes what is open.
func balanced(s string) (inner, rest string) {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth == 0 {
				return s[:i], s[i+1:]
			}
			depth--
		}
	}
	return s, ""
}

// serverlessCall reads what stands in ${ }: sources, the first of which that has a value counts.
func serverlessCall(inner string, depth int) *reading.Value {
	call := &reading.Value{Kind: reading.Call, Tag: serverlessPrefix, Text: strings.TrimSpace(inner)}
	for _, source := range topLevel(inner) {
		source = strings.TrimSpace(source)
		switch {
		case len(source) > 1 && strings.IndexByte(`'"`, source[0]) >= 0 && source[len(source)-1] == source[0]:
			call.Children = append(call.Children, serverlessText(&reading.Value{Kind: reading.String, Text: source[1 : len(source)-1]}))
		case strings.HasPrefix(source, "${"):
			nested, _ := balanced(source[2:])
			call.Children = append(call.Children, serverlessCall(nested, depth+1))
		case source == "true" || source == "false":
			call.Children = append(call.Children, boolean(source == "true"))
		case source == "null" || source == "":
			call.Children = append(call.Children, &reading.Value{Kind: reading.Null})
		case strings.Trim(source, "0123456789") == "":
			call.Children = append(call.Children, &reading.Value{Kind: reading.Number, Text: source})
		default:
			// An address may hold variables itself: ${self:custom.${opt:stage}.name}.
			call.Children = append(call.Children, &reading.Value{Kind: reading.Call, Tag: serverlessPrefix + "source", Children: serverlessParts(source, depth+1)})
		}
	}
	return call
}

// topLevel splits at the commas outside of braces, brackets and quotes.
func topLevel(s string) []string {
	var parts []string
	depth, start, quote := 0, 0, byte(0)
	for i := range len(s) {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '{' || c == '(' || c == '[':
			depth++
		case c == '}' || c == ')' || c == ']':
			depth--
		case c == ',' && depth == 0:
			parts = append(parts, s[start:i])
			start = i + 1
		}
	}
	return append(parts, s[start:])
}

const serverlessLate = "The Serverless Framework works it out when it deploys."

// serverless works a variable out: its first source that has a value.
func (m *mapper) serverless(v *reading.Value) (*reading.Value, string) {
	if v.Tag == serverlessPrefix+"source" {
		address, why := m.joined(&reading.Value{Children: v.Children})
		if why != "" {
			return nil, why
		}
		return m.serverlessSource(address.Text)
	}
	last := serverlessLate
	for i, source := range v.Children {
		known, why := m.resolve(source)
		if known != nil && known.Kind != reading.Null {
			return known, ""
		}
		if why != "" {
			last = why
		}
		// What cannot be known may well have a value: a fallback behind it is then not used. A
		// parameter or an option that nothing sets has none.
		if known == nil && why != serverlessUnset && i+1 < len(v.Children) {
			return nil, last
		}
	}
	if last == serverlessUnset {
		last = "Nothing in this text sets it."
	}
	return nil, last
}

// serverlessUnset is the reason of a source that has no value unless it is set from outside.
const serverlessUnset = "unset"

func (m *mapper) serverlessSource(address string) (*reading.Value, string) {
	kind, rest, found := strings.Cut(address, ":")
	if !found {
		return nil, serverlessLate
	}
	switch kind {
	case "self":
		if m.root.Member("provider") == nil && m.root.Member("service") == nil && m.root.Member("custom") == nil {
			return nil, "It stands in serverless.yml, of which this is a part."
		}
		if rest == "" {
			return nil, serverlessLate
		}
		value, why := m.descend(m.root, strings.Split(rest, "."))
		switch {
		case value == nil && rest == "provider.stage":
			return m.serverlessSource("sls:stage")
		case value == nil && strings.HasPrefix(why, "Nothing called"):
			return &reading.Value{Kind: reading.Null}, ""
		case value == nil:
			return nil, why
		}
		if rest == "service" && value.Kind == reading.Object && value.Member("name") != nil {
			value = value.Member("name")
		}
		known, why := m.resolve(value)
		if known == nil {
			return nil, why
		}
		m.used = append(m.used, "The value of "+rest+" in the same text is put in.")
		return known, ""
	case "opt":
		return m.outside("opt:"+rest, nil)
	case "env":
		value, why := m.outside("env:"+rest, nil)
		if value == nil {
			why = "The environment sets the variable " + rest + "."
		}
		return value, why
	case "param":
		stage := m.root.Member("params")
		for _, group := range []string{"default"} {
			if value := stage.Member(group).Member(rest); value != nil {
				return m.parameter("param:"+rest, value, value, "")
			}
		}
		return m.outside("param:"+rest, nil)
	case "sls":
		if rest == "stage" {
			if value, _ := m.outside("opt:stage", nil); value != nil {
				return value, ""
			}
			if value := m.root.Member("provider").Member("stage"); value != nil {
				return m.resolve(value)
			}
			return m.parameter("sls:stage", nil, text("dev"), "")
		}
	case "aws":
		switch rest {
		case "region":
			return m.ref("AWS::Region", nil)
		case "accountId":
			return m.ref("AWS::AccountId", nil)
		}
	}
	return nil, serverlessLate
}

// outside is a value that only the outside can set.
func (m *mapper) outside(name string, at *reading.Value) (*reading.Value, string) {
	return m.parameter(name, at, nil, serverlessUnset)
}

// extended is a resource with what the Serverless Framework merges into it from resources.extensions.
func (m *mapper) extended(resource *reading.Value) *reading.Value {
	parts := []*reading.Value{m.root.Member("resources")}
	if parts[0] != nil && parts[0].Kind == reading.List {
		parts = parts[0].Children
	}
	for _, part := range parts {
		more := part.Member("extensions").Member(resource.Name).Member("Properties")
		if more == nil {
			continue
		}
		whole := *resource
		whole.Children = slices.Clone(resource.Children)
		i := slices.IndexFunc(whole.Children, func(c *reading.Value) bool { return c.Name == "Properties" })
		if i < 0 {
			whole.Children = append(whole.Children, more)
		} else {
			whole.Children[i] = m.merged(whole.Children[i], more)
		}
		resource = &whole
	}
	return resource
}

// merged is a value with another one merged into it, as the framework does: member by member, and element by
// element.
func (m *mapper) merged(value, more *reading.Value) *reading.Value {
	known, _ := m.quietly(value)
	added, _ := m.quietly(more)
	if added != nil && added.Kind == reading.Null && known != nil {
		return value
	}
	if known == nil || added == nil || known.Kind != added.Kind || known.Kind != reading.Object && known.Kind != reading.List {
		return more
	}
	whole := *known
	whole.From, whole.To, whole.Name, whole.NameFrom, whole.NameTo = value.From, value.To, value.Name, value.NameFrom, value.NameTo
	whole.Children = slices.Clone(known.Children)
	for i, c := range added.Children {
		if known.Kind == reading.Object {
			i = slices.IndexFunc(known.Children, func(of *reading.Value) bool { return of.Name == c.Name })
		}
		if i < 0 || i >= len(known.Children) {
			whole.Children = append(whole.Children, c)
		} else {
			whole.Children[i] = m.merged(known.Children[i], c)
		}
	}
	return &whole
}
