package rule

// OfPools lists the rules of operations on a pool that is there, in the order in which they are
// asked. Which of several the service asks first is known only of SetUserPoolMfaConfig, whose
// block for text messages comes first, and of a factor beside OFF, which comes before its sender.
var OfPools = []*Rule{
	&poolExists,
	&resourceExists,
	&setmfaSMSBlockInvalid,
	&setmfaOffWithFactor,
	&setmfaEmailNeedsDeveloper,
	&setmfaNoFactor,
	&setmfaOnWithOTPFactor,
	&setmfaOnWithWebAuthn,
	&setmfaRelyingParty,
	&setmfaPhoneVerified,
	&updateMfaOnNeedsFactor,
	&updateMfaOptionalWithoutFactor,
	&updateKeptVerification,
	&updateWebAuthnWhileMfaOn,
	&addAttributeExists,
	&addAttributeOver50,
	&deleteProtected,
	&deleteWithDomain,
	&tagResourceLimits,
	&domainTaken,
	&domainNotThere,
}
