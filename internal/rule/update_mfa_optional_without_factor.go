package rule

import "userpoolplayground/internal/diagnostic"

var updateMfaOptionalWithoutFactor = Rule{
	ID:       "update-mfa-optional-without-factor",
	Severity: diagnostic.Warning,
	Fields:   []string{"/MfaConfiguration"},
	Calls:    []string{UpdateUserPool},
	Message:  "The pool has no second factor that is enabled, and sources differ on whether MfaConfiguration can become OPTIONAL then: taken in 2022, said to be refused in 2026. It is taken here.",
	Why:      "Only ON was seen refused in the service's own words. SetUserPoolMfaConfig enables a factor and sets the mode in the same call.",
	Evidence: diagnostic.Inferred,
	Links:    []string{"https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1176"},
	Standing: `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop"}, "GetUserPoolMfaConfig": {"MfaConfiguration": "OFF"}}`,
	Bad:      `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OPTIONAL"}`,
	Good:     `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OFF"}`,
	Check: func(c *Case) {
		if mfa := c.Get("MfaConfiguration"); mfa.Is("OPTIONAL") && !c.kept(mfa) && !c.Pool.Factor {
			c.Break(mfa)
		}
	},
}
