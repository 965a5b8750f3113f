package language

import (
	"regexp"
	"slices"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/names"
	"userpoolplayground/internal/reading"
)

// variableValues matches a text that has nothing but values for Terraform's variables, and one of them for a user pool by its name.
type variableValues struct{}

var (
	// variableSet matches how a value begins, with the variable's name, and hereBegins how a text of several lines does.
	variableSet = regexp.MustCompile(`^([a-z][a-z0-9_-]*)[ \t]*=[ \t]*(?:["\[{<]|-?[0-9.]+|(?:true|false|null)\b)`)
	hereBegins  = regexp.MustCompile(`^<<-?([A-Za-z_]\w*)[ \t]*\r?\n`)
	remarks     = regexp.MustCompile(`^(?:\s|(?:#|//)[^\n]*|/\*(?s:.*?)\*/)+`)
)

func (variableValues) MatchString(text string) bool {
	text = strings.TrimPrefix(text[:min(len(text), reading.MaxBytes)], "\uFEFF")
	found := false
	for {
		text = text[len(remarks.FindString(text)):]
		if text == "" {
			return found
		}
		set := variableSet.FindStringSubmatchIndex(text)
		if set == nil {
			return false
		}
		found = found || ofUserPool(text[set[2]:set[3]])
		start := strings.IndexByte(text, '=') + 1
		start += len(text[start:]) - len(strings.TrimLeft(text[start:], " \t"))
		end := valueEnd(text, start)
		if end < 0 {
			return false
		}
		rest := strings.TrimLeft(text[end:], " \t\r")
		if rest != "" && rest[0] != '\n' && rest[0] != '#' && !strings.HasPrefix(rest, "//") {
			return false
		}
		text = rest
	}
}

// valueEnd is where a value of Terraform ends that begins at a place, negative where it does not.
func valueEnd(text string, from int) int {
	if here := hereBegins.FindStringSubmatch(text[from:]); here != nil {
		at := from + len(here[0])
		for line := range strings.SplitAfterSeq(text[at:], "\n") {
			at += len(line)
			if strings.TrimSpace(line) == here[1] {
				return at - len(line) + len(strings.TrimRight(line, "\r\n"))
			}
		}
		return -1
	}
	depth := 0
	for i := from; i < len(text); i++ {
		switch b := text[i]; {
		case strings.IndexByte("[{(", b) >= 0:
			depth++
		case strings.IndexByte("]})", b) >= 0:
			if depth--; depth <= 0 {
				return i + 1
			}
		case b == '"':
			for i++; i < len(text) && text[i] != '"'; i++ {
				if text[i] == '\\' {
					i++
				}
				if i < len(text) && text[i] == '\n' {
					return -1
				}
			}
			if depth == 0 {
				return i + 1
			}
		case b == '#' || strings.HasPrefix(text[i:], "//"):
			if end := strings.IndexByte(text[i:], '\n'); end > 0 {
				i += end - 1
			}
		case depth == 0 && strings.IndexByte(" \t\r\n", b) >= 0:
			return i
		}
	}
	if depth > 0 {
		return -1
	}
	return len(text)
}

// ofUserPool reports whether a variable has the name of a setting of a user pool. An Id is a pool's that is there.
func ofUserPool(name string) bool {
	for _, of := range []string{"_id", "_ids", "_arn", "_arns", "_endpoint", "_domain"} {
		if strings.HasSuffix(name, of) {
			return false
		}
	}
	if strings.Contains(name, "user_pool") || strings.Contains(name, "cognito") || strings.HasPrefix(name, "password_policy") {
		return true
	}
	return strings.Contains(name, "_") && slices.ContainsFunc(contract.Newest().Request.Members, func(m *contract.Member) bool {
		return names.Snake(m.Name) == name
	})
}
