svc <- paws::cognitoidentityprovider(region = "us-east-1")

response <- svc$create_user_pool(
  AccountRecoverySetting = list(
    RecoveryMechanisms = list(
      list(
        Name = "verified_email",
        Priority = 1
      )
    )
  ),
  AdminCreateUserConfig = list(
    AllowAdminCreateUserOnly = FALSE,
    InviteMessageTemplate = list(
      EmailMessage = "Your username is {username} and temporary password is {####}.",
      EmailSubject = "Your sign-in information",
      SMSMessage = "Your username is {username} and temporary password is {####}."
    )
  ),
  AliasAttributes = list("email"),
  AutoVerifiedAttributes = list("email"),
  DeviceConfiguration = list(
    ChallengeRequiredOnNewDevice = TRUE,
    DeviceOnlyRememberedOnUserPrompt = TRUE
  ),
  DeletionProtection = "ACTIVE",
  EmailConfiguration = list(
    ConfigurationSet = "my-test-ses-configuration-set",
    EmailSendingAccount = "DEVELOPER",
    From = "support@example.com",
    ReplyToEmailAddress = "support@example.com",
    SourceArn = "arn:aws:ses:us-east-1:123456789012:identity/support@example.com"
  ),
  EmailVerificationMessage = "Your verification code is {####}.",
  EmailVerificationSubject = "Verify your email address",
  LambdaConfig = list(
    KMSKeyID = "arn:aws:kms:us-east-1:123456789012:key/a6c4f8e2-0c45-47db-925f-87854bc9e357",
    CustomEmailSender = list(
      LambdaArn = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
      LambdaVersion = "V1_0"
    ),
    CustomSMSSender = list(
      LambdaArn = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
      LambdaVersion = "V1_0"
    ),
    CustomMessage = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    DefineAuthChallenge = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    PostAuthentication = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    PostConfirmation = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    PreAuthentication = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    PreSignUp = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    PreTokenGeneration = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    UserMigration = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    VerifyAuthChallengeResponse = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction"
  ),
  MfaConfiguration = "OPTIONAL",
  Policies = list(
    PasswordPolicy = list(
      MinimumLength = 6,
      RequireLowercase = TRUE,
      RequireNumbers = TRUE,
      RequireSymbols = TRUE,
      RequireUppercase = TRUE,
      TemporaryPasswordValidityDays = 7
    ),
    SignInPolicy = list(
      AllowedFirstAuthFactors = list("PASSWORD", "EMAIL_OTP", "WEB_AUTHN")
    )
  ),
  PoolName = "my-test-user-pool",
  Schema = list(
    list(
      AttributeDataType = "Number",
      DeveloperOnlyAttribute = TRUE,
      Mutable = TRUE,
      Name = "mydev",
      NumberAttributeConstraints = list(
        MaxValue = "99",
        MinValue = "1"
      ),
      Required = FALSE,
      StringAttributeConstraints = list(
        MaxLength = "99",
        MinLength = "1"
      )
    )
  ),
  SmsAuthenticationMessage = "Your verification code is {####}.",
  SmsConfiguration = list(
    ExternalId = "my-role-external-id",
    SnsCallerArn = "arn:aws:iam::123456789012:role/service-role/test-cognito-SMS-Role"
  ),
  SmsVerificationMessage = "Your verification code is {####}.",
  UserAttributeUpdateSettings = list(
    AttributesRequireVerificationBeforeUpdate = list("email")
  ),
  UsernameConfiguration = list(
    CaseSensitive = TRUE
  ),
  UserPoolAddOns = list(
    AdvancedSecurityMode = "OFF"
  ),
  UserPoolTags = list(
    "my-test-tag-key" = "my-test-tag-key"
  ),
  UserPoolTier = "ESSENTIALS",
  VerificationMessageTemplate = list(
    DefaultEmailOption = "CONFIRM_WITH_CODE",
    EmailMessage = "Your confirmation code is {####}",
    EmailMessageByLink = "Choose this link to {##verify your email##}",
    EmailSubject = "Here is your confirmation code",
    EmailSubjectByLink = "Here is your confirmation link",
    SmsMessage = "Your confirmation code is {####}"
  )
)
response$UserPool$Id
