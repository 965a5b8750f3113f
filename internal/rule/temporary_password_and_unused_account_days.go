package rule

import "userpoolplayground/internal/diagnostic"

var temporaryPasswordAndUnusedAccountDays = Rule{
	ID:        "temporary-password-and-unused-account-days",
	Fields:    []string{"/AdminCreateUserConfig/UnusedAccountValidityDays", "/Policies/PasswordPolicy/TemporaryPasswordValidityDays"},
	OfTheCall: true,
	Exclusive: true,
	Says:      "Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays",
	Earlier:   []Earlier{{Until: "2021-07-06", LastSeen: "2019-06-03", Says: "Please use TemporaryPasswordValidityDays instead of UnusedAccountValidityDays"}},
	Message:   "UnusedAccountValidityDays and TemporaryPasswordValidityDays are both given: keep only TemporaryPasswordValidityDays.",
	Why:       "They are the old and the new name of one setting, and the service refuses both together even when they agree.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/pulumi/pulumi-aws-native/issues/1256", "https://github.com/aws/aws-sdk-js/issues/3817", "https://github.com/hashicorp/terraform/issues/21561"},
	Since:     "2019-05-03",
	Bad:       `{"PoolName": "pool", "Policies": {"PasswordPolicy": {"TemporaryPasswordValidityDays": 7}}, "AdminCreateUserConfig": {"UnusedAccountValidityDays": 7}}`,
	Good:      `{"PoolName": "pool", "Policies": {"PasswordPolicy": {"TemporaryPasswordValidityDays": 7}}}`,
	Check: func(c *Case) {
		unused := c.Get("AdminCreateUserConfig", "UnusedAccountValidityDays")
		temporary := c.Get("Policies", "PasswordPolicy", "TemporaryPasswordValidityDays")
		if unused != nil && temporary != nil {
			c.Break(unused).
				Related(temporary, "The member that replaced it.").
				Fix("Remove UnusedAccountValidityDays", c.Remove(unused))
		}
	},
}
