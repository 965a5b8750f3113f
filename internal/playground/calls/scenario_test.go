package calls

import (
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/playground"
	"userpoolplayground/internal/proof"
)

var update = flag.Bool("update", false, "write what the scenarios answer into them")

// A scenario is a text: what is done stands as a person writes it, and what came of it below it,
// behind >. A step is a line "open" or "call OPERATION", with options as JSON behind it where it
// has some, and the text that goes with it.
func TestScenarios(t *testing.T) {
	files, err := filepath.Glob("testdata/scenarios/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no scenarios", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			played := play(t, string(text))
			if played == string(text) {
				return
			}
			if *update {
				if err := os.WriteFile(file, []byte(played), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			t.Errorf("another answer. Run: make generate\n%s", difference(string(text), played))
		})
	}
}

// difference shows the first lines that two texts do not have in common.
func difference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "want " + a[i] + "\ngot  " + b[i]
		}
	}
	return "one is longer"
}

func play(t *testing.T, scenario string) string {
	var out strings.Builder
	var state string
	known := &learned{}
	var step, options string
	var text []string
	run := func() {
		if step == "" {
			return
		}
		given := strings.TrimSpace(strings.Join(text, "\n"))
		o, err := playground.ReadOptions(options)
		if err != nil {
			t.Fatal(err)
		}
		name, operation, _ := strings.Cut(step, " ")
		switch name {
		case "open":
			opened := Open(given, o)
			tell(&out, opened.Reply, opened.Problems, nil)
			if opened.State != nil {
				state = *opened.State
			}
		case "call":
			called, err := Call(state, operation, known.fill(given), o)
			if err != nil {
				t.Fatal(err)
			}
			// Whom a function has brought stays.
			brings := slices.ContainsFunc(called.Triggers, func(i TriggerCall) bool { return i.Name == "UserMigration" })
			if called.Reply.Status != 200 && !brings && shownOf(t, called.State) != shownOf(t, state) {
				t.Errorf("%s was refused and changed what there is", operation)
			}
			state = called.State
			known.learn(called)
			called.Reply.Body = known.hide(called.Reply.Body)
			tell(&out, called.Reply, called.Problems, called.Changes)
			beside(&out, known, called)
		case "safe":
			mended, err := SafeUpdate(state, given, o)
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range strings.Split(mended.Text, "\n") {
				out.WriteString("> " + line + "\n")
			}
		case "plan":
			pool, request, _ := strings.Cut(given, "\n\n")
			plan := PlanOf(pool, request, o)
			for _, c := range plan.Calls {
				out.WriteString("> " + c.Operation + ": " + c.Why + "\n")
				for _, line := range strings.Split(c.Request, "\n") {
					out.WriteString(">   " + line + "\n")
				}
			}
			for _, u := range plan.Unreachable {
				out.WriteString("> unreachable " + u.Pointer + ": " + orNothing(u.Wanted) + ", stays " + orNothing(u.Stays) + ". " + u.Why + "\n")
			}
		default:
			t.Fatalf("there is no step %q", step)
		}
		out.WriteString("\n")
		step, text = "", nil
	}
	for _, line := range strings.Split(strings.TrimSuffix(scenario, "\n"), "\n") {
		word, _, _ := strings.Cut(line, " ")
		switch {
		case strings.HasPrefix(line, ">"):
			continue
		case strings.HasPrefix(line, "#"):
			run()
			out.WriteString(line + "\n")
			continue
		case slices.Contains([]string{"open", "call", "safe", "plan"}, word):
			run()
			step, options, _ = strings.Cut(line, " {")
			if options != "" {
				options = "{" + options
			}
			out.WriteString(line + "\n")
			continue
		case step == "":
			continue
		}
		if line == "" && len(text) == 0 || line == "" && !strings.HasPrefix(step, "plan") {
			continue
		}
		if line == "" && strings.Count(strings.Join(text, "\n"), "\n\n") > 0 {
			continue
		}
		text = append(text, line)
		out.WriteString(line + "\n")
	}
	run()
	return strings.TrimRight(out.String(), "\n") + "\n"
}

// learned is what the next step puts in the place of a word like <session>.
type learned struct{ words []string }

var named = map[string]string{
	"<session>": "Session", "<client>": "UserPoolClient.ClientId", "<access>": "AuthenticationResult.AccessToken", "<id>": "AuthenticationResult.IdToken",
	"<refresh>": "AuthenticationResult.RefreshToken", "<secret>": "SecretCode", "<sub>": "UserSub", "<device>": "AuthenticationResult.NewDeviceMetadata.DeviceKey",
}

func (l *learned) learn(called Called) {
	for _, word := range slices.Sorted(maps.Keys(named)) {
		if v := gjson.Get(called.Reply.Body, named[word]); v.Exists() {
			l.words = append([]string{word, v.String()}, l.words...)
		}
	}
	for _, m := range called.Sent {
		l.words = append([]string{"<code>", m.Code}, l.words...)
	}
}

// fill puts the newest values in.
func (l *learned) fill(text string) string {
	if at := strings.Index(text, "<app code at "); at >= 0 { // the code that the app shows at a moment
		end := at + strings.IndexByte(text[at:], '>')
		moment, _ := strconv.ParseInt(text[at+len("<app code at "):end], 10, 64)
		text = text[:at] + proof.Code(l.word("<secret>"), moment) + text[end+1:]
	}
	return strings.NewReplacer(l.words...).Replace(text)
}

func (l *learned) word(word string) string {
	for i := 0; i < len(l.words); i += 2 {
		if l.words[i] == word {
			return l.words[i+1]
		}
	}
	return ""
}

// hide puts the words in the place of values that nobody reads.
func (l *learned) hide(text string) string {
	for i := 0; i < len(l.words); i += 2 {
		if word := l.words[i]; word != "<sub>" && word != "<client>" {
			text = strings.ReplaceAll(text, l.words[i+1], word)
		}
	}
	return text
}

// beside tells what a call says beside its reply.
func beside(out *strings.Builder, known *learned, called Called) {
	for _, m := range called.Sent {
		out.WriteString("> sent by " + m.Medium + " to " + m.Destination + ": " + strings.TrimSpace(m.Subject+" | "+known.hide(m.Text)) + "\n")
	}
	for _, c := range called.Triggers {
		out.WriteString("> called " + c.Name + " for " + c.Source + " with " + gjson.Get(c.Event, "request").Raw + "\n")
	}
	for _, r := range called.Reasons {
		out.WriteString("> because " + strings.TrimSpace(r.Setting+" "+r.Why) + " (" + r.Evidence + ")\n")
	}
	for _, token := range called.Tokens {
		claims := []string{}
		for _, c := range token.Claims {
			claims = append(claims, c.Name+" "+c.Value)
		}
		out.WriteString("> " + token.Kind + " token: " + strings.Join(claims, ", ") + "\n")
	}
}

// shownOf is what calls show of a state: pools and users. What is only counted is not among it.
func shownOf(t *testing.T, state string) string {
	t.Helper()
	var shown string
	for _, pool := range gjson.Get(state, "pools.#.id").Array() {
		request := `{"UserPoolId": ` + strconv.Quote(pool.String()) + `}`
		for _, operation := range []string{"DescribeUserPool", "ListUsers"} {
			called, err := Call(state, operation, request, playground.Options{})
			if err != nil {
				t.Fatal(err)
			}
			shown += called.Reply.Body
		}
	}
	return shown
}

func orNothing(json string) string {
	if json == "" {
		return "nothing"
	}
	return json
}

func tell(out *strings.Builder, reply playground.Reply, problems []playground.Problem, changes []PoolChange) {
	out.WriteString("> " + reply.Body + "\n")
	for _, c := range changes {
		out.WriteString("> " + c.Kind + " " + c.Pointer + ": " + orNothing(c.Before) + " is now " + orNothing(c.After) + ". " + c.Why + " (" + c.Evidence + ")\n")
	}
	for _, p := range problems {
		out.WriteString("> " + p.Severity + " " + p.Rule + " at " + p.Pointer + ": " + p.Message + "\n")
		for _, f := range p.Fixes {
			out.WriteString(">   fix: " + f.Title + "\n")
		}
	}
}
