curl https://cognito-idp.eu-central-1.amazonaws.com/ \
  --aws-sigv4 aws:amz:eu-central-1:cognito-idp \
  --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \
  ${AWS_SESSION_TOKEN:+"-HX-Amz-Security-Token: $AWS_SESSION_TOKEN"} \
  --header 'X-Amz-Target: AWSCognitoIdentityProviderService.CreateUserPool' \
  --header 'Content-Type: application/x-amz-json-1.1' \
  --data-binary @- <<'JSON'
{
  "PoolName": "everything-new",
  "UserPoolTier": "PLUS",
  "MfaConfiguration": "OPTIONAL",
  "AutoVerifiedAttributes": ["email"],
  "Policies": {
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
  },
  "LambdaConfig": {
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
  },
  "SmsConfiguration": {
    "EumsSms": {
      "CallerArn": "arn:aws:iam::111122223333:role/sms",
      "ExternalId": "example",
      "OriginationIdentity": "EXAMPLE",
      "Region": "eu-central-1"
    }
  },
  "AdminCreateUserConfig": {
    "AllowAdminCreateUserOnly": false,
    "InviteMessageTemplate": {
      "SMSMessage": "{username}: {####}",
      "EmailMessage": "<p>{username}</p>\n<p>{####}</p>",
      "EmailSubject": "Welcome"
    }
  },
  "Schema": [
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
  ],
  "UserPoolAddOns": {
    "AdvancedSecurityMode": "ENFORCED",
    "AdvancedSecurityAdditionalFlows": {
      "CustomAuthMode": "AUDIT"
    }
  },
  "DeviceConfiguration": {
    "ChallengeRequiredOnNewDevice": false,
    "DeviceOnlyRememberedOnUserPrompt": true
  },
  "UsernameConfiguration": {
    "CaseSensitive": false
  },
  "AccountRecoverySetting": {
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
  },
  "KeyConfiguration": {
    "KeyType": "CUSTOMER_MANAGED_KEY",
    "KmsKeyArn": "arn:aws:kms:eu-central-1:111122223333:key/a6c4f8e2-0c45-47db-925f-87854bc9e357"
  },
  "IssuerConfiguration": {
    "Type": "UPDATED"
  },
  "DcrConfiguration": {
    "EnableStatus": "Enabled",
    "OpenDcrEnabled": false,
    "AuthenticatedGrantTypes": ["code"],
    "AllowedScopes": ["openid"]
  },
  "AcrConfiguration": {
    "Level1": {
      "AcrValue": "urn:example:low"
    }
  }
}
JSON
