package rule

// OfPresence lists the rules that are asked before all others: what a call says of a pool can be
// judged only where it is.
var OfPresence = []*Rule{
	&poolExists,
	&resourceExists,
}

// OfPools lists the rules of operations on a pool that is there, in the order in which they are
// asked. Which of several the service asks first is known only of SetUserPoolMfaConfig, whose
// block for text messages comes first, and of a factor beside OFF, which comes before its sender.
var OfPools = []*Rule{
	&setmfaSMSBlockInvalid,
	&setmfaOffWithFactor,
	&setmfaEmailNeedsDeveloper,
	&setmfaEmailTier,
	&setmfaEmailRecovery,
	&setmfaNoFactor,
	&setmfaOnWithOTPFactor,
	&setmfaOnWithWebAuthn,
	&setmfaRelyingParty,
	&setmfaPhoneVerified,
	&setmfaSMSRoleTrust,
	&setmfaSMSRolePolicy,
	&updateMfaOnNeedsFactor,
	&updateMfaOptionalWithoutFactor,
	&updateKeptVerification,
	&updateWebAuthnWhileMfaOn,
	&updateTierManagedLogin,
	&addAttributeExists,
	&addAttributeOver50,
	&deleteProtected,
	&deleteWithDomain,
	&tagResourceLimits,
	&domainCharacters,
	&domainReservedWord,
	&domainReservedPart,
	&domainManagedLoginTier,
	&domainConfigured,
	&domainTaken,
	&domainParent,
	&domainParentNotKnown,
	&domainCertificateRegion,
	&domainNotThere,
}
