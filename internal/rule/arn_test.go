package rule_test

import (
	"strings"
	"testing"

	"userpoolplayground/internal/account"
)

// TestARNs: an ARN that the pool cannot use is warned of once, and no other is.
func TestARNs(t *testing.T) {
	const (
		trigger = `{"PoolName": "p", "LambdaConfig": {"PreSignUp": "ARN"}}`
		token   = `{"PoolName": "p", "LambdaConfig": {"PreTokenGenerationConfig": {"LambdaVersion": "V1_0", "LambdaArn": "ARN"}}}`
		key     = `{"PoolName": "p", "LambdaConfig": {"KMSKeyID": "ARN"}}`
		role    = `{"PoolName": "p", "SmsConfiguration": {"SnsCallerArn": "ARN", "ExternalId": "p"}}`
		sender  = `{"PoolName": "p", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": "ARN"}}`
	)
	for _, c := range []struct{ request, region, arn, want string }{
		{trigger, "us-east-1", "arn:aws:s3:us-east-1:123456789012:function:p", "arn-other-kind"},
		{trigger, "us-east-1", "arn:aws:lambda:us-east-1:123456789012:layer:p", "arn-other-kind"},
		{token, "us-east-1", "arn:aws:states:us-east-1:123456789012:stateMachine:p", "arn-other-kind"},
		{key, "us-east-1", "arn:aws:lambda:us-east-1:123456789012:function:p", "arn-other-kind"},
		{role, "us-east-1", "arn:aws:iam::123456789012:user/p", "arn-other-kind"},
		{sender, "us-east-1", "arn:aws:sns:us-east-1:123456789012:topic", "arn-other-kind"},

		{trigger, "us-gov-west-1", "arn:aws:lambda:us-gov-west-1:123456789012:function:p", "arn-other-partition"},
		{trigger, "us-east-1", "arn:aws-cn:lambda:us-east-1:123456789012:function:p", "arn-other-partition"},
		{token, "cn-north-1", "arn:aws:lambda:cn-north-1:123456789012:function:p", "arn-other-partition"},
		{key, "us-gov-west-1", "arn:aws:kms:us-east-1:123456789012:key/k", "arn-other-partition"},
		{role, "cn-north-1", "arn:aws:iam::123456789012:role/r", "arn-other-partition"},
		{sender, "us-gov-west-1", "arn:aws:ses:us-east-1:123456789012:identity/example.com", "arn-other-partition"},
		{sender, "us-gov-west-1", "arn:aws:ses:us-gov-west-1:123456789012:identity/example.com", "arn-other-partition"},

		{trigger, "us-east-1", "arn:aws:lambda:us-east-1:210987654321:function:p:live", ""},
		{trigger, "cn-north-1", "arn:aws-cn:lambda:cn-north-1:123456789012:function:p", ""},
		{trigger, "us-iso-east-1", "arn:aws-iso:lambda:us-iso-east-1:123456789012:function:p", ""},
		{trigger, "eu-west-1", "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:p", "lambda-cross-region"},
		{key, "us-east-1", "arn:aws:kms:us-east-1:123456789012:alias/k", ""},
		{role, "us-east-1", "arn:aws:iam::123456789012:role/service-role/r", ""},
		{role, "", "arn:aws-us-gov:iam::123456789012:role/r", ""},
		{role, "eu-west-1", "arn:aws:iam::210987654321:role/r", ""},
		{sender, "us-east-1", "arn:aws:ses:us-west-2:123456789012:identity/example.com", ""},
		{sender, "eu-central-1", "arn:aws:ses:eu-west-1:123456789012:identity/example.com", ""},
	} {
		var got []string
		for _, d := range findings(strings.Replace(c.request, "ARN", c.arn, 1), "", account.Account{Region: c.region}) {
			if strings.HasPrefix(d.Rule, "arn-other-") || d.Rule == "lambda-cross-region" {
				got = append(got, d.Rule)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s in %s: %v, want %q", c.arn, c.region, got, c.want)
		}
	}
}
