package rule

// Advice lists what is worth saying about a request that the service takes. A minimal
// request is met with silence: what is left out is spoken of only beside members for
// signing in, sending or MFA.
var Advice = []*Rule{
	&immutableChoices,
	&usernameCaseSensitivity,
	&signInAttributeNotVerified,
	&schemaNearlyStandard,
	&schemaWithoutName,
	&schemaNamePrefixed,
	&schemaConstraintsIgnored,
	&schemaDeveloperOnly,
	&recoveryOutOfReach,
	&passwordPolicyInPart,
	&mfaSecondFactors,
	&smsSandbox,
	&smsWithoutSender,
	&verificationBothCodeAndLink,
	&verificationMessageConflict,
	&verificationLegacyMessages,
	&inviteWithoutPassword,
	&emailDailyLimit,
	&unusedAccountValidityDays,
	&arnOtherKind,
	&arnOtherPartition,
	&keyWithoutARN,
	&keyCustomerManagedTier,
	&keyCustomerManagedRegion,
	&notCheckedHere,
}
