package export

import "userpoolplayground/internal/source"

var boto3 = Target{
	ID: "boto3", Title: "Python, boto3", Language: "python", FileName: "create_user_pool.py",
	called: "boto3", modelled: true, regional: true,
	write: func(j *job) {
		j.WriteString("import boto3\n\nclient = boto3.client(\"cognito-idp\", region_name=" + doubleQuoted(j.region()) + ")\n\n")
		j.WriteString("response = client.create_user_pool(")
		for _, p := range j.take(j.root).children {
			j.WriteString("\n    " + p.name + "=")
			j.value(python, p, "    ")
			j.WriteByte(',')
		}
		j.WriteString("\n)\n")
		if call := j.laterCall(`response["UserPool"]["Id"]`); call != nil {
			j.WriteString("client.set_user_pool_mfa_config(")
			for _, p := range call.children {
				j.WriteString("\n    " + p.name + "=")
				j.value(python, p, "    ")
				j.WriteByte(',')
			}
			j.WriteString("\n)\n")
		}
		j.WriteString("print(response[\"UserPool\"][\"Id\"])\n")
	},
}

var python = &syntax{
	object: [2]string{"{", "}"}, list: [2]string{"[", "]"},
	member: func(n string) string { return source.Quote(n) + ": " },
	key:    func(n string) string { return doubleQuoted(n) + ": " },
	text:   doubleQuoted, yes: "True", no: "False", step: "    ", trailing: true,
}
