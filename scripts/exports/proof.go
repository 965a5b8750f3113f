package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"userpoolplayground/internal/playground"
)

// proof is one exporter, or a few that one tool reads, and what it takes to prove it.
type proof struct {
	name string
	// programs have to be on the PATH.
	programs []string
	// model picks the release of AWS's Python tools that takes part, nil where none does.
	model func(models) *model
	// node is set where the packages of package.json take part.
	node bool
	// prove returns the faults.
	prove func(*trial) []string
}

// missing says what the proof lacks, "" when it can be run.
func (p *proof) missing(m models) string {
	for _, program := range p.programs {
		if _, err := exec.LookPath(program); err != nil {
			return program
		}
	}
	if p.model != nil && p.model(m) == nil {
		return "the AWS CLI and boto3 as modules of a Python 3"
	}
	if _, err := os.Stat("scripts/exports/node_modules/.package-lock.json"); p.node && err != nil {
		return "npm's packages: make export-tools"
	}
	return ""
}

// trial is one proof over all samples.
type trial struct {
	proof    *proof
	folder   string
	samples  []sample
	recorder *recorder
	models   models
	// dropped are the members that the tool's release does not know; remarks are other things
	// to tell.
	dropped, remarks []string
}

func (t *trial) run() []string {
	if err := os.MkdirAll(t.folder, 0o755); err != nil {
		return []string{err.Error()}
	}
	if t.proof.model != nil {
		m := t.proof.model(t.models)
		t.samples, t.dropped = m.Create.pruned(t.samples)
		t.remarks = append(t.remarks, "release "+m.Version)
	}
	return t.proof.prove(t)
}

// aside tells what limits the proof.
func (t *trial) aside() string {
	told := t.remarks
	if len(t.dropped) > 0 {
		told = append(told, "without "+strings.Join(t.dropped, ", ")+", which it does not know")
	}
	if len(told) == 0 {
		return ""
	}
	return " (" + strings.Join(told, "; ") + ")"
}

// export writes a sample for a target.
func export(target string, s sample) playground.Export {
	e, err := playground.ExportAs(target, s.text, playground.Options{})
	if err != nil {
		panic(err)
	}
	return e
}

// write puts the sample's text, changed if change is not nil, into a file N.extension.
func (t *trial) write(target, extension string, change func(i int, text string) string) {
	for i, s := range t.samples {
		text := export(target, s).Text
		if change != nil {
			text = change(i, text)
		}
		t.put(number(i)+"."+extension, text)
	}
}

// number is a sample's name among files and addresses.
func number(i int) string { return strconv.Itoa(i) }

// put writes a file into the trial's folder.
func (t *trial) put(name, text string) {
	if err := os.WriteFile(filepath.Join(t.folder, name), []byte(text), 0o644); err != nil {
		panic(err)
	}
}

// lacking tells the samples that lack what the tool demands, which their exports' notes
// say; the tool is not to judge them.
func (t *trial) lacking(target string) map[int]bool {
	lacking := map[int]bool{}
	for i, s := range t.samples {
		if strings.Contains(strings.Join(export(target, s).Notes, "\n"), " demands ") {
			lacking[i] = true
		}
	}
	if len(lacking) > 0 {
		t.remarks = append(t.remarks, fmt.Sprintf("types of %d not judged, whose notes say what to add", len(lacking)))
	}
	return lacking
}

// url is where the tool has to send its requests, followed by the sample's number.
func (t *trial) url() string { return t.recorder.url + "/" + t.proof.name }

// tool runs a program and returns what it complains of.
func (t *trial) tool(folder, program string, arguments ...string) []string {
	cmd := exec.Command(program, arguments...)
	cmd.Dir = folder
	// Without a locale R takes a script for ASCII, and breaks every other character.
	cmd.Env = append(os.Environ(), "NODE_NO_WARNINGS=1", "LC_ALL=C.UTF-8")
	out, err := cmd.CombinedOutput()
	said := strings.TrimSpace(string(out))
	if err != nil {
		return []string{fmt.Sprintf("%s: %v\n%s", program, err, said)}
	}
	if said != "" {
		return strings.Split(said, "\n")
	}
	return nil
}

// compare holds what came of each sample against what it wants. excused says of a
// difference that the export's notes tell of it.
func (t *trial) compare(got func(i int) (any, error), want func(sample) any, excused func(e playground.Export, d difference) bool, target string) []string {
	var faults []string
	for i, s := range t.samples {
		value, err := got(i)
		if err != nil {
			faults = append(faults, fmt.Sprintf("%s (%d): %v", s.name, i, err))
			continue
		}
		for _, d := range differences("", want(s), value) {
			if excused == nil || !excused(export(target, s), d) {
				faults = append(faults, fmt.Sprintf("%s (%d): %s", s.name, i, d))
			}
		}
	}
	return faults
}

// sent is what the recorder was sent for a sample.
func (t *trial) sent(i int) (any, error) { return t.recorder.take(t.proof.name + "/" + number(i)) }
