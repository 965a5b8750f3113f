//go:build js && wasm

// Command readers is the program that holds the languages of other tools: package foreign behind
// one JavaScript function, call(text, options), strings in and a string out. It is loaded when
// a text needs it, which few visits do.
package main

import (
	"userpoolplayground/internal/foreign"
	"userpoolplayground/wasm/border"
)

func main() {
	border.Register(call)
	select {} // the function is called for as long as the page lives
}

// call answers the reading, or what is wrong with the call as JSON text.
func call(args []string) string {
	read, err := foreign.Call(args[0], args[1])
	if err != nil {
		return border.Crash(err.Error())
	}
	return read
}
