//go:build js && wasm

// Package border is where the WebAssembly programs meet JavaScript: each has one function,
// strings in and a string out, and serves calls for as long as the page lives. What the
// strings say is the programs' own; programs.json beside this folder lists them.
package border

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/hack-pad/safejs"

	"userpoolplayground/wasm/json"
)

// register is the name of the global function that web/src/engine/program.ts puts up while a
// program starts, to be handed ours.
const register = "userPoolPlaygroundRegister"

// Register hands over the program's function, which takes a number of strings: JavaScript hands them over as
// one, a line each but the last, which may have more. A string of its own costs as much to cross as a short
// call takes. A panic of it is answered with {"crash": "…"}:
// it must not end the program, which would end every later call too.
func Register(count int, call func(args []string) string) {
	f, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) (answer any) {
		defer func() {
			if r := recover(); r != nil {
				answer = Crash(fmt.Sprint(r))
			}
		}()
		growStack(len(args))
		lines, err := args[0].String()
		if err != nil {
			panic(err)
		}
		return call(strings.SplitN(lines, "\n", count))
	})
	if err != nil {
		panic(err)
	}
	if _, err := safejs.Global().Call(register, f.Value()); err != nil {
		panic(err)
	}
}

// Crash is the answer to a call that failed by a fault of ours.
func Crash(reason string) string {
	return `{"crash":` + json.Quote(reason) + `}`
}

// Initialising says whether the build runs the program to keep its state: scripts/initialise.mjs.
// It returns when the script has made its call, on the stack that all calls will run on.
func Initialising() bool {
	if len(os.Args) < 2 || os.Args[1] != "initialise" {
		return false
	}
	time.Sleep(time.Millisecond)
	return true
}

// growStack makes the stack as large as an answer needs it while there is little on it. Go
// doubles a stack that is too small and walks all its frames for that, which is slow in
// WebAssembly. The collector may make it small again while nobody calls; in an initialised
// program it may not, since the code for it would have to be compiled for the first reply.
//
//go:noinline
func growStack(n int) byte {
	var room [64 << 10]byte
	room[n] = 1
	return room[len(room)-1-n]
}
