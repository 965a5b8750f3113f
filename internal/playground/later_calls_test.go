package playground

import (
	"strings"
	"testing"
)

// TestLaterCalls: what a tool sends once the pool is made is told as a call of its own, and the words, what
// DescribeUserPool shows and the other tools' texts speak of the pool that it leads to.
func TestLaterCalls(t *testing.T) {
	const role = "arn:aws:iam::123456789012:role/sms-role"
	for name, c := range map[string]struct {
		text string
		// call is the request of the one call, "" where none is told.
		call string
		// mode is what DescribeUserPool shows.
		mode string
		// words are in the sentences on second steps; wrote has what a target writes.
		words string
		wrote map[string]string
	}{
		"terraform, an app": {
			text: "resource \"aws_cognito_user_pool\" \"p\" {\n  name = \"shop\"\n  mfa_configuration = \"ON\"\n  software_token_mfa_configuration {\n    enabled = true\n  }\n}\n",
			call: `{"MfaConfiguration":"ON","SoftwareTokenMfaConfiguration":{"Enabled":true}}`, mode: "ON",
			words: "Everybody has to pass a second step at sign-in: a code from an authenticator app.",
			wrote: map[string]string{
				"terraform":           "software_token_mfa_configuration {\n    enabled = true",
				"cloudformation-yaml": "MfaConfiguration: \"ON\"\n      EnabledMfas:\n        - SOFTWARE_TOKEN_MFA",
				"cdk-typescript":      "enabledMfas: ['SOFTWARE_TOKEN_MFA']",
				"aws-cli":             "aws cognito-idp set-user-pool-mfa-config \\\n  --region us-east-1 \\\n  --user-pool-id \"$pool\" \\\n  --mfa-configuration ON \\\n  --software-token-mfa-configuration '{\"Enabled\":true}'",
				"boto3":               "client.set_user_pool_mfa_config(\n    UserPoolId=response[\"UserPool\"][\"Id\"],\n    MfaConfiguration=\"ON\",",
				"javascript":          "await client.send(new SetUserPoolMfaConfigCommand({\n  UserPoolId: UserPool?.Id,\n  MfaConfiguration: \"ON\",",
				"paws":                "svc$set_user_pool_mfa_config(\n  UserPoolId = response$UserPool$Id,\n  MfaConfiguration = \"ON\",",
			},
		},
		"terraform, text messages by a role beside": {
			text: "resource \"aws_cognito_user_pool\" \"p\" {\n  name = \"shop\"\n  mfa_configuration = \"OPTIONAL\"\n  sms_configuration {\n    external_id = \"x\"\n    sns_caller_arn = aws_iam_role.sms.arn\n  }\n}\n",
			call: `{"MfaConfiguration":"OPTIONAL","SmsMfaConfiguration":{"SmsConfiguration":{"ExternalId":"x"}}}`, mode: "OPTIONAL",
			words: "Users may choose to have a second step at sign-in: a code sent by text message.",
			wrote: map[string]string{"cloudformation-yaml": "EnabledMfas:\n        - SMS_MFA"},
		},
		"terraform, off": {
			text: "resource \"aws_cognito_user_pool\" \"p\" {\n  name = \"shop\"\n  mfa_configuration = \"OFF\"\n}\n",
			mode: "OFF", words: "Nobody is asked for a second step at sign-in.",
		},
		"terraform, passkeys alone": {
			text: "resource \"aws_cognito_user_pool\" \"p\" {\n  name = \"shop\"\n  web_authn_configuration {\n    relying_party_id = \"example.com\"\n    user_verification = \"required\"\n  }\n}\n",
			call: `{"WebAuthnConfiguration":{"RelyingPartyId":"example.com","UserVerification":"required"}}`, mode: "OFF",
			words: "Nobody is asked for a second step at sign-in.",
			wrote: map[string]string{
				"cloudformation-yaml": "WebAuthnRelyingPartyID: example.com\n      WebAuthnUserVerification: required",
				"terraform":           "web_authn_configuration {\n    relying_party_id  = \"example.com\"\n    user_verification = \"required\"",
			},
		},
		"terraform, a mode that is set outside": {
			text: "variable \"mfa\" {}\nresource \"aws_cognito_user_pool\" \"p\" {\n  name = \"shop\"\n  mfa_configuration = var.mfa\n  software_token_mfa_configuration {\n    enabled = true\n  }\n}\n",
			mode: "OFF",
		},
		"terraform, a factor that is set outside": {
			text: "variable \"on\" {}\nresource \"aws_cognito_user_pool\" \"p\" {\n  name = \"shop\"\n  mfa_configuration = \"ON\"\n  software_token_mfa_configuration {\n    enabled = var.on\n  }\n}\n",
			mode: "OFF",
		},
		"terraform, an app in a dynamic block": {
			text: "variable \"mfa\" {\n  default = \"OPTIONAL\"\n}\nresource \"aws_cognito_user_pool\" \"p\" {\n  name = \"shop\"\n  mfa_configuration = var.mfa\n  dynamic \"software_token_mfa_configuration\" {\n    for_each = var.mfa == \"OFF\" ? [] : [1]\n    content {\n      enabled = true\n    }\n  }\n}\n",
			call: `{"MfaConfiguration":"OPTIONAL","SoftwareTokenMfaConfiguration":{"Enabled":true}}`, mode: "OPTIONAL", words: "a code from an authenticator app.",
		},
		"terraform, a dynamic block that is decided outside": {
			text: "variable \"app\" {}\nresource \"aws_cognito_user_pool\" \"p\" {\n  name = \"shop\"\n  mfa_configuration = \"ON\"\n  dynamic \"software_token_mfa_configuration\" {\n    for_each = var.app\n    content {\n      enabled = true\n    }\n  }\n}\n",
			mode: "OFF",
		},
		"pulumi, an app in a variable": {
			text: "import * as aws from '@pulumi/aws';\nconst args = { mfaConfiguration: 'ON', softwareTokenMfaConfiguration: { enabled: true } };\nnew aws.cognito.UserPool('p', { name: 'shop', ...args });\n",
			call: `{"MfaConfiguration":"ON","SoftwareTokenMfaConfiguration":{"Enabled":true}}`, mode: "ON", words: "a code from an authenticator app.",
		},
		"cloudformation, an app and email": {
			text: "Resources:\n  P:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: shop\n      MfaConfiguration: OPTIONAL\n      EnabledMfas: [SOFTWARE_TOKEN_MFA, EMAIL_OTP]\n      EmailAuthenticationSubject: Your code\n      EmailAuthenticationMessage: '{####}'\n",
			call: `{"MfaConfiguration":"OPTIONAL","SoftwareTokenMfaConfiguration":{"Enabled":true},"EmailMfaConfiguration":{"Subject":"Your code","Message":"{####}"}}`, mode: "OPTIONAL",
			words: "a code from an authenticator app or a code sent by email.",
			wrote: map[string]string{"terraform": "email_mfa_configuration {\n    subject = \"Your code\"\n    message = \"{####}\""},
		},
		"cloudformation, text messages": {
			text: "Resources:\n  P:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: shop\n      MfaConfiguration: 'ON'\n      EnabledMfas: [SMS_MFA]\n      SmsConfiguration: {SnsCallerArn: '" + role + "', ExternalId: x}\n",
			mode: "ON", words: "a code sent by text message.",
		},
		"cdk, an override of the mode": {
			text: "const pool = new cognito.UserPool(this, 'P', {\n  userPoolName: 'shop',\n  mfa: cognito.Mfa.REQUIRED,\n  mfaSecondFactor: { sms: false, otp: true },\n});\nconst cfn = pool.node.defaultChild as cognito.CfnUserPool;\ncfn.addPropertyOverride('MfaConfiguration', 'OPTIONAL');\n",
			call: `{"MfaConfiguration":"OPTIONAL","SoftwareTokenMfaConfiguration":{"Enabled":true}}`, mode: "OPTIONAL", words: "a code from an authenticator app.",
		},
		"cdk in Python, an override of the factors": {
			text: "pool = cognito.UserPool(self, \"P\", user_pool_name=\"shop\")\ncfn = pool.node.default_child\ncfn.add_property_override(\"MfaConfiguration\", \"ON\")\ncfn.add_override(\"Properties.EnabledMfas\", [\n    \"SOFTWARE_TOKEN_MFA\",\n])\n",
			call: `{"MfaConfiguration":"ON","SoftwareTokenMfaConfiguration":{"Enabled":true}}`, mode: "ON", words: "a code from an authenticator app.",
		},
		"cdk, an app": {
			text: "import * as cognito from 'aws-cdk-lib/aws-cognito';\nnew cognito.UserPool(this, 'P', {\n  userPoolName: 'shop',\n  mfa: cognito.Mfa.REQUIRED,\n  mfaSecondFactor: { sms: false, otp: true },\n});\n",
			call: `{"MfaConfiguration":"ON","SoftwareTokenMfaConfiguration":{"Enabled":true}}`, mode: "ON", words: "a code from an authenticator app.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			checked := checkAny(t, c.text, Options{View: "describe"})
			if checked.Request == nil {
				t.Fatalf("no request: %v", checked.Evaluation.Problems)
			}
			got := ""
			for _, call := range checked.Calls {
				got += strings.NewReplacer("\n", "", "  ", "", ": ", ":").Replace(call.Request)
			}
			if got != c.call {
				t.Errorf("the calls are %s\nand not %s", got, c.call)
			}
			if want := `"MfaConfiguration":"` + c.mode + `"`; !strings.Contains(checked.Evaluation.Reply.Body, want) {
				t.Errorf("the pool is not shown with %s:\n%s", want, checked.Evaluation.Reply.Body)
			}
			o := Options{Calls: checked.Calls, Expressions: map[string]string{}}
			for _, u := range checked.Unknowns {
				o.Expressions[u.Pointer] = u.Expression
			}
			said := ""
			for _, s := range Summarise(*checked.Request, o).Sections {
				if s.ID == "mfa" {
					for _, statement := range s.Statements {
						said += statement.Text + " "
					}
				}
			}
			if !strings.Contains(said, c.words) {
				t.Errorf("it is said: %s", said)
			}
			for target, want := range c.wrote {
				written, err := ExportAs(target, *checked.Request, o)
				if err != nil || !strings.Contains(written.Text, want) {
					t.Errorf("%s: %v\n%s", target, err, written.Text)
				}
			}
			for _, target := range []string{"go", "curl", "aws-cli-json", "aws-cli-powershell", "update-user-pool"} {
				written, _ := ExportAs(target, *checked.Request, o)
				if told := strings.Contains(strings.Join(written.Notes, " "), "call SetUserPoolMfaConfig with its UserPoolId and {"); told != (c.call != "") {
					t.Errorf("%s says %q", target, written.Notes)
				}
			}
		})
	}
}
