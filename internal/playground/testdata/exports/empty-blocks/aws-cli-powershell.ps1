$request = New-TemporaryFile
Set-Content -LiteralPath $request.FullName -Encoding ascii -Value @'
{
  "PoolName": "p",
  "LambdaConfig": {},
  "UserPoolTags": {},
  "AutoVerifiedAttributes": [],
  "Policies": {
    "PasswordPolicy": {}
  },
  "AdminCreateUserConfig": {
    "InviteMessageTemplate": {}
  },
  "VerificationMessageTemplate": {},
  "EmailConfiguration": {},
  "AccountRecoverySetting": {}
}
'@
aws cognito-idp create-user-pool --region us-east-1 --cli-input-json "file://$($request.FullName)"
Remove-Item -LiteralPath $request.FullName
