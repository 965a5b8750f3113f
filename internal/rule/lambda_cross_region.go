package rule

import (
	"userpoolplayground/internal/account"
	"userpoolplayground/internal/arn"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

// Functions of other accounts and functions that do not exist are accepted.
var lambdaCrossRegion = Rule{
	ID:        "lambda-cross-region",
	Fields:    []string{"/LambdaConfig/*", "/LambdaConfig/*/LambdaArn"},
	Says:      "Cross-region lambda functions are not supported",
	Message:   "This function is in {region}, and the pool in {pool}: triggers have to be in the pool's Region.",
	InGeneral: "The functions of triggers have to be in the pool's Region.",
	Why:       "Cognito invokes triggers only inside its own Region. A function of another account is taken, and so is one that does not exist yet.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-lambda-config-region/meta.yaml", "https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-lambda-config-region/rule.rego"},
	Around:    account.Account{Region: "us-east-1"},
	Bad:       `{"PoolName": "pool", "LambdaConfig": {"PreSignUp": "arn:aws:lambda:eu-west-1:123456789012:function:check"}}`,
	Good:      `{"PoolName": "pool", "LambdaConfig": {"PreSignUp": "arn:aws:lambda:us-east-1:123456789012:function:check"}}`,
	Check: func(c *Case) {
		for _, function := range c.functions() {
			if arn, ok := arn.Parse(function.Text()); ok && arn.Region != "" && arn.Region != c.Account.Region {
				c.Break(function, "region", arn.Region, "pool", c.Account.Region).
					Fix("Change its Region to "+c.Account.Region, c.readdress(function, arnRegion, c.Account.Region))
			}
		}
	},
}

// functions returns the Lambda ARNs of LambdaConfig in the order of the text.
func (c *Case) functions() []*request.Value {
	var functions []*request.Value
	for _, member := range c.Get("LambdaConfig").Elements() {
		if nested := member.Get("LambdaArn"); nested != nil {
			member = nested
		}
		if arn, ok := arn.Parse(member.Text()); ok && arn.Service == "lambda" {
			functions = append(functions, member)
		}
	}
	return functions
}
