import boto3

client = boto3.client("cognito-idp", region_name="eu-central-1")

response = client.create_user_pool(
    PoolName="everything-new",
    UserPoolTier="PLUS",
    MfaConfiguration="OPTIONAL",
    AutoVerifiedAttributes=["email"],
    Policies={
        "PasswordPolicy": {
            "MinimumLength": 10,
            "RequireUppercase": False,
            "RequireNumbers": True,
            "PasswordHistorySize": 5,
            "TemporaryPasswordValidityDays": 3,
        },
        "SignInPolicy": {
            "AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"],
        },
    },
    LambdaConfig={
        "PreTokenGenerationConfig": {
            "LambdaVersion": "V3_0",
            "LambdaArn": "arn:aws:lambda:eu-central-1:111122223333:function:claims",
        },
        "CustomSMSSender": {
            "LambdaVersion": "V1_0",
            "LambdaArn": "arn:aws:lambda:eu-central-1:111122223333:function:sms",
        },
        "KMSKeyID": "arn:aws:kms:eu-central-1:111122223333:key/a6c4f8e2-0c45-47db-925f-87854bc9e357",
        "InboundFederation": {
            "LambdaVersion": "V1_0",
            "LambdaArn": "arn:aws:lambda:eu-central-1:111122223333:function:federation",
        },
    },
    SmsConfiguration={
        "EumsSms": {
            "CallerArn": "arn:aws:iam::111122223333:role/sms",
            "ExternalId": "example",
            "OriginationIdentity": "EXAMPLE",
            "Region": "eu-central-1",
        },
    },
    AdminCreateUserConfig={
        "AllowAdminCreateUserOnly": False,
        "InviteMessageTemplate": {
            "SMSMessage": "{username}: {####}",
            "EmailMessage": "<p>{username}</p>\n<p>{####}</p>",
            "EmailSubject": "Welcome",
        },
    },
    Schema=[
        {
            "Name": "email",
            "AttributeDataType": "String",
            "Required": True,
            "Mutable": True,
        },
        {
            "Name": "seats",
            "AttributeDataType": "Number",
            "Mutable": True,
            "NumberAttributeConstraints": {
                "MinValue": "1",
                "MaxValue": "500",
            },
        },
    ],
    UserPoolAddOns={
        "AdvancedSecurityMode": "ENFORCED",
        "AdvancedSecurityAdditionalFlows": {
            "CustomAuthMode": "AUDIT",
        },
    },
    DeviceConfiguration={
        "ChallengeRequiredOnNewDevice": False,
        "DeviceOnlyRememberedOnUserPrompt": True,
    },
    UsernameConfiguration={
        "CaseSensitive": False,
    },
    AccountRecoverySetting={
        "RecoveryMechanisms": [
            {
                "Priority": 1,
                "Name": "verified_email",
            },
            {
                "Priority": 2,
                "Name": "verified_phone_number",
            },
        ],
    },
    KeyConfiguration={
        "KeyType": "CUSTOMER_MANAGED_KEY",
        "KmsKeyArn": "arn:aws:kms:eu-central-1:111122223333:key/a6c4f8e2-0c45-47db-925f-87854bc9e357",
    },
    IssuerConfiguration={
        "Type": "UPDATED",
    },
    DcrConfiguration={
        "EnableStatus": "Enabled",
        "OpenDcrEnabled": False,
        "AuthenticatedGrantTypes": ["code"],
        "AllowedScopes": ["openid"],
    },
    AcrConfiguration={
        "Level1": {
            "AcrValue": "urn:example:low",
        },
    },
)
print(response["UserPool"]["Id"])
