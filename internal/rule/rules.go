package rule

// All lists the rules in the order in which the service is believed to ask. The first one
// that a request breaks is the one that it answers with. The order inside this stage is
// not public but for two observations; this one goes from what makes a pool to what a
// plan allows.
var All = []*Rule{
	&aliasAndUsernameAttributes,
	&schemaStandardDatatype,
	&schemaCustomNoDatatype,
	&schemaCustomRequired,
	&schemaDuplicateCustom,
	&temporaryPasswordAndUnusedAccountDays,
	&recoveryAdminOnlyAlone,
	&mfaNeedsSMS,
	&smsConfigForPhoneAutoVerify,
	&signinPolicyNeedsPassword,
	&tierPasswordless,
	&tierThreatProtection,
}
