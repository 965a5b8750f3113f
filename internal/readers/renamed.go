package readers

import (
	"regexp"
	"strings"
)

var (
	// imported matches the names that a program in JavaScript imports, required those that it takes out of a module, and
	// fromModule those that one in Python imports.
	imported   = regexp.MustCompile(`\bimport\s*(?:type\s*)?\{([^{}]*)\}`)
	required   = regexp.MustCompile(`\b(?:const|let|var)\s*\{([^{}]*)\}\s*=\s*(?:await\s+import|require)\s*\(`)
	fromModule = regexp.MustCompile(`(?m)^[ \t]*from[ \t]+[\w.]+[ \t]+import[ \t]*(?:\(([^()]*)\)|([^\n(]*))`)
	// another matches a name with the one under which the program has it.
	another = regexp.MustCompile(`\b(\w+)\s*(?:\bas\s|:)\s*([A-Za-z_$][\w$]*)`)
)

// renamed are the names that a program gives to what is looked for, with those that it has in its module.
func (t *text) renamed(patterns ...*regexp.Regexp) map[string]string {
	var found map[string]string
	for _, pattern := range patterns {
		for _, names := range pattern.FindAllStringSubmatch(t.source, -1) {
			for _, of := range another.FindAllStringSubmatch(strings.Join(names[1:], ","), -1) {
				if !wanted[of[1]] && !clientMakers[of[1]] || of[1] == of[2] {
					continue
				}
				if found == nil {
					found = map[string]string{}
				}
				found[of[2]] = of[1]
			}
		}
	}
	return found
}
