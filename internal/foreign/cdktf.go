package foreign

import (
	"strings"

	"userpoolplayground/internal/language"
	"userpoolplayground/internal/reading"
	"userpoolplayground/internal/source"
)

// cdktf is the CDK for Terraform: the arguments of the resource as a construct's properties, a block as an object, a
// repeated one as a list of them.
var cdktf = &tongue{
	called: "Terraform", refuser: "The CDK for Terraform", style: language.Spelling(language.CDKTF), coerces: true, repeats: true, zeroes: true, strict: true, cased: true,
	missing: "No new CognitoUserPool with its arguments was found. Paste the cdk.tf.json that `cdktf synth` writes.",
	find:    findCognitoUserPools, lookup: lookupInProgram, call: callOfCode,
	read: func(m *mapper, p *pool) *source.Node {
		m.spreadProps(p)
		return m.request(p.value, p.path)
	},
	own: func(name string) string {
		switch name {
		case "count", "forEach", "dependsOn", "lifecycle", "provider", "connection", "provisioners", "id":
			return "It is Terraform's own and says nothing to the service."
		}
		return ""
	},
	finish: func(m *mapper, p *pool, request *source.Node) { m.setLater(p, request, "mfaConfiguration") },
}

// findCognitoUserPools finds the constructs, whose names the providers have in modules.
func findCognitoUserPools(m *mapper, root *reading.Value) []*pool {
	m.root = root
	var found []*pool
	for _, c := range root.Children {
		if c.Role == "" && c.Tag[strings.LastIndexByte(c.Tag, '.')+1:] == "CognitoUserPool" && len(c.Children) > 1 {
			found = append(found, m.constructOf(c, "CognitoUserPool"))
		}
	}
	return found
}
