package calls

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"userpoolplayground/internal/playground"
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
			called, err := Call(state, operation, given, o)
			if err != nil {
				t.Fatal(err)
			}
			if called.Reply.Status != 200 && called.State != state {
				t.Errorf("%s was refused and changed the state", operation)
			}
			state = called.State
			tell(&out, called.Reply, called.Problems, called.Changes)
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
