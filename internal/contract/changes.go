package contract

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/tidwall/gjson"
)

// Change is what one day brought to CreateUserPool.
type Change struct {
	Day string
	// Added are the new members as JSON Pointers into the request, * for any element, or
	// into the answer, "/UserPool/…", when only that has them. A new block stands for its
	// members.
	Added []string
	// Changed tells in a sentence each what else is different since.
	Changed []string
}

// References are the days of well-known printed references, by what people call them.
var References = []struct{ Day, Title string }{
	{"2016-10-06", "AWS's change log of 2016-10-06"},
	{"2017-12-11", "AWS's change log of 2017-12-11"},
	{"2017-12-11", "the API reference of December 2017 to February 2018"},
	{"2024-12-11", "the paws page of December 2024"},
	{"2025-03-03", "the API reference of March 2025"},
}

// Changes tells what each revision brought, the oldest first.
var Changes = sync.OnceValue(func() []Change {
	byDay := map[string]*Change{}
	for _, day := range Revisions() {
		byDay[day] = &Change{Day: day}
	}
	newestContract := Newest()
	places := map[string][]string{} // of each shape, by its name
	walk(newestContract.Request, "", "", places, func(pointer, since string) {
		byDay[since].Added = append(byDay[since].Added, pointer)
	})
	places[newestContract.UserPool.Name] = []string{"/UserPool"}
	for _, m := range newestContract.UserPool.Members {
		if m.From == "" && newestContract.Request.Member(m.Name) == nil {
			byDay[m.Since].Added = append(byDay[m.Since].Added, "/UserPool/"+m.Name)
			places[m.Shape.Name] = append(places[m.Shape.Name], "/UserPool/"+m.Name)
		}
	}
	documents := newest()
	for _, name := range slices.Sorted(maps.Keys(documents)) {
		document := gjson.Parse(documents[name])
		eachSchema(document, "", func(at string, s gjson.Result) {
			shape, member := strings.TrimSuffix(name, ".json"), ""
			if definition, ok := strings.CutPrefix(at, `$defs.`); ok {
				shape = definition
			}
			if property, ok := strings.CutPrefix(at, "properties."); ok {
				member = property
			}
			subject := subject(places, shape, member)
			if subject == "" {
				return
			}
			s.Get(`x-before`).ForEach(func(day, patch gjson.Result) bool {
				patch.ForEach(func(keyword, before gjson.Result) bool {
					if words := changed(keyword.String(), before, valueOn(s, keyword.String(), day.String())); words != "" {
						c := byDay[day.String()]
						c.Changed = append(c.Changed, subject+": "+words+lastSeen(s.Get(`x-last-seen`).Get(day.String()).String()))
					}
					return true
				})
				return true
			})
		})
	}
	attributeChanges(func(day, words string) {
		byDay[day].Changed = append(byDay[day].Changed, "/UserPool/SchemaAttributes: "+words)
	})
	all := make([]Change, 0, len(byDay))
	for _, day := range Revisions() {
		all = append(all, *byDay[day])
	}
	return all
})

// attributeChanges visits what changed of the standard attributes, and of their order.
func attributeChanges(visit func(day, words string)) {
	for _, a := range createOrder().Standard {
		for i, b := range a.before {
			now := a
			if i+1 < len(a.before) {
				now = a.before[i+1].was
			}
			visit(b.day, a.Name+" has the bounds "+plain(gjson.Parse(now.Constraints))+", before "+plain(gjson.Parse(b.was.Constraints)))
		}
	}
	for _, o := range describeOrders() {
		visit(o.Since, o.Description+lastSeen(o.LastSeen))
	}
}

// lastSeen says that a change lies somewhere before its day; day is the last one on which the
// older form was seen, "" where the change's day is exact.
func lastSeen(day string) string {
	if day == "" {
		return ""
	}
	return " (first seen on this day; the older form was last seen on " + day + ")"
}

// walk visits the members below a shape that are newer than what they stand in, and
// gathers where each shape is used.
func walk(s *Shape, at, since string, places map[string][]string, visit func(pointer, since string)) {
	places[s.Name] = append(places[s.Name], at)
	if s.Element != nil {
		walk(s.Element, at+"/*", since, places, visit)
	}
	if s.Key != nil {
		walk(s.Key, at+" names", since, places, visit)
	}
	for _, m := range s.Members {
		pointer := at + "/" + m.Name
		if m.Since > since {
			visit(pointer, m.Since)
		}
		walk(m.Shape, pointer, max(since, m.Since), places, visit)
	}
}

// subject names a shape, or a member of one, by where it stands; "" where it is used only
// by answers that repeat the request.
func subject(places map[string][]string, shape, member string) string {
	at := places[shape]
	if len(at) == 0 {
		return ""
	}
	name := at[0]
	if member != "" {
		name += "/" + member
	}
	if len(at) > 1 {
		return fmt.Sprintf("%s and %d more", name, len(at)-1)
	}
	return name
}

// valueOn is a keyword's value from a day on: what the next later change says it was
// before, or what it is now.
func valueOn(s gjson.Result, keyword, day string) gjson.Result {
	value, nearest := s.Get(keyword), ""
	s.Get(`x-before`).ForEach(func(later, patch gjson.Result) bool {
		if v := patch.Get(keyword); v.Exists() && later.String() > day && (nearest == "" || later.String() < nearest) {
			value, nearest = v, later.String()
		}
		return true
	})
	return value
}

// changed says in words how a keyword's value changed, "" for what makes no difference to
// a request.
func changed(keyword string, before, after gjson.Result) string {
	was := func(words string) string {
		if !before.Exists() || before.Type == gjson.Null {
			return words
		}
		return words + ", before " + before.String()
	}
	none := !after.Exists() || after.Type == gjson.Null
	switch keyword {
	case "maxLength", "maxItems", "maximum":
		if none {
			return "no upper bound any more, before " + before.String()
		}
		return was("at most " + after.String())
	case "minLength", "minItems", "minimum":
		if none {
			return "no lower bound any more, before " + before.String()
		}
		return was("at least " + after.String())
	case "enum":
		var added []string
		for _, v := range after.Array() {
			if !slices.ContainsFunc(before.Array(), func(b gjson.Result) bool { return b.String() == v.String() }) {
				added = append(added, v.String())
			}
		}
		return "may also be " + strings.Join(added, ", ")
	case "required":
		var words []string
		for _, v := range after.Array() {
			if !slices.ContainsFunc(before.Array(), func(b gjson.Result) bool { return b.String() == v.String() }) {
				words = append(words, v.String()+" is required")
			}
		}
		for _, v := range before.Array() {
			if !slices.ContainsFunc(after.Array(), func(a gjson.Result) bool { return a.String() == v.String() }) {
				words = append(words, v.String()+" is not required any more")
			}
		}
		return strings.Join(words, ", ")
	case PatternKeyword:
		return "another pattern"
	case "$ref":
		return "other limits"
	case "default":
		if none {
			return "nothing is filled in any more, before " + plain(before)
		}
		if before.Type == gjson.Null {
			return "left out, it becomes " + plain(after)
		}
		return "left out, it becomes " + plain(after) + ", before " + plain(before)
	case "deprecated":
		return "deprecated"
	case "x-update":
		return "an update may change it"
	case "x-names":
		return "the service's messages call it by another name"
	}
	return ""
}

// plain is JSON on one line.
func plain(v gjson.Result) string { return v.Get("@ugly").Raw }
