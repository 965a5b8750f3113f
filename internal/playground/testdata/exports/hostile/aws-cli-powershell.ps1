$request = New-TemporaryFile
Set-Content -LiteralPath $request.FullName -Encoding ascii -Value @'
{
  "PoolName": "-hostile, 'pool'",
  "EmailVerificationSubject": "\"It's\" `$(date)` $HOME ${a} %{b} \\ <&> \u2603",
  "EmailVerificationMessage": "Dear ${name},\n\n  it's \"{####}\" \u2013 100%{sure} $${x} %%{y}: C:\\new\\table\n#{z} {{w}} <%= v %> \ud83d\ude00\n\nBye",
  "SmsVerificationMessage": "file://{####}",
  "SmsAuthenticationMessage": "\u0000\u0001\u001b[31m\u007f\u0085\u00a0\u2028\u2029\ufeff\ufffd {####}\u000d\n\u0009'@\nJSON\nEOF\n",
  "UserPoolTags": {
    "__proto__": "constructor",
    "yes": "no",
    "for": "~",
    "a b": "1e3",
    "C:/x": "- item: #",
    "\u00fcn\u00ef": "e\u0301",
    "@": "",
    "null": "012"
  },
  "AdminCreateUserConfig": {
    "InviteMessageTemplate": {
      "EmailMessage": "{username}\n{####}\n",
      "EmailSubject": "\u2018curly\u2019 \u201cquotes\u201d and a trailing backslash \\",
      "SMSMessage": "{username} {####}\n${Token[x]} {{resolve:ssm:a}} $"
    }
  }
}
'@
aws cognito-idp create-user-pool --region us-east-1 --cli-input-json "file://$($request.FullName)"
Remove-Item -LiteralPath $request.FullName
