package rule_test

import (
	"testing"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/example"
)

// What the service is known to take, or was reported to. A false alarm is as bad as a miss.
func TestAccepted(t *testing.T) {
	const sms = `"SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/texts", "ExternalId": "pool"}`
	here := account.Account{Region: "us-east-1", ID: "123456789012"}
	for name, text := range map[string]string{
		"function of another account":            `{"PoolName": "pool", "LambdaConfig": {"PostConfirmation": "arn:aws:lambda:us-east-1:210987654321:function:greet"}}`,
		"same function in both pre token places": `{"PoolName": "pool", "LambdaConfig": {"PreTokenGeneration": "arn:aws:lambda:us-east-1:123456789012:function:claims", "PreTokenGenerationConfig": {"LambdaVersion": "V1_0", "LambdaArn": "arn:aws:lambda:us-east-1:123456789012:function:claims"}}}`,
		"user name in a verification message":    `{"PoolName": "pool", "EmailVerificationMessage": "Hello {username}, your code is {####}."}`,
		"code and link, link sent":               `{"PoolName": "pool", "VerificationMessageTemplate": {"DefaultEmailOption": "CONFIRM_WITH_LINK", "EmailMessage": "Your code: {####}", "EmailMessageByLink": "{##Confirm##}"}}`,
		"older message beside the template":      `{"PoolName": "pool", "EmailVerificationMessage": "One {####}", "VerificationMessageTemplate": {"EmailMessage": "Two {####}"}}`,
		"nothing but a link":                     `{"PoolName": "pool", "VerificationMessageTemplate": {"EmailMessageByLink": "{##Verify Email##}"}}`,
		"code by email, default sender, no MFA":  `{"PoolName": "pool", "MfaConfiguration": "OFF", "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"]}}}`,
		"code by email, MFA optional":            `{"PoolName": "pool", "MfaConfiguration": "OPTIONAL", ` + sms + `, "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"]}}}`,
		"MFA on, phone number not verified":      `{"PoolName": "pool", "MfaConfiguration": "ON", "AutoVerifiedAttributes": ["email"], ` + sms + `}`,
		"optional MFA and recovery by phone":     `{"PoolName": "pool", "MfaConfiguration": "OPTIONAL", "AutoVerifiedAttributes": ["phone_number"], ` + sms + `, "AccountRecoverySetting": {"RecoveryMechanisms": [{"Priority": 1, "Name": "verified_phone_number"}, {"Priority": 2, "Name": "verified_email"}]}}`,
		"equal bounds":                           `{"PoolName": "pool", "Schema": [{"Name": "code", "AttributeDataType": "String", "StringAttributeConstraints": {"MinLength": "6", "MaxLength": "6"}}, {"Name": "one", "AttributeDataType": "Number", "NumberAttributeConstraints": {"MinValue": "1", "MaxValue": "1"}}]}`,
		"bounds in two spellings":                `{"PoolName": "pool", "Schema": [{"Name": "code", "AttributeDataType": "String", "StringAttributeConstraints": {"MinLength": "9", "MaxLength": "10"}}, {"Name": "share", "AttributeDataType": "Number", "NumberAttributeConstraints": {"MinValue": "-1.5", "MaxValue": "007"}}]}`,
		"types without bounds":                   `{"PoolName": "pool", "Schema": [{"Name": "adult", "AttributeDataType": "Boolean"}, {"Name": "joined", "AttributeDataType": "DateTime"}]}`,
		"bounds of the other type":               `{"PoolName": "pool", "Schema": [{"Name": "seats", "AttributeDataType": "Number", "StringAttributeConstraints": {"MinLength": "many", "MaxLength": "9999"}}]}`,
		"standard attribute without its type":    `{"PoolName": "pool", "Schema": [{"Name": "phone_number", "Mutable": false, "Required": true}]}`,
		"prefixed name, and sub":                 `{"PoolName": "pool", "Schema": [{"Name": "custom:team", "AttributeDataType": "String"}, {"Name": "sub", "AttributeDataType": "String", "Required": true}]}`,
		"no days at all":                         `{"PoolName": "pool", "Policies": {"PasswordPolicy": {"TemporaryPasswordValidityDays": 0}}}`,
		"days in the older place":                `{"PoolName": "pool", "AdminCreateUserConfig": {"UnusedAccountValidityDays": 90}}`,
		"nothing but a name":                     `{"PoolName": "pool"}`,
		"SES in another allowed Region":          `{"PoolName": "pool", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:eu-west-1:123456789012:identity/example.com", "From": "no-reply@example.com"}}`,
		"From of an identity, default sender":    `{"PoolName": "pool", "EmailConfiguration": {"SourceArn": "arn:aws:ses:us-east-1:123456789012:identity/example.com", "From": "no-reply@example.com"}}`,
	} {
		for _, d := range findings(text, "", here) {
			if d.Severity == diagnostic.Error {
				t.Errorf("%s: refused by %s at %s", name, d.Rule, d.Pointer)
			}
		}
	}
}

// Where the service's list for a Region is not known, nothing is refused.
func TestUnknownRegions(t *testing.T) {
	for _, text := range []string{
		`{"PoolName": "pool", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:sa-east-1:123456789012:identity/example.com"}}`,
		`{"PoolName": "pool", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/texts", "ExternalId": "pool", "SnsRegion": "us-east-1"}}`,
	} {
		for _, d := range findings(text, "", account.Account{Region: "ap-south-1", ID: "123456789012"}) {
			if d.Severity == diagnostic.Error {
				t.Errorf("refused by %s: %s", d.Rule, text)
			}
		}
	}
}

func TestSilence(t *testing.T) {
	for _, text := range []string{`{"PoolName": "p"}`, `{"PoolName": "p", "UserPoolTags": {"team": "web"}, "DeletionProtection": "ACTIVE", "UserPoolTier": "LITE"}`} {
		if found := findings(text, "", account.Account{}); len(found) > 0 {
			t.Errorf("%s gives %s", text, found[0].Rule)
		}
	}
}

// AWS's own sample shows many things at once and may have some advice, but not a wall of
// it; the other examples show good practice.
func TestExamples(t *testing.T) {
	for _, e := range example.All() {
		found := findings(e.Request, "", account.Account{})
		if e.ID == "reference-sample" && len(found) > 6 {
			t.Errorf("%s gives %d findings", e.ID, len(found))
		}
		for _, d := range found {
			if d.Severity == diagnostic.Error || d.Severity == diagnostic.Warning && e.ID != "reference-sample" {
				t.Errorf("%s: %s %s at %s", e.ID, d.Severity, d.Rule, d.Pointer)
			}
		}
	}
}
