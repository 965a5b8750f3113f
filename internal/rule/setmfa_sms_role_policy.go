package rule

import (
	"userpoolplayground/internal/account"
	"userpoolplayground/internal/diagnostic"
)

var setmfaSMSRolePolicy = Rule{
	ID:        "setmfa-sms-role-policy",
	Fields:    []string{"/SmsMfaConfiguration/SmsConfiguration/SnsCallerArn"},
	Calls:     []string{SetUserPoolMfaConfig},
	OfTheCall: true,
	Exception: smsRolePolicy.Exception,
	Says:      smsRolePolicy.Says,
	Message:   smsRolePolicy.Message,
	Why:       smsRolePolicy.Why,
	Evidence:  diagnostic.Inferred,
	Links:     smsRolePolicy.Links,
	Stage:     diagnostic.Account,
	Around:    account.Account{SMSRole: account.RoleNoPublish},
	Standing:  setmfaSMSBlockInvalid.Standing,
	Bad:       setmfaSMSBlockInvalid.Good,
	Good:      setmfaSMSRoleTrust.Good,
	Check:     func(c *Case) { c.checkRole(account.RoleNoPublish, "SmsMfaConfiguration", "SmsConfiguration") },
}
