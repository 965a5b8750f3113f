package calls

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/contract/operations"
	"userpoolplayground/internal/playground"
	"userpoolplayground/internal/rule"
)

const poolID = "us-east-1_Example01"

// values are settings that are not the service's own, by member of a CreateUserPool request.
var values = map[string][]string{
	"Policies": {
		`{"PasswordPolicy": {"MinimumLength": 14, "RequireSymbols": true, "TemporaryPasswordValidityDays": 3}}`,
		`{"PasswordPolicy": {"MinimumLength": 6}, "SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}}`,
		`{"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"]}}`,
	},
	"DeletionProtection":       {`"ACTIVE"`},
	"LambdaConfig":             {`{"PreSignUp": "arn:aws:lambda:us-east-1:123456789012:function:a"}`, `{"PostConfirmation": "arn:aws:lambda:us-east-1:123456789012:function:b", "PreTokenGeneration": "arn:aws:lambda:us-east-1:123456789012:function:c"}`},
	"AutoVerifiedAttributes":   {`["email"]`, `["phone_number", "email"]`},
	"AliasAttributes":          {`["email"]`},
	"SmsVerificationMessage":   {`"Code {####}"`},
	"EmailVerificationMessage": {`"Your code is {####}"`}, "EmailVerificationSubject": {`"A code"`},
	"VerificationMessageTemplate": {
		`{"DefaultEmailOption": "CONFIRM_WITH_LINK", "EmailMessageByLink": "Follow {##this##}"}`, `{"SmsMessage": "The code: {####}", "EmailMessage": "The code: {####}"}`,
	},
	"SmsAuthenticationMessage":    {`"Sign in with {####}"`},
	"MfaConfiguration":            {`"ON"`, `"OPTIONAL"`},
	"UserAttributeUpdateSettings": {`{"AttributesRequireVerificationBeforeUpdate": ["email"]}`},
	"DeviceConfiguration":         {`{"ChallengeRequiredOnNewDevice": true, "DeviceOnlyRememberedOnUserPrompt": true}`, `{"ChallengeRequiredOnNewDevice": false}`},
	"EmailConfiguration":          {`{"EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:us-east-1:123456789012:identity/example.com"}`, `{"ReplyToEmailAddress": "help@example.com"}`},
	"SmsConfiguration":            {`{"SnsCallerArn": "arn:aws:iam::123456789012:role/sms", "ExternalId": "shop"}`},
	"UserPoolTags":                {`{"team": "shop"}`, `{"team": "store", "cost": "12"}`},
	"AdminCreateUserConfig": {
		`{"AllowAdminCreateUserOnly": true}`, `{"InviteMessageTemplate": {"EmailMessage": "Hello {username}, {####}", "EmailSubject": "Welcome"}}`, `{"UnusedAccountValidityDays": 30}`,
	},
	"Schema": {
		`[{"Name": "size", "AttributeDataType": "Number", "NumberAttributeConstraints": {"MinValue": "1"}}]`,
		`[{"Name": "email", "Required": true, "AttributeDataType": "String"}, {"Name": "colour", "AttributeDataType": "String", "Mutable": true}]`,
	},
	"UserPoolAddOns":         {`{"AdvancedSecurityMode": "AUDIT"}`, `{"AdvancedSecurityMode": "ENFORCED"}`},
	"DcrConfiguration":       {`{"EnableStatus": "Enabled"}`},
	"UsernameConfiguration":  {`{"CaseSensitive": false}`},
	"AccountRecoverySetting": {`{"RecoveryMechanisms": [{"Priority": 1, "Name": "admin_only"}]}`, `{"RecoveryMechanisms": [{"Priority": 1, "Name": "verified_email"}]}`},
	"UserPoolTier":           {`"PLUS"`, `"LITE"`},
	"IssuerConfiguration":    {`{"Type": "UPDATED"}`},
	"AcrConfiguration":       {`{"Level2": {"AcrValue": "urn:example:two"}}`},
}

// needs are what has to stand beside a member so that it is taken.
var needs = map[string]map[string]string{
	"MfaConfiguration":            {"SmsConfiguration": values["SmsConfiguration"][0]},
	"UserAttributeUpdateSettings": {"AutoVerifiedAttributes": `["email"]`},
	"UserPoolAddOns":              {"UserPoolTier": `"PLUS"`},
	"AutoVerifiedAttributes":      {"SmsConfiguration": values["SmsConfiguration"][0]},
}

func text(members map[string]string) string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(members)) {
		all = append(all, fmt.Sprintf("%q: %s", name, members[name]))
	}
	return "{" + strings.Join(all, ", ") + "}"
}

// drawn is a random request of CreateUserPool's members, with the given chance for each.
func drawn(r *rand.Rand, chance float64) map[string]string {
	members := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if r.Float64() < chance {
			members[name] = values[name][r.IntN(len(values[name]))]
		}
	}
	return members
}

func opened(t *testing.T, pool string) string {
	t.Helper()
	o := Open(pool, playground.Options{})
	if o.State == nil {
		t.Fatalf("no pool: %s\n%s", pool, o.Reply.Body)
	}
	return *o.State
}

// taken calls fn with random pools that can be made.
func taken(t *testing.T, n int, fn func(r *rand.Rand, request, state string)) {
	t.Helper()
	pools := 0
	for seed := range uint64(40 * n) {
		r := rand.New(rand.NewPCG(seed, 1))
		members := drawn(r, []float64{.1, .25, .5}[r.IntN(3)])
		members["PoolName"] = `"shop"`
		for name, beside := range needs {
			if members[name] != "" && r.IntN(4) > 0 {
				maps.Copy(members, beside)
			}
		}
		request := text(members)
		o := Open(request, playground.Options{})
		if o.State == nil {
			continue
		}
		if pools++; pools > n {
			return
		}
		fn(r, request, *o.State)
	}
	if pools < n {
		t.Fatalf("only %d pools could be made", pools)
	}
}

func call(t *testing.T, state, operation, request string) Called {
	t.Helper()
	c, err := Call(state, operation, request, playground.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func shown(t *testing.T, state string) string {
	t.Helper()
	return call(t, state, "DescribeUserPool", `{"UserPoolId": "`+poolID+`"}`).Reply.Body
}

func TestOpenShowsWhatEvaluateDoes(t *testing.T) {
	taken(t, 200, func(_ *rand.Rand, request, state string) {
		want := playground.Evaluate(request, playground.Options{View: "describe"}).Reply
		got := Open(request, playground.Options{}).Reply
		if got.Body != want.Body || got.Wire != want.Wire || string(got.Origins) != string(want.Origins) {
			t.Fatalf("%s\nopen     %s\nevaluate %s", request, got.Body, want.Body)
		}
		if described := call(t, state, "DescribeUserPool", `{"UserPoolId": "`+poolID+`"}`).Reply; described.Body != want.Body || described.Wire != want.Wire {
			t.Fatalf("%s\ndescribe %s\nevaluate %s", request, described.Body, want.Body)
		}
		made := call(t, opened(t, `{"PoolName": "other"}`), "CreateUserPool", request)
		create := playground.Evaluate(request, playground.Options{PoolID: "us-east-1_Example02"}).Reply
		if made.Reply.Body != create.Body {
			t.Fatalf("%s\ncreate   %s\nevaluate %s", request, made.Reply.Body, create.Body)
		}
	})
}

// An answer that is opened is shown again as it was.
func TestAnswersOpenAsTheyAre(t *testing.T) {
	taken(t, 200, func(_ *rand.Rand, request, state string) {
		answer := shown(t, state)
		if again := Open(answer, playground.Options{}); again.Reply.Body != answer {
			t.Fatalf("%s\nwas  %s\nthen %s", request, answer, again.Reply.Body)
		}
	})
}

func TestRefusedCallsChangeNothing(t *testing.T) {
	refused, accepted := 0, 0
	taken(t, 200, func(r *rand.Rand, request, state string) {
		for range 8 {
			members := drawn(r, .3)
			members["UserPoolId"] = `"` + poolID + `"`
			called := call(t, state, "UpdateUserPool", text(members))
			if called.Reply.Status == 200 {
				accepted++
				continue
			}
			refused++
			if called.State != state || len(called.Changes) > 0 {
				t.Fatalf("%s\n%s\nwas refused and changed something", request, text(members))
			}
		}
	})
	if refused < 100 || accepted < 100 {
		t.Errorf("%d refused, %d taken: that tries little", refused, accepted)
	}
}

// What is told as changed is what is another, and nothing else is.
func TestChangesAreAllThereIs(t *testing.T) {
	taken(t, 200, func(r *rand.Rand, request, state string) {
		members := drawn(r, .2)
		members["UserPoolId"] = `"` + poolID + `"`
		called := call(t, state, "UpdateUserPool", text(members))
		if called.Reply.Status != 200 {
			return
		}
		before, after := gjson.Parse(shown(t, state)), gjson.Parse(shown(t, called.State))
		told := map[string]bool{}
		for _, c := range called.Changes {
			path := strings.ReplaceAll(c.Pointer[1:], "/", ".")
			if before.Get(path).Raw != c.Before || after.Get(path).Raw != c.After || c.Before == c.After || c.Why == "" || c.Evidence == "" {
				t.Fatalf("%s\n%s\ntold %+v\nwas %s, is %s", request, text(members), c, before.Get(path).Raw, after.Get(path).Raw)
			}
			told[strings.Split(c.Pointer, "/")[2]] = true
		}
		after.Get("UserPool").ForEach(func(name, v gjson.Result) bool {
			if v.Raw != before.Get("UserPool."+name.String()).Raw && !told[name.String()] {
				t.Errorf("%s\n%s\n%s changed untold", request, text(members), name)
			}
			return true
		})
	})
}

// echo is the update that says all that an answer shows.
func echo(t *testing.T, answer string) map[string]json.RawMessage {
	t.Helper()
	var wrapped struct{ UserPool map[string]json.RawMessage }
	if err := json.Unmarshal([]byte(answer), &wrapped); err != nil {
		t.Fatal(err)
	}
	pool := wrapped.UserPool
	pool["PoolName"] = pool["Name"]
	update := map[string]json.RawMessage{"UserPoolId": json.RawMessage(`"` + poolID + `"`)}
	for _, m := range operations.At("").Operation("UpdateUserPool").Contract.Request.Members {
		if v, ok := pool[m.Name]; ok {
			update[m.Name] = v
		}
	}
	return update
}

func TestAnswerSentBack(t *testing.T) {
	taken(t, 200, func(_ *rand.Rand, request, state string) {
		answer := shown(t, state)
		update := echo(t, answer)
		whole, _ := json.Marshal(update)
		called := call(t, state, "UpdateUserPool", string(whole))
		if !strings.Contains(called.Reply.Body, "Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays") || called.State != state {
			t.Fatalf("%s\n%s\ngave %s", request, whole, called.Reply.Body)
		}
		var invite map[string]json.RawMessage
		json.Unmarshal(update["AdminCreateUserConfig"], &invite)
		delete(invite, "UnusedAccountValidityDays")
		update["AdminCreateUserConfig"], _ = json.Marshal(invite)
		whole, _ = json.Marshal(update)
		called = call(t, state, "UpdateUserPool", string(whole))
		if called.Reply.Status != 200 || len(called.Changes) > 0 || shown(t, called.State) != answer {
			t.Fatalf("%s\n%s\ngave %s %+v", request, whole, called.Reply.Body, called.Changes)
		}
	})
}

// With all fixes of what would be reset nothing is that the call does not name.
func TestSafeUpdatesResetNothing(t *testing.T) {
	tried := 0
	taken(t, 300, func(r *rand.Rand, request, state string) {
		members := drawn(r, .1)
		members["UserPoolId"] = `"` + poolID + `"`
		given := text(members)
		if r.IntN(3) == 0 {
			given = "{\n  \"UserPoolId\": \"" + poolID + "\"\n}\n"
		}
		mended, err := SafeUpdate(state, given, playground.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if !json.Valid([]byte(mended.Text)) {
			t.Fatalf("%s\nis no JSON", mended.Text)
		}
		called := call(t, state, "UpdateUserPool", mended.Text)
		for _, p := range called.Problems {
			if p.Rule == "update-resets" {
				t.Fatalf("%s\n%s\nleaves %s", request, mended.Text, p.Message)
			}
		}
		if called.Reply.Status != 200 {
			return
		}
		tried++
		for _, c := range called.Changes {
			top := strings.Split(c.Pointer, "/")[2]
			if c.Kind == "reset" && !gjson.Get(mended.Text, top).Exists() && !strings.Contains(top, "Verification") {
				t.Fatalf("%s\n%s\nresets %+v", request, mended.Text, c)
			}
		}
	})
	if tried < 100 {
		t.Errorf("only %d updates were taken", tried)
	}
}

// Each fix of a warning alone mends it and nothing else that the call says.
func TestFixesOfResets(t *testing.T) {
	taken(t, 100, func(_ *rand.Rand, request, state string) {
		bare := `{"UserPoolId": "` + poolID + `"}`
		for _, p := range call(t, state, "UpdateUserPool", bare).Problems {
			if p.Rule != "update-resets" {
				continue
			}
			if len(p.Fixes) != 1 || p.From != 0 || p.To != 1 {
				t.Fatalf("%s\n%+v", request, p)
			}
			e := p.Fixes[0].Edits
			fixed := bare[:e[0].From] + e[0].Insert + bare[e[0].To:]
			for _, q := range call(t, state, "UpdateUserPool", fixed).Problems {
				if q.Rule == p.Rule && q.Pointer == p.Pointer {
					t.Errorf("%s\n%s\nstill %s", request, fixed, q.Message)
				}
			}
		}
	})
}

// The calls of a plan, made one after another, give the pool that was wanted but for what the
// plan calls unreachable.
func TestPlansLeadThere(t *testing.T) {
	var last string
	reached := 0
	taken(t, 300, func(_ *rand.Rand, request, _ string) {
		from := last
		last = request
		if from == "" {
			return
		}
		plan := PlanOf(from, request, playground.Options{})
		state := opened(t, from)
		for _, c := range plan.Calls {
			called := call(t, state, c.Operation, c.Request)
			if called.Reply.Status != 200 {
				t.Fatalf("%s\n%s\n%s %s\ngave %s", from, request, c.Operation, c.Request, called.Reply.Body)
			}
			state = called.State
		}
		if plan.State == nil || *plan.State != state {
			t.Fatalf("%s\n%s\nleads elsewhere than it says", from, request)
		}
		left := map[string]bool{}
		for _, u := range plan.Unreachable {
			left[strings.Split(u.Pointer, "/")[2]] = true
			if u.Why == "" || u.Wanted == u.Stays {
				t.Errorf("%+v", u)
			}
		}
		if len(left) == 0 {
			reached++
		}
		has, wants := gjson.Get(shown(t, state), "UserPool"), gjson.Get(shown(t, opened(t, request)), "UserPool")
		for _, m := range contract.Newest().UserPool.Members {
			// An added attribute goes behind those that are there; tags have no order.
			if m.Name == "SchemaAttributes" || m.Name == "UserPoolTags" {
				continue
			}
			if a, b := has.Get(m.Name).Raw, wants.Get(m.Name).Raw; a != b && !left[m.Name] {
				t.Fatalf("%s\n%s\n%s is %s and not %s\n%+v", from, request, m.Name, a, b, plan)
			}
		}
	})
	if reached < 10 {
		t.Errorf("only %d pools were reached whole", reached)
	}
}

// Every member of UpdateUserPool does what the contract says of it when it is left out, and takes
// the place of what was there when it is given.
func TestEveryMember(t *testing.T) {
	for _, m := range contract.Newest().Request.Members {
		fate := m.Update().Omitted
		if m.Name == "PoolName" || m.Name == "KeyConfiguration" || fate == contract.Immutable {
			continue
		}
		if len(values[m.Name]) == 0 {
			t.Errorf("%s has no value to try", m.Name)
		}
		for _, v := range values[m.Name] {
			if strings.Contains(v, "UnusedAccountValidityDays") {
				continue // it follows the policies, which are kept: scenario two-names-of-one-setting
			}
			members := map[string]string{"PoolName": `"shop"`, m.Name: v}
			maps.Copy(members, needs[m.Name])
			state := opened(t, text(members))
			members["UserPoolId"] = `"` + poolID + `"`
			bare := maps.Clone(members)
			delete(bare, m.Name)
			called := call(t, state, "UpdateUserPool", text(bare))
			if called.Reply.Status != 200 {
				t.Fatalf("%s: %s", text(bare), called.Reply.Body)
			}
			before, after := gjson.Get(shown(t, state), "UserPool."+m.Name).Raw, gjson.Get(shown(t, called.State), "UserPool."+m.Name).Raw
			delete(bare, "UserPoolId")
			fresh := gjson.Get(shown(t, opened(t, text(bare))), "UserPool."+m.Name).Raw
			switch {
			case fate == contract.Kept && after != before:
				t.Errorf("%s was %s and became %s", m.Name, before, after)
			case fate != contract.Kept && after != fresh:
				t.Errorf("%s was %s and became %s, not %s", m.Name, before, after, fresh)
			}
			for _, w := range values[m.Name] {
				given := maps.Clone(members)
				given[m.Name] = w
				called := call(t, state, "UpdateUserPool", text(given))
				delete(given, "UserPoolId")
				made := gjson.Get(shown(t, opened(t, text(given))), "UserPool."+m.Name).Raw
				if got := gjson.Get(shown(t, called.State), "UserPool."+m.Name).Raw; called.Reply.Status == 200 && got != made && m.Name != "Policies" {
					t.Errorf("%s was %s, was given %s and became %s, not %s", m.Name, before, w, got, made)
				}
			}
		}
	}
}

// The same calls give the same states, and a state says all that there is.
func TestStatesAreTheirTexts(t *testing.T) {
	taken(t, 100, func(r *rand.Rand, request, state string) {
		members := drawn(r, .2)
		members["UserPoolId"] = `"` + poolID + `"`
		update := text(members)
		next := call(t, state, "UpdateUserPool", update).State
		for i := range 20 { // what was remembered of it is forgotten
			opened(t, fmt.Sprintf(`{"PoolName": "other%d"}`, i))
		}
		if again := call(t, opened(t, request), "UpdateUserPool", update).State; again != next {
			t.Fatalf("%s\n%s", next, again)
		}
		for i := range 20 {
			opened(t, fmt.Sprintf(`{"PoolName": "other%d"}`, i))
		}
		if a, b := shown(t, next), shown(t, next+""); a != b {
			t.Fatalf("%s\n%s", a, b)
		}
	})
}

func TestWrongStates(t *testing.T) {
	state := opened(t, `{"PoolName": "shop"}`)
	for text, says := range map[string]string{
		"":   "this is no state",
		"[]": "this is no state",
		"{}": "version none",
		strings.Replace(state, `"version":2`, `"version":1`, 1): "version 1",
		strings.Replace(state, "shop", "shed", 1):               "changed after it was made",
		state[:len(state)-1]:                                    "this is no state",
		strings.Replace(state, `"sum"`, `"son"`, 1):             "changed after it was made",
	} {
		if _, err := Call(text, "DescribeUserPool", "{}", playground.Options{}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%.60s: %v", text, err)
		}
	}
}

// Each rule of an operation on a pool is broken by its Bad, in its words, and not by its Good.
func TestRulesOfPools(t *testing.T) {
	for _, r := range slices.Concat(rule.OfPresence, rule.OfPools) {
		if r.Standing == "" {
			continue
		}
		state := opened(t, r.Standing)
		around := playground.Options{}
		if r.Around.SMSRole != "" {
			around.Account = &playground.Account{SMSRole: r.Around.SMSRole}
		}
		call := func(t *testing.T, request string) Called {
			t.Helper()
			c, err := Call(state, r.Calls[0], request, around)
			if err != nil {
				t.Fatal(err)
			}
			return c
		}
		bad := call(t, r.Bad)
		var found *playground.Problem
		for _, p := range bad.Problems {
			if p.Rule == r.ID {
				found = &p
			} else if p.Severity == "error" {
				t.Errorf("%s: Bad breaks %s, too", r.ID, p.Rule)
			}
		}
		if found == nil {
			t.Errorf("%s: Bad does not break it: %s", r.ID, bad.Reply.Body)
			continue
		}
		if !r.SpeaksOf(found.Pointer) && !slices.Contains(r.Fields, found.Pointer+"/*") {
			t.Errorf("%s blames %q", r.ID, found.Pointer)
		}
		if found.Severity == "error" && (bad.Reply.Status != 400 || !strings.Contains(bad.Reply.Body, found.Exception.Type)) {
			t.Errorf("%s: %s", r.ID, bad.Reply.Body)
		}
		if strings.Contains(found.Message, "{") && !strings.Contains(found.Message, "{####}") && !strings.Contains(found.Message, "{\"") {
			t.Errorf("%s: %s", r.ID, found.Message)
		}
		for _, fix := range found.Fixes {
			fixed := r.Bad
			for _, e := range slices.Backward(fix.Edits) {
				fixed = fixed[:e.From] + e.Insert + fixed[e.To:]
			}
			for _, p := range call(t, fixed).Problems {
				if p.Rule == r.ID {
					t.Errorf("%s: %q leaves it: %s", r.ID, fix.Title, fixed)
				}
			}
		}
		if r.Good != "" {
			for _, p := range call(t, r.Good).Problems {
				if p.Rule == r.ID {
					t.Errorf("%s: Good breaks it: %s", r.ID, p.Message)
				}
			}
		}
	}
}

// A code that another one followed is told as one that is old, whatever it was sent for.
func TestReplacedCode(t *testing.T) {
	opened := Open(`{"PoolName": "shop", "AutoVerifiedAttributes": ["email"]}`, playground.Options{})
	state, codes := *opened.State, []string(nil)
	client := ""
	call := func(operation, request string) string {
		t.Helper()
		called, err := Call(state, operation, strings.ReplaceAll(request, "<client>", client), playground.Options{})
		if err != nil {
			t.Fatal(err)
		}
		state = called.State
		for _, m := range called.Sent {
			codes = append(codes, m.Code)
		}
		return called.Reply.Body
	}
	client = gjson.Get(call("CreateUserPoolClient", `{"UserPoolId": "us-east-1_Example01", "ClientName": "app"}`), "UserPoolClient.ClientId").Str
	call("SignUp", `{"ClientId": "<client>", "Username": "ann", "Password": "P2$Sword", "UserAttributes": [{"Name": "email", "Value": "ann@example.com"}]}`)
	call("ResendConfirmationCode", `{"ClientId": "<client>", "Username": "ann"}`)
	confirm := func(code string) string {
		return call("ConfirmSignUp", `{"ClientId": "<client>", "Username": "ann", "ConfirmationCode": "`+code+`"}`)
	}
	if got := confirm(codes[0]); !strings.Contains(got, "ExpiredCodeException") {
		t.Errorf("the first of two codes: %s", got)
	}
	if got := confirm(codes[1]); got != "{}" {
		t.Errorf("the newest code: %s", got)
	}
}
