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
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion("eu-central-1"))
	if err != nil {
		log.Fatal(err)
	}
	client := cognitoidentityprovider.NewFromConfig(cfg)
	created, err := client.CreateUserPool(ctx, &cognitoidentityprovider.CreateUserPoolInput{
		PoolName:               aws.String("everything-new"),
		UserPoolTier:           types.UserPoolTierTypePlus,
		MfaConfiguration:       types.UserPoolMfaTypeOptional,
		AutoVerifiedAttributes: []types.VerifiedAttributeType{types.VerifiedAttributeTypeEmail},
		Policies: &types.UserPoolPolicyType{
			PasswordPolicy: &types.PasswordPolicyType{
				MinimumLength:                 aws.Int32(10),
				RequireUppercase:              false,
				RequireNumbers:                true,
				PasswordHistorySize:           aws.Int32(5),
				TemporaryPasswordValidityDays: 3,
			},
			SignInPolicy: &types.SignInPolicyType{
				AllowedFirstAuthFactors: []types.AuthFactorType{types.AuthFactorTypePassword, types.AuthFactorTypeEmailOtp},
			},
		},
		LambdaConfig: &types.LambdaConfigType{
			PreTokenGenerationConfig: &types.PreTokenGenerationVersionConfigType{
				LambdaVersion: types.PreTokenGenerationLambdaVersionTypeV30,
				LambdaArn:     aws.String("arn:aws:lambda:eu-central-1:111122223333:function:claims"),
			},
			CustomSMSSender: &types.CustomSMSLambdaVersionConfigType{
				LambdaVersion: types.CustomSMSSenderLambdaVersionTypeV10,
				LambdaArn:     aws.String("arn:aws:lambda:eu-central-1:111122223333:function:sms"),
			},
			KMSKeyID: aws.String("arn:aws:kms:eu-central-1:111122223333:key/a6c4f8e2-0c45-47db-925f-87854bc9e357"),
			InboundFederation: &types.InboundFederationLambdaType{
				LambdaVersion: types.InboundFederationLambdaVersionTypeV10,
				LambdaArn:     aws.String("arn:aws:lambda:eu-central-1:111122223333:function:federation"),
			},
		},
		SmsConfiguration: &types.SmsConfigurationType{
			EumsSms: &types.EumsSmsConfigurationType{
				CallerArn:           aws.String("arn:aws:iam::111122223333:role/sms"),
				ExternalId:          aws.String("example"),
				OriginationIdentity: aws.String("EXAMPLE"),
				Region:              aws.String("eu-central-1"),
			},
		},
		AdminCreateUserConfig: &types.AdminCreateUserConfigType{
			AllowAdminCreateUserOnly: false,
			InviteMessageTemplate: &types.MessageTemplateType{
				SMSMessage:   aws.String("{username}: {####}"),
				EmailMessage: aws.String("<p>{username}</p>\n<p>{####}</p>"),
				EmailSubject: aws.String("Welcome"),
			},
		},
		Schema: []types.SchemaAttributeType{
			{
				Name:              aws.String("email"),
				AttributeDataType: types.AttributeDataTypeString,
				Required:          aws.Bool(true),
				Mutable:           aws.Bool(true),
			},
			{
				Name:              aws.String("seats"),
				AttributeDataType: types.AttributeDataTypeNumber,
				Mutable:           aws.Bool(true),
				NumberAttributeConstraints: &types.NumberAttributeConstraintsType{
					MinValue: aws.String("1"),
					MaxValue: aws.String("500"),
				},
			},
		},
		UserPoolAddOns: &types.UserPoolAddOnsType{
			AdvancedSecurityMode: types.AdvancedSecurityModeTypeEnforced,
			AdvancedSecurityAdditionalFlows: &types.AdvancedSecurityAdditionalFlowsType{
				CustomAuthMode: types.AdvancedSecurityEnabledModeTypeAudit,
			},
		},
		DeviceConfiguration: &types.DeviceConfigurationType{
			ChallengeRequiredOnNewDevice:     false,
			DeviceOnlyRememberedOnUserPrompt: true,
		},
		UsernameConfiguration: &types.UsernameConfigurationType{
			CaseSensitive: aws.Bool(false),
		},
		AccountRecoverySetting: &types.AccountRecoverySettingType{
			RecoveryMechanisms: []types.RecoveryOptionType{
				{
					Priority: aws.Int32(1),
					Name:     types.RecoveryOptionNameTypeVerifiedEmail,
				},
				{
					Priority: aws.Int32(2),
					Name:     types.RecoveryOptionNameTypeVerifiedPhoneNumber,
				},
			},
		},
		KeyConfiguration: &types.KeyConfigurationType{
			KeyType:   types.EncryptionKeyTypeCustomerManagedKey,
			KmsKeyArn: aws.String("arn:aws:kms:eu-central-1:111122223333:key/a6c4f8e2-0c45-47db-925f-87854bc9e357"),
		},
		IssuerConfiguration: &types.IssuerConfigurationType{
			Type: types.IssuerTypeUpdated,
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(aws.ToString(created.UserPool.Id))
}
