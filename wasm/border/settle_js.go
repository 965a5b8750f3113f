//go:build js && wasm

package border

import "runtime"

// Settle leaves nothing in memory but what is alive, and zeros, for a program that is shipped
// as it stands then: zeros need no place in the module, and garbage is most of a small heap.
func Settle() {
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

// clearFreeMemory overwrites with zeros what the collector freed, by allocating all of it once.
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
