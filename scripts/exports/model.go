package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// model is a tool of AWS's in some Python, and the members that it knows.
type model struct {
	python  string
	Version string
	Create  members
	Update  members
}

// members are what a structure may and must have, or what every element of a list and every
// value of a map may.
type members struct {
	Members  map[string]members
	Required []string
	Every    *members
}

// models are the newest of what the Pythons here have.
type models struct{ awscli, boto3 *model }

// readModels asks each Python on the PATH and at its usual place: a system has often two,
// and their releases may lie years apart.
func readModels() models {
	var m models
	asked := map[string]bool{}
	for _, folder := range append(filepath.SplitList(os.Getenv("PATH")), "/usr/bin") {
		python := filepath.Join(folder, "python3")
		if _, err := os.Stat(python); err != nil || asked[python] {
			continue
		}
		asked[python] = true
		m.awscli = newer(m.awscli, askModel(python, "model-cli"))
		m.boto3 = newer(m.boto3, askModel(python, "model-boto3"))
	}
	return m
}

// askModel returns what a Python has of a tool, or nil.
func askModel(python, tool string) *model {
	out, err := exec.Command(python, drivers+"aws.py", tool).Output()
	if err != nil {
		return nil
	}
	m := &model{python: python}
	if json.Unmarshal(out, m) != nil {
		return nil
	}
	return m
}

// newer returns the model that knows more.
func newer(a, b *model) *model {
	if b == nil || a != nil && a.Create.count() >= b.Create.count() {
		return a
	}
	return b
}

func (m members) count() int {
	n := len(m.Members)
	for _, inner := range m.Members {
		n += inner.count()
	}
	if m.Every != nil {
		n += m.Every.count()
	}
	return n
}

// prune leaves out of a value what the members do not know, and adds the paths to dropped.
// It returns nil for a structure that is nothing without what was left out.
func (m members) prune(path string, v any, dropped map[string]bool) any {
	switch v := v.(type) {
	case []any:
		for i := range v {
			v[i] = m.Every.prune(path, v[i], dropped)
		}
	case map[string]any:
		less := false
		for name, inner := range v {
			known, ok := m.Members[name]
			if m.Every != nil {
				known, ok = *m.Every, true
			}
			step := strings.TrimPrefix(path+"."+name, ".")
			if ok {
				inner = known.prune(step, inner, dropped)
			}
			if !ok || inner == nil {
				less, dropped[step] = true, true
				delete(v, name)
				continue
			}
			v[name] = inner
		}
		for _, name := range m.Required {
			if _, ok := v[name]; !ok && less {
				return nil
			}
		}
	}
	return v
}

// pruned returns the samples without what a model does not know, and what that was.
func (m members) pruned(samples []sample) (known []sample, dropped []string) {
	all := map[string]bool{}
	for _, s := range samples {
		here := map[string]bool{}
		value := m.prune("", s.want(), here)
		if len(here) > 0 {
			text, err := json.Marshal(value)
			if err != nil {
				panic(err)
			}
			s.text = string(text)
		}
		for path := range here {
			all[path] = true
		}
		known = append(known, s)
	}
	for path := range all {
		dropped = append(dropped, path)
	}
	slices.Sort(dropped)
	return known, dropped
}
