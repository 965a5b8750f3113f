// Package account is what stands around a request and answers the call with it: the AWS
// account and Region, the role that sends messages, the identities that Amazon SES has
// verified. The real service looks these up; here they are told, or read from the ARNs
// that the request holds.
package account

import (
	"slices"
	"strings"

	"userpoolplayground/internal/arn"
	"userpoolplayground/internal/contract"
	"userpoolplayground/internal/request"
)

// Where a request says nothing of it, the Region and the account of AWS's own examples.
const (
	defaultRegion = "us-east-1"
	defaultID     = "123456789012"
)

// State of the role that SmsConfiguration names.
const (
	RoleOK        = "ok"
	RoleNoTrust   = "no-trust"
	RoleNoPublish = "no-publish"
)

// Account is the caller's AWS account in a Region.
type Account struct {
	Region string
	ID     string
	// SMSRole is one of the states above; "" counts as RoleOK.
	SMSRole string
	// SESIdentities are the verified addresses and domains, as they stand after
	// "identity/" in an ARN. They count only when SESKnown is set; else all is well there.
	SESIdentities []string
	SESKnown      bool
}

// Verified reports whether Amazon SES has verified an address or a domain, as it stands
// after "identity/" in an ARN. All are where SESKnown is not set. A verified domain does
// not count for its addresses here: the service was seen to refuse them.
func (a Account) Verified(identity string) bool {
	return !a.SESKnown || slices.ContainsFunc(a.SESIdentities, func(verified string) bool {
		return strings.EqualFold(verified, identity)
	})
}

// Complete returns the account with Region and ID read from the request where they are
// not told.
func (a Account) Complete(r *request.Request) Account {
	if a.Region != "" && a.ID != "" {
		return a
	}
	region, id, partition := told(r)
	a.Region = first(a.Region, region, firstRegions[partition], defaultRegion)
	a.ID = first(a.ID, id, defaultID)
	return a
}

// RegionIn returns the Region that a request tells of, "" where it tells of none.
func RegionIn(r *request.Request) string {
	region, _, _ := told(r)
	return region
}

// firstRegions stand for the partitions that the default Region is not in: a role's ARN has no
// Region, and its partition still tells where the pool cannot be.
var firstRegions = map[string]string{"aws-cn": "cn-north-1", "aws-us-gov": "us-gov-west-1"}

// told reads the Region, the ID and the partition that a request tells of.
func told(r *request.Request) (region, id, partition string) {
	fallback := ""
	eachText(r.Root, func(text string) {
		name, ok := arn.Parse(text)
		if !ok {
			return
		}
		partition = first(partition, name.Partition)
		// Triggers and keys must be in the pool's Region. Senders may be elsewhere: their
		// Region is only a guess.
		if name.Region != "" && region == "" && (name.Service == "lambda" || name.Service == "kms") {
			region = name.Region
		}
		if name.Region != "" && fallback == "" {
			fallback = name.Region
		}
		if id == "" && len(name.Account) == len(defaultID) {
			id = name.Account
		}
	})
	// What must or may only be the pool's own Region is the better guess than a sender's.
	sms := r.Get("SmsConfiguration")
	return first(region, sms.Get("EumsSms", "Region").Text(), sms.Get("SnsRegion").Text(), fallback), id, partition
}

func first(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}

func eachText(v *request.Value, visit func(string)) {
	if v.Shape.Kind == contract.String {
		visit(v.Text())
	}
	for _, c := range v.Children {
		eachText(c, visit)
	}
}

// Partition is that of the account's Region: aws, aws-cn or aws-us-gov.
func (a Account) Partition() string { return arn.Partition(a.Region) }

// SNSRegion is the one Region whose SNS a pool may use, or "" where that is not public:
// some Regions have an older alternate beside their own.
func (a Account) SNSRegion() string {
	switch a.Region {
	case "us-east-1":
		return "us-east-1"
	case "ap-northeast-2":
		return "ap-northeast-1"
	}
	return ""
}
