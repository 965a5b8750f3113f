import * as cdk from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

export class UserPoolStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

    new cognito.CfnUserPool(this, 'UserPool', {
      userPoolName: 'p',
      lambdaConfig: {},
      userPoolTags: {},
      autoVerifiedAttributes: [],
      policies: {
        passwordPolicy: {},
      },
      adminCreateUserConfig: {
        inviteMessageTemplate: {},
      },
      verificationMessageTemplate: {},
      emailConfiguration: {},
      accountRecoverySetting: {},
    });
  }
}

const app = new cdk.App();
new UserPoolStack(app, 'UserPoolStack');
