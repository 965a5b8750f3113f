//go:build js && wasm

// Command readers is the program that holds the languages of other tools: package foreign behind
// one JavaScript function of two strings: options and text. It is loaded when a text needs it,
// which few visits do.
package main

import (
	"runtime"
	"runtime/debug"

	"userpoolplayground/internal/foreign"
	"userpoolplayground/wasm/border"
)

func main() {
	border.Register(2, call)
	// What is alive is small beside what a text makes, and the collector has no second core.
	debug.SetGCPercent(400)
	select {} // the function is called for as long as the page lives
}

// call answers the reading, or what is wrong with the call as JSON text. The options "collect" are none of
// a text's: garbage is collected when the caller has time.
func call(args []string) string {
	if args[0] == "collect" {
		runtime.GC()
		return ""
	}
	read, err := foreign.Call(args[1], args[0])
	if err != nil {
		return border.Crash(err.Error())
	}
	return read
}
