// Package example holds requests to start from: the page's menu, and the first texts that
// every test is tried on. Each is a file as a person would type it.
package example

import (
	"embed"
	"sync"

	"userpoolplayground/wasm/json"
)

//go:embed index.json requests/*.json
var files embed.FS

// Example is one request with what to say about it.
type Example struct {
	ID          string `json:"id"`
	Title       string `json:"title"`
	Description string `json:"description"`
	File        string `json:"file"`
	// Request is the file's text.
	Request string `json:"-"`
}

// All returns the examples in the menu's order.
var All = sync.OnceValue(func() []Example {
	index, err := files.ReadFile("index.json")
	if err != nil {
		panic(err)
	}
	var all []Example
	if err := json.Unmarshal(index, &all); err != nil {
		panic(err)
	}
	for i := range all {
		text, err := files.ReadFile(all[i].File)
		if err != nil {
			panic(err)
		}
		all[i].Request = string(text)
	}
	return all
})
