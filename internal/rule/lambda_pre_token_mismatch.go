package rule

import "userpoolplayground/internal/diagnostic"

var lambdaPreTokenMismatch = Rule{
	ID:       "lambda-pre-token-mismatch",
	Fields:   []string{"/LambdaConfig/PreTokenGeneration", "/LambdaConfig/PreTokenGenerationConfig/LambdaArn"},
	Says:     "Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's",
	Message:  "PreTokenGeneration and PreTokenGenerationConfig name different functions: name one, or leave PreTokenGeneration out.",
	Why:      "They are two ways to set one trigger. PreTokenGenerationConfig is the newer one, which also chooses the version of the event.",
	Evidence: diagnostic.Observed,
	Links:    []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-pre-token-generation-legacy-mix/meta.yaml"},
	Since:    "2023-12-18",
	Bad:      `{"PoolName": "pool", "LambdaConfig": {"PreTokenGeneration": "arn:aws:lambda:us-east-1:123456789012:function:claims", "PreTokenGenerationConfig": {"LambdaVersion": "V2_0", "LambdaArn": "arn:aws:lambda:us-east-1:123456789012:function:claims-v2"}}}`,
	Good:     `{"PoolName": "pool", "LambdaConfig": {"PreTokenGenerationConfig": {"LambdaVersion": "V2_0", "LambdaArn": "arn:aws:lambda:us-east-1:123456789012:function:claims-v2"}}}`,
	Check: func(c *Case) {
		plain := c.Get("LambdaConfig", "PreTokenGeneration")
		versioned := c.Get("LambdaConfig", "PreTokenGenerationConfig", "LambdaArn")
		if plain != nil && versioned != nil && plain.Text() != versioned.Text() {
			c.Break(plain).
				Related(versioned, "The other function.").
				Fix("Remove PreTokenGeneration", c.Remove(plain)).
				Fix("Remove PreTokenGenerationConfig", c.Remove(versioned.Parent))
		}
	},
}
