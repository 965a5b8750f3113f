package service

import (
	"cmp"
	"encoding/base64"
	"slices"
	"strconv"
	"strings"

	"github.com/tidwall/gjson"

	"userpoolplayground/internal/arn"
	"userpoolplayground/internal/javahash"
	"userpoolplayground/internal/proof"
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/userpool"
)

// scope is that of every sign-in that goes by calls.
const scope = "aws.cognito.signin.user.admin"

func (p *Pool) issuer() string {
	domain := "amazonaws.com"
	if arn.Partition(p.Region) == "aws-cn" {
		domain += ".cn"
	}
	return "https://cognito-idp." + p.Region + "." + domain + "/" + p.ID
}

// issue makes the tokens of the call's user. occasion is the end of the triggerSource of token
// generation; begun is the sign-in, refreshed tells that its refresh token is known to the user.
func (v *visit) issue(begun SignIn, occasion string, refreshed bool) (*userpool.Value, *refused) {
	u, c := v.user, v.client
	groups, roles, preferred := v.groupsOf(u)
	configuration := []member{
		{"groupsToOverride", textList(groups)}, {"iamRolesToOverride", textList(roles)},
		{"preferredRole", cmp.Or(map[bool]string{true: quoted(preferred)}[preferred != ""], "null")},
	}
	request := append([]member{{"groupConfiguration", objectOf(configuration...)}}, v.metadata()...)
	// The older member and the newer one name the same function; which version of its event it
	// gets, the newer one says.
	function, newer := "PreTokenGeneration", v.setting("LambdaConfig", "PreTokenGenerationConfig", "LambdaVersion") > "V1_0"
	if newer || !v.hasFunction(function) {
		function = "PreTokenGenerationConfig"
	}
	if newer {
		request = append(request, member{"scopes", textList([]string{scope})})
	}
	answer, r := v.invoke(function, occasion, request...)
	if r != nil {
		return nil, r
	}
	id, access := answer.Get("claimsOverrideDetails"), gjson.Result{}
	over := answer.Get("claimsAndScopeOverrideDetails")
	scopes := []string{scope}
	if newer {
		id, access = over.Get("idTokenGeneration"), over.Get("accessTokenGeneration")
		for _, s := range stringsOf(access.Get("scopesToAdd")) {
			if !strings.HasPrefix(s, "aws.cognito") { // reserved
				scopes = append(scopes, s)
			}
		}
		for _, s := range access.Get("scopesToSuppress").Array() {
			scopes = slices.DeleteFunc(scopes, func(have string) bool { return have == s.String() })
		}
	}
	// What is handed on takes the place of all three, and an empty or null object suppresses them.
	details := cmp.Or(answer.Get("claimsOverrideDetails.groupOverrideDetails").Raw, over.Get("groupOverrideDetails").Raw)
	if found := gjson.Parse(details); details != "" {
		groups, roles = stringsOf(found.Get("groupsToOverride")), stringsOf(found.Get("iamRolesToOverride"))
		preferred = found.Get("preferredRole").String()
	}
	now := v.Now / second
	event, identity, bearer := v.uuid("event_id"), v.uuid("jti"), v.uuid("jti")
	moment := func(at int64) string { return strconv.FormatInt(at, 10) }
	const (
		client = "The app client that the user signed in with."
		origin = "One for each sign-in: a refresh keeps it. Revoking goes by it."
		sub    = "The user's id, which never changes."
		issuer = "The pool. The address serves its key set."
		at     = "When the user signed in, in seconds since 1970."
		iat    = "When the token was made, in seconds since 1970."
	)
	idClaims := []Claim{
		{"sub", quoted(u.Sub), sub}, {"iss", quoted(v.pool.issuer()), issuer}, {"cognito:username", quoted(u.Name), "The user name."},
		{"origin_jti", quoted(begun.Origin), origin}, {"aud", quoted(c.ID), client}, {"event_id", quoted(event), "The call's event."},
		{"token_use", `"id"`, "What the token is for."}, {"auth_time", moment(begun.At / second), at},
		{"exp", moment(now + c.life("IdToken")/second), "When the token ends: after the client's IdTokenValidity."}, {"iat", moment(now), iat}, {"jti", quoted(identity), "One for each token."},
	}
	accessClaims := []Claim{
		{"sub", quoted(u.Sub), sub}, {"iss", quoted(v.pool.issuer()), issuer}, {"client_id", quoted(c.ID), client},
		{"origin_jti", quoted(begun.Origin), origin}, {"event_id", quoted(event), "The call's event."}, {"token_use", `"access"`, "What the token is for."},
		{"scope", quoted(strings.Join(scopes, " ")), "Every sign-in by calls has this scope and no other."}, {"auth_time", moment(begun.At / second), at},
		{"exp", moment(now + c.life("AccessToken")/second), "When the token ends: after the client's AccessTokenValidity."}, {"iat", moment(now), iat},
		{"jti", quoted(bearer), "One for each token."}, {"username", quoted(u.Name), "The user name."},
	}
	without := func(claims []Claim, names ...string) []Claim {
		return slices.DeleteFunc(claims, func(c Claim) bool { return slices.Contains(names, c.Name) })
	}
	if !v.revokes(c) { // an access token had a jti before there was anything to revoke
		idClaims, accessClaims = without(idClaims, "origin_jti", "jti"), without(accessClaims, "origin_jti")
	}
	if len(groups) > 0 {
		const why = "The groups of the user, by precedence."
		idClaims = append(idClaims, Claim{"cognito:groups", textList(groups), why})
		accessClaims = append(accessClaims, Claim{"cognito:groups", textList(groups), why})
	}
	if len(roles) > 0 {
		idClaims = append(idClaims, Claim{"cognito:roles", textList(roles), "The roles of the groups."})
	}
	if preferred != "" {
		idClaims = append(idClaims, Claim{"cognito:preferred_role", quoted(preferred), "The role of the group that comes first."})
	}
	// The token that comes with a new device names it before it is confirmed: https://github.com/aws-amplify/amplify-js/issues/4635
	if begun.Device != "" && slices.ContainsFunc(u.Devices, func(d Device) bool { return d.Key == begun.Device }) {
		accessClaims = append(accessClaims, Claim{"device_key", quoted(begun.Device), "The device that the user signed in on."})
	}
	for _, a := range u.Attributes {
		if a.Value == "" || !permitted(c, "ReadAttributes", a.Name) {
			continue
		}
		value := quoted(a.Value)
		switch a.Name {
		case "email_verified", "phone_number_verified":
			value = strconv.FormatBool(strings.EqualFold(a.Value, "true"))
		case "address":
			value = objectOf(member{"formatted", value})
		}
		idClaims = append(idClaims, Claim{a.Name, value, "An attribute of the user that the client may read."})
	}
	// The order is that of a hash table, of 32 places since there is origin_jti.
	places := 32
	if !v.onOrAfter("2021-06-10") {
		places = 16
	}
	sign := func(kind string, claims []Claim, change gjson.Result) string {
		claims = override(claims, change, kind, c.ID)
		claims = javahash.Map(claims, func(c Claim) string { return c.Name }, places)
		var members []member
		for _, c := range claims {
			members = append(members, member{c.Name, c.Value})
		}
		token := proof.Sign(objectOf(members...))
		v.tokens = append(v.tokens, Token{kind, token, claims})
		return token
	}
	idToken, accessToken := sign("id", idClaims, id), sign("access", accessClaims, access)
	refresh := ""
	if !refreshed {
		refresh = v.refreshToken(begun)
	}
	return group("AuthenticationResult", text("AccessToken", accessToken), integer("ExpiresIn", c.life("AccessToken")/second), text("TokenType", "Bearer"),
		text("RefreshToken", refresh), text("IdToken", idToken)), nil
}

// keptClaims are those that no function changes or takes away, by the kind of the token:
// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
var keptClaims = func() map[string][]string {
	both := []string{"acr", "amr", "at_hash", "auth_time", "azp", "exp", "iat", "iss", "jti", "nbf", "nonce", "origin_jti", "sub", "token_use"}
	return map[string][]string{
		"id":     append([]string{"identities", "aud", "cognito:username"}, both...),
		"access": append([]string{"username", "client_id", "scope", "device_key", "event_id", "version"}, both...),
	}
}()

// override does to the claims of a token what a function asks for. What it may not change stays as it is, and
// what it both sets and suppresses is suppressed.
func override(claims []Claim, change gjson.Result, kind, client string) []Claim {
	change.Get("claimsToAddOrOverride").ForEach(func(name, value gjson.Result) bool {
		switch called := name.String(); {
		case slices.Contains(keptClaims[kind], called), strings.HasPrefix(called, "dev:"), strings.HasPrefix(called, "cognito:"),
			called == "aud" && value.String() != client: // an access token may get that of its own client
			return true
		}
		made := Claim{name.String(), value.Raw, "The function of token generation gave it."}
		if at := slices.IndexFunc(claims, func(c Claim) bool { return c.Name == made.Name }); at >= 0 {
			claims[at] = made
		} else {
			claims = append(claims, made)
		}
		return true
	})
	for _, name := range stringsOf(change.Get("claimsToSuppress")) {
		if !slices.Contains(keptClaims[kind], name) {
			claims = slices.DeleteFunc(claims, func(c Claim) bool { return c.Name == name })
		}
	}
	return claims
}

func stringsOf(list gjson.Result) []string {
	var all []string
	for _, v := range list.Array() {
		all = append(all, v.String())
	}
	return all
}

func textList(all []string) string {
	text := "["
	for i, t := range all {
		if i > 0 {
			text += ","
		}
		text += quoted(t)
	}
	return text + "]"
}

// groupsOf are the groups of a user by precedence, their roles, and the role that is preferred.
func (v *visit) groupsOf(u *User) (names, roles []string, preferred string) {
	var all []*Group
	for _, g := range v.people.Groups {
		if slices.Contains(u.Groups, g.Name) {
			all = append(all, g)
		}
	}
	rank := func(g *Group) int64 {
		if g.Precedence == nil {
			return 1 << 40
		}
		return *g.Precedence
	}
	slices.SortStableFunc(all, func(a, b *Group) int { return cmp.Compare(rank(a), rank(b)) })
	first := int64(-1)
	for _, g := range all {
		names = append(names, g.Name)
		if g.Role == "" {
			continue
		}
		roles = append(roles, g.Role)
		switch {
		case first < 0:
			first, preferred = rank(g), g.Role
		case rank(g) == first && g.Role != preferred: // none of them comes first: CreateGroup's Precedence
			preferred = ""
		}
	}
	return names, roles, preferred
}

// refreshHead is what refresh tokens begin with: they are encrypted, and nobody but the service
// reads them.
var refreshHead = base64.RawURLEncoding.EncodeToString([]byte(`{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}`))

func (v *visit) refreshToken(s SignIn) string {
	return refreshHead + "." + v.pack(session{Kind: "refresh", Client: s.Client, User: v.user.Sub, Issued: v.Now, Serial: s.Refresh, Code: s.Origin}) + ".AA.AA.AA"
}

// signedIn notes a sign-in of the call's user, and forgets those that are long over.
func (v *visit) signedIn(device string) SignIn {
	s := SignIn{Origin: v.uuid("origin_jti"), Client: v.client.ID, At: v.Now, Refresh: v.next(), Device: device}
	v.count(func(u *User) {
		u.SignIns = slices.DeleteFunc(slices.Clone(u.SignIns), func(old SignIn) bool {
			c := v.people.client(old.Client)
			return c == nil || v.Now-old.At > max(c.life("RefreshToken"), c.life("AccessToken"))
		})
		u.SignIns = append(u.SignIns, s)
	})
	return s
}

// byAccessToken finds the pool whose token a call carries; of a call that may carry a session in
// its place, that one's.
func byAccessToken(t *turn) *Pool {
	given := t.request.Get("AccessToken").Text()
	if given == "" {
		for _, p := range t.state.Pools {
			v := &visit{turn: &turn{pool: p}}
			if _, whole := v.unpack(strings.TrimPrefix(t.request.Get("Session").Text(), sealed)); whole {
				return p
			}
		}
		return nil
	}
	claims, _ := proof.Claims(given)
	issuer := gjson.Get(claims, "iss").String()
	for _, p := range t.state.Pools {
		if p.issuer() == issuer {
			return p
		}
	}
	return nil
}

// bearer finds the user whose access token the call carries.
func (v *visit) bearer() *refused {
	const at = "/AccessToken"
	claims, fault := proof.Claims(v.text("AccessToken"))
	read := gjson.Parse(claims)
	switch {
	case fault == proof.NoToken || read.Get("token_use").String() != "access" || read.Get("iss").String() != v.pool.issuer():
		return v.refuse(refusal.AccessInvalid, at)
	case fault == proof.Unsigned:
		return v.refuse(refusal.AccessUnsigned, at)
	case v.Now/second >= read.Get("exp").Int():
		return v.refuse(refusal.AccessExpired, at)
	}
	v.client = v.people.client(read.Get("client_id").String())
	switch {
	case !v.find(bySub + read.Get("sub").String()):
		return v.refuse(refusal.AccessUser, at)
	case v.user.Disabled:
		return v.refuse(refusal.Disabled, at)
	case v.client == nil:
		return v.refuse(refusal.AccessRevoked, at)
	case !slices.Contains(strings.Fields(read.Get("scope").String()), scope):
		return v.refuse(refusal.AccessScope, at)
	}
	origin := read.Get("origin_jti").String()
	for _, s := range v.user.SignIns {
		if s.Origin == origin || origin == "" && s.Client == v.client.ID && s.At/second == read.Get("auth_time").Int() {
			return nil
		}
	}
	return v.refuse(refusal.AccessRevoked, at)
}

// refreshed finds the sign-in of a refresh token.
func (v *visit) refreshed(token, pointer, device string) (SignIn, *refused) {
	packed, _ := strings.CutPrefix(token, refreshHead+".")
	packed, _, _ = strings.Cut(packed, ".")
	s, whole := v.unpack(packed)
	switch {
	case !whole || s.Kind != "refresh" || s.Client != v.client.ID || !v.find(bySub+s.User):
		return SignIn{}, v.refuse(refusal.RefreshInvalid, pointer)
	case v.user.Disabled:
		return SignIn{}, v.refuse(refusal.Disabled, pointer)
	case v.Now-s.Issued > v.client.life("RefreshToken"):
		return SignIn{}, v.refuse(refusal.RefreshExpired, pointer)
	}
	for _, begun := range v.user.SignIns {
		if begun.Origin != s.Code {
			continue
		}
		grace := wholeOf(v.client.setting("RefreshTokenRotation", "RetryGracePeriodSeconds")) * second
		switch {
		case begun.Device != "" && device != begun.Device:
			return begun, v.refuse(refusal.RefreshInvalid, pointer)
		case begun.Refresh == s.Serial, begun.Replaced == s.Serial && v.Now-begun.ReplacedAt <= grace:
			return begun, nil
		}
		return begun, v.refuse(refusal.RefreshReused, pointer)
	}
	return SignIn{}, v.refuse(refusal.RefreshRevoked, pointer)
}
