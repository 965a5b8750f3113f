package contract

import (
	"slices"
	"strings"

	"github.com/tidwall/gjson"
	"github.com/tidwall/sjson"
)

// asOf returns a document as it would have read on a revision's day: members that came
// later are gone, and keywords that changed since read as they did (x-before).
func asOf(document, date string) string {
	edit := func(changed string, err error) {
		if err != nil {
			panic("contract: " + err.Error())
		}
		document = changed
	}
	eachSchema(gjson.Parse(document), "", func(at string, s gjson.Result) {
		if since := s.Get(`x-since`).String(); since > date {
			edit(sjson.Delete(document, at))
			return
		}
		changes := s.Get(`x-before`).Map()
		days := make([]string, 0, len(changes))
		for day := range changes {
			if date < day {
				days = append(days, day)
			}
		}
		// From the newest to the oldest: each tells what held before it.
		slices.Sort(days)
		for _, day := range slices.Backward(days) {
			changes[day].ForEach(func(keyword, value gjson.Result) bool {
				path := strings.TrimPrefix(at+"."+keyword.String(), ".")
				if value.Type == gjson.Null {
					edit(sjson.Delete(document, path))
				} else {
					edit(sjson.SetRaw(document, path, value.Raw))
				}
				return true
			})
		}
	})
	// What is required must be there.
	eachSchema(gjson.Parse(document), "", func(at string, s gjson.Result) {
		required, kept := s.Get("required").Array(), []string{}
		for _, name := range required {
			if s.Get("properties." + name.String()).Exists() {
				kept = append(kept, name.String())
			}
		}
		// Today's documents are left as they are: a copy of each would be in what is shipped.
		if len(kept) < len(required) {
			edit(sjson.Set(document, strings.TrimPrefix(at+".required", "."), kept))
		}
	})
	return document
}

// eachSchema visits a document's own schema, its properties and its definitions with theirs,
// with each one's gjson path.
func eachSchema(document gjson.Result, at string, visit func(at string, schema gjson.Result)) {
	visit(at, document)
	for _, group := range []string{"properties", `$defs`} {
		document.Get(group).ForEach(func(name, schema gjson.Result) bool {
			eachSchema(schema, strings.TrimPrefix(at+"."+group+"."+name.String(), "."), visit)
			return true
		})
	}
}
