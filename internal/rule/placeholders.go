package rule

import (
	"userpoolplayground/internal/source"
)

// ARNs for a person to replace, of the caller's partition, Region and account, as JSON.

func (c *Case) smsRole() string {
	return source.Quote("arn:" + c.Account.Partition() + ":iam::" + c.Account.ID + ":role/sms-role")
}

func (c *Case) kmsKey() string {
	return source.Quote("arn:" + c.Account.Partition() + ":kms:" + c.Account.Region + ":" + c.Account.ID + ":key/00000000-0000-0000-0000-000000000000")
}

func (c *Case) sesIdentity() string {
	return source.Quote("arn:" + c.Account.Partition() + ":ses:" + c.Account.Region + ":" + c.Account.ID + ":identity/support@example.com")
}

// addSMSConfiguration returns the edit that adds an SMS role to fill in.
func (c *Case) addSMSConfiguration() []source.Edit {
	return c.Set(c.Root(), "SmsConfiguration", `{ "SnsCallerArn": `+c.smsRole()+`, "ExternalId": "external-id" }`)
}
