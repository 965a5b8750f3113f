package playground

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/example"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
)

// TestSerializationException is the table of every JSON type against every type of the
// model, in the words of the service.
func TestSerializationException(t *testing.T) {
	values := []string{`"x"`, `1.5`, `true`, `false`, `[]`, `{}`}
	const ok, list, object = "", "Start of list found where not expected", "Start of structure or map found where not expected."
	for _, row := range []struct {
		kind, text string // text has %s for the value
		want       []string
	}{
		{"string", `{"PoolName": %s}`, []string{ok, "NUMBER_VALUE can not be converted to a String", "TRUE_VALUE can not be converted to a String", "FALSE_VALUE can not be converted to a String", list, object}},
		{"integer", `{"PoolName": "p", "Policies": {"PasswordPolicy": {"PasswordHistorySize": %s}}}`, []string{"STRING_VALUE can not be converted to an Integer", ok, "TRUE_VALUE can not be converted to an Integer", "FALSE_VALUE can not be converted to an Integer", list, object}},
		{"boolean", `{"PoolName": "p", "UsernameConfiguration": {"CaseSensitive": %s}}`, []string{"STRING_VALUE can not be converted to an Boolean", "NUMBER_VALUE can not be converted to an Boolean", ok, ok, list, object}},
		{"list", `{"PoolName": "p", "AutoVerifiedAttributes": %s}`, []string{"Expected list or null", "Expected list or null", "Expected list or null", "Expected list or null", ok, object}},
		{"map", `{"PoolName": "p", "UserPoolTags": %s}`, []string{"Expected map or null", "Expected map or null", "Expected map or null", "Expected map or null", list, ok}},
		{"structure", `{"PoolName": "p", "LambdaConfig": %s}`, []string{"Expected null", "Expected null", "Expected null", "Expected null", list, ok}},
		{"element", `{"PoolName": "p", "AutoVerifiedAttributes": ["email", %s]}`, []string{`enum`, "NUMBER_VALUE can not be converted to a String", "TRUE_VALUE can not be converted to a String", "FALSE_VALUE can not be converted to a String", list, object}},
	} {
		for i, value := range values {
			text := fmt.Sprintf(row.text, value)
			e := Evaluate(text, Options{})
			want := `{"__type":"SerializationException","Message":"` + row.want[i] + `"}`
			switch {
			case row.want[i] == "enum":
				if !strings.Contains(e.Reply.Body, "InvalidParameterException") {
					t.Errorf("%s: %s", text, e.Reply.Body)
				}
			case row.want[i] == ok:
				if e.Reply.Status != 200 {
					t.Errorf("%s: %s", text, e.Reply.Body)
				}
			case e.Reply.Body != want:
				t.Errorf("%s: %s, want %s", text, e.Reply.Body, want)
			}
		}
	}
}

// Of several findings, the earliest stage speaks, and of the types the first in the text.
func TestOrderOfStages(t *testing.T) {
	for _, c := range []struct{ text, exception, message string }{
		{`{"PoolName": "", "MfaConfiguration": 1, "Policies": []`, "SerializationException", ""},
		{`{"PoolName": "", "MfaConfiguration": 1, "Policies": []}`, "SerializationException", "NUMBER_VALUE can not be converted to a String"},
		{`{"PoolName": "", "AliasAttributes": ["email"], "UsernameAttributes": ["email"]}`, "InvalidParameterException", "2 validation errors detected: Value '' at 'poolName'"},
		{`{"PoolName": "p", "AliasAttributes": ["email"], "UsernameAttributes": ["email"], "Wrong": 1}`, "InvalidParameterException", "Only one of"},
		// Between broken rules the service's order decides, and not that of the text.
		{`{"PoolName": "p", "MfaConfiguration": "ON", "UsernameAttributes": ["email"], "AliasAttributes": ["email"]}`, "InvalidParameterException", "Only one of"},
		{`{"UserPoolTier": "LITE", "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["WEB_AUTHN"]}}, "PoolName": "p"}`, "InvalidParameterException", "Password should"},
		{``, "SerializationException", ""},
		{`"text"`, "SerializationException", ""},
	} {
		var body struct {
			Type    string `json:"__type"`
			Message string
		}
		if err := json.Unmarshal([]byte(Evaluate(c.text, Options{}).Reply.Body), &body); err != nil {
			t.Fatal(err)
		}
		if body.Type != c.exception || !strings.HasPrefix(body.Message, c.message) || c.message == "" && body.Message != "" {
			t.Errorf("%s: %+v", c.text, body)
		}
	}
}

// The framework before Cognito's code writes Message, Cognito itself message.
func TestKeyOfMessage(t *testing.T) {
	if body := Evaluate(`{"PoolName": 1}`, Options{}).Reply.Body; !strings.Contains(body, `"Message"`) {
		t.Error(body)
	}
	if body := Evaluate(`{}`, Options{}).Reply.Body; !strings.Contains(body, `"message"`) {
		t.Error(body)
	}
}

// On the wire members are sorted at every level and dates print as a Java double.
func TestWire(t *testing.T) {
	for now, want := range map[float64][2]string{
		1594889658976:     {"1594889658.976", "1.594889658976E9"},
		1510676427100:     {"1510676427.1", "1.5106764271E9"},
		1e12:              {"1000000000", "1.0E9"},
		8_640_000_000e6:   {"8640000000000", "8.64E12"},
		8639999999999_999: {"8639999999999.999", "8.639999999999999E12"},
		0:                 {"0", "0.0E0"},
		7:                 {"0.007", "7.0E-3"},
		-1500:             {"-1.5", "-1.5E0"},
	} {
		reply := Evaluate(`{"PoolName": "p"}`, Options{Now: &now}).Reply
		if !strings.Contains(reply.Body, `"CreationDate":`+want[0]+`,`) || !strings.Contains(reply.Wire, `"CreationDate":`+want[1]+`,`) {
			t.Errorf("%v: %s and %s", now, reply.Body, reply.Wire)
		}
	}
	wire := Evaluate(`{"PoolName": "p"}`, Options{}).Reply.Wire
	if !strings.HasPrefix(wire, `{"UserPool":{"AccountRecoverySetting":{"RecoveryMechanisms":[{"Name":`) {
		t.Error(wire)
	}
}

// Every value of the body has an origin, and what it came from is in the request.
func TestOrigins(t *testing.T) {
	for _, e := range example.All() {
		evaluation := Evaluate(e.Request, Options{})
		if evaluation.Reply.Status != 200 {
			t.Errorf("%s: %s", e.ID, evaluation.Reply.Body)
			continue
		}
		if err := originsHold(evaluation, source.Parse(e.Request)); err != nil {
			t.Errorf("%s: %v", e.ID, err)
		}
	}
}

func originsOf(e Evaluation) map[string]Origin {
	var origins map[string]Origin
	if err := json.Unmarshal(e.Reply.Origins, &origins); err != nil {
		panic(err)
	}
	return origins
}

func each(v any, pointer string, visit func(string)) {
	visit(pointer)
	switch v := v.(type) {
	case []any:
		for i, child := range v {
			each(child, fmt.Sprint(pointer, "/", i), visit)
		}
	case map[string]any:
		for name, child := range v {
			each(child, pointer+"/"+strings.NewReplacer("~", "~0", "/", "~1").Replace(name), visit)
		}
	}
}

// On every day of the API's history every request gets an answer with the members of that
// day, and a name alone makes a pool without a word.
func TestEveryDay(t *testing.T) {
	texts := []string{}
	for _, e := range example.All() {
		texts = append(texts, e.Request)
	}
	for _, r := range rule.All {
		texts = append(texts, r.Bad)
	}
	for _, day := range contract.Revisions() {
		known := contract.At(day).UserPool
		for _, view := range []string{"create", "describe"} {
			o := Options{AsOf: day, View: view}
			if e := Evaluate(`{"PoolName": "p"}`, o); e.Reply.Status != 200 || len(e.Problems) > 0 {
				t.Errorf("%s: %s %+v", day, e.Reply.Body, e.Problems)
			}
			for _, text := range texts {
				body := Evaluate(text, o).Reply.Body
				if !json.Valid([]byte(body)) {
					t.Errorf("%s: %s gave %s", day, text, body)
				}
				gjson.Get(body, "UserPool").ForEach(func(name, _ gjson.Result) bool {
					if known.Member(name.String()) == nil {
						t.Errorf("%s: the answer to %s has %s", day, text, name)
					}
					return true
				})
			}
		}
	}
}

// The reference of today tells of every rule, with options under which its requests do what
// they are for; that of a day tells of the ones in force.
func TestRulesOfContract(t *testing.T) {
	all := ContractOf(Options{}).Rules
	if n := len(rule.All) + len(rule.Advice) + len(rule.Listed); len(all) != n {
		t.Errorf("%d rules are told of, of %d", len(all), n)
	}
	for _, r := range all {
		if r.Bad == "" {
			continue
		}
		var o Options
		if r.Around != nil {
			o = *r.Around
		}
		names := func(text string) bool {
			return slices.ContainsFunc(Evaluate(text, o).Problems, func(p Problem) bool { return p.Rule == r.ID })
		}
		if !names(r.Bad) || names(r.Good) {
			t.Errorf("%s does not tell its Bad from its Good with %+v", r.ID, o)
		}
	}
	if slices.ContainsFunc(ContractOf(Options{AsOf: "2018-01-01"}).Rules, func(r Rule) bool { return r.ID == "tier-passwordless" }) {
		t.Error("tiers are told of before they came")
	}
}

// Wrong arguments are told apart from wrong texts.
func TestCall(t *testing.T) {
	for _, c := range []struct{ verb, options, want string }{
		{"evaluate", ``, ""},
		{"evaluate", `{}`, ""},
		{"contract", `{"asOf": "2016-10-06"}`, ""},
		{"judge", ``, "no verb"},
		{"evaluate", `{"asOf": "yesterday"}`, "options.asOf"},
		{"evaluate", `{"asOf": "2024-02-30"}`, "options.asOf"},
		{"evaluate", `{"view": "list"}`, "options.view"},
		{"evaluate", `{"region": 1}`, "options.region"},
		{"evaluate", `{"account": {"smsRole": "bad"}}`, "smsRole"},
		{"evaluate", `{"colour": "red"}`, "colour"},
		{"evaluate", `{"account": {"colour": "red"}}`, "colour"},
		{"evaluate", `{"account": {"sesIdentities": ["a", 1]}}`, "options.account.sesIdentities cannot be a number"},
		{"evaluate", `{"account": []}`, "options.account cannot be a array"},
		{"evaluate", `{"now": "today"}`, "options.now cannot be a string"},
		{"evaluate", `{"now": 1.5e3, "region": null, "account": null}`, ""},
		{"evaluate", `null`, ""},
		{"evaluate", `1`, "options cannot be a number"},
		{"evaluate", `{"region"`, "options"},
	} {
		answer, err := Call(c.verb, `{"PoolName": "p"}`, c.options, "")
		switch {
		case c.want == "" && (err != nil || !json.Valid(answer.JSON)):
			t.Errorf("%s %s: %v", c.verb, c.options, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s %s: %v, want %s", c.verb, c.options, err, c.want)
		}
	}
}

// Texts that are bad input for any parser get a problem at its place and a reply.
func TestHostileTexts(t *testing.T) {
	for name, text := range map[string]string{
		"empty":              "",
		"5 MB":               `{"PoolName": "` + strings.Repeat("x", 5<<20) + `"}`,
		"100,000 brackets":   strings.Repeat("[", 100_000),
		"100,000 objects":    strings.Repeat(`{"a":`, 100_000),
		"binary":             "\x00\xff\xfe\x80PK\x03\x04",
		"one brace":          "}",
		"quotes":             strings.Repeat(`"`, 10_001),
		"line breaks inside": `{"PoolName": "` + strings.Repeat("\n", 100_000) + `"}`,
		"commas":             strings.Repeat(",", 100_000),
		"commas in a list":   "[" + strings.Repeat(",", 100_000),
	} {
		began := time.Now()
		e := Evaluate(text, Options{})
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%s: %v", name, took)
		}
		if e.Reply.Status != 400 || len(e.Problems) == 0 || e.Problems[0].Severity != "error" {
			t.Errorf("%s: status %d, %d problems", name, e.Reply.Status, len(e.Problems))
		}
	}
	// Growth: with work that grows by the square this many would take minutes.
	const many = 40_000
	for name, member := range map[string]string{"unknown": `"Wrong%d": 1`, "tags": `"UserPoolTags": {"t%d": "v"}`} {
		var members []string
		for i := range many {
			members = append(members, fmt.Sprintf(member, i))
		}
		began := time.Now()
		Evaluate("{"+strings.Join(members, ",")+"}", Options{})
		if took := time.Since(began); took > 30*time.Second {
			t.Errorf("%d %s: %v", many, name, took)
		}
	}
}

func BenchmarkEvaluate(b *testing.B) {
	for _, e := range example.All() {
		b.Run(e.ID, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Evaluate(e.Request, Options{})
			}
		})
	}
}

// An evaluation is written as encoding/json writes its types.
func TestWritten(t *testing.T) {
	texts := []string{"", "{", `{"PoolName": "p", "PoolNam": 'x' /* é */ "Schema": [{}]}`}
	for _, e := range example.All() {
		texts = append(texts, e.Request)
	}
	for _, r := range slices.Concat(rule.All, rule.Advice) {
		texts = append(texts, r.Bad, r.Bad[1:], r.Good, strings.ToLower(r.Good))
	}
	for _, text := range texts {
		e := Evaluate(text, Options{})
		type problem Problem // without its own way of being written
		wanted := struct {
			Problems []problem `json:"problems"`
			Reply    Reply     `json:"reply"`
		}{[]problem{}, Reply{Status: e.Reply.Status, Origins: []byte("{}")}}
		for _, p := range e.Problems {
			wanted.Problems = append(wanted.Problems, problem(p))
		}
		got, err := Call("evaluate", text, "", "")
		if want := encode(wanted); err != nil || string(got.JSON) != want {
			t.Errorf("%q\n got %s\nwant %s", text, got.JSON, want)
		}
	}
}

// The answers of all other verbs are written as encoding/json writes their types.
func TestAnswersAreWrittenAlike(t *testing.T) {
	nothing := source.Quote(reading.Encode(reading.Document{}))
	arguments := map[string]string{"probes": "2", "completeText": `{"offset":2,"index":0,"read":` + nothing + `}`, "exportAs": `"terraform"`, "complete": "2", "hover": "2", "editForm": `{"op":"add","pointer":"/Schema"}`, "tryPassword": `"<p&s>"`}
	texts := []string{"", "{", "{}", `{"PoolName": "<p>", "Schema": [{"Name": "\u2028\ud800"}], "PoolNam": 1}`, `{"UserPool": {"Name": "p", "Id": "x"}}`}
	for _, e := range example.All() {
		texts = append(texts, e.Request)
	}
	for verb, run := range verbs() {
		for _, text := range texts {
			answer, err := run(text, Options{}, arguments[verb])
			if err != nil {
				if len(text) < 2 { // and has no place 2
					continue
				}
				t.Errorf("%s of %q: %v", verb, text, err)
				continue
			}
			if c, ok := answer.(Checked); ok { // the rest of it is an evaluation, which has a writer of its own
				answer = c.Reading
			}
			var want strings.Builder
			e := json.NewEncoder(&want)
			e.SetEscapeHTML(false)
			if err := e.Encode(answer); err != nil {
				t.Fatal(err)
			}
			if got := encode(answer) + "\n"; got != want.String() {
				t.Errorf("%s of %q\n got %s\nwant %s", verb, text, got, want.String())
			}
		}
	}
}

// Every option that the types name is read.
func TestReadOptions(t *testing.T) {
	now := 1795356215000.5
	for _, o := range []Options{{}, {
		AsOf: "2020-01-01", View: "describe", Region: "eu-west-1", AccountID: "123456789012", Now: &now, PoolID: "p", Resource: "r",
		Account: &Account{SMSRole: "ok", SESIdentities: &[]string{"a", "b"}},
	}} {
		text, err := json.Marshal(o)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := readOptions(string(text)); err != nil || !reflect.DeepEqual(got, o) {
			t.Errorf("%s is read as %+v: %v", text, got, err)
		}
	}
}
