package rule

import (
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

var verificationLegacyMessages = Rule{
	ID:        "verification-legacy-messages",
	Severity:  diagnostic.Note,
	Fields:    []string{"/EmailVerificationMessage", "/EmailVerificationSubject", "/SmsVerificationMessage", "/VerificationMessageTemplate"},
	Message:   "VerificationMessageTemplate is the newer place for {names}.",
	InGeneral: "VerificationMessageTemplate is the newer place for the messages of verification.",
	Why:       "The answer shows the texts in both places. Only the template can also hold a message with a link.",
	Evidence:  diagnostic.Documented,
	Since:     "2017-08-11",
	Bad:       `{"PoolName": "pool", "EmailVerificationMessage": "Your code is {####}.", "EmailVerificationSubject": "Your code"}`,
	Good:      `{"PoolName": "pool", "VerificationMessageTemplate": {"EmailMessage": "Your code is {####}.", "EmailSubject": "Your code"}}`,
	Check: func(c *Case) {
		template := c.Get("VerificationMessageTemplate")
		var older []*request.Value
		var moved []string
		for _, m := range olderMessages {
			a := c.Get(m.name)
			if a == nil || template.Get(m.inTemplate) != nil && template.Get(m.inTemplate).Text() != a.Text() {
				continue // a conflict, which has a rule of its own
			}
			older = append(older, a)
			moved = append(moved, `"`+m.inTemplate+`": `+c.jsonOf(a))
		}
		if len(older) == 0 {
			return
		}
		b := c.Break(older[0], "names", names(older))
		switch texts := "{ " + strings.Join(moved, ", ") + " }"; {
		case template != nil:
		case len(older) == len(c.Root().Node.Children) && !c.Document.Foreign(): // nothing stays that the template could be put behind
			b.Fix("Move it into the template", c.Replace(c.Root(), `{ "VerificationMessageTemplate": `+texts+` }`))
		default:
			b.Fix("Move it into the template", together(c.RemoveAll(older), c.Set(c.Root(), "VerificationMessageTemplate", texts)))
		}
	},
}
