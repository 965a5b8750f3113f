//go:build js && wasm

// Command readers is the program that holds the parsers of other languages: package readers
// behind one JavaScript function, call(reader, text). engine.ts loads it when a text needs it,
// which few visits do.
package main

import (
	"userpoolplayground/internal/readers"
	"userpoolplayground/internal/reading"
	"userpoolplayground/wasm/border"
)

func main() {
	border.Register(call)
	select {} // the function is called for as long as the page lives
}

// call answers the reading, or what is wrong with the call as JSON text.
func call(args []string) string {
	read, err := readers.Read(args[0], args[1])
	if err != nil {
		return border.Crash(err.Error())
	}
	return reading.Encode(read)
}
