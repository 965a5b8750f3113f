package rule

import "userpoolplayground/internal/diagnostic"

var setmfaNoFactor = Rule{
	ID:        "setmfa-no-factor",
	Fields:    []string{"/MfaConfiguration"},
	Calls:     []string{SetUserPoolMfaConfig},
	Says:      "Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.",
	Earlier:   []Earlier{{Until: "2024-09-12", LastSeen: "2024-01-01", Says: "Invalid MFA configuration given, can't disable all MFAs with a required or optional configuration."}},
	Message:   "MFA is {mode}, and the call enables no factor: give SmsMfaConfiguration, SoftwareTokenMfaConfiguration with Enabled, or EmailMfaConfiguration.",
	InGeneral: "MFA that is ON or OPTIONAL needs a factor: give SmsMfaConfiguration, SoftwareTokenMfaConfiguration with Enabled, or EmailMfaConfiguration.",
	Why:       "The call sets all of a pool's MFA: factors that it leaves out are off, also those that the pool has.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/aws/aws-sdk-js/issues/4186"},
	Standing:  `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop"}}`,
	Bad:       `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "ON"}`,
	Good:      `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": {"Enabled": true}}`,
	Check: func(c *Case) {
		mode := c.Get("MfaConfiguration")
		if !mode.Is("ON", "OPTIONAL") || c.Get("SmsMfaConfiguration") != nil || c.Get("EmailMfaConfiguration") != nil || c.Get("SoftwareTokenMfaConfiguration", "Enabled").Bool() {
			return
		}
		c.Break(mode, "mode", mode.Text()).
			Fix("Enable authenticator apps", c.Set(c.Root(), "SoftwareTokenMfaConfiguration", `{"Enabled": true}`)).
			Fix("Switch MFA off", c.Replace(mode, `"OFF"`))
	},
}
