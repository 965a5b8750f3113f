package rule

import (
	"slices"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/source"
)

var updateKeptVerification = Rule{
	ID:        "update-kept-verification-needs-auto-verified",
	Fields:    []string{"/UserAttributeUpdateSettings/AttributesRequireVerificationBeforeUpdate/*", "/AutoVerifiedAttributes"},
	Calls:     []string{UpdateUserPool},
	Says:      "All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes",
	Message:   "The pool keeps UserAttributeUpdateSettings, by which a new {name} is verified before it counts. {lack}. Send AutoVerifiedAttributes along.",
	InGeneral: "A call that keeps AttributesRequireVerificationBeforeUpdate has to send the AutoVerifiedAttributes that it needs along.",
	Why:       "An update keeps UserAttributeUpdateSettings and resets AutoVerifiedAttributes where they are left out, and the two have to agree afterwards.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/ekristen/aws-nuke/issues/477", "https://github.com/aws/aws-cli/issues/7151", "https://github.com/go-to-k/cdkd/issues/4066"},
	Since:     "2022-05-24",
	Standing:  `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop", "AutoVerifiedAttributes": ["email"], "UserAttributeUpdateSettings": {"AttributesRequireVerificationBeforeUpdate": ["email"]}}}`,
	Bad:       `{"UserPoolId": "us-east-1_Example01", "DeletionProtection": "INACTIVE"}`,
	Good:      `{"UserPoolId": "us-east-1_Example01", "DeletionProtection": "INACTIVE", "AutoVerifiedAttributes": ["email"]}`,
	Check: func(c *Case) {
		verified := c.Get("AutoVerifiedAttributes")
		before := c.Get("UserAttributeUpdateSettings", "AttributesRequireVerificationBeforeUpdate")
		if !c.kept(before) {
			return // attributeUpdateNeedsAutoVerify has it
		}
		var lacking []string
		for _, name := range []string{"email", "phone_number"} {
			if before.Has(name) != nil && verified.Has(name) == nil {
				lacking = append(lacking, name)
			}
		}
		if len(lacking) == 0 {
			return
		}
		lack := "AutoVerifiedAttributes is left out, and so counts as empty"
		if verified != nil {
			lack = "AutoVerifiedAttributes lacks it"
		}
		b := c.Break(before, "name", strings.Join(lacking, " and a new "), "lack", lack).Related(verified, "What is verified after this call.")
		all := slices.Clone(c.Pool.Verified)
		if verified != nil {
			all = nil
			for _, v := range verified.Elements() {
				all = append(all, v.Text())
			}
		}
		for _, name := range lacking {
			if !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
		for i, name := range all {
			all[i] = source.Quote(name)
		}
		b.Fix("Send AutoVerifiedAttributes along", c.Set(c.Root(), "AutoVerifiedAttributes", "["+strings.Join(all, ", ")+"]")).
			Fix("Verify nothing before an update", c.Set(c.Root(), "UserAttributeUpdateSettings", `{"AttributesRequireVerificationBeforeUpdate": []}`))
	},
}
