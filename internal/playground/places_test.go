package playground

import (
	"encoding/json"
	"testing"
	"unicode/utf16"

	"userpoolplayground/internal/foreign"
	"userpoolplayground/internal/source"
)

// TestPlaces looks for the places of values in texts of other languages, where names stand before
// them.
func TestPlaces(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       map[string]string
	}{
		{"YAML", "# 😀\nResources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: \"é\"\n      AliasAttributes: [email, phone_number]\n      Policies: {PasswordPolicy: {MinimumLength: 12}}\n", map[string]string{
			"/PoolName": `UserPoolName: "é"`, "/AliasAttributes/1": "phone_number", "/Policies/PasswordPolicy/MinimumLength": "MinimumLength: 12",
		}},
		{"a list of a default", "Parameters:\n  Verified: {Type: CommaDelimitedList, Default: 'email, phone_number'}\nResources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: p\n      AutoVerifiedAttributes: !Ref Verified\n", map[string]string{
			"/AutoVerifiedAttributes/0": "!Ref Verified", "/AutoVerifiedAttributes/1": "!Ref Verified",
		}},
		{"an override", "const pool = new CfnUserPool(this, 'P', { userPoolName: 'p' });\npool.addPropertyOverride('Policies.PasswordPolicy.MinimumLength', 12);\n", map[string]string{
			"/Policies/PasswordPolicy/MinimumLength": "Policies.PasswordPolicy.MinimumLength', 12",
		}},
		{"HCL", "resource \"aws_cognito_user_pool\" \"p\" {\n  name = \"😀\"\n  password_policy {\n    minimum_length = 12\n  }\n}\n", map[string]string{
			"/PoolName": `name = "😀"`, "/Policies/PasswordPolicy/MinimumLength": "minimum_length = 12",
		}},
		{"shell", "aws cognito-idp create-user-pool --pool-name p --policies PasswordPolicy={MinimumLength=12}\n", map[string]string{
			"/PoolName": "--pool-name p", "/Policies/PasswordPolicy/MinimumLength": "MinimumLength=12",
		}},
		{"an answer", "{\"UserPool\": {\"Id\": \"eu-west-1_a\", \"Name\": \"p\", \"MfaConfiguration\": \"OFF\"}}", map[string]string{
			"/PoolName": `"Name": "p"`,
		}},
		{"a request", "{\"PoolName\": \"p\"}", map[string]string{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			argument := ""
			if ReaderFor(test.text, Options{}) != "" {
				read, err := foreign.Call(test.text, "")
				if err != nil {
					t.Fatal(err)
				}
				argument = source.Quote(read)
			}
			given, err := readReading(argument)
			if err != nil {
				t.Fatal(err)
			}
			var places map[string][2]int
			if err := json.Unmarshal(Check(test.text, given, Options{}).Places, &places); err != nil {
				t.Fatal(err)
			}
			units := utf16.Encode([]rune(test.text))
			for pointer, place := range places {
				if place[0] >= place[1] || place[1] > len(units) {
					t.Errorf("%s has the place %v of %d", pointer, place, len(units))
				}
			}
			for pointer, want := range test.want {
				place, ok := places[pointer]
				if !ok {
					t.Errorf("%s has no place", pointer)
					continue
				}
				if got := string(utf16.Decode(units[place[0]:place[1]])); got != want {
					t.Errorf("%s stands at %q, want %q", pointer, got, want)
				}
			}
			if len(test.want) == 0 && len(places) > 0 {
				t.Errorf("places %v in JSON, which is its own map", places)
			}
		})
	}
}
