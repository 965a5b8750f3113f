import * as cdk from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

export class UserPoolStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

    new cognito.CfnUserPool(this, 'UserPool', {
      userPoolName: 'email-sign-in',
      usernameAttributes: ['email'],
      autoVerifiedAttributes: ['email'],
      usernameConfiguration: {
        caseSensitive: false,
      },
      policies: {
        passwordPolicy: {
          minimumLength: 12,
          requireUppercase: true,
          requireLowercase: true,
          requireNumbers: true,
          requireSymbols: false,
          temporaryPasswordValidityDays: 3,
        },
      },
      verificationMessageTemplate: {
        defaultEmailOption: 'CONFIRM_WITH_CODE',
        emailSubject: 'Your code for Example',
        emailMessage: 'Welcome to Example. Your code is {####}.',
      },
      accountRecoverySetting: {
        recoveryMechanisms: [
          {
            priority: 1,
            name: 'verified_email',
          },
        ],
      },
      deletionProtection: 'ACTIVE',
    });
  }
}

const app = new cdk.App();
new UserPoolStack(app, 'UserPoolStack');
