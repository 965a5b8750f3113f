// Command empty is the least that a Go program in WebAssembly can be: what sizes and starts are measured against.
package main

func main() { select {} }
