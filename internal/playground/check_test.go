package playground

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/intime"
	"userpoolplayground/internal/language"
	"userpoolplayground/internal/names"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
)

// checkAny asks the reader and the engine as engine.ts does.
func checkAny(t testing.TB, text string, o Options) Checked {
	t.Helper()
	return Check(text, readFor(t, text, o), o)
}

// TestCheckAgrees: a request has the same problems and the same answer in each language that it
// can be written in and read from.
func TestCheckAgrees(t *testing.T) {
	t.Parallel()
	for i, text := range requests(t) {
		for _, target := range bothWays {
			e, err := ExportAs(target, text, Options{})
			if err != nil || e.Text == "" || len(text) > 20_000 {
				continue
			}
			checked := checkAny(t, e.Text, Options{})
			if checked.Request == nil {
				t.Errorf("%d as %s: no request\n%s", i, target, e.Text)
				continue
			}
			for _, difference := range disagreements(checked, Options{}) {
				t.Errorf("%d as %s: %s\n%s", i, target, difference, e.Text)
			}
		}
	}
}

// disagreements compares what Check said with what Evaluate says of the same request in JSON.
// Where a value is not known, or the text is broken, there is nothing to compare.
func disagreements(checked Checked, o Options) (all []string) {
	broken := func(p Problem) bool { // what stands under a name that is refused is not known either
		return p.Stage == "syntax" || p.Rule == "unknown-name" && p.Severity == "error" && strings.Contains(p.Message, " Did you mean ")
	}
	if checked.Request == nil || len(checked.Unknowns) > 0 || slices.ContainsFunc(checked.Evaluation.Problems, broken) {
		return nil
	}
	told := func(problems []Problem, language string) (list []string) {
		for _, p := range problems {
			if p.Stage != "tool" || ofTheService(p.Rule) {
				list = append(list, fmt.Sprint(p.Rule, " ", p.Severity, " ", p.Pointer, " ", inWordsOfRequest(p.Message, p, language)))
			}
		}
		slices.Sort(list)
		return slices.Compact(list)
	}
	o.Calls = checked.Calls // the pool shows what they set
	want := Evaluate(*checked.Request, o)
	for _, p := range checked.Evaluation.Problems { // what the tool says in its own words is not said again
		if p.Rule == "synthesis-fails" && p.Pointer != "" {
			want.Problems = slices.DeleteFunc(want.Problems, func(of Problem) bool { return strings.HasPrefix(of.Rule, "constraint-") && of.Pointer == p.Pointer })
		}
	}
	if got, want := told(checked.Evaluation.Problems, checked.Language), told(want.Problems, "request"); !slices.Equal(got, want) {
		all = append(all, fmt.Sprintf("the problems are\n %s\nand of the request\n %s", strings.Join(got, "\n "), strings.Join(want, "\n ")))
	}
	if got, want := fmt.Sprintf("%d %s", checked.Evaluation.Reply.Status, checked.Evaluation.Reply.Body), fmt.Sprintf("%d %s", want.Reply.Status, want.Reply.Body); got != want {
		all = append(all, fmt.Sprintf("the reply is\n %s\nand to the request\n %s", got, want))
	}
	return all
}

// ofTheService reports whether a rule is one of the service's, whoever asks it first.
func ofTheService(id string) bool {
	return strings.HasPrefix(id, "constraint-") || id == "wrong-type" || slices.ContainsFunc(rule.All, func(r *rule.Rule) bool { return r.ID == id })
}

// memberNamed finds a member's name in the words for a constraint.
var memberNamed = regexp.MustCompile(`^([\w-]+) (?:is|has|lacks|needs|does)\b|\bcannot be (?:a name )?in ([\w-]+)\.`)

var refusal = regexp.MustCompile(` [\w ]+ refuses it before it calls the service\.$`)

// inWordsOfRequest says what a problem's message or fix says in the words of a request in JSON: of another language, with
// the member's name there and who refuses it.
func inWordsOfRequest(said string, p Problem, kind string) string {
	if kind == "request" {
		return said
	}
	said = refusal.ReplaceAllString(said, "")
	if !strings.HasPrefix(p.Rule, "constraint-") && p.Rule != "wrong-type" {
		return said // a rule speaks of several members
	}
	said = regexp.MustCompile(`, and [\w ]+ needs it:`).ReplaceAllString(said, ", and the service needs it:")
	var member *contract.Member
	for s, steps := contract.Newest().Request, source.SplitPointer(p.Pointer); s != nil && len(steps) > 0; steps = steps[1:] {
		if s.Element != nil {
			s = s.Element
			continue
		}
		if member = s.Member(steps[0]); member == nil {
			return said
		}
		s = member.Shape
	}
	if member == nil {
		return said
	}
	called := language.Called(kind, member)
	if found := memberNamed.FindStringSubmatch(said); found != nil { // as the text has it, which may be another way to write it
		called = found[1] + found[2]
	}
	end := `\b`
	if strings.HasSuffix(called, "-") { // of an option that is not whole
		end = ""
	}
	return regexp.MustCompile(`(^|[^\w-])`+regexp.QuoteMeta(called)+end).ReplaceAllString(said, "${1}"+member.Name)
}

// withHands are the targets in whose languages fixes are written.
var withHands = []string{"cloudformation-yaml", "cloudformation-json", "terraform", "javascript", "cdk-typescript", "boto3", "paws", "aws-cli"}

// TestFixesInLanguages: each fix alone mends its problem in the language that it is written in,
// and the text stays one that can be read.
func TestFixesInLanguages(t *testing.T) {
	t.Parallel()
	made := map[string]int{}
	for i, text := range requests(t) {
		if len(text) > 20_000 {
			continue
		}
		for _, target := range withHands {
			if e, err := ExportAs(target, text, Options{}); err == nil && e.Text != "" {
				made[target] += fixesMend(t, fmt.Sprint(i, " as ", target), e.Text, Options{})
			}
		}
	}
	for target, n := range made {
		if n < 20 {
			t.Errorf("%s: %d fixes", target, n)
		}
	}
	t.Log(made)
}

// fixesMend applies each fix of a text that is no JSON, and counts them.
func fixesMend(t testing.TB, name, text string, o Options) (made int) {
	before := checkAny(t, text, o)
	if before.Language == "request" {
		return 0
	}
	count := func(c Checked, rule string) (n int) {
		for _, p := range c.Evaluation.Problems {
			if p.Rule == rule {
				n++
			}
		}
		return n
	}
	for _, p := range before.Evaluation.Problems {
		for _, fix := range p.Fixes {
			made++
			mended := apply(text, fix.Edits)
			after := checkAny(t, mended, o)
			// A member with its right name is looked into, and its own value at, as they were not before.
			renamed := names.Plain(strings.Trim(fix.Edits[0].Insert, `"':= -`))
			within := func(rule string, itself int) (n int) {
				for _, found := range after.Evaluation.Problems {
					steps := strings.Split(found.Pointer, "/")
					if found.Rule == rule && renamed != "" && slices.ContainsFunc(steps[:len(steps)-1+itself], func(step string) bool { return names.Plain(step) == renamed }) {
						n++
					}
				}
				return n
			}
			if after.Request == nil && before.Request != nil || after.Language != before.Language || count(after, p.Rule)-within(p.Rule, 0) >= count(before, p.Rule) {
				t.Errorf("%s: %q leaves %s:\n%s\n%+v", name, fix.Title, p.Rule, mended, after.Evaluation.Problems)
			}
			if want := fixedInJSON(before, p, fix, o); want != nil && after.Request != nil && len(before.Unknowns) == 0 {
				var got any
				if err := json.Unmarshal([]byte(*after.Request), &got); err != nil || !reflect.DeepEqual(settled(got), settled(want)) {
					t.Errorf("%s: %q makes\n%s\nand not %v:\n%s", name, fix.Title, *after.Request, want, mended)
				}
			}
			for _, rule := range []string{"syntax", "unknown-name", "unquoted-boolean"} {
				if count(after, rule)-within(rule, 1) > count(before, rule) {
					t.Errorf("%s: %q brings %s:\n%s", name, fix.Title, rule, mended)
				}
			}
		}
	}
	return made
}

// fixedInJSON is what the same fix makes of the request in JSON, nil where it has none.
func fixedInJSON(before Checked, p Problem, fix Fix, o Options) (fixed any) {
	if before.Request == nil {
		return nil
	}
	for _, same := range Evaluate(*before.Request, o).Problems {
		for _, there := range same.Fixes {
			if same.Rule == p.Rule && same.Pointer == p.Pointer && same.Message == inWordsOfRequest(p.Message, p, before.Language) && there.Title == inWordsOfRequest(fix.Title, p, before.Language) {
				_ = json.Unmarshal([]byte(apply(*before.Request, there.Edits)), &fixed)
				return fixed
			}
		}
	}
	return nil
}

// settled is a request without what a language alone decides: YAML gets a new element in front of the
// others, and Terraform sends no empty block.
func settled(v any) any {
	switch v := v.(type) {
	case []any:
		for _, c := range v {
			settled(c)
		}
		slices.SortFunc(v, func(a, b any) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	case map[string]any:
		for name, c := range v {
			if inner, ok := settled(c).(map[string]any); ok && len(inner) == 0 {
				delete(v, name)
			}
		}
	}
	return v
}

// TestToolFixes: what a tool refuses is written as the tool takes it, and no problem is left.
func TestToolFixes(t *testing.T) {
	for _, c := range []struct{ rule, before, after string }{
		{"no-list", "UsernameAttributes: email", "UsernameAttributes: [email]"},
		{"no-list", "AliasAttributes: \"email\" # one", "AliasAttributes: [\"email\"] # one"},
		{"unquoted-boolean", "MfaConfiguration: OFF", "MfaConfiguration: \"OFF\""},
		{"unquoted-boolean", "MfaConfiguration: off", "MfaConfiguration: \"OFF\""},
		{"unquoted-boolean", "UserPoolTags: { stage: on }", "UserPoolTags: { stage: \"on\" }"},
		{"no-list", "EnabledMfas: 'SMS_MFA'", "EnabledMfas: ['SMS_MFA']"},
	} {
		template := "Resources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: shop\n      "
		made := fixesOf(checkAny(t, template+c.before, Options{}), c.rule)
		if len(made) != 1 {
			t.Errorf("%s: the fixes are %+v", c.before, made)
			continue
		}
		mended := apply(template+c.before, made[0].Edits)
		if mended != template+c.after {
			t.Errorf("%s: %q writes\n%s", c.before, made[0].Title, mended)
		}
		for _, p := range checkAny(t, mended, Options{}).Evaluation.Problems {
			if p.Severity == "error" {
				t.Errorf("%s: %s is left: %s", c.after, p.Rule, p.Message)
			}
		}
	}
}

// TestBrokenText: next to a fault of the text's own language nothing is said to be missing, and
// nothing to be wrong for what is not there. What stands whole in another part is still checked.
func TestBrokenText(t *testing.T) {
	for text, want := range map[string]string{
		"account_recovery_setting {\n recovery_mechanism { name = \"verified_email\" priority = 1 }\n }":      "syntax",
		"schema {\n name = \"a\"\n attribute_data_type \"String\"\n }":                                        "syntax",
		"sms_configuration {\n external_id = \"a\"\n sns_caller_arn = \"arn:aws:iam::123456789012:role/a\n }": "syntax",
		"mfa_configuration = \"ON\"\n sms_configuration \"a\"\n":                                              "syntax",
		"schema {\n attribute_data_type = \"Text\"\n name = \"a\"\n x \"a\"\n }":                              "constraint-enum syntax",
	} {
		var got []string
		for _, p := range checkAny(t, "resource \"aws_cognito_user_pool\" \"p\" {\n name = \"p\"\n"+text+"\n}\n", Options{}).Evaluation.Problems {
			if p.Severity != "note" {
				got = append(got, p.Rule)
			}
		}
		if got := strings.Join(slices.Compact(got), " "); got != want {
			t.Errorf("%s\n gives %s, want %s", text, got, want)
		}
	}
	// What is being written is no wrong value yet.
	const golang = "package x\n\nfunc f() {\n\tc.CreateUserPool(ctx, &cip.CreateUserPoolInput{PoolName: aws.String(\"a\"), "
	for _, text := range []string{
		"client.send(new CreateUserPoolCommand({ PoolName: 'a', MfaConfiguration: 'O",
		"client.send(new CreateUserPoolCommand({ PoolName: 'a', Mfa",
		"client.send(new CreateUserPoolCommand({ PoolName: 'a', Policies: { PasswordPolicy: { \"Min",
		"var r = new CreateUserPoolRequest { PoolName = \"a\", AutoVerifiedAttributes = new List<string> { ",
		golang + "Policies: &types.UserPoolPolicyType{Pass",
		golang + "UserPoolTier: types.UserPoolTierType(\"ESS",
	} {
		for _, p := range checkAny(t, text, Options{}).Problems {
			if p.Severity != "note" && p.Rule != "syntax" {
				t.Errorf("%s\n gives %s %s", text, p.Rule, p.Message)
			}
		}
	}
}

// fixesOf are the fixes of a rule's problems.
func fixesOf(checked Checked, rule string) (made []Fix) {
	for _, p := range checked.Evaluation.Problems {
		if p.Rule == rule {
			made = append(made, p.Fixes...)
		}
	}
	return made
}

// TestConstructs holds what the CDK's UserPool is read as to what the CDK makes of it:
// testdata/constructs.json has the synthesised templates, which scripts/exports/constructs.mjs
// writes.
func TestConstructs(t *testing.T) {
	var cases []struct {
		Construct string
		Template  json.RawMessage
		Throws    string
	}
	if err := json.Unmarshal([]byte(read(t, "testdata", "constructs.json")), &cases); err != nil || len(cases) == 0 {
		t.Fatal("no constructs", err)
	}
	for _, c := range cases {
		program := checkAny(t, "import * as cognito from 'aws-cdk-lib/aws-cognito';\nnew cognito.UserPool(this, 'Pool', "+c.Construct+");\n", Options{})
		thrown := ""
		for _, p := range program.Evaluation.Problems {
			if p.Rule == "synthesis-fails" {
				thrown += strings.TrimPrefix(p.Message, "The CDK fails when it synthesises: ")
			}
		}
		if strings.TrimSuffix(thrown, ".") != strings.TrimSuffix(c.Throws, ".") {
			t.Errorf("%s: it throws %q and not %q", c.Construct, thrown, c.Throws)
		}
		if c.Throws != "" {
			continue
		}
		template := checkAny(t, string(c.Template), Options{})
		if program.Request == nil || template.Request == nil {
			t.Errorf("%s: no request", c.Construct)
			continue
		}
		var got, want map[string]any
		if err := errors.Join(json.Unmarshal([]byte(*program.Request), &got), json.Unmarshal([]byte(*template.Request), &want)); err != nil {
			t.Fatal(err)
		}
		unknown := func(c Checked) (all []string) {
			for _, u := range c.Unknowns {
				all = append(all, u.Pointer)
			}
			slices.Sort(all)
			return all
		}
		unsure := unknown(template)
		if slices.Contains(unknown(program), "/SmsConfiguration/ExternalId") { // made of the construct's path, which no text tells
			sms := want["SmsConfiguration"].(map[string]any)
			if delete(sms, "ExternalId"); len(sms) == 0 {
				delete(want, "SmsConfiguration")
			}
			unsure = append(unsure, "/SmsConfiguration/ExternalId")
			slices.Sort(unsure)
		}
		if !reflect.DeepEqual(got, want) || !slices.Equal(unknown(program), unsure) {
			t.Errorf("%s:\n got %v, unknown %q\nwant %v, unknown %q", c.Construct, got, unknown(program), want, unsure)
		}
	}
}

// Many pools of one name are told apart in time that grows with the text.
func TestManyPools(t *testing.T) {
	command := "aws cognito-idp create-user-pool --pool-name a\n"
	for name, text := range map[string]string{
		"calls":    strings.Repeat("await client.send(new CreateUserPoolCommand({ PoolName: 'a' }))\n", 5000),
		"blocks":   strings.Repeat("```\n"+command+"```\n", 5000),
		"notebook": `{"nbformat": 4, "cells": [` + strings.Repeat(`{"source": ["`+strings.TrimSpace(command)+`"]}, `, 1500) + `{"source": []}]}`,
	} {
		intime.Hold(t, text, 50*time.Millisecond, func() {
			checked := checkAny(t, text, Options{})
			if last := checked.Pools[len(checked.Pools)-1]; !strings.HasPrefix(last.ID, "a (") {
				t.Errorf("%s: the last of %d pools is %q", name, len(checked.Pools), last.ID)
			}
		})
	}
}

// TestPlaceOfText: a text that says where its pool stands is taken there by whoever asks, not
// by the engine: the reply is of where the options say.
func TestPlaceOfText(t *testing.T) {
	for text, want := range map[string][2]string{
		"aws cognito-idp create-user-pool --pool-name shop --region eu-west-1":                                             {"eu-west-1", ""},
		`{"UserPool": {"Id": "eu-west-1_AbCdEf123", "Name": "shop"}}`:                                                      {"eu-west-1", ""},
		`{"UserPool": {"Name": "shop", "Arn": "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123"}}`: {"eu-west-1", "111122223333"},
		`{"PoolName": "shop"}`: {},
	} {
		checked, imported := checkAny(t, text, Options{}), ImportText(text, readFor(t, text, Options{}), Options{})
		if got := [2]string{checked.Region, checked.AccountID}; got != want {
			t.Errorf("%s: checked in %q, want %q", text, got, want)
		}
		if got := [2]string{imported.Region, imported.AccountID}; got != want {
			t.Errorf("%s: imported from %q, want %q", text, got, want)
		}
		if !strings.Contains(checked.Evaluation.Reply.Body, "us-east-1") {
			t.Errorf("%s: the reply is of elsewhere: %s", text, checked.Evaluation.Reply.Body)
		}
	}
}

// TestUnknownInRules: what a rule says of a value that is not known yet names the value, and a value
// that is given is never nothing.
func TestUnknownInRules(t *testing.T) {
	cloudFormation := func(sms string) string {
		return "Resources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: shop\n      SmsConfiguration:\n        ExternalId: shop\n        " + sms
	}
	terraform := func(sms string) string {
		return "resource \"aws_cognito_user_pool\" \"pool\" {\n  name = \"shop\"\n  sms_configuration {\n    external_id = \"shop\"\n    " + sms + "\n  }\n}\n"
	}
	for _, c := range []struct{ text, region, rule, says string }{
		{cloudFormation("SnsCallerArn: !GetAtt Role.Arn"), "", "sms-without-sender", ""},
		{terraform("sns_caller_arn = aws_iam_role.sms.arn"), "", "sms-without-sender", ""},
		{"resource \"aws_cognito_user_pool\" \"p\" {\n  name = \"a\"\n  dynamic \"sms_configuration\" {\n    for_each = var.sms\n    content {\n      external_id    = \"x\"\n      sns_caller_arn = sms_configuration.value\n    }\n  }\n}\n", "", "sms-without-sender", ""},
		{terraform("sns_region = var.region"), "", "sms-without-sender", "names nothing to send with"},
		{cloudFormation("SnsRegion: !Ref AWS::Region"), "us-east-1", "sms-sns-region", ""},
		{cloudFormation("SnsRegion: !Sub \"${AWS::Region}\""), "us-east-1", "sms-sns-region", ""},
		{cloudFormation("SnsRegion: !Ref AWS::Region"), "ap-northeast-2", "sms-sns-region", "through ap-northeast-1 only, and SnsRegion is ap-northeast-2."},
		{cloudFormation("SnsRegion: !ImportValue Region"), "us-east-1", "sms-sns-region", "and SnsRegion is !ImportValue Region."},
		{terraform("sns_region = data.aws_region.current.name"), "us-east-1", "sms-sns-region", ""},
		{terraform("sns_region = var.region"), "us-east-1", "sms-sns-region", "and SnsRegion is var.region."},
		{"resource \"aws_cognito_user_pool\" \"pool\" {\n  name = \"shop\"\n  lambda_config {\n    dynamic \"custom_email_sender\" {\n      for_each = var.sender\n      content {\n        lambda_arn = custom_email_sender.value\n      }\n    }\n  }\n}\n", "",
			"lambda-custom-sender-needs-kms", "Depends on dynamic"},
		{"new cognito.UserPool(this, 'P', { userPoolName: 'p', customSenderKmsKey: key, lambdaTriggers: { customEmailSender: sender } });", "", "lambda-custom-sender-needs-kms", ""},
		{"{\"UserPoolName\": \"p\", \"SmsConfiguration\": {\"SnsCallerArn\": \"arn:aws:iam::123456789012:role/r\"}, \"AccountRecoverySetting\": {\"RecoveryMechanisms\": [{\"Name\": \"verified_email\", \"Priority\": 1}, {\"Name\": \"verified_phone_number\", \"Priority\": 2}]}}", "",
			"recovery-out-of-reach", "email and phone_number are not in AutoVerifiedAttributes"},
		{"{\"UserPoolName\": \"p\", \"AccountRecoverySetting\": {\"RecoveryMechanisms\": [{\"Name\": \"verified_phone_number\", \"Priority\": 1}, {\"Name\": \"verified_email\", \"Priority\": 2}]}}", "",
			"recovery-out-of-reach", "email is not in AutoVerifiedAttributes, and there is no SmsConfiguration"},
	} {
		var said []string
		// A text is read without the Region that is chosen later.
		for _, p := range Check(c.text, readFor(t, c.text, Options{}), Options{Region: c.region}).Problems {
			if p.Rule == c.rule {
				said = append(said, p.Message)
			}
		}
		if c.says == "" && len(said) > 0 || c.says != "" && (len(said) != 1 || !strings.Contains(said[0], c.says)) {
			t.Errorf("%s: %s says %q, not %q", c.text, c.rule, said, c.says)
		}
	}
}

// TestCertainFinding: what cannot be checked here is said of the values that the text tells, whatever becomes of
// the others.
func TestCertainFinding(t *testing.T) {
	const text = "resource \"aws_cognito_user_pool\" \"p\" {\n  name = \"p\"\n  sms_configuration {\n    external_id = \"x\"\n    sns_caller_arn = aws_iam_role.sms.arn\n  }\n" +
		"  lambda_config {\n    pre_sign_up = \"arn:aws:lambda:us-east-1:123456789012:function:gate\"\n  }\n}\n"
	for _, p := range checkAny(t, text, Options{}).Evaluation.Problems {
		if p.Rule == "not-checked-here" && p.Pointer == "/LambdaConfig/PreSignUp" && strings.HasPrefix(p.Message, "Cannot be checked here") {
			return
		}
	}
	t.Error("the function that is written out is not said to be unchecked")
}

// TestAttributesOfConstruct: what a construct says of an attribute in words that are not known here is unknown, and not false.
func TestAttributesOfConstruct(t *testing.T) {
	for _, c := range []struct{ attributes, want string }{
		{"email: { required: asked.email, mutable: false }", "/Schema/0/Required"},
		{"email: { required: true, mutable: asked.email }", "/Schema/0/Mutable"},
		{"email: ours", "/Schema/0/Mutable /Schema/0/Required"},
		{"email: {}", ""},
	} {
		got := checkAny(t, "import * as cognito from 'aws-cdk-lib/aws-cognito';\nnew cognito.UserPool(this, 'P', { userPoolName: 'p', standardAttributes: { "+c.attributes+" } });\n", Options{})
		var unknown []string
		for _, u := range got.Unknowns {
			unknown = append(unknown, u.Pointer)
		}
		if strings.Join(unknown, " ") != c.want {
			t.Errorf("%s: %v is unknown, not %s", c.attributes, unknown, c.want)
		}
	}
}

// TestClients: the app clients beside a pool come with what is known of their requests, as it is sent.
func TestClients(t *testing.T) {
	const yaml = "Resources:\n  P:\n    Type: AWS::Cognito::UserPool\n    Properties: {UserPoolName: a}\n  Q:\n    Type: AWS::Cognito::UserPool\n    Properties: {UserPoolName: b}\n" +
		"  Web:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      UserPoolId: !Ref P\n      GenerateSecret: 'true'\n      ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, !Ref X]\n" +
		"      AccessTokenValidity: \"30\"\n      TokenValidityUnits: {AccessToken: minutes}\n      CallbackURLs: [https://a]\n" +
		"  Other:\n    Type: AWS::Cognito::UserPoolClient\n    Properties: {UserPoolId: !Ref Q}\n"
	const hcl = "resource \"aws_cognito_user_pool\" \"p\" {\n name = \"a\"\n}\nresource \"aws_cognito_user_pool_client\" \"w\" {\n name = \"w\"\n user_pool_id = aws_cognito_user_pool.p.id\n" +
		" refresh_token_rotation {\n  feature = \"ENABLED\"\n  retry_grace_period_seconds = 10\n }\n}\n"
	const construct = "import { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito'\nconst pool = new UserPool(this, 'P', { selfSignUpEnabled: true })\n"
	for text, want := range map[string]string{
		"import boto3\nc = boto3.client('cognito-idp')\np = c.create_user_pool(PoolName='a')\nc.create_user_pool_client(UserPoolId=p['UserPool']['Id'], ClientName='w', GenerateSecret=True, ExplicitAuthFlows=['ALLOW_USER_PASSWORD_AUTH'])\n":                                                               `w {"ClientName":"w","GenerateSecret":true,"ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH"]}`,
		"await client.send(new CreateUserPoolCommand({ PoolName: 'a' }))\nconst made = await client.send(new CreateUserPoolClientCommand({ UserPoolId: id, ClientName: 'w', ExplicitAuthFlows: [ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH] }))\n":                                                             `w {"ClientName":"w","ExplicitAuthFlows":["ALLOW_USER_SRP_AUTH"]}`,
		"aws cognito-idp create-user-pool --pool-name a\naws cognito-idp create-user-pool-client --user-pool-id \"$ID\" --client-name w --no-generate-secret --explicit-auth-flows ALLOW_USER_SRP_AUTH ALLOW_REFRESH_TOKEN_AUTH --access-token-validity 30 --token-validity-units AccessToken=minutes\n":      `w {"ClientName":"w","GenerateSecret":false,"ExplicitAuthFlows":["ALLOW_USER_SRP_AUTH","ALLOW_REFRESH_TOKEN_AUTH"],"AccessTokenValidity":30,"TokenValidityUnits":{"AccessToken":"minutes"}}`,
		"pool, _ := c.CreateUserPool(ctx, &cip.CreateUserPoolInput{PoolName: aws.String(\"a\")})\n_, err := c.CreateUserPoolClient(ctx, &cip.CreateUserPoolClientInput{ClientName: aws.String(\"w\"), ExplicitAuthFlows: []types.ExplicitAuthFlowsType{types.ExplicitAuthFlowsTypeAllowUserPasswordAuth}})\n": `w {"ClientName":"w","ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH"]}`,
		"client.createUserPool(CreateUserPoolRequest.builder().poolName(\"a\").build());\nclient.createUserPoolClient(CreateUserPoolClientRequest.builder().clientName(\"w\").explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH, ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH).build());\n":  `w {"ClientName":"w","ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH","ALLOW_REFRESH_TOKEN_AUTH"]}`,
		construct + "pool.addClient('app', { authFlows: { userPassword: true, userSrp: false }, accessTokenValidity: Duration.minutes(30), preventUserExistenceErrors: true, generateSecret: true })\n":                                                                                                       `app {"ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH","ALLOW_REFRESH_TOKEN_AUTH"],"AccessTokenValidity":30,"PreventUserExistenceErrors":"ENABLED","GenerateSecret":true,"TokenValidityUnits":{"AccessToken":"minutes"}}`,
		construct + "const other = new UserPool(this, 'Q', {})\nconst web = new UserPoolClient(this, 'Web', { userPool: other })\nconst app = new UserPoolClient(this, 'App', { userPool: pool, userPoolClientName: 'x' })\n":                                                                                 `App {"ClientName":"x"}`,
		"from aws_cdk import aws_cognito as cognito\npool = cognito.UserPool(self, \"P\", self_sign_up_enabled=True)\npool.add_client(\"app\", auth_flows=cognito.AuthFlow(user_srp=True), id_token_validity=Duration.hours(1))\n":                                                                            `app {"ExplicitAuthFlows":["ALLOW_USER_SRP_AUTH","ALLOW_REFRESH_TOKEN_AUTH"],"IdTokenValidity":60,"TokenValidityUnits":{"IdToken":"minutes"}}`,
		yaml: `Web {"GenerateSecret":true,"ExplicitAuthFlows":["ALLOW_USER_SRP_AUTH"],"AccessTokenValidity":30,"TokenValidityUnits":{"AccessToken":"minutes"}}`,
		hcl:  `w {"ClientName":"w","RefreshTokenRotation":{"Feature":"ENABLED","RetryGracePeriodSeconds":10}}`,
	} {
		var got []string
		for _, c := range checkAny(t, text, Options{}).Clients {
			got = append(got, c.ID+" "+gjson.Get(c.Request, "@ugly").Raw)
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s\n has %q, want %s", text, got, want)
		}
	}
}

// gist is what became of a text in a line: its language, its request, and behind ? the pointers of what is not
// known, behind ! the rules of the errors and warnings.
func gist(c Checked) string {
	var b strings.Builder
	b.WriteString(c.Language)
	if c.Request == nil {
		b.WriteString(" none")
	} else {
		b.WriteString(" " + gjson.Get(*c.Request, "@ugly").Raw)
	}
	for _, u := range c.Unknowns {
		b.WriteString(" ?" + u.Pointer)
	}
	for _, p := range c.Problems {
		if p.Severity == "error" || p.Severity == "warning" {
			b.WriteString(" !" + p.Rule)
		}
	}
	return b.String()
}

// TestPrograms holds what is read of programs: what they set step by step, what they set in some cases alone, and
// what only looks like a call.
func TestPrograms(t *testing.T) {
	const golang = "package main\n\nimport \"github.com/aws/aws-sdk-go/service/cognitoidentityprovider\"\n\nfunc f() {\n"
	for _, c := range []struct{ text, want string }{
		// Python.
		{"pool = library.create_user_pool({'PoolName': 'a', 'MfaConfiguration': 'OFF'})\nclient = library.other({'Id': 'x'})\n", `boto3 {"PoolName":"a","MfaConfiguration":"OFF"}`},
		{"pool = library.create_user_pool(settings)\nname = {\"PoolName\": \"a\"}[\"PoolName\"]\n", "boto3 none"},
		{"12:00:01,5 botocore [DEBUG] body: b'{\"PoolName\": \"a\"}'", "boto3 none"},
		{"stubber.add_response(\"create_user_pool\", {\"UserPool\": {}}, {\"PoolName\": \"a\"})\n", "boto3 none"},
		{"user = await fixtures.create_user_pool()\n", "boto3 none"},
		{"self.idp_client.create_user_pool()\n", "boto3 {} !constraint-required"},
		{"pools = boto3.client('cognito-idp')\npools.create_user_pool()\n", "boto3 {} !constraint-required"},
		{"base = dict(PoolName='a')\nclient.create_user_pool(**dict(base, MfaConfiguration='OFF'))\n", `boto3 {"PoolName":"a","MfaConfiguration":"OFF"}`},
		{"args = {'PoolName': 'a', 'MfaConfiguration': 'ON', 'UserPoolTier': 'LITE'}\ndel args['MfaConfiguration']\nif plus:\n    del args['UserPoolTier']\nclient.create_user_pool(**args)\n", `boto3 {"PoolName":"a"} ?/UserPoolTier`},
		{"args = {'PoolName': 'a'}\nif strict: args['MfaConfiguration'] = 'ON'\nclient.create_user_pool(**args)\n", `boto3 {"PoolName":"a"} ?/MfaConfiguration`},
		{"p = {'PoolName': 'a', 'Policies': {'PasswordPolicy': {'MinimumLength': 5}}}\np['Policies']['PasswordPolicy']['RequireNumbers'] = True\nclient.create_user_pool(**p)\n", `boto3 {"PoolName":"a","Policies":{"PasswordPolicy":{"MinimumLength":5,"RequireNumbers":true}}} !password-policy-in-part !constraint-minimum`},
		{"p = {'PoolName': 'a', 'LambdaConfig': {}}\nif hook:\n    p['LambdaConfig']['PreSignUp'] = arn\np['Policies']['PasswordPolicy'] = {}\nclient.create_user_pool(**p)\n", `boto3 {"PoolName":"a"} ?/Policies ?/LambdaConfig/PreSignUp`},
		{"p = {'PoolName': 'a', 'Policies': {'PasswordPolicy': {}}}\np['Policies'][kind]['MinimumLength'] = 8\nclient.create_user_pool(**p)\n", `boto3 {"PoolName":"a"} ?/Policies`},
		{"p = {'PoolName': 'a', 'Schema': [], 'UserPoolTags': {}}\np['Schema'].append({'Name': 'x', 'AttributeDataType': 'String'})\np['UserPoolTags'].update({'a': 'b'})\nclient.create_user_pool(**p)\n", `boto3 {"PoolName":"a","UserPoolTags":{"a":"b"},"Schema":[{"Name":"x","AttributeDataType":"String"}]}`},
		{"p = {'PoolName': 'a', 'Schema': []}\nfor n in names:\n    p['Schema'].append({'Name': n, 'AttributeDataType': 'String'})\nclient.create_user_pool(**p)\n", `boto3 {"PoolName":"a"} ?/Schema`},
		{"schema, attrs = [], 1\nschema = []\nschema.append({'Name': 'x', 'AttributeDataType': 'String'})\nnames = ['email']\nif phone:\n    names.append('phone_number')\nclient.create_user_pool(PoolName='a', Schema=schema, AutoVerifiedAttributes=names)\n", `boto3 {"PoolName":"a","Schema":[{"Name":"x","AttributeDataType":"String"}]} ?/AutoVerifiedAttributes`},
		{"p = {'PoolName': 'a'}\ndef strict():\n    p['MfaConfiguration'] = 'ON'\ndef make():\n    p['UserPoolTier'] = 'LITE'\n    client.create_user_pool(**p)\n", `boto3 {"PoolName":"a","UserPoolTier":"LITE"} ?/MfaConfiguration`},
		{"p = {'PoolName': 'a', 'Schema': []}\np['Schema'] += more\nclient.create_user_pool(**p)\n", `boto3 {"PoolName":"a"} ?/Schema`},
		{"args = {'PoolName': 'a'}\nfor k in list(args):\n    del args[k]\nclient.create_user_pool(**args)\n", `boto3 {} ?`},
		// JavaScript.
		{"const p = { PoolName: 'a' };\nif (prod) p.MfaConfiguration = 'ON';\nif (a) { log(a); } p.UserPoolTier = 'LITE';\nclient.send(new CreateUserPoolCommand(p));\n", `javascript {"PoolName":"a","UserPoolTier":"LITE"} ?/MfaConfiguration`},
		{"client.send(new CreateUserPoolCommand({ PoolName: 'a', AdminCreateUserConfig: { InviteMessageTemplate: { EmailMessage: `${hello} {username}: {####}` } } }));\n", `javascript {"PoolName":"a"} ?/AdminCreateUserConfig/InviteMessageTemplate/EmailMessage`},
		{"client.createUserPool(CreateUserPoolRequest.builder().poolName(\"a\").usernameConfiguration(c -> c.caseSensitive(Boolean.FALSE)).build());\n", `java {"PoolName":"a","UsernameConfiguration":{"CaseSensitive":false}}`},
		{"import \"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/cognito\"\nfunc f() {\n\tp, err := awscognito.NewUserPool(ctx, \"a\", &awscognito.UserPoolArgs{Name: pulumi.String(\"a\"), UserPoolTier: pulumi.String(\"LITE\")})\n}\n", `pulumi {"PoolName":"a","UserPoolTier":"LITE"}`},
		{"const p = { PoolName: 'a' };\nprod && (p.MfaConfiguration = 'ON');\nif (b) { p.UserPoolTier = 'LITE' } else p.UserPoolTier = 'PLUS';\nclient.send(new CreateUserPoolCommand(p));\n", `javascript {"PoolName":"a"} ?/MfaConfiguration ?/UserPoolTier`},
		{"const p = { PoolName: 'a', MfaConfiguration: 'ON' };\ndelete p.MfaConfiguration;\nclient.send(new CreateUserPoolCommand(p));\n", `javascript {"PoolName":"a"}`},
		{"const b = { PoolName: 'a' };\nclient.send(new CreateUserPoolCommand(Object.assign({}, b, { MfaConfiguration: 'OFF' })));\n", `javascript {"PoolName":"a","MfaConfiguration":"OFF"}`},
		{"const b = { PoolName: 'a' };\nObject.assign(b, { MfaConfiguration: 'OFF' });\nclient.send(new CreateUserPoolCommand(b));\n", `javascript {"PoolName":"a","MfaConfiguration":"OFF"}`},
		{"const p = { PoolName: 'a', Policies: { PasswordPolicy: { MinimumLength: 8 } }, Schema: [] };\np.Policies!.PasswordPolicy!.RequireNumbers = true;\np.Policies['PasswordPolicy']['RequireSymbols'] = false;\np.Schema.push({ Name: 'x', AttributeDataType: 'String' });\nclient.send(new CreateUserPoolCommand(p));\n", `javascript {"PoolName":"a","Policies":{"PasswordPolicy":{"MinimumLength":8,"RequireNumbers":true,"RequireSymbols":false}},"Schema":[{"Name":"x","AttributeDataType":"String"}]} !password-policy-in-part`},
		{"const p = { PoolName: 'a', Schema: [] };\nnames.forEach((name) => {\n  p.Schema.push({ Name: name });\n  p.MfaConfiguration = 'ON';\n});\nnames.forEach(n => p.UserPoolTier = n);\nclient.send(new CreateUserPoolCommand(p));\n", `javascript {"PoolName":"a"} ?/MfaConfiguration ?/Schema ?/UserPoolTier`},
		{"const schema = [];\nschema.push({ Name: 'x', AttributeDataType: 'String' });\nconst attrs = [];\nnames.forEach((n) => attrs.push(n));\nclient.send(new CreateUserPoolCommand({ PoolName: 'a', Schema: schema, AliasAttributes: attrs }));\n", `javascript {"PoolName":"a","Schema":[{"Name":"x","AttributeDataType":"String"}]} ?/AliasAttributes`},
		{"const p = { PoolName: 'a' };\nexport const handler = async () => {\n  p.MfaConfiguration = 'OFF';\n  return client.send(new CreateUserPoolCommand(p));\n};\n", `javascript {"PoolName":"a","MfaConfiguration":"OFF"}`},
		{"const p = { PoolName: 'a', ...base };\np.Policies.PasswordPolicy = { MinimumLength: 8 };\nclient.send(new CreateUserPoolCommand(p));\n", `javascript {"PoolName":"a"} ?/Policies ?`},
		{"const p = { PoolName: 'a' };\np[key] = value;\nclient.send(new CreateUserPoolCommand(p));\n", `javascript {} ?`},
		{"const p = { PoolName: 'a' };\ndelete p[key];\nclient.send(new CreateUserPoolCommand(p));\n", `javascript {} ?`},
		// Java, Kotlin and Rust: builders.
		{"Map<String, String> tags = new HashMap<>();\ntags.put(\"x\", \"y\");\ntags.put(key, \"z\");\nvar r = CreateUserPoolRequest.builder().poolName(\"a\").userPoolTags(tags).build();\n", `java {"PoolName":"a"} ?/UserPoolTags`},
		{"Map<String, String> tags = new HashMap<>();\ntags.put(\"x\", \"y\");\nif (b) {\n  tags.put(\"v\", \"w\");\n}\nvar r = CreateUserPoolRequest.builder().poolName(\"a\").userPoolTags(tags).build();\n", `java {"PoolName":"a","UserPoolTags":{"x":"y"}} ?/UserPoolTags/v`},
		{"List<UsernameAttributeType> names = new ArrayList<>();\nnames.add(UsernameAttributeType.EMAIL);\nvar r = CreateUserPoolRequest.builder().poolName(\"a\").usernameAttributes(names).autoVerifiedAttributesWithStrings(\"email\").build();\n", `java {"PoolName":"a","AutoVerifiedAttributes":["email"],"UsernameAttributes":["email"]}`},
		{"var b = CreateUserPoolRequest.builder();\nb.poolName(\"a\").mfaConfiguration(\"OFF\");\nlog(b.toString());\nclient.createUserPool(b.build());\n", `java {"PoolName":"a","MfaConfiguration":"OFF"}`},
		{"var made = client.createUserPool(b -> b.poolName(\"a\").userPoolTags(tags()));\n", `java {"PoolName":"a"} ?/UserPoolTags`},
		{"client.createUserPool(b -> {\n  b.poolName(\"a\");\n  b.mfaConfiguration(\"OFF\");\n});\n", `java {"PoolName":"a","MfaConfiguration":"OFF"}`},
		{"CreateUserPoolRequest.Builder b = CreateUserPoolRequest.builder().poolName(\"a\");\nb.mfaConfiguration(\"OFF\");\nif (x) b.userPoolTier(\"LITE\");\nclient.createUserPool(b.build());\n", `java {"PoolName":"a","MfaConfiguration":"OFF"} ?/UserPoolTier`},
		{"CfnUserPool.Builder b = CfnUserPool.Builder.create(this, \"P\").userPoolName(\"a\");\nb.mfaConfiguration(\"OFF\");\nif (keep) b.deletionProtection(\"ACTIVE\");\nb.build();\n", `cdk {"PoolName":"a","MfaConfiguration":"OFF"} ?/DeletionProtection`},
		{"val r = CreateUserPoolRequest.builder().poolName(\"a\").apply { mfaConfiguration(\"OFF\") }.build()\n", `java {"PoolName":"a","MfaConfiguration":"OFF"}`},
		{"let mut r = client.create_user_pool().pool_name(\"a\");\nr = r.mfa_configuration(UserPoolMfaType::Off);\nif x { r = r.user_pool_tier(UserPoolTierType::Lite); }\nr.send().await?;\n", `rust {"PoolName":"a","MfaConfiguration":"OFF"} ?/UserPoolTier`},
		{"const T: &str = r#\"{\n  \"Resources\": { \"P\": { \"Type\": \"AWS::Cognito::UserPool\", \"Properties\": { \"UserPoolName\": \"a\" } } }\n}\"#;\n", `cloudformation {"PoolName":"a"}`},
		// Go.
		{golang + "\tin := &cognitoidentityprovider.CreateUserPoolInput{}\n\tin.SetPoolName(\"a\")\n\tsvc.CreateUserPool(in)\n}\n", `go {"PoolName":"a"}`},
		{golang + "\tsvc.CreateUserPool((&cognitoidentityprovider.CreateUserPoolInput{}).SetPoolName(\"a\").SetMfaConfiguration(\"OFF\"))\n}\n", `go {"PoolName":"a","MfaConfiguration":"OFF"}`},
		{golang + "\tvar in cognitoidentityprovider.CreateUserPoolInput\n\tin.PoolName = aws.String(\"a\")\n\tsvc.CreateUserPool(ctx, &in)\n}\n", `go {"PoolName":"a"}`},
		{golang + "\tin := new(cognitoidentityprovider.CreateUserPoolInput)\n\tin.PoolName = aws.String(\"a\")\n\tsvc.CreateUserPool(ctx, in)\n}\n", `go {"PoolName":"a"}`},
		{"\t{\"AWS::S3::Bucket\", `{\"Type\": \"AWS::S3::Bucket\"}`},\n\t{\"AWS::Cognito::UserPool\", `{\"Type\": \"AWS::Cognito::UserPool\", \"Properties\": {\"UserPoolName\": \"a\"}}`},\n", `cloudformation {"PoolName":"a"}`},
		{golang + "\tin := &cognitoidentityprovider.CreateUserPoolInput{PoolName: aws.String(\"a\"), Policies: &types.UserPoolPolicyType{PasswordPolicy: &types.PasswordPolicyType{}}}\n\tin.Policies.PasswordPolicy.MinimumLength = aws.Int32(5)\n\tin.Schema = append(in.Schema, types.SchemaAttributeType{Name: aws.String(\"x\"), AttributeDataType: \"String\"})\n\tsvc.CreateUserPool(ctx, in)\n}\n",
			`go {"PoolName":"a","Policies":{"PasswordPolicy":{"MinimumLength":5}},"Schema":[{"Name":"x","AttributeDataType":"String"}]} !password-policy-in-part !constraint-minimum`},
		{golang + "\tvar schema []types.SchemaAttributeType\n\tschema = append(schema, types.SchemaAttributeType{Name: aws.String(\"x\"), AttributeDataType: \"String\"})\n\tnames := []string{\"email\"}\n\tfor _, n := range more {\n\t\tnames = append(names, n)\n\t}\n\tsvc.CreateUserPool(ctx, &cognitoidentityprovider.CreateUserPoolInput{PoolName: aws.String(\"a\"), Schema: schema, AliasAttributes: names})\n}\n", `go {"PoolName":"a","Schema":[{"Name":"x","AttributeDataType":"String"}]} ?/AliasAttributes`},
		// What a program imports under another name.
		{"import { CreateUserPoolCommand as Make, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';\nconst made = await client.send(new Make({ PoolName: 'a', MfaConfiguration: 'OFF' }));\n", `javascript {"PoolName":"a","MfaConfiguration":"OFF"}`},
		{"const { CreateUserPoolCommand: Make } = require('@aws-sdk/client-cognito-identity-provider');\nrun(async () => {\n  await client.send(new Make({ PoolName: 'a' }));\n});\n", `javascript {"PoolName":"a"}`},
		{"import { CfnUserPool as Pool } from 'aws-cdk-lib/aws-cognito';\nconst p = new Pool(this, 'P', { userPoolName: 'a' });\np.mfaConfiguration = 'OFF';\n", `cdk {"PoolName":"a","MfaConfiguration":"OFF"}`},
		{"from aws_cdk.aws_cognito import (\n    CfnUserPool as Pool,\n)\npool = Pool(self, 'P', user_pool_name='a')\n", `cdk {"PoolName":"a"}`},
		{"from boto3 import client as c\nidp = c('cognito-idp')\nidp.create_user_pool(PoolName='a', MfaConfiguration='OFF')\n", `boto3 {"PoolName":"a","MfaConfiguration":"OFF"}`},
		// What a function makes of a request before it is sent is not known.
		{"await client.createUserPool(buildRequest({ PoolName: 'a', MfaConfiguration: 'OFF' }));\n", `javascript {"PoolName":"a","MfaConfiguration":"OFF"} ?`},
		{"const base = { PoolName: 'a' };\nconst input = withDefaults(base, { region: 'x' });\nawait client.send(new CreateUserPoolCommand(input));\n", `javascript {"PoolName":"a"} ?`},
		{"await client.send(new CreateUserPoolCommand(structuredClone({ PoolName: 'a' })));\n", `javascript {"PoolName":"a"}`},
		{"await client.send(new CreateUserPoolCommand(toInput({ poolName: 'a', mfa: true })));\n", `javascript {} ?`},
		{"await store.createUserPool(makePool({ id: 'a', name: 'b' }));\n", `javascript none`},
		{"<?php\n$client->createUserPool($this->build(['PoolName' => 'a', 'MfaConfiguration' => 'OFF']));\n", `php {"PoolName":"a","MfaConfiguration":"OFF"} ?`},
		{"<?php\n$client->createUserPool(array_filter(['PoolName' => 'a', 'MfaConfiguration' => null, 'UserPoolTier' => '', 'DeletionProtection' => $x]));\n", `php {"PoolName":"a"} ?/DeletionProtection`},
		{golang + "\tsvc.CreateUserPool(ctx, tagged(&cognitoidentityprovider.CreateUserPoolInput{PoolName: aws.String(\"a\"), MfaConfiguration: \"OFF\"}))\n}\n", `go {"PoolName":"a","MfaConfiguration":"OFF"} ?`},
		{"var request = CreateUserPoolRequest.builder().poolName(\"a\").build();\nclient.createUserPool(tagged(request));\n", `java {"PoolName":"a"} ?`},
		{"await client.CreateUserPoolAsync(Tagged(new CreateUserPoolRequest { PoolName = \"a\", MfaConfiguration = \"OFF\" }), token);\n", `csharp {"PoolName":"a","MfaConfiguration":"OFF"} ?`},
		{"client.create_user_pool(build(pool_name: 'a', mfa_configuration: 'OFF'))\n", `ruby {"PoolName":"a","MfaConfiguration":"OFF"} ?`},
		// What a function is called with takes the place of a parameter's default.
		{"const make = async (name = 'x', mfa = 'OFF') => {\n  await client.send(new CreateUserPoolCommand({ PoolName: name, MfaConfiguration: mfa }));\n};\n// make('y', 'ON')\nawait make('a', undefined);\n", `javascript {"PoolName":"a","MfaConfiguration":"OFF"}`},
		{"function make({ name = 'x', tier = 'LITE' } = {}) {\n  return client.send(new CreateUserPoolCommand({ PoolName: name, UserPoolTier: tier }));\n}\nmake({ name: 'a' });\nother.make({ tier: 'PLUS' });\n", `javascript {"PoolName":"a","UserPoolTier":"LITE"}`},
		{"function make(name = 'x', tier = 'LITE') {\n  return client.send(new CreateUserPoolCommand({ PoolName: name, UserPoolTier: tier }));\n}\nmake('a', 'LITE');\nmake('b', 'LITE');\n", `javascript {"UserPoolTier":"LITE"} ?/PoolName`},
		{"function make(name = 'x') { return client.send(new CreateUserPoolCommand({ PoolName: name })); }\nmake(...words);\n", `javascript {} ?/PoolName`},
		{"class Pools {\n  make(name = 'x') { return this.client.send(new CreateUserPoolCommand({ PoolName: name })); }\n}\nmake('b');\n", `javascript {"PoolName":"x"}`},
		{"class Pools {\n  make(name = 'x') { return this.client.send(new CreateUserPoolCommand({ PoolName: name })); }\n  all() { return this.make('a'); }\n}\n", `javascript {"PoolName":"a"}`},
		{"class Pools {\n  make(name = 'x') { return this.client.send(new CreateUserPoolCommand({ PoolName: name })); }\n}\nother.make('a');\n", `javascript {} ?/PoolName`},
		{"export class MyStack extends Stack {\n  constructor(scope: Construct, id: string, props: StackProps = {}, name = 'x') {\n    super(scope, id, props);\n    new cognito.CfnUserPool(this, 'P', { userPoolName: name });\n  }\n}\nnew MyStack(app, 'S', {}, 'a');\n", `cdk {"PoolName":"a"}`},
		{"def make(name='x', mfa: str = 'OFF', tier='LITE'):\n    \"\"\"make('y', 'ON')\"\"\"\n    client.create_user_pool(PoolName=name, MfaConfiguration=mfa, UserPoolTier=tier)\nmake('a', tier=x)\n", `boto3 {"PoolName":"a","MfaConfiguration":"OFF"} ?/UserPoolTier`},
		{"def make(name='x'):\n    client.create_user_pool(PoolName=name)\ndef main(**kwargs):\n    make(**kwargs)\n", `boto3 {} ?/PoolName`},
		{"public async Task Make(string name = \"x\", string mfa = \"OFF\") {\n  await client.CreateUserPoolAsync(new CreateUserPoolRequest { PoolName = name, MfaConfiguration = mfa });\n}\nawait Make(name: \"a\");\n", `csharp {"PoolName":"a","MfaConfiguration":"OFF"}`},
		{"private fun make(name: String = \"x\", tier: String = \"LITE\") {\n    client.createUserPool(CreateUserPoolRequest { poolName = name; userPoolTier = UserPoolTierType.fromValue(tier) })\n}\nfun main() = make(name = \"a\")\n", `kotlin {"PoolName":"a","UserPoolTier":"LITE"}`},
		{"<?php\nfunction make($client, $name = 'x', $tier = 'LITE') {\n  return $client->createUserPool(['PoolName' => $name, 'UserPoolTier' => $tier]);\n}\nmake($client, 'a');\n", `php {"PoolName":"a","UserPoolTier":"LITE"}`},
		// What is negated, made of another type, and put into a text.
		{"const strict = true;\nclient.send(new CreateUserPoolCommand({ PoolName: 'a' as string | undefined, UsernameConfiguration: { CaseSensitive: !strict }, AdminCreateUserConfig: { AllowAdminCreateUserOnly: !!strict }, DeletionProtection: <any>'ACTIVE', UsernameAttributes: ['email'] as const }));\n", `javascript {"PoolName":"a","DeletionProtection":"ACTIVE","UsernameAttributes":["email"],"AdminCreateUserConfig":{"AllowAdminCreateUserOnly":true},"UsernameConfiguration":{"CaseSensitive":false}}`},
		{"client.send(new CreateUserPoolCommand({ PoolName: String(name), UsernameConfiguration: { CaseSensitive: !strict }, AdminCreateUserConfig: { AllowAdminCreateUserOnly: !1 }, DeletionProtection: (String)('ACTIVE') }));\n", `javascript {"AdminCreateUserConfig":{"AllowAdminCreateUserOnly":false}} ?/PoolName ?/DeletionProtection ?/UsernameConfiguration/CaseSensitive`},
		{"<?php\n$strict = true;\n$client->createUserPool(['PoolName' => (string) 'a', 'Policies' => ['PasswordPolicy' => ['MinimumLength' => (int) '8', 'RequireNumbers' => !$strict, 'RequireSymbols' => (bool) $x]], 'AliasAttributes' => (array) 'email', 'UserPoolTags' => ['a' => sprintf('%s-%d', 'x', 2), 'b' => sprintf('%s', true)]]);\n", `php {"PoolName":"a","Policies":{"PasswordPolicy":{"MinimumLength":8,"RequireNumbers":false}},"AliasAttributes":["email"],"UserPoolTags":{"a":"x-2"}} ?/Policies/PasswordPolicy/RequireSymbols ?/UserPoolTags/b !password-policy-in-part !sign-in-attribute-not-verified`},
		{"client.createUserPool(CreateUserPoolRequest.builder().poolName((String) \"a\").usernameConfiguration(u -> u.caseSensitive(!true)).emailVerificationSubject(String.format(\"%s %d\", \"x\", 1)).build());\n", `java {"PoolName":"a","EmailVerificationSubject":"x 1","UsernameConfiguration":{"CaseSensitive":false}}`},
		{"await client.CreateUserPoolAsync(new CreateUserPoolRequest { PoolName = (string)\"a\", UsernameConfiguration = new UsernameConfigurationType { CaseSensitive = !loose }, UserPoolTags = new Dictionary<string, string> { [\"a\"] = string.Format(\"{0}-x\", \"y\") } });\n", `csharp {"PoolName":"a","UserPoolTags":{"a":"y-x"}} ?/UsernameConfiguration/CaseSensitive`},
		{golang + "\ton := true\n\tsvc.CreateUserPool(ctx, &cognitoidentityprovider.CreateUserPoolInput{PoolName: aws.String(fmt.Sprintf(\"a-%s\", \"b\")), MfaConfiguration: types.UserPoolMfaType(string(\"OFF\")), EmailVerificationSubject: aws.String(fmt.Sprintf(\"%s%d\", \"x\", \"y\")), SmsAuthenticationMessage: aws.String(fmt.Sprintf(\"%s {####}\", name)), AdminCreateUserConfig: &types.AdminCreateUserConfigType{AllowAdminCreateUserOnly: !on}, Policies: &types.UserPoolPolicyType{PasswordPolicy: &types.PasswordPolicyType{MinimumLength: aws.Int32(int32(8))}}})\n}\n", `go {"PoolName":"a-b","Policies":{"PasswordPolicy":{"MinimumLength":8}},"MfaConfiguration":"OFF","AdminCreateUserConfig":{"AllowAdminCreateUserOnly":false}} ?/EmailVerificationSubject ?/SmsAuthenticationMessage !password-policy-in-part`},
		{"strict = True\nclient.create_user_pool(PoolName=cast(str, 'a'), UsernameConfiguration={'CaseSensitive': not strict}, AdminCreateUserConfig={'AllowAdminCreateUserOnly': not strict and loose}, Policies={'PasswordPolicy': {'MinimumLength': int('8'), 'RequireNumbers': bool(x)}})\n", `boto3 {"PoolName":"a","Policies":{"PasswordPolicy":{"MinimumLength":8}},"UsernameConfiguration":{"CaseSensitive":false}} ?/Policies/PasswordPolicy/RequireNumbers ?/AdminCreateUserConfig/AllowAdminCreateUserOnly !password-policy-in-part`},
		{"strict = true\nclient.create_user_pool(pool_name: 'a'.freeze, username_configuration: { case_sensitive: !strict }, policies: { password_policy: { minimum_length: Integer('8') } })\n", `ruby {"PoolName":"a","Policies":{"PasswordPolicy":{"MinimumLength":8}},"UsernameConfiguration":{"CaseSensitive":false}} !password-policy-in-part`},
		{"client.createUserPool(CreateUserPoolRequest {\n    poolName = \"a\"\n    userPoolTags = mapOf(\"a\" to \"b\".toString())\n})\n", `kotlin {"PoolName":"a","UserPoolTags":{"a":"b"}}`},
		{"client.createUserPool(CreateUserPoolRequest {\n    poolName = \"a\"\n    userPoolTags = mapOf(\"a\" to \"b\".padEnd(3))\n})\n", `kotlin {"PoolName":"a"} ?/UserPoolTags`},
		// Ruby and PHP.
		{"args = { pool_name: 'a', schema: [] }\nnames.each do |n|\n  args[:schema].push({ name: n })\n  args[:user_pool_tier] = 'LITE'\nend\nclient.create_user_pool(args)\n", `ruby {"PoolName":"a"} ?/Schema ?/UserPoolTier`},
		{"args = { pool_name: 'a', lambda_config: {} }\nargs[:lambda_config][:pre_sign_up] = arn\nclient.create_user_pool(args)\n", `ruby {"PoolName":"a"} ?/LambdaConfig/PreSignUp`},
		{"<?php\n$args = ['PoolName' => 'a'];\n$args['Policies']['PasswordPolicy']['MinimumLength'] = 5;\n$client->createUserPool($args);\n", `php {"PoolName":"a","Policies":{"PasswordPolicy":{"MinimumLength":5}}} !password-policy-in-part !constraint-minimum`},
		{"args = { pool_name: 'a' }\nargs[:mfa_configuration] = 'OFF'\nargs[:user_pool_tier] ||= 'LITE'\nclient.create_user_pool(args)\n", `ruby {"PoolName":"a","MfaConfiguration":"OFF"} ?/UserPoolTier`},
		{"args = { pool_name: 'a', mfa_configuration: 'ON' }\nargs.delete(:mfa_configuration)\nargs.merge!(user_pool_tier: 'LITE')\nclient.create_user_pool(args)\n", `ruby {"PoolName":"a","UserPoolTier":"LITE"}`},
		{"base = { pool_name: 'a' }\nclient.create_user_pool(base.merge(mfa_configuration: 'OFF'))\n", `ruby {"PoolName":"a","MfaConfiguration":"OFF"}`},
		{"<?php\n$args = ['PoolName' => 'a', 'UserPoolTier' => 'LITE'];\n$args['MfaConfiguration'] = 'OFF';\n$args['UsernameAttributes'][] = 'email';\nunset($args['UserPoolTier']);\n$client->createUserPool($args);\n", `php {"PoolName":"a","MfaConfiguration":"OFF"} ?/UsernameAttributes`},
		{"<?php\n$base = ['PoolName' => 'a'];\n$client->createUserPool(array_merge($base, ['MfaConfiguration' => 'OFF']));\n", `php {"PoolName":"a","MfaConfiguration":"OFF"}`},
		// C#.
		{"CreateUserPoolRequest r = new() { PoolName = \"a\", MfaConfiguration = \"OFF\" };\nawait c.CreateUserPoolAsync(r);\n", `csharp {"PoolName":"a","MfaConfiguration":"OFF"}`},
		{"await c.CreateUserPoolAsync(new() { PoolName = \"a\" });\n", `csharp {"PoolName":"a"}`},
		{"using Amazon.CDK.AWS.Cognito;\nCfnUserPool pool = new(this, \"P\", new CfnUserPoolProps { UserPoolName = \"a\" });\n", `cdk {"PoolName":"a"}`},
		{"public class CreateUserPoolRequest { public string Title { get; set; } }\nvar x = new CreateUserPoolRequest { Title = \"a\" };\n", "csharp none"},
		{"using Amazon.CognitoIdentityProvider.Model;\nvar r = new CreateUserPoolRequest { PoolName = \"a\", UserPoolTags = new Dictionary<string, string> { { \"a\", \"b\" }, {\"c\", env}, [\"d\"] = \"e\" } };\n", `csharp {"PoolName":"a","UserPoolTags":{"a":"b","d":"e"}} ?/UserPoolTags/c`},
		// Templates in programs.
		{"package main\n\nimport \"github.com/awslabs/goformation/v4/cloudformation/cognito\"\n\nfunc f() {\n\tt.Resources[\"P\"] = &cognito.UserPool{\n\t\tUserPoolName: \"a\",\n\t\tPolicies: &cognito.UserPool_Policies{PasswordPolicy: &cognito.UserPool_PasswordPolicy{MinimumLength: 5, RequireSymbols: false}},\n\t\tSchema: []cognito.UserPool_SchemaAttribute{{Name: \"email\", Mutable: false, Required: true}},\n\t\tMfaConfiguration: cloudformation.Ref(\"M\"),\n\t\tAWSCloudFormationDeletionPolicy: \"Retain\",\n\t}\n}\n",
			`cloudformation {"PoolName":"a","Policies":{"PasswordPolicy":{"MinimumLength":5}},"Schema":[{"Name":"email","Required":true}]} ?/MfaConfiguration !password-policy-in-part !constraint-minimum`},
		{"package x\n\nvar t = map[string]interface{}{\n\t\"P\": map[string]interface{}{\"Type\": \"AWS::Cognito::UserPool\", \"Properties\": map[string]interface{}{\"UserPoolName\": \"a\", \"UsernameAttributes\": []string{\"email\"}}},\n}\n", `cloudformation {"PoolName":"a","UsernameAttributes":["email"]} !sign-in-attribute-not-verified`},
		{"template = {\n    \"Resources\": {\n        \"P\": {\"Type\": \"AWS::Cognito::UserPool\", \"Properties\": {\"UserPoolName\": \"a\"}},\n    }\n}\nuse(template)\n", `cloudformation {"PoolName":"a"}`},
		{"    let made = provision(\n        json!({\n            \"Resources\": {\n                \"P\": {\"Type\": \"AWS::Cognito::UserPool\", \"Properties\": {\"UserPoolName\": \"a\"}},\n            }\n        }),\n    );\n", `cloudformation {"PoolName":"a"}`},
		{"const p = { Resources: { P: { Type: 'AWS::Cognito::UserPool', Properties: properties(stage) } } };\n", "cloudformation {} ?"},
		{"self.assertIn(\n    '{\"Type\": \"AWS::Cognito::UserPool\", \"Properties\": {\"UserPoolTier\": '\n    '\"LITE\"}}', text)\n", "cloudformation none"},
		{"{\"Resources\": {\"P\": {\"Type\": \"AWS::Cognito::UserPool\", \"Properties\": {\"UserPoolName\": \"a\", \"UserPoolTags\": {\"x\": \"1\", \"x\": \"2\"}, \"UserPoolName\": \"b\"}}}}", `cloudformation {"PoolName":"b","UserPoolTags":{"x":"2"}} !duplicate-name !duplicate-name`},
		{"Type: AWS::Cognito::UserPool\nProperties:\n  UserPoolName: a\n  UserPoolTags:\n    x: '1'\n    x: '2'\n", `cloudformation {"PoolName":"a","UserPoolTags":{"x":"2"}} !duplicate-name`},
		{"Resources:\nProperties:\nUserPoolName: !Ref Name\n", "cloudformation none"},
		{"export default defineAuth({ providers: { password: { minLength: 10 } } })\n", " none"},
		// Pulumi and SST.
		{"package main\n\nimport \"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito\"\n\nfunc f() {\n\tcognito.NewUserPool(ctx, \"p\", &cognito.UserPoolArgs{Name: pulumi.String(\"a\"), AutoVerifiedAttributes: pulumi.ToStringArray([]string{\"email\"}), Tags: pulumi.ToStringMap(map[string]string{\"x\": \"y\"})})\n}\n", `pulumi {"PoolName":"a","AutoVerifiedAttributes":["email"],"UserPoolTags":{"x":"y"}}`},
		{"package main\n\nimport \"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito\"\n\nfunc pool() {\n\tpolicy := &cognito.UserPoolPasswordPolicyArgs{MinimumLength: pulumi.Int(8)}\n\targs := &cognito.UserPoolArgs{Name: pulumi.String(\"a\"), PasswordPolicy: policy, Tags: pulumi.StringMap{\"Team\": pulumi.String(\"x\")}}\n\tif keep {\n\t\targs.DeletionProtection = pulumi.String(\"ACTIVE\")\n\t}\n\tcognito.NewUserPool(ctx, \"p\", args)\n}\n",
			`pulumi {"PoolName":"a","Policies":{"PasswordPolicy":{"MinimumLength":8}},"UserPoolTags":{"Team":"x"}} ?/DeletionProtection !password-policy-in-part`},
		{"import * as native from \"@pulumi/aws-native\";\nnew native.cognito.UserPool(\"p\", { userPoolName: \"a\", usernameAttributes: [\"email\"], autoVerifiedAttributes: [\"email\"] });\n", `pulumi {"PoolName":"a","AutoVerifiedAttributes":["email"],"UsernameAttributes":["email"]}`},
		{"resources:\n  p:\n    type: aws-native:cognito:UserPool\n    properties: { userPoolName: a }\n", `pulumi {"PoolName":"a"}`},
		{"export const auth = new aws.cognito.UserPool(\"Auth\", { name: `x-${$app.stage}`, mfaConfiguration: \"OFF\" });\n", `pulumi {} ?/PoolName`},
		{"import { UserPool } from \"@pulumi/aws/cognito\";\nconst p = new UserPool(\"p\", { name: \"a\" });\n", `pulumi {"PoolName":"a"}`},
		// A template of a program's own gets what is set in it later.
		{"const t = { Resources: { Pool: { Type: \"AWS::Cognito::UserPool\", Properties: { UserPoolName: \"a\" } } } };\nt.Resources.Pool.Properties.MfaConfiguration = \"OFF\";\n", `cloudformation {"PoolName":"a","MfaConfiguration":"OFF"}`},
		{"const t = { Resources: { Pool: { Type: \"AWS::Cognito::UserPool\", Properties: { UserPoolName: \"a\" } } } };\nt.Resources[X].Properties.Schema = schema;\nt.Resources.Other.Properties.UserPoolTier = \"LITE\";\n", `cloudformation {"PoolName":"a"} ?/Schema`},
		{"const t = { Resources: { Pool: { Type: \"AWS::Cognito::UserPool\", Properties: { UserPoolName: \"a\" } } } };\nt.Resources.Pool.Properties[member] = value;\n", `cloudformation {"PoolName":"a"} ?`},
		{"const t = { Resources: { Pool: { Type: \"AWS::Cognito::UserPool\", Properties: { UserPoolName: \"a\" } } } };\nconst p = t.Resources.Pool.Properties;\np.UserPoolTier = \"LITE\";\nif (strict) p.MfaConfiguration = \"ON\";\n", `cloudformation {"PoolName":"a","UserPoolTier":"LITE"} ?/MfaConfiguration`},
		{"const t = { Resources: { Pool: { Type: \"AWS::Cognito::UserPool\", Properties: { UserPoolName: \"a\" } } } };\ndelete t.Resources.Pool.Properties.UserPoolName;\nt.Resources.Pool.Properties.Schema.push({ Name: \"x\" });\n", `cloudformation {} ?/PoolName ?/Schema`},
		{"const t = { Resources: { Pool: { Type: \"AWS::Cognito::UserPool\", Properties: { UserPoolName: \"a\" } } } };\nObject.assign(t.Resources.Pool.Properties, more);\n", `cloudformation {"PoolName":"a"} ?`},
		{"const t = { Resources: {} };\nt.Resources[X] = { Type: \"AWS::Cognito::UserPool\", Properties: { UserPoolName: \"a\" } };\nt.Resources[X].Properties.Schema = [];\n", `cloudformation {"PoolName":"a"} ?/Schema`},
		{"t = {\"Resources\": {\"Pool\": {\"Type\": \"AWS::Cognito::UserPool\", \"Properties\": {\"UserPoolName\": \"a\"}}}}\nt[\"Resources\"][\"Pool\"][\"Properties\"][\"MfaConfiguration\"] = \"OFF\"\n", `cloudformation {"PoolName":"a","MfaConfiguration":"OFF"}`},
		{"t = {\"Resources\": {\"Pool\": {\"Type\": \"AWS::Cognito::UserPool\", \"Properties\": {\"UserPoolName\": \"a\"}}}}\nif strict:\n    t[\"Resources\"][\"Pool\"][\"Properties\"][\"MfaConfiguration\"] = \"ON\"\ndel t[\"Resources\"][\"Pool\"][\"Properties\"][\"UserPoolName\"]\n", `cloudformation {} ?/PoolName ?/MfaConfiguration`},
		{"pool = {\"Type\": \"AWS::Cognito::UserPool\", \"Properties\": {\"UserPoolName\": \"a\"}}\nt = {\"Resources\": {\"Pool\": pool}}\nprops = t[\"Resources\"][\"Pool\"][\"Properties\"]\nprops[\"UserPoolTier\"] = \"LITE\"\nprops.update(more)\n", `cloudformation {"PoolName":"a","UserPoolTier":"LITE"} ?`},
		// Of a spread that hangs on a condition, the members that it names are open.
		{"client.send(new CreateUserPoolCommand({ PoolName: \"a\", ...(c ? { MfaConfiguration: \"OFF\" } : {}), ...(d && { UserPoolTier: \"LITE\" }) }));\n", `javascript {"PoolName":"a"} ?/MfaConfiguration ?/UserPoolTier`},
		{"client.send(new CreateUserPoolCommand({ PoolName: \"a\", ...(a?.b === \"x\" ? { MfaConfiguration: \"OFF\" } : undefined), MfaConfiguration: \"ON\" }));\n", `javascript {"PoolName":"a","MfaConfiguration":"ON"} !mfa-needs-sms`},
		{"client.send(new CreateUserPoolCommand({ PoolName: \"a\", ...(c ? { MfaConfiguration: \"OFF\" } : others) }));\n", `javascript {"PoolName":"a"} ?`},
		{"client.send(new CreateUserPoolCommand({ PoolName: \"a\", UserPoolTags: { b: \"c\", ...(c ? { [k]: \"x\" } : {}) } }));\n", `javascript {"PoolName":"a","UserPoolTags":{"b":"c"}} ?/UserPoolTags`},
		{"client.create_user_pool(PoolName=\"a\", **({\"MfaConfiguration\": \"OFF\"} if c else {}), **(d and {\"UserPoolTier\": \"LITE\"}))\n", `boto3 {"PoolName":"a"} ?/MfaConfiguration ?/UserPoolTier`},
		{"TEXT = \"\"\"\nResources:\n  P:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: {name}\n      MfaConfiguration: 'OFF'\n\"\"\"\nprint(TEXT.format(name=x))\n", `cloudformation {"MfaConfiguration":"OFF"} ?/PoolName`},
		// Resources by their type, in a program.
		{"new CfnResource(this, 'P', { type: 'AWS::Cognito::UserPool', properties: { UserPoolName: 'a', UserPoolTags: { x: fn() } } });\n", `cdk {"PoolName":"a"} ?/UserPoolTags/x`},
		{"CfnResource(self, \"P\", type=\"AWS::Cognito::UserPool\", properties={\"UserPoolName\": \"a\"})\n", `cdk {"PoolName":"a"}`},
		{"CfnResource.Builder.create(this, \"P\").type(\"AWS::Cognito::UserPool\").properties(Map.of(\"UserPoolName\", \"a\")).build();\n", `cdk {"PoolName":"a"}`},
		{"package main\n\nfunc f() {\n\tawscdk.NewCfnResource(s, jsii.String(\"P\"), &awscdk.CfnResourceProps{Type: jsii.String(\"AWS::Cognito::UserPool\"), Properties: &map[string]interface{}{\"UserPoolName\": jsii.String(\"a\")}})\n}\n", `cdk {"PoolName":"a"}`},
		{"new CfnResource(this, 'Q', { type: 'AWS::SQS::Queue', properties: { QueueName: 'AWS::Cognito::UserPool' } });\n", "cdk none"},
		{"package main\n\nfunc f() {\n\tctx.RegisterResource(\"aws:cognito/userPool:UserPool\", \"p\", pulumi.Map{\"name\": pulumi.String(\"a\")}, &pool)\n}\n", `pulumi {"PoolName":"a"}`},
		{"new pulumi.CustomResource(\"aws:cognito/userPool:UserPool\", \"p\", { name: \"a\" });\n", `pulumi {"PoolName":"a"}`},
		{"import pulumi\npulumi.CustomResource(\"aws:cognito/userPool:UserPool\", \"p\", props={\"name\": \"a\"})\n", `pulumi {"PoolName":"a"}`},
		// Pairs, constants within a call, words that are frozen, and what an array does not have yet.
		{"var r = CreateUserPoolRequest.builder().poolName(\"a\").userPoolTags(Map.ofEntries(Map.entry(\"x\", \"y\"), entry(\"z\", \"w\"))).build();\n", `java {"PoolName":"a","UserPoolTags":{"x":"y","z":"w"}}`},
		{"val r = CreateUserPoolRequest.builder().poolName(\"a\").userPoolTags(mapOf(\"x\" to \"y\", \"z\" to stage)).build()\n", `java {"PoolName":"a","UserPoolTags":{"x":"y"}} ?/UserPoolTags/z`},
		{golang + "\tsvc.CreateUserPool(&cognitoidentityprovider.CreateUserPoolInput{PoolName: aws.String(\"a\"), MfaConfiguration: aws.String(cognitoidentityprovider.UserPoolMfaTypeOff)})\n}\n", `go {"PoolName":"a","MfaConfiguration":"OFF"}`},
		{"ATTRS = %w[email].freeze\nc.create_user_pool(pool_name: 'a', auto_verified_attributes: ATTRS)\n", `ruby {"PoolName":"a","AutoVerifiedAttributes":["email"]}`},
		{"<?php\n$p = ['PoolName' => 'a'];\n$p += ['PoolName' => 'b', 'MfaConfiguration' => 'OFF'];\nif ($x) { $p += ['UserPoolTier' => 'LITE']; }\n$c->createUserPool($p);\n", `php {"PoolName":"a","MfaConfiguration":"OFF"} ?/UserPoolTier`},
	} {
		if got := gist(checkAny(t, c.text, Options{})); got != c.want {
			t.Errorf("%s\n gives %s\n and not %s", c.text, got, c.want)
		}
	}
}

// TestCommands holds where commands of the AWS CLI are found, in texts of other languages, too, and what is known of
// words that are there in some cases alone.
func TestCommands(t *testing.T) {
	const command, read = "aws cognito-idp create-user-pool", `aws-cli {"PoolName":"a","MfaConfiguration":"OFF"}`
	for _, c := range []struct{ text, want string }{
		// Branches.
		{"A=(--pool-name a)\nif [ \"$MFA\" ]; then\n  A+=(--mfa-configuration ON)\nfi\n" + command + " \"${A[@]}\"\n", `aws-cli {"PoolName":"a"} ?/MfaConfiguration`},
		{"A=(--pool-name a)\n[[ -n $MFA ]] && A+=(--mfa-configuration ON)\n" + command + " \"${A[@]}\" --user-pool-tier LITE\n", `aws-cli {"PoolName":"a","UserPoolTier":"LITE"} ?/MfaConfiguration`},
		{"A=(--pool-name a)\nif [ \"$MFA\" ]; then\n  A+=(--mfa-configuration OPTIONAL)\nelse\n  A+=(--mfa-configuration OFF)\nfi\n" + command + " \"${A[@]}\"\n", `aws-cli {"PoolName":"a"} ?/MfaConfiguration`},
		{"A=(--pool-name a)\ncase $1 in\n x) A+=(--mfa-configuration ON) ;;\nesac\n" + command + " \"${A[@]}\"\n", `aws-cli {"PoolName":"a"} ?/MfaConfiguration`},
		{"if [ \"$NEW\" ]; then\n  A=(--pool-name a)\n  A+=(--mfa-configuration OFF)\n  " + command + " \"${A[@]}\"\nfi\n", read},
		{"MFA=OFF && mkdir x && NAME=a && " + command + " --pool-name \"$NAME\" --mfa-configuration \"$MFA\"\n", read},
		{"if [ \"$STRICT\" ]; then MFA=ON; fi\n" + command + " --pool-name a --mfa-configuration \"$MFA\"\n", `aws-cli {"PoolName":"a"} ?/MfaConfiguration`},
		// Scalars of YAML.
		{"- name: a\n  ansible.builtin.command: >\n    " + command + "\n    --pool-name a\n    --mfa-configuration OFF\n  register: pool\n", read},
		{"- \"command\": >-\n    " + command + "\n    --pool-name a --mfa-configuration OFF\n", read},
		{"build:\n  commands:\n    - >-\n      " + command + "\n      --pool-name a\n      --mfa-configuration OFF\n    - echo done\n", read},
		{"script:\n  - " + command + " --pool-name a\n    --mfa-configuration OFF\n", read},
		{"script:\n  - NAME=a\n  - '" + command + " --pool-name \"$NAME\" --mfa-configuration OFF'\n", read},
		{"script:\n  - \"" + command + " --pool-name a --policies '{\\\"PasswordPolicy\\\": {\\\"MinimumLength\\\": 5}}'\"\n", `aws-cli {"PoolName":"a","Policies":{"PasswordPolicy":{"MinimumLength":5}}} !constraint-minimum !password-policy-in-part`},
		{"- command: " + command + " --pool-name {{ name }}\n    --mfa-configuration OFF\n", `aws-cli {"MfaConfiguration":"OFF"} ?/PoolName`},
		{"{\"scripts\": {\"pool\": \"" + command + " --pool-name a --mfa-configuration OFF\"}}", read},
		{"description: Run " + command + " --pool-name b first.\nsteps:\n  - run: " + command + " --pool-name a --mfa-configuration OFF\n", read},
		// Programs.
		{"const run = require('child_process').execSync;\nrun(`" + command + " --pool-name a --cli-input-json file://${path}`);\n", `aws-cli {"PoolName":"a"} ?`},
		{"os.system(\"" + command + " --pool-name a --mfa-configuration OFF\")\n", read},
		{"run(\"" + command + " --pool-name a --cli-input-json fileb://pool.json\")\n", `aws-cli {"PoolName":"a"} ?`},
		{"<h1 align=\"center\">A shop</h1>\n\n```bash\n" + command + " --pool-name a --mfa-configuration OFF\n```\n", read},
		{command + " --pool-name a --mfa-configuration OFF --policies '{\"PasswordPolicy\": {\"MinimumLenght\": 8, \"MinimumLength\": 8}}'\n", `aws-cli {"PoolName":"a","Policies":{"PasswordPolicy":{"MinimumLength":8}},"MfaConfiguration":"OFF"} !password-policy-in-part !unknown-name`},
		{"param([string]$Stage = \"a\")\n$Name = \"shop-$Stage\"\n" + command + " --pool-name $Name --mfa-configuration OFF\n", `aws-cli {"PoolName":"shop-a","MfaConfiguration":"OFF"}`},
		{"param([string]$Stage = \"a\")\n$Stage = Get-Stage\n" + command + " --pool-name $Stage --mfa-configuration OFF\n", `aws-cli {"MfaConfiguration":"OFF"} ?/PoolName`},
		{"run(f\"" + command + " --pool-name '{name}' --mfa-configuration OFF\", shell=True)\n", `aws-cli {"MfaConfiguration":"OFF"} ?/PoolName`},
		{"run('" + command + " --pool-name ' + name)\n", `aws-cli {} ?/PoolName`},
		{"run(\"" + command + " --pool-name \" + name + \" --mfa-configuration OFF\")\n", `aws-cli {"MfaConfiguration":"OFF"} ?/PoolName`},
		{"cmd = (\"" + command + " \"\n       \"--pool-name a \"\n       \"--mfa-configuration OFF\")\n", read},
		{"cmd = \"\"\"" + command + " --pool-name a --mfa-configuration OFF\"\"\"\n", read},
		{"cmd = textwrap.dedent(\"\"\"\\\n    " + command + " \\\\\n      --pool-name a \\\\\n      --mfa-configuration OFF\n\"\"\")\n", read},
		{"const cmd = `\n  " + command + " \\\\\n    --pool-name ${name} \\\\\n    --mfa-configuration OFF\n`;\n", `aws-cli {"MfaConfiguration":"OFF"} ?/PoolName`},
		{"steps = [{'command': f'" + command + " --pool-name {name} --mfa-configuration OFF --policies \\'{{\"PasswordPolicy\":{{\"MinimumLength\":5}}}}\\''}]\n", `aws-cli {"Policies":{"PasswordPolicy":{"MinimumLength":5}},"MfaConfiguration":"OFF"} ?/PoolName !constraint-minimum !password-policy-in-part`},
		{command + " --generate-cli-skeleton > in.json\n" + command + " --pool-name a --mfa-configuration OFF\n", read},
		// Files that the script writes, and words of which it knows a part.
		{"cat > in.json <<END\n{\"PoolName\": \"$NAME\", \"Policies\": {\"PasswordPolicy\": {\"MinimumLength\": $LENGTH}}, \"MfaConfiguration\": \"OFF\"}\nEND\n" + command + " --cli-input-json file://in.json\n", `aws-cli {"MfaConfiguration":"OFF"} ?/PoolName ?/Policies/PasswordPolicy/MinimumLength !password-policy-in-part`},
		{"T=$(mktemp)\ncat > \"$T\" <<'END'\n{\"PoolName\": \"a\", \"MfaConfiguration\": \"OFF\"}\nEND\n" + command + " --cli-input-json \"file://$T\"\n", read},
		{"cat > $DIR/$$.json <<'END'\n{\"MinimumLength\": 5}\nEND\n" + command + " --pool-name a --policies file://$DIR/other.json\n", `aws-cli {"PoolName":"a"} ?/Policies`},
		{command + " --cli-input-json \"{\\\"PoolName\\\": \\\"$N\\\", \\\"Schema\\\": [$MORE]}\"\n", "aws-cli {} ?"},
		{"$P = \"$env:TEMP\\p.json\"\n$json = '{\"PasswordPolicy\":{\"MinimumLength\":5}}'\n$json | Out-File -FilePath $P -Encoding ascii\n" + command + " `\n  --pool-name a `\n  --policies \"file://$P\"\n", `aws-cli {"PoolName":"a","Policies":{"PasswordPolicy":{"MinimumLength":5}}} !constraint-minimum !password-policy-in-part`},
		{"$r = " + command + " `\n  --pool-name a `\n  --mfa-configuration OFF `\n  --user-pool-tags \"Team=x,Stage=$Stage\"\n", `aws-cli {"PoolName":"a","MfaConfiguration":"OFF","UserPoolTags":{"Team":"x"}} ?/UserPoolTags/Stage`},
		{"$r = " + command + " `\n  --pool-name a `\n  --mfa-configuration OFF `\n  --user-pool-tags \"Team=x,Stage=$(Get-Stage)\"\n", read + " ?/UserPoolTags"},
		// Lists of words, which stand for themselves.
		{"$args = @(\"cognito-idp\",\"create-user-pool\",\"--pool-name\",\"a\",\"--mfa-configuration\",\"OFF\")\naws @args\n", read},
		{"$Name = 'a'\n$List = @(\n  'cognito-idp', 'create-user-pool' # the pool\n  '--pool-name', $Name\n  \"--mfa-configuration\"; 'OFF'\n)\n$pool = & aws $list | ConvertFrom-Json\n", `aws-cli none`},
		{"$Name = 'a'\n$List = @(\n  'cognito-idp', 'create-user-pool' # the pool\n  '--pool-name', $Name\n  \"--mfa-configuration\"\n  'OFF'\n)\n$pool = & aws $list | ConvertFrom-Json\n", read},
		{"$more = \"--pool-name\", (Get-Name), \"--mfa-configuration\", \"OFF\"\n" + command + " @more @others\n", `aws-cli {"MfaConfiguration":"OFF"} ?/PoolName ?`},
		{"$list = @('cognito-idp', 'create-user-pool', '--pool-name', 'a')\nif ($Mfa) { $list += @('--mfa-configuration', 'ON') }\n$list += '--deletion-protection', 'ACTIVE'\naws @list\n", `aws-cli {"PoolName":"a","DeletionProtection":"ACTIVE"} ?/MfaConfiguration`},
		{"$list = [System.Collections.ArrayList]@('cognito-idp', 'create-user-pool', '--pool-name', 'a')\n[void]$list.Add('--mfa-configuration')\n$null = $list.AddRange(@('OFF'))\n& aws $list\n", read},
		{"$list = @('--pool-name', 'a')\n$list = Get-Other\n" + command + " --mfa-configuration OFF @list\n", `aws-cli {"MfaConfiguration":"OFF"} ?`},
		{"if ($x) { $list = @('--pool-name', 'a') }\n" + command + " --mfa-configuration OFF @list\n", `aws-cli {"MfaConfiguration":"OFF"} ?`},
		{"list=(cognito-idp create-user-pool --pool-name a)\nlist+=(--mfa-configuration OFF)\naws \"${list[@]}\"\n", read},
		// Words that are items of a list in YAML.
		{"- command:\n    argv:\n      - aws\n      - cognito-idp\n      - create-user-pool\n      - --pool-name\n      - a\n      - --mfa-configuration\n      - \"OFF\"\n", read},
		{"containers:\n  - command: [aws]\n    args:\n      - cognito-idp\n      - create-user-pool\n      - --pool-name=it's {{ name }}\n      - --mfa-configuration=OFF\n", `aws-cli {"MfaConfiguration":"OFF"} ?/PoolName`},
		// A list of words has what it gets later, and what it may get.
		{"exec.Command(\"aws\", \"cognito-idp\", \"create-user-pool\", \"--pool-name\", \"a\", \"--mfa-configuration\", \"OFF\")\n", read},
		{"spawnSync('aws', ['cognito-idp', 'create-user-pool', '--pool-name', 'a', '--mfa-configuration', 'OFF']);\n", read},
		{"run([\"aws\", \"cognito-idp\", \"create-user-pool\", \"--pool-name\", \"a\", f\"--mfa-configuration={mode}\"])\n", `aws-cli {"PoolName":"a"} ?/MfaConfiguration`},
		{"run([\"aws\", \"cognito-idp\", \"create-user-pool\", \"--pool-name\", \"a\", *more] + others)\n", `aws-cli {"PoolName":"a"} ? ?`},
		{"cmd = [\"aws\", \"cognito-idp\", \"create-user-pool\", \"--pool-name\", \"a\"]\nif mfa:\n    cmd += [\"--mfa-configuration\", \"ON\"]\ncmd.extend([\"--mfa-configuration\", \"OFF\"])\n", `aws-cli {"PoolName":"a","MfaConfiguration":"OFF"} ?`},
		{"[source,bash]\n----\n" + command + " --pool-name a --mfa-configuration OFF\n----\n", read},
		{"$p = " + command + " `\n  --pool-name a `\n  --policies '{\\\"PasswordPolicy\\\":{\\\"MinimumLength\\\":8}}'\n", `aws-cli {"PoolName":"a","Policies":{"PasswordPolicy":{"MinimumLength":8}}} !password-policy-in-part`},
		{"resource \"null_resource\" \"p\" {\n  provisioner \"local-exec\" {\n    command = <<-EOT\n      " + command + " \\\n        --pool-name ${var.name} \\\n        --mfa-configuration OFF\n    EOT\n  }\n}\n", `aws-cli {"MfaConfiguration":"OFF"} ?/PoolName`},
		{"execSync(`" + command + " --pool-name a --mfa-configuration OFF --policies '${JSON.stringify({ PasswordPolicy: { MinimumLength: 8 } })}'`);\n", read + " ?/Policies"},
		{"sh <<~CMD\n  " + command + " --pool-name #{name} --mfa-configuration OFF\nCMD\n", `aws-cli {"MfaConfiguration":"OFF"} ?/PoolName`},
		{command + " --pool-name a \"--mfa-configuration=$(mode)\"\n", `aws-cli {"PoolName":"a"} ?/MfaConfiguration`},
		{"// First: " + command + " --pool-name a\npackage main\n\nfunc main() { fmt.Println(\"x (y)\") }\n", "aws-cli none"},
		{"// " + command + " --pool-name b\nclient.send(new CreateUserPoolCommand({ PoolName: 'a' }));\n", `javascript {"PoolName":"a"}`},
		{"\"\"\"By hand:\n\n    " + command + " --pool-name b\n\"\"\"\nclient.create_user_pool(PoolName='a')\n", `boto3 {"PoolName":"a"}`},
		{"resource \"null_resource\" \"p\" {\n  provisioner \"local-exec\" {\n    command = \"" + command + " --pool-name ${var.name} --mfa-configuration OFF\"\n  }\n}\n", `aws-cli {"MfaConfiguration":"OFF"} ?/PoolName`},
		// What stands before a command in a terminal and in a log.
		{"[ana@host ~]$ " + command + " --pool-name a \\\n> --mfa-configuration OFF\n{\n  \"UserPool\": { \"Id\": \"x (y)\" }\n}\n[ana@host ~]$ \n", read},
		{"ana@host:~/cloud$ " + command + " --pool-name a --mfa-configuration OFF\n{ \"UserPool\": {} }\n", read},
		{"2026-01-02 10:11:12 INFO (main) " + command + " --pool-name a --mfa-configuration OFF\n2026-01-02 10:11:13 INFO (main) -> {\"UserPool\": {\"Id\": \"us-east-1_abcdefghi\", \"Name\": \"a\", \"EmailVerificationSubject\": \"x (y)\"}}\n", read},
		{"+ " + command + " --pool-name a --mfa-configuration OFF\n2026-01-02 10:11:13 INFO {\"UserPool\": {\"Id\": \"us-east-1_abcdefghi\", \"Name\": \"a\", \"EmailVerificationSubject\": \"x (y)\"}}\ndone (1)\n", read},
		{"2026-01-02 10:11:12 INFO {\"UserPool\": {\"Id\": \"us-east-1_abcdefghi\", \"Name\": \"a\", \"EmailVerificationSubject\": \"x (y)\"}}\n", `answer {"PoolName":"a","EmailVerificationSubject":"x (y)"}`},
		{"2026-01-02T10:11:12Z (main) " + command + ": {\"UserPool\": {\"Id\": \"us-east-1_abcdefghi\", \"Name\": \"a\", \"EmailVerificationSubject\": \"x (y)\"}}\n", `answer {"PoolName":"a","EmailVerificationSubject":"x (y)"}`},
		{"2026-01-02T10:11:12.345Z $ " + command + " --pool-name a \\\n2026-01-02T10:11:12.346Z >   --mfa-configuration OFF\n2026-01-02T10:11:13.000Z done (1)\n", read},
		{"[10:11:12] $ " + command + " --pool-name a --mfa-configuration OFF\n[10:11:13] {\n[10:11:13]   \"UserPool\": {}\n[10:11:13] }\n", read},
		{"2026-01-02T10:11:12Z \x1b[36;1m" + command + " \\\x1b[0m\n2026-01-02T10:11:12Z \x1b[36;1m --pool-name a --mfa-configuration OFF\x1b[0m\n", read},
		{"Jan  2 10:11:12 host-1 init[12]: + " + command + " --pool-name a --mfa-configuration OFF\n", read},
		{"10:11:12 {\n10:11:12   \"UserPool\": { \"Id\": \"us-east-1_abcdefghi\", \"Name\": \"a\", \"MfaConfiguration\": \"ON\" }\n10:11:12 }\n", `answer {"PoolName":"a"} !left-out`},
		{"ana@host:~$ export NAME=a\nana@host:~$ " + command + " --pool-name $NAME --mfa-configuration OFF\n{ \"UserPool\": { \"Id\": \"x (y)\" } }\n", read},
		{"[INFO] Running: " + command + " --pool-name a --mfa-configuration OFF\n", read},
		// What sets variables around a command.
		{"env: { NAME: a }\njobs:\n  x:\n    env:\n      MFA: \"ON\"\n    steps:\n      - run: " + command + " --pool-name \"$NAME\" --mfa-configuration $MFA --deletion-protection $D\n        env: { MFA: \"OFF\", D: \"${{ vars.D }}\" }\n", read + ` ?/DeletionProtection`},
		{"jobs:\n  x:\n    env: { NAME: a }\n    steps:\n      - run: " + command + " --pool-name \"$NAME\" --mfa-configuration OFF\n  y:\n    steps:\n      - run: " + command + " --pool-name \"$NAME\" --mfa-configuration OFF\n", `aws-cli {"MfaConfiguration":"OFF"} ?/PoolName`},
		{"- shell: " + command + " --pool-name \"$NAME\" --mfa-configuration OFF\n  environment:\n    NAME: a\n", read},
		{"NAME := a\nMFA = \"OFF\"\nTIER ?= LITE\n\npool: x\n\t" + command + " --pool-name \"$(NAME)\" --mfa-configuration ${MFA} --user-pool-tier $(TIER)\n", `aws-cli {"PoolName":"a","MfaConfiguration":"OFF","UserPoolTier":"LITE"}`},
		{"STAGE ?= x\nNAME = $(STAGE)-a\n\npool:\n\t" + command + " --pool-name $(NAME) --mfa-configuration $$MFA\n", `aws-cli {"PoolName":"x-a"} ?/MfaConfiguration`},
		{"FROM amazon/aws-cli\nARG MFA=OFF\nENV NAME=a\nRUN " + command + " --pool-name $NAME --mfa-configuration ${MFA}\n", read},
		{"steps:\n  - run: " + command + " --pool-name \"$NAME\" --mfa-configuration $MFA --deletion-protection $D\n    env:\n      - { name: NAME, value: a }\n      - { name: D, valueFrom: { x: y } }\n      - MFA=OFF\n", read + ` ?/DeletionProtection`},
		{"command: -c \"" + command + " --pool-name $${NAME} --mfa-configuration OFF\"\nenvironment:\n  - NAME=a\n", read},
		// What Ansible puts in, and what another program fills in.
		{"vars:\n  stage: a\n  pool: { name: \"{{ stage }}\", len: 8 }\ntasks:\n  - command: >\n      " + command + "\n      --pool-name {{ pool.name }} --mfa-configuration {{ mfa | default('OFF') | quote }}\n", read},
		{"vars:\n  name: \"{{ lookup('env', 'X') }}\"\ntasks:\n  - shell: " + command + " --pool-name \"{{ name }}\" --mfa-configuration {{ item }}\n", `aws-cli {} ?/PoolName ?/MfaConfiguration`},
		{"vars: { len: 8 }\ntasks:\n  - command:\n      argv: [aws, cognito-idp, create-user-pool, --pool-name, a, --policies, \"PasswordPolicy={MinimumLength={{ len }}}\"]\n", `aws-cli {"PoolName":"a","Policies":{"PasswordPolicy":{"MinimumLength":8}}} !password-policy-in-part`},
		{"pool name=\"a\":\n    " + command + " --pool-name {{name}} --mfa-configuration \"{{mfa}}\" --email-verification-message \"{{name}} {####}\"\n", `aws-cli {"EmailVerificationMessage":"{{name}} {####}"} ?/PoolName ?/MfaConfiguration`},
		// What a function is called with, what a loop goes through, and other shells.
		{"make() {\n  local mfa=${2:-OFF}\n  " + command + " --pool-name \"$1\" --mfa-configuration \"$mfa\"\n}\nmake a\n", read},
		{"make() { " + command + " --pool-name \"$1\" --mfa-configuration OFF; }\nmake a\nmake b\n", `aws-cli {"MfaConfiguration":"OFF"} ?/PoolName`},
		{"main() {\n  " + command + " --pool-name a --mfa-configuration ${1:-OFF}\n}\nmain \"$@\"\n", read},
		{": \"${MFA:=OFF}\"\n" + command + " --pool-name a `# the name` --mfa-configuration $MFA\n", read},
		{"for name in a b; do " + command + " --pool-name $name --mfa-configuration OFF; done\n", `aws-cli {"MfaConfiguration":"OFF"} ?/PoolName`},
		{"#!/usr/bin/env fish\nset -l name a\nif true\n  set id (" + command + " \\\n    --pool-name $name --mfa-configuration OFF)\nend\n", read},
		{"@echo off\nset NAME=a\n" + command + " --pool-name %NAME% --mfa-configuration %~1 --deletion-protection %D:~0,6%\n", `aws-cli {"PoolName":"a"} ?/DeletionProtection ?/MfaConfiguration`},
		{"$id = (" + command + " --mfa-configuration OFF --pool-name a)\nif (-not $id) { exit 1 }\n", read},
		{"[CmdletBinding()]\nparam(\n  [Parameter(Mandatory = $true)][string]$Name,\n  [string]$Mfa = 'OFF'\n)\n" + command + " --pool-name $name --mfa-configuration \"$Mfa\"\n", `aws-cli {"MfaConfiguration":"OFF"} ?/PoolName`},
		{"pool:\n\t" + command + " --pool-name a --mfa-configuration OFF --policies '{\"PasswordPolicy\": {\"MinimumLength\": $(LENGTH)}}'\n", read + ` ?/Policies`},
		// A value within the shorthand that is put in.
		{"run(`" + command + " --pool-name a --mfa-configuration OFF --email-configuration SourceArn=${x},EmailSendingAccount=DEVELOPER`);\n", `aws-cli {"PoolName":"a","MfaConfiguration":"OFF","EmailConfiguration":{"EmailSendingAccount":"DEVELOPER"}} ?/EmailConfiguration/SourceArn`},
		{"run(f\"" + command + " --pool-name a --mfa-configuration OFF --email-configuration EmailSendingAccount=DEVELOPER,SourceArn={x}\")\n", `aws-cli {"PoolName":"a","MfaConfiguration":"OFF","EmailConfiguration":{"EmailSendingAccount":"DEVELOPER"}} ?/EmailConfiguration/SourceArn`},
		{"- run: " + command + " --pool-name a --mfa-configuration OFF --email-configuration \"SourceArn=${{ vars.X }},EmailSendingAccount=DEVELOPER\"\n", `aws-cli {"PoolName":"a","MfaConfiguration":"OFF","EmailConfiguration":{"EmailSendingAccount":"DEVELOPER"}} ?/EmailConfiguration/SourceArn`},
		// What runs the AWS CLI has options of its own.
		{"docker run --rm -it amazon/aws-cli cognito-idp create-user-pool --pool-name a --mfa-configuration OFF\n", read},
		{"aws-vault exec x --no-session -- " + command + " --pool-name a --mfa-configuration OFF\n", read},
		{"aws --nothing cognito-idp create-user-pool --pool-name a --mfa-configuration OFF\n", read + " !unknown-name"},
	} {
		if got := gist(checkAny(t, c.text, Options{})); got != c.want {
			t.Errorf("%s\n gives %s\n and not %s", c.text, got, c.want)
		}
	}
	// That a text does not set a variable is said of one that it only uses.
	for text, why := range map[string]string{
		command + " --pool-name \"$NAME\"\n":                           "This text does not set the variable NAME.",
		"read -r NAME < name\n" + command + " --pool-name \"$NAME\"\n": "This text sets the variable NAME nowhere that can be followed.",
	} {
		if got := checkAny(t, text, Options{}).Unknowns; len(got) != 1 || got[0].Why != why {
			t.Errorf("%s\n has %v, want %s", text, got, why)
		}
	}
	// What is underlined stands where it is written.
	for text, at := range map[string]string{
		"script:\n  - \"" + command + " --pool-name a --mfa-configuration \\\"NONE\\\"\"\n":                                                      `\"NONE\"`,
		"cat > in.json <<END\n{\"PoolName\": \"$NAME\", \"MfaConfiguration\": \"NONE\"}\nEND\n" + command + " --cli-input-json file://in.json\n": `"NONE"`,
	} {
		if !slices.ContainsFunc(checkAny(t, text, Options{}).Problems, func(p Problem) bool { return p.Rule == "constraint-enum" && text[p.From:p.To] == at }) {
			t.Errorf("a wrong value is not told where it stands in\n%s", text)
		}
	}
}

// A list of problems has no paths beside its sentences, so that each says what it is about, and says it once.
func TestEachNoteStandsAlone(t *testing.T) {
	template := "Resources:\n  P:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: !Ref Name\n      UserPoolTags: {a: !Ref Name, b: !Ref Name}\n      MfaConfiguration: \"OFF\"\n      EnabledMfas: []\n      WebAuthnUserVerification: required\nParameters:\n  Name: {Type: String, Default: shop}\n"
	said := map[string]bool{}
	for _, p := range checkAny(t, template, Options{}).Problems {
		if strings.HasPrefix(p.Message, "It ") {
			t.Errorf("%s: %s", p.Rule, p.Message)
		}
		key := fmt.Sprint(p.Message, p.From, p.To)
		if said[key] {
			t.Errorf("twice: %s", p.Message)
		}
		said[key] = true
	}
	if !slices.ContainsFunc(slices.Collect(maps.Keys(said)), func(key string) bool {
		return strings.HasPrefix(key, "WebAuthnUserVerification is a passkey's setting")
	}) {
		t.Errorf("not said what is left out: %v", said)
	}
}

// A variable of Terraform that is a list or a map is set as its command line takes it; what is no literal stays text.
func TestTerraformVariablesAreSetAsExpressions(t *testing.T) {
	module := "variable \"verified\" {\n  type    = list(string)\n  default = [\"phone_number\"]\n}\nvariable \"tags\" {\n  type = map(string)\n}\nvariable \"name\" {\n  type = string\n}\n" +
		"resource \"aws_cognito_user_pool\" \"p\" {\n  name                     = var.name\n  auto_verified_attributes = var.verified\n  tags                     = var.tags\n}\n"
	for _, c := range []struct {
		set  map[string]string
		want string
	}{
		{map[string]string{"verified": `["email"]`, "tags": `{ env = "prod" }`, "name": "[x]"}, `{ "PoolName": "[x]", "AutoVerifiedAttributes": ["email"], "UserPoolTags": { "env": "prod" } }`},
		{map[string]string{"tags": `{"env": "prod"}`, "name": "x"}, `{ "PoolName": "x", "AutoVerifiedAttributes": ["phone_number"], "UserPoolTags": { "env": "prod" } }`},
		{map[string]string{"verified": `[var.verified]`, "name": "x"}, `{ "PoolName": "x", "AutoVerifiedAttributes": "[var.verified]" }`},
	} {
		checked := checkAny(t, module, Options{Parameters: c.set})
		if got := strings.Join(strings.Fields(*checked.Request), " "); got != c.want {
			t.Errorf("%v\n got %s\nwant %s", c.set, got, c.want)
		}
		if at := slices.IndexFunc(checked.Parameters, func(p Parameter) bool { return p.Name == "verified" }); c.set["verified"] == "" && *checked.Parameters[at].Value != `["phone_number"]` {
			t.Errorf("the default of verified is %v", *checked.Parameters[at].Value)
		}
	}
}
