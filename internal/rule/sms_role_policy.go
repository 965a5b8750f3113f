package rule

import (
	"userpoolplayground/internal/account"
	"userpoolplayground/internal/diagnostic"
)

var smsRolePolicy = Rule{
	ID:        "sms-role-policy",
	Fields:    []string{"/SmsConfiguration/SnsCallerArn"},
	OfTheCall: true,
	Exception: "InvalidSmsRoleAccessPolicyException",
	Says:      "Role does not have permission to publish with SNS",
	Message:   "Cognito can assume this role, but the role may not send: add a policy that allows sns:Publish on *.",
	Why:       "Text messages go out with the rights of this role. A phone number is no resource with an ARN, so the policy has to allow all.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/OElesin/querypal/issues/6"},
	Stage:     diagnostic.Account,
	Since:     "2016-07-29",
	Around:    account.Account{SMSRole: account.RoleNoPublish},
	Bad:       `{"PoolName": "pool", "AutoVerifiedAttributes": ["phone_number"], "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "pool"}}`,
	Good:      `{"PoolName": "pool", "AutoVerifiedAttributes": ["email"]}`,
	Check:     func(c *Case) { c.checkRole(account.RoleNoPublish, "SmsConfiguration") },
}
