package rule

import (
	"userpoolplayground/internal/account"
	"userpoolplayground/internal/diagnostic"
)

var smsRoleTrust = Rule{
	ID:        "sms-role-trust",
	Fields:    []string{"/SmsConfiguration/SnsCallerArn", "/SmsConfiguration/ExternalId"},
	OfTheCall: true,
	Exception: "InvalidSmsRoleTrustRelationshipException",
	Says:      "Role does not have a trust relationship allowing Cognito to assume the role",
	Message:   "Cognito cannot assume this role: its trust policy has to name cognito-idp.amazonaws.com, and its sts:ExternalId to be the ExternalId here.",
	Why:       "Cognito assumes the role when the pool is made, to see that it can. A role that does not exist is answered in the same words.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/aws-amplify/amplify-flutter/issues/1328"},
	Stage:     diagnostic.Account,
	Since:     "2016-07-29",
	Around:    account.Account{SMSRole: account.RoleNoTrust},
	Bad:       `{"PoolName": "pool", "AutoVerifiedAttributes": ["phone_number"], "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "pool"}}`,
	Good:      `{"PoolName": "pool", "AutoVerifiedAttributes": ["email"]}`,
	Check:     func(c *Case) { c.checkRole(account.RoleNoTrust, "SmsConfiguration") },
}

// checkRole breaks the rule when the SMS role is known to be in a state; block is where the SmsConfiguration is.
func (c *Case) checkRole(state string, block ...string) {
	role := c.Get(append(block, "SnsCallerArn")...)
	if role.Text() != "" && c.Account.SMSRole == state && c.stranger(role) == "" {
		c.Break(role)
	}
}
