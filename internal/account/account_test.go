package account_test

import (
	"testing"

	"userpoolplayground/internal/account"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

func TestComplete(t *testing.T) {
	for _, c := range []struct {
		text       string
		told, want account.Account
	}{
		{`{}`, account.Account{}, account.Account{Region: "us-east-1", ID: "123456789012"}},
		{`{"LambdaConfig": {"PreSignUp": "arn:aws:lambda:eu-west-1:210987654321:function:f"}}`,
			account.Account{}, account.Account{Region: "eu-west-1", ID: "210987654321"}},
		{`{"LambdaConfig": {"PreSignUp": "arn:aws:lambda:eu-west-1:210987654321:function:f"}}`,
			account.Account{Region: "us-west-2"}, account.Account{Region: "us-west-2", ID: "210987654321"}},
		// A sender may be in another Region than the pool: triggers and keys go before it.
		{`{"EmailConfiguration": {"SourceArn": "arn:aws:ses:us-west-2:123456789012:identity/example.com"}, "LambdaConfig": {"KMSKeyID": "arn:aws:kms:eu-west-1:123456789012:key/k"}}`,
			account.Account{}, account.Account{Region: "eu-west-1", ID: "123456789012"}},
		{`{"EmailConfiguration": {"SourceArn": "arn:aws:ses:us-west-2:123456789012:identity/example.com"}}`,
			account.Account{}, account.Account{Region: "us-west-2", ID: "123456789012"}},
		{`{"SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::210987654321:role/r"}, "LambdaConfig": {"PreSignUp": "no ARN"}}`,
			account.Account{}, account.Account{Region: "us-east-1", ID: "210987654321"}},
		{`{"SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/r", "SnsRegion": "eu-west-1"}, "EmailConfiguration": {"SourceArn": "arn:aws:ses:us-west-2:123456789012:identity/example.com"}}`,
			account.Account{}, account.Account{Region: "eu-west-1", ID: "123456789012"}},
		{`{"SmsConfiguration": {"EumsSms": {"Region": "eu-central-1"}, "SnsRegion": "eu-west-1"}}`,
			account.Account{}, account.Account{Region: "eu-central-1", ID: "123456789012"}},
		// A role's ARN has no Region, and cannot be of another partition than the pool.
		{`{"SmsConfiguration": {"SnsCallerArn": "arn:aws-us-gov:iam::210987654321:role/r"}}`,
			account.Account{}, account.Account{Region: "us-gov-west-1", ID: "210987654321"}},
		{`{"SmsConfiguration": {"SnsCallerArn": "arn:aws-cn:iam::210987654321:role/r"}}`,
			account.Account{Region: "eu-west-1"}, account.Account{Region: "eu-west-1", ID: "210987654321"}},
	} {
		got := c.told.Complete(request.Read(source.Parse(c.text), contract.Newest()))
		if got.Region != c.want.Region || got.ID != c.want.ID {
			t.Errorf("%s: %s %s, want %s %s", c.text, got.Region, got.ID, c.want.Region, c.want.ID)
		}
	}
}

func TestVerified(t *testing.T) {
	told := account.Account{SESKnown: true, SESIdentities: []string{"support@example.com", "example.org"}}
	for identity, want := range map[string]bool{
		"support@example.com": true, "Support@Example.com": true, "example.org": true,
		"example.com": false, "news@example.com": false, "news@example.org": false, "": false,
	} {
		if got := told.Verified(identity); got != want {
			t.Errorf("%q: %v, want %v", identity, got, want)
		}
		if !(account.Account{}).Verified(identity) {
			t.Errorf("%q is not verified where nothing is told", identity)
		}
	}
}

func TestPartition(t *testing.T) {
	for region, want := range map[string]string{"us-east-1": "aws", "cn-north-1": "aws-cn", "us-gov-west-1": "aws-us-gov", "eusc-de-east-1": "aws-eusc", "us-isob-east-1": "aws-iso-b", "us-iso-east-1": "aws-iso"} {
		if got := (account.Account{Region: region}).Partition(); got != want {
			t.Errorf("%s: %s, want %s", region, got, want)
		}
	}
}
