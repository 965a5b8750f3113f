package rule

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"testing"
	"unicode"
)

// What may stand in a tag is the same with every Go, as the contract's patterns are.
func TestTagsAreOfUnicode15(t *testing.T) {
	hash := sha256.New()
	for r := range rune(unicode.MaxRune + 1) {
		if !notInTags(r) {
			fmt.Fprintln(hash, r)
		}
	}
	if got := hex.EncodeToString(hash.Sum(nil)); got != "857b8581d013321246e5ec2fd0469efb9814918007546adadfe904c85cbee7cf" {
		t.Errorf("tags take other characters than with Unicode 15 (this is %s): %s", unicode.Version, got)
	}
}
