package contract

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/tidwall/gjson"
)

// Every document holds what annotations.json allows and nothing else.
func TestDocuments(t *testing.T) {
	text, err := os.ReadFile("annotations.json")
	if err != nil {
		t.Fatal(err)
	}
	schema := jsonschema.MustCompileString("https://user-pool-playground.example/annotations.json", string(text))
	for name, document := range newest() {
		var v any
		if err := json.Unmarshal([]byte(document), &v); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %#v", name, err)
		}
		if id := gjson.Get(document, `$id`).String(); id != Base+name {
			t.Errorf("%s has the $id %s", name, id)
		}
	}
}

// The API's size, and the place of the newest members, as AWS's models have them.
func TestNewest(t *testing.T) {
	c := Newest()
	if n := len(c.Request.Members); n != 28 {
		t.Errorf("%d members of the request, want 28", n)
	}
	if n := len(c.UserPool.Members); n != 38 {
		t.Errorf("%d members of UserPool, want 38", n)
	}
	if got := names(c.Request)[20:22]; !slices.Equal(got, []string{"UserPoolAddOns", "DcrConfiguration"}) {
		t.Errorf("members 21 and 22 are %v", got)
	}
	if n := count(c.Request, map[*Shape]bool{}); n != 119 {
		t.Errorf("%d named members in the request, want 119", n)
	}
}

// count counts the named members below a shape, each structure once for each place.
func count(s *Shape, within map[*Shape]bool) int {
	if s == nil || within[s] {
		return 0
	}
	within[s] = true
	defer delete(within, s)
	n := count(s.Element, within)
	for _, m := range s.Members {
		n += 1 + count(m.Shape, within)
	}
	return n
}

func names(s *Shape) []string {
	var all []string
	for _, m := range s.Members {
		all = append(all, m.Name)
	}
	return all
}

// The top-level members on the days of AWS's printed references.
func TestMembersOnADay(t *testing.T) {
	const (
		first = "PoolName Policies LambdaConfig AutoVerifiedAttributes AliasAttributes SmsVerificationMessage EmailVerificationMessage EmailVerificationSubject SmsAuthenticationMessage MfaConfiguration"
		of16  = "PoolName Policies LambdaConfig AutoVerifiedAttributes AliasAttributes SmsVerificationMessage EmailVerificationMessage EmailVerificationSubject SmsAuthenticationMessage MfaConfiguration DeviceConfiguration EmailConfiguration SmsConfiguration AdminCreateUserConfig"
		of17  = "PoolName Policies LambdaConfig AutoVerifiedAttributes AliasAttributes UsernameAttributes SmsVerificationMessage EmailVerificationMessage EmailVerificationSubject VerificationMessageTemplate SmsAuthenticationMessage MfaConfiguration DeviceConfiguration EmailConfiguration SmsConfiguration UserPoolTags AdminCreateUserConfig Schema UserPoolAddOns"
	)
	for day, want := range map[string]struct {
		members string
		named   int
	}{
		"2016-04-17": {first, 21}, // before there was an API, the first one
		"2016-04-18": {first, 21},
		"2016-10-06": {of16, 40},
		"2017-12-11": {of17, 64},
	} {
		c := At(day)
		if got := strings.Join(names(c.Request), " "); got != want.members {
			t.Errorf("%s: %s", day, got)
		}
		if n := count(c.Request, map[*Shape]bool{}); n != want.named {
			t.Errorf("%s: %d named members, want %d", day, n, want.named)
		}
	}
	if n := count(At("2025-03-03").Request, map[*Shape]bool{}); n != 95 {
		t.Errorf("2025-03-03: %d named members, want 95", n)
	}
	if n := count(At("2026-08-07").Request, map[*Shape]bool{}); n != 111 {
		t.Errorf("2026-08-07: %d named members, want 111", n)
	}
}

// What a member was, the day before it changed and the day it did.
func TestChangesOnADay(t *testing.T) {
	maximum := func(shape string) func(*Contract) any {
		return func(c *Contract) any { return *c.Shape(shape).Max }
	}
	for _, c := range []struct {
		name, day string
		read      func(*Contract) any
		before    any
		after     any
	}{
		{"email text", "2017-06-01", maximum("EmailVerificationMessageType"), int64(2048), int64(20000)},
		{"unused account days", "2017-11-28", maximum("AdminCreateUserUnusedAccountValidityDaysType"), int64(90), int64(365)},
		{"first factors", "2026-07-24", maximum("AllowedFirstAuthFactorsListType"), int64(4), int64(5)},
		{"factor values", "2026-07-24", func(c *Contract) any { return len(c.Shape("AuthFactorType").Enum) }, 4, 5},
		{"pre-token versions", "2025-03-03", func(c *Contract) any { return len(c.Shape("PreTokenGenerationLambdaVersionType").Enum) }, 2, 3},
		{"SnsCallerArn required", "2026-07-17", func(c *Contract) any { return c.Shape("SmsConfigurationType").Member("SnsCallerArn").Required }, true, false},
		{"SnsCallerArn's shape", "2026-07-17", func(c *Contract) any { return c.Shape("SmsConfigurationType").Member("SnsCallerArn").Shape.Name }, "ArnType", "OptionalArnType"},
		{"default recovery", "2023-03-12", func(c *Contract) any { return c.Request.Member("AccountRecoverySetting").Default != "" }, false, true},
	} {
		day := slices.Index(Revisions(), c.day)
		if got := c.read(At(Revisions()[day-1])); got != c.before {
			t.Errorf("%s before %s: %v, want %v", c.name, c.day, got, c.before)
		}
		if got := c.read(At(c.day)); got != c.after {
			t.Errorf("%s from %s: %v, want %v", c.name, c.day, got, c.after)
		}
	}
}

// What is told of the values of an enumeration, and of what stands in texts.
func TestHelpInTheContract(t *testing.T) {
	factors := Newest().Shape("AuthFactorType")
	if since := factors.ValueSince("SOFTWARE_TOKEN"); since != "2026-07-24" || factors.ValueSince("PASSWORD") != "" {
		t.Errorf("SOFTWARE_TOKEN is since %q", since)
	}
	for _, s := range Newest().Shapes() {
		for _, refused := range s.Refused {
			if !slices.Contains(s.Enum, refused) {
				t.Errorf("%s refuses %s, which it does not have", s.Name, refused)
			}
		}
	}
	if old := At("2025-03-01").Shape("PreTokenGenerationLambdaVersionType"); old.ValueSince("V3_0") != "" || Newest().Shape(old.Name).ValueSince("V3_0") != "2025-03-03" {
		t.Error("V3_0 came on 2025-03-03")
	}
}

// On each day on which something changed, the documents make a validator, patterns
// compile, defaults fit their shapes, and pointers lead somewhere.
func TestEveryRevision(t *testing.T) {
	for _, day := range Revisions() {
		c := At(day)
		if c.Date != day {
			t.Errorf("At(%s) is of %s", day, c.Date)
		}
		for _, s := range c.Shapes() {
			if _, err := Pattern(s.Pattern); err != nil {
				t.Errorf("%s: %s: %v", day, s.Name, err)
			}
			for _, m := range s.Members {
				if m.Default != "" {
					fits(t, day+" "+s.Name+"."+m.Name, m.Shape, gjson.Parse(m.Default))
				}
				if m.From != "" && c.Request.Member(m.From[1:]) == nil {
					t.Errorf("%s: %s.%s comes from %s, which is not there", day, s.Name, m.Name, m.From)
				}
			}
		}
	}
}

// fits holds a default against the shape of its member.
func fits(t *testing.T, at string, s *Shape, v gjson.Result) {
	ok := false
	switch s.Kind {
	case String:
		ok = v.Type == gjson.String && (len(s.Enum) == 0 || slices.Contains(s.Enum, v.String()))
	case Integer:
		ok = v.Type == gjson.Number && (s.Min == nil || v.Int() >= *s.Min) && (s.Max == nil || v.Int() <= *s.Max)
	case Boolean:
		ok = v.IsBool()
	case List:
		ok = v.IsArray()
		for _, element := range v.Array() {
			fits(t, at, s.Element, element)
		}
	case Structure:
		ok = v.IsObject()
		v.ForEach(func(name, member gjson.Result) bool {
			if m := s.Member(name.String()); m != nil {
				fits(t, at+"."+m.Name, m.Shape, member)
			} else {
				ok = false
			}
			return true
		})
	}
	if !ok {
		t.Errorf("%s: the default %s does not fit %s", at, v.Raw, s.Name)
	}
}

// Whole strings have to match, in Java's dialect.
func TestPattern(t *testing.T) {
	for _, c := range []struct {
		pattern, text string
		want          bool
	}{
		{`[\w]+`, "ab", true},
		{`[\w]+`, "ab c", false},
		{`a|bc`, "abc", false},
		{`[\s]+`, " \t\v\f\r\n", true}, // Java's \s has the vertical tab, RE2's has not
		{`[\s]+`, "\u00a0", false},
		{`(?s).*\{####\}(?s).*`, "a\n{####}\u2028b", true},
		{`[\p{L}\p{M}\p{S}\p{N}\p{P}]+`, "é😀", true},
	} {
		re, err := Pattern(c.pattern)
		if err != nil {
			t.Fatal(err)
		}
		if got := re.MatchString(c.text); got != c.want {
			t.Errorf("%s on %q: %v", c.pattern, c.text, got)
		}
	}
}

// Every code point is accepted or refused as with the tables of Unicode 15, whichever Go has.
// The hashes were taken with Go 1.26. A Go with a later Unicode than 17 fails here: what that
// one added belongs into newer then.
func TestPatternsAreOfUnicode15(t *testing.T) {
	for pattern, want := range map[string]string{
		`[\p{L}\p{M}\p{S}\p{N}\p{P}]+`:   "504f155f1cc54c3033e2fd904aba730f3f14af2fb6fa011af6db859b9f6da03e",
		`[\p{L}\p{M}\p{S}\p{N}\p{P}\s]+`: "cb81a6c582519d22b2bb53b3a36d9951311c3f9688ce5b3c7c6e5ce2ab9317fc",
		`[\p{L}\p{Z}\p{N}_.:/=+\-@]+`:    "ecf99ebe4c5460248e3bb83a88265c8eb47e95f02772cf902c233f11f34a6878",
		`[\w\s+=,.@-]+`:                  "bd1d032a88383d64dd04dfe3daeb4eae1bea0e94a09c258bbbcdbcc5b4000a56",
		`(?s).`:                          "79f561d0d5e9be031b5df328e4a87c4844244170cbdac9e05f348a92fb7aae9c",
	} {
		e, err := Pattern(pattern)
		if err != nil {
			t.Fatal(err)
		}
		hash := sha256.New()
		for r := range rune(unicode.MaxRune + 1) {
			if e.MatchString(string(r)) {
				fmt.Fprintln(hash, r)
			}
		}
		if got := hex.EncodeToString(hash.Sum(nil)); got != want {
			t.Errorf("%s accepts other characters than it did with Unicode 15 (this is %s): %s", pattern, unicode.Version, got)
		}
	}
	// Each is in newer since it was not yet assigned, or since it is now.
	for r, want := range map[rune]bool{'a': false, 'é': false, '😀': false, 0x31EF: true, 0x2EBF0: true, 0x1C89: true, 0x323B0: true, 0xFDD0: false} {
		if Newer(r) != want {
			t.Errorf("U+%04X is newer than Unicode 15: %v", r, !want)
		}
	}
}

// What a member is refused beside is a member of the request.
func TestConflicts(t *testing.T) {
	found := 0
	for _, m := range Newest().Request.Members {
		pointer := m.ConflictIn("terraform")
		if pointer == "" {
			continue
		}
		found++
		shape := Newest().Request
		for _, name := range strings.Split(pointer, "/")[1:] {
			other := shape.Member(name)
			if other == nil {
				t.Fatalf("%s: nothing at %s", m.Name, pointer)
			}
			shape = other.Shape
		}
	}
	if found == 0 {
		t.Error("no member has any")
	}
}

// The standard attributes in both orders.
func TestAttributes(t *testing.T) {
	create, describe := CreateOrder().Standard, DescribeOrder("").Standard
	if len(create) != 20 || create[0].Name != "sub" || create[19].Name != "updated_at" {
		t.Errorf("CreateUserPool lists %d, from %s to %s", len(create), create[0].Name, create[len(create)-1].Name)
	}
	if len(describe) != 21 || describe[0].Name != "profile" || describe[8].Name != "identities" {
		t.Errorf("DescribeUserPool lists %d, from %s", len(describe), describe[0].Name)
	}
	if old := DescribeOrder("2024-11-21").Standard; len(old) != 20 || old[0].Name != "sub" {
		t.Errorf("before 2024-11-22 DescribeUserPool listed %d, from %s", len(old), old[0].Name)
	}
	for _, c := range []struct{ day, before, after string }{
		{"2026-09-23", "nickname", ""}, // the pool's own stand last
		{"2026-09-24", "zoneinfo", "locale"},
		{"", "zoneinfo", "locale"},
	} {
		o := DescribeOrder(c.day)
		after := ""
		if o.Own < len(o.Standard) {
			after = o.Standard[o.Own].Name
		}
		if before := o.Standard[o.Own-1].Name; before != c.before || after != c.after {
			t.Errorf("%s: the pool's own attributes stand between %s and %s", c.day, before, after)
		}
	}
	for day, want := range map[string]string{"2024-06-28": "10", "2024-06-29": "4", "2024-07-22": "4", "2024-07-23": "10", "": "10"} {
		if got := gjson.Get(StandardAttribute("birthdate").On(day).Constraints, "MinLength").String(); got != want {
			t.Errorf("%s: a birthdate has at least %s characters, want %s", day, got, want)
		}
	}
	if a := StandardAttribute("updated_at"); a.DataType != "Number" || a.Constraints != `{"MinValue":"0"}` && a.Constraints != `{"MinValue": "0"}` {
		t.Errorf("updated_at is %+v", a)
	}
	if StandardAttribute("username") != nil || StandardAttribute("identities") != nil {
		t.Error("username and identities are no standard attributes of a request")
	}
}

// What a tool has beside the members is not among them.
func TestElsewhere(t *testing.T) {
	request := Newest().Request
	for _, tool := range []string{"cloudformation", "terraform"} {
		names := request.elsewhere.Get(tool).Map()
		if len(names) == 0 {
			t.Errorf("%s has nothing elsewhere", tool)
		}
		for name, why := range names {
			if request.Member(name) != nil || request.Elsewhere(tool, name) != why.String() {
				t.Errorf("%s: %s", tool, name)
			}
		}
	}
	if why := request.Elsewhere("terraform", "nothing"); why != "" {
		t.Error(why)
	}
}

// What can never be changed says what that means, and members of the request have a topic.
func TestWordsOfMembers(t *testing.T) {
	for _, m := range Newest().Request.Members {
		if (m.ForEver != "") != (m.Update().Omitted == Immutable) {
			t.Errorf("%s: %s, and for ever %q", m.Name, m.Update().Omitted, m.ForEver)
		}
		if m.Topic == "" || m.Words == "" {
			t.Errorf("%s has no topic or no words to find it by", m.Name)
		}
	}
}
