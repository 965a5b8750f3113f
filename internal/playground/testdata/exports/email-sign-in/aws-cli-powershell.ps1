$request = New-TemporaryFile
Set-Content -LiteralPath $request.FullName -Encoding ascii -Value @'
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
'@
aws cognito-idp create-user-pool --region us-east-1 --cli-input-json "file://$($request.FullName)"
Remove-Item -LiteralPath $request.FullName
