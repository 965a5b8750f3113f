package summary

import "strings"

// What a function does at each occasion, as the rest of a sentence that its name begins.
var occasions = map[string]string{
	"PreSignUp":                   "looks at each new account before it is made, and may refuse or confirm it",
	"CustomMessage":               "may rewrite a message before it is sent",
	"PostConfirmation":            "is called once an account is confirmed or has a new password",
	"PreAuthentication":           "looks at each sign-in before the password is checked, and may refuse it",
	"PostAuthentication":          "is called after each sign-in",
	"DefineAuthChallenge":         "leads a sign-in of your own making, step by step",
	"CreateAuthChallenge":         "asks the questions of a sign-in of your own making",
	"VerifyAuthChallengeResponse": "judges the answers in a sign-in of your own making",
	"PreTokenGeneration":          "may change what applications are told about a user who has signed in",
	"UserMigration":               "brings users over from an older directory when they sign in or have forgotten their password",
	"CustomSMSSender":             "delivers all text messages in Cognito's place",
	"CustomEmailSender":           "delivers all email in Cognito's place",
	"InboundFederation":           "sees what an outside identity provider says about a user before it is stored",
}

func (r reader) functions(t *teller) {
	for _, f := range r.get("LambdaConfig").elements() {
		arn := f
		if in := f.get("LambdaArn"); !f.open() && in.there() {
			arn = in
		}
		does := occasions[f.value.Name]
		switch {
		case f.value.Name == "KMSKeyID":
			t.say("The codes that a delivering function gets are encrypted with a key of yours.", f)
		case f.value.Name == "PreTokenGenerationConfig": // told of at PreTokenGeneration, which is always beside it
		case does == "":
			t.say("Your function "+functionName(arn)+" is called at "+f.value.Name+".", f)
		default:
			t.say("Your function "+functionName(arn)+" "+does+".", f)
		}
	}
}

// functionName is the last part of a function's ARN, without a version. That there is a function is
// certain where its ARN is decided at deployment.
func functionName(arn place) string {
	if arn.open() {
		return arn.value.Text
	}
	_, name, found := strings.Cut(arn.text(), ":function:")
	if !found {
		return arn.text()
	}
	name, _, _ = strings.Cut(name, ":")
	return name
}
