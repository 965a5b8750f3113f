package export

import (
	"strings"
	"testing"
	"userpoolplayground/internal/names"
)

func TestNames(t *testing.T) {
	for name, want := range map[string][3]string{
		"PoolName":        {"pool-name", "pool_name", "poolName"},
		"UserPoolAddOns":  {"user-pool-add-ons", "user_pool_add_ons", "userPoolAddOns"},
		"KMSKeyID":        {"kms-key-id", "kms_key_id", "kmsKeyId"},
		"CustomSMSSender": {"custom-sms-sender", "custom_sms_sender", "customSmsSender"},
		"SMSMessage":      {"sms-message", "sms_message", "smsMessage"},
		"SmsMessage":      {"sms-message", "sms_message", "smsMessage"},
		"EumsSms":         {"eums-sms", "eums_sms", "eumsSms"},
		"Type":            {"type", "type", "type"},
	} {
		if got := [3]string{names.Kebab(name), names.Snake(name), names.Camel(name)}; got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
	for value, want := range map[string]string{"V1_0": "V10", "verified_email": "VerifiedEmail", "DateTime": "Datetime", "AWS_OWNED_KEY": "AwsOwnedKey"} {
		if got := pascal(value); got != want {
			t.Errorf("%s is %s, want %s", value, got, want)
		}
	}
}

func TestWord(t *testing.T) {
	for text, want := range map[string]string{
		`plain-1.x`: `plain-1.x`, ``: `''`, `a b`: `'a b'`, `it's`: `'it'\''s'`, `=x`: `'=x'`, `~`: `'~'`, `$x`: `'$x'`, "é": `'é'`,
	} {
		if got := word(text); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

func TestQuoted(t *testing.T) {
	const hard = "a\"'\\\n\r\t\x00\u2028\U000e0001😀"
	for name, c := range map[string]struct{ got, want string }{
		"double":     {doubleQuoted(hard), `"a\"'\\\n\r\t\u0000\u2028\U000e0001😀"`},
		"JavaScript": {quotedJS(hard, '\''), `'a"\'\\\n\r\t\u0000\u2028\u{e0001}😀'`},
		"ASCII JSON": {asciiJSON(hard), `"a\"'\\\n\u000d\u0009\u0000\u2028\udb40\udc01\ud83d\ude00"`},
		"HCL":        {hclText("$${a} %{b} %%{c}"), `"$$${a} %%{b} %%%{c}"`},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", name, c.got, c.want)
		}
	}
}

// What a reader of YAML would not take for a string is quoted, and a block is used only
// where nothing of the text can be lost.
func TestYAMLText(t *testing.T) {
	for text, want := range map[string]string{
		"email": "email", "AWS::Cognito::UserPool": "AWS::Cognito::UserPool", "arn:aws:iam::1:role/x": "arn:aws:iam::1:role/x",
		"a b": "a b", "ON": `"ON"`, "no": `"no"`, "Null": `"Null"`, "~": `"~"`, "1": `"1"`, "": `""`, "a: b": `"a: b"`, "a:": `"a:"`, "a #b": `"a #b"`, " a": `" a"`,
		"a\nb": "|-\n  a\n  b", "a\n\nb\n": "|\n  a\n\n  b", "a\n": `"a\n"`, "a\n b": `"a\n b"`, "a\nb\n\n": `"a\nb\n\n"`, "a\tb\nc": `"a\tb\nc"`, "\na\nb": `"\na\nb"`,
	} {
		if got := yamlText(text, "  "); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// Every target has what a menu and a file need, and an ID of its own.
func TestTargets(t *testing.T) {
	for i, target := range Targets {
		if target.ID == "" || target.Title == "" || target.Language == "" || !strings.Contains(target.FileName, ".") || target.called == "" {
			t.Errorf("target %d is incomplete: %+v", i, target)
		}
		if found, ok := Find(target.ID); !ok || found.Title != target.Title {
			t.Errorf("%s finds %s", target.ID, found.ID)
		}
	}
	if _, ok := Find(""); ok {
		t.Error("there is a target without a name")
	}
}
