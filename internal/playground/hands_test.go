package playground

import (
	"strings"
	"testing"
)

func pythonOf(call string) string {
	return "import boto3\nclient = boto3.client('cognito-idp')\n" + call + "\n"
}

func rOf(call string) string { return "svc <- paws::cognitoidentityprovider()\n" + call + "\n" }

func shellOf(options string) string { return "aws cognito-idp create-user-pool " + options + "\n" }

// tieredBy is a template whose pool has a tier from elsewhere, and factors that not every tier has.
func tieredBy(tier string) string {
	return "Resources:\n  P:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: shop\n      UserPoolTier: " + tier +
		"\n      Policies: { SignInPolicy: { AllowedFirstAuthFactors: [PASSWORD, EMAIL_OTP] } }\n"
}

func constructOf(properties string) string {
	return "import { UserPool } from 'aws-cdk-lib/aws-cognito';\nnew UserPool(this, 'P', { " + properties + " });\n"
}

func terraformOf(body string) string {
	return "resource \"aws_cognito_user_pool\" \"p\" {\n  name = \"shop\"\n\n" + body + "}\n"
}

// hands are fixes in programs and commands as people write them. after is "" where the problem has no
// fix: to write one would not be sure.
var hands = []struct{ name, fix, before, after string }{
	// Removing.
	{"an argument with its line", "Remove UsernameAttributes",
		pythonOf("client.create_user_pool(\n    PoolName='shop',\n    AliasAttributes=['email'],\n    UsernameAttributes=['email'],\n)"),
		pythonOf("client.create_user_pool(\n    PoolName='shop',\n    AliasAttributes=['email'],\n)")},
	{"the last argument", "Remove UsernameAttributes",
		pythonOf("client.create_user_pool(\n    PoolName='shop',\n    AliasAttributes=['email'],\n    UsernameAttributes=['email']\n)"),
		pythonOf("client.create_user_pool(\n    PoolName='shop',\n    AliasAttributes=['email']\n)")},
	{"the last argument behind a comment", "Remove UsernameAttributes",
		pythonOf("client.create_user_pool(\n    PoolName='shop',\n    AliasAttributes=['email'],  # one, two,\n    UsernameAttributes=['email'])"), ""},
	{"the only member of a block of YAML", "Remove UnusedAccountValidityDays",
		"Resources:\n  P:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: shop\n      AdminCreateUserConfig:\n        UnusedAccountValidityDays: 5\n      Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 5 } }\n",
		"Resources:\n  P:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: shop\n      AdminCreateUserConfig: {}\n      Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 5 } }\n"},
	{"a block of Terraform", "Make upper and lower case the same",
		terraformOf("  username_attributes = [\"email\"]\n  # The end.\n"),
		terraformOf("  username_attributes = [\"email\"]\n  # The end.\n\n  username_configuration {\n    case_sensitive = false\n  }\n")},
	{"a factor of Terraform", "Switch authenticator apps on",
		terraformOf("  mfa_configuration = \"ON\"\n"),
		terraformOf("  mfa_configuration = \"ON\"\n\n  software_token_mfa_configuration {\n    enabled = true\n  }\n")},
	{"a block of Terraform that may be there", "Make upper and lower case the same",
		terraformOf("  username_attributes = [\"email\"]\n  dynamic \"username_configuration\" {\n    for_each = var.config\n    content {}\n  }\n"), ""},
	{"an argument with a comment behind it", "Remove UsernameAttributes",
		pythonOf("client.create_user_pool(PoolName='shop', AliasAttributes=['email'],\n    UsernameAttributes=['email'],  # mine\n)"),
		pythonOf("client.create_user_pool(PoolName='shop', AliasAttributes=['email'],\n    # mine\n)")},
	{"on one line", "Remove AliasAttributes",
		pythonOf("client.create_user_pool(PoolName='shop', AliasAttributes=['email'], UsernameAttributes=['email'])"),
		pythonOf("client.create_user_pool(PoolName='shop', UsernameAttributes=['email'])")},
	{"at the end of a line", "Remove AliasAttributes",
		pythonOf("client.create_user_pool(PoolName='shop', AliasAttributes=['email'],\n                        UsernameAttributes=['email'])"),
		pythonOf("client.create_user_pool(PoolName='shop',\n                        UsernameAttributes=['email'])")},
	{"of arguments that are elsewhere", "Remove AliasAttributes",
		pythonOf("params = {\n    'PoolName': 'shop',\n    'AliasAttributes': ['email'],\n    'UsernameAttributes': ['email'],\n}\nclient.create_user_pool(**params)"),
		pythonOf("params = {\n    'PoolName': 'shop',\n    'UsernameAttributes': ['email'],\n}\nclient.create_user_pool(**params)")},
	{"of arguments that two calls have", "Remove AliasAttributes",
		pythonOf("params = {'PoolName': 'shop', 'AliasAttributes': ['email'], 'UsernameAttributes': ['email']}\nclient.create_user_pool(**params)\nclient.create_user_pool(**params)"), ""},
	{"of arguments without a call", "Remove AliasAttributes",
		"{'PoolName': 'shop', 'AliasAttributes': ['email'], 'UsernameAttributes': ['email']}\n",
		"{'PoolName': 'shop', 'UsernameAttributes': ['email']}\n"},
	{"set by itself", "Remove AliasAttributes",
		pythonOf("params = {'PoolName': 'shop', 'UsernameAttributes': ['email']}\nparams['AliasAttributes'] = ['email']\nclient.create_user_pool(**params)"), ""},
	{"in parentheses", "Remove AliasAttributes",
		pythonOf("client.create_user_pool(PoolName='shop', UsernameAttributes=['email'], AliasAttributes=(['email']))"), ""},
	{"in dict()", "Remove UsernameAttributes",
		pythonOf("params = dict(PoolName='shop', AliasAttributes=['email'], UsernameAttributes=['email'])\nclient.create_user_pool(**params)"),
		pythonOf("params = dict(PoolName='shop', AliasAttributes=['email'])\nclient.create_user_pool(**params)")},
	{"an element", "Remove this attribute",
		pythonOf("client.create_user_pool(PoolName='shop', Schema=[{'Name': 'a', 'AttributeDataType': 'String'}, {'Name': 'a', 'AttributeDataType': 'String'}])"),
		pythonOf("client.create_user_pool(PoolName='shop', Schema=[{'Name': 'a', 'AttributeDataType': 'String'}])")},
	{"an element of dict()", "Remove this attribute",
		pythonOf("client.create_user_pool(PoolName='shop', Schema=[dict(Name='a', AttributeDataType='String'), dict(Name='a', AttributeDataType='String')])"),
		pythonOf("client.create_user_pool(PoolName='shop', Schema=[dict(Name='a', AttributeDataType='String')])")},
	{"an element of a tuple", "Remove this attribute",
		pythonOf("client.create_user_pool(PoolName='shop', Schema=({'Name': 'a', 'AttributeDataType': 'String'}, {'Name': 'a', 'AttributeDataType': 'String'}))"), ""},
	{"the first element of a tuple", "Remove the attribute", pythonOf("client.create_user_pool(PoolName='shop', Schema=({}, {}))"), ""},
	// Replacing.
	{"True in single quotes' company", "Set Required to false",
		pythonOf("client.create_user_pool(PoolName='shop', Schema=[{'Name': 'a', 'AttributeDataType': 'String', 'Required': True}])"),
		pythonOf("client.create_user_pool(PoolName='shop', Schema=[{'Name': 'a', 'AttributeDataType': 'String', 'Required': False}])")},
	{"a word in single quotes", "Choose ESSENTIALS",
		pythonOf("client.create_user_pool(PoolName='shop', UserPoolTier='LITE', Policies={\"SignInPolicy\": {\"AllowedFirstAuthFactors\": [\"PASSWORD\", \"EMAIL_OTP\"]}})"),
		pythonOf("client.create_user_pool(PoolName='shop', UserPoolTier='ESSENTIALS', Policies={\"SignInPolicy\": {\"AllowedFirstAuthFactors\": [\"PASSWORD\", \"EMAIL_OTP\"]}})")},
	{"a list in single quotes", "Leave only PASSWORD",
		pythonOf("client.create_user_pool(PoolName='shop', UserPoolTier='LITE', Policies={'SignInPolicy': {'AllowedFirstAuthFactors': ['PASSWORD', 'EMAIL_OTP']}})"),
		pythonOf("client.create_user_pool(PoolName='shop', UserPoolTier='LITE', Policies={'SignInPolicy': {'AllowedFirstAuthFactors': ['PASSWORD']}})")},
	{"a list with a comment", "Leave only PASSWORD",
		pythonOf("client.create_user_pool(PoolName='shop', UserPoolTier='LITE', Policies={'SignInPolicy': {'AllowedFirstAuthFactors': [\n  'PASSWORD', # mine\n  'EMAIL_OTP']}})"), ""},
	{"what a variable says", "Choose ESSENTIALS",
		pythonOf("TIER = 'LITE'\nclient.create_user_pool(PoolName='shop', UserPoolTier=TIER, Policies={'SignInPolicy': {'AllowedFirstAuthFactors': ['PASSWORD', 'EMAIL_OTP']}})"), ""},
	{"what the environment says", "Choose ESSENTIALS",
		pythonOf("client.create_user_pool(PoolName='shop', UserPoolTier=os.environ.get('TIER', 'LITE'), Policies={'SignInPolicy': {'AllowedFirstAuthFactors': ['PASSWORD', 'EMAIL_OTP']}})"), ""},
	// Adding.
	{"a factor to a list", "Add PASSWORD",
		pythonOf("client.create_user_pool(PoolName='shop', Policies={'SignInPolicy': {'AllowedFirstAuthFactors': ['EMAIL_OTP',]}})"),
		pythonOf("client.create_user_pool(PoolName='shop', Policies={'SignInPolicy': {'AllowedFirstAuthFactors': ['EMAIL_OTP', 'PASSWORD',]}})")},
	{"a factor to a tuple", "Add PASSWORD",
		pythonOf("client.create_user_pool(PoolName='shop', Policies={'SignInPolicy': {'AllowedFirstAuthFactors': ('EMAIL_OTP',)}})"), ""},
	{"a factor behind a comment", "Add PASSWORD",
		pythonOf("client.create_user_pool(PoolName='shop', Policies={'SignInPolicy': {'AllowedFirstAuthFactors': [\n  'EMAIL_OTP' # mine\n]}})"), ""},
	{"an argument in the call's quotes", "Make upper and lower case the same",
		pythonOf("client.create_user_pool(PoolName='shop', UsernameAttributes=['email'])"),
		pythonOf("client.create_user_pool(PoolName='shop', UsernameAttributes=['email'], UsernameConfiguration={'CaseSensitive': False})")},
	{"an argument with a line to itself", "Make upper and lower case the same",
		pythonOf("client.create_user_pool(\n    PoolName=\"shop\",\n    UsernameAttributes=[\"email\"],\n)"),
		pythonOf("client.create_user_pool(\n    PoolName=\"shop\",\n    UsernameAttributes=[\"email\"],\n    UsernameConfiguration={\"CaseSensitive\": False},\n)")},
	{"an argument behind those that are elsewhere", "Make upper and lower case the same",
		pythonOf("params = {'PoolName': 'shop', 'UsernameAttributes': ['email']}\nclient.create_user_pool(**params)"),
		pythonOf("params = {'PoolName': 'shop', 'UsernameAttributes': ['email']}\nclient.create_user_pool(**params, UsernameConfiguration={\"CaseSensitive\": False})")},
	{"keys to what gets more elsewhere", "Demand all four",
		pythonOf("params = {'PoolName': 'shop', 'Policies': {'PasswordPolicy': {}}}\nparams['Policies']['PasswordPolicy']['MinimumLength'] = 8\nclient.create_user_pool(**params)"), ""},
	{"an argument that says nothing where it is", "Make upper and lower case the same",
		pythonOf("client.create_user_pool(PoolName='shop', UsernameAttributes=['email'], UsernameConfiguration=None)"), ""},
	{"a key to arguments without a call", "Make upper and lower case the same",
		"params = {\n    'PoolName': 'shop',\n    'UsernameAttributes': ['email']\n}\n",
		"params = {\n    'PoolName': 'shop',\n    'UsernameAttributes': ['email'],\n    'UsernameConfiguration': {'CaseSensitive': False}\n}\n"},
	{"a key to the dict alone", "Make upper and lower case the same",
		"{'PoolName': 'shop', 'UsernameAttributes': ['email']}\n", "{'PoolName': 'shop', 'UsernameAttributes': ['email'], 'UsernameConfiguration': {'CaseSensitive': False}}\n"},
	{"an argument without a call", "Make upper and lower case the same", "PoolName='shop',\nUsernameAttributes=list(['email'])\n", ""},
	// Renaming.
	{"an argument", "Rename it to UserPoolTier",
		pythonOf("client.create_user_pool(PoolName='shop', UserPoolTeir='LITE')"), pythonOf("client.create_user_pool(PoolName='shop', UserPoolTier='LITE')")},
	{"a key in its quotes", "Rename it to MinimumLength",
		pythonOf("client.create_user_pool(PoolName='shop', Policies={\"PasswordPolicy\": {'MinimumLenght': 8}})"), pythonOf("client.create_user_pool(PoolName='shop', Policies={\"PasswordPolicy\": {'MinimumLength': 8}})")},
	{"an argument that is there", "Rename it to UserPoolTier",
		pythonOf("client.create_user_pool(PoolName='shop', UserPoolTier='LITE', UserPoolTeir='LITE')"), ""},
	{"a variable's member", "Rename it to UserPoolTier",
		pythonOf("params = {'PoolName': 'shop'}\nparams['UserPoolTeir'] = 'LITE'\nclient.create_user_pool(**params)"), ""},
	// R.
	{"R: an argument with its line", "Remove UsernameAttributes",
		rOf("svc$create_user_pool(\n  PoolName = 'shop',\n  AliasAttributes = list('email'),\n  UsernameAttributes = list('email')\n)"),
		rOf("svc$create_user_pool(\n  PoolName = 'shop',\n  AliasAttributes = list('email')\n)")},
	{"R: an element", "Remove this attribute",
		rOf("svc$create_user_pool(PoolName = \"shop\", Schema = list(list(Name = \"a\", AttributeDataType = \"String\"), list(Name = \"a\", AttributeDataType = \"String\")))"),
		rOf("svc$create_user_pool(PoolName = \"shop\", Schema = list(list(Name = \"a\", AttributeDataType = \"String\")))")},
	{"R: an argument", "Make upper and lower case the same",
		rOf("svc$create_user_pool(PoolName = \"shop\", UsernameAttributes = list(\"email\"))"),
		rOf("svc$create_user_pool(PoolName = \"shop\", UsernameAttributes = list(\"email\"), UsernameConfiguration = list(CaseSensitive = FALSE))")},
	{"R: a factor to a list", "Add PASSWORD",
		rOf("svc$create_user_pool(PoolName = \"shop\", Policies = list(SignInPolicy = list(AllowedFirstAuthFactors = list(\"EMAIL_OTP\"))))"),
		rOf("svc$create_user_pool(PoolName = \"shop\", Policies = list(SignInPolicy = list(AllowedFirstAuthFactors = list(\"EMAIL_OTP\", \"PASSWORD\"))))")},
	{"R: a factor to c()", "Add PASSWORD",
		rOf("svc$create_user_pool(PoolName = \"shop\", Policies = list(SignInPolicy = list(AllowedFirstAuthFactors = c(\"EMAIL_OTP\"))))"), ""},
	{"R: a name", "Rename it to MinimumLength",
		rOf("svc$create_user_pool(PoolName = \"shop\", Policies = list(PasswordPolicy = list(MinimumLenght = 8)))"),
		rOf("svc$create_user_pool(PoolName = \"shop\", Policies = list(PasswordPolicy = list(MinimumLength = 8)))")},
	// The AWS CLI.
	{"an option on a line", "Remove AliasAttributes",
		shellOf("--pool-name shop --alias-attributes email phone_number --username-attributes email"), shellOf("--pool-name shop --username-attributes email")},
	{"an option with its line", "Remove AliasAttributes",
		shellOf("\\\n    --pool-name shop \\\n    --alias-attributes email \\\n    --username-attributes email"), shellOf("\\\n    --pool-name shop \\\n    --username-attributes email")},
	{"the last option with its line", "Remove UsernameAttributes",
		shellOf("\\\n    --pool-name shop \\\n    --alias-attributes email \\\n    --username-attributes '[\"email\"]'"), shellOf("\\\n    --pool-name shop \\\n    --alias-attributes email")},
	{"an option on lines of Windows", "Remove AliasAttributes",
		shellOf("^\n    --pool-name shop ^\n    --alias-attributes email ^\n    --username-attributes email"), ""},
	{"an option of what an array has", "Remove UsernameAttributes",
		"ARGS=(--username-attributes email)\n" + shellOf("--pool-name shop --alias-attributes email \"${ARGS[@]}\""), ""},
	{"an option behind another command", "Remove UsernameAttributes",
		"ID=$(" + strings.TrimSpace(shellOf("--pool-name shop --alias-attributes email --username-attributes email")) + ")\n", "ID=$(" + strings.TrimSpace(shellOf("--pool-name shop --alias-attributes email")) + ")\n"},
	{"a command in YAML", "Remove AliasAttributes", "steps:\n  - run: " + shellOf("--pool-name shop --alias-attributes email --username-attributes email"), ""},
	{"an option's word", "Choose ESSENTIALS",
		shellOf("--pool-name shop --user-pool-tier \"LITE\" --policies 'SignInPolicy={AllowedFirstAuthFactors=[PASSWORD,EMAIL_OTP]}'"),
		shellOf("--pool-name shop --user-pool-tier \"ESSENTIALS\" --policies 'SignInPolicy={AllowedFirstAuthFactors=[PASSWORD,EMAIL_OTP]}'")},
	{"an option's word behind =", "Choose ESSENTIALS",
		shellOf("--pool-name shop --user-pool-tier=LITE --policies 'SignInPolicy={AllowedFirstAuthFactors=[PASSWORD,EMAIL_OTP]}'"),
		shellOf("--pool-name shop --user-pool-tier=ESSENTIALS --policies 'SignInPolicy={AllowedFirstAuthFactors=[PASSWORD,EMAIL_OTP]}'")},
	{"a variable's word", "Choose ESSENTIALS",
		"TIER=LITE\n" + shellOf("--pool-name shop --user-pool-tier $TIER --policies 'SignInPolicy={AllowedFirstAuthFactors=[PASSWORD,EMAIL_OTP]}'"), ""},
	{"a word of the shorthand", "Set Required to false",
		shellOf("--pool-name shop --schema Name=a,AttributeDataType=String,Required=true"), shellOf("--pool-name shop --schema Name=a,AttributeDataType=String,Required=false")},
	{"a value of JSON", "Set Required to false",
		shellOf("--pool-name shop --schema '[{\"Name\": \"a\", \"AttributeDataType\": \"String\", \"Required\": true}]'"), shellOf("--pool-name shop --schema '[{\"Name\": \"a\", \"AttributeDataType\": \"String\", \"Required\": false}]'")},
	{"a value of JSON in double quotes", "Choose ESSENTIALS",
		shellOf("--pool-name shop --cli-input-json \"{\\\"UserPoolTier\\\": \\\"LITE\\\", \\\"Policies\\\": {\\\"SignInPolicy\\\": {\\\"AllowedFirstAuthFactors\\\": [\\\"PASSWORD\\\", \\\"EMAIL_OTP\\\"]}}}\""), ""},
	{"a member of the whole request", "Remove AliasAttributes",
		shellOf("--cli-input-json '{\"PoolName\": \"shop\", \"AliasAttributes\": [\"email\"], \"UsernameAttributes\": [\"email\"]}'"), shellOf("--cli-input-json '{\"PoolName\": \"shop\", \"UsernameAttributes\": [\"email\"]}'")},
	{"an option at the end", "Make upper and lower case the same",
		shellOf("--pool-name shop --username-attributes email > pool.json"), shellOf("--pool-name shop --username-attributes email --username-configuration '{ \"CaseSensitive\": false }' > pool.json")},
	{"an option on a line of its own", "Make upper and lower case the same",
		shellOf("\\\n  --pool-name shop \\\n  --username-attributes email | jq ."), shellOf("\\\n  --pool-name shop \\\n  --username-attributes email \\\n  --username-configuration '{ \"CaseSensitive\": false }' | jq .")},
	{"a factor to the shorthand", "Add PASSWORD", shellOf("--pool-name shop --policies 'SignInPolicy={AllowedFirstAuthFactors=[EMAIL_OTP]}'"), ""},
	{"a factor to JSON", "Add PASSWORD",
		shellOf("--pool-name shop --policies '{\"SignInPolicy\": {\"AllowedFirstAuthFactors\": [\"EMAIL_OTP\"]}}'"), shellOf("--pool-name shop --policies '{\"SignInPolicy\": {\"AllowedFirstAuthFactors\": [\"EMAIL_OTP\", \"PASSWORD\"]}}'")},
	{"a misspelt option", "Rename it to --user-pool-tier", shellOf("--pool-name shop --user-pool-teir=LITE"), shellOf("--pool-name shop --user-pool-tier=LITE")},
	{"a misspelt option that is there", "Rename it to --user-pool-tier", shellOf("--pool-name shop --user-pool-tier LITE --user-pool-teir LITE"), ""},
	{"a misspelt name of the shorthand", "Rename it to MinimumLength",
		shellOf("--pool-name shop --policies 'PasswordPolicy={MinimumLenght=8}'"), shellOf("--pool-name shop --policies 'PasswordPolicy={MinimumLength=8}'")},
	{"a misspelt name in JSON", "Rename it to MinimumLength",
		shellOf("--pool-name shop --policies '{\"PasswordPolicy\": {\"MinimumLenght\": 8}}'"), shellOf("--pool-name shop --policies '{\"PasswordPolicy\": {\"MinimumLength\": 8}}'")},
	{"JSON in Markdown", "Choose ESSENTIALS",
		"```json\n{ \"PoolName\": \"shop\", \"UserPoolTier\": \"LITE\", \"Policies\": { \"SignInPolicy\": { \"AllowedFirstAuthFactors\": [\"PASSWORD\", \"EMAIL_OTP\"] } } }\n```\n",
		"```json\n{ \"PoolName\": \"shop\", \"UserPoolTier\": \"ESSENTIALS\", \"Policies\": { \"SignInPolicy\": { \"AllowedFirstAuthFactors\": [\"PASSWORD\", \"EMAIL_OTP\"] } } }\n```\n"},
	// What a template's parameter says, where it takes any value and nothing else of the pool has it.
	{"a parameter's Default", "Choose ESSENTIALS", "Parameters:\n  Tier: { Type: String, Default: LITE }\n" + tieredBy("!Ref Tier"), "Parameters:\n  Tier: { Type: String, Default: ESSENTIALS }\n" + tieredBy("!Ref Tier")},
	{"a parameter's Default among some", "Choose ESSENTIALS", "Parameters:\n  Tier: { Type: String, Default: LITE, AllowedValues: [LITE, PLUS] }\n" + tieredBy("!Ref Tier"), ""},
	{"a mapping's value", "Choose ESSENTIALS", "Mappings:\n  M: { a: { Tier: \"LITE\" } }\n" + tieredBy("!FindInMap [M, a, Tier]"), "Mappings:\n  M: { a: { Tier: \"ESSENTIALS\" } }\n" + tieredBy("!FindInMap [M, a, Tier]")},
	{"a variable's default", "Change it to 6",
		"variable \"n\" {\n  type    = number\n  default = 5\n}\n" + terraformOf("  password_policy {\n    minimum_length = var.n\n  }\n"),
		"variable \"n\" {\n  type    = number\n  default = 6\n}\n" + terraformOf("  password_policy {\n    minimum_length = var.n\n  }\n")},
	{"a variable's default that is held", "Change it to 6",
		"variable \"n\" {\n  default = 5\n  validation {\n    condition = var.n < 6\n  }\n}\n" + terraformOf("  password_policy {\n    minimum_length = var.n\n  }\n"), ""},
	{"a variable's default that two have", "Change it to 6",
		"variable \"n\" {\n  default = 5\n}\n" + terraformOf("  password_policy {\n    minimum_length                   = var.n\n    temporary_password_validity_days = var.n\n  }\n"), ""},
	// Terraform's formatter lines up what stands one below the other.
	{"Terraform: longer names", "Demand all four",
		terraformOf("  password_policy {\n    minimum_length = 8\n  }\n"),
		terraformOf("  password_policy {\n    require_uppercase = true\n    require_lowercase = true\n    require_numbers   = true\n    require_symbols   = true\n    minimum_length    = 8\n  }\n")},
	{"Terraform: shorter names", "Demand upper-case letters, digits",
		terraformOf("  password_policy {\n    temporary_password_validity_days = 7\n    require_lowercase                = true\n  }\n"),
		terraformOf("  password_policy {\n    temporary_password_validity_days = 7\n    require_uppercase                = true\n    require_numbers                  = true\n    require_symbols                  = true\n    require_lowercase                = true\n  }\n")},
	{"Terraform: an argument that is null", "Demand upper-case letters, lower-case letters",
		terraformOf("  password_policy {\n    minimum_length    = 8\n    require_lowercase = null\n  }\n"), ""},
	{"Terraform: the longest goes", "Remove UsernameAttributes",
		terraformOf("  alias_attributes    = [\"email\"]\n  username_attributes = [\"email\"]\n  tags                = {}\n"),
		terraformOf("  alias_attributes = [\"email\"]\n  tags             = {}\n")},
	{"Terraform: not lined up", "Remove UsernameAttributes",
		terraformOf("  alias_attributes = [\"email\"]\n  username_attributes = [\"email\"]\n  tags = {}\n"),
		terraformOf("  alias_attributes = [\"email\"]\n  tags = {}\n")},
	{"Terraform: the sign of a comment in a text", "Remove UsernameAttributes",
		terraformOf("  sms_verification_message = \"{####}\"\n  alias_attributes         = [\"email\"]\n  username_attributes      = [\"email\"]\n\n  sms_authentication_message = \"{####}\"\n"),
		terraformOf("  sms_verification_message = \"{####}\"\n  alias_attributes         = [\"email\"]\n\n  sms_authentication_message = \"{####}\"\n")},
	{"Terraform: a comment", "Remove UsernameAttributes",
		terraformOf("  alias_attributes    = [\"email\"] # mine\n  username_attributes = [\"email\"]\n"),
		terraformOf("  alias_attributes    = [\"email\"] # mine\n")},
	// Constructs of the CDK, whose properties are not the API's, and CfnUserPool in Python.
	{"a construct's number", "Change it to 6", constructOf("passwordPolicy: { minLength: 5 }"), constructOf("passwordPolicy: { minLength: 6 }")},
	{"a construct's days", "Change it to 365", constructOf("passwordPolicy: { tempPasswordValidity: Duration.days(400) }"), constructOf("passwordPolicy: { tempPasswordValidity: Duration.days(365) }")},
	{"a construct's number that the API has as text", "Change it to 2048",
		constructOf("customAttributes: { a: new StringAttribute({ maxLen: 3000 }) }"), constructOf("customAttributes: { a: new StringAttribute({ maxLen: 2048 }) }")},
	{"a construct's text", "Add the user name", constructOf("userInvitation: { emailBody: 'Hello {####}' }"), constructOf("userInvitation: { emailBody: 'Hello {####} User name: {username}' }")},
	{"a construct's enumeration", "Choose ESSENTIALS", constructOf("featurePlan: FeaturePlan.LITE, lambdaTriggers: {}, advancedSecurityMode: AdvancedSecurityMode.AUDIT"), ""},
	{"a construct's property", "Rename it to selfSignUpEnabled", constructOf("selfSignUpEnable: true"), constructOf("selfSignUpEnabled: true")},
	{"a construct's variable", "Change it to 6", "const n = 5;\n" + constructOf("passwordPolicy: { minLength: n }"), ""},
	{"a construct in C#", "Change it to 6", "new UserPool(this, \"P\", new UserPoolProps { PasswordPolicy = new PasswordPolicy { MinLength = 5 } });\n", ""},
	{"a construct in Python", "Change it to 6",
		"cognito.UserPool(self, \"P\", password_policy=cognito.PasswordPolicy(min_length=5))\n", "cognito.UserPool(self, \"P\", password_policy=cognito.PasswordPolicy(min_length=6))\n"},
	{"a construct's property in Python", "Rename it to", "cognito.UserPool(self, \"P\", self_sign_up_enable=True)\n", "cognito.UserPool(self, \"P\", self_sign_up_enabled=True)\n"},
	{"CfnUserPool in Python", "Remove AliasAttributes",
		"cognito.CfnUserPool(self, \"P\",\n    alias_attributes=[\"email\"],\n    username_attributes=[\"email\"],\n)\n", "cognito.CfnUserPool(self, \"P\",\n    username_attributes=[\"email\"],\n)\n"},
	{"CfnUserPool in Python: what is missing", "Verify email",
		"cognito.CfnUserPool(self, \"P\", username_attributes=[\"email\"])\n", "cognito.CfnUserPool(self, \"P\", username_attributes=[\"email\"], auto_verified_attributes=[\"email\"])\n"},
	{"CfnUserPool in Python: an object", "Make upper and lower case", "cognito.CfnUserPool(self, \"P\", username_attributes=[\"email\"])\n", ""},
	{"CfnUserPool in Python: members", "Demand all four",
		"cognito.CfnUserPool(self, \"P\", policies=cognito.CfnUserPool.PoliciesProperty(password_policy=cognito.CfnUserPool.PasswordPolicyProperty(minimum_length=8)))\n",
		"cognito.CfnUserPool(self, \"P\", policies=cognito.CfnUserPool.PoliciesProperty(password_policy=cognito.CfnUserPool.PasswordPolicyProperty(minimum_length=8, require_uppercase=True, require_lowercase=True, require_numbers=True, require_symbols=True)))\n"},
	// JavaScript.
	{"JavaScript: in parentheses", "Remove AliasAttributes", "client.send(new CreateUserPoolCommand({ PoolName: 'shop', UsernameAttributes: ['email'], AliasAttributes: (['email']) }))", ""},
	{"JavaScript: a member that is set by itself", "Rename it to UserPoolTier", "const input = { PoolName: 'shop' }\ninput.UserPoolTeir = 'LITE'\nclient.send(new CreateUserPoolCommand(input))", ""},
	{"JavaScript: the last member behind a comment", "Remove UsernameAttributes",
		"client.send(new CreateUserPoolCommand({\n  PoolName: 'shop',\n  AliasAttributes: ['email'], // one, two,\n  UsernameAttributes: ['email'] }))", ""},
}

func TestHands(t *testing.T) {
	for _, c := range hands {
		t.Run(c.name, func(t *testing.T) { holdHand(t, c.fix, c.before, c.after) })
	}
}

// holdHand applies the first fix that begins so.
func holdHand(t *testing.T, title, before, after string) {
	var titles []string
	checked := checkAny(t, before, Options{})
	for _, p := range checked.Evaluation.Problems {
		for _, fix := range p.Fixes {
			titles = append(titles, fix.Title)
			if !strings.HasPrefix(fix.Title, title) {
				continue
			}
			if got := apply(before, fix.Edits); got != after {
				t.Errorf("%q writes\n%s\nnot\n%s", fix.Title, got, after)
			}
			return
		}
	}
	if after != "" || len(checked.Evaluation.Problems) == 0 {
		t.Errorf("no fix %q among %q\n%+v", title, titles, checked.Evaluation.Problems)
	}
}
