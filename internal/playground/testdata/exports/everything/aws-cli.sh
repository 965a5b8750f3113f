aws cognito-idp create-user-pool \
  --region eu-central-1 \
  --pool-name everything-new \
  --user-pool-tier PLUS \
  --mfa-configuration OPTIONAL \
  --auto-verified-attributes email \
  --policies '{
    "PasswordPolicy": {
      "MinimumLength": 10,
      "RequireUppercase": false,
      "RequireNumbers": true,
      "PasswordHistorySize": 5,
      "TemporaryPasswordValidityDays": 3
    },
    "SignInPolicy": {
      "AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"]
    }
  }' \
  --lambda-config '{
    "PreTokenGenerationConfig": {
      "LambdaVersion": "V3_0",
      "LambdaArn": "arn:aws:lambda:eu-central-1:111122223333:function:claims"
    },
    "CustomSMSSender": {
      "LambdaVersion": "V1_0",
      "LambdaArn": "arn:aws:lambda:eu-central-1:111122223333:function:sms"
    },
    "KMSKeyID": "arn:aws:kms:eu-central-1:111122223333:key/a6c4f8e2-0c45-47db-925f-87854bc9e357",
    "InboundFederation": {
      "LambdaVersion": "V1_0",
      "LambdaArn": "arn:aws:lambda:eu-central-1:111122223333:function:federation"
    }
  }' \
  --sms-configuration '{
    "EumsSms": {
      "CallerArn": "arn:aws:iam::111122223333:role/sms",
      "ExternalId": "example",
      "OriginationIdentity": "EXAMPLE",
      "Region": "eu-central-1"
    }
  }' \
  --admin-create-user-config '{
    "AllowAdminCreateUserOnly": false,
    "InviteMessageTemplate": {
      "SMSMessage": "{username}: {####}",
      "EmailMessage": "<p>{username}</p>\n<p>{####}</p>",
      "EmailSubject": "Welcome"
    }
  }' \
  --schema '[
    {
      "Name": "email",
      "AttributeDataType": "String",
      "Required": true,
      "Mutable": true
    },
    {
      "Name": "seats",
      "AttributeDataType": "Number",
      "Mutable": true,
      "NumberAttributeConstraints": {
        "MinValue": "1",
        "MaxValue": "500"
      }
    }
  ]' \
  --user-pool-add-ons '{"AdvancedSecurityMode":"ENFORCED","AdvancedSecurityAdditionalFlows":{"CustomAuthMode":"AUDIT"}}' \
  --device-configuration '{"ChallengeRequiredOnNewDevice":false,"DeviceOnlyRememberedOnUserPrompt":true}' \
  --username-configuration '{"CaseSensitive":false}' \
  --account-recovery-setting '{
    "RecoveryMechanisms": [
      {
        "Priority": 1,
        "Name": "verified_email"
      },
      {
        "Priority": 2,
        "Name": "verified_phone_number"
      }
    ]
  }' \
  --key-configuration '{
    "KeyType": "CUSTOMER_MANAGED_KEY",
    "KmsKeyArn": "arn:aws:kms:eu-central-1:111122223333:key/a6c4f8e2-0c45-47db-925f-87854bc9e357"
  }' \
  --issuer-configuration '{"Type":"UPDATED"}' \
  --dcr-configuration '{
    "EnableStatus": "Enabled",
    "OpenDcrEnabled": false,
    "AuthenticatedGrantTypes": ["code"],
    "AllowedScopes": ["openid"]
  }' \
  --acr-configuration '{"Level1":{"AcrValue":"urn:example:low"}}'
