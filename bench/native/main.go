// Command native times the engine as it runs without WebAssembly. It reads texts as JSON
// strings, one a line, each with a placeholder for a pool name, and writes the nanoseconds
// of one evaluation of each, a line a text.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"userpoolplayground/internal/playground"
)

const (
	placeholder = "POOL-NAME"
	atLeast     = 150 * time.Millisecond
)

func main() {
	lines := bufio.NewReader(os.Stdin)
	for n := 0; ; {
		line, err := lines.ReadString('\n')
		if err != nil {
			return
		}
		var text string
		if err := json.Unmarshal([]byte(line), &text); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		evaluate := func() {
			n++ // as while typing, no text comes twice
			if _, err := playground.Call("evaluate", strings.Replace(text, placeholder, "pool-"+strconv.Itoa(n), 1), "", ""); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}
		evaluate()
		count, began := 0, time.Now()
		for ; time.Since(began) < atLeast; count++ {
			evaluate()
		}
		fmt.Println(time.Since(began).Nanoseconds() / int64(count))
	}
}
