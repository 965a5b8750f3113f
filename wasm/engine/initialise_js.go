//go:build js && wasm

package main

import (
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"userpoolplayground/internal/example"
	"userpoolplayground/internal/playground"
)

// initialise brings the program to the state that is shipped. What is made on first use is
// made here.
func initialise() {
	// The page starts with the first one: last here, it is what the engine remembers.
	for _, e := range slices.Backward(example.All()) {
		for _, options := range []string{``, `{"view":"describe"}`} {
			if _, err := playground.Call("evaluate", e.Request, options, ""); err != nil {
				panic(err)
			}
		}
	}
	// The metaschemas of the drafts that no document of ours is written in.
	for _, d := range []*jsonschema.Draft{jsonschema.Draft4, jsonschema.Draft6, jsonschema.Draft7, jsonschema.Draft2019} {
		*d = jsonschema.Draft{}
	}
}
