package service

import (
	"slices"
	"strconv"
	"strings"

	"userpoolplayground/internal/arn"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// CreateUserPoolClient makes an app client.
var createUserPoolClient = signed(func(v *visit) (*userpool.Value, *refused) {
	if r := v.checkClient(); r != nil {
		return nil, r
	}
	generate := v.request.Get("GenerateSecret").Bool()
	given := v.text("ClientSecret")
	if generate && given != "" {
		return nil, v.refuse(refusal.SecretTwice, "/ClientSecret")
	}
	c := &Client{ID: v.characters("client", lowercase+digits, 26), Created: v.Now, Modified: v.Now, Settings: v.clientSettings(), Secret: given}
	if generate {
		c.Secret = v.characters("client secret", lowercase+digits, 52)
	}
	v.people.Clients = append(slices.Clip(v.people.Clients), c)
	return v.showClient(c), nil
})

// clientSettings is what the request says of the client.
func (v *visit) clientSettings() *source.Node {
	var all []*source.Node
	for _, m := range v.called.Contract.Request.Members {
		if given := v.request.Get(m.Name); given != nil && !slices.Contains([]string{"UserPoolId", "ClientId", "GenerateSecret", "ClientSecret"}, m.Name) {
			all = append(all, said(given))
		}
	}
	return object(all)
}

// checkClient holds what a call says of a client against the pool and itself.
func (v *visit) checkClient() *refused {
	newer, older := -1, -1
	for i, f := range v.request.Get("ExplicitAuthFlows").Elements() {
		if len(f.Text()) > 6 && f.Text()[:6] == "ALLOW_" {
			newer = i
		} else {
			older = i
		}
	}
	if newer >= 0 && older >= 0 {
		return v.refuse(refusal.MixedFlows, "/ExplicitAuthFlows/"+strconv.Itoa(older))
	}
	doing := "creating"
	if v.called.Name == "UpdateUserPoolClient" {
		doing = "updating"
	}
	for _, kind := range []string{"ReadAttributes", "WriteAttributes"} {
		list := v.request.Get(kind).Elements()
		has := map[string]bool{}
		for _, e := range list {
			has[e.Text()] = true
			if v.schema[e.Text()] == nil {
				return v.refuse(refusal.AttributeNotThere, e.Pointer(), "kind", map[string]string{"ReadAttributes": "read", "WriteAttributes": "write"}[kind], "name", e.Text(), "doing", doing)
			}
			switch {
			case kind == "ReadAttributes":
			case e.Text() == "sub":
				return v.refuse(refusal.SubNotWritable, e.Pointer(), "name", "sub", "doing", doing)
			case strings.HasSuffix(e.Text(), "_verified") && !custom(e.Text()):
				return v.refuse(refusal.NeverWritable, e.Pointer(), "name", e.Text(), "doing", doing)
			}
		}
		for _, name := range v.names {
			if kind == "WriteAttributes" && len(list) > 0 && name != "sub" && v.schema[name].required && !has[name] {
				return v.refuse(refusal.RequiredNotWritable, "/WriteAttributes", "name", name, "doing", doing)
			}
		}
	}
	asked := &Client{Settings: v.clientSettings()}
	for _, kind := range []string{"AccessToken", "IdToken", "RefreshToken"} {
		least, most, words := int64(5*minute), int64(dayLong), [2]string{"5 minutes", "1 day"}
		if kind == "RefreshToken" {
			least, most, words = hour, 3650*dayLong, [2]string{"1 hour", "3,650 days"}
		}
		if life := asked.life(kind); life < least || life > most {
			return v.refuse(refusal.ValidityOutOfRange, "/"+kind+"Validity", "name", kind+"Validity", "value", strconv.FormatInt(life/minute, 10)+" minutes", "least", words[0], "most", words[1])
		}
	}
	for _, kind := range []string{"AccessToken", "IdToken"} {
		if asked.life(kind) > asked.life("RefreshToken") {
			return v.refuse(refusal.RefreshBelowAccess, "/RefreshTokenValidity", "name", kind+"Validity")
		}
	}
	if v.request.Get("EnablePropagateAdditionalUserContextData").Bool() && !v.hasSecret() {
		return v.refuse(refusal.ContextNoSecret, "/EnablePropagateAdditionalUserContextData")
	}
	if r := v.checkAnalytics(); r != nil {
		return r
	}
	if r := v.checkOAuth(); r != nil {
		return r
	}
	v.remarkClient()
	return nil
}

// rotation is how rotation is shown: one that is off has a grace period of 0.
func (c *Client) rotation(given *source.Node) *source.Node {
	if c.rotates() || given == nil || given.Member("RetryGracePeriodSeconds") != nil {
		return given
	}
	shown := *given
	shown.Children = append(slices.Clip(given.Children), &source.Node{Name: "RetryGracePeriodSeconds", Kind: source.Number, Text: "0"})
	return &shown
}

// checkAnalytics holds a Pinpoint project, told in one of two ways, against itself.
func (v *visit) checkAnalytics() *refused {
	const block = "AnalyticsConfiguration"
	project := v.request.Get(block, "ApplicationArn")
	var given []string
	for _, name := range []string{"ApplicationArn", "ApplicationId", "RoleArn", "ExternalId"} {
		if v.request.Get(block, name) != nil {
			given = append(given, name)
		}
	}
	if project != nil && len(given) > 1 || project == nil && len(given) > 0 && len(given) < 3 {
		return v.refuse(refusal.AnalyticsForm, "/"+block, "given", strings.Join(given, ", "))
	}
	if a, ok := arn.Parse(project.Text()); ok && a.Service == "mobiletargeting" && a.Region != v.pool.Region && a.Region != "us-east-1" && a.Region != "" {
		return v.refuse(refusal.AnalyticsRegion, project.Pointer(), "region", a.Region, "own", v.pool.Region)
	}
	return nil
}

// showClient is a client as answers show it.
func (v *visit) showClient(c *Client) *userpool.Value {
	shape := v.api.Contract.Shape("UserPoolClientType")
	shown := &userpool.Value{Name: "UserPoolClient", Kind: contract.Structure}
	for _, m := range shape.Members {
		switch m.Name {
		case "UserPoolId":
			shown.Children = append(shown.Children, text(m.Name, v.pool.ID))
		case "ClientId":
			shown.Children = append(shown.Children, text(m.Name, c.ID))
		case "ClientSecret":
			if c.Secret != "" {
				shown.Children = append(shown.Children, text(m.Name, c.Secret))
			}
		case "CreationDate":
			shown.Children = append(shown.Children, timestamp(m.Name, c.Created))
		case "LastModifiedDate":
			shown.Children = append(shown.Children, timestamp(m.Name, c.Modified))
		default:
			given := c.setting(m.Name)
			if m.Name == "RefreshTokenRotation" {
				given = c.rotation(given)
			}
			if given != nil && !(m.Name == "RefreshTokenValidity" && wholeOf(given) == 0) { // 0 is as good as left out
				shown.Children = append(shown.Children, value(given, userpool.Origin{}))
				continue
			}
			// What the service fills in.
			switch m.Name {
			case "RefreshTokenValidity":
				shown.Children = append(shown.Children, integer(m.Name, 30))
			case "AllowedOAuthFlowsUserPoolClient", "EnablePropagateAdditionalUserContextData":
				shown.Children = append(shown.Children, boolean(m.Name, false))
			case "EnableTokenRevocation":
				shown.Children = append(shown.Children, boolean(m.Name, true))
			case "AuthSessionValidity":
				shown.Children = append(shown.Children, integer(m.Name, 3))
			case "TokenValidityUnits":
				shown.Children = append(shown.Children, group(m.Name))
			}
		}
	}
	return structure(shown)
}
