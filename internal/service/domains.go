package service

import (
	"strconv"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/userpool"
)

// CreateUserPoolDomain gives the pool a prefix, or a domain of its own.
var createUserPoolDomain = operation{pool: byID, run: func(t *turn) answer {
	d := Domain{
		Name: t.request.Get("Domain").Text(), Certificate: t.request.Get("CustomDomainConfig", "CertificateArn").Text(),
		Version: t.request.Get("ManagedLoginVersion").Int(),
	}
	next := t.pool.changed(t.pool.Settings.Children)
	var front *userpool.Value
	if t.request.Get("CustomDomainConfig") != nil {
		next.Custom = d
		front = text("CloudFrontDomain", exampleFront)
	} else {
		next.Domain = d
	}
	a := t.modified(next, asked("The call gives the pool its domain.", "Domain", "CustomDomain")).unmoved(t, next)
	a.value = structure(managedLogin(d), front)
	return a
}}

// exampleFront stands for the name that Amazon CloudFront makes up.
const exampleFront = "d111111abcdef8.cloudfront.net"

// DeleteUserPoolDomain takes a domain away.
var deleteUserPoolDomain = operation{pool: byID, run: func(t *turn) answer {
	next := t.pool.changed(t.pool.Settings.Children)
	if name := t.request.Get("Domain").Text(); name == next.Domain.Name {
		next.Domain = Domain{}
	} else {
		next.Custom = Domain{}
	}
	return t.modified(next, asked("The call takes the domain away.", "Domain", "CustomDomain")).unmoved(t, next)
}}

// DescribeUserPoolDomain shows what a domain belongs to: nothing, where there is none of that
// name. What Amazon makes up for it (buckets, versions) is left out.
var describeUserPoolDomain = operation{
	pool: func(t *turn) *Pool { return nil },
	run: func(t *turn) answer {
		name := t.request.Get("Domain").Text()
		for _, p := range t.state.Pools {
			for _, d := range []Domain{p.Domain, p.Custom} {
				if d.Name != name {
					continue
				}
				own := structure(text("CertificateArn", d.Certificate))
				front := text("CloudFrontDistribution", "")
				if d.Certificate != "" {
					front = text("CloudFrontDistribution", exampleFront)
				}
				return answer{in: "DomainDescription", value: structure(
					text("UserPoolId", p.ID), text("AWSAccountId", p.Account), text("Domain", d.Name), front,
					text("Status", "ACTIVE"), named("CustomDomainConfig", own), managedLogin(d),
				)}
			}
		}
		return answer{in: "DomainDescription", value: structure()}
	},
}

func managedLogin(d Domain) *userpool.Value {
	if d.Version == 0 {
		return nil
	}
	return &userpool.Value{Name: "ManagedLoginVersion", Kind: contract.Integer, Text: strconv.FormatInt(d.Version, 10)}
}
