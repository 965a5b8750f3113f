import boto3

client = boto3.client("cognito-idp", region_name="us-east-1")

response = client.create_user_pool(
    PoolName="email-sign-in",
    UsernameAttributes=["email"],
    AutoVerifiedAttributes=["email"],
    UsernameConfiguration={
        "CaseSensitive": False,
    },
    Policies={
        "PasswordPolicy": {
            "MinimumLength": 12,
            "RequireUppercase": True,
            "RequireLowercase": True,
            "RequireNumbers": True,
            "RequireSymbols": False,
            "TemporaryPasswordValidityDays": 3,
        },
    },
    VerificationMessageTemplate={
        "DefaultEmailOption": "CONFIRM_WITH_CODE",
        "EmailSubject": "Your code for Example",
        "EmailMessage": "Welcome to Example. Your code is {####}.",
    },
    AccountRecoverySetting={
        "RecoveryMechanisms": [
            {
                "Priority": 1,
                "Name": "verified_email",
            },
        ],
    },
    DeletionProtection="ACTIVE",
)
print(response["UserPool"]["Id"])
