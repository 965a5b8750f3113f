package explain

import (
	"strings"

	"userpoolplayground/internal/contract"
)

// ofTools are messages that no service sends: tools refuse a change themselves. What the change is
// about, and why it cannot be, stands in the contract.
var ofTools = []struct {
	id, says string
	// pointer is the member; "" where the message names it, as the property of a template.
	pointer string
	message string
}{
	{
		id: "tool-changes-schema", says: "cannot modify or remove schema items", pointer: "/Schema",
		message: "Terraform will not change or remove an attribute of a pool that is there. Write each schema block as the pool has it, with the string_attribute_constraints or number_attribute_constraints that DescribeUserPool shows, or leave them to the pool: lifecycle { ignore_changes = [schema] }. A new block alone is added. Anything else takes another pool.",
	},
	{
		id: "tool-changes-schema", says: "Existing schema attributes cannot be modified or deleted.", pointer: "/Schema",
		message: "CloudFormation will not change or remove an attribute of a pool that is there. Put its entry of Schema back as it was deployed; in the CDK those are standardAttributes and customAttributes, in Amplify userAttributes. A new custom attribute alone is added. Anything else takes another pool: another logical ID.",
	},
	{
		id: "tool-changes-property", says: "Updates are not allowed for property - {property}.",
		message: "CloudFormation will not change {property} of a pool that is there: put it back as it was deployed, or leave it out if it was. Another value takes another pool: another logical ID, to which users have to move, with an import or a user migration trigger.",
	},
}

// ofTool is a match with a message of a tool; one without a Rule where it is about no member of a pool
// that is settled: other resources are refused in the same words.
func ofTool(id, pointer, message string, values map[string]string) Match {
	if property, ok := values["property"]; ok {
		values["property"] = strings.TrimRight(property, ".")
		pointer = "/" + values["property"]
	}
	member := contract.Newest().Request.Member(strings.TrimPrefix(pointer, "/"))
	if member == nil || member.ForEver == "" {
		return Match{}
	}
	return Match{Rule: id, Pointer: pointer, Values: values, Message: filled(message, values), Why: member.ForEver, of: message}
}
