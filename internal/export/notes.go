package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

func (j *job) note(format string, args ...any) {
	j.notes = append(j.notes, fmt.Sprintf(format, args...))
}

// account says what of the request is not in the text, then what has to be known of the
// text. It is the one place that sees to it that nothing is dropped in silence.
func (j *job) account() []string {
	said := j.notes
	j.notes = nil
	switch j.Errors {
	case 0:
	case 1:
		j.note("The service would refuse this request for one error. Mend it first: the text repeats it.")
	default:
		j.note("The service would refuse this request for %d errors. Mend them first: the text repeats them.", j.Errors)
	}
	j.atDeployment()
	j.unread()
	j.unwritten(j.Request.Root)
	j.uncalled()
	j.notes = append(j.notes, said...)
	j.membersNotes(j.Request.Root)
	j.absences()
	j.newest()
	if j.target.regional {
		j.note("The Region is %s, %s.", j.region(), j.regionFrom())
	}
	once := []string{}
	for _, note := range j.notes {
		if !slices.Contains(once, note) {
			once = append(once, note)
		}
	}
	return once
}

// atDeployment says what became of the members that are known only at deployment.
func (j *job) atDeployment() {
	if len(j.expressed) > 0 {
		j.note("%s %s known only at deployment, and written as the text has %s. What %s of has to be declared beside.", listed(j.expressed), are(j.expressed), them(j.expressed), speaks(j.expressed))
	}
	if len(j.open) > 0 {
		j.note("%s %s known only at deployment, and left out.", listed(j.open), are(j.open))
	}
}

func speaks(all []string) string {
	if len(all) == 1 {
		return "it speaks"
	}
	return "they speak"
}

// unread says what the service itself would not take: members that it does not know, what
// is of the wrong type, and what a name given twice or a fraction hides.
func (j *job) unread() {
	var unknown, mistyped, shadowed, cut []string
	for _, u := range j.Request.Unknown {
		unknown = append(unknown, path(u.Node.Pointer()))
	}
	for _, m := range j.Request.Mistyped {
		mistyped = append(mistyped, path(m.Pointer))
	}
	each(j.Request.Root, func(v *request.Value) {
		for _, n := range v.Node.Children {
			if n.Shadowed {
				shadowed = append(shadowed, path(n.Pointer()))
			}
		}
		if v.Shape.Kind == contract.Integer && v.Node.Text != strconv.FormatInt(v.Int(), 10) {
			cut = append(cut, path(v.Pointer()))
		}
	})
	for _, of := range []struct {
		paths []string
		why   string
	}{
		{unknown, "left out: the API has no such member, and tools refuse what it does not have"},
		{mistyped, "left out: the API wants a value of another type there"},
		{shadowed, "written once: of a name given twice the service takes the last"},
		{cut, "written as the service reads it, a whole number of 32 bits"},
	} {
		if len(of.paths) > 0 {
			slices.Sort(of.paths)
			j.note("%s %s %s.", listed(slices.Compact(of.paths)), are(slices.Compact(of.paths)), of.why)
		}
	}
}

// unwritten names each value of the request that is neither in the text nor spoken of.
func (j *job) unwritten(v *request.Value) {
	for _, c := range v.Children {
		pointer := c.Pointer()
		if j.told[pointer] {
			continue
		}
		if !j.written[pointer] {
			j.note("%s is left out: %s has no way to say it.", path(pointer), j.target.called)
			continue
		}
		j.unwritten(c)
	}
}

// lose says that a member has no counterpart in the tool, and what to do instead.
func (j *job) lose(pointer string, m *contract.Member) {
	instead := m.NoteFor(j.target.names)
	if elsewhere, known := m.NameIn("cloudformation"); instead == "" && j.target.names == "terraform" && (!known || elsewhere != "") {
		instead = "The awscc provider's awscc_cognito_user_pool, made from CloudFormation's schema, may have it."
	}
	if instead == "" {
		instead = "Set it with UpdateUserPool once the pool exists, together with all that this text says."
	}
	j.tell(pointer, "%s is left out: %s has no counterpart. %s", path(pointer), j.target.called, instead)
}

// tell notes something about a value of the request.
func (j *job) tell(pointer, format string, args ...any) {
	j.told[pointer] = true
	j.note(format, args...)
}

// membersNotes repeats what the contract has to say of the members in this tool, once each.
func (j *job) membersNotes(root *request.Value) {
	said := map[*contract.Member]bool{}
	each(root, func(v *request.Value) {
		m := v.Member
		if m == nil || said[m] || j.told[v.Pointer()] || v.Node.Text == strings.Trim(m.Default, `"`) {
			return
		}
		if note := m.NoteFor(j.target.names); note != "" {
			said[m] = true
			j.note("%s: %s", path(v.Pointer()), note)
		}
	})
}

// absences names members that the request leaves out and the tool does not: those that it
// demands, and those whose absence it takes for something else than the service does.
func (j *job) absences() {
	var demanded []string
	var filled []*contract.Member
	at := map[*contract.Member][]string{}
	each(j.Request.Root, func(v *request.Value) {
		if v.Shape.Kind != contract.Structure || !j.written[v.Pointer()] {
			return
		}
		for _, m := range v.Shape.Members {
			if v.Get(m.Name) != nil {
				continue
			}
			here := path(v.Pointer() + "/" + m.Name)
			if m.RequiredBy(j.target.names) {
				demanded = append(demanded, here)
			}
			if sent := m.AbsentIn(j.target.names); sent != "" && sent != m.Default {
				if at[m] == nil {
					filled = append(filled, m)
				}
				at[m] = append(at[m], here)
			}
		}
	})
	if len(demanded) > 0 {
		j.note("%s demands %s, which the request leaves out: add %s.", capital(j.target.called), listed(demanded), them(demanded))
	}
	for _, m := range filled {
		j.note("%s would send %s for %s, which the request leaves out: the service's own default, %s, is written.",
			capital(j.target.called), m.AbsentIn(j.target.names), listed(at[m]), m.Default)
	}
}

// newest names the members that a release of the tool may be too old for: those that came
// within a year before the newest change of the API.
func (j *job) newest() {
	if !j.target.modelled {
		return
	}
	date := j.Options.Contract.Date
	year, _ := strconv.Atoi(date[:4])
	// What was there from the first day is new in no release.
	since := max(strconv.Itoa(year-1)+date[4:], j.Options.Contract.Request.Member("PoolName").Since)
	var names []string
	each(j.Request.Root, func(v *request.Value) {
		if v.Member == nil || v.Member.Since <= since || !j.written[v.Pointer()] {
			return
		}
		if around := v.Parent.Field(); around == nil || around.Since < v.Member.Since {
			names = append(names, v.Member.Name+" (since "+v.Member.Since+")")
		}
	})
	if len(names) > 0 {
		slices.Sort(names)
		names = slices.Compact(names)
		j.note("%s %s new in the API: use a release of %s that is no older.", listed(names), are(names), j.target.called)
	}
}

// regionFrom says where the Region in the text comes from.
func (j *job) regionFrom() string {
	switch {
	case j.RegionTold:
		return "as the surroundings say"
	case account.RegionIn(j.Request) != "":
		return "as the request's ARNs and Regions say"
	}
	return "an example: write yours"
}

func each(v *request.Value, visit func(*request.Value)) {
	visit(v)
	for _, c := range v.Children {
		each(c, visit)
	}
}

// path is a JSON Pointer as people write it: Schema[0].Name.
func path(pointer string) string {
	var b strings.Builder
	for _, token := range source.SplitPointer(pointer) {
		if _, err := strconv.Atoi(token); err == nil {
			b.WriteString("[" + token + "]")
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('.')
		}
		b.WriteString(token)
	}
	if b.Len() == 0 {
		return "The request"
	}
	return b.String()
}

// mostListed is how many names a note lists.
const mostListed = 20

func listed(names []string) string {
	rest := len(names) - mostListed
	if rest > 0 {
		return strings.Join(names[:mostListed], ", ") + " and " + strconv.Itoa(rest) + " more"
	}
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

func are(names []string) string {
	if len(names) == 1 {
		return "is"
	}
	return "are"
}

func them(names []string) string {
	if len(names) == 1 {
		return "it"
	}
	return "them"
}
