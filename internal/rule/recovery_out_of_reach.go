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
		reason, unsent := "", false // unsent: no text message can be sent
		var email, phone *request.Value
		for _, m := range mechanisms.Elements() {
			switch name := m.Get("Name"); {
			case name.Is("verified_email") && c.Get("AutoVerifiedAttributes").Has("email") == nil:
				email = m
			case name.Is("verified_phone_number") && c.Get("SmsConfiguration") == nil:
				phone, unsent = m, true
			case name.Is("verified_phone_number") && c.Get("AutoVerifiedAttributes").Has("phone_number") == nil:
				phone = m
			default:
				return
			}
		}
		switch {
		case email != nil && phone != nil && unsent:
			reason = "email is not in AutoVerifiedAttributes, and there is no SmsConfiguration to send text messages with"
		case email != nil && phone != nil:
			reason = "email and phone_number are not in AutoVerifiedAttributes"
		case email != nil:
			reason = "email is not in AutoVerifiedAttributes"
		case unsent:
			reason = "there is no SmsConfiguration to send text messages with"
		default:
			reason = "phone_number is not in AutoVerifiedAttributes"
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
