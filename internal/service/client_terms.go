package service

import (
	"slices"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/source"
)

func (c *Client) setting(names ...string) *source.Node {
	n := c.Settings
	for _, name := range names {
		n = n.Member(name)
	}
	return n
}

// Name is the client's ClientName.
func (c *Client) Name() string { return textOf(c.setting("ClientName")) }

func (c *Client) flows() []string {
	var all []string
	if n := c.setting("ExplicitAuthFlows"); n != nil {
		for _, f := range n.Children {
			all = append(all, f.Text)
		}
	}
	return all
}

// allows reports whether a client lets its users sign in by a flow. The older names leave refresh,
// SRP and custom on; a client that names no flow has these three as well.
func (c *Client) allows(flow string) bool {
	flows := c.flows()
	newer := slices.ContainsFunc(flows, func(f string) bool { return strings.HasPrefix(f, "ALLOW_") })
	has := func(names ...string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return slices.Contains(flows, n) })
	}
	switch flow {
	case "ADMIN_NO_SRP_AUTH", "ADMIN_USER_PASSWORD_AUTH":
		return has("ALLOW_ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH")
	case "USER_PASSWORD_AUTH":
		return has("ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH")
	case "USER_SRP_AUTH":
		return has("ALLOW_USER_SRP_AUTH") || !newer && !has("CUSTOM_AUTH_FLOW_ONLY")
	case "CUSTOM_AUTH":
		return has("ALLOW_CUSTOM_AUTH") || !newer
	case "REFRESH_TOKEN", "REFRESH_TOKEN_AUTH":
		return has("ALLOW_REFRESH_TOKEN_AUTH") || !newer
	}
	return has("ALLOW_" + flow)
}

// hides reports whether the client's answers hide which users there are.
func (c *Client) hides() bool { return textOf(c.setting("PreventUserExistenceErrors")) == "ENABLED" }

var units = map[string]int64{"seconds": second, "minutes": minute, "hours": hour, "days": dayLong}

// life is how long a kind of token is good, in milliseconds: "AccessToken", "IdToken" or
// "RefreshToken".
func (c *Client) life(kind string) int64 {
	unit, fallback := int64(hour), int64(hour)
	if kind == "RefreshToken" {
		unit, fallback = dayLong, 30*dayLong
	}
	if u := units[textOf(c.setting("TokenValidityUnits", kind))]; u != 0 {
		unit = u
	}
	if n := wholeOf(c.setting(kind + "Validity")); n != 0 {
		return n * unit
	}
	return fallback
}

// sessionLife is how long a session is good, in milliseconds.
func (c *Client) sessionLife() int64 {
	if n := wholeOf(c.setting("AuthSessionValidity")); n != 0 {
		return n * minute
	}
	return 3 * minute
}

// revokes reports whether the client's tokens can be revoked one by one. It is on unless it was
// turned off, since there is the member.
func (v *visit) revokes(c *Client) bool {
	n := c.setting("EnableTokenRevocation")
	return v.onOrAfter("2021-06-10") && (n == nil || n.Kind == source.True)
}

func (c *Client) rotates() bool {
	return textOf(c.setting("RefreshTokenRotation", "Feature")) == "ENABLED"
}

// flowOff refuses a flow that the client does not allow. Each has words of its own.
func (v *visit) flowOff(flow string) *refused {
	says := refusal.FlowOff
	switch flow {
	case "ADMIN_NO_SRP_AUTH", "ADMIN_USER_PASSWORD_AUTH":
		says = refusal.AdminFlowOff
	case "USER_SRP_AUTH":
		says = refusal.SrpOff
	case "CUSTOM_AUTH":
		says = refusal.CustomOff
	case "REFRESH_TOKEN", "REFRESH_TOKEN_AUTH":
		says = refusal.RefreshOff
	}
	return v.refuse(says, "/AuthFlow", "flow", flow)
}

// hidden notes that an answer hides who is there.
func (v *visit) hidden() {
	v.because("client:/PreventUserExistenceErrors", diagnostic.Documented, v.who()+". The client has PreventUserExistenceErrors ENABLED, so the answer is made to look as if there were nothing wrong.")
}

// who is whom such an answer hides.
func (v *visit) who() string {
	switch {
	case v.user == nil:
		return "There is no such user"
	case v.user.Disabled:
		return "The user is disabled"
	}
	return "The user has no address that a code can go to"
}
