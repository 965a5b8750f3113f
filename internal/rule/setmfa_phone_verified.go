package rule

import (
	"slices"

	"userpoolplayground/internal/diagnostic"
)

// One report of 2022 has a call refused that switches MFA off, in words that may be
// CloudFormation's own. Tests that run on the service switch authenticator apps on without the
// block, and are not refused.
var setmfaPhoneVerified = Rule{
	ID:       "setmfa-phone-auto-verified",
	Fields:   []string{"/MfaConfiguration", "/SmsMfaConfiguration/SmsConfiguration"},
	Calls:    []string{SetUserPoolMfaConfig},
	Says:     "SMS configuration is required when phone_number is selected for auto verification",
	Message:  "The pool verifies phone numbers, and the call switches MFA off without naming an SmsConfiguration. It is refused here, and sources differ: one report of 2022 has these words, which may be CloudFormation's.",
	Why:      "To be sure, verify no phone numbers with UpdateUserPool first, or set MfaConfiguration OFF there, which keeps the rest.",
	Evidence: diagnostic.Inferred,
	Links:    []string{"https://github.com/hashicorp/terraform-provider-aws/issues/28294"},
	Standing: `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop", "AutoVerifiedAttributes": ["phone_number"], "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "shop"}}}`,
	Bad:      `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OFF"}`,
	Good:     `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OPTIONAL", "SmsMfaConfiguration": {"SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "shop"}}}`,
	Check: func(c *Case) {
		mode := c.Get("MfaConfiguration")
		if !slices.Contains(c.Pool.Verified, "phone_number") || c.Get("SmsMfaConfiguration") != nil || mode.Is("ON", "OPTIONAL") {
			return
		}
		if mode == nil {
			mode = c.Root()
		}
		c.Break(mode)
	},
}
