package playground

import (
	"fmt"
	"strings"
	"sync"

	"userpoolplayground/wasm/json"
)

// verbs are what can be asked for: each with a text and options, and some with an argument,
// JSON text whose reading is the verb's own.
//
// They are put together when one is first asked for, and not before: the program that answers
// calls has this package, too, and none of its verbs.
func verbs() map[string]verb {
	theVerbs.Do(func() { theVerbs.all = allVerbs() })
	return theVerbs.all
}

type verb func(text string, o Options, argument string) (any, error)

var theVerbs struct {
	sync.Once
	all map[string]verb
}

func allVerbs() map[string]verb {
	return map[string]verb{
		"evaluate":          func(text string, o Options, _ string) (any, error) { return Evaluate(text, o), nil },
		"fixAll":            func(text string, o Options, _ string) (any, error) { return FixAll(text, o), nil },
		"importDescription": func(text string, o Options, _ string) (any, error) { return ImportDescription(text, o), nil },
		"readerFor":         func(text string, o Options, _ string) (any, error) { return ReaderFor(text, o), nil },
		"importText": func(text string, o Options, argument string) (any, error) {
			read, err := readReading(argument)
			if err != nil {
				return nil, err
			}
			return ImportText(text, read, o), nil
		},
		"probes": at(func(text string, offset int, o Options) (any, error) { return Probes(text, offset, o) }),
		"completeText": func(text string, o Options, argument string) (any, error) {
			p, read, err := readProbing(argument)
			if err != nil {
				return nil, err
			}
			return CompleteText(text, p.Offset, p.Index, read, o)
		},
		"check": func(text string, o Options, argument string) (any, error) {
			read, err := readReading(argument)
			if err != nil {
				return nil, err
			}
			return Check(text, read, o), nil
		},
		"form":      func(text string, o Options, _ string) (any, error) { return FormOf(text, o), nil },
		"explain":   func(text string, _ Options, _ string) (any, error) { return Explain(text), nil },
		"summarise": func(text string, o Options, _ string) (any, error) { return Summarise(text, o), nil },
		"contract":  func(_ string, o Options, _ string) (any, error) { return ContractOf(o), nil },
		"exportAs": func(text string, o Options, argument string) (any, error) {
			target, err := readTarget(argument)
			if err != nil {
				return nil, err
			}
			return ExportAs(target, text, o)
		},
		"complete": at(func(text string, offset int, o Options) (any, error) { return Complete(text, offset, o) }),
		"hover":    at(func(text string, offset int, o Options) (any, error) { return HoverAt(text, offset, o) }),
		"editForm": func(text string, o Options, argument string) (any, error) {
			edit, err := ReadFormEdit(argument)
			if err != nil {
				return nil, err
			}
			return EditForm(text, edit, o), nil
		},
		"tryPassword": func(text string, o Options, argument string) (any, error) {
			password, err := readPassword(argument)
			if err != nil {
				return nil, err
			}
			return TryPassword(text, password, o), nil
		},
	}
}

// at is a verb that asks about a place, which is its argument.
func at(ask func(text string, offset int, o Options) (any, error)) func(text string, o Options, argument string) (any, error) {
	return func(text string, o Options, argument string) (any, error) {
		offset, err := readOffset(argument)
		if err != nil {
			return nil, err
		}
		return ask(text, offset, o)
	}
}

// Answer is what a verb answers, as it crosses to JavaScript.
type Answer struct {
	// JSON is the answer as JSON text, in one line.
	JSON []byte
	// Reply is an evaluation's. The parts of it that are JSON texts themselves, its body, wire
	// and origins, in one line each, are empty in JSON. Most of an answer's bytes are theirs,
	// and inside of another JSON text they would be quoted here, and parsed twice there.
	Reply *Reply
	// State is the state's text, which crosses behind the reply for the same reason; "" where there is none.
	State string
}

// Text is the answer as it crosses: {"answer": …}, and behind it what the reply has apart, and the
// state, each on a line of its own.
func (a Answer) Text() string {
	reply := Reply{}
	if a.Reply != nil {
		reply = *a.Reply
	}
	var b strings.Builder
	b.Grow(len(a.JSON) + len(reply.Body) + len(reply.Wire) + len(reply.Origins) + len(a.State) + 64)
	b.WriteString(`{"answer":`)
	b.Write(a.JSON)
	b.WriteString(`}`)
	if a.Reply != nil {
		b.WriteString("\n" + reply.Body + "\n" + reply.Wire + "\n")
		b.Write(reply.Origins)
	}
	if a.State != "" {
		b.WriteString("\n" + a.State)
	}
	return b.String()
}

// Call runs a verb by name; an error says which argument is wrong. It is the whole of what
// the wasm program exports. options and argument are JSON text, or "" when absent; argument
// is what a verb takes beside a text and options.
func Call(verb, text, options, argument string) (Answer, error) {
	o, err := readOptions(options)
	if err != nil {
		return Answer{}, err
	}
	run, known := verbs()[verb]
	if !known {
		return Answer{}, fmt.Errorf("there is no verb %q", verb)
	}
	answer, err := run(text, o, argument)
	if err != nil {
		return Answer{}, err
	}
	var w writer
	switch answer := answer.(type) {
	case Evaluation:
		w.evaluation(answer)
		return Answer{JSON: append(w.json, '}'), Reply: &answer.Reply}, nil
	case Checked:
		w.evaluation(answer.Evaluation)
		rest := encode(answer.Reading)
		return Answer{JSON: append(append(w.json, ','), rest[1:]...), Reply: &answer.Reply}, nil
	}
	return Answer{JSON: []byte(encode(answer))}, nil
}

func encode(v any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // the wire types always encode
	}
	return strings.TrimSuffix(b.String(), "\n")
}
