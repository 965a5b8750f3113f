package main

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
)

// difference is one place where two values part.
type difference struct {
	// path is in the notation of the notes: Schema[0].Name.
	path      string
	want, got any
}

func (d difference) String() string {
	return fmt.Sprintf("%s: want %#v, got %#v", d.path, d.want, d.got)
}

// absent stands for a value that is not there.
type absent struct{}

// differences compares values read from JSON.
func differences(path string, want, got any) []difference {
	switch w := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if list, isList := got.([]any); isList && len(list) == 0 && len(w) == 0 {
			return nil // R has one empty list
		}
		if !ok {
			break
		}
		names := slices.Sorted(maps.Keys(w))
		for name := range g {
			if _, ok := w[name]; !ok {
				names = append(names, name)
			}
		}
		var all []difference
		for _, name := range names {
			step := name
			if path != "" {
				step = path + "." + name
			}
			all = append(all, differences(step, at(w, name), at(g, name))...)
		}
		return all
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(w) {
			break
		}
		var all []difference
		for i := range w {
			all = append(all, differences(fmt.Sprintf("%s[%d]", path, i), w[i], g[i])...)
		}
		return all
	}
	if reflect.DeepEqual(want, got) {
		return nil
	}
	return []difference{{path, want, got}}
}

func at(m map[string]any, name string) any {
	if v, ok := m[name]; ok {
		return v
	}
	return absent{}
}
