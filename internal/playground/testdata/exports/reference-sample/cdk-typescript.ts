import * as cdk from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

export class UserPoolStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

    new cognito.CfnUserPool(this, 'UserPool', {
      accountRecoverySetting: {
        recoveryMechanisms: [
          {
            name: 'verified_email',
            priority: 1,
          },
        ],
      },
      adminCreateUserConfig: {
        allowAdminCreateUserOnly: false,
        inviteMessageTemplate: {
          emailMessage: 'Your username is {username} and temporary password is {####}.',
          emailSubject: 'Your sign-in information',
          smsMessage: 'Your username is {username} and temporary password is {####}.',
        },
      },
      aliasAttributes: ['email'],
      autoVerifiedAttributes: ['email'],
      deviceConfiguration: {
        challengeRequiredOnNewDevice: true,
        deviceOnlyRememberedOnUserPrompt: true,
      },
      deletionProtection: 'ACTIVE',
      emailConfiguration: {
        configurationSet: 'my-test-ses-configuration-set',
        emailSendingAccount: 'DEVELOPER',
        from: 'support@example.com',
        replyToEmailAddress: 'support@example.com',
        sourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/support@example.com',
      },
      emailVerificationMessage: 'Your verification code is {####}.',
      emailVerificationSubject: 'Verify your email address',
      lambdaConfig: {
        kmsKeyId: 'arn:aws:kms:us-east-1:123456789012:key/a6c4f8e2-0c45-47db-925f-87854bc9e357',
        customEmailSender: {
          lambdaArn: 'arn:aws:lambda:us-east-1:123456789012:function:MyFunction',
          lambdaVersion: 'V1_0',
        },
        customSmsSender: {
          lambdaArn: 'arn:aws:lambda:us-east-1:123456789012:function:MyFunction',
          lambdaVersion: 'V1_0',
        },
        customMessage: 'arn:aws:lambda:us-east-1:123456789012:function:MyFunction',
        defineAuthChallenge: 'arn:aws:lambda:us-east-1:123456789012:function:MyFunction',
        postAuthentication: 'arn:aws:lambda:us-east-1:123456789012:function:MyFunction',
        postConfirmation: 'arn:aws:lambda:us-east-1:123456789012:function:MyFunction',
        preAuthentication: 'arn:aws:lambda:us-east-1:123456789012:function:MyFunction',
        preSignUp: 'arn:aws:lambda:us-east-1:123456789012:function:MyFunction',
        preTokenGeneration: 'arn:aws:lambda:us-east-1:123456789012:function:MyFunction',
        userMigration: 'arn:aws:lambda:us-east-1:123456789012:function:MyFunction',
        verifyAuthChallengeResponse: 'arn:aws:lambda:us-east-1:123456789012:function:MyFunction',
      },
      mfaConfiguration: 'OPTIONAL',
      enabledMfas: ['SMS_MFA'],
      policies: {
        passwordPolicy: {
          minimumLength: 6,
          requireLowercase: true,
          requireNumbers: true,
          requireSymbols: true,
          requireUppercase: true,
          temporaryPasswordValidityDays: 7,
        },
        signInPolicy: {
          allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
        },
      },
      userPoolName: 'my-test-user-pool',
      schema: [
        {
          attributeDataType: 'Number',
          developerOnlyAttribute: true,
          mutable: true,
          name: 'mydev',
          numberAttributeConstraints: {
            maxValue: '99',
            minValue: '1',
          },
          required: false,
          stringAttributeConstraints: {
            maxLength: '99',
            minLength: '1',
          },
        },
      ],
      smsAuthenticationMessage: 'Your verification code is {####}.',
      smsConfiguration: {
        externalId: 'my-role-external-id',
        snsCallerArn: 'arn:aws:iam::123456789012:role/service-role/test-cognito-SMS-Role',
      },
      smsVerificationMessage: 'Your verification code is {####}.',
      userAttributeUpdateSettings: {
        attributesRequireVerificationBeforeUpdate: ['email'],
      },
      usernameConfiguration: {
        caseSensitive: true,
      },
      userPoolAddOns: {
        advancedSecurityMode: 'OFF',
      },
      userPoolTags: {
        'my-test-tag-key': 'my-test-tag-key',
      },
      userPoolTier: 'ESSENTIALS',
      verificationMessageTemplate: {
        defaultEmailOption: 'CONFIRM_WITH_CODE',
        emailMessage: 'Your confirmation code is {####}',
        emailMessageByLink: 'Choose this link to {##verify your email##}',
        emailSubject: 'Here is your confirmation code',
        emailSubjectByLink: 'Here is your confirmation link',
        smsMessage: 'Your confirmation code is {####}',
      },
    });
  }
}

const app = new cdk.App();
new UserPoolStack(app, 'UserPoolStack');
