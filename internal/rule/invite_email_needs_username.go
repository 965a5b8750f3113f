package rule

import (
	"strings"
	"unicode/utf8"

	"userpoolplayground/internal/diagnostic"
)

// It is asked in pools with UsernameAttributes too.
var inviteEmailNeedsUsername = Rule{
	ID:        "invite-email-needs-username",
	Fields:    []string{"/AdminCreateUserConfig/InviteMessageTemplate/EmailMessage"},
	Says:      "Invalid Email message body for Admin create user flow parameter. Email message body should have {username} which will be replaced by code",
	Message:   "The invitation by email does not hold {username}: put it where the user name goes.",
	InGeneral: "The invitation by email has to hold {username} where the user name goes.",
	Why:       "The service wants the user name in every invitation, also where people sign in with an email address or a phone number.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/aws/aws-cdk/issues/6484", "https://github.com/aws/aws-cdk/issues/16905"},
	CheckedBy: []string{"terraform"},
	Bad:       `{"PoolName": "pool", "AdminCreateUserConfig": {"InviteMessageTemplate": {"EmailMessage": "Welcome! Your temporary password is {####}."}}}`,
	Good:      `{"PoolName": "pool", "AdminCreateUserConfig": {"InviteMessageTemplate": {"EmailMessage": "Welcome {username}! Your temporary password is {####}."}}}`,
	Check: func(c *Case) {
		c.inviteHolds("EmailMessage", "{username}", " User name: {username}", "Add the user name at the end")
	},
}

// inviteHolds breaks the rule where an invitation is given without a placeholder, and offers to
// add it where it fits.
func (c *Case) inviteHolds(member, placeholder, addition, title string) {
	invite := c.Get("AdminCreateUserConfig", "InviteMessageTemplate", member)
	if n := invite.Unknown(); invite == nil || strings.Contains(invite.Text(), placeholder) || n != nil && strings.Contains(c.Document.Text[n.Start:n.End], placeholder) {
		return
	}
	b := c.Break(invite, "member", member)
	if most := invite.Shape.Max; most == nil || utf8.RuneCountInString(invite.Text()+addition) <= int(*most) {
		b.Fix(title, c.Document.Extend(invite.Node, addition))
	}
}
