resource "aws_cognito_user_pool" "user_pool" {
  name                     = "everything-new"
  user_pool_tier           = "PLUS"
  mfa_configuration        = "OPTIONAL"
  auto_verified_attributes = ["email"]

  password_policy {
    minimum_length                   = 10
    require_uppercase                = false
    require_numbers                  = true
    password_history_size            = 5
    temporary_password_validity_days = 3
  }

  sign_in_policy {
    allowed_first_auth_factors = ["PASSWORD", "EMAIL_OTP"]
  }

  lambda_config {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/a6c4f8e2-0c45-47db-925f-87854bc9e357"

    pre_token_generation_config {
      lambda_version = "V3_0"
      lambda_arn     = "arn:aws:lambda:eu-central-1:111122223333:function:claims"
    }

    custom_sms_sender {
      lambda_version = "V1_0"
      lambda_arn     = "arn:aws:lambda:eu-central-1:111122223333:function:sms"
    }
  }

  sms_configuration {}

  admin_create_user_config {
    allow_admin_create_user_only = false

    invite_message_template {
      sms_message   = "{username}: {####}"
      email_message = "<p>{username}</p>\n<p>{####}</p>"
      email_subject = "Welcome"
    }
  }

  schema {
    name                = "email"
    attribute_data_type = "String"
    required            = true
    mutable             = true

    string_attribute_constraints {
      min_length = "0"
      max_length = "2048"
    }
  }

  schema {
    name                = "seats"
    attribute_data_type = "Number"
    mutable             = true

    number_attribute_constraints {
      min_value = "1"
      max_value = "500"
    }
  }

  user_pool_add_ons {
    advanced_security_mode = "ENFORCED"

    advanced_security_additional_flows {
      custom_auth_mode = "AUDIT"
    }
  }

  device_configuration {
    challenge_required_on_new_device      = false
    device_only_remembered_on_user_prompt = true
  }

  username_configuration {
    case_sensitive = false
  }

  account_recovery_setting {
    recovery_mechanism {
      priority = 1
      name     = "verified_email"
    }

    recovery_mechanism {
      priority = 2
      name     = "verified_phone_number"
    }
  }
}
