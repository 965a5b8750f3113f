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
		PoolName:               aws.String("email-sign-in"),
		UsernameAttributes:     []types.UsernameAttributeType{types.UsernameAttributeTypeEmail},
		AutoVerifiedAttributes: []types.VerifiedAttributeType{types.VerifiedAttributeTypeEmail},
		UsernameConfiguration: &types.UsernameConfigurationType{
			CaseSensitive: aws.Bool(false),
		},
		Policies: &types.UserPoolPolicyType{
			PasswordPolicy: &types.PasswordPolicyType{
				MinimumLength:                 aws.Int32(12),
				RequireUppercase:              true,
				RequireLowercase:              true,
				RequireNumbers:                true,
				RequireSymbols:                false,
				TemporaryPasswordValidityDays: 3,
			},
		},
		VerificationMessageTemplate: &types.VerificationMessageTemplateType{
			DefaultEmailOption: types.DefaultEmailOptionTypeConfirmWithCode,
			EmailSubject:       aws.String("Your code for Example"),
			EmailMessage:       aws.String("Welcome to Example. Your code is {####}."),
		},
		AccountRecoverySetting: &types.AccountRecoverySettingType{
			RecoveryMechanisms: []types.RecoveryOptionType{
				{
					Priority: aws.Int32(1),
					Name:     types.RecoveryOptionNameTypeVerifiedEmail,
				},
			},
		},
		DeletionProtection: types.DeletionProtectionTypeActive,
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(aws.ToString(created.UserPool.Id))
}
