curl https://cognito-idp.us-east-1.amazonaws.com/ \
  --aws-sigv4 aws:amz:us-east-1:cognito-idp \
  --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \
  ${AWS_SESSION_TOKEN:+"-HX-Amz-Security-Token: $AWS_SESSION_TOKEN"} \
  --header 'X-Amz-Target: AWSCognitoIdentityProviderService.CreateUserPool' \
  --header 'Content-Type: application/x-amz-json-1.1' \
  --data-binary @- <<'JSON'
{
  "PoolName": "email-sign-in",
  "UsernameAttributes": ["email"],
  "AutoVerifiedAttributes": ["email"],
  "UsernameConfiguration": {
    "CaseSensitive": false
  },
  "Policies": {
    "PasswordPolicy": {
      "MinimumLength": 12,
      "RequireUppercase": true,
      "RequireLowercase": true,
      "RequireNumbers": true,
      "RequireSymbols": false,
      "TemporaryPasswordValidityDays": 3
    }
  },
  "VerificationMessageTemplate": {
    "DefaultEmailOption": "CONFIRM_WITH_CODE",
    "EmailSubject": "Your code for Example",
    "EmailMessage": "Welcome to Example. Your code is {####}."
  },
  "AccountRecoverySetting": {
    "RecoveryMechanisms": [
      {
        "Priority": 1,
        "Name": "verified_email"
      }
    ]
  },
  "DeletionProtection": "ACTIVE"
}
JSON
