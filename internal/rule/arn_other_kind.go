package rule

import (
	"strings"

	"userpoolplayground/internal/arn"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

// arnFields are the members that take an ARN.
var arnFields = []string{"/LambdaConfig/*", "/LambdaConfig/*/LambdaArn", "/SmsConfiguration/SnsCallerArn", "/SmsConfiguration/EumsSms/CallerArn", "/EmailConfiguration/SourceArn", "/KeyConfiguration/KmsKeyArn"}

// The patterns of these members take an ARN of any service, and no report of what the service
// says to another is public.
var arnOtherKind = Rule{
	ID:        "arn-other-kind",
	Severity:  diagnostic.Warning,
	Fields:    arnFields,
	OfTheCall: true,
	Message:   "{member} takes the ARN of {kind}; this one is of {other}.",
	InGeneral: "An ARN has to be of the kind that its member takes.",
	Why:       "Cognito can use nothing else there. Whether the service refuses the ARN at once, and in which words, is not known.",
	Evidence:  diagnostic.Inferred,
	Bad:       `{"PoolName": "pool", "LambdaConfig": {"PreSignUp": "arn:aws:s3:us-east-1:123456789012:function:check"}}`,
	Good:      `{"PoolName": "pool", "LambdaConfig": {"PreSignUp": "arn:aws:lambda:us-east-1:123456789012:function:check"}}`,
	Check: func(c *Case) {
		for _, v := range c.arns() {
			name, _ := arn.Parse(v.Text())
			wanted, _ := arn.Parse("arn:aws:" + v.Member.ARN)
			other := name.Service
			if other == wanted.Service {
				kind := kindOf(name.Resource)
				if kind == kindOf(wanted.Resource) || kind == "alias" { // a key's other name
					continue
				}
				other += ":" + kind
			}
			c.Break(v, "member", v.Member.Name, "kind", arnKinds[wanted.Service], "other", other)
		}
	},
}

// arnKinds are what ARNs are of, by the service.
var arnKinds = map[string]string{"lambda": "a Lambda function", "iam": "an IAM role", "ses": "an Amazon SES identity", "kms": "a KMS key"}

// kindOf is what a resource is, which stands before the first : or /.
func kindOf(resource string) string {
	if i := strings.IndexAny(resource, ":/"); i >= 0 {
		return resource[:i]
	}
	return resource
}

// arns are the ARNs that a request gives to members that take one, in the order of the text.
func (c *Case) arns() (all []*request.Value) {
	var visit func(v *request.Value)
	visit = func(v *request.Value) {
		if v.Member != nil && v.Member.ARN != "" {
			if name, ok := arn.Parse(v.Text()); ok && name.Partition != "" && name.Service != "" {
				all = append(all, v)
			}
		}
		for _, below := range v.Elements() {
			visit(below)
		}
	}
	for _, name := range []string{"LambdaConfig", "SmsConfiguration", "EmailConfiguration", "KeyConfiguration"} {
		if v := c.Get(name); v != nil {
			visit(v)
		}
	}
	return all
}
