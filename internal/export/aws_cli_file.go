package export

import "strings"

var awsCLIJSON = Target{
	ID: "aws-cli-json", Title: "AWS CLI, JSON file", Language: "json", FileName: "create-user-pool.json",
	called: "the AWS CLI", modelled: true,
	write: func(j *job) {
		j.WriteString(j.pretty(prettyJSON, j.root, "") + "\n")
		j.note("Use it with: %s --cli-input-json file://create-user-pool.json.", createUserPool)
		if strings.ContainsFunc(j.String(), func(r rune) bool { return r > 0x7E }) {
			j.note("The file is UTF-8. Where the system's own encoding is another, as on Windows, set AWS_CLI_FILE_ENCODING=UTF-8.")
		}
	},
}

var awsCLIPowerShell = Target{
	ID: "aws-cli-powershell", Title: "AWS CLI, PowerShell", Language: "powershell", FileName: "create-user-pool.ps1",
	called: "the AWS CLI", modelled: true, regional: true,
	// Before 7.3 PowerShell drops the double quotes of arguments that it hands to programs, so
	// no quoting of JSON works in every version; a file of ASCII does.
	write: func(j *job) {
		j.WriteString("$request = New-TemporaryFile\nSet-Content -LiteralPath $request.FullName -Encoding ascii -Value @'\n")
		j.WriteString(j.pretty(pureJSON, j.root, ""))
		j.WriteString("\n'@\n" + createUserPool + " --region " + powerShellQuoted(j.region()) + " --cli-input-json \"file://$($request.FullName)\"\n")
		j.WriteString("Remove-Item -LiteralPath $request.FullName\n")
		j.note("The request goes through a file, since PowerShell before 7.3 takes the double quotes out of what it hands to a program. It is written in ASCII with escapes, which every version reads alike.")
	},
}

// powerShellQuoted doubles the quote, and those that PowerShell takes for it.
func powerShellQuoted(text string) string {
	if argument(text) && word(text) == text {
		return text
	}
	return "'" + strings.NewReplacer("'", "''", "‘", "‘‘", "’", "’’", "‚", "‚‚", "‛", "‛‛").Replace(text) + "'"
}
