package export

import "strings"

var paws = Target{
	ID: "paws", Title: "R, paws", Language: "r", FileName: "create_user_pool.R",
	called: "paws", modelled: true, regional: true,
	write: func(j *job) {
		j.WriteString("svc <- paws::cognitoidentityprovider(region = " + doubleQuoted(j.region()) + ")\n\n")
		j.WriteString("response <- svc$create_user_pool(")
		j.entries(rLanguage, j.take(j.root), "  ")
		if call := j.laterCall("response$UserPool$Id"); call != nil {
			j.WriteString("\n)\nsvc$set_user_pool_mfa_config(")
			j.entries(rLanguage, call, "  ")
		}
		j.WriteString("\n)\nresponse$UserPool$Id\n")
		if strings.Contains(j.String(), `\u0000`) {
			j.note("A string holds the character U+0000, which R refuses in strings: take it out.")
		}
	},
}

var rLanguage = &syntax{
	object: [2]string{"list(", ")"}, list: [2]string{"list(", ")"},
	member: func(n string) string { return n + " = " },
	key:    func(n string) string { return doubleQuoted(n) + " = " },
	text:   doubleQuoted, yes: "TRUE", no: "FALSE", step: "  ",
}
