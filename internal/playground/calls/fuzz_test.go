package calls

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/tidwall/gjson"

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
		if called.Reply.Status != 200 && called.State != state { // nobody is there whose tries could be counted
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

// userPools are pools whose users get in in different ways.
var userPools = []string{
	`{"PoolName": "p", "AutoVerifiedAttributes": ["email"]}`,
	`{"PoolName": "p", "UsernameAttributes": ["email", "phone_number"], "AutoVerifiedAttributes": ["email", "phone_number"], "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/r", "ExternalId": "x"}, "MfaConfiguration": "ON"}`,
	`{"PoolName": "p", "AliasAttributes": ["email", "preferred_username"], "UsernameConfiguration": {"CaseSensitive": false}, "DeviceConfiguration": {"ChallengeRequiredOnNewDevice": true}}`,
	`{"PoolName": "p", "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"]}, "PasswordPolicy": {"PasswordHistorySize": 3}}, "AutoVerifiedAttributes": ["email"], "UserPoolTier": "ESSENTIALS"}`,
	`{"PoolName": "p", "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": true}, "Schema": [{"Name": "given_name", "Required": true, "Mutable": true}, {"Name": "rank", "AttributeDataType": "Number", "Mutable": false, "NumberAttributeConstraints": {"MaxValue": "9"}}]}`,
	`{"PoolName": "p", "LambdaConfig": {"PreSignUp": "arn:aws:lambda:us-east-1:123456789012:function:f", "DefineAuthChallenge": "arn:aws:lambda:us-east-1:123456789012:function:f", "CreateAuthChallenge": "arn:aws:lambda:us-east-1:123456789012:function:f", "PreTokenGeneration": "arn:aws:lambda:us-east-1:123456789012:function:f"}, "UserAttributeUpdateSettings": {"AttributesRequireVerificationBeforeUpdate": ["email"]}, "AutoVerifiedAttributes": ["email"]}`,
}

// userCalls are calls that make sense one after another, with words for what earlier ones gave.
var userCalls = []string{
	`SignUp {"ClientId": "<client>", "Username": "<name>", "Password": "<password>", "UserAttributes": [{"Name": "email", "Value": "<mail>"}, {"Name": "phone_number", "Value": "+15555550100"}]}`,
	`SignUp {"ClientId": "<client>", "Username": "<mail>", "Password": "<password>", "UserAttributes": [{"Name": "given_name", "Value": "A"}, {"Name": "custom:rank", "Value": "3"}]}`,
	`ConfirmSignUp {"ClientId": "<client>", "Username": "<name>", "ConfirmationCode": "<code>"}`,
	`ConfirmSignUp {"ClientId": "<client>", "Username": "<mail>", "ConfirmationCode": "<code>", "ForceAliasCreation": true}`,
	`ResendConfirmationCode {"ClientId": "<client>", "Username": "<name>"}`,
	`AdminCreateUser {"UserPoolId": "us-east-1_Example01", "Username": "<name>", "TemporaryPassword": "<password>", "UserAttributes": [{"Name": "email", "Value": "<mail>"}, {"Name": "email_verified", "Value": "true"}], "DesiredDeliveryMediums": ["EMAIL"]}`,
	`AdminCreateUser {"UserPoolId": "us-east-1_Example01", "Username": "<mail>"}`,
	`AdminCreateUser {"UserPoolId": "us-east-1_Example01", "Username": "<name>", "MessageAction": "RESEND"}`,
	`AdminGetUser {"UserPoolId": "us-east-1_Example01", "Username": "<mail>"}`,
	`AdminSetUserPassword {"UserPoolId": "us-east-1_Example01", "Username": "<name>", "Password": "<password>", "Permanent": true}`,
	`AdminSetUserPassword {"UserPoolId": "us-east-1_Example01", "Username": "<mail>", "Password": "<password>"}`,
	`AdminConfirmSignUp {"UserPoolId": "us-east-1_Example01", "Username": "<name>"}`,
	`AdminResetUserPassword {"UserPoolId": "us-east-1_Example01", "Username": "<name>"}`,
	`AdminUpdateUserAttributes {"UserPoolId": "us-east-1_Example01", "Username": "<name>", "UserAttributes": [{"Name": "email", "Value": "<mail>"}, {"Name": "preferred_username", "Value": "<name>"}]}`,
	`AdminDeleteUserAttributes {"UserPoolId": "us-east-1_Example01", "Username": "<name>", "UserAttributeNames": ["phone_number"]}`,
	`AdminDisableUser {"UserPoolId": "us-east-1_Example01", "Username": "<name>"}`,
	`AdminEnableUser {"UserPoolId": "us-east-1_Example01", "Username": "<name>"}`,
	`AdminDeleteUser {"UserPoolId": "us-east-1_Example01", "Username": "<mail>"}`,
	`AdminSetUserMFAPreference {"UserPoolId": "us-east-1_Example01", "Username": "<name>", "SMSMfaSettings": {"Enabled": true, "PreferredMfa": true}, "EmailMfaSettings": {"Enabled": true}}`,
	`AdminUserGlobalSignOut {"UserPoolId": "us-east-1_Example01", "Username": "<name>"}`,
	`InitiateAuth {"ClientId": "<client>", "AuthFlow": "USER_PASSWORD_AUTH", "AuthParameters": {"USERNAME": "<name>", "PASSWORD": "<password>", "DEVICE_KEY": "<device>"}}`,
	`InitiateAuth {"ClientId": "<client>", "AuthFlow": "USER_AUTH", "AuthParameters": {"USERNAME": "<mail>", "PREFERRED_CHALLENGE": "EMAIL_OTP"}}`,
	`InitiateAuth {"ClientId": "<client>", "AuthFlow": "USER_AUTH", "AuthParameters": {"USERNAME": "<name>", "PASSWORD": "<password>", "PREFERRED_CHALLENGE": "PASSWORD"}}`,
	`InitiateAuth {"ClientId": "<client>", "AuthFlow": "USER_SRP_AUTH", "AuthParameters": {"USERNAME": "<name>", "SRP_A": "abcdef"}}`,
	`InitiateAuth {"ClientId": "<client>", "AuthFlow": "CUSTOM_AUTH", "AuthParameters": {"USERNAME": "<name>"}}`,
	`InitiateAuth {"ClientId": "<client>", "AuthFlow": "REFRESH_TOKEN_AUTH", "AuthParameters": {"REFRESH_TOKEN": "<refresh>", "DEVICE_KEY": "<device>"}}`,
	`AdminInitiateAuth {"UserPoolId": "us-east-1_Example01", "ClientId": "<client>", "AuthFlow": "ADMIN_USER_PASSWORD_AUTH", "AuthParameters": {"USERNAME": "<mail>", "PASSWORD": "<password>"}}`,
	`RespondToAuthChallenge {"ClientId": "<client>", "ChallengeName": "NEW_PASSWORD_REQUIRED", "Session": "<session>", "ChallengeResponses": {"USERNAME": "<name>", "NEW_PASSWORD": "<password>", "userAttributes.given_name": "A"}}`,
	`RespondToAuthChallenge {"ClientId": "<client>", "ChallengeName": "SMS_MFA", "Session": "<session>", "ChallengeResponses": {"USERNAME": "<name>", "SMS_MFA_CODE": "<code>"}}`,
	`RespondToAuthChallenge {"ClientId": "<client>", "ChallengeName": "EMAIL_OTP", "Session": "<session>", "ChallengeResponses": {"USERNAME": "<mail>", "EMAIL_OTP_CODE": "<code>"}}`,
	`RespondToAuthChallenge {"ClientId": "<client>", "ChallengeName": "CUSTOM_CHALLENGE", "Session": "<session>", "ChallengeResponses": {"USERNAME": "<name>", "ANSWER": "x"}}`,
	`RespondToAuthChallenge {"ClientId": "<client>", "ChallengeName": "SELECT_CHALLENGE", "Session": "<session>", "ChallengeResponses": {"USERNAME": "<name>", "ANSWER": "PASSWORD"}}`,
	`RespondToAuthChallenge {"ClientId": "<client>", "ChallengeName": "MFA_SETUP", "Session": "<session>", "ChallengeResponses": {"USERNAME": "<name>"}}`,
	`GetTokensFromRefreshToken {"ClientId": "<client>", "RefreshToken": "<refresh>"}`,
	`RevokeToken {"ClientId": "<client>", "Token": "<refresh>"}`,
	`GetUser {"AccessToken": "<access>"}`,
	`UpdateUserAttributes {"AccessToken": "<access>", "UserAttributes": [{"Name": "email", "Value": "<mail>"}]}`,
	`VerifyUserAttribute {"AccessToken": "<access>", "AttributeName": "email", "Code": "<code>"}`,
	`GetUserAttributeVerificationCode {"AccessToken": "<access>", "AttributeName": "email"}`,
	`DeleteUserAttributes {"AccessToken": "<access>", "UserAttributeNames": ["email"]}`,
	`ChangePassword {"AccessToken": "<access>", "PreviousPassword": "<password>", "ProposedPassword": "P4$Swords"}`,
	`DeleteUser {"AccessToken": "<access>"}`,
	`GlobalSignOut {"AccessToken": "<access>"}`,
	`ForgotPassword {"ClientId": "<client>", "Username": "<mail>"}`,
	`ConfirmForgotPassword {"ClientId": "<client>", "Username": "<name>", "ConfirmationCode": "<code>", "Password": "<password>"}`,
	`AssociateSoftwareToken {"Session": "<session>"}`,
	`AssociateSoftwareToken {"AccessToken": "<access>"}`,
	`VerifySoftwareToken {"AccessToken": "<access>", "UserCode": "<app code at 1790000000000>"}`,
	`VerifySoftwareToken {"Session": "<session>", "UserCode": "<app code at 1790000000000>"}`,
	`SetUserMFAPreference {"AccessToken": "<access>", "SoftwareTokenMfaSettings": {"Enabled": true, "PreferredMfa": true}}`,
	`ConfirmDevice {"AccessToken": "<access>", "DeviceKey": "<device>", "DeviceSecretVerifierConfig": {"PasswordVerifier": "AQID", "Salt": "AQID"}}`,
	`GetUserAuthFactors {"AccessToken": "<access>"}`,
	`ListUsers {"UserPoolId": "us-east-1_Example01", "Filter": "email ^= \"a\"", "Limit": 1}`,
	`SetUserPoolMfaConfig {"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OPTIONAL", "SoftwareTokenMfaConfiguration": {"Enabled": true}}`,
	`UpdateUserPool {"UserPoolId": "us-east-1_Example01"}`,
}

// states are the statuses that a user can go to from one, by the operations that lead there; "" is
// nobody.
var states = map[string]map[string][]string{
	"":                      {"UNCONFIRMED": {"SignUp"}, "CONFIRMED": {"SignUp", "AdminCreateUser"}, "FORCE_CHANGE_PASSWORD": {"AdminCreateUser"}},
	"UNCONFIRMED":           {"CONFIRMED": {"ConfirmSignUp", "AdminConfirmSignUp", "AdminSetUserPassword", "ConfirmForgotPassword"}, "FORCE_CHANGE_PASSWORD": {"AdminSetUserPassword"}, "RESET_REQUIRED": {"AdminResetUserPassword"}},
	"CONFIRMED":             {"RESET_REQUIRED": {"AdminResetUserPassword"}, "FORCE_CHANGE_PASSWORD": {"AdminSetUserPassword"}},
	"FORCE_CHANGE_PASSWORD": {"CONFIRMED": {"RespondToAuthChallenge", "AdminSetUserPassword"}},
	"RESET_REQUIRED":        {"CONFIRMED": {"ConfirmForgotPassword", "AdminSetUserPassword"}, "FORCE_CHANGE_PASSWORD": {"AdminSetUserPassword"}},
}

// Of any calls on any pool: each is answered, the same call gives the same, a refused one changes
// nothing that is shown, a state read back from its text is the same, and users go from one status
// to another by the table alone. Two bytes are a call: which, and with which names and clock.
func FuzzUsers(f *testing.F) {
	f.Add([]byte{0, 0, 0, 2, 0, 20, 0, 35, 0, 25, 0, 34, 0, 35, 0}, "")
	f.Add([]byte{1, 0, 0, 2, 0, 20, 0, 28, 0, 35, 0, 36, 8, 37, 0}, "")
	f.Add([]byte{2, 5, 0, 10, 0, 20, 0, 27, 0, 51, 0, 20, 0, 25, 0}, "")
	f.Add([]byte{3, 6, 0, 21, 0, 29, 0, 52, 0, 22, 0, 31, 0}, "")
	f.Add([]byte{4, 5, 0, 20, 0, 27, 0, 12, 0, 44, 0, 43, 16}, "2018-11-01")
	f.Add([]byte{5, 0, 0, 24, 0, 30, 0, 30, 0, 35, 0, 41, 0}, "")
	f.Fuzz(func(t *testing.T, choices []byte, day string) {
		if len(choices) < 3 || len(choices) > 80 {
			return
		}
		if len(day) != len("2018-01-01") || day < "2016-05-01" || day > "2027-01-01" {
			day = ""
		}
		now := 1790000000000.0
		o := playground.Options{AsOf: day, Now: &now}
		opened := Open(userPools[int(choices[0])%len(userPools)], o)
		if opened.State == nil {
			return
		}
		state, known := *opened.State, &learned{}
		do := func(operation, request string) Called {
			t.Helper()
			called, err := Call(state, operation, request, o)
			if err != nil {
				t.Fatalf("%s %s: %v", operation, request, err)
			}
			inside(t, request, called.Problems)
			if !json.Valid([]byte(called.Reply.Body)) || !json.Valid([]byte(called.Reply.Wire)) || !json.Valid([]byte(called.State)) {
				t.Fatalf("no JSON: %+v", called)
			}
			if again, err := Call(state, operation, request, o); err != nil || again.State != called.State || again.Reply.Body != called.Reply.Body {
				t.Fatalf("the same %s gave another answer", operation)
			}
			if called.Reply.Status != 200 && shownOf(t, called.State) != shownOf(t, state) {
				t.Fatalf("%s was refused and changed what there is", operation)
			}
			before, after := statuses(t, state), statuses(t, called.State)
			for sub, to := range after {
				if from := before[sub]; from != to && !slices.Contains(states[from][to], operation) {
					t.Fatalf("%s leads from %q to %q", operation, from, to)
				}
			}
			state = called.State
			known.learn(called)
			return called
		}
		do("CreateUserPoolClient", `{"UserPoolId": "us-east-1_Example01", "ClientName": "app", "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]}`)
		if known.word("<client>") == "" { // on days before these flows
			do("CreateUserPoolClient", `{"UserPoolId": "us-east-1_Example01", "ClientName": "app"}`)
		}
		for i := 1; i+1 < len(choices); i += 2 {
			operation, request, _ := strings.Cut(userCalls[int(choices[i])%len(userCalls)], " ")
			how := choices[i+1]
			name, mail, password := "ann", "ann@example.com", "P2$Sword"
			if how&1 != 0 {
				name, mail = "Ben", "Ben@example.com"
			}
			if how&2 != 0 {
				name = mail
			}
			if how&4 != 0 {
				password = "P3$Sword"
			}
			now += []float64{0, 1000, 31_000, 61 * 60_000, 8 * 86_400_000, 0, 240_000, 1}[how>>3&7]
			request = strings.NewReplacer("<name>", name, "<mail>", mail, "<password>", password).Replace(request)
			request = known.fill(request)
			if how&64 != 0 { // half a request
				request = request[:len(request)*int(how&31)/32]
			}
			do(operation, request)
		}
		again, err := Call(strings.Clone(state), "ListUsers", `{"UserPoolId": "us-east-1_Example01"}`, o)
		for range 20 { // what was remembered of the state is forgotten
			Open(`{"PoolName": "another"}`, playground.Options{})
		}
		read, wrong := Call(state, "ListUsers", `{"UserPoolId": "us-east-1_Example01"}`, o)
		if err != nil || wrong != nil || again.Reply.Body != read.Reply.Body {
			t.Fatalf("a state that was read back is another: %v %v\n%s\n%s", err, wrong, again.Reply.Body, read.Reply.Body)
		}
	})
}

// statuses are those of all users, by their subs.
func statuses(t *testing.T, state string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, pool := range gjson.Get(state, "pools").Array() {
		for _, u := range pool.Get("people.people").Array() {
			all[u.Get("sub").String()] = u.Get("status").String()
		}
	}
	return all
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
