//go:build js && wasm

// Command service is the program that answers calls on a pool that is there: package calls behind
// one JavaScript function of four strings: verb, options, argument and text. It is loaded when the first
// pool is opened.
package main

import (
	"runtime/debug"

	"userpoolplayground/internal/playground/calls"
	"userpoolplayground/wasm/border"
	"userpoolplayground/wasm/json"
)

func main() {
	border.Register(4, call)
	if border.Initialising() {
		initialise()
		border.Settle()
	}
	// What is alive is small beside what a call makes, and the collector has no second core.
	debug.SetGCPercent(400)
	select {} // the function is called for as long as the page lives
}

// call answers {"answer": …} as JSON text, or {"wrong": "…"} for a wrong argument. What a reply has
// apart follows, each on a line of its own.
func call(args []string) string {
	answer, err := calls.Verb(args[0], args[3], args[1], args[2])
	if err != nil {
		return `{"wrong":` + json.Quote(err.Error()) + `}`
	}
	return answer.Text()
}
