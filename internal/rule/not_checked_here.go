package rule

import (
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

var notCheckedHere = Rule{
	ID:        "not-checked-here",
	Severity:  diagnostic.Note,
	Fields:    []string{"/LambdaConfig/*", "/LambdaConfig/*/LambdaArn", "/SmsConfiguration/SnsCallerArn", "/SmsConfiguration/EumsSms/CallerArn", "/EmailConfiguration/SourceArn", "/KeyConfiguration/KmsKeyArn"},
	OfTheCall: true,
	Certain:   true,
	Message:   "Cannot be checked here: {questions}.",
	InGeneral: "What the account holds cannot be checked here.",
	Why:       "Only your AWS account knows. The answer shown is the one that comes when all is well there; the account's settings can say otherwise.",
	Evidence:  diagnostic.Inferred,
	Bad:       `{"PoolName": "pool", "LambdaConfig": {"PreSignUp": "arn:aws:lambda:us-east-1:123456789012:function:check"}}`,
	Good:      `{"PoolName": "pool", "AutoVerifiedAttributes": ["email"]}`,
	Check: func(c *Case) {
		var places []*request.Value
		var questions []string
		ask := func(question string, values ...*request.Value) {
			for _, v := range values {
				if v.Text() != "" {
					places, questions = append(places, v), append(questions, question)
					return // once a kind is enough
				}
			}
		}
		ask("whether the functions exist and let Cognito invoke them", c.functions()...)
		ask("whether the KMS key exists and lets Cognito use it", c.Get("LambdaConfig", "KMSKeyID"), c.Get("KeyConfiguration", "KmsKeyArn"))
		if c.Account.SMSRole == "" {
			ask("whether the SMS role trusts Cognito and may send", c.Get("SmsConfiguration", "SnsCallerArn"), c.Get("SmsConfiguration", "EumsSms", "CallerArn"))
		}
		if !c.Account.SESKnown {
			ask("whether the sender is verified in Amazon SES", c.Get("EmailConfiguration", "SourceArn"))
		}
		if len(places) == 0 {
			return
		}
		b := c.Break(places[0], "questions", strings.Join(questions, "; "))
		for i, place := range places[1:] {
			b.Related(place, "Not checked: "+questions[i+1]+".")
		}
	},
}
