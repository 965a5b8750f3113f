package rule

import "userpoolplayground/internal/diagnostic"

// A deployment shows a second sentence behind these words, Update the value of EmailSendingAccount;
// a measurement of the call itself ends here.
var setmfaEmailNeedsDeveloper = Rule{
	ID:       "setmfa-email-with-cognito-default",
	Fields:   []string{"/EmailMfaConfiguration"},
	Calls:    []string{SetUserPoolMfaConfig},
	Says:     "Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT",
	Message:  "Codes by email need a sender of your own: give the pool an EmailConfiguration with EmailSendingAccount DEVELOPER first.",
	Why:      "Cognito's own address sends few emails a day, and none for MFA.",
	Evidence: diagnostic.Observed,
	Links:    []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-mfa-email-otp-requires-developer/meta.yaml"},
	Since:    "2024-09-12",
	Standing: `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop"}}`,
	Bad:      `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "ON", "EmailMfaConfiguration": {"Message": "Code {####}", "Subject": "Code"}}`,
	Good:     `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": {"Enabled": true}}`,
	Check: func(c *Case) {
		if email := c.Get("EmailMfaConfiguration"); email != nil && c.Pool.Sender != "DEVELOPER" {
			c.Break(email).Fix("Leave the factor out", c.Remove(email))
		}
	},
}
