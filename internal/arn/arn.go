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

// Partition is that of a Region: aws, aws-cn or aws-us-gov.
func Partition(region string) string {
	switch {
	case strings.HasPrefix(region, "cn-"):
		return "aws-cn"
	case strings.HasPrefix(region, "us-gov-"):
		return "aws-us-gov"
	}
	return "aws"
}
