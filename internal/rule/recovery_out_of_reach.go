package rule

import (
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

var recoveryOutOfReach = Rule{
	ID:        "recovery-out-of-reach",
	Severity:  diagnostic.Warning,
	Fields:    []string{"/AccountRecoverySetting/RecoveryMechanisms", "/AutoVerifiedAttributes", "/SmsConfiguration", "/LambdaConfig/PreSignUp", "/AdminCreateUserConfig/AllowAdminCreateUserOnly"},
	Message:   "Nobody who signs up could recover an account this way: {reason}.",
	InGeneral: "A recovery mechanism needs an attribute that is verified, or nobody who signs up could recover an account.",
	Why:       "A code for a new password goes only to a verified address or number, and only the attributes in AutoVerifiedAttributes are verified at sign-up.",
	Evidence:  diagnostic.Documented,
	Links:     []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html"},
	Since:     "2019-11-26",
	Bad:       `{"PoolName": "pool", "AutoVerifiedAttributes": ["email"], "AccountRecoverySetting": {"RecoveryMechanisms": [{"Priority": 1, "Name": "verified_phone_number"}]}}`,
	Good:      `{"PoolName": "pool", "AutoVerifiedAttributes": ["email"], "AccountRecoverySetting": {"RecoveryMechanisms": [{"Priority": 1, "Name": "verified_email"}]}}`,
	Check: func(c *Case) {
		mechanisms := c.Get("AccountRecoverySetting", "RecoveryMechanisms")
		if len(mechanisms.Elements()) == 0 || c.Get("LambdaConfig", "PreSignUp") != nil || c.Get("AdminCreateUserConfig", "AllowAdminCreateUserOnly").Bool() {
			return
		}
		reason := ""
		var email, phone *request.Value
		for _, m := range mechanisms.Elements() {
			switch name := m.Get("Name"); {
			case name.Is("verified_email") && c.Get("AutoVerifiedAttributes").Has("email") == nil:
				reason, email = "email is not in AutoVerifiedAttributes", m
			case name.Is("verified_phone_number") && c.Get("SmsConfiguration") == nil:
				reason, phone = "there is no SmsConfiguration to send text messages with", m
			case name.Is("verified_phone_number") && c.Get("AutoVerifiedAttributes").Has("phone_number") == nil:
				reason, phone = "phone_number is not in AutoVerifiedAttributes", m
			default:
				return
			}
		}
		b := c.Break(mechanisms, "reason", reason)
		if email != nil {
			b.Fix("Verify email automatically", c.verify("email"))
		} else if c.Get("AutoVerifiedAttributes").Has("email") != nil {
			b.Fix("Recover by email instead", c.Replace(phone.Get("Name"), `"verified_email"`))
		}
		if phone != nil && c.Get("SmsConfiguration") != nil {
			b.Fix("Verify phone_number automatically", c.verify("phone_number"))
		}
	},
}
