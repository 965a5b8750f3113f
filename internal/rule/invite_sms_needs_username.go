package rule

import "userpoolplayground/internal/diagnostic"

// The two halves of what it says were seen in two logs; that they make one sentence is
// inferred.
var inviteSMSNeedsUsername = Rule{
	ID:        "invite-sms-needs-username",
	Fields:    []string{"/AdminCreateUserConfig/InviteMessageTemplate/SMSMessage"},
	Says:      "Invalid SMS message for Admin create user flow parameter. SMS message should have {username} which will be replaced by code",
	Message:   "The invitation by SMS does not hold {username}: put it where the user name goes.",
	InGeneral: "The invitation by SMS has to hold {username} where the user name goes.",
	Why:       "The service wants the user name in every invitation, also where people sign in with an email address or a phone number.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/aws/aws-cdk/issues/16905"},
	CheckedBy: []string{"terraform"},
	Bad:       `{"PoolName": "pool", "AdminCreateUserConfig": {"InviteMessageTemplate": {"SMSMessage": "Your temporary password is {####}"}}}`,
	Good:      `{"PoolName": "pool", "AdminCreateUserConfig": {"InviteMessageTemplate": {"SMSMessage": "{username}, your temporary password is {####}"}}}`,
	Check: func(c *Case) {
		c.inviteHolds("SMSMessage", "{username}", " User name: {username}", "Add the user name at the end")
	},
}
