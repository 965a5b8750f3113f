package service

import (
	"regexp"
	"slices"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/source"
)

// scopes are those that every pool has.
var scopes = []string{"openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"}

// scheme is how an absolute address begins.
var scheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)

// checkOAuth holds what a call says of a client's OAuth against itself. That a client with flows may
// use them is not asked: the service makes it, and refuses its users.
func (v *visit) checkOAuth() *refused {
	on := v.request.Get("AllowedOAuthFlowsUserPoolClient").Bool()
	for _, name := range []string{"AllowedOAuthFlows", "AllowedOAuthScopes"} {
		if on && len(v.request.Get(name).Elements()) == 0 {
			return v.refuse(refusal.OAuthBare, "/"+name, "name", name)
		}
	}
	flows := v.request.Get("AllowedOAuthFlows")
	users := flows.Has("code", "implicit")
	if machine := flows.Has("client_credentials"); machine != nil {
		if users != nil {
			return v.refuse(refusal.OAuthMixed, machine.Pointer(), "other", users.Text())
		}
		if !v.hasSecret() {
			return v.refuse(refusal.OAuthNoSecret, machine.Pointer())
		}
		if scope := v.request.Get("AllowedOAuthScopes").Has(scopes...); scope != nil {
			return v.refuse(refusal.OAuthUserScope, scope.Pointer(), "scope", scope.Text())
		}
	}
	callbacks := v.request.Get("CallbackURLs").Elements()
	if on && users != nil && len(callbacks) == 0 {
		return v.refuse(refusal.OAuthNoCallback, "/CallbackURLs", "flow", users.Text())
	}
	for _, name := range []string{"CallbackURLs", "LogoutURLs"} {
		for _, url := range v.request.Get(name).Elements() {
			switch {
			case readable(url.Text()):
				return v.refuse(refusal.PlainHTTP, url.Pointer(), "url", url.Text())
			case name == "CallbackURLs" && !scheme.MatchString(url.Text()):
				return v.refuse(refusal.URLNoScheme, url.Pointer(), "url", url.Text())
			case name == "CallbackURLs" && strings.Contains(url.Text(), "#"):
				return v.refuse(refusal.URLFragment, url.Pointer(), "url", url.Text())
			}
		}
	}
	if given := v.request.Get("DefaultRedirectURI"); given != nil && !slices.ContainsFunc(callbacks, func(url *request.Value) bool { return url.Text() == given.Text() }) {
		return v.refuse(refusal.OAuthDefault, "/DefaultRedirectURI", "url", given.Text())
	}
	for _, scope := range v.request.Get("AllowedOAuthScopes").Elements() {
		if !strings.Contains(scope.Text(), "/") && !slices.Contains(scopes, scope.Text()) {
			return v.refuse(refusal.ScopeUnknown, scope.Pointer(), "scope", scope.Text())
		}
	}
	return nil
}

// hasSecret reports whether the client has a secret, or gets one by this call.
func (v *visit) hasSecret() bool {
	if v.called.Name == "UpdateUserPoolClient" {
		return v.client.Secret != ""
	}
	return v.request.Get("GenerateSecret").Bool() || v.text("ClientSecret") != ""
}

// readable reports whether anyone on the way can read what is sent to an address.
func readable(url string) bool {
	rest, ok := strings.CutPrefix(url, "http://")
	for _, here := range []string{"localhost", "127.0.0.1", "[::1]"} {
		if after, is := strings.CutPrefix(rest, here); is && (after == "" || strings.ContainsAny(after[:1], ":/?#")) {
			return false
		}
	}
	return ok
}

// remarkClient tells what goes wrong with the client though the call is done, and what cannot be
// known here.
func (v *visit) remarkClient() {
	remark := func(rule, evidence string, at *request.Value, message, why string, links []string, fixes ...source.Fix) {
		d := diagnostic.Diagnostic{
			Rule: rule, Stage: diagnostic.Advice, Severity: diagnostic.Warning, Pointer: at.Pointer(), Evidence: evidence, Links: links, Fixes: fixes,
			Facts: diagnostic.Broken{Message: message, Why: why},
		}
		d.Start, d.End = v.document.Mark(v.document.Find(at.Pointer()))
		v.beside = append(v.beside, d)
	}
	if flows := v.request.Get("AllowedOAuthFlows"); len(flows.Elements()) > 0 && !v.request.Get("AllowedOAuthFlowsUserPoolClient").Bool() {
		remark("client-oauth-off", diagnostic.Observed, flows,
			"The client has OAuth flows and may not use them: AllowedOAuthFlowsUserPoolClient is not true. The service makes it all the same, and its token endpoint answers invalid_grant.",
			"AllowedOAuthFlowsUserPoolClient turns OAuth on for the client. It is false when left out, in an update too.",
			[]string{"https://github.com/hashicorp/terraform-provider-aws/issues/34945", "https://github.com/aws/aws-sdk-js-v3/issues/7158"},
			source.Fix{Title: "Set AllowedOAuthFlowsUserPoolClient to true", Edits: v.document.SetMember(v.document.Root, "AllowedOAuthFlowsUserPoolClient", "true")})
	}
	if flow := v.request.Get("ExplicitAuthFlows").Has("ALLOW_USER_AUTH"); flow != nil && v.tier == "LITE" {
		remark("client-user-auth-tier", diagnostic.Documented, flow,
			"ALLOW_USER_AUTH needs a pool in the ESSENTIALS or PLUS tier, and this one is in LITE. Whether the service refuses the call is not known; its users can begin with a password only.",
			"The reference says of ALLOW_USER_AUTH: to activate it, the user pool must be in the Essentials tier or higher.",
			[]string{"https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_" + v.called.Name + ".html"})
	}
	rotates := v.request.Get("RefreshTokenRotation", "Feature").Is("ENABLED")
	if flow := v.request.Get("ExplicitAuthFlows").Has("ALLOW_REFRESH_TOKEN_AUTH"); flow != nil && rotates {
		remark("client-rotation-refresh-flow", diagnostic.Documented, flow,
			"With refresh token rotation, nobody can use REFRESH_TOKEN_AUTH: leave ALLOW_REFRESH_TOKEN_AUTH out, as the console asks. Whether the service refuses the call is not known; it is taken here.",
			"The guide says that one cannot authenticate with REFRESH_TOKEN_AUTH in app clients with rotation. GetTokensFromRefreshToken refreshes there.",
			[]string{"https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html", "https://tricksumo.com/amazon-cognito-refresh-token-rotation"},
			source.Fix{Title: "Leave it out", Edits: v.document.Remove(v.document.Find(flow.Pointer()))})
	}
	for _, provider := range v.request.Get("SupportedIdentityProviders").Elements() {
		if provider.Text() != "COGNITO" {
			remark("client-provider-not-known", refusal.ProviderUnknown.Evidence, provider,
				"Which identity providers the pool has is not known here. If "+provider.Text()+" is none of them, the service answers "+refusal.ProviderUnknown.Exception+": The provider "+provider.Text()+" does not exist for User Pool "+v.pool.ID+".",
				"Make the provider with CreateIdentityProvider before the client. A template has to say that the client depends on it.", refusal.ProviderUnknown.Links)
		}
	}
	for _, scope := range v.request.Get("AllowedOAuthScopes").Elements() {
		if at := strings.LastIndexByte(scope.Text(), '/'); at >= 0 {
			remark("client-scope-not-known", refusal.ScopeUnknown.Evidence, scope,
				"Which resource servers the pool has is not known here. If none has this scope, the service answers "+refusal.ScopeUnknown.Exception+": Invalid scope requested: "+scope.Text(),
				"Make the resource server "+scope.Text()[:at]+" with CreateResourceServer before the client.", refusal.ScopeUnknown.Links)
		}
	}
}
