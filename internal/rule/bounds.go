package rule

import (
	"math/big"
	"strconv"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/request"
)

// longestBound is how many digits of a bound are read as a number. The service takes far
// more, but nobody means them, and reading them costs the square of their count.
const longestBound = 1000

// bound reads a bound of a Schema entry, a number that the API carries as text. ok is
// false where the text is no number; known is false where there is nothing to judge: no
// text, an empty one, whose meaning is not public, or one too long.
func bound(v *request.Value) (n *big.Float, known, ok bool) {
	text := v.Text()
	if text == "" || len(text) > longestBound {
		return nil, false, false
	}
	if strings.Trim(text, "+-.eE0123456789") != "" { // no Inf, NaN, hexadecimal or spaces
		return nil, true, false
	}
	// Nearly every bound is a small number, which takes none of the rest of math/big.
	if small, err := strconv.ParseInt(text, 10, 64); err == nil {
		return new(big.Float).SetInt64(small), true, true
	}
	n, _, err := big.ParseFloat(text, 10, 1100, big.ToNearestEven) // the largest allowed one is 2^1023
	return n, true, err == nil
}

// entriesOfType returns the Schema entries that state this type. Bounds beside another
// type, or beside a standard attribute's unstated one, are not looked at by the service.
func (c *Case) entriesOfType(dataType string) []*request.Value {
	var entries []*request.Value
	for _, entry := range c.Get("Schema").Elements() {
		if entry.Get("AttributeDataType").Is(dataType) {
			entries = append(entries, entry)
		}
	}
	return entries
}

// checkOrder breaks the rule at every upper bound below its lower one.
func (c *Case) checkOrder(dataType, constraints, lower, upper string, concerns func(entry *request.Value) bool) {
	for _, entry := range c.entriesOfType(dataType) {
		low, high := entry.Get(constraints, lower), entry.Get(constraints, upper)
		a, _, okA := bound(low)
		b, _, okB := bound(high)
		if okA && okB && concerns(entry) && b.Cmp(a) < 0 {
			c.Break(high, "name", entry.Get("Name").Text(), "low", low.Text(), "high", high.Text()).
				Related(low, "The lower bound.").
				Fix("Swap the two", c.swap(low, high))
		}
	}
}

func standard(entry *request.Value) bool {
	return contract.StandardAttribute(entry.Get("Name").Text()) != nil
}
