package rule

import "userpoolplayground/internal/diagnostic"

// The reference calls it an error; requests with both have been accepted.
var verificationBothCodeAndLink = Rule{
	ID:        "verification-both-code-and-link",
	Severity:  diagnostic.Warning,
	Fields:    []string{"/VerificationMessageTemplate/EmailMessageByLink", "/VerificationMessageTemplate/EmailMessage", "/VerificationMessageTemplate/DefaultEmailOption"},
	Message:   "The template has a message with a code and one with a link; with {option} only {used} is sent.",
	InGeneral: "A template can have a message with a code and one with a link; only that of DefaultEmailOption is sent.",
	Why:       "The reference says that giving both is an error, yet the service was seen to take both. The other one is kept and never used.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/hashicorp/terraform-provider-aws/pull/6309"},
	Since:     "2017-08-11",
	Bad:       `{"PoolName": "pool", "VerificationMessageTemplate": {"EmailMessage": "Your code is {####}.", "EmailMessageByLink": "Please {##confirm your address##}."}}`,
	Good:      `{"PoolName": "pool", "VerificationMessageTemplate": {"EmailMessage": "Your code is {####}."}}`,
	Check: func(c *Case) {
		template := c.Get("VerificationMessageTemplate")
		code, link := template.Get("EmailMessage"), template.Get("EmailMessageByLink")
		if code == nil || link == nil {
			return
		}
		used, unused, option := code, link, "CONFIRM_WITH_CODE"
		if template.Get("DefaultEmailOption").Is("CONFIRM_WITH_LINK") {
			used, unused, option = link, code, "CONFIRM_WITH_LINK"
		}
		c.Break(link, "option", option, "used", used.Name).
			Related(code, "The message with a code.").
			Fix("Remove "+unused.Name, c.Remove(unused))
	},
}
