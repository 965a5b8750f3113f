package check

import (
	"userpoolplayground/internal/account"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/source"
)

// Forget empties the memory of the request that was checked last. The rules have one of their
// own, which ends with the account.
func Forget() {
	Run(source.Parse("{}"), contract.Newest(), "", account.Account{ID: "forgotten"})
	settled.Lock()
	defer settled.Unlock()
	settled.contract, settled.members = nil, nil
}
