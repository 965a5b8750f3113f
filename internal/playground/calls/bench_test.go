package calls

import (
	"strings"
	"testing"

	"userpoolplayground/internal/example"
	"userpoolplayground/internal/playground"
)

// sampleUpdate is the first example as the update that says all of it again.
func sampleUpdate(tb testing.TB) (request, state, update string) {
	request = example.All()[0].Request
	o := Open(request, playground.Options{})
	if o.State == nil {
		tb.Fatal(o.Reply.Body)
	}
	return request, *o.State, strings.Replace(request, "{", `{"UserPoolId": "us-east-1_Example01", `, 1)
}

func BenchmarkUpdateUserPool(b *testing.B) {
	_, state, update := sampleUpdate(b)
	for b.Loop() {
		if _, err := Call(state, "UpdateUserPool", update, playground.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEvaluate(b *testing.B) {
	request, _, _ := sampleUpdate(b)
	for b.Loop() {
		playground.Evaluate(request, playground.Options{})
	}
}
