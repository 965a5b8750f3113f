//go:build js && wasm

// Command readers is the program that holds the parsers of other languages: package readers
// behind one JavaScript function, call(reader, text), strings in and a string out. engine.ts
// loads it when a text needs it, which few visits do.
package main

import (
	"fmt"

	"github.com/hack-pad/safejs"

	"userpoolplayground/internal/readers"
	"userpoolplayground/internal/reading"
)

// register is the name of the global function that engine.ts puts up while the program
// starts, to be handed ours.
const register = "userPoolPlaygroundRegister"

func main() {
	call, err := safejs.FuncOf(call)
	if err != nil {
		panic(err)
	}
	if _, err := safejs.Global().Call(register, call.Value()); err != nil {
		panic(err)
	}
	select {} // the function is called for as long as the page lives
}

// call answers the reading; what is wrong with the call itself, or with us, it says behind a !.
func call(_ safejs.Value, args []safejs.Value) (answer any) {
	defer func() {
		if r := recover(); r != nil {
			answer = crash(fmt.Sprint(r))
		}
	}()
	var given [2]string
	for i := range given {
		s, err := args[i].String()
		if err != nil {
			panic(err)
		}
		given[i] = s
	}
	read, err := readers.Read(given[0], given[1])
	if err != nil {
		return crash(err.Error())
	}
	return reading.Encode(read)
}

// crash is an answer that is no reading.
func crash(reason string) string { return "!" + reason }
