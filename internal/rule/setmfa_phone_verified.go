package rule

import (
	"slices"

	"userpoolplayground/internal/diagnostic"
)

// One report of 2022, through CloudFormation, has the refusal; tests run on the service switch
// authenticator apps on so, and are not refused.
var setmfaPhoneVerified = Rule{
	ID:       "setmfa-phone-auto-verified",
	Severity: diagnostic.Warning,
	Fields:   []string{"/SmsMfaConfiguration/SmsConfiguration"},
	Calls:    []string{SetUserPoolMfaConfig},
	Message:  "The pool verifies phone numbers, and the call names no SmsConfiguration. One report of 2022 has it refused, in words that may be CloudFormation's own; others made such calls. It is taken here.",
	Why:      "Where it is refused the words are: SMS configuration is required when phone_number is selected for auto verification. Give SmsMfaConfiguration with the pool's own SmsConfiguration to be sure.",
	Evidence: diagnostic.Inferred,
	Links:    []string{"https://github.com/hashicorp/terraform-provider-aws/issues/28294"},
	Standing: `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop", "AutoVerifiedAttributes": ["phone_number"], "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "shop"}}}`,
	Bad:      `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OFF"}`,
	Good:     `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OPTIONAL", "SmsMfaConfiguration": {"SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "shop"}}}`,
	Check: func(c *Case) {
		if slices.Contains(c.Pool.Verified, "phone_number") && c.Get("SmsMfaConfiguration") == nil {
			c.Break(c.Root())
		}
	},
}
