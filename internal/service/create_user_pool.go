package service

import (
	"fmt"
	"slices"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
	"userpoolplayground/internal/userpool"
)

// CreateUserPool makes a pool beside those that are there.
var createUserPool = operation{
	rules: func(t *turn) []diagnostic.Diagnostic { return rule.Run(t.request, t.document, t.account, t.Day) },
	run: func(t *turn) answer {
		p := t.newPool()
		v := userpool.New(t.request, userpool.Options{Contract: t.api.Contract, Account: t.account, Day: t.Day, Now: t.Now, PoolID: p.ID})
		return answer{
			in: "UserPool", value: v, state: t.state.with(t.Now, nil, p),
			changes: []Change{{Pointer: "/UserPool", Kind: Given, Why: "The call made the pool.", Evidence: diagnostic.Observed, After: p.show(t.api.Contract, t.Day).JSON()}},
		}
	},
}

// newPool is the pool that the call's request makes.
func (t *turn) newPool() *Pool {
	p := &Pool{
		ID: t.freeID(), Region: t.account.Region, Account: t.account.ID, Created: t.Now, Modified: t.Now,
		Settings: object(settings(t.request, t.api.Contract)),
	}
	p.Mfa.SMS = t.request.Get("MfaConfiguration").Is("ON", "OPTIONAL") && t.request.Get("SmsConfiguration") != nil
	return p
}

// settings is what a request says of each member, in the reference's order.
func settings(r *request.Request, c *contract.Contract) []*source.Node {
	var all []*source.Node
	for _, m := range c.Request.Members {
		if v := r.Get(m.Name); v != nil {
			all = append(all, said(v))
		}
	}
	return all
}

// freeID is an Id that no pool has: the one that was asked for, or the first free example.
func (t *turn) freeID() string {
	if t.PoolID != "" && t.state.Pool(t.PoolID) == nil {
		return t.PoolID
	}
	for n := 1; ; n++ {
		id := fmt.Sprintf("%s_Example%02d", t.account.Region, n)
		if !slices.ContainsFunc(t.state.Pools, func(p *Pool) bool { return p.ID == id }) {
			return id
		}
	}
}
