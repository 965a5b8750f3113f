// Package refusal is how calls about clients and users are not done: each refusal with the service's
// text and how it is known. The service uses it, and what goes back from a text to its reason.
package refusal

import "userpoolplayground/internal/diagnostic"

// Refusal is one way in which a call about clients and users is not done. Words in braces are filled
// in when it happens.
type Refusal struct {
	// ID names it, as a rule's names the rule.
	ID        string
	Exception string
	// Says is the service's text, "" where it was never published. Before are older ones.
	Says   string
	Before []Wording
	// Message is what is wrong and what to do, Why the reason.
	Message, Why string
	Evidence     string
	// Setting is what of the pool or of the client decides it: a JSON Pointer into the CreateUserPool
	// request, or behind "client:" into the CreateUserPoolClient request.
	Setting string
	Links   []string
	// Words are what Says fills in where that is no more than gaps, so that the text can be known again.
	Words []string
}

// Wording is a text of the service until a day.
type Wording struct{ Until, Says string }

// On is the service's text on a day, "" for today.
func (r *Refusal) On(day string) string {
	for _, b := range r.Before {
		if day != "" && day < b.Until {
			return b.Says
		}
	}
	return r.Says
}

// The refusals, each with how its text and its condition are known. Texts were put together from
// answers that people published: recordings, reports, and what app code compares with.
var (
	ClientMissing = &Refusal{
		ID: "client-missing", Exception: "ResourceNotFoundException", Evidence: diagnostic.Observed,
		Says:    "User pool client {client} does not exist.",
		Message: "There is no app client {client} here. Make one with CreateUserPoolClient, and take the ClientId of its answer.",
		Why:     "An app client is known by its id.",
	}
	GroupMissing = &Refusal{
		ID: "group-missing", Exception: "ResourceNotFoundException", Evidence: diagnostic.Inferred,
		Says:    "Group not found.",
		Message: "There is no group {group} in the pool. Make it with CreateGroup.",
		Why:     "A group is known by its name.",
	}
	GroupExists = &Refusal{
		ID: "group-exists", Exception: "GroupExistsException", Evidence: diagnostic.Observed,
		Says:    "A group with the name already exists.",
		Message: "The pool has a group of this name already.",
		Why:     "A name belongs to one group.",
	}
	SecretMissing = &Refusal{
		ID: "secret-missing", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed, Setting: "client:/GenerateSecret",
		Says:    "Client {client} is configured with secret but SECRET_HASH was not received",
		Before:  []Wording{{"2023-01-01", "Client {client} is configured for secret but secret was not received"}},
		Message: "The client has a secret. Send the hash along: Base64 of the HMAC-SHA256 of user name and client id, by the secret.",
		Why:     "Every call by a client with a secret proves it.",
	}
	SecretWrong = &Refusal{
		ID: "secret-wrong", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed, Setting: "client:/GenerateSecret",
		Says:    "Unable to verify secret hash for client {client}",
		Message: "The hash is not that of this user name and this client id, by the client's secret.",
		Why:     "The hash is made with the Username of the same call, followed by the ClientId. A client without a secret takes none.",
	}
	SignUpClosed = &Refusal{
		ID: "sign-up-closed", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed, Setting: "/AdminCreateUserConfig/AllowAdminCreateUserOnly",
		Says:    "SignUp is not permitted for this user pool",
		Message: "Nobody can sign up here: only administrators make users. Use AdminCreateUser, or make AllowAdminCreateUserOnly false.",
		Why:     "AdminCreateUserConfig.AllowAdminCreateUserOnly is true.",
	}
	UserExists = &Refusal{
		ID: "username-exists", Exception: "UsernameExistsException", Evidence: diagnostic.Observed,
		Says:    "User already exists",
		Message: "The user name is taken. Take another one.",
		Why:     "A user name belongs to one user, whatever the status.",
	}
	UserExistsAdmin = &Refusal{
		ID: "username-exists", Exception: "UsernameExistsException", Evidence: diagnostic.Observed,
		Says:    "User account already exists",
		Message: "The user name is taken. Take another one, or send MessageAction RESEND to invite that user again.",
		Why:     "A user name belongs to one user, whatever the status.",
	}
	AddressTaken = &Refusal{
		ID: "address-exists", Exception: "UsernameExistsException", Evidence: diagnostic.Disputed, Setting: "/UsernameAttributes",
		Says:    "An account with the given {name} already exists.",
		Message: "Another user has this {words}. Take another one.",
		Why:     "Users sign in with it, so it belongs to one user. The newest record of the service, of a pool whose settings are not known, says User already exists.",
	}
	AddressTakenAdmin = &Refusal{
		ID: "address-exists", Exception: "UsernameExistsException", Evidence: diagnostic.Inferred, Setting: "/UsernameAttributes",
		Says:    "An account with the given {name} already exists.",
		Message: "Another user has this {words}. Take another one.",
		Why:     "Users sign in with it, so it belongs to one user.",
	}
	AliasTaken = &Refusal{
		ID: "alias-exists", Exception: "AliasExistsException", Evidence: diagnostic.Observed, Setting: "{setting}",
		Says:    "An account with the given {name} already exists.",
		Message: "Another user signs in with this {words}. Take another one, or move it with ForceAliasCreation where the call has that.",
		Why:     "What users sign in with belongs to one user.",
	}
	AliasTakenConfirm = &Refusal{
		ID: "alias-exists", Exception: "AliasExistsException", Evidence: diagnostic.Documented, Setting: "/AliasAttributes",
		Says:    "An account with the {name} already exists.",
		Message: "Another user signs in with this {words} already. ForceAliasCreation moves it to this user.",
		Why:     "An alias counts once it is verified, so the sign-up was taken and the confirmation is not.",
	}
	NotAnEmail = &Refusal{
		ID: "username-not-an-email", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/UsernameAttributes",
		Says:    "Username should be an email.",
		Message: "Username has to be an email address here.",
		Why:     "UsernameAttributes says that users sign up with an email address.",
	}
	NotAPhone = &Refusal{
		ID: "username-not-a-phone-number", Exception: "InvalidParameterException", Evidence: diagnostic.Inferred, Setting: "/UsernameAttributes",
		Says:    "Username should be a phone number.",
		Message: "Username has to be a phone number here: + and digits.",
		Why:     "UsernameAttributes says that users sign up with a phone number.",
	}
	Neither = &Refusal{
		ID: "username-not-an-email-or-phone-number", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/UsernameAttributes",
		Says:    "Username should be either an email or a phone number.",
		Message: "Username has to be an email address or a phone number here.",
		Why:     "UsernameAttributes says that users sign up with one of the two.",
	}
	LikeEmail = &Refusal{
		ID: "username-like-an-email", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/AliasAttributes",
		Says:    "Username cannot be of email format, since user pool is configured for email alias.",
		Message: "Username must not look like an email address here.",
		Why:     "AliasAttributes has email: a user name of this form could be taken for an alias.",
	}
	LikePhone = &Refusal{
		ID: "username-like-a-phone-number", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/AliasAttributes",
		Says:    "Username cannot be of phone number format, since user pool is configured for phone number alias.",
		Message: "Username must not look like a phone number here.",
		Why:     "AliasAttributes has phone_number: a user name of this form could be taken for an alias.",
	}
	EmailFormat = &Refusal{
		ID: "email-format", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "Invalid email address format.",
		Message: "This is no email address.",
		Why:     "The attribute email holds an address.",
	}
	PhoneFormat = &Refusal{
		ID: "phone-format", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "Invalid phone number format.",
		Message: "This is no phone number: expected + and digits, such as +15555550123.",
		Why:     "The attribute phone_number holds a number with its country code.",
	}
	Required = &Refusal{
		ID: "attribute-required", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/Schema",
		Says:    "Attributes did not conform to the schema: {lines}",
		Message: "The pool requires {names}. Add it to UserAttributes.",
		Why:     "An attribute with Required true has to be there when someone signs up.",
	}
	UnknownAttribute = &Refusal{
		ID: "attribute-unknown", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/Schema",
		Says:    "Attributes did not conform to the schema: {name}: Attribute does not exist in the schema.\n",
		Message: "The pool has no attribute {name}.",
		Why:     "A user has no other attributes than those of the pool's schema. AddCustomAttributes adds one.",
		Links:   []string{"https://github.com/aws-amplify/amplify-flutter/issues/509"},
	}
	UnknownCustom = &Refusal{
		ID: "attribute-unknown", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/Schema",
		Says:    "Attributes did not conform to the schema: Type for attribute {{name}} could not be determined",
		Before:  []Wording{{"2023-01-01", "Attributes did not conform to the schema: {name}: Attribute does not exist in the schema.\n"}},
		Message: "The pool has no attribute {name}.",
		Why:     "A user has no other attributes than those of the pool's schema. AddCustomAttributes adds one.",
		Links:   []string{"https://github.com/aws-amplify/amplify-flutter/issues/509"},
	}
	UnknownInUpdate = &Refusal{
		ID: "attribute-unknown", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/Schema",
		Says:    "user.{name}: Attribute does not exist in the schema.\n",
		Message: "The pool has no attribute {name}.",
		Why:     "A user has no other attributes than those of the pool's schema. AddCustomAttributes adds one.",
	}
	UsernameInUpdate = &Refusal{
		ID: "attribute-unknown", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "Attribute does not exist in the schema",
		Message: "A user name is no attribute, and cannot be changed.",
		Why:     "The name is given when the user is made.",
	}
	PreferredTooEarly = &Refusal{
		ID: "preferred-username-at-sign-up", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/AliasAttributes",
		Says:    "Preferred username cannot be provided for unconfirmed account, since user pool is configured for preferred username alias.",
		Message: "preferred_username cannot be given at sign-up here: give it once the user is confirmed.",
		Why:     "It is an alias, which belongs to one user, and an unconfirmed user has none.",
		Links:   []string{"https://github.com/aws-amplify/amplify-js/issues/1669"},
	}
	NotWritable = &Refusal{
		ID: "attribute-not-writable", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed, Setting: "client:/WriteAttributes",
		Says:    "A client attempted to write unauthorized attribute",
		Message: "The client may not write {name}.",
		Why:     "A client writes what its WriteAttributes name; none writes email_verified or phone_number_verified.",
	}
	Immutable = &Refusal{
		ID: "attribute-immutable", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/Schema",
		Says:    "user.{name}: Attribute cannot be updated.\n",
		Message: "{name} can be given only when the user is made.",
		Why:     "The attribute has Mutable false, and that cannot be changed. It is so also where the user never had a value.",
	}
	SubGiven = &Refusal{
		ID: "attribute-sub", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "Cannot modify the non-mutable attribute {name}",
		Message: "{name} cannot be given: the service sets it.",
		Why:     "The service alone sets it.",
	}
	NoValue = &Refusal{
		ID: "attribute-without-value", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "Attribute value for {name} must not be null",
		Message: "Give {name} a Value.",
		Why:     "An attribute needs a value; an empty text takes it away.",
	}
	RequiredDeleted = &Refusal{
		ID: "attribute-required-deleted", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/Schema",
		Says:    "Invalid user attributes: {name}: Required attribute cannot be deleted.",
		Message: "{name} cannot be taken away: the pool requires it.",
		Why:     "The attribute has Required true, and that cannot be changed.",
	}
	LengthAtSignUp = &Refusal{
		ID: "attribute-out-of-bounds", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/Schema",
		Says:    "Attributes did not conform to the schema: {name}: String must be no {than} than {bound} characters\n",
		Message: "{name} does not fit the schema: {fault}.",
		Why:     "The schema bounds the attribute, and that cannot be changed.",
		Links:   []string{"https://github.com/aws-amplify/amplify-flutter/issues/2034", "https://github.com/aws-amplify/amplify-ui/issues/4356"},
	}
	LengthInUpdate = &Refusal{
		ID: "attribute-out-of-bounds", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/Schema",
		Says:    "user.{name}: String must be no {than} than {bound} characters\n",
		Message: "{name} does not fit the schema: {fault}.",
		Why:     "The schema bounds the attribute, and that cannot be changed.",
	}
	OutOfBounds = &Refusal{
		ID: "attribute-out-of-bounds", Exception: "InvalidParameterException", Evidence: diagnostic.Inferred, Setting: "/Schema",
		Message: "{name} does not fit the schema: {fault}.",
		Why:     "The schema bounds the attribute. The service's own words for this were never published.",
	}
	BadPassword = &Refusal{
		ID: "password-policy", Exception: "InvalidPasswordException", Evidence: diagnostic.Observed, Setting: "/Policies/PasswordPolicy",
		Says:    "{frame}{fault}",
		Words:   []string{TooShort, NoUppercase, NoLowercase, NoNumber, NoSymbol},
		Message: "The password does not fit the pool's policy: {words}.",
		Why:     "Policies.PasswordPolicy asks for it. The service names one fault at a time.",
	}
	UsedPassword = &Refusal{
		ID: "password-history", Exception: "PasswordHistoryPolicyViolationException", Evidence: diagnostic.Inferred, Setting: "/Policies/PasswordPolicy/PasswordHistorySize",
		Message: "The user had this password before. Take another one.",
		Why:     "PasswordHistorySize keeps the last {size} passwords from being used again. The service's own words for this were never published.",
	}
	WrongCode = &Refusal{
		ID: "code-wrong", Exception: "CodeMismatchException", Evidence: diagnostic.Observed,
		Says:    "Invalid verification code provided, please try again.",
		Message: "This is not the code that was sent.",
		Why:     "The last code that was sent counts.",
	}
	OldCode = &Refusal{
		ID: "code-expired", Exception: "ExpiredCodeException", Evidence: diagnostic.Observed,
		Says:    "Invalid code provided, please request a code again.",
		Message: "No such code is waiting: it was never sent, is used, was followed by a newer one, or is older than {life}.",
		Why:     "A code to sign up or for an attribute is good for 24 hours, one for a new password for an hour.",
	}
	NotConfirmable = &Refusal{
		ID: "cannot-be-confirmed", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed,
		Says:    "User cannot be confirmed. Current status is {status}",
		Before:  []Wording{{"2019-01-01", "User cannot confirm because user status is not UNCONFIRMED."}},
		Message: "The user is {status}; only one who is UNCONFIRMED can be confirmed.",
		Why:     "Confirming ends a sign-up.",
		Links:   []string{"https://github.com/furaiev/amazon-cognito-identity-dart-2/issues/80", "https://github.com/keboola/developer-portal/issues/186"},
	}
	ResendConfirmed = &Refusal{
		ID: "already-confirmed", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "User is already confirmed.",
		Message: "The user is confirmed, and needs no code.",
		Why:     "The code of a sign-up is sent again until it was used.",
	}
	ResendOff = &Refusal{
		ID: "no-verification", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/AutoVerifiedAttributes",
		Says:    "Cannot resend codes. Auto verification not turned on.",
		Message: "The pool sends no code here: AutoVerifiedAttributes has no attribute of the user.",
		Why:     "A code goes to an attribute in AutoVerifiedAttributes. An administrator can confirm the user with AdminConfirmSignUp.",
	}
	UnknownForCode = &Refusal{
		ID: "user-unknown", Exception: "UserNotFoundException", Evidence: diagnostic.Observed, Setting: "client:/PreventUserExistenceErrors",
		Says:    "Username/client id combination not found.",
		Message: "There is no user {name} here.",
		Why:     "The client has PreventUserExistenceErrors LEGACY, so the answer tells it.",
	}
	UnknownToConfirm = &Refusal{
		ID: "user-unknown", Exception: "UserNotFoundException", Evidence: diagnostic.Disputed, Setting: "client:/PreventUserExistenceErrors",
		Says:    "Username/client id combination not found.",
		Message: "There is no user {name} here.",
		Why:     "The client has PreventUserExistenceErrors LEGACY, so the answer tells it. Some say that the text is User does not exist.",
	}
	UnknownToSignIn = &Refusal{
		ID: "user-unknown", Exception: "UserNotFoundException", Evidence: diagnostic.Observed, Setting: "client:/PreventUserExistenceErrors",
		Says:    "User does not exist.",
		Message: "There is no user {name} here.",
		Why:     "The client has PreventUserExistenceErrors LEGACY, so the answer tells it.",
	}
	UnknownUser = &Refusal{
		ID: "user-unknown", Exception: "UserNotFoundException", Evidence: diagnostic.Observed,
		Says:    "User does not exist.",
		Message: "There is no such user here.",
		Why:     "Administrators are told who is there, whatever the client says.",
	}
	TooManyTries = &Refusal{
		ID: "attempt-limit", Exception: "LimitExceededException", Evidence: diagnostic.Observed,
		Says:    "Attempt limit exceeded, please try after some time.",
		Message: "This was tried too often within an hour. Wait.",
		Why:     "{operation} is taken {most} times an hour for a user.",
		Links:   []string{"https://github.com/aws-amplify/aws-sdk-android/issues/627"},
	}
	TooManyMails = &Refusal{
		ID: "email-limit", Exception: "LimitExceededException", Evidence: diagnostic.Observed, Setting: "/EmailConfiguration/EmailSendingAccount",
		Says:    "Exceeded daily email limit for the operation or the account. If a higher limit is required, please configure your user pool to use your own Amazon SES configuration for sending email.",
		Message: "Cognito itself sends 50 emails a day. Set EmailSendingAccount to DEVELOPER to send through Amazon SES.",
		Why:     "EmailConfiguration.EmailSendingAccount is COGNITO_DEFAULT, or was left out.",
	}
	NoMedium = &Refusal{
		ID: "no-way-of-recovery", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/AccountRecoverySetting",
		Says:    "Cannot reset password for the user as there is no registered/verified email or phone_number",
		Message: "There is no way to send this user a code: {ways}.",
		Why:     "A forgotten password is recovered by the first way of AccountRecoverySetting whose attribute is verified.",
	}
	WrongState = &Refusal{
		ID: "password-not-to-be-reset", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed,
		Says:    "User password cannot be reset in the current state.",
		Message: "The user still has the temporary password: it cannot be reset. Use AdminSetUserPassword, or AdminCreateUser with MessageAction RESEND.",
		Why:     "A user in FORCE_CHANGE_PASSWORD has never chosen a password.",
	}
	AdminOnly = &Refusal{
		ID: "recovery-by-administrators", Exception: "NotAuthorizedException", Evidence: diagnostic.Inferred, Setting: "/AccountRecoverySetting",
		Says:    "Contact administrator to reset password.",
		Message: "Only an administrator resets passwords here.",
		Why:     "AccountRecoverySetting names admin_only.",
	}
	NoTexting = &Refusal{
		ID: "no-text-messages", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/SmsConfiguration",
		Says:    "Invalid phone number provided/Unable to send the message. User pool does not have SMS configuration to send messages.",
		Message: "A text message has to be sent, and the pool cannot send any.",
		Why:     "The pool has no SmsConfiguration.",
	}
	WrongPassword = &Refusal{
		ID: "wrong-password", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed,
		Says:    "Incorrect username or password.",
		Message: "The password is wrong.",
		Why:     "Whatever is wrong, the answer is the same: it tells nobody who is there.",
	}
	UnknownHidden = &Refusal{
		ID: "wrong-password", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed, Setting: "client:/PreventUserExistenceErrors",
		Says:    "Incorrect username or password.",
		Message: "There is no such user here; the answer hides it.",
		Why:     "The client has PreventUserExistenceErrors ENABLED.",
	}
	CodeHidden = &Refusal{
		ID: "code-wrong", Exception: "CodeMismatchException", Evidence: diagnostic.Documented, Setting: "client:/PreventUserExistenceErrors",
		Says:    "Invalid verification code provided, please try again.",
		Message: "No code would be right: there is no such user here, or the user is disabled, which the answer hides.",
		Why:     "{who}. The client has PreventUserExistenceErrors ENABLED, so the answer is made to look as if there were nothing wrong.",
		Links:   []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html"},
	}
	OldCodeHidden = &Refusal{
		ID: "code-expired", Exception: "ExpiredCodeException", Evidence: diagnostic.Documented, Setting: "client:/PreventUserExistenceErrors",
		Says:    "Invalid code provided, please request a code again.",
		Message: "No code was asked for, and none would be sent: there is no such user here, or the user is disabled, which the answer hides.",
		Why:     "{who}. The client has PreventUserExistenceErrors ENABLED, so the answer is made to look as if there were nothing wrong.",
		Links:   []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html"},
	}
	NoMediumHidden = &Refusal{
		ID: "no-way-of-recovery", Exception: "InvalidParameterException", Evidence: diagnostic.Disputed, Setting: "client:/PreventUserExistenceErrors",
		Says:    "Cannot reset password for the user as there is no registered/verified email or phone_number",
		Message: "There may be no such user: with PreventUserExistenceErrors ENABLED, a newer page of the guide says, one who is not there is answered so at times.",
		Why:     "The answer must not tell who is there. Here a code is said to be sent.",
		Links:   []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html"},
	}
	NoPassword = &Refusal{
		ID: "wrong-password", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed, Setting: "/Policies/SignInPolicy/AllowedFirstAuthFactors",
		Says:    "Incorrect username or password.",
		Message: "The user has no password: signing in goes by a code.",
		Why:     "The user was made without a password, for a pool with codes as first factors.",
	}
	Disabled = &Refusal{
		ID: "user-disabled", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed,
		Says:    "User is disabled.",
		Message: "The user is disabled. AdminEnableUser lets the user sign in again.",
		Why:     "AdminDisableUser keeps a user from signing in.",
		Links:   []string{"https://github.com/localstack/localstack/issues/8454", "https://github.com/amazon-archives/amazon-cognito-identity-js/issues/373"},
	}
	DisabledHidden = &Refusal{
		ID: "wrong-password", Exception: "NotAuthorizedException", Evidence: diagnostic.Documented, Setting: "client:/PreventUserExistenceErrors",
		Says:    "Incorrect username or password.",
		Message: "The password is wrong, and the user is disabled, which the answer hides.",
		Why:     "The client has PreventUserExistenceErrors ENABLED: that a user is disabled is told only to who knows the password.",
		Links:   []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html"},
	}
	Unconfirmed = &Refusal{
		ID: "user-not-confirmed", Exception: "UserNotConfirmedException", Evidence: diagnostic.Observed,
		Says:    "User is not confirmed.",
		Message: "The user has not confirmed the sign-up. Use ConfirmSignUp with the code, or AdminConfirmSignUp.",
		Why:     "The status is UNCONFIRMED. The service looks at that first: a wrong password is answered the same way.",
		Links: []string{
			"https://github.com/amazon-archives/amazon-cognito-identity-js/issues/288", "https://github.com/aws-amplify/amplify-js/issues/11209",
			"https://github.com/aws/aws-sdk-js/issues/4608", "https://github.com/ministackorg/ministack/pull/1758", "https://github.com/aws/aws-sdk-net/issues/1984",
		},
	}
	ResetRequired = &Refusal{
		ID: "password-reset-required", Exception: "PasswordResetRequiredException", Evidence: diagnostic.Observed,
		Says:    "Password reset required for the user",
		Message: "The user has to choose a new password: ForgotPassword sends a code, ConfirmForgotPassword takes it.",
		Why:     "An administrator reset the password, or the user was imported.",
	}
	LockedOut = &Refusal{
		ID: "password-attempts-exceeded", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed,
		Says:    "Password attempts exceeded",
		Message: "Too many wrong passwords. Wait {wait}.",
		Why:     "After five wrong passwords each further one locks for twice as long, 15 minutes at most.",
		Links:   []string{"https://github.com/amazon-archives/amazon-cognito-identity-js/issues/506"},
	}
	TemporaryExpired = &Refusal{
		ID: "temporary-password-expired", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed, Setting: "/Policies/PasswordPolicy/TemporaryPasswordValidityDays",
		Says:    "Temporary password has expired and must be reset by an administrator.",
		Before:  []Wording{{"2019-05-03", "User account has expired, it must be reset by an administrator."}},
		Message: "The temporary password is older than {days} days. AdminSetUserPassword or AdminCreateUser with RESEND gives a new one.",
		Why:     "TemporaryPasswordValidityDays, or UnusedAccountValidityDays in older pools, says for how long it is good.",
	}
	AdminFlowOff = &Refusal{
		ID: "flow-not-enabled", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "client:/ExplicitAuthFlows",
		Says:    "Auth flow not enabled for this client",
		Message: "The client does not allow {flow}. Add ALLOW_ADMIN_USER_PASSWORD_AUTH to its ExplicitAuthFlows.",
		Why:     "A client allows the flows of its ExplicitAuthFlows.",
	}
	FlowOff = &Refusal{
		ID: "flow-not-enabled", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "client:/ExplicitAuthFlows",
		Says:    "{flow} flow not enabled for this client",
		Message: "The client does not allow {flow}. Add ALLOW_{flow} to its ExplicitAuthFlows.",
		Why:     "A client allows the flows of its ExplicitAuthFlows.",
	}
	SrpOff = &Refusal{
		ID: "flow-not-enabled", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "client:/ExplicitAuthFlows",
		Says:    "{flow} is not enabled for the client.",
		Message: "The client does not allow {flow}. Add ALLOW_{flow} to its ExplicitAuthFlows.",
		Why:     "A client allows the flows of its ExplicitAuthFlows. Left out, these are refresh, SRP and custom.",
	}
	CustomOff = &Refusal{
		ID: "flow-not-enabled", Exception: "InvalidParameterException", Evidence: diagnostic.Inferred, Setting: "client:/ExplicitAuthFlows",
		Says:    "{flow} is not enabled for the client.",
		Message: "The client does not allow {flow}. Add ALLOW_{flow} to its ExplicitAuthFlows.",
		Why:     "A client allows the flows of its ExplicitAuthFlows.",
	}
	RefreshOff = &Refusal{
		ID: "flow-not-enabled", Exception: "NotAuthorizedException", Evidence: diagnostic.Inferred, Setting: "client:/ExplicitAuthFlows",
		Message: "The client does not allow to refresh tokens. Add ALLOW_REFRESH_TOKEN_AUTH to its ExplicitAuthFlows.",
		Why:     "A client allows the flows of its ExplicitAuthFlows. The service's own words for this were never published.",
	}
	NoCustomFunction = &Refusal{
		ID: "custom-without-function", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/LambdaConfig/DefineAuthChallenge",
		Says:    "Custom auth lambda trigger is not configured for the user pool.",
		Message: "CUSTOM_AUTH needs the function DefineAuthChallenge.",
		Why:     "LambdaConfig has no DefineAuthChallenge. Amplify sends CUSTOM_AUTH when the password is empty.",
	}
	WrongOperation = &Refusal{
		ID: "flow-of-another-operation", Exception: "InvalidParameterException", Evidence: diagnostic.Inferred,
		Says:    "Initiate Auth method not supported.",
		Message: "{flow} is not for {operation}.",
		Why:     "Flows for servers go by AdminInitiateAuth, USER_PASSWORD_AUTH by InitiateAuth.",
	}
	MissingParameter = &Refusal{
		ID: "parameter-missing", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "Missing required parameter {name}",
		Message: "The call lacks {name}.",
		Why:     "The flow or the challenge asks for it.",
	}
	MissingInferred = &Refusal{
		ID: "parameter-missing", Exception: "InvalidParameterException", Evidence: diagnostic.Inferred,
		Says:    "Missing required parameter {name}",
		Message: "The call lacks {name}.",
		Why:     "The flow or the challenge asks for it.",
	}
	SessionExpired = &Refusal{
		ID: "session-expired", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed, Setting: "client:/AuthSessionValidity",
		Says:    "Invalid session for the user, session is expired.",
		Message: "The session is older than {minutes} minutes. Begin the sign-in again.",
		Why:     "AuthSessionValidity of the client says for how long a session is good.",
	}
	SessionUsed = &Refusal{
		ID: "session-used", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed,
		Says:    "Invalid session for the user, session can only be used once.",
		Message: "This session has led on already. Take the Session of the newest answer.",
		Why:     "A session is good once. A wrong code does not use it up.",
	}
	SessionOfOther = &Refusal{
		ID: "session-of-another", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed,
		Says:    "Invalid session for the user.",
		Message: "The session belongs to another user, client or challenge.",
		Why:     "A session joins the steps of one sign-in.",
	}
	SessionGarbled = &Refusal{
		ID: "session-garbled", Exception: "CodeMismatchException", Evidence: diagnostic.Inferred,
		Says:    "Invalid session provided",
		Message: "This is no session that this pool has given.",
		Why:     "A session is what an answer gave under Session.",
	}
	WrongOTP = &Refusal{
		ID: "code-wrong-at-sign-in", Exception: "CodeMismatchException", Evidence: diagnostic.Observed,
		Says:    "Invalid code or auth state for the user.",
		Message: "This is not the code that was sent. The same Session can be tried again.",
		Why:     "A wrong code does not use up the session.",
	}
	WrongTOTP = &Refusal{
		ID: "code-wrong-at-sign-in", Exception: "CodeMismatchException", Evidence: diagnostic.Observed,
		Says:    "Invalid code received for user",
		Message: "This is not the code that the authenticator app shows now. The same Session can be tried again.",
		Why:     "The code of the moment counts, and those 30 seconds before and after.",
	}
	UsedTOTP = &Refusal{
		ID: "code-used", Exception: "ExpiredCodeException", Evidence: diagnostic.Observed,
		Says:    "Your software token has already been used once.",
		Message: "This code of the authenticator app was used already. Wait for the next one: 30 seconds.",
		Why:     "A code of an authenticator app is good once.",
	}
	WrongTOTPAtSetUp = &Refusal{
		ID: "code-wrong-at-set-up", Exception: "EnableSoftwareTokenMFAException", Evidence: diagnostic.Observed,
		Says:    "Code mismatch and fail enable Software Token MFA",
		Message: "This is not the code that the authenticator app shows now.",
		Why:     "A code proves that the app has the secret.",
	}
	NoApp = &Refusal{
		ID: "authenticator-apps-off", Exception: "SoftwareTokenMFANotFoundException", Evidence: diagnostic.Documented, Setting: "/MfaConfiguration",
		Says:    "Software Token MFA has not been enabled by the userPool",
		Message: "The pool has no authenticator apps: SetUserPoolMfaConfig enables them.",
		Why:     "SoftwareTokenMfaConfiguration is not enabled. CreateUserPool has no member for it.",
	}
	NoDelivery = &Refusal{
		ID: "factor-not-set-up", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "User does not have delivery config set to turn on {factor}",
		Before:  []Wording{{"2020-01-01", "User has not set up software token mfa"}, {"2022-01-01", "User has not verified software token mfa"}},
		Message: "The user has no {factor} to turn on: {fault}.",
		Why:     "A factor is turned on once it is set up.",
		Links:   []string{"https://github.com/aws/aws-sdk-js-v3/issues/4645", "https://github.com/aws-amplify/amplify-js/issues/944", "https://github.com/aws-amplify/amplify-js/issues/7016"},
	}
	NoPhoneToText = &Refusal{
		ID: "factor-not-set-up", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "User does not have delivery config set to turn on {factor}",
		Before:  []Wording{{"2022-01-01", "User does not have a phone_number set to turn on SMS MFA"}},
		Message: "The user has no {factor} to turn on: there is no phone_number.",
		Why:     "A text message needs a number to go to.",
		Links:   []string{"https://github.com/aws-amplify/amplify-js/issues/8574", "https://github.com/aws-amplify/amplify-js/issues/618"},
	}
	MissingAttribute = &Refusal{
		ID: "attribute-required-at-sign-in", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/Schema",
		Says:    "Invalid attributes given, {name} is missing",
		Message: "The pool requires {name}: give userAttributes.{name} with the answer.",
		Why:     "An administrator may leave out required attributes. The first sign-in asks for them.",
	}
	AlreadyProvided = &Refusal{
		ID: "attribute-provided", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed,
		Says:    "Cannot modify an already provided {name}",
		Message: "{name} has a value already: leave userAttributes.{name} out.",
		Why:     "The first sign-in fills in what is missing and changes nothing.",
		Links:   []string{"https://github.com/aws-samples/aws-saas-factory-bootcamp/issues/67"},
	}
	AccessInvalid = &Refusal{
		ID: "access-token-invalid", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed,
		Says:    "Invalid Access Token",
		Message: "This is no access token. An ID token does not do.",
		Why:     "Calls of users carry the AccessToken of their sign-in.",
	}
	AccessExpired = &Refusal{
		ID: "access-token-expired", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed, Setting: "client:/AccessTokenValidity",
		Says:    "Access Token has expired",
		Message: "The access token is no longer good. Refresh it.",
		Why:     "AccessTokenValidity of the client says for how long one is good.",
	}
	AccessRevoked = &Refusal{
		ID: "access-token-revoked", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed,
		Says:    "Access Token has been revoked",
		Message: "The token was revoked. Sign in again.",
		Why:     "GlobalSignOut, AdminUserGlobalSignOut, AdminDisableUser and RevokeToken revoke tokens.",
	}
	AccessUnsigned = &Refusal{
		ID: "access-token-signature", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed,
		Says:    "Could not verify signature for Access Token",
		Message: "The token's signature is not that of its claims.",
		Why:     "A changed token is no token.",
	}
	AccessScope = &Refusal{
		ID: "access-token-scope", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed,
		Says:    "Access Token does not have required scopes",
		Message: "The token lacks the scope aws.cognito.signin.user.admin.",
		Why:     "Calls of users need that scope. A function of token generation, or a hosted sign-in, can leave it out.",
	}
	AccessUser = &Refusal{
		ID: "access-token-user", Exception: "UserNotFoundException", Evidence: diagnostic.Inferred,
		Says:    "User does not exist.",
		Message: "The user of the token is gone.",
		Why:     "A token outlives its user.",
	}
	RefreshInvalid = &Refusal{
		ID: "refresh-token-invalid", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed,
		Says:    "Invalid Refresh Token",
		Message: "This is no refresh token of this client, or its user is gone.",
		Why:     "A refresh token belongs to one client and one user; in pools that remember devices it needs the DEVICE_KEY.",
	}
	RefreshExpired = &Refusal{
		ID: "refresh-token-expired", Exception: "NotAuthorizedException", Evidence: diagnostic.Inferred, Setting: "client:/RefreshTokenValidity",
		Says:    "Refresh Token has expired",
		Message: "The refresh token is no longer good. Sign in again.",
		Why:     "RefreshTokenValidity of the client says for how long one is good.",
	}
	RefreshRevoked = &Refusal{
		ID: "refresh-token-revoked", Exception: "NotAuthorizedException", Evidence: diagnostic.Observed,
		Says:    "Refresh Token has been revoked",
		Message: "The refresh token was revoked. Sign in again.",
		Why:     "GlobalSignOut, AdminUserGlobalSignOut, AdminDisableUser and RevokeToken revoke tokens.",
		Links:   []string{"https://github.com/aws/aws-sdk-net/issues/1936"},
	}
	RefreshReused = &Refusal{
		ID: "refresh-token-reused", Exception: "RefreshTokenReuseException", Evidence: diagnostic.Inferred, Setting: "client:/RefreshTokenRotation",
		Says:    "Refresh token has been invalidated",
		Message: "The refresh token was replaced by a newer one.",
		Why:     "RefreshTokenRotation gives a new refresh token each time.",
	}
	RotationOn = &Refusal{
		ID: "refresh-by-rotation", Exception: "NotAuthorizedException", Evidence: diagnostic.Inferred, Setting: "client:/RefreshTokenRotation",
		Says:    "Refresh token rotation is enabled for this client",
		Message: "The client rotates refresh tokens: use GetTokensFromRefreshToken.",
		Why:     "REFRESH_TOKEN_AUTH is off where RefreshTokenRotation is on.",
	}
	NotARefreshToken = &Refusal{
		ID: "token-not-refresh", Exception: "UnsupportedTokenTypeException", Evidence: diagnostic.Inferred,
		Says:    "The token is not supported",
		Message: "Only a refresh token can be revoked.",
		Why:     "Access tokens end with the refresh token that they came of.",
	}
	RevocationOff = &Refusal{
		ID: "revocation-off", Exception: "UnsupportedOperationException", Evidence: diagnostic.Inferred, Setting: "client:/EnableTokenRevocation",
		Says:    "Token revocation is not supported for this client",
		Message: "The client has EnableTokenRevocation false.",
		Why:     "Tokens of such a client have no origin_jti to revoke.",
	}
	OtherAttribute = &Refusal{
		ID: "attribute-not-verifiable", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "Invalid attribute name. Only phone_number and email can be verified.",
		Message: "Only email and phone_number can be verified.",
		Why:     "A code needs an address to go to.",
	}
	NothingToVerify = &Refusal{
		ID: "attribute-not-there", Exception: "InvalidParameterException", Evidence: diagnostic.Inferred,
		Says:    "User does not have {name} to verify.",
		Message: "The user has no {name}.",
		Why:     "A code needs an address to go to.",
	}
	ResendState = &Refusal{
		ID: "invitation-not-to-be-resent", Exception: "UnsupportedUserStateException", Evidence: diagnostic.Inferred,
		Says:    "Resend not possible. {name} status is not FORCE_CHANGE_PASSWORD",
		Message: "The user is {status}: an invitation is sent again to one in FORCE_CHANGE_PASSWORD.",
		Why:     "Who has chosen a password needs no invitation.",
	}
	NoEmail = &Refusal{
		ID: "no-email-to-invite", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "No email provided but desired delivery medium was Email",
		Message: "DesiredDeliveryMediums has EMAIL, and the user has no email attribute.",
		Why:     "The invitation goes to the attribute.",
	}
	NoPhone = &Refusal{
		ID: "no-phone-to-invite", Exception: "InvalidParameterException", Evidence: diagnostic.Inferred,
		Says:    "No phone provided but desired delivery medium was SMS",
		Message: "DesiredDeliveryMediums has SMS, and the user has no phone_number attribute.",
		Why:     "The invitation goes to the attribute.",
	}
	FilterSyntax = &Refusal{
		ID: "filter-syntax", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "Error while parsing filter.",
		Message: "This is no filter. Expected a name, = or ^=, and a value in quotes: email ^= \"ann\".",
		Why:     "A filter asks for one attribute.",
	}
	FilterAttribute = &Refusal{
		ID: "filter-attribute", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "Input fails to satisfy the constraints.",
		Before:  []Wording{{"2024-01-01", "Invalid search attribute: {name}"}},
		Message: "Users cannot be found by {name}. Known are: {known}.",
		Why:     "The service keeps an index of some attributes, and of none of the pool's own.",
	}
	AttributesToGet = &Refusal{
		ID: "attributes-to-get", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "One or more requested attributes do not exist.",
		Message: "The pool has no attribute {name}.",
		Why:     "AttributesToGet names attributes of the pool.",
	}
	AttributesToGetSub = &Refusal{
		ID: "attributes-to-get", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "Input fails to satisfy the constraints.",
		Message: "sub cannot be asked for by name.",
		Why:     "The service refuses it.",
	}
	PaginationToken = &Refusal{
		ID: "pagination-token", Exception: "InvalidParameterException", Evidence: diagnostic.Inferred,
		Message: "This is no token of an answer of {operation}.",
		Why:     "The service's own words for this were never published.",
	}
	TriggerThrew = &Refusal{
		ID: "function-threw", Exception: "UserLambdaValidationException", Evidence: diagnostic.Observed, Setting: "/LambdaConfig/{name}",
		Says:    "{name} failed with error {message}.",
		Message: "The function {name} threw an error, which ends the call.",
		Why:     "What a function throws is told to the caller, with a full stop behind it.",
	}
	TriggerAnswer = &Refusal{
		ID: "function-answer", Exception: "InvalidLambdaResponseException", Evidence: diagnostic.Observed, Setting: "/LambdaConfig/{name}",
		Says:    "Unrecognizable lambda output",
		Message: "The function {name} answered something else than its event.",
		Why:     "A function gives back its event, with response filled in.",
	}
	VerifiedUnconfirmed = &Refusal{
		ID: "function-verifies-unconfirmed", Exception: "InvalidLambdaResponseException", Evidence: diagnostic.Observed, Setting: "/LambdaConfig/PreSignUp",
		Says:    "Phone or email cannot be auto verified, when user is not being auto confirmed.",
		Message: "PreSignUp sets {flag} and not autoConfirmUser.",
		Why:     "An address is verified together with the user, or by a code. The exception's type is not told in the report.",
		Links:   []string{"https://github.com/aws/aws-sdk-java/issues/1049"},
	}
	NothingToAutoVerify = &Refusal{
		ID: "function-verifies-nothing", Exception: "InvalidLambdaResponseException", Evidence: diagnostic.Documented, Setting: "/LambdaConfig/PreSignUp",
		Message: "PreSignUp sets {flag}, and the user has no {name}.",
		Why:     "What is verified has to be there, or the sign-up ends with an error. The service's own words for this were never published.",
		Links:   []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-sign-up.html"},
	}
	NoSuchFactor = &Refusal{
		ID: "challenge-not-available", Exception: "InvalidParameterException", Evidence: diagnostic.Inferred,
		Message: "{name} is no factor of this user's. There are: {known}.",
		Why:     "A user chooses among the factors that the answer names. The service's own words for this were never published.",
	}
	NoSuchPreferred = &Refusal{
		ID: "challenge-not-available", Exception: "InvalidParameterException", Evidence: diagnostic.Inferred, Setting: "/Policies/SignInPolicy/AllowedFirstAuthFactors",
		Says:    "Selected challenge is not available",
		Message: "{name} is not a way for this user to sign in. There are: {known}.",
		Why:     "A user chooses among the challenges that the answer names. Programs look for these words; of which type the exception is was not seen.",
	}
	WrongAnswer = &Refusal{
		ID: "challenge-answer-wrong", Exception: "NotAuthorizedException", Evidence: diagnostic.Documented, Setting: "/LambdaConfig/DefineAuthChallenge",
		Says:    "Incorrect username or password.",
		Message: "DefineAuthChallenge fails the sign-in.",
		Why:     "The function decides after each answer.",
	}
	StrangerAnswers = &Refusal{
		ID: "challenge-answer-wrong", Exception: "NotAuthorizedException", Evidence: diagnostic.Inferred, Setting: "client:/PreventUserExistenceErrors",
		Says:    "Incorrect username or password.",
		Message: "There is no such user here; the answer hides it.",
		Why:     "The client has PreventUserExistenceErrors ENABLED, so the functions were called with userNotFound true. Nobody gets tokens who is not there.",
		Links:   []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html", "https://github.com/aws-amplify/aws-sdk-android/issues/1735"},
	}
	ChallengeUnknown = &Refusal{
		ID: "challenge-not-open", Exception: "InvalidParameterException", Evidence: diagnostic.Inferred,
		Message: "{name} is not what the session waits for: it is {wanted}.",
		Why:     "Each session waits for one challenge.",
	}
	MixedFlows = &Refusal{
		ID: "flows-mixed", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.",
		Message: "ExplicitAuthFlows has names with and without ALLOW_: take one kind.",
		Why:     "The newer names replace all of the older.",
		Links:   []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-explicit-auth-flows-legacy-mix/meta.yaml"},
	}
	OAuthBare = &Refusal{
		ID: "client-oauth-without-flows", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "client:/AllowedOAuthFlowsUserPoolClient",
		Says:    "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.",
		Message: "{name} is missing: give AllowedOAuthFlows and AllowedOAuthScopes, or leave AllowedOAuthFlowsUserPoolClient out.",
		Why:     "AllowedOAuthFlowsUserPoolClient lets the client use OAuth, and OAuth has no default flows or scopes.",
	}
	OAuthMixed = &Refusal{
		ID: "client-credentials-alone", Exception: "InvalidOAuthFlowException", Evidence: diagnostic.Observed, Setting: "client:/AllowedOAuthFlows",
		Says:    "client_credentials flow can not be selected along with code flow or implicit flow.",
		Message: "client_credentials and {other} do not go together: make two clients.",
		Why:     "client_credentials is for machines, and the other flows are for users.",
	}
	OAuthNoSecret = &Refusal{
		ID: "client-credentials-need-secret", Exception: "InvalidOAuthFlowException", Evidence: diagnostic.Observed, Setting: "client:/GenerateSecret",
		Says:    "client_credentials flow can not be selected if client does not have a client secret.",
		Message: "client_credentials needs a client with a secret: one that was made with GenerateSecret.",
		Why:     "A machine proves who it is by the secret of its client.",
	}
	OAuthUserScope = &Refusal{
		ID: "client-credentials-scope", Exception: "InvalidOAuthFlowException", Evidence: diagnostic.Observed, Setting: "client:/AllowedOAuthScopes",
		Says:    "{scope} is not supported with client_credentials flow",
		Message: "{scope} is about a user, and client_credentials has none: leave only scopes of resource servers.",
		Why:     "Of the scopes, client_credentials can have those of resource servers only.",
		Links:   []string{"https://github.com/hashicorp/terraform-provider-aws/issues/4984"},
	}
	OAuthNoCallback = &Refusal{
		ID: "client-callbacks-missing", Exception: "InvalidOAuthFlowException", Evidence: diagnostic.Observed, Setting: "client:/CallbackURLs",
		Says:    "CallbackUrls can not be empty when code flow or implicit flow is selected",
		Message: "The flow {flow} needs CallbackURLs: where users are sent after they signed in.",
		Why:     "The flows code and implicit end with the user's return to the app.",
		Links:   []string{"https://github.com/cisagov/crossfeed/pull/440"},
	}
	OAuthDefault = &Refusal{
		ID: "client-default-callback", Exception: "InvalidParameterException", Evidence: diagnostic.Documented, Setting: "client:/DefaultRedirectURI",
		Says:    "The default redirect URI {url} is not in the callback URIs list.",
		Message: "DefaultRedirectURI has to be one of CallbackURLs.",
		Why:     "The default is taken from the callbacks. The words are the service's; the exception that they come with was not published.",
		Links:   []string{"https://github.com/badmintoncryer/cdk-preflight"},
	}
	PlainHTTP = &Refusal{
		ID: "client-callback-http", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "{url} cannot use the HTTP protocol.",
		Message: "{url} has to begin with https: only localhost may do without.",
		Why:     "What users bring back from signing in must not be read on the way.",
	}
	URLFragment = &Refusal{
		ID: "client-callback-fragment", Exception: "InvalidParameterException", Evidence: diagnostic.Documented, Setting: "client:/CallbackURLs",
		Says:    "{url} cannot use fragment",
		Message: "{url} must not have a #.",
		Why:     "The service puts what it answers behind the # itself. The words are the service's; the exception that they come with was not published.",
		Links:   []string{"https://github.com/badmintoncryer/cdk-preflight"},
	}
	URLNoScheme = &Refusal{
		ID: "client-callback-scheme", Exception: "InvalidParameterException", Evidence: diagnostic.Documented, Setting: "client:/CallbackURLs",
		Says:    "{url} must contain a scheme",
		Message: "{url} needs its scheme: https://, or that of an app.",
		Why:     "The reference wants an absolute URI. The words are from a report, which does not tell the exception.",
		Links:   []string{"https://github.com/aws/aws-sdk-java/issues/1505"},
	}
	ScopeUnknown = &Refusal{
		ID: "client-scope-unknown", Exception: "ScopeDoesNotExistException", Evidence: diagnostic.Observed, Setting: "client:/AllowedOAuthScopes",
		Says:    "Invalid scope requested: {scope}",
		Message: "There is no scope {scope}: take openid, email, phone, profile, aws.cognito.signin.user.admin, or one of a resource server, such as https://api.example.com/read.",
		Why:     "A scope is one of the service's or belongs to a resource server of the pool, whose identifier and a / it begins with.",
		Links:   []string{"https://github.com/awsdocs/aws-cloudformation-user-guide/issues/564"},
	}
	ProviderUnknown = &Refusal{
		ID: "client-provider-unknown", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "client:/SupportedIdentityProviders",
		Says:    "The provider {provider} does not exist for User Pool {pool}.",
		Message: "The pool has no identity provider {provider}: make it with CreateIdentityProvider before the client. A template has to say that the client depends on it.",
		Why:     "SupportedIdentityProviders names COGNITO and providers of the pool.",
		Links:   []string{"https://github.com/lgallard/terraform-aws-cognito-user-pool/issues/71"},
	}
	SecretTwice = &Refusal{
		ID: "secret-given-and-generated", Exception: "InvalidParameterException", Evidence: diagnostic.Inferred,
		Message: "GenerateSecret and ClientSecret do not go together.",
		Why:     "A secret is given or made.",
	}
	ValidityOutOfRange = &Refusal{
		ID: "validity-out-of-range", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "client:/TokenValidityUnits",
		Says:    "Invalid range for token validity.",
		Message: "{name} is {value}, and has to be between {least} and {most}.",
		Why:     "Units and numbers together give the time. Access and ID tokens live 5 minutes to a day, refresh tokens an hour to 10 years.",
	}
	RefreshBelowAccess = &Refusal{
		ID: "validity-out-of-range", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "Access and Id Token expiration times must be less than or equal to refresh token expiration times.",
		Message: "RefreshTokenValidity is shorter than {name}.",
		Why:     "A refresh token outlives the tokens that it renews.",
		Links:   []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-token-expiration-order/meta.yaml"},
	}
	AttributeNotThere = &Refusal{
		ID: "client-attribute-unknown", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "Invalid {kind} attributes specified while {doing} a client",
		Message: "The pool has no attribute {name}.",
		Why:     "ReadAttributes and WriteAttributes name attributes of the pool.",
		Links:   []string{"https://github.com/jmaleonard/serverless-cognito-add-custom-attributes/issues/4"},
	}
	RequiredNotWritable = &Refusal{
		ID: "client-lacks-required-attribute", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "/Schema",
		Says:    "Invalid write attributes specified while {doing} a client",
		Message: "WriteAttributes lacks {name}, which the pool requires.",
		Why:     "Nobody could sign up by such a client.",
	}
	NeverWritable = &Refusal{
		ID: "client-attribute-never-writable", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "Invalid write attributes specified while {doing} a client",
		Message: "No client may write {name}: leave it out of WriteAttributes.",
		Why:     "Whether an address is verified, only the service and an administrator say.",
		Links:   []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-write-attributes-immutable/meta.yaml"},
	}
	SubNotWritable = &Refusal{
		ID: "client-attribute-never-writable", Exception: "InvalidParameterException", Evidence: diagnostic.Inferred,
		Says:    "Invalid write attributes specified while {doing} a client",
		Message: "No client may write {name}: leave it out of WriteAttributes.",
		Why:     "The service alone sets it.",
		Links:   []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-write-attributes-immutable/rule.rego"},
	}
	ContextNoSecret = &Refusal{
		ID: "client-context-needs-secret", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "client:/EnablePropagateAdditionalUserContextData",
		Says:    "Client Secret is required to set EnablePropagateAdditionalUserContextData as true",
		Message: "EnablePropagateAdditionalUserContextData needs a client with a secret: one that was made with GenerateSecret.",
		Why:     "A server tells where its users are, and proves by the secret that it is the server.",
		Links:   []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-propagate-context-requires-secret/meta.yaml"},
	}
	AnalyticsForm = &Refusal{
		ID: "client-analytics-form", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "client:/AnalyticsConfiguration",
		Says:    "Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid",
		Message: "AnalyticsConfiguration has {given}: give ApplicationArn alone, or ApplicationId, RoleArn and ExternalId together.",
		Why:     "By the ARN, the service makes a role of its own; by the id, it is given one.",
		Links:   []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-analytics-config-exclusive/meta.yaml", "https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-analytics-application-requires-role/meta.yaml"},
	}
	AnalyticsRegion = &Refusal{
		ID: "client-analytics-region", Exception: "InvalidParameterException", Evidence: diagnostic.Observed, Setting: "client:/AnalyticsConfiguration/ApplicationArn",
		Says:    "The integration with Pinpoint is not supported for the requested {region} region.",
		Message: "The project is in {region}, and the pool in {own}: it has to be in the pool's Region, or in us-east-1 where there is no Amazon Pinpoint.",
		Why:     "Events go to the pool's Region, or to us-east-1.",
		Links:   []string{"https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-analytics-arn-region/meta.yaml"},
	}
	BadSRP = &Refusal{
		ID: "srp-a-invalid", Exception: "InvalidParameterException", Evidence: diagnostic.Inferred,
		Message: "SRP_A is no number of base 16, or 0 modulo the prime.",
		Why:     "The service's own words for this were never published.",
	}
	DeviceUnknown = &Refusal{
		ID: "device-unknown", Exception: "ResourceNotFoundException", Evidence: diagnostic.Observed,
		Says:    "Device does not exist.",
		Message: "The user has no device {key}.",
		Why:     "NewDeviceMetadata of a sign-in names the device.",
		Links:   []string{"https://github.com/aws/aws-sdk-net/issues/1055"},
	}
	DeviceInvalid = &Refusal{
		ID: "device-unknown", Exception: "InvalidParameterException", Evidence: diagnostic.Observed,
		Says:    "Invalid device key given.",
		Message: "The user has no device {key} to confirm.",
		Why:     "NewDeviceMetadata of the sign-in that gave the access token names the device.",
		Links:   []string{"https://github.com/boto/boto3/issues/4059", "https://github.com/aws-amplify/amplify-js/issues/8469"},
	}
	DeviceAgain = &Refusal{
		ID: "device-known", Exception: "DeviceKeyExistsException", Evidence: diagnostic.Inferred,
		Message: "The device is confirmed already.",
		Why:     "A device is confirmed once.",
	}
)

// All are the refusals, in no order that matters.
var All = []*Refusal{
	ClientMissing, GroupMissing, GroupExists, SecretMissing, SecretWrong, SignUpClosed,
	UserExists, UserExistsAdmin, AddressTaken, AddressTakenAdmin, AliasTaken, AliasTakenConfirm,
	NotAnEmail, NotAPhone, Neither, LikeEmail, LikePhone, EmailFormat,
	PhoneFormat, Required, UnknownAttribute, UnknownCustom, UnknownInUpdate, UsernameInUpdate,
	PreferredTooEarly, NotWritable, Immutable, SubGiven, NoValue, RequiredDeleted,
	NoSuchFactor, LengthAtSignUp, LengthInUpdate, OutOfBounds, BadPassword, UsedPassword, WrongCode, OldCode, NotConfirmable,
	ResendConfirmed, ResendOff, UnknownForCode, UnknownToConfirm, UnknownToSignIn, UnknownUser,
	TooManyTries, TooManyMails, NoMedium, WrongState, AdminOnly, NoTexting,
	WrongPassword, UnknownHidden, CodeHidden, OldCodeHidden, NoMediumHidden, NoPassword, Disabled, DisabledHidden, Unconfirmed, ResetRequired,
	LockedOut, TemporaryExpired, AdminFlowOff, FlowOff, SrpOff, CustomOff,
	RefreshOff, NoCustomFunction, WrongOperation, MissingParameter, MissingInferred, SessionExpired,
	SessionUsed, SessionOfOther, SessionGarbled, WrongOTP, WrongTOTP, UsedTOTP,
	WrongTOTPAtSetUp, NoApp, NoDelivery, NoPhoneToText, MissingAttribute, AlreadyProvided, AccessInvalid,
	AccessExpired, AccessRevoked, AccessUnsigned, AccessScope, AccessUser, RefreshInvalid,
	RefreshExpired, RefreshRevoked, RefreshReused, RotationOn, NotARefreshToken, RevocationOff,
	OtherAttribute, NothingToVerify, ResendState, NoEmail, NoPhone, FilterSyntax,
	FilterAttribute, AttributesToGet, AttributesToGetSub, PaginationToken, TriggerThrew, TriggerAnswer,
	VerifiedUnconfirmed, NothingToAutoVerify, NoSuchPreferred, WrongAnswer, StrangerAnswers, ChallengeUnknown, MixedFlows, SecretTwice,
	OAuthBare, OAuthMixed, OAuthNoSecret, OAuthUserScope, OAuthNoCallback, OAuthDefault, PlainHTTP, URLNoScheme, URLFragment, ScopeUnknown, ProviderUnknown,
	ValidityOutOfRange, RefreshBelowAccess, AttributeNotThere, RequiredNotWritable, NeverWritable, SubNotWritable,
	ContextNoSecret, AnalyticsForm, AnalyticsRegion, BadSRP, DeviceUnknown,
	DeviceInvalid, DeviceAgain,
}

// What the service says of a password, in the order in which it asks. It names the first.
const (
	TooShort    = "Password not long enough"
	NoUppercase = "Password must have uppercase characters"
	NoLowercase = "Password must have lowercase characters"
	NoNumber    = "Password must have numeric characters"
	NoSymbol    = "Password must have symbol characters"
)
