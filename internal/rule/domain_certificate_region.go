package rule

import (
	"userpoolplayground/internal/arn"
	"userpoolplayground/internal/diagnostic"
)

// What CloudFront says goes on behind the words with the number of its own request, which is
// nobody's to know.
var domainCertificateRegion = Rule{
	ID:        "domain-certificate-region",
	Fields:    []string{"/CustomDomainConfig/CertificateArn"},
	Calls:     []string{CreateUserPoolDomain},
	Says:      "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain. (Service: CloudFront, Status Code: 400, Request ID: 00000000-0000-0000-0000-000000000000)",
	Message:   "The certificate is in {region}: it has to be in us-east-1, wherever the pool is.",
	InGeneral: "The certificate of a domain of your own has to be in us-east-1, wherever the pool is.",
	Why:       "Amazon CloudFront serves the domain, and takes certificates of us-east-1 only.",
	Evidence:  diagnostic.Observed,
	Links:     []string{"https://github.com/aws-amplify/amplify-hosting/issues/2278", "https://github.com/badmintoncryer/cdk-preflight/blob/HEAD/rules/cognito/pf-cognito-custom-domain-cert-region/meta.yaml"},
	Since:     "2018-08-24",
	Standing:  `{"UserPool": {"Id": "us-east-1_Example01", "Name": "shop"}}`,
	Bad:       `{"UserPoolId": "us-east-1_Example01", "Domain": "auth.example.com", "CustomDomainConfig": {"CertificateArn": "arn:aws:acm:eu-west-1:123456789012:certificate/1"}}`,
	Good:      `{"UserPoolId": "us-east-1_Example01", "Domain": "auth.example.com", "CustomDomainConfig": {"CertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1"}}`,
	Check: func(c *Case) {
		certificate := c.Get("CustomDomainConfig", "CertificateArn")
		if a, ok := arn.Parse(certificate.Text()); ok && a.Service == "acm" && a.Partition == "aws" && a.Region != "" && a.Region != "us-east-1" {
			c.Break(certificate, "region", a.Region)
		}
	},
}
