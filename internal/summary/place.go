package summary

import (
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// place is a value of the reply with its JSON Pointer; the value is nil where the reply
// has none. A value that is decided at deployment stands for all that could be in it.
type place struct {
	value   *userpool.Value
	pointer string
	// within is set for what would be in a value that is decided at deployment.
	within bool
	// read gathers what was asked about and is decided at deployment; nil where nobody looks.
	read *[]place
}

func (p place) get(names ...string) place {
	for _, name := range names {
		if p.open() {
			p.within = true
			return p
		}
		p = p.at(p.value.Member(name), name)
	}
	return p
}

// at is the place of a value that is in another.
func (p place) at(v *userpool.Value, name string) place {
	return place{value: v, pointer: p.pointer + "/" + source.EscapePointer(name), read: p.read}
}

// open reports whether the value is decided at deployment.
func (p place) open() bool { return p.value != nil && p.value.Origin.Kind == userpool.Unknown }

// ask notes that a sentence depends on the value.
func (p place) ask() {
	if p.read != nil && p.open() {
		*p.read = append(*p.read, p)
	}
}

// there reports whether the reply has the value, whatever it is.
func (p place) there() bool {
	if p.within {
		p.ask()
	}
	return p.value != nil
}

func (p place) text() string {
	if p.value == nil {
		return ""
	}
	p.ask()
	return p.value.Text
}

func (p place) is(texts ...string) bool {
	return p.value != nil && slices.Contains(texts, p.text()) && !p.open()
}

// yes reports whether a boolean is there and true.
func (p place) yes() bool { return p.is("true") }

// given reports whether the request says the value.
func (p place) given() bool { return p.value != nil && p.value.Origin.Kind == userpool.Given }

// name is what a value is called: its member, or that of the list that it is in.
func (p place) name() string {
	steps := source.SplitPointer(p.pointer)
	last := steps[len(steps)-1]
	if _, err := strconv.Atoi(last); err == nil && len(steps) > 1 {
		return "A value of " + steps[len(steps)-2]
	}
	return last
}

// elements are a list's elements or an object's members.
func (p place) elements() []place {
	var all []place
	if p.value == nil {
		return nil
	}
	p.ask()
	for i, c := range p.value.Children {
		step := c.Name
		if step == "" {
			step = strconv.Itoa(i)
		}
		all = append(all, p.at(c, step))
	}
	return all
}

// has returns the element of a list with a text, absent where there is none.
func (p place) has(text string) place {
	for _, e := range p.elements() {
		if e.is(text) {
			return e
		}
	}
	return place{}
}

// texts are those of a list's elements.
func (p place) texts() []string {
	var all []string
	for _, e := range p.elements() {
		all = append(all, e.text())
	}
	return all
}

// and joins words as a sentence does: a, b and c.
func and(words []string) string { return join(words, " and ") }

func or(words []string) string { return join(words, " or ") }

func join(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + last + words[len(words)-1]
}

// count is a number with its noun: "1 day", "7 days".
func count(n, noun string) string {
	if n == "1" {
		return n + " " + noun
	}
	return n + " " + noun + "s"
}

// capital begins a sentence.
func capital(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

// attribute is an attribute's name as people would say it.
func attribute(name string) string {
	switch name {
	case "email":
		return "email address"
	case "preferred_username":
		return "preferred user name"
	case "given_name":
		return "first name"
	case "family_name":
		return "surname"
	case "birthdate":
		return "date of birth"
	case "zoneinfo":
		return "time zone"
	case "locale":
		return "language"
	}
	return strings.ReplaceAll(name, "_", " ")
}

func attributes(names []string) []string {
	var all []string
	for _, name := range names {
		all = append(all, attribute(name))
	}
	return all
}
