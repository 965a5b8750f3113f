package export

import (
	"strings"
	"unicode"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/names"
)

const createUserPool = "aws cognito-idp create-user-pool"

var awsCLI = Target{
	ID: "aws-cli", Title: "AWS CLI, bash", Language: "bash", FileName: "create-user-pool.sh",
	called: "the AWS CLI", modelled: true, regional: true, write: writeAWSCLI,
}

// writeAWSCLI writes an option a member. Nested values are JSON, which has no quoting of
// its own that would meet the shell's, as the shorthand syntax has.
func writeAWSCLI(j *job) {
	later := j.laterCall("$pool")
	options := j.options(j.root)
	if later == nil {
		j.command(createUserPool, options)
		j.WriteByte('\n')
		return
	}
	j.WriteString("pool=$(")
	j.command(createUserPool, append(options, "--query UserPool.Id", "--output text"))
	j.WriteString(")\n")
	j.command("aws cognito-idp set-user-pool-mfa-config", j.options(later))
	j.WriteByte('\n')
}

// command writes a command, an option a line.
func (j *job) command(words string, options []string) {
	j.WriteString(words)
	for _, option := range options {
		j.WriteString(" \\\n  " + option)
	}
}

// options are what a call's members become, and the Region.
func (j *job) options(root *part) []string {
	options := []string{"--region" + optionValue(j.region())}
	j.take(root)
	file := &part{shape: root.shape}
	for _, p := range root.children {
		name := "--" + names.Kebab(p.name)
		switch {
		case p.raw != "":
			options = append(options, name+` "`+p.raw+`"`)
		case p.shape.Kind == contract.String && !argument(p.text):
			file.children = append(file.children, p)
		case p.shape.Kind == contract.String || p.shape.Kind == contract.Integer:
			options = append(options, name+optionValue(j.take(p).text))
		case p.shape.Kind == contract.Boolean:
			options = append(options, flag(name, j.take(p).text == "true"))
		case plainWords(p):
			for _, c := range j.take(p).children {
				name += " " + j.take(c).text
			}
			options = append(options, name)
		default:
			options = append(options, name+" "+j.json(p))
		}
	}
	if len(file.children) > 0 {
		options = append(options, "--cli-input-json "+j.json(file))
		j.note("--cli-input-json carries the strings that an option would not: the AWS CLI reads a file or an address in place of one that begins with file:// or https://, and a shell keeps no control characters.")
	}
	return options
}

// optionValue is an option's value with what stands before it: one that begins with a dash would
// be taken for an option.
func optionValue(text string) string {
	if strings.HasPrefix(text, "-") {
		return "=" + word(text)
	}
	return " " + word(text)
}

func flag(name string, yes bool) string {
	if yes {
		return name
	}
	return strings.Replace(name, "--", "--no-", 1)
}

// json writes a value in single quotes, on one line if that is short.
func (j *job) json(p *part) string {
	if line := word(j.compact(p)); len(line) <= lineWidth {
		return line
	}
	return word(j.pretty(prettyJSON, p, "  "))
}

// argument reports whether a string reaches the service as it stands on a command line.
func argument(text string) bool {
	for _, prefix := range []string{"file://", "fileb://", "http://", "https://"} {
		if strings.HasPrefix(text, prefix) {
			return false
		}
	}
	return !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' })
}

// plainWords reports whether a list is of strings that need no quotes, as people write
// them: --username-attributes email phone_number.
func plainWords(p *part) bool {
	if !p.flat() || len(p.children) == 0 {
		return false
	}
	for _, c := range p.children {
		if c.shape.Kind != contract.String || !identifier(c.text) {
			return false
		}
	}
	return true
}
