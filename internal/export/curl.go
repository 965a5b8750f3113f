package export

var curl = Target{
	ID: "curl", Title: "curl, signed", Language: "bash", FileName: "create-user-pool.sh",
	called: "curl", regional: true,
	write: func(j *job) {
		host := "cognito-idp." + j.region() + ".amazonaws.com"
		if j.Options.Account.Partition() == "aws-cn" {
			host += ".cn"
		}
		j.WriteString("curl " + word("https://"+host+"/") + " \\\n")
		j.WriteString("  --aws-sigv4 " + word("aws:amz:"+j.region()+":cognito-idp") + " \\\n")
		j.WriteString("  --user \"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\" \\\n")
		// One word or none, in zsh too; curl signs a header that is empty and does not send it.
		j.WriteString("  ${AWS_SESSION_TOKEN:+\"-HX-Amz-Security-Token: $AWS_SESSION_TOKEN\"} \\\n")
		j.WriteString("  --header 'X-Amz-Target: AWSCognitoIdentityProviderService.CreateUserPool' \\\n")
		j.WriteString("  --header 'Content-Type: application/x-amz-json-1.1' \\\n")
		// No line of indented JSON is the end mark.
		j.WriteString("  --data-binary @- <<'JSON'\n" + j.pretty(prettyJSON, j.root, "") + "\nJSON\n")
		j.note("The credentials come from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for temporary ones, AWS_SESSION_TOKEN. It needs curl 7.75 or newer.")
	},
}
