import * as cdk from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

export class UserPoolStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

    new cognito.CfnUserPool(this, 'UserPool', {
      userPoolName: 'everything-new',
      userPoolTier: 'PLUS',
      mfaConfiguration: 'OPTIONAL',
      enabledMfas: ['SMS_MFA'],
      autoVerifiedAttributes: ['email'],
      policies: {
        passwordPolicy: {
          minimumLength: 10,
          requireUppercase: false,
          requireNumbers: true,
          passwordHistorySize: 5,
          temporaryPasswordValidityDays: 3,
        },
        signInPolicy: {
          allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'],
        },
      },
      lambdaConfig: {
        preTokenGenerationConfig: {
          lambdaVersion: 'V3_0',
          lambdaArn: 'arn:aws:lambda:eu-central-1:111122223333:function:claims',
        },
        customSmsSender: {
          lambdaVersion: 'V1_0',
          lambdaArn: 'arn:aws:lambda:eu-central-1:111122223333:function:sms',
        },
        kmsKeyId: 'arn:aws:kms:eu-central-1:111122223333:key/a6c4f8e2-0c45-47db-925f-87854bc9e357',
        inboundFederation: {
          lambdaVersion: 'V1_0',
          lambdaArn: 'arn:aws:lambda:eu-central-1:111122223333:function:federation',
        },
      },
      smsConfiguration: {
        eumsSms: {
          callerArn: 'arn:aws:iam::111122223333:role/sms',
          externalId: 'example',
          originationIdentity: 'EXAMPLE',
          region: 'eu-central-1',
        },
      },
      adminCreateUserConfig: {
        allowAdminCreateUserOnly: false,
        inviteMessageTemplate: {
          smsMessage: '{username}: {####}',
          emailMessage: '<p>{username}</p>\n<p>{####}</p>',
          emailSubject: 'Welcome',
        },
      },
      schema: [
        {
          name: 'email',
          attributeDataType: 'String',
          required: true,
          mutable: true,
        },
        {
          name: 'seats',
          attributeDataType: 'Number',
          mutable: true,
          numberAttributeConstraints: {
            minValue: '1',
            maxValue: '500',
          },
        },
      ],
      userPoolAddOns: {
        advancedSecurityMode: 'ENFORCED',
        advancedSecurityAdditionalFlows: {
          customAuthMode: 'AUDIT',
        },
      },
      deviceConfiguration: {
        challengeRequiredOnNewDevice: false,
        deviceOnlyRememberedOnUserPrompt: true,
      },
      usernameConfiguration: {
        caseSensitive: false,
      },
      accountRecoverySetting: {
        recoveryMechanisms: [
          {
            priority: 1,
            name: 'verified_email',
          },
          {
            priority: 2,
            name: 'verified_phone_number',
          },
        ],
      },
      keyConfiguration: {
        keyType: 'CUSTOMER_MANAGED_KEY',
        kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/a6c4f8e2-0c45-47db-925f-87854bc9e357',
      },
      issuerConfiguration: {
        type: 'UPDATED',
      },
    });
  }
}

const app = new cdk.App();
new UserPoolStack(app, 'UserPoolStack');
