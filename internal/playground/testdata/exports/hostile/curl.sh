curl https://cognito-idp.us-east-1.amazonaws.com/ \
  --aws-sigv4 aws:amz:us-east-1:cognito-idp \
  --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \
  ${AWS_SESSION_TOKEN:+"-HX-Amz-Security-Token: $AWS_SESSION_TOKEN"} \
  --header 'X-Amz-Target: AWSCognitoIdentityProviderService.CreateUserPool' \
  --header 'Content-Type: application/x-amz-json-1.1' \
  --data-binary @- <<'JSON'
{
  "PoolName": "-hostile, 'pool'",
  "EmailVerificationSubject": "\"It's\" `$(date)` $HOME ${a} %{b} \\ <&> ☃",
  "EmailVerificationMessage": "Dear ${name},\n\n  it's \"{####}\" – 100%{sure} $${x} %%{y}: C:\\new\\table\n#{z} {{w}} <%= v %> 😀\n\nBye",
  "SmsVerificationMessage": "file://{####}",
  "SmsAuthenticationMessage": "\u0000\u0001\u001b[31m \u2028\u2029﻿� {####}\r\n\t'@\nJSON\nEOF\n",
  "UserPoolTags": {
    "__proto__": "constructor",
    "yes": "no",
    "for": "~",
    "a b": "1e3",
    "C:/x": "- item: #",
    "ünï": "é",
    "@": "",
    "null": "012"
  },
  "AdminCreateUserConfig": {
    "InviteMessageTemplate": {
      "EmailMessage": "{username}\n{####}\n",
      "EmailSubject": "‘curly’ “quotes” and a trailing backslash \\",
      "SMSMessage": "{username} {####}\n${Token[x]} {{resolve:ssm:a}} $"
    }
  }
}
JSON
