package rule

import "userpoolplayground/internal/diagnostic"

// Listed are the answers of CreateUserPool that neither a text nor a setting here brings
// about. They stand on the page of rules, without requests and without a check.
var Listed = []*Rule{
	{
		ID:        "proto-unknown-operation",
		Exception: "UnknownOperationException",
		Message:   "The header X-Amz-Target names no operation.",
		Why:       "It has to be AWSCognitoIdentityProviderService.CreateUserPool, in this letter case. The answer has no message.",
		Evidence:  diagnostic.Inferred,
	},
	{
		ID:        "auth-missing-token",
		Exception: "MissingAuthenticationTokenException",
		Says:      "Missing Authentication Token",
		Message:   "The request is not signed.",
		Why:       "CreateUserPool takes requests with an AWS Signature of version 4 only.",
		Evidence:  diagnostic.Inferred,
	},
	{
		ID:        "auth-not-authorized-action",
		Exception: "AccessDeniedException",
		Says:      "User: {principal-arn} is not authorized to perform: cognito-idp:CreateUserPool on resource: * because no identity-based policy allows the cognito-idp:CreateUserPool action",
		Message:   "The caller's policies do not allow cognito-idp:CreateUserPool.",
		Why:       "Permissions are asked before any value is looked at; only values of the wrong type speak earlier.",
		Evidence:  diagnostic.Observed,
		Links:     []string{"https://github.com/lgallard/terraform-aws-cognito-user-pool/issues/116"},
	},
	{
		ID:        "auth-pass-role",
		Fields:    []string{"/SmsConfiguration/SnsCallerArn"},
		Exception: "AccessDeniedException",
		Says:      "User: {principal-arn} is not authorized to perform: iam:PassRole on resource: {role-arn}",
		Message:   "The caller may not pass this role to Cognito.",
		Why:       "Whoever names a role needs iam:PassRole on it.",
		Evidence:  diagnostic.Inferred,
		Links:     []string{"https://github.com/awslabs/aws-api-gateway-developer-portal/issues/11"},
	},
	{
		ID:        "throttled",
		Exception: "TooManyRequestsException",
		Says:      "Rate exceeded",
		Message:   "The account sends too many requests of this category in a second.",
		Why:       "Making, changing and deleting pools share one quota.",
		Evidence:  diagnostic.Observed,
		Links:     []string{"https://github.com/mifi/cognito-backup/issues/12"},
	},
	{
		ID:        "limit-user-pools",
		Exception: "LimitExceededException",
		Message:   "The account has as many user pools in this Region as it may.",
		Why:       "The quota is 1,000 and can be raised.",
		Evidence:  diagnostic.Documented,
		Links:     []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html"},
	},
	{
		ID:        "tier-change-not-allowed",
		Fields:    []string{"/UserPoolTier"},
		Exception: "TierChangeNotAllowedException",
		Message:   "This account may not choose this tier now.",
		Why:       "The reference names the exception for CreateUserPool and does not say when it comes.",
		Evidence:  diagnostic.Documented,
		Since:     tiersSince,
	},
	{
		ID:        "internal-error",
		Exception: "InternalErrorException",
		Message:   "The service failed.",
		Why:       "The only answer with HTTP status 500. Trying again is the cure.",
		Evidence:  diagnostic.Documented,
	},
}
