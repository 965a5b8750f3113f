package rule

import (
	"strings"
	"unicode/utf8"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/source"
)

var inviteWithoutUsername = Rule{
	ID:       "invite-without-username",
	Severity: diagnostic.Warning,
	Fields:   []string{"/AdminCreateUserConfig/InviteMessageTemplate/EmailMessage", "/AdminCreateUserConfig/InviteMessageTemplate/SMSMessage", "/UsernameAttributes"},
	Message:  "The invitation does not tell the user name: put {username} into it.",
	Why:      "An administrator chooses the name, and the invitation is the only place where the new user can learn it. Cognito replaces {username} by it.",
	Evidence: diagnostic.Documented,
	Bad:      `{"PoolName": "pool", "AdminCreateUserConfig": {"InviteMessageTemplate": {"EmailMessage": "Welcome! Your temporary password is {####}."}}}`,
	Good:     `{"PoolName": "pool", "AdminCreateUserConfig": {"InviteMessageTemplate": {"EmailMessage": "Welcome {username}! Your temporary password is {####}."}}}`,
	Check: func(c *Case) {
		if len(c.Get("UsernameAttributes").Elements()) > 0 {
			return // the name is their own address or number
		}
		for _, name := range []string{"EmailMessage", "SMSMessage"} {
			invite := c.Get("AdminCreateUserConfig", "InviteMessageTemplate", name)
			if invite == nil || strings.Contains(invite.Text(), "{username}") {
				continue
			}
			const addition = " User name: {username}"
			b, at := c.Break(invite), invite.Node.End-1
			if most := invite.Shape.Max; most == nil || utf8.RuneCountInString(invite.Text()+addition) <= int(*most) {
				b.Fix("Add the user name at the end", []source.Edit{{Start: at, End: at, Insert: addition}})
			}
		}
	},
}
