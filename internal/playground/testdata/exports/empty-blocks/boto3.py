import boto3

client = boto3.client("cognito-idp", region_name="us-east-1")

response = client.create_user_pool(
    PoolName="p",
    LambdaConfig={},
    UserPoolTags={},
    AutoVerifiedAttributes=[],
    Policies={
        "PasswordPolicy": {},
    },
    AdminCreateUserConfig={
        "InviteMessageTemplate": {},
    },
    VerificationMessageTemplate={},
    EmailConfiguration={},
    AccountRecoverySetting={},
)
print(response["UserPool"]["Id"])
