package foreign

import (
	"regexp"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/names"
	"userpoolplayground/internal/reading"
)

// Who refuses a name that a tool does not have, and who passes it over.

var (
	// secondSDK matches the second version of the SDK for JavaScript, which refuses what it does not know. The third
	// sends what it knows, and so does the one for PHP.
	secondSDK = regexp.MustCompile(`\bCognitoIdentityServiceProvider\b|["']aws-sdk["'/]`)
	// plainScript matches a program that no compiler has seen.
	plainScript = regexp.MustCompile(`(?m)^[ \t]*(?:const|let|var)\b[^\n]*=[ \t]*require\(`)
)

func init() {
	java.own = func(name string) string {
		switch name {
		case "overrideConfiguration", "requestCredentialsProvider", "requestCredentials", "sdkRequestTimeout", "sdkClientExecutionTimeout", "generalProgressListener", "requestMetricCollector":
			return "It is the SDK's own and says nothing to the service."
		}
		return ""
	}
	php.silent = func(string) bool { return true }
	javaScript.silent = func(text string) bool { return !secondSDK.MatchString(text) }
}

// refusedProperty says of a name that a construct does not have who refuses it: in TypeScript and its kind it is the
// compiler, in Python the CDK when it runs, and in JavaScript nobody.
func (m *mapper) refusedProperty(severity diagnostic.Severity, place at, v *reading.Value, meant string) {
	facts := diagnostic.Refused{Tool: "The compiler", Name: v.Name, Meant: meant}
	switch {
	case m.reader == "python":
		facts.Tool, facts.Meant = m.called, names.Snake(meant)
		if v.NameTo > v.NameFrom {
			facts.Name = m.text[v.NameFrom:v.NameTo]
		}
	case plainScript.MatchString(m.text):
		facts.Tool, facts.Silent, severity = m.called, true, diagnostic.Warning
	}
	m.tell(severity, "unknown-name", place, byName(v), facts)
	if v.NameTo > v.NameFrom {
		m.found[len(m.found)-1].rename = facts.Meant
	}
}

// byName is a value that stands where its name does.
func byName(v *reading.Value) *reading.Value {
	named := *v
	if named.NameTo > named.NameFrom {
		named.From, named.To = named.NameFrom, named.NameTo
	}
	return &named
}
