package readers

import (
	"regexp"
	"strings"

	"userpoolplayground/internal/reading"
)

var (
	// choice matches how a spread begins that hangs on a condition: (c ? {…} : {}) and c && {…}. Of Python, and matches
	// the same of the second, and ifElse what stands between the branches: {…} if c else {}.
	choice = regexp.MustCompile(`^(\(\s*)?((?:[^{}?;]|\?\.|\?\?){1,200}?)\s*(\?|&&)\s*(?:[{\[]|(?:undefined|null|nil)\b)`)
	and    = regexp.MustCompile(`^((?:[^{}(),:]|\([^(){}]*\)){1,200}?)\s+and\s+\{`)
	ifElse = regexp.MustCompile(`^\s*if\s+([^{}]{1,200}?)\s+else\s+`)
	noneOf = regexp.MustCompile(`^(?:undefined|null|nil)\b`)
)

// either adds the members of a branch to what is spread: each is known once the condition is.
func (t *text) either(into, branch *reading.Value, condition string) bool {
	if branch == nil || branch.Kind != reading.Object && len(branch.Children) > 0 {
		return false
	}
	for _, c := range branch.Children {
		only := t.only(c, "")
		only.Text, only.Role = "It depends on "+strings.Join(strings.Fields(condition), " ")+".", c.Role
		into.Children = append(into.Children, only)
	}
	return true
}

// chosen reads a spread that names its members and hangs on a condition; nil for any other.
func (c *codeReader) chosen() *reading.Value {
	of := choice.FindStringSubmatchIndex(c.rest()[:min(len(c.rest()), 400)])
	if of == nil {
		return nil
	}
	from, faults, kept := c.pos, len(c.Faults), len(c.Root.Children)
	v := c.text.value(reading.Object, from, from, "")
	condition := c.source[from+of[4] : from+of[5]]
	read := func() bool {
		c.space()
		var branch *reading.Value
		switch none := noneOf.FindString(c.rest()); {
		case none != "":
			c.pos += len(none)
			return true
		case c.at("{"):
			branch = c.container('}', reading.Object)
		case c.at("["):
			branch = c.container(']', reading.List)
		}
		return c.either(v, branch, condition)
	}
	closes := func(sign string) bool {
		c.space()
		if !c.at(sign) {
			return false
		}
		c.pos += len(sign)
		return true
	}
	c.pos += of[7]
	if read() && (c.source[from+of[6]] == '&' || closes(":") && read()) && (of[2] < 0 || closes(")")) {
		v.To = c.pos
		if c.space(); c.pos < len(c.source) && strings.IndexByte(",)]}", c.source[c.pos]) >= 0 && len(c.Faults) == faults {
			return v
		}
	}
	c.pos, c.Faults, c.Root.Children = from, c.Faults[:faults], c.Root.Children[:kept]
	return nil
}

// chosen reads a spread of Python that names its members and hangs on a condition; nil for any other.
func (c *callReader) chosen() *reading.Value {
	from, faults := c.pos, len(c.Faults)
	v := c.value(reading.Object, from, from, "")
	open := c.at("(")
	if open {
		c.pos++
		c.inside++
		defer func() { c.inside-- }()
		c.space()
	}
	read := false
	if of := and.FindStringSubmatch(c.rest()[:min(len(c.rest()), 400)]); of != nil {
		c.pos += len(of[0]) - 1
		read = c.either(v, c.literal(), of[1])
	} else if c.at("{") || c.at("dict(") {
		first := c.literal()
		if of := ifElse.FindStringSubmatch(c.rest()[:min(len(c.rest()), 400)]); of != nil && c.either(v, first, of[1]) {
			c.pos += len(of[0])
			read = (c.at("{") || c.at("dict(")) && c.either(v, c.literal(), of[1])
		}
	}
	if c.space(); read && open && c.at(")") {
		c.pos++
	} else if open {
		read = false
	}
	v.To = c.pos
	if read && len(c.Faults) == faults && c.ended() {
		return v
	}
	c.pos, c.Faults = from, c.Faults[:faults]
	return nil
}
