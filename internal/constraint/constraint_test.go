package constraint

import (
	"testing"

	"userpoolplayground/internal/contract"
)

// On each day on which something changed, the documents make a validator that takes a name.
func TestEveryRevision(t *testing.T) {
	for _, day := range contract.Revisions() {
		if found := Validate(contract.At(day), map[string]any{"PoolName": "p"}); len(found) > 0 {
			t.Errorf("%s: a name alone breaks %+v", day, found)
		}
	}
}
