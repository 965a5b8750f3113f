package service

import (
	"slices"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/source"
)

// begin tells of an empty text what the operation needs. The parser speaks of CreateUserPool, whose
// requests it reads most.
func (t *turn) begin() {
	for i := range t.document.Faults {
		f := &t.document.Faults[i]
		if f.Rule != "empty-text" || t.called.Name == "CreateUserPool" {
			continue
		}
		var lines []string
		for _, name := range t.called.Contract.Request.Required {
			empty := `""`
			switch t.called.Contract.Request.Member(name).Shape.Kind {
			case contract.Structure, contract.Map:
				empty = "{}"
			case contract.List:
				empty = "[]"
			case contract.Boolean:
				empty = "true"
			case contract.Integer:
				empty = "0"
			}
			lines = append(lines, "  "+source.Quote(name)+": "+empty)
		}
		fix := *f.Fix
		fix.Edits = slices.Clone(fix.Edits)
		if len(lines) == 0 {
			f.Message = "There is no request yet. The shortest one is an empty object: " + t.called.Name + " needs no member."
			fix.Title, fix.Edits[0].Insert = "Start with an empty object", "{}\n"
		} else {
			needed := and(t.called.Contract.Request.Required)
			f.Message = "There is no request yet. The shortest one is an object with " + needed + "."
			fix.Title, fix.Edits[0].Insert = "Start with "+needed, "{\n"+strings.Join(lines, ",\n")+"\n}\n"
		}
		f.Fix = &fix
	}
}

func and(words []string) string {
	last := len(words) - 1
	if last == 0 {
		return words[0]
	}
	return strings.Join(words[:last], ", ") + " and " + words[last]
}
