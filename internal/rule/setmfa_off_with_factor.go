package rule

import "userpoolplayground/internal/diagnostic"

var setmfaOffWithFactor = Rule{
	ID:        "setmfa-off-or-omitted-with-factor",
	Fields:    []string{"/SoftwareTokenMfaConfiguration", "/EmailMfaConfiguration", "/MfaConfiguration"},
	Calls:     []string{SetUserPoolMfaConfig},
	Says:      "Invalid MFA configuration given, can't turn off MFA and configure an MFA together",
	Message:   "{factor} is given and MfaConfiguration is {mode}: say ON or OPTIONAL, or leave the factor out.",
	InGeneral: "A factor needs MFA that is ON or OPTIONAL: say so, or leave the factor out.",
	Why:       "The call sets all of a pool's MFA, so that a mode that is left out is OFF, whatever the pool has. A factor beside it is refused even when it is switched off itself.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/go-to-k/cdkd/issues/2051"},
	Standing:  `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop"}}`,
	Bad:       `{"UserPoolId": "us-east-1_Example01", "SoftwareTokenMfaConfiguration": {"Enabled": true}}`,
	Good:      `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OPTIONAL", "SoftwareTokenMfaConfiguration": {"Enabled": true}}`,
	Check: func(c *Case) {
		mode := c.Get("MfaConfiguration")
		if mode.Is("ON", "OPTIONAL") {
			return
		}
		said := "left out, which is OFF"
		if mode != nil {
			said = mode.Text()
		}
		for _, name := range []string{"SoftwareTokenMfaConfiguration", "EmailMfaConfiguration"} {
			if factor := c.Get(name); factor != nil {
				c.Break(factor, "factor", name, "mode", said).
					Related(mode, "The mode.").
					Fix("Make MFA OPTIONAL", c.Set(c.Root(), "MfaConfiguration", `"OPTIONAL"`)).
					Fix("Leave the factor out", c.Remove(factor))
				return
			}
		}
	},
}
