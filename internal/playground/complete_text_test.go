package playground

import (
	"slices"
	"strings"
	"testing"
)

// completeAnywhere asks as the typed surface does.
func completeAnywhere(t testing.TB, text string, offset int) []Completion {
	t.Helper()
	probes, err := Probes(text, offset, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range probes {
		at := float64(p.Offset)
		read := readFor(t, p.Text, Options{Offset: &at})
		if read == nil { // it is no text of the language any more
			continue
		}
		found, err := CompleteText(text, offset, i, read, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// TestCompleteText: what is offered where ‸ stands in a text, and what the text is with it, ‸ again where to
// go on.
func TestCompleteText(t *testing.T) {
	cloudFormation := func(properties string) string {
		return "Resources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: shop\n" + properties
	}
	terraform := func(body string) string {
		return "resource \"aws_cognito_user_pool\" \"p\" {\n  name = \"shop\"\n" + body + "}\n"
	}
	for name, c := range map[string]struct {
		text, take, want string
		// others are offered, too, and without are not.
		others, without []string
	}{
		"yaml, a scalar": {
			cloudFormation("      Mf‸\n"), "MfaConfiguration", cloudFormation("      MfaConfiguration: ‸\n"),
			[]string{"UserPoolTags", "DeletionProtection", "Policies", "EnabledMfas"}, []string{"UserPoolName", "PoolName"},
		},
		"yaml, nothing typed": {cloudFormation("      ‸\n"), "Policies", cloudFormation("      Policies:\n        ‸\n"), []string{"MfaConfiguration"}, []string{"UserPoolName"}},
		"yaml, in a block": {
			cloudFormation("      Policies:\n        PasswordPolicy:\n          RequireNumbers: true\n          Min‸\n      MfaConfiguration: 'OFF'\n"), "MinimumLength",
			cloudFormation("      Policies:\n        PasswordPolicy:\n          RequireNumbers: true\n          MinimumLength: ‸\n      MfaConfiguration: 'OFF'\n"),
			[]string{"RequireSymbols"}, []string{"RequireNumbers", "MfaConfiguration"},
		},
		"yaml, a list":                    {cloudFormation("      Alias‸\n"), "AliasAttributes", cloudFormation("      AliasAttributes:\n        - ‸\n"), nil, nil},
		"yaml, a value that needs quotes": {cloudFormation("      MfaConfiguration: O‸\n"), "ON", cloudFormation("      MfaConfiguration: \"ON\"‸\n"), []string{"OPTIONAL", "OFF"}, nil},
		"yaml, a value":                   {cloudFormation("      DeletionProtection: ‸\n"), "ACTIVE", cloudFormation("      DeletionProtection: ACTIVE‸\n"), []string{"INACTIVE"}, nil},
		"yaml, an element":                {cloudFormation("      UsernameAttributes:\n        - em‸\n"), "email", cloudFormation("      UsernameAttributes:\n        - email‸\n"), []string{"phone_number"}, nil},
		"yaml, a second element":          {cloudFormation("      UsernameAttributes:\n        - email\n        - ‸\n"), "phone_number", cloudFormation("      UsernameAttributes:\n        - email\n        - phone_number‸\n"), nil, []string{"email"}},
		"yaml, a factor":                  {cloudFormation("      EnabledMfas:\n        - SO‸\n"), "SOFTWARE_TOKEN_MFA", cloudFormation("      EnabledMfas:\n        - SOFTWARE_TOKEN_MFA‸\n"), []string{"SMS_MFA", "EMAIL_OTP"}, nil},
		"yaml, a second factor":           {cloudFormation("      EnabledMfas: [SMS_MFA, ‸]\n"), "EMAIL_OTP", cloudFormation("      EnabledMfas: [SMS_MFA, EMAIL_OTP‸]\n"), []string{"SOFTWARE_TOKEN_MFA"}, []string{"SMS_MFA"}},
		"hcl, of passkeys":                {terraform("  web_authn_configuration {\n    user_verification = \"‸\"\n  }\n"), "preferred", terraform("  web_authn_configuration {\n    user_verification = \"preferred\"‸\n  }\n"), []string{"required"}, nil},
		"yaml, a list's structure":        {cloudFormation("      Schema:\n        - Name: size\n          Attr‸\n"), "AttributeDataType", cloudFormation("      Schema:\n        - Name: size\n          AttributeDataType: ‸\n"), []string{"Mutable"}, []string{"Name"}},
		"yaml, a new structure":           {cloudFormation("      Schema:\n        - ‸\n"), "Name", cloudFormation("      Schema:\n        - Name: ‸\n"), []string{"Mutable"}, nil},
		"yaml, a name again":              {cloudFormation("      Mfa‸Conf: 'ON'\n"), "MfaConfiguration", cloudFormation("      MfaConfiguration‸: 'ON'\n"), nil, nil},
		"hcl, a text":                     {terraform("  mfa‸\n"), "mfa_configuration", terraform("  mfa_configuration = \"‸\"\n"), []string{"password_policy", "schema", "auto_verified_attributes", "software_token_mfa_configuration"}, []string{"name", "policies", "password_policys"}},
		"hcl, a block":                    {terraform("  pass‸\n"), "password_policy", terraform("  password_policy {\n    ‸\n  }\n"), nil, nil},
		"hcl, in a block":                 {terraform("  password_policy {\n    min‸\n  }\n"), "minimum_length", terraform("  password_policy {\n    minimum_length = ‸\n  }\n"), []string{"require_symbols"}, []string{"name"}},
		"hcl, a value in quotes":          {terraform("  mfa_configuration = \"‸\"\n"), "ON", terraform("  mfa_configuration = \"ON\"‸\n"), nil, nil},
		"hcl, a truth":                    {terraform("  password_policy {\n    require_symbols = ‸\n  }\n"), "true", terraform("  password_policy {\n    require_symbols = true‸\n  }\n"), nil, nil},
		"hcl, an element":                 {terraform("  alias_attributes = [\"email\", \"‸\"]\n"), "preferred_username", terraform("  alias_attributes = [\"email\", \"preferred_username\"‸]\n"), nil, []string{"email"}},
		"json": {
			"{\"Resources\": {\"P\": {\"Type\": \"AWS::Cognito::UserPool\", \"Properties\": {\n  \"Mf‸\"\n}}}}", "MfaConfiguration",
			"{\"Resources\": {\"P\": {\"Type\": \"AWS::Cognito::UserPool\", \"Properties\": {\n  \"MfaConfiguration\": \"‸\"\n}}}}", []string{"UserPoolName"}, nil,
		},
		"json, before another": {
			"{\"Resources\": {\"P\": {\"Type\": \"AWS::Cognito::UserPool\", \"Properties\": {\n  \"‸\"\n  \"UserPoolName\": \"a\"\n}}}}", "Policies",
			"{\"Resources\": {\"P\": {\"Type\": \"AWS::Cognito::UserPool\", \"Properties\": {\n  \"Policies\": {‸},\n  \"UserPoolName\": \"a\"\n}}}}", nil, []string{"UserPoolName"},
		},
		"javascript": {
			"await client.send(new CreateUserPoolCommand({\n  PoolName: 'shop',\n  Mf‸\n}))\n", "MfaConfiguration",
			"await client.send(new CreateUserPoolCommand({\n  PoolName: 'shop',\n  MfaConfiguration: '‸'\n}))\n", []string{"Policies"}, []string{"PoolName"},
		},
		"javascript, a value": {
			"await client.send(new CreateUserPoolCommand({\n  PoolName: 'shop',\n  DeletionProtection: '‸',\n}))\n", "ACTIVE",
			"await client.send(new CreateUserPoolCommand({\n  PoolName: 'shop',\n  DeletionProtection: 'ACTIVE'‸,\n}))\n", nil, nil,
		},
		"cdk": {
			"new cognito.CfnUserPool(this, 'P', {\n  userPoolName: 'shop',\n  mfa‸\n})\n", "mfaConfiguration",
			"new cognito.CfnUserPool(this, 'P', {\n  userPoolName: 'shop',\n  mfaConfiguration: '‸'\n})\n", []string{"policies"}, nil,
		},
		"python": {
			"client.create_user_pool(\n    PoolName=\"shop\",\n    Mf‸\n)\n", "MfaConfiguration",
			"client.create_user_pool(\n    PoolName=\"shop\",\n    MfaConfiguration=\"‸\"\n)\n", []string{"Policies"}, []string{"PoolName"},
		},
		"python, in a dict": {
			"client.create_user_pool(\n    PoolName=\"shop\",\n    Policies={\"PasswordPolicy\": {\"Min‸\"}},\n)\n", "MinimumLength",
			"client.create_user_pool(\n    PoolName=\"shop\",\n    Policies={\"PasswordPolicy\": {\"MinimumLength\": ‸}},\n)\n", []string{"RequireNumbers"}, nil,
		},
		"python, a truth": {
			"client.create_user_pool(\n    PoolName=\"shop\",\n    UsernameConfiguration={\"CaseSensitive\": ‸},\n)\n", "false",
			"client.create_user_pool(\n    PoolName=\"shop\",\n    UsernameConfiguration={\"CaseSensitive\": False‸},\n)\n", nil, nil,
		},
		"aws cli": {
			"aws cognito-idp create-user-pool --pool-name shop --mf‸\n", "--mfa-configuration",
			"aws cognito-idp create-user-pool --pool-name shop --mfa-configuration ‸\n", []string{"--policies"}, []string{"--pool-name"},
		},
		"aws cli, a value": {
			"aws cognito-idp create-user-pool --pool-name shop --mfa-configuration O‸\n", "ON",
			"aws cognito-idp create-user-pool --pool-name shop --mfa-configuration ON‸\n", nil, nil,
		},
		"kubernetes": {
			"apiVersion: cognitoidentityprovider.services.k8s.aws/v1alpha1\nkind: UserPool\nspec:\n  name: shop\n  mfa‸\n", "mfaConfiguration",
			"apiVersion: cognitoidentityprovider.services.k8s.aws/v1alpha1\nkind: UserPool\nspec:\n  name: shop\n  mfaConfiguration: ‸\n", []string{"policies"}, nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			at := strings.Index(c.text, "‸")
			text := strings.Replace(c.text, "‸", "", 1)
			found := completeAnywhere(t, text, at)
			var labels []string
			got := ""
			for _, f := range found {
				labels = append(labels, f.Label)
				if f.Label == c.take {
					for _, e := range f.Edits {
						got = text[:e.From] + e.Insert + text[e.To:]
					}
					got = got[:f.SelectFrom] + "‸" + got[f.SelectFrom:]
				}
			}
			if got != c.want {
				t.Errorf("with %s of %q\n got %s\nwant %s", c.take, labels, got, c.want)
			}
			for _, label := range c.others {
				if !slices.Contains(labels, label) {
					t.Errorf("%s is not offered: %q", label, labels)
				}
			}
			for _, label := range c.without {
				if slices.Contains(labels, label) {
					t.Errorf("%s is offered", label)
				}
			}
		})
	}
}
