package rule

import "userpoolplayground/internal/diagnostic"

// The operation has the exception of a tier that lacks a feature; no text of it was published.
var setmfaEmailTier = Rule{
	ID:       "setmfa-email-tier",
	Severity: diagnostic.Warning,
	Fields:   []string{"/EmailMfaConfiguration"},
	Calls:    []string{SetUserPoolMfaConfig},
	Message:  "Codes by email as a second factor need a pool in the ESSENTIALS or PLUS tier, and this one is in LITE: the service may answer FeatureUnavailableInTierException. Its words were never published.",
	Why:      "The reference says that the pool must be in the Essentials tier or higher.",
	Evidence: diagnostic.Documented,
	Links:    []string{"https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailMfaConfigType.html"},
	Since:    tiersSince,
	Standing: `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop", "UserPoolTier": "LITE", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:us-east-1:123456789012:identity/example.com"}}}`,
	Bad:      `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OPTIONAL", "EmailMfaConfiguration": {"Message": "Code {####}", "Subject": "Code"}}`,
	Good:     `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OPTIONAL", "SoftwareTokenMfaConfiguration": {"Enabled": true}}`,
	Check: func(c *Case) {
		if email := c.Get("EmailMfaConfiguration"); email != nil && c.Pool.Tier == "LITE" {
			c.Break(email).Fix("Leave the factor out", c.Remove(email))
		}
	},
}
