//go:build js && wasm && !faulty

package main

// provoke does nothing in the engine that is shipped.
func provoke(verb, text string) {}
