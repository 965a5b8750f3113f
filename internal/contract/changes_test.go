package contract

import (
	"slices"
	"testing"
)

// What a day brought, in pointers and words.
func TestChanges(t *testing.T) {
	byDay := map[string]Change{}
	for _, c := range Changes() {
		byDay[c.Day] = c
		if len(c.Added)+len(c.Changed) == 0 {
			t.Errorf("nothing is said of %s", c.Day)
		}
	}
	for day, want := range map[string]string{
		"2016-10-06": "/AdminCreateUserConfig",
		"2018-05-17": "/UserPool/Arn",
		"2019-05-03": "/Policies/PasswordPolicy/TemporaryPasswordValidityDays",
		"2026-11-13": "/DcrConfiguration",
	} {
		if got := byDay[day].Added; !slices.Equal(got, []string{want}) {
			t.Errorf("%s added %v", day, got)
		}
	}
	for day, want := range map[string]string{
		"2017-06-01": "/EmailVerificationMessage and 1 more: at most 20000, before 2048",
		"2019-03-21": "/UserPoolTags names: at most 128",
		"2023-09-27": "/UserPool/Status: deprecated",
		"2023-03-12": `/AccountRecoverySetting: left out, it becomes {"RecoveryMechanisms":[{"Priority":1,"Name":"verified_email"},{"Priority":2,"Name":"verified_phone_number"}]}`,
		"2024-06-29": `/UserPool/SchemaAttributes: birthdate has the bounds {"MinLength":"4","MaxLength":"10"}, before {"MinLength":"10","MaxLength":"10"}`,
		"2024-11-22": "/AdminCreateUserConfig/InviteMessageTemplate: the service's messages call it by another name",
		"2026-07-08": `/KeyConfiguration: left out, it becomes {"KeyType":"AWS_OWNED_KEY"} (first seen on this day; the older form was last seen on 2026-06-24)`,
		"2026-09-24": "/UserPool/SchemaAttributes: DescribeUserPool lists the attributes in yet another order, with the pool's own between zoneinfo and locale (first seen on this day; the older form was last seen on 2026-07-08)",
		"2025-03-03": "/LambdaConfig/PreTokenGenerationConfig/LambdaVersion: may also be V3_0",
		"2026-07-17": "/SmsConfiguration: SnsCallerArn is not required any more",
	} {
		if !slices.Contains(byDay[day].Changed, want) {
			t.Errorf("%s changed %q, want %q", day, byDay[day].Changed, want)
		}
	}
}

// The printed references are of days on which the API was as it says: each names a day of
// its own, and those of the change logs are revisions.
func TestReferences(t *testing.T) {
	for _, r := range References[:2] {
		if !slices.Contains(Revisions(), r.Day) {
			t.Errorf("%s: nothing changed on %s", r.Title, r.Day)
		}
	}
}
