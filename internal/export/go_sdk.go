package export

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/request"
)

var goSDK = Target{
	ID: "go", Title: "Go, AWS SDK v2", Language: "go", FileName: "main.go",
	called: "the AWS SDK for Go", names: "go", modelled: true, regional: true, write: writeGo,
}

// writeGo writes a program as gofmt would leave it.
func writeGo(j *job) {
	body := j.goStruct("&cognitoidentityprovider.CreateUserPoolInput", j.root, "\t")
	j.WriteString(`package main

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
`)
	if usesTypes(j.root) {
		j.WriteString("\t\"github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider/types\"\n")
	}
	j.WriteString(`)

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(` + doubleQuoted(j.region()) + `))
	if err != nil {
		log.Fatal(err)
	}
	client := cognitoidentityprovider.NewFromConfig(cfg)
	created, err := client.CreateUserPool(ctx, ` + body + `)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(aws.ToString(created.UserPool.Id))
}
`)
	j.zeros(j.Request.Root)
}

// usesTypes reports whether a structure's members need the package of the SDK's types.
func usesTypes(p *part) bool {
	return slices.ContainsFunc(p.children, func(c *part) bool { return strings.Contains(goType(c.shape), "types.") })
}

// goType is the SDK's type of a shape's values.
func goType(s *contract.Shape) string {
	switch s.Kind {
	case contract.String:
		if len(s.Enum) > 0 {
			return "types." + s.Name
		}
		return "string"
	case contract.List:
		return "[]" + goType(s.Element)
	case contract.Map:
		return "map[string]" + goType(s.Element)
	}
	return "types." + s.Name
}

// goValue writes a value; bare is set where the place gives the type.
func (j *job) goValue(p *part, indent string, bare bool) string {
	j.take(p)
	switch p.shape.Kind {
	case contract.String:
		return goString(p)
	case contract.Integer, contract.Boolean:
		if p.member == nil || !p.member.Nullable {
			return p.text
		}
		if p.shape.Kind == contract.Integer {
			return "aws.Int32(" + p.text + ")"
		}
		return "aws.Bool(" + p.text + ")"
	case contract.Structure:
		switch {
		case bare:
			return j.goStruct("", p, indent)
		case p.member == nil:
			return j.goStruct(goType(p.shape), p, indent)
		}
		return j.goStruct("&"+goType(p.shape), p, indent)
	case contract.Map:
		return j.goStruct(goType(p.shape), p, indent)
	}
	return j.goList(p, indent)
}

func goString(p *part) string {
	switch {
	case slices.Contains(p.shape.Enum, p.text):
		return goType(p.shape) + pascal(p.text)
	case len(p.shape.Enum) > 0:
		return goType(p.shape) + "(" + doubleQuoted(p.text) + ")"
	case p.member == nil:
		return doubleQuoted(p.text)
	}
	return "aws.String(" + doubleQuoted(p.text) + ")"
}

func (j *job) goList(p *part, indent string) string {
	var all []string
	oneLine := p.shape.Element.Scalar()
	for _, c := range p.children {
		all = append(all, j.goValue(c, indent+"\t", true))
	}
	line := goType(p.shape) + "{" + strings.Join(all, ", ") + "}"
	if len(all) == 0 || oneLine && len(line) <= lineWidth {
		return line
	}
	return goType(p.shape) + "{\n" + indent + "\t" + strings.Join(all, ",\n"+indent+"\t") + ",\n" + indent + "}"
}

// goStruct writes a structure or a map a line a member, with the values of neighbouring
// lines under each other.
func (j *job) goStruct(head string, p *part, indent string) string {
	j.take(p)
	if len(p.children) == 0 {
		return head + "{}"
	}
	var names, values []string
	for _, c := range p.children {
		name := c.name
		if p.shape.Kind == contract.Map {
			name = doubleQuoted(name)
		}
		names = append(names, name+":")
		values = append(values, j.goValue(c, indent+"\t", p.shape.Kind == contract.Map))
	}
	var b strings.Builder
	b.WriteString(head + "{\n")
	for start := 0; start < len(names); {
		end := alignedUntil(names, values, start)
		width := 0
		for _, name := range names[start:end] {
			width = max(width, utf8.RuneCountInString(name))
		}
		for i := start; i < end; i++ {
			b.WriteString(indent + "\t" + padded(names[i], width) + " " + values[i] + ",\n")
		}
		start = end
	}
	b.WriteString(indent + "}")
	return b.String()
}

// alignedUntil returns the end of the lines that gofmt aligns with the first: those of one
// line each, as long as no key is much longer or shorter than the ones before it.
func alignedUntil(names, values []string, start int) int {
	const small, ratio = 40, 2.5 // gofmt's own
	logs := 0.0
	for i := start; i < len(names); i++ {
		if strings.Contains(values[i], "\n") {
			return max(i, start+1)
		}
		size := len(names[i]) - len(":")
		if i > start {
			mean := math.Exp(logs / float64(i-start))
			before := len(names[i-1]) - len(":")
			if (before > small || size > small) && (ratio*float64(size) <= mean || ratio*mean <= float64(size)) {
				return i
			}
		}
		logs += math.Log(float64(size))
	}
	return len(names)
}

// zeros names what is in the program and still not sent: the SDK takes a false, a 0 or an
// empty enumeration for one that was not set.
func (j *job) zeros(root *request.Value) {
	var same, other []string
	each(root, func(v *request.Value) {
		m := v.Member
		if m == nil || m.Nullable || !j.written[v.Pointer()] || !isZero(v) {
			return
		}
		if m.Default == "false" || m.Default == "0" {
			same = append(same, path(v.Pointer()))
		} else {
			other = append(other, path(v.Pointer()))
		}
	})
	const words = "The SDK does not send a false, a 0 or an empty value of %s"
	if len(same) > 0 {
		j.note(words+"; the service takes absence for the same.", listed(same))
	}
	if len(other) > 0 {
		j.note(words+": the pool gets what the service fills in.", listed(other))
	}
}

func isZero(v *request.Value) bool {
	switch v.Shape.Kind {
	case contract.Boolean:
		return !v.Bool()
	case contract.Integer:
		return v.Int() == 0
	case contract.String:
		return len(v.Shape.Enum) > 0 && v.Text() == ""
	}
	return false
}
