package explain

import (
	"slices"
	"strings"

	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/names"
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
		id: "tool-changes-schema", says: "Invalid AttributeDataType input, consider using the provided AttributeDataType enum.", pointer: "/Schema",
		message: "Where the pool is there already, a standard attribute was changed or added, or Schema was sent again: AddCustomAttributes, which the tool calls then, takes custom attributes alone. Put the attributes back as they were deployed.",
	},
	{
		id: "tool-changes-property", says: "Updates are not allowed for property - {property}.",
		message: "CloudFormation will not change {property} of a pool that is there: put it back as it was deployed, or leave it out if it was. Another value takes another pool: another logical ID, to which users have to move, with an import or a user migration trigger.",
	},
}

// beforeCalls are what tools say of a text before they call the service. {member} names the member, as a
// path or as the tool calls it.
var beforeCalls = []struct{ id, says, message, why string }{
	{"sdk-lacks", `Missing required parameter in {block}: "{member}"`, "{block} has no {member}, which it needs.", "The SDK holds the arguments against the API's model, and sends nothing."},
	{"sdk-unknown", `Unknown parameter in {block}: "{member}", must be one of:`, "{block} takes no {member}. Names are spelt as the API has them, with a capital first; an older SDK lacks the newest.", "The SDK holds the arguments against the API's model, and sends nothing."},
	{"sdk-type", "Invalid type for parameter {member}, value: {value}, type:", "{member} is {value}, which is of another type than the API has it.", "The SDK holds the arguments against the API's model, and sends nothing. A number has no quotes, and True and False are no texts."},
	{"template-unknown-property", "extraneous key [{member}] is not permitted", "AWS::Cognito::UserPool has no property {member}. Its own name may be another: PoolName is UserPoolName in a template.", "CloudFormation holds the properties against the resource's schema before it makes anything."},
	{"template-unknown-property", "Encountered unsupported property {member}", "AWS::Cognito::UserPool has no property {member}. Its own name may be another: PoolName is UserPoolName in a template.", "CloudFormation holds the properties against the resource's schema before it makes anything."},
	{"template-type", "#/{member}: expected type: {wanted}, found: {found}", "{member} is of the type {found}, and {wanted} is wanted. In YAML ON, OFF, yes and no without quotes are booleans.", "CloudFormation holds the properties against the resource's schema before it makes anything."},
	{"template-type", "Value of property {member} must be {wanted}", "{member} has to be {wanted}. UserPoolTags is an object of names and values, and no list of Key and Value.", "CloudFormation holds the properties against the resource's schema before it makes anything."},
	{"terraform-length", "expected length of {member} to be in the range ({range})", "{member} is too long or too short: Terraform takes {range} characters.", "The provider looks at it before it calls the service. The name of an attribute has 20 characters at most."},
	{"terraform-range", "expected {member} to be in the range ({range}), got {value}", "{member} is {value}: Terraform takes {range}.", "The provider looks at it before it calls the service."},
	{"template-parameter", "Parameter '{parameter}' must be one of AllowedValues", "The parameter {parameter} has a value that its AllowedValues lack. Give one of them, or add it there.", "CloudFormation holds the parameters against the template before it makes anything."},
	{"template-unresolved", "Unresolved resource dependencies [{names}] in the {section} block of the template", "{names} is named in {section}, and the template has nothing of that name: no resource, no parameter. Look at its spelling, and at the condition of what it names.", "CloudFormation reads the whole template before it makes anything."},
	{"amplify-signed-out", "User needs to be authenticated to call this API.", "Nobody is signed in, so Amplify makes no call.", "Sign the user in first. Where that was done, look whether Amplify.configure names this pool and client, and whether the tokens have expired."},
	{"function-not-invoked", "{trigger} invocation failed due to error AccessDeniedException.", "Cognito may not invoke the function {trigger}. Give the function a permission: lambda:InvokeFunction for cognito-idp.amazonaws.com, with the ARN of the pool as its source.", "A template or a program makes the permission apart from the pool; the console makes it by itself."},
}

// beforeCall is a match with what a tool says before it calls; one without a Rule where it is about nothing
// that a user pool has.
func beforeCall(id, message, why string, values map[string]string) Match {
	if values["block"] == "input" {
		values["block"] = "The call"
	}
	m := Match{Rule: id, Values: values, Message: filled(message, values), Why: why, of: message}
	if named, ok := values["member"]; ok {
		path := strings.Split(strings.NewReplacer("[", ".", "]", "", "/", ".").Replace(named), ".")
		if m.Pointer = pointerTo(path); m.Pointer == "" && values["block"] != "" {
			m.Pointer = pointerTo(append(strings.Split(values["block"], "."), path...))
		}
		if m.Pointer == "" && !strings.HasPrefix(id, "template-") && !strings.HasPrefix(id, "sdk-") {
			return Match{}
		}
	}
	return m
}

// pointerTo is the member of a request that a path names in any tool's spelling, "" for none.
func pointerTo(path []string) string {
	s, pointer := contract.Newest().Request, ""
	for _, step := range path {
		if step != "" && strings.Trim(step, "0123456789") == "" {
			if s.Kind == contract.List {
				s, pointer = s.Element, pointer+"/"+step
			}
			continue
		}
		if s.Kind != contract.Structure {
			return ""
		}
		called := func(m *contract.Member) bool { return names.Plain(m.Name) == names.Plain(step) }
		at := slices.IndexFunc(s.Members, called)
		if at < 0 { // a tool may have it one level higher: password_policy of Terraform
			above := slices.IndexFunc(s.Members, func(m *contract.Member) bool {
				return m.Shape.Kind == contract.Structure && slices.ContainsFunc(m.Shape.Members, func(in *contract.Member) bool { return in.Shape.Kind == contract.Structure && called(in) })
			})
			if above < 0 {
				return ""
			}
			s, pointer = s.Members[above].Shape, pointer+"/"+s.Members[above].Name
			at = slices.IndexFunc(s.Members, called)
		}
		s, pointer = s.Members[at].Shape, pointer+"/"+s.Members[at].Name
	}
	return pointer
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
