package awserror

import (
	"strings"
	"testing"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/javahash"
)

// Sets in the order in which the service was seen to print them, or in which others that
// fit the same order would stand.
func TestEnumOrder(t *testing.T) {
	for shape, want := range map[string]string{
		"UserPoolMfaType":                     "OPTIONAL, OFF, ON",
		"VerifiedAttributeType":               "phone_number, email",
		"UsernameAttributeType":               "phone_number, email",
		"AliasAttributeType":                  "preferred_username, phone_number, email",
		"AttributeDataType":                   "Boolean, Number, String, DateTime",
		"RecoveryOptionNameType":              "verified_email, verified_phone_number, admin_only",
		"DefaultEmailOptionType":              "CONFIRM_WITH_CODE, CONFIRM_WITH_LINK",
		"EmailSendingAccountType":             "DEVELOPER, COGNITO_DEFAULT",
		"DeletionProtectionType":              "ACTIVE, INACTIVE",
		"UserPoolTierType":                    "ESSENTIALS, LITE, PLUS",
		"AdvancedSecurityModeType":            "ENFORCED, OFF, AUDIT",
		"AdvancedSecurityEnabledModeType":     "ENFORCED, AUDIT",
		"AuthFactorType":                      "SOFTWARE_TOKEN, SMS_OTP, EMAIL_OTP, PASSWORD, WEB_AUTHN",
		"PreTokenGenerationLambdaVersionType": "V1_0, V2_0, V3_0",
	} {
		if got := strings.Join(javahash.Plain(contract.Newest().Shape(shape).Enum), ", "); got != want {
			t.Errorf("%s: [%s], want [%s]", shape, got, want)
		}
	}
}

// Several failures are one message: counted, containers before what they hold, elements
// by number, lengths before patterns.
func TestConstraintFailure(t *testing.T) {
	c := contract.Newest()
	name := diagnostic.Unsatisfied{Keyword: "x-pattern", Path: []string{"schema", "10", "member", "name"}, Shown: "", Shape: c.Shape("CustomAttributeNameType")}
	short := name
	short.Keyword = "minLength"
	second := short
	second.Path = []string{"schema", "2", "member", "name"}
	list := diagnostic.Unsatisfied{Keyword: "maxItems", Path: []string{"schema"}, Shown: "[…]", Shape: c.Shape("SchemaAttributesListType")}
	missing := diagnostic.Unsatisfied{Keyword: "required", Path: []string{"poolName"}, Null: true, Shape: c.Shape("UserPoolNameType")}
	got := constraintFailure([]diagnostic.Unsatisfied{name, missing, short, second, list}).Message
	want := "5 validation errors detected: " +
		"Value null at 'poolName' failed to satisfy constraint: Member must not be null; " +
		"Value '[…]' at 'schema' failed to satisfy constraint: Member must have length less than or equal to 50; " +
		"Value '' at 'schema.2.member.name' failed to satisfy constraint: Member must have length greater than or equal to 1; " +
		"Value '' at 'schema.10.member.name' failed to satisfy constraint: Member must have length greater than or equal to 1; " +
		`Value '' at 'schema.10.member.name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\p{L}\p{M}\p{S}\p{N}\p{P}]+`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Elements of a list and entries of a map are told with all their constraints in one
// bracket, the maximum first.
func TestElements(t *testing.T) {
	for keyword, want := range map[string]string{
		"elements": "Member must satisfy constraint: [",
		"keys":     "Map keys must satisfy constraint: [",
		"values":   "Map value must satisfy constraint: [",
	} {
		u := diagnostic.Unsatisfied{Keyword: keyword, Path: []string{"userPoolTags"}, Shape: contract.Newest().Shape("TagKeysType")}
		want += "Member must have length less than or equal to 128, Member must have length greater than or equal to 1]"
		if got := Failed(u); got != want {
			t.Errorf("%s: %s", keyword, got)
		}
	}
}
