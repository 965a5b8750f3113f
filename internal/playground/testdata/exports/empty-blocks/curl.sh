curl https://cognito-idp.us-east-1.amazonaws.com/ \
  --aws-sigv4 aws:amz:us-east-1:cognito-idp \
  --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \
  ${AWS_SESSION_TOKEN:+"-HX-Amz-Security-Token: $AWS_SESSION_TOKEN"} \
  --header 'X-Amz-Target: AWSCognitoIdentityProviderService.CreateUserPool' \
  --header 'Content-Type: application/x-amz-json-1.1' \
  --data-binary @- <<'JSON'
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
JSON
