package rule

import (
	"slices"

	"userpoolplayground/internal/diagnostic"
)

var setmfaEmailRecovery = Rule{
	ID:       "setmfa-email-recovery",
	Severity: diagnostic.Warning,
	Fields:   []string{"/EmailMfaConfiguration"},
	Calls:    []string{SetUserPoolMfaConfig},
	Message:  "The pool recovers accounts by email alone, and who has email as a second factor cannot recover by email: give the pool a second way first. A report says that the service wants one; it is taken here.",
	Why:      "One mailbox would then be enough to reset the password and to pass MFA. The reference calls email MFA disqualifying for recovery by email.",
	Evidence: diagnostic.Documented,
	Links:    []string{"https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html", "https://github.com/hashicorp/terraform-provider-aws/issues/41049"},
	Since:    "2024-09-12",
	Standing: `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:us-east-1:123456789012:identity/example.com"}, "AccountRecoverySetting": {"RecoveryMechanisms": [{"Priority": 1, "Name": "verified_email"}]}}}`,
	Bad:      `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OPTIONAL", "EmailMfaConfiguration": {"Message": "Code {####}", "Subject": "Code"}}`,
	Good:     `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OPTIONAL", "SoftwareTokenMfaConfiguration": {"Enabled": true}}`,
	Check: func(c *Case) {
		if email := c.Get("EmailMfaConfiguration"); email != nil && slices.Equal(c.Pool.Recovery, []string{"verified_email"}) {
			c.Break(email)
		}
	},
}
