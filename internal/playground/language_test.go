package playground

import "testing"

// A text that could be of several languages is of the one that somebody says.
func TestLanguageBySaying(t *testing.T) {
	for _, c := range []struct{ text, said, kind string }{
		{`{"PoolName": "p"}`, "", "request"},
		{"// the shop's pool\n/* of\n2026 */ {\"PoolName\": 'p',}", "", "request"},
		{`{"UserPoolName": "p"}`, "", "cloudformation"},
		{`{"UserPoolName": "p"}`, "request", "request"},
		{`{"Name": "p", "Id": "us-east-1_a"}`, "answer", "answer"},
		{"PoolName: p\n", "cloudformation", "cloudformation"},
		{`create_user_pool(PoolName="p")`, "paws", "paws"},
		{`create_user_pool(PoolName="p")`, "", "boto3"},
		// A class of an SDK for apps has the name of a construct.
		{"new CognitoUserPool(this, `${stage}-p`, {\n  name: 'p',\n});\n", "", "cdktf"},
		{"CognitoUserPool(self, \"p\", name=\"p\")\n", "", "cdktf"},
		{"CognitoUserPool pool = new CognitoUserPool(context, poolId, clientId, null, Regions.US_EAST_1);\n", "", ""},
		// Of blocks it is that of the pool that is read.
		{"```yaml\nA:\n  Type: AWS::Cognito::UserPool\n  Properties: {UserPoolName: a}\n```\n```hcl\nresource \"aws_cognito_user_pool\" \"b\" {\n  name = \"b\"\n}\n```\n", "", "cloudformation"},
		{"def t():\n  return \"\"\"\nA:\n  Type: AWS::Cognito::UserPool\n  Properties: {UserPoolName: a}\n\"\"\"\n", "", "cloudformation"},
	} {
		if found := find(c.text, readFor(t, c.text, Options{Language: c.said}), Options{Language: c.said}); found.Language != c.kind {
			t.Errorf("%q, said to be %q, is %q and not %q", c.text, c.said, found.Language, c.kind)
		}
	}
	for options, good := range map[string]bool{`{"language": "terraform"}`: true, `{"language": "cobol"}`: false, `{"language": 1}`: false} {
		if _, err := ReadOptions(options); (err == nil) != good {
			t.Errorf("%s: %v", options, err)
		}
	}
}
