aws cognito-idp create-user-pool \
  --region us-east-1 \
  --pool-name email-sign-in \
  --username-attributes email \
  --auto-verified-attributes email \
  --username-configuration '{"CaseSensitive":false}' \
  --policies '{
    "PasswordPolicy": {
      "MinimumLength": 12,
      "RequireUppercase": true,
      "RequireLowercase": true,
      "RequireNumbers": true,
      "RequireSymbols": false,
      "TemporaryPasswordValidityDays": 3
    }
  }' \
  --verification-message-template '{
    "DefaultEmailOption": "CONFIRM_WITH_CODE",
    "EmailSubject": "Your code for Example",
    "EmailMessage": "Welcome to Example. Your code is {####}."
  }' \
  --account-recovery-setting '{"RecoveryMechanisms":[{"Priority":1,"Name":"verified_email"}]}' \
  --deletion-protection ACTIVE
