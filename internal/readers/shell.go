package readers

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mvdan.cc/sh/v3/syntax"

	"userpoolplayground/internal/reading"
)

// shell reads the commands of a POSIX shell or of bash: a list of commands, each a list of
// words. Nothing runs. A variable has its value where the text sets it to a literal. The commands can stand in
// another language: in YAML, or in the strings of a program.
func (t *text) shell() {
	t.Root = t.value(reading.List, 0, len(t.source), "")
	script := unprompted(t.source)
	if t.makefile = makeRule.MatchString(t.source); t.makefile {
		script = t.make(script)
	} else if fromImage.MatchString(script) {
		script = t.image(script)
	} else if ofFish.MatchString(script) {
		script = t.fish(script)
	}
	if words := listed(t.source); words != "" && !inLine.MatchString(t.source) {
		t.commands(words)
		return
	} else if found := t.scalars(); len(found) > 0 {
		for _, s := range found {
			t.embedded(s)
		}
		return
	}
	t.script(script)
}

// script reads the commands of a script, or those in its strings.
func (t *text) script(script string) {
	found, spoken := t.quotations()
	if spoken && inLine.MatchString(t.source) && ofProgram.MatchString(t.source) { // to a shell the strings of others have other ends
		if len(found) == 0 {
			return
		}
	} else {
		t.commands(script)
		switch {
		case len(t.Faults) > 0 && spoken: // it is a program, and no script that is broken
			t.Faults, t.Root.Children = nil, nil
		case len(t.Faults) > 0 || len(found) == 0 || t.creates():
			return
		}
	}
	for _, s := range found {
		if begins.MatchString(s.text) {
			t.embedded(s)
		}
	}
}

var (
	// makeRule matches a rule of a Makefile, makeSets what sets a variable there and makeUses what puts one in.
	makeRule = regexp.MustCompile(`(?m)^[A-Za-z][\w.-]*:(?:[^=\n][^\n]*)?\n\t`)
	makeSets = regexp.MustCompile(`(?m)^(?:export[ \t]+)?(\w+)[ \t]*([?+]|::?|)=[ \t]*("[^"\n]*"|[^\n#]*?)[ \t\r]*$`)
	makeUses = regexp.MustCompile(`\$\((\w+)\)`)
	// fromImage matches where a Dockerfile begins.
	fromImage = regexp.MustCompile(`(?m)\A(?:#[^\n]*\n|\s|ARG[^\n]*\n)*FROM[ \t]`)
	makeText  = regexp.MustCompile(`^(?:"[^"$\\]*"|[^\s"'$\\` + "`" + `]*)$`)
)

// make keeps what a Makefile sets its variables to, and writes those that it uses as a shell does.
func (t *text) make(script string) string {
	for _, at := range makeSets.FindAllStringSubmatchIndex(script, -1) {
		v, role := t.expression(at[6], at[7]), reading.Assigned
		if sign := script[at[4]:at[5]]; sign != "+" && makeText.MatchString(makeUses.ReplaceAllString(v.Text, "")) {
			v = t.made(at[6], at[7])
			if sign == "?" {
				role = reading.Default
			}
		}
		t.sets(script[at[2]:at[3]], role, v)
	}
	return makeUses.ReplaceAllString(makeSets.ReplaceAllStringFunc(script, blank), "$${$1}")
}

// made is a value of a Makefile, of the variables in it and what is between them.
func (t *text) made(from, to int) *reading.Value {
	first, last := from, to
	if strings.HasPrefix(t.source[from:to], `"`) {
		first, last = from+1, to-1
	}
	var parts []*reading.Value
	add := func(to int) {
		if to > first {
			parts = append(parts, t.value(reading.String, first, to, t.source[first:to]))
		}
	}
	start := first
	for _, use := range makeUses.FindAllStringSubmatchIndex(t.source[first:last], -1) {
		add(start + use[0])
		parts = append(parts, t.value(reading.Reference, start+use[0], start+use[1], t.source[start+use[2]:start+use[3]]))
		first = start + use[1]
	}
	add(last)
	return t.word(from, to, parts)
}

// imageSets matches what sets a variable in a Dockerfile.
var imageSets = regexp.MustCompile(`(?m)^(ARG|ENV)[ \t]+(\w+)(?:=|[ \t]+)("[^"$\\\n]*"|[^\s"'$\\]+)[ \t\r]*$`)

// image keeps what a Dockerfile sets its variables to.
func (t *text) image(script string) string {
	for _, at := range imageSets.FindAllStringSubmatchIndex(script, -1) {
		role := reading.Assigned
		if script[at[2]:at[3]] == "ARG" {
			role = reading.Default
		}
		t.sets(script[at[4]:at[5]], role, t.value(reading.String, at[6], at[7], strings.Trim(script[at[6]:at[7]], `"`)))
	}
	return imageSets.ReplaceAllStringFunc(script, blank)
}

// ofFish matches what no other shell has, fishSets what sets a variable there, and fishCalls a command whose output it gets.
var (
	ofFish    = regexp.MustCompile(`\A#![^\n]*\bfish\b|(?m)^[ \t]*set[ \t]+(?:-\w+[ \t]+)*\w+[ \t]+\(|^[ \t]*set[ \t]+-[lgxU]+[ \t]+[A-Za-z_]`)
	fishSets  = regexp.MustCompile(`(?m)^[ \t]*set[ \t]+(?:-\w+[ \t]+)*([A-Za-z_]\w*)[ \t]+([^\s(][^\n(]*?)[ \t\r]*$`)
	fishCalls = regexp.MustCompile(`(?m)^([ \t]*set[ \t]+(?:-\w+[ \t]+)*\w+)[ \t]+\(`)
)

// fish keeps what the variables of fish are set to, and writes as other shells do what it runs for one.
func (t *text) fish(script string) string {
	for _, at := range fishSets.FindAllStringSubmatchIndex(script, -1) {
		v := t.expression(at[4], at[5])
		if written := strings.Trim(v.Text, `"'`); makeText.MatchString(written) {
			v.Kind, v.Text = reading.String, written
		}
		t.sets(script[at[2]:at[3]], reading.Assigned, v)
	}
	return fishCalls.ReplaceAllStringFunc(fishSets.ReplaceAllStringFunc(script, blank), func(set string) string {
		return blank(set[2:]) + "$("
	})
}

// ofProgram matches what stands at the beginning of a line in a program, and in no script of a shell.
var ofProgram = regexp.MustCompile(`(?m)^[ \t]*(?:import[ \t]+["'{*\w]|from[ \t]+\S+[ \t]+import|(?:const|let|var|val|def|func|package|using|public|private|class)[ \t]+\w|<\?php|\$?[\w.]+[ \t]+:?=[ \t]|(?:await[ \t]+)?\w[\w.]*\([^)\s])`)

// begins matches a string that is a command line, and no words about one.
var begins = regexp.MustCompile(`^\s*(?:[\w.-]+=\S*\s+|sudo\s+)*aws\s`)

// creates reports whether a command was read that makes a pool.
func (t *text) creates() bool {
	return slices.ContainsFunc(t.Root.Children, func(c *reading.Value) bool {
		return c.Role == "" && slices.ContainsFunc(c.Children, func(w *reading.Value) bool { return w.Text == "create-user-pool" })
	})
}

// commands reads a script that has the places of the text.
func (t *text) commands(script string) {
	file, err := parseShell(script)
	if err != nil {
		if command := alone(script); command != "" {
			file, err = parseShell(command)
		}
	}
	if parse := (syntax.ParseError{}); errors.As(err, &parse) && unclosed.MatchString(parse.Text) {
		at := t.opened(int(parse.Pos.Offset()))
		t.fault(at, at+1, "This quote is never closed.")
	} else if errors.As(err, &parse) {
		at := int(parse.Pos.Offset())
		t.fault(at, at+1, "This is no command line of a shell: %s.", parse.Text)
	} else if err != nil {
		t.fault(0, 0, "This is no command line of a shell: %v.", err)
	}
	if t.Root == nil {
		t.Root = t.value(reading.List, 0, len(t.source), "")
	}
	if file == nil {
		return
	}
	s := &shellReader{text: t, branches: branchesOf(file, t.source), began: map[string]int{}}
	s.calls(file)
	syntax.Walk(file, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.WordIter:
			for _, w := range n.Items {
				s.sets(n.Name.Value, reading.Assigned, s.word(w))
			}
		case *syntax.ParamExp:
			if n.Exp != nil && n.Exp.Word != nil && (n.Exp.Op == syntax.AssignUnset || n.Exp.Op == syntax.AssignUnsetOrNull) {
				s.sets(n.Param.Value, reading.Default, s.word(n.Exp.Word))
			}
		case *syntax.Stmt:
			s.writes(n)
		case *syntax.DeclClause:
			s.assigns(n.Args)
		case *syntax.CallExpr:
			if len(n.Args) == 0 {
				s.assigns(n.Assigns)
				break
			}
			command := t.value(reading.List, int(n.Pos().Offset()), int(n.End().Offset()), "")
			for _, w := range n.Args {
				if !strings.HasPrefix(t.source[w.Pos().Offset():], "`#") { // what is said between the words
					command.Children = append(command.Children, s.word(w))
				}
			}
			t.Root.Children = append(t.Root.Children, command)
		}
		return true
	})
}

// calls keeps what the functions of a script are called with, as variables of these names.
func (s *shellReader) calls(file *syntax.File) {
	syntax.Walk(file, func(n syntax.Node) bool {
		if f, ok := n.(*syntax.FuncDecl); ok {
			s.functions = append(s.functions, f)
		}
		return true
	})
	if len(s.functions) == 0 {
		return
	}
	syntax.Walk(file, func(n syntax.Node) bool {
		call, ok := n.(*syntax.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		for _, f := range s.functions {
			if call.Args[0].Lit() != f.Name.Value {
				continue
			}
			for i := 1; i < 10; i++ {
				v := s.value(reading.String, int(call.End().Offset()), int(call.End().Offset()), "")
				all := len(call.Args) == 2 && s.source[call.Args[1].Pos().Offset():call.Args[1].End().Offset()] == `"$@"`
				switch {
				case all && s.function(int(call.Pos().Offset())) == nil:
					v.Kind, v.Text = reading.Reference, strconv.Itoa(i)
				case slices.ContainsFunc(call.Args[1:], func(w *syntax.Word) bool { return s.word(w).Kind != reading.String }) && i >= len(call.Args):
					v = s.expression(v.From, v.To) // a word that is none, or several
				case i < len(call.Args):
					v = s.word(call.Args[i])
				}
				s.sets(argument(i, f), reading.Assigned, v)
			}
		}
		return true
	})
}

// argument is what the variable is called that has what a function is called with.
func argument(i int, f *syntax.FuncDecl) string {
	return "$" + strconv.Itoa(i) + " of " + f.Name.Value
}

// function is the innermost function around a place, nil for none.
func (s *shellReader) function(at int) (around *syntax.FuncDecl) {
	for _, f := range s.functions {
		if at > int(f.Pos().Offset()) && at < int(f.End().Offset()) {
			around = f
		}
	}
	return around
}

// sets keeps what a variable is set to, or what it is where nothing else sets it.
func (t *text) sets(name, role string, v *reading.Value) {
	v.Name, v.Role = name, role
	t.Root.Children = append(t.Root.Children, v)
}

// branch is a part of a script that runs in some cases alone.
type branch struct {
	from, to  int
	condition string
}

// branchesOf are the branches of a script, in order, save those that make a pool themselves: what they set is set there.
func branchesOf(file *syntax.File, source string) (all []branch) {
	var made []int // where the command stands
	for at := 0; ; {
		next := strings.Index(source[at:], "create-user-pool")
		if next < 0 {
			break
		}
		made, at = append(made, at+next), at+next+1
	}
	words := func(n syntax.Node) string {
		from, to := int(n.Pos().Offset()), min(int(n.End().Offset()), len(source))
		if to-from > 100 || from >= to {
			return "in some cases"
		}
		return "if " + strings.TrimRight(strings.Join(strings.Fields(source[from:to]), " "), "; ")
	}
	add := func(from, to uint, condition string) {
		if i, _ := slices.BinarySearch(made, int(from)); i == len(made) || made[i] >= int(to) {
			all = append(all, branch{int(from), int(to), condition})
		}
	}
	ends := map[syntax.Node]uint{} // where a chain of && ends
	syntax.Walk(file, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.IfClause:
			condition := "where no other case holds"
			if len(n.Cond) > 0 {
				condition = words(n.Cond[len(n.Cond)-1])
			}
			if len(n.Then) > 0 {
				add(n.Then[0].Pos().Offset(), n.Then[len(n.Then)-1].End().Offset(), condition)
			}
		case *syntax.CaseItem:
			add(n.Pos().Offset(), n.End().Offset(), "in one of several cases")
		case *syntax.WhileClause:
			add(n.DoPos.Offset(), n.End().Offset(), "in a loop")
		case *syntax.ForClause:
			add(n.DoPos.Offset(), n.End().Offset(), "in a loop")
		case *syntax.BinaryCmd:
			if n.Op != syntax.AndStmt && n.Op != syntax.OrStmt {
				break
			}
			last, end := syntax.Node(n.X), max(ends[n], n.End().Offset())
			if before, chained := n.X.Cmd.(*syntax.BinaryCmd); chained {
				last = before.Y
				if n.Op == syntax.AndStmt {
					ends[before] = end
				}
			}
			add(n.Y.Pos().Offset(), end, words(last))
		}
		return true
	})
	slices.SortStableFunc(all, func(a, b branch) int { return a.from - b.from })
	return all
}

// onlyIf returns on what it hangs that a variable is set at a place, beside what its first value hangs on; "" where
// it always is. The places are asked for in their order.
func (s *shellReader) onlyIf(name string, at int) string {
	for len(s.branches) > 0 && s.branches[0].from <= at {
		s.within = append(s.within, s.branches[0])
		s.branches = s.branches[1:]
	}
	s.within = slices.DeleteFunc(s.within, func(b branch) bool { return b.to <= at })
	since, set := s.began[name]
	if !set {
		s.began[name] = at
	}
	for i := len(s.within) - 1; i >= 0; i-- {
		if b := s.within[i]; !set || since < b.from {
			return b.condition
		}
	}
	return ""
}

// inList matches the command as programs and containers have it, a list of its words, and inLine as a
// shell has it.
var inList, inLine = regexp.MustCompile(`["']cognito-idp["'],\s*["']create-user-pool["']`), regexp.MustCompile(`cognito-idp[ \t\\\r\n]+create-user-pool\b`)

// listed makes commands of such lists, and blanks all else; "" where there is none. A word that is not
// written out is to the shell what a command gives.
func listed(source string) string {
	b := []byte(blank(source))
	done := 0 // up to where lists were read
	for i, at := range inList.FindAllStringIndex(source, -1) {
		if at[0] < done {
			continue
		}
		pos := strings.LastIndexAny(source[done:at[0]], "[({") + 1
		if pos == 0 {
			done = at[0]
			continue
		}
		pos += done
		b[pos-1] = '\n'
		statement := source[strings.LastIndexByte(source[:pos], '\n')+1 : pos-1]
		if called := argumentsOf.FindStringIndex(source[done : pos-1]); called != nil { // spawn('aws', ['cognito-idp', …])
			from := done + called[0]
			b[from], b[pos-1] = '\n', ' '
			copy(b[from+1:], "'aws'")
		}
		pos = wordsInto(b, source, pos)
		if added := addedList.FindStringSubmatchIndex(source[min(pos+1, len(source)):]); added != nil {
			copy(b[pos+added[2]:], "$"+source[pos+1+added[2]:pos+1+added[3]])
		}
		if done = min(pos, len(source)); i < 100 { // each looks through what follows
			done = min(grown(b, source, statement, pos), len(source))
		}
	}
	if strings.TrimSpace(string(b)) == "" {
		return ""
	}
	return string(b)
}

// wordsInto writes the elements of a list as words of a command, and returns where the list ends.
func wordsInto(b []byte, source string, pos int) int {
	for from := pos; pos < len(source) && strings.IndexByte("])}", source[pos]) < 0; pos++ {
		quote := source[pos]
		switch {
		case quote == ',':
			from = pos + 1
			continue
		case strings.IndexByte(" \t\r\n", quote) >= 0:
			continue
		case quote == '"' || quote == '\'':
			end := pos + 1
			for end < len(source) && source[end] != quote {
				if source[end] == '\\' {
					end++
				}
				end++
			}
			end = min(end, len(source)-1)
			copy(b[pos:end+1], source[pos:end+1])
			if !strings.ContainsAny(source[pos+1:end], `'\`) {
				b[pos], b[end] = '\'', '\''
			}
			pos = end
		case quote == '*' && unpacked.MatchString(source[pos+1:]): // as many words as the list has
			name := unpacked.FindString(source[pos+1:])
			copy(b[pos:], "$"+name)
			pos += len(name)
		case filledWord.MatchString(source[pos:]):
			word := filledWord.FindString(source[pos:])
			copy(b[pos:], "$"+asShell(word[1:])) // which the sign does not change
			pos += len(word) - 1
		default:
			end := pos
			for depth := 0; end < len(source) && (depth > 0 || strings.IndexByte(",])}", source[end]) < 0); end++ {
				depth += strings.Count("([{", source[end:end+1]) - strings.Count(")]}", source[end:end+1])
			}
			if start := max(from, min(pos, end-2)); start <= end-2 {
				copy(b[start:end], "`"+strings.Repeat("_", end-start-2)+"`")
			}
			pos = end - 1
		}
	}
	return pos
}

// listGrows matches where the list that a variable holds gets more.
var listGrows = regexp.MustCompile(`(?m)^([ \t]*)(\w+)(?:[ \t]*\+=[ \t]*|\.(?:extend|append|push)\(|[ \t]*=[ \t]*append\((\w+),[ \t]*)[\[{]?`)

// grown writes what the list gets behind what it has as further words of its command, and returns where the last of them
// ends. What it gets in some cases alone is to the shell what a variable holds.
func grown(b []byte, source, statement string, pos int) int {
	held := heldIn.FindStringSubmatch(statement)
	if held == nil || pos >= len(source) {
		return pos
	}
	rest := pos
	for _, at := range listGrows.FindAllStringSubmatchIndex(source[rest:], 100) {
		if source[rest+at[4]:rest+at[5]] != held[2] || at[6] >= 0 && source[rest+at[6]:rest+at[7]] != held[2] || rest+at[0] < pos {
			continue
		}
		for i := pos; i < rest+at[1]; i++ {
			if b[i] == '\n' {
				b[i] = ' '
			}
		}
		if at[3]-at[2] > len(held[1]) {
			copy(b[rest+at[3]-1:], "$"+held[2])
			pos = rest + at[5]
			continue
		}
		pos = min(wordsInto(b, source, rest+at[1]), len(source)-1)
	}
	return pos
}

var (
	// argumentsOf matches the program before the list of its arguments, unpacked the name of a list whose elements stand
	// for themselves, and addedList that of one that is added behind.
	argumentsOf = regexp.MustCompile(`.["']aws["'],\s*$`)
	unpacked    = regexp.MustCompile(`^[A-Za-z_]\w*`)
	// heldIn matches a statement that sets a variable to such a list.
	heldIn    = regexp.MustCompile(`^([ \t]*)(?:(?:const|let|var)[ \t]+)?(\w+)(?:[ \t]*:[^=]*)?[ \t]*:?=[ \t]*(?:\[\]string)?$`)
	addedList = regexp.MustCompile(`^[ \t]*\+[ \t]+([A-Za-z_]\w*)`)
	// filledWord matches a text of Python with values in it, of which a shell can have the like.
	filledWord = regexp.MustCompile(`^[fF](?:"[^"\\\n$` + "`" + `]*"|'[^'\\\n$"` + "`" + `]*')`)
	filledPart = regexp.MustCompile(`\{[^{}]+\}`)
)

// asShell writes such a word so that to a shell what is put in is what a command gives.
func asShell(word string) string {
	return `"` + filledPart.ReplaceAllStringFunc(word[1:len(word)-1], func(part string) string {
		return "`" + strings.Repeat("_", len(part)-2) + "`"
	}) + `"`
}

// unclosed matches the parser's words for a quote that is never closed.
var unclosed = regexp.MustCompile("^reached EOF without closing quote `?['\"]")

// opened returns where the quote is that lacks its end. The shell sees that of the last one that is
// open; an earlier one whose end is the beginning of another text has an option in it.
func (t *text) opened(last int) int {
	for at := 0; at < last; at++ {
		quote := t.source[at]
		switch {
		case quote == '\\':
			at++
			continue
		case quote != '"' && quote != '\'':
			continue
		}
		end := at + 1
		for end < last && t.source[end] != quote {
			if quote == '"' && t.source[end] == '\\' {
				end++
			}
			end++
		}
		if end >= last {
			break
		}
		if quote == t.source[last] && options.MatchString(t.source[at+1:end]) {
			return at
		}
		at = end
	}
	return last
}

// options matches an option behind a value.
var options = regexp.MustCompile(`\s--[a-z][a-z-]+[\s=]`)

func parseShell(script string) (*syntax.File, error) {
	return syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(script), "")
}

var creates = regexp.MustCompile(`(?m)^(?:[^\n"']*[$#%>]|\+|\[?\d{4}-\d\d-\d\d[T ][^\n"']*[ \t])?[ \t]*((?:\$\()?aws\b[^\n]*\bcreate-user-pool\b)`)

// alone keeps the commands of a text that is no script, such as what a terminal shows, and blanks
// all else; "" where the first command itself is not whole.
func alone(script string) string {
	var kept strings.Builder
	at, torn := 0, 0
	for torn < mostTorn {
		place := creates.FindStringSubmatchIndex(script[at:])
		if place == nil {
			break
		}
		from, end := at+place[2], whole(script, at+place[2], at+place[3])
		switch {
		case end > from:
			if at > 0 { // a command before it ends with its line
				kept.WriteByte('\n')
				at++
			}
			kept.WriteString(setsAlone(script[at:from]) + script[from:end])
			at = end
		case at == 0:
			return ""
		default:
			torn++
			kept.WriteString("\n" + blank(script[at+1:at+place[3]]))
			at += place[3]
		}
	}
	return kept.String()
}

// setsAlone blanks what does not set a variable, on a line of its own.
func setsAlone(script string) string {
	b := []byte(blank(script))
	for _, at := range setAlone.FindAllStringIndex(script, -1) {
		copy(b[at[0]:at[1]], script[at[0]:at[1]])
	}
	return string(b)
}

var setAlone = regexp.MustCompile(`(?m)^[ \t]*(?:export[ \t]+)?[A-Za-z_]\w*=(?:"[^"$\\\n` + "`" + `]*"|'[^'\n]*'|[\w./:@%+,-]*)[ \t\r]*\n`)

// mostTorn is how many commands that are not whole are looked at.
const mostTorn = 10

// whole returns where a command ends that begins at a place and goes on at least to another, or a negative number.
func whole(script string, from, end int) int {
	for range 100 { // lines, of which most commands have a few
		if next := strings.IndexByte(script[end:], '\n'); next < 0 {
			end = len(script)
		} else {
			end += next
		}
		if command := script[from:end]; !strings.HasSuffix(strings.TrimRight(command, " \t\r"), `\`) {
			if _, err := parseShell(command); err == nil {
				return end
			}
		}
		if end++; end >= len(script) {
			break
		}
	}
	return -1
}

// assigns keeps what variables are set to, as values of these roles.
func (s *shellReader) assigns(all []*syntax.Assign) {
	for _, a := range all {
		if a.Name == nil || a.Naked && a.Value == nil && a.Array == nil {
			continue
		}
		from, to := int(a.Pos().Offset()), int(a.End().Offset())
		v := s.value(reading.String, from, to, "")
		switch {
		case a.Index != nil:
			v = s.expression(from, to)
		case a.Array != nil:
			v = s.value(reading.List, int(a.Array.Pos().Offset()), int(a.Array.End().Offset()), "")
			for _, e := range a.Array.Elems {
				if e.Value != nil {
					v.Children = append(v.Children, s.word(e.Value))
				}
			}
		case a.Value != nil:
			v = s.word(a.Value)
		}
		if only := s.onlyIf(a.Name.Value, from); only != "" {
			switch {
			case v.Kind == reading.List && a.Append:
				for i, w := range v.Children {
					v.Children[i] = s.only(w, only)
				}
			default:
				v = s.only(v, only)
			}
		}
		v.Name, v.Role = a.Name.Value, reading.Assigned
		v.NameFrom, v.NameTo = int(a.Name.Pos().Offset()), int(a.Name.End().Offset())
		if a.Append {
			v.Role = reading.Grown
		}
		s.Root.Children = append(s.Root.Children, v)
	}
}

// writes keeps what cat > file <<END writes into a file, or what a command reads, as a value of that role.
func (s *shellReader) writes(statement *syntax.Stmt) {
	call, ok := statement.Cmd.(*syntax.CallExpr)
	if !ok || len(call.Args) == 0 {
		return
	}
	var file string
	var content *reading.Value
	for _, r := range statement.Redirs {
		switch r.Op {
		case syntax.RdrOut, syntax.RdrClob:
			name := s.word(r.Word)
			if file = name.Text; name.Kind != reading.String { // what is written the same way is the same file
				file = strings.Trim(s.source[name.From:name.To], `"`)
			}
		case syntax.WordHdoc:
			content = s.word(r.Word)
		case syntax.Hdoc, syntax.DashHdoc:
			if r.Hdoc != nil {
				content = s.word(r.Hdoc)
				if r.Word.Lit() == "" { // its end is quoted, and so is everything before it
					content = s.asWritten(r.Hdoc)
				}
			}
		}
	}
	if name := call.Args[0].Lit(); content == nil && (name == "echo" || name == "printf") && len(call.Args) == 2 {
		content = s.word(call.Args[1])
	}
	switch name := call.Args[0].Lit(); {
	case file == "" && name != "echo" && name != "printf": // what the command reads, or the next one
		file = reading.Input
	case file != "" && name != "cat" && name != "echo" && name != "printf":
		return
	}
	if file != "" && content != nil {
		content.Name, content.Role = file, reading.File
		s.Root.Children = append(s.Root.Children, content)
	}
}

var (
	// A text that begins with a prompt, comments aside, was copied from a terminal. One that
	// does not may have what looks like a prompt in a string.
	prompted     = regexp.MustCompile(`^\s*(?:#[^\n]*\n\s*)*(?:` + host + `)?[$%] `)
	prompt       = regexp.MustCompile(`(?m)^[ \t]*(?:(?:` + host + `)?[$%#]|>) `)
	windows      = regexp.MustCompile(`\bcreate-user-pool\b[^\n'"]*\^\r?\n`)
	windowsBreak = regexp.MustCompile(`\^(\r?\n)`)
)

// host matches what a prompt says of where it is: [ana@host ~], ana@host:~/x.
const host = `\[[\w.-]+@[\w.-]+ [^\]\n]*\]|[\w.-]+@[\w.-]+:[^ \n$#]*`

// unprompted blanks the prompts of a text that was copied with them, and turns the line
// continuation of Windows' cmd into a shell's. Every place stays where it was.
func unprompted(source string) string {
	if prompted.MatchString(source) {
		source = prompt.ReplaceAllStringFunc(source, blank)
	}
	for _, at := range logs.FindAllStringSubmatchIndex(source, -1) {
		source = source[:at[2]] + blank(source[at[2]:at[3]]) + source[at[3]:]
	}
	source = stoodIn(source)
	if windows.MatchString(source) {
		source = windowsBreak.ReplaceAllString(source, `\$1`)
	}
	return strings.ReplaceAll(source, "\\\r\n", " \\\n")
}

// logs matches what a log prints as JSON behind its time, which is no command.
var logs = regexp.MustCompile(`(?m)^\[?\d{4}-\d\d-\d\d[T ][^\n]*?[ :]((?:[-=]?>[ \t]*)?\{[ \t]*"[^\n]*)`)

// filledIn matches what somebody else puts in before a shell sees it: <your-name> behind an option,
// ${{ … }} in a workflow, {{ … }} of a template. To the shell it is what a command gives.
var filledIn = regexp.MustCompile(`--[a-z-]+[ \t=]+<[^<>"'\n|&;]+>|\$?\{\{[^\n{}]*\}\}`)

// stoodIn puts a command of the same length where something is filled in.
func stoodIn(source string) string {
	return filledIn.ReplaceAllStringFunc(source, func(found string) string {
		if strings.HasPrefix(found, "{{") && !reading.FilledIn(found) {
			return found
		}
		if filling.MatchString(found) { // what a variable of the shell holds has its place, too
			return "${" + notInName.ReplaceAllString(found[2:len(found)-2], "_") + "_}"
		}
		at := max(strings.IndexAny(found, "<$"), 0)
		return found[:at] + "`" + strings.Repeat("_", len(found)-at-2) + "`"
	})
}

// filling matches what Ansible and its kind put the value of a variable in the place of: {{ name | default('x') }}.
var filling, notInName = regexp.MustCompile(`^\{\{-?[ \t]*\.?([A-Za-z_][\w.]*)[ \t]*(\|[ \t]*(?:default|d)\([ \t]*(?:'([^'{}]*)'|"([^"{}]*)"|(\d+))[ \t]*(?:,[ \t]*\w+[ \t]*)?\)[ \t]*)?(?:\|[ \t]*(?:quote|string|int|trim)[ \t]*)*-?\}\}`), regexp.MustCompile(`[^A-Za-z0-9_]`)

// filling is what such a place stands for; nil where it is none.
func (t *text) filling(from, to int) *reading.Value {
	at := filling.FindStringSubmatch(t.source[from:min(to, len(t.source))])
	if at == nil {
		return nil
	}
	v := t.value(reading.Reference, from, to, reading.Filling(at[1]))
	if at[2] != "" {
		otherwise := t.value(reading.Call, from, to, "")
		otherwise.Tag, otherwise.Children = ":-", []*reading.Value{v, t.value(reading.String, from, to, at[3]+at[4]+at[5])}
		return otherwise
	}
	return v
}

// fillings are the parts of a text that has such places.
func (t *text) fillings(from, to int) (parts []*reading.Value) {
	behind := from
	for at := from; ; at += 2 {
		next := strings.Index(t.source[at:to], "{{")
		if next >= 0 {
			at += next
		}
		if next < 0 || at >= to {
			break
		}
		end := strings.Index(t.source[at:to], "}}")
		if end < 0 {
			break
		}
		end += at + 2
		if !reading.FilledIn(t.source[at:end]) {
			continue
		}
		v := t.filling(at, end)
		if before := max(at-1, behind); v == nil || t.source[before] == '$' {
			if t.source[before] == '$' {
				at = before
			}
			v = t.expression(at, end)
		}
		if at > behind {
			parts = append(parts, t.value(reading.String, behind, at, t.source[behind:at]))
		}
		parts, behind = append(parts, v), v.To
		at = v.To - 2
	}
	if behind < to {
		parts = append(parts, t.value(reading.String, behind, to, t.source[behind:to]))
	}
	return parts
}

func blank(text string) string { return strings.Repeat(" ", len(text)) }

type shellReader struct {
	*text
	// branches are those to come, and within those in which the reader is; began is where variables were set first.
	branches, within []branch
	began            map[string]int
	functions        []*syntax.FuncDecl
}

// word is a word of the command line: a text where it is written out, else a Reference, a Call
// of its default, or a Template of these.
func (s *shellReader) word(w *syntax.Word) *reading.Value {
	from, to := int(w.Pos().Offset()), int(w.End().Offset())
	parts, known := s.parts(w.Parts, false)
	if !known || mustache.MatchString(s.source[from:to]) {
		return s.expression(from, to)
	}
	return s.text.word(from, to, parts)
}

// mustache matches a word without blanks in which another program fills in a name. Among others, in a message, it may be meant.
var mustache = regexp.MustCompile(`^["']?[^\s"'{}]*\{\{\w+\}\}[^\s"']*["']?$`)

// word is a word of a command line, of its parts: a text where it is written out, else a Template.
func (t *text) word(from, to int, parts []*reading.Value) *reading.Value {
	switch len(parts) {
	case 0:
		return t.value(reading.String, from, to, "")
	case 1:
		parts[0].From, parts[0].To = from, to
		return parts[0]
	}
	v := t.value(reading.Template, from, to, "")
	v.Children = parts
	return v
}

// parts reads the parts of a word; known is false where one of them has to be run.
func (s *shellReader) parts(all []syntax.WordPart, quoted bool) (parts []*reading.Value, known bool) {
	if s.depth > deepest {
		return nil, false
	}
	s.depth++
	defer func() { s.depth-- }()
	add := func(from, to int, decoded string) {
		if last := len(parts) - 1; last >= 0 && parts[last].Kind == reading.String {
			parts[last].Text += decoded
			parts[last].To = to
			return
		}
		parts = append(parts, s.value(reading.String, from, to, decoded))
	}
	for i, part := range all {
		from, to := int(part.Pos().Offset()), int(part.End().Offset())
		switch p := part.(type) {
		case *syntax.Lit:
			var b strings.Builder
			if i > 0 && s.source[max(0, from-2):from] == "$$" { // what Make and Compose take for a $
				if name := nameBehind.FindStringSubmatch(p.Value); name != nil {
					parts[len(parts)-1] = s.value(reading.Reference, from-1, from+len(name[0]), name[1]+name[2])
					p = &syntax.Lit{Value: p.Value[len(name[0]):]}
					if from += len(name[0]); p.Value == "" {
						continue
					}
				}
			}
			unescape(&b, p.Value, quoted)
			add(from, to, b.String())
		case *syntax.SglQuoted:
			if p.Dollar {
				add(from, to, ansi(p.Value))
			} else if s.makefile && strings.Contains(p.Value, "$") {
				return nil, false
			} else if inner := s.fillings(from+1, to-1); len(inner) > 1 || len(inner) == 1 && inner[0].Kind != reading.String {
				parts = append(parts, inner...)
			} else {
				add(from, to, s.source[from+1:to-1]) // as it was before anything was filled in
			}
		case *syntax.DblQuoted:
			inner, ok := s.parts(p.Parts, true)
			if !ok {
				return nil, false
			}
			if len(inner) == 0 {
				add(from, to, "")
			}
			for _, v := range inner {
				if v.Kind == reading.String {
					add(v.From, v.To, v.Text)
				} else {
					parts = append(parts, v)
				}
			}
		case *syntax.ParamExp:
			v := s.parameter(p)
			if v == nil {
				return nil, false
			}
			parts = append(parts, v)
		case *syntax.CmdSubst:
			inner, ok := s.hereDocument(p)
			if !ok {
				return nil, false
			}
			for _, v := range inner {
				if v.Kind == reading.String {
					add(v.From, v.To, v.Text)
				} else {
					parts = append(parts, v)
				}
			}
		default:
			return nil, false
		}
	}
	return parts, true
}

// nameBehind matches the name of a variable behind its $.
var nameBehind = regexp.MustCompile(`^(?:\{(\w+)\}|([A-Za-z_]\w*))`)

// parameter is $name, ${name:-default} or "${name[@]}"; nil for any other.
func (s *shellReader) parameter(p *syntax.ParamExp) *reading.Value {
	if p.Param == nil || p.Excl || p.Length || p.Width || p.Slice != nil || p.Repl != nil {
		return nil
	}
	from, to := int(p.Pos().Offset()), int(p.End().Offset())
	if v := s.filling(from, to); v != nil {
		return v
	}
	name := s.value(reading.Reference, from, to, p.Param.Value)
	if i, err := strconv.Atoi(name.Text); err == nil && i > 0 {
		if f := s.function(from); f != nil {
			name.Text = argument(i, f)
		}
	}
	if p.Index != nil {
		index, ok := p.Index.(*syntax.Word)
		if !ok || index.Lit() != "@" && index.Lit() != "*" {
			return nil
		}
		name.Role = reading.Spread
		return name
	}
	if p.Exp == nil {
		return name
	}
	switch p.Exp.Op {
	case syntax.DefaultUnset, syntax.DefaultUnsetOrNull, syntax.AssignUnset, syntax.AssignUnsetOrNull:
	default:
		return nil
	}
	v := s.value(reading.Call, from, to, "")
	v.Tag = ":-"
	otherwise := s.value(reading.String, to, to, "")
	if p.Exp.Word != nil {
		otherwise = s.word(p.Exp.Word)
	}
	v.Children = []*reading.Value{name, otherwise}
	return v
}

// asWritten is a here document in which nothing is worked out.
func (s *shellReader) asWritten(document *syntax.Word) *reading.Value {
	from, to := int(document.Pos().Offset()), int(document.End().Offset())
	written := s.value(reading.String, from, to, document.Lit())
	if end := from + len(written.Text); end <= len(s.source) && stoodIn(s.source[from:end]) == written.Text {
		written.Text = s.source[from:end] // as it was before anything was filled in
	}
	return written
}

// hereDocument returns what $(cat <<'END' …) prints.
func (s *shellReader) hereDocument(p *syntax.CmdSubst) (parts []*reading.Value, known bool) {
	if len(p.Stmts) != 1 || len(p.Stmts[0].Redirs) != 1 {
		return nil, false
	}
	call, ok := p.Stmts[0].Cmd.(*syntax.CallExpr)
	document := p.Stmts[0].Redirs[0]
	if !ok || len(call.Args) != 1 || call.Args[0].Lit() != "cat" || document.Hdoc == nil {
		return nil, false
	}
	if document.Word.Lit() == "" { // its end is quoted, and so is everything before it
		written := s.asWritten(document.Hdoc)
		written.Text = strings.TrimRight(written.Text, "\n")
		return []*reading.Value{written}, true
	}
	parts, known = s.parts(document.Hdoc.Parts, true)
	if last := len(parts) - 1; last >= 0 && parts[last].Kind == reading.String {
		parts[last].Text = strings.TrimRight(parts[last].Text, "\n")
	}
	return parts, known
}

// unescape takes out the backslashes of a literal; between double quotes only some count.
func unescape(b *strings.Builder, text string, quoted bool) {
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' || i+1 == len(text) {
			b.WriteByte(text[i])
			continue
		}
		next := text[i+1]
		switch {
		case next == '\n':
			i++
		case !quoted || strings.IndexByte("$`\"\\", next) >= 0:
			b.WriteByte(next)
			i++
		default:
			b.WriteByte('\\')
		}
	}
}

var ansiEscapes = map[byte]byte{'a': 7, 'b': 8, 'e': 27, 'E': 27, 'f': 12, 'n': 10, 'r': 13, 't': 9, 'v': 11, '\\': '\\', '\'': '\'', '"': '"', '?': '?'}

// ansi decodes what stands in $'…'.
func ansi(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' || i+1 == len(text) {
			b.WriteByte(text[i])
			continue
		}
		i++
		c := text[i]
		if plain, ok := ansiEscapes[c]; ok {
			b.WriteByte(plain)
			continue
		}
		digits, base, first := 0, 16, i+1
		switch {
		case c == 'x':
			digits = 2
		case c == 'u':
			digits = 4
		case c == 'U':
			digits = 8
		case c >= '0' && c <= '7':
			digits, base, first = 3, 8, i
		}
		code, length := number(text[first:], base, digits)
		switch {
		case length == 0:
			b.WriteByte('\\')
			b.WriteByte(c)
			continue
		case c == 'u' || c == 'U':
			b.WriteRune(code)
		default:
			b.WriteByte(byte(code))
		}
		i = first + length - 1
	}
	return b.String()
}

// number reads up to so many digits and returns how many there were.
func number(text string, base, most int) (code rune, length int) {
	for length < most && length < len(text) {
		if _, err := strconv.ParseUint(text[length:length+1], base, 8); err != nil {
			break
		}
		length++
	}
	n, err := strconv.ParseUint(text[:length], base, 32)
	if err != nil || n > utf8.MaxRune {
		return utf8.RuneError, length
	}
	return rune(n), length
}
