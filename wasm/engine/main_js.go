//go:build js && wasm

// Command engine is the engine as a WebAssembly program: the verbs of package playground
// behind one JavaScript function of four strings: verb, options, argument and text. engine.ts wraps it in
// the typed surface that pages and Node programs see.
package main

import (
	"runtime"
	"runtime/debug"

	"userpoolplayground/internal/playground"
	"userpoolplayground/internal/source"
	"userpoolplayground/wasm/border"
)

func main() {
	border.Register(4, call)
	if border.Initialising() {
		initialise()
		border.Settle()
	}
	// What is alive is little over a megabyte, and the collector has no second core here: by
	// default it would run every few keystrokes. The build starts the program with less.
	debug.SetGCPercent(400)
	select {} // the function is called for as long as the page lives
}

// call answers {"answer": …} as JSON text, or {"wrong": "…"} for a wrong argument. What an
// answer has apart follows, each on a line of its own. The verb "collect" is not the
// playground's: it collects garbage when the caller has time.
func call(args []string) string {
	verb, options, argument, text := args[0], args[1], args[2], args[3]
	if verb == "collect" {
		runtime.GC()
		return `{"answer":null}`
	}
	provoke(verb, text)
	result, err := playground.Call(verb, text, options, argument)
	if err != nil {
		return `{"wrong":` + source.Quote(err.Error()) + `}`
	}
	return result.Text()
}
