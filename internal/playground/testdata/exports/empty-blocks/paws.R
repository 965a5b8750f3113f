svc <- paws::cognitoidentityprovider(region = "us-east-1")

response <- svc$create_user_pool(
  PoolName = "p",
  LambdaConfig = list(),
  UserPoolTags = list(),
  AutoVerifiedAttributes = list(),
  Policies = list(
    PasswordPolicy = list()
  ),
  AdminCreateUserConfig = list(
    InviteMessageTemplate = list()
  ),
  VerificationMessageTemplate = list(),
  EmailConfiguration = list(),
  AccountRecoverySetting = list()
)
response$UserPool$Id
