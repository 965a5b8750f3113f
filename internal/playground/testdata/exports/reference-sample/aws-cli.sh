aws cognito-idp create-user-pool \
  --region us-east-1 \
  --account-recovery-setting '{"RecoveryMechanisms":[{"Name":"verified_email","Priority":1}]}' \
  --admin-create-user-config '{
    "AllowAdminCreateUserOnly": false,
    "InviteMessageTemplate": {
      "EmailMessage": "Your username is {username} and temporary password is {####}.",
      "EmailSubject": "Your sign-in information",
      "SMSMessage": "Your username is {username} and temporary password is {####}."
    }
  }' \
  --alias-attributes email \
  --auto-verified-attributes email \
  --device-configuration '{"ChallengeRequiredOnNewDevice":true,"DeviceOnlyRememberedOnUserPrompt":true}' \
  --deletion-protection ACTIVE \
  --email-configuration '{
    "ConfigurationSet": "my-test-ses-configuration-set",
    "EmailSendingAccount": "DEVELOPER",
    "From": "support@example.com",
    "ReplyToEmailAddress": "support@example.com",
    "SourceArn": "arn:aws:ses:us-east-1:123456789012:identity/support@example.com"
  }' \
  --email-verification-message 'Your verification code is {####}.' \
  --email-verification-subject 'Verify your email address' \
  --lambda-config '{
    "KMSKeyID": "arn:aws:kms:us-east-1:123456789012:key/a6c4f8e2-0c45-47db-925f-87854bc9e357",
    "CustomEmailSender": {
      "LambdaArn": "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
      "LambdaVersion": "V1_0"
    },
    "CustomSMSSender": {
      "LambdaArn": "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
      "LambdaVersion": "V1_0"
    },
    "CustomMessage": "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    "DefineAuthChallenge": "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    "PostAuthentication": "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    "PostConfirmation": "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    "PreAuthentication": "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    "PreSignUp": "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    "PreTokenGeneration": "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    "UserMigration": "arn:aws:lambda:us-east-1:123456789012:function:MyFunction",
    "VerifyAuthChallengeResponse": "arn:aws:lambda:us-east-1:123456789012:function:MyFunction"
  }' \
  --mfa-configuration OPTIONAL \
  --policies '{
    "PasswordPolicy": {
      "MinimumLength": 6,
      "RequireLowercase": true,
      "RequireNumbers": true,
      "RequireSymbols": true,
      "RequireUppercase": true,
      "TemporaryPasswordValidityDays": 7
    },
    "SignInPolicy": {
      "AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP", "WEB_AUTHN"]
    }
  }' \
  --pool-name my-test-user-pool \
  --schema '[
    {
      "AttributeDataType": "Number",
      "DeveloperOnlyAttribute": true,
      "Mutable": true,
      "Name": "mydev",
      "NumberAttributeConstraints": {
        "MaxValue": "99",
        "MinValue": "1"
      },
      "Required": false,
      "StringAttributeConstraints": {
        "MaxLength": "99",
        "MinLength": "1"
      }
    }
  ]' \
  --sms-authentication-message 'Your verification code is {####}.' \
  --sms-configuration '{
    "ExternalId": "my-role-external-id",
    "SnsCallerArn": "arn:aws:iam::123456789012:role/service-role/test-cognito-SMS-Role"
  }' \
  --sms-verification-message 'Your verification code is {####}.' \
  --user-attribute-update-settings '{"AttributesRequireVerificationBeforeUpdate":["email"]}' \
  --username-configuration '{"CaseSensitive":true}' \
  --user-pool-add-ons '{"AdvancedSecurityMode":"OFF"}' \
  --user-pool-tags '{"my-test-tag-key":"my-test-tag-key"}' \
  --user-pool-tier ESSENTIALS \
  --verification-message-template '{
    "DefaultEmailOption": "CONFIRM_WITH_CODE",
    "EmailMessage": "Your confirmation code is {####}",
    "EmailMessageByLink": "Choose this link to {##verify your email##}",
    "EmailSubject": "Here is your confirmation code",
    "EmailSubjectByLink": "Here is your confirmation link",
    "SmsMessage": "Your confirmation code is {####}"
  }'
