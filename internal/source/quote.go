package source

import "userpoolplayground/wasm/json"

// Quote returns a text as a JSON string, with no more escapes than encoding/json writes where
// it does not escape HTML.
func Quote(text string) string { return json.Quote(text) }

// AppendQuoted appends what [Quote] returns.
func AppendQuoted[Text string | []byte](b []byte, text Text) []byte {
	return json.AppendQuoted(b, text)
}
