package main

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	"github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider/types"
)

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion("us-east-1"))
	if err != nil {
		log.Fatal(err)
	}
	client := cognitoidentityprovider.NewFromConfig(cfg)
	created, err := client.CreateUserPool(ctx, &cognitoidentityprovider.CreateUserPoolInput{
		PoolName:                 aws.String("-hostile, 'pool'"),
		EmailVerificationSubject: aws.String("\"It's\" `$(date)` $HOME ${a} %{b} \\ <&> ☃"),
		EmailVerificationMessage: aws.String("Dear ${name},\n\n  it's \"{####}\" – 100%{sure} $${x} %%{y}: C:\\new\\table\n#{z} {{w}} <%= v %> 😀\n\nBye"),
		SmsVerificationMessage:   aws.String("file://{####}"),
		SmsAuthenticationMessage: aws.String("\u0000\u0001\u001b[31m\u007f\u0085\u00a0\u2028\u2029\ufeff� {####}\r\n\t'@\nJSON\nEOF\n"),
		UserPoolTags: map[string]string{
			"__proto__": "constructor",
			"yes":       "no",
			"for":       "~",
			"a b":       "1e3",
			"C:/x":      "- item: #",
			"ünï":       "é",
			"@":         "",
			"null":      "012",
		},
		AdminCreateUserConfig: &types.AdminCreateUserConfigType{
			InviteMessageTemplate: &types.MessageTemplateType{
				EmailMessage: aws.String("{username}\n{####}\n"),
				EmailSubject: aws.String("‘curly’ “quotes” and a trailing backslash \\"),
				SMSMessage:   aws.String("{username} {####}\n${Token[x]} {{resolve:ssm:a}} $"),
			},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(aws.ToString(created.UserPool.Id))
}
