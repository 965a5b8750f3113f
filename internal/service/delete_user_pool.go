package service

import "userpoolplayground/internal/diagnostic"

// DeleteUserPool takes the pool away.
var deleteUserPool = operation{pool: byID, run: func(t *turn) answer {
	return answer{
		state: t.state.with(t.Now, t.pool, nil),
		changes: []Change{{
			Pointer: "/UserPool", Kind: Given, Evidence: diagnostic.Observed, Before: t.pool.show(t.api.Contract, t.Day).JSON(),
			Why: "The call deletes the pool. AWS's guide says that it is kept for 14 days and cannot be reached.",
		}},
	}
}}
