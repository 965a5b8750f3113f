package check_test

import (
	"strings"
	"testing"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/check"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/message"
	"userpoolplayground/internal/source"
)

// Names that people bring along from elsewhere, what is said of them, and what the first fix
// makes of the text.
func TestNamesFromElsewhere(t *testing.T) {
	for _, c := range []struct{ text, says, fixed string }{
		{`{"UserPoolName": "x"}`, "It is CloudFormation's name for PoolName.", `{"PoolName": "x"}`},
		{`{"PoolName": "x", "Tags": {}}`, "It is Terraform's name for UserPoolTags.", `{"PoolName": "x", "UserPoolTags": {}}`},
		{`{"PoolName": "x", "UserPoolName": "y"}`, "It is CloudFormation's. Its name here is PoolName, which stands here already.", `{"PoolName": "x"}`},
		{`{"PoolName": "x", "name": "y"}`, "It is Terraform's. Its name here is PoolName", `{"PoolName": "x"}`},
		{`{"PoolName": "x", "SoftwareTokenMfaConfiguration": {"Enabled": true}}`, "It is SetUserPoolMfaConfig's. It switches authenticator apps on.", `{"PoolName": "x"}`},
		{`{"PoolName": "x", "LambdaTriggers": {}}`, "Did you mean LambdaConfig?", `{"PoolName": "x", "LambdaConfig": {}}`},
		{`{"PoolName": "x", "EnabledMfas": []}`, "It is CloudFormation's. It switches second factors on", `{"PoolName": "x"}`},
		{`{"PoolName": "x", "PasswordPolicy": {"MinimumLength": 9}}`, "It belongs in Policies.", `{"PoolName": "x", "Policies": { "PasswordPolicy": {"MinimumLength": 9} }}`},
		{`{"PoolName": "x", "password_policy": {"MinimumLength": 9}}`, "It belongs in Policies.", `{"PoolName": "x", "Policies": { "PasswordPolicy": {"MinimumLength": 9} }}`},
		{`{"PasswordPolicy": {"MinimumLength": 9}, "PoolName": "x", "Policies": {"SignInPolicy": {}}}`, "It belongs in Policies.", `{"PoolName": "x", "Policies": {"SignInPolicy": {}, "PasswordPolicy": {"MinimumLength": 9}}}`},
		{`{"PoolName": "x", "MinimumLength": 9}`, "It belongs in Policies.PasswordPolicy.", `{"PoolName": "x", "Policies": { "PasswordPolicy": { "MinimumLength": 9 } }}`},
		{`{"PoolName": "x", "Mutable": true}`, "It belongs in Schema.", `{"PoolName": "x"}`},
	} {
		told := false
		for _, d := range check.Run(source.Parse(c.text), contract.Newest(), "", account.Account{}).Findings {
			if d.Rule != "unknown-member" {
				continue
			}
			told = true
			if said, _ := message.For(d.Facts); !strings.Contains(said, c.says) {
				t.Errorf("%s\n got %s\nwant %s", c.text, said, c.says)
			}
			if got := source.Apply(c.text, d.Fixes[0].Edits); got != c.fixed {
				t.Errorf("%s: %s\n got %s\nwant %s", c.text, d.Fixes[0].Title, got, c.fixed)
			}
		}
		if !told {
			t.Errorf("%s: nothing is said", c.text)
		}
	}
}

// A member that is missing and stands there under another name is renamed, not added a second time.
func TestMissingIsRenamed(t *testing.T) {
	for text, fixed := range map[string]string{
		`{"poolName": "x"}`:     `{"PoolName": "x"}`,
		`{"pool_name": "x"}`:    `{"PoolName": "x"}`,
		`{"UserPoolName": "x"}`: `{"PoolName": "x"}`,
		`{"PoolName": "x", "UserPoolAddOns": {"advancedSecurityMode": "OFF"}}`: `{"PoolName": "x", "UserPoolAddOns": {"AdvancedSecurityMode": "OFF"}}`,
	} {
		for _, d := range check.Run(source.Parse(text), contract.Newest(), "", account.Account{}).Findings {
			if d.Rule != "constraint-required" {
				continue
			}
			if len(d.Fixes) != 1 || !d.Fixes[0].Safe || source.Apply(text, d.Fixes[0].Edits) != fixed {
				t.Errorf("%s: %v", text, d.Fixes)
			}
		}
	}
}

// What a missing member's fix writes is taken.
func TestMissingIsAddedToFillIn(t *testing.T) {
	for _, c := range []struct{ text, fixed string }{
		{`{}`, "{\n  \"PoolName\": \"pool-name\"\n}"},
		{"{\n\t\"UserPoolTags\": {}\n}", "{\n\t\"UserPoolTags\": {},\n\t\"PoolName\": \"pool-name\"\n}"},
	} {
		findings := check.Run(source.Parse(c.text), contract.Newest(), "", account.Account{}).Findings
		if len(findings) != 1 || len(findings[0].Fixes) != 1 || !findings[0].Fixes[0].FillIn {
			t.Fatalf("%s: %v", c.text, findings)
		}
		if got := source.Apply(c.text, findings[0].Fixes[0].Edits); got != c.fixed {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.fixed)
		}
	}
}
