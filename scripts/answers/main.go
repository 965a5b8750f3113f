// Command answers is the engine as it runs without WebAssembly, for the test that holds the
// shipped one to it. It reads calls as JSON arrays, a line each: verb, text, options and
// argument. It writes each answer as an array of JSON texts, a line each: the answer, and an
// evaluation's body, wire and origins. For importText it reads the text, too, as readers.wasm
// would.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"userpoolplayground/internal/foreign"
	"userpoolplayground/internal/playground"
	"userpoolplayground/internal/source"
)

func main() {
	calls := json.NewDecoder(bufio.NewReader(os.Stdin))
	answers := json.NewEncoder(os.Stdout)
	for calls.More() {
		var call [4]string
		if err := calls.Decode(&call); err != nil {
			fail(err)
		}
		if (call[0] == "importText" || call[0] == "check") && readerFor(call[1], call[2]) != "" {
			read, err := foreign.Call(call[1], call[2])
			if err != nil {
				fail(err)
			}
			call[3] = source.Quote(read)
		}
		answer, err := playground.Call(call[0], call[1], call[2], call[3])
		if err != nil {
			fail(err)
		}
		texts := []string{string(answer.JSON)}
		if r := answer.Reply; r != nil {
			texts = append(texts, r.Body, r.Wire, string(r.Origins))
		}
		if err := answers.Encode(texts); err != nil {
			fail(err)
		}
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "answers:", err)
	os.Exit(1)
}

// readerFor names the reader that a text needs, "" for none.
func readerFor(text, options string) string {
	answer, err := playground.Call("readerFor", text, options, "")
	if err != nil {
		fail(err)
	}
	var name string
	if err := json.Unmarshal(answer.JSON, &name); err != nil {
		fail(err)
	}
	return name
}
