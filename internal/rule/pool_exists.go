package rule

import (
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/source"
)

// It is asked before all others: what a call says of a pool can be judged only where it is.
var poolExists = Rule{
	ID:     "pool-exists",
	Fields: []string{"/UserPoolId"},
	Calls: []string{UpdateUserPool, DeleteUserPool, AddCustomAttributes, SetUserPoolMfaConfig, "DescribeUserPool", "GetUserPoolMfaConfig", CreateUserPoolDomain, DeleteUserPoolDomain,
		"CreateUserPoolClient", "UpdateUserPoolClient", "DescribeUserPoolClient", "DeleteUserPoolClient",
		"AdminCreateUser", "AdminGetUser", "AdminSetUserPassword", "AdminConfirmSignUp",
		"AdminResetUserPassword", "AdminUpdateUserAttributes", "AdminDeleteUserAttributes", "AdminDisableUser",
		"AdminEnableUser", "AdminDeleteUser", "AdminSetUserMFAPreference", "AdminUserGlobalSignOut",
		"AdminInitiateAuth", "AdminRespondToAuthChallenge", "CreateGroup", "AdminAddUserToGroup",
		"AdminRemoveUserFromGroup", "ListUsers",
	},
	Exception: "ResourceNotFoundException",
	Says:      "User pool {id} does not exist.",
	Message:   "There is no pool {id} here: {there}.",
	InGeneral: "A call needs a pool that is there.",
	Why:       "A pool is known by its Id, in its account and Region.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/getmoto/moto/blob/HEAD/tests/test_cognitoidp/test_cognitoidp.py"},
	Standing:  `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop"}}`,
	Bad:       `{"UserPoolId": "us-east-1_Another01"}`,
	Good:      `{"UserPoolId": "us-east-1_Example01"}`,
	Check: func(c *Case) {
		id := c.Get("UserPoolId")
		if id == nil || c.Pool.ID == id.Text() {
			return
		}
		there := "none is left"
		b := []string{}
		if c.Pool.ID != "" {
			there = "the one that is here is " + c.Pool.ID
			b = append(b, c.Pool.ID)
		}
		found := c.Break(id, "id", id.Text(), "there", there)
		for _, other := range b {
			found.Fix("Name the pool that is here", c.Replace(id, source.Quote(other)))
		}
	},
}
