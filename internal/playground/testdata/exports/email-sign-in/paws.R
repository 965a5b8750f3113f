svc <- paws::cognitoidentityprovider(region = "us-east-1")

response <- svc$create_user_pool(
  PoolName = "email-sign-in",
  UsernameAttributes = list("email"),
  AutoVerifiedAttributes = list("email"),
  UsernameConfiguration = list(
    CaseSensitive = FALSE
  ),
  Policies = list(
    PasswordPolicy = list(
      MinimumLength = 12,
      RequireUppercase = TRUE,
      RequireLowercase = TRUE,
      RequireNumbers = TRUE,
      RequireSymbols = FALSE,
      TemporaryPasswordValidityDays = 3
    )
  ),
  VerificationMessageTemplate = list(
    DefaultEmailOption = "CONFIRM_WITH_CODE",
    EmailSubject = "Your code for Example",
    EmailMessage = "Welcome to Example. Your code is {####}."
  ),
  AccountRecoverySetting = list(
    RecoveryMechanisms = list(
      list(
        Priority = 1,
        Name = "verified_email"
      )
    )
  ),
  DeletionProtection = "ACTIVE"
)
response$UserPool$Id
