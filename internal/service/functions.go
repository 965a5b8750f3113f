package service

import (
	"github.com/tidwall/gjson"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/javahash"
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/source"
)

// Function is what a function of LambdaConfig does when the service calls it: it throws, or it
// answers with the response of its event, as JSON text. Nothing is run.
type Function struct {
	Throws   string
	Response string
}

// member is one of a JSON object in the making; its value is JSON text.
type member struct{ name, value string }

func quoted(text string) string { return source.Quote(text) }

func objectOf(members ...member) string {
	text := "{"
	for i, m := range members {
		if i > 0 {
			text += ","
		}
		text += source.Quote(m.name) + ":" + m.value
	}
	return text + "}"
}

// sources are what triggerSource begins with, where it is not the name in LambdaConfig.
var sources = map[string]string{"PreTokenGeneration": "TokenGeneration", "PreTokenGenerationConfig": "TokenGeneration"}

// blank are what a function's response has before the function fills it in.
var blank = map[string]string{
	"PreSignUp": `{"autoConfirmUser":false,"autoVerifyEmail":false,"autoVerifyPhone":false}`, "CustomMessage": `{"smsMessage":null,"emailMessage":null,"emailSubject":null}`,
	"DefineAuthChallenge": `{"challengeName":null,"issueTokens":null,"failAuthentication":null}`, "CreateAuthChallenge": `{"publicChallengeParameters":null,"privateChallengeParameters":null,"challengeMetadata":null}`,
	"VerifyAuthChallengeResponse": `{"answerCorrect":null}`, "PreTokenGeneration": `{"claimsOverrideDetails":null}`, "PreTokenGenerationConfig": `{"claimsAndScopeOverrideDetails":null}`,
	"UserMigration": `{"userAttributes":null,"finalUserStatus":null,"messageAction":null,"desiredDeliveryMediums":null,"forceAliasCreation":null}`,
}

// kinds are what the service can read of a function's response: a member of another kind ends the call. A
// member of the response that is null is none.
var kinds map[string]func(gjson.Result) bool

// Set here and not above: what looks into an override looks it up again.
func init() {
	kinds = map[string]func(gjson.Result) bool{
		"autoConfirmUser": gjson.Result.IsBool, "autoVerifyEmail": gjson.Result.IsBool, "autoVerifyPhone": gjson.Result.IsBool,
		"smsMessage": isText, "emailMessage": isText, "emailSubject": isText,
		"challengeName": isText, "issueTokens": gjson.Result.IsBool, "failAuthentication": gjson.Result.IsBool,
		"publicChallengeParameters": gjson.Result.IsObject, "privateChallengeParameters": gjson.Result.IsObject, "challengeMetadata": isText,
		"answerCorrect":         gjson.Result.IsBool,
		"claimsOverrideDetails": overrides, "claimsAndScopeOverrideDetails": overrides,
		"claimsToAddOrOverride": gjson.Result.IsObject, "claimsToSuppress": gjson.Result.IsArray, "groupOverrideDetails": gjson.Result.IsObject,
		"idTokenGeneration": overrides, "accessTokenGeneration": overrides, "scopesToAdd": gjson.Result.IsArray, "scopesToSuppress": gjson.Result.IsArray,
		"userAttributes": gjson.Result.IsObject, "messageAction": isText, "desiredDeliveryMediums": gjson.Result.IsArray, "forceAliasCreation": gjson.Result.IsBool,
		"finalUserStatus": func(r gjson.Result) bool { return r.Str == "CONFIRMED" || r.Str == "RESET_REQUIRED" },
	}
}

func isText(r gjson.Result) bool { return r.Type == gjson.String }

func overrides(r gjson.Result) bool { return r.IsObject() && legible(r) }

// legible reports whether the service can read a response, or a part of one.
func legible(response gjson.Result) bool {
	good := true
	response.ForEach(func(name, value gjson.Result) bool {
		fits := kinds[name.Str]
		good = fits == nil || value.Type == gjson.Null || fits(value)
		return good
	})
	return good
}

// invoke calls a function of LambdaConfig, where there is one, and gives back its response.
// occasion is the end of its triggerSource.
func (v *visit) invoke(name, occasion string, request ...member) (gjson.Result, *refused) {
	arn := v.functions[name]
	if arn == "" {
		return gjson.Result{}, nil
	}
	user, attributes := v.stranger, []member{}
	if v.user != nil {
		user = v.user.Name
		all := append([]Attribute{{"sub", v.user.Sub}, {"cognito:user_status", v.user.Status}}, v.user.Attributes...)
		for _, a := range javahash.Map(all, func(a Attribute) string { return a.Name }, 16) {
			attributes = append(attributes, member{a.Name, quoted(a.Value)})
		}
	}
	client := "CLIENT_ID_NOT_APPLICABLE"
	if v.client != nil {
		client = v.client.ID
	}
	if name != "UserMigration" { // it asks who that is
		request = append([]member{{"userAttributes", objectOf(attributes...)}}, request...)
	}
	begins := sources[name]
	if begins == "" {
		begins = name
	}
	empty := blank[name]
	if empty == "" {
		empty = "{}"
	}
	version := "1"
	if newer := v.setting("LambdaConfig", "PreTokenGenerationConfig", "LambdaVersion"); begins == "TokenGeneration" && newer > "V1_0" {
		version, empty = newer[1:2], blank["PreTokenGenerationConfig"]
	} else if begins == "TokenGeneration" {
		empty = blank["PreTokenGeneration"]
	}
	event := objectOf(
		member{"version", quoted(version)}, member{"region", quoted(v.pool.Region)}, member{"userPoolId", quoted(v.pool.ID)}, member{"userName", quoted(user)},
		member{"callerContext", objectOf(member{"awsSdkVersion", quoted("aws-sdk-unknown-unknown")}, member{"clientId", quoted(client)})},
		member{"triggerSource", quoted(begins + "_" + occasion)},
		member{"request", objectOf(request...)},
		member{"response", empty},
	)
	v.calls = append(v.calls, Invocation{Name: name, ARN: arn, Source: begins + "_" + occasion, Event: event})
	f, known := v.Functions[name]
	if !known && begins == "TokenGeneration" { // named by the other of its two members
		f, known = v.Functions[map[string]string{"PreTokenGeneration": "PreTokenGenerationConfig", "PreTokenGenerationConfig": "PreTokenGeneration"}[name]]
	}
	if !known {
		return gjson.Result{}, nil
	}
	if f.Throws != "" {
		shown := name
		if name == "PreTokenGenerationConfig" {
			shown = "PreTokenGeneration"
		}
		return gjson.Result{}, v.refuse(refusal.TriggerThrew, "", "name", shown, "message", f.Throws)
	}
	response := gjson.Parse(f.Response)
	if !response.IsObject() || !legible(response) {
		return gjson.Result{}, v.refuse(refusal.TriggerAnswer, "", "name", name)
	}
	v.because("/LambdaConfig/"+name, diagnostic.Documented, "The function "+name+" answered, and the service goes by it.")
	return response, nil
}

// metadata are members of an event for what the caller hands on. At the beginning of a sign-in that is no metadata,
// but validation data, of two functions alone: the ClientMetadata of InitiateAuth.
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
func (v *visit) metadata() []member {
	if given := v.request.Get("ClientMetadata"); given != nil && !v.begins() {
		var all []member
		for _, m := range given.Elements() {
			all = append(all, member{m.Name, quoted(m.Text())})
		}
		return []member{{"clientMetadata", objectOf(all...)}}
	}
	return nil
}

// begins reports whether the call begins a sign-in.
func (v *visit) begins() bool {
	return v.called.Name == "InitiateAuth" || v.called.Name == "AdminInitiateAuth"
}
