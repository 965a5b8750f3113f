package playground

import (
	"fmt"
	"strings"
	"testing"

	"userpoolplayground/internal/example"
)

// FixAll spells a text rightly and guesses nothing.
func TestFixAll(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text, want string
		fixes            int
	}{
		{"nothing to do", `{"PoolName": "shop"}`, `{"PoolName": "shop"}`, 0},
		{"spelling", "{\n  // mine\n  PoolName: 'shop',\n}", "{\n  \n  \"PoolName\": \"shop\"\n}", 4},
		{"one brings another to light", `{"PoolName": "shop", mfa_configuration: 'off'}`, `{"PoolName": "shop", "MfaConfiguration": "OFF"}`, 4},
		{"types", `{"PoolName": 7, "AutoVerifiedAttributes": "email", "Policies": {"PasswordPolicy": {"MinimumLength": "8", "RequireNumbers": "yes"}}}`,
			`{"PoolName": "7", "AutoVerifiedAttributes": ["email"], "Policies": {"PasswordPolicy": {"MinimumLength": 8, "RequireNumbers": true}}}`, 4},
		{"a text of digits", `{"PoolName": 007, "UserPoolTags": {"a": True}}`, `{"PoolName": "007", "UserPoolTags": {"a": "True"}}`, 2},
		{"a value is no spelling", `{"PoolName": "shop", "Policies": {"PasswordPolicy": {"MinimumLength": 2}}}`, `{"PoolName": "shop", "Policies": {"PasswordPolicy": {"MinimumLength": 2}}}`, 0},
		{"a guess is no spelling", `{"PoolNam": "shop", "MfaConfiguration": "OPTIONL"}`, `{"PoolNam": "shop", "MfaConfiguration": "OPTIONL"}`, 0},
		{"an empty text", ``, ``, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := FixAll(c.text, Options{})
			if got.Text != c.want || len(got.Fixes) != c.fixes {
				t.Errorf("%s\nwant %s\nfixes %q", got.Text, c.want, got.Fixes)
			}
			if again := FixAll(got.Text, Options{}); len(again.Fixes) > 0 {
				t.Errorf("then %q", again.Fixes)
			}
		})
	}
	// More faults than one reading tells, in a literal of JavaScript.
	literal, want := "{\n", "{\n"
	for i := range 1500 {
		literal += fmt.Sprintf("  tag%d: 'it',\n", i)
		want += fmt.Sprintf("  \"tag%d\": \"it\",\n", i)
	}
	want = strings.TrimSuffix(want, ",\n") + "\n}"
	if got := FixAll(literal+"}", Options{}); got.Text != want {
		t.Errorf("of 3,001 faults %d are mended", len(got.Fixes))
	}
	for _, e := range example.All() {
		if got := FixAll(e.Request, Options{}); got.Text != e.Request {
			t.Errorf("%s: %q", e.ID, got.Fixes)
		}
	}
}
