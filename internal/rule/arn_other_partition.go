package rule

import (
	"userpoolplayground/internal/account"
	"userpoolplayground/internal/arn"
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/request"
)

// Partitions share no accounts, so that what is in another can neither be read nor called.
var arnOtherPartition = Rule{
	ID:        "arn-other-partition",
	Severity:  diagnostic.Warning,
	Fields:    arnFields,
	OfTheCall: true,
	Message:   "This ARN is of the partition {other}, and the pool in {region} is in {partition}.",
	InGeneral: "An ARN has to be of the partition that the pool's Region is in.",
	Why:       "China's Regions, those of GovCloud and all others are partitions, which share no accounts and reach nothing in one another. Whether the service refuses the ARN at once, and in which words, is not known.",
	Evidence:  diagnostic.Inferred,
	Links:     []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"},
	Around:    account.Account{Region: "us-gov-west-1"},
	Bad:       `{"PoolName": "pool", "LambdaConfig": {"PreSignUp": "arn:aws:lambda:us-gov-west-1:123456789012:function:check"}}`,
	Good:      `{"PoolName": "pool", "LambdaConfig": {"PreSignUp": "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:check"}}`,
	Check: func(c *Case) {
		partition := c.Account.Partition()
		for _, v := range c.arns() {
			name, _ := arn.Parse(v.Text())
			abroad := name.Region != "" && arn.Partition(name.Region) != partition
			if name.Partition == partition || abroad && c.saysRegion(v, name) {
				continue
			}
			b := c.Break(v, "other", name.Partition, "region", c.Account.Region, "partition", partition)
			if abroad {
				b.Fix("Change its Region to "+c.Account.Region, c.readdress(v, arnRegion, c.Account.Region))
			} else {
				b.Fix("Change its partition to "+partition, c.readdress(v, arnPartition, partition))
			}
		}
	},
}

// saysRegion reports whether a rule about Regions speaks of an ARN of another one: its fix changes
// the partition, too.
func (c *Case) saysRegion(v *request.Value, name arn.ARN) bool {
	return name.Service == "lambda" || name.Service == "ses" && sesRegions[c.Account.Region] != nil || v.Member.Name == "KmsKeyArn"
}
