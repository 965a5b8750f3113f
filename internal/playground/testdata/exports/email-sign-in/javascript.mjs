import { CognitoIdentityProviderClient, CreateUserPoolCommand } from "@aws-sdk/client-cognito-identity-provider";

const client = new CognitoIdentityProviderClient({ region: "us-east-1" });

const { UserPool } = await client.send(new CreateUserPoolCommand({
  PoolName: "email-sign-in",
  UsernameAttributes: ["email"],
  AutoVerifiedAttributes: ["email"],
  UsernameConfiguration: {
    CaseSensitive: false,
  },
  Policies: {
    PasswordPolicy: {
      MinimumLength: 12,
      RequireUppercase: true,
      RequireLowercase: true,
      RequireNumbers: true,
      RequireSymbols: false,
      TemporaryPasswordValidityDays: 3,
    },
  },
  VerificationMessageTemplate: {
    DefaultEmailOption: "CONFIRM_WITH_CODE",
    EmailSubject: "Your code for Example",
    EmailMessage: "Welcome to Example. Your code is {####}.",
  },
  AccountRecoverySetting: {
    RecoveryMechanisms: [
      {
        Priority: 1,
        Name: "verified_email",
      },
    ],
  },
  DeletionProtection: "ACTIVE",
}));
console.log(UserPool?.Id);
