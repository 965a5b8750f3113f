//go:build js && wasm

package main

import (
	"runtime"
	"slices"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"userpoolplayground/internal/example"
	"userpoolplayground/internal/playground"
)

// initialise brings the program to the state that is shipped: scripts/initialise.mjs runs
// it at build time and keeps the memory. What is made on first use is made here.
func initialise() {
	time.Sleep(time.Millisecond) // the script makes its call, on the stack that all calls will run on
	// The page starts with the first one: last here, it is what the engine remembers.
	for _, e := range slices.Backward(example.All()) {
		for _, options := range []string{``, `{"view":"describe"}`} {
			if _, err := playground.Call("evaluate", e.Request, options, ""); err != nil {
				panic(err)
			}
		}
	}
	// The metaschemas of the drafts that no document of ours is written in.
	for _, d := range []*jsonschema.Draft{jsonschema.Draft4, jsonschema.Draft6, jsonschema.Draft7, jsonschema.Draft2019} {
		*d = jsonschema.Draft{}
	}
	collect()
	clearFreeMemory()
	collect()
}

// collect runs the collector until finalizers and pools have let go, too.
func collect() {
	for range 3 {
		runtime.GC()
	}
}

// held keeps what clearFreeMemory allocates until it is done.
var held []any

// clearFreeMemory overwrites with zeros what the collector freed, by allocating all of it
// once: zeros need no place in the shipped module, and garbage is most of a small heap.
func clearFreeMemory() {
	var stats runtime.MemStats
	inUse := func() uint64 {
		runtime.ReadMemStats(&stats)
		return stats.HeapInuse
	}
	held = make([]any, 0, 1<<16)
	inUse()
	for _, class := range stats.BySize {
		if class.Size < 16 {
			continue
		}
		// Memory with and without pointers is kept apart. A class is full when the next
		// object of its size takes a new span.
		for before := inUse(); inUse() == before; {
			held = append(held, make([]byte, class.Size))
		}
		for before := inUse(); inUse() == before; {
			held = append(held, make([]*byte, class.Size/8))
		}
	}
	const page = 8 << 10
	for inUse(); stats.HeapIdle > page; inUse() {
		before := stats.HeapSys
		held = append(held, make([]byte, page))
		if inUse(); stats.HeapSys > before {
			break // the rest is too scattered to hold a page
		}
	}
	held = nil
}
