package rule

import (
	"strings"
	"unicode"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
)

var tagsCharacters = Rule{
	ID:        "tags-characters",
	Fields:    []string{"/UserPoolTags/*"},
	Exception: tagging,
	Message:   "The tag {key} has the character {character} in its {part}; tags take letters, digits, spaces and _ . : / = + - @.",
	InGeneral: "Tags take letters, digits, spaces and _ . : / = + - @.",
	Why:       "These are the characters that tags of every AWS service can have.",
	Evidence:  diagnostic.Documented,
	Links:     []string{taggingGuide},
	Since:     taggingSince,
	Bad:       `{"PoolName": "pool", "UserPoolTags": {"team": "web & mobile"}}`,
	Good:      `{"PoolName": "pool", "UserPoolTags": {"team": "web + mobile"}}`,
	Check: func(c *Case) {
		for _, tag := range c.Get("UserPoolTags").Elements() {
			part, stranger := "key", strings.IndexFunc(tag.Name, notInTags)
			text := tag.Name
			if stranger < 0 {
				part, stranger, text = "value", strings.IndexFunc(tag.Text(), notInTags), tag.Text()
			}
			if stranger >= 0 {
				character := string([]rune(text[stranger:])[0])
				c.Break(tag, "key", tag.Name, "part", part, "character", character).Fix("Remove this tag", c.Remove(tag))
			}
		}
	},
}

// notInTags holds marks for letters too, as scripts such as Devanagari write with them,
// and says nothing of U+FFFD: it stands for half a character, and what the service makes
// of that is not known.
func notInTags(r rune) bool {
	if contract.Newer(r) {
		return true
	}
	return r != unicode.ReplacementChar && !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsNumber(r) && !unicode.IsSpace(r) && !strings.ContainsRune("_.:/=+-@", r)
}
