//go:build js && wasm

package border

import "runtime"

// Settle lets the collector free all that is not alive, finalizers and pools included, for a
// program that is shipped as it stands then. What is freed takes no place in the module:
// scripts/initialise.mjs.
func Settle() {
	for range 3 {
		runtime.GC()
	}
}
