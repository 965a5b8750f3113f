package rule

import (
	"strings"

	"userpoolplayground/internal/diagnostic"
)

// {####} passes the contract's pattern for a link with an empty text, so this is told
// apart only here.
var linkMessageInvalid = Rule{
	ID:       "link-message-invalid",
	Fields:   []string{"/VerificationMessageTemplate/EmailMessageByLink"},
	Says:     "The message is invalid.",
	Message:  "EmailMessageByLink has no words to click on: write them between {## and ##}, as in {##Verify my email##}.",
	Why:      "{####} stands for a code. In the message with a link, what stands between {## and ##} becomes the link.",
	Evidence: diagnostic.Observed,
	Links:    []string{"https://github.com/aws/aws-cli/issues/8280", "https://github.com/aws/aws-cdk/issues/6811"},
	Since:    "2017-08-11",
	Bad:      `{"PoolName": "pool", "VerificationMessageTemplate": {"DefaultEmailOption": "CONFIRM_WITH_LINK", "EmailMessageByLink": "Please confirm: {####}"}}`,
	Good:     `{"PoolName": "pool", "VerificationMessageTemplate": {"DefaultEmailOption": "CONFIRM_WITH_LINK", "EmailMessageByLink": "Please {##confirm your address##}."}}`,
	Check: func(c *Case) {
		message := c.Get("VerificationMessageTemplate", "EmailMessageByLink")
		if message == nil || linkText(message.Text()) != "" || !strings.Contains(message.Text(), "{####}") {
			return // without {####} the pattern speaks
		}
		raw := c.jsonOf(message)
		b := c.Break(message)
		if mended := strings.Replace(raw, "{####}", "{##Verify my email##}", 1); mended != raw {
			b.Fix("Make it a link", c.Replace(message, mended))
		}
	},
}

// linkText returns the first words between {## and ##} that are not empty.
func linkText(message string) string {
	for {
		_, rest, found := strings.Cut(message, "{##")
		if !found {
			return ""
		}
		if text, _, closed := strings.Cut(rest, "##}"); closed && text != "" {
			return text
		}
		message = rest
	}
}
