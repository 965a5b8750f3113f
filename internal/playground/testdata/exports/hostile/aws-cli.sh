aws cognito-idp create-user-pool \
  --region us-east-1 \
  --pool-name='-hostile, '\''pool'\''' \
  --email-verification-subject '"It'\''s" `$(date)` $HOME ${a} %{b} \ <&> ☃' \
  --email-verification-message 'Dear ${name},

  it'\''s "{####}" – 100%{sure} $${x} %%{y}: C:\new\table
#{z} {{w}} <%= v %> 😀

Bye' \
  --user-pool-tags '{
    "__proto__": "constructor",
    "yes": "no",
    "for": "~",
    "a b": "1e3",
    "C:/x": "- item: #",
    "ünï": "é",
    "@": "",
    "null": "012"
  }' \
  --admin-create-user-config '{
    "InviteMessageTemplate": {
      "EmailMessage": "{username}\n{####}\n",
      "EmailSubject": "‘curly’ “quotes” and a trailing backslash \\",
      "SMSMessage": "{username} {####}\n${Token[x]} {{resolve:ssm:a}} $"
    }
  }' \
  --cli-input-json '{
    "SmsVerificationMessage": "file://{####}",
    "SmsAuthenticationMessage": "\u0000\u0001\u001b[31m \u2028\u2029﻿� {####}\r\n\t'\''@\nJSON\nEOF\n"
  }'
