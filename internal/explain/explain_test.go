package explain_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"userpoolplayground/internal/awserror"
	"userpoolplayground/internal/check"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/explain"
	"userpoolplayground/internal/refusal"
	"userpoolplayground/internal/rule"
	"userpoolplayground/internal/source"
)

// printed are the ways in which a message comes, with what each prints around it.
var printed = []struct{ route, around string }{
	{"", "%s"},
	{"", "InvalidParameterException: %s"},
	{"", "2026-11-02T09:14:03Z ERROR pool setup failed code=InvalidParameterException msg=\"%s\" attempt=3"},
	{"aws-cli", "An error occurred (InvalidParameterException) when calling the CreateUserPool operation: %s"},
	{"aws-cli", "\nAn error occurred (InvalidParameterException) when calling the CreateUserPool operation:\n    %s\n\nmake: *** [pool] Error 254\n"},
	{"boto3", "Traceback (most recent call last):\n  File \"pool.py\", line 12, in <module>\n    client.create_user_pool(**request)\n  File \"/usr/lib/python3/site-packages/botocore/client.py\", line 565, in _api_call\n    return self._make_api_call(operation_name, kwargs)\nbotocore.errorfactory.InvalidParameterException: An error occurred (InvalidParameterException) when calling the CreateUserPool operation: %s"},
	{"cloudformation", "CREATE_FAILED        AWS::Cognito::UserPool   Users   %s (Service: CognitoIdentityProvider, Status Code: 400, Request ID: 0c5e9a4e-1c1f-4c5b-9b0a-2f6d7e1b8a11) (SDK Attempt Count: 1)"},
	{"cloudformation", "Resource handler returned message: \"%s (Service: CognitoIdentityProvider, Status Code: 400, Request ID: 5d2f, Extended Request ID: null)\" (RequestToken: 7be1, HandlerErrorCode: InvalidRequest)"},
	{"cloudformation", "%s (Service: AWSCognitoIdentityProviderService; Status Code: 400; Error Code: InvalidParameterException; Request ID: 11f0; Proxy: null) CREATE_FAILED"},
	{"cdk", "❌  AuthStack failed: Error: The stack named AuthStack failed creation: ROLLBACK_COMPLETE: Resource handler returned message: \"%s (Service: CognitoIdentityProvider, Status Code: 400)\""},
	{"terraform", "╷\n│ Error: creating Cognito User Pool (shop): operation error Cognito Identity Provider: CreateUserPool, https response error StatusCode: 400, RequestID: 9a7c, InvalidParameterException: %s\n│ \n│   with aws_cognito_user_pool.shop,\n│   on main.tf line 3, in resource \"aws_cognito_user_pool\" \"shop\":\n╵\n"},
	{"pulumi", "error: sdk-v2/provider2.go:572: aws:cognito/userPool:UserPool resource 'shop': 1 error occurred:\n\t* creating: InvalidParameterException: %s"},
	{"go", "operation error Cognito Identity Provider: CreateUserPool, https response error StatusCode: 400, RequestID: 1f, InvalidParameterException: %s"},
	{"java", "Exception in thread \"main\" software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException: %s (Service: CognitoIdentityProvider, Status Code: 400, Request ID: 77)\n\tat software.amazon.awssdk.core.internal.http.CombinedResponseHandler.handleErrorResponse(CombinedResponseHandler.java:125)"},
	{"javascript", "InvalidParameterException: %s\n    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:388:20) {\n  '$fault': 'client',\n  '$metadata': { httpStatusCode: 400 }\n}"},
	{"dotnet", "Unhandled exception. Amazon.CognitoIdentityProvider.Model.InvalidParameterException: %s"},
	{"ruby", "/app/pool.rb:9:in `<main>': %s (Aws::CognitoIdentityProvider::Errors::InvalidParameterException)"},
	{"php", "PHP Fatal error:  Uncaught exception 'Aws\\CognitoIdentityProvider\\Exception\\CognitoIdentityProviderException' with message 'Error executing \"CreateUserPool\"; InvalidParameterException (client): %s'"},
}

// said are messages of each kind, with what they are about.
var said = []struct {
	message, rule string
	values        map[string]string
	until         bool
}{
	{"SMS configuration and Auto verification for phone_number are required when MFA is required/optional", "mfa-needs-sms", nil, false},
	{"1 validation error detected: Value '5' at 'policies.passwordPolicy.minimumLength' failed to satisfy constraint: Member must have value greater than or equal to 6", "constraint-minimum", map[string]string{"value": "5", "path": "policies.passwordPolicy.minimumLength"}, false},
	{"Attribute custom:tenant cannot have a max length shorter than it's min length", "schema-string-length-order", map[string]string{"name": "tenant"}, false},
	{"The following features need to be disabled for the LITE pricing tier configured: Passwordless Sign-In", "tier-passwordless", map[string]string{"tier": "LITE"}, false},
}

func TestPrinted(t *testing.T) {
	for _, p := range printed {
		for _, s := range said {
			{
				text := fmt.Sprintf(p.around, s.message)
				got := explain.Text(text)
				if got.Route != p.route {
					t.Errorf("%s\ncame by %q, want %q", text, got.Route, p.route)
				}
				if len(got.Matches) == 0 || got.Matches[0].Rule != s.rule {
					t.Errorf("%s\nis about %+v, want %s", text, got.Matches, s.rule)
					continue
				}
				for name, want := range s.values {
					if got.Matches[0].Values[name] != want {
						t.Errorf("%s\n%s is %q, want %q", text, name, got.Matches[0].Values[name], want)
					}
				}
			}
		}
	}
}

// What else a text can be: quoted once more, of another day, of several values, or nothing.
func TestText(t *testing.T) {
	for _, c := range []struct {
		text  string
		rules []string
		old   bool
	}{
		{`{"__type":"InvalidParameterException","message":"1 validation error detected: Value '' at 'poolName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w\\s+=,.@-]+"}`, []string{"constraint-pattern"}, false},
		{`1 validation error detected: Value &#39;X&#39; at &#39;deletionProtection&#39; failed to satisfy constraint: Member must satisfy enum value set: [ACTIVE, INACTIVE]`, []string{"constraint-enum"}, false},
		{"1 validation error detected: Value null at 'poolName' failed to\nsatisfy constraint:\n  Member must not be null", []string{"constraint-required"}, false},
		{"2 validation errors detected: Value '' at 'poolName' failed to satisfy constraint: Member must have length greater than or equal to 1; Value '400' at 'policies.passwordPolicy.temporaryPasswordValidityDays' failed to satisfy constraint: Member must have value less than or equal to 365", []string{"constraint-minLength", "constraint-maximum"}, false},
		{"Please use TemporaryPasswordValidityDays instead of UnusedAccountValidityDays", []string{"temporary-password-and-unused-account-days"}, true},
		{"SerializationException: STRING_VALUE can not be converted to an Integer", []string{"wrong-type"}, false},
		{"LimitExceededException: account limit", []string{"limit-user-pools"}, false},
		{"An error occurred (TooManyRequestsException) when calling the CreateUserPool operation (reached max retries: 2): Rate exceeded", []string{"throttled"}, false},
		{"User: arn:aws:iam::123456789012:user/dev is not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/sms", []string{"auth-pass-role"}, false},
		{"1 validation error detected: Value 'x' at 'noSuchMember' failed to satisfy constraint: Member must not be null", nil, false},
		{"1 validation error detected: Value 'EMAIL' at 'usernameAttributes.1.member' failed to satisfy constraint: Member must satisfy enum value set: [phone_number, email]", []string{"constraint-enum"}, false},
		{"NotAuthorizedException: Foo bar", nil, false}, // a type that many refusals share tells nothing
		{"InvalidLambdaResponseException: Foo", []string{"function-verifies-nothing"}, false},
		{"[UserUnAuthenticatedException: User needs to be authenticated to call this API.]", []string{"amplify-signed-out"}, false},
		{"NullPointerException at Main.java:3", nil, false},
		{"", nil, false},
		{strings.Repeat("Value 'a' at ", 40_000), nil, false},
	} {
		got := explain.Text(c.text)
		var rules []string
		for _, m := range got.Matches {
			rules = append(rules, m.Rule)
			if m.Values == nil {
				t.Errorf("%q: %s has null for its values", c.text, m.Rule)
			}
			if m.Message == "" || (m.Until != "") != c.old {
				t.Errorf("%.80s: %+v", c.text, m)
			}
		}
		slices.Sort(rules)
		want := slices.Sorted(slices.Values(c.rules))
		if !slices.Equal(rules, want) {
			t.Errorf("%.80s\nis about %v, want %v", c.text, rules, want)
		}
	}
}

// Whatever the service is known to say of a request leads back to the rule, and its examples hold.
func TestEveryRuleIsFound(t *testing.T) {
	for _, r := range rule.All {
		day := ""
		if r.Until != "" {
			continue
		}
		e := awserror.For(findings(r.Bad, day, r))
		if e == nil || e.Unworded {
			continue
		}
		got := explain.Text(e.Type + ": " + e.Message)
		if len(got.Matches) == 0 || got.Matches[0].Rule != r.ID || got.Matches[0].Bad != r.Bad || got.Matches[0].Good != r.Good {
			t.Errorf("%s: %s\n%+v", r.ID, e.Message, got.Matches)
		}
	}
}

// What the service says of calls about clients and users leads back to the reason.
func TestRefusalsAreFound(t *testing.T) {
	for _, c := range []struct{ text, rule, pointer, says string }{
		{"An error occurred (NotAuthorizedException) when calling the SignUp operation: SignUp is not permitted for this user pool", "sign-up-closed", "/AdminCreateUserConfig/AllowAdminCreateUserOnly", "AllowAdminCreateUserOnly"},
		{"InvalidPasswordException: Password did not conform with policy: Password must have uppercase characters", "password-policy", "/Policies/PasswordPolicy", "Policies.PasswordPolicy"},
		{"UserNotConfirmedException: User is not confirmed.", "user-not-confirmed", "", "ConfirmSignUp"},
		{"NotAuthorizedException: Unable to verify secret hash for client 1example23456789", "secret-wrong", "", "GenerateSecret of the app client"},
		{"Client 1example23456789 is configured for secret but secret was not received", "secret-missing", "", "HMAC-SHA256"},
		{"InvalidParameterException: USER_PASSWORD_AUTH flow not enabled for this client", "flow-not-enabled", "", "Add ALLOW_USER_PASSWORD_AUTH"},
		{"UserLambdaValidationException: PreSignUp failed with error Only for staff.", "function-threw", "", "PreSignUp threw an error"},
		{"InvalidParameterException: Username cannot be of email format, since user pool is configured for email alias.", "username-like-an-email", "/AliasAttributes", "AliasAttributes"},
		{"PasswordHistoryPolicyViolationException", "password-history", "/Policies/PasswordPolicy/PasswordHistorySize", "before"},
	} {
		got := explain.Text(c.text).Matches
		if len(got) == 0 || got[0].Rule != c.rule || got[0].Pointer != c.pointer || !strings.Contains(got[0].Message+" "+got[0].Why, c.says) {
			t.Errorf("%s\nis about %+v, want %s at %q with %q", c.text, got, c.rule, c.pointer, c.says)
		}
	}
	// Two reasons share these words: a wrong password, and a user who is not told of.
	got := explain.Text("NotAuthorizedException: Incorrect username or password.").Matches
	if len(got) < 2 {
		t.Errorf("reasons of a sign-in that fails: %+v", got)
	}
	// What hides who is there is one of the reasons of what it says.
	for _, text := range []string{
		"Incorrect username or password.",
		"CodeMismatchException: Invalid verification code provided, please try again.",
		"ExpiredCodeException: Invalid code provided, please request a code again.",
		"Cannot reset password for the user as there is no registered/verified email or phone_number",
	} {
		got := explain.Text(text).Matches
		if len(got) < 2 || !slices.ContainsFunc(got, func(m explain.Match) bool {
			return strings.Contains(m.Message, "no such user") && strings.Contains(m.Message+m.Why, "PreventUserExistenceErrors ENABLED") && m.Why != ""
		}) {
			t.Errorf("%s: nothing of a user who is not there: %+v", text, got)
		}
	}
	for _, r := range refusal.All {
		for _, says := range append([]string{r.Says}, r.Words...) {
			if says == "" || strings.HasPrefix(says, "{frame}") {
				continue
			}
			got := explain.Text(r.Exception + ": " + says).Matches
			if !slices.ContainsFunc(got, func(m explain.Match) bool {
				return m.Rule == r.ID && m.Message != "" && !strings.Contains(m.Message+m.Why, "{")
			}) {
				t.Errorf("%s: %s\nis about %+v", r.ID, says, got)
			}
		}
	}
}

// What tools say of a change that no pool takes leads to the member, and what is said of other resources
// to nothing.
func TestToolsAreUnderstood(t *testing.T) {
	for _, c := range []struct{ text, rule, pointer, says, route string }{
		{"╷\n│ Error: updating Cognito User Pool (us-east-1_Example01): cannot modify or remove schema items\n│ \n│   with aws_cognito_user_pool.shop,", "tool-changes-schema", "/Schema", "ignore_changes", "terraform"},
		{"UPDATE_FAILED AWS::Cognito::UserPool Users Resource handler returned message: \"Invalid request provided: Existing schema attributes cannot be modified or deleted.\" (RequestToken: 7be1, HandlerErrorCode: InvalidRequest)", "tool-changes-schema", "/Schema", "logical ID", "cloudformation"},
		{"Resource handler returned message: \"Invalid request provided: Updates are not allowed for property - UsernameAttributes.\" (RequestToken: 7be1, HandlerErrorCode: InvalidRequest)", "tool-changes-property", "/UsernameAttributes", "UsernameAttributes", "cloudformation"},
		{"Updates are not allowed for property - AliasAttributes", "tool-changes-property", "/AliasAttributes", "AliasAttributes", ""},
		{"Updates are not allowed for property - UsernameConfiguration. (Service: null)", "tool-changes-property", "/UsernameConfiguration", "UsernameConfiguration", ""},
		{"Updates are not allowed for property - Schema.", "tool-changes-property", "/Schema", "Schema", ""},
		{"Updates are not allowed for property - BucketName.", "", "", "", ""},
		{"botocore.exceptions.ParamValidationError: Parameter validation failed:\nMissing required parameter in SmsConfiguration: \"SnsCallerArn\"", "sdk-lacks", "/SmsConfiguration/SnsCallerArn", "SmsConfiguration has no SnsCallerArn", "boto3"},
		{"Unknown parameter in input: \"poolName\", must be one of: PoolName, Policies", "sdk-unknown", "/PoolName", "poolName", ""},
		{"Invalid type for parameter Policies.PasswordPolicy.MinimumLength, value: 8, type: <class 'str'>, valid types: <class 'int'>", "sdk-type", "/Policies/PasswordPolicy/MinimumLength", "MinimumLength is 8", ""},
		{"Properties validation failed for resource Users with message:\n#: extraneous key [PoolName] is not permitted", "template-unknown-property", "/PoolName", "UserPoolName", ""},
		{"#/MfaConfiguration: expected type: String, found: Boolean", "template-type", "/MfaConfiguration", "without quotes", ""},
		{"Value of property UserPoolTags must be an object", "template-type", "/UserPoolTags", "no list of Key and Value", ""},
		{"Error: expected length of schema.0.name to be in the range (1 - 20), got tenant_identifier_long", "terraform-length", "/Schema/0/Name", "1 - 20", ""},
		{"UnexpectedLambdaException: PreSignUp invocation failed due to error AccessDeniedException.", "function-not-invoked", "", "PreSignUp", ""},
		{"Error: expected password_policy.0.temporary_password_validity_days to be in the range (0 - 365), got 400", "terraform-range", "/Policies/PasswordPolicy/TemporaryPasswordValidityDays", "0 - 365", ""},
		{"Error: expected port to be in the range (0 - 65535), got 99999", "", "", "", ""},
		{"ValidationError: Parameter 'Env' must be one of AllowedValues", "template-parameter", "", "Env", ""},
		{"Template format error: Unresolved resource dependencies [Customers] in the Resources block of the template", "template-unresolved", "", "Customers", ""},
		{"Error: expected length of bucket to be in the range (3 - 63), got a", "", "", "", ""},
	} {
		got := explain.Text(c.text)
		if c.rule == "" {
			if len(got.Matches) > 0 {
				t.Errorf("%s\nis about %+v", c.text, got.Matches)
			}
			continue
		}
		if len(got.Matches) != 1 || got.Matches[0].Rule != c.rule || got.Matches[0].Pointer != c.pointer || !strings.Contains(got.Matches[0].Message, c.says) || got.Matches[0].Why == "" || got.Route != c.route {
			t.Errorf("%s\nis about %+v by %q", c.text, got.Matches, got.Route)
		}
	}
}

// Each constraint of each member that a request can break leads back to the member.
func TestConstraintsAreFound(t *testing.T) {
	var visit func(s *contract.Shape, path, pointer string)
	visit = func(s *contract.Shape, path, pointer string) {
		for _, m := range s.Members {
			here, at := strings.TrimPrefix(path+"."+m.ServiceName, "."), pointer+"/"+m.Name
			for _, keyword := range []string{"maxLength", "minLength", "minimum", "maximum", contract.PatternKeyword, "enum"} {
				text := m.Shape.Kind == contract.String && (keyword == "maxLength" && m.Shape.Max != nil || keyword == "minLength" && m.Shape.Min != nil && *m.Shape.Min > 0 ||
					keyword == contract.PatternKeyword && m.Shape.Pattern != "" || keyword == "enum" && len(m.Shape.Enum) > 0)
				number := m.Shape.Kind == contract.Integer && (keyword == "minimum" && m.Shape.Min != nil || keyword == "maximum" && m.Shape.Max != nil)
				if !text && !number {
					continue
				}
				words := awserror.Failed(diagnostic.Unsatisfied{Keyword: keyword, Shape: m.Shape})
				got := explain.Text("1 validation error detected: Value '0' at '" + here + "' failed to satisfy constraint: " + words)
				if len(got.Matches) != 1 || got.Matches[0].Pointer != at || got.Matches[0].Rule != "constraint-"+strings.TrimPrefix(keyword, "x-") {
					t.Errorf("%s %s: %+v", here, keyword, got.Matches)
				} else if bad := got.Matches[0].Bad; bad != "" && awserror.For(findings(bad, "", nil)) == nil {
					t.Errorf("%s %s: %s is taken", here, keyword, bad)
				}
			}
			if m.Shape.Kind == contract.Structure {
				visit(m.Shape, here, at)
			}
		}
	}
	visit(contract.Newest().Request, "", "")
}

func findings(text, day string, r *rule.Rule) []diagnostic.Diagnostic {
	var around rule.Rule
	if r != nil {
		around = *r
	}
	return check.Run(source.Parse(text), contract.At(day), day, around.Around).Findings
}

// What a message holds is told as people write it, without what the message or a log puts around it.
func TestValuesAreReadable(t *testing.T) {
	for _, c := range []struct{ text, name, value string }{
		{`Resource handler returned message: "Model validation failed (#/Policies/PasswordPolicy/MinimumLength: expected type: Integer, found: String)"`, "found", "String"},
		{`UserLambdaValidationException: PreSignUp failed with error "Only for staff".`, "message", "Only for staff"},
		{`{"__type":"InvalidParameterException","message":"1 validation error detected: Value 'a\"b' at 'poolName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w\\s+=,.@-]+"}`, "value", `a"b`},
		{`Parameter validation failed: Invalid type for parameter UsernameAttributes, value: ['email'], type: <class 'tuple'>`, "value", "['email']"},
	} {
		got := explain.Text(c.text).Matches
		if len(got) == 0 || got[0].Values[c.name] != c.value {
			t.Errorf("%s\nis %+v, want %s to be %s", c.text, got, c.name, c.value)
		}
	}
	// A bracket alone is no message.
	for _, m := range explain.Text(`UserLambdaValidationException: PreSignUp failed with error {"errorMessage":"Only for staff"}.`).Matches {
		if v, found := m.Values["message"]; found && v == "" || v == "{" {
			t.Errorf("%+v", m)
		}
	}
}
