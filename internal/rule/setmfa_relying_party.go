package rule

import (
	"regexp"

	"userpoolplayground/internal/diagnostic"
)

// bareDomain is a domain and nothing around it: no scheme, no port, no path.
var bareDomain = regexp.MustCompile(`^[A-Za-z0-9.-]+$`)

var setmfaRelyingParty = Rule{
	ID:       "setmfa-relying-party-id",
	Fields:   []string{"/WebAuthnConfiguration/RelyingPartyId"},
	Calls:    []string{SetUserPoolMfaConfig},
	Says:     "RelyingPartyId contains invalid characters",
	Message:  "RelyingPartyId is a domain alone, as in auth.example.com: no https://, no port and no path.",
	Why:      "Browsers make passkeys for a domain, not for an address.",
	Evidence: diagnostic.Observed,
	Since:    tiersSince,
	Standing: `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop"}}`,
	Bad:      `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OFF", "WebAuthnConfiguration": {"RelyingPartyId": "https://example.com"}}`,
	Good:     `{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OFF", "WebAuthnConfiguration": {"RelyingPartyId": "example.com"}}`,
	Check: func(c *Case) {
		if id := c.Get("WebAuthnConfiguration", "RelyingPartyId"); id != nil && !bareDomain.MatchString(id.Text()) {
			c.Break(id)
		}
	},
}
