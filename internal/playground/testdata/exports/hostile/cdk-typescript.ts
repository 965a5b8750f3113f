import * as cdk from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

export class UserPoolStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

    new cognito.CfnUserPool(this, 'UserPool', {
      userPoolName: '-hostile, \'pool\'',
      emailVerificationSubject: '"It\'s" `$(date)` $HOME ${a} %{b} \\ <&> ☃',
      emailVerificationMessage: 'Dear ${name},\n\n  it\'s "{####}" – 100%{sure} $${x} %%{y}: C:\\new\\table\n#{z} {{w}} <%= v %> 😀\n\nBye',
      smsVerificationMessage: 'file://{####}',
      smsAuthenticationMessage: '\u0000\u0001\u001b[31m\u007f\u0085\u00a0\u2028\u2029\ufeff� {####}\r\n\t\'@\nJSON\nEOF\n',
      userPoolTags: {
        ['__proto__']: 'constructor',
        yes: 'no',
        for: '~',
        'a b': '1e3',
        'C:/x': '- item: #',
        'ünï': 'é',
        '@': '',
        null: '012',
      },
      adminCreateUserConfig: {
        inviteMessageTemplate: {
          emailMessage: '{username}\n{####}\n',
          emailSubject: '‘curly’ “quotes” and a trailing backslash \\',
          smsMessage: '{username} {####}\n${Token[x]} {{resolve:ssm:a}} $',
        },
      },
    });
  }
}

const app = new cdk.App();
new UserPoolStack(app, 'UserPoolStack');
