package calls

import (
	"strings"
	"testing"

	"github.com/tidwall/gjson"

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

func BenchmarkAdminGetUser(b *testing.B) {
	opened := Open(`{"PoolName": "shop"}`, playground.Options{})
	state := *opened.State
	made, err := Call(state, "AdminCreateUser", `{"UserPoolId": "us-east-1_Example01", "Username": "ann"}`, playground.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Call(made.State, "AdminGetUser", `{"UserPoolId": "us-east-1_Example01", "Username": "ann"}`, playground.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSignUp(b *testing.B) {
	opened := Open(`{"PoolName": "shop"}`, playground.Options{})
	made, err := Call(*opened.State, "CreateUserPoolClient", `{"UserPoolId": "us-east-1_Example01", "ClientName": "app"}`, playground.Options{})
	if err != nil {
		b.Fatal(err)
	}
	id := gjson.Get(made.Reply.Body, "UserPoolClient.ClientId").Str
	for b.Loop() {
		if _, err := Call(made.State, "SignUp", `{"ClientId": "`+id+`", "Username": "ann", "Password": "Xk4!r9Qmzz"}`, playground.Options{}); err != nil {
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
