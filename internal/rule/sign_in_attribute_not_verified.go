package rule

import "userpoolplayground/internal/diagnostic"

var signInAttributeNotVerified = Rule{
	ID:        "sign-in-attribute-not-verified",
	Severity:  diagnostic.Warning,
	Fields:    []string{"/UsernameAttributes/*", "/AliasAttributes/*", "/AutoVerifiedAttributes", "/LambdaConfig/PreSignUp", "/AdminCreateUserConfig/AllowAdminCreateUserOnly"},
	Message:   "People are to sign in with {name}, but AutoVerifiedAttributes lacks it: after sign-up nobody is asked to confirm it.",
	InGeneral: "What people sign in with should be in AutoVerifiedAttributes: otherwise nobody is asked to confirm it after sign-up.",
	Why:       "An alias works, and a password can be reset by a code, only once the address or number is verified. A PreSignUp trigger or an administrator could do that too.",
	Evidence:  diagnostic.Documented,
	Links:     []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html"},
	Bad:       `{"PoolName": "pool", "UsernameAttributes": ["email"]}`,
	Good:      `{"PoolName": "pool", "UsernameAttributes": ["email"], "AutoVerifiedAttributes": ["email"]}`,
	Check: func(c *Case) {
		if c.Get("LambdaConfig", "PreSignUp") != nil || c.Get("AdminCreateUserConfig", "AllowAdminCreateUserOnly").Bool() {
			return
		}
		// Where one of several attributes is verified, people have a way in.
		if c.Get("AutoVerifiedAttributes").Has("email", "phone_number") != nil {
			return
		}
		for _, list := range []string{"UsernameAttributes", "AliasAttributes"} {
			if name := c.Get(list).Has("email", "phone_number"); name != nil {
				b := c.Break(name, "name", name.Text())
				if name.Is("email") || c.Get("SmsConfiguration") != nil {
					b.Fix("Verify "+name.Text()+" automatically", c.verify(name.Text()))
				}
				return
			}
		}
	},
}
