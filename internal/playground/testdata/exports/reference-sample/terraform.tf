resource "aws_cognito_user_pool" "user_pool" {
  alias_attributes           = ["email"]
  auto_verified_attributes   = ["email"]
  deletion_protection        = "ACTIVE"
  mfa_configuration          = "OPTIONAL"
  name                       = "my-test-user-pool"
  sms_authentication_message = "Your verification code is {####}."
  user_pool_tier             = "ESSENTIALS"

  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = 1
    }
  }

  admin_create_user_config {
    allow_admin_create_user_only = false

    invite_message_template {
      email_message = "Your username is {username} and temporary password is {####}."
      email_subject = "Your sign-in information"
      sms_message   = "Your username is {username} and temporary password is {####}."
    }
  }

  device_configuration {
    challenge_required_on_new_device      = true
    device_only_remembered_on_user_prompt = true
  }

  email_configuration {
    configuration_set      = "my-test-ses-configuration-set"
    email_sending_account  = "DEVELOPER"
    from_email_address     = "support@example.com"
    reply_to_email_address = "support@example.com"
    source_arn             = "arn:aws:ses:us-east-1:123456789012:identity/support@example.com"
  }

  lambda_config {
    kms_key_id                     = "arn:aws:kms:us-east-1:123456789012:key/a6c4f8e2-0c45-47db-925f-87854bc9e357"
    custom_message                 = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction"
    define_auth_challenge          = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction"
    post_authentication            = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction"
    post_confirmation              = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction"
    pre_authentication             = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction"
    pre_sign_up                    = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction"
    pre_token_generation           = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction"
    user_migration                 = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction"
    verify_auth_challenge_response = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction"

    custom_email_sender {
      lambda_arn     = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction"
      lambda_version = "V1_0"
    }

    custom_sms_sender {
      lambda_arn     = "arn:aws:lambda:us-east-1:123456789012:function:MyFunction"
      lambda_version = "V1_0"
    }
  }

  password_policy {
    minimum_length                   = 6
    require_lowercase                = true
    require_numbers                  = true
    require_symbols                  = true
    require_uppercase                = true
    temporary_password_validity_days = 7
  }

  sign_in_policy {
    allowed_first_auth_factors = ["PASSWORD", "EMAIL_OTP", "WEB_AUTHN"]
  }

  schema {
    attribute_data_type      = "Number"
    developer_only_attribute = true
    mutable                  = true
    name                     = "mydev"
    required                 = false

    number_attribute_constraints {
      max_value = "99"
      min_value = "1"
    }

    string_attribute_constraints {
      max_length = "99"
      min_length = "1"
    }
  }

  sms_configuration {
    external_id    = "my-role-external-id"
    sns_caller_arn = "arn:aws:iam::123456789012:role/service-role/test-cognito-SMS-Role"
  }

  user_attribute_update_settings {
    attributes_require_verification_before_update = ["email"]
  }

  username_configuration {
    case_sensitive = true
  }

  user_pool_add_ons {
    advanced_security_mode = "OFF"
  }

  tags = {
    "my-test-tag-key" = "my-test-tag-key"
  }

  verification_message_template {
    default_email_option  = "CONFIRM_WITH_CODE"
    email_message         = "Your confirmation code is {####}"
    email_message_by_link = "Choose this link to {##verify your email##}"
    email_subject         = "Here is your confirmation code"
    email_subject_by_link = "Here is your confirmation link"
    sms_message           = "Your confirmation code is {####}"
  }
}
