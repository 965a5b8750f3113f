import { CognitoIdentityProviderClient, CreateUserPoolCommand } from "@aws-sdk/client-cognito-identity-provider";

const client = new CognitoIdentityProviderClient({ region: "us-east-1" });

const { UserPool } = await client.send(new CreateUserPoolCommand({
  AccountRecoverySetting: {
    RecoveryMechanisms: [
      {
        Name: "verified_email",
        Priority: 1,
      },
    ],
  },
  AdminCreateUserConfig: {
    AllowAdminCreateUserOnly: false,
    InviteMessageTemplate: {
      EmailMessage: "Your username is {username} and temporary password is {####}.",
      EmailSubject: "Your sign-in information",
      SMSMessage: "Your username is {username} and temporary password is {####}.",
    },
  },
  AliasAttributes: ["email"],
  AutoVerifiedAttributes: ["email"],
  DeviceConfiguration: {
    ChallengeRequiredOnNewDevice: true,
    DeviceOnlyRememberedOnUserPrompt: true,
  },
  DeletionProtection: "ACTIVE",
  EmailConfiguration: {
    ConfigurationSet: "my-test-ses-configuration-set",
    EmailSendingAccount: "DEVELOPER",
    From: "support@example.com",
    ReplyToEmailAddress: "support@example.com",
    SourceArn: "arn:aws:ses:us-east-1:123456789012:identity/support@example.com",
  },
  EmailVerificationMessage: "Your verification code is {####}.",
  EmailVerificationSubject: "Verify your email address",
  LambdaConfig: {
    KMSKeyID: "arn:aws:kms:us-east-1:123456789012:key/a6c4f8e2-0c45-47db-925f-87854bc9e357",
    CustomEmailSender: {
      LambdaArn: "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
      LambdaVersion: "V1_0",
    },
    CustomSMSSender: {
      LambdaArn: "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
      LambdaVersion: "V1_0",
    },
    CustomMessage: "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    DefineAuthChallenge: "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    PostAuthentication: "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    PostConfirmation: "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    PreAuthentication: "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    PreSignUp: "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    PreTokenGeneration: "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    UserMigration: "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    VerifyAuthChallengeResponse: "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
  },
  MfaConfiguration: "OPTIONAL",
  Policies: {
    PasswordPolicy: {
      MinimumLength: 6,
      RequireLowercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      RequireUppercase: true,
      TemporaryPasswordValidityDays: 7,
    },
    SignInPolicy: {
      AllowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP", "WEB_AUTHN"],
    },
  },
  PoolName: "my-test-user-pool",
  Schema: [
    {
      AttributeDataType: "Number",
      DeveloperOnlyAttribute: true,
      Mutable: true,
      Name: "mydev",
      NumberAttributeConstraints: {
        MaxValue: "99",
        MinValue: "1",
      },
      Required: false,
      StringAttributeConstraints: {
        MaxLength: "99",
        MinLength: "1",
      },
    },
  ],
  SmsAuthenticationMessage: "Your verification code is {####}.",
  SmsConfiguration: {
    ExternalId: "my-role-external-id",
    SnsCallerArn: "arn:aws:iam::123456789012:role/service-role/test-cognito-SMS-Role",
  },
  SmsVerificationMessage: "Your verification code is {####}.",
  UserAttributeUpdateSettings: {
    AttributesRequireVerificationBeforeUpdate: ["email"],
  },
  UsernameConfiguration: {
    CaseSensitive: true,
  },
  UserPoolAddOns: {
    AdvancedSecurityMode: "OFF",
  },
  UserPoolTags: {
    "my-test-tag-key": "my-test-tag-key",
  },
  UserPoolTier: "ESSENTIALS",
  VerificationMessageTemplate: {
    DefaultEmailOption: "CONFIRM_WITH_CODE",
    EmailMessage: "Your confirmation code is {####}",
    EmailMessageByLink: "Choose this link to {##verify your email##}",
    EmailSubject: "Here is your confirmation code",
    EmailSubjectByLink: "Here is your confirmation link",
    SmsMessage: "Your confirmation code is {####}",
  },
}));
console.log(UserPool?.Id);
