// Package arn takes Amazon Resource Names apart and knows the partitions of Regions.
package arn

import "strings"

// ARN is an Amazon Resource Name in parts.
type ARN struct{ Partition, Service, Region, Account, Resource string }

// Parse takes an ARN apart: arn:partition:service:region:account:resource.
func Parse(text string) (ARN, bool) {
	if !strings.HasPrefix(text, "arn:") {
		return ARN{}, false
	}
	parts := strings.SplitN(text, ":", 6)
	if len(parts) != 6 {
		return ARN{}, false
	}
	return ARN{parts[1], parts[2], parts[3], parts[4], parts[5]}, true
}

// partitions are those beside aws, by what the names of their Regions begin with.
var partitions = []struct{ begins, partition string }{
	{"cn-", "aws-cn"}, {"us-gov-", "aws-us-gov"}, {"eusc-", "aws-eusc"},
	{"us-iso-", "aws-iso"}, {"us-isob-", "aws-iso-b"}, {"eu-isoe-", "aws-iso-e"}, {"us-isof-", "aws-iso-f"},
}

// Partition is that of a Region: aws, aws-cn, aws-us-gov or one of the closed ones.
func Partition(region string) string {
	for _, p := range partitions {
		if strings.HasPrefix(region, p.begins) {
			return p.partition
		}
	}
	return "aws"
}
