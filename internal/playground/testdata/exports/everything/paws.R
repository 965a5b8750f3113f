svc <- paws::cognitoidentityprovider(region = "eu-central-1")

response <- svc$create_user_pool(
  PoolName = "everything-new",
  UserPoolTier = "PLUS",
  MfaConfiguration = "OPTIONAL",
  AutoVerifiedAttributes = list("email"),
  Policies = list(
    PasswordPolicy = list(
      MinimumLength = 10,
      RequireUppercase = FALSE,
      RequireNumbers = TRUE,
      PasswordHistorySize = 5,
      TemporaryPasswordValidityDays = 3
    ),
    SignInPolicy = list(
      AllowedFirstAuthFactors = list("PASSWORD", "EMAIL_OTP")
    )
  ),
  LambdaConfig = list(
    PreTokenGenerationConfig = list(
      LambdaVersion = "V3_0",
      LambdaArn = "arn:aws:lambda:eu-central-1:111122223333:function:claims"
    ),
    CustomSMSSender = list(
      LambdaVersion = "V1_0",
      LambdaArn = "arn:aws:lambda:eu-central-1:111122223333:function:sms"
    ),
    KMSKeyID = "arn:aws:kms:eu-central-1:111122223333:key/a6c4f8e2-0c45-47db-925f-87854bc9e357",
    InboundFederation = list(
      LambdaVersion = "V1_0",
      LambdaArn = "arn:aws:lambda:eu-central-1:111122223333:function:federation"
    )
  ),
  SmsConfiguration = list(
    EumsSms = list(
      CallerArn = "arn:aws:iam::111122223333:role/sms",
      ExternalId = "example",
      OriginationIdentity = "EXAMPLE",
      Region = "eu-central-1"
    )
  ),
  AdminCreateUserConfig = list(
    AllowAdminCreateUserOnly = FALSE,
    InviteMessageTemplate = list(
      SMSMessage = "{username}: {####}",
      EmailMessage = "<p>{username}</p>\n<p>{####}</p>",
      EmailSubject = "Welcome"
    )
  ),
  Schema = list(
    list(
      Name = "email",
      AttributeDataType = "String",
      Required = TRUE,
      Mutable = TRUE
    ),
    list(
      Name = "seats",
      AttributeDataType = "Number",
      Mutable = TRUE,
      NumberAttributeConstraints = list(
        MinValue = "1",
        MaxValue = "500"
      )
    )
  ),
  UserPoolAddOns = list(
    AdvancedSecurityMode = "ENFORCED",
    AdvancedSecurityAdditionalFlows = list(
      CustomAuthMode = "AUDIT"
    )
  ),
  DeviceConfiguration = list(
    ChallengeRequiredOnNewDevice = FALSE,
    DeviceOnlyRememberedOnUserPrompt = TRUE
  ),
  UsernameConfiguration = list(
    CaseSensitive = FALSE
  ),
  AccountRecoverySetting = list(
    RecoveryMechanisms = list(
      list(
        Priority = 1,
        Name = "verified_email"
      ),
      list(
        Priority = 2,
        Name = "verified_phone_number"
      )
    )
  ),
  KeyConfiguration = list(
    KeyType = "CUSTOMER_MANAGED_KEY",
    KmsKeyArn = "arn:aws:kms:eu-central-1:111122223333:key/a6c4f8e2-0c45-47db-925f-87854bc9e357"
  ),
  IssuerConfiguration = list(
    Type = "UPDATED"
  ),
  DcrConfiguration = list(
    EnableStatus = "Enabled",
    OpenDcrEnabled = FALSE,
    AuthenticatedGrantTypes = list("code"),
    AllowedScopes = list("openid")
  ),
  AcrConfiguration = list(
    "Level1" = list(
      AcrValue = "urn:example:low"
    )
  )
)
response$UserPool$Id
