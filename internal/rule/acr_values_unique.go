package rule

import (
	"strings"

	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

const acrSince = "2026-10-02"

// defaultACR is the name that a level goes by when it is not given one.
var defaultACR = map[string]string{
	"Level1": "urn:cognito:loa:1", "Level2": "urn:cognito:loa:2", "Level3": "urn:cognito:loa:3", "Level4": "urn:cognito:loa:4",
}

var acrValuesUnique = Rule{
	ID:        "acr-values-unique",
	Fields:    []string{"/AcrConfiguration/*/AcrValue"},
	Message:   "{level} and {other} have the same AcrValue, {value}: each level needs a name of its own.",
	InGeneral: "Two levels have the same AcrValue: each level needs a name of its own.",
	Why:       "An app asks for a level by its AcrValue. A level that is left out keeps its default, urn:cognito:loa:1 to 4, which counts too.",
	Evidence:  diagnostic.Documented,
	Since:     acrSince,
	Bad:       `{"PoolName": "pool", "AcrConfiguration": {"Level1": {"AcrValue": "urn:example:low"}, "Level2": {"AcrValue": "urn:example:low"}}}`,
	Good:      `{"PoolName": "pool", "AcrConfiguration": {"Level1": {"AcrValue": "urn:example:low"}, "Level2": {"AcrValue": "urn:example:high"}}}`,
	Check: func(c *Case) {
		levels := c.Get("AcrConfiguration")
		taken := map[string]*request.Value{} // by name; nil for the default of a level left out
		for level, name := range defaultACR {
			if levels.Get(level) == nil {
				taken[name] = nil
			}
		}
		for _, level := range levels.Elements() {
			value := level.Get("AcrValue")
			if value == nil {
				continue
			}
			other, twice := taken[value.Text()]
			if !twice {
				taken[value.Text()] = value
				continue
			}
			name := "Level" + strings.TrimPrefix(value.Text(), "urn:cognito:loa:")
			if other != nil {
				name = other.Parent.Name
			}
			b := c.Break(value, "level", level.Name, "other", name, "value", value.Text()).Related(other, "The first one.")
			if _, lost := taken[defaultACR[level.Name]]; !lost && defaultACR[level.Name] != "" {
				b.Fix("Leave "+level.Name+" its default name", c.Remove(level))
			}
		}
	},
}
