package playground

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestRefusedByTool: what a tool holds a request to by itself is told in its name and in its names, and what it
// leaves to the service in the service's.
func TestRefusedByTool(t *testing.T) {
	const service = "the service"
	for _, c := range []struct{ text, pointer, says, by string }{
		{"resource \"aws_cognito_user_pool\" \"p\" {\n  name = \"p\"\n  password_policy {\n    minimum_length = 4\n  }\n}\n", "/Policies/PasswordPolicy/MinimumLength", "minimum_length is 4; it has to be at least 6.", "Terraform"},
		{"resource \"aws_cognito_user_pool\" \"p\" {\n  name = \"p\"\n  password_policy {\n    require_numbers = true\n  }\n}\n", "/Policies/PasswordPolicy/MinimumLength", "minimum_length is 0; it has to be at least 6.", service},
		{"resource \"aws_cognito_user_pool\" \"p\" {\n  mfa_configuration = \"OFF\"\n}\n", "/PoolName", "name is missing, and Terraform needs it: text in quotes.", "Terraform"},
		{"resource \"aws_cognito_user_pool\" \"p\" {\n  name = \"p\"\n  deletion_protection = \"YES\"\n}\n", "/DeletionProtection", "deletion_protection is \"YES\"; it has to be one of ACTIVE or INACTIVE.", "Terraform"},
		{"resource \"aws_cognito_user_pool\" \"p\" {\n  name = \"p\"\n  auto_verified_attributes = [\"mail\"]\n}\n", "/AutoVerifiedAttributes/0", "\"mail\" cannot be in auto_verified_attributes. It takes phone_number or email.", "Terraform"},
		{"resource \"aws_cognito_user_pool\" \"p\" {\n  name = \"p\"\n  sms_authentication_message = \"no code\"\n}\n", "/SmsAuthenticationMessage", "sms_authentication_message lacks the placeholder {####}, which Cognito replaces by the code or the temporary password.", "Terraform"},
		{"resource \"aws_cognito_user_pool\" \"p\" {\n  name = \"p\"\n  alias_attributes = [\"email\"]\n  username_attributes = [\"email\"]\n}\n", "/AliasAttributes", "AliasAttributes and UsernameAttributes are both given; a pool can have only one of them.", "Terraform"},
		{"resource \"aws_cognito_user_pool\" \"p\" {\n  name = \"a:b\"\n}\n", "/PoolName", "name has the character :, which is not allowed there.", service},
		{"resource \"aws_cognito_user_pool\" \"p\" {\n  name = \"p\"\n  account_recovery_setting {\n    recovery_mechanism {\n      name     = \"admin_only\"\n      priority = 5\n    }\n  }\n}\n", "/AccountRecoverySetting/RecoveryMechanisms/0/Priority", "priority is 5; it can be at most 2.", service},
		{"Type: AWS::Cognito::UserPool\nProperties:\n  UserPoolName: p\n  AutoVerifiedAttributes: {email: true}\n", "/AutoVerifiedAttributes", "AutoVerifiedAttributes has to be a list in [ ]; this is an object.", "CloudFormation"},
		{"Type: AWS::Cognito::UserPool\nProperties:\n  UserPoolName: a:b\n", "/PoolName", "UserPoolName has the character :, which is not allowed there.", service},
		{"client.create_user_pool(MfaConfiguration=\"OFF\")\n", "/PoolName", "PoolName is missing, and boto3 needs it: text in quotes.", "boto3"},
		{"client.create_user_pool(PoolName=5)\n", "/PoolName", "PoolName has to be text in quotes; this is a number, 5.", "boto3"},
		{"client.create_user_pool(PoolName=\"p\", Policies={\"PasswordPolicy\": {\"MinimumLength\": 100}})\n", "/Policies/PasswordPolicy/MinimumLength", "MinimumLength is 100; it can be at most 99.", service},
		{"client.create_user_pool(PoolName=\"p\", Policies={\"PasswordPolicy\": {\"MinimumLength\": 5}})\n", "/Policies/PasswordPolicy/MinimumLength", "MinimumLength is 5; it has to be at least 6.", "boto3"},
		{"aws cognito-idp create-user-pool --mfa-configuration OFF\n", "/PoolName", "--pool-name is missing, and the AWS CLI needs it: text in quotes.", "The AWS CLI"},
		{"new cognito.UserPool(this, 'P', { userPoolName: 'p', passwordPolicy: { minLength: 5 } });\n", "/Policies/PasswordPolicy/MinimumLength", "The CDK fails when it synthesises: minLength for password must be between 6 and 99 (received: 5).", "The CDK"},
		{"client.createUserPool(r -> r.poolName(\"a:b\"));\n", "/PoolName", "poolName has the character :, which is not allowed there.", service},
	} {
		checked := checkAny(t, c.text, Options{})
		i := slices.IndexFunc(checked.Evaluation.Problems, func(p Problem) bool { return p.Pointer == c.pointer && p.Severity == "error" })
		if i < 0 {
			t.Errorf("%s: nothing is wrong with %s", c.text, c.pointer)
			continue
		}
		p := checked.Evaluation.Problems[i]
		want, stage := c.says, "tool"
		switch {
		case c.by == service:
			stage = ""
		case !strings.Contains(c.says, " needs it:") && !strings.Contains(c.says, "synthesises"):
			want += " " + c.by + " refuses it before it calls the service."
		}
		if p.Message != want || stage != "" && p.Stage != stage || stage == "" && p.Stage == "tool" || (p.Exception == nil) != (stage == "tool") {
			t.Errorf("%s: %s", c.text, fmt.Sprint(p.Stage, " ", p.Message, " ", p.Exception))
		}
		// The request itself is refused as ever: that is what its reply says.
		if checked.Evaluation.Reply.Status != 400 {
			t.Errorf("%s: the reply is %d", c.text, checked.Evaluation.Reply.Status)
		}
	}
}
