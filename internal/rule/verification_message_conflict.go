package rule

import (
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

// olderMessages are the members that VerificationMessageTemplate replaced, each with its
// name there.
var olderMessages = []struct{ name, inTemplate string }{
	{"EmailVerificationMessage", "EmailMessage"},
	{"EmailVerificationSubject", "EmailSubject"},
	{"SmsVerificationMessage", "SmsMessage"},
}

// Whether the service refuses the pair is not public. AWS's own sample has it, so it is
// no error here.
var verificationMessageConflict = Rule{
	ID:        "verification-message-conflict",
	Severity:  diagnostic.Warning,
	Fields:    []string{"/EmailVerificationMessage", "/EmailVerificationSubject", "/SmsVerificationMessage", "/VerificationMessageTemplate"},
	Message:   "{names}: VerificationMessageTemplate says something else. Keep what the template says.",
	InGeneral: "What an older member says of a message must not differ from VerificationMessageTemplate.",
	Why:       "They are an older and a newer place for one text. Which one wins is not documented; the template's is taken to.",
	Evidence:  diagnostic.Inferred,
	Since:     "2017-08-11",
	CheckedBy: []string{"terraform"},
	Bad:       `{"PoolName": "pool", "EmailVerificationMessage": "Code: {####}", "VerificationMessageTemplate": {"EmailMessage": "Your code is {####}."}}`,
	Good:      `{"PoolName": "pool", "VerificationMessageTemplate": {"EmailMessage": "Your code is {####}."}}`,
	Check: func(c *Case) {
		var older, newer []*request.Value
		for _, m := range olderMessages {
			a, b := c.Get(m.name), c.Get("VerificationMessageTemplate", m.inTemplate)
			if a != nil && b != nil && a.Text() != b.Text() {
				older, newer = append(older, a), append(newer, b)
			}
		}
		if len(older) == 0 {
			return
		}
		b := c.Break(older[0], "names", names(older))
		for _, v := range newer {
			b.Related(v, "The template's.")
		}
		b.Fix("Remove "+names(older), c.RemoveAll(older))
	},
}

// names lists members for people: "A", "A and B", "A, B and C".
func names(members []*request.Value) string {
	all := make([]string, len(members))
	for i, m := range members {
		all[i] = m.Name
	}
	return listed(all)
}

// listed joins words as a sentence does: "A", "A and B", "A, B and C".
func listed(all []string) string {
	if last := len(all) - 1; last > 0 {
		return strings.Join(all[:last], ", ") + " and " + all[last]
	}
	return strings.Join(all, "")
}
