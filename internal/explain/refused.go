package explain

import (
	"strings"

	"userpoolplayground/internal/refusal"
)

// refused is a match with a call about clients and users that is not done.
func refused(r *refusal.Refusal, values map[string]string) Match {
	if strings.HasPrefix(values["name"], "in ") { // an SDK's "Missing required parameter in …"
		return Match{}
	}
	if values == nil {
		values = map[string]string{}
	}
	m := Match{Rule: r.ID, Exception: r.Exception, Values: values, Message: said(filled(r.Message, values)), Why: said(filled(r.Why, values)), of: r.Message}
	if m.Message == "" {
		m.Message, m.Why = m.Why, ""
	}
	switch setting, ofClient := strings.CutPrefix(r.Setting, "client:/"); {
	case ofClient:
		m.Why = strings.TrimSpace(m.Why + " " + setting + " of the app client decides it.")
	case !kit().hole.MatchString(setting):
		m.Pointer = setting
	}
	return m
}
