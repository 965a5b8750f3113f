package language

import "regexp"

// variableValues matches a text that has nothing but values for Terraform's variables, and one of them for a user pool by its name.
type variableValues struct{}

func (variableValues) MatchString(text string) bool {
	return regexp.MustCompile(poolVariable).MatchString(text) && regexp.MustCompile(valuesAlone).MatchString(text)
}

// Few texts are asked for these, so that a program that holds what it starts with does without them.
const (
	// poolVariable matches what variables are called that set up a user pool. One that ends in _id is of a pool that is there.
	poolVariable = `(?m)^(?:\w*user_pools?(?:_name|_tier|_tags)?|\w*pool_name|password_policy|password_min\w+|mfa_configuration|\w*cognito\w*(?:name|pools?|config)|` +
		`(?:auto_verified|username|alias)_attributes|(?:string_|number_)?schemas|admin_create_user_config|verification_message_template|lambda_config|user_pool_add_ons)[ \t]*=`
	// valuesAlone matches comments and values: on one line, in brackets that close on a line's beginning, or between << and its word.
	valuesAlone = `\A\x{FEFF}?(?:\s|(?:#|//)[^\n]*(?:\n|\z)|/\*(?s:.*?)\*/|[a-z][a-z0-9_-]*[ \t]*=[ \t]*` +
		`(?:"(?:[^"\\\n]|\\.)*"|-?[0-9.]+|true|false|null|[\[{][^\n]*[\]}]|[\[{][^\n]*\n(?:[ \t#/][^\n]*\n|\r?\n)*[\]}]|<<-?\w+\r?\n(?:[^\n]*\n)*?[ \t]*[A-Z_]+)[ \t]*(?:(?:#|//)[^\n]*)?\r?(?:\n|\z))*\z`
)
