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
		AccountRecoverySetting: &types.AccountRecoverySettingType{
			RecoveryMechanisms: []types.RecoveryOptionType{
				{
					Name:     types.RecoveryOptionNameTypeVerifiedEmail,
					Priority: aws.Int32(1),
				},
			},
		},
		AdminCreateUserConfig: &types.AdminCreateUserConfigType{
			AllowAdminCreateUserOnly: false,
			InviteMessageTemplate: &types.MessageTemplateType{
				EmailMessage: aws.String("Your username is {username} and temporary password is {####}."),
				EmailSubject: aws.String("Your sign-in information"),
				SMSMessage:   aws.String("Your username is {username} and temporary password is {####}."),
			},
		},
		AliasAttributes:        []types.AliasAttributeType{types.AliasAttributeTypeEmail},
		AutoVerifiedAttributes: []types.VerifiedAttributeType{types.VerifiedAttributeTypeEmail},
		DeviceConfiguration: &types.DeviceConfigurationType{
			ChallengeRequiredOnNewDevice:     true,
			DeviceOnlyRememberedOnUserPrompt: true,
		},
		DeletionProtection: types.DeletionProtectionTypeActive,
		EmailConfiguration: &types.EmailConfigurationType{
			ConfigurationSet:    aws.String("my-test-ses-configuration-set"),
			EmailSendingAccount: types.EmailSendingAccountTypeDeveloper,
			From:                aws.String("support@example.com"),
			ReplyToEmailAddress: aws.String("support@example.com"),
			SourceArn:           aws.String("arn:aws:ses:us-east-1:123456789012:identity/support@example.com"),
		},
		EmailVerificationMessage: aws.String("Your verification code is {####}."),
		EmailVerificationSubject: aws.String("Verify your email address"),
		LambdaConfig: &types.LambdaConfigType{
			KMSKeyID: aws.String("arn:aws:kms:us-east-1:123456789012:key/a6c4f8e2-0c45-47db-925f-87854bc9e357"),
			CustomEmailSender: &types.CustomEmailLambdaVersionConfigType{
				LambdaArn:     aws.String("arn:aws:lambda:us-east-1:123456789012:function:MyFunction"),
				LambdaVersion: types.CustomEmailSenderLambdaVersionTypeV10,
			},
			CustomSMSSender: &types.CustomSMSLambdaVersionConfigType{
				LambdaArn:     aws.String("arn:aws:lambda:us-east-1:123456789012:function:MyFunction"),
				LambdaVersion: types.CustomSMSSenderLambdaVersionTypeV10,
			},
			CustomMessage:               aws.String("arn:aws:lambda:us-east-1:123456789012:function:MyFunction"),
			DefineAuthChallenge:         aws.String("arn:aws:lambda:us-east-1:123456789012:function:MyFunction"),
			PostAuthentication:          aws.String("arn:aws:lambda:us-east-1:123456789012:function:MyFunction"),
			PostConfirmation:            aws.String("arn:aws:lambda:us-east-1:123456789012:function:MyFunction"),
			PreAuthentication:           aws.String("arn:aws:lambda:us-east-1:123456789012:function:MyFunction"),
			PreSignUp:                   aws.String("arn:aws:lambda:us-east-1:123456789012:function:MyFunction"),
			PreTokenGeneration:          aws.String("arn:aws:lambda:us-east-1:123456789012:function:MyFunction"),
			UserMigration:               aws.String("arn:aws:lambda:us-east-1:123456789012:function:MyFunction"),
			VerifyAuthChallengeResponse: aws.String("arn:aws:lambda:us-east-1:123456789012:function:MyFunction"),
		},
		MfaConfiguration: types.UserPoolMfaTypeOptional,
		Policies: &types.UserPoolPolicyType{
			PasswordPolicy: &types.PasswordPolicyType{
				MinimumLength:                 aws.Int32(6),
				RequireLowercase:              true,
				RequireNumbers:                true,
				RequireSymbols:                true,
				RequireUppercase:              true,
				TemporaryPasswordValidityDays: 7,
			},
			SignInPolicy: &types.SignInPolicyType{
				AllowedFirstAuthFactors: []types.AuthFactorType{
					types.AuthFactorTypePassword,
					types.AuthFactorTypeEmailOtp,
					types.AuthFactorTypeWebAuthn,
				},
			},
		},
		PoolName: aws.String("my-test-user-pool"),
		Schema: []types.SchemaAttributeType{
			{
				AttributeDataType:      types.AttributeDataTypeNumber,
				DeveloperOnlyAttribute: aws.Bool(true),
				Mutable:                aws.Bool(true),
				Name:                   aws.String("mydev"),
				NumberAttributeConstraints: &types.NumberAttributeConstraintsType{
					MaxValue: aws.String("99"),
					MinValue: aws.String("1"),
				},
				Required: aws.Bool(false),
				StringAttributeConstraints: &types.StringAttributeConstraintsType{
					MaxLength: aws.String("99"),
					MinLength: aws.String("1"),
				},
			},
		},
		SmsAuthenticationMessage: aws.String("Your verification code is {####}."),
		SmsConfiguration: &types.SmsConfigurationType{
			ExternalId:   aws.String("my-role-external-id"),
			SnsCallerArn: aws.String("arn:aws:iam::123456789012:role/service-role/test-cognito-SMS-Role"),
		},
		SmsVerificationMessage: aws.String("Your verification code is {####}."),
		UserAttributeUpdateSettings: &types.UserAttributeUpdateSettingsType{
			AttributesRequireVerificationBeforeUpdate: []types.VerifiedAttributeType{types.VerifiedAttributeTypeEmail},
		},
		UsernameConfiguration: &types.UsernameConfigurationType{
			CaseSensitive: aws.Bool(true),
		},
		UserPoolAddOns: &types.UserPoolAddOnsType{
			AdvancedSecurityMode: types.AdvancedSecurityModeTypeOff,
		},
		UserPoolTags: map[string]string{
			"my-test-tag-key": "my-test-tag-key",
		},
		UserPoolTier: types.UserPoolTierTypeEssentials,
		VerificationMessageTemplate: &types.VerificationMessageTemplateType{
			DefaultEmailOption: types.DefaultEmailOptionTypeConfirmWithCode,
			EmailMessage:       aws.String("Your confirmation code is {####}"),
			EmailMessageByLink: aws.String("Choose this link to {##verify your email##}"),
			EmailSubject:       aws.String("Here is your confirmation code"),
			EmailSubjectByLink: aws.String("Here is your confirmation link"),
			SmsMessage:         aws.String("Your confirmation code is {####}"),
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(aws.ToString(created.UserPool.Id))
}
