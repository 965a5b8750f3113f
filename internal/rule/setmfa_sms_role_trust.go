package rule

import (
	"userpoolplayground/internal/account"
	"userpoolplayground/internal/diagnostic"
)

// SetUserPoolMfaConfig looks at the role that it is given as CreateUserPool does: the exceptions are among those
// that it declares.
var setmfaSMSRoleTrust = Rule{
	ID:        "setmfa-sms-role-trust",
	Fields:    []string{"/SmsMfaConfiguration/SmsConfiguration/SnsCallerArn", "/SmsMfaConfiguration/SmsConfiguration/ExternalId"},
	Calls:     []string{SetUserPoolMfaConfig},
	OfTheCall: true,
	Exception: smsRoleTrust.Exception,
	Says:      smsRoleTrust.Says,
	Message:   smsRoleTrust.Message,
	Why:       "Cognito assumes the role in the call, to see that it can. A role that does not exist is answered in the same words.",
	Evidence:  diagnostic.Inferred,
	Links:     smsRoleTrust.Links,
	Stage:     diagnostic.Account,
	Around:    account.Account{SMSRole: account.RoleNoTrust},
	Standing:  setmfaSMSBlockInvalid.Standing,
	Bad:       setmfaSMSBlockInvalid.Good,
	Good:      `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": {"Enabled": true}}`,
	Check:     func(c *Case) { c.checkRole(account.RoleNoTrust, "SmsMfaConfiguration", "SmsConfiguration") },
}
