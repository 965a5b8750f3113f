package export

var javaScript = Target{
	ID: "javascript", Title: "JavaScript, AWS SDK v3", Language: "javascript", FileName: "create-user-pool.mjs",
	called: "the AWS SDK for JavaScript", modelled: true, regional: true,
	write: func(j *job) {
		later, also := j.laterCall("UserPool?.Id"), ""
		if later != nil {
			also = ", SetUserPoolMfaConfigCommand"
		}
		j.WriteString(`import { CognitoIdentityProviderClient, CreateUserPoolCommand` + also + ` } from "@aws-sdk/client-cognito-identity-provider";` + "\n\n")
		j.WriteString("const client = new CognitoIdentityProviderClient({ region: " + quotedJS(j.region(), '"') + " });\n\n")
		j.WriteString("const { UserPool } = await client.send(new CreateUserPoolCommand(")
		j.value(ecmaScript('"'), j.root, "")
		if later != nil {
			j.WriteString("));\nawait client.send(new SetUserPoolMfaConfigCommand(")
			j.value(ecmaScript('"'), later, "")
		}
		j.WriteString("));\nconsole.log(UserPool?.Id);\n")
	},
}

// ecmaScript is the syntax of object literals in JavaScript and TypeScript.
func ecmaScript(quote rune) *syntax {
	text := func(t string) string { return quotedJS(t, quote) }
	return &syntax{
		object: [2]string{"{", "}"}, list: [2]string{"[", "]"},
		member: func(n string) string { return n + ": " },
		key: func(n string) string {
			switch {
			case n == "__proto__": // as a plain key it would set the object's prototype
				return "[" + text(n) + "]: "
			case identifier(n):
				return n + ": "
			}
			return text(n) + ": "
		},
		text: text, yes: "true", no: "false", step: "  ", trailing: true,
	}
}
