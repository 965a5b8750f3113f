package rule

import (
	"userpoolplayground/internal/account"
	"userpoolplayground/internal/diagnostic"
)

// The words were seen without the exception's type; AccessDeniedException is what IAM
// answers with elsewhere.
var smsRoleOtherAccount = Rule{
	ID:        "sms-role-other-account",
	Fields:    []string{"/SmsConfiguration/SnsCallerArn"},
	OfTheCall: true,
	Exception: "AccessDeniedException",
	Says:      "Cross-account pass role is not allowed.",
	Message:   "This role belongs to account {owner}, and the pool to {account}: use a role of the pool's own account.",
	InGeneral: "The role that sends text messages has to belong to the pool's own account.",
	Why:       "To name a role is to pass it to Cognito, and roles can be passed only inside their own account.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-sms-caller-arn-account/meta.yaml"},
	Stage:     diagnostic.Account,
	Since:     "2016-07-29",
	Around:    account.Account{ID: "123456789012"},
	Bad:       `{"PoolName": "pool", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::210987654321:role/sms-role", "ExternalId": "pool"}}`,
	Good:      `{"PoolName": "pool", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms-role", "ExternalId": "pool"}}`,
	Check: func(c *Case) {
		role := c.Get("SmsConfiguration", "SnsCallerArn")
		if owner := c.stranger(role); owner != "" {
			c.Break(role, "owner", owner, "account", c.Account.ID).
				Fix("Change its account to "+c.Account.ID, c.readdress(role, arnAccount, c.Account.ID))
		}
	},
}
