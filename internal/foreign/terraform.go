package foreign

import (
	"fmt"
	"regexp"
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/reading"
)

const terraformResource = "aws_cognito_user_pool"

var terraformTongue = &tongue{
	called: "Terraform", target: target("terraform"), coerces: true, repeats: true,
	missing: `No resource "aws_cognito_user_pool" was found.`,
	find:    findBlocks, read: readBlock, known: knownToModule, own: ownToTerraform,
}

func findBlocks(m *mapper, root *reading.Value) []*pool {
	var found []*pool
	for _, c := range root.Children {
		if c.Block && c.Name == "resource" && len(c.Labels) == 2 && c.Labels[0] == terraformResource {
			found = append(found, &pool{id: c.Labels[1], value: c})
		}
	}
	return found
}

func readBlock(m *mapper, p *pool) *part {
	for _, c := range m.root.Children {
		m.other(p, c, strings.Join(append([]string{c.Name}, c.Labels...), "."))
	}
	body := *p.value
	body.Children = nil
	for _, c := range p.value.Children {
		if c.Block && c.Name == "dynamic" && len(c.Labels) > 0 {
			m.say(diagnostic.Warning, "import-expression", m.join(p.path, c.Labels[0]), c.From, c.To, "The dynamic block %s is left out: Terraform works it out when it runs. Write it into the request.", c.Labels[0])
			continue
		}
		body.Children = append(body.Children, c)
	}
	return m.request(&body, p.path)
}

// ownToTerraform tells the arguments of Terraform's language from those of the resource.
func ownToTerraform(name string) string {
	switch name {
	case "lifecycle", "provider", "depends_on", "count", "for_each", "provisioner", "connection", "timeouts", "dynamic":
		return "It is Terraform's own and says nothing to the service."
	}
	return ""
}

var reference = regexp.MustCompile(`^(var|local)\.([A-Za-z_][\w-]*)$`)

// knownToModule looks a variable or a local value up in the text itself.
func knownToModule(m *mapper, v *reading.Value) (*reading.Value, string) {
	parts := reference.FindStringSubmatch(v.Text)
	if parts == nil {
		return nil, ""
	}
	for _, c := range m.root.Children {
		switch {
		case parts[1] == "local" && c.Block && c.Name == "locals":
			if value := c.Member(parts[2]); value != nil {
				return value, ""
			}
		case parts[1] == "var" && c.Block && c.Name == "variable" && len(c.Labels) == 1 && c.Labels[0] == parts[2]:
			if value := c.Member("default"); value != nil && value.Kind != reading.Null {
				return value, fmt.Sprintf("The variable %s stands here; its default, %s, is put in.", parts[2], shown(value))
			}
			return nil, "the variable " + parts[2] + " has no default."
		}
	}
	return nil, v.Text + " is set elsewhere."
}
