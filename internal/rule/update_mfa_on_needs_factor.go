package rule

import "userpoolplayground/internal/diagnostic"

var updateMfaOnNeedsFactor = Rule{
	ID:       "update-mfa-on-needs-enabled-factor",
	Fields:   []string{"/MfaConfiguration"},
	Calls:    []string{UpdateUserPool},
	Says:     "Cannot turn MFA functionality ON, once the user pool has been created.",
	Message:  "MfaConfiguration cannot become ON here: the pool has no second factor that is enabled. SetUserPoolMfaConfig enables one and sets the mode in the same call.",
	Why:      "UpdateUserPool switches between the modes only while a factor is enabled, and it cannot enable one: an SmsConfiguration alone does not.",
	Evidence: diagnostic.Observed,
	Links:    []string{"https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1176", "https://github.com/aws/aws-cdk/issues/21284", "https://github.com/aws-amplify/amplify-cli/issues/3268"},
	Standing: `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop"}, "GetUserPoolMfaConfig": {"MfaConfiguration": "OFF"}}`,
	Bad:      `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "ON"}`,
	Good:     `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OFF"}`,
	Check: func(c *Case) {
		if mfa := c.Get("MfaConfiguration"); mfa.Is("ON") && !c.kept(mfa) && !c.Pool.Factor {
			c.Break(mfa).Fix("Leave MfaConfiguration out", c.Remove(mfa))
		}
	},
}
