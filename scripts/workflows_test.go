// Package scripts_test holds what other machines run to what is here: nothing of it runs in
// the tests, and a wrong name would be noticed late.
package scripts_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", file))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The list of fuzz targets stands in build.sh by name, since a target that its program cannot
// read is to be seen there.
func TestEveryFuzzTargetIsBuilt(t *testing.T) {
	found, err := exec.Command("grep", "-rEo", "--include=*_test.go", "^func Fuzz[A-Za-z0-9]*", "../internal", "../wasm", "../scripts").Output()
	if err != nil {
		t.Fatal(err)
	}
	var there []string
	for line := range strings.Lines(string(found)) {
		file, function, _ := strings.Cut(strings.TrimSpace(line), ":func ")
		there = append(there, strings.TrimPrefix(filepath.ToSlash(filepath.Dir(file)), "../")+" "+function)
	}
	var built []string
	for _, line := range regexp.MustCompile(`(?m)^fuzz (.*)$`).FindAllStringSubmatch(read(t, ".clusterfuzzlite/build.sh"), -1) {
		fields := strings.Fields(line[1])
		for _, target := range fields[1:] {
			built = append(built, fields[0]+" "+target)
		}
	}
	slices.Sort(there)
	slices.Sort(built)
	if len(there) == 0 || !slices.Equal(there, built) {
		t.Errorf("build.sh builds %q, and there are %q", built, there)
	}
	// The program looks for the file of a target by its name, and stops at a second.
	for _, target := range there {
		folder, name, _ := strings.Cut(target, " ")
		out, _ := exec.Command("grep", "-rlw", name, filepath.Join("..", folder)).Output()
		if files := strings.Fields(string(out)); len(files) != 1 {
			t.Errorf("%s is named in %v", name, files)
		}
	}
}

func TestClusterFuzzLite(t *testing.T) {
	var project struct {
		Language       string
		FuzzingEngines []string `yaml:"fuzzing_engines"`
		Sanitizers     []string
	}
	d := yaml.NewDecoder(strings.NewReader(read(t, ".clusterfuzzlite/project.yaml")))
	d.KnownFields(true)
	if err := d.Decode(&project); err != nil {
		t.Fatal(err)
	}
	if project.Language != "go" || !slices.Equal(project.FuzzingEngines, []string{"libfuzzer"}) || !slices.Equal(project.Sanitizers, []string{"address"}) {
		t.Errorf("%+v: Go is fuzzed with libFuzzer and the address sanitizer alone", project)
	}
	if !strings.Contains(read(t, ".clusterfuzzlite/Dockerfile"), "COPY .clusterfuzzlite/build.sh $SRC/\n") {
		t.Error("the container does not get build.sh where it is run")
	}
	for _, script := range []string{"build.sh", "prepare.sh"} {
		if out, err := exec.Command("bash", "-n", "../.clusterfuzzlite/"+script).CombinedOutput(); err != nil {
			t.Errorf("%s: %s", script, out)
		}
	}
}

// The seeds are made of files that are moved and renamed elsewhere.
func TestSeedsAreWritten(t *testing.T) {
	folder := t.TempDir()
	seeds := exec.Command("go", "run", "./scripts/seeds", folder)
	seeds.Dir = ".."
	if out, err := seeds.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, line := range regexp.MustCompile(`(?m)^fuzz \S+ (.*)$`).FindAllStringSubmatch(read(t, ".clusterfuzzlite/build.sh"), -1) {
		for _, target := range strings.Fields(line[1]) {
			if archive, err := os.Stat(filepath.Join(folder, target+"_seed_corpus.zip")); err != nil || archive.Size() == 0 {
				t.Errorf("%s begins with nothing: %v", target, err)
			}
		}
	}
}

var commit = regexp.MustCompile(`^[\w-]+/[\w-]+@[0-9a-f]{40}$`)

func TestWorkflows(t *testing.T) {
	files, err := filepath.Glob("../.github/workflows/*.yml")
	if err != nil || len(files) == 0 {
		t.Fatal("there is no workflow", err)
	}
	targets := read(t, "Makefile")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var workflow struct {
			Name, Concurrency string
			On                yaml.Node
			Permissions       map[string]string
			Jobs              map[string]struct {
				RunsOn      string `yaml:"runs-on"`
				Timeout     int    `yaml:"timeout-minutes"`
				Environment string
				Permissions map[string]string
				Env         map[string]string
				Steps       []struct {
					Uses, Run, Name string
					With, Env       map[string]string
				}
			}
		}
		d := yaml.NewDecoder(strings.NewReader(string(text)))
		d.KnownFields(true)
		if err := d.Decode(&workflow); err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		if len(workflow.Permissions) > 0 {
			t.Errorf("%s gives all its jobs %v", file, workflow.Permissions)
		}
		for name, job := range workflow.Jobs {
			if job.RunsOn == "" || job.Timeout == 0 || len(job.Permissions) == 0 {
				t.Errorf("%s: %s says not where it runs, how long or what it may", file, name)
			}
			for _, step := range job.Steps {
				if (step.Uses == "") == (step.Run == "") {
					t.Errorf("%s: a step of %s uses %q and runs %q", file, name, step.Uses, step.Run)
				}
				if step.Uses != "" && !commit.MatchString(step.Uses) {
					t.Errorf("%s: %s can be moved to other code", file, step.Uses)
				}
				// What stands in ${{ }} is put into a script before it is read as one.
				if strings.Contains(step.Run, "${{") {
					t.Errorf("%s: %q runs what somebody else wrote", file, step.Run)
				}
				if target, ok := strings.CutPrefix(step.Run, "make "); ok && !regexp.MustCompile(`(?m)^`+target+`:`).MatchString(targets) {
					t.Errorf("%s: there is no make %s", file, target)
				}
			}
		}
	}
	publish := read(t, ".github/workflows/publish.yml")
	for _, needed := range []string{"id-token: write", "npm publish --provenance"} {
		if !strings.Contains(publish, needed) {
			t.Errorf("publish.yml has no %q", needed)
		}
	}
	if strings.Contains(publish, "secrets.") {
		t.Error("publish.yml needs no secret: npm trusts the run's identity")
	}
}

// Others name the action with a commit: what it then installs is the package of that commit.
func TestActionInstallsThisVersion(t *testing.T) {
	var action struct {
		Name, Description string
		Inputs            map[string]struct{ Description, Default string }
		Runs              struct {
			Using string
			Steps []struct {
				Shell, Run string
				Env        map[string]string
			}
		}
	}
	d := yaml.NewDecoder(strings.NewReader(read(t, ".github/actions/check/action.yml")))
	d.KnownFields(true)
	if err := d.Decode(&action); err != nil {
		t.Fatal(err)
	}
	version := regexp.MustCompile(`"version": "([^"]+)"`).FindStringSubmatch(read(t, "web/package.json"))[1]
	if wanted := "user-pool-playground@" + version; action.Inputs["package"].Default != wanted {
		t.Errorf("the action installs %s in the place of %s", action.Inputs["package"].Default, wanted)
	}
	for _, step := range action.Runs.Steps {
		if strings.Contains(step.Run, "${{") {
			t.Errorf("what an input says becomes code: %s", step.Run)
		}
		for _, name := range []string{"FILES", "ARGUMENTS", "PACKAGE"} {
			if !strings.Contains(step.Env[name], "inputs."+strings.ToLower(name)) {
				t.Errorf("%s is not what the input says: %q", name, step.Env[name])
			}
		}
	}
	for _, named := range regexp.MustCompile(`user-pool-playground@(\d[\w.-]*)`).FindAllStringSubmatch(read(t, "scripts/package/README.md"), -1) {
		if named[1] != version {
			t.Errorf("the recipes install %s in the place of %s", named[1], version)
		}
	}
	if out, err := exec.Command("bash", "-n", "../.github/actions/check/check.sh").CombinedOutput(); err != nil {
		t.Errorf("check.sh: %s", out)
	}
}
