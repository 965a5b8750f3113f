//go:build js && wasm

// Command wasm is the engine as a WebAssembly program: the verbs of package playground
// behind one JavaScript function, call(verb, text, options, argument), strings in and a string out.
// engine.ts wraps it in the typed surface that pages and Node programs see.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/hack-pad/safejs"

	"userpoolplayground/internal/playground"
	"userpoolplayground/internal/source"
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
	if len(os.Args) > 1 && os.Args[1] == "initialise" {
		initialise()
	}
	// What is alive is little over a megabyte, and the collector has no second core here: by
	// default it would run every few keystrokes. The build starts the program with less.
	debug.SetGCPercent(400)
	select {} // the function is called for as long as the page lives
}

// call answers {"answer": …} as JSON text, or {"wrong": "…"} for a wrong argument and
// {"crash": "…"} for a bug of ours: a panic must not end the program, which would end
// every later call too. What an answer has apart follows, each on a line of its own. The
// verb "collect" is not the playground's: it collects garbage when the caller has time.
func call(_ safejs.Value, args []safejs.Value) (answer any) {
	defer func() {
		if r := recover(); r != nil {
			answer = `{"crash":` + source.Quote(fmt.Sprint(r)) + `}`
		}
	}()
	growStack(len(args))
	var given [4]string
	for i := range given {
		s, err := args[i].String()
		if err != nil {
			panic(err)
		}
		given[i] = s
	}
	if given[0] == "collect" {
		runtime.GC()
		return `{"answer":null}`
	}
	provoke(given[0], given[1])
	result, err := playground.Call(given[0], given[1], given[2], given[3])
	if err != nil {
		return `{"wrong":` + source.Quote(err.Error()) + `}`
	}
	reply := playground.Reply{}
	if result.Reply != nil {
		reply = *result.Reply
	}
	var b strings.Builder
	b.Grow(len(result.JSON) + len(reply.Body) + len(reply.Wire) + len(reply.Origins) + 64)
	b.WriteString(`{"answer":`)
	b.Write(result.JSON)
	b.WriteString(`}`)
	if result.Reply != nil {
		b.WriteString("\n" + reply.Body + "\n" + reply.Wire + "\n")
		b.Write(reply.Origins)
	}
	return b.String()
}

// growStack makes the stack as large as an evaluation needs it while there is little on it.
// Go doubles a stack that is too small and walks all its frames for that, which is slow in
// WebAssembly. The collector may make it small again while nobody calls; in the initialised
// program it may not, since the code for it would have to be compiled for the first reply.
//
//go:noinline
func growStack(n int) byte {
	var room [64 << 10]byte
	room[n] = 1
	return room[len(room)-1-n]
}
