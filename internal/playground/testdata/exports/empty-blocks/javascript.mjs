import { CognitoIdentityProviderClient, CreateUserPoolCommand } from "@aws-sdk/client-cognito-identity-provider";

const client = new CognitoIdentityProviderClient({ region: "us-east-1" });

const { UserPool } = await client.send(new CreateUserPoolCommand({
  PoolName: "p",
  LambdaConfig: {},
  UserPoolTags: {},
  AutoVerifiedAttributes: [],
  Policies: {
    PasswordPolicy: {},
  },
  AdminCreateUserConfig: {
    InviteMessageTemplate: {},
  },
  VerificationMessageTemplate: {},
  EmailConfiguration: {},
  AccountRecoverySetting: {},
}));
console.log(UserPool?.Id);
