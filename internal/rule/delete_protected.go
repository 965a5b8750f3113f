package rule

import "userpoolplayground/internal/diagnostic"

var deleteProtected = Rule{
	ID:       "delete-protected",
	Fields:   []string{"/UserPoolId"},
	Calls:    []string{DeleteUserPool},
	Says:     "The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.",
	Message:  "The pool's DeletionProtection is ACTIVE: set it to INACTIVE with UpdateUserPool first.",
	Why:      "That is what the protection is for.",
	Evidence: diagnostic.Observed,
	Since:    "2022-10-21",
	Standing: `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop", "DeletionProtection": "ACTIVE"}}`,
	Bad:      `{"UserPoolId": "us-east-1_Example01"}`,
	Check: func(c *Case) {
		if id := c.Get("UserPoolId"); c.Pool.Protected && c.Pool.ID == id.Text() {
			c.Break(id)
		}
	},
}
