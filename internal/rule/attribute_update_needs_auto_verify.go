package rule

import (
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/source"
)

var attributeUpdateNeedsAutoVerify = Rule{
	ID:        "attribute-update-needs-auto-verify",
	Fields:    []string{"/UserAttributeUpdateSettings/AttributesRequireVerificationBeforeUpdate/*", "/AutoVerifiedAttributes"},
	Says:      "All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes",
	Message:   "A new {name} is to be verified before it counts, but AutoVerifiedAttributes lacks {name}.",
	InGeneral: "An attribute whose new value is to be verified before it counts has to be in AutoVerifiedAttributes.",
	Why:       "Cognito sends verification codes only for the attributes in AutoVerifiedAttributes.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-user-attribute-update-requires-auto-verified/meta.yaml", "https://github.com/go-to-k/cdkd/blob/HEAD/src/provisioning/providers/cognito-provider.ts"},
	Since:     "2022-05-24",
	Bad:       `{"PoolName": "pool", "UserAttributeUpdateSettings": {"AttributesRequireVerificationBeforeUpdate": ["email"]}}`,
	Good:      `{"PoolName": "pool", "AutoVerifiedAttributes": ["email"], "UserAttributeUpdateSettings": {"AttributesRequireVerificationBeforeUpdate": ["email"]}}`,
	Check: func(c *Case) {
		verified := c.Get("AutoVerifiedAttributes")
		before := c.Get("UserAttributeUpdateSettings", "AttributesRequireVerificationBeforeUpdate")
		if c.kept(before) {
			return // updateKeptVerification has it
		}
		for _, name := range []string{"email", "phone_number"} {
			if attribute := before.Has(name); attribute != nil && verified.Has(name) == nil {
				c.Break(attribute, "name", name).
					Related(verified, "What is verified now.").
					Fix("Verify "+name+" automatically", c.verify(name)).
					Fix("Do not verify it before an update", c.takeOut(before, name))
			}
		}
	},
}

// verify returns the edit that adds an attribute to AutoVerifiedAttributes.
func (c *Case) verify(attribute string) []source.Edit {
	if verified := c.Get("AutoVerifiedAttributes"); verified != nil {
		return c.Append(verified, `"`+attribute+`"`)
	}
	return c.Set(c.Root(), "AutoVerifiedAttributes", `["`+attribute+`"]`)
}
