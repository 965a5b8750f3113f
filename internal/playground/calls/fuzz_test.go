package calls

import (
	"encoding/json"
	"testing"
	"unicode/utf16"

	"userpoolplayground/internal/contract/operations"
	"userpoolplayground/internal/example"
	"userpoolplayground/internal/playground"
)

// Of any two texts: the pool opens or is told what is wrong with it, each call is answered, a
// refused one changes nothing, places are inside of the text, and the same call gives the same.
func FuzzCall(f *testing.F) {
	all := operations.At("").Operations()
	for i, e := range example.All() {
		f.Add(e.Request, uint64(i), `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "ON"}`, "")
	}
	f.Add(`{"UserPool": {"Id": "us-east-1_a", "CreationDate": 1e9, "SchemaAttributes": [{"Name": "sub"}]}, "GetUserPoolMfaConfig": {}}`, uint64(3), `{"UserPoolId": "us-east-1_a"}`, "2018-01-01")
	f.Add(`{"PoolName": "p"}`, uint64(0), `{"UserPoolId": "us-east-1_Example01", "CustomAttributes": [{"Name": "a"}]}`, "")
	f.Fuzz(func(t *testing.T, text string, which uint64, other, day string) {
		o := playground.Options{AsOf: day}
		if day != "" && len(day) != len("2018-01-01") {
			o.AsOf = ""
		}
		opened := Open(text, o)
		inside(t, text, opened.Problems)
		if opened.State == nil {
			return
		}
		state := *opened.State
		operation := all[which%uint64(len(all))].Name
		called, err := Call(state, operation, other, o)
		if err != nil {
			t.Fatal(err)
		}
		inside(t, other, called.Problems)
		if !json.Valid([]byte(called.Reply.Body)) || !json.Valid([]byte(called.Reply.Wire)) || !json.Valid(called.Reply.Origins) || !json.Valid([]byte(called.State)) {
			t.Fatalf("no JSON: %+v", called)
		}
		if called.Reply.Status != 200 && called.State != state {
			t.Fatal("a refused call changed the state")
		}
		again, err := Call(state, operation, other, o)
		if err != nil || again.State != called.State || again.Reply.Body != called.Reply.Body {
			t.Fatal("the same call gave another answer")
		}
		if _, err := SafeUpdate(called.State, other, o); err != nil {
			t.Fatal(err)
		}
		PlanOf(text, other, o)
	})
}

func inside(t *testing.T, text string, problems []playground.Problem) {
	t.Helper()
	length := len(utf16.Encode([]rune(text)))
	for _, p := range problems {
		if p.From < 0 || p.To < p.From || p.To > length {
			t.Fatalf("%s is at %d to %d of %d", p.Rule, p.From, p.To, length)
		}
		for _, fix := range p.Fixes {
			for _, e := range fix.Edits {
				if e.From < 0 || e.To < e.From || e.To > length {
					t.Fatalf("%s is mended at %d to %d of %d", p.Rule, e.From, e.To, length)
				}
			}
		}
	}
}
