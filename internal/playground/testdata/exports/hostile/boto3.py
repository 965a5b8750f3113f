import boto3

client = boto3.client("cognito-idp", region_name="us-east-1")

response = client.create_user_pool(
    PoolName="-hostile, 'pool'",
    EmailVerificationSubject="\"It's\" `$(date)` $HOME ${a} %{b} \\ <&> ☃",
    EmailVerificationMessage="Dear ${name},\n\n  it's \"{####}\" – 100%{sure} $${x} %%{y}: C:\\new\\table\n#{z} {{w}} <%= v %> 😀\n\nBye",
    SmsVerificationMessage="file://{####}",
    SmsAuthenticationMessage="\u0000\u0001\u001b[31m\u007f\u0085\u00a0\u2028\u2029\ufeff� {####}\r\n\t'@\nJSON\nEOF\n",
    UserPoolTags={
        "__proto__": "constructor",
        "yes": "no",
        "for": "~",
        "a b": "1e3",
        "C:/x": "- item: #",
        "ünï": "é",
        "@": "",
        "null": "012",
    },
    AdminCreateUserConfig={
        "InviteMessageTemplate": {
            "EmailMessage": "{username}\n{####}\n",
            "EmailSubject": "‘curly’ “quotes” and a trailing backslash \\",
            "SMSMessage": "{username} {####}\n${Token[x]} {{resolve:ssm:a}} $",
        },
    },
)
print(response["UserPool"]["Id"])
