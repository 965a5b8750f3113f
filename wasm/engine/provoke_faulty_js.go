//go:build js && wasm && faulty

package main

import (
	"os"
	"runtime/debug"
	"strings"
	"time"
)

// provoke ends the engine in the way that a text asks for: built with -tags faulty, it is the
// same program as the one that is shipped, and dies as that one would.
// web/src/core/client/deaths.test.mjs puts it in the other's place. A text asks with a verb and a way: "evaluate:exit".
func provoke(verb, text string) {
	_, asked, found := strings.Cut(text, verb+":")
	if !found {
		return
	}
	way := asked[:len(asked)-len(strings.TrimLeft(asked, "abcdefghijklmnopqrstuvwxyz-"))]
	switch way {
	case "panic":
		panic("provoked")
	case "exit":
		os.Exit(3)
	case "panic-elsewhere": // where no caller recovers
		go func() { panic("provoked") }()
		time.Sleep(time.Millisecond)
	case "panic-later":
		go func() {
			time.Sleep(50 * time.Millisecond)
			panic("provoked")
		}()
	case "hang":
		for {
		}
	case "memory":
		// All that a WebAssembly program can ever have, at once: it is refused without being filled.
		held = make([]byte, 1<<32-1<<20)
	case "stack":
		// Go's own limit is far away: the stack of the browser ends first.
		println(deep(1 << 30))
	case "go-stack":
		debug.SetMaxStack(64 << 10)
		println(deep(1 << 30))
	}
}

// held keeps what was asked for.
var held []byte

//go:noinline
func deep(n int) int {
	if n == 0 {
		return 0
	}
	return 1 + deep(n-1)
}
