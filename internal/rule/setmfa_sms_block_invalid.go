package rule

import "userpoolplayground/internal/diagnostic"

// Reported by an emulator's authors as the service's words. That an external id is missed, too,
// was not seen.
var setmfaSMSBlockInvalid = Rule{
	ID:       "setmfa-sms-block-invalid",
	Fields:   []string{"/SmsMfaConfiguration"},
	Calls:    []string{SetUserPoolMfaConfig},
	Says:     "Invalid SMS MFA configuration given, external id and a valid caller arn are required",
	Message:  "SmsMfaConfiguration needs an SmsConfiguration that can send: give it the role of a caller, SnsCallerArn, with its ExternalId.",
	Why:      "The call replaces the pool's SmsConfiguration, so that it has to be said again even where it stays.",
	Evidence: diagnostic.Inferred,
	Standing: `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop"}}`,
	Bad:      `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "ON", "SmsMfaConfiguration": {"SmsAuthenticationMessage": "Code {####}"}}`,
	Good:     `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "ON", "SmsMfaConfiguration": {"SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "shop"}}}`,
	Check: func(c *Case) {
		block := c.Get("SmsMfaConfiguration")
		caller, external := block.Get("SmsConfiguration", "SnsCallerArn"), block.Get("SmsConfiguration", "ExternalId")
		if block != nil && (!isGiven(caller) || external == nil) && block.Get("SmsConfiguration", "EumsSms") == nil {
			c.Break(block)
		}
	},
}
