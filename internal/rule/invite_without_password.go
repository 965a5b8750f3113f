package rule

import "userpoolplayground/internal/diagnostic"

// Until that day the pattern of both texts asked for it.
var inviteWithoutPassword = Rule{
	ID:        "invite-without-password",
	Severity:  diagnostic.Warning,
	Fields:    []string{"/AdminCreateUserConfig/InviteMessageTemplate/EmailMessage", "/AdminCreateUserConfig/InviteMessageTemplate/SMSMessage", "/Policies/SignInPolicy/AllowedFirstAuthFactors"},
	Message:   "The invitation does not tell the temporary password: put {####} into {member}.",
	InGeneral: "An invitation has to tell the temporary password: put {####} where it goes.",
	Why:       "A user whom an administrator makes signs in with it for the first time. A direct call takes the text without it; a CloudFormation stack was still seen to be refused.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/hashicorp/terraform-provider-aws/issues/49207", "https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-invite-sms-message-placeholder/meta.yaml"},
	Since:     tiersSince,
	Bad:       `{"PoolName": "pool", "AdminCreateUserConfig": {"InviteMessageTemplate": {"EmailMessage": "Welcome {username}!"}}}`,
	Good:      `{"PoolName": "pool", "AdminCreateUserConfig": {"InviteMessageTemplate": {"EmailMessage": "Welcome {username}! Your temporary password is {####}."}}}`,
	Check: func(c *Case) {
		if c.Get("Policies", "SignInPolicy", "AllowedFirstAuthFactors").Has("EMAIL_OTP", "SMS_OTP", "WEB_AUTHN") != nil {
			return // users can get in without a password
		}
		for _, member := range []string{"EmailMessage", "SMSMessage"} {
			c.inviteHolds(member, "{####}", " Temporary password: {####}", "Add the temporary password at the end")
		}
	},
}
